"""A country of one governorate, two districts and four sub-districts, as files in every form that it may be published in."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from shapely import box, to_geojson, union_all
from shapely.geometry.base import BaseGeometry

QUARTERS: dict[str, BaseGeometry] = {
    "QQ010101": box(10, 40, 11, 41),
    "QQ010102": box(10, 41, 11, 42),
    "QQ010201": box(11, 40, 12, 41),
    "QQ010202": box(11, 41, 12, 42),
}
COLUMNS_NOW = "adm{}_pcode"
COLUMNS_BEFORE = "ADM{}_PCODE"
Layers = Mapping[str, Sequence[dict[str, Any]]]


def features(shapes: Mapping[str, BaseGeometry], columns: str = COLUMNS_NOW, **more: str) -> list[dict[str, Any]]:
    """The features of one level, with the codes of the levels above."""
    level = {4: 1, 6: 2, 8: 3}[len(next(iter(shapes)))]
    return [
        {
            "type": "Feature",
            "properties": {columns.format(n): code[: 2 + 2 * n] for n in range(1, level + 1)} | more,
            "geometry": json.loads(to_geojson(shape)),
        }
        for code, shape in shapes.items()
    ]


def layers(quarters: Mapping[str, BaseGeometry] = QUARTERS, columns: str = COLUMNS_NOW) -> dict[str, list[dict[str, Any]]]:
    """Every level of the country, and a layer of points that a reader has to pass over."""
    districts = {c[:6]: union_all([s for code, s in quarters.items() if code[:6] == c[:6]]) for c in quarters}
    return {
        "qqq_admin1": features({"QQ01": union_all(list(quarters.values()))}, columns),
        "qqq_admin2": features(districts, columns),
        "qqq_admin3": features(quarters, columns, valid_on="2024-02-29"),
        "qqq_points": features({code: shape.centroid for code, shape in quarters.items()}, columns),
    }


def archive(path: Path, content: Layers, folder: str = "") -> Path:
    """A zip of GeoJSON files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, rows in content.items():
            packed.writestr(f"{folder}{name}.geojson", json.dumps({"type": "FeatureCollection", "features": list(rows)}))
        packed.writestr("readme.txt", "not a layer")
    return path
