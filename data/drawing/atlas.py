"""The atlas that polygons are drawn with, from the tables, the country outlines and the published boundaries that are kept."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from data.assets import provinces_beside
from data.boundaries.kept import Kept, find_kept, kept_land
from data.boundaries.sets import BoundarySet, load_boundary_sets
from data.drawing.kept import NOTHING_KEPT, Drawings
from data.drawing.outlines import load_disputed, load_outlines, load_places_of_parts
from data.drawing.provinces import load_provinces
from data.tables.extents import load_extents
from data.tables.rows import REFERENCE_FOLDER, records
from geo.errors import BoundaryError, ReferenceTableError
from geo.footprint import Atlas, Drawn
from geo.footprint.recipe import Words
from geo.gazetteer import Gazetteer, Kind

_LOG = logging.getLogger(__name__)


AGREEMENT_TABLE = "cells_agreement.csv"
AGREEMENT_COLUMNS = ("area", "iou", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """The published boundaries in force, by country: the note of what is kept, and what must be said where they are shown."""

    kept: Mapping[str, Kept] = field(default_factory=dict)
    sets: Mapping[str, BoundarySet] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Tells two states of the boundaries apart; "" while there are none."""
        return " ".join(kept.shapes_sha256 for kept in self.kept.values())


def load_agreement(folder: Path = REFERENCE_FOLDER) -> Mapping[str, float]:
    """By key of an area, how well its cells agree with published boundaries (intersection over union).

    The table is written by `python -m data evaluate-geometry --write`, never by hand; without it nothing is said.
    Raises ReferenceTableError for a row that is no number.
    """
    faults: list[str] = []
    path = folder / AGREEMENT_TABLE
    rows = records(path, AGREEMENT_COLUMNS, lambda row: (row["area"], float(row["iou"])), faults) if path.is_file() else []
    if faults:
        raise ReferenceTableError("\n".join(faults))
    return dict(rows)


def mean_agreement(gazetteer: Gazetteer, folder: Path = REFERENCE_FOLDER) -> float | None:
    """The mean agreement of the governorates' cells with published boundaries, None where it was not measured."""
    figures = [iou for area, iou in load_agreement(folder).items() if gazetteer.places[area].kind is Kind.GOVERNORATE]
    return sum(figures) / len(figures) if figures else None


def find_official(data_folder: Path, gazetteer: Gazetteer, folder: Path = REFERENCE_FOLDER) -> Official:
    """The published boundaries that are kept in the data folder; a damaged note of them is reported, and they are not used."""
    sets, kept = load_boundary_sets(folder, gazetteer), {}
    for country in sets:
        try:
            found = find_kept(data_folder, country)
        except BoundaryError as fault:
            _LOG.warning("%s The built-in ones serve.", fault)
            continue
        if found:
            kept[country] = found
    return Official(kept=kept, sets={country: sets[country] for country in kept})


def official_land(data_folder: Path, official: Official) -> Mapping[str, Mapping[str, BaseGeometry]]:
    """By country and place id the polygons of the smallest units; damaged ones are reported, and their country is left out."""
    land = {}
    for country, kept in official.kept.items():
        try:
            land[country] = kept_land(data_folder, kept)
        except BoundaryError as fault:
            _LOG.warning("%s The built-in ones serve.", fault)
    return land


def land_digest(official: Official, land: Mapping[str, object]) -> str:
    """Tells apart what an atlas was drawn with: the published boundaries in force that could be read."""
    return " ".join(f"{country}={kept.shapes_sha256}" for country, kept in official.kept.items() if country in land)


def load_atlas(
    gazetteer: Gazetteer, outlines: Path, folder: Path = REFERENCE_FOLDER,
    *, official: Mapping[str, Mapping[str, BaseGeometry]] | None = None, drawings: Drawings = NOTHING_KEPT,
    drawn: Drawn | None = None,
) -> Atlas:  # fmt: skip
    """The atlas of a gazetteer: the outlines of the TopoJSON file at `outlines`, those of the provinces beside it,
    the extents of the reference tables.

    Countries of which `official` has the land, as `official_land` gives it, are drawn with it, the others with cells.
    `drawings` are the kept ones of these tables, `drawn` what `find_drawn` found among them.
    Raises ReferenceTableError for an outline file or a table that cannot be read.
    """
    disputed, countries = load_disputed(outlines, folder, drawings), load_outlines(outlines, folder, drawings)
    provinces = load_provinces(provinces_beside(outlines), gazetteer, countries, folder, drawings)
    return Atlas(
        gazetteer, countries, load_extents(folder), official,
        provinces={**load_places_of_parts(outlines, folder, drawings), **provinces},
        agreement=load_agreement(folder),
        disputed={part.id: part.polygon for part in disputed},
        disputed_names={part.id: Words(part.name_en, part.name_ar) for part in disputed}, drawn=drawn,
    )  # fmt: skip
