"""What is in a store, row by row, and whether it is whole: nothing half there, nothing double, nothing that leads nowhere."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select, text

from data.store import Where, home_of, open_writer
from data.store.home import WRITES
from data.store.tables import METADATA, STATE

Rows = Mapping[str, list[dict[str, Any]]]

# when something was done, and how many changes that took: two runs that do the same differ in these
OF_THE_CLOCK = {
    "state": ("store", "generation"), "article": ("since",), "reading": ("read_at", "seconds"),
    "past_reading": ("number", "read_at", "seconds"), "former_version": ("since", "until"),
    # since when a changed article says something is the day of the run
    "line": ("known_on", "withdrawn_on"),
}  # fmt: skip
COUNTED = {"mentions": "mention", "timexes": "timex", "statements": "statement", "agreements": "agreement"}


def tables(where: Where) -> Rows:
    """The rows of every table, in an order of their own."""
    engine = home_of(where).engine(read_only=True)
    with engine.begin() as connection:
        found = {
            name: [dict(row._mapping) for row in connection.execute(select(table))] for name, table in METADATA.tables.items()
        }
    engine.dispose()
    return {name: sorted(rows, key=_text) for name, rows in found.items()}


def by_zone(found: Rows) -> Rows:
    """The rows with each line under the name of its zone: the number that a zone has says only which was met first."""
    zones = {row["number"]: f"{row['truce']}@{row['area']}" for row in found["zone"]}
    return {
        **found, "zone": [{**row, "number": 0} for row in found["zone"]],
        "line": [{**row, "zone": zones[row["zone"]]} for row in found["line"]],
    }  # fmt: skip


def without_times(found: Rows) -> dict[str, list[str]]:
    """The rows as text, without what tells two runs apart that did the same."""
    return {
        name: sorted(_text({c: value for c, value in row.items() if c not in OF_THE_CLOCK.get(name, ())}) for row in rows)
        for name, rows in by_zone(found).items()
    }


def by_article(found: Rows) -> dict[str, list[str]]:
    """All that hangs below each article, as text."""
    article_of = {row["id"]: row["article"] for row in found["statement"]}
    below: dict[str, list[str]] = {row["id"]: [] for row in found["article"]}
    plain = {name: found[name] for name in ("article", "reading", "mention", "timex", "agreement", "statement")}
    for name, rows in plain.items():
        for row in rows:
            kept = {column: value for column, value in row.items() if column not in OF_THE_CLOCK.get(name, ())}
            below[row["id"] if name == "article" else row["article"]].append(f"{name} {_text(kept)}")
    for name in ("statement_area", "evidence"):
        for row in found[name]:
            below[article_of[row["statement"]]].append(f"{name} {_text(row)}")
    return {id: sorted(rows) for id, rows in below.items()}


def faults_in(found: Rows) -> list[str]:
    """What is not as it must be at any moment, a line each."""
    faults: list[str] = []
    articles, statements = {row["id"]: row for row in found["article"]}, {row["id"] for row in found["statement"]}
    readings = {row["article"]: row for row in found["reading"]}
    if articles.keys() != readings.keys():
        faults.append(f"articles without a reading, or readings without an article: {sorted(articles.keys() ^ readings)}")
    for counted, name in COUNTED.items():
        there = Counter(row["article"] for row in found[name])
        faults += [
            f"{id} counts {row[counted]} {counted}, has {there[id]}"
            for id, row in readings.items()
            if there[id] != row[counted]
        ]
    faults += [f"{id} was read in another text" for id, row in readings.items() if row["sha256"] != articles[id]["sha256"]]
    for name in ("statement_area", "evidence"):
        positions: dict[str, list[int]] = {}
        for row in found[name]:
            positions.setdefault(row["statement"], []).append(row["position"])
        faults += [f"{name} of {id} are {sorted(n)}" for id, n in positions.items() if sorted(n) != list(range(len(n)))]
        faults += [f"{name} of {id}, which is not there" for id in positions.keys() - statements]
        faults += [f"no {name} of {id}" for id in statements - positions.keys()]
    ends = [row[end] for row in found["copy"] for end in ("article", "of")] + [row["article"] for row in found["run"]]
    faults += [f"a copy or run of {id}, which is not there" for id in set(ends) - articles.keys()]
    faults += [f"a repeat of {row['of']}, which is not there" for row in found["repeat"] if row["of"] not in articles]
    kept = [(row["fingerprint"], row["publisher"]) for row in found["article"]]
    faults += [f"the words {words} are kept {n} times" for (words, _), n in Counter(kept).items() if n > 1]
    for name in ("judgement", "former_version", "past_reading"):
        faults += [f"{n} times in {name}: {row}" for row, n in Counter(without_times(found)[name]).items() if n > 1]
    return faults


def damage(where: Where) -> list[str]:
    """What SQLite itself finds wrong with a file; PostgreSQL looks after its own."""
    if not isinstance(where, Path):
        return []
    with closing(sqlite3.connect(where)) as connection:
        checked = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        return [line for line in checked if line != "ok"] + [str(row) for row in connection.execute("PRAGMA foreign_key_check")]


def copy_store(source: Where, target: Where) -> None:
    """Makes a store with the rows of another."""
    found = tables(source)
    open_writer(target).close()
    engine = home_of(target).engine(read_only=False)
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        connection.execute(STATE.delete())
        for table in METADATA.sorted_tables:
            if found[table.name]:
                connection.execute(insert(table), found[table.name])
        if engine.dialect.name == "postgresql":
            for name in ("past_reading", "judgement", "zone"):
                most = select(func.coalesce(func.max(METADATA.tables[name].c.number), 0) + 1).scalar_subquery()
                connection.execute(select(func.setval(func.pg_get_serial_sequence(name, "number"), most, text("false"))))
    engine.dispose()


def _text(row: Mapping[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, default=str)


def differences(one: Mapping[str, Iterable[str]], other: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """The rows that only one of two stores has, by table."""
    return {name: sorted(set(one[name]) ^ set(other[name])) for name in one if list(one[name]) != list(other[name])}
