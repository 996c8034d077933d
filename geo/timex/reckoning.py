"""Reckoning with dates: which year a date without one means, which Friday a Friday is, when last week was.

A shift counts from the publication date: 0 is the current week, month or year, -1 the one before, 1 the one after.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache

from geo.edtf import Edtf, Granularity
from geo.errors import EdtfError

# A date without a year lies at most this far away: in January "December" is last month, in July "August" is next month, and
# what ran "until 15 January" on the 18th has just ended.
MONTHS_AWAY = 11
# Years of the Hijri calendar that can fall into a Gregorian year less this.
_HIJRI_OFFSET = 579
_YEAR_DIGITS = 4


class Direction(Enum):
    """Where a date without a year lies, seen from the publication date."""

    UNKNOWN = "unknown"
    AHEAD = "ahead"
    BEFORE = "before"
    AFTER = "after"
    CURRENT = "current"


def direction_of(shift: int) -> Direction:
    """The direction that «الماضي» (-1), «الجاري» (0) or «المقبل» (1) gives."""
    return Direction.BEFORE if shift < 0 else Direction.AFTER if shift > 0 else Direction.CURRENT


# the same few years come up in every article
@lru_cache(maxsize=1 << 12)
def month_of(year: int, month: int) -> Edtf:
    """A month, 1 to 12."""
    return Edtf.month(year, month)


@lru_cache(maxsize=1 << 12)
def day_of(year: int, month: int, day: int) -> Edtf | None:
    """A day, None if the month has no such day."""
    try:
        return Edtf.day(date(year, month, day))
    except ValueError:
        return None


def choose_year(
    in_year: Callable[[int], Edtf | None], anchor: date, direction: Direction, weekday: int | None = None
) -> Edtf | None:
    """The date that `in_year` gives in the year that is meant; None if it gives none in the years around the anchor.

    `weekday` (1 is Monday) is the day of the week that the text calls it: years in which it is so come first.
    """
    dates = [found for year in range(anchor.year - 1, anchor.year + 2) if (found := in_year(year))]
    fitting = [found for found in dates if found.earliest and found.earliest.isoweekday() == weekday]
    return _choose(fitting, anchor, direction) or _choose(dates, anchor, direction)


def _choose(dates: list[Edtf], anchor: date, direction: Direction) -> Edtf | None:
    """The date of a sorted list that lies where the direction says."""
    past = [found for found in dates if found.earliest and found.earliest <= anchor]
    ended = [found for found in dates if found.latest and found.latest < anchor]
    ahead = [found for found in dates if found.latest and found.latest >= anchor]
    after = [found for found in dates if found.earliest and found.earliest > anchor]
    if direction is Direction.CURRENT:
        return next((found for found in dates if found.earliest and found.earliest.year == anchor.year), None)
    if direction is Direction.BEFORE:
        return ended[-1] if ended else None
    if direction is Direction.AFTER:
        return after[0] if after else None
    last, coming = (past[-1] if past else None), (ahead[0] if ahead else None)
    if direction is Direction.AHEAD:
        return coming if coming and coming.earliest and _is_near(anchor, coming.earliest) else last
    return last if last and last.earliest and _is_near(last.earliest, anchor) else coming


def _is_near(earlier: date, later: date) -> bool:
    months = 12 * (later.year - earlier.year) + later.month - earlier.month
    return months < MONTHS_AWAY or (months == MONTHS_AWAY and earlier.day > later.day)


def weekday_near(weekday: int, anchor: date, direction: Direction) -> date:
    """The day that a weekday (1 is Monday) means. CURRENT is the one in the anchor's week, Monday to Sunday."""
    back = (anchor.isoweekday() - weekday) % 7
    forward = (weekday - anchor.isoweekday()) % 7
    days = {
        Direction.UNKNOWN: -back,
        Direction.AHEAD: forward,
        Direction.BEFORE: -(back or 7),
        Direction.AFTER: forward or 7,
        Direction.CURRENT: weekday - anchor.isoweekday(),
    }[direction]
    return anchor + timedelta(days=days)


def weekday_nearest(weekday: int, anchor: date) -> date:
    """The weekday at most three days before or after a day."""
    return anchor + timedelta(days=(weekday - anchor.isoweekday() + 3) % 7 - 3)


def shift_months(day: date, months: int) -> date:
    """The first of the month that lies so many months away."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def unit_at(unit: str, anchor: date, shift: int) -> Edtf:
    """The day, week (Monday to Sunday), month or year that lies `shift` of them away from the anchor's."""
    if unit == "day":
        return Edtf.day(anchor + timedelta(days=shift))
    if unit == "week":
        monday = anchor + timedelta(days=7 * shift + 1 - anchor.isoweekday())
        return Edtf.interval(Edtf.day(monday), Edtf.day(monday + timedelta(days=6)))
    if unit == "month":
        first = shift_months(anchor, shift)
        return Edtf.month(first.year, first.month)
    return Edtf.year(anchor.year + shift)


def away(unit: str, anchor: date, count: int, *, approximate: bool = False) -> Edtf:
    """The date `count` units away: days are exact unless said otherwise, longer units are approximate and as fine as they."""
    if unit == "day":
        return Edtf.day(anchor + timedelta(days=count), approximate=approximate)
    if unit == "week":
        return Edtf.day(anchor + timedelta(days=7 * count), approximate=True)
    if unit == "month":
        first = shift_months(anchor, count)
        return Edtf.month(first.year, first.month, approximate=True)
    return Edtf.year(anchor.year + count, approximate=True)


def narrow(whole: Edtf, part: str) -> Edtf | None:
    """The "early", "mid" or "late" part of a month (thirds by days), a year (four months) or a week; None for anything else.

    Both ends are approximate: nobody says on which day «مطلع» ends.
    """
    third = ("early", "mid", "late").index(part)
    first, last = whole.earliest, whole.latest
    if not first or not last:
        return None
    if whole.granularity is Granularity.MONTH:
        start = first + timedelta(days=10 * third)
        end = last if part == "late" else start + timedelta(days=9)
    elif whole.granularity is Granularity.YEAR:
        start_month = 1 + 4 * third
        return Edtf.interval(
            Edtf.month(first.year, start_month, approximate=True), Edtf.month(first.year, start_month + 3, approximate=True)
        )
    elif whole.granularity is Granularity.INTERVAL and last - first == timedelta(days=6):
        start, end = first + timedelta(days=(0, 2, 4)[third]), first + timedelta(days=(1, 3, 6)[third])
    else:
        return None
    return Edtf.interval(Edtf.day(start, approximate=True), Edtf.day(end, approximate=True))


def hijri(year: int, month: int, day: int | None) -> Edtf | None:
    """A day or a month of the Umm al-Qura calendar; None for a day that it does not have or that its tables do not reach."""
    from hijridate import Hijri  # slow to import, and most texts hold no such date

    try:
        length = Hijri(year, month, 1).month_length()
        first, last = (Hijri(year, month, d).to_gregorian() for d in ((day, day) if day else (1, length)))
    except (ValueError, OverflowError):
        return None
    start, end = (Edtf.day(date(one.year, one.month, one.day)) for one in (first, last))
    return start if day else Edtf.interval(start, end)


def hijri_in(gregorian_year: int, month: int, day: int | None) -> Edtf | None:
    """The day or month of the Hijri calendar that starts in a Gregorian year; the earlier one where two do."""
    around = (hijri(gregorian_year - _HIJRI_OFFSET + n, month, day) for n in (-1, 0, 1))
    return next((found for found in around if found and found.earliest and found.earliest.year == gregorian_year), None)


def together(dates: Iterable[Edtf | None], *, is_range: bool) -> Edtf | None:
    """Several dates of one expression: from the first to the last, or each of them. None if any is unknown or out of order."""
    parts = list(dates)
    known = [found for found in parts if found]
    if len(known) < len(parts) or not known:
        return None
    if len(known) == 1:
        return known[0]
    try:
        return Edtf.interval(known[0], known[-1]) if is_range else Edtf.all_of(known)
    except EdtfError:
        return None


def from_to(start: Edtf, end: Edtf, written: str, to: str) -> Edtf | None:
    """From one day to another, as it is `written` with `to` between them: in "July 31 to August 4, 2024" both lie in the year
    that the second names, else the second is the first such day behind the first; None if it lies before, or if one is no
    day."""
    if not (start.granularity is end.granularity is Granularity.DAY):
        return None
    first, last = (part[-_YEAR_DIGITS:].isdigit() for part in written.split(to, 1))
    if last and not first:
        start = next((day for years in (0, -1) if (day := _near(start, end, years)) and day <= end), start)
    elif not last and to.strip().isalpha():
        end = next((day for years in (0, 1) if (day := _near(end, start, years)) and start <= day), end)
    return together((start, end), is_range=True) if start <= end else None


def _near(day: Edtf, other: Edtf, years: int) -> Edtf | None:
    """A day in the year that lies so many years behind that of another."""
    if not day.earliest or not other.earliest:
        return None
    return day_of(other.earliest.year + years, day.earliest.month, day.earliest.day)
