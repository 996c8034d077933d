"""The store: what was read in which article, kept as the records that went in, with what editors say of it.

    with open_writer(path) as store:
        store.save(article, reading, read_at=datetime.now(UTC), seconds=0.01)
    open_reader(path).statements()

Records come back equal to those that were saved. Every method raises StoreError if the store cannot be used. Readers read; only
ingest and review get a writer. A store is a file of SQLite, or a schema of a PostgreSQL database.
"""

from __future__ import annotations

from pathlib import Path

from data.store.home import Home
from data.store.migrations import check, migrate
from data.store.postgresql import StoreSchema
from data.store.reader import StoreReader
from data.store.records import Copy, Kept, NewReading, Repeat, StoredReading, ToldOfZone, ZoneOnDay
from data.store.sqlite import StoreFile
from data.store.writer import StoreWriter
from data.store_address import Database, Where
from geo.errors import StoreError

__all__ = [
    "Copy",
    "Database",
    "Kept",
    "NewReading",
    "Repeat",
    "StoreReader",
    "StoreWriter",
    "StoredReading",
    "ToldOfZone",
    "Where",
    "ZoneOnDay",
    "home_of",
    "open_reader",
    "open_writer",
]

WAIT_S = 10.0  # how long a lock is waited for: longer than saving any article takes


def home_of(where: Where, *, wait_s: float = WAIT_S) -> Home:
    """The place that an address or a path names."""
    return StoreFile(path=where, wait_s=wait_s) if isinstance(where, Path) else StoreSchema(database=where, wait_s=wait_s)


def open_reader(where: Where, *, wait_s: float = WAIT_S) -> StoreReader:
    """A store to read; a lock is waited for `wait_s` seconds. Raises StoreError if there is none, or none that can be used."""
    home = home_of(where, wait_s=wait_s)
    header = home.header()
    if header.empty:
        raise StoreError("there is no store at {store!r} yet: run `python -m data ingest seeds`", store=str(home))
    check(home, header, to_read=True)
    return StoreReader(home.engine(read_only=True))


def open_writer(where: Where, *, wait_s: float = WAIT_S) -> StoreWriter:
    """A store to write: made where there is none, upgraded where it is older. Raises StoreError if it cannot be used."""
    home = home_of(where, wait_s=wait_s)
    home.prepare()
    header = home.header()
    check(home, header, to_read=False)
    migrate(home, header)
    return StoreWriter(home.engine(read_only=False))
