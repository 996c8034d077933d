"""What English texts call an area: the names of its place, and of a part the ways to say which part it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from geo.gazetteer import COMPASS_EN, Area, Gazetteer, Kind, without_kind

_BASES = 2  # spellings of a place from which longer names are made
_OF_KIND = {  # what is written behind the name of a place of a kind
    Kind.GOVERNORATE: ("Governorate",), Kind.DISTRICT: ("District",), Kind.CAMP: ("Camp", "refugee camp"),
    Kind.NEIGHBOURHOOD: ("neighbourhood", "district"), Kind.CROSSING: ("crossing", "border crossing"),
    Kind.BASE: ("base", "air base"), Kind.RIVER: ("River",),
}  # fmt: skip
_FORMS = {  # by the setting of an area; where it has a direction, and where it has none
    "": (("{Part} {place}", "{Point} {place}"), ()),
    "countryside": (
        (
            "{Part} {place} countryside", "{place} {part} countryside", "{Part} countryside of {place}",
            "{Point} {place} countryside", "{Part} rural {place}", "{Part} {place}",
        ),
        ("{place} countryside", "Countryside of {place}", "Rural {place}"),
    ),
    "surroundings": (
        ("{Part} {place} surroundings", "{Part} outskirts of {place}"),
        ("{place} surroundings", "Surroundings of {place}", "{place} outskirts", "Outskirts of {place}"),
    ),
}  # fmt: skip


class AreaNames:
    """English names of areas, with the tables that they are made from."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, area: Area) -> tuple[str, ...]:
        """All names of an area, each once, `Gazetteer.name` first; a town's with its governorate behind it, too."""
        area = self._gazetteer.canonical(area)
        if area.key not in self._known:
            self._known[area.key] = tuple(dict.fromkeys(self._names(area)))
        return self._known[area.key]

    def _names(self, area: Area) -> Iterator[str]:
        yield self._gazetteer.name(area, "en")
        if not area.setting and not area.direction:
            yield from self._spelled(area.place)
            yield from self._with_kind(area.place)
            yield from self._with_governorate(area.place)
        for key in self._keys.get(area.key, (area.key,)):
            for name in self._of_part(Area.parse(key)):
                if self._owners.get(name.casefold(), {area.place}) == {area.place}:  # "Southern Damascus" is a part of the city
                    yield name

    def _spelled(self, id: str) -> Sequence[str]:
        """The spellings of a place; those of its seat for a unit that is called after it and has none of its own."""
        place = self._gazetteer.places[id]
        seat = place.seat if place.kind is Kind.GOVERNORATE else None
        return self._spellings.get(id) or self._spellings.get(seat or "", ())

    @cached_property
    def _spellings(self) -> Mapping[str, Sequence[str]]:
        """From a place's id to its English spellings in the gazetteer, in the order of the table."""
        found: dict[str, list[str]] = {}
        for name in self._gazetteer.names:
            if name.language == "en":
                found.setdefault(name.place, []).append(name.text)
        return found

    @cached_property
    def _owners(self) -> Mapping[str, set[str]]:
        """From a name of the gazetteer, in either language and in small letters, to the places that it is a name of."""
        found: dict[str, set[str]] = {}
        for name in self._gazetteer.names:
            found.setdefault(name.text.casefold(), set()).add(name.place)
        return found

    @cached_property
    def _namesakes(self) -> frozenset[str]:
        """The ids of places that share a name."""
        return frozenset(place for owners in self._owners.values() if len(owners) > 1 for place in owners)

    @cached_property
    def _keys(self) -> Mapping[str, Sequence[str]]:
        """From the id of a named region to the keys of the derived areas that it is."""
        found: dict[str, list[str]] = {}
        for key, region in self._gazetteer.region_of_area.items():
            found.setdefault(region, []).append(key)
        return found

    def _with_kind(self, id: str) -> Iterator[str]:
        """ "Mieh Mieh Camp", "Nasib border crossing", "Sweida Governorate"."""
        for word in _OF_KIND.get(self._gazetteer.places[id].kind, ()):
            for spelling in self._bases(id):
                if word.split()[-1].casefold() not in spelling.casefold():
                    yield f"{spelling} {word}"

    def _with_governorate(self, id: str) -> Iterator[str]:
        """ "Saida (Daraa)": which of several places of one name is meant."""
        place = self._gazetteer.places[id]
        above = (self._gazetteer.places[outer] for outer in self._gazetteer.ancestors(id))
        governorate = next((outer for outer in above if outer.kind is Kind.GOVERNORATE), None)
        if governorate and place.kind not in (Kind.GOVERNORATE, Kind.REGION):
            spellings, unit = self._bases(id), without_kind(governorate.name_en)
            for spelling in spellings if id in self._namesakes else spellings[:1]:
                if "(" not in spelling and spelling != unit:
                    yield f"{spelling} ({unit})"

    def _bases(self, id: str) -> Sequence[str]:
        """The spellings of a place without the word for its kind."""
        spelled = (self._gazetteer.places[id].name_en, *self._spelled(id))
        return list(dict.fromkeys(map(without_kind, spelled)))

    def _of_part(self, area: Area) -> Iterator[str]:
        adjective, point = COMPASS_EN.get(area.direction, ""), area.direction.replace("-", "")
        words = {"part": adjective.lower(), "Part": adjective, "Point": point.capitalize()}
        for place in self._bases(area.place)[:_BASES]:
            for form in _FORMS[area.setting][0 if area.direction else 1]:
                yield form.format(place=place, **words)
