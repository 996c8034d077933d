"""The part of a shape that lies in a direction: a sector seen from its centre, or its middle."""

from __future__ import annotations

import math
from dataclasses import replace

import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

from geo.errors import FootprintError
from geo.footprint import recipe
from geo.footprint.crs import intersection, local_projection, on_grid
from geo.footprint.shape import Method, Shape

_COMPASS = {"north": 0, "north-east": 45, "east": 90, "south-east": 135, "south": 180, "south-west": 225, "west": 270,
            "north-west": 315}  # fmt: skip
# Who names four winds means a quarter of the horizon by "north", who names eight an eighth: on that the two agree.
POSSIBLE_SECTOR_DEGREES = 90
CORE_SECTOR_DEGREES = 45
POSSIBLE_CENTRE_SHARE = 0.5
CORE_CENTRE_SHARE = 0.25
_COUNTRY = 6  # UCDP's code
LEAST_SHARE = 0.001  # of a shape: a strip of beach west of Tartus is no western countryside
# beyond this a sector may hold a pole or cross the antimeridian; Iran is 19 degrees wide, Libya 16, Ukraine 18
WIDEST_CUT_DEGREES = 40


def towards(shape: Shape, direction: str) -> Shape:
    """The part of a shape that lies in a direction from its centre, none where that is a sliver of it; of a country it has no
    core. Raises FootprintError if the shape is too wide."""
    if not direction or shape.possible.is_empty:
        return shape
    west, _, east, _ = shape.possible.bounds
    if east - west > WIDEST_CUT_DEGREES:
        raise FootprintError(
            f"{shape.words.en}: too wide to be cut by a direction. Draw it as a region in data/reference/regions.toml."
        )
    inner, outer = _sectors(shape, direction)
    possible = intersection(shape.possible, outer)
    if possible.area < LEAST_SHARE * shape.possible.area:
        return replace(shape, core=None, possible=shapely.Polygon())
    where = shape.precision[0]
    # of a country no wedge is sure: eastern Ukraine is not what lies east of its middle
    core = None if shape.core is None or where == _COUNTRY else intersection(shape.core, inner)
    return replace(
        shape, core=core, possible=possible, method=Method.DERIVED,
        words=shape.words.then(recipe.sector(direction, shape.centre_name)),
        precision={_COUNTRY: (5, 3), 4: (4, 2), 1: (2, 2)}.get(where, shape.precision),
    )  # fmt: skip


def _sectors(shape: Shape, direction: str) -> tuple[BaseGeometry, BaseGeometry]:
    """The core and the possible sector of a direction, lon, lat, wide enough for the whole shape."""
    projection = local_projection(shape.centre.x, shape.centre.y)
    x, y = projection.point_to_metres(shape.centre.x, shape.centre.y)
    land = projection.to_metres(shape.possible)
    if direction == "centre":
        middle = land.centroid
        discs = [middle.buffer(math.sqrt(land.area * s / math.pi)) for s in (CORE_CENTRE_SHARE, POSSIBLE_CENTRE_SHARE)]
        return on_grid(projection.to_degrees(discs[0])), on_grid(projection.to_degrees(discs[1]))
    far = 1.5 * shapely.hausdorff_distance(Point(x, y), land)  # the corners between the edges of a wedge lie at 0.98 of it
    wedges = []
    for width in (CORE_SECTOR_DEGREES, POSSIBLE_SECTOR_DEGREES):
        edges = [math.radians(_COMPASS[direction] + width * share) for share in (-0.5, -0.25, 0.0, 0.25, 0.5)]
        wedges.append(shapely.Polygon([(x, y), *((x + far * math.sin(a), y + far * math.cos(a)) for a in edges)]))
    return on_grid(projection.to_degrees(wedges[0])), on_grid(projection.to_degrees(wedges[1]))
