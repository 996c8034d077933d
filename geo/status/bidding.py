"""Bidding: a truce that others are told to keep, by a headline's imperative or by the one who speaks."""

from __future__ import annotations

from geo.cue import Cue, CueKind
from geo.syntax.sentence import Sentence

_BIDDEN_REACH = 6  # words from "told" to "to cease fire": who is told


def bidden(sentence: Sentence, truce: Cue | None) -> Cue | None:
    """ "Stop the fighting in Idlib, UN tells rebels", "told all sides to hold their fire": a truce that is asked for; what
    somebody tells his own men to keep ("told his troops to hold their fire") is agreed. English only."""
    if truce is None or truce.kind is not CueKind.TRUCE or not sentence.words.is_english(truce.first):
        return None
    if _is_imperative(sentence, truce):
        return truce._replace(kind=CueKind.STATUS, value="proposed")
    words, to = sentence.words, truce.first - 1
    if to <= sentence.first or words.texts[to] != "to":
        return None
    bids = next((i for i in range(to - 1, max(to - 1 - _BIDDEN_REACH, sentence.first - 1), -1) if words.is_a("bids", i)), None)
    if bids is None or bids + 1 == to or not all(map(words.joined, range(bids, to))):
        return None
    denied = sentence.cues.within(max(bids - 2, sentence.first), bids - 1, CueKind.NEGATION)
    own = any(words.is_a("own", i) for i in range(bids + 1, to))
    return None if denied else truce._replace(kind=CueKind.STATUS, value="agreed" if own else "proposed")


def _is_imperative(sentence: Sentence, truce: Cue) -> bool:
    """ "Stop the fighting", "Halt hostilities now" at the start of a sentence; not "Halt to fighting in Homs"."""
    words, first = sentence.words, truce.first
    opens = first == sentence.first and truce.last > first and words.is_a("calls_off_bare", first)
    if not opens or words.texts[first + 1] == "to" or sentence.preposition(first + 1):
        return False
    behind = sentence.cues.within(truce.last + 1, sentence.last, CueKind.SPEECH)
    noun = truce.last == first + 1 and words.texts[truce.last] == "fire"  # "Cease fire in Homs"
    return not noun or any("," in sentence.gap(truce.last, cue.first) for cue in behind)
