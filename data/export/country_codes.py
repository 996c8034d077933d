"""The codes that other datasets name countries by: data/reference/country_codes.csv."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.tables.rows import REFERENCE_FOLDER, read_rows

COLUMNS = ("country", "alpha3", "gwno", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryCodes:
    """A country's ISO 3166 alpha-3 code and its number in the list of Gleditsch and Ward, None where the table has none."""

    alpha3: str
    gwno: int | None


@cache
def country_codes(folder: Path = REFERENCE_FOLDER) -> Mapping[str, CountryCodes]:
    """The codes by ISO 3166 alpha-2 code. Raises ReferenceTableError for a table that cannot be read."""
    rows = read_rows(folder / "country_codes.csv", COLUMNS)
    return {row["country"]: CountryCodes(alpha3=row["alpha3"], gwno=int(row["gwno"]) if row["gwno"] else None) for row in rows}
