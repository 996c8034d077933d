"""Between lon, lat and metres: one equal-area projection for each neighbourhood, and areas in km².

Everywhere else coordinates are lon, lat (EPSG:4326). Metres exist only inside a function that holds a `LocalProjection`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import shapely
from pyproj import Proj
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

# 5 decimals are 1.1 m at the equator: finer than any point of the tables, and the grid on which neighbours share their edges
GRID_DEGREES = 1e-5
COORDINATE_DECIMALS = 5


@dataclass(frozen=True, slots=True)
class LocalProjection:
    """Lambert's azimuthal equal-area projection about a point, on WGS 84, in metres.

    Areas are true everywhere. Distances and angles are true near the centre: 100 km away a circle is stretched by less than
    one part in ten thousand.
    """

    proj: Proj

    def to_metres(self, geometry: BaseGeometry) -> BaseGeometry:
        """The geometry with x east and y north of the centre, in metres."""
        return shapely.transform(geometry, self._projected)

    def to_degrees(self, geometry: BaseGeometry) -> BaseGeometry:
        """The inverse of `to_metres`: lon, lat in EPSG:4326, not rounded."""
        return shapely.transform(geometry, self._unprojected)

    def point_to_metres(self, lon: float, lat: float) -> tuple[float, float]:
        """One point as (x, y) in metres."""
        x, y = self.proj(lon, lat)
        return x, y

    def _projected(self, corners: Any) -> Any:
        corners[:, 0], corners[:, 1] = self.proj(corners[:, 0], corners[:, 1])
        return corners

    def _unprojected(self, corners: Any) -> Any:
        corners[:, 0], corners[:, 1] = self.proj(corners[:, 0], corners[:, 1], inverse=True)
        return corners


def local_projection(lon: float, lat: float) -> LocalProjection:
    """The projection about the whole degree nearest to a point: close enough for true circles, and few enough to keep."""
    return _projection_about(round(lon), round(lat))


@lru_cache(maxsize=256)
def _projection_about(lon: int, lat: int) -> LocalProjection:
    return LocalProjection(Proj(proj="laea", lon_0=lon, lat_0=lat, datum="WGS84", units="m"))


def area_km2(geometry: BaseGeometry) -> float:
    """The area of a lon, lat geometry in km²; 0.0 for an empty one."""
    if geometry.is_empty:
        return 0.0
    middle = geometry.centroid
    return float(local_projection(middle.x, middle.y).to_metres(geometry).area) / 1e6


def covered_km2(geometries: Sequence[BaseGeometry]) -> float:
    """The land that any of several lon, lat geometries covers, in km²: where they overlap it counts once.

    Each piece is measured about its own middle, so that pieces on two continents are both measured near the centre. The union
    is not snapped to the grid, which takes six times as long and changes a country's area by some millionths.
    """
    return sum(area_km2(piece) for piece in shapely.get_parts(shapely.union_all(geometries)))


def on_grid(geometry: BaseGeometry) -> BaseGeometry:
    """The polygons of a lon, lat geometry: valid, rounded to 5 decimals, counter-clockwise; lines and points are dropped."""
    return _polygons(shapely.set_precision(shapely.make_valid(geometry), GRID_DEGREES))


def union(geometries: Sequence[BaseGeometry]) -> BaseGeometry:
    """The union of lon, lat polygons, on the grid."""
    return _polygons(shapely.union_all(geometries, grid_size=GRID_DEGREES))


def dissolve(neighbours: Sequence[BaseGeometry]) -> BaseGeometry:
    """The union of polygons that share their edges corner by corner: no corner moves, so they still share them with others."""
    return _polygons(shapely.coverage_union_all(neighbours))


def intersection(a: BaseGeometry, b: BaseGeometry) -> BaseGeometry:
    """The polygons that two lon, lat geometries share, on the grid; empty if they only touch."""
    return _polygons(shapely.intersection(a, b, grid_size=GRID_DEGREES))


def difference(a: BaseGeometry, b: BaseGeometry) -> BaseGeometry:
    """The polygons of the first lon, lat geometry without the second, on the grid."""
    return _polygons(shapely.difference(a, b, grid_size=GRID_DEGREES))


def _polygons(geometry: BaseGeometry) -> BaseGeometry:
    # twice, because a collection may hold multipolygons
    parts = [part for part in shapely.get_parts(shapely.get_parts(geometry)) if isinstance(part, Polygon)]
    whole = parts[0] if len(parts) == 1 else MultiPolygon(parts)
    # an overlay snaps to multiples of the grid size, which leaves doubles like 36.300000000000004
    decimal = shapely.transform(whole, lambda corners: corners.round(COORDINATE_DECIMALS))
    return shapely.orient_polygons(decimal, exterior_cw=False)
