"""Brings a store's file to the tables of today: named steps, in order, each applied once, in one transaction."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from data.dialect import APPLICATION_ID, WRITES, Header, back_up
from geo.errors import StoreError


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One step. Once released it is never edited: a change of `data/tables.py` is a new step behind the last."""

    name: str
    apply: Callable[[Connection], None]


def _first_tables(connection: Connection) -> None:
    for statement in _FIRST_TABLES.split(";"):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("INSERT INTO state (store, generation) VALUES (?, 0)", (uuid.uuid4().hex,))


_FIRST_TABLES = """
CREATE TABLE state (store VARCHAR NOT NULL PRIMARY KEY, generation INTEGER NOT NULL);
CREATE TABLE article (
    id VARCHAR NOT NULL PRIMARY KEY, sha256 VARCHAR NOT NULL, text TEXT NOT NULL, language VARCHAR NOT NULL,
    title TEXT, publisher TEXT, url TEXT, published VARCHAR, published_basis TEXT);
CREATE TABLE reading (
    article VARCHAR NOT NULL PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    sha256 VARCHAR NOT NULL, reader VARCHAR NOT NULL, read_at VARCHAR NOT NULL, seconds FLOAT NOT NULL,
    mentions INTEGER NOT NULL, unresolved INTEGER NOT NULL, timexes INTEGER NOT NULL, statements INTEGER NOT NULL,
    agreements INTEGER NOT NULL);
CREATE TABLE mention (
    article VARCHAR NOT NULL REFERENCES reading (article) ON DELETE CASCADE, position INTEGER NOT NULL,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, area VARCHAR, reading VARCHAR NOT NULL, role VARCHAR NOT NULL,
    candidates JSON NOT NULL, details JSON NOT NULL, PRIMARY KEY (article, position));
CREATE TABLE timex (
    article VARCHAR NOT NULL REFERENCES reading (article) ON DELETE CASCADE, position INTEGER NOT NULL,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, value VARCHAR, PRIMARY KEY (article, position));
CREATE TABLE agreement (
    article VARCHAR NOT NULL REFERENCES reading (article) ON DELETE CASCADE, position INTEGER NOT NULL,
    id VARCHAR NOT NULL, name_en TEXT NOT NULL, name_ar TEXT NOT NULL, type VARCHAR NOT NULL, known BOOLEAN NOT NULL,
    signed VARCHAR, in_force VARCHAR, ended VARCHAR, sponsors JSON NOT NULL, guarantors JSON NOT NULL,
    mediators JSON NOT NULL, event_places JSON NOT NULL, areas JSON NOT NULL, sources JSON NOT NULL,
    PRIMARY KEY (article, position));
CREATE TABLE statement (
    id VARCHAR NOT NULL PRIMARY KEY, article VARCHAR NOT NULL REFERENCES reading (article) ON DELETE CASCADE,
    position INTEGER NOT NULL, agreement VARCHAR NOT NULL, type VARCHAR NOT NULL, excluded JSON NOT NULL,
    status VARCHAR NOT NULL, modality VARCHAR NOT NULL, attribution_start INTEGER, attribution_end INTEGER,
    signed VARCHAR, effective VARCHAR, until VARCHAR, expected VARCHAR, sponsors JSON NOT NULL, guarantors JSON NOT NULL);
CREATE INDEX statement_by_article ON statement (article, position);
CREATE TABLE statement_area (
    statement VARCHAR NOT NULL REFERENCES statement (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    area VARCHAR NOT NULL, partial BOOLEAN NOT NULL, mention_start INTEGER, mention_end INTEGER,
    PRIMARY KEY (statement, position));
CREATE TABLE evidence (
    statement VARCHAR NOT NULL REFERENCES statement (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, quote TEXT NOT NULL, aspect VARCHAR NOT NULL,
    PRIMARY KEY (statement, position));
CREATE TABLE fault (
    position INTEGER NOT NULL PRIMARY KEY, file TEXT NOT NULL, reason TEXT NOT NULL, articles JSON NOT NULL)
"""


def _parts_of_dates(connection: Connection) -> None:
    """«مطلع تموز»: a date expression's part has a column of its own."""
    connection.exec_driver_sql("ALTER TABLE timex ADD COLUMN part VARCHAR")


def _reasons_by_code(connection: Connection) -> None:
    """Reasons were English sentences. They are forgotten until the next ingest, which reads every article anew."""
    connection.exec_driver_sql(
        "UPDATE mention SET candidates = (SELECT json_group_array(json_array(json_extract(value, '$[0]'), "
        "json_extract(value, '$[1]'), json('[]'))) FROM (SELECT value FROM json_each(mention.candidates) ORDER BY key))"
    )


MIGRATIONS = (
    Migration(name="first tables", apply=_first_tables),
    Migration(name="parts of dates", apply=_parts_of_dates),
    Migration(name="reasons by code", apply=_reasons_by_code),
)


def check(path: Path, header: Header, *, to_read: bool, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Raises StoreError if this program cannot use a file: not ours, newer than this program, or older and only to be read."""
    if header.application_id != APPLICATION_ID and not (header.empty and not to_read):
        raise StoreError(f"{str(path)!r} is not a store of Hudna, and is left as it is: choose another file with HUDNA_STORE")
    if header.version > len(migrations):
        raise StoreError(
            f"the store {str(path)!r} was written by a newer Hudna (its version is {header.version}, the newest known here "
            f"{len(migrations)}): update the program, or choose another file with HUDNA_STORE"
        )
    if to_read and header.version < len(migrations):
        raise StoreError(f"the store {str(path)!r} is of an older Hudna: run `python -m data ingest seeds` to upgrade it")


def migrate(engine: Engine, path: Path, header: Header, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Applies the steps that a file lacks; a file that holds something is copied beside itself first. Raises StoreError."""
    if header.version == len(migrations):
        return
    if not header.empty:
        back_up(path, _backup_path(path, header.version + 1))
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        # asked again under the write lock: another program may have been quicker
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        for migration in migrations[version:]:
            migration.apply(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {len(migrations)}")


def _backup_path(path: Path, version: int) -> Path:
    """Where the copy goes: an earlier copy is never written over."""
    first = path.with_name(f"{path.name}.before-version-{version}")
    later = (path.with_name(f"{first.name}-{n}") for n in range(2, 1_000_000))
    return first if not first.exists() else next(copy for copy in later if not copy.exists())
