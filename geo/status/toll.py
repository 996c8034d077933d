"""Tolls: fighting that a sentence sums up, or tells of as what went on until a truce began."""

from __future__ import annotations

from geo.syntax.sentence import Sentence

_COUNT_REACH = 4  # words from "in" to the days: "in more than 11 days"
_RECENT = ("past", "last")  # "over the last two days": they may be those of the truce
_BEFORE, _FINAL = "before", ("last", "final")


def tells_of_past(sentence: Sentence) -> bool:
    """True for a sentence without a truce whose fighting lies behind the news of a truce that has begun."""
    if sentence.speaks_of_truce:
        return False
    return _sums_up(sentence) or _had(sentence) or _lasted_until_start(sentence)


def _sums_up(sentence: Sentence) -> bool:
    """ "Air strikes killed 232 people in 11 days of fighting", «قتل 232 شخصا خلال 11 يوما»: a toll of all that time."""
    words = sentence.words
    for over in range(sentence.first, sentence.last):
        if not words.is_a("counted_over", over):
            continue
        reach = range(over + 1, min(over + _COUNT_REACH, sentence.last) + 1)
        unit = next((i for i in reach if words.is_a("counted_unit", i)), None)
        if unit is not None and not any(words.texts[i] in _RECENT for i in range(over, unit)):
            return not words.is_english(over) or words.texts[unit + 1 : unit + 2] == ("of",)
    return False


def _had(sentence: Sentence) -> bool:
    """«وكانت غارات على بيروت قد أوقعت عشرات القتلى»: what «كانت» and «قد» put before the news. English says "had", which is
    read beside the fighting."""
    having = sentence.words.texts[sentence.first + 1 : sentence.last + 1]
    return sentence.words.is_a("had", sentence.first) and "قد" in having


def _lasted_until_start(sentence: Sentence) -> bool:
    """ "Shelling continued until shortly before noon", «استمر القصف حتى اللحظات الأخيرة»."""
    words = sentence.words
    for last in range(sentence.first, sentence.last - 1):
        if not words.is_a("up_to", last):
            continue
        if not words.is_english(last):
            return words.is_a("last_moments", last + 1)
        behind = words.texts[last + 1 : last + 4]
        if (words.is_a("last_moments", last + 1) and _BEFORE in behind) or any(word in _FINAL for word in behind):
            return True
    return False
