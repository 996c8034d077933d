"""The published boundaries that are kept in the data folder, outside the repository: the file as it came, and its polygons.

`boundaries/SY.json` says which files are in force. It is replaced last and at once, so that whatever stops the program leaves
either the previous boundaries or the new ones, whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from data.boundaries.sets import Published
from data.whole_file import write_whole
from geo.errors import BoundaryError
from geo.message import Message

FOLDER = "boundaries"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is in force for a country: `origin` is the address or the file that it came from, `retrieved` the day (ISO).

    `file` is the file as it came and `sha256` its checksum; `shapes` holds its polygons, with `shapes_sha256`.
    """

    country: str
    dataset: str
    origin: str
    retrieved: str
    valid_on: str
    units: tuple[int, ...]
    file: str
    sha256: str
    shapes: str
    shapes_sha256: str


def keep(
    source: Path, published: Published, data_folder: Path, *, country: str, dataset: str, origin: str, retrieved: str
) -> Kept:
    """Puts a checked file and its polygons into the data folder, in force from then on. Raises BoundaryError if it cannot."""
    content = source.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    shapes = json.dumps({code: shapely.to_wkb(land, hex=True) for code, land in published.land.items()}).encode()
    kept = Kept(
        country=country, dataset=dataset, origin=origin, retrieved=retrieved, valid_on=published.valid_on,
        units=published.counts, file=f"{country}-{digest[:12]}{source.suffix.lower()}", sha256=digest,
        shapes=f"{country}-{digest[:12]}.polygons.json", shapes_sha256=hashlib.sha256(shapes).hexdigest(),
    )  # fmt: skip
    folder = data_folder / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / kept.file, content)
        write_whole(folder / kept.shapes, shapes)
        write_whole(folder / f"{country}.json", json.dumps(asdict(kept), ensure_ascii=False, indent=1).encode())
        for old in folder.glob(f"{country}-*"):
            if old.name not in (kept.file, kept.shapes):
                old.unlink(missing_ok=True)
    except OSError as fault:
        raise BoundaryError(
            "the boundaries cannot be kept in {folder} ({fault}). What was kept before stays.",
            folder=str(folder),
            fault=str(fault),
        ) from fault
    return kept


def find_kept(data_folder: Path, country: str) -> Kept | None:
    """What is in force for a country, None where nothing is. Raises BoundaryError if the note of it cannot be read."""
    note = data_folder / FOLDER / f"{country}.json"
    try:
        row = json.loads(note.read_text(encoding="utf-8"))
        return Kept(**{**row, "units": tuple(row["units"])})
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError) as fault:
        raise _damaged(note, Message(str(fault))) from fault


def kept_land(data_folder: Path, kept: Kept) -> Mapping[str, BaseGeometry]:
    """The polygons in force by P-code, EPSG:4326, a coverage. Raises BoundaryError if they are gone or changed since."""
    path = data_folder / FOLDER / kept.shapes
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise _damaged(path, Message(str(fault))) from fault
    if hashlib.sha256(content).hexdigest() != kept.shapes_sha256:
        raise _damaged(path, Message("its checksum is another"))
    return {code: shapely.from_wkb(land) for code, land in json.loads(content).items()}


def _damaged(path: Path, why: Message) -> BoundaryError:
    return BoundaryError(
        "the kept boundaries are damaged: {path} ({why}). Run `make boundaries` again, or delete its folder.",
        path=str(path), why=why,
    )  # fmt: skip
