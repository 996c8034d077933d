"""What is known about places: the gazetteer's records. The tables themselves are data/reference/*.csv.

Ids are stable and public: a country is its ISO 3166 code (`SY`), a unit that has a P-code is that code (`SY04`, `SY0404`,
`SY040401`), anything else is country and slug (`sy/rastan`, `sy/eastern-ghouta`, `kz/astana`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache


class Kind(StrEnum):
    """What sort of place. Administrative kinds first, from the largest."""

    COUNTRY = "country"
    GOVERNORATE = "governorate"
    DISTRICT = "district"
    SUBDISTRICT = "subdistrict"
    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    NEIGHBOURHOOD = "neighbourhood"
    REGION = "region"
    CAMP = "camp"
    CROSSING = "crossing"
    BASE = "base"
    ROAD = "road"
    RIVER = "river"
    OTHER = "other"


ADMINISTRATIVE = (Kind.COUNTRY, Kind.GOVERNORATE, Kind.DISTRICT, Kind.SUBDISTRICT)
SETTLEMENTS = (Kind.CITY, Kind.TOWN, Kind.VILLAGE, Kind.NEIGHBOURHOOD, Kind.CAMP)
STRETCHED = (Kind.REGION, Kind.ROAD, Kind.RIVER)  # no point says where they are


class NameClass(StrEnum):
    """How far a name may be trusted to mean a place when it stands alone in a text."""

    SAFE = "safe"
    NEEDS_EVIDENCE = "needs_evidence"
    ORDINARY = "ordinary"  # mostly an ordinary word: it takes a head word, a list or a containing place
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place. `lon`, `lat` (EPSG:4326) are its seat or middle, None for a region that only a recipe draws.

    `country` is an ISO 3166 alpha-2 code, None where the place spans several. `parent` is the next larger place.
    `seat` is the settlement an administrative unit is run from. `population` orders candidates, 0 where unknown.
    `position_error_km` is how far the position may usually be off, by what is known of its source. None
    where nobody measured it, where there is no position, and for a kind whose position is only somewhere on it (`STRETCHED`).
    """

    id: str
    kind: Kind
    country: str | None
    parent: str | None
    name_en: str
    name_ar: str
    lon: float | None = None
    lat: float | None = None
    seat: str | None = None
    pcode: str | None = None
    geonames: str | None = None
    wikidata: str | None = None
    population: int = 0
    position_error_km: float | None = None
    source: str = ""

    @property
    def spans_countries(self) -> bool:
        """«شرق أفريقيا», "the Middle East": a region of many countries, which no truce covers."""
        return self.kind is Kind.REGION and self.country is None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName:
    """One spelling of one place's name, in the language of a text that uses it."""

    text: str
    language: str
    place: str
    name_class: NameClass = NameClass.SAFE
    source: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """A place, or the part of it that a text's words cut out: what a statement covers and a footprint draws.

    `setting` is "" or "countryside" (the unit without its city) or "surroundings"; `direction` is "" or one of
    `DIRECTIONS`. The key `SY04:countryside-north` names the northern countryside of Homs.
    """

    place: str
    setting: str = ""
    direction: str = ""

    @property
    def key(self) -> str:
        """The area as one string: the place's id, and after a colon what is cut out of it."""
        if not self.setting and not self.direction:
            return self.place
        return f"{self.place}:{self.setting}{'-' if self.setting and self.direction else ''}{self.direction}"

    @classmethod
    @lru_cache(maxsize=1 << 14)
    def parse(cls, key: str) -> Area:
        """The area that a key names; the inverse of `key`."""
        place, _, part = key.partition(":")
        for setting in ("countryside", "surroundings"):
            if part == setting or part.startswith(setting + "-"):
                return cls(place, setting, part[len(setting) + 1 :])
        return cls(place, "", part)


DIRECTIONS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west", "centre")


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Land along a line, or on one side of it.

    `along` is a border ("SY/TR", the land lies in the first country), the id of a disputed part (the land lies outside of it),
    of a road or river that has a course, or of a place that has a point. Within `reach_km` of it; or, with a `bank` ("left" or
    "right", seen downstream), all on that side. `at_most` if the reach is only a limit: then all of it is possible, and sure is
    what of the recipe's core lies in it.
    `start` and `end` are places between which it lies: cut along meridians where the line runs rather east-west, else along
    parallels; "" where it is not cut.
    """

    along: str
    reach_km: float = 0.0
    bank: str = ""
    start: str = ""
    end: str = ""
    at_most: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """How a named region is drawn: a recipe over other places, with the source of its definition. `place` is its id, or the key
    of a part of a place that is drawn by it instead of by a sector (`UA:east`), and stays a part.

    `core` are the areas that every reading of the name agrees on, `possible` those that some reading adds; keys of
    `Area`. `also` lists the derived areas that are the same region (`SY04:countryside-north`). `contains` lists areas that
    lie in it without drawing it. `strip` cuts the recipe by the bank of a river; one with a reach is the region itself, and the
    recipe only says what lies in it. `without` are areas that are taken out.
    """

    place: str
    core: tuple[str, ...]
    possible: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    strip: Strip | None = None
    without: tuple[str, ...] = ()
    source: str = ""


class MaskKind(StrEnum):
    """What a mask names. Rules ask for an acronym alone: a mask only in capitals ("SANA" is an agency, "Sana" a city)."""

    ACRONYM = "acronym"
    BUILDING = "building"
    EVENT = "event"
    MEDIA = "media"
    OPERATION = "operation"
    ORGANISATION = "organisation"
    PERSON = "person"
    PHRASE = "phrase"
    PRODUCT = "product"
    TIME_ZONE = "time_zone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mask:
    """A name that holds a place's name and is none itself: an organisation, an operation, a channel, a person."""

    text: str
    language: str
    kind: MaskKind
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonym:
    """An adjective of a country («أميركية», "Russian") and the country's id; `capital_of` uses it too."""

    text: str
    language: str
    place: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingTruce:
    """A truce that has stood since a war of the past, which texts name without saying where it is: the two `states` that it
    parts, and what it covers, a part alone if `partial`. `type` is that of a truce's name; `close` if both states must stand in
    its very sentence."""

    type: str
    states: frozenset[str]
    areas: tuple[str, ...]
    close: bool = False
    partial: bool = False
    source: str = ""


_ANSWERS_AT_MOST = 1 << 16  # pairs of areas whose relation is kept


@dataclass(frozen=True, kw_only=True)
class Gazetteer:
    """Every place, name, region, mask and demonym that the reader knows. `host_cities` are the ids of towns in which other
    countries' talks are held, `seats_of_rule` of those from which others rule than from the capital; `courses` the places that
    a road or a river runs through, in its direction, by its id."""

    places: Mapping[str, Place]
    names: tuple[PlaceName, ...]
    regions: Mapping[str, Region] = field(default_factory=dict)
    masks: tuple[Mask, ...] = ()
    demonyms: tuple[Demonym, ...] = ()
    host_cities: frozenset[str] = frozenset()
    seats_of_rule: frozenset[str] = frozenset()
    courses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    standing: tuple[StandingTruce, ...] = ()

    @cached_property
    def region_of_area(self) -> Mapping[str, str]:
        """From the key of a derived area to the id of the named region that it is."""
        return {also: region.place for region in self.regions.values() for also in region.also}

    @cached_property
    def capitals(self) -> Mapping[str, str]:
        """From a country's id to its capital's."""
        return {p.id: p.seat for p in self.places.values() if p.kind is Kind.COUNTRY and p.seat}

    @cached_property
    def capital_cities(self) -> frozenset[str]:
        """The ids of all capitals."""
        return frozenset(self.capitals.values())

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """From a place's id to those of the places directly below it, sorted."""
        below: dict[str, list[str]] = {}
        for place in self.places.values():
            if place.parent:
                below.setdefault(place.parent, []).append(place.id)
        return {parent: tuple(sorted(ids)) for parent, ids in below.items()}

    def ancestors(self, place: str) -> Iterable[str]:
        """The ids above a place, nearest first; the place itself is not among them."""
        above = self.places[place].parent
        while above:
            yield above
            above = self.places[above].parent

    def names_country(self, area: Area | None) -> bool:
        """True for a country, and for a part that only its side tells («شمال سوريا»)."""
        return area is not None and self.places[area.place].kind is Kind.COUNTRY

    def is_country(self, area: Area | None) -> bool:
        """True for a whole country."""
        return area is not None and not area.direction and self.names_country(area)

    def canonical(self, area: Area) -> Area:
        """The named region where the tables know the derived area as one, else the area itself.

        A part of a region that is a part itself is one of the whole: the east of «ريف اللاذقية الشمالي» is «ريف اللاذقية
        الشمالي الشرقي».
        """
        whole = self.area_of_region.get(area.place)
        if whole and area.setting in ("", whole.setting) and f"{whole.direction}-{area.direction}" in DIRECTIONS:
            area = Area(whole.place, whole.setting, f"{whole.direction}-{area.direction}")
        region = self.region_of_area.get(area.key)
        return Area(region) if region else area

    @cached_property
    def area_of_region(self) -> Mapping[str, Area]:
        """From the id of a named region to the derived area that it is, the first of several: `region_of_area` turned round."""
        found: dict[str, Area] = {}
        for key, region in self.region_of_area.items():
            found.setdefault(region, Area.parse(key))
        return found

    @cached_property
    def _held_by_region(self) -> Mapping[str, frozenset[str]]:
        """From a region's id to the keys of all areas that its row names, and those that regions among them name."""
        direct = {r.place: {*r.core, *r.possible, *r.contains} for r in self.regions.values()}
        held = {place: set(parts) for place, parts in direct.items()}
        grown = True
        while grown:
            grown = False
            for parts in held.values():
                more = set().union(*(held.get(part, set()) for part in parts)) - parts
                grown |= bool(more)
                parts |= more
        return {place: frozenset(parts) for place, parts in held.items()}

    @cached_property
    def _lies_in(self) -> dict[tuple[str, str], bool]:
        """What `lies_in` has answered before, by the areas' keys: a text asks the same pairs many times."""
        return {}

    def lies_in(self, inner: Area, outer: Area) -> bool:
        """True if the tables say that one area lies wholly in the other (or is the same)."""
        return self.key_lies_in(inner.key, outer.key)

    def key_lies_in(self, inner: str, outer: str) -> bool:
        """The same for the areas of two keys."""
        answer = self._lies_in.get((inner, outer))
        if answer is None:
            if len(self._lies_in) >= _ANSWERS_AT_MOST:
                self._lies_in.clear()
            answer = self._lies_in[inner, outer] = self._is_inside(Area.parse(inner), Area.parse(outer))
        return answer

    def _is_inside(self, inner: Area, outer: Area) -> bool:
        inner, outer = self.canonical(inner), self.canonical(outer)
        if inner == outer:
            return True
        if outer.setting or outer.direction:
            return False
        if inner.place == outer.place or outer.place in self.ancestors(inner.place):
            return True
        held = self._held_by_region.get(outer.place, frozenset())
        if inner.key in held or inner.place in held or any(above in held for above in self.ancestors(inner.place)):
            return True
        region = self.regions.get(inner.place)
        cores = [Area.parse(part) for part in region.core] if region else []
        return bool(cores) and all(
            part.key in held or part.place in held or outer.place in self.ancestors(part.place)
            or any(above in held for above in self.ancestors(part.place))
            for part in cores
        )  # fmt: skip

    def name(self, area: Area, language: str) -> str:
        """The area's name in words, in English ("en") or Arabic ("ar"): «ريف حمص الشمالي», "Northern Homs countryside"."""
        area = self.canonical(area)
        place = self.places[area.place]
        base = place.name_ar if language == "ar" else place.name_en
        if language == "ar":
            return _arabic_part(base, area)
        if area.setting or area.direction:
            base = without_kind(base)
        compass = COMPASS_EN.get(area.direction, "")
        return " ".join(w for w in (compass, base, area.setting) if w)


def without_kind(name: str) -> str:
    """An English name without the word for what kind of place it is: "Homs" of "Homs Governorate"."""
    for kind in _KINDS_IN_NAMES:
        name = name.removesuffix(kind)
    return name


_KINDS_IN_NAMES = (" Governorate", " Province", " Region", " State", " District", " (city)")


COMPASS_EN = {
    "north": "Northern", "north-east": "Northeastern", "east": "Eastern", "south-east": "Southeastern", "south": "Southern",
    "south-west": "Southwestern", "west": "Western", "north-west": "Northwestern", "centre": "Central",
}  # fmt: skip
_COMPASS_AR = {
    "north": ("شمال", "الشمالي"), "north-east": ("شمال شرق", "الشمالي الشرقي"), "east": ("شرق", "الشرقي"),
    "south-east": ("جنوب شرق", "الجنوبي الشرقي"), "south": ("جنوب", "الجنوبي"), "south-west": ("جنوب غرب", "الجنوبي الغربي"),
    "west": ("غرب", "الغربي"), "north-west": ("شمال غرب", "الشمالي الغربي"), "centre": ("وسط", "الأوسط"),
}  # fmt: skip
_SETTING_AR = {"countryside": "ريف", "surroundings": "محيط"}


def _arabic_part(base: str, area: Area) -> str:
    """«ريف حمص», «ريف حمص الشمالي», «شمال إدلب»."""
    before, after = _COMPASS_AR.get(area.direction, ("", ""))
    bare = base.removeprefix("محافظة ").removeprefix("منطقة ") if area.setting or area.direction else base
    if area.setting:
        return " ".join(w for w in (_SETTING_AR[area.setting], bare, after) if w)
    return f"{before} {bare}" if before else bare
