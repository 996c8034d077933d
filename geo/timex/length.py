"""Lengths: how long something lasts, where a text counts it in hours, days, weeks, months or years."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from geo.cue import CueKind, CueWord, Hit
from geo.text.phrase import Match, Words, Written
from geo.timex.calendar import Calendar, Counting

_HOURS = {"hour": 1, "day": 24, "week": 7 * 24, "month": 30 * 24, "year": 365 * 24}
_DIGITS = re.compile(r"(و|ف)?(?:ال|(ب|ل|ك))?(\d{1,3})")  # «لـ72 ساعة»
_HALF = ("half", "ونصف")
_TENS = range(20, 100, 10)


class _Number(NamedTuple):
    value: int
    first: int
    prefixes: tuple[str, ...]
    offset: int


def find_lengths(words: Words, calendar: Calendar) -> list[Hit]:
    """«ثلاثة أيام», «لأسبوعين», "a 60-day truce", "for a fortnight": each as a cue whose value is its hours, in the order of
    the text; they share no word. A month counts as thirty days, a year as 365. An age ("a two-year-old truce") is none."""
    known = calendar.counting.by_first(words)
    found: list[Hit] = []
    for match in known.values():
        units = {kind: value for kind, value in match.values if kind != "number"}
        if units and (not found or match.first > found[-1].last) and (hit := _length(words, match, units, known)):
            found.append(hit)
    return found


def _length(words: Words, unit: Match[Counting], units: Mapping[str, str], known: Mapping[int, Match[Counting]]) -> Hit | None:
    """The length that ends with a unit; None for a unit that nothing counts."""
    alone = _Number(1, unit.first, unit.prefixes, unit.offset)
    number = None if unit.offset else _number_before(words, unit.first, known)
    if number is None and "dual" in units:
        number = alone._replace(value=2)
    elif number is None and ("length" in units or words.is_a("for_so_long", unit.first - 1)):
        number = alone
    if number is None or not number.value or words.is_a("of_age", unit.last + 1):
        return None
    if words.joined(number.first - 1) and words.texts[number.first - 1] in _HALF:
        return None
    hours = next(int(value) if value.isdigit() else _HOURS[value] for value in units.values())
    word = CueWord(text="", language="", kind=CueKind.DURATION, value=str(number.value * hours))
    return Hit(number.first, unit.last, Written(number.prefixes, number.offset, ()), word)


def _number_before(words: Words, behind: int, known: Mapping[int, Match[Counting]]) -> _Number | None:
    """The number right before a word, or before "more" and its like."""
    last = behind - 1
    if words.is_a("counted_on", last) and words.joined(last):  # "two more weeks"
        last -= 1
    if not words.joined(last):
        return None
    digits = _DIGITS.fullmatch(words.texts[last])
    if digits:
        return _Number(int(digits[3]), last, tuple(filter(None, digits.group(1, 2))), digits.start(3))
    number = _ending_with(last, known)
    before = _ending_with(number.first - 1, known) if number and words.joined(number.first - 1) else None
    if number and before and _belongs(before, number):
        return before._replace(value=before.value + number.value)
    return number


def _ending_with(last: int, known: Mapping[int, Match[Counting]]) -> _Number | None:
    """The number word that ends with a word: «خمسة عشر» before «عشر»."""
    for first in (last - 1, last):
        match = known.get(first)
        number = next((int(value) for kind, value in match.values if kind == "number"), None) if match else None
        if match and number is not None and match.last == last:
            return _Number(number, first, match.prefixes, match.offset)
    return None


def _belongs(before: _Number, number: _Number) -> bool:
    """ "Forty-five", «خمسة وأربعين», «مئة وعشرين»: two words for one number."""
    return number.prefixes == ("و",) or (before.value in _TENS and number.value < _TENS.step and not number.prefixes)
