"""Reads what GeoNames publishes: a country's dump (SY.zip, SY.txt) and the alternate names (alternateNamesV2.zip, .txt).

The alternate names of all countries are one file of hundreds of megabytes: it is read a line at a time, and only the names of
places that are asked for are kept.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from data.gazetteer.listing import Listing, ListingError, coordinate, spelling, told
from geo.gazetteer import Kind

DUMP_COLUMNS = 19
ALTERNATE_COLUMNS = 8  # of ten: the two that follow are the years of a historic name
LANGUAGES = ("ar", "en")
GONE = frozenset({"PPLH", "PPLQ", "PPLW", "PPLCH"})  # historical, abandoned, destroyed, a capital of old
CITY, TOWN = 20_000, 5_000  # inhabitants
_ALTERNATES = re.compile(r"alternatenames(v2)?\.txt", re.IGNORECASE)
_DUMP = re.compile(r"([A-Z]{2}|allCountries)\.txt", re.IGNORECASE)


def is_geonames(path: Path) -> bool:
    """True for a file that only GeoNames publishes: a zip archive, or a text file of one of its names."""
    return path.suffix.lower() == ".zip" or bool(_ALTERNATES.fullmatch(path.name) or _DUMP.fullmatch(path.name))


def holds_alternates(path: Path) -> bool:
    """True for a file of alternate names, False for a dump. Raises ListingError for a zip archive that holds neither."""
    return bool(_ALTERNATES.fullmatch(_member(path) if path.suffix.lower() == ".zip" else path.name))


def _member(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile as fault:
        raise ListingError(f"{path.name}: the archive is damaged ({fault}); download it again") from fault
    for pattern in (_ALTERNATES, _DUMP):
        for name in names:
            if pattern.fullmatch(name):
                return name
    raise ListingError(
        f"{path.name}: the archive holds {', '.join(names[:3]) or 'nothing'}; expected a dump of GeoNames such as SY.txt, or "
        "alternateNamesV2.txt"
    )


@contextmanager
def _lines(path: Path) -> Iterator[Iterator[tuple[int, list[str]]]]:
    """The numbered lines of a table, each split at its tabs."""
    try:
        if path.suffix.lower() != ".zip":
            with path.open(encoding="utf-8", newline="\n") as text:
                yield _split(text)
            return
        member = _member(path)
        with zipfile.ZipFile(path) as archive, archive.open(member) as raw:
            yield _split(io.TextIOWrapper(raw, encoding="utf-8", newline="\n"))
    except (UnicodeDecodeError, zipfile.BadZipFile, EOFError) as fault:
        raise ListingError(f"{path.name}: cannot be read to its end ({fault}); download it again") from fault


def _split(text: io.TextIOBase) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text, start=1):
        yield number, line.rstrip("\n\r").split("\t")


def read_dump(path: Path) -> list[Listing]:
    """The populated places of a dump that exist today. Raises ListingError with every line that cannot be read."""
    found: list[Listing] = []
    faults: list[str] = []
    with _lines(path) as lines:
        for number, cells in lines:
            where = f"{path.name}, line {number}"
            if len(cells) != DUMP_COLUMNS:
                faults.append(f"{where}: it has {len(cells)} columns; a dump of GeoNames has {DUMP_COLUMNS}")
                continue
            if cells[6] != "P" or cells[7] in GONE:
                continue
            try:
                found.append(_listing(cells, where))
            except ValueError as fault:
                faults.append(f"{where}: {fault}")
    if faults:
        raise ListingError(told(faults))
    return found


def _listing(cells: list[str], where: str) -> Listing:
    population = int(cells[14] or 0)
    names = dict.fromkeys(("en", name) for cell in (cells[2], cells[1]) if (name := spelling(cell)))
    if not cells[0].isdecimal() or not names or len(cells[8]) != 2:
        raise ValueError("the id, the name or the country is missing")
    return Listing(
        where=where, country=cells[8], kind=_kind(cells[7], population), names=tuple(names),
        lon=coordinate(cells[5], 180, "longitude"), lat=coordinate(cells[4], 90, "latitude"),
        codes={"geonames": cells[0]}, parent=None, population=population, source="geonames",
    )  # fmt: skip


def _kind(code: str, population: int) -> Kind:
    if code == "PPLX":
        return Kind.NEIGHBOURHOOD
    if code in ("PPLC", "PPLA") or population >= CITY:
        return Kind.CITY
    return Kind.TOWN if population >= TOWN else Kind.VILLAGE


def read_alternates(path: Path, wanted: Collection[str]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """By GeoNames id, the Arabic and English names of the places that are wanted, preferred ones first.

    What is colloquial or historic is left out, and so is what carries no language: Persian and Urdu spellings equal Arabic
    words. Raises ListingError if the lines are no alternate names.
    """
    preferred: dict[str, dict[tuple[str, str], None]] = {}
    others: dict[str, dict[tuple[str, str], None]] = {}
    with _lines(path) as lines:
        for number, cells in lines:
            if len(cells) < ALTERNATE_COLUMNS:
                few = f"it has {len(cells)} columns; alternate names have at least {ALTERNATE_COLUMNS}"
                raise ListingError(f"{path.name}, line {number}: {few}")
            if cells[2] not in LANGUAGES or cells[1] not in wanted or "1" in (cells[6], cells[7]):
                continue
            (preferred if cells[4] == "1" else others).setdefault(cells[1], {})[cells[2], spelling(cells[3])] = None
    return {
        place: tuple(dict.fromkeys([*preferred.get(place, ()), *others.get(place, ())]))
        for place in {**preferred, **others}
    }  # fmt: skip
