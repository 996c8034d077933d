"""Questions and answers: what the answer to a question says of the truce that the question names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.claim.record import Claim
from geo.cue import CueKind
from geo.syntax.sentence import Sentence

_YES_REACH = 3  # first words of an answer in which "yes" stands: "so far,"
_DATE_REACH = 8  # first words of an answer in which its day stands: "At 4 a.m. local time on"
_YET = ("yet", "بعد")


def answered(question: Sentence, asked: Sequence[Claim], answer: Sentence) -> list[Claim]:
    """ "Has the truce in Gaza collapsed? Not yet", «هل دخلت الهدنة حيز التنفيذ؟ نعم»: the claims of a question that a plain yes
    makes facts, or a plain no denies; [] for one that is left open, or asks for what may come."""
    verdict = _verdict(answer)
    if verdict is None or answer.number != question.number + 1:
        return []
    told = [c for c in asked if c.own_status and c.status and c.modality == "asserted" and not c.negated and not c.in_spite]
    return [replace(claim, negated=not verdict) for claim in told]


def date_by_answer(question: Sentence, told: Sequence[Claim], answer: Sentence) -> None:
    """ "When did the ceasefire in Lebanon begin? At 4 a.m. on Wednesday", «متى انتهت الهدنة؟ مساء أمس»: the day that an answer
    begins with is that of the start or the end that the question takes for granted."""
    words = question.words
    asks = any(words.is_a("asks_when", i) for i in range(question.first, min(question.first + 2, question.last)))
    if not asks or answer.number != question.number + 1:
        return
    before = (CueKind.STATUS, CueKind.TRUCE, CueKind.AGREEMENT, CueKind.SPEECH, CueKind.CONFLICT)
    day = next((
        timex for at, timex in answer.dates[:1]
        if (at == answer.first or (words.is_a("opens_hour", answer.first) and at - answer.first < _DATE_REACH))
        and not answer.cues.within(answer.first, at - 1, *before)
    ), None)  # fmt: skip
    for claim in told if day else ():
        undated = claim.own_status and claim.told_as_fact and not claim.negated and not claim.dates
        if day and undated and claim.status and claim.status.value in ("in_force", "begun"):
            claim.dates = [(day, "effective")]
        elif day and undated and claim.status and claim.status.value == "ended":
            claim.dates, claim.onset = [(day, None)], day


def _verdict(answer: Sentence) -> bool | None:
    """True for an answer that begins with a yes of its own, False for a no or "not yet", None for "no one knows"."""
    words, last = answer.words, answer.last
    for i in range(answer.first, min(answer.first + _YES_REACH, last + 1)):
        if words.is_a("says_yes", i) and not words.joined(i):
            return True
    first = answer.first
    yet = first < last and words.texts[first + 1] in _YET
    if words.is_a("says_no", first) and (yet or not words.joined(first)):
        return False
    return None
