"""`python -m data evaluate-geometry`: how well the built-in polygons agree with published boundaries.

The published boundaries are read from ../shared/reference beside the project, where it exists; nothing else needs it.
The score is the intersection over the union (IoU) of two areas: 1 where they are the same, 0 where they do not meet.
With --write the agreement of every unit and region becomes the table that the page shows it from.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from data.boundaries.sets import load_boundary_sets
from data.drawing.atlas import AGREEMENT_COLUMNS, AGREEMENT_TABLE, load_atlas
from data.settings import PROJECT_ROOT, load_settings
from data.tables.extents import load_extents
from data.tables.reference import load_gazetteer
from data.tables.rows import REFERENCE_FOLDER
from geo.errors import FootprintError
from geo.footprint import Atlas, Source
from geo.footprint.crs import area_km2, union
from geo.gazetteer import Area, Gazetteer, Kind

REFERENCE = PROJECT_ROOT / ".." / "shared" / "reference"
COUNTRY = "SY"
PUBLISHED = "cod_ab_syr_v02.gpkg"
LEVELS = {"governorates": Kind.GOVERNORATE, "districts": Kind.DISTRICT, "sub-districts": Kind.SUBDISTRICT}
# which of Hudna's areas mean the same as a reference zone
ZONES = {
    "sw_astana": ("SY12", "SY14"),
    "sw_us_ru_jo": ("SY:south-west",),
    "ghouta_held": ("sy/eastern-ghouta",),
    "nhoms": ("SY04:countryside-north", "sy/southern-hama"),
    "nhoms_core": ("SY04:countryside-north",),
    "idlib_gov": ("SY07",),
    "idlib_zone": ("sy/greater-idlib",),
    "sweida": ("SY13",),
    "peace_spring": ("SY110200", "SY110201", "SY080400"),
    "peace_spring_32km": ("sy/ne-strip",),
    "m4_corridor": ("sy/m4",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The agreement of one level: the mean IoU over all its units, the worst, and the unit it belongs to."""

    level: str
    units: int
    mean: float
    worst: float
    worst_unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneScore:
    """The agreement of one zone: the IoU of its possible and core extents, and the areas in km²; no core is 0."""

    zone: str
    areas: tuple[str, ...]
    possible: float
    core: float
    possible_km2: float
    core_km2: float
    published_km2: float


def main(arguments: Sequence[str]) -> int:
    """Prints the agreement; returns the exit code, 0 also where there is nothing to compare with.

    Raises ReferenceTableError or BoundaryError if the tables or the boundaries cannot be read.
    """
    parser = argparse.ArgumentParser(
        prog="python -m data evaluate-geometry", description="Score the built-in polygons against published boundaries."
    )
    parser.add_argument("--write", action="store_true", help="write down the agreement that the page shows")
    options = parser.parse_args(arguments)
    if not (REFERENCE / PUBLISHED).is_file():
        print(f"nothing was compared: there are no published boundaries at {(REFERENCE / PUBLISHED).resolve()}")
        return 0
    gazetteer = load_gazetteer()
    cells, official = built_in_atlas(gazetteer), official_atlas(gazetteer)
    for score in score_levels(cells, official, gazetteer):
        worst = f"worst {score.worst:.2f} ({score.worst_unit})"
        print(f"{score.level:14} {score.units:4} units, mean IoU {score.mean:.3f}, {worst}")
    for zone in score_zones(cells):
        print(
            f"{zone.zone:17} {zone.possible:.3f} ({zone.possible_km2:,.0f} km², published {zone.published_km2:,.0f}), "
            f"core {zone.core:.3f} ({zone.core_km2:,.0f} km²): {', '.join(zone.areas)}"
        )
    if options.write:
        write_agreement(agreement(cells, official, gazetteer), REFERENCE_FOLDER / AGREEMENT_TABLE)
    return 0


def built_in_atlas(gazetteer: Gazetteer) -> Atlas:
    """The atlas that draws without a network."""
    return load_atlas(gazetteer, load_settings().assets / "world-atlas" / "countries-10m.json")


def official_atlas(gazetteer: Gazetteer) -> Atlas:
    """The atlas that draws with the published boundaries of ../shared/reference."""
    # geopandas takes most of a second to import
    from data.boundaries.published import read_published

    published = read_published(REFERENCE / PUBLISHED, load_boundary_sets(gazetteer=gazetteer)[COUNTRY], load_extents())
    outlines = load_settings().assets / "world-atlas" / "countries-10m.json"
    return load_atlas(gazetteer, outlines, official={COUNTRY: published.land})


def score_levels(cells: Atlas, official: Atlas, gazetteer: Gazetteer) -> Iterator[Score]:
    """The agreement of each level of units; a unit that is not drawn counts as 0."""
    drawn, published = cells.units(COUNTRY), official.units(COUNTRY)
    for level, kind in LEVELS.items():
        units = [code for code in published if gazetteer.places[code].kind is kind]
        ious = {code: iou(drawn[code], published[code]) if code in drawn else 0.0 for code in units}
        worst = min(ious, key=lambda code: (ious[code], code))
        yield Score(level=level, units=len(ious), mean=sum(ious.values()) / len(ious), worst=ious[worst], worst_unit=worst)


def score_zones(cells: Atlas) -> Iterator[ZoneScore]:
    """The agreement with each reference zone that Hudna has areas for. Raises FootprintError if one of them is not drawn."""
    zones = json.loads((REFERENCE / "zones_reference.geojson").read_text(encoding="utf-8"))
    for feature in zones["features"]:
        name = feature["properties"]["zone"]
        if name not in ZONES:
            continue
        published = shapely.make_valid(shapely.from_geojson(json.dumps(feature["geometry"])))
        drawn = [cells.footprint(Area.parse(key)) for key in ZONES[name]]
        possible, core = union([d.possible for d in drawn]), union([d.core for d in drawn if d.core is not None])
        yield ZoneScore(
            zone=name, areas=ZONES[name], possible=iou(possible, published), core=iou(core, published),
            possible_km2=area_km2(possible), core_km2=area_km2(core), published_km2=area_km2(published),
        )  # fmt: skip


def agreement(cells: Atlas, official: Atlas, gazetteer: Gazetteer) -> Mapping[str, float]:
    """By area, the agreement of every unit and region that cells draw and published boundaries draw otherwise."""
    found = {}
    regions = [key for key in gazetteer.regions if gazetteer.places[Area.parse(key).place].country == COUNTRY]
    for key in dict.fromkeys((*sorted(cells.units(COUNTRY)), *sorted(regions))):
        try:
            drawn, published = cells.footprint(Area.parse(key)), official.footprint(Area.parse(key))
        except FootprintError:
            continue
        if Source.CELLS in drawn.sources:
            found[key] = iou(drawn.possible, published.possible)
    return found


def write_agreement(figures: Mapping[str, float], path: Path) -> None:
    """Writes the table that `data.drawing.atlas.load_agreement` reads."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(AGREEMENT_COLUMNS)
        rows.writerows((area, f"{figure:.2f}", "ocha-cod-ab-v02") for area, figure in figures.items())


def iou(a: BaseGeometry, b: BaseGeometry) -> float:
    """Intersection over union of two lon, lat areas. In degrees: over one unit the scale is the same for both."""
    whole = shapely.union(a, b).area
    return float(shapely.intersection(a, b).area / whole) if whole else 0.0
