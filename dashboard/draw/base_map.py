"""What lies under the zones: the ground's colours, the names on it, and where the map opens."""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.edition import Bounds, Edition, once_an_edition
from geo.footprint import Footprint
from geo.footprint.crs import intersection
from geo.gazetteer import Area, Gazetteer, Kind, Place
from geo.ledger.zone import Zone

TABLE = Path(__file__).with_name("ground.toml")
SMALLEST_NAMED_DEGREES = 0.3  # square degrees of a country in sight, some 3,000 km²: less has no room for a name
# So much land is drawn around a zone outside the base map, or a quarter of its size, 5° at most. What is larger than the base
# map itself is seen from so far off that coarse land does; all of Russia in detail would be 4 MB.
AROUND_DEGREES = (2.0, 5.0)
LARGEST_DETAILED_DEGREES = 40.0
RANK_OF_KIND = {Kind.CITY: 2, Kind.TOWN: 3}


def map_colours(*, dark: bool) -> dict[str, str]:
    """The colours of land, borders, and of the outline of a chosen zone."""
    return dict(_ground()["dark" if dark else "light"])


def ground_extent() -> Bounds:
    """The part of the world that the base map holds: west, south, east, north."""
    return _bounds("base_map")


def home_country() -> str:
    """The country that the map is about, as an ISO 3166 alpha-2 code: drawn lighter than its neighbours."""
    return str(_ground()["opening"]["home"])


def opening_extent() -> Bounds:
    """What the map shows of the country that it is about: west, south, east, north."""
    return _bounds("opening")


@once_an_edition
def map_extent(edition: Edition) -> Bounds:
    """Where the map opens: west, south, east, north."""
    return opening_window(edition.footprints.values(), home=tells_of_home(edition.zones.values(), edition.gazetteer))


def tells_of_home(zones: Iterable[Zone], gazetteer: Gazetteer) -> bool:
    """True if a zone lies in the country that the map is about."""
    places = (gazetteer.places.get(Area.parse(zone.area).place) for zone in zones)
    return any(place is not None and place.country == home_country() for place in places)


def opening_window(footprints: Iterable[Footprint], *, home: bool) -> Bounds:
    """What shows the zones: those on the base map, and all of the country that the map is about where it has one (`home`).

    A zone on another continent is in the list and a click away; it must not shrink the others to a dot. Where all lie on others
    they are what there is to see.
    """
    boxes = [footprint.possible.bounds for footprint in footprints]
    ground = shapely.box(*ground_extent())
    shown = [box for box in boxes if ground.covers(shapely.box(*box))] or boxes
    if not shown or home:
        shown.append(opening_extent())
    west, south, east, north = zip(*shown, strict=True)
    return min(west), min(south), max(east), max(north)


def ground_windows(footprints: Iterable[Footprint]) -> tuple[Bounds, ...]:
    """The parts of the world that are drawn in detail: what the base map holds, then what is around each zone outside of it."""
    windows, (least, most) = [ground_extent()], AROUND_DEGREES
    seen: BaseGeometry = shapely.box(*windows[0])
    for footprint in footprints:
        for west, south, east, north in _sides(footprint):
            size = max(east - west, north - south)
            if size <= LARGEST_DETAILED_DEGREES and not seen.covers(shapely.box(west, south, east, north)):
                margin = min(max(least, size / 4), most)
                windows.append(_rounded(west - margin, south - margin, east + margin, north + margin))
                seen = shapely.union(seen, shapely.box(*windows[-1]))
    return tuple(windows)


def has_far_zone(footprints: Iterable[Footprint]) -> bool:
    """True if a zone lies outside of what the base map holds."""
    ground = shapely.box(*ground_extent())
    return not all(ground.covers(shapely.box(*footprint.possible.bounds)) for footprint in footprints)


def _sides(footprint: Footprint) -> list[Bounds]:
    """The bounds of a zone; of one on both sides of 180° those of each side."""
    west, _, east, _ = footprint.possible.bounds
    if west > -180 or east < 180:
        return [footprint.possible.bounds]
    parts = shapely.get_parts(footprint.possible)
    western = shapely.get_x(shapely.centroid(parts)) < 0
    return [tuple(shapely.total_bounds(side).tolist()) for side in (parts[western], parts[~western])]


def _rounded(west: float, south: float, east: float, north: float) -> Bounds:
    """A window out to the next half of a degree, where few borders run that follow a degree."""
    return (
        max(math.floor(west) - 0.5, -180.0), max(math.floor(south) - 0.5, -90.0),
        min(math.ceil(east) + 0.5, 180.0), min(math.ceil(north) + 0.5, 90.0),
    )  # fmt: skip


def country_middles(base_map: str, windows: Sequence[Bounds], gazetteer: Gazetteer) -> dict[str, tuple[float, float]]:
    """Where the name of each country fits best (lon, lat): in the middle of what the first of some windows shows of it in which
    it lies.

    `base_map` is the GeoJSON of `data.drawing.outlines.draw_base_map`. A country of which too little is in sight has no middle.
    """
    middles: dict[str, tuple[float, float]] = {}
    land = [
        (feature["properties"]["country"], shapely.from_geojson(json.dumps(feature["geometry"])))
        for feature in json.loads(base_map)["features"] if feature["properties"].keys().isdisjoint(("disputed", "far"))
    ]  # fmt: skip
    for window in windows:
        for country, shape in land:
            seen = intersection(shape, shapely.box(*window))
            if country in gazetteer.places and country not in middles and seen.area > SMALLEST_NAMED_DEGREES:
                middle = shapely.maximum_inscribed_circle(seen, 0.05).coords[0]
                middles[country] = (round(middle[0], 3), round(middle[1], 3))
    return middles


def labelled_places(edition: Edition, language: str) -> list[dict[str, Any]]:
    """The names on the map: rank 0 countries, 1 capitals and seats of governorates, 2 cities, 3 towns.

    The most important come first; the browser hides a name that would lie on an earlier one.
    """
    places = edition.gazetteer.places
    seats = {place.seat for place in places.values() if place.kind in (Kind.GOVERNORATE, Kind.COUNTRY)}
    ranked = [
        (1 if place.id in seats else RANK_OF_KIND[place.kind], -place.population, place)
        for place in _near(places.values(), (map_extent(edition), *edition.ground_windows[1:]))
        if place.id in seats or place.kind in RANK_OF_KIND
    ]
    settlements = [
        {"name": _label(edition, place, language), "lon": place.lon, "lat": place.lat, "rank": rank}
        for rank, _, place in sorted(ranked, key=lambda row: (row[0], row[1], row[2].id))
    ]
    countries = [
        {"name": edition.place_name(country, language), "lon": lon, "lat": lat, "rank": 0}
        for country, (lon, lat) in sorted(edition.country_middles.items())
    ]
    return sorted([*settlements, *countries], key=_importance)


def _importance(label: Mapping[str, Any]) -> int:
    """Seats before countries: a country's name can stand anywhere in it, a town's only at the town."""
    return (1, 0, 2, 3)[label["rank"]]


def _label(edition: Edition, place: Place, language: str) -> str:
    """A place's name; beside its own dot "Homs (city)" is Homs and "Suran (Aleppo)" is Suran."""
    return edition.place_name(place.id, language).partition(" (")[0]


def _near(places: Iterable[Place], extents: Sequence[Bounds]) -> Iterable[Place]:
    """The places within two degrees of one of the extents: those that a visitor may pan to."""
    for place in places:
        lon, lat = place.lon, place.lat
        if lon is None or lat is None:
            continue
        if any(w - 2 <= lon <= e + 2 and s - 2 <= lat <= n + 2 for w, s, e, n in extents):
            yield place


def _bounds(table: str) -> Bounds:
    west, south, east, north = _ground()[table]["extent"]
    return west, south, east, north


@cache
def _ground() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
