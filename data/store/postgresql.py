"""What is particular to PostgreSQL: a store is a schema, writers take turns by an advisory lock, errors are told in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from sqlalchemy import URL, Connection, Engine, ExceptionContext, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from data.store.home import HASTY, JSON_TEXT, WRITES, Header
from data.store_address import Database
from geo.errors import StoreError
from geo.message import Message

SCHEMA = "hudna"  # unless the address ends in ?schema=…
CONNECT_S = 10
_TURN = 0x48554441  # the advisory lock of whoever writes, together with the schema's number


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreSchema:
    """A store in a schema of a database. Another writer is waited for `wait_s` seconds."""

    database: Database
    wait_s: float

    def __str__(self) -> str:
        return str(self.database)

    def is_there(self) -> bool:
        return not self.header().empty

    def prepare(self) -> None:
        with self._admin() as connection:
            connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {self._schema}")

    def header(self) -> Header:
        with self._admin() as connection:
            counted = "SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname = %s"
            tables = connection.exec_driver_sql(counted, (self._schema,)).scalar_one()
            ours = _has_version(connection)
            version = self.version(connection) if ours else 0
        return Header(ours=ours, version=version, empty=tables == 0)

    def engine(self, *, read_only: bool) -> Engine:
        address = self._address()
        # jit: compiling the question for a day's zones takes as long as a third of the answer
        settings = f"-c search_path={self._schema} -c lock_timeout={max(1, round(self.wait_s * 1000))} -c jit=off"
        engine = create_engine(
            address.difference_update_query(["schema"]).set(drivername="postgresql+psycopg"),
            connect_args={"options": settings, "connect_timeout": CONNECT_S, "application_name": "hudna"},
            pool_pre_ping=True,  # a page that runs for weeks outlives the server's restarts
            json_serializer=JSON_TEXT.encode,
        )
        event.listen(engine, "begin", _begin_reading if read_only else _begin)
        event.listen(engine, "handle_error", _translating(str(self)))
        return engine

    def back_up(self, version: int) -> None:
        with self._admin() as connection:
            existing = set(connection.exec_driver_sql("SELECT nspname FROM pg_catalog.pg_namespace").scalars())
            first = f"{self._schema}_before_version_{version}"
            names = (first, *(f"{first}_{n}" for n in range(2, 1000)))
            copy = next(name for name in names if name not in existing)
            connection.exec_driver_sql(f"CREATE SCHEMA {copy}")
            listed = "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = %s"
            for table in connection.exec_driver_sql(listed, (self._schema,)).scalars().all():
                connection.exec_driver_sql(f'CREATE TABLE {copy}."{table}" AS TABLE {self._schema}."{table}"')

    def version(self, connection: Connection) -> int:
        if not _has_version(connection):
            return 0
        version: int = connection.exec_driver_sql("SELECT version FROM store_version").scalar_one()
        return version

    def mark(self, connection: Connection, version: int) -> None:
        connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS store_version (version INTEGER NOT NULL)")
        connection.exec_driver_sql("DELETE FROM store_version")
        connection.exec_driver_sql("INSERT INTO store_version VALUES (%s)", (version,))

    @property
    def _schema(self) -> str:
        schema = self._address().query.get("schema", SCHEMA)
        if not isinstance(schema, str) or not re.fullmatch("[a-z_][a-z0-9_]{0,40}", schema):
            raise StoreError(
                "the schema {schema!r} in {store!r} cannot be used: small letters, digits and _, at most 40",
                schema=str(schema), store=str(self),
            )  # fmt: skip
        return schema

    def _address(self) -> URL:
        try:
            return make_url(self.database.url)
        except (ArgumentError, ValueError) as fault:
            raise StoreError(
                "the address {store!r} of the database names no database: write postgresql://user@host/name", store=str(self)
            ) from fault

    @contextmanager
    def _admin(self) -> Iterator[Connection]:
        """A transaction in which nobody else writes."""
        engine = self.engine(read_only=False)
        try:
            with engine.execution_options(**{WRITES: True}).begin() as connection:
                yield connection
        finally:
            engine.dispose()


def _has_version(connection: Connection) -> bool:
    found = connection.exec_driver_sql("SELECT to_regclass('store_version')").scalar_one()
    return found is not None


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def _begin(connection: Connection) -> None:
    """A writer's transaction waits for its turn at once, not half-way; a reader's sees one state throughout."""
    options = connection.get_execution_options()
    if options.get(WRITES):
        turn = "SELECT pg_advisory_xact_lock(%s, hashtext(coalesce(current_schema(), '')))"
        hasty = ", set_config('synchronous_commit', 'off', true)" if options.get(HASTY) else ""
        connection.exec_driver_sql(turn + hasty, (_TURN,))
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


# by SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html
_MEANINGS = {
    "55P03": Message("is locked: another program is writing to it. Wait for it to end, or end it, and try again"),
    "42501": Message("may not be written by this user: grant it, or name another user in DATABASE_URL"),
    "25006": Message("cannot be written: the database, or this way to it, is read-only"),
    "53100": Message("cannot grow: the server's disk is full. Nothing that was stored is lost; make room and try again"),
    "53300": Message("takes no more connections: close others, or raise max_connections"),
    "42P01": Message("is not there any more: run ingest again"),
}
_UNREACHED = Message(
    "cannot be reached: look whether the server runs, and whether address, user and password in DATABASE_URL are right"
)


def _translating(place: str) -> Callable[[ExceptionContext], StoreError | None]:
    """A listener that turns what the server and the way to it do wrong into StoreErrors; a slip of our SQL stays what it is."""

    def translate(context: ExceptionContext) -> StoreError | None:
        fault = context.original_exception
        if not isinstance(fault, psycopg.Error):
            return None
        unreached = context.connection is None or isinstance(fault, psycopg.OperationalError)
        meaning = _MEANINGS.get(fault.sqlstate or "", _UNREACHED if unreached else None)
        if meaning is None:
            return None
        first_line = next(iter(str(fault).splitlines()), "")
        return StoreError("the store {store!r} {meaning} ({fault})", store=place, meaning=meaning, fault=first_line)

    return translate
