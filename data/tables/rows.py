"""Reads the tables of data/reference/ row by row: CSV and TOML, a fault told with its table, its row and its column."""

from __future__ import annotations

import csv
import math
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from geo.errors import ReferenceTableError

REFERENCE_FOLDER = Path(__file__).parents[1] / "reference"
LANGUAGES = ("ar", "en")
T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """The rows of a CSV table as dicts of strings. Raises ReferenceTableError if it is not there, has another header or is not
    in UTF-8, and at a row with more or fewer cells than the header."""
    for number, cells in _numbered_cells(path, columns):
        if len(cells) != len(columns):
            raise ReferenceTableError(_wrong_count(path, number, cells, columns))
        yield dict(zip(columns, cells, strict=True))


def records(path: Path, columns: tuple[str, ...], make: Callable[[dict[str, str]], T], faults: list[str]) -> list[T]:
    """The records that `make` reads from the rows of a CSV table, in order; what cannot be read is added to `faults`.

    `make` raises ValueError for a cell that it cannot read. A fault names the table, the row (its line in the file; the header
    is row 1) and the cell.
    """
    found: list[T] = []
    try:
        for number, cells in _numbered_cells(path, columns):
            if len(cells) != len(columns):
                faults.append(_wrong_count(path, number, cells, columns))
                continue
            try:
                found.append(make(dict(zip(columns, cells, strict=True))))
            except ValueError as fault:
                faults.append(f"{path.name}, row {number}: {fault}")
    except ReferenceTableError as fault:
        faults.append(str(fault))
    return found


def sound_records(path: Path, columns: tuple[str, ...], make: Callable[[dict[str, str]], T]) -> list[T]:
    """The same. Raises ReferenceTableError with every row that cannot be read."""
    faults: list[str] = []
    found = records(path, columns, make, faults)
    if faults:
        raise ReferenceTableError("\n".join(faults))
    return found


def _numbered_cells(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines)
            header = next(rows, None)
            if tuple(header or ()) != columns:
                raise ReferenceTableError(f"{path.name}: the header must be {','.join(columns)!r}; got {header!r}")
            yield from ((rows.line_num, cells) for cells in rows if cells)
    except OSError as fault:
        raise ReferenceTableError(f"{path.name}: cannot be opened in {path.parent}: {fault.strerror}") from fault
    except UnicodeDecodeError as fault:
        raise ReferenceTableError(_not_utf_8(path, fault)) from fault
    except csv.Error as fault:
        raise ReferenceTableError(f"{path.name}, row {rows.line_num}: {fault}") from fault


def _wrong_count(path: Path, number: int, cells: list[str], columns: tuple[str, ...]) -> str:
    return f"{path.name}, row {number}: it must have {len(columns)} cells, as the header has; it has {len(cells)}"


def _not_utf_8(path: Path, fault: UnicodeDecodeError) -> str:
    return f"{path.name}: is not in UTF-8 ({fault.reason}, byte 0x{fault.object[fault.start]:02x}); save it in UTF-8"


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML table. Raises ReferenceTableError if it is not there or not in UTF-8, else with the line where it cannot be
    read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise ReferenceTableError(f"{path.name}: cannot be opened in {path.parent}: {fault.strerror}") from fault
    except UnicodeDecodeError as fault:
        raise ReferenceTableError(_not_utf_8(path, fault)) from fault
    except tomllib.TOMLDecodeError as fault:
        raise ReferenceTableError(f"{path.name}: {fault}") from fault


def one_of(row: Mapping[str, str], column: str, choices: Collection[str], of: str = "") -> str:
    """The cell of a column that holds one of some words (of the kind `of`, if any). Raises ValueError with the choices for
    another."""
    if row[column] not in choices:
        called = f"{row[column]!r} is no {column}{f' of the kind {of!r}' if of else ''}"
        if tuple(choices) == ("",):
            raise ValueError(f"{called}; it must be empty")
        raise ValueError(f"{called}; one of: {', '.join(choice or 'nothing' for choice in choices)}")
    return row[column]


def member(row: Mapping[str, str], column: str, choices: type[Choice]) -> Choice:
    """The same for the members of an enumeration, in its order."""
    try:
        return choices(row[column])
    except ValueError:
        raise ValueError(f"{row[column]!r} is no {column}; one of: {', '.join(choices)}") from None


def language(row: Mapping[str, str]) -> str:
    """The language of a row's words, one of those that are read. Raises ValueError for another."""
    return one_of(row, "language", LANGUAGES)


def decimal(row: Mapping[str, str], column: str) -> float:
    """The finite number of a cell. Raises ValueError for anything else."""
    try:
        value = float(row[column])
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise ValueError(f"{column} must be a number; got {row[column]!r}")
    return value
