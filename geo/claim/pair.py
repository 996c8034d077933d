"""Pair: two truces in two places, of which a text tells how the first and the second fare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.claim.record import Claim, ToldOfPlaces
from geo.coverage import Coverage
from geo.cue import Cue, CueKind
from geo.status.naming import is_plural
from geo.syntax.sentence import Sentence, in_group
from geo.toponym.resolution import Resolution

_FIRST, _SECOND = 1, 2
_BACK = 2  # sentences back to the two truces: "…; the latter is holding"
_DUAL = ("تين", "تان")  # «هدنتين», «هدنتان»
_VERB_REACH = 4  # words from "the former" to its verb: "the latter is still largely"
_FARES = ("in_force", "ended", "violated", "suspended", "rejected", "extended")


def find_pair(sentence: Sentence) -> list[ToldOfPlaces]:
    """ "(Truces in Madaya and Waer …) The former collapsed; the latter is holding", «شهدت دوما وحرستا هدنتين، الأولى انهارت
    والثانية صامدة»: both of two truces that the sentence, or one shortly before, names with their two places. [] for one
    alone."""
    words = sentence.words
    own = list(_ordinals(sentence, sentence.number))
    after = sentence.number + 1 if sentence.number + 1 < len(words.sentence_starts) else None
    told = [number for _, number in own]
    if told == [_FIRST] and after is not None:
        told += [number for _, number in _ordinals(sentence, after)]
    elif told == [_SECOND] and sentence.number:
        told = [number for _, number in _ordinals(sentence, sentence.number - 1)] + told
    named = _named_pair(sentence, own[0][0]) if told == [_FIRST, _SECOND] else None
    if named is None:
        return []
    truce, places = named
    ends = [*(word - 1 for word, _ in own[1:]), sentence.last]
    found = [(number, _status_of(sentence, word, end)) for (word, number), end in zip(own, ends, strict=True)]
    return [
        ToldOfPlaces(coverage=Coverage(items=[[places[number - 1]]]), status=status, truce=truce)
        for number, status in found if status and all(said for _, said in found)
    ]  # fmt: skip


def tell_pair_apart(found: Sequence[Claim], before: Sequence[Claim]) -> None:
    """Takes the places of two truces from what was told of both, once each has been told of."""
    claims = (*before, *found)
    alone = [c for c in claims if c.truce and len(c.areas) == 1 and c.truce.first < c.clause.first]
    for both in claims if any(claim in alone for claim in found) else ():
        told = {r.area for claim in alone if claim.truce == both.truce for r in claim.areas}
        if len(told) == 2 and {r.area for r in both.areas} == told:
            both.coverage.items = []


def _ordinals(sentence: Sentence, number: int) -> Iterator[tuple[int, int]]:
    """The words of a sentence, by its number, that stand for one of two truces, each with its own: "the former", «الثانية»."""
    words, (first, last) = sentence.words, sentence.words.sentence(number)
    formers = words.of_class("former_of_two", first, last)
    for i in sorted({*formers, *words.of_class("latter_of_two", first, last)}):
        english = words.is_english(i)
        alone = i > first and words.texts[i - 1] == "the" if english else not _is_adjective(sentence, i)
        noun = english and i < last and words.joined(i) and any(
            sentence.cues.starting(kind, i + 1) for kind in (CueKind.TRUCE, CueKind.AGREEMENT, CueKind.CONFLICT)
        )  # fmt: skip
        if alone and not noun:
            yield i, _FIRST if i in formers else _SECOND


def _is_adjective(sentence: Sentence, word: int) -> bool:
    """«الهدنة الأولى», «الدفعة الأولى»: a definite noun right before makes it an adjective."""
    return word > sentence.first and sentence.words.joined(word - 1) and sentence.words.texts[word - 1].startswith("ال")


def _named_pair(sentence: Sentence, word: int) -> tuple[Cue, list[Resolution]] | None:
    """Two truces that are named before a word of the sentence or in the sentence before, and the list of their two places."""
    back = max(sentence.number - _BACK, 0) if sentence.continues else sentence.number
    first, _ = sentence.words.sentence(back)
    for truce in reversed(sentence.cues.within(first, word - 1, CueKind.TRUCE, CueKind.AGREEMENT)):
        if not is_plural(sentence, truce) and not sentence.words.texts[truce.last].endswith(_DUAL):
            return None
        own = sentence.words.sentence(sentence.words.sentences[truce.first])
        places = [r for r in sentence.read.places if own[0] <= r.mention.first <= min(own[1], word)]
        listed = in_group(places[0], places) if places else []
        if len(listed) == len(places) == 2 and not any(map(sentence.read.is_abroad, listed)):
            return truce, listed
    return None


def _status_of(sentence: Sentence, word: int, end: int) -> Cue | None:
    """How one of two fares: the verb behind "the former", «الأولى», or right before it («انهارت الأولى»)."""
    before = sentence.cues.ending(CueKind.STATUS, word - 1)
    if before and before.value in _FARES and not sentence.words.is_english(word) and not sentence.is_negated(before):
        return before
    behind = sentence.cues.within(word + 1, min(word + _VERB_REACH, end), CueKind.STATUS)
    fares = behind[0] if behind and behind[0].value in _FARES else None
    return fares if fares and not sentence.is_negated(fares) else None
