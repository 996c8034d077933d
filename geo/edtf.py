"""Dates that may be vague: a small subset of the Extended Date/Time Format (ISO 8601-2).

Read and written are a year (`2017`), a month (`2017-07`), a day (`2017-07-09`), each with a qualifier (`~` approximate, `?`
uncertain, `%` both), intervals of them (`2017-07-09/2017-07-14`, `2017-07-09/..`, `../2017-07`), and sets: `{a,b}` all of,
`[a,b]` one of. Years run from 0001 to 9999. There are no times of day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import total_ordering

from geo.errors import EdtfError

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")
_OPEN = ".."
_QUALIFIERS = {"~": "about", "?": "perhaps", "%": "perhaps_about"}
_SETS = {"{": "all_of", "[": "one_of"}
_FORMS, _LAST_FORM = "2017, 2017-07, 2017-07-09, 2017-07-09~, 2017-07/.., {2017-07-14,2017-07-15}", "[2017,2018]"


class Granularity(StrEnum):
    """How finely a date is given."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"
    SET = "set"


@total_ordering
@dataclass(frozen=True, slots=True, kw_only=True)
class Edtf:
    """A date as it is known. Two are equal if their canonical texts are; they sort by `earliest`, then `latest`.

    `earliest` and `latest` are the first and the last day that the date can mean, both inclusive, None at an open end of an
    interval. `approximate` is True if any part carries a qualifier; a qualifier widens nothing. Make one with `parse` or
    with the constructors below, which keep the fields in agreement.
    """

    text: str
    earliest: date | None = field(compare=False)
    latest: date | None = field(compare=False)
    granularity: Granularity = field(compare=False)
    approximate: bool = field(compare=False, default=False)

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: Edtf) -> bool:
        return self._sort_key() < other._sort_key()

    def in_words(self, say: Callable[..., str], point: Callable[[str], str], *, comma: str) -> str:
        """The date in words: `point` is given each year, month or day in it as it is written, without a qualifier.

        `say` puts these together: it is given "about" (~), "perhaps" (?) or "perhaps_about" (%) with `date`, "from" with
        `start`, "until" with `end`, "between" with both, "all_of" or "one_of" with `last` and `most`, the others joined by
        `comma`.
        """
        return _in_words(self.text, say, point, comma)

    def _sort_key(self) -> tuple[date, date, str]:
        return self.earliest or date.min, self.latest or date.max, self.text

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """The date that a text in EDTF means. Raises EdtfError if it is none, or outside the subset."""
        if text[:1] + text[-1:] in ("{}", "[]"):
            parts = tuple(_parse_point(part.strip(), text) for part in text[1:-1].split(","))
            return _set_of(parts, text[0], text[-1])
        start, slash, end = text.partition("/")
        if not slash:
            return _parse_point(text, text)
        return cls.interval(
            None if start == _OPEN else _parse_point(start, text),
            None if end == _OPEN else _parse_point(end, text),
        )

    @classmethod
    def day(cls, day: date, *, approximate: bool = False) -> Edtf:
        """One day."""
        text = day.isoformat() + "~" * approximate
        return cls(text=text, earliest=day, latest=day, granularity=Granularity.DAY, approximate=approximate)

    @classmethod
    def month(cls, year: int, month: int, *, approximate: bool = False) -> Edtf:
        """One month of one year, 1 to 12. Raises EdtfError if there is no such month."""
        return _parse_point(f"{year:04d}-{month:02d}" + "~" * approximate, f"{year}-{month}")

    @classmethod
    def year(cls, year: int, *, approximate: bool = False) -> Edtf:
        """One year, 1 to 9999. Raises EdtfError beyond them."""
        return _parse_point(f"{year:04d}" + "~" * approximate, str(year))

    @classmethod
    def interval(cls, start: Edtf | None, end: Edtf | None) -> Edtf:
        """From one date to another, both inside; None leaves an end open.

        Raises EdtfError if it ends before it starts, if both ends are open, or if an end is itself an interval or a set.
        """
        text = f"{start or _OPEN}/{end or _OPEN}"
        if start is None and end is None:
            raise EdtfError("the interval {text!r} has neither a start nor an end; give at least one", text=text)
        for one in (start, end):
            if one and one.granularity in (Granularity.INTERVAL, Granularity.SET):
                raise EdtfError(
                    "the interval {text!r} has {end!r} as an end; use a day, a month or a year", text=text, end=one.text
                )
        earliest = start.earliest if start else None
        latest = end.latest if end else None
        if earliest and latest and latest < earliest:
            raise EdtfError("the interval {text!r} ends before it starts; swap its ends", text=text)
        approximate = any(one.approximate for one in (start, end) if one)
        return cls(text=text, earliest=earliest, latest=latest, granularity=Granularity.INTERVAL, approximate=approximate)

    @classmethod
    def all_of(cls, dates: Iterable[Edtf]) -> Edtf:
        """Each of several dates, `{a,b}`. Raises EdtfError if there is none, or one is an interval or a set."""
        return _set_of(tuple(dates), "{", "}")

    @classmethod
    def one_of(cls, dates: Iterable[Edtf]) -> Edtf:
        """One of several dates, `[a,b]`. Raises EdtfError if there is none, or one is an interval or a set."""
        return _set_of(tuple(dates), "[", "]")


def _in_words(text: str, say: Callable[..., str], point: Callable[[str], str], comma: str) -> str:
    def words(part: str) -> str:
        return _in_words(part, say, point, comma)

    if text[0] in _SETS:
        *most, last = map(words, text[1:-1].split(","))
        return say(_SETS[text[0]], most=comma.join(most), last=last) if most else last
    start, slash, end = text.partition("/")
    if slash and end == _OPEN:
        return say("from", start=words(start))
    if slash and start == _OPEN:
        return say("until", end=words(end))
    if slash:
        return say("between", start=words(start), end=words(end))
    if text[-1] in _QUALIFIERS:
        return say(_QUALIFIERS[text[-1]], date=point(text[:-1]))
    return point(text)


def _parse_point(text: str, whole: str) -> Edtf:
    """A year, month or day with its qualifier; `whole` is the text that a reader would look for."""
    match = _POINT.fullmatch(text)
    if not match:
        raise EdtfError(
            "{text!r} is not a date in the form that is read here; write it like {forms} or {last}",
            text=whole, forms=_FORMS, last=_LAST_FORM,
        )  # fmt: skip
    year, month, day = (int(group) if group else None for group in match.group(1, 2, 3))
    approximate = bool(match[4])
    if not year:
        raise EdtfError("{text!r} names the year 0; years run from 0001 to 9999", text=whole)
    if month is None:
        first, last, granularity = date(year, 1, 1), date(year, 12, 31), Granularity.YEAR
    elif not 1 <= month <= 12:
        raise EdtfError("{text!r} names the month {month}; months run from 01 to 12", text=whole, month=month)
    elif day is None:
        last = date(year, month, monthrange(year, month)[1])
        first, granularity = last.replace(day=1), Granularity.MONTH
    elif not 1 <= day <= monthrange(year, month)[1]:
        raise EdtfError("{text!r} names a day that its month does not have; check the day", text=whole)
    else:
        first = last = date(year, month, day)
        granularity = Granularity.DAY
    return Edtf(text=text, earliest=first, latest=last, granularity=granularity, approximate=approximate)


def _set_of(dates: tuple[Edtf, ...], opening: str, closing: str) -> Edtf:
    """A set in canonical form: sorted, each date once."""
    parts = sorted(set(dates))
    text = opening + ",".join(part.text for part in parts) + closing
    if not parts:
        raise EdtfError("the set {text!r} is empty; put at least one date into it", text=text)
    for part in parts:
        if part.granularity in (Granularity.INTERVAL, Granularity.SET):
            raise EdtfError("the set {text!r} holds {part!r}; use days, months or years", text=text, part=part.text)
    return Edtf(
        text=text,
        earliest=min(part.earliest for part in parts if part.earliest),
        latest=max(part.latest for part in parts if part.latest),
        granularity=Granularity.SET,
        approximate=any(part.approximate for part in parts),
    )
