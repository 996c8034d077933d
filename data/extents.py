"""The published sizes of administrative units, and where their middle lies: data/reference/extents.csv."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from data.reference_tables import REFERENCE_FOLDER, read_rows
from geo.errors import ReferenceTableError
from geo.footprint.units import Extent

EXTENT_COLUMNS = ("place", "lon", "lat", "area_km2", "source")


def load_extents(folder: Path = REFERENCE_FOLDER) -> Mapping[str, Extent]:
    """By place id, the rows of extents.csv. Raises ReferenceTableError with every row that is no number."""
    extents: dict[str, Extent] = {}
    faults = []
    for line, row in enumerate(read_rows(folder / "extents.csv", EXTENT_COLUMNS), 2):
        try:
            lon, lat, area = (float(row[column]) for column in ("lon", "lat", "area_km2"))
        except ValueError as fault:
            faults.append(f"extents.csv, line {line}: {fault}")
            continue
        if row["place"] in extents or not (-180 <= lon <= 180 and -90 <= lat <= 90 and area > 0):
            faults.append(f"extents.csv, line {line}: {row['place']!r} stands twice or is not on Earth; correct the row")
        extents[row["place"]] = Extent(place=row["place"], lon=lon, lat=lat, area_km2=area, source=row["source"])
    if faults:
        raise ReferenceTableError("\n".join(faults))
    return extents
