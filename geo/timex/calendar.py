"""The words of dates: what the calendar's table knows, as patterns over folded text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import NamedTuple

from geo.errors import ReferenceTableError
from geo.text.phrase import PhraseTable, Words
from geo.text.script import fold_name

_PLACEHOLDER = re.compile("«([a-z_.]+)(~?)»")
_WRITTEN_TO_THE_NEXT = tuple("".join(pair) for pair in product(("", "و", "ف"), ("", "ب", "ل", "ك")))
_DIGITS = re.compile(r"(?:ال)?(\d+)")  # «الـ15»
_GAPS = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWord:
    """A word or phrase of dates as it is written; `kind` says what it does there, `value` what it counts for ("" for none)."""

    text: str
    language: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that a date may start with: `offset` letters are written to it, the rest is of one of `kinds`."""

    offset: int
    kinds: frozenset[str]


_COUNTED = {"unit": "unit", "units": "unit", "hour": "unit", "dual": "dual", "hour_dual": "dual", "length": "length"}


class Counting(NamedTuple):
    """What a word is in a length: a "number", or a unit that a number counts ("unit"), that is two by its form ("dual"), or
    that needs none ("length"). `value` is the number, the unit's name, or its hours."""

    kind: str
    value: str


@dataclass(frozen=True, eq=False)
class Calendar:
    """The words of dates, compiled when they are first needed. Two calendars are equal only if they are the same object."""

    words: tuple[CalendarWord, ...]

    @cached_property
    def _by_kind(self) -> Mapping[str, Mapping[str, str]]:
        """From a kind, and from kind.language, to folded words and their values."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for word in self.words:
            folded = fold_name(word.text).replace("-", " ")
            for kind in (word.kind, f"{word.kind}.{word.language}"):
                found[kind][folded] = word.value
        return dict(found)

    def _words_of(self, kind: str) -> Mapping[str, str]:
        if kind not in self._by_kind:
            raise ReferenceTableError(f"calendar.csv: there is no word of the kind {kind!r}; the grammar of dates needs one")
        return self._by_kind[kind]

    def value(self, kind: str, text: str) -> str:
        """What a word of a kind counts for, «للأسبوع» without its first ل too. Raises KeyError for an unknown word."""
        words, word = self._words_of(kind), _single_spaced(text)
        return words[word] if word in words else words["ا" + word]

    def knows(self, kind: str, text: str) -> bool:
        """True if the table has the word with this kind."""
        return _single_spaced(text) in self._words_of(kind)

    def number(self, text: str) -> int:
        """The number that digits, a number word or an ordinal mean. Raises KeyError for any other word."""
        digits = _DIGITS.match(text)
        if digits:
            return int(digits[1])
        return int(self.value("ordinal" if self.knows("ordinal", text) else "number", text))

    @cached_property
    def counting(self) -> PhraseTable[Counting]:
        """The numbers and the units of lengths."""
        kinds = {"number": "number", **_COUNTED}
        words = ((kind, word, value) for kind in kinds for word, value in self._words_of(kind).items())
        return PhraseTable((word, Counting(kinds[kind], value)) for kind, word, value in words)

    def compile(self, template: str) -> re.Pattern[str]:
        """A pattern from a template in which «kind» stands for any word of that kind, «kind.ar» for its Arabic ones, and
        «kind~» for one that is written to the next word.
        """
        return re.compile(_PLACEHOLDER.sub(lambda m: self._any_of(m[1], "" if m[2] else r"(?!\w)"), template))

    def _any_of(self, kind: str, end: str) -> str:
        return _alternatives(self._words_of(kind)) + end

    @cached_property
    def month(self) -> str:
        """The template of a month by one name or by two of the same: «أيار», «أيار مايو», «أيار/مايو», «أيار (مايو)»."""
        names: dict[str, list[str]] = defaultdict(list)
        for kind in MONTH_KINDS:
            for word, value in self._words_of(kind).items():
                names[value].append(word)
        doubled = []
        for same in names.values():
            one = _alternatives(same) + r"(?!\w)"
            doubled.append(rf"{one}(?:\s*[/-]?\s*{one}|\s*\(\s*{one}\s*\))?")
        # behind a stroke stands the same month again, even where the writer chose the wrong name
        again = r"(?:\s*/\s*(?:«month.ar»|«month_weak.ar»|«month_dated.ar»|«month_short»))?"
        return "(?:" + "|".join(doubled) + ")" + again

    def month_number(self, text: str) -> int:
        """1 to 12 for what `month` matched: the month that its first name means."""
        name = self._month_name.match(text)
        if not name:
            raise KeyError(text)
        return int(self.value(next(kind for kind in MONTH_KINDS if self.knows(kind, name.group())), name.group()))

    @cached_property
    def _month_name(self) -> re.Pattern[str]:
        return self.compile("|".join(f"«{kind}»" for kind in MONTH_KINDS))

    @cached_property
    def triggers(self) -> Mapping[str, Trigger]:
        """From a folded word to the dates that may start there."""
        kinds: dict[tuple[str, int], set[str]] = defaultdict(set)
        for word, kind in self._starting_words():
            kinds[word, 0].add(kind)
            if word.isascii() and word.isalpha():
                kinds[word + "s", 0].add(kind)
                continue
            for prefix in _WRITTEN_TO_THE_NEXT[1:]:
                kinds[prefix + word, len(prefix)].add(kind)
                if prefix.endswith("ل") and word.startswith("ال"):
                    kinds[prefix + word[1:], len(prefix)].add(kind)
        # a word that is in the table as it stands is not taken apart
        found: dict[str, Trigger] = {}
        for (word, offset), of_kinds in sorted(kinds.items(), key=lambda item: item[0][1]):
            found.setdefault(word, Trigger(offset, frozenset(of_kinds)))
        return found

    def _starting_words(self) -> Iterator[tuple[str, str]]:
        for kind in STARTING_KINDS:
            for word in self._words_of(kind):
                yield word.split(" ")[0], kind
        for day in range(1, 32):
            for written in {f"{day}", f"{day:02d}"}:
                yield written, IN_DIGITS
                yield "ال" + written, IN_DIGITS
                for ending in ("st", "nd", "rd", "th"):
                    yield written + ending, IN_DIGITS
                for kind in MONTH_KINDS:
                    for month in self._words_of(kind):  # «29مارس»
                        yield written + month.split(" ")[0], IN_DIGITS
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            yield str(year), "year"

    def first_words(self) -> Iterable[str]:
        """The folded words at which a date may start."""
        return self.triggers.keys()

    def opening(self, word: str) -> Trigger | None:
        """Which dates may start with a folded word, None for nearly every word."""
        return self.triggers.get(word)

    def triggered(self, words: Words) -> dict[int, frozenset[str]]:
        """The folded offsets at which a date may start, in order, and the kinds of the word there."""
        starts = words.starts
        return {starts[i] + trigger.offset: trigger.kinds for i, trigger in words.opened(self)}


# the kinds of words that a date may start with
STARTING_KINDS = (
    "ago", "approximate", "between", "deictic", "from_event", "from_text", "hijri_month", "mask", "modifier_before", "month",
    "month_dated", "month_weak", "month_word", "number", "ordinal", "part", "unit_the", "weekday", "weekday_weak", "year_word",
)  # fmt: skip
# months that are nothing else; those that are ordinary words as well («مارس», "May"); those that are names («ماي», "Jan")
IN_DIGITS = "digits"  # the kind of a number, for which no table has rows
MONTH_KINDS = ("month", "month_weak", "month_dated")
# four digits outside these years are never read as a year
FIRST_YEAR, LAST_YEAR = 1900, 2099


def _single_spaced(text: str) -> str:
    """Matched words as they stand in the table: «الرابع  عشر» and "twenty-first" with one space."""
    return _GAPS.sub(" ", text) if not text.isalpha() else text


def _alternatives(words: Iterable[str]) -> str:
    """The pattern of any of some folded words, the longest first; «لل» holds the preposition and the article."""
    words = list(words)
    behind_l = [word[1:] for word in words if word.startswith("ال")]
    return f"(?:{_any_of(words)}|(?<=ل){_any_of(behind_l)})" if behind_l else f"(?:{_any_of(words)})"


def _any_of(words: Iterable[str]) -> str:
    """Any of some words, the longest that fits: those that start alike are tried together, so that a letter leaves few of
    hundreds. Their parts may stand apart by any white space or by hyphens. "" if no letter is left."""
    behind: dict[str, list[str]] = {}
    for word in words:
        behind.setdefault(word[:1], []).append(word[1:])
    may_end = behind.pop("", None) is not None
    branches = [(r"[\s-]+" if first == " " else re.escape(first)) + _any_of(rest) for first, rest in behind.items()]
    if may_end:
        return f"(?:{'|'.join(branches)})?" if branches else ""
    return f"(?:{'|'.join(branches)})" if len(branches) > 1 else branches[0]
