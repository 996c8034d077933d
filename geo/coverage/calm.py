"""Calm: the places that a text with a truce says are calm, and so that it holds there: «خيم هدوء حذر على جبهات تعز», "the town
has been quiet since Monday"."""

from __future__ import annotations

from collections.abc import Sequence

from geo.cue import Cue, CueKind
from geo.status.fighting import attacks, calm_words
from geo.status.outlook import is_outlook
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence, in_group
from geo.toponym.resolution import Resolution

_REACH = 6  # words between a word for calm and the place
_EXCEPTED_REACH = 4  # words from «باستثناء» to the fire: «باستثناء سقوط عدة قذائف»
_PLACED = ("in", "destination", "")  # values of the prepositions of a place: «هدوء على جبهات تعز», "calm returned to Taiz"


def calm_places(sentence: Sentence, clause: Clause, places: Sequence[Resolution]) -> tuple[list[Resolution], Cue | None]:
    """The places of a clause that it says are calm, and the word that says so; none beside an attack."""
    told = calm_words(sentence, clause.first, clause.last) if places else []
    calm = [cue for cue in told if not is_outlook(sentence, cue)]
    if not calm or any(not _leaves_calm(sentence, calm[0], cue) for cue in attacks(sentence, None)):
        return [], None
    behind = [r for r in places if r.mention.first > calm[0].last and _is_tied(sentence, calm[0], r)]
    if behind:
        return in_group(behind[0], places), calm[0]
    before = [r for r in places if r.mention.last < calm[0].first]
    english = sentence.words.is_english(calm[0].first)
    if english and before and calm[0].first - before[-1].mention.last <= _REACH and not _parted(sentence, before[-1], calm[0]):
        return in_group(before[-1], places), calm[0]
    return [], None


def _is_tied(sentence: Sentence, calm: Cue, place: Resolution) -> bool:
    """True for the object of the calm («ساد الهدوء بلدة …»), and for a place that a preposition ties to it."""
    first = place.mention.first
    if first - calm.last - 1 > _REACH or not all(map(sentence.words.joined, range(calm.last, first))):
        return False
    if sentence.cues.within(calm.first, first - 1, CueKind.CONFLICT):  # «توقفت الغارات على دوما»
        return False
    if any(sentence.words.is_a("calm_apart", i) for i in range(calm.last + 1, first)):  # «الهدوء في أسواق دمشق»
        return False
    if "ب" in place.mention.prefixes or sentence.edge(place, calm.last + 1) == calm.last + 1:
        return True
    between = sentence.cues.within(calm.last + 1, first - 1, CueKind.LOCATIVE)
    return any(c.value in _PLACED for c in between)


def _leaves_calm(sentence: Sentence, calm: Cue, attack: Cue) -> bool:
    """«هدوء في الحديدة، بعد ساعات من اشتباكات», «هدوء في درعا باستثناء قذيفتين»: an attack behind «بعد» and a comma, or one
    that is excepted; any other is told of beside the calm: «هدوء في حماة وغارات على إدلب»."""
    excepted = sentence.cues.within(calm.last + 1, attack.first - 1, CueKind.EXCLUSION)
    if excepted and attack.first - excepted[-1].last <= _EXCEPTED_REACH:
        return True
    after = any(sentence.words.is_a("after", i) for i in range(calm.last + 1, attack.first))
    return after and sentence.comma_between(calm, attack)


def _parted(sentence: Sentence, place: Resolution, calm: Cue) -> bool:
    """In "residents of Douma said the road was quiet" it is of another thing; the verb right before the calm is its own ("has
    been calm")."""
    between = range(place.mention.last + 1, calm.first - 1)
    verbs = sentence.cues.within(between.start, between.stop - 1, CueKind.TRUCE, CueKind.SPEECH)
    return bool(verbs) or "," in sentence.gap(place.mention.last, calm.first)
