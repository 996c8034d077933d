"""What is particular to SQLite: how a file is opened, how a transaction begins, and what its errors mean in words."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from sqlalchemy import Connection, Engine, ExceptionContext, NullPool, QueuePool, create_engine, event

from data.sources.document import system_fault
from data.store.home import JSON_TEXT, WRITES, Header
from geo.errors import StoreError
from geo.message import Message

APPLICATION_ID = 0x48554441  # "HUDA" in the file's header: this SQLite file is ours
# what SQLite says where the files beside a file in WAL mode are not there and cannot be made, or cannot be opened
_NO_SIDE_FILES = ("SQLITE_READONLY_DIRECTORY", "SQLITE_READONLY_CANTINIT", "SQLITE_CANTOPEN")
_BETWEEN_TRIES_S = 0.01
_CACHE_KB = 32_768  # of a writer: the runs of a new text lie all over a large store


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreFile:
    """A store in a file of its own; a lock held by another program is waited for `wait_s` seconds."""

    path: Path
    wait_s: float

    def __str__(self) -> str:
        return str(self.path)

    def is_there(self) -> bool:
        return not self.header().empty  # a file without tables is what a writer leaves that was ended before it made them

    def prepare(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.exists()
        except OSError as fault:
            folder, why = str(self.path.parent), Message(fault.strerror or str(fault))
            raise StoreError("the folder {folder!r} of the store cannot be made ({why})", folder=folder, why=why) from fault

    def header(self) -> Header:
        try:
            status = self.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return Header(ours=False, version=0, empty=True)
        except OSError as fault:
            meaning, why = _MEANINGS["SQLITE_CANTOPEN"], system_fault(fault)
            raise StoreError("the store {store!r} {meaning} ({fault})", store=str(self), meaning=meaning, fault=why) from fault
        if stat.S_ISDIR(status.st_mode):
            raise StoreError("{store!r} is a folder: name the store's file in it", store=str(self))
        try:
            return _header(_to_read(self.path, self.wait_s))
        except sqlite3.Error as fault:
            if fault.sqlite_errorname != "SQLITE_READONLY_ROLLBACK":
                raise store_error(self.path, fault) from fault
        try:  # who made the file was ended while it did: what is half there is undone, which takes the right to write
            return _header(_opened(self.path, "mode=rw", self.wait_s))
        except sqlite3.Error as fault:
            raise store_error(self.path, fault) from fault

    def engine(self, *, read_only: bool) -> Engine:
        engine = create_engine(
            "sqlite://",
            creator=lambda: _connect(self.path, read_only=read_only, wait_s=self.wait_s),
            # a reader opens the file anew each time: a page that runs for weeks must see a store that was deleted and made anew
            poolclass=NullPool if read_only else QueuePool,
            json_serializer=JSON_TEXT.encode,
        )
        event.listen(engine, "begin", _begin)
        event.listen(engine, "handle_error", _translating(self.path))
        return engine

    def back_up(self, version: int) -> None:
        copy = _backup_path(self.path, version)
        try:
            with (
                closing(sqlite3.connect(_uri(self.path, "mode=ro"), uri=True)) as source,
                closing(sqlite3.connect(copy)) as target,
            ):
                source.backup(target)
        except sqlite3.Error as fault:
            raise store_error(copy, fault) from fault

    def version(self, connection: Connection) -> int:
        version: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        return version

    def mark(self, connection: Connection, version: int) -> None:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def _backup_path(path: Path, version: int) -> Path:
    """Where the copy goes: an earlier copy is never written over."""
    first = path.with_name(f"{path.name}.before-version-{version}")
    later = (path.with_name(f"{first.name}-{n}") for n in range(2, 1_000_000))
    return first if not first.exists() else next(copy for copy in later if not copy.exists())


def _uri(path: Path, how: str) -> str:
    return f"{path.absolute().as_uri()}?{how}"


def _opened(path: Path, how: str, wait_s: float) -> sqlite3.Connection:
    # isolation_level None: transactions begin where `_begin` says, not where the driver guesses. The pool hands a connection
    # to one thread at a time
    return sqlite3.connect(_uri(path, how), uri=True, timeout=wait_s, isolation_level=None, check_same_thread=False)


def _to_read(path: Path, wait_s: float) -> sqlite3.Connection:
    """A connection that reads, also where the files cannot be made that SQLite keeps beside one in WAL mode. Then the file is
    read as one that nobody changes, if all that was stored is in it. Raises StoreError if it is not."""
    connection = _opened(path, "mode=ro", wait_s)
    try:
        connection.execute("PRAGMA schema_version")  # the first question that opens the files beside it
        return connection
    except sqlite3.Error as fault:
        connection.close()
        if fault.sqlite_errorname not in _NO_SIDE_FILES:
            raise
        for beside in (path.with_name(f"{path.name}-{kind}") for kind in ("wal", "journal")):
            if beside.exists() and beside.stat().st_size:
                raise StoreError(
                    "the store {store!r} cannot be read: a part of it is still in {beside!r}, and nothing may be written in "
                    "that folder. Make the folder writable, or copy both files into one that is",
                    store=str(path), beside=str(beside),
                ) from fault  # fmt: skip
    return _opened(path, "mode=ro&immutable=1", wait_s)


def _header(connection: sqlite3.Connection) -> Header:
    """What a file says of itself; its connection is closed."""
    with closing(connection):
        connection.execute("BEGIN")  # three answers about one state, though another program makes the store meanwhile
        application_id, version, tables = (
            connection.execute(question).fetchone()[0]
            for question in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
        )
    return Header(ours=application_id == APPLICATION_ID, version=version, empty=tables == 0)


def _connect(path: Path, *, read_only: bool, wait_s: float) -> sqlite3.Connection:
    connection = _to_read(path, wait_s) if read_only else _opened(path, "mode=rwc", wait_s)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        if not read_only:
            _turn_on_wal(connection, wait_s)
            # in WAL mode a power cut may take the last transactions, never a part of one; the next ingest makes up for it
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _turn_on_wal(connection: sqlite3.Connection, wait_s: float) -> None:
    """A file that is in WAL mode already stays as it is. SQLite itself does not wait for another program that turns it on."""
    give_up_at = monotonic() + wait_s
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as fault:
            if fault.sqlite_errorname != "SQLITE_BUSY" or monotonic() >= give_up_at:
                raise
        sleep(_BETWEEN_TRIES_S)


def _begin(connection: Connection) -> None:
    """A reader's transaction sees one state of the store throughout; a writer's waits for its turn at once, not half-way."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITES) else "BEGIN")


def _translating(path: Path) -> Callable[[ExceptionContext], StoreError | None]:
    """A listener that turns what the file and the system do wrong into StoreErrors; a slip of our own SQL stays what it is."""

    def translate(context: ExceptionContext) -> StoreError | None:
        fault = context.original_exception
        if isinstance(fault, sqlite3.Error) and not isinstance(fault, (sqlite3.IntegrityError, sqlite3.ProgrammingError)):
            return store_error(path, fault)
        return None

    return translate


_MEANINGS = {
    "SQLITE_BUSY": Message("is locked: another program is writing to it. Wait for it to end, or end it, and try again"),
    "SQLITE_LOCKED": Message("is locked: another program is writing to it. Wait for it to end, or end it, and try again"),
    "SQLITE_READONLY": Message("cannot be written: make the file and its folder writable, or choose another with HUDNA_STORE"),
    "SQLITE_FULL": Message("cannot grow: the disk is full. Nothing that was stored is lost; make room and try again"),
    "SQLITE_CANTOPEN": Message("cannot be opened: look whether its folder is there and may be read and written"),
    "SQLITE_PERM": Message("cannot be opened: look whether its folder is there and may be read and written"),
    "SQLITE_NOTADB": Message("is not a store of Hudna, and is left as it is: choose another file with HUDNA_STORE"),
    "SQLITE_CORRUPT": Message("is damaged: move it away and run ingest again, or put a copy in its place"),
    "SQLITE_IOERR": Message("cannot be read or written: the disk reports a fault"),
}


def store_error(path: Path, fault: sqlite3.Error) -> StoreError:
    """An error of SQLite in words."""
    name = getattr(fault, "sqlite_errorname", "") or ""
    kind = "_".join(name.split("_")[:2])  # SQLITE_BUSY_SNAPSHOT is a SQLITE_BUSY
    meaning = _MEANINGS.get(kind, Message("cannot be used"))
    return StoreError("the store {store!r} {meaning} ({fault})", store=str(path), meaning=meaning, fault=str(fault))
