"""What the last report on a zone says: the words for a status that is too old to be known still."""

from __future__ import annotations

from datetime import date

from geo.ledger.zone import HOLDING, LedgerLine, Zone, is_broken_by_breaches, is_placed, is_told, last_report
from geo.status import Status


def last_statuses(zone: Zone, day: date, *, known_on: date | None = None) -> tuple[Status, ...]:
    """What was said on the day of `geo.ledger.zone.last_report`: the status that became true last, then breaches beside it
    (a signing is told again where the same day's reports say that the truce holds);
    breaches alone where nothing else was said, nothing where there is no report."""
    reported = last_report(zone, day, known_on=known_on)
    said = [
        line for line in zone.ledger
        if is_placed(line) and is_told(line, known_on) and _reported_on(line) == reported
    ]  # fmt: skip
    holds = any(line.status in HOLDING for line in said)
    standing = sorted(
        (line for line in said if line.status is not Status.VIOLATED and not (holds and line.status is Status.AGREED)),
        key=lambda line: line.true_from or day,
    )
    ruling = tuple(line.status for line in standing[-1:])
    broken = any(line.status is Status.VIOLATED for line in said) and is_broken_by_breaches(*ruling or (None,))
    return (*ruling, Status.VIOLATED) if broken else ruling


def _reported_on(line: LedgerLine) -> date:
    """The last day that a placed line vouches for, as `geo.ledger.zone` counts it."""
    return max(day for day in (line.true_from, line.reported_on) if day)
