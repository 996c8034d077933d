"""Acceptance: a proposal of a truce that both sides accept is agreed; what one of those who fight accepts is still proposed."""

from __future__ import annotations

from collections.abc import Sequence

from geo.agreement import AgreementType
from geo.cue import SETTLEMENT, Cue, CueKind
from geo.status.anaphora import takes_up
from geo.status.matter import accepted_alone, still_offered
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence

_ACCEPTED_REACH = 6  # words between «وافقت» and the proposal
_SIDES_REACH = 6  # words from an acceptance on which the other side may be named
_RELATIVE = ("التي", "الذي")  # folded
_URGED_REACH = 10  # words from "pressing" to "agree": who is pressed
_IT_REACH = 3  # words from "agreed" to "it": "agreed to it"
_OFFERED_REACH = 4  # words between «التي» and «اقترحتها», its subject before it


def accepted(sentence: Sentence, clause: Clause, found: Sequence[Cue], truce: Cue) -> list[Cue]:
    """«وافق الطرفان على المقترح الروسي للهدنة»: a proposal that is accepted is one no more; what is pledged still is, and what
    one side alone accepts («قبلت الحركة الهدنة التي اقترحها الوسيط»)."""
    found = [still_offered(sentence, cue) for cue in _taken_effect(sentence, clause, found)]
    offered = _is_offered(sentence, truce)
    if not offered and (len(found) < 2 or all(cue.value != "proposed" for cue in found)):
        return found
    pledged = {cue.last for cue in sentence.cues.within(sentence.first, sentence.last, CueKind.PLEDGE)}
    one_sided = {cue for cue in found if cue.value == "agreed" and _is_one_sided(sentence, clause, cue, truce)}
    if offered and not any(cue.value == "proposed" for cue in found):
        return [cue._replace(value="proposed") if cue in one_sided else cue for cue in found]
    both = {cue.last for cue in found if cue.value == "agreed" and cue not in one_sided} - pledged
    return [
        cue for cue in found
        if cue not in one_sided
        and (cue.value != "proposed" or not any(last < cue.first <= last + _ACCEPTED_REACH for last in both))
    ]  # fmt: skip


def accepted_after_all(sentence: Sentence, status: Cue | None, truce: Cue | None) -> Cue | None:
    """«رفضوا الهدنة قبل أن يعودوا ويقبلوا بها», "rejected the truce before accepting it": what a refusal came to; None for any
    other status."""
    if truce is None or status is None or status.value != "rejected" or sentence.is_negated(status):
        return None
    later = range(max(truce.last, status.last) + 1, sentence.last)
    before = next((i for i in later if sentence.words.is_a("before", i)), sentence.last)
    told = [cue for cue in sentence.cues.within(before, sentence.last, CueKind.STATUS) if cue.value == "agreed"]
    agreed = any(_accepts_it(sentence, cue) and not sentence.is_negated(cue) for cue in told)
    return truce._replace(kind=CueKind.STATUS, value="agreed") if agreed else None


def _accepts_it(sentence: Sentence, acceptance: Cue) -> bool:
    behind = range(acceptance.last, min(acceptance.last + _IT_REACH, sentence.last + 1))
    it = any(sentence.words.texts[i] == "it" or sentence.words.is_a("takes_up", i) for i in behind)
    return it or takes_up(sentence, acceptance)


def _taken_effect(sentence: Sentence, clause: Clause, found: Sequence[Cue]) -> list[Cue]:
    """«دخلت خطة وقف الأعمال العدائية حيز التطبيق»: a plan that is carried out is none any more. Arabic only."""
    entered = any(sentence.words.is_a("enters", i) for i in range(clause.first, clause.last + 1))
    if not entered or all(cue.value != "in_force" for cue in found):
        return list(found)
    return [cue for cue in found if cue.value != "proposed" or not sentence.words.is_a("plan", cue.first, cue.offset)]


def _is_offered(sentence: Sentence, truce: Cue) -> bool:
    """«الهدنة التي اقترحتها الأمم المتحدة», «هدنة عرضها الوسطاء»: the truce is what somebody offers."""
    texts, last = sentence.words.texts, sentence.last
    if sentence.words.is_english(truce.first):
        return False
    behind = range(truce.last + 1, min(truce.last + 1 + _OFFERED_REACH, last) + 1)
    opened = next((i for i in behind if texts[i] in _RELATIVE), None)
    first = behind.start if opened is None else opened + 1
    reach = min(first + (1 if opened is None else _OFFERED_REACH), last)
    offers = sentence.cues.within(first, reach, CueKind.STATUS)
    return any(cue.value == "proposed" and not cue.prefixes for cue in offers)


def _is_one_sided(sentence: Sentence, clause: Clause, cue: Cue, truce: Cue) -> bool:
    """«موافقة حماس على مقترح …», «قبلت الحكومة مبادرة الهدنة»: an acceptance in which one side is named, and no other."""
    word = sentence.words.texts[cue.first]
    if word.isascii():
        return accepted_alone(sentence, cue)
    surrenders = truce.value in (SETTLEMENT, AgreementType.EVACUATION_SETTLEMENT)  # offered by the other side itself
    surrenders = surrenders or any(sentence.words.is_a("arms", i) for i in range(cue.last + 1, truce.first))
    if surrenders or not sentence.words.is_a("accepts", cue.first, cue.offset) or sentence.is_negated(cue):
        return False
    first = max(clause.first, cue.first - _SIDES_REACH)
    ahead = clause.last if cue.first > truce.last else max(truce.first - 1, cue.last)  # «هدنة … وقبلها الطرفان»
    last = min(clause.last, ahead, cue.last + _SIDES_REACH)
    if sentence.cues.within(first, last, CueKind.SIDES):
        return False
    who = [cue.prefixes for cue in sentence.cues.within(first, last, CueKind.CONFLICT, CueKind.GROUP)]
    who += [r.mention.prefixes for r in sentence.read.resolutions if first <= r.mention.first <= last]
    return not any("و" in prefixes for prefixes in who)


def is_urged(sentence: Sentence, acceptance: Cue) -> bool:
    """ "The envoy is pressing both sides to agree on a truce", «يسعى إلى إقناع الطرفين بالاتفاق على هدنة»: what somebody is to
    be brought to; in «نجح في إقناعهم بالاتفاق» he was."""
    words, first = sentence.words, acceptance.first
    if first == sentence.first or (words.is_english(first) and words.texts[first - 1] != "to"):
        return False
    urging = [i for i in range(max(first - _URGED_REACH, sentence.first), first) if words.is_a("persuades", i)]
    done = any(words.is_a("succeeds", i) for i in range(sentence.first, first))
    parted = urging and sentence.cues.within(urging[-1], first - 1, CueKind.TRUCE, CueKind.AGREEMENT, CueKind.NEGATION)
    return bool(urging) and not parted and not done
