"""The days that the date control runs over: first to last, the days on which a zone changes, and reports a bar."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from dashboard.edition import Edition, Moment, once_an_edition

MARGIN_DAYS = 7  # so that the first and the last event do not sit on the ends of the control
MOST_BARS = 60  # the control is about 500 px wide: 8 px a bar at least
_A_DAY = timedelta(1)
BAR_DAYS = (1, 7, 14, 28, 91, 182, 364)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """`first` and `last` are the ends of the control, inclusive; `opening` is the day it stands on before anyone moves it.

    `changes` are the days on which any zone's status changes, in order, and `reports` those on which something became known.
    `lines` are the days of the ledgers' lines, in order: the day a line is true from, else the day it became known. `zoomed`
    tells that the ends are not those of all that is known.
    """

    first: date
    last: date
    opening: date
    changes: tuple[date, ...]
    reports: tuple[date, ...]
    lines: tuple[date, ...]
    zoomed: bool = False

    def within(self, first: date, last: date) -> Timeline:
        """The control over a stretch of days alone, both ends inclusive; what lies outside of it is left out."""
        return replace(
            self, first=first, last=last, zoomed=True, changes=tuple(day for day in self.changes if first <= day <= last),
        )  # fmt: skip

    def eve_of_last_change(self, shown: date) -> date:
        """The day before the last change up to a day: the first day where there was none."""
        return max((change for change in self.changes if change <= shown), default=self.first + _A_DAY) - _A_DAY

    def bars(self) -> tuple[int, tuple[int, ...]]:
        """How many days a bar of the histogram stands for, and how many lines lie in each, from `first` on."""
        days = (self.last - self.first).days
        width = next((n for n in BAR_DAYS if days / n < MOST_BARS), BAR_DAYS[-1])
        counts = Counter((day - self.first).days // width for day in self.lines if self.first <= day <= self.last)
        return width, tuple(counts[number] for number in range(days // width + 1))

    def options(self) -> dict[str, Any]:
        """As JSON for static/page/timeline.js."""
        width, bars = self.bars()
        return {
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "changes": [day.isoformat() for day in self.changes],
            "reports": [day.isoformat() for day in self.reports],
            "bars": list(bars),
            "barDays": width,
            "zoomed": self.zoomed,
        }


@once_an_edition
def timeline(edition: Edition) -> Timeline | None:
    """The timeline of an edition, None where nothing has a date. It opens on the last day that anything was reported."""
    lines = [line for zone in edition.zones.values() for line in zone.ledger]
    reported = [day for line in lines if (day := line.true_from or line.reported_on or line.known_on)]
    changes = {end for periods in edition.periods.values() for p in periods for end in (p.start, p.end) if end}
    # what will fade if nobody reports on it has not faded yet
    changes -= {p.start for periods in edition.periods.values() for p in periods if p.faded_from and p.start > edition.made_on}
    known = [line.known_on for line in lines if line.known_on]
    days = [*reported, *changes, *known]
    if not days:
        return None
    first, last = min(days).toordinal() - MARGIN_DAYS, max(days).toordinal() + MARGIN_DAYS
    return Timeline(
        first=date.fromordinal(max(first, date.min.toordinal())),
        last=date.fromordinal(min(last, date.max.toordinal())),
        opening=max([line.reported_on for line in lines if line.reported_on] or reported or known),
        changes=tuple(sorted(changes)),
        reports=tuple(sorted(set(known))),
        lines=tuple(sorted(reported)),
    )


def nearest_shown_day(edition: Edition, zone: str, moment: Moment) -> date | None:
    """The moment's day if the zone has a status then, else the nearest on which it has one; None if it has none on any."""
    day = moment.day
    if day is None or edition.period_on(zone, moment):
        return day
    if moment.follows:
        told = [(max(p.start, a.known_from), p.end) for a in edition.accounts[zone] for p in a.periods]
    else:
        told = [(p.start, p.end) for p in edition.history(zone, moment.known_on)]
    ends = [
        d for start, end in told for d in (start, end and end - timedelta(1)) if d and edition.period_on(zone, _at(moment, d))
    ]
    return min(ends, key=lambda end: (abs((end - day).days), end), default=None)


def _at(moment: Moment, day: date) -> Moment:
    """The moment with its clock on another day, and the second one with it where that follows."""
    return replace(moment, day=day, known_on=day if moment.follows else moment.known_on)
