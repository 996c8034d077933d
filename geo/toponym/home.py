"""Home: the country that a text is about, and where those are at home who only tell of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from geo.cue import CueKind, Cues
from geo.gazetteer import Gazetteer, Kind
from geo.text.phrase import PhraseTable, Words
from geo.toponym.resolution import Resolution

_SIDE_REACH = 2  # words from an adjective of a country to who fights there: "Sudanese warring sides"
_BASED_REACH = 3  # words from who is based somewhere to "based"


def is_base(words: Words, cues: Cues, resolution: Resolution, gazetteer: Gazetteer) -> bool:
    """In "a monitoring group based in the UK" the country, capital or host of talks is where somebody works who tells of a
    war, and has no part in it, unless fighters are based there. English only: in Arabic «مقره» is a preposition of place."""
    area, first = resolution.area, resolution.mention.first
    if area is None or not (gazetteer.places[area.place].kind is Kind.COUNTRY or area.place in gazetteer.capital_cities
                            or area.place in gazetteer.host_cities):  # fmt: skip
        return False
    first -= first > 0 and words.texts[first - 1] == "the"
    preposition = cues.ending(CueKind.LOCATIVE, first - 1)
    if preposition is None or preposition.first == 0 or not words.is_a("based", preposition.first - 1):
        return False
    if words.sentences[preposition.first - 1] != words.sentences[first]:
        return False
    return not cues.within(preposition.first - 1 - _BASED_REACH, preposition.first - 2, CueKind.CONFLICT)


def home_of_sides(words: Words, demonyms: PhraseTable[str]) -> str | None:
    """ "Syrian rebels … a truce mediated by Russia", «الطرفان السودانيان»: the country of those who fight one another in it, if
    they are all of one; an army may fight abroad."""
    found: set[str] = set()
    for match in demonyms.find(words):
        first, english = match.first, words.is_english(match.first)
        beside = range(match.last + 1, min(match.last + 1 + _SIDE_REACH, len(words))) if english else range(first - 1, first)
        fights = any(i >= 0 and words.is_a("fights_at_home", i) for i in beside)
        if fights and (english or is_of_one_country(words, demonyms, match.last)):
            found.update(match.values)
    return found.pop() if len(found) == 1 else None


def is_of_one_country(words: Words, demonyms: PhraseTable[str], last: int) -> bool:
    """False for the first of two adjectives, the last word of which is `last`: «الطرفان الروسي والأوكراني» are of two."""
    behind = last + 1
    return behind >= len(words) or not words.texts[behind].startswith("و") or demonyms.at(words, behind) is None


def named_more(
    home: str, named: Sequence[Resolution], words: Words, demonyms: PhraseTable[str], gazetteer: Gazetteer
) -> str | None:
    """ "The Sri Lankan army began a truce … Norway … Sri Lanka stripped Norway of its role": the country that a text without
    places names more often than `home`, by its name and by its adjective; None if there is none."""
    told: Counter[str] = Counter()
    for resolution in named:
        place = gazetteer.places[resolution.area.place] if resolution.area else None
        if place and place.country == home and place.kind is not Kind.COUNTRY:
            return None
        if place and place.kind is Kind.COUNTRY:
            told[place.id] += 1
    adjectives = Counter(country for match in demonyms.by_first(words).values() for country in match.values)
    for country in told.keys() & adjectives.keys():
        told[country] += adjectives[country]
    other, times = max(told.items(), key=lambda item: item[1], default=(home, 0))
    return other if times > told[home] and adjectives[other] else None


def home_country(resolutions: Sequence[Resolution], gazetteer: Gazetteer) -> str | None:
    """The country that most of the text's places lie in, capitals and hosts of talks aside, of two with as many the one that it
    names more often; in a text that names none of those and no country, that of its capitals, if they are all of one. None if
    there are none."""
    capitals, hosts = gazetteer.capital_cities, gazetteer.host_cities
    inner: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    governed: set[str] = set()
    for resolution in resolutions:
        if resolution.area:
            place = gazetteer.places[resolution.area.place]
            part = place.kind is not Kind.COUNTRY and place.id not in capitals and place.id not in hosts
            if place.country and (part or resolution.area.direction):
                inner[place.country] += 1
            elif place.country and place.kind is Kind.COUNTRY:
                whole[place.country] += 1
            elif place.country and place.id not in hosts:
                governed.add(place.country)
    for counter in (inner, whole):
        if counter:
            return max(counter, key=lambda country: (counter[country], whole[country]))
    return governed.pop() if len(governed) == 1 else None
