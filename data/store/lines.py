"""The lines of all ledgers, kept beside the statements that they are derived from, and what they tell of a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, text

from data.store import rows
from data.store.claims import judgements_in, statements_in, versions_in
from data.store.driver import among, put
from data.store.records import ZoneOnDay
from data.store.tables import ARTICLE, LINE, NEVER, STATEMENT, ZONE
from geo.article import Article
from geo.attestation import Attestation, Version
from geo.judgement import Judgement
from geo.statement import Statement
from geo.status import Status
from geo.testimony import testify
from geo.zone import LASTING, LEADING_UP, LedgerLine, is_broken_by_breaches, is_placed, ledger_lines

_ARTICLES_AT_ONCE = 1_000  # whose lines are derived: what is held of them stays small
_Key = tuple[str, str]  # agreement and area
_NewLine = tuple[_Key, dict[str, Any]]


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
    lines: list[_NewLine] = []
    for article in articles:
        told = testify(article, read.get(article.id, ()), said[article.id], former[article.id])
        lines += _lines_of(article, told.statements, told.attested)
    _put(connection, lines)


def _lines_of(article: Article, statements: Iterable[Statement], attested: Mapping[str, Attestation]) -> list[_NewLine]:
    """What an article adds to the ledgers, each line with its zone's agreement and area."""
    return [
        ((statement.agreement, area), row)
        for statement in statements
        for row in map(_row, ledger_lines(statement, article, attested))
        for area in {covered.area for covered in statement.areas}
    ]


def _row(line: LedgerLine) -> dict[str, Any]:
    begins, ends = (line.true_from, line.true_until) if is_placed(line) else (None, None)
    return {
        "true_from": _number(begins, NEVER), "known_on": _number(line.known_on, 0), "statement": line.statement,
        "status": line.status.value, "true_until": _number(ends, NEVER),
        "withdrawn_on": _number(line.withdrawn_on, NEVER), "article": line.article,
    }  # fmt: skip


def _number(day: date | None, unknown: int) -> int:
    return day.toordinal() if day else unknown


def _put(connection: Connection, lines: Sequence[_NewLine]) -> None:
    """Adds lines, and the zones that are new."""
    wanted = {key for key, _ in lines}
    numbers = _numbers(connection, wanted)
    if new := [{"agreement": agreement, "area": area} for agreement, area in sorted(wanted - numbers.keys())]:
        connection.execute(insert(ZONE), new)
        numbers |= _numbers(connection, {(row["agreement"], row["area"]) for row in new})
    put(connection, LINE, [{"zone": numbers[key], **row} for key, row in lines])


def _numbers(connection: Connection, wanted: set[_Key]) -> dict[_Key, int]:
    agreements = sorted({agreement for agreement, _ in wanted})
    found = among(connection, "SELECT number, agreement, area FROM zone WHERE agreement IN", agreements)
    return {(agreement, area): number for number, agreement, area in found if (agreement, area) in wanted}


# --- the zones of a day --------------------------------------------------------------------------------------------------

# For each zone what geo.zone.periods asks of its lines: the line that rules on :day, marked where it does not fade by then (it
# tells its end, or is true since less than so many days before :day, :silent being the last day that is too long ago), and
# whether a breach stands beside it. `upto` is the last first day that a line can have which was known on :known; :least is 1
# where the day on which it became known must be known. What is added to (+) is not looked up by the primary key: SQLite, which
# has no statistics of a store, would take it for the shorter way.
_TOLD = "known_on BETWEEN :least AND :known AND withdrawn_on > :known"
_LEADING = ", ".join(f"'{status}'" for status in LEADING_UP)
_UPTO = f"""min(:day, max(:known, coalesce((
    SELECT max(true_from + 0) FROM line WHERE zone = z.number AND known_on < true_from
    AND +true_from <= :day AND {_TOLD}), 0)))"""
_ON_DAY = f"""
WITH zones AS MATERIALIZED (SELECT number, agreement, area, {{upto}} AS upto FROM zone z)
SELECT number, agreement, area,
  (SELECT CASE WHEN true_until < {NEVER} OR true_from > :silent THEN status || '/' ELSE status END FROM line
   WHERE zone = number AND true_from <= upto AND status <> 'violated' AND true_until > :day AND {_TOLD}
   AND (status NOT IN ({_LEADING}) OR true_from > coalesce((
     SELECT max(true_from + 0) FROM line WHERE zone = number AND true_until < {NEVER} AND true_until <= :day AND {_TOLD}), 0))
   ORDER BY true_from DESC, known_on DESC, statement DESC, line.status DESC LIMIT 1),
  EXISTS (SELECT 1 FROM line
          WHERE zone = number AND status = 'violated' AND true_from <= upto AND true_until > :day AND {_TOLD})
FROM zones ORDER BY agreement, area
"""
_RULINGS = {f"{status.value}{mark}": (status, bool(mark)) for status in Status for mark in ("", "/")}
# The zones among some for which any line vouches: it is true since before :day, and was reported after :silent.
_VOUCHED = f"""
SELECT number FROM zone WHERE number IN :numbers AND (
  EXISTS (SELECT 1 FROM line WHERE zone = number AND true_from > :silent AND true_from <= :day {{foretold}} AND {_TOLD})
  OR EXISTS (SELECT 1 FROM line WHERE zone = number AND known_on > true_from AND known_on > :silent
             AND +true_from <= :silent AND {_TOLD}))
"""
_MOST_ZONES = 10_000  # in one question: SQLite takes 32,766 values


def zones_on(connection: Connection, day: date, known_on: date | None, fades_after_days: int | None) -> Iterator[ZoneOnDay]:
    """What is told of each zone on a day, as known on another (None: all that is known), by agreement and area."""
    known = _number(known_on, NEVER - 1)
    upto = _UPTO if known < day.toordinal() else ":day"
    if connection.dialect.name == "postgresql":
        upto = upto.replace("min(:day, max(:known", "least(:day, greatest(:known")
    asked = {"day": day.toordinal(), "known": known, "least": int(known_on is not None), "silent": 0}
    if fades_after_days is not None:
        asked["silent"] = max(0, day.toordinal() - fades_after_days)
    found = []
    for number, agreement, area, ruling, breached in connection.execute(text(_ON_DAY.format(upto=upto)), asked).all():
        if ruling or breached:
            status, stays = _RULINGS[ruling] if ruling else (Status.VIOLATED, False)
            found.append((number, agreement, area, status, breached, stays or status in LASTING))
    vouched = _vouched(connection, [number for number, *_, stays in found if not stays], asked)
    for number, agreement, area, status, breached, stays in found:
        if stays or number in vouched:
            broken = bool(breached) and is_broken_by_breaches(status)
            yield ZoneOnDay(agreement=agreement, area=area, status=status, violated=broken)
        else:
            yield ZoneOnDay(agreement=agreement, area=area, status=Status.UNKNOWN, violated=False, faded_from=status)


def _vouched(connection: Connection, numbers: Sequence[int], asked: Mapping[str, int]) -> set[int]:
    # of what was known until :silent only what was told before it came true is true since then
    foretold = "AND known_on < true_from" if asked["known"] <= asked["silent"] else ""
    question = text(_VOUCHED.format(foretold=foretold)).bindparams(bindparam("numbers", expanding=True))
    found: set[int] = set()
    for start in range(0, len(numbers), _MOST_ZONES):
        some = {"numbers": numbers[start : start + _MOST_ZONES]}
        found.update(connection.execute(question, {**asked, **some}).scalars())
    return found
