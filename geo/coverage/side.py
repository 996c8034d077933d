"""Side: a truce whose clause does not say where it holds is where its sides stand: those who agree, those it is made with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.coverage.listing import with_added
from geo.coverage.placement import before_phrase
from geo.cue import Cue, CueKind
from geo.gazetteer import Area, Kind
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution

_PARTY_REACH = 4  # words between «الفصائل» and where they stand
_OWNED_REACH = 3  # words between "Libya's" and those who fight
_WITH = ("مع", "with")
_WITH_REACH = 6  # words from a truce to «مع»
_ARMED = "armed"  # "the Sudanese Armed Forces"
_ARMY_REACH = 5  # words between an army and the group that is named with it: "and the paramilitary"
_LOCALS_REACH = 3  # words between «مع» and the place: "with representatives of the …"


def parties_in(sentence: Sentence, clause: Clause, truce: Cue, places: Sequence[Resolution]) -> list[Resolution]:
    """«توصلت الفصائل في غزة إلى هدنة», «وقعت قبيلتان بجنوب دارفور هدنة», «رفض وجهاء درعا البلد الهدنة»: where those who agree
    or refuse stand; those of «اللجنة المركزية في درعا البلد» only where it agrees with somebody."""
    capitals, other = sentence.read.gazetteer.capital_cities, _other_side(sentence, clause, truce) is not None
    ruled = [r for r in places if owns_parties(sentence, r)]  # "Syria's government and notables in Daraa"
    for resolution in (*(r for r in places if r not in ruled), *ruled):
        edge = sentence.edge(resolution, clause.first)
        preposition = next((p for w in before_phrase(sentence, edge, clause.first) if (p := sentence.preposition(w))), None)
        reach = max(clause.first, (preposition.last + 1 if preposition else edge) - _PARTY_REACH)
        fights = sentence.cues.within(reach, edge - 1, CueKind.CONFLICT)
        parties = fights or any(sentence.words.is_a("local_side", i) for i in range(reach, edge))
        parties = parties or (other and any(sentence.words.is_a("committee", i) for i in range(reach, edge)))
        within = "ب" in resolution.mention.prefixes or (preposition is not None and preposition.value == "in")
        within = within or _is_owner(sentence, resolution, edge)
        stands = parties and within
        people = sentence.cues.ending(CueKind.OFFICE, edge - 1) or sentence.cues.ending(CueKind.CONFLICT, edge - 1)
        before = resolution.mention.last < truce.first and (stands or people or owns_parties(sentence, resolution))
        armed = within and any(not c.value and not sentence.words.is_a("state_side", c.first) for c in fights)
        at_war = within and preposition is not None and any(c.value and c.last + 1 == preposition.first for c in fights)
        armed = armed or at_war  # «أطراف القتال في العاصمة طرابلس»
        if before and resolution.area and (armed or resolution.area.place not in capitals):
            if not within and people and (other or _is_named_beside(sentence, people, resolution)):
                resolution, places = _of_whole_country(sentence, resolution, places)
            return with_added(sentence, resolution, places)
    return []


def _is_named_beside(sentence: Sentence, army: Cue, resolution: Resolution) -> bool:
    """«حكومة الوفاق وقوات شرق ليبيا», "the army of eastern Libya and …": one of several sides."""
    texts, first, behind = sentence.words.texts, army.first, resolution.mention.last + 1
    the = first - 1 if texts[first - 1] == "the" else first
    joined = texts[first].startswith("و") or (the > sentence.first and texts[the - 1] == "and")
    return joined or (behind <= sentence.last and (texts[behind] == "and" or texts[behind].startswith("و")))


def _of_whole_country(
    sentence: Sentence, resolution: Resolution, places: Sequence[Resolution]
) -> tuple[Resolution, Sequence[Resolution]]:  # fmt: skip
    """«وقوات شرق ليبيا»: one side stands in a half of its country, and what it agrees on with the other holds in all of it."""
    area, gazetteer = resolution.area, sentence.read.gazetteer
    half = gazetteer.area_of_region.get(area.place, area) if area else None
    if half is None or not half.direction or not gazetteer.names_country(half):
        return resolution, places
    whole = replace(resolution, area=Area(half.place))
    return whole, [whole if r is resolution else r for r in places]


def _is_owner(sentence: Sentence, resolution: Resolution, edge: int) -> bool:
    """«المجلس المحلي لمدينة داريا», «المجلس المحلي لداريا»: a local body is that of the town behind it."""
    head = sentence.cues.starting(CueKind.ZONES, edge) if edge < resolution.mention.first else None
    prefixes = head.prefixes if head else resolution.mention.prefixes
    return "ل" in prefixes and edge > sentence.first and sentence.words.is_a("local_side", edge - 1)


def owns_parties(sentence: Sentence, resolution: Resolution) -> bool:
    """«Libya's warring sides»: those who fight, of the country or province that an English possessive names; or "Mali's
    government", of the country that the text is about."""
    last = resolution.mention.last
    if sentence.words.source(last, last).end <= resolution.mention.span.end:
        return False
    behind = range(last + 1, min(last + 1 + _OWNED_REACH, sentence.last + 1))
    if any(sentence.words.is_a("war_of", i) for i in behind):
        return False  # "a turning point in Ethiopia's civil war"
    subject = sentence.cues.ending(CueKind.PARTY, resolution.mention.first - 1) is None  # no "backed by Mali's government"
    governs = (
        sentence.words.texts[last + 1 : last + 2] == ("government",) and not sentence.read.is_abroad(resolution) and subject
    )
    return governs or bool(sentence.cues.within(last + 1, last + _OWNED_REACH, CueKind.CONFLICT))


def made_with(sentence: Sentence, clause: Clause, truce: Cue, places: Sequence[Resolution]) -> list[Resolution]:
    """«اتفاق لوقف إطلاق النار مع ممثلي حي الوعر», "a truce with elders of Ashrafiya": where those live, or fight, with whom a
    truce is made."""
    side = _other_side(sentence, clause, truce)
    for resolution in places if side else ():
        edge, area = sentence.edge(resolution, clause.first), resolution.area
        if side is None or area is None or not side.last < edge - 1 <= side.last + _LOCALS_REACH:
            continue
        place = sentence.read.gazetteer.places[area.place]
        whole = place.kind is Kind.COUNTRY or area.place in sentence.read.gazetteer.capital_cities
        whole = whole or sentence.read.is_abroad(resolution)
        between = range(side.last + 1, edge)
        locals_ = any(sentence.words.is_a("local_side", i) or sentence.words.is_a("delegates", i) for i in between)
        locals_ = locals_ or any(sentence.cues.ending(CueKind.EVACUEES, i) for i in between)
        if locals_ and not whole:
            return with_added(sentence, resolution, places)
    return []


def _other_side(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """The «مع» behind a truce that leads to the other side."""
    behind = sentence.cues.within(truce.last + 1, min(truce.last + 1 + _WITH_REACH, clause.last), CueKind.PARTY)
    return next((cue for cue in behind if sentence.words.texts[cue.last] in _WITH), None)


def groups_beside_army(sentence: Sentence) -> list[Cue]:
    """ "The Sudanese army and the Rapid Support Forces resumed talks": the armed groups behind the army or the government of
    their own country. English only."""
    words, found = sentence.words, []
    for group in sentence.cues.within(sentence.first, sentence.last, CueKind.GROUP):
        country = sentence.read.gazetteer.places[Area.parse(group.value).place].country
        for match in sentence.read.demonyms.find(words):
            behind = range(match.last + 1, min(match.last + 1 + _OWNED_REACH, group.first))
            army = next((i for i in behind if words.is_a("state_side", i) or words.texts[i] == _ARMED), group.last)
            near = sentence.first <= match.first and army < group.first <= army + 1 + _ARMY_REACH
            if near and match.values[0] == country and "and" in words.texts[army + 1 : group.first]:
                found.append(group)
    return found
