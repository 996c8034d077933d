"""Decree: a truce that the Security Council decides or demands, and the country that it does so for."""

from __future__ import annotations

from collections.abc import Sequence

from geo.cue import Cue, CueKind
from geo.gazetteer import Area
from geo.status.decision import of_decision_before
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution

_DECREE_REACH = 10  # words between «قرار» and the truce that it demands
_DECIDER_REACH = 9  # words between a truce and the council that demanded it
_ANY = ("اي", "any")


def find_decreed(sentence: Sentence, truce: Cue, own: Sequence[Resolution]) -> list[Resolution]:
    """«قرار مجلس الأمن بوقف إطلاق النار», «الهدنة التي طالب بها مجلس الأمن»: what the Security Council demands holds in the
    whole of the country that the text is about and names, or its clause does (its `own` places: «القرار الأممي حول الهدنة
    السورية»); [] for any other truce."""
    read = sentence.read
    if not read.home or not is_decreed(sentence, truce):
        return []
    if {r.area for r in own} == {Area(read.home)}:
        return list(own)
    named = [r for r in read.places if r.area == Area(read.home) and (read.is_scene(r) or _is_matter(sentence, r))]
    before = [r for r in named if r.mention.first <= sentence.last]
    return before[-1:] or named[:1]


def _is_matter(sentence: Sentence, country: Resolution) -> bool:
    """«اجتماع حول سوريا»; «سفير فلسطين» is neither a place nor what is spoken of."""
    preposition = sentence.cues.ending(CueKind.LOCATIVE, country.mention.first - 1)
    return preposition is not None and not preposition.value and not country.mention.prefixes


def is_decreed(sentence: Sentence, truce: Cue) -> bool:
    """True for a truce that the Security Council decides, demands or is to vote on."""
    cues = sentence.cues
    if truce.kind is not CueKind.TRUCE:
        return False
    by_it = [c for c in cues.within(truce.last + 1, truce.last + 1 + _DECIDER_REACH, CueKind.DECISION) if c.value == "council"]
    if by_it and by_it[0].last <= sentence.last and _is_its_own(sentence, truce, by_it[0]):
        return True
    if of_decision_before(sentence, truce):
        return True
    made = cues.within(max(sentence.first, truce.first - _DECREE_REACH), truce.first - 1, CueKind.DECISION)
    if not made or cues.within(made[-1].last + 1, truce.first - 1, CueKind.TRUCE):
        return False
    if made[-1].first > sentence.first and sentence.words.texts[made[-1].first - 1] in _ANY:
        return False
    if made[-1].value == "council":
        verb = cues.ending(CueKind.STATUS, made[-1].first - 1)
        decides = verb is not None and verb.value in ("proposed", "agreed", "announced")
        return decides or any(c.value != "council" for c in made)
    council = any(c.value == "council" for c in cues.of(CueKind.DECISION))
    return council and not _is_of_another(sentence, made[-1], truce)


def _is_its_own(sentence: Sentence, truce: Cue, council: Cue) -> bool:
    """«هدنة مجلس الأمن», «الهدنة التي نص عليها القرار 2401 الذي أصدره مجلس الأمن»."""
    opener = sentence.cues.starting(CueKind.OPENER, truce.last + 1)
    relative = opener is not None and opener.value == "relative"
    return council.first == truce.last + 1 or (relative and "," not in sentence.gap(truce.last, council.first))


def _is_of_another(sentence: Sentence, decision: Cue, truce: Cue) -> bool:
    """«القرار الروسي بوقف إطلاق النار», «قرار الرئيس إعلان هدنة»."""
    between = range(decision.last + 1, truce.first)
    offices = sentence.cues.within(between.start, truce.first - 1, CueKind.OFFICE)
    return bool(offices) or any(sentence.read.demonyms.at(sentence.words, i) for i in between)
