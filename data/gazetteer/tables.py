"""Reads tables of places whose columns have names: OCHA's populated places (xlsx), Open-Syria's localities (CSV, JSON).

Publishers rename columns from one release to the next, so a column is known by any of the names that it has had.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from data.gazetteer.listing import Listing, ListingError, coordinate, spelling, told
from data.tables.reference import OWN_SOURCE
from geo.gazetteer import Kind

# Each column by the names it has had, without case, spaces and signs.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name_en": (
        "adm4en", "adm4nameen", "adm4name", "admin4nameen", "admin4name", "admin4en", "communityen", "communitynameen",
        "locationnameen", "placenameen", "nameen", "englishname", "name",
    ),
    "name_ar": (
        "adm4ar", "adm4namear", "adm4name1", "admin4namear", "admin4ar", "communityar", "communitynamear", "locationnamear",
        "placenamear", "namear", "arabicname", "name1",
    ),
    "lon": ("lon", "lng", "long", "longitude", "longitudex", "xcoord", "x", "pointx", "coordinateslon", "coordinateslongitude"),
    "lat": ("lat", "latitude", "latitudey", "ycoord", "y", "pointy", "coordinateslat", "coordinateslatitude"),
    "pcode": ("adm4pcode", "admin4pcode", "communitypcode", "locationpcode", "placepcode", "pcode"),
    "parent": ("adm3pcode", "admin3pcode", "subdistrictpcode", "parentpcode", "admin3"),
    "geonames": ("geonames", "geonamesid", "geonameid"),
    "wikidata": ("wikidata", "wikidataid", "qid"),
    "aliases_en": ("aliasesen", "altnamesen", "adm4altname1en", "admin4altname1en", "alternativenamesen"),
    "aliases_ar": ("aliasesar", "altnamesar", "adm4altname1ar", "admin4altname1ar", "alternativenamesar"),
    "population": ("population", "pop", "populationtotal"),
    "level": ("level", "adminlevel"),
}  # fmt: skip
NEEDED = ("lon", "lat")
UNITS = ("adm0", "adm1", "adm2", "adm3", "0", "1", "2", "3")  # levels that are units, not places
_ALIAS_SIGNS = re.compile(r"[|;؛]")


@dataclass(frozen=True, kw_only=True)
class Table:
    """The places of a table, in its order, and those of its titles that nothing is taken from."""

    listings: Sequence[Listing]
    not_taken: Sequence[str]


def read_table(path: Path, country: str, source: str = "") -> Table:
    """The places of a table, of the source with that key, else of whoever publishes such tables.

    Raises ListingError if it is no such table, or with every row that cannot be read.
    """
    found: list[Listing] = []
    faults: list[str] = []
    rows, publisher = _rows(path, faults)
    columns: dict[str, str] | None = None
    titles: dict[str, None] = {}
    for number, row in rows:
        if columns is None:
            columns = _columns(path, row)
        titles |= dict.fromkeys(row)
        cells = {column: str(row.get(title) or "").strip() for column, title in columns.items()}
        if not any(cells.values()) or cells.get("level", "").lower() in UNITS:
            continue
        where = f"{path.name}, row {number}"
        try:
            found.append(_listing(cells, where, country, source or publisher))
        except ValueError as fault:
            faults.append(f"{where}: {fault}")
    if faults:
        raise ListingError(told(faults))
    if columns is None:
        raise ListingError(f"{path.name}: there is no row in it")
    return Table(listings=found, not_taken=[title for title in titles if title not in columns.values()])


def _columns(path: Path, row: Mapping[str, Any]) -> dict[str, str]:
    """From our column to the file's. Raises ListingError if the positions or the names are nowhere."""
    titles = {re.sub(r"[^a-z0-9]", "", title.lower()): title for title in reversed(list(row))}
    known = {column: next((titles[n] for n in names if n in titles), "") for column, names in COLUMNS.items()}
    missing = [column for column in NEEDED if not known[column]]
    if not known["name_en"] and not known["name_ar"]:
        missing.append("name_en or name_ar")
    if missing:
        there = ", ".join(map(repr, list(row)[:12]))
        raise ListingError(f"{path.name}: no column for {', '.join(missing)}. It has {there}; rename one to what is missing")
    return {column: title for column, title in known.items() if title}


def _listing(cells: Mapping[str, str], where: str, country: str, source: str) -> Listing:
    names = []
    for language in ("en", "ar"):
        cell = [cells.get(f"name_{language}", ""), *_ALIAS_SIGNS.split(cells.get(f"aliases_{language}", ""))]
        names += [(language, name) for name in map(spelling, cell) if name]
    if not names:
        raise ValueError("it has no name")
    population = cells.get("population", "").removesuffix(".0").replace(",", "")
    return Listing(
        where=where, country=country, kind=Kind.VILLAGE, names=tuple(dict.fromkeys(names)),
        lon=coordinate(cells["lon"], 180, "longitude"), lat=coordinate(cells["lat"], 90, "latitude"),
        codes={code: cells[code].removesuffix(".0") for code in ("pcode", "geonames", "wikidata") if cells.get(code)},
        parent=cells.get("parent") or None, population=int(population) if population.isdecimal() else 0, source=source,
        country_assumed=True,
    )  # fmt: skip


def _rows(path: Path, faults: list[str]) -> tuple[Iterator[tuple[int, Mapping[str, Any]]], str]:
    """The numbered rows of a table, each by its titles, and the key of whoever publishes such tables, `OWN_SOURCE` for what
    anybody may write; a row that has not a cell for each title is added to `faults`."""
    match path.suffix.lower():
        case ".xlsx":
            return _sheet(path), "ocha-populated-places"
        case ".csv":
            return _comma_separated(path, faults), OWN_SOURCE
        case ".json" | ".geojson":
            return _objects(path), OWN_SOURCE
        case suffix:
            kind = f"a {suffix} file" if suffix else "a file without an ending"
            raise ListingError(f"{path.name}: {kind} is not read; give a GeoNames .zip or .txt, an .xlsx, a .csv or a .json")


def _sheet(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The rows of the first sheet whose first filled row names a latitude; HDX puts a second row of tags (#adm4) below it."""
    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            sheets = [book.get_sheet_by_index(i).to_python() for i in range(len(book.sheet_names))]
    except (CalamineError, OSError) as fault:
        raise ListingError(f"{path.name}: is no Excel workbook that can be read ({fault}); download it again") from fault
    latitudes = frozenset(COLUMNS["lat"])
    for sheet in sheets:
        for start, row in enumerate(sheet):
            titles = [str(cell).strip() for cell in row]
            if latitudes & {re.sub(r"[^a-z0-9]", "", title.lower()) for title in titles}:
                for number, cells in enumerate(sheet[start + 1 :], start=start + 2):
                    if not any(str(cell).startswith("#") for cell in cells):
                        yield number, {title: cell for title, cell in zip(titles, cells, strict=False) if title}
                return
    raise ListingError(f"{path.name}: no sheet has a row of titles with a latitude; give the table of populated places")


def _comma_separated(path: Path, faults: list[str]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as text:
            first = text.readline()
            delimiter = max(",;\t", key=first.count)
            rows = csv.reader(chain([first], text), delimiter=delimiter)
            titles = next(rows, [])
            for cells in rows:
                if len(cells) == len(titles):
                    yield rows.line_num, {title: cell for title, cell in zip(titles, cells, strict=True) if title}
                elif any(cells):
                    counted = f"it has {len(cells)} cells for {len(titles)} titles"
                    faults.append(f"{path.name}, row {rows.line_num}: {counted}; a cell that holds {delimiter!r} needs quotes")
    except (UnicodeDecodeError, csv.Error) as fault:
        raise ListingError(f"{path.name}: is no CSV table in UTF-8 ({fault}); save it as one") from fault


def _objects(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The objects of a JSON list, of the one list in an object, or of GeoJSON; {"name": {"ar": …}} becomes name_ar."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except ValueError as fault:
        raise ListingError(f"{path.name}: is no JSON in UTF-8 ({fault}); download it again") from fault
    lists = [content] if isinstance(content, list) else [v for v in getattr(content, "values", list)() if isinstance(v, list)]
    if len(lists) != 1:
        raise ListingError(f"{path.name}: expected a list of places, or an object with one list; found {len(lists)} lists")
    for number, place in enumerate(lists[0], start=1):
        if not isinstance(place, dict):
            raise ListingError(f"{path.name}, row {number}: it is no object with names and a position")
        row = dict(_flat(place.get("properties", place) if place.get("type") == "Feature" else place))
        geometry = place.get("geometry") or {}
        if geometry.get("type") == "Point":
            row["lon"], row["lat"] = geometry["coordinates"][:2]
        yield number, row


def _flat(place: Mapping[str, Any], before: str = "") -> Iterable[tuple[str, Any]]:
    for key, value in place.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}_")
        else:
            yield f"{before}{key}", "|".join(map(str, value)) if isinstance(value, list) else value
