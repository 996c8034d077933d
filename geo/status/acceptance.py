"""Acceptance: a proposal of a truce that both sides accept is agreed; what one of those who fight accepts is still proposed."""

from __future__ import annotations

from collections.abc import Sequence

from geo.agreement import AgreementType
from geo.status.matter import accepted_alone, still_offered
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.text.cue import SETTLEMENT, Cue, CueKind

_ACCEPTED_REACH = 6  # words between «وافقت» and the proposal
_SIDES_REACH = 6  # words from an acceptance on which the other side may be named
_RELATIVE = ("التي", "الذي")  # folded
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


def _taken_effect(sentence: Sentence, clause: Clause, found: Sequence[Cue]) -> list[Cue]:
    """«دخلت خطة وقف الأعمال العدائية حيز التطبيق»: a plan that is carried out is none any more. Arabic only."""
    entered = any(sentence.words.is_a("enters", i) for i in range(clause.first, clause.last + 1))
    if not entered or all(cue.value != "in_force" for cue in found):
        return list(found)
    return [cue for cue in found if cue.value != "proposed" or not sentence.words.is_a("plan", cue.first, cue.offset)]


def _is_offered(sentence: Sentence, truce: Cue) -> bool:
    """«الهدنة التي اقترحتها الأمم المتحدة», «هدنة عرضها الوسطاء»: the truce is what somebody offers."""
    texts, last = sentence.words.texts, sentence.last
    if texts[truce.first].isascii():
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
