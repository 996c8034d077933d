"""The patterns of date expressions, built from a calendar's words. Each is matched at one place of a folded text."""

from __future__ import annotations

import re
from functools import lru_cache

from geo.timex.calendar import Calendar

_YEAR = r"(?:19|20)\d\d(?:\s*«year_mark»|(?!\w|[.,:/]\d))(?![\s-]+«counted»)"
_QUANTITY = r"(?:(?P<dual>«dual»)|(?P<number>«number»|\d{1,3})\s+(?P<units>«unit»|«units»)|(?P<unit>«unit»))"
_HOUR_WORDS = 3  # «الثانية عشرة والنصف»
_FUTURE_VERB = r"(?!«not_a_future_verb~»)س[يتن]\w\w+"


class Patterns:
    """The patterns of one calendar. The names of the groups are those that `geo.timex.grammar` reads.

    What may follow a date to complete it (a weekday, a year, «الماضي») stands on the same line.
    """

    def __init__(self, calendar: Calendar) -> None:
        self._make_dates(calendar)
        self._make_weekdays(calendar)
        self._make_units_and_years(calendar)
        self._make_counted(calendar)
        self._make_surroundings(calendar)

    def _make_dates(self, calendar: Calendar) -> None:
        """Days and months, and the years and modifiers behind them."""
        make = calendar.compile
        day = r"(?:«ordinal»|(?:ال)?(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![a-z0-9_]))"
        self.day = make(day)
        self.range = make(r"«to»|-")
        self.numeric = re.compile(
            r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?!\d)"
            r"|(?P<first>\d\d?)(?P<stroke>[-/.])(?P<second>\d\d?)(?P=stroke)(?P<last>(?:19|20)\d\d)(?!\w)"
        )
        self.days = make(rf"{day}(?:\s*(?:,\s*)?(?:«and~»|«to»|[,/-])\s*{day}){{0,9}}")
        self.days_after_month = make(
            rf"\.?\s*(?P<days>{day}(?:\s*(?:«and.en»|«to.en»|-)\s*{day}){{0,9}})(?!\s+«counted»|:\d|%)"
        )
        self.day_glued_on = re.compile(r"[^\W\d_](?P<day>0?[1-9]|[12]\d|3[01])\s+$")  # «منذ19 حزيران»
        self.of = make(r"\s*(?:/\s*)?(?:«of»\s+)?")  # «24/شباط/2014»
        self.month_left_out = make(r"(?P<of>«of»)?\s*(?P<modifier>«modifier»)")  # «9 و10 الجاري»
        self.month = make(
            r"(?:«month_word»\s+)?(?:(?P<before>«modifier_before.en»)\s+)?"
            rf"(?:(?P<month>{calendar.month})|(?P<hijri>«hijri_month»))"
        )
        self.glued = re.compile(r"\.?\s*(?P<day>[0-3]\d)(?P<year>20\d\d)(?!\w)")  # Nov 022017: a comma was lost
        self.modifier_tail = make(
            r" +(?:(?P<modifier>«modifier»)(?: +«of» +«year_word» +«modifier»)?"
            r"|(?:«of»\s+)?(?:«year_word»\s+(?P<of_year>«modifier»)|(?P<year_before>«modifier_before.en»)\s+year(?!\w)))"
            rf"(?: +(?:«of» +)?(?:«year_word» +)?(?P<year>{_YEAR}))?"
        )
        self.year_tail = make(rf"(?:[ ,]*| */ *)(?:«of»\s+)?(?:«year_word»\s+)?(?P<year>{_YEAR})")
        self.hijri_tail = make(r"[ ,]*(?:«of»\s+)?(?:«year_word»\s+)?(?P<year>1[34]\d\d)(?!\d)\s*(?:«year_mark»)?")

    def _make_weekdays(self, calendar: Calendar) -> None:
        make = calendar.compile
        self.weekday = make(
            r"(?:(?P<before>«modifier_before.en»)\s+)?(?P<weekday>(?:«weekday~»)(?=s?(?!\w))|(?P<weak>«weekday_weak»)\.?)"
        )
        self.next_weekday = make(r" *(?:[-/] *)?(?P<weekday>«weekday»)")
        self.modifier = make(r" +(?P<modifier>«modifier»|«modifier_two»)")
        self.second_of_two = make(r"\s+«and~»\s*«weekday»\s+(?P<modifier>«modifier_two»)")
        self.deictic = make(r"(?P<deictic>«deictic~»)(?=s?(?!\w))")
        opening = r"[ ,]*(?P<open>[(/])? ?(?:«same_day_as»\s*)?"
        self.join = make(opening + r"(?:(?:«of»|«the»)\s+)?(?:ال\s+(?=\d))?")  # «أمس الـ 22 من آذار»

    def _make_units_and_years(self, calendar: Calendar) -> None:
        make = calendar.compile
        self.unit_after = make(r"(?P<unit>«unit_the.ar»)\s+(?P<modifier>«modifier»)")
        self.unit_before = make(r"(?P<modifier>«modifier_before»)\s+(?P<unit>«unit_the~»)(?=s?(?!\w))")
        self.unit_alone = make(r"(?:(?P<unit>«unit_the.ar»)|«the»\s+(?P<unit_en>«unit_the.en»))")
        self.part = make(r"(?P<part>«part»)[\s-]+")
        self.between = make(r"«between»\s+(?P<years>(?:«year_word»\s+)?)")
        self.stroke = make(r"\s*(?:-|«to»)\s*")
        self.or_ = make(r"\s+«or»\s+")
        self.until_weekday = make(r"\s+«to»\s+(?P<weekday>«weekday»)")
        self.and_ = make(r"\s*«and~»\s*")
        self.year = make(rf"(?:«year_word»\s+)?(?P<year>{_YEAR})(?:\s*(?:«and~»|(?P<to>«to»|-))\s*(?P<last>{_YEAR}))?")

    def _make_counted(self, calendar: Calendar) -> None:
        make = calendar.compile
        self.ago_ar = make(
            rf"«ago.ar»\s+(?:(?P<about>«approximate»)\s+)?{_QUANTITY}(?:\s+(?P<roughly>«approximate»))?"
            r"(?!\s+(?:«from_event_link»|«weekday»|«month»|«month_weak»|«month_dated»|«hijri_month»|«deictic»|\d))"
        )
        self.ago_en = make(rf"(?:(?P<about>«approximate»)\s+)?{_QUANTITY}\s+(?:«ago.en»|(?P<from_text>«from_text.en»))")
        self.from_text = make(rf"(?P<from_text>«from_text.ar~»)\s*{_QUANTITY}")
        self.from_event = make(rf"«from_event»\s+{_QUANTITY}(?=\s+«from_event_link»\s+«event»)")

    def _make_surroundings(self, calendar: Calendar) -> None:
        """What stands before or behind an expression and decides whether it is one, and which way it points."""
        make = calendar.compile
        self.line_start = re.compile(r"(?:^|\n)[\s*-]*$")
        self.counts_a_noun = make(r"(?<!\w)[وفبلك]?«not_a_day_before»\s+$")
        self.word_day = make(r"(?<!\w)[وفبلك]?(?P<word>«day_word»)\s+$")
        ordinal = r"ال\s?\d{1,2}(?!\d)(?!\s+(?:«of»\s+)?«month»)"  # «اليوم الـ 11», no «أمس الـ 22 من آذار»
        self.not_today_after = make(rf"\s+(?:«not_today_after»|{ordinal})")
        self.not_today_before = make(r"(?<!\w)[وف]?«not_today_before»\s+$")
        self.after_the = make(r"(?<!\w)«the»\s+$")
        self.year_cue = make(r"(?<!\w)[وفبلك]?«year_cue»\s*\(?$")
        self.month_cue = make(r"(?<!\w)[وف]?«month_cue»\s*$")
        self.mask = make("«mask»")
        self.ahead_after = make(rf"\s+(?:{_FUTURE_VERB}|«future_after»)")
        self.cue = make(rf"(?<!\w)[وف]?(?:(?P<past>«not_future»)|(?P<ahead>«future»|{_FUTURE_VERB}))")
        self.happened = make(rf"(?<!\w)[وف]?(?:(?P<past>«happened»)|«not_future»|«future»|{_FUTURE_VERB}|be\s+\w+)")
        done = r"«happened»|had\s+(?!to\b)\w|(?:was|were)\s+(?!to\b|\w+ to\b|«future»)\w"
        ahead = rf"«future»|«obliged»|{_FUTURE_VERB}"
        self.done_behind = make(rf"(?:\s+[\w.:]+)?,?\s+(?:(?!{ahead})[\w'’.-]+\s+){{1,12}}?(?:(?P<past>{done})|{ahead})")
        self.concluded = make(r"(?<!\bbe\s)(?<!\w)«concluded»\s+(?:«day_part»\s+)*$")
        lasted = r"(?<!\w)[وف]?«lasted.ar»(?!\w)|(?<!\w)«lasted.en»\s+(?:[\w.:]+\s+){0,3}$"
        self.lasted = make(lasted + r"|(?<!\w)had\s+(?!be)\w+\s+$")  # "clashes had persisted until Saturday"
        clock = r"(?:(?:«day_part»|on|[\d.:]+|[ap]\.?m\.?)\s+){0,4}"
        self.range_start = make(
            rf"(?<!\w)from\s+{clock}«weekday»\s+{clock}(?:«to»|until)\s+{clock}$"
            rf"|(?<!\w)between\s+{clock}«weekday»\s+{clock}and\s+{clock}$"
        )
        hour = rf"«hour_word»\s+(?:\S+\s+){{1,{_HOUR_WORDS}}}?(?:«of»\s+)?"  # «حتى الساعة السادسة من صباح السبت»
        hour = rf"(?:{hour})?(?:(?:«day_part»|[\d.:]+(?:\s*[ap]\.?m\.?)?)\s+)*"
        self.until = make(rf"(?<!\w)[وف]?(?:(?P<from_day>«from_day»)|«until»)\s+{hour}$")


@lru_cache(maxsize=4)
def patterns_of(calendar: Calendar) -> Patterns:
    """The patterns of a calendar, made once."""
    return Patterns(calendar)
