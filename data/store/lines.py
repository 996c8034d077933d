"""The lines of all ledgers, kept beside the statements that they are derived from, and what they tell of a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Dialect, delete, insert, select, text

from data.store import rows
from data.store.claims import judgements_in, statements_in, versions_in
from data.store.driver import among, put
from data.store.records import ZoneOnDay
from data.store.tables import ARTICLE, LINE, NEVER, STATEMENT, ZONE
from geo.agreement import truce_of
from geo.article import Article
from geo.evidence.attestation import Attestation, Version
from geo.evidence.judgement import Judgement
from geo.evidence.testimony import testify
from geo.ledger.zone import CLAIMS_LESS, LASTING, LEADING_UP, LedgerLine, is_broken_by_breaches, is_placed, ledger_lines
from geo.statement import Statement
from geo.status import Status

_ARTICLES_AT_ONCE = 1_000  # whose lines are derived: what is held of them stays small
_Key = tuple[str, str]  # truce and area
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
    """What an article adds to the ledgers, each line with its zone's truce and area."""
    return [
        ((truce_of(statement.agreement), area), row)
        for statement in statements
        for row in map(_row, ledger_lines(statement, article, attested))
        for area in {covered.area for covered in statement.areas}
    ]


def _row(line: LedgerLine) -> dict[str, Any]:
    begins, ends = (line.true_from, line.true_until) if is_placed(line) else (None, None)
    return {
        "true_from": _number(begins, NEVER), "reported_on": _number(line.reported_on, 0),
        "known_on": _number(line.known_on, 0), "statement": line.statement, "status": line.status.value,
        "true_until": _number(ends, NEVER),
        "withdrawn_on": _number(line.withdrawn_on, NEVER), "article": line.article,
    }  # fmt: skip


def _number(day: date | None, unknown: int) -> int:
    return day.toordinal() if day else unknown


def _put(connection: Connection, lines: Sequence[_NewLine]) -> None:
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


# --- the zones of a day --------------------------------------------------------------------------------------------------


def _listed(statuses: Iterable[Status]) -> str:
    return ", ".join(f"'{status}'" for status in statuses)


def _claims_less() -> str:
    """The place of a line's status in CLAIMS_LESS."""
    return "CASE line.status " + " ".join(f"WHEN '{status}' THEN {n}" for n, status in enumerate(CLAIMS_LESS)) + " END"


# For each zone what geo.ledger.zone.periods asks of its lines, as one word: the status that the line tells which rules on :day;
# ~ if it was told too long ago, ! where a breach stands beside it; a breach alone where no line rules. A status fades but where
# its line tells its end, or any line vouches for the zone: is true since before :day, and was reported after :silent, the last
# day that is too long ago. `upto` is the last first day that a line can have which was known on :known. What is added to (+) is
# not looked up by the primary key: SQLite, which has no statistics of a store, would take it for the shorter way.
_TOLD = f"withdrawn_on = {NEVER}"
_TOLD_BY = "known_on BETWEEN 1 AND :known AND withdrawn_on > :known"
_UPTO = f"""WITH zones AS MATERIALIZED (SELECT truce, area, number, {{min}}(:day, {{max}}(:known, coalesce((
    SELECT max(true_from + 0) FROM line WHERE zone = z.number AND known_on < true_from AND +true_from <= :day AND {_TOLD_BY}
  ), 0))) AS upto FROM zone z)
"""
# What is told is _TOLD, or _TOLD_BY a day. What was reported before a truce had run out is over with it.
_OVER = f"""EXISTS (SELECT 1 FROM line ran WHERE ran.zone = number AND ran.true_until < {NEVER} AND ran.true_until <= :day
    AND ran.true_until > line.true_from AND ran.true_until > line.reported_on {{which}} AND {{told}})"""
_BREACHED = """EXISTS (SELECT 1 FROM line WHERE zone = number AND status = 'violated'
    AND true_from <= {upto} {since} AND true_until > :day {fresh} AND {told} AND NOT {over})"""
_FRESH = "AND (true_from > :silent OR reported_on > :silent)"  # a breach beside a status fades by itself
_VOUCHED = """(
    EXISTS (SELECT 1 FROM line WHERE zone = number AND true_from > :silent AND true_from <= :day {foretold} AND {told})
    OR EXISTS (SELECT 1 FROM line WHERE zone = number AND reported_on > true_from AND reported_on > :silent
               AND +true_from <= :silent AND {told}))"""
_RULES = f"""status <> 'violated' AND true_until > :day AND {{told}} AND (
     true_from > coalesce((
       SELECT max(true_from + 0) FROM line WHERE zone = number AND true_until < {NEVER} AND true_until <= :day AND {{told}}), 0)
     OR status IN ({_listed(LASTING)}) OR (status NOT IN ({_listed(LEADING_UP)}) AND NOT {{over}}))"""
# First the days of the line that rules, by the order of the key; then of the lines of these days the one that claims less.
_RULING = f"""
  (SELECT status || CASE
     WHEN true_until = {NEVER} AND true_from <= :silent AND status NOT IN ({_listed(LASTING)}) AND NOT {{vouched}} THEN '~'
     WHEN status IN ({_listed(filter(is_broken_by_breaches, Status))}) AND ({{breached}}) THEN '!' ELSE '' END
   FROM line
   WHERE zone = number AND (true_from, reported_on, known_on) = (
     SELECT true_from, reported_on, known_on FROM line WHERE zone = number AND true_from <= {{upto}} {{since}} AND {{rules}}
     ORDER BY true_from DESC, reported_on DESC, known_on DESC LIMIT 1)
   AND {{rules}} ORDER BY {_claims_less()} DESC LIMIT 1)"""
_ON_DAY = """
SELECT truce, area, coalesce({ruling},
  CASE WHEN {breached} THEN CASE WHEN {vouched} THEN 'violated!' ELSE 'violated~' END END)
FROM {zones} ORDER BY truce, area
"""
# PostgreSQL takes up all lines of an index's page that a condition allows, though it needs one: it is first asked for the lines
# of the last days alone, and for older ones where there is none. SQLite goes from line to line.
_SINCE = {"postgresql": ("AND true_from > {upto} - 100", ""), "sqlite": ("",)}
# From a word to the status, whether it is violated, and the status that was last reported where it has faded.
_MEANINGS: Mapping[str, tuple[Status, bool, Status | None]] = {
    **{status.value: (status, False, None) for status in Status},
    **{f"{status.value}!": (status, True, None) for status in Status},
    **{f"{status.value}~": (Status.UNKNOWN, False, status) for status in Status},
}


def zones_on(connection: Connection, day: date, known_on: date | None, fades_after_days: int | None) -> Iterator[ZoneOnDay]:
    """What is told of each zone on a day, as known on another (None: all that is known), by truce and area."""
    asked = {"day": day.toordinal(), "known": _number(known_on, NEVER), "silent": 0}
    if fades_after_days is not None:
        asked["silent"] = max(0, day.toordinal() - fades_after_days)
    question = _question(asked, _TOLD_BY if known_on else _TOLD, connection.dialect)
    for truce, area, word in connection.execute(text(question), asked).all():
        if word:
            status, violated, faded_from = _MEANINGS[word]
            yield ZoneOnDay(truce=truce, area=area, status=status, violated=violated, faded_from=faded_from)


def _question(asked: Mapping[str, int], told: str, dialect: Dialect) -> str:
    # of what was known until :silent only what was told before it came true is true since then
    foretold = "AND known_on < true_from" if asked["known"] <= asked["silent"] else ""
    if asked["known"] >= asked["day"]:
        begin, zones, upto = "", "zone", ":day"
    else:
        least, most = ("least", "greatest") if dialect.name == "postgresql" else ("min", "max")
        begin, zones, upto = _UPTO.format(min=least, max=most), "zones", "upto"
    looks = [{"upto": upto, "told": told, "since": since.format(upto=upto)} for since in _SINCE[dialect.name]]
    over = _OVER.format(told=told, which="")
    alone, beside = (" OR ".join(_BREACHED.format(**look, over=over, fresh=fresh) for look in looks) for fresh in ("", _FRESH))
    rules = _RULES.format(told=told, over=_OVER.format(told=told, which="AND +ran.true_from >= line.true_from"))
    vouched = _VOUCHED.format(told=told, foretold=foretold)
    ruling = ",".join(_RULING.format(**look, breached=beside, vouched=vouched, rules=rules) for look in looks)
    return begin + _ON_DAY.format(ruling=ruling, breached=alone, vouched=vouched, zones=zones)
