"""GeoParquet 1.1: a row for each zone, its possible extent as the geometry and its core as a second one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import pyarrow
import pyarrow.parquet
import shapely
from shapely.geometry.base import BaseGeometry

from data.export.about import about
from data.export.dossier import Selection
from data.export.geojson import bounds
from data.export.tables import ZONE_COLUMNS, Cell, zone_rows

_TYPES = {
    str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_(), date: pyarrow.date32(),
}  # fmt: skip


def write(selection: Selection) -> bytes:
    """The file. The coordinate system is OGC:CRS84 (longitude, latitude), GeoParquet's default; `hudna` in the file's metadata
    says what the other formats say of themselves."""
    rows = zone_rows(selection)
    drawn = [selection.footprints.get(zone.id) for zone in selection.zones]
    shapes = {
        "geometry": [footprint.possible if footprint else None for footprint in drawn],
        "core": [footprint.core if footprint else None for footprint in drawn],
    }
    arrays = {
        column: pyarrow.array([_cell(row[column], kind) for row in rows], type=_TYPES[kind])
        for column, kind in ZONE_COLUMNS.items()
    }
    for column, geometries in shapes.items():
        wkb = [None if geometry is None else shapely.to_wkb(geometry) for geometry in geometries]
        arrays[column] = pyarrow.array(wkb, type=pyarrow.binary())
    geo = {
        "version": "1.1.0", "primary_column": "geometry",
        "columns": {column: _described(geometries) for column, geometries in shapes.items()},
    }  # fmt: skip
    metadata = {"geo": json.dumps(geo), "hudna": json.dumps(about(selection), ensure_ascii=False)}
    sink = pyarrow.BufferOutputStream()
    pyarrow.parquet.write_table(pyarrow.table(arrays, metadata=metadata), sink, compression="zstd")
    return bytes(sink.getvalue().to_pybytes())


def _cell(value: Cell, kind: type) -> Cell | date:
    return date.fromisoformat(str(value)) if kind is date and value is not None else value


def _described(geometries: Sequence[BaseGeometry | None]) -> dict[str, Any]:
    shapes = [geometry for geometry in geometries if geometry is not None]
    described: dict[str, Any] = {
        "encoding": "WKB", "geometry_types": sorted({shape.geom_type for shape in shapes}),
        "orientation": "counterclockwise", "edges": "planar",
    }  # fmt: skip
    if shapes:
        described["bbox"] = bounds(shapely.GeometryCollection(shapes))
    return described
