"""Substitutes: words that stand for another truce than the one named before them («وأخرى في القابون», "the one in Ghouta")."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from geo.cue.hits import Hits
from geo.cue.record import CueKind, Hit
from geo.text.phrase import Words

_ONE = "one"
_THE = "the"
_THAT = "that"
_AND = "و"
_FEMININE = ("ه", "ي")  # last letters, folded: «هدنة», «أخرى»
_VERB_REACH = 8  # words from a subject with its place to its verb
_OPENING = 2  # first words of a sentence that may stand for the truce of the one before: "the one", "a second"
_NAMES = (CueKind.TRUCE, CueKind.AGREEMENT)
_PLACING = (CueKind.LOCATIVE, CueKind.ABOUT)


def substitutes(words: Words, hits: Hits) -> list[Hit]:
    """ "The truce collapsed, but a new one took effect", "the one in Ghouta has ended", «هدنة في برزة، وأخرى في القابون»:
    another truce beside the one that its sentence, or the one before, names. It is of the same kind as that."""
    named: dict[int, list[Hit]] = {}
    for hit in sorted(hits.of(*_NAMES), key=attrgetter("first")):
        named.setdefault(words.sentences[hit.first], []).append(hit)
    taken = {i for truces in named.values() for hit in truces for i in range(hit.first, hit.last + 1)}
    marks = _Marks(words, hits)
    found: dict[int, Hit] = {}
    for number, truces in named.items():
        following = named.get(number + 1)
        for i in _reach(words, number, truces[0]):
            if following and i > following[0].first:
                break
            antecedent = next(hit for hit in reversed(truces) if hit.first < i)
            if i not in taken and marks.stands_for(i, antecedent):
                found.setdefault(i, antecedent._replace(first=i, last=i))
    return list(found.values())


def _reach(words: Words, number: int, truce: Hit) -> Iterator[int]:
    """The words behind the first truce of a sentence, and those that may open the next one, where that names none first."""
    start, end = words.sentence(number)
    yield from range(max(start, truce.last) + 1, end + 1)
    if number + 1 < len(words.sentence_starts):
        first, last = words.sentence(number + 1)
        yield from range(first, min(first + _OPENING, last))
        yield from (i for i in range(first + _OPENING, last + 1) if words.texts[i] == _ONE and words.is_a("other_one", i - 1))


class _Marks:
    """What stands around a word of a text."""

    def __init__(self, words: Words, hits: Hits) -> None:
        self._words = words
        self._placing = set(hits.firsts(*_PLACING))
        self._verbs = set(hits.firsts(CueKind.STATUS, CueKind.LIGHT_VERB))
        self._statuses = hits.firsts(CueKind.STATUS)
        self._verb_ends = set(hits.lasts(CueKind.STATUS))
        self._opener_ends = set(hits.lasts(CueKind.OPENER))
        self._about_ends = set(hits.lasts(CueKind.ABOUT))
        self._names = hits.firsts(*_NAMES)
        self._fights = hits.firsts(CueKind.CONFLICT)

    def stands_for(self, i: int, antecedent: Hit) -> bool:
        """True for a word that stands for another truce than its antecedent."""
        if antecedent.is_english:
            return self._is_one(i)
        return self._is_other(i, antecedent)

    def _is_one(self, i: int) -> bool:
        """ "A new one", "the one in", "rejected another in", "working on one for", "but that in … collapsed", "a second
        began"."""
        words, text = self._words, self._words.texts[i]
        before = words.texts[i - 1] if i else ""
        if text == _ONE and words.is_a("other_one", i - 1):
            return True
        if words.is_a("next_one", i) and words.is_a("article_of_one", i - 1):
            aside = i + 1 in self._placing and not words.joined(i)  # "a second, in Hama, …"
            return aside or i + 1 in self._verbs  # not "the second in command", "a third of the families"
        if not (i + 1 in self._placing and words.joined(i)):
            return False
        if text == _ONE and before == _THE:
            return True
        if not words.is_a("stands_for_one", i):
            return False
        object_of = text != _THAT and words.joined(i - 1) and (i - 1 in self._verb_ends or i - 1 in self._about_ends)
        return object_of or (self._opens(i) and self._has_verb(i))

    def _opens(self, i: int) -> bool:
        return i - 1 in self._opener_ends or self._words.is_a("pairs", i - 1) or not self._words.joined(i - 1)

    def _has_verb(self, i: int) -> bool:
        """True if a verb of status comes behind a word and its place, before any other name of a truce."""
        _, last = self._words.sentence(self._words.sentences[i])
        verb = next((v for v in self._statuses if i + 1 < v <= min(i + _VERB_REACH, last)), None)
        return verb is not None and not any(i < name < verb for name in self._names)

    def _is_other(self, i: int, antecedent: Hit) -> bool:
        """«وأخرى في القابون», «وآخر في المعضمية»: of the gender of its antecedent, with no fighting between them."""
        words = self._words
        alike = words.texts[i].endswith(_FEMININE) is words.texts[antecedent.first].endswith(_FEMININE)
        here = words.sentences[i] == words.sentences[antecedent.first]
        joins = words.texts[i].startswith(_AND) and i + 1 in self._placing
        if not (joins and here and alike and words.is_a("and_another", i)):
            return False
        return not any(antecedent.last < fight < i for fight in self._fights)
