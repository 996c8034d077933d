"""Placement: the places that a sentence opens with or points back to, and the words that say where one lies."""

from __future__ import annotations

from collections.abc import Sequence

from geo.cue import Cue, CueKind
from geo.gazetteer import SETTLEMENTS, Kind
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence, in_group
from geo.toponym.resolution import Resolution

_IN_AND_AROUND = "in and around"
_PHRASE_REACH = 6  # words of a noun phrase before its name: "in the Houthi-held port city of Hodeidah"
_LASTED_REACH = 5  # words from "end" to the fighting: "more than two weeks of"
_SINCE_REACH = 3  # words from the last place to "as", its date aside
_SIDE_REACH = 5  # words from "with" to the "in" of where that side is
_BODY_REACH = 2  # words of «اللجنة المركزية»
_DROPPED_REACH = 8  # words from leaflets to where they fell
_BACK = 3  # sentences back to the towns that "the towns" are
_TWO_REACH = 3  # words from "in" to "towns": "in the two"
_BREACH = ("attack", "violated")  # values of words that tell of one
_POINTER_REACH = 12  # words between a truce and «في هذه المناطق»
_INTO = "into"
_LEAVERS_REACH = 8  # words from «خروج» to «إلى»: «مسلحي التنظيم وعائلاتهم»
_HELD_REACH = 6  # words from «إلى» to «في»: «مناطق سيطرة المعارضة»
_OWN_REACH = 4  # words from a place to its truce: "the UN-brokered"
_ABOUT_OTHERS = (CueKind.STATUS, CueKind.SPEECH, CueKind.CONFLICT, CueKind.OFFICE, CueKind.GROUP, CueKind.OPENER)


def pointed_back_to(sentence: Sentence, clause: Clause, truce: Cue, before: Sequence[Resolution]) -> list[Resolution]:
    """«سيطر الجيش على درعا والقنيطرة بعد تسويات في هذه المناطق»: the last list of the places `before` its clause."""
    texts = sentence.words.texts
    reach = range(truce.last + 1, min(truce.last + 1 + _POINTER_REACH, clause.last))
    points = [i for i in reach if sentence.words.is_a("these", i) and texts[i + 1].startswith("ال")]
    preposition = sentence.preposition(points[0] - 1) if points and before else None
    inside = preposition is not None and preposition.value == "in" and not sentence.read.is_abroad(before[-1])
    return in_group(before[-1], before) if inside else []


def fronted(sentence: Sentence, status: Cue, truce: Cue, places: Sequence[Resolution]) -> list[Resolution]:
    """«وفي الحديدة، لا تزال الهدنة صامدة», "In Taiz, a truce took hold", "BEIRUT - In Taiz, …": the only place (of `places`,
    those aside that say where it lies) before the truce, which the sentence starts with; not where somebody speaks."""
    before = [r for r in places if r.mention.last < truce.first and not sentence.read.is_abroad(r)]
    first = before[0] if before else None
    if first is None or not ("," in sentence.gap(first.mention.last, truce.first) or leads_to(sentence, first, truce)):
        return []
    alone = in_group(first, before) == before
    verbs = sentence.cues.within(first.mention.last + 1, truce.first - 1, CueKind.SPEECH, CueKind.OPENER)
    verbs = [cue for cue in verbs if not status.first <= cue.first <= status.last]  # "rebels violated the truce"
    said = [cue for cue in verbs if sentence.words.between(cue.first - 1, cue.first) != "-"]  # "a Russian-backed truce"
    capital = first.area is not None and first.area.place in sentence.read.gazetteer.capital_cities
    return before if alone and not said and not capital and opens_sentence(sentence, first) else []


def opens_sentence(sentence: Sentence, place: Resolution) -> bool:
    """True for a place that a sentence starts with by saying that something is there: "In and around Taiz, …"."""
    edge = sentence.edge(place, sentence.first)
    opens = _opens_report(sentence, edge) and "ب" in place.mention.prefixes
    prepositions = [p for word in before_phrase(sentence, edge, sentence.first) if (p := sentence.preposition(word))]
    prepositions = [p for p in prepositions if p.value == "in" or sentence.words.is_a("across_a_place", p.first)]
    opens = opens or any(_opens_report(sentence, p.first) for p in prepositions)
    around = " ".join(sentence.words.texts[max(edge - 3, 0) : edge]) == _IN_AND_AROUND
    return opens or (around and _opens_report(sentence, edge - 3))


def leads_to(sentence: Sentence, place: Resolution, truce: Cue) -> bool:
    """«وفي ليبيا لا تزال الهدنة صامدة», "In Libya(,) the ceasefire holds": nothing but the verb, or the words of its own noun
    phrase, stands between a place and the truce."""
    words, between = sentence.words, range(place.mention.last + 1, truce.first)
    if words.is_english(truce.first):
        article = bool(between) and len(between) <= _OWN_REACH and words.is_a("determiner", between[0])
        others = sentence.cues.within(between[0], between[-1], *_ABOUT_OTHERS) if article else []
        return article and all(words.between(cue.first - 1, cue.first) == "-" for cue in others)  # "the UN-brokered"
    verbs = sentence.cues.within(between.start, between.stop - 1, CueKind.CONTINUATION, CueKind.NEGATION, CueKind.STATUS)
    return {*between} <= {i for cue in verbs for i in range(cue.first, cue.last + 1)}


def _opens_report(sentence: Sentence, word: int) -> bool:
    """True for the first word of a sentence, the first behind its dateline, a colon or «أما», and the first behind "that"."""
    before = sentence.words.between(word - 1, word) if word > sentence.first else ""
    opener = sentence.cues.ending(CueKind.OPENER, word - 1)
    turns = opener is not None and opener.first == sentence.first and opener.value == "contrast"
    return turns or word == sentence.first or " - " in before or ":" in before or sentence.words.texts[word - 1] == "that"


def is_beside(sentence: Sentence, resolution: Resolution) -> bool:
    """«القنيطرة المحاذية لدرعا»: named to say where another lies."""
    first = resolution.mention.first
    return "ل" in resolution.mention.prefixes and first > 0 and sentence.words.texts[first - 1].startswith("ال")


def is_seat(sentence: Sentence, preposition: Cue) -> bool:
    """«مجلس النواب في طبرق», «اللجنة المركزية في حوران», "the parliament in Tobruk": where a body has its seat; "government
    buildings in Aden" are none."""
    english = sentence.words.is_english(preposition.first)
    beside = any(r.mention.last < preposition.first and not sentence.read.is_abroad(r) for r in sentence.places)
    if english and not beside and sentence.cues.within(preposition.first - _SIDE_REACH, preposition.first - 1, CueKind.PARTY):
        return False  # "a truce with the government in Sanaa", beside no other place
    floor = max(preposition.first - (1 if english else _BODY_REACH), sentence.first)
    truces = sentence.cues.within(floor, preposition.first - 1, CueKind.TRUCE, CueKind.AGREEMENT)
    before = range(truces[-1].last + 1 if truces else floor, preposition.first)
    return any(sentence.words.is_a("institution", i) for i in before)


def is_oriented(sentence: Sentence, left: Resolution, right: Resolution) -> bool:
    """«الفوعة شمال إدلب», «كفريا شمالي محافظة إدلب», «إدلب، شمالي سوريا»: a part of a wider place right behind a name, with no
    «و» to list it, says where that lies. Arabic only."""
    first = left.mention.last + 1
    lies_in = sentence.read.gazetteer.lies_in
    inside = left.area is not None and right.area is not None and lies_in(left.area, right.area)
    inside = inside or _is_near_city(sentence, left, right)
    joined = sentence.words.joined(first - 1) or (inside and sentence.gap(first - 1, first).strip() == ",")
    beside = sentence.edge(right, first) == first and not right.mention.prefixes and joined
    region = sentence.read.gazetteer.area_of_region.get(right.area.place) if right.area else None
    part = bool(right.mention.direction or (region and region.direction and not region.setting))
    part = part or inside  # «الرستن، شمال حمص», «مخيم عين الحلوة جنوبي لبنان»
    part = part and not sentence.words.is_english(first)
    return beside and part and left.area != right.area


def _is_near_city(sentence: Sentence, left: Resolution, right: Resolution) -> bool:
    """«الرحيبة، شمال شرق دمشق، …»: a town, and on which side of a city it lies; no third name makes it a list."""
    places = sentence.read.gazetteer.places
    town = left.area is not None and places[left.area.place].kind in (*SETTLEMENTS, Kind.REGION) and not left.mention.direction
    side = right.area is not None and bool(right.area.direction) and places[right.area.place].kind is not Kind.COUNTRY
    return town and side and len(in_group(right, sentence.places)) <= 2


def placed_between(sentence: Sentence, status: Cue, truce: Cue, places: Sequence[Resolution]) -> list[Resolution]:
    """«انتهت في اليمن هدنة»: the places that stand between the verb and the truce, with nothing else; or those that are calm
    («توقفت المعارك في درعا مع بدء الهدنة»)."""
    between = [r for r in places if status.last < r.mention.first and r.mention.last < truce.first]
    linked = between and sentence.cues.within(between[-1].mention.last + 1, truce.first - 1, CueKind.BACKDROP)
    last = max((r.mention.last for r in sentence.places if r.mention.last < truce.first), default=0)  # «في دوما قرب دمشق هدنة»
    applied = sentence.words.is_a("application", truce.first - 1)  # «بدأ في وادي بردى تنفيذ اتفاق»
    if not between or (truce.first - last > 1 + applied and not linked):
        return []
    edge = sentence.edge(between[0], status.last + 1)
    preposition = sentence.preposition(edge - 1)
    if linked and status.value == "in_force" and preposition is not None and preposition.value == "in":
        return between
    beside = edge - 1 == status.last + 1 and preposition is not None and preposition.value == "in"
    return between if beside or ("ب" in between[0].mention.prefixes and edge == status.last + 1) else []


def calmed(sentence: Sentence, clause: Clause, truce: Cue, places: Sequence[Resolution]) -> list[Resolution]:
    """«الهدوء يسود دوما منذ بدء الهدنة», "calm returned to Douma as the truce began": what a word for calm is said of, before
    the words that say since when."""
    calm = next((cue for cue in sentence.cues_in(clause, CueKind.STATUS) if cue.value == "in_force"), None)
    since = calm and _since(sentence, calm, truce)
    if not calm or not since:
        return []
    between = [r for r in places if calm.last < r.mention.first and r.mention.last < since]
    last = max((r.mention.last for r in sentence.places if r.mention.last < since), default=0)
    dated = sum(len(sentence.words.within(timex.span)) for at, timex in sentence.dates if last < at < since)
    if not between or since - last - dated > _SINCE_REACH:  # what says where they lie may come between
        return []
    before = before_phrase(sentence, sentence.edge(between[0], calm.last + 1), calm.last)
    seen = sentence.cues.ending(CueKind.LIGHT_VERB, before[0]) is not None or before[0] == calm.last
    placed = any((p := sentence.preposition(word)) and p.value in ("in", "destination") for word in before)
    return between if seen or placed or "ب" in between[0].mention.prefixes else []


def fighting_to_end(sentence: Sentence, truce: Cue, places: Sequence[Resolution]) -> list[Resolution]:
    """ "Yemen's government agreed a truce with the rebels to end weeks of fighting in Taiz": where the fighting is that a truce
    is to end, whoever makes it. English only."""
    for place in places:
        edge = sentence.edge(place, truce.last + 1)
        outer = next((r for r in sentence.places if r.mention.last == edge - 1), None)  # "Baghdad's Sadr City"
        edge = sentence.edge(outer, truce.last + 1) if outer else edge
        preposition = sentence.preposition(edge - 1)
        fights = sentence.cues.ending(CueKind.CONFLICT, edge - 2)
        english = sentence.words.is_english(edge - 1)
        if english and fights and preposition and preposition.value == "in" and _is_to_end(sentence, truce, fights):
            return in_group(place, places)
    return []


def _is_to_end(sentence: Sentence, truce: Cue, fights: Cue) -> bool:
    """A truce "to end weeks of fighting"; not "a truce, and the UN urged them to end fighting"."""
    ends = [i for i in range(truce.last + 1, fights.first) if sentence.words.is_a("to_end", i)]
    if not ends or fights.first - ends[-1] > _LASTED_REACH:
        return False
    urged = sentence.cues.within(truce.last + 1, ends[-1] - 1, CueKind.STATUS)
    other = sentence.cues.within(ends[-1] + 1, fights.first - 1, CueKind.TRUCE, CueKind.SPEECH, CueKind.CONFLICT)
    return not other and not any(cue.value == "proposed" for cue in urged)


def _since(sentence: Sentence, calm: Cue, truce: Cue) -> int | None:
    """The word between a word for calm and a truce behind which stands what makes it calm: «منذ بدء», "as"."""
    linked = [cue.first for cue in sentence.cues.within(calm.last + 1, truce.first - 1, CueKind.BACKDROP)]
    linked = linked or [i for i in range(calm.last + 1, truce.first) if sentence.words.texts[i] == "as"]
    return linked[-1] if linked else None


def before_phrase(sentence: Sentence, edge: int, floor: int) -> list[int]:
    """The words in which the preposition of a noun phrase may stand: the one before it; in English, which puts adjectives
    before the noun, the few before that too, as far as no other cue comes between."""
    words = [edge - 1]
    if sentence.words.is_english(edge):
        while len(words) <= _PHRASE_REACH and words[-1] > floor and not _is_preposition(sentence, words[-1]):
            words.append(words[-1] - 1)
    return [word for word in words if word >= floor]


def _is_preposition(sentence: Sentence, word: int) -> bool:
    return any(sentence.cues.ending(kind, word) for kind in (CueKind.ABOUT, CueKind.PARTY, CueKind.LOCATIVE))


def named_before(sentence: Sentence, clause: Clause, truce: Cue) -> list[Resolution]:
    """«حاصروا كفريا والفوعة. ودخلت هدنة في البلدتين حيز التنفيذ», "a truce in the two towns": the last list of two places that
    the text named before; "in the four towns", "in the towns": those that its last sentences list."""
    words, texts = sentence.words, sentence.words.texts
    nouns = [
        i for i in range(max(truce.last + 1, clause.first), clause.last + 1)
        if words.is_a("both_places", i) and (not sentence.words.is_english(i) or "the" in texts[i - 2 : i])
    ]  # fmt: skip
    left = sentence.cues.within(truce.last + 1, nouns[0], CueKind.EVACUATION) if nouns else []  # «بموجبه يخرجون من البلدتين»
    if not nouns or not _is_governed(sentence, nouns[0], truce, ("in", "", "from") if left else ("in", "")):
        return []
    lists: dict[int, list[Resolution]] = {}
    for resolution in sentence.read.places:
        if resolution.mention.first < truce.first:
            lists.setdefault(resolution.mention.group, []).append(resolution)
    if not sentence.words.is_english(nouns[0]) or words.is_a("two", nouns[0] - 1):
        pairs = [places for places in lists.values() if len({r.area for r in places}) == 2]
        return pairs[-1] if pairs else []
    return _last_towns(sentence, list(lists.values()))


def _last_towns(sentence: Sentence, lists: Sequence[list[Resolution]]) -> list[Resolution]:
    """The towns that the last sentences list, each once; [] for one alone."""
    places, floor = sentence.read.gazetteer.places, sentence.words.sentence_starts[max(sentence.number - _BACK, 0)]
    towns = {
        r.area: r for listed in lists for r in listed
        if r.mention.first >= floor and r.area and not r.area.direction and places[r.area.place].kind in SETTLEMENTS
    }  # fmt: skip
    return list(towns.values()) if len(towns) > 1 else []


def _is_governed(sentence: Sentence, noun: int, truce: Cue, prepositions: Sequence[str]) -> bool:
    """True if a preposition of place of such a value ties a noun to the truce before it: «هدنة في البلدتين», "in the two
    towns"."""
    before = range(noun - 1, max(noun - 1 - _TWO_REACH, truce.last), -1)
    return any((p := sentence.preposition(i)) is not None and p.value in prepositions for i in before)


def is_other_front(sentence: Sentence, place: Resolution, truce: Cue, own: Clause) -> bool:
    """In «قصف النظام بلدة في خرق للهدنة، بينما استمرت المعارك في الرقة», "a truce in the town, while fighting raged in Raqqa"
    the last place is where there is fighting beside: the truce's `own` clause, which may take it up from the sentence before,
    says where its own matter is, in no known name."""
    clause = sentence.clause_at(place.mention.first)
    fights = sentence.cues_in(clause, CueKind.CONFLICT)
    if clause.first <= truce.last or not fights:
        return False
    if _is_charged_behind(sentence, own, clause):
        return True
    if not sentence.is_alongside(clause):
        return False
    preposition = sentence.cues.starting(CueKind.LOCATIVE, truce.last + 1) if sentence.words.joined(truce.last) else None
    named = any(r.area is None and own.first <= r.mention.first <= own.last for r in sentence.read.resolutions)
    if named or (preposition is not None and preposition.value == "in"):
        return True
    told = (*sentence.cues_in(own, CueKind.CONFLICT), *sentence.cues_in(own, CueKind.STATUS))
    goes_on = any(sentence.words.is_a("goes_on", i) for i in range(clause.first, clause.last + 1))
    return goes_on and any(cue.value in _BREACH for cue in told)


def _is_charged_behind(sentence: Sentence, own: Clause, clause: Clause) -> bool:
    """«قالت إن قواتها تلتزم بالهدنة، وإن الجانب الآخر استهدف كورسك»: who keeps a truce, of which the text has named a place
    before, tells of an attack of the others. Arabic only."""
    keeps = any(cue.value == "in_force" for cue in sentence.cues_in(own, CueKind.STATUS))
    attacks = any(cue.value == "attack" for cue in sentence.cues_in(clause, CueKind.CONFLICT))
    both = own.relation == clause.relation == "complement"
    placed = any(r.mention.first < sentence.first for r in sentence.read.places)
    return placed and keeps and attacks and both and sentence.words.texts[clause.first].startswith("و")


def leaflets_dropped_on(sentence: Sentence, truce: Cue) -> list[Resolution]:
    """«ألقت المروحيات مناشير على مدن في ريف إدلب الشرقي. … ندعوكم إلى المصالحة»: whom a truce is offered by leaflets."""
    words, places = sentence.words, sentence.read.places
    floor = words.sentence_starts[max(sentence.number - _BACK, 0)]
    for dropped in (i for i in range(truce.first - 1, floor - 1, -1) if words.is_a("leaflets", i)):
        last = min(dropped + _DROPPED_REACH, words.sentence(words.sentences[dropped])[1])
        near = [r for r in places if dropped < r.mention.first <= last and "," not in sentence.gap(dropped, r.mention.first)]
        if near:
            return in_group(near[0], places)
    return []


def place_right_before(sentence: Sentence, number: int, before: Sequence[Resolution]) -> list[Resolution]:
    """«the Wadi Barada region where a truce holds»: of the places of the clause `before`, those that stand last."""
    return in_group(before[-1], before) if before and sentence.clauses[number].relation == "where" else []


def is_destination(sentence: Sentence, resolution: Resolution) -> bool:
    """«إلى جرابلس», "for Idlib": a place behind a preposition of going; not where "roads into Taiz" lead."""
    edge = sentence.edge(resolution, sentence.first)
    preposition = sentence.preposition(edge - 1)
    leads = preposition is not None and preposition.value == "destination"
    return leads and sentence.words.texts[edge - 1] != _INTO


def is_gone_to(sentence: Sentence, resolution: Resolution) -> bool:
    """«خروج المقاتلين إلى جرابلس», «خروج المسلحين إلى مناطق المعارضة في إدلب»: where those who leave go to; not where others
    return to, or where what is sent goes."""
    preposition = sentence.preposition(sentence.edge(resolution, sentence.first) - 1)
    towards = preposition if is_destination(sentence, resolution) else None
    if preposition is not None and preposition.value == "in":
        first = max(preposition.first - _HELD_REACH, sentence.first)
        before = sentence.cues.within(first, preposition.first - 1, CueKind.LOCATIVE)
        towards = next((cue for cue in reversed(before) if cue.value == "destination"), None)
        areas = towards is not None and sentence.cues.starting(CueKind.ZONES, towards.last + 1) is not None
        joined = towards is not None and all(map(sentence.words.joined, range(towards.last, preposition.first)))
        towards = towards if areas and joined else None
    return towards is not None and _do_leave(sentence, towards)


def _do_leave(sentence: Sentence, towards: Cue) -> bool:
    """True where people who leave under accords, and nothing but them, stand between the word for it and a preposition."""
    reach = max(towards.first - _LEAVERS_REACH, sentence.first)
    leaving = sentence.cues.within(reach, towards.first - 1, CueKind.EVACUATION)
    who = sentence.cues.within(leaving[-1].last + 1, towards.first - 1, CueKind.EVACUEES) if leaving else []
    return bool(who) and all(map(sentence.words.joined, range(leaving[-1].last, towards.first - 1)))
