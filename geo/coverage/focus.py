"""Focus: the places that a text is speaking of where it names a truce and does not say, in the same clause, where it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection

from geo.agreement import AgreementType
from geo.coverage.container import without_containers
from geo.coverage.interstate import at_war
from geo.coverage.placement import is_destination, is_gone_to, is_other_front, is_seat
from geo.coverage.side import groups_beside_army, owns_parties
from geo.coverage.standing import is_whereabouts
from geo.cue import Cue, CueKind
from geo.gazetteer import SETTLEMENTS, Area, Kind
from geo.mention import Mention
from geo.status.naming import ZONES, is_definite, is_named_before
from geo.status.resumption import SINCE
from geo.status.scene import leads_up_to
from geo.syntax.clause import Clause
from geo.syntax.read_text import ReadText
from geo.syntax.sentence import Sentence, in_group
from geo.toponym.home import is_of_one_country
from geo.toponym.resolution import Resolution, Role

_FIGHTING = 2  # words of fighting in a text that is about a war; one may be a figure of speech
_PARTY_REACH = 6  # words between a truce and «بين» or «مع»
_DECLARING = ("announced", "agreed", "proposed", "rejected", "violated", "ended", "extended")
_FORCES_NAMED = 8  # words behind «بين» in which those who fight are named
_FORCES_REACH = 3  # words from «قوات» to the adjective of their country
_OFFERED_REACH = 4  # words between a truce and «على طالبان»
_SUFFERING_REACH = 3  # words between «تعرضت» and the country
_HIT_REACH = 4  # words between the attack and who is hit
_FOUGHT_REACH = 7  # words between fighting and the capital that it rocks
_ON = ("علي", "ضد")  # folded
_SIDES_REACH = 3  # words from "Sudan's" to "sides"
_ACCORD_BACK = 2  # sentences back from an accord on leaving to the towns that are left
_DESCRIBED_REACH = 4  # words from "and" to the name of a group: "and the Palestinian group Hamas"
_OFTEN = 2  # how often a text names the place that it is about


def find_focus(sentence: Sentence, truce: Cue, *, alone: bool) -> list[Resolution]:
    """The list of places that a truce of a sentence most likely means, [] if nothing does or the text tells of no fighting.

    First the places of its own sentence; then, `alone` (no truce with a place was named shortly before), what the text is
    about: the place of its headline, or the one that it names most.
    """
    behind = range(truce.last + 1, truce.last + 2 + _PARTY_REACH)
    if is_whereabouts(sentence, truce) or _is_denied(sentence, truce):
        return []
    if leads_up_to(sentence, truce) and sentence.read.cues.any_within(0, sentence.first - 1, (CueKind.TRUCE,)):
        return []  # "they fought near Shirokine in the hours leading up to the truce", of which the text has told
    if (fought := _of_group(sentence, truce, behind)) and not (not alone and _is_that_of_before(sentence, truce, fought[0])):
        return _stage_of(sentence, truce, fought[0]) or fought
    if country := _country_of_course(sentence, truce):
        return country
    if not (tells_of_fighting(sentence.read) or _is_literal(sentence, truce)):
        return _between_forces(sentence, truce, behind) or (at_war(sentence, truce) if alone else [])
    known = truce.first > sentence.first and _is_known(sentence, truce)
    leaving = truce.kind is CueKind.AGREEMENT or truce.value == AgreementType.EVACUATION_SETTLEMENT
    here = [
        r for r in without_containers(sentence, sentence.places) if _is_scene(sentence, r)
        and not (known and _is_told_aside(sentence, r, truce)) and not _is_of_another_verb(sentence, r, truce)
        and not (leaving and is_destination(sentence, r)) and not is_gone_to(sentence, r)
    ]  # fmt: skip
    english = sentence.words.is_english(truce.first)
    owned = [
        r for r in (sentence.places if english else ())
        if r.mention.last < truce.first and not sentence.read.is_abroad(r) and owns_parties(sentence, r)
    ]  # fmt: skip
    if owned and (not here or _are_both_sides(sentence, owned[0])):  # "Sudan's warring sides said they would extend the truce"
        return in_group(owned[0], owned)
    if here and (alone or not known):
        here = [r for r in here if not is_other_front(sentence, r, truce, sentence.clause_at(truce.first))]
        if not here:
            return []
        here = [r for r in here if not _is_fought_beside(sentence, r, truce)]
    if here and (alone or not known):
        here = [r for r in here if not sentence.cues.ending(CueKind.OFFICE, r.mention.first - 1)] or here  # «وجهاء حوران»
        nearest = min(here, key=lambda r: max(r.mention.first - truce.last, truce.first - r.mention.last))
        return in_group(nearest, here)
    if leaving:
        return _left_last(sentence, truce) if alone else []
    refuge = truce.value == AgreementType.SAFE_ZONE and not is_definite(
        sentence.words, sentence.cues, truce
    )  # «أين يجدون منطقة آمنة»
    return (
        (_between_parties(sentence, truce, behind) if alone or not known else [])
        or _between_forces(sentence, truce, behind)
        or (_told_before(truce, at_war(sentence, truce), [] if refuge else _subject(sentence)) if alone else [])
        or (
            _between_parties(sentence, truce, range(sentence.first, truce.first)) if alone else []
        )  # «تفاوض الحكومة … على هدنة»
        or (_declared_by(sentence, truce) if alone else [])
        or (_attacked(sentence.read) if alone and not english else [])
    )


def _country_of_course(sentence: Sentence, truce: Cue) -> list[Resolution]:
    """ "Violence has surged across Syria since the collapse of the truce", «هدنة هي الأولى في أفغانستان منذ العام 2001»: the
    country where fighting went on after the end of a truce, or where it is the first."""
    read, clause = sentence.read, sentence.clause_at(truce.first)
    over = clause.relation == "time" and any(c.value == "ended" for c in sentence.cues_in(clause, CueKind.STATUS))
    over = over and not sentence.words.of_class("there", clause.first, clause.last)
    over = over and (sentence.words.texts[clause.first] in SINCE or sentence.words.is_a("after", clause.first))
    for place in sentence.places if read.cues.any_within(sentence.first, sentence.last, (CueKind.CONFLICT,)) else ():
        preposition = sentence.preposition(sentence.edge(place, sentence.first) - 1)
        whole = read.gazetteer.names_country(place.area) and not read.is_abroad(place)
        if not whole or preposition is None or preposition.value in ("destination", "from"):
            continue
        first = truce.last < preposition.first and sentence.cues.ending(CueKind.ORDINAL, preposition.first - 1)
        if first or (over and place.mention.last < clause.first):
            return [place]
    return []


def _told_before(truce: Cue, sides: list[Resolution], subject: list[Resolution]) -> list[Resolution]:
    """In "Peru and Chile agreed to a truce. In Arica, residents heard shelling" a town that is named behind the two states is
    where something else happened; what the text is about, where it says so before them, is where their truce is."""
    later = bool(subject) and subject[0].mention.first > truce.first
    return sides if sides and (later or not subject) else subject


def _is_fought_beside(sentence: Sentence, place: Resolution, truce: Cue) -> bool:
    """In "rebels in Douma hand over weapons under a deal, as fighting raged in Deir ez-Zor" the second place is none of it; nor
    in «اتفاق استسلام، في وقت أعلن فيه خبراء أن هجوما وقع في دوما»."""
    clause = sentence.clause_at(place.mention.first)
    told = [c for c in sentence.clauses if truce.last < c.first <= clause.first and sentence.is_alongside(c)]
    if not told:
        return False
    other = sentence.cues.within(told[0].first, clause.last, CueKind.TRUCE, CueKind.AGREEMENT)
    return not other and bool(sentence.cues.within(told[0].first, clause.last, CueKind.CONFLICT))


def _are_both_sides(sentence: Sentence, owner: Resolution) -> bool:
    behind = sentence.words.texts[owner.mention.last + 1 : owner.mention.last + 1 + _SIDES_REACH]
    return any(word in sentence.words.classes["both_sides"] for word in behind)


def _left_last(sentence: Sentence, truce: Cue) -> list[Resolution]:
    """«معارك في عربين قرب دمشق. … اتفاق يقضي بخروج المقاتلين إلى جرابلس»: the towns that the last sentence with any, of two
    before an accord on leaving, names first; none where those leave from somewhere else («من جيب شرقي دمشق في اتفاق …»)."""
    read, first = sentence.read, sentence.first
    here = [r for r in read.resolutions if r.area and r.role is Role.CONTEXT and first <= r.mention.first < truce.first]
    if any(not is_destination(sentence, r) for r in here):
        return []
    floor = sentence.words.sentence_starts[max(sentence.number - _ACCORD_BACK, 0)]
    towns = [
        r for r in read.places
        if floor <= r.mention.first < sentence.first and r.area and r.area.place not in read.gazetteer.capital_cities
        and read.gazetteer.places[r.area.place].kind in SETTLEMENTS and not read.is_abroad(r)
    ]  # fmt: skip
    numbers = read.words.sentences
    last = [r for r in towns if numbers[r.mention.first] == numbers[towns[-1].mention.first]]
    return in_group(last[0], last) if last else []


def _between_parties(sentence: Sentence, truce: Cue, reach: range) -> list[Resolution]:
    """«هدنة بين الحكومة اليمنية والحوثيين», «وقف إطلاق النار بينها وبين القوات الأفغانية»: a truce of a state's own forces,
    named as a party within `reach`, is one in the whole country."""
    clause = sentence.clause_at(truce.first)
    parties = sentence.cues.within(reach.start, min(reach.stop - 1, clause.last), CueKind.PARTY)
    if not any(sentence.words.is_a("between", cue.first) for cue in parties):
        return []
    return _country_of_forces(sentence, range(clause.first, clause.last + 1), _is_office)


def _between_forces(sentence: Sentence, truce: Cue, reach: range) -> list[Resolution]:
    """«وقف إطلاق النار بين فصائل المعارضة والنظام السوري»: those who fight, in a text that
    names no part of their country."""
    clause = sentence.clause_at(truce.first)
    parties = sentence.cues.within(reach.start, min(reach.stop - 1, clause.last), CueKind.PARTY)
    between = [cue for cue in parties if sentence.words.is_a("between", cue.first)]
    if not between or any(_is_scene(sentence, r) for r in sentence.read.places):
        return []
    forces = range(between[0].last + 1, min(between[0].last + 1 + _FORCES_NAMED, clause.last + 1))
    armed = [c for c in sentence.cues.within(forces.start, forces.stop - 1, CueKind.CONFLICT) if not c.value]
    return _country_of_forces(sentence, forces, _is_of_forces) if armed else []


def _attacked(read: ReadText) -> list[Resolution]:
    """«تعرضت أوكرانيا لمئة ضربة», «هجمات على أوكرانيا»: the country that a text is about, where it says that it is hit. Arabic
    only."""
    for resolution in read.resolutions:
        first, last = resolution.mention.first, resolution.mention.last
        area = resolution.area
        if area is None or area.direction or (read.home or area.place) != area.place or not read.gazetteer.names_country(area):
            continue
        verbs = read.cues.within(max(first - _SUFFERING_REACH, 0), last + _SUFFERING_REACH, CueKind.LIGHT_VERB)
        suffers = [cue.last for cue in verbs if read.words.is_a("suffers", cue.first)]
        on = read.words.texts[first - 1] if first else ""
        behind = [range(word + 1, max(word, last) + 1 + _HIT_REACH) for word in suffers]
        before = [range(first - _HIT_REACH, first)] if on in _ON and "ل" not in resolution.mention.prefixes else []
        if any(
            c.value == "attack" for r in (*behind, *before) for c in read.cues.within(r.start, r.stop - 1, CueKind.CONFLICT)
        ):
            return [resolution]
    return []


def _of_group(sentence: Sentence, truce: Cue, reach: range) -> list[Resolution]:
    """«هدنة بين الجيش وحزب الله», «أعلنت طالبان هدنة»: a truce of an armed group is one where the group fights,
    in a text that is about that country or names it."""
    read = sentence.read
    if not read.cues.firsts(CueKind.GROUP):
        return []
    clause = sentence.clause_at(truce.first)
    parties = sentence.cues.within(reach.start, min(reach.stop - 1, sentence.last), CueKind.PARTY)
    parted = [cue for cue in parties if sentence.words.is_a("between", cue.first)]
    groups = sentence.cues.within(parted[0].last + 1, min(reach.stop + 1, sentence.last), CueKind.GROUP) if parted else []
    says = [c for c in sentence.cues.within(clause.first, truce.first - 1, CueKind.STATUS) if c.value in _DECLARING]
    says += _begun_by_group(sentence, clause, truce)
    home = Area(read.home or "")  # "LUCENA, Philippines – The New People's Army declared a truce"
    alone = not any(clause.first <= r.mention.first <= truce.first and r.area != home for r in read.places)
    groups += sentence.cues.within(clause.first, truce.first - 1, CueKind.GROUP) if says and alone else []
    groups += _groups_that_agreed(sentence, truce) or _groups_offered(sentence, clause, truce)
    groups += _groups_beside_states(sentence, clause, truce)
    told_apart = [group for group in groups if parted and _has_state_beside(sentence, parted[0], group)]
    if compound := _group_of_compound(sentence, truce):
        groups, told_apart = [compound], [compound]
    at_home = groups_beside_army(sentence)
    groups += at_home
    if groups and (fought := _stops_fighting_at(sentence, clause, truce)):
        return fought
    for group in groups:
        area = Area.parse(group.value)
        country = read.gazetteer.places[area.place].country
        guest = read.home not in (None, country) and read.has_parts_of_home  # "with the army and Lebanon's Hezbollah", in Syria
        named = country in read.states_named and (parted or not read.home or (group in at_home and not guest))
        named = named or not (read.states_named or read.places)  # «رفض الحوثيون الهدنة»
        if country == read.home or named or group in told_apart or _is_of_side_abroad(read, country):
            span = group.span(sentence.words)
            mention = Mention(
                span=span, name=span, first=group.first, last=group.last, candidates=(), prefixes=group.prefixes,
                group=-1 - group.first,
            )  # fmt: skip
            return [Resolution(mention=mention, area=area, candidates=())]
    return []


def _is_that_of_before(sentence: Sentence, truce: Cue, group: Resolution) -> bool:
    """In "a truce in Zabadani … The ceasefire was agreed between the Lebanese-based group Hezbollah and Ahrar al-Sham" it is
    no truce in Lebanon that a guest agreed to."""
    return sentence.read.is_abroad(group) and is_definite(sentence.words, sentence.cues, truce)


def _has_state_beside(sentence: Sentence, between: Cue, group: Cue) -> bool:
    """ "A ceasefire between Israel and Hezbollah", «هدنة بين إسرائيل وحزب الله»: in a text about whatever country."""
    behind = group.last + 1 + (sentence.words.texts[min(group.last + 1, sentence.last)] == "and")
    return any(between.last < i < group.first or i == behind for i in sentence.read.named_states)


def _group_of_compound(sentence: Sentence, truce: Cue) -> Cue | None:
    """ "The Israel-Hezbollah ceasefire": the group of a compound, right before its truce. English only."""
    group = sentence.cues.ending(CueKind.GROUP, truce.first - 1)
    joined = group is not None and group.first > sentence.first and sentence.gap(group.first - 1, group.first) in ("-", "–")
    return group if joined else None


def _stops_fighting_at(sentence: Sentence, clause: Clause, truce: Cue) -> list[Resolution]:
    """«وقف إطلاق النار بين الجيش والحزب لإنهاء القتال قرب بلدة عرسال»: the place of the fighting that a truce is to end."""
    fights = sentence.cues.within(truce.last + 1, clause.last, CueKind.CONFLICT)
    ended = [c.last for c in fights if sentence.cues.ending(CueKind.CESSATION, c.first - 1)]
    ended += [c.last for c in sentence.cues.within(truce.last + 1, clause.last, CueKind.TRUCE)]  # «لوقف المعارك»
    for resolution in sentence.places_in(clause):
        edge = sentence.edge(resolution, clause.first)
        preposition = sentence.preposition(edge - 1)
        near = preposition is not None and preposition.value in ("", "in") and preposition.first - 1 in ended
        if near and resolution.area and not sentence.read.is_abroad(resolution):
            return [resolution]
    return []


def _stage_of(sentence: Sentence, truce: Cue, fought: Resolution) -> list[Resolution]:
    """«انتشر الجيش في صعدة لمراقبة وقف النار بين الحوثيين وسلفيين»: where what the sentence tells is done, a part of the
    country that the group is of. Arabic only."""
    read, english = sentence.read, sentence.words.is_english(truce.first)
    declared = fought.mention.first < truce.first  # «أعلن الحوثيون هدنة»: in all of it
    if english or declared or fought.area is None or not read.gazetteer.is_country(fought.area):
        return []
    inside = [
        r for r in without_containers(sentence, sentence.places)
        if r.area and r.mention.last < truce.first and _is_scene(sentence, r) and read.gazetteer.lies_in(r.area, fought.area)
        and not read.gazetteer.is_country(r.area) and r.area.place not in read.gazetteer.capital_cities
    ]  # fmt: skip
    return in_group(inside[0], inside) if inside and in_group(inside[0], inside) == inside else []


def _begun_by_group(sentence: Sentence, clause: Clause, truce: Cue) -> list[Cue]:
    """ "The Taliban on Friday began a ceasefire": the verb of a group that starts or keeps a truce of its own. English only."""
    if not sentence.words.is_english(truce.first):
        return []
    groups = sentence.cues.within(clause.first, truce.first - 1, CueKind.GROUP)
    told = sentence.cues.within(groups[0].last + 1, truce.first - 1, CueKind.STATUS) if groups else []
    return [cue for cue in told if cue.value == "in_force"]


def _groups_beside_states(sentence: Sentence, clause: Clause, truce: Cue) -> list[Cue]:
    """ "Israel and Hamas agreed to a truce", "Israel, Hamas agree", "Israel and Lebanon's Hezbollah": a group that is joined to
    a state before it. English only."""
    read = sentence.read
    states = {r.mention.last for r in read.resolutions if read.gazetteer.names_country(r.area)}
    found = sentence.cues.within(clause.first, truce.first - 1, CueKind.GROUP) if sentence.words.is_english(truce.first) else []
    return [group for group in found if _joined_to(sentence, group, states)]


def _joined_to(sentence: Sentence, group: Cue, states: Collection[int]) -> bool:
    texts, gap = sentence.words.texts, sentence.gap
    for and_ in range(group.first - 1, max(group.first - 2 - _DESCRIBED_REACH, sentence.first), -1):
        if texts[and_] == "and":
            return and_ - 1 in states and "," not in gap(and_ - 1, group.first)
    return group.first - 1 in states and gap(group.first - 1, group.first).strip() == ","


def _is_of_side_abroad(read: ReadText, country: str | None) -> bool:
    """In "Israel and Hamas agreed to a truce", in a text that names no place, the group fights at home."""
    elsewhere = read.home is not None and read.home != country
    return elsewhere and all(read.gazetteer.names_country(r.area) for r in read.places if r.area)


def _groups_that_agreed(sentence: Sentence, truce: Cue) -> list[Cue]:
    """«وقف إطلاق النار الذي وافقت عليه حماس», "the truce that Hamas declared"."""
    relative = next((c for c in sentence.clauses if c.first == truce.last + 1 and c.relation == "relative"), None)
    said = sentence.cues_in(relative, CueKind.STATUS) if relative else []
    declared = [cue for cue in said if cue.value in ("announced", "agreed")]
    return sentence.cues_in(relative, CueKind.GROUP) if relative and declared else []


def _groups_offered(sentence: Sentence, clause: Clause, truce: Cue) -> list[Cue]:
    """«عرض الرئيس هدنة على طالبان», "offered the Taliban a truce": those to whom a truce is offered."""
    offers = [c for c in sentence.cues.within(clause.first, truce.first - 1, CueKind.STATUS) if c.value == "proposed"]
    groups = sentence.cues.within(truce.last + 1, truce.last + _OFFERED_REACH, CueKind.GROUP) if offers else []
    return [group for group in groups if sentence.words.is_a("towards", group.first - 1)]


def _is_known(sentence: Sentence, truce: Cue) -> bool:
    """«الهدنة»; «وقف إطلاق النار» where the text has spoken of a truce before."""
    idafa = truce.first < truce.last and sentence.words.texts[truce.last].startswith("ال")
    spoken = bool(sentence.cues.within(0, sentence.first - 1, CueKind.TRUCE))
    return is_named_before(sentence.words, truce) or (idafa and spoken)


def _declared_by(sentence: Sentence, truce: Cue) -> list[Resolution]:
    """«أعلنت قوات الدعم السريع السودانية هدنة»: one that a country's own forces declare, agree on or refuse, in a text that
    names no place inside of the country, is meant for the whole of it."""
    read = sentence.read
    says = [c for c in sentence.cues.within(sentence.first, truce.first - 1, CueKind.STATUS) if c.value in _DECLARING]
    inside = any(_is_scene(sentence, r) for r in read.places if r.mention.first <= truce.last)
    whole = says and not inside and truce.value not in ZONES  # a zone is a part of a country
    return _country_of_forces(sentence, range(sentence.first, truce.first), _is_of_forces) if whole else []


def _country_of_forces(sentence: Sentence, reach: range, named: Callable[[Sentence, int, int], bool]) -> list[Resolution]:
    """The country that a text is about, where an adjective among the words of `reach` says that an office or a force is its
    own; `named` tells it of the adjective's first and last word."""
    read = sentence.read
    home = read.home or (next(iter(read.states_named)) if len(read.states_named) == 1 else None)
    for i in reach if home else ():
        match = read.demonyms.at(read.words, i)
        if match and match.values[0] == home and named(sentence, i, match.last):
            span = read.words.source(i, match.last, match.offset)
            mention = Mention(
                span=span, name=span, first=i, last=match.last, candidates=(), prefixes=match.prefixes, group=-1 - i,
            )  # fmt: skip
            return [Resolution(mention=mention, area=Area(match.values[0]), candidates=())]
        owner = _owner_of_office(sentence, i)
        if home and owner and owner.area == Area(home):
            return [owner]
    return []


def _owner_of_office(sentence: Sentence, first: int) -> Resolution | None:
    """«حكومة كولومبيا», «جيش السودان»: the country whose office or force the word before it names. Arabic only."""
    owner = sentence.read.named_states.get(first)
    before = any(sentence.cues.ending(kind, first - 1) for kind in (CueKind.OFFICE, CueKind.CONFLICT))
    if owner is None or not before or sentence.words.is_english(first):
        return None
    return next((r for r in sentence.read.resolutions if r.mention.first == first), None)


def _is_office(sentence: Sentence, first: int, last: int) -> bool:
    """«الحكومة اليمنية», "the Yemeni government"."""
    before = sentence.cues.ending(CueKind.OFFICE, first - 1)
    return before is not None or sentence.words.texts[last + 1 : last + 2] == ("government",) or _is_force(sentence, last)


def _is_force(sentence: Sentence, last: int) -> bool:
    force = sentence.cues.starting(CueKind.CONFLICT, last + 1)
    return force is not None and not force.value and sentence.words.is_english(last)


def _is_of_forces(sentence: Sentence, first: int, last: int) -> bool:
    """«الجيش السوداني», «قوات الدعم السريع السودانية», «الأطراف اليمنية», "the Sudanese army": a force of the country, its
    government, or all who fight there."""
    before = sentence.cues.within(first - _FORCES_REACH, first - 1, CueKind.CONFLICT)
    sides = sentence.cues.ending(CueKind.SIDES, first - 1) and is_of_one_country(sentence.words, sentence.read.demonyms, last)
    return any(not cue.value for cue in before) or bool(sides) or _is_office(sentence, first, last)


def _is_told_aside(sentence: Sentence, resolution: Resolution, truce: Cue) -> bool:
    """In "the truce fell apart when a convoy was struck at …" the place is where something else happened."""
    clause = sentence.clause_at(resolution.mention.first)
    return clause.relation == "time" and clause.first > truce.last


def _is_of_another_verb(sentence: Sentence, resolution: Resolution, truce: Cue) -> bool:
    """In "calls for a truce and requires the rebels to leave Aden" the place is that of a verb of its own. English only."""
    clause = sentence.clause_at(resolution.mention.first)
    english = sentence.words.is_english(clause.first)
    return english and clause.first > truce.last and sentence.cues.starting(CueKind.SPEECH, clause.first) is not None


def tells_of_fighting(read: ReadText) -> bool:
    """True for a text that has more than one word of fighting, the truces' own and counts of the dead aside."""
    return len(_fighting(read)) >= _FIGHTING


def _fighting(read: ReadText) -> list[Cue]:
    named = {i for cue in read.cues.of(CueKind.TRUCE) for i in range(cue.first, cue.last + 1)}
    return [cue for cue in read.cues.of(CueKind.CONFLICT) if cue.first not in named and cue.value != "casualty"]


def _is_literal(sentence: Sentence, truce: Cue) -> bool:
    """«اتفقا على وقف إطلاق النار», "the evacuation deal": a word of fighting is enough beside a truce that can be meant in no
    other way, where a clause says something of it."""
    read, clause = sentence.read, sentence.clause_at(truce.first)
    named = any(read.words.is_a("ceasefire", i) for i in range(truce.first, truce.last + 1))
    literal = named or truce.value == AgreementType.EVACUATION_SETTLEMENT
    told = clause.relation != "concession" and not read.cues.firsts(CueKind.FIGURATIVE)
    return literal and told and bool(_fighting(read))


def _is_denied(sentence: Sentence, truce: Cue) -> bool:
    """«لا يتضمن أي اتفاق على وقف القتال»: there is none."""
    clause = sentence.clause_at(truce.first)
    denied = sentence.cues.within(clause.first, truce.first - 1, CueKind.NEGATION)
    if not denied:
        return False
    told = sentence.cues.within(clause.first, truce.first, CueKind.STATUS)
    answers = {cue.first for cue in told if cue.value == "agreed"}
    within = {i for cue in told for i in range(cue.first, cue.last + 1)}
    denied = [c for c in denied if c.last + 1 not in answers and c.first not in within]  # «لم تقبل الفصائل», «لم تصمد الهدنة»
    return any(cue.value != "adjective" or cue.last + 1 == truce.first for cue in denied)  # «اتفاق غير معلن على هدنة»


def _subject(sentence: Sentence) -> list[Resolution]:
    """What the whole text is about, as far as it was named before the sentence."""
    read = sentence.read
    if read.topic and _is_scene(sentence, read.topic):
        return [read.topic]
    named = [r for r in read.scenes if r.mention.first < sentence.first and _is_scene(sentence, r)]
    counted = Counter(r.area for r in named).most_common(2)
    if not counted or counted[0][1] < _OFTEN or (len(counted) > 1 and counted[1][1] == counted[0][1]):
        return []
    return [next(r for r in reversed(named) if r.area == counted[0][0])]


def _is_scene(sentence: Sentence, resolution: Resolution) -> bool:
    """True for a part of the country that the text is about; not for its capital, a crossing, a river, or where somebody is
    sent."""
    area, read = resolution.area, sentence.read
    if area is None or read.is_abroad(resolution):
        return False
    if area.place in read.gazetteer.capital_cities and not is_battlefield(read, area):
        return False
    if read.gazetteer.places[area.place].kind in (Kind.CROSSING, Kind.RIVER):
        return False
    if read.gazetteer.names_country(area) and not area.direction:
        return False
    preposition = _preposition(sentence, resolution)
    if preposition and is_seat(sentence, preposition):
        return False
    return preposition is None or preposition.value != "destination" or _is_supplied(sentence, preposition)


def is_battlefield(read: ReadText, area: Area) -> bool:
    """True for a capital that a text says is fought over: "clashes in Juba", "clashes that shook the capital, Tripoli". In
    any other text it stands for a government. English only."""
    for r in read.places:
        sentence = read.words.sentence(read.words.sentences[r.mention.first])[0] if r.area == area else r.mention.first
        for cue in read.cues.within(max(sentence, r.mention.first - _FOUGHT_REACH), r.mention.first - 1, CueKind.CONFLICT):
            violent = cue.value == "attack" or read.words.is_a("violence", cue.last)
            if not violent or not read.words.is_english(cue.first):
                continue
            between = range(cue.last + 1, r.mention.first)
            within = [
                c for c in read.cues.within(between.start, between.stop - 1, CueKind.LOCATIVE, CueKind.PARTY) if c.value != "in"
            ]
            if not within and all(map(read.words.joined, range(cue.last, r.mention.first))):
                return True
    return False


def _is_supplied(sentence: Sentence, preposition: Cue) -> bool:
    """«دخلت شاحنات المساعدات إلى الغوطة خلال الهدنة»: where aid goes during a truce, unlike those who are evacuated."""
    goes = sentence.cues.within(sentence.first, preposition.first, CueKind.DEPLOYMENT)
    evacuees = sentence.cues.within(sentence.first, sentence.last, CueKind.EVACUATION)
    return bool(goes) and not evacuees and all(not cue.value for cue in goes)


def _preposition(sentence: Sentence, resolution: Resolution) -> Cue | None:
    """The preposition before a place, or before the list that it is one of: «إلى الرقة وإدلب»."""
    listed = [r for r in sentence.places if r.mention.group == resolution.mention.group]
    resolution = min(listed, key=lambda r: r.mention.first, default=resolution)
    return sentence.preposition(sentence.edge(resolution, sentence.first) - 1)
