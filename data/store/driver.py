"""SQL that every article needs many times, given to the driver as it is: rows that go in, values looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import JSON, Connection, Dialect, Table, insert

from data.store.home import JSON_TEXT

_MOST_VALUES = 10_000  # of one statement: SQLite takes 32,766 of them, PostgreSQL 65,535; a long article has more runs


class _Insert(NamedTuple):
    sql: str
    json: tuple[str, ...]
    values: Callable[[dict[str, Any]], Any] | None  # of a row in their order, where the driver wants them by position


@lru_cache(maxsize=64)
def _compiled(table: Table, columns: tuple[str, ...], dialect: Dialect) -> _Insert:
    compiled = insert(table).compile(dialect=dialect, column_keys=list(columns))
    values = itemgetter(*compiled.positiontup) if compiled.positiontup else None
    return _Insert(str(compiled), tuple(c for c in columns if isinstance(table.c[c].type, JSON)), values)


def put(connection: Connection, table: Table, new: Sequence[dict[str, Any]]) -> None:
    """Inserts rows, all of the same columns; no row is no write. A None is NULL, in columns of JSON, too."""
    gathered = Gathered(connection)
    gathered.add(table, new)
    gathered.put()


class Gathered:
    """Rows of several tables that go in together, table by table in the order in which they came up.

    What the rows are made of is let go of when they are added: thousands of lists at a time would keep Python's collector busy.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._values: dict[str, list[Any]] = {}

    def add(self, table: Table, new: Sequence[dict[str, Any]]) -> None:
        """Adds rows of a table, all of the same columns."""
        if not new:
            return
        sql, json, values = _compiled(table, tuple(new[0]), self._connection.dialect)
        for row in new:
            for column in json:
                if row[column] is not None:
                    row[column] = "[]" if row[column] == () else JSON_TEXT.encode(row[column])
        self._values.setdefault(sql, []).extend(map(values, new) if values else new)

    def put(self) -> None:
        """Inserts them."""
        for sql, values in self._values.items():
            self._connection.exec_driver_sql(sql, values)
        self._values = {}


def among(connection: Connection, statement: str, values: Sequence[int] | Sequence[str]) -> Iterator[Any]:
    """The rows of a statement that ends in a column and IN, for values of any count."""
    mark = "?" if connection.dialect.positional else "%s"
    for start in range(0, len(values), _MOST_VALUES):
        some = tuple(values[start : start + _MOST_VALUES])
        yield from connection.exec_driver_sql(f"{statement} ({', '.join([mark] * len(some))})", some)
