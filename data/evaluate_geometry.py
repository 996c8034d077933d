"""`python -m data evaluate-geometry`: how well the embedded polygons agree with published boundaries.

The published boundaries are read from ../shared/reference beside the project, where it exists; nothing else needs it.
The score is the intersection over the union (IoU) of two areas: 1 where they are the same, 0 where they do not meet.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import geopandas
import shapely
from shapely.geometry.base import BaseGeometry

from data.outlines import load_atlas
from data.reference_tables import load_gazetteer
from data.settings import PROJECT_ROOT, load_settings
from geo.crs import area_km2
from geo.errors import FootprintError, SettingError
from geo.footprint import Atlas
from geo.gazetteer import Area

REFERENCE = PROJECT_ROOT / ".." / "shared" / "reference"
LEVELS = {"governorates": ("adm1", "adm1_pcode"), "districts": ("adm2", "adm2_pcode"), "sub-districts": ("adm3", "adm3_pcode")}
# which of Hudna's areas means the same as a reference zone
ZONES = {
    "sw_us_ru_jo": "SY:south-west",
    "ghouta_held": "sy/eastern-ghouta",
    "nhoms": "SY04:countryside-north",
    "nhoms_core": "SY04:countryside-north",
    "idlib_gov": "SY07",
    "idlib_zone": "sy/greater-idlib",
    "sweida": "SY13",
    "peace_spring": "sy/ne-strip",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The agreement of one level: the mean IoU over all its units, the worst, and the unit it belongs to."""

    level: str
    units: int
    mean: float
    worst: float
    worst_unit: str


def main(arguments: Sequence[str]) -> int:
    """Prints the agreement; returns the exit code, 0 also where there is nothing to compare with.

    Raises ReferenceTableError or SettingError if the outlines or the tables cannot be read.
    """
    if arguments:
        raise SettingError(f"evaluate-geometry takes no arguments; got {' '.join(arguments)!r}")
    if not (REFERENCE / "cod_ab_syr_v02.gpkg").is_file():
        print("evaluate-geometry: there are no published boundaries in ../shared/reference, so nothing was compared")
        return 0
    atlas = load_atlas(load_gazetteer(), load_settings().assets / "world-atlas" / "countries-10m.json")
    for score in score_levels(atlas, REFERENCE):
        worst = f"worst {score.worst:.2f} ({score.worst_unit})"
        print(f"{score.level:14} {score.units:4} units, mean IoU {score.mean:.3f}, {worst}")
    for zone, line in score_zones(atlas, REFERENCE):
        print(f"{zone:14} {line}")
    return 0


def score_levels(atlas: Atlas, reference: Path) -> Iterator[Score]:
    """The agreement of each level of units with COD-AB v02; a unit that the atlas does not draw counts as 0."""
    units = atlas.units("SY")
    for level, (layer, column) in LEVELS.items():
        published = published_units(reference, layer, column)
        ious = {code: iou(units[code], shape) if code in units else 0.0 for code, shape in published.items()}
        worst = min(ious, key=lambda code: (ious[code], code))
        yield Score(level=level, units=len(ious), mean=sum(ious.values()) / len(ious), worst=ious[worst], worst_unit=worst)


def score_zones(atlas: Atlas, reference: Path) -> Iterator[tuple[str, str]]:
    """For each reference zone that Hudna has an area for: its name and the IoU of the area's possible and core extents."""
    zones = json.loads((reference / "zones_reference.geojson").read_text(encoding="utf-8"))
    for feature in zones["features"]:
        name = feature["properties"]["zone"]
        if name not in ZONES:
            continue
        published = shapely.make_valid(shapely.from_geojson(json.dumps(feature["geometry"])))
        try:
            drawn = atlas.footprint(Area.parse(ZONES[name]))
        except FootprintError as fault:
            yield name, f"not drawn: {fault}"
            continue
        core = f"{iou(drawn.core, published):.3f} ({area_km2(drawn.core):.0f} km²)" if drawn.core is not None else "none"
        yield (
            name,
            (
                f"{ZONES[name]}: possible {iou(drawn.possible, published):.3f} ({drawn.area_km2:.0f} km², "
                f"published {area_km2(published):.0f}), core {core}"
            ),
        )


def published_units(reference: Path, layer: str, column: str) -> Mapping[str, BaseGeometry]:
    """By P-code, the polygons of a layer of COD-AB v02, EPSG:4326."""
    units = geopandas.read_file(reference / "cod_ab_syr_v02.gpkg", layer=layer, columns=[column])
    return dict(zip(units[column], units.geometry.make_valid(), strict=True))


def iou(a: BaseGeometry, b: BaseGeometry) -> float:
    """Intersection over union of two lon, lat areas. In degrees: over one unit the scale is the same for both."""
    whole = shapely.union(a, b).area
    return float(shapely.intersection(a, b).area / whole) if whole else 0.0
