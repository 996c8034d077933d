"""Administrative units from what every installation has: a point and a published area for each of the smallest ones.

The cell of each smallest unit is drawn, those of the larger ones are dissolved from it: every level shares its edges.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

from geo.errors import FootprintError
from geo.footprint.crs import LocalProjection, dissolve, local_projection, on_grid
from geo.footprint.fitting import fitted
from geo.footprint.tessellation import Site, coverage, standing_on_own_land
from geo.gazetteer import Gazetteer, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Where the land of a unit lies: its middle (EPSG:4326) and its published area in km²."""

    place: str
    lon: float
    lat: float
    area_km2: float
    source: str


UNITS = (Kind.GOVERNORATE, Kind.DISTRICT, Kind.SUBDISTRICT)
# The places that show where a unit's land is; a quarter or a camp says nothing that its town does not, and an air base stands
# where no one lives, often across a border: with bases the governorates agree with COD-AB v02 by 0.883 instead of 0.892.
SITES = (Kind.CITY, Kind.TOWN, Kind.VILLAGE, Kind.OTHER)

# With circles of so much of the published area around its middle `fitted` begins. Begun with 0.3, 0.4, 0.5, 0.6, governorates
# agree with COD-AB v02 by 0.886, 0.889, 0.892, 0.895, the sub-districts by 0.653, 0.656, 0.657, 0.654. Circles of no size at
# all (plain Thiessen cells) that are not fitted give 0.841 and 0.598.
CIRCLE_SHARE = 0.5
# What stands in for the radius of the published area where the tables do not give it. Such a table may hold only some of a
# country's units, so that their cells must not fill it: they reach no farther than REACH radii.
UNIT_RADIUS_M = {Kind.SUBDISTRICT: 10_000.0, Kind.DISTRICT: 20_000.0, Kind.GOVERNORATE: 40_000.0}
REACH = 1.5
# Towns and villages stand at least this far inside their own unit; 21 of 1,457 still do not.
MARGIN_M = 300.0


def leaf_units(gazetteer: Gazetteer, country: str) -> frozenset[str]:
    """The ids of the country's units that have no unit below them."""
    units = [place for place in gazetteer.places.values() if place.kind in UNITS and place.country == country]
    return frozenset(unit.id for unit in units) - {unit.parent for unit in units if unit.parent}


def draw_units(
    country: str, gazetteer: Gazetteer, outlines: Mapping[str, BaseGeometry], extents: Mapping[str, Extent]
) -> Mapping[str, BaseGeometry]:
    """The land of the country's units of every level by place id, EPSG:4326: each level is a coverage.

    Empty where the gazetteer has no units of the country. Raises FootprintError if the country has no outline.
    """
    leaves = leaf_units(gazetteer, country)
    if not leaves:
        return {}
    outline = outlines.get(country)
    if outline is None:
        raise FootprintError(f"the units of {country} cannot be drawn: the table of outlines has no country of that code.")
    middle = outline.centroid
    projection = local_projection(middle.x, middle.y)
    west, south, east, north = projection.to_metres(outline).bounds
    sites, islands = [], {}
    for site in _sites(leaves, gazetteer, extents, projection, across=math.hypot(east - west, north - south)):
        circle = projection.to_degrees(Point(site.x, site.y).buffer(site.radius / math.sqrt(CIRCLE_SHARE)))
        if site.radius > 0 and circle.disjoint(outline):
            islands[site.owner] = on_grid(circle)  # one that the outline leaves out: a circle in the sea
        elif site.owner not in islands:
            sites.append(site)
    wanted = {leaf: extents[leaf].area_km2 for leaf in leaves if leaf in extents}
    sites = fitted(standing_on_own_land(sites, MARGIN_M), projection.to_metres(outline), wanted)
    sites = standing_on_own_land(sites, MARGIN_M)
    return with_larger_units({**islands, **coverage(sites, projection, outline)}, gazetteer)


def with_larger_units(land: Mapping[str, BaseGeometry], gazetteer: Gazetteer) -> Mapping[str, BaseGeometry]:
    """The land of leaf units, which share their edges, and that of every unit above them, dissolved from it."""
    parts: dict[str, list[BaseGeometry]] = {}
    for leaf in sorted(land):
        for above in gazetteer.ancestors(leaf):
            if gazetteer.places[above].kind in UNITS:
                parts.setdefault(above, []).append(land[leaf])
    return {**land, **{unit: dissolve(pieces) for unit, pieces in parts.items()}}


def touching_units(land: Mapping[str, BaseGeometry], others: Sequence[BaseGeometry]) -> list[str]:
    """Which units, in their order, share land or an edge with one of the other areas; a corner is not enough."""
    if not land or not others:
        return []
    units, shapes = list(land), list(land.values())
    other, unit = shapely.STRtree(shapes).query(others, predicate="intersects")
    shared = shapely.intersection([shapes[n] for n in unit], [others[n] for n in other])
    return [units[n] for n in sorted(set(unit[shapely.get_dimensions(shared) >= 1].tolist()))]


def _sites(
    leaves: frozenset[str], gazetteer: Gazetteer, extents: Mapping[str, Extent], projection: LocalProjection, *, across: float
) -> Iterator[Site]:
    """The points that draw the land: the middle of each leaf unit with its circle, then its towns and the like without one.

    `across` is a distance in metres that leads out of the country from everywhere in it.
    """
    reach = {}
    for leaf in sorted(leaves):
        unit, extent = gazetteer.places[leaf], extents.get(leaf)
        # the middle of the land if it is known, else the point that the gazetteer gives, else the seat
        for at in (extent, unit, gazetteer.places.get(unit.seat or "")):
            if at is not None and at.lon is not None and at.lat is not None:
                radius = math.sqrt(extent.area_km2 / math.pi) * 1000 if extent else UNIT_RADIUS_M[unit.kind]
                reach[leaf] = across if extent else REACH * radius
                x, y = projection.point_to_metres(at.lon, at.lat)
                yield Site(owner=leaf, x=x, y=y, radius=radius * math.sqrt(CIRCLE_SHARE), reach=reach[leaf])
                break
    for town in gazetteer.places.values():
        if town.kind in SITES and town.lon is not None and town.lat is not None:
            home = next((unit for unit in gazetteer.ancestors(town.id) if unit in reach), None)
            if home is not None:
                x, y = projection.point_to_metres(town.lon, town.lat)
                yield Site(owner=home, x=x, y=y, radius=0.0, reach=reach[home])
