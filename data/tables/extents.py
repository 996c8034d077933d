"""The published sizes of administrative units, and where their middle lies: data/reference/extents.csv."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from data.tables.rows import REFERENCE_FOLDER, decimal, records
from geo.errors import ReferenceTableError
from geo.footprint.units import Extent

EXTENT_COLUMNS = ("place", "lon", "lat", "area_km2", "source")


def load_extents(folder: Path = REFERENCE_FOLDER) -> Mapping[str, Extent]:
    """By place id, the rows of extents.csv. Raises ReferenceTableError with every row that is no number."""
    faults: list[str] = []
    extents: dict[str, Extent] = {}

    def take(row: dict[str, str]) -> None:
        lon, lat, area = (decimal(row, column) for column in ("lon", "lat", "area_km2"))
        if row["place"] in extents or not (-180 <= lon <= 180 and -90 <= lat <= 90 and area > 0):
            raise ValueError(f"{row['place']!r} stands twice or is not on Earth; correct the row")
        extents[row["place"]] = Extent(place=row["place"], lon=lon, lat=lat, area_km2=area, source=row["source"])

    records(folder / "extents.csv", EXTENT_COLUMNS, take, faults)
    if faults:
        raise ReferenceTableError("\n".join(faults))
    return extents
