"""What an atlas has drawn, as it is kept between two starts: units, and the footprints of a store's areas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from shapely.geometry.base import BaseGeometry

from data.drawing.kept import Drawings
from geo.footprint import Agreement, Drawn, Footprint, Method, Source, Wanted
from geo.gazetteer import Area

UNITS, FOOTPRINTS = "units", "footprints"


def find_drawn(drawings: Drawings, boundaries: str, store: str) -> Drawn:
    """What is kept; `boundaries` is the `land_digest` of the official ones, `store` says which store's areas were drawn."""
    return Drawn(
        units=drawings.find(UNITS, boundaries, _units) or {},
        footprints=drawings.find(FOOTPRINTS, f"{boundaries}\0{store}", _footprints) or {},
    )


def keep_drawn(drawings: Drawings, boundaries: str, store: str, drawn: Drawn) -> None:
    """Keeps what an atlas has drawn, in the place of what was kept before."""
    units = {country: list(land) for country, land in drawn.units.items()}
    drawings.keep(UNITS, boundaries, units, [shape for land in drawn.units.values() for shape in land.values()])
    rows, shapes = [], []
    for wanted, footprint in drawn.footprints.items():
        rows.append(_row(wanted, footprint))
        shapes.append(footprint.possible)
        if footprint.core is not None and footprint.core is not footprint.possible:
            shapes.append(footprint.core)
    drawings.keep(FOOTPRINTS, f"{boundaries}\0{store}", rows, shapes)


def _units(note: Any, shapes: Sequence[BaseGeometry]) -> Mapping[str, Mapping[str, BaseGeometry]]:
    left = iter(shapes)
    return {country: {unit: next(left) for unit in units} for country, units in note.items()}


def _row(wanted: Wanted, footprint: Footprint) -> list[Any]:
    area, partial, beside, without = wanted
    core = "none" if footprint.core is None else "same" if footprint.core is footprint.possible else "own"
    return [
        area.key, partial, [other.key for other in beside], [other.key for other in without], core, footprint.recipe_en,
        footprint.recipe_ar, footprint.method, footprint.sources, footprint.where_prec, footprint.geo_precision,
        footprint.area_km2, footprint.agreement and [footprint.agreement.area, footprint.agreement.iou], footprint.disputed,
    ]  # fmt: skip


def _footprints(note: Any, shapes: Sequence[BaseGeometry]) -> Mapping[Wanted, Footprint]:
    left = iter(shapes)
    return dict(_footprint(row, left) for row in note)


def _footprint(row: list[Any], left: Iterator[BaseGeometry]) -> tuple[Wanted, Footprint]:
    area, partial, beside, without, core, en, ar, method, sources, where_prec, precision, km2, measured, disputed = row
    possible = next(left)
    return (Area.parse(area), bool(partial), tuple(map(Area.parse, beside)), tuple(map(Area.parse, without))), Footprint(
        area=area, core=None if core == "none" else possible if core == "same" else next(left), possible=possible,
        recipe_en=en, recipe_ar=ar, method=Method(method), sources=tuple(map(Source, sources)),
        where_prec=where_prec, geo_precision=precision, area_km2=km2,
        agreement=Agreement(area=measured[0], iou=measured[1]) if measured else None, disputed=tuple(disputed),
    )  # fmt: skip
