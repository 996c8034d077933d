"""The grammar of dates: what may stand at a place of a folded text, one method for each family of expressions.

A family is given the offset at which an expression may start and answers with what it found there, or None. Families build
on each other: a part («مطلع») reads the month behind it, a weekday the date that follows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from geo.edtf import Edtf, Granularity
from geo.span import Span
from geo.text.script import Folded
from geo.timex import reckoning
from geo.timex.calendar import IN_DIGITS, MONTH_KINDS, Calendar
from geo.timex.chronicle import Entry, Opening
from geo.timex.patterns import patterns_of
from geo.timex.reckoning import Direction
from geo.timex.surroundings import Surroundings

# A date without its year, or a date that is the same in every year.
Partial = Callable[[int], Edtf | None]
_LEAP_YEAR = 2000
_MODIFIER_KINDS = ("modifier", "modifier_before", "modifier_two")


@dataclass(frozen=True, slots=True)
class Found:
    """An expression at the folded offsets [start, end). `value` is None where nothing decides it; `part` as in `Timex`."""

    start: int
    end: int
    value: Edtf | None
    part: Edtf | None = None


class Reader(Surroundings):
    """Reads the dates of one text. `anchor` is the day of publication, None where nobody knows it.

    `previous` is the value of the date read last: what «اليوم ذاته» and "two days later" count from. `entry` is the last entry
    of a chronicle, a line that starts with a date and a colon or a dash; `opening` knows the last date with a year that opens
    its line.
    """

    def __init__(
        self, article_text: str, folded: Folded, calendar: Calendar, anchor: date | None,
        triggered: Mapping[int, frozenset[str]],
    ) -> None:  # fmt: skip
        super().__init__(folded.text, patterns_of(calendar), triggered)
        self.article_text = article_text
        self.folded = folded
        self.calendar = calendar
        self.anchor = anchor
        self.previous: Edtf | None = None
        self.entry = Entry(folded.text)
        self.opening = Opening(folded.text)

    def read(self, start: int, kinds: frozenset[str]) -> Found | None:
        """The expression that starts here with a word of these kinds, None if there is none."""
        for family in _families(kinds):
            found = family(self, start)
            if found:
                self.previous = found.value or self.previous
                if found.value and self._is_entry(found.start, found.end):
                    self.entry.note(found.end, found.value)
                self.opening.note(found.start, found.end, found.value)
                return found
        return None

    def masked(self, start: int) -> int | None:
        """Where a name that holds a date and is none («روسيا اليوم») ends; None if none starts here."""
        match = self.patterns.mask.match(self.text, start)
        return match.end() if match else None

    def numeric(self, start: int) -> Found | None:
        """2017-07-09, 9/7/2017: day first unless it cannot be, or the month first is the day of publication."""
        match = self.patterns.numeric.match(self.text, start)
        if not match or self._continues_a_number(start):
            return None
        if match["year"]:
            year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
        else:
            day, month, year = int(match["first"]), int(match["second"]), int(match["last"])
        value, month_first = reckoning.day_of(year, month, day), reckoning.day_of(year, day, month)
        if value is None or (not match["year"] and month_first and month_first.earliest == self.anchor):
            value = month_first
        return Found(start, match.end(), value) if value else None

    def days_first(self, start: int, *, weekday: int | None = None, is_range: bool = False) -> Found | None:
        """«14 و15 من الشهر المقبل», «الرابع من أيار مايو 2017», "4-5 May"."""
        match = self.patterns.days.match(self.text, start)
        if not match or self._continues_a_number(start) or self._behind(self.patterns.counts_a_noun, start):
            return None
        of = self.patterns.of.match(self.text, match.end())
        after = of.end() if of else match.end()
        month = self.patterns.month.match(self.text, after) if self._may_start(after, _STARTS_MONTH) else None
        if month:
            days, is_range = self._days(match.group(), is_range)
            return self._until_another(self._dated(start, month.end(), month, days, weekday, is_range), self.days_first)
        unit = self.unit(after) if self._may_start(after, _STARTS_UNIT) else None
        unit = unit or self._month_left_out(start, match.end())
        if not unit or (unit.value and unit.value.granularity is not Granularity.MONTH):
            return None
        days, is_range = self._days(match.group(), is_range)
        first = unit.value.earliest if unit.value else None
        values = [reckoning.day_of(first.year, first.month, day) if first else None for day in days]
        return Found(start, unit.end, reckoning.together(values, is_range=is_range))

    def _until_another(self, first: Found | None, read: Callable[[int], Found | None]) -> Found | None:
        """«31 مارس - الأول من أبريل», "from January 1 to June 30": a day and, behind a stroke or "to", a later one with a month
        of its own, of the next year where it would come before the first."""
        stroke = self.patterns.stroke.match(self.text, first.end) if first and first.value else None
        last = read(stroke.end()) if stroke else None
        if not first or not first.value or not stroke or not last or not last.value:
            return first
        value = reckoning.from_to(first.value, last.value, self.text[first.start : last.end], stroke.group())
        return Found(first.start, last.end, value) if value else first

    def _month_left_out(self, start: int, end: int) -> Found | None:
        """The month of «9 و10 الجاري», «العاشر من الماضي». Without «من» a number may count: «الأعوام الـ 17 الماضية»."""
        match = self.patterns.month_left_out.match(self.text, end + 1)
        shift = self._shift(match["modifier"]) if match else None
        if not match or not isinstance(shift, int) or not (match["of"] or (shift == 0 and self.text[start].isdigit())):
            return None
        return Found(start, match.end(), self._unit("month", shift))

    def month_first(self, start: int, *, weekday: int | None = None, cued: bool = False) -> Found | None:
        """«أيار مايو», «شهر شباط الماضي», "July 9, 2017", "last July"; `cued` if what precedes shows that it is a month."""
        match = self.patterns.month.match(self.text, start)
        if not match:
            return None
        end, is_range = match.end(), False
        days: list[int] = []
        if match["month"] and match["month"].isascii():
            glued = self.patterns.glued.match(self.text, end)
            if glued:
                number = self.calendar.month_number(match["month"])
                value = reckoning.day_of(int(glued["year"]), number, int(glued["day"]))
                return Found(start, glued.end(), value) if value else None
            after = self.patterns.days_after_month.match(self.text, end)
            if after:
                end = after.end()
                days, is_range = self._days(after["days"], is_range)
        glued_on = self._behind(self.patterns.day_glued_on, start) if self._follows_digits(start) else None
        if glued_on:
            start, days = glued_on.start("day"), [int(glued_on["day"])]
        found = self._dated(start, end, match, days, weekday, is_range)
        found = self._until_another(found, self.month_first) if len(days) == 1 else found
        sure = cued or days or match["before"] or (found and found.end > match.end())
        return self._or_another(found, days) if sure or self._stands_as_month(match) else None

    def _or_another(self, first: Found | None, days: list[int]) -> Found | None:
        """«مايو أو يونيو»: one of two months."""
        or_ = self.patterns.or_.match(self.text, first.end) if first and not days else None
        last = self.month_first(or_.end(), cued=True) if or_ else None
        if not first or not last or not first.value or not last.value or last.value.granularity is not Granularity.MONTH:
            return first
        return Found(first.start, last.end, Edtf.one_of((first.value, last.value)))

    def _stands_as_month(self, match: re.Match[str]) -> bool:
        """True if a month without day, year or modifier is one: «آب» is written like «أب» (father), "May" like "may"."""
        name, start = match["month"], match.start("month") if match["month"] else match.start()
        if not name or self.calendar.knows("month_dated", name):
            return False
        if not self.calendar.knows("month_weak", name):
            return True
        written = self.article_text[self.folded.source(Span(start, start + 1)).start]
        if written.islower() or (self.text[start] == "ا" and written == "أ"):
            return False
        return start > match.start() or bool(self._behind(self.patterns.month_cue, start))

    def _days(self, text: str, is_range: bool) -> tuple[list[int], bool]:
        """The days of a list or range, and whether it is a range."""
        days = [self.calendar.number(match.group()) for match in self.patterns.day.finditer(text)]
        return days, len(days) == 2 and (is_range or bool(self.patterns.range.search(text)))

    def _dated(
        self, start: int, end: int, month: re.Match[str], days: list[int], weekday: int | None, is_range: bool
    ) -> Found | None:
        """A month, its days, and the year or modifier that follows at `end`; None if the month has no such days."""
        hijri = month["hijri"]
        tail = (self.patterns.hijri_tail if hijri else self.patterns.year_tail).match(self.text, end)
        modified = None if tail else self.patterns.modifier_tail.match(self.text, end)
        if hijri and not days and not tail:
            return None
        if hijri and tail:
            number = int(self.calendar.value("hijri_month", hijri))
            year = int(tail["year"])
            values = [reckoning.hijri(year, number, day) for day in days] or [reckoning.hijri(year, number, None)]
            return Found(start, tail.end(), reckoning.together(values, is_range=is_range))
        tail = tail or (modified if modified and modified["year"] else None)  # «آذار من العام الجاري 2018»
        partials = self._partials(month, days)
        if not all(partial(_LEAP_YEAR) for partial in partials):
            return None
        last = tail or modified
        if tail:
            values = [partial(int(tail["year"][:4])) for partial in partials]
        else:
            values = [self._in_some_year(partial, month["before"], modified, start, end, weekday) for partial in partials]
        return Found(start, last.end() if last else end, reckoning.together(values, is_range=is_range))

    def _partials(self, month: re.Match[str], days: list[int]) -> list[Partial]:
        """For each day, or for the whole month, the date that it is in a given year."""
        if month["hijri"]:
            hijri = int(self.calendar.value("hijri_month", month["hijri"]))
            return [lambda year, day=day: reckoning.hijri_in(year, hijri, day) for day in days]  # type: ignore[misc]
        number = self.calendar.month_number(month["month"])
        if not days:
            return [lambda year: reckoning.month_of(year, number)]
        return [lambda year, day=day: reckoning.day_of(year, number, day) for day in days]  # type: ignore[misc]

    def _in_some_year(
        self, partial: Partial, before: str | None, tail: re.Match[str] | None, start: int, end: int, weekday: int | None
    ) -> Edtf | None:
        """The date in the year that a modifier, a word that looks ahead or nearness decides."""
        of_year = tail and (tail["of_year"] or tail["year_before"])
        if of_year:
            year = self._unit("year", self._shift(of_year))
            return partial(year.earliest.year) if year and year.earliest else None
        modifier = before or (tail and tail["modifier"])
        shift = self._shift(modifier) if modifier else None
        if isinstance(shift, str):
            year = self._unit("year", shift)
            return partial(year.earliest.year) if year and year.earliest else None
        if shift is None and self.entry.year and self._is_entry(start, end):
            return partial(self.entry.year)
        if not self.anchor:
            return None
        if shift is None and (opened := self.opening.date_behind(partial, start, self.anchor)):
            return opened
        if shift is not None:
            return reckoning.choose_year(partial, self.anchor, reckoning.direction_of(shift), weekday)
        direction = Direction.AHEAD if self._looks_ahead(start, end) else Direction.UNKNOWN
        return reckoning.choose_year(partial, self.anchor, direction, weekday)

    def weekday(self, start: int) -> Found | None:
        """«الجمعة», «يوم الجمعة الماضي», «الثلاثاء الموافق 27 فبراير/شباط», "last Friday", "Tuesday, October 15"."""
        match = self.patterns.weekday.match(self.text, start)
        if not match:
            return None
        name = match["weekday"].rstrip(".")
        number = int(self.calendar.value("weekday_weak" if match["weak"] else "weekday", name))
        dated = self._date_behind(start, match.end(), number)
        if dated or match["weak"]:
            return dated
        end = match.end()
        night = self.patterns.next_weekday.match(self.text, end)
        if night and int(self.calendar.value("weekday", night["weekday"])) == number % 7 + 1:
            number, end = number % 7 + 1, night.end()  # «ليل الجمعة السبت»: midnight belongs to the later day
            dated = self._date_behind(start, end, number)
            if dated:
                return dated
        after = self.patterns.modifier.match(self.text, end)
        modifier = match["before"] or (after and after["modifier"])
        if after:
            end = after.end()
            dated = self._date_behind(start, end, number)
            if dated:
                return dated
        two = self.patterns.second_of_two.match(self.text, end)  # «الخميس والجمعة المقبلين»: the first has it too
        until = None if night or modifier else self.patterns.until_weekday.match(self.text, end)
        anchor = self.entry.day_at(start) or self.anchor
        if until and int(self.calendar.value("weekday", until["weekday"])) == number % 7 + 1 and anchor:
            direction = Direction.AHEAD if self._looks_ahead(start, until.end()) else Direction.UNKNOWN
            day = reckoning.weekday_near(number, anchor, direction)  # «ليل الثلاثاء إلى الأربعاء»
            return Found(start, until.end(), Edtf.interval(Edtf.day(day), Edtf.day(day + timedelta(days=1))))
        if two and not modifier:
            shift = int(self.calendar.value("modifier_two", two["modifier"]))
            return Found(start, end, self._weekday(number, shift))
        if modifier:
            word = None if match["before"] else self._behind(self.patterns.word_day, start)
            return Found(word.start("word") if word else start, end, self._weekday(number, self._shift(modifier)))
        began = self._previous_day() if self._ends_range(start) else None
        if began:  # "from 6 pm Saturday to midnight on Sunday"
            return Found(start, end, Edtf.day(reckoning.weekday_near(number, began, Direction.AFTER)))
        direction = Direction.AHEAD if self._looks_ahead(start, end) else Direction.UNKNOWN
        if (entry := self.entry.day_at(start)) and direction is Direction.UNKNOWN:
            return Found(start, end, Edtf.day(reckoning.weekday_nearest(number, entry)))
        return Found(start, end, Edtf.day(reckoning.weekday_near(number, anchor, direction)) if anchor else None)

    def _weekday(self, number: int, shift: int | str) -> Edtf | None:
        """The weekday that a modifier picks."""
        if isinstance(shift, str):
            previous = self._previous_day()
            direction = {"same": Direction.UNKNOWN, "after": Direction.AFTER, "before": Direction.BEFORE}[shift]
            return Edtf.day(reckoning.weekday_near(number, previous, direction)) if previous else None
        if not self.anchor:
            return None
        day = reckoning.weekday_near(number, self.anchor, reckoning.direction_of(shift))
        further = 7 * (shift - 1 if shift > 0 else shift + 1 if shift < 0 else 0)
        return Edtf.day(day + timedelta(days=further))

    def _date_behind(self, start: int, end: int, weekday: int | None) -> Found | None:
        """The date that follows a weekday or «اليوم», as one expression with it."""
        join = self.patterns.join.match(self.text, end)
        if not join or join.end() == end:
            return None
        if not self._may_start(join.end(), _STARTS_DATE):
            return None
        found = (
            self.numeric(join.end())
            or self.days_first(join.end(), weekday=weekday)
            or self.month_first(join.end(), weekday=weekday)
        )
        if not found or (found.value and found.value.granularity is not Granularity.DAY):
            return None
        return self._closed(replace(found, start=start), join)

    def _closed(self, found: Found, join: re.Match[str]) -> Found | None:
        """With the bracket or stroke that was opened before it; None if that is not closed after it."""
        if not join["open"]:
            return found
        closing = ")" if join["open"] == "(" else join["open"]  # «أمس /السبت/»
        end = found.end + self.text.startswith(" ", found.end)  # «اليوم ( السبت )»
        return replace(found, end=end + 1) if self.text.startswith(closing, end) else None

    def deictic(self, start: int) -> Found | None:
        """«اليوم», «أمس», "tomorrow", with the weekday or the date that follows: «غد الجمعة 6 آذار»."""
        match = self.patterns.deictic.match(self.text, start)
        if not match or self._is_noun(match):
            return None
        offset = int(self.calendar.value("deictic", match["deictic"]))
        day = self.anchor + timedelta(days=offset) if self.anchor else None
        join = self.patterns.join.match(self.text, match.end())
        weekday = self.patterns.weekday.match(self.text, join.end()) if join and join.end() > match.end() else None
        if weekday and join and not weekday["weak"]:
            number = int(self.calendar.value("weekday", weekday["weekday"]))
            value = Edtf.day(reckoning.weekday_nearest(number, day)) if day else None
            return self._date_behind(start, weekday.end(), number) or self._closed(Found(start, weekday.end(), value), join)
        return self._date_behind(start, match.end(), None) or Found(start, match.end(), Edtf.day(day) if day else None)

    def _is_noun(self, match: re.Match[str]) -> bool:
        """True for «اليوم» where it means "the day": «اليوم الثاني», «ساعتان في اليوم»."""
        before = self._behind(self.patterns.not_today_before, match.start())
        return bool(before) or bool(self.patterns.not_today_after.match(self.text, match.end()))

    def unit(self, start: int) -> Found | None:
        """«الأسبوع المقبل», «الشهر الجاري», «هذا العام», «اليوم ذاته», "last week", "the following day"."""
        match = self.patterns.unit_before.match(self.text, start) or self.patterns.unit_after.match(self.text, start)
        if not match:
            return None
        unit, shift = self.calendar.value("unit_the", match["unit"]), self._shift(match["modifier"])
        english = match["unit"].isascii()
        if english and self.text.startswith("s", match.end()) and not self._is_possessive(match.end()):
            return None  # "the coming days"
        if english and shift in (-1, 1):
            after_the = self._behind(self.patterns.after_the, start)
            if after_the and shift == -1:
                return None  # "in the last week": for a week
            shift = "after" if after_the or (unit == "day" and shift == 1) else shift
        if unit == "day" and isinstance(shift, int):
            return None
        return Found(start, match.end(), self._unit(unit, shift))

    def _is_possessive(self, end: int) -> bool:
        """True if an apostrophe stood before the folded offset: folding drops it."""
        return self.folded.source(Span(end - 1, end)).end < self.folded.source(Span(end, end + 1)).start

    def _unit(self, unit: str, shift: int | str) -> Edtf | None:
        """The day, week, month or year that a modifier picks: counted from publication, or from the date read last."""
        if isinstance(shift, int):
            return reckoning.unit_at(unit, self.anchor, shift) if self.anchor else None
        base = self._counted_from(unit)
        return reckoning.unit_at(unit, base, {"same": 0, "after": 1, "before": -1}[shift]) if base else None

    def _counted_from(self, unit: str) -> date | None:
        """The day that so many units are counted from: that of the date read last, None where it is too coarse for them."""
        if unit in ("day", "week"):
            return self._previous_day()
        fine_enough = self.previous and (unit == "year" or self.previous.granularity is not Granularity.YEAR)
        return self.previous.earliest if self.previous and fine_enough else None

    def _previous_day(self) -> date | None:
        """The day of the date read last, None if that is no day; the last of several days."""
        previous = self.previous
        return previous.latest if previous and previous.granularity in (Granularity.DAY, Granularity.SET) else None

    def _shift(self, modifier: str) -> int | str:
        """What a modifier counts: a number from publication, or "same", "after", "before" the date read last."""
        kind = next(kind for kind in _MODIFIER_KINDS if self.calendar.knows(kind, modifier))
        value = self.calendar.value(kind, modifier)
        return value if value.isalpha() else int(value)

    def part(self, start: int) -> Found | None:
        """«مطلع يوليو», «أواخر العام الماضي», "mid-2016", "the end of the year"."""
        match = self.patterns.part.match(self.text, start)
        if not match:
            return None
        inside = match.end()
        whole = self.month_first(inside, cued=True) or self.unit(inside) or self.year(inside, cued=True)
        whole = whole or self._unit_alone(inside)
        if not whole:
            return None
        narrowed = reckoning.narrow(whole.value, self.calendar.value("part", match["part"])) if whole.value else None
        return replace(whole, part=narrowed) if narrowed or not whole.value else None

    def _unit_alone(self, start: int) -> Found | None:
        match = self.patterns.unit_alone.match(self.text, start)
        if not match:
            return None
        unit = self.calendar.value("unit_the", match["unit"] or match["unit_en"])
        return Found(start, match.end(), self._unit(unit, 0)) if unit != "day" else None

    def between(self, start: int) -> Found | None:
        """«بين 10 و14 تموز», «بين عامي 2011 و2014», "between July 10 and July 14"."""
        match = self.patterns.between.match(self.text, start)
        if not match:
            return None
        years = self.year(match.start("years"), cued=True, is_range=True)
        if years and years.value and years.value.granularity is Granularity.INTERVAL:
            return years
        days = self.days_first(match.end(), is_range=True) or years
        if days and (not days.value or days.value.granularity is Granularity.INTERVAL):
            return replace(days, start=start)
        first = days or self.month_first(match.end(), cued=True)
        and_ = self.patterns.and_.match(self.text, first.end) if first else None
        if not first or not and_:
            return None
        last = self.days_first(and_.end()) or self.month_first(and_.end(), cued=True)
        return Found(start, last.end, reckoning.together((first.value, last.value), is_range=True)) if last else None

    def year(self, start: int, *, cued: bool = False, is_range: bool = False) -> Found | None:
        """«العام 2014», «عامي 2014 و2015», and four digits alone where a word before says that they are a year."""
        match = self.patterns.year.match(self.text, start)
        if not match:
            return None
        bare_range = match["to"] == "-" and match["year"][:4] < match["last"][:4]
        if match.start("year") == start and not (cued or bare_range or self._behind(self.patterns.year_cue, start)):
            return None
        years = [Edtf.year(int(year[:4])) for year in match.group("year", "last") if year]
        return Found(start, match.end(), reckoning.together(years, is_range=is_range or bool(match["to"])))

    def from_event(self, start: int) -> Found | None:
        """«بعد يومين من توقيع الاتفاق»: a date that only the event decides. «بعد شهر من القتال» says how long, not when."""
        match = self.patterns.from_event.match(self.text, start)
        return Found(start, match.end(), None) if match and self._quantity(match)[1] == "day" else None

    def ago(self, start: int) -> Found | None:
        """«قبل أسبوعين تقريبا», "three days ago", «بعد ذلك بيومين», "seven days earlier"."""
        patterns = (self.patterns.ago_en,) if self.text[start].isascii() else (self.patterns.from_text, self.patterns.ago_ar)
        match = next((match for pattern in patterns if (match := pattern.match(self.text, start))), None)
        if not match:
            return None
        count, unit = self._quantity(match)
        groups = match.groupdict()
        approximate = bool(groups.get("about") or groups.get("roughly"))
        from_text = groups.get("from_text")
        base = self._counted_from(unit) if from_text else self.anchor
        sign = int(self.calendar.value("from_text", from_text)) if from_text else -1
        value = reckoning.away(unit, base, sign * count, approximate=approximate) if base else None
        return Found(start, match.end(), value)

    def _quantity(self, match: re.Match[str]) -> tuple[int, str]:
        """How many of which unit."""
        if match["dual"]:
            return 2, self.calendar.value("dual", match["dual"])
        if match["unit"]:
            return 1, self.calendar.value("unit", match["unit"])
        kind = "unit" if self.calendar.knows("unit", match["units"]) else "units"
        return self.calendar.number(match["number"]), self.calendar.value(kind, match["units"])


# The kinds of words that a month, a unit of the calendar and a date behind another word start with.
_STARTS_MONTH = frozenset({*MONTH_KINDS, "hijri_month", "month_word", "modifier_before"})
_STARTS_UNIT = frozenset({"unit_the", "modifier_before"})
_STARTS_DATE = frozenset({IN_DIGITS, "year", "ordinal", *_STARTS_MONTH})

Family = Callable[[Reader, int], Found | None]
# The families in the order in which they are tried, and the kinds of words that they start with.
_STARTS: tuple[tuple[Family, frozenset[str]], ...] = (
    (Reader.numeric, frozenset({IN_DIGITS, "year"})),
    (Reader.between, frozenset({"between"})),
    (Reader.days_first, frozenset({IN_DIGITS, "ordinal"})),
    (Reader.part, frozenset({"part"})),
    (Reader.unit, _STARTS_UNIT),
    (Reader.deictic, frozenset({"deictic"})),
    (Reader.weekday, frozenset({"weekday", "weekday_weak", "modifier_before"})),
    (Reader.month_first, _STARTS_MONTH),
    (Reader.from_event, frozenset({"from_event"})),
    (Reader.ago, frozenset({"ago", "from_text", "approximate", "number", IN_DIGITS})),
    (Reader.year, frozenset({"year", "year_word"})),
)


@lru_cache(maxsize=1024)
def _families(kinds: frozenset[str]) -> tuple[Family, ...]:
    return tuple(family for family, starts in _STARTS if not kinds.isdisjoint(starts))
