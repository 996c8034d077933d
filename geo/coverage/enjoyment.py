"""Enjoyment: the places that a verb says live under a truce, or see one."""

from __future__ import annotations

from collections.abc import Sequence

from geo.coverage.extent import TRUCES
from geo.cue import Cue, CueKind
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence, in_group
from geo.toponym.resolution import Resolution

ZONE_TYPES = ("de_escalation", "safe_zone", "demilitarised", "disengagement")  # truces that one can be inside of
SAVE = "save"  # the value of «سوى», «إلا»
_SEEN_REACH = 2  # words from «تشهد» to the place, «فيه» among them


def enjoying(sentence: Sentence, clause: Clause, places: Sequence[Resolution]) -> tuple[list[Resolution], Cue | None]:
    """«تنعم درعا بهدنة», «تخضع إدلب لاتفاق خفض التصعيد», «تشهد تعز هدنة»: the places between the verb and the truce that hangs
    on it, or that is seen there; and the verb, if it tells of today."""
    for verb in sentence.cues_in(clause, CueKind.LIGHT_VERB) if places else ():
        if verb.value not in ("", "enjoys") or sentence.is_negated(verb):
            continue
        truces = sentence.cues.within(verb.last + 1, clause.last, *TRUCES)
        hangs = [cue for cue in truces if _hangs(sentence, cue)] if verb.value else truces
        between = [r for r in places if hangs and verb.last < r.mention.first and r.mention.last < hangs[0].first]
        edge = sentence.edge(between[0], verb.last + 1) if between else 0
        if between and sentence.preposition(edge - 1) and places[-1].mention.first > hangs[0].last:
            continue  # «جرى في بيروت الاتفاق على هدنة في درعا»
        beside = bool(between) and edge - verb.last <= _SEEN_REACH
        if beside and (verb.value or _is_right_before(sentence, between[-1], hangs[0])):
            return in_group(between[0], between), verb if sentence.words.texts[verb.first].startswith(("ت", "ي")) else None
    return entering(sentence, clause, places, denied=False), None


def entering(sentence: Sentence, clause: Clause, places: Sequence[Resolution], *, denied: bool) -> list[Resolution]:
    """«(رغم) دخول الغوطة الشرقية في اتفاق خفض التصعيد», «دخلت الرستن في هدنة»: the places between such a word and the truce
    that they enter; `denied` for those that a text says do not («ولم تدخل جوبر ضمن الهدنة»). Arabic only."""
    for verb in sentence.words.of_class("enters_accord", clause.first, clause.last) if places else ():
        negation = sentence.cues.ending(CueKind.NEGATION, verb - 1)
        only = any(cue.value == SAVE for cue in sentence.cues.within(verb, clause.last, CueKind.EXCLUSION))
        if (negation is not None and not only) is not denied:  # «لم تدخل حلب في الهدنة إلا أمس»
            continue
        beside = [r for r in places if sentence.edge(r, verb + 1) == verb + 1]
        listed = in_group(beside[0], places) if beside else []
        behind = listed[-1].mention.last + 1 if listed else sentence.first
        into = sentence.preposition(behind) or sentence.cues.starting(CueKind.ABOUT, behind)  # «ضمن الهدنة»
        if not listed or into is None:
            continue
        zone = sentence.cues.starting(CueKind.ZONES, into.last + 1)  # «ضمن مناطق خفض التصعيد»
        if any(sentence.cues.starting(kind, (zone or into).last + 1) for kind in TRUCES):
            return listed
    return []


def is_celebrated_in(sentence: Sentence, clause: Clause, truce: Cue, covered: Sequence[Resolution]) -> bool:
    """«خرج المئات في خان يونس احتفالا بالهدنة», "crowds in Khan Younis celebrated the truce": towns where people are glad of
    the truce of a wider area that the text has named before; elsewhere it may be the town's own."""
    if not covered or not any(sentence.words.is_a("glad_of", i) for i in range(clause.first, truce.first)):
        return False
    lies_in = sentence.read.gazetteer.lies_in
    before = [r.area for r in sentence.read.places if r.area and r.mention.first < sentence.first]
    return any(all(r.area and r.area != wider and lies_in(r.area, wider) for r in covered) for wider in before)


def is_received_in(sentence: Sentence, place: Resolution) -> bool:
    """«اتفاق أثار انتقادات في بغداد», "a deal that drew criticism in Baghdad": where others have an opinion of it."""
    if not sentence.read.is_abroad(place):
        return False  # «لاقت الهدنة ترحيبا في تعز»
    preposition = sentence.preposition(sentence.edge(place, sentence.first) - 1)
    before = preposition.first - 1 if preposition else -1
    return before >= sentence.first and sentence.words.is_a("reception", before)


def _is_right_before(sentence: Sentence, place: Resolution, truce: Cue) -> bool:
    """«تشهد درعا هدنة», «تشهد درعا منذ ظهر اليوم هدنة»: nothing but a time stands between."""
    between = range(place.mention.last + 1, truce.first)
    dated = any(first in between for first, _ in sentence.dates)
    others = (CueKind.STATUS, CueKind.SPEECH, CueKind.CONFLICT, CueKind.LOCATIVE)
    return not between or (dated and not sentence.cues.within(between.start, between.stop - 1, *others))


def _hangs(sentence: Sentence, truce: Cue) -> bool:
    """«بهدنة», «لاتفاق», «ضمن منطقة خفض التصعيد»."""
    zone = sentence.cues.ending(CueKind.ZONES, truce.first - 1) or sentence.cues.starting(CueKind.ZONES, truce.first)
    first = min(zone.first, truce.first) if zone else truce.first
    inside = sentence.cues.ending(CueKind.ABOUT, first - 1) or sentence.cues.ending(CueKind.IMPLEMENTING, first - 1)
    prefixed = {"ب", "ل"} & {*truce.prefixes, *(zone.prefixes if zone else ())}
    return bool(prefixed) or (truce.value in ZONE_TYPES and inside is not None)
