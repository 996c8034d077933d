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
from geo.ledger.zone import (
    CLAIMS_LESS,
    HOLDING,
    LASTING,
    LEADING_UP,
    LedgerLine,
    is_broken_by_breaches,
    is_placed,
    ledger_lines,
)  # fmt: skip
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


def _claims_less(line: str) -> str:
    """The order of lines of the same days: by their status's place in CLAIMS_LESS, the last first; then what ends first."""
    places = " ".join(f"WHEN '{status}' THEN {n}" for n, status in enumerate(CLAIMS_LESS))
    return f"CASE {line}.status {places} END DESC, {line}.true_until"


# For each zone what geo.ledger.zone.periods asks of its lines, as one word: the status that the line tells which rules on :day;
# ~ if it is not known any more, ! where a breach stands beside it; a breach alone where no line rules, or it is not known any
# more. A status is known as long as one line after another tells of the zone before it has faded: a line is true since some
# day, and fades :fades days after its report or that day; `:silent` is the last day that is too long before :day. It does not
# fade where its line tells its end. `upto` is the last first day that a line can have which was known on :known. What is added
# to (+) is not looked up by the primary key: SQLite, which has no statistics of a store, would take it for the shorter way.
_TOLD = f"withdrawn_on = {NEVER}"
_TOLD_BY = "known_on BETWEEN 1 AND :known AND withdrawn_on > :known"
_UPTO = f"""WITH zones AS MATERIALIZED (SELECT truce, area, number, {{min}}(:day, {{max}}(:known, coalesce((
    SELECT max(true_from + 0) FROM line WHERE zone = z.number AND known_on < true_from AND +true_from <= :day AND {_TOLD_BY}
  ), 0))) AS upto FROM zone z)
"""
# What is told is _TOLD, or _TOLD_BY a day. What was reported before a truce had run out is over with it.
_OVER = f"""EXISTS (SELECT 1 FROM line ran WHERE ran.zone = number AND ran.true_until < {NEVER} AND ran.true_until <= :day
    AND ran.true_until > {{of}}.true_from AND ran.true_until > {{of}}.reported_on {{which}} AND {{told}})"""
_BREACHED = """EXISTS (SELECT 1 FROM line WHERE zone = number AND status = 'violated'
    AND true_from <= {upto} {since} AND true_until > :day {fresh} AND {told} AND NOT {over})"""
# A breach beside a status fades by itself: it came true lately, or was reported lately though it is old, which is rare. There
# the list of statuses keeps SQLite from the index of all breaches, and leaves it that of what was told late.
_FRESH = "AND true_from > :silent"
_BREACHED_OF_OLD = """EXISTS (SELECT 1 FROM line WHERE zone = number AND reported_on > true_from AND reported_on > :silent
    AND +true_from <= :silent AND status IN ('violated', '') AND true_until > :day AND {told} AND NOT {over})"""
_VOUCHED = """(
    EXISTS (SELECT 1 FROM line WHERE zone = number AND true_from > :silent AND true_from <= :day {foretold} AND {told})
    OR EXISTS (SELECT 1 FROM line WHERE zone = number AND reported_on > true_from AND reported_on > :silent
               AND +true_from <= :silent AND {told}))"""
# The day on which what `of` tells is not known any more, or one behind `asked`: from the last report to the one after.
_KNOWN_UNTIL = """(WITH RECURSIVE known (until) AS (
     SELECT {most}({of}.true_from, {of}.reported_on) + :fades
     UNION SELECT {most}(
       until,
       coalesce((SELECT max(true_from + 0) FROM line WHERE zone = number AND true_from <= until AND {told}), 0) + :fades,
       coalesce((SELECT max(reported_on + 0) FROM line WHERE zone = number AND reported_on > true_from
                 AND reported_on > until - :fades AND +true_from <= until AND {told}), 0) + :fades)
     FROM known WHERE until < {asked})
   SELECT max(until) FROM known)"""
_STANDS = f"""true_until > :day AND {{told}} AND (
     true_from > coalesce((
       SELECT max(true_from + 0) FROM line WHERE zone = number AND true_until < {NEVER} AND true_until <= :day AND {{told}}), 0)
     OR status IN ({_listed(LASTING)}) OR (status NOT IN ({_listed(LEADING_UP)}) AND NOT {{over}}))"""
_LAST_FIRST = "true_from DESC, reported_on DESC, known_on DESC"
# A signing of a truce that the last line before it says to hold, and that was still known.
_SIGNED_AGAIN = f"""EXISTS (SELECT 1 FROM (
     SELECT status, true_from, reported_on, true_until FROM line held
     WHERE zone = number AND (true_from, reported_on, known_on) <= (line.true_from, line.reported_on, line.known_on)
       AND status NOT IN ('violated', 'agreed') AND {{stands}} ORDER BY {_LAST_FIRST}, {_claims_less("held")} LIMIT 1) held
   WHERE held.status IN ({_listed(HOLDING)}) AND (
     held.true_until < {NEVER} OR held.true_from + :fades >= line.true_from OR held.reported_on + :fades >= line.true_from
     OR {{known}} >= line.true_from))"""
_TELLS = "status <> 'violated' AND {stands}"
# First the days of the line that rules, by the order of the key; then of the lines of these days the one that claims less (of
# which a signing told again is none: beside it, that the truce holds comes first).
_RULING = f"""
  (SELECT CASE
     WHEN true_until = {NEVER} AND true_from <= :silent AND reported_on <= :silent AND status NOT IN ({_listed(LASTING)})
       AND NOT ({{vouched}} AND {{known}} > :day)
     THEN CASE WHEN ({{breached}}) THEN 'violated!' ELSE status || '~' END
     WHEN status IN ({_listed(filter(is_broken_by_breaches, Status))}) AND ({{breached}}) THEN status || '!' ELSE status END
   FROM line
   WHERE zone = number AND (true_from, reported_on, known_on) = (
     SELECT true_from, reported_on, known_on FROM line WHERE zone = number AND true_from <= {{upto}} {{since}} AND {{tells}}
     AND NOT (status = 'agreed' AND {{signed_again}}) ORDER BY {_LAST_FIRST} LIMIT 1)
   AND {{tells}} ORDER BY {_claims_less("line")} LIMIT 1)"""
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
    # behind all days, what fades later is for ever
    fades = NEVER if fades_after_days is None else min(fades_after_days, NEVER)
    silent = max(0, day.toordinal() - fades)
    asked = {"day": day.toordinal(), "known": _number(known_on, NEVER), "silent": silent, "fades": fades}
    question = _question(asked, _TOLD_BY if known_on else _TOLD, connection.dialect)
    for truce, area, word in connection.execute(text(question), asked).all():
        if word:
            status, violated, faded_from = _MEANINGS[word]
            yield ZoneOnDay(truce=truce, area=area, status=status, violated=violated, faded_from=faded_from)


def _question(asked: Mapping[str, int], told: str, dialect: Dialect) -> str:
    # of what was known until :silent only what was told before it came true is true since then
    foretold = "AND known_on < true_from" if asked["known"] <= asked["silent"] else ""
    least, most = ("least", "greatest") if dialect.name == "postgresql" else ("min", "max")
    if asked["known"] >= asked["day"]:
        begin, zones, upto = "", "zone", ":day"
    else:
        begin, zones, upto = _UPTO.format(min=least, max=most), "zones", "upto"
    looks = [{"upto": upto, "told": told, "since": since.format(upto=upto)} for since in _SINCE[dialect.name]]

    def stands(of: str) -> str:
        return _STANDS.format(told=told, over=_OVER.format(told=told, of=of, which=f"AND +ran.true_from >= {of}.true_from"))

    def known(of: str, asked: str) -> str:
        return _KNOWN_UNTIL.format(most=most, told=told, of=of, asked=asked)

    over = _OVER.format(told=told, of="line", which="")
    alone, fresh = (" OR ".join(_BREACHED.format(**look, over=over, fresh=fresh) for look in looks) for fresh in ("", _FRESH))
    beside = f"{fresh} OR {_BREACHED_OF_OLD.format(told=told, over=over)}"
    signed_again = _SIGNED_AGAIN.format(stands=stands("held"), known=known("held", "line.true_from"))
    vouched = _VOUCHED.format(told=told, foretold=foretold)
    parts = {
        "tells": _TELLS.format(stands=stands("line")), "signed_again": signed_again, "breached": beside, "vouched": vouched,
        "known": known("line", ":day + 1"),
    }  # fmt: skip
    ruling = ",".join(_RULING.format(**look, **parts) for look in looks)
    return begin + _ON_DAY.format(ruling=ruling, breached=alone, vouched=vouched, zones=zones)
