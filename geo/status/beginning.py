"""Whether what began is a truce: «بدأت الهدنة», «بدأت في الرستن هدنة», and no talks about one."""

from __future__ import annotations

from geo.agreement import AgreementType
from geo.cue import Cue, CueKind
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence

_BEGINNING_REACH = 2  # words between «بدأت» and the truce that began
_HOUR_REACH = 8  # words from «بدأت» to the truce, with the hour at which it began
_LEAVING_REACH = 4  # words between «بدأ» and «الانسحاب»


def begins(sentence: Sentence, clause: Clause, cue: Cue) -> bool:
    """«الهدنة … بدأت», «بدأت الهدنة»: what began is the truce, not talks about it or an attack."""
    reach = range(cue.last + 1, cue.last + 1 + _BEGINNING_REACH)
    behind = [truce for i in reach if (truce := sentence.cues.starting(CueKind.TRUCE, i)) and i <= sentence.last]
    leaving = sentence.cues.within(cue.last + 1, cue.last + 1 + _LEAVING_REACH, CueKind.EVACUATION)
    truces = sentence.cues.within(sentence.first, sentence.last, CueKind.TRUCE) if leaving else []
    if any(truce.value == AgreementType.EVACUATION_SETTLEMENT for truce in truces):
        return True  # «بدأ المقاتلون الانسحاب من الضمير في اتفاق استسلام»
    if not behind and not sentence.words.is_english(cue.first):
        behind = [truce for truce in _dated_behind(sentence, cue) if truce.last <= clause.last]
    if not behind and not sentence.words.is_english(cue.first):
        behind = [truce for truce in _placed_behind(sentence, cue) if truce.last <= clause.last]
    return bool(behind or sentence.cues.within(clause.first, cue.first - 1, CueKind.TRUCE))


def _placed_behind(sentence: Sentence, verb: Cue) -> list[Cue]:
    """«بدأت في مدينة الرستن هدنة»: the truce behind the place in which it began."""
    place = next((r for r in sentence.places if r.mention.first > verb.last), None)
    if place is None:
        return []
    edge = sentence.edge(place, verb.last + 1)
    preposition = sentence.preposition(edge - 1)
    beside = preposition is not None and preposition.first == verb.last + 1 and preposition.value == "in"
    if not (beside or ("ب" in place.mention.prefixes and edge == verb.last + 1)):
        return []
    behind = sentence.cues.within(place.mention.last + 1, place.mention.last + 1 + _HOUR_REACH, CueKind.TRUCE)[:1]
    others = (CueKind.CONFLICT, CueKind.MEETING, CueKind.STATUS)
    return [truce for truce in behind if not sentence.cues.within(place.mention.last + 1, truce.first - 1, *others)]


def _dated_behind(sentence: Sentence, verb: Cue) -> list[Cue]:
    """«بدأت في الثامنة من صباح الجمعة هدنة»: the truce behind the hour at which it began."""
    behind = sentence.cues.within(verb.last + 1, verb.last + 1 + _HOUR_REACH, CueKind.TRUCE)[:1]
    return [
        truce for truce in behind
        if any(verb.last < at < truce.first for at, _ in sentence.dates) and "ب" not in truce.prefixes
        and not sentence.cues.within(verb.last + 1, truce.first - 1, CueKind.CONFLICT, CueKind.MEETING, CueKind.STATUS)
    ]  # fmt: skip


def entered_behind(sentence: Sentence, clause: Clause, truce: Cue | None) -> Cue | None:
    """«دخلت الهدنة في الرستن، التي أعلنتها موسكو، حيز التنفيذ»: the phrase of a verb that a relative clause parts from it."""
    behind = next((c for c in sentence.clauses if c.first == clause.last + 1), None)
    phrases = sentence.cues_in(behind, CueKind.STATUS) if truce and behind else []
    return next((cue for cue in phrases if behind and is_of_verb_before(sentence, behind, cue)), None)


def is_of_verb_before(sentence: Sentence, clause: Clause, phrase: Cue) -> bool:
    """True for «حيز التنفيذ» in a relative clause without a verb for it, where such a verb and the truce stand in
    the clause before. Arabic only."""
    before = next((c for c in sentence.clauses if c.last + 1 == clause.first), None)
    noun = phrase.value == "in_force" and phrase.first < phrase.last and clause.relation == "relative"
    if before is None or not noun or sentence.words.is_english(phrase.first):
        return False
    verbs = [cue for cue in sentence.cues_in(before, CueKind.LIGHT_VERB) if cue.value == "in_force"]
    if not verbs or sentence.cues_in(clause, CueKind.LIGHT_VERB):
        return False
    return bool(sentence.cues.within(verbs[0].last + 1, before.last, CueKind.TRUCE, CueKind.AGREEMENT))
