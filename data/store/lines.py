"""The lines of all ledgers, kept beside the statements that they are derived from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from data.store import rows
from data.store.claims import judgements_in, statements_in, versions_in
from data.store.driver import among, put
from data.store.tables import ARTICLE, LINE, NEVER, STATEMENT, STATUS_NUMBER, ZONE, day_number
from geo.agreement import truce_of
from geo.article import Article
from geo.evidence.attestation import Attestation, Version
from geo.evidence.judgement import Judgement
from geo.evidence.testimony import testify
from geo.ledger.zone import LedgerLine, is_placed, ledger_lines
from geo.statement import Statement

_ARTICLES_AT_ONCE = 1_000  # whose lines are derived: what is held of them stays small
_Key = tuple[str, str]  # truce and area
NewLine = tuple[_Key, dict[str, Any]]  # with what `line_row` gives


def derive_all_lines(connection: Connection) -> None:
    """Derives the lines of all ledgers anew."""
    ids = connection.execute(select(ARTICLE.c.id)).scalars().all()
    for start in range(0, len(ids), _ARTICLES_AT_ONCE):
        derive_lines_again(connection, ids[start : start + _ARTICLES_AT_ONCE])


def derive_lines_again(connection: Connection, ids: Sequence[str]) -> None:
    """Derives the lines of some articles anew from what is stored of them; of one that is not stored there are none."""
    connection.execute(delete(LINE).where(LINE.c.article.in_(ids)))
    articles = [rows.article(row) for row in connection.execute(select(ARTICLE).where(ARTICLE.c.id.in_(ids)))]
    read: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements_in(connection, select(STATEMENT.c.id).where(STATEMENT.c.article.in_(ids))):
        read[statement.article].append(statement)
    derive_lines(connection, articles, read)


def derive_lines(connection: Connection, articles: Sequence[Article], read: Mapping[str, Sequence[Statement]]) -> None:
    """Adds the lines of stored articles that have none; `read` is what was read in them, by their ids."""
    said: dict[str, list[Judgement]] = defaultdict(list)
    former: dict[str, list[Version]] = defaultdict(list)
    ids = [article.id for article in articles]
    for judgement in judgements_in(connection, ids):
        said[judgement.article].append(judgement)
    for version in versions_in(connection, ids):
        former[version.article.id].append(version)
    lines: list[NewLine] = []
    for article in articles:
        told = testify(article, read.get(article.id, ()), said[article.id], former[article.id])
        lines += _lines_of(article, told.statements, told.attested)
    put_lines(connection, lines)


def _lines_of(article: Article, statements: Iterable[Statement], attested: Mapping[str, Attestation]) -> list[NewLine]:
    """What an article adds to the ledgers, each line with its zone's truce and area."""
    return [
        ((truce_of(statement.agreement), area), row)
        for statement in statements
        for row in map(line_row, ledger_lines(statement, article, attested))
        for area in {covered.area for covered in statement.areas}
    ]


def line_row(line: LedgerLine) -> dict[str, Any]:
    """A line as it is stored, without its zone; of one that tells no day's status the first day is behind all days."""
    begins, ends = (line.true_from, line.true_until) if is_placed(line) else (None, None)
    return {
        "true_from": day_number(begins, NEVER), "reported_on": day_number(line.reported_on, 0),
        "known_on": day_number(line.known_on, 0), "status": STATUS_NUMBER[line.status],
        "true_until": day_number(ends, NEVER), "withdrawn_on": day_number(line.withdrawn_on, NEVER),
        "statement": line.statement, "article": line.article,
    }  # fmt: skip


def put_lines(connection: Connection, lines: Sequence[NewLine]) -> None:
    """Adds lines, and the zones that are new."""
    wanted = {key for key, _ in lines}
    numbers = _numbers(connection, wanted)
    if new := [{"truce": truce, "area": area} for truce, area in sorted(wanted - numbers.keys())]:
        connection.execute(insert(ZONE), new)
        numbers |= _numbers(connection, {(row["truce"], row["area"]) for row in new})
    put(connection, LINE, [{"zone": numbers[key], **row} for key, row in lines])


def _numbers(connection: Connection, wanted: set[_Key]) -> dict[_Key, int]:
    truces = sorted({truce for truce, _ in wanted})
    found = among(connection, "SELECT number, truce, area FROM zone WHERE truce IN", truces)
    return {(truce, area): number for number, truce, area in found if (truce, area) in wanted}
