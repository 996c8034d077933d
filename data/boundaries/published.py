"""Reads published boundaries from a file, and finds out whether they are what they should be.

A GeoPackage, a shapefile, a GeoJSON file, or a zip archive of any of these. A layer is of the level whose P-codes it gives:
`adm3_pcode`, or `ADM3_PCODE` as it was written before 2025. Lines, points and finer layers are passed over.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import geopandas
import pyogrio
import shapely
from pyogrio.errors import DataSourceError
from shapely import Point
from shapely.geometry.base import BaseGeometry

from data.boundaries.sets import BoundarySet, Published
from geo.errors import BoundaryError
from geo.footprint.tessellation import shared_land
from geo.footprint.units import Extent

READABLE = (".geojson", ".json", ".gpkg", ".shp")
CODE_COLUMN = re.compile(r"adm(\d)_pcode", re.IGNORECASE)
DATE_COLUMNS = ("valid_on", "validon", "date")
# COD-AB Syria has 6 MB as a GeoPackage; a zip archive that unpacks to more than this is no set of boundaries
MAX_UNPACKED_BYTES = 1_000_000_000
# The published larger units against those dissolved from the smallest: in v02 they are the same to ten decimals. Sets that were
# drawn level by level differ along their lines, and are still the same units.
LEAST_AGREEMENT = 0.99
# How far the middle of a unit, as the tables know it, may lie outside its polygon; in v02 none lies outside.
FARTHEST_MIDDLE_DEGREES = 0.2
MOST_FAULTS_TOLD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    """The polygons of one level by P-code, each with the codes of the units above it."""

    level: int
    polygons: Mapping[str, BaseGeometry]
    above: Mapping[str, tuple[str, ...]]
    twice: tuple[str, ...]
    valid_on: str


def read_published(path: Path, expected: BoundarySet, extents: Mapping[str, Extent]) -> Published:
    """The boundaries of a file. Raises BoundaryError, with a line for each fault, if they are not what is expected."""
    if not path.is_file():
        raise BoundaryError(f"there is no file {path}. Name a GeoJSON zip, a GeoPackage or a shapefile.")
    with TemporaryDirectory() as folder:
        files = _unpacked(path, Path(folder)) if zipfile.is_zipfile(path) else [path]
        layers = {layer.level: layer for file in files for layer in _layers(file, path.name)}
    leaf = layers.get(len(expected.units))
    if leaf is None:
        raise BoundaryError(
            f"{path.name} has no polygons with the column adm{len(expected.units)}_pcode: it is not {expected.dataset}. "
            f"What was kept before stays."
        )
    land = shared_land(list(leaf.polygons), list(leaf.polygons.values()))
    counts = tuple(len({codes[level] for codes in leaf.above.values()}) for level in range(len(expected.units)))
    faults = [
        *_wrong_codes(leaf, counts, expected), *_wrong_places(leaf, extents),
        *(fault for level, layer in layers.items() if level < leaf.level for fault in _disagreeing(layer, leaf)),
    ]  # fmt: skip
    if faults:
        told = "\n".join(f"  {fault}" for fault in faults[:MOST_FAULTS_TOLD])
        more = f"\n  and {len(faults) - MOST_FAULTS_TOLD} more" if len(faults) > MOST_FAULTS_TOLD else ""
        raise BoundaryError(f"{path.name} is not {expected.dataset} as it should be; what was kept before stays:\n{told}{more}")
    return Published(land=land, counts=counts, valid_on=leaf.valid_on)


def _unpacked(archive: Path, folder: Path) -> list[Path]:
    """The readable files of a zip archive, unpacked into a folder under their own names, without the archive's folders."""
    try:
        with zipfile.ZipFile(archive) as packed:
            members = [member for member in packed.infolist() if not member.is_dir()]
            if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
                raise BoundaryError(f"{archive.name} unpacks to more than {MAX_UNPACKED_BYTES:,} bytes: it is not unpacked.")
            for member in members:
                target = folder / Path(member.filename).name
                with packed.open(member) as source:
                    target.write_bytes(source.read())
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, OSError, RuntimeError) as fault:
        raise BoundaryError(f"{archive.name} cannot be unpacked ({fault}). What was kept before stays.") from fault
    return [file for file in sorted(folder.iterdir()) if file.suffix.lower() in READABLE]


def _layers(file: Path, told_as: str) -> Iterator[_Layer]:
    """The layers of a file that hold polygons of units."""
    try:
        for name, geometry_type in pyogrio.list_layers(file):
            columns = {column.lower(): column for column in pyogrio.read_info(file, layer=name)["fields"]}
            level = max((int(found[1]) for found in map(CODE_COLUMN.fullmatch, columns) if found), default=0)
            if level and "Polygon" in str(geometry_type):
                yield _layer(geopandas.read_file(file, layer=name), level, columns)
    except (DataSourceError, ValueError, shapely.errors.ShapelyError) as fault:
        raise BoundaryError(f"{told_as}: {file.name} cannot be read ({fault}). What was kept before stays.") from fault


def _layer(table: geopandas.GeoDataFrame, level: int, columns: Mapping[str, str]) -> _Layer:
    """One table as a layer; a polygon that is not valid is repaired without moving its lines."""
    shapes = table.geometry if table.crs is None else table.geometry.to_crs(4326)
    codes = [str(code) for code in table[columns[f"adm{level}_pcode"]]]
    polygons: dict[str, BaseGeometry] = {}
    for code, shape in zip(codes, shapes, strict=True):
        polygons.setdefault(code, shapely.Polygon() if shape is None else shapely.make_valid(shape, method="structure"))
    chain = [columns[name] for name in (f"adm{n}_pcode" for n in range(1, level + 1)) if name in columns]
    above = {code: tuple(map(str, row)) for code, row in zip(codes, table[chain].itertuples(index=False), strict=True)}
    dates = [str(table[columns[name]].iloc[0])[:10] for name in DATE_COLUMNS if name in columns and len(table)]
    return _Layer(
        level=level, polygons=polygons, above=above, twice=tuple(sorted({c for c in codes if codes.count(c) > 1})),
        valid_on=dates[0] if dates else "",
    )  # fmt: skip


def _wrong_codes(leaf: _Layer, counts: Sequence[int], expected: BoundarySet) -> Iterator[str]:
    """What is wrong with the codes: their number, their form, those that the tables do not know."""
    if counts != expected.units:
        wanted, got = (", ".join(map(str, numbers)) for numbers in (expected.units, counts))
        yield f"it should hold {wanted} units, the largest first; it holds {got}"
    if leaf.twice:
        yield f"{', '.join(leaf.twice)} stand more than once"
    for code, chain in leaf.above.items():
        if any(not lower.startswith(upper) for upper, lower in pairwise(chain)):
            yield f"{code} is not in the units that it names: {', '.join(chain)}"
    strange = sorted(set(leaf.polygons) - expected.codes)
    if strange:
        yield f"codes that data/reference/places.csv does not have: {', '.join(strange[:MOST_FAULTS_TOLD])}"


def _wrong_places(leaf: _Layer, extents: Mapping[str, Extent]) -> Iterator[str]:
    """Units whose polygon is empty or lies elsewhere."""
    for code, shape in leaf.polygons.items():
        if shape.is_empty or not shape.area:
            yield f"{code} has no polygon"
        elif code in extents and shape.distance(Point(extents[code].lon, extents[code].lat)) > FARTHEST_MIDDLE_DEGREES:
            yield f"{code} lies elsewhere: not near {extents[code].lat}, {extents[code].lon}"


def _disagreeing(layer: _Layer, leaf: _Layer) -> Iterator[str]:
    """Larger units whose published polygon is not the union of the smaller ones in them."""
    for code, shape in layer.polygons.items():
        below = [leaf.polygons[unit] for unit, chain in leaf.above.items() if code in chain]
        union = shapely.union_all(below)
        whole = shapely.union(union, shape).area
        if not whole or shapely.intersection(union, shape).area / whole < LEAST_AGREEMENT:
            yield f"{code} is not what the units in it make together"
