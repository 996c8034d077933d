"""The days that the date control runs over: first to last, the days on which a zone changes, and reports a bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from dashboard.edition import Edition, Moment, once_an_edition

MARGIN_DAYS = 7  # so that the first and the last event do not sit on the ends of the control
MOST_BARS = 60  # the control is about 500 px wide: 8 px a bar at least
BAR_DAYS = (1, 7, 14, 28, 91, 182, 364)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """`first` and `last` are the ends of the control, inclusive; `opening` is the day it stands on before anyone moves it.

    `changes` are the days on which any zone's status changes, in order, and `reports` those on which something became known.
    `bars` count the ledger lines of each stretch of
    `bar_days` days from `first` on; a line counts on the day it is true from, else on the day it became known.
    """

    first: date
    last: date
    opening: date
    changes: tuple[date, ...]
    reports: tuple[date, ...]
    bars: tuple[int, ...]
    bar_days: int

    def options(self) -> dict[str, Any]:
        """As JSON for static/page/timeline.js."""
        return {
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "changes": [day.isoformat() for day in self.changes],
            "reports": [day.isoformat() for day in self.reports],
            "bars": list(self.bars),
            "barDays": self.bar_days,
        }


@once_an_edition
def timeline(edition: Edition) -> Timeline | None:
    """The timeline of an edition, None where nothing has a date. It opens on the last day that anything was reported."""
    lines = [line for zone in edition.zones.values() for line in zone.ledger]
    reported = [day for line in lines if (day := line.true_from or line.known_on)]
    changes = {end for periods in edition.periods.values() for p in periods for end in (p.start, p.end) if end}
    # what will fade if nobody reports on it has not faded yet
    changes -= {p.start for periods in edition.periods.values() for p in periods if p.faded_from and p.start > edition.made_on}
    known = [line.known_on for line in lines if line.known_on]
    days = [*reported, *changes, *known]
    if not days:
        return None
    first, last = min(days) - timedelta(MARGIN_DAYS), max(days) + timedelta(MARGIN_DAYS)
    bar_days = next((n for n in BAR_DAYS if (last - first).days / n < MOST_BARS), BAR_DAYS[-1])
    return Timeline(
        first=first,
        last=last,
        opening=max(known) if known else max(reported),
        changes=tuple(sorted(changes)),
        reports=tuple(sorted(set(known))),
        bars=_bars(reported, first, last, bar_days),
        bar_days=bar_days,
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


def _bars(reported: Iterable[date], first: date, last: date, bar_days: int) -> tuple[int, ...]:
    counts = Counter((day - first).days // bar_days for day in reported)
    return tuple(counts[i] for i in range((last - first).days // bar_days + 1))
