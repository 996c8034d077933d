"""How each zone stands on a day, asked of the lines of all ledgers: what geo.ledger.zone.periods says of them, found by index.

One question, put together of the conditions that `periods` names. It asks of each zone (`number` of `zones`) the lines that are
`told`: known on :known, and not withdrawn by then. What is reported fades :fades days later: on :day only what is true or was
reported since :lately is known of itself. A condition asks for lines between two days, so that each finds them by an index; a +
keeps SQLite, which has no statistics of a store, from another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import Connection, text

from data.store.records import ZoneOnDay
from data.store.tables import NEVER, SOON, STATUS_NUMBER, day_number
from geo.ledger.zone import HOLDING, LASTING, LEADING_UP, is_broken_by_breaches
from geo.status import Status


def _any_of(*statuses: Status) -> str:
    return f"IN ({', '.join(str(STATUS_NUMBER[status]) for status in statuses)})"


_BREACH = _any_of(Status.VIOLATED)
_LAST_FIRST = "true_from DESC, reported_on DESC, known_on DESC, status DESC, true_until"


def _stands(line: str) -> str:
    """A line that has begun holds on :day: it has not ended, and is not over with a truce that ran out."""
    return f"""{line}.true_until > :day AND ({line}.status {_any_of(*LASTING)} OR NOT EXISTS (
        SELECT 1 FROM told AS ran_out WHERE ran_out.zone = number AND ran_out.true_until < {NEVER}
        AND ran_out.true_until > {line}.true_from AND ran_out.true_until <= :day
        AND (ran_out.true_until > {line}.reported_on OR {line}.status {_any_of(*LEADING_UP)})
        AND (ran_out.true_from >= {line}.true_from OR {line}.status {_BREACH})))"""


def _is_told(since: str, upto: str, which: str = "") -> str:
    """Some line (`report`) that has begun by `upto` is true or was reported since a day: soon after it began, or long after."""
    return f"""(EXISTS (SELECT 1 FROM told AS report WHERE report.zone = number
        AND report.true_from >= {since} - {SOON} AND report.true_from <= {upto}
        AND (report.true_from >= {since} OR report.reported_on >= {since}) {which})
      OR EXISTS (SELECT 1 FROM told AS report WHERE report.zone = number AND report.reported_on > report.true_from + {SOON}
        AND report.reported_on >= {since} AND +report.true_from < {since} - {SOON} {which}))"""


def _has_gap(since: str, upto: str) -> str:
    """Some line begins after `since`, by `upto`, when all that was told before had faded."""
    is_told = _is_told("next.true_from - :fades", "next.true_from - 1")
    return f"""EXISTS (SELECT 1 FROM told AS next WHERE next.zone = number
        AND next.true_from > {since} AND next.true_from <= {upto} AND NOT {is_told})"""


_VOUCHED = _is_told(":lately", "upto")
_BROKEN = _is_told(":lately", "upto", f"AND report.status {_BREACH} AND {_stands('report')}")
_WAS_BROKEN = f"""EXISTS (SELECT 1 FROM told AS breach WHERE breach.zone = number AND breach.status {_BREACH}
        AND breach.true_from <= upto AND {_stands("breach")})"""
# of the line that rules
_KNOWN = f"""(line.status {_any_of(*LASTING)} OR line.true_until < {NEVER} OR line.true_from >= :lately
      OR line.reported_on >= :lately OR ({_VOUCHED} AND NOT {_has_gap("line.true_from", "upto")}))"""
# the signing of a truce that the last line before it says to hold, and that was still known then
_SIGNED_AGAIN = f"""(line.status {_any_of(Status.AGREED)} AND EXISTS (
      SELECT 1 FROM (
        SELECT status, true_from, true_until FROM told AS before WHERE zone = number
        AND (true_from, reported_on, known_on, status) < (line.true_from, line.reported_on, line.known_on, line.status)
        AND NOT status {_any_of(Status.AGREED, Status.VIOLATED)} AND {_stands("before")} ORDER BY {_LAST_FIRST} LIMIT 1) AS held
      WHERE held.status {_any_of(*HOLDING)}
      AND (held.true_until < {NEVER} OR held.true_from >= line.true_from - :fades
        OR NOT {_has_gap("held.true_from", "line.true_from")})))"""
# The number of the status that rules, with ~ if it has faded and ! if a breach stands beside it; where there are only breaches,
# theirs. `upto` is :day, or the last day by then on which something begins that was known on :known.
_QUESTION = f"""
WITH told AS NOT MATERIALIZED (SELECT * FROM line WHERE {{told}}),
zones AS MATERIALIZED (
  SELECT number, truce, area, CASE WHEN :known >= :day THEN :day ELSE coalesce((
    SELECT max(true_from) FROM told WHERE zone = number AND known_on < true_from AND true_from > :known AND true_from <= :day
  ), :known) END AS upto FROM zone)
SELECT truce, area, coalesce((
  SELECT status || CASE WHEN {_KNOWN} THEN '' ELSE '~' END
    || CASE WHEN status {_any_of(*filter(is_broken_by_breaches, Status))} AND {_BROKEN} THEN '!' ELSE '' END
  FROM told AS line
  WHERE zone = number AND true_from <= upto AND NOT status {_BREACH} AND {_stands("line")} AND NOT {_SIGNED_AGAIN}
  ORDER BY {_LAST_FIRST} LIMIT 1
), CASE WHEN {_WAS_BROKEN} THEN '{STATUS_NUMBER[Status.VIOLATED]}' || CASE WHEN {_VOUCHED} THEN '!' ELSE '~' END END)
FROM zones ORDER BY truce, area
"""
_OF_ALL_TOLD = text(_QUESTION.format(told=f"withdrawn_on = {NEVER}"))
_OF_WHAT_WAS_KNOWN = text(_QUESTION.format(told="known_on BETWEEN 1 AND :known AND withdrawn_on > :known"))


def _meanings(status: Status) -> Mapping[str, tuple[Status, bool, Status | None]]:
    """By the marks that it bears: the status, whether it is violated, and the status that was last reported before it faded."""
    violated = (Status.VIOLATED, True, None)  # the breach of a truce that has faded stands alone
    return {"": (status, False, None), "!": (status, True, None), "~": (Status.UNKNOWN, False, status), "~!": violated}


_MEANINGS = {
    f"{number}{marks}": meaning for status, number in STATUS_NUMBER.items() for marks, meaning in _meanings(status).items()
}


def zones_on(connection: Connection, day: date, known_on: date | None, fades_after_days: int | None) -> Iterator[ZoneOnDay]:
    """What is told of each zone on a day, as known on another (None: all that is known), by truce and area."""
    question = _OF_WHAT_WAS_KNOWN if known_on else _OF_ALL_TOLD
    # behind all days, what fades later is for ever
    fades = NEVER if fades_after_days is None else min(fades_after_days, NEVER)
    today = day.toordinal()
    asked = {"day": today, "known": day_number(known_on, NEVER), "fades": fades, "lately": today + 1 - fades}
    for truce, area, answer in connection.execute(question, asked).all():
        if answer:
            status, violated, faded_from = _MEANINGS[answer]
            yield ZoneOnDay(truce=truce, area=area, status=status, violated=violated, faded_from=faded_from)
