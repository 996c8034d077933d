"""Asks whether the gazetteer's tables agree with each other, and reports every fault at once.

`data.reference_tables` refuses a row that cannot be read; this module looks at what rows say about one another. It runs in
the tests and before a changed table is used, not at each start.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.reference_tables import REFERENCE_FOLDER, load_agreements, load_gazetteer, load_sources, records
from geo.errors import ReferenceTableError
from geo.gazetteer import DIRECTIONS, Area, Gazetteer, Kind, NameClass, Place, Region
from geo.script import fold_name

BOX_COLUMNS = ("country", "west", "south", "east", "north", "source")
LANGUAGES = ("ar", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle that holds all of a country, ends included; degrees, EPSG:4326. It does not cross the antimeridian."""

    country: str
    west: float
    south: float
    east: float
    north: float


def load_boxes(folder: Path = REFERENCE_FOLDER) -> dict[str, Box]:
    """The boxes of countries of boxes.csv, by ISO 3166 code. Raises ReferenceTableError for a row that cannot be read."""
    faults: list[str] = []
    boxes = records(folder / "boxes.csv", BOX_COLUMNS, _box, faults)
    if faults:
        raise ReferenceTableError("\n".join(faults))
    return {box.country: box for box in boxes}


def _box(row: dict[str, str]) -> Box:
    return Box(
        country=row["country"], west=float(row["west"]), south=float(row["south"]), east=float(row["east"]),
        north=float(row["north"]),
    )  # fmt: skip


def check_gazetteer(gazetteer: Gazetteer, folder: Path = REFERENCE_FOLDER) -> list[str]:
    """Every fault of the gazetteer in words, in the order of its tables; empty where it has none.

    `folder` holds sources.toml and boxes.csv, against which sources and coordinates are checked.
    """
    return [
        *_faulty_places(gazetteer, load_boxes(folder)),
        *_faulty_names(gazetteer),
        *_faulty_regions(gazetteer),
        *_unknown_places(gazetteer),
        *_unknown_sources(gazetteer, frozenset(load_sources(folder))),
    ]


def main(arguments: Sequence[str]) -> int:
    """Prints every fault of the project's own tables, a line each; returns 1 if there is any."""
    if arguments:
        raise ReferenceTableError(f"check takes no arguments; got {' '.join(arguments)!r}")
    gazetteer = load_gazetteer()
    faults = [*check_gazetteer(gazetteer), *_faulty_agreements(gazetteer)]
    for fault in faults:
        print(fault)
    counts = f"{len(gazetteer.places):,} places, {len(gazetteer.names):,} names, {len(gazetteer.regions)} regions"
    print(f"{counts}: {len(faults)} faults")
    return 1 if faults else 0


def _faulty_agreements(gazetteer: Gazetteer) -> Iterator[str]:
    for agreement in load_agreements():
        states = (*agreement.sponsors, *agreement.guarantors, *agreement.mediators, *agreement.event_places)
        for place in (*states, *(Area.parse(key).place for key in agreement.areas)):
            if place not in gazetteer.places:
                yield f"agreements: {agreement.id!r} names {place!r}, which does not exist"


def _faulty_places(gazetteer: Gazetteer, boxes: Mapping[str, Box]) -> Iterator[str]:
    for key, place in gazetteer.places.items():
        if key != place.id:
            yield f"places: the place {place.id!r} is filed under {key!r}"
        if not place.name_en or not place.name_ar:
            yield f"places: {place.id!r} needs a name in English and in Arabic"
        if place.parent and place.parent not in gazetteer.places:
            yield f"places: the parent {place.parent!r} of {place.id!r} does not exist"
        elif _in_its_own_chain(gazetteer, place):
            yield f"places: following the parents of {place.id!r} never ends"
        elif place.seat and place.seat in gazetteer.places and place.id not in chain(gazetteer, place.seat):
            yield f"places: the seat {place.seat!r} of {place.id!r} does not lie in it"
        if place.seat and place.seat not in gazetteer.places:
            yield f"places: the seat {place.seat!r} of {place.id!r} does not exist"
        yield from _faulty_position(place, boxes)


def _in_its_own_chain(gazetteer: Gazetteer, place: Place) -> bool:
    seen = {place.id}
    above = place.parent
    while above and above in gazetteer.places:
        if above in seen:
            return True
        seen.add(above)
        above = gazetteer.places[above].parent
    return False


def chain(gazetteer: Gazetteer, place: str) -> tuple[str, ...]:
    """The ids of a place and of those above it, nearest first; ends where a parent is missing or comes again."""
    found: list[str] = []
    above: str | None = place
    while above and above in gazetteer.places and above not in found:
        found.append(above)
        above = gazetteer.places[above].parent
    return tuple(found)


def _faulty_position(place: Place, boxes: Mapping[str, Box]) -> Iterator[str]:
    if (place.lon is None) != (place.lat is None):
        yield f"places: {place.id!r} has half a position (lon {place.lon}, lat {place.lat})"
    if place.lon is None or place.lat is None:
        if place.kind not in (Kind.REGION, Kind.ROAD):
            yield f"places: {place.id!r} has no position, and only a region or a road may go without"
        return
    box = boxes.get(place.country or "")
    if place.country and box is None:
        yield f"places: {place.id!r} lies in {place.country!r}, a country without a row in boxes.csv"
    if box and not (box.west <= place.lon <= box.east and box.south <= place.lat <= box.north):
        yield f"places: {place.id!r} at {place.lon}, {place.lat} lies outside the box of {place.country!r}"


def _faulty_names(gazetteer: Gazetteer) -> Iterator[str]:
    """A row twice, a language that is not read, and a safe name of two places of which neither lies in the other.

    Governorate and city of one name are no fault: one lies in the other, and the resolver knows the rule for it.
    """
    bearers: dict[tuple[str, str], list[tuple[str, NameClass]]] = {}
    for name in gazetteer.names:
        if name.language not in LANGUAGES:
            yield f"names: {name.text!r} has the language {name.language!r}; it must be one of {', '.join(LANGUAGES)}"
        bearers.setdefault((fold_name(name.text), name.language), []).append((name.place, name.name_class))
    for (text, language), places in bearers.items():
        if not text:
            yield f"names: a name in {language!r} of {places[0][0]!r} is empty when folded"
        ids = [place for place, _ in places]
        for twice in sorted({place for place in ids if ids.count(place) > 1}):
            yield f"names: {text!r} ({language}) is listed twice for {twice!r}"
        safe = sorted({place for place, name_class in places if name_class is NameClass.SAFE and place in gazetteer.places})
        for one in safe:
            for other in sorted(set(ids) - {one}):
                if other in gazetteer.places and one not in chain(gazetteer, other) and other not in chain(gazetteer, one):
                    yield f"names: {text!r} ({language}) is safe for {one!r}, but {other!r} bears it too; it needs evidence"


def _faulty_regions(gazetteer: Gazetteer) -> Iterator[str]:
    owner: dict[str, str] = {}
    for region in gazetteer.regions.values():
        if region.place not in gazetteer.places:
            yield f"regions: {region.place!r} does not exist"
        if not region.core:
            yield f"regions: {region.place!r} has no core"
        yield from _faulty_strip(gazetteer, region)
        for key in (*region.core, *region.possible, *region.also, *region.contains, *region.without):
            area = Area.parse(key)
            if area.place not in gazetteer.places:
                yield f"regions: the recipe of {region.place!r} names {key!r}, which does not exist"
            if area.direction and area.direction not in DIRECTIONS:
                yield f"regions: the recipe of {region.place!r} names {key!r}; {area.direction!r} is no direction"
        for key in region.also:
            if owner.setdefault(key, region.place) != region.place:
                yield f"regions: {key!r} is said to be both {owner[key]!r} and {region.place!r}"
        if _draws_itself(gazetteer, region.place):
            yield f"regions: the recipe of {region.place!r} leads back to it"


def _faulty_strip(gazetteer: Gazetteer, region: Region) -> Iterator[str]:
    """A strip's ends and its line: a border of two countries, a course of places with points, or a place with a point."""
    if region.strip is None:
        return
    line = gazetteer.courses.get(region.strip.along, (region.strip.along,))
    if region.strip.bank and region.strip.along not in gazetteer.courses:
        yield f"regions: the strip of {region.place!r} needs a course of {region.strip.along!r}"
    countries = region.strip.along.split("/")
    if len(countries) == 2 and all(part in gazetteer.places for part in countries):
        line = ()
    for place in (*line, *filter(None, (region.strip.start, region.strip.end))):
        if place not in gazetteer.places or gazetteer.places[place].lon is None:
            yield f"regions: the strip of {region.place!r} needs {place!r}, which is no place with a point"


def _draws_itself(gazetteer: Gazetteer, place: str) -> bool:
    """True if following core, possible and contains from a region comes back to it."""
    seen: set[str] = set()
    ahead = [place]
    while ahead:
        region = gazetteer.regions.get(ahead.pop())
        if region is None:
            continue
        for key in (*region.core, *region.possible, *region.contains, *region.without):
            reached = gazetteer.canonical(Area.parse(key)).place
            if reached == place:
                return True
            if reached not in seen:
                seen.add(reached)
                ahead.append(reached)
    return False


def _unknown_places(gazetteer: Gazetteer) -> Iterator[str]:
    for host in sorted(gazetteer.host_cities - gazetteer.places.keys()):
        yield f"host_cities: {host!r} does not exist"
    for name in gazetteer.names:
        if name.place not in gazetteer.places:
            yield f"names: {name.text!r} is a name of {name.place!r}, which does not exist"
    for demonym in gazetteer.demonyms:
        if demonym.place not in gazetteer.places:
            yield f"demonyms: {demonym.text!r} belongs to {demonym.place!r}, which does not exist"


def _unknown_sources(gazetteer: Gazetteer, known: frozenset[str]) -> Iterator[str]:
    rows = [
        *(("places", place.id, place.source) for place in gazetteer.places.values()),
        *(("names", name.text, name.source) for name in gazetteer.names),
        *(("regions", region.place, region.source) for region in gazetteer.regions.values()),
        *(("masks", mask.text, mask.source) for mask in gazetteer.masks),
        *(("demonyms", demonym.text, demonym.source) for demonym in gazetteer.demonyms),
    ]
    for table, row, source in rows:
        unknown = [key for key in source.split("|") if key not in known]
        if unknown:
            yield f"{table}: {row!r} names the source {'|'.join(unknown)!r}, which sources.toml does not know"
