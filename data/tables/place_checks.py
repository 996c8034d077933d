"""What rows of places and names say about one another, and where countries lie: the checks of places.csv and names.csv.

`data.tables.check` runs all of them; those that find what would stop the reader run whenever a gazetteer is loaded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from data.tables.rows import REFERENCE_FOLDER, decimal, records
from geo.errors import ReferenceTableError
from geo.gazetteer import Gazetteer, Kind, NameClass, Place, PlaceName
from geo.text.script import fold_name

BOX_COLUMNS = ("country", "west", "south", "east", "north", "source")


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
    boxes, faults = boxes_and_faults(folder)
    if faults:
        raise ReferenceTableError("\n".join(faults))
    return boxes


def boxes_and_faults(folder: Path = REFERENCE_FOLDER) -> tuple[dict[str, Box], list[str]]:
    """The boxes of the rows that can be read, and a sentence for each that cannot."""
    faults: list[str] = []
    boxes = records(folder / "boxes.csv", BOX_COLUMNS, _box, faults)
    return {box.country: box for box in boxes}, faults


def _box(row: dict[str, str]) -> Box:
    return Box(
        country=row["country"], west=decimal(row, "west"), south=decimal(row, "south"), east=decimal(row, "east"),
        north=decimal(row, "north"),
    )  # fmt: skip


def faulty_places(gazetteer: Gazetteer, boxes: Mapping[str, Box]) -> Iterator[str]:
    """Every fault of the gazetteer's places."""
    places = gazetteer.places.values()
    yield from (f"places: the place {p.id!r} is filed under {key!r}" for key, p in gazetteer.places.items() if key != p.id)
    yield from loose_places(gazetteer, places)
    yield from misplaced(places, boxes)
    for code in ("pcode", "geonames", "wikidata"):
        bearers = Counter(value for place in places if (value := getattr(place, code)))
        for value in sorted(value for value, count in bearers.items() if count > 1):
            twins = [place.id for place in places if getattr(place, code) == value]
            yield f"places: {', '.join(map(repr, twins))} have the same {code} {value!r}"


def loose_places(gazetteer: Gazetteer, places: Iterable[Place]) -> Iterator[str]:
    """Places without a name, and those whose parent or seat is none that the gazetteer has, or cannot be theirs."""
    for place in places:
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
        above = gazetteer.places.get(place.parent or "")
        if above is not None and above.country and above.country != place.country:
            yield f"places: {place.id!r} lies in {place.country!r}, its parent {above.id!r} in {above.country!r}"


def loose_names(gazetteer: Gazetteer, names: Iterable[PlaceName]) -> Iterator[str]:
    """Names of places that the gazetteer does not have."""
    for name in names:
        if name.place not in gazetteer.places:
            yield f"names: {name.text!r} is a name of {name.place!r}, which does not exist"


def misplaced(places: Iterable[Place], boxes: Mapping[str, Box]) -> Iterator[str]:
    """Places without a position, and those that lie outside of their country."""
    for place in places:
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


def faulty_names(gazetteer: Gazetteer) -> Iterator[str]:
    """A row twice, and a safe name of two places of which neither lies in the other.

    Governorate and city of one name are no fault: one lies in the other, and the resolver knows the rule for it.
    """
    bearers: dict[tuple[str, str], list[tuple[str, NameClass]]] = {}
    for name in gazetteer.names:
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
