"""Coverage: which of a clause's places its truce covers, and which it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from geo.coverage.attachment import attached, is_handed_over, is_said_in
from geo.coverage.calm import calm_places
from geo.coverage.container import without_containers
from geo.coverage.counterpart import counterpart_towns
from geo.coverage.enactment import places_of_deeds
from geo.coverage.enjoyment import ZONE_TYPES, enjoying
from geo.coverage.evacuation import leaves_in_exchange, left_under, places_left
from geo.coverage.extent import TRUCES, coverage_verb, named_behind
from geo.coverage.interstate import is_host_of_two
from geo.coverage.listing import behind_aside, continues, follows_subject, is_added, with_added
from geo.coverage.placement import (
    before_phrase,
    calmed,
    fronted,
    is_beside,
    is_seat,
    leaflets_dropped_on,
    named_before,
    place_right_before,
    placed_between,
    pointed_back_to,
)
from geo.coverage.record import Coverage
from geo.coverage.side import made_with, parties_in
from geo.gazetteer import Kind
from geo.status.fighting import is_fought_over, tells_of_attack
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence, in_group
from geo.text.cue import SETTLEMENT, Cue, CueKind
from geo.toponym.resolution import Resolution

_COVERAGE_REACH = 8  # words between «يشمل» and the first place
_WITHIN_REACH = 5  # words of a zone's name behind «تقع ضمن»
_STRETCH_REACH = 3  # words behind a comma that still belong to the noun before it
_NAMED_REACH = 2  # words behind a truce that name it: «هدنة عيد الفصح التي …»
_NAMES_AN_AGREEMENT = 3  # a status phrase of so many words holds the agreement itself: «مخالفة لما تم الاتفاق عليه»
_SAVE = "save"  # the value of «سوى», «إلا»
_OUTSIDE_REACH = 4  # words between "excluded from" and the truce: "the newly announced truce"
_TALKED_REACH = 3  # words from «المفاوضات» to «حول»
_SAID_OF_TOPIC = ("in_force", "violated", "ended")  # statuses of the place that a sentence is about
_SEEN = ("suspended", "extended")  # statuses of a place only where it sees them: «شهدت حلب تعليق الهدنة»
_SAYING = (CueKind.STATUS, CueKind.COVERAGE, CueKind.TRUCE, CueKind.SPEECH, CueKind.DECISION)  # what leaves a clause no topic


def find_coverage(sentence: Sentence, number: int, status: Cue | None, truce: Cue | None, *, listing: bool) -> Coverage:
    """The coverage of the sentence's clause `number`, empty if it covers nothing.

    `listing` if an earlier clause of the sentence has a verb of covering, which «وهي …» goes on with.
    """
    clause = sentence.clauses[number]
    places = without_containers(sentence, sentence.places_in(clause))
    found = Coverage()
    if _find_listed(sentence, number, places, found, listing=listing):
        return found
    places = _leave_out(sentence, clause, places, found)
    covered, found.passive = _covered_by(sentence, number, places)
    if covered:
        found.items = [covered]
        return found
    verb = coverage_verb(sentence, clause) or _corrected(sentence, number)
    if verb:
        found.verb = verb
        _find_objects(sentence, verb, places, found)
        before, found.seen = _before_verb(sentence, clause, verb, places) if found.items else ([], None)
        if before and not found.several:  # «بدأت الهدنة بدرعا، ثم امتدت للسويداء»
            found.items = [[*before, *found.items[0]]]
        behind = behind_aside(sentence, number, opened=bool(found.items)) if not found.excluded else []
        if behind and not found.several:
            found.items = [[*(found.items or [[]])[0], *behind]]
        if found.items or found.excluded:
            return found
    covered, found.seen = enjoying(sentence, clause, places)
    if not covered and truce is None:
        covered, found.seen = calm_places(sentence, clause, places)
        found.calm = bool(covered)
    if covered:
        found.items = [covered]
        return found
    left = [r for r in places_left(sentence, clause, places) if not is_handed_over(sentence, r)]
    covered = attached(sentence, clause, places)
    if truce and status and covered and "," in sentence.gap(truce.last, covered[0].mention.first):  # "in Taiz, a truce …, as …"
        covered = fronted(sentence, truce, without_containers(sentence, sentence.places)) or covered
    if covered or (not places and sentence.cues_in(clause, CueKind.TRUCE)):  # «بدأت هدنة بين الفصيلين، اللذين …، في إدلب»
        covered += behind_aside(sentence, number, opened=bool(covered))
    if not covered:
        covered, found.implementing = places_of_deeds(sentence, clause, places)
    if any(r in left for r in covered):  # «اتفاق على إجلاء … من مضايا مقابل خروج … من كفريا»
        covered = left
    elif covered and truce and _are_left_too(sentence, left, max(truce.last, covered[-1].mention.last)):
        covered = [*covered, *left]
    if not covered and left:
        covered, found.implementing = left, left_under(sentence, clause, left)
        found.refers_back = leaves_in_exchange(sentence)
    if truce and truce.value == SETTLEMENT:  # that of a whole country is a political one: «كما فعل كثيرون في سوريا»
        covered = [r for r in covered if not _is_country(sentence, r)]
    covered = covered or _placed_elsewhere(sentence, number, status, truce, places, found)
    covered = [r for r in covered if not is_host_of_two(sentence.read, r)]
    found.items = [_without_states(sentence, covered)] if covered else []
    return found


def _are_left_too(sentence: Sentence, left: Sequence[Resolution], floor: int) -> bool:
    """«هدنة ينسحب خلالها المقاتلون من الزبداني ويجلى مدنيون من الفوعة»: places that others are taken from, behind those that
    the truce covers; not «هدنة في طرابلس، وغادر موفدها بنغازي»."""
    before = sentence.preposition(sentence.edge(left[0], sentence.first) - 1) if left else None
    return before is not None and before.value == "from" and before.first > floor


def _placed_elsewhere(
    sentence: Sentence, number: int, status: Cue | None, truce: Cue | None, places: list[Resolution], found: Coverage
) -> list[Resolution]:  # fmt: skip
    """The places of a clause none of whose words ties them to its truce: those of its status, of the clauses around it, of who
    fights or agrees; the likelier first."""
    clause = sentence.clauses[number]
    covered: list[Resolution] = []
    before = without_containers(sentence, sentence.places_in(sentence.clauses[number - 1])) if number else []
    resumed = status is not None and status.value == "ended" and sentence.cues_in(clause, CueKind.RESUMPTION)
    if not covered and truce and status and (_is_of_fighting(clause, status) or resumed):
        covered = _placed_in_relative(sentence, number, truce) or _fought_in(sentence, number, found)
    if not covered and truce and clause.relation == "where":
        covered = place_right_before(sentence, number, before)
        covered = [*(r for r in topic(sentence, number) if _lies_in_any(sentence, r, covered)), *covered]
    if not covered and status:
        found.refers_back = status.last - status.first >= _NAMES_AN_AGREEMENT - 1
        if truce or found.refers_back:
            covered = _subject(sentence, number, status, places)
    if not covered and truce and status and (truce.last < clause.first or truce.last < status.first):
        covered = placed_behind(sentence, status, places)
    if not covered and truce:
        covered = _placed_in_zone(sentence, clause, truce, places) or _placed_in_relative(sentence, number, truce)
    if not covered and truce:
        covered = place_right_before(sentence, number, before)
    if not covered and truce and status and status.last < truce.first:
        covered = placed_between(sentence, status, truce, places)
    if not covered and truce:
        covered = calmed(sentence, clause, truce, places) or named_before(sentence, clause, truce)
    if not covered and truce and status and status.value == "proposed":
        covered = leaflets_dropped_on(sentence, truce)
    if not covered and truce and status:
        covered = made_with(sentence, clause, truce, places)
    if not covered and truce and status and status.last < truce.first:
        covered = parties_in(sentence, clause, truce, places) or counterpart_towns(sentence, truce.last, places)
    if not covered and truce:
        covered = _from_afar(sentence, number, truce, status)
    if not covered and not truce and status and status.value == "negotiating":
        covered = _talked_about(sentence, status, places) or counterpart_towns(sentence, status.last, places)
    if not covered and not truce and status and sentence.words.is_a("its_application", status.last):
        covered, found.refers_back = placed_behind(sentence, status, places), True
    return covered


def _find_listed(
    sentence: Sentence, number: int, places: list[Resolution], found: Coverage, *, listing: bool
) -> bool:  # fmt: skip
    """What «وهي …» lists behind a verb of covering, or «هي …» behind words for what is covered; True if it does."""
    if sentence.clauses[number].relation == "apposition" and listing:
        found.items = [places] if places else []
        return True
    found.verb = named_behind(sentence, number, places)
    if found.verb:
        listed = with_added(sentence, places[0], places)
        found.excluded = listed if sentence.is_negated(found.verb) else []
        found.items = [] if found.excluded else [listed]
    return found.verb is not None


def _is_of_fighting(clause: Clause, status: Cue) -> bool:
    """True if fighting gave the status: it broke the truce, or was resumed before the clause that names that."""
    return status.value == "violated" or (status.value == "ended" and status.last < clause.first)


def _without_states(sentence: Sentence, covered: list[Resolution]) -> list[Resolution]:
    """«توصلت فصائل درعا وروسيا إلى هدنة»: a state abroad that is listed with a place is a party."""
    inside = [r for r in covered if not (_is_country(sentence, r) and sentence.read.is_abroad(r))]
    return inside or covered


# --- left out ------------------------------------------------------------------------------------------------------------


def _leave_out(sentence: Sentence, clause: Clause, places: list[Resolution], found: Coverage) -> list[Resolution]:
    """The places that no exception takes out; the others go to `excluded`: «باستثناء إدلب», «حلب خارج الاتفاق», «من دون إدلب»,
    but not «من دون خروقات في إدلب»."""
    named = sentence.cues_in(clause, CueKind.EXCLUSION) if places else []
    edges = {sentence.edge(r, clause.first) for r in places} if named else set()
    exclusions = [c for c in named if c.value not in ("beside", _SAVE) or c.last + 1 in edges]
    exclusions = [c for c in exclusions if c.value != _SAVE or not _is_only(sentence, clause, c)]
    if not exclusions:
        return places
    exception = exclusions[0]
    if exception.value != "outside":
        behind = sentence.cues.within(exception.last + 1, clause.last, CueKind.COVERAGE)
        fronted = [verb.first for verb in behind if verb.value == "covers" and "," in sentence.gap(exception.last, verb.first)]
        end = fronted[0] if fronted else clause.last + 1  # "apart from Jobar, the truce covers all of Eastern Ghouta"
        found.excluded = [r for r in places if exception.first < r.mention.first < end]
    elif sentence.cues.within(exception.last + 1, exception.last + _OUTSIDE_REACH, *TRUCES):
        found.excluded = [r for r in places if r.mention.last < exception.first]
    excluded = {r.area for r in found.excluded}
    return [r for r in places if r.area not in excluded]


def _is_only(sentence: Sentence, clause: Clause, save: Cue) -> bool:
    """«لا تشمل سوى درعا»: behind a negation what would be left out is all that there is."""
    return bool(sentence.cues.within(clause.first, save.first - 1, CueKind.NEGATION))


# --- a verb of covering --------------------------------------------------------------------------------------------------


def _before_verb(
    sentence: Sentence, clause: Clause, verb: Cue, places: Sequence[Resolution]
) -> tuple[list[Resolution], Cue | None]:  # fmt: skip
    """«هدنة في درعا تشمل أيضا …», «تخضع مضايا لهدنة تشمل أيضا …», "Besides Daraa, the deal covers …": the places before a verb
    of covering that are under the truce, too, and the verb that says of them that they are."""
    before = [r for r in places if r.mention.last < verb.first]
    if covered := attached(sentence, clause, before):
        return covered, None
    covered, seen = enjoying(sentence, clause, before)
    return (covered, seen) if covered else (_beside_covered(sentence, verb), None)


def _beside_covered(sentence: Sentence, verb: Cue) -> list[Resolution]:
    """«إلى جانب درعا، يشمل الاتفاق القنيطرة», "Besides Daraa, the deal covers Quneitra": the list that a sentence opens with,
    where nothing but the truce stands between its comma and the verb of covering."""
    before = [r for r in sentence.places if r.mention.last < verb.first]
    listed = in_group(before[0], before) if before else []
    beside = sentence.cues.ending(CueKind.ADDITION, sentence.edge(before[0], sentence.first) - 1) if before else None
    if beside is None or beside.first != sentence.first or len(listed) < len(before):
        return []
    last = listed[-1].mention.last
    told = sentence.cues.within(last + 1, verb.first - 1, CueKind.CONFLICT, CueKind.STATUS, CueKind.SPEECH)
    return [] if told or "," not in sentence.gap(last, last + 1) else listed


def _corrected(sentence: Sentence, number: int) -> Cue | None:
    """«لا تُطبَّق في تدمر، بل في السخنة»: a clause that corrects a denied verb of covering goes on with the verb."""
    if sentence.clauses[number].relation != "correction" or number == 0:
        return None
    verb = coverage_verb(sentence, sentence.clauses[number - 1])
    return verb if verb and sentence.is_negated(verb) else None


def _covered_by(sentence: Sentence, number: int, places: Sequence[Resolution]) -> tuple[list[Resolution], Cue | None]:
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
    return [], None


def _names_zone(sentence: Sentence, within: Cue) -> bool:
    """«جزء من منطقة خفض التصعيد»; what is done «كجزء من الاتفاق» says not what that covers."""
    named = sentence.cues.within(within.last + 1, within.last + _WITHIN_REACH, CueKind.TRUCE)
    return "ك" not in within.prefixes and any(cue.value in ZONE_TYPES for cue in named)


def _find_objects(sentence: Sentence, verb: Cue, places: Sequence[Resolution], found: Coverage) -> None:
    objects: list[Resolution] = []
    for resolution in places:
        mention = resolution.mention
        too_far = not objects and (
            mention.first - verb.last > _COVERAGE_REACH or _is_object_of_another(sentence, verb, resolution)
        )
        party = _is_country(sentence, resolution) and sentence.read.is_abroad(resolution)
        if mention.first < verb.first or too_far or party or is_beside(sentence, resolution):
            continue
        beside = objects and sentence.cues.ending(CueKind.PARTY, mention.first - 1)  # «إدلب مع ريف حلب الغربي»
        goes_on = beside or in_group(resolution, objects) or is_added(sentence, resolution)
        goes_on = goes_on or (len(objects) == 1 and follows_subject(sentence, verb, objects[0], resolution))
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
    corrects = corrects or any(cue.value == _SAVE for cue in saved)
    if sentence.is_negated(verb) and not corrects:
        found.excluded += objects
        return
    zones = sentence.cues.within(sentence.first, verb.first - 1, CueKind.ZONES)
    found.several = any(cue.value == "many" for cue in zones)
    found.items = _items(sentence, objects) if found.several else [objects] if objects else []


def _is_object_of_another(sentence: Sentence, verb: Cue, resolution: Resolution) -> bool:
    """«يتضمن السماح بدخول السفن إلى الحديدة», «يتضمن انسحابا من نتساريم»: what is covered is a going there or from there."""
    first = sentence.edge(resolution, verb.last + 1)
    preposition = sentence.preposition(first - 1)
    reaches = sentence.words.texts[verb.first].lstrip("س") in sentence.words.classes["extends"]  # «تمتد إلى طفس»
    leads = preposition is not None and preposition.first > verb.last and preposition.value in ("destination", "from")
    leads = leads and not (reaches and preposition is not None and preposition.value == "destination")
    return leads and not resolution.mention.partial


def _items(sentence: Sentence, objects: Sequence[Resolution]) -> list[list[Resolution]]:
    """The list cut at its commas."""
    items: list[list[Resolution]] = []
    for resolution in objects:
        if not items or "," in sentence.gap(items[-1][-1].mention.last, resolution.mention.first):
            items.append([])
        items[-1].append(resolution)
    return items


def _is_country(sentence: Sentence, resolution: Resolution) -> bool:
    area = resolution.area
    return area is not None and sentence.read.gazetteer.places[area.place].kind is Kind.COUNTRY


# --- the subject of a status ---------------------------------------------------------------------------------------------


def _subject(sentence: Sentence, number: int, status: Cue, places: Sequence[Resolution]) -> list[Resolution]:
    """The places of which a status is said: «شهدت درعا خروقات للهدنة», or the topic of the sentence."""
    if status.value not in (*_SAID_OF_TOPIC, *_SEEN):
        return []
    clause = sentence.clauses[number]
    if clause.relation == "concession" and sentence.cues_in(clause, CueKind.DECISION) and not tells_of_attack(sentence, clause):
        return []  # «تتواصل العملية في منبج رغم هدنة مجلس الأمن»: it says not where that holds
    light = sentence.light_verb(clause, status)
    light = light or (status if sentence.cues.starting(CueKind.LIGHT_VERB, status.first) else None)
    behind = [r for r in places if light and 0 < sentence.edge(r, light.last + 1) - light.last <= 2]  # «ساد الهدوء جبهات حلب»
    if not behind and light and sentence.words.is_a("saw", light.first):  # "Idlib province saw several breaches"
        near = any(0 < light.first - r.mention.last <= 2 for r in sentence.places)
        behind = [r for r in places if near and r.mention.last < light.first]
    if behind:
        return with_added(sentence, in_group(behind[0], places)[0], places)
    return topic(sentence, number) if status.value in _SAID_OF_TOPIC else []


def _talked_about(sentence: Sentence, status: Cue, places: Sequence[Resolution]) -> list[Resolution]:
    """«المفاوضات مستمرة حول بلدات حمورية وجسرين»: the places that talks are about, shortly behind the word for them."""
    about = sentence.cues.within(status.last + 1, status.last + _TALKED_REACH, CueKind.ABOUT)
    words = {cue.last + 1 for cue in about if sentence.words.is_a("about_whom", cue.first)}
    return next((with_added(sentence, r, places) for r in places if sentence.edge(r, status.last + 1) in words), [])


def placed_behind(sentence: Sentence, status: Cue, places: Sequence[Resolution]) -> list[Resolution]:
    """«(The truce, which …,) is holding in Homs»: the first list behind the status that a preposition of place opens."""
    for resolution in places:
        edge = sentence.edge(resolution, status.last + 1)
        words = [] if is_said_in(sentence, edge) else before_phrase(sentence, edge, status.last + 1)
        told = sentence.cues.within(status.last + 1, edge - 1, CueKind.SPEECH, CueKind.CONFLICT)
        if any(cue.kind is CueKind.SPEECH or cue.value == "attack" for cue in told):
            return []  # "the truce had come to an end, and the U.N. said a convoy was hit in Aleppo"
        if any((p := sentence.preposition(word)) and p.value in ("in", "") for word in words):
            return with_added(sentence, resolution, places)
    return []


def _placed_in_zone(sentence: Sentence, clause: Clause, truce: Cue, places: Sequence[Resolution]) -> list[Resolution]:
    """In "the town of Hirak, inside a de-escalation zone", "Idlib, a de-escalation zone" the place before says what lies in the
    zone. English only."""
    article = truce.first - 1
    if article <= clause.first or truce.value not in ZONE_TYPES or not sentence.words.texts[truce.first].isascii():
        return []
    beside = [r for r in places if r.mention.last in (article - 1, article - 2)]  # "Idlib province"
    if beside and sentence.words.texts[article] == "a" and "," in sentence.gap(article - 1, article):
        return in_group(beside[-1], places)
    preposition = sentence.preposition(article) or sentence.preposition(article - 1)
    before = [r for r in places if preposition and r.mention.last < preposition.first and preposition.value == "in"]
    near = bool(before) and preposition is not None and preposition.first - before[-1].mention.last <= _STRETCH_REACH
    return in_group(before[-1], before) if near else []


def _placed_in_relative(sentence: Sentence, number: int, truce: Cue) -> list[Resolution]:
    """«الهدنة التي بدأت في نيسان في اليمن», «الاتفاق الذي أبرم أمس والذي نص على هدنة في تعز»: the place that a relative clause
    behind the truce gives it."""
    last = sentence.clauses[number].last
    if not 0 <= last - truce.last <= _NAMED_REACH or "," in sentence.gap(truce.last, min(last + 1, sentence.last)):
        return []
    for relative in takewhile(lambda clause: clause.relation == "relative", sentence.clauses[number + 1 :]):
        named = sentence.cues_in(relative, CueKind.TRUCE)
        fights = sentence.cues_in(relative, CueKind.CONFLICT)
        if any(fight.value and not any(t.first <= fight.first <= t.last for t in named) for fight in fights):
            return []
        places = without_containers(sentence, sentence.places_in(relative))
        before = [(r, sentence.preposition(sentence.edge(r, relative.first) - 1)) for r in places]
        located = [
            r for r, preposition in before
            if "ب" in r.mention.prefixes or (preposition and preposition.value == "in" and not is_seat(sentence, preposition))
        ]  # fmt: skip
        if located:
            return with_added(sentence, located[0], places)
    return []


def _from_afar(sentence: Sentence, number: int, truce: Cue, status: Cue | None) -> list[Resolution]:
    """The places that the clause points back to, or those of the clause whose word says how its truce stands («عاد الهدوء إلى
    درعا بعد هدنة»), or, where it says that itself, that the sentence opens with."""
    english = sentence.words.texts[truce.first].isascii()
    told = (c for c in sentence.clauses[:number] if status and c.first <= status.first <= c.last)
    other = _calm_before(sentence, number) if english else next(told, None)
    if other:
        places = without_containers(sentence, sentence.places_in(other))
        return with_added(sentence, places[0], places) if places else []
    before = [r for c in sentence.clauses[:number] for r in without_containers(sentence, sentence.places_in(c))]
    back = pointed_back_to(sentence, sentence.clauses[number], truce, before)
    return back or (fronted(sentence, truce, without_containers(sentence, sentence.places)) if status else [])


def _calm_before(sentence: Sentence, number: int) -> Clause | None:
    """In "calm has prevailed in Douma | since the truce took effect", "fighting stopped | after a truce" that before. English
    only."""
    before, clause = sentence.clauses[number - 1], sentence.clauses[number]
    if not number or clause.relation != "time" or not sentence.words.texts[clause.first].isascii():
        return None
    calm = any(cue.value == "in_force" for cue in sentence.cues_in(before, CueKind.STATUS))
    return before if calm or sentence.cues_in(before, CueKind.CESSATION) else None


def topic(sentence: Sentence, number: int) -> list[Resolution]:
    """The places that the clauses before name without saying anything of them: «إلا أن مدينة درعا وريفها التي …»."""
    named: list[Resolution] = []
    for clause in sentence.clauses[:number]:
        if clause.relation == "relative":
            continue
        if sentence.cues_in(clause, *_SAYING):
            return []
        named += without_containers(sentence, sentence.places_in(clause))
    return named


def _fought_in(sentence: Sentence, number: int, found: Coverage) -> list[Resolution]:
    """«قصف على الغوطة رغم الهدنة», «رغم الهدنة، قصفت بلدات في ريف إدلب»: where the fighting is that a truce did not prevent."""
    own = sentence.clauses[number]
    others = [*reversed(sentence.clauses[:number]), *sentence.clauses[number:]]
    for clause in others:
        if clause.first > own.first and sentence.is_alongside(clause):
            continue  # «خرق جديد للهدنة، فيما تواصلت المعارك في دير الزور»
        fights = sentence.cues_in(clause, CueKind.CONFLICT)
        places = [r for r in without_containers(sentence, sentence.places_in(clause)) if not sentence.read.is_abroad(r)]
        hit = (r for r in places if fights and _is_hit(sentence, clause, r, fights))
        if (first := next(hit, None)) is not None:
            found.fought = True
            return with_added(sentence, first, places)
    return []


def _is_hit(sentence: Sentence, clause: Clause, resolution: Resolution, fights: Sequence[Cue]) -> bool:
    before = before_phrase(sentence, sentence.edge(resolution, clause.first), clause.first)
    return "ب" in resolution.mention.prefixes or any(is_fought_over(sentence, word, fights) for word in before)


def _lies_in_any(sentence: Sentence, resolution: Resolution, outer: Sequence[Resolution]) -> bool:
    """In "Madaya, which lies in Wadi Barada, where a truce …" both are under the truce."""
    lies_in = sentence.read.gazetteer.lies_in
    return any(r.area != resolution.area and lies_in(resolution.area, r.area) for r in outer if r.area and resolution.area)
