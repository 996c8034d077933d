"""Land along a line: a band along a border, a corridor along a road, a circle around a place, the bank of a river."""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry

from geo.footprint.crs import LocalProjection, intersection, local_projection, on_grid

# Two countries' outlines need not come from one drawing: what of the one runs so near to the other is their border.
BORDER_GAP_M = 3_000.0
# A course runs straight from place to place, and places lie beside their river: so far may it be from where it is drawn.
COURSE_ERROR_M = 5_000.0
FAR_DEGREES = 30.0  # how far a river is thought on beyond its ends, and a cut beyond the land


def border(country: BaseGeometry, neighbour: BaseGeometry) -> BaseGeometry:
    """The part of a country's outline that runs along a neighbour's, lon, lat; empty where they do not meet."""
    at = (
        shapely.intersection(country.envelope, neighbour.envelope).centroid
        if country.intersects(neighbour)
        else country.centroid
    )
    projection = local_projection(at.x, at.y)
    near = projection.to_metres(neighbour).buffer(BORDER_GAP_M)
    along = shapely.intersection(projection.to_metres(shapely.boundary(country)), near)
    return projection.to_degrees(shapely.line_merge(along)) if not along.is_empty else along


def course(points: Sequence[Point]) -> BaseGeometry:
    """The line through the places of a road or river, lon, lat, in its direction."""
    return LineString([(point.x, point.y) for point in points])


def within_reach(line: BaseGeometry, reach_m: float, start: Point | None = None, end: Point | None = None) -> BaseGeometry:
    """The land within a distance of a line or point (lon, lat), between two places where they are given, on the grid.

    Between two places a line that runs rather east-west is cut along their meridians, another along their parallels: that is
    how "between A and B" is drawn where nobody says more.
    """
    land = on_grid(_about(line).to_degrees(_about(line).to_metres(line).buffer(reach_m)))
    if start is None or end is None:
        return land
    west, south, east, north = line.bounds
    west, south, east, north = west - FAR_DEGREES, south - FAR_DEGREES, east + FAR_DEGREES, north + FAR_DEGREES
    if abs(start.x - end.x) >= abs(start.y - end.y):
        west, east = sorted((start.x, end.x))
    else:
        south, north = sorted((start.y, end.y))
    return intersection(land, shapely.box(west, south, east, north))


def bank(land: BaseGeometry, line: BaseGeometry, side: str) -> tuple[BaseGeometry, BaseGeometry]:
    """The part of some land on the "left" or "right" of a course, seen in its direction: what is surely there, and what may be.

    The two differ by how far a course may be from the river. At its ends the course is thought on straight.
    """
    corners = shapely.get_coordinates(line)
    ends = [_beyond(corners[1], corners[0]), *corners.tolist(), _beyond(corners[-2], corners[-1])]
    # to the left of the line all the way round, far beyond the land
    shift = FAR_DEGREES if side == "left" else -FAR_DEGREES
    (x0, y0), (x1, y1) = ends[0], ends[-1]
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    dx, dy = -(y1 - y0) / length * shift, (x1 - x0) / length * shift
    half = shapely.make_valid(shapely.Polygon([*ends, (x1 + dx, y1 + dy), (x0 + dx, y0 + dy)]))
    near = within_reach(LineString(ends[1:-1]), COURSE_ERROR_M)
    possible = intersection(land, shapely.union(half, near))
    return on_grid(shapely.difference(intersection(land, half), near)), possible


def _beyond(before: Sequence[float], end: Sequence[float]) -> tuple[float, float]:
    """A point far beyond the end of a line, in its direction."""
    dx, dy = end[0] - before[0], end[1] - before[1]
    length = (dx * dx + dy * dy) ** 0.5
    return end[0] + dx / length * FAR_DEGREES, end[1] + dy / length * FAR_DEGREES


def _about(line: BaseGeometry) -> LocalProjection:
    west, south, east, north = line.bounds
    return local_projection((west + east) / 2, (south + north) / 2)
