"""Two days compared: which truces were gained, lost or changed between them, over how much land, and which lines say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from geo.footprint import Footprint
from geo.footprint.crs import covered_km2
from geo.ledger.zone import LedgerLine, Period, Zone, first_day, lines_behind
from geo.status import Status


class Change(StrEnum):
    """What two days say of one zone, in the order in which they are told.

    A truce *holds* on a day if its status then is in force or extended; breaches reported beside that status do not end it.
    It does not hold if its status is any other one, or on a silent day before the day on which a text says that it was agreed
    or took effect. All else is open: silence, an unknown or faded status, breaches reported alone.

    `gained`: held on the second day and did not on the first; `lost`: the reverse. Short of that, a zone is
    `no_longer_reported` or `newly_reported` where only the first or only the second day has a known status, `unreported` where
    neither has one, else `changed` where status or breaches differ, and `unchanged`. Silence is never a loss: not even where a
    text gave the last day of a truce and nothing is told after it, for it may have been extended.
    """

    GAINED = "gained"
    LOST = "lost"
    CHANGED = "changed"
    NO_LONGER_REPORTED = "no_longer_reported"
    NEWLY_REPORTED = "newly_reported"
    UNCHANGED = "unchanged"
    UNREPORTED = "unreported"


# Whether a truce holds by its status; None is open.
HOLDS: Mapping[Status, bool | None] = {status: False for status in Status} | {
    Status.IN_FORCE: True, Status.EXTENDED: True, Status.VIOLATED: None, Status.UNKNOWN: None,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two days: the `day`, the day on whose knowledge it is told (None: all that is known), and by zone id the
    period that it lies in, by that knowledge; a zone of which nothing is told is left out."""

    day: date
    known_on: date | None
    periods: Mapping[str, Period]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """An area in km², between what every reading of the words agrees on and what any of them allows. Overlaps count once."""

    core_km2: float
    possible_km2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One zone on both days, None where nothing is told of it. `lines` are the ledger lines that made the change, in the
    order of the ledger: those behind its status on the second day that were not behind it on the first, else those behind
    the first day's, which no longer count. An unchanged or unreported zone has none."""

    zone: str
    change: Change
    first: Period | None
    second: Period | None
    lines: tuple[LedgerLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The zones of one change, in the order that they were given; `extent` is that of those with a polygon, and `undrawn`
    counts the others."""

    zones: tuple[Changed, ...]
    extent: Extent
    undrawn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two days compared. `groups` holds every change in the order of `Change`, an empty one too; `held` is the land under
    truces that hold on the first and on the second day."""

    first: Side
    second: Side
    groups: Mapping[Change, Group]
    held: tuple[Extent, Extent]


def compare(
    zones: Iterable[Zone], first: Side, second: Side, footprints: Mapping[str, Footprint], fades_after_days: int | None = None
) -> Comparison:
    """Holds two days against each other; `footprints` are by zone id, and `fades_after_days` what the periods were told by
    (`geo.ledger.zone.periods`). Swapped days swap gained with lost, no longer with newly
    reported, and leave the other groups as they are."""
    found = [_changed(zone, first, second, fades_after_days) for zone in zones]

    def extent(of: Iterable[str]) -> Extent:
        return _extent([footprints[zone] for zone in of if zone in footprints])

    def group(change: Change) -> Group:
        rows = tuple(row for row in found if row.change is change)
        ids = [row.zone for row in rows]
        return Group(zones=rows, extent=extent(ids), undrawn=sum(zone not in footprints for zone in ids))

    return Comparison(
        first=first, second=second, groups={change: group(change) for change in Change},
        held=(
            extent(zone for zone, period in first.periods.items() if HOLDS[period.status]),
            extent(zone for zone, period in second.periods.items() if HOLDS[period.status]),
        ),
    )  # fmt: skip


def _changed(zone: Zone, first: Side, second: Side, fades_after_days: int | None) -> Changed:
    before, after = first.periods.get(zone.id), second.periods.get(zone.id)
    change = _change(before, after, _holds(zone, first), _holds(zone, second))
    quiet = change in (Change.UNCHANGED, Change.UNREPORTED)
    lines = () if quiet else _lines_of_change(zone, first, second, fades_after_days)
    return Changed(zone=zone.id, change=change, first=before, second=after, lines=lines)


def _change(before: Period | None, after: Period | None, held: bool | None, holds: bool | None) -> Change:
    if held is False and holds:
        return Change.GAINED
    if held and holds is False:
        return Change.LOST
    known = _is_known(before), _is_known(after)
    if not all(known):
        return {(True, False): Change.NO_LONGER_REPORTED, (False, True): Change.NEWLY_REPORTED}.get(known, Change.UNREPORTED)
    return Change.UNCHANGED if _told(before) == _told(after) else Change.CHANGED


def _holds(zone: Zone, side: Side) -> bool | None:
    """Whether the zone's truce holds on a day, None where that is open."""
    period = side.periods.get(zone.id)
    if period:
        return HOLDS[period.status]
    begun = first_day(zone, known_on=side.known_on)
    return False if begun and side.day < begun else None


def _is_known(period: Period | None) -> bool:
    return period is not None and period.status is not Status.UNKNOWN


def _told(period: Period | None) -> tuple[Status, bool] | None:
    return (period.status, period.violated) if period else None


def _lines_of_change(zone: Zone, first: Side, second: Side, fades_after_days: int | None) -> tuple[LedgerLine, ...]:
    before, after = (
        lines_behind(zone, side.day, known_on=side.known_on, fades_after_days=fades_after_days) for side in (first, second)
    )
    return tuple(line for line in after if line not in before) or before


def _extent(footprints: list[Footprint]) -> Extent:
    return Extent(
        core_km2=covered_km2([footprint.core for footprint in footprints if footprint.core is not None]),
        possible_km2=covered_km2([footprint.possible for footprint in footprints]),
    )
