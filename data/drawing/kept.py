"""What was drawn before, kept below the data folder so that the next start need not draw it again. Deleting it loses nothing.

A kept drawing is found only by what it was drawn from: the reference tables, the user's own places, the outlines, the program
itself and the libraries that compute. A file that is damaged, or none of ours, is passed over like one that is not
there.
"""

from __future__ import annotations

import hashlib
import json
import logging
import platform
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from time import time
from typing import Any, TypeVar

import shapely
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from data.assets import provinces_beside
from data.tables.reference import added_tables
from data.tables.rows import REFERENCE_FOLDER
from data.whole_file import UNFINISHED, write_whole

_LOG = logging.getLogger(__name__)
_TOLD: set[tuple[Path, int | None]] = set()  # folders that cannot be written, and why: once each

FOLDER = "drawn"
LIBRARIES = ("numpy", "pyproj", "shapely", "tzfpy")
PROJECT = Path(__file__).resolve().parents[2]
MOST_OF_A_NAME = 2  # two stores, or two versions of the program, may share a data folder
MOST_BYTES = 500_000_000
UNFINISHED_S = 3_600.0  # so old a file that is not finished never will be
# A program file that changed after the program was loaded would name what the old one draws. Loading takes some seconds.
_LOADED = time()
LOADING_S = 3.0
NOT_WHAT_WAS_KEPT = (AttributeError, LookupError, MemoryError, RuntimeError, StopIteration, TypeError, ValueError)
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawings:
    """The kept drawings of one state of the tables and the program; `files` are what `digest` is made from. Without a folder
    nothing is found and nothing is kept."""

    folder: Path | None = None
    files: tuple[Path, ...] = ()
    digest: str = ""

    def find(self, name: str, of: str, read: Callable[[Any, Sequence[BaseGeometry]], T]) -> T | None:
        """What `read` makes of the note and the shapes that were kept, None where nothing was. `of` is what else, besides the
        tables and the program, the drawing was drawn from."""
        path = self._path(name, of)
        if path is None:
            return None
        try:
            if not path.is_file() or path.stat().st_size > MOST_BYTES:
                return None
            seal, _, body = path.read_bytes().partition(b"\n")
            if seal != self._seal(name, of, body):
                return None
            head, _, shapes = body.partition(b"\n")
            told = json.loads(head)
            return read(told["note"], shapely.from_wkb(list(_pieces(shapes, told["lengths"]))).tolist())
        except (OSError, ShapelyError, *NOT_WHAT_WAS_KEPT) as fault:
            _LOG.info("%s cannot be used (%r) and is drawn anew.", path, fault)
            return None

    def keep(self, name: str, of: str, note: Any, shapes: Sequence[BaseGeometry] = ()) -> None:
        """Keeps a note (what JSON can hold) and shapes, whole or not at all, and removes what was kept before under the name.

        Nothing is kept where the folder cannot be written, or where a table has changed since the digest was made.
        """
        path = self._path(name, of)
        if path is None or digest_of(self.files) != self.digest:
            return
        written = [shapely.to_wkb(shape) for shape in shapes]
        head = json.dumps({"note": note, "lengths": [len(piece) for piece in written]}, ensure_ascii=False)
        body = b"".join((head.encode(), b"\n", *written))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, self._seal(name, of, body) + b"\n" + body)
            _remove_old(path, name)
        except OSError as fault:
            told = (path.parent, fault.errno)
            if told not in _TOLD:
                _TOLD.add(told)
                _LOG.warning("What was drawn cannot be kept in %s (%s): the next start draws it again.", path.parent, fault)

    def _path(self, name: str, of: str) -> Path | None:
        return None if self.folder is None else self.folder / f"{name}-{self._key(name, of)[:16]}.drawing"

    def _key(self, name: str, of: str) -> str:
        return hashlib.sha256(f"{self.digest}\0{name}\0{of}".encode()).hexdigest()

    def _seal(self, name: str, of: str, body: bytes) -> bytes:
        """The first line of a file: what it was drawn from, and the checksum of what follows."""
        return f"hudna {self._key(name, of)} {hashlib.sha256(body).hexdigest()}".encode()


NOTHING_KEPT = Drawings()


def find_drawings(
    data_folder: Path, outlines: Path, added: Path | None = None, folder: Path = REFERENCE_FOLDER
) -> Drawings:  # fmt: skip
    """The drawings that are kept for these tables, as they are now: to be asked before the tables are read."""
    program = [path for room in ("geo", "data", "dashboard") for path in sorted((PROJECT / room).rglob("*.py"))]
    try:
        if max(path.stat().st_mtime for path in program) > _LOADED - LOADING_S:
            return NOTHING_KEPT
        tables = sorted(path for path in folder.iterdir() if path.is_file())
        provinces = sorted(provinces_beside(outlines).glob("*.json"))
        files = (*program, *tables, outlines, *provinces, *added_tables(added))
    except OSError:  # whoever reads the tables says what is wrong
        return NOTHING_KEPT
    digest = digest_of(files)
    return Drawings(folder=data_folder / FOLDER, files=files, digest=digest) if digest else NOTHING_KEPT


def digest_of(files: Iterable[Path]) -> str:
    """Tells two states of files, libraries and machines apart; "" where one cannot be read."""
    digest = hashlib.sha256(repr([platform.machine(), *((name, version(name)) for name in LIBRARIES)]).encode())
    try:
        for path in files:
            content = path.read_bytes()
            digest.update(f"{path.name}\0{len(content)}\0".encode() + content)
    except OSError:
        return ""
    return digest.hexdigest()


def _pieces(shapes: bytes, lengths: Sequence[int]) -> Iterable[bytes]:
    start = 0
    for length in lengths:
        yield shapes[start : start + length]
        start += length


def _remove_old(path: Path, name: str) -> None:
    """Removes all but the newest drawings of a name, and what a program that was killed has left behind."""
    by_age = sorted((_changed(old), old) for old in path.parent.glob(f"{name}-{16 * '?'}.drawing") if old != path)
    killed = [part for part in path.parent.glob(f"*{UNFINISHED}") if 0 < _changed(part) < time() - UNFINISHED_S]
    for old in (*(old for _, old in by_age[: -(MOST_OF_A_NAME - 1)]), *killed):
        old.unlink(missing_ok=True)


def _changed(path: Path) -> float:
    """When a file was changed; 0 if another process has removed it meanwhile."""
    with suppress(FileNotFoundError):
        return path.stat().st_mtime
    return 0.0
