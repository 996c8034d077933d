"""Shapes for the screen: with fewer corners the farther away they are seen, and without gaps between neighbours."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely import MultiPolygon
from shapely.geometry.base import BaseGeometry

GRID_DEGREES = 1e-4  # 11 m at the equator: finer than any footprint is known


def simplified(shapes: Sequence[BaseGeometry], tolerances: Sequence[float]) -> list[list[BaseGeometry]]:
    """For each tolerance (degrees) the lon, lat shapes with fewer corners, in their order; 0 leaves every corner.

    The shapes may overlap. All their lines are cut where they meet, and each stretch is simplified once for all the shapes that
    it bounds: where two of them share an edge or a part of one, they still do. A shape too small for the grid is left empty.
    """
    lines = shapely.union_all([shapely.boundary(shape) for shape in shapes], grid_size=GRID_DEGREES)
    faces = shapely.get_parts(shapely.polygonize([lines]))
    if len(faces) == 0:
        return [[MultiPolygon() for _ in shapes] for _ in tolerances]
    # rounding moves an edge by less than this, so that a face belongs where most of it lies
    inner = shapely.STRtree(shapely.point_on_surface(faces))
    held = [np.sort(inner.query(shape, predicate="intersects")) for shape in shapes]
    levels = []
    for tolerance in tolerances:
        coarse = shapely.coverage_simplify(faces, tolerance) if tolerance else faces
        levels.append([_whole([coarse[n] for n in found.tolist()]) for found in held])
    return levels


def _whole(faces: Sequence[BaseGeometry]) -> BaseGeometry:
    """Faces as one shape, counter-clockwise, rounded to the grid without the tails of doubles."""
    joined = shapely.coverage_union_all(faces)
    polygons = [part for part in shapely.get_parts(joined) if part.geom_type == "Polygon" and not part.is_empty]
    whole = polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)
    return shapely.orient_polygons(shapely.transform(whole, lambda corners: corners.round(4)), exterior_cw=False)
