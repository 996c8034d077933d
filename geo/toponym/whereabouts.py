"""Whereabouts: places that only say where those are who tell of a truce, where they come from or where they went."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from geo.cue import CueKind, Cues
from geo.gazetteer import Gazetteer, Kind
from geo.text.phrase import Words
from geo.toponym.dateline import names_country_behind
from geo.toponym.home import is_base
from geo.toponym.resolution import Resolution
from geo.toponym.speaker import is_spoken_in

_HEAD_REACH = 5  # words of "the southern Turkish city of" before a name
_DWELLING_REACH = 7  # words from «تقيم» and who does so, or "lives", to the preposition
_POST_REACH = 3  # words from «مركز المصالحة الروسي», «أقلعت الطائرات» to the preposition
_TREATED_REACH = 8  # words from a hospital and its place to "treated"
_MEDIATOR_REACH = 9  # words from "brokered by" to the town of those who did: "elders and leaders of the Magarha tribe"
_BEHIND_REACH = 4  # words from a town to the «هناك» of what happened there
_THE = "the"
_MARKS = ("(", "-", "–", "—")  # what ends a dateline
_HOURS = ("midnight", "noon")
_SET_OUT = ("set", "out")
_IN, _FROM, _TO = "in", "from", "destination"  # values of prepositions


class _Placed(NamedTuple):
    """A name, the last word before its preposition (before the name and its head words, where it has none) and the
    preposition's value, "" for none."""

    place: Resolution
    before: int
    preposition: str


def find_whereabouts(
    words: Words, cues: Cues, resolutions: Sequence[Resolution], gazetteer: Gazetteer
) -> frozenset[int]:  # fmt: skip
    """The first words of the names that say where somebody lives, speaks, works or is treated, comes from or goes to, and of
    what those lie in ("in Irbid, Jordan"): no truce that the text tells of need be there."""
    found: set[int] = set()
    sentences: dict[int, list[_Placed]] = {}
    for place in resolutions:
        if place.area:
            placed = _Placed(place, *_preposition(words, cues, place))
            sentences.setdefault(words.sentences[place.mention.first], []).append(placed)
            if is_base(words, cues, place, gazetteer) or any(rule(words, cues, placed, gazetteer) for rule in _RULES):
                found.add(place.mention.first)
    for placed_in_sentence in sentences.values():
        found |= _of_emigrants(words, cues, placed_in_sentence, gazetteer)
        found |= _gone_to(words, cues, placed_in_sentence)
    everywhere = [p for placed in sentences.values() for p in placed]
    found |= _of_mediators(words, everywhere, gazetteer) | _callers(words, everywhere, gazetteer)
    return frozenset(found | _containing(cues, resolutions, found, gazetteer) | _filed_from(words, resolutions))


def _preposition(words: Words, cues: Cues, place: Resolution) -> tuple[int, str]:
    first = place.mention.first
    if "ب" in place.mention.prefixes:
        return first - 1, _IN
    head = cues.ending(CueKind.ZONES, first - 1) or cues.ending(CueKind.CAPITAL, first - 1)
    reach = 1 if head is None else 2 if words.texts[head.last] == _THE else _HEAD_REACH
    for word in range(first - 1, max(first - 1 - reach, -1), -1):
        if not words.joined(word):
            break
        if cue := cues.ending(CueKind.LOCATIVE, word):
            return cue.first - 1, cue.value
    return (head.first if head else first) - 1, ""


def _up_to(words: Words, first: int, last: int) -> range:
    """Those of the words [first, last] behind the last comma, where none follows them."""
    start = last + 1
    while start > max(first, 0) and words.joined(start - 1):
        start -= 1
    return range(start, last + 1)


def _behind(words: Words, place: Resolution, reach: int) -> range:
    first = place.mention.last + 1
    return range(first, min(first + reach, words.sentence(words.sentences[place.mention.first])[1] + 1))


# --- where one speaks, works, is treated ---------------------------------------------------------------------------------


def _is_spoken_in(words: Words, cues: Cues, placed: _Placed, gazetteer: Gazetteer) -> bool:
    return is_spoken_in(words, cues, placed.place, placed.before, placed.preposition, gazetteer)


def _is_post(words: Words, cues: Cues, placed: _Placed, gazetteer: Gazetteer) -> bool:
    """«مركز المصالحة في قاعدة حميميم», "the centre at Hmeimim", "a hotline in Geneva", "jets flew from Incirlik": a base, or a
    host of talks, that one watches a truce, commands or sets out from."""
    place, before, preposition = placed
    area = gazetteer.places[place.area.place] if place.area else None
    base = area is not None and area.kind is Kind.BASE
    if area is None or not (base or area.id in gazetteer.host_cities):
        return False
    reach = _up_to(words, before - _POST_REACH, before)
    if base and not preposition and before == place.mention.first - 1:
        return words.joined(before) and words.is_a("watches", before)  # «مركز حميميم»
    if base and preposition == _FROM:  # «ضباط من حميميم»
        sent = words.is_a("officers", before) and not cues.ending(CueKind.EVACUATION, before - 1)
        return sent or any(words.is_a("takes_off", i) for i in reach)
    reported = base and any(words.is_a("reports", i) for i in _behind(words, place, _POST_REACH))
    commands = reported and any(words.is_a("commander", i) for i in reach)
    return preposition == _IN and (commands or any(words.is_a("watches", i) for i in reach))


def _is_treated_in(words: Words, cues: Cues, placed: _Placed, gazetteer: Gazetteer) -> bool:
    """ "Doctors in Kilis treated men wounded in …", «عالج أطباء في كلس جرحى»: where the wounded of a war are treated."""
    if placed.preposition != _IN or not (words.joined(placed.before) and words.is_a("medical", placed.before)):
        return False
    behind = _behind(words, placed.place, _TREATED_REACH)
    return any(words.is_a("treats", i) for i in (*behind, *_up_to(words, placed.before - 2, placed.before)))


def _is_crossed_from(words: Words, cues: Cues, placed: _Placed, gazetteer: Gazetteer) -> bool:
    """ "Trucks crossed from Kerem Shalom into Gaza", "a convoy set out from El Arish"."""
    place, before = placed.place, placed.before
    if placed.preposition == _FROM and before > 0 and words.texts[before - 1 : before + 1] == _SET_OUT:
        return True
    crossing = place.area is not None and gazetteer.places[place.area.place].kind is Kind.CROSSING
    into = cues.starting(CueKind.LOCATIVE, place.mention.last + 1) if crossing and placed.preposition == _FROM else None
    return into is not None and into.value == _TO


def _is_origin(words: Words, cues: Cues, placed: _Placed, gazetteer: Gazetteer) -> bool:
    """ "The family, originally from Homs", «ينحدر من حمص», "mediators from Tyre"."""
    before = placed.before
    by_birth = words.is_a("by_origin", before) or words.is_a("official", before)
    return placed.preposition == _FROM and before >= 0 and words.joined(before) and by_birth


def _is_of_parliament(words: Words, cues: Cues, placed: _Placed, gazetteer: Gazetteer) -> bool:
    """«رئيس برلمان طبرق», «مجلس نواب طبرق»: the town that a country's parliament sits in. Arabic only."""
    before = placed.before
    return not placed.preposition and before >= 0 and words.joined(before) and words.is_a("parliament", before)


def _is_local_time(words: Words, cues: Cues, placed: _Placed, gazetteer: Gazetteer) -> bool:
    """ "At 2100 GMT (midnight in Juba)": the place whose clock it is; "shelling at midnight in Juba" was there."""
    hour = placed.before
    told = placed.preposition == _IN and hour > 0 and words.texts[hour] in _HOURS
    return told and "(" in words.between(hour - 1, hour)


_RULES = (
    _is_of_parliament,
    _is_local_time,
    _is_spoken_in,
    _is_post,
    _is_treated_in,
    _is_crossed_from,
    _is_origin,
)


# --- where one comes from and goes to ------------------------------------------------------------------------------------


def _of_mediators(words: Words, placed: Sequence[_Placed], gazetteer: Gazetteer) -> set[int]:
    """In "fighting in Tripoli was halted by a truce brokered by the tribes of Bani Walid" the town of those who mediated, where
    the text names another; a truce that elders "of Rastan" negotiate is their own. English only."""
    theirs = {p.place.mention.first for p in placed if _mediates(words, p)}
    others = {p.place.area for p in placed if p.place.mention.first not in theirs and not gazetteer.names_country(p.place.area)}
    return {p.place.mention.first for p in placed if p.place.mention.first in theirs and others - {p.place.area}}


def _callers(words: Words, placed: Sequence[_Placed], gazetteer: Gazetteer) -> set[int]:
    """«قال مهندس في اتصال هاتفي من ولغا»: where somebody speaks, where the text names another town. Arabic only."""
    calls = {p.place.mention.first for p in placed if p.preposition == _FROM and words.is_a("phone_call", max(p.before, 0))}
    others = [p for p in placed if p.place.mention.first not in calls and not gazetteer.names_country(p.place.area)]
    return calls if others else set()


def _mediates(words: Words, placed: _Placed) -> bool:
    before, start = placed.before, words.sentence(words.sentences[placed.place.mention.first])[0]
    before -= words.texts[before] == "of"
    reach = range(max(before - _MEDIATOR_REACH, start), before)
    made = [i for i in reach if words.is_a("mediates", i) and words.texts[i + 1] in ("by", "of")]
    theirs = before > 0 and words.is_a("local_side", before)  # no "brokered by elders went into effect in Benghazi"
    return bool(made) and theirs and all(map(words.joined, range(made[-1], before)))


def _of_emigrants(
    words: Words, cues: Cues, placed: Sequence[_Placed], gazetteer: Gazetteer
) -> set[int]:  # fmt: skip
    """In "a student from Deir al-Zor who lives in Berlin", «ناشط من حماة مقيم في باريس», "an activist from Hama, speaking from
    Paris" the country of refuge, and the town that they left; in «لجأت الأسرة إلى الأردن وسكنت في مخيم الزعتري» both places."""
    homes = [p for p in placed if _is_home(words, cues, p) or _is_spoken_in(words, cues, p, gazetteer)]
    left = [p for p in placed if p not in homes and _is_left(words, p)]
    found: set[int] = set()
    for home in homes:
        fled = [p for p in left if _country(p, gazetteer) != _country(home, gazetteer)]
        refuge = [p for p in placed if p.preposition == _TO and _flees(words, p) and _holds(p, home, gazetteer)]
        if fled or refuge:
            found |= {p.place.mention.first for p in (home, *fled, *refuge)}
    return found


def _is_home(words: Words, cues: Cues, placed: _Placed) -> bool:
    before, first = placed.before, words.sentence(words.sentences[placed.place.mention.first])[0]
    dwells = words.of_class("dwells", max(before - _DWELLING_REACH, first), before)
    told = cues.within(dwells[-1] + 1, before, CueKind.TRUCE, CueKind.CONFLICT, CueKind.SPEECH) if dwells else []
    return placed.preposition == _IN and bool(dwells) and not told


def _is_left(words: Words, placed: _Placed) -> bool:
    """ "A student from Hama", "the refugee, from Aleppo,", "she fled Idlib", «وهو من حمص»; not "rockets from Gaza"."""
    before = placed.before
    inside = before >= words.sentence(words.sentences[placed.place.mention.first])[0]
    if placed.preposition != _FROM or not inside:
        return not placed.preposition and inside and words.is_a("flees", before)
    return (
        not words.joined(before)
        or words.is_a("at_home", before)
        or words.is_a("flees", before)
        or words.is_a("by_origin", before)
    )


def _flees(words: Words, placed: _Placed) -> bool:
    first = words.sentence(words.sentences[placed.place.mention.first])[0]
    return bool(words.of_class("flees", max(placed.before - _DWELLING_REACH, first), placed.before))


def _country(placed: _Placed, gazetteer: Gazetteer) -> str | None:
    return gazetteer.places[placed.place.area.place].country if placed.place.area else None


def _holds(outer: _Placed, inner: _Placed, gazetteer: Gazetteer) -> bool:
    one, other = outer.place.area, inner.place.area
    return one is not None and other is not None and one != other and gazetteer.lies_in(other, one)


def _gone_to(words: Words, cues: Cues, placed: Sequence[_Placed]) -> set[int]:
    """In "fighters who left Douma arrived in Jarablus and al-Bab", «نزحت عائلات من رأس العين إلى تل تمر والحسكة», «استقبلت
    جرابلس مهجري الوعر» those that they went to; not where something is told to be there ("fled to Idlib, where …")."""
    found: set[int] = set()
    for number, to in enumerate(placed):
        left = any(_is_journey_from(words, cues, p) for p in placed[:number])
        if (left and _arrives(words, cues, to)) or _receives(words, cues, to):
            group = [p for p in placed if p.place.mention.group == to.place.mention.group]
            opener = cues.starting(CueKind.OPENER, group[-1].place.mention.last + 1)
            told = any(words.is_a("there", i) for i in _behind(words, group[-1].place, _BEHIND_REACH))
            if not told and (opener is None or opener.value != "where"):
                found |= {p.place.mention.first for p in group}
    return found


def _is_journey_from(words: Words, cues: Cues, placed: _Placed) -> bool:
    """ "Left Douma", "fled from Homs", «نزحت عائلات من رأس العين»."""
    before, first = placed.before, words.sentence(words.sentences[placed.place.mention.first])[0]
    if not placed.preposition and words.joined(before):
        leaves = cues.ending(CueKind.EVACUATION, before)
        return words.is_a("flees", before) or (leaves is not None and leaves.value == "leaves")
    reach = range(max(before - _DWELLING_REACH, first), before + 1)
    return placed.preposition == _FROM and any(words.is_a("flees", i) for i in reach)


def _arrives(words: Words, cues: Cues, placed: _Placed) -> bool:
    """ "Arrived in", "reached", «إلى», with nothing told of a truce or fighting there."""
    before, preposition = placed.before, placed.preposition
    if preposition == _IN or not preposition:
        return before >= 0 and words.joined(before) and words.is_a("arrives", before)
    return preposition == _TO and not cues.within(before, before, CueKind.CONFLICT, CueKind.TRUCE)


def _receives(words: Words, cues: Cues, placed: _Placed) -> bool:
    """«استقبلت جرابلس مهجري …», "Jarablus received evacuees"."""
    behind = placed.place.mention.last + 1
    if words.is_english(placed.place.mention.first):
        return behind < len(words) and words.is_a("receives", behind) and _people(cues, behind + 1)
    return placed.before >= 0 and words.is_a("receives", placed.before) and _people(cues, behind)


def _people(cues: Cues, word: int) -> bool:
    return bool(cues.within(word, word + 1, CueKind.EVACUEES))


# --- what those places lie in --------------------------------------------------------------------------------------------


def _containing(cues: Cues, resolutions: Sequence[Resolution], found: set[int], gazetteer: Gazetteer) -> set[int]:
    """The names right behind those of `found` that say where these lie: "Irbid, Jordan", "Tripoli in northern Lebanon"."""
    behind: set[int] = set()
    for near, wide in pairwise(r for r in resolutions if r.area):
        between = range(near.mention.last + 1, wide.mention.first)
        located = len(between) == 1 and cues.ending(CueKind.LOCATIVE, between[0]) is not None
        inside = near.area is not None and wide.area is not None and gazetteer.lies_in(near.area, wide.area)
        if near.mention.first in found and (located or not between) and inside:
            behind.add(wide.mention.first)
    return behind


def _filed_from(words: Words, resolutions: Sequence[Resolution]) -> set[int]:
    """ "AMMAN, Jordan (AP) - …": the town and the country of a dateline, where the report was filed."""
    found: set[int] = set()
    for town, country in pairwise(resolutions):
        first, last = country.mention.first, country.mention.last
        marked = last + 1 < len(words) and words.between(last, last + 1).strip().startswith(_MARKS)
        if marked and first == town.mention.last + 1 and names_country_behind(words, town.mention):
            found |= {town.mention.first, first}
    return found
