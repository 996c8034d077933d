"""Aftermath: whether the fighting that a sentence tells of came before a truce began, or broke it since. English only."""

from __future__ import annotations

from geo.claim.record import Claim
from geo.status.breach import lies_inside
from geo.status.fighting import attacks
from geo.syntax.sentence import Sentence
from geo.text.cue import Cue, CueKind

_GOING_ON_REACH = 2  # words from the fighting to the verb: "hostilities have continued"
_LATER = frozenset({"later", "again"})


def came_before(sentence: Sentence, claim: Claim) -> bool:
    """ "A truce took effect on Wednesday. … Strikes hit Tyre on Tuesday": what a sentence tells is dated before the start."""
    starts = [timex.first_day for timex, dates in claim.dates if dates == "effective" and timex.first_day]
    days = [timex.last_day for _, timex in sentence.dates if timex.last_day]
    return bool(starts and days) and max(days) < min(starts) and sentence.words.texts[sentence.first].isascii()


def fighting_since(sentence: Sentence, claim: Claim) -> Cue | None:
    """ "A truce took hold in Mocha on Monday. Clashes broke out again on Tuesday", "Fighting continued overnight": fighting of
    the next sentence that says that it came later or goes on, and not where. English only."""
    texts = sentence.words.texts[sentence.first : sentence.last + 1]
    told = claim.status is None or claim.status.value in ("in_force", "begun")
    if not told or sentence.number != claim.clause.sentence + 1 or not texts[0].isascii() or not claim.areas:
        return None
    if any(not lies_inside(sentence, r, claim.areas) for r in sentence.places):
        return None
    if "before" in texts:  # "fighting raged in the hours before the deadline"
        return None
    if not _LATER.isdisjoint(texts):
        return next(iter(attacks(sentence, claim.truce)), None)
    fights = [
        cue for cue in attacks(sentence, claim.truce, any_fighting=True)
        if cue.value == "attack" or sentence.words.is_a("violence", cue.last)
    ]  # fmt: skip
    return next((cue for cue in fights if _goes_on(sentence, cue)), None)


def _goes_on(sentence: Sentence, fighting: Cue) -> bool:
    behind = range(fighting.last + 1, min(fighting.last + _GOING_ON_REACH, sentence.last) + 1)
    return any(sentence.words.is_a("goes_on", i) for i in behind) and not sentence.cues.within(
        fighting.last + 1, fighting.last + _GOING_ON_REACH, CueKind.MODALITY
    )
