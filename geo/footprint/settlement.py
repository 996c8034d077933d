"""Places of one point: a circle as large as such a place, cut where the next one is nearer."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

from geo.footprint.crs import local_projection, on_grid
from geo.footprint.tessellation import Site, cell
from geo.gazetteer import Gazetteer, Kind, Place

# A place is drawn as a circle. The built-up area of Syria's 12 largest cities (OCHA neighbourhoods) is 7 to 114 km², that is
# circles of 1.5 to 6 km; 15,000 people a km² gives them back within 1 km for the five whose population is above 400,000.
# Smaller places have fields around them that nobody measured: with 3, 3 and 2 km for cities, towns and villages the nineteen
# towns of Eastern Ghouta, whose hull is 77 km², were drawn as 129 km²; with 2.5, 2 and 1.5 km as 99.
RADIUS_M = {
    Kind.CITY: 2_500.0, Kind.TOWN: 2_000.0, Kind.VILLAGE: 1_500.0, Kind.NEIGHBOURHOOD: 1_000.0, Kind.CAMP: 1_500.0,
    Kind.CROSSING: 2_000.0, Kind.BASE: 2_000.0, Kind.OTHER: 2_000.0,
}  # fmt: skip
PEOPLE_PER_KM2 = 15_000
LARGEST_CITY_M = 20_000.0
EARTH_RADIUS_M = 6_371_000.0
# Circles are cut where the next place of the same sort is nearer: quarters and camps lie within or beside a town.
TOWNS = (Kind.CITY, Kind.TOWN, Kind.VILLAGE)


def point_of(place: Place) -> Point | None:
    """Where a place is, lon, lat; None where the tables do not say."""
    return None if place.lon is None or place.lat is None else Point(place.lon, place.lat)


def radius_m(place: Place) -> float | None:
    """How large a place of one point is drawn; None for a road or a river."""
    radius = RADIUS_M.get(place.kind)
    if radius is None or place.kind is not Kind.CITY:
        return radius
    built_up = math.sqrt(place.population / PEOPLE_PER_KM2 / math.pi) * 1000
    return min(max(radius, built_up), LARGEST_CITY_M)


def is_exact(place: Place, radius: float) -> bool:
    """True if the place surely lies in a circle of so many metres around its point: one of unknown error does not."""
    return place.position_error_km is not None and 1000 * place.position_error_km <= radius


class Settlements:
    """The places of one point of a gazetteer, with an index of the towns and one of the quarters."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        placed = [(place, at) for place in gazetteer.places.values() if (at := point_of(place))]
        self._sorts = []
        for kinds in (TOWNS, (Kind.NEIGHBOURHOOD,)):
            among = [(place, at) for place, at in placed if place.kind in kinds]
            self._sorts.append((kinds, [place for place, _ in among], shapely.STRtree([at for _, at in among])))

    def near(self, place: Place) -> list[Place]:
        """The other places of the same sort whose circles may meet the place's, in the order of the gazetteer."""
        reach = math.degrees(2 * LARGEST_CITY_M / EARTH_RADIUS_M)
        lon, lat = place.lon or 0.0, place.lat or 0.0
        wide = reach / max(0.1, math.cos(math.radians(lat)))
        for kinds, among, tree in self._sorts:
            if place.kind in kinds:
                found = np.sort(tree.query(shapely.box(lon - wide, lat - reach, lon + wide, lat + reach))).tolist()
                return [among[n] for n in found if among[n].id != place.id]
        return []


def circle(place: Place, at: Point, radius: float, others: Sequence[Place]) -> tuple[BaseGeometry, bool]:
    """The land of a place, lon, lat on the grid, and whether another place has a part of its circle."""
    projection = local_projection(at.x, at.y)
    around = (place, *others)
    points = projection.to_metres(shapely.multipoints([(p.lon or 0.0, p.lat or 0.0) for p in around]))
    sites = []
    for p, (x, y) in zip(around, shapely.get_coordinates(points).tolist(), strict=True):
        size = radius_m(p) or 0.0
        sites.append(Site(owner=p.id, x=x, y=y, radius=size, reach=size))
    own = cell(0, sites)
    if own.is_empty:  # it stands inside a larger town: then nothing is shared
        own = Point(sites[0].x, sites[0].y).buffer(radius)
    return on_grid(projection.to_degrees(own)), own.area < 0.99 * math.pi * radius**2
