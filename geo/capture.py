"""Capture: places that a text says one side has just taken, so that what was agreed there is over."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import timedelta

from geo.edtf import Edtf
from geo.gazetteer import Area
from geo.resolution import Resolution
from geo.sentence import ReadText, Sentence, in_group

_TOOK = re.compile(r"[وف]?(?:سيطرت?|استعادت?)")  # folded, like all words here
_TAKING = re.compile(r"[وف]?ب?(?:ال)?(?:سيطره|استعاده)|(?:سيطرت|استعادت)(?:ه|ها)")
_TOLD = re.compile(r"[وفلب]?(?:اعلنت?|اعلان(?:ه|ها)?|احكام|احكمت?|تمكنت?|اكدت?)|[وف]?باستعاده")
_TOLD_REACH = 4  # words between «أعلن» and «سيطرته»
_TAKEN_REACH = 8  # words between «سيطرة» and the place
_WHOLE = ("كامل", "كل", "كافه")
_ON = "علي"
_HAD = ("كان", "وكان", "كانت", "وكانت")
_NEWS = timedelta(days=7)


def is_taken(read: ReadText, areas: Collection[Area], published: Edtf | None, since: int) -> bool:
    """True if a text tells as news of each of some areas, in its sentence number `since` or later, that one side took it:
    «سيطر الجيش على دوما», but not «على بلدات في دوما», «التي سيطر عليها عام 2015» or «تسعى إلى السيطرة على دوما»."""
    told = [sentence for sentence in read.sentences() if sentence.number >= since]
    return set(areas) <= {r.area for sentence in told for r in _taken(sentence, published)}


def _taken(sentence: Sentence, published: Edtf | None) -> list[Resolution]:
    texts = sentence.words.texts
    if not sentence.places or texts[sentence.first] in _HAD or _is_past(sentence, published):
        return []
    if sentence.speaks_of_truce:
        return []  # «سيطر الجيش على درعا بعد تسوية»: what was agreed brought it about
    found: list[Resolution] = []
    for word in range(sentence.first, sentence.last + 1):
        if _TOOK.fullmatch(texts[word]) or (_TAKING.fullmatch(texts[word]) and _is_told(sentence, word)):
            clause = next(c for c in sentence.clauses if c.first <= word <= c.last)
            behind = [r for r in sentence.places_in(clause) if 0 < r.mention.first - word <= _TAKEN_REACH]
            if behind and clause.relation != "relative" and _is_object(sentence, word, behind[0]):
                found += in_group(behind[0], behind)
    return found


def _is_told(sentence: Sentence, word: int) -> bool:
    """«أعلن الجيش سيطرته على …», «باستعادة …»: a noun that is told of as done, and not sought or feared."""
    return any(_TOLD.fullmatch(sentence.words.texts[i]) for i in range(max(sentence.first, word - _TOLD_REACH), word + 1))


def _is_object(sentence: Sentence, word: int, place: Resolution) -> bool:
    """«السيطرة على مدينة دوما», «استعادة كامل دوما»; «على نصف دوما» leaves the other half."""
    before = sentence.edge(place, word + 1) - 1
    before -= sentence.words.texts[before] in _WHOLE
    return before == word or sentence.words.texts[before] == _ON


def _is_past(sentence: Sentence, published: Edtf | None) -> bool:
    """True for a sentence that gives a date of more than a week ago."""
    today = published.earliest if published else None
    span = sentence.words.source(sentence.first, sentence.last)
    dated = [t.value.latest for t in sentence.read.timexes if t.value and span.start <= t.span.start < span.end]
    return bool(today) and any(day and day < today - _NEWS for day in dated if today)
