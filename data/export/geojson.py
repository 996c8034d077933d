"""GeoJSON (RFC 7946): for each zone its possible extent and its core, counter-clockwise, WGS 84, 5 decimals, with bounds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from data.export.about import about
from data.export.dossier import Selection
from data.export.tables import Row, period_rows, zone_rows


def write(selection: Selection) -> bytes:
    """A FeatureCollection: zones in their order, the extent before the core; a zone that cannot be drawn has no geometry."""
    features = [feature for row in zone_rows(selection) for feature in _features(selection, row)]
    shapes = [footprint.possible for footprint in selection.footprints.values()]
    collection: dict[str, Any] = {"type": "FeatureCollection"}
    if shapes:
        collection["bbox"] = bounds(shapely.GeometryCollection(shapes))
    collection |= {"about": about(selection), "periods": period_rows(selection), "features": features}
    return (json.dumps(collection, ensure_ascii=False, indent=None, separators=(",", ":")) + "\n").encode()


def _features(selection: Selection, row: Row) -> Iterator[dict[str, Any]]:
    footprint = selection.footprints.get(str(row["zone"]))
    parts = {"possible": footprint.possible if footprint else None}
    if footprint and footprint.core is not None:
        parts["core"] = footprint.core
    for part, shape in parts.items():
        feature: dict[str, Any] = {"type": "Feature", "id": f"{row['zone']}#{part}"}
        if shape is not None:
            feature["bbox"] = bounds(shape)
        yield {**feature, "geometry": geometry(shape), "properties": {"part": part, **row}}


def geometry(shape: BaseGeometry | None) -> dict[str, Any] | None:
    """A shape as a GeoJSON geometry; it is on the grid of 5 decimals and counter-clockwise already."""
    return None if shape is None else json.loads(shapely.to_geojson(shape))


def bounds(shape: BaseGeometry) -> list[float]:
    """West, south, east, north in degrees."""
    return [round(float(edge), 5) for edge in shape.bounds]
