"""The outlines of countries: Natural Earth 1:10m as the package world-atlas carries it, disputed parts assigned and named.

Whom a disputed part is drawn with is a row of data/reference/disputed.toml that cites its source; the page dashes it. Where
`data.drawing.borders` has finer lines, they are the borders.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from data.drawing.borders import with_finer_borders
from data.drawing.kept import NOTHING_KEPT, Drawings
from data.drawing.topojson import features
from data.tables.rows import REFERENCE_FOLDER, read_rows, read_toml
from geo.errors import ReferenceTableError
from geo.footprint.crs import difference, dissolve, intersection, on_grid, union

# Corners whose triangle is smaller than the square of this are dropped from the base map. From the Aegean to the Gulf
# (24 to 64 °E, 10 to 44 °N) 0.01 gives 257 kB, 0.015 196 kB, 0.02 157 kB.
BASE_MAP_TOLERANCE_DEGREES = 0.015
BASE_MAP_SMALLEST_ISLAND = 0.0005  # square degrees: some 5 km²
BASE_MAP_DECIMALS = 3
# The land around: 0.3 gives 170 kB of the rest of the world, 0.2 258 kB.
FAR_TOLERANCE_DEGREES = 0.3
FAR_SMALLEST_ISLAND = 0.3  # square degrees: some 3,000 km²
FAR_OVERLAP_DEGREES = 0.05  # so far it reaches under the land in the windows, that no sea shows between the two

View: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """A part of the map that its neighbours claim: drawn with `country`, dashed. `polygon` is EPSG:4326, lon, lat."""

    id: str
    country: str
    name_en: str
    name_ar: str
    note_en: str
    note_ar: str
    source: str
    polygon: BaseGeometry


DISPUTED_WORDS = ("id", "country", "name_en", "name_ar", "note_en", "note_ar", "source")
# the outlines of countries, the disputed parts, and the pieces without a code that are places
World: TypeAlias = tuple[Mapping[str, BaseGeometry], tuple[Disputed, ...], Mapping[str, BaseGeometry]]
ISO_COLUMNS = ("numeric", "alpha2")


def load_outlines(
    path: Path, folder: Path = REFERENCE_FOLDER, drawings: Drawings = NOTHING_KEPT
) -> Mapping[str, BaseGeometry]:  # fmt: skip
    """The outline of each country by ISO 3166 alpha-2 code: valid, counter-clockwise polygons, EPSG:4326, cut at ±180°.

    They are taken from `drawings` of these tables, if they are kept there, else decoded and kept.
    Raises ReferenceTableError if the file is missing or no world-atlas file, or if a row of the tables names no country.
    """
    return _world(path, folder, drawings)[0]


def load_disputed(path: Path, folder: Path = REFERENCE_FOLDER, drawings: Drawings = NOTHING_KEPT) -> tuple[Disputed, ...]:
    """The disputed parts as drawn, in the order of disputed.toml. Kept, and raises, as `load_outlines` does."""
    return _world(path, folder, drawings)[1]


def load_places_of_parts(
    path: Path, folder: Path = REFERENCE_FOLDER, drawings: Drawings = NOTHING_KEPT
) -> Mapping[str, BaseGeometry]:  # fmt: skip
    """The pieces of disputed.toml that are places (the buffer zone of Cyprus), by place id. Kept, and raises, as
    `load_outlines` does."""
    return _world(path, folder, drawings)[2]


def _world(path: Path, folder: Path, drawings: Drawings) -> World:
    if not path.is_file():
        raise ReferenceTableError("the country outlines are missing: {path}. Run `make assets` to fetch them.", path=str(path))
    return _read(path, folder, path.stat().st_mtime_ns, drawings)


# Decoding takes two seconds, and the page needs the outlines for the atlas, the base map and its labels.
@lru_cache(maxsize=1)
def _read(path: Path, folder: Path, changed_ns: int, drawings: Drawings) -> World:
    """The outlines and disputed parts of a file as of its last change."""
    world = drawings.find("outlines", "", _kept_world)
    if world is None:
        world = outlines, disputed, places = _drawn_world(path, folder)
        words = [{name: getattr(part, name) for name in DISPUTED_WORDS} for part in disputed]
        shapes = [*outlines.values(), *(part.polygon for part in disputed), *places.values()]
        drawings.keep("outlines", "", {"outlines": list(outlines), "disputed": words, "places": list(places)}, shapes)
    return world


def _kept_world(note: Any, shapes: Sequence[BaseGeometry]) -> World:
    left = iter(shapes)
    outlines = {country: next(left) for country in note["outlines"]}
    disputed = tuple(Disputed(polygon=next(left), **words) for words in note["disputed"])
    return MappingProxyType(outlines), disputed, MappingProxyType({place: next(left) for place in note["places"]})


def _drawn_world(path: Path, folder: Path) -> World:
    alpha2 = {row["numeric"]: row["alpha2"] for row in read_rows(folder / "iso_3166.csv", ISO_COLUMNS)}
    table = read_toml(folder / "disputed.toml")
    without_code = {part["atlas_name"]: part["country"] for part in table["part"]}
    places_of = {part["atlas_name"]: part["place"] for part in table["part"] if "place" in part}
    pieces: dict[str, list[BaseGeometry]] = {}
    places: dict[str, BaseGeometry] = {}
    for number, properties, polygons in features(path, "countries"):
        if polygons and properties["name"] in places_of:
            places[places_of[properties["name"]]] = _joined(polygons)
        country = alpha2.get(number) or without_code.get(properties["name"])
        if country:
            pieces.setdefault(country, []).extend(polygons)
    outlines = {country: _joined(polygons) for country, polygons in pieces.items() if polygons}
    disputed = []
    for row in table["disputed"]:
        missing = {row["country"], row["cut_from"]} - set(outlines)
        if missing:
            raise ReferenceTableError(f"disputed.toml: {row['id']!r} names {sorted(missing)}, which {path.name} does not hold")
        # the row draws a generous ring; the atlas's own lines close it, so that no gap opens between the neighbours
        polygon = intersection(on_grid(Polygon(row["ring"])), outlines[row["cut_from"]])
        outlines[row["cut_from"]] = difference(outlines[row["cut_from"]], polygon)
        outlines[row["country"]] = union([outlines[row["country"]], polygon])
        disputed.append(Disputed(polygon=polygon, **{name: row[name] for name in DISPUTED_WORDS}))
    kept: dict[str, list[BaseGeometry]] = {}
    for part in disputed:
        kept.setdefault(part.country, []).append(part.polygon)
    finer = MappingProxyType(dict(with_finer_borders(outlines, kept, folder)))
    return finer, tuple(disputed), MappingProxyType(places)


def _joined(polygons: Sequence[BaseGeometry]) -> BaseGeometry:
    """Polygons of one country as one; the costly union only where quantising made two of them overlap."""
    joined = dissolve(polygons)
    return joined if joined.is_valid else union(polygons)


def draw_base_map(
    source: Path, windows: Sequence[View], folder: Path = REFERENCE_FOLDER, drawings: Drawings = NOTHING_KEPT,
    *, far: bool = False,
) -> str:  # fmt: skip
    """The countries in some windows on the world (west, south, east, north in degrees) as small GeoJSON.

    Neighbours stay neighbours: shared borders are simplified once. Each feature has the property `country` (ISO alpha-2);
    those of disputed parts have `disputed`, the id of their row, and their names and notes in both languages besides. With
    `far` the rest of the world is drawn, too, coarse: its features, which come first, have `far`. `cuts` are the meridians and
    parallels, in degrees, along which land is cut off: no border is there.
    Raises ReferenceTableError as `load_outlines` does.
    """
    outlines, disputed, _ = _world(source, folder, drawings)
    seen = shapely.union_all([shapely.box(*window) for window in windows])
    features, cut = [], [*windows]
    if far:
        cut += [_shrunk(window, FAR_OVERLAP_DEGREES) for window in windows]
        inside = shapely.union_all([shapely.box(*window) for window in cut[len(windows) :]])
        around = shapely.difference(shapely.box(-180, -90, 180, 90), inside)
        for code, land in _land_in(outlines, around, FAR_TOLERANCE_DEGREES, FAR_SMALLEST_ISLAND):
            features.append(_feature(land, {"country": code, "far": True}))
    for code, land in _land_in(outlines, seen, BASE_MAP_TOLERANCE_DEGREES, BASE_MAP_SMALLEST_ISLAND):
        features.append(_feature(land, {"country": code}))
    for part in disputed:
        if part.polygon.intersects(seen):
            words = {"name_en": part.name_en, "name_ar": part.name_ar, "note_en": part.note_en, "note_ar": part.note_ar}
            shape = part.polygon.simplify(BASE_MAP_TOLERANCE_DEGREES / 4)
            features.append(_feature(shape, {"country": part.country, "disputed": part.id, **words}))
    cuts = {
        "meridians": sorted({edge for west, _, east, _ in cut for edge in (west, east)} | {-180, 180}),
        "parallels": sorted({edge for _, south, _, north in cut for edge in (south, north)} | {-90}),
    }
    whole = {"type": "FeatureCollection", "cuts": cuts, "features": features}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def _land_in(
    outlines: Mapping[str, BaseGeometry], seen: BaseGeometry, tolerance_degrees: float, smallest_island: float
) -> Iterator[tuple[str, BaseGeometry]]:
    """What of each country lies in a part of the world, simplified together with the others; `smallest_island` in square
    degrees."""
    codes = [code for code in sorted(outlines) if outlines[code].intersects(seen)]
    simple = shapely.coverage_simplify([outlines[code] for code in codes], tolerance_degrees)
    for code, shape in zip(codes, simple, strict=True):
        # a country smaller than the tolerance keeps the outline it had
        whole = shape if not shape.is_empty else outlines[code]
        parts = [part for part in shapely.get_parts(intersection(whole, seen)) if part.area >= smallest_island]
        if parts:
            yield code, shapely.MultiPolygon(parts)


def _shrunk(window: View, by_degrees: float) -> View:
    west, south, east, north = window
    return west + by_degrees, south + by_degrees, east - by_degrees, north - by_degrees


def _feature(shape: BaseGeometry, properties: dict[str, Any]) -> dict[str, Any]:
    rounded = shapely.transform(shape, lambda corners: corners.round(BASE_MAP_DECIMALS))
    return {"type": "Feature", "properties": properties, "geometry": json.loads(shapely.to_geojson(rounded))}
