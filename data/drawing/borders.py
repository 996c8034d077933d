"""Finer borders of a country than the atlas of countries has: those of its time zone, as OpenStreetMap draws them.

A country that is a time zone of its own has its land borders where the zone ends. Which countries that holds for are rows of
data/reference/borders.toml. The zones reach out to sea: the coast stays the atlas's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import shapely
import tzfpy
from shapely.geometry.base import BaseGeometry

from data.tables.rows import REFERENCE_FOLDER, read_toml
from geo.errors import ReferenceTableError
from geo.footprint.crs import difference, dissolve, intersection, on_grid, union
from geo.footprint.tessellation import shared_land

TABLE = "borders.toml"


def with_finer_borders(
    outlines: Mapping[str, BaseGeometry], kept: Mapping[str, Sequence[BaseGeometry]], folder: Path = REFERENCE_FOLDER
) -> Mapping[str, BaseGeometry]:
    """The outlines of countries, lon, lat, with the borders that the table gives finer lines; neighbours share every corner.

    `kept` are, by country, lands that stay with it wherever its zone ends: the disputed ones. Without the table nothing is
    changed. Raises ReferenceTableError for a row that names a country without an outline, or a zone that does not exist.
    """
    drawn = dict(outlines)
    rows = read_toml(folder / TABLE)["border"] if (folder / TABLE).is_file() else []
    for row in rows:
        missing = {row["country"], *row["neighbours"]} - set(drawn)
        if missing:
            raise ReferenceTableError(f"{TABLE}: the row of {row['country']!r} names {sorted(missing)}, which have no outline")
        around = {country: drawn[country] for country in row["neighbours"]}
        drawn |= redrawn(row["country"], drawn[row["country"]], around, zone(row["zone"]), kept.get(row["country"], ()))
    return drawn


def zone(name: str) -> BaseGeometry:
    """The polygon of a time zone, lon, lat on the grid, its territorial sea included."""
    try:
        features = json.loads(tzfpy.get_tz_polygon_geojson(name))["features"]
    except ValueError as fault:
        raise ReferenceTableError(f"{TABLE}: tzfpy knows no time zone {name!r}; correct the row") from fault
    return union([on_grid(shapely.from_geojson(json.dumps(feature["geometry"]))) for feature in features])


def redrawn(
    country: str, before: BaseGeometry, neighbours: Mapping[str, BaseGeometry], zone: BaseGeometry, kept: Sequence[BaseGeometry]
) -> Mapping[str, BaseGeometry]:
    """The outlines of a country and its neighbours, the border between them where the country's zone ends.

    What they cover together stays the same. Land that the country loses goes to the neighbour with which it shares the
    longest line; that which touches none, or touches a kept land, stays.
    """
    land = union([before, *neighbours.values()])
    own = intersection(union([zone, *kept]), land)
    others = {code: difference(shape, own) for code, shape in neighbours.items()}
    polygons = [(country, own), *others.items()]
    for piece in shapely.get_parts(difference(before, own)):
        edges = {code: shapely.intersection(piece.boundary, shape.boundary).length for code, shape in others.items()}
        nearest = max(edges, key=lambda code: edges[code], default=country)
        stays = any(piece.intersects(part) for part in kept) or not edges.get(nearest)
        polygons.append((country if stays else nearest, piece))
    owners, shapes = [owner for owner, _ in polygons], [shape for _, shape in polygons]
    return shared_land(owners, shapes, dissolve([land]))
