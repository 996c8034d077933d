"""Containers: places that are named only to say where another one lies."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from geo.coverage.placement import is_oriented
from geo.cue import CueKind
from geo.gazetteer import SETTLEMENTS, Kind
from geo.mention import Mention
from geo.syntax.clause import is_attribute
from geo.syntax.read_text import ReadText
from geo.syntax.sentence import Sentence, in_group
from geo.toponym.resolution import Resolution

_SUBURB = "suburb"
_OWNS = ("'s", "’s")
_ARTICLES = ("a", "an")
_BESIEGED = ("under", "siege")
_CONTROL, _CONTROL_REACH = "control", 3  # words from "under" to "control": "under the rebels' control"
_DISTANCE_REACH = 5  # words of "about 100 kilometres"
_CONTAINER_REACH = 3  # words between "Syria's" and what lies in it
_DESCRIBED_REACH = 6  # words of "a rebel enclave"
_SAID = (CueKind.TRUCE, CueKind.AGREEMENT, CueKind.COVERAGE, CueKind.STATUS, CueKind.SPEECH, CueKind.LIGHT_VERB)
_SIDE_REACH = 5  # words between a side and the town that it is of
_UNKNOWN_REACH = 5  # words of «قرية» and a name
_IN_REACH = 4  # words of "in the province of"
_IN = ("in", "في")
_CITY_REACH = 4  # words from "the" to "city of Homs"
_POSSESSED_REACH = 6  # the same, where the second lies in the first


def without_containers(sentence: Sentence, places: Sequence[Resolution]) -> list[Resolution]:
    """The places without those that only say where another lies: «مضايا بريف دمشق», "Syria's Idlib region", "the Damascus
    suburb of Douma"."""
    if len(places) < 2:
        return list(places)
    containers = set()
    for left, right in pairwise(places):
        one, other = left.mention, right.mention
        if one.last >= other.first:  # what a text tells of without its name may hold another name
            continue
        english = sentence.words.is_english(one.first)
        if _is_inside(sentence, left, right) or _locates(sentence, left, right):
            containers.add(other.first)
        head = sentence.cues.starting(CueKind.ZONES, one.last + 1)
        inside = head is not None and sentence.words.joined(one.last) and head.last + 1 == other.first
        possessive = _is_owner(sentence, left)
        if inside and english and _lies_within(sentence, left, right):
            containers.add(other.first)  # "the Waer district of Homs"; "the Damascus suburb of Douma" is the other way round
        elif (inside and english) or (possessive and other.first - one.last <= _CONTAINER_REACH):
            containers.add(one.first)
        elif possessive and other.first - one.last <= _POSSESSED_REACH and _lies_within(sentence, right, left):
            containers.add(one.first)  # "Yemen's battleground port city of Hodeidah"
        beside = other.first == one.last + 1 and sentence.words.between(one.last, other.first) == " "
        if english and beside and sentence.read.text[other.span.start].islower():
            containers.add(one.first)  # "the Red Sea port of Hodeidah"
        if _holds_towns(sentence, left, right):
            containers.add(one.first)
        if any(says(sentence, left, right) for says in _SAYING_WHERE):
            containers.add(other.first)
    for near, owner, owned in zip(places, places[1:], places[2:], strict=False):  # "Harasta in Syria's Eastern Ghouta"
        beside = owned.mention.first == owner.mention.last + 1
        if beside and _locates(sentence, near, owner) and _is_owner(sentence, owner):
            containers.add(owned.mention.first)
    counted = {r.mention.first for r in places if _counts_towns(sentence, r)} - containers
    if counted and len(containers | counted) < len(places):
        containers |= counted
    return [r for r in places if r.mention.first not in containers]


def _is_inside(sentence: Sentence, left: Resolution, right: Resolution) -> bool:
    """«مضايا بريف دمشق», «قلعة المضيق الواقعة بريف حماة»: «ب» ties a wider place to a name, or to its adjective."""
    between = range(left.mention.last + 1, right.mention.first)
    adjective = (
        len(between) == 1 and sentence.words.texts[between[0]].startswith("ال") and sentence.words.joined(between[0] - 1)
    )
    return right.mention.prefixes[:1] == ("ب",) and (not between or adjective)


def _is_owner(sentence: Sentence, resolution: Resolution) -> bool:
    """ "Syria's": more is written of the word than the name; "Homs city's"."""
    last, words = resolution.mention.last, sentence.words
    if words.source(last, last).end > resolution.mention.span.end:
        return True
    owns = last < sentence.last and words.source(last + 1, last + 1).of(sentence.read.text).endswith(_OWNS)
    return owns and words.texts[last + 1].removesuffix("s") in words.classes["unit"]


def _counts_towns(sentence: Sentence, resolution: Resolution) -> bool:
    """In "Zabadani and two villages in Idlib province" the province says where the villages are that are not named."""
    texts, edge = sentence.words.texts, sentence.edge(resolution, sentence.first)
    noun = edge - 2
    counted = noun > sentence.first and texts[edge - 1] == "in" and texts[noun - 1] != "the"
    return counted and sentence.words.is_a("settlement", noun)


def _holds_towns(sentence: Sentence, wide: Resolution, town: Resolution) -> bool:
    """«بلدات في ريف دمشق مثل قدسيا», «مناطق ريف دمشق، منها قدسيا»: a wider place that says where towns lie some of which are
    named right behind it. Arabic only."""
    behind = wide.mention.last + 1
    such_as = range(behind, town.mention.first)
    listed = bool(such_as) and all(sentence.words.is_a("such_as", i) for i in such_as)
    headed = sentence.edge(town, sentence.first) < wide.mention.first
    return listed and headed and _lies_within(sentence, town, wide)


def _lies_within(sentence: Sentence, inner: Resolution, outer: Resolution) -> bool:
    if not inner.area or not outer.area:
        return False
    gazetteer = sentence.read.gazetteer
    if gazetteer.places[inner.area.place].kind is not Kind.REGION:
        return gazetteer.lies_in(inner.area, outer.area)
    return not gazetteer.lies_in(outer.area, inner.area)  # "the Eastern Ghouta town of Harasta"


def _is_apposition(sentence: Sentence, left: Resolution, right: Resolution) -> bool:
    """In "Hodeidah, Yemen's main port" the second name says what the first is."""
    beside = right.mention.first == left.mention.last + 1 and "," in sentence.gap(left.mention.last, right.mention.first)
    if not beside or not left.area or not right.area:
        return False
    return _is_owner(sentence, right) and sentence.read.gazetteer.lies_in(left.area, right.area)


def _is_described(sentence: Sentence, left: Resolution, right: Resolution) -> bool:
    """In "Eastern Ghouta, a rebel enclave outside Damascus" the second name only says where the first lies."""
    if len(in_group(right, sentence.places)) > 1:  # "Hodeidah, the ports of Salif and Ras Isa"
        return False
    words, first, edge = sentence.words, left.mention.last + 1, sentence.edge(right, left.mention.last + 1)
    noun = range(first, edge - 1)
    opens = words.is_a("determiner", first) or words.is_a("superlative", first)  # «دوما، آخر معاقل المعارضة في الغوطة»
    told = "," in words.between(first - 1, first) and 1 < len(noun) <= _DESCRIBED_REACH and opens
    joined = told and all("," not in words.between(i, i + 1) for i in noun)
    said = sentence.cues.within(first, edge - 2, *_SAID) if joined else []
    named = joined and all(is_attribute(words, sentence.cues, cue) for cue in said)  # "a rebel-held town"
    return named and (words.texts[edge - 1] == "of" or sentence.preposition(edge - 1) is not None)


def _is_explained(sentence: Sentence, left: Resolution, right: Resolution) -> bool:
    """«بلدة الزبداني «جنوب غرب سوريا»»: a wider place in brackets right behind a name says where that lies."""
    beside = right.mention.first == left.mention.last + 1 and not right.mention.prefixes
    opened = beside and sentence.gap(left.mention.last, right.mention.first).strip()[-1:] in tuple('("«“')
    region = right.area is not None and sentence.read.gazetteer.places[right.area.place].kind is Kind.REGION
    last = right.mention.last
    closed = region and last < sentence.last and sentence.gap(last, last + 1).strip()[:1] in tuple(')"»”')
    return opened and right.area is not None and (
        closed or bool(right.area.direction) or _lies_within(sentence, left, right)
    )  # fmt: skip


def _is_bearing(sentence: Sentence, left: Resolution, right: Resolution) -> bool:
    """In "Yarmouk camp, (some 8 km) south of Damascus", «الزبداني غرب العاصمة دمشق» the second name says on which side of it
    the first lies."""
    words, behind = sentence.words, left.mention.last + 1
    first = sentence.edge(right, behind)
    if not words.is_english(behind):  # a head word parts the side from the name: of the name alone it would be a part
        sides = range(behind, first)
        joined = all(words.joined(i) for i in range(behind - 1, first))
        return bool(sides) and first < right.mention.first and joined and all(words.is_a("side", i) for i in sides)
    side = first - 2
    near = side == behind or (behind < side <= behind + _DISTANCE_REACH and "," in sentence.gap(behind - 1, behind))
    return near and words.texts[first - 1] == "of" and words.is_a("side", side)


def _is_side(sentence: Sentence, left: Resolution, right: Resolution) -> bool:
    """In «الأحياء الشرقية المحاصرة من مدينة حلب», "suburbs south of Damascus" the second name says whose side the first is."""
    gazetteer, side, whole = sentence.read.gazetteer, left.mention, right.mention
    region = left.area is not None and gazetteer.places[left.area.place].kind is Kind.REGION
    town = right.area is not None and gazetteer.places[right.area.place].kind in (*SETTLEMENTS, Kind.GOVERNORATE)
    edge = sentence.edge(right, side.last + 1)
    linked = bool({"ل", "ب"} & set(whole.prefixes)) or sentence.words.is_a("of_a_whole", edge - 1)
    beside = edge == side.last + 1 and not whole.prefixes
    near = whole.first - side.last <= _SIDE_REACH
    return region and town and near and side.anaphor and (linked or beside)


_SAYING_WHERE = (_is_apposition, _is_described, _is_explained, is_oriented, _is_bearing, _is_side)


def _locates(sentence: Sentence, left: Resolution, right: Resolution) -> bool:
    """«مضايا في ريف دمشق», "Madaya, near Damascus": a preposition of place and nothing else between two names; in «اتفاق
    البلدات الأربع في كفريا والفوعة …» the second is a part of the first."""
    if left.area and right.area and left.area != right.area and sentence.read.gazetteer.lies_in(right.area, left.area):
        return False
    if left.area and not left.area.direction and sentence.read.gazetteer.places[left.area.place].kind is Kind.COUNTRY:
        return False  # "an offer from Armenia in Nagorno-Karabakh"
    first = left.mention.last + 1
    if _is_parallel(sentence, left, right):
        return False
    if "-" in sentence.words.between(first - 1, first):  # "AMMAN, Jordan - In Idlib"
        return False
    adjective = first < right.mention.first and sentence.words.texts[first].startswith("ال")  # «كفريا المحاصرة في ريف إدلب»
    first += adjective and sentence.words.joined(left.mention.last)
    while first < right.mention.first and sentence.words.is_a("of_refugees", first):  # «مخيم المية ومية للاجئين في صيدا»
        first += 1
    preposition = sentence.cues.starting(CueKind.LOCATIVE, first)
    return bool(
        preposition
        and preposition.value in ("in", "")
        and not preposition.prefixes
        and preposition.last + 1 == sentence.edge(right, first)
        and ")" not in sentence.gap(preposition.last, preposition.last + 1)  # «حمص (وسط)، والغوطة»
    )


def _is_parallel(sentence: Sentence, left: Resolution, right: Resolution) -> bool:
    """ "In Homs, in Eastern Ghouta and in Daraa": behind a comma the preposition that stood before the first name opens the
    second, which does not hold it."""
    first = left.mention.last + 1
    before = sentence.preposition(sentence.edge(left, sentence.first) - 1)
    again = sentence.cues.starting(CueKind.LOCATIVE, first)
    alike = before is not None and again is not None and before.value == again.value == "in"
    apart = left.area and right.area and not sentence.read.gazetteer.lies_in(left.area, right.area)
    return alike and bool(apart) and sentence.gap(first - 1, first).strip() == ","


def holds_unnamed(read: ReadText, resolution: Resolution) -> bool:
    """In "a truce in a camp in Aleppo", "rebels in a district of Homs", "a town near Sanaa" the city says where the camp,
    the district or the town lies that is named later. English only."""
    texts, first = read.words.texts, _phrase_start(read, resolution.mention.first)
    if first < 2 or is_adjunct(read, resolution):
        return first > 0 and is_adjunct(read, resolution)
    if texts[first - 1] == "of":
        return read.words.is_a("city_part", first - 2)
    noun = first - 2
    if texts[first - 3 : first - 1] == _BESIEGED or read.words.is_a("holds", noun):
        noun -= 2  # "a camp under siege in Damascus", "the last district they held in Homs"
    elif texts[noun] == _CONTROL and "under" in texts[noun - _CONTROL_REACH : noun]:
        noun = max(i for i in range(noun - _CONTROL_REACH, noun) if texts[i] == "under") - 1  # "… under rebel control in Homs"
        noun -= 2 * (read.words.is_a("passive", noun) and texts[noun - 1] == "that")  # "… that is under their control"
    return read.words.is_a("in_or_near", first - 1) and noun >= 0 and read.words.is_a("settlement", noun)


def holds_zone(read: ReadText, resolution: Resolution) -> bool:
    """ "The buffer zone in Cyprus", «المنطقة المنزوعة السلاح في إدلب», "the security belt in southern Lebanon": a zone that
    parts the sides, which is somewhere in the place."""
    words, mention = read.words, resolution.mention
    preposition = read.cues.ending(CueKind.LOCATIVE, mention.first - 1)
    located = preposition is not None and preposition.value == "in"
    before = preposition.first - 1 if preposition and located else mention.first - 1
    if before < 1 or not (located or "ب" in mention.prefixes) or not words.joined(before):
        return False
    zone = read.cues.ending(CueKind.TRUCE, before)
    drawn = zone is not None and zone.value == "demilitarised" and zone.first < zone.last
    return drawn or any(
        words.is_a("parts_sides", i) and words.is_a("zone", j) for i, j in ((before - 1, before), (before, before - 1))
    )


def holds_unknown(read: ReadText, resolution: Resolution) -> bool:
    """In "the village of Qurn al-Asad in Yemen", «قرية القناوص باليمن», «بلدة في محافظة تعز» the wider place says where a
    settlement lies that no table knows, or that has no name."""
    words, name_end = read.words, _before_preposition(read, resolution.mention)
    if name_end is None:
        return False
    known = {r.mention.last for r in read.resolutions if r.area}
    for head in range(name_end, max(name_end - _UNKNOWN_REACH, -1), -1):
        if head in known or not words.joined(head):
            return False  # punctuation behind it
        if words.is_a("settlement_head", head):
            english = words.is_english(head)
            return not english or head == name_end or words.texts[head + 1] == "of"
    return False


def _before_preposition(read: ReadText, mention: Mention) -> int | None:
    """The last word before "in Yemen", «باليمن», «في محافظة تعز», "in the province of Taiz"; None where nothing is said to lie
    there."""
    words, first = read.words, mention.first
    if "ب" in mention.prefixes:
        return first - 1
    for before in range(first - 1, max(first - 1 - _IN_REACH, 0), -1):
        if not words.joined(before):
            return None
        if words.texts[before] in _IN:
            return before - 1
        if not words.is_a("unit_head", before):
            return None
        if words.texts[before].startswith("ب"):
            return before - 1
    return None


def _phrase_start(read: ReadText, first: int) -> int:
    """The first word of the noun phrase that a name ends: "(a town near) the capital Damascus", "(an area of) the contested
    central city of Homs", "(an enclave near) the Golan Heights"."""
    texts = read.words.texts
    owner = next((r for r in read.resolutions if r.mention.last == first - 1), None) if first > 2 else None
    if owner and read.gazetteer.names_country(owner.area) and texts[first - 1].endswith("s"):
        return owner.mention.first  # "the last stronghold in Syria's Homs"
    if first > 2 and texts[first - 1] == "capital":
        return first - (2 if texts[first - 2] == "the" else 1)
    city = first > 2 and read.words.is_a("unit", first - 2) and not read.words.is_a("city_part", first - 2)
    if city and texts[first - 1] == "of":
        return next((i for i in range(first - 3, max(first - 3 - _CITY_REACH, 0), -1) if texts[i] == "the"), first)
    return first - (first > 2 and texts[first - 1] == "the")


def is_adjunct(read: ReadText, resolution: Resolution) -> bool:
    """ "Two Aleppo neighbourhoods", "an Aleppo district", "rebel-held Damascus suburb", "(in) Syria border town", "two Idlib
    villages": the wider place stands before what lies in or near it; not "the Aleppo district of Waer"."""
    words, behind = read.words, resolution.mention.last + 1
    if is_attribute_of_town(read, resolution):
        return True
    if behind >= len(words) or not words.is_a("city_part", behind) or not words.joined(behind - 1):
        return False
    before = resolution.mention.first - 1
    counted = words.is_a("count", before) or words.texts[before] in _ARTICLES or words.texts[behind] == _SUBURB
    counted = counted or _is_of_headline(read, resolution)  # "750 people left Homs district"
    return counted and words.texts[behind + 1 : behind + 2] != ("of",)


def _is_of_headline(read: ReadText, resolution: Resolution) -> bool:
    """True for a name in the first line, where that is not the whole text: headlines leave articles out."""
    last = read.words.sentence(0)[1]
    return resolution.mention.last <= last and "\n" in read.words.between(last, min(last + 1, len(read.words) - 1))


def is_attribute_of_town(read: ReadText, resolution: Resolution) -> bool:
    """ "A ceasefire in Syria town", "in Yemen port city", "two Idlib villages": what a name says of towns that the words right
    behind it do not name. English only."""
    words, mention = read.words, resolution.mention
    if not words.is_english(mention.first) or mention.setting or mention.direction or mention.head:
        return False
    last, noun = words.sentence(words.sentences[mention.first])[1], mention.last + 1
    while noun < last and words.is_a("of_a_town", noun):
        noun += 1
    together = noun <= last and all(words.between(i, i + 1) in (" ", "-") for i in range(mention.last, noun))
    if not together or not words.is_a("settlement", noun):
        return False
    named = noun < last and words.joined(noun) and (words.texts[noun + 1] == "of" or noun + 1 in read.mention_words)
    several = words.texts[noun].endswith("s")
    return not named and (several or read.gazetteer.names_country(resolution.area))


def is_beside_unnamed(read: ReadText, resolution: Resolution) -> bool:
    """True where the place that is named later may lie beside the city, too: "near Homs", "a suburb of Homs", "a Homs
    suburb"."""
    texts, first = read.words.texts, resolution.mention.first
    if is_adjunct(read, resolution) and texts[resolution.mention.last + 1] == _SUBURB:
        return True
    return not is_adjunct(read, resolution) and (texts[first - 1] != "of" or texts[first - 3] in _ARTICLES)
