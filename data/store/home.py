"""Where a store lives: a file of SQLite, or a schema of a PostgreSQL database, behind one protocol."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection, Engine

JSON_TEXT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
WRITES = "hudna_writes"  # execution option of a connection: its transactions take the write lock when they begin
# … and do not wait for the disk: a power cut may take the last of them, never a part of one; the next ingest makes up for it
HASTY = "hudna_hasty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a store says of itself before anything is read: whether it is ours, its tables' version, whether it has any."""

    ours: bool
    version: int
    empty: bool


class Home(Protocol):
    """A place that may hold a store. Every fault of the system comes out as a StoreError that says what to do."""

    def __str__(self) -> str:
        """The place, for a sentence to quote."""

    def is_there(self) -> bool:
        """True if there may be a store: nothing is made by asking."""

    def prepare(self) -> None:
        """Makes what the store is to lie in."""

    def header(self) -> Header: ...

    def engine(self, *, read_only: bool) -> Engine:
        """An engine whose readers see one state throughout a transaction, and whose writers wait for their turn."""

    def back_up(self, version: int) -> None:
        """Copies the store beside itself before it is brought to a version; an earlier copy is never written over."""

    def version(self, connection: Connection) -> int: ...

    def mark(self, connection: Connection, version: int) -> None:
        """Says in the store whose it is and which version its tables have."""
