"""What a zone is called on a day: a described truce's zone holds those of all years, and each has a name of its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from geo.ledger.zone import Zone, lines_behind
from geo.status import Status


def agreements_on(
    zone: Zone, agreement_of: Mapping[str, str], day: date, *, known_on: date | None = None, fades_after_days: int | None = None
) -> tuple[str, ...]:
    """The agreements of a zone, before the others the one that its status on a day rests on, of several lines behind it the one
    that rules; in their own order where nothing is told of the day. `agreement_of` is by the id of the statement."""
    behind = lines_behind(zone, day, known_on=known_on, fades_after_days=fades_after_days)
    ruling = [line for line in behind if line.status is not Status.VIOLATED] or behind
    first = (agreement_of[line.statement] for line in ruling[-1:] if line.statement in agreement_of)
    return tuple(dict.fromkeys((*first, *zone.agreements)))
