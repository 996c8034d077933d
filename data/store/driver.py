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
    """Inserts rows, all of the same columns, of which those of JSON hold a value; no row is no write."""
    if not new:
        return
    sql, json, values = _compiled(table, tuple(new[0]), connection.dialect)
    for column in json:
        for row in new:
            row[column] = "[]" if row[column] == () else JSON_TEXT.encode(row[column])
    connection.exec_driver_sql(sql, list(map(values, new)) if values else list(new))


def among(connection: Connection, statement: str, values: Sequence[int] | Sequence[str]) -> Iterator[Any]:
    """The rows of a statement that ends in a column and IN, for values of any count."""
    mark = "?" if connection.dialect.positional else "%s"
    for start in range(0, len(values), _MOST_VALUES):
        some = tuple(values[start : start + _MOST_VALUES])
        yield from connection.exec_driver_sql(f"{statement} ({', '.join([mark] * len(some))})", some)
