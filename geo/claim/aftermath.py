"""Aftermath: whether the fighting that a sentence tells of came before a truce began, or broke it since."""

from __future__ import annotations

from geo.claim.record import Claim
from geo.status.breach import lies_inside
from geo.status.fighting import attacks
from geo.syntax.sentence import Sentence
from geo.text.cue import Cue, CueKind

_GOING_ON_REACH = 2  # words from the fighting to the verb: "hostilities have continued"
_EARLIER = "earlier"
_A_TIME, _FORMER = "وقت", "سابق"  # «في وقت سابق»
_TRUCES = (CueKind.TRUCE, CueKind.AGREEMENT)
_LATER = frozenset({"later", "again"})


def came_before(sentence: Sentence, claim: Claim) -> bool:
    """ "A truce took effect on Wednesday. … Strikes hit Tyre on Tuesday", "… Shelling killed three people earlier in the day",
    «وفي وقت سابق قتل القصف …»: what a sentence tells is dated before the start, or told to have come earlier than it."""
    starts = [timex.first_day for timex, dates in claim.dates if dates == "effective" and timex.first_day]
    days = [timex.last_day for _, timex in sentence.dates if timex.last_day]
    if starts and days and max(days) < min(starts) and sentence.words.texts[sentence.first].isascii():
        return True
    later = starts and days and max(days) > min(starts)
    return _tells_of_start(sentence, claim) and not later and _is_earlier(sentence)


def _tells_of_start(sentence: Sentence, claim: Claim) -> bool:
    """True if a claim of the sentence before tells that its truce began; one that is in force "since" a day began before."""
    status = claim.status
    if status is None or status.value not in ("in_force", "begun") or sentence.number != claim.clause.sentence + 1:
        return False
    told = sentence.read.cues.within(claim.clause.first, claim.clause.last, CueKind.DATE_RELATION)
    return bool(told) and all(status.first <= cue.first <= status.last and cue.value == "effective" for cue in told)


def _is_earlier(sentence: Sentence) -> bool:
    """ "Hours earlier", "earlier on Thursday", «في وقت سابق»; not "an earlier truce", "said earlier"."""
    words = sentence.words
    for i in range(sentence.first, sentence.last + 1):
        time = i > sentence.first and words.texts[i] == _FORMER and words.texts[i - 1] == _A_TIME
        adverb = words.texts[i] == _EARLIER and not sentence.cues.within(i + 1, min(i + 2, sentence.last), *_TRUCES)
        if time or (adverb and not (i > sentence.first and words.is_a("said", i - 1))):
            return True
    return False


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
