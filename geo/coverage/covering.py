"""Verbs of covering: «يشمل», "covers", «مشمولة بالاتفاق», and the places before and behind them."""

from __future__ import annotations

from collections.abc import Sequence

from geo.coverage.attachment import attached
from geo.coverage.container import without_containers
from geo.coverage.enjoyment import SAVE, ZONE_TYPES, enjoying
from geo.coverage.evacuation import evacuates
from geo.coverage.extent import TRUCES, coverage_verb, named_among
from geo.coverage.listing import before_compound, continues, follows_subject, is_added
from geo.coverage.placement import (
    is_beside,
)
from geo.coverage.record import Coverage
from geo.cue import Cue, CueKind
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence, in_group
from geo.toponym.resolution import Resolution

_COVERAGE_REACH = 8  # words between «يشمل» and the first place
_WITHIN_REACH = 5  # words of a zone's name behind «تقع ضمن»


def before_verb(
    sentence: Sentence, clause: Clause, verb: Cue, places: Sequence[Resolution]
) -> tuple[list[Resolution], Cue | None]:  # fmt: skip
    """«هدنة في درعا تشمل أيضا …», «تخضع مضايا لهدنة تشمل أيضا …», "Besides Daraa, the deal covers …": the places before a verb
    of covering that are under the truce, too, and the verb that says of them that they are."""
    before = [r for r in places if r.mention.last < verb.first]
    if covered := attached(sentence, clause, before):
        return covered, None
    covered, seen = enjoying(sentence, clause, before)
    return (covered, seen) if covered else (beside_covered(sentence, verb), None)


def beside_covered(sentence: Sentence, verb: Cue) -> list[Resolution]:
    """«إلى جانب درعا، يشمل الاتفاق القنيطرة», "Besides Daraa, the deal covers Quneitra", "In addition to Daraa, deals
    were struck in Quneitra": the list that a sentence opens with, where nothing but the truce stands between its comma and
    the verb of covering, or the truce that is placed elsewhere, too."""
    before = [r for r in sentence.places if r.mention.last < verb.first]
    listed = in_group(before[0], before) if before else []
    beside = sentence.cues.ending(CueKind.ADDITION, sentence.edge(before[0], sentence.first) - 1) if before else None
    if beside is None or beside.first != sentence.first or len(listed) < len(before):
        return []
    last = listed[-1].mention.last
    told = sentence.cues.within(last + 1, verb.first - 1, CueKind.CONFLICT, CueKind.STATUS, CueKind.SPEECH)
    return [] if told or "," not in sentence.gap(last, last + 1) else listed


def corrected(sentence: Sentence, number: int) -> Cue | None:
    """«لا تُطبَّق في تدمر، بل في السخنة»: a clause that corrects a denied verb of covering goes on with the verb."""
    if sentence.clauses[number].relation != "correction" or number == 0:
        return None
    verb = coverage_verb(sentence, sentence.clauses[number - 1])
    return verb if verb and sentence.is_negated(verb) else None


def covered_by(sentence: Sentence, number: int, places: Sequence[Resolution]) -> tuple[list[Resolution], Cue | None]:
    """«الغوطة مشمولة بالاتفاق», «منطقة يشملها الاتفاق»: the places before the passive, or those of the clause before."""
    clause = sentence.clauses[number]
    for cue in sentence.cues_in(clause, CueKind.COVERAGE):
        if cue.value not in ("covered", "within") or sentence.is_negated(cue) or not sentence.cues_in(clause, *TRUCES):
            continue
        if cue.value == "within" and not _names_zone(sentence, cue):
            continue
        before = [r for r in places if r.mention.last < cue.first]
        if not before and number:
            before = without_containers(sentence, sentence.places_in(sentence.clauses[number - 1]))
        if before:  # «حيي الشيخ مقصود والأشرفية، اللذين يشملهما اتفاق»: what stands last before its relative clause
            nearest = before[-1].mention.group if clause.relation == "relative" else before[0].mention.group
            return in_group(next(r for r in before if r.mention.group == nearest), before), cue
    return _belonging(sentence, clause, places)


def _belonging(
    sentence: Sentence, clause: Clause, places: Sequence[Resolution]
) -> tuple[list[Resolution], Cue | None]:  # fmt: skip
    """«يندرج ريف اللاذقية ضمن اتفاقية خفض التوتر»: the places between the verb and what they belong to. Arabic only."""
    words = sentence.words
    for place in places:
        verb, listed = sentence.edge(place, clause.first) - 1, in_group(place, places)
        link = sentence.cues.starting(CueKind.IMPLEMENTING, listed[-1].mention.last + 1)
        belongs = verb >= clause.first and words.is_a("belongs", verb, int(words.texts[verb].startswith("و")))
        if belongs and link and link.value == "" and _names_zone(sentence, link):
            return listed, link
    return [], None


def _names_zone(sentence: Sentence, within: Cue) -> bool:
    """«جزء من منطقة خفض التصعيد»; what is done «كجزء من الاتفاق» says not what that covers."""
    named = sentence.cues.within(within.last + 1, within.last + _WITHIN_REACH, CueKind.TRUCE)
    return "ك" not in within.prefixes and any(cue.value in ZONE_TYPES for cue in named)


def find_objects(sentence: Sentence, verb: Cue, places: Sequence[Resolution], found: Coverage) -> None:
    objects: list[Resolution] = []
    others: list[Resolution] = []
    for resolution in places:
        mention = resolution.mention
        other = in_group(resolution, others) or _is_object_of_another(sentence, verb, resolution)
        others += [resolution] if other and not objects else []
        among = _is_named_among(sentence, verb, resolution)
        distant = mention.first - verb.last > _COVERAGE_REACH and not among
        too_far = not objects and (distant or bool(other))
        party = sentence.read.gazetteer.names_country(resolution.area) and sentence.read.is_abroad(resolution)
        given = party or _is_given_up(sentence, verb, resolution)
        if mention.first < verb.first or too_far or given or is_beside(sentence, resolution):
            continue
        before = before_compound(sentence, mention.first) - 1
        beside = objects and sentence.cues.ending(CueKind.PARTY, before)  # «إدلب مع ريف حلب الغربي»
        goes_on = beside or in_group(resolution, objects) or is_added(sentence, resolution)
        placed = bool(objects) and sentence.preposition(sentence.edge(objects[0], verb.last + 1) - 1) is not None
        goes_on = (
            goes_on or (among and placed) or (len(objects) == 1 and follows_subject(sentence, verb, objects[0], resolution))
        )
        if not objects or goes_on or continues(sentence, objects[-1], resolution):
            objects.append(resolution)
    corrects = (
        bool(places)
        and verb.last < places[0].mention.first
        and any(
            clause.relation == "correction" and verb.last < clause.first <= places[0].mention.first
            for clause in sentence.clauses
        )
    )
    saved = sentence.cues.within(verb.last + 1, objects[0].mention.first - 1, CueKind.EXCLUSION) if objects else []
    corrects = corrects or any(cue.value == SAVE for cue in saved)
    if sentence.is_negated(verb) and not corrects:
        found.excluded += objects
        return
    zones = sentence.cues.within(sentence.first, verb.first - 1, CueKind.ZONES)
    found.several = any(cue.value == "many" for cue in zones)
    found.items = _items(sentence, objects) if found.several else [objects] if objects else []


def _is_of_measures(sentence: Sentence, verb: Cue, edge: int) -> bool:
    """ "The deal includes measures to repair the Ain al-Fijah station": what is done there. English only."""
    return any(
        sentence.words.is_a("measures", i) and sentence.words.texts[i + 1] == "to" for i in range(verb.last + 1, edge - 1)
    )


def _is_object_of_another(sentence: Sentence, verb: Cue, resolution: Resolution) -> bool:
    """«يتضمن السماح بدخول السفن إلى الحديدة», «يتضمن انسحابا من نتساريم»: what is covered is a going there or from there."""
    first = sentence.edge(resolution, verb.last + 1)
    if _is_of_measures(sentence, verb, first):
        return True
    preposition = sentence.preposition(first - 1)
    reaches = sentence.words.texts[verb.first].lstrip("س") in sentence.words.classes["extends"]  # «تمتد إلى طفس»
    leads = preposition is not None and preposition.first > verb.last and preposition.value in ("destination", "from")
    leads = leads and not (reaches and preposition is not None and preposition.value == "destination")
    left = preposition is not None and preposition.value == "from" and any(
        cue.value != "withdraws" and evacuates(sentence.read, cue)  # «يشمل إجلاء الجرحى من الفوعة وكفريا»
        for cue in sentence.cues.within(verb.last + 1, first, CueKind.EVACUATION)
    )  # fmt: skip
    return leads and not left and not resolution.mention.partial


def _is_named_among(sentence: Sentence, verb: Cue, resolution: Resolution) -> bool:
    """«تضم المنطقة 84 بلدة يقطنها … نسمة، أبرزها تلبيسة»; not «يتضمن خروجهم من حمورية إلى مناطق أخرى، بينها إدلب»."""
    first = resolution.mention.first
    head = sentence.cues.ending(CueKind.ZONES, first - 1)  # «أبرزها مدينتا تلبيسة والرستن»
    among = named_among(sentence, head.first if head else first)
    before = sentence.cues.within(verb.last + 1, among.first, CueKind.LOCATIVE) if among else []
    return among is not None and all(cue.value != "destination" for cue in before)


def _is_given_up(sentence: Sentence, verb: Cue, resolution: Resolution) -> bool:
    """«يشمل الاتفاق تسليم معبر نصيب», «… وفتح الطريق»: what is handed over or opened under the truce."""
    noun = sentence.edge(resolution, verb.last + 1) - 1
    joined = sentence.words.texts[noun].startswith("و")
    return noun > verb.last and sentence.words.is_a("handed_over", noun, int(joined))


def _items(sentence: Sentence, objects: Sequence[Resolution]) -> list[list[Resolution]]:
    """The list cut at its commas."""
    items: list[list[Resolution]] = []
    for resolution in objects:
        if not items or "," in sentence.gap(items[-1][-1].mention.last, resolution.mention.first):
            items.append([])
        items[-1].append(resolution)
    return items
