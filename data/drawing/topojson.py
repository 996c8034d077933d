"""TopoJSON files: the polygons that their arcs make, in degrees, each shared line decoded once."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import shapely
from shapely import Polygon, affinity
from shapely.geometry.base import BaseGeometry

from geo.errors import ReferenceTableError
from geo.footprint.crs import COORDINATE_DECIMALS, on_grid

Ring: TypeAlias = npt.NDArray[np.float64]  # corners × (lon, lat)
# an object's id ("" where the file gives none), its properties and its polygons
Feature: TypeAlias = tuple[str, Mapping[str, Any], list[BaseGeometry]]


def features(path: Path, collection: str) -> Iterator[Feature]:
    """The objects of a collection of a TopoJSON file, in its order: valid polygons, EPSG:4326, cut at ±180°.

    Raises ReferenceTableError if the file is none, or has no such collection.
    """
    try:
        topology = json.loads(path.read_text(encoding="utf-8"))
        arcs = _decoded_arcs(topology)
        objects = topology["objects"][collection]["geometries"]
    except (ValueError, KeyError, TypeError) as fault:
        raise ReferenceTableError(
            "{file} is no TopoJSON of outlines ({fault}). Run `make assets` to fetch it again.",
            file=path.name,
            fault=repr(fault),
        ) from fault
    for object in objects:
        drawn = object.get("arcs", [])  # some objects have no shape
        polygons = [drawn] if object["type"] == "Polygon" else drawn
        parts = [part for rings in polygons for part in _polygons([_ring(ring, arcs) for ring in rings])]
        yield object.get("id", ""), object["properties"], parts


def _decoded_arcs(topology: dict[str, Any]) -> list[Ring]:
    """The arcs in degrees: TopoJSON stores the steps between corners, in units of its `transform`."""
    scale, origin = (np.array(topology["transform"][part], dtype=float) for part in ("scale", "translate"))
    return [np.round(np.cumsum(steps, axis=0) * scale + origin, COORDINATE_DECIMALS) for steps in topology["arcs"]]


def _ring(indices: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """One closed ring from its arcs; the complement ~n of an index is arc n read backwards."""
    parts = [arcs[index] if index >= 0 else arcs[~index][::-1] for index in indices]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])


def _polygons(rings: Sequence[Ring]) -> list[BaseGeometry]:
    """A polygon of one shell and its holes; in two parts if it crosses the antimeridian, none if quantising left no area."""
    shell, *holes = [_unwrapped(ring) for ring in rings]
    if len(shell) < 4:
        return []
    polygon: BaseGeometry = Polygon(shell, [hole for hole in holes if len(hole) > 3])
    if not polygon.is_valid:  # quantising closes narrow inlets
        polygon = on_grid(shapely.make_valid(polygon, method="structure"))
    if polygon.bounds[0] >= -180 and polygon.bounds[2] <= 180:
        return [polygon]
    parts: list[BaseGeometry] = []
    for shift in (-360, 0, 360):
        part = affinity.translate(polygon, xoff=shift)
        west, _, east, _ = part.bounds
        if west < 180 and east > -180:
            parts.append(shapely.intersection(part, shapely.box(-180, -90, 180, 90)))
    return parts


def _unwrapped(ring: Ring) -> Ring:
    """A ring without jumps: beyond the antimeridian its longitudes run on past 180. One around a pole is closed along it."""
    steps = np.diff(ring[:, 0])
    jumps = np.where(np.abs(steps) > 180, -np.sign(steps), 0)
    if not jumps.any():
        return ring
    turns = np.concatenate([[0], np.cumsum(jumps)])
    unwrapped = np.column_stack([ring[:, 0] + 360 * turns, ring[:, 1]])
    if not turns[-1]:
        return unwrapped
    pole = math.copysign(90.0, ring[0, 1])
    return np.vstack([unwrapped, [unwrapped[-1, 0], pole], [unwrapped[0, 0], pole], unwrapped[:1]])
