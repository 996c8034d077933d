"""GeoPackage: layers of zones, cores and periods with a style each for QGIS, tables of statements, articles and what it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pyogrio
import shapely
from pyogrio.raw import write as write_layer
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from data.export.about import PROGRAM, about
from data.export.dossier import Selection
from data.export.plain import plain
from data.export.qgis_style import fill_style, outline_style
from data.export.tables import (
    ARTICLE_COLUMNS,
    PERIOD_COLUMNS,
    STATEMENT_COLUMNS,
    ZONE_COLUMNS,
    Columns,
    Row,
    article_rows,
    period_rows,
    statement_rows,
    zone_rows,
)

# GeoPackage wants a time of the last change; the same store must give the same bytes, so it is always this one
NO_TIME = "1980-01-01T00:00:00.000Z"
pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": NO_TIME})

CRS = "EPSG:4326"
_NUMPY = {str: object, int: np.int64, float: np.float64, bool: np.bool_, date: "datetime64[D]"}
_MISSING: Mapping[type, Any] = {str: None, int: 0, float: np.nan, bool: False, date: np.datetime64("NaT")}
_ABOUT_COLUMNS: Columns = {"name": str, "value": str}
# as QGIS lays out the table in which it looks for styles; without one of the columns it finds none
_STYLE_COLUMNS: Columns = {
    "f_table_catalog": str, "f_table_schema": str, "f_table_name": str, "f_geometry_column": str, "styleName": str,
    "styleQML": str, "styleSLD": str, "useAsDefault": bool, "description": str, "owner": str, "ui": str,
    "update_time": str,
}  # fmt: skip


def write(selection: Selection) -> bytes:
    """The file. A zone without a polygon is a row without a geometry; dates are dates, so that QGIS can step through them."""
    zones, periods = zone_rows(selection), period_rows(selection)
    drawn = selection.footprints
    with TemporaryDirectory() as folder:
        path = Path(folder) / "hudna.gpkg"
        possible = [drawn[str(row["zone"])].possible if row["zone"] in drawn else None for row in zones]
        _layer(path, "zones", zones, ZONE_COLUMNS, possible)
        cored = [row for row in zones if row["has_core"]]
        _layer(path, "cores", cored, ZONE_COLUMNS, [drawn[str(row["zone"])].core for row in cored])
        of_period = [drawn[str(row["zone"])].possible if row["zone"] in drawn else None for row in periods]
        _layer(path, "periods", periods, PERIOD_COLUMNS, of_period)
        _layer(path, "statements", statement_rows(selection), STATEMENT_COLUMNS)
        _layer(path, "articles", article_rows(selection), ARTICLE_COLUMNS)
        _layer(path, "about", _about_rows(about(selection)), _ABOUT_COLUMNS)
        _layer(path, "layer_styles", list(_style_rows()), _STYLE_COLUMNS)
        return path.read_bytes()


def _layer(
    path: Path, name: str, rows: Sequence[Row], columns: Columns, shapes: Sequence[BaseGeometry | None] | None = None
) -> None:
    """Adds a layer, or a table where there are no shapes. `id` is the key that QGIS and others number rows by."""
    data, masks = [], []
    for column, kind in columns.items():
        cells = [row[column] for row in rows]
        masks.append(np.array([cell is None for cell in cells], dtype=bool))
        data.append(np.array([_cell(cell, kind) for cell in cells], dtype=_NUMPY[kind]))  # type: ignore[call-overload]
    spatial = shapes is not None
    write_layer(
        path, np.array([_wkb(shape) for shape in shapes], dtype=object) if shapes is not None else None, data,
        list(columns), field_mask=masks, layer=name, driver="GPKG", append=path.exists(), encoding="UTF-8",
        geometry_type="MultiPolygon" if spatial else None, crs=CRS if spatial else None,
        dataset_options={"VERSION": "1.2"},  # what QGIS of 2018 and later reads without a warning
        layer_options={"FID": "id", **({"GEOMETRY_NAME": "geom"} if spatial else {})},
    )  # fmt: skip


def _cell(value: object, kind: type) -> object:
    if value is None:
        return _MISSING[kind]
    return plain(str(value)) if kind is str else np.datetime64(str(value)) if kind is date else value


def _wkb(shape: BaseGeometry | None) -> bytes | None:
    """One type for the whole layer: a polygon becomes a multipolygon of one."""
    if shape is None:
        return None
    return bytes(shapely.to_wkb(MultiPolygon([shape]) if isinstance(shape, Polygon) else shape))


def _about_rows(whole: Mapping[str, Any]) -> list[Row]:
    return [
        {"name": name, "value": value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}
        for name, value in whole.items()
    ]


def _style_rows() -> Iterable[Row]:
    for layer, style in (("zones", fill_style(alpha=0.4)), ("cores", outline_style()), ("periods", fill_style(alpha=0.4))):
        yield {
            "f_table_catalog": "", "f_table_schema": "", "f_table_name": layer, "f_geometry_column": "geom",
            "styleName": "status", "styleQML": style, "styleSLD": "", "useAsDefault": True,
            "description": "By status, as on the page", "owner": PROGRAM, "ui": None,
            "update_time": NO_TIME,
        }  # fmt: skip
