"""SQL that every article needs many times, given to the driver as it is: rows that go in, values looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import JSON, Connection, Dialect, Table, insert

from data.store.home import JSON_TEXT

_MOST_VALUES = 10_000  # of one statement: SQLite takes 32,766 of them, PostgreSQL 65,535; a long article has more runs


class _Insert(NamedTuple):
    sql: str
    json: tuple[str, ...]
    order: tuple[str, ...] | None  # of the values, where the driver wants them by position


@lru_cache(maxsize=64)
def _compiled(table: Table, columns: tuple[str, ...], dialect: Dialect) -> _Insert:
    compiled = insert(table).compile(dialect=dialect, column_keys=list(columns))
    order = tuple(compiled.positiontup) if compiled.positiontup else None
    return _Insert(str(compiled), tuple(c for c in columns if isinstance(table.c[c].type, JSON)), order)


def put(connection: Connection, table: Table, new: Sequence[dict[str, Any]]) -> None:
    """Inserts rows, all of the same columns, of which those of JSON hold a value; no row is no write."""
    if not new:
        return
    sql, json, order = _compiled(table, tuple(new[0]), connection.dialect)
    for column in json:
        for row in new:
            row[column] = JSON_TEXT.encode(row[column])
    connection.exec_driver_sql(sql, [tuple(row[c] for c in order) for row in new] if order else list(new))


def among(connection: Connection, statement: str, values: Sequence[int] | Sequence[str]) -> Iterator[Any]:
    """The rows of a statement that ends in a column and IN, for values of any count."""
    mark = "?" if connection.dialect.positional else "%s"
    for start in range(0, len(values), _MOST_VALUES):
        some = tuple(values[start : start + _MOST_VALUES])
        yield from connection.exec_driver_sql(f"{statement} ({', '.join([mark] * len(some))})", some)
