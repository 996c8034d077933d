"""What the words at and around one name weigh for each place that it may mean, as long as nothing is asked of its company.

The weights were set so that one strong sign (a head word, a vowel sign, a demonym beside the name) outweighs any two weak
ones (a preposition, the country of the text), and a name that is also an ordinary word needs a strong sign or two weak ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from geo.gazetteer import Gazetteer, Kind, NameClass, Place
from geo.text.script import vowel_signs
from geo.toponym.candidate import Candidate, ResolutionTables, Told
from geo.toponym.reason import NOTHING, Because, Points, Reason

STRONG = 4
WEAK = 1
SAFE_NAME = 3
ORDINARY_WORD = -3  # what a head word or a list of places outweighs, a preposition and the country of the text do not
WIDE = (Kind.COUNTRY, Kind.GOVERNORATE, Kind.REGION)

_KINDS_OF_HEAD: Mapping[str, tuple[Kind, ...]] = {
    "city": (Kind.CITY, Kind.TOWN),
    "town": (Kind.TOWN, Kind.CITY, Kind.VILLAGE, Kind.REGION),  # "the towns of Houla and Rastan"
    "village": (Kind.VILLAGE, Kind.TOWN),
    "neighbourhood": (Kind.NEIGHBOURHOOD, Kind.TOWN, Kind.CAMP, Kind.CITY),
    "governorate": (Kind.GOVERNORATE,),
    "district": (Kind.DISTRICT, Kind.CITY, Kind.TOWN),  # «قضاء صور» has the name of its town
    "subdistrict": (Kind.SUBDISTRICT,),
    "camp": (Kind.CAMP, Kind.NEIGHBOURHOOD),
    "capital": (Kind.CITY,),
    "crossing": (Kind.CROSSING,),
    "base": (Kind.BASE,),
    "river": (Kind.RIVER,),
    "state": (Kind.COUNTRY,),
}
_WIDE_HEADS = ("area", "region")  # which any place may have around it
_UNITS_RUN_FROM_TOWN = ("governorate", "district", "subdistrict")  # heads: «محافظة عمران», «مديرية حيس»
OF_WAR: Mapping[Because | None, Points] = {
    None: NOTHING,
    Because.TRUCE_OF: (STRONG, Reason(code=Because.TRUCE_OF)),
    Because.TRUCE_IN: (2 * WEAK, Reason(code=Because.TRUCE_IN)),
    Because.SHELLED: (STRONG, Reason(code=Because.SHELLED)),
    Because.WITHDRAWN_FROM: (STRONG, Reason(code=Because.WITHDRAWN_FROM)),
    Because.FOUGHT_OVER: (2 * WEAK, Reason(code=Because.FOUGHT_OVER)),
}
_MOST_USED: Points = (WEAK, Reason(code=Because.MOST_USED))


def weigh(told: Told, tables: ResolutionTables) -> tuple[Candidate, ...]:
    """The candidates of a name, in the order of the table, with what is told of it."""
    gazetteer = tables.gazetteer
    named = any(_fits_head(told, gazetteer.places[c]) for c in told.candidates)
    found = []
    for rank, place_id in enumerate(told.candidates):
        place = gazetteer.places[place_id]
        name_class = tables.class_of.get((told.surface, place_id))
        evidence, reasons = 0, []
        for points, reason in (
            _class(told.surface, name_class),
            _MOST_USED if _is_first(told, rank, gazetteer) else NOTHING,
            _head(told, place, gazetteer) if named else _unit_run_from(told, place),
            _part(told, place),
            _before(told, name_class),
            _governs(told, place, gazetteer),
            OF_WAR[told.war] if place_id not in gazetteer.host_cities else NOTHING,  # «هدنة جدة» was signed there
            _vowels(told, place_id, tables),
            _demonym(told, place),
            _level(told, place, gazetteer, named=named),
        ):
            evidence += points
            if reason and points:
                reasons.append(replace(reason, against=True) if points < 0 else reason)
        found.append(Candidate(place=place_id, evidence=evidence, reasons=tuple(reasons)))
    return tuple(found)


def _class(surface: str, name_class: NameClass | None) -> Points:
    if name_class is NameClass.ORDINARY:
        return ORDINARY_WORD, Reason(code=Because.ORDINARY_WORD, words=surface)
    needs_more = name_class is NameClass.NEEDS_EVIDENCE
    return NOTHING if needs_more else (SAFE_NAME, Reason(code=Because.SAFE_NAME, words=surface))


def _is_first(told: Told, rank: int, gazetteer: Gazetteer) -> bool:
    """True for the first of its country, where one country has several places apart of that name, not a unit and its seat;
    between countries the text must decide."""
    places = [gazetteer.places[c] for c in told.candidates]
    countries = [place.country for place in places]
    several = len(set(countries)) < len(countries) and not any(a.seat == b.id for a in places for b in places)
    return several and places[rank].country not in countries[:rank]


def _fits_head(told: Told, place: Place) -> bool:
    """False for «قاعدة الشعيرات» where the table has only the village: the base is named after it."""
    kinds = _KINDS_OF_HEAD.get(told.head or "")
    return not kinds or told.head == "capital" or place.kind in kinds


def _head(told: Told, place: Place, gazetteer: Gazetteer) -> Points:
    if told.head in _WIDE_HEADS:
        return 2 * WEAK, Reason(code=Because.CALLED_AREA)
    kinds = _KINDS_OF_HEAD.get(told.head or "")
    if not told.head or not kinds or told.anaphor:
        return NOTHING
    if told.head == "capital" and place.id in gazetteer.capital_cities:
        return STRONG, Reason(code=Because.CALLED_CAPITAL)
    if told.head == "capital":
        return -STRONG, Reason(code=Because.NO_CAPITAL)
    if place.kind in kinds:
        return STRONG + WEAK - kinds.index(place.kind), Reason(code=Because.CALLED, kinds=(told.head,))
    return -STRONG, Reason(code=Because.CALLED_ANOTHER, kinds=(told.head, str(place.kind)))


def _unit_run_from(told: Told, place: Place) -> Points:
    """«محافظة عمران» where the table has only the city: the unit that is run from it bears its name."""
    of_town = place.kind in (Kind.CITY, Kind.TOWN) and told.head in _UNITS_RUN_FROM_TOWN and not told.anaphor
    return (STRONG, Reason(code=Because.CALLED, kinds=(told.head or "",))) if of_town else NOTHING


def _part(told: Told, place: Place) -> Points:
    if not told.setting and not told.direction:
        return NOTHING
    wide = place.kind in WIDE
    fits = wide if told.setting != "surroundings" else not wide
    if not fits and len(told.candidates) > 1:
        return -SAFE_NAME, Reason(code=Because.NO_SUCH_PART)
    return (SAFE_NAME, Reason(code=Because.PART_NAMED)) if fits else NOTHING


def _before(told: Told, name_class: NameClass | None) -> Points:
    points, reason, written_to_it = told.before  # ب and ل are written to ordinary words just as often
    return (WEAK if written_to_it and name_class is NameClass.ORDINARY else points), reason


def _governs(told: Told, place: Place, gazetteer: Gazetteer) -> Points:
    """«أعلنت السعودية», «رفضت كابل»: what governments do; «قصفت حماة» says nothing of a town."""
    seat = place.kind is Kind.COUNTRY or place.id in gazetteer.capital_cities
    return (2 * WEAK, Reason(code=Because.GOVERNS)) if told.governs and seat else NOTHING


def _vowels(told: Told, place: str, tables: ResolutionTables) -> Points:
    spelling = tables.vowelled.get((told.surface, place)) if told.written else None
    if not spelling:
        return NOTHING
    fits = set(vowel_signs(told.written)) <= set(vowel_signs(spelling))
    return (STRONG if fits else -STRONG), Reason(code=Because.VOWEL_SIGNS, words=told.written)


def _demonym(told: Told, place: Place) -> Points:
    for word, countries, of_noun in told.beside:
        reason = Reason(code=Because.DEMONYM, words=word)
        if place.country in countries:
            return STRONG, reason
        if not of_noun:
            return (-STRONG, reason) if place.country else NOTHING
    return NOTHING


def _level(told: Told, place: Place, gazetteer: Gazetteer, *, named: bool) -> Points:
    """Governorate or city of one name: the governorate by default, the city for a country's capital."""
    if len(told.candidates) < 2 or (named and told.head not in (None, *_WIDE_HEADS)):
        return NOTHING
    twins = [gazetteer.places[c] for c in told.candidates if c != place.id]
    capital = place.kind is Kind.CITY and place.id in gazetteer.capital_cities
    if capital and any(t.seat == place.id for t in twins):
        return WEAK, Reason(code=Because.CAPITAL_KNOWN)
    if place.kind is Kind.GOVERNORATE and place.seat not in gazetteer.capital_cities:
        return (WEAK, Reason(code=Because.GOVERNORATE_KNOWN)) if any(t.id == place.seat for t in twins) else NOTHING
    return NOTHING
