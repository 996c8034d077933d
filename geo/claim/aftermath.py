"""Aftermath: whether the fighting that a sentence tells of came before a truce began, or broke it since. English only."""

from __future__ import annotations

from geo.breach import lies_inside
from geo.claim.record import Claim
from geo.cue import Cue
from geo.fighting import attacks
from geo.sentence import Sentence

_LATER = frozenset({"later", "again"})


def came_before(sentence: Sentence, claim: Claim) -> bool:
    """ "A truce took effect on Wednesday. … Strikes hit Tyre on Tuesday": what a sentence tells is dated before the start."""
    starts = [timex.first_day for timex, dates in claim.dates if dates == "effective" and timex.first_day]
    days = [timex.last_day for at, timex in sentence.read.dates if sentence.first <= at <= sentence.last and timex.last_day]
    return bool(starts and days) and max(days) < min(starts) and sentence.words.texts[sentence.first].isascii()


def fighting_since(sentence: Sentence, claim: Claim) -> Cue | None:
    """ "A truce took hold in Mocha on Monday. Clashes broke out again on Tuesday": fighting of the next sentence that says that
    it came later, and not where. English only."""
    texts = sentence.words.texts[sentence.first : sentence.last + 1]
    next_one = sentence.number == claim.clause.sentence + 1 and claim.status is not None and claim.status.value == "in_force"
    if not next_one or not texts[0].isascii() or _LATER.isdisjoint(texts) or not claim.areas:
        return None
    outside = [r for r in sentence.places if not lies_inside(sentence, r, claim.areas)]
    fighting = [] if outside else attacks(sentence, claim.truce)
    return fighting[0] if fighting else None
