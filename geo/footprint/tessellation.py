"""Cells: which land is nearest to which point, when every point has a circle of its own size.

An ordinary Thiessen cell holds what is nearest to its point. Here each point bears a circle, and the distance from it is that
of the tangent to its circle (the power distance), so that a large desert sub-district takes more land than a suburb whose
point is as near. With circles of no size it is the ordinary cell.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from geo.footprint.crs import GRID_DEGREES, LocalProjection, dissolve

AT_ONCE = 128  # lines that are sorted and handed on together
# metres: a corner so near a line lies on it, for two corners as near each other are beyond what GEOS can tell apart
ON_LINE = 1e-6
Column: TypeAlias = npt.NDArray[np.float64]  # one number for each site
Columns: TypeAlias = tuple[Column, Column, Column]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A point that draws a cell for `owner`: x, y, the radius of its circle and how far its cell may reach, in metres."""

    owner: str
    x: float
    y: float
    radius: float
    reach: float


def cells(sites: Sequence[Site]) -> list[BaseGeometry]:
    """The cell of each site, in the order of the sites, in metres: convex, without overlap, cut off at the site's reach.

    A site that lies deep in a larger one's circle has an empty cell; of two at the same point the larger, then the earlier
    has the cell.
    """
    columns = _columns(sites)
    return [_cell(n, sites, columns) for n in range(len(sites))]


def cell(n: int, sites: Sequence[Site]) -> BaseGeometry:
    """The cell of one site among all, in metres; see `cells`."""
    return _cell(n, sites, _columns(sites))


def _cell(n: int, sites: Sequence[Site], columns: Columns) -> BaseGeometry:
    site = sites[n]
    corner = site.reach
    ring = [(-corner, -corner), (corner, -corner), (corner, corner), (-corner, corner)]
    farthest = corner * math.sqrt(2)
    for chord, dx, dy in _chords(n, sites, columns):
        if chord >= farthest:
            break
        before, ring = ring, _kept(ring, dx, dy, chord)
        if ring is before:
            continue
        if not ring:
            return Polygon()
        farthest = max(math.hypot(x, y) for x, y in ring)
    land: BaseGeometry = Polygon([(site.x + x, site.y + y) for x, y in ring])
    if farthest > site.reach:
        land = land.intersection(shapely.Point(site.x, site.y).buffer(site.reach))
    return land


def _chords(n: int, sites: Sequence[Site], columns: Columns) -> Iterator[tuple[float, float, float]]:
    """For each other site the line that parts the two: its signed distance and its unit normal; nearest line first."""
    site = sites[n]
    x, y, radius = columns
    dx, dy = x - site.x, y - site.y
    distance = np.hypot(dx, dy)
    apart = distance > 0.0
    away = distance[apart]
    chords = (away * away + site.radius * site.radius - radius[apart] ** 2) / (2 * away)
    same = [m for m in np.flatnonzero(~apart).tolist() if m != n and (sites[m].radius, -m) > (site.radius, -n)]
    if same:
        yield -math.inf, 1.0, 0.0
    # a cell is closed by some sixty lines: most of the others are never asked for
    nearest = np.partition(chords, AT_ONCE)[AT_ONCE] if len(chords) > AT_ONCE else math.inf
    for among in (np.flatnonzero(chords < nearest), np.flatnonzero(chords >= nearest)):
        some = among[np.argsort(chords[among], kind="stable")]
        columns_of_some = chords[some], dx[apart][some] / away[some], dy[apart][some] / away[some]
        yield from zip(*(column.tolist() for column in columns_of_some), strict=True)


def _columns(sites: Sequence[Site]) -> Columns:
    """x, y and radius of all sites."""
    x, y, radius = np.array([(site.x, site.y, site.radius) for site in sites]).reshape(-1, 3).T
    return x, y, radius


def _kept(ring: list[tuple[float, float]], dx: float, dy: float, chord: float) -> list[tuple[float, float]]:
    """The part of a convex ring on the near side of a line, the same ring where the line does not cut it; it is open (its
    first corner is not repeated)."""
    beyond = [x * dx + y * dy - chord for x, y in ring]
    if max(beyond) <= ON_LINE:
        return ring
    kept: list[tuple[float, float]] = []
    for k, (x, y) in enumerate(ring):
        here, before = beyond[k], beyond[k - 1]
        if (here > ON_LINE) != (before > ON_LINE):
            px, py = ring[k - 1]
            share = min(max(before / (before - here), 0.0), 1.0)
            kept.append((px + share * (x - px), py + share * (y - py)))
        if here <= ON_LINE:
            kept.append((x, y))
    return kept if len(kept) > 2 else []


def standing_on_own_land(sites: Sequence[Site], margin: float) -> list[Site]:
    """The sites, with a larger circle where a circle of another owner would take the ground that they stand on.

    The new circle is as large as needed for the edge between the two to pass `margin` metres beyond the site, or a third of
    the way to the other one if that is nearer.
    """
    large = [site for site in sites if site.radius > 0]
    owner = np.array([site.owner for site in large], dtype=object)
    x, y, radius = _columns(large)
    stood = []
    for site in sites:
        distance = np.hypot(x - site.x, y - site.y)
        needed = radius**2 - distance**2 + 2 * distance * np.minimum(margin, distance / 3)
        needed = needed[owner != site.owner]
        stood.append(replace(site, radius=max(site.radius, math.sqrt(max(0.0, needed.max(initial=0.0))))))
    return stood


def coverage(sites: Sequence[Site], projection: LocalProjection, outline: BaseGeometry) -> Mapping[str, BaseGeometry]:
    """The land of each owner inside an outline, lon, lat on the grid: neighbours share every corner of their edges.

    An owner without land is left out.
    """
    drawn = [(site.owner, shape) for site, shape in zip(sites, cells(sites), strict=True) if not shape.is_empty]
    shapes = projection.to_degrees(shapely.GeometryCollection([shape for _, shape in drawn]))
    return shared_land([owner for owner, _ in drawn], list(shapely.get_parts(shapes)), outline)


def shared_land(
    owners: Sequence[str], polygons: Sequence[BaseGeometry], outline: BaseGeometry | None = None
) -> Mapping[str, BaseGeometry]:
    """Each owner's polygons as one, lon, lat on the grid: neighbours share every corner of their edges.

    All lines are noded together once, so that no later union or rounding opens a gap. With an `outline` the land ends there.
    """
    borders = [] if outline is None else [outline.boundary]
    lines = shapely.union_all([*shapely.boundary(polygons), *borders], grid_size=GRID_DEGREES)
    faces = shapely.get_parts(shapely.polygonize([lines]))
    within = shapely.point_on_surface(faces)
    if outline is not None:
        shapely.prepare(outline)
        inside = shapely.contains(outline, within)
        faces, within = faces[inside], within[inside]
    # not "within": where rounding moved an edge, a sliver lies in both polygons or in neither, and must be given out once
    nearest = shapely.STRtree(polygons).query_nearest(within, max_distance=2 * GRID_DEGREES, all_matches=False)
    land: dict[str, list[BaseGeometry]] = {}
    for face, polygon in zip(*nearest, strict=True):
        land.setdefault(owners[polygon], []).append(faces[face])
    return {owner: dissolve(parts) for owner, parts in land.items()}
