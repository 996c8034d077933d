"""What stands around a place of a folded text: whether a date may start there, and which way it points."""

from __future__ import annotations

import re
from collections.abc import Mapping

from geo.timex.patterns import Patterns

# What ends a clause; in "at 9:45 p.m. U.S. time" nothing does, and the time of the day is no word that parts verb and date.
_CLAUSE_END = re.compile(r"[,;!?\n]|:(?!\d)|(?<!\b[a-z])\.(?!\d)")
_CLOCK = re.compile(r"\b\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\b\.?")
_THAT = re.compile(r"\bthat\b")
_AND_A = re.compile(r"\band an?\b")
_RELATIVE = re.compile(r"\b(?:الذي|التي)\b")  # behind it another verb says when
# How far before a date the word may stand that says it lies ahead: in words, and in characters for the search.
_CUE_WORDS, _CUE_WORDS_BEFORE_COMMA, _CUE_CHARACTERS = 16, 3, 160
_CUE_WORDS_ARABIC = 16  # «من المقرر أن تبدأ هدنة … يوم السبت»: the verb comes first, what is said of it between
_LOOK_BACK = 30

_BY = "by "
_OPENS_WITH = ("and", "but")  # "And by Friday the truce was over"
_HAVE = re.compile(r"\bhave (?:been )?$")  # "should have ended by Friday", "will have been suspended by then"


class Surroundings:
    """The words around the dates of one folded text.

    `triggered` are the folded offsets at which a date may start, with the kinds of the words there: nearly everywhere else the
    patterns, which are long, need not be tried.
    """

    def __init__(self, text: str, patterns: Patterns, triggered: Mapping[int, frozenset[str]]) -> None:
        self.text = text
        self.patterns = patterns
        self.triggered = triggered

    def _may_start(self, start: int, kinds: frozenset[str]) -> bool:
        """False where no word of these kinds stands; behind a letter that is written to a word nobody knows."""
        at = self.triggered.get(start)
        if at is not None and not kinds.isdisjoint(at):
            return True
        return start > 0 and self.text[start - 1].isalnum()

    def _looks_ahead(self, start: int, end: int) -> bool:
        """True if the words around say that what happens then was still to come."""
        text, patterns = self.text, self.patterns
        if patterns.ahead_after.match(text, end):
            return True
        if self._behind(patterns.concluded, start):  # "to begin implementing a deal reached on Sunday"
            return False
        before = text[max(0, start - _CUE_CHARACTERS) : start].rstrip()
        until = patterns.until.search(text, max(0, start - _CUE_CHARACTERS), start)
        if until and text.startswith(_BY, until.start()) and self._is_done_by(until.start(), end):
            return False
        if until and not self._is_of_agent(start, end):  # not «استمر القصف حتى فجر السبت», "had persisted until Saturday"
            told = _CLAUSE_END.split(text[max(0, start - _CUE_CHARACTERS) : until.start()])[-1]
            return patterns.lasted.search(told) is None and not (until["from_day"] and self._has_happened(told))
        words = _CUE_WORDS_BEFORE_COMMA if before.endswith(",") else _CUE_WORDS
        clause = _CLAUSE_END.split(before.rstrip(","))[-1]
        if words == _CUE_WORDS:
            opener, words = (_THAT, _CUE_WORDS) if before.isascii() else (_RELATIVE, _CUE_WORDS_ARABIC)
            clause = opener.split(clause)[-1]
        cues = list(patterns.cue.finditer(" ".join(_CLOCK.sub("", clause).split()[-words:])))
        return bool(cues and cues[-1]["ahead"]) and not (clause.isascii() and self._has_happened(clause))

    def _has_happened(self, told: str) -> bool:
        """«انهارت الهدنة اعتبارا من الجمعة», "the truce ended starting Friday", "was due to last a week but collapsed on
        Friday": the last verb before the day tells what has come about; not in "will be ended", "collapsed and a new one from
        Friday was agreed"."""
        verbs = list(self.patterns.happened.finditer(_AND_A.split(told)[-1]))
        return bool(verbs and verbs[-1]["past"])

    def _is_done_by(self, by: int, end: int) -> bool:
        """ "The truce collapsed by Friday", "by Friday evening, U.S. troops had left": what was done by the day that stands
        behind "by", and no deadline."""
        told = _THAT.split(_CLAUSE_END.split(self.text[max(0, by - _CUE_CHARACTERS) : by])[-1])[-1]
        verbs = list(self.patterns.happened.finditer(told))
        if verbs and verbs[-1]["past"]:
            return _HAVE.search(told, 0, verbs[-1].start()) is None
        opening = told.split()
        if opening and (len(opening) > 1 or opening[0] not in _OPENS_WITH):
            return False
        behind = self.patterns.done_behind.match(self.text, end)
        return behind is not None and behind["past"] is not None

    def _is_of_agent(self, start: int, end: int) -> bool:
        """ "Shaken by Tuesday's attack", folded "tuesdays": what "by" names is what did it, and no deadline."""
        return self.text[:start].rstrip().endswith(" by") and self.text[end : end + 2] == "s "

    def _follows_digits(self, start: int) -> bool:
        return self.text[max(0, start - 4) : start].rstrip()[-1:].isdigit()

    def _ends_range(self, start: int) -> bool:
        """ "From 6 pm Saturday to midnight on Sunday": the weekday behind the one that something is told to begin on."""
        return self.patterns.range_start.search(self.text, max(0, start - 2 * _LOOK_BACK), start) is not None

    def _is_entry(self, start: int, end: int) -> bool:
        """True for the date that an entry of a chronicle starts with: «- 7 ديسمبر: …», "Dec. 7 - …"."""
        return self.text.startswith((":", " - "), end) and self._behind(self.patterns.line_start, start) is not None

    def _behind(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """The match of a pattern that ends where an expression starts."""
        return pattern.search(self.text, max(0, start - _LOOK_BACK), start)

    def _continues_a_number(self, start: int) -> bool:
        """True inside 3.10 or 18:30: the digits here are not a day."""
        return start > 1 and self.text[start - 1] in ".:/-," and self.text[start - 2].isdigit()
