"""Places that a text tells of without their names: «الجنوب السوري», «ريفها», «المدينة», "the Sudanese capital"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from geo.gazetteer import Kind
from geo.mention.side import name_sides
from geo.mention.surroundings import Surroundings
from geo.mention.tables import Draft

_LANDMARK_REACH = 2  # words of «كيلومترات من» before «المدينة»
_DATELINE = re.compile(r"\s*(?:\([^)\n]*\))?\s*-")
_DATELINE_CHARACTERS = 60  # behind the place, as far as its dash
_SENTENCES = 2  # how far back «المدينة» looks for its city
_DESCRIBED_REACH = 4  # words between "the" and "town"
_KINDS_OF_HEAD = {
    "governorate": (Kind.GOVERNORATE,), "city": (Kind.CITY, Kind.TOWN), "town": (Kind.TOWN, Kind.VILLAGE, Kind.CITY),
    "village": (Kind.VILLAGE, Kind.TOWN), "neighbourhood": (Kind.NEIGHBOURHOOD, Kind.CAMP),
    "camp": (Kind.CAMP, Kind.NEIGHBOURHOOD),
}  # fmt: skip


def country_directions(around: Surroundings, _found: Sequence[Draft], occupied: set[int]) -> list[Draft]:
    """«الجنوب السوري»: a direction with its country's adjective."""
    found = []
    for match in around.of_kind.get("definite_direction", ()):
        first = match.first
        if not around.words.joined(match.last):
            continue
        adjective = around.tables.country_parts.at(around.words, match.last + 1)
        if adjective and not adjective.prefixes and not occupied & set(range(first, adjective.last + 1)):
            span = around.words.source(first, adjective.last, match.offset)
            found.append(Draft(
                span=span, name=adjective.span(around.words), first=first, last=adjective.last,
                candidates=adjective.values[:1], prefixes=match.prefixes, direction=match.values[0].value,
            ))  # fmt: skip
    return found


def directions_of_adjectives(around: Surroundings, _found: Sequence[Draft], occupied: set[int]) -> list[Draft]:
    """ "(In) the Libyan south": the same in English, where no further noun follows ("the Syrian north coast")."""
    words, found = around.words, []
    for first, adjective in around.tables.demonyms.by_first(words).items():
        point = adjective.last + 1
        if point >= len(words) or not words.is_a("compass_point", point) or words.between(adjective.last, point) != " ":
            continue
        direction = around.by_first.get(point)
        last = direction.last if direction else point
        ends = last + 1 == len(words) or not words.joined(last) or words.is_a("behind_noun", last + 1)
        if direction and ends and first > 0 and words.texts[first - 1] == "the" and not occupied & set(range(first, last + 1)):
            span = words.source(first, last)
            found.append(Draft(
                span=span, name=words.source(first, adjective.last), first=first, last=last,
                candidates=adjective.values[:1], direction=direction.values[0].value,
            ))  # fmt: skip
    return found


def possessed_settings(around: Surroundings, found: Sequence[Draft], occupied: set[int]) -> list[Draft]:
    """«ريفها», «محيطها»: the countryside of the place that was named last in the same sentence; in «المحافظة وريفها» of the
    province that the text named, whatever stands between."""
    mentions = []
    unknown = {head.last for head in around.of_kind.get("definite_head", ())} - occupied
    for match in around.of_kind.get("anaphor", ()):
        first, sentences = match.first, around.words.sentences
        if first in occupied or first - 1 in unknown:
            continue
        named = [m for m in found if m.last < first and sentences[m.last] == sentences[first] and not m.setting]
        named = [m for m in named if not _is_side_of_country(around, m)] or named
        if named:
            last_named = max(named, key=lambda m: m.span)
            last, _, setting, direction = around.look_right(first, None, match.values[0].value, "")  # «ريفها الغربي»
            span = around.words.source(first, last, match.offset)
            mentions.append(Draft(
                span=span, name=span, first=first, last=last, candidates=last_named.candidates, anaphor=True,
                prefixes=match.prefixes, setting=setting, direction=direction, head=last_named.head,
            ))  # fmt: skip
    return mentions


def _is_side_of_country(around: Surroundings, mention: Draft) -> bool:
    """«السويداء جنوبي سوريا … وفي ريفها»: what says where the place lies has no countryside of its own."""
    gazetteer = around.tables.gazetteer
    regions = [gazetteer.area_of_region.get(c) for c in mention.candidates]
    sides = [area for area in regions if area and area.direction and not area.setting]
    country = any(gazetteer.places[c].kind is Kind.COUNTRY for c in mention.candidates)
    return (country and bool(mention.direction)) or bool(sides)


def capitals(around: Surroundings, found: Sequence[Draft], occupied: set[int]) -> list[Draft]:
    """«العاصمة السودانية», "the Sudanese capital", "Sudan's capital", "the capital of Sudan", where the capital's name does not
    stand beside; «العاصمة», "the capital" in a text that names one country alone, and not that city."""
    words, demonyms, seats = around.words, around.tables.demonyms, around.tables.gazetteer.capitals
    alone = _only_country(around, found)
    countries = {draft.last: draft for draft in found}
    named = {draft.first: draft for draft in found}
    mentions = []
    titles = [match for match in around.of_kind.get("head", ()) if match.values[0].value == "capital"]
    for match in (*titles, *around.of_kind.get("capital", ())):
        first, last, country = match.first, match.last, ""
        if words.is_english(first):
            longest_first = (demonyms.at(words, i) for i in (first - 2, first - 1) if i >= 0)  # "South Sudanese"
            adjective = next((match for match in longest_first if match and match.last == first - 1), None)
            before, behind = countries.get(first - 1), named.get(last + 2)
            owner = before if before and around.is_possessive(before) else None
            owner = owner or (behind if behind and words.texts[last + 1] == "of" else None)
            if adjective and words.joined(first - 1):
                country, first = adjective.values[0], adjective.first
            elif owner and owner.candidates:
                country = owner.candidates[0]
        else:
            adjective = demonyms.at(words, last + 1) if words.joined(last) else None
            if adjective and not adjective.prefixes:
                country, last = adjective.values[0], adjective.last
        if not country and (not words.is_english(first) or words.texts[first - 1] == "the"):
            country = alone
        apart = last + 1 not in named and not _is_of_another(around, last) and not occupied & set(range(first, last + 1))
        if country in seats and apart:
            span = words.source(first, last, match.offset if first == match.first else 0)
            mentions.append(Draft(
                span=span, name=span, first=first, last=last, candidates=(seats[country],), anaphor=True, head="city",
                prefixes=match.prefixes,
            ))  # fmt: skip
    return mentions


def _only_country(around: Surroundings, found: Sequence[Draft]) -> str:
    """The country that all adjectives and names of a text belong to, "" where they are of more than one or its capital is
    named."""
    gazetteer, of_adjectives = around.tables.gazetteer, around.tables.demonyms.by_first(around.words).values()
    countries = {match.values[0] for match in of_adjectives}
    countries |= {country for draft in found for place in draft.candidates[:1] if (country := gazetteer.places[place].country)}
    country = next(iter(countries)) if len(countries) == 1 else ""
    seat = gazetteer.capitals.get(country, "")
    return "" if any(seat in draft.candidates for draft in found) else country


def definite_heads(around: Surroundings, found: Sequence[Draft], occupied: set[int]) -> list[Draft]:
    """«المحافظة», «المدينة», "the town": the last place of that kind that the text named, in this sentence or two before."""
    mentions, sentences = [], around.words.sentences
    for first, last, kind, prefixes, offset in (*_plain_heads(around), *_described_heads(around)):
        if occupied & set(range(first, last + 1)) or any(m.first == last + 1 for m in found) or _is_of_another(around, last):
            continue
        near = [m for m in found if m.last < first and sentences[first] - sentences[m.last] <= _SENTENCES]
        near = [m for m in near if m.head or not around.words.is_a("common_target", m.first)]  # «قصف المزرعة شرق البلدة»
        antecedents = [(m, _of_kind(around, m, kind)) for m in sorted(near, key=lambda m: m.span)]
        fitting = [candidates for _, candidates in antecedents if candidates]
        scenes = [c for m, c in antecedents if c and not any(aside(around, m) for aside in _ASIDE)]
        fitting = scenes or fitting
        if fitting:
            span = around.words.source(first, last, offset)
            apart = _is_landmark(around, first) or (
                last + 1 < len(around.words) and around.words.is_a("the_same", last + 1)
            )  # fmt: skip
            mentions.append(Draft(
                span=span, name=span, first=first, last=last, candidates=fitting[-1], anaphor=True, prefixes=prefixes,
                head=None if apart else kind,
            ))  # fmt: skip
    return mentions


def _plain_heads(around: Surroundings) -> Iterator[tuple[int, int, str, tuple[str, ...], int]]:
    """«المدينة», "the town": first and last word, the kind, what is written to it, and how many letters that is."""
    for match in around.of_kind.get("definite_head", ()):
        yield match.first, match.last, match.values[0].value, match.prefixes, match.offset


def _described_heads(around: Surroundings) -> Iterator[tuple[int, int, str, tuple[str, ...], int]]:
    """The same for "the besieged, rebel-held town", but not "the besieged town of Madaya". English only."""
    words = around.words
    for noun in words.of_class("town_noun", 0, len(words) - 1):
        kind = words.texts[noun]
        if words.texts[noun + 1 : noun + 2] == ("of",):
            continue
        first = noun - 1
        while first > 0 and noun - first <= _DESCRIBED_REACH and words.is_a("of_a_town", first):
            first -= 1
        if first < noun - 1 and words.texts[first] == "the":
            yield first, noun, kind, (), 0


def old_quarters(around: Surroundings, found: Sequence[Draft], occupied: set[int]) -> list[Draft]:
    """ "The Old City", «المدينة القديمة»: the old quarter of the city that the text named last before, or else first. None
    where that city has none in the tables, or another name says beside it whose it is («المدينة القديمة في تعز», "Sanaa's
    Old City")."""
    words, quarters = around.words, around.tables.old_quarters
    named = sorted((m for m in found if _of_kind(around, m, "city")), key=lambda m: m.span)
    firsts, lasts = {m.first for m in found}, {m.last for m in found}
    mentions = []
    for first in words.of_class("old_quarter", 0, len(words) - 2):
        last = first + 1
        english = words.is_english(first)
        whole = words.is_a("old_quarter_behind", last) and words.between(first, last) == " "
        whole = whole and (not english or words.texts[first - 1 : first] == ("the",)) and not _is_of_another(around, last)
        beside = {last + 1, last + 2} & firsts or first - 1 in lasts or words.texts[last + 1 : last + 2] == ("of",)
        if not whole or beside or occupied & {first, last}:
            continue
        before = [m for m in named if m.last < first]
        city = before[-1] if before else named[0] if named else None
        quarter = next((quarters[c] for c in city.candidates if c in quarters), None) if city else None
        if quarter:
            span = words.source(first, last)
            mentions.append(Draft(span=span, name=span, first=first, last=last, candidates=(quarter,), anaphor=True))
    return mentions


def _is_of_another(around: Surroundings, last: int) -> bool:
    """ "The city council", «المدينة الصناعية», "Sudan's capital market": a word behind that makes another thing of a town."""
    behind = last + 1
    return behind < len(around.words) and around.words.joined(last) and around.words.is_a("of_another_thing", behind)


def _is_dateline(around: Surroundings, mention: Draft) -> bool:
    """ "BEIRUT (Reuters) - ", «عمان - »: a place at the start of a line, with a dash behind it or its bracket."""
    words, first = around.words, mention.first
    opens = first == 0 or "\n" in words.between(first - 1, first)
    line = words.folded.text[words.ends[mention.last] :][:_DATELINE_CHARACTERS]
    return opens and _DATELINE.match(line) is not None


def _says_where(around: Surroundings, mention: Draft) -> bool:
    """ "Madaya, near Damascus", "the Waer district of Homs", "30 km north of Homs": a city that says where another place lies.
    English only."""
    words, first = around.words, mention.first
    if first < 2 or not words.is_english(first):
        return False
    beside = words.is_a("in_or_near", first - 1) and words.texts[first - 1] != "in"
    of = words.texts[first - 1] == "of"
    beside = beside or (of and words.is_a("side", first - 2))
    part = of and words.is_a("city_part", first - 2)
    return beside or (part and mention.head is None)  # "the suburb of Daraya" is the town itself


def _is_gone_to(around: Surroundings, mention: Draft) -> bool:
    """«خرجت حافلات من جباتا الخشب صوب إدلب», «… إلى مدينة جرابلس», "will be bused to Jarablus": where those who leave go, and
    not what is left."""
    words, before = around.words, mention.first - 1
    head = around.by_last.get(before)
    before = head.first - 1 if head and head.values[0].kind == "head" else before
    if before < 0 or not words.is_a("goes_to", before):
        return False
    reach = range(words.sentence(words.sentences[before])[0], before)
    return any(words.is_a("has_left", i) or words.is_a("will_leave", i) for i in reach)


def _is_told_by(around: Surroundings, mention: Draft) -> bool:
    """«، بحسب دمشق», "according to Damascus": who tells of something, and not where it is."""
    words, before = around.words, mention.first - 1
    return any(i >= 0 and words.is_a("according_to", i) for i in (before, before - 1))


def _hosts_talks(around: Surroundings, mention: Draft) -> bool:
    """«هدنة بموجب اتفاق سوتشي. وقصفوا البلدة», "the Astana deal": a city in which others hold their talks."""
    hosts = around.tables.gazetteer.host_cities
    return bool(mention.candidates) and all(candidate in hosts for candidate in mention.candidates)


_ASIDE = (_is_dateline, _says_where, _is_gone_to, _is_told_by, _hosts_talks)


def _is_landmark(around: Surroundings, first: int) -> bool:
    """«على مسافة ثمانية كيلومترات من المدينة», "near the city", "fled to the city": a town beside what the text tells of."""
    words = around.words
    return any(words.is_a("towards_a_town", i) for i in range(max(first - _LANDMARK_REACH, 0), first))


def _of_kind(around: Surroundings, mention: Draft, kind: str) -> tuple[str, ...]:
    """The candidates of a name that «المدينة», «المحافظة» may speak of."""
    suburb = mention.head == "neighbourhood" and kind == "town"
    if mention.setting or mention.direction or not (suburb or mention.head in (None, kind)):
        return ()
    gazetteer = around.tables.gazetteer
    if kind == "governorate" and not mention.head and gazetteer.capital_cities.intersection(mention.candidates):
        return ()  # «هدنة في إدلب أعلنتها دمشق في المحافظة»: a capital without a word for its province
    return tuple(c for c in mention.candidates if gazetteer.places[c].kind in _KINDS_OF_HEAD[kind])


TOLD_OF: tuple[Callable[[Surroundings, Sequence[Draft], set[int]], list[Draft]], ...] = (
    country_directions, directions_of_adjectives, old_quarters, definite_heads, possessed_settings, capitals, name_sides,
)  # fmt: skip
