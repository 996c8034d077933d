"""Listing: which places stand in one list, also where what says where one of them lies comes between."""

from __future__ import annotations

from collections.abc import Sequence

from geo.cue import Cue, CueKind
from geo.gazetteer import SETTLEMENTS, Kind
from geo.syntax.sentence import Sentence, in_group
from geo.toponym.resolution import Resolution

_WHERE_REACH = 3  # words between a place and the name of what it lies in or near: «بريف محافظة دمشق»
_EXCHANGED_REACH = 12  # words from "in exchange" to the first place: "for the evacuation of the last residents of the two"
_COUNTED_REACH = 5  # words of "and in two mainly Shi'ite villages"
_ADJECTIVES = 5  # words from "the" to "villages of": "two besieged Shiite-majority"
_CONVOY_REACH = 3  # words from «وأربع» to «من»: «حافلات»
_BESIDE_REACH = 2  # words from «ومناطق» to «في»: «مجاورة»
_PARTS_REACH = 2  # words from "with" to "parts of"
_SAYING = (CueKind.STATUS, CueKind.COVERAGE, CueKind.SPEECH, CueKind.OPENER)
_QUOTES = ('"', "«", "“")
_LEVELS = frozenset({*SETTLEMENTS, Kind.GOVERNORATE, Kind.REGION})  # what lists of covered areas hold


def with_added(sentence: Sentence, first: Resolution, places: Sequence[Resolution]) -> list[Resolution]:
    """The list that a place opens, with the lists that are joined to it and those that go on behind what says where it lies."""
    listed = [first]
    for resolution in places:
        if resolution.mention.first > first.mention.last and not in_group(resolution, listed):
            last = in_group(listed[-1], places)[-1]
            if is_added(sentence, resolution) or continues(sentence, last, resolution):
                listed.append(resolution)
    return [r for r in places if in_group(r, listed)]


def is_added(sentence: Sentence, resolution: Resolution) -> bool:
    """«في الزبداني ومضايا وفي كفريا», «من كفريا ومثلهم من مضايا»: a second list that a conjunction and a preposition join to
    the first, with no more than one word between them; or what is given in exchange («كفريا مقابل مضايا»)."""
    edge = before_described(sentence, resolution)
    if sentence.cues.ending(CueKind.EXCHANGE, edge - 1) or _are_let_out_in_exchange(sentence, edge):
        return True
    if resolution.mention.partial and "with" in sentence.words.texts[max(edge - _PARTS_REACH, sentence.first) : edge]:
        return True  # "Idlib with certain parts of Aleppo"
    preposition = sentence.preposition(edge - 1)
    if preposition is None:
        return _is_main_list(sentence, edge) or _is_rest(sentence, resolution, edge)
    if sentence.words.is_a("each", preposition.last - 1):  # «يشمل إلى جانب درعا البلد كلا من …»
        return True
    if _is_part_beside(sentence, preposition):
        return True
    before = sentence.words.texts[preposition.first - 1] if preposition.first else ""
    counted = before.startswith("و") and preposition.value == "from" and any(
        r.mention.last == preposition.first - 2 for r in sentence.read.places
    )  # fmt: skip
    counted = counted or (preposition.value == "from" and _is_further_convoy(sentence, preposition))
    counted = counted or bool(sentence.cues.ending(CueKind.EXCHANGE, preposition.first - 2))  # «مقابل 2200 من مضايا»
    too = bool(preposition.first) and sentence.words.is_a("too", preposition.first - 1)  # «وكذلك في ببيلا»
    return preposition.prefixes[:1] == ("و",) or before == "and" or too or counted


def _are_let_out_in_exchange(sentence: Sentence, edge: int) -> bool:
    """«مقابل تحرير المحاصرين في كفريا والفوعة», "in exchange for the evacuation of the residents of Kafraya": where those are
    who may leave for it, and not where they, or prisoners, go."""
    exchanged = sentence.cues.within(max(edge - _EXCHANGED_REACH, sentence.first), edge - 1, CueKind.EXCHANGE)
    if not exchanged:
        return False
    preposition, first = sentence.preposition(edge - 1), exchanged[-1].last + 1
    if preposition is not None and preposition.value not in ("in", "from", ""):
        return False
    leave = sentence.cues.any_within(first, edge - 1, (CueKind.EVACUATION,))
    leave = leave or bool(sentence.words.of_class("shut_in", first, edge - 1))
    return leave and all(map(sentence.words.joined, range(first - 1, edge - 1)))


def before_described(sentence: Sentence, resolution: Resolution) -> int:
    """The first of the words that head a list, in English also of those that count or describe its towns: "(in) the two Shi'ite
    villages of Foua and Kefraya", "the besieged town of Madaya", "rebel-held Zabadani"."""
    words, edge = sentence.words, sentence.edge(resolution, sentence.first)
    if not words.is_english(edge):
        return edge
    first = edge
    while first - 1 > sentence.first and edge - first < _ADJECTIVES and words.joined(first - 1):
        word = first - 1
        if not (words.is_a("count", word) or words.is_a("of_a_town", word) or words.is_a("of_another_town", word)):
            break
        first = word
    return first - (first < edge and words.texts[first - 1] == "the")


def _is_further_convoy(sentence: Sentence, preposition: Cue) -> bool:
    """«حافلتان من مضايا وأربع حافلات من الزبداني»: others who leave, with «و», from another place. Arabic only."""
    for place in sentence.places:
        first, last = place.mention.last + 1, preposition.first - 1
        if 1 <= last - first <= _CONVOY_REACH and sentence.words.texts[first].startswith("و"):
            return any(c.value == "evacuees" for c in sentence.cues.within(first, last, CueKind.DEPLOYMENT))
    return False


def _is_part_beside(sentence: Sentence, preposition: Cue) -> bool:
    """«يشمل محافظة إدلب ومناطق مجاورة في محافظات حماة وحلب»: parts of further ones, right behind the first."""
    near = sentence.cues.within(preposition.first - 1 - _BESIDE_REACH, preposition.first - 1, CueKind.ZONES)
    parts = [cue for cue in near if cue.value == "some" and cue.prefixes[:1] == ("و",)]
    return any(r.mention.last == cue.first - 1 for cue in parts for r in sentence.places)


def _is_rest(sentence: Sentence, resolution: Resolution, edge: int) -> bool:
    """«الرستن وتلبيسة وسائر ريف حمص الشمالي»: the rest of an area, joined to the place right before it. Arabic only."""
    joined = edge < resolution.mention.first and sentence.words.is_a("the_rest", edge)
    return joined and any(r.mention.last == edge - 1 for r in sentence.places)


def _is_main_list(sentence: Sentence, edge: int) -> bool:
    """«يشمل، إلى جانب درعا، محافظات …»: what a verb of covering lists behind what it has beside that."""
    before = [r for r in sentence.places if r.mention.last == edge - 1]
    if not before or "," not in sentence.gap(edge - 1, edge):
        return False
    first = sentence.edge(in_group(before[0], sentence.places)[0], sentence.first)
    link = sentence.cues.ending(CueKind.ADDITION, first - 1)
    return link is not None and any(
        sentence.cues.ending(CueKind.COVERAGE, word) for word in (link.first - 1, link.first - 2, link.first - 3)
    )


def behind_aside(sentence: Sentence, number: int, *, opened: bool) -> list[Resolution]:
    """«تسري الهدنة على إدلب التي …، وعلى ريف حلب الغربي», «شمل الاتفاق، وهو الثاني، درعا والسويداء»: the list that goes on
    behind a comma that ends the relative clause or the aside behind clause `number`: with «و» and a preposition, or, unless the
    list has been `opened` before, with the place itself or with «في». Arabic only."""
    clause = next((c for c in sentence.clauses if c.first == sentence.clauses[number].last + 1), None)
    if clause is None or clause.relation not in ("relative", "apposition") or sentence.words.is_english(clause.first):
        return []
    places = sentence.places_in(clause)
    for resolution in places:
        edge = sentence.edge(resolution, clause.first)
        preposition = sentence.preposition(edge - 1)
        first = preposition.first if preposition else edge
        if opened:
            goes_on = preposition is not None and preposition.prefixes[:1] == ("و",)
        else:
            placed = preposition is not None and preposition.value == "in" and not preposition.prefixes
            goes_on = preposition is None or (placed and resolution is places[0])
        if goes_on and first > clause.first and "," in sentence.gap(first - 1, first):
            listed = with_added(sentence, resolution, places)
            said = sentence.cues.within(listed[-1].mention.last + 1, clause.last, *_SAYING)
            return [] if said else listed  # «، وفي دمشق قال مسؤول»
    return []


def continues(sentence: Sentence, listed: Resolution, resolution: Resolution) -> bool:
    """«الزبداني (قرب دمشق) وبلدتي كفريا والفوعة», «وشلخ في محافظة إدلب، إضافة إلى مضايا»: a conjunction goes on with the list
    behind what says where its last place lies; «اتفاق كفريا الفوعة»: two towns side by side; a head that a
    conjunction joins goes on with a list of towns where nothing is said between («مخيم اليرموك …، وقريتي كفريا والفوعة»)."""
    behind = listed.mention.last + 1
    if resolution.mention.first < behind:
        return False
    edge = sentence.edge(resolution, behind)
    if _is_counted(sentence, listed, resolution):
        return True
    if edge == behind:
        return _side_by_side(sentence, listed, resolution) or _spells_out(sentence, listed, resolution)
    edge = before_compound(sentence, edge)
    link = sentence.cues.ending(CueKind.ADDITION, edge - 1)
    joined = link is not None or sentence.words.texts[edge - 1] == "and"
    start = link.first if link else edge - joined
    head = sentence.cues.starting(CueKind.ZONES, edge)
    prefixes = head.prefixes if head and edge < resolution.mention.first else resolution.mention.prefixes
    if not joined and prefixes[:1] != ("و",):
        return False
    headed = head is not None and edge < resolution.mention.first and not sentence.cues.within(behind, edge - 1, *_SAYING)
    levels = _LEVELS if sentence.cues.within(sentence.first, listed.mention.first, CueKind.COVERAGE) else SETTLEMENTS
    headed = headed and _kind(sentence, listed) in levels and _kind(sentence, resolution) in levels
    return headed or _is_bracketed(sentence, behind, start) or _says_where(sentence, listed, resolution, start)


def before_compound(sentence: Sentence, word: int) -> int:
    """The first word of a name with its compound adjective: "(and) Shiite-majority Fuaa"."""
    compound = word - 2 > sentence.first and sentence.words.between(word - 2, word - 1) == "-"
    return word - 2 if compound and sentence.words.joined(word - 1) else word


def _is_counted(sentence: Sentence, listed: Resolution, resolution: Resolution) -> bool:
    """ "In Zabadani and in two Shi'ite villages (in Idlib), Foua and Kefraya": the names of towns that were counted in the list
    before. English only."""
    words, noun, behind = sentence.words, resolution.mention.first - 1, listed.mention.last + 1
    if "," not in sentence.gap(noun, noun + 1) and ":" not in sentence.gap(noun, noun + 1):
        return False
    where = next((r for r in sentence.read.places if r.mention.last == noun and r.mention.first > behind), None)
    noun = sentence.edge(where, behind) - 2 if where else noun
    counted = behind < noun <= behind + _COUNTED_REACH and words.texts[behind] == "and" and words.is_a("settlement", noun)
    return counted and "," not in sentence.gap(behind - 1, noun)


def follows_subject(sentence: Sentence, verb: Cue, listed: Resolution, resolution: Resolution) -> bool:
    """«تضم منطقة القنيطرة أجزاء من ريف درعا»: what a zone covers, right behind its name, which is that of a place."""
    edge = sentence.edge(listed, verb.last + 1)
    zone = edge == verb.last + 1 and edge < listed.mention.first and sentence.is_zone(edge)
    return zone and sentence.edge(resolution, listed.mention.last + 1) == listed.mention.last + 1


def _side_by_side(sentence: Sentence, listed: Resolution, resolution: Resolution) -> bool:
    """«كفريا الفوعة», «مضايا-الزبداني»: two towns with nothing between them, neither of which lies in the other."""
    kinds = [_kind(sentence, r) for r in (listed, resolution)]
    near = resolution.mention.first == listed.mention.last + 1 and not resolution.mention.prefixes
    gap = sentence.gap(listed.mention.last, resolution.mention.first).strip()
    return near and gap in ("", "-", "–") and all(kind in SETTLEMENTS for kind in kinds)


def _spells_out(sentence: Sentence, listed: Resolution, resolution: Resolution) -> bool:
    """«محافظات الجنوب السوري درعا والسويداء», «بلدات جنوب دمشق: يلدا وببيلا»: what lies in a wider place that a head word
    stands before, named right behind it; or in brackets or quotation marks ("Syria's south (Daraa and Quneitra)")."""
    mention = listed.mention
    between = sentence.gap(mention.last, resolution.mention.first).strip()
    headed = sentence.edge(listed, sentence.first) < mention.first and not sentence.words.is_english(mention.first)
    headed = headed or between == "(" or (between in _QUOTES and not sentence.words.is_english(mention.first))
    wide = _kind(sentence, listed) not in SETTLEMENTS and not resolution.mention.prefixes
    gap = between.strip(" (" + "".join(_QUOTES))
    areas = listed.area, resolution.area
    return headed and wide and gap in ("", ":", ",") and bool(
        areas[0] and areas[1] and sentence.read.gazetteer.lies_in(areas[1], areas[0])
    )  # fmt: skip


def _kind(sentence: Sentence, resolution: Resolution) -> Kind | None:
    area = resolution.area
    return sentence.read.gazetteer.places[area.place].kind if area and not area.direction and not area.setting else None


def _is_bracketed(sentence: Sentence, first: int, edge: int) -> bool:
    """True if the words [first, edge) stand in brackets or quotation marks."""
    gap = sentence.gap(first - 1, edge).strip(" ,")
    return len(gap) > 1 and (gap[0], gap[-1]) in (("(", ")"), ('"', '"'), ("«", "»"), ("“", "”"))


def _says_where(sentence: Sentence, listed: Resolution, resolution: Resolution, edge: int) -> bool:
    """True if the words before `edge` only say where the last place of the list lies: «قرب دمشق», «بريف إدلب»."""
    behind = listed.mention.last + 1
    named = (*sentence.read.resolutions, *sentence.places)  # «جنوب البلاد» is no name
    where = [r for r in named if behind <= r.mention.first and r.mention.last == edge - 1]
    if not where or where[0].mention.first - behind > _WHERE_REACH or _kind(sentence, listed) not in _LEVELS:
        return False
    beside = sentence.edge(where[0], behind)
    preposition = sentence.cues.ending(CueKind.LOCATIVE, beside - 1)
    placed = "ب" in where[0].mention.prefixes or (preposition is not None and preposition.value in ("in", ""))
    levels = SETTLEMENTS if _kind(sentence, listed) in SETTLEMENTS else _LEVELS  # «مضايا قرب دمشق وحلب»
    return placed and _kind(sentence, resolution) in levels
