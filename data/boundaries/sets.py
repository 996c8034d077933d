"""Which boundaries are looked for, where, and what they must hold: data/reference/boundaries.toml as records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from data.tables.reference import load_gazetteer
from data.tables.rows import REFERENCE_FOLDER, read_toml
from geo.errors import ReferenceTableError
from geo.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundarySet:
    """A country's boundaries as their publisher offers them.

    `addresses` are what the address of a request must begin with; `units` the numbers of units of each level, the largest
    units first; `codes` the P-codes that the gazetteer has. The texts are shown where the lines are.
    """

    country: str
    dataset: str
    formats: tuple[str, ...]
    addresses: tuple[str, ...]
    units: tuple[int, ...]
    codes: frozenset[str]
    attribution_en: str
    attribution_ar: str
    disclaimer_en: str
    disclaimer_ar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a file holds: the polygons of the smallest units by P-code (EPSG:4326, a coverage: neighbours share their edges),
    the number of units of each level, the largest units first, and the date that the file gives, "" where it gives none."""

    land: Mapping[str, BaseGeometry]
    counts: tuple[int, ...]
    valid_on: str


def load_boundary_sets(folder: Path = REFERENCE_FOLDER, gazetteer: Gazetteer | None = None) -> dict[str, BoundarySet]:
    """The sets by country, in the order of the table. Raises ReferenceTableError if a row lacks something."""
    places = (gazetteer or load_gazetteer(folder)).places.values()
    sets = {}
    for number, row in enumerate(read_toml(folder / "boundaries.toml")["boundaries"], start=1):
        try:
            sets[row["country"]] = BoundarySet(
                country=row["country"], dataset=row["dataset"], formats=tuple(row["formats"]),
                addresses=tuple(row["addresses"]), units=tuple(row["units"]),
                codes=frozenset(place.pcode for place in places if place.pcode and place.country == row["country"]),
                attribution_en=row["attribution_en"], attribution_ar=row["attribution_ar"],
                disclaimer_en=row["disclaimer_en"], disclaimer_ar=row["disclaimer_ar"],
            )  # fmt: skip
        except KeyError as fault:
            raise ReferenceTableError(f"boundaries.toml, table {number}: {fault} is missing") from fault
    return sets
