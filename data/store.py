"""The store: what was read in which article, kept as the records that went in. Readers read; only ingest gets a writer.

    with open_writer(path) as store:
        store.save(article, reading, read_at=datetime.now(UTC), seconds=0.01)
    open_reader(path).statements()

Records come back equal to those that were saved. Every method raises StoreError if the file cannot be used.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Row, Select, Table, delete, insert, select, update

from data import rows
from data.dialect import WRITES, Header, open_engine, read_header
from data.migrations import check, migrate
from data.seeds import Fault
from data.tables import AGREEMENT, ARTICLE, EVIDENCE, FAULT, MENTION, READING, STATE, STATEMENT, STATEMENT_AREA, TIMEX
from geo.agreement import Agreement
from geo.article import Article
from geo.errors import StoreError
from geo.pipeline import Reading
from geo.resolution import Resolution
from geo.statement import Statement
from geo.timex import Timex

WAIT_S = 10.0  # how long a lock is waited for: longer than saving any article takes


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReading:
    """That an article was read, by which version of the reader, when (UTC), in how many seconds, and what was found.

    All counts 0 means "read, and nothing found"; an article without a reading does not exist in the store. `unresolved` are
    the mentions without an area. `sha256` is that of the text that was read.
    """

    article: str
    sha256: str
    reader: str
    read_at: datetime
    seconds: float
    mentions: int
    unresolved: int
    timexes: int
    statements: int
    agreements: int


class StoreReader:
    """The read half. Safe to share among threads; each method sees one state of the store."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()

    def generation(self) -> str:
        """A mark that changes with every change of the store: what was read at the same mark need not be read again."""
        with self._engine.begin() as connection:
            row = connection.execute(select(STATE)).one()
        return f"{row.store}-{row.generation}"

    def articles(self) -> tuple[Article, ...]:
        """All articles, sorted by id."""
        return tuple(map(rows.article, self._all(select(ARTICLE).order_by(ARTICLE.c.id))))

    def article(self, id: str) -> Article | None:
        """One article, None if the store does not hold it."""
        found = self._all(select(ARTICLE).where(ARTICLE.c.id == id))
        return rows.article(found[0]) if found else None

    def readings(self) -> tuple[StoredReading, ...]:
        """The reading of each article, sorted by article."""
        return tuple(
            StoredReading(**{**row._mapping, "read_at": datetime.fromisoformat(row.read_at)})
            for row in self._all(select(READING).order_by(READING.c.article))
        )

    def is_read(self, article: Article, reader: str) -> bool:
        """True if exactly this article, with what is known about it, was read by this version of the reader."""
        joined = select(ARTICLE).join(READING, READING.c.article == ARTICLE.c.id)
        found = self._all(joined.where(ARTICLE.c.id == article.id, READING.c.reader == reader))
        return bool(found) and rows.article(found[0]) == article

    def resolutions(self, article: str) -> tuple[Resolution, ...]:
        """The place names of an article and what they mean, in the order of the reading; none for an unknown article."""
        return tuple(map(rows.resolution, self._all(_of_article(MENTION, article))))

    def timexes(self, article: str) -> tuple[Timex, ...]:
        """The date expressions of an article, in the order of the reading; none for an unknown article."""
        return tuple(map(rows.timex, self._all(_of_article(TIMEX, article))))

    def statements(self, article: str | None = None) -> tuple[Statement, ...]:
        """The statements of an article, or of all: sorted by article, in the order of its reading."""
        chosen = select(STATEMENT).order_by(STATEMENT.c.article, STATEMENT.c.position)
        areas = select(STATEMENT_AREA).order_by(STATEMENT_AREA.c.statement, STATEMENT_AREA.c.position)
        evidence = select(EVIDENCE).order_by(EVIDENCE.c.statement, EVIDENCE.c.position)
        if article is not None:
            chosen = chosen.where(STATEMENT.c.article == article)
            of_article = select(STATEMENT.c.id).where(STATEMENT.c.article == article)
            areas = areas.where(STATEMENT_AREA.c.statement.in_(of_article))
            evidence = evidence.where(EVIDENCE.c.statement.in_(of_article))
        with self._engine.begin() as connection:
            areas_of = _grouped(connection, areas)
            evidence_of = _grouped(connection, evidence)
            return tuple(rows.statement(row, areas_of[row.id], evidence_of[row.id]) for row in connection.execute(chosen))

    def agreements(self) -> tuple[Agreement, ...]:
        """The agreements that the statements name, sorted by id; where readings differ, as the latest reading has it."""
        latest_last = (AGREEMENT.c.id, READING.c.read_at, READING.c.article)
        found = self._all(select(AGREEMENT).join(READING, READING.c.article == AGREEMENT.c.article).order_by(*latest_last))
        return tuple({row.id: rows.agreement(row) for row in found}.values())

    def faults(self) -> tuple[Fault, ...]:
        """What the last ingest could not read, in its order."""
        found = self._all(select(FAULT).order_by(FAULT.c.position))
        return tuple(Fault(file=row.file, reason=row.reason, articles=tuple(row.articles)) for row in found)

    def _all(self, query: Select[Any]) -> Sequence[Row[Any]]:
        with self._engine.begin() as connection:
            return connection.execute(query).all()


class StoreWriter(StoreReader):
    """The write half: each method is one transaction, done as a whole or not at all."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._writing = engine.execution_options(**{WRITES: True})

    def save(self, article: Article, reading: Reading, *, read_at: datetime, seconds: float) -> StoredReading:
        """Stores an article and what was found in it, in place of all that was stored of it. `read_at` knows its zone."""
        stored = StoredReading(
            article=article.id, sha256=article.sha256, reader=reading.reader, read_at=read_at.astimezone(UTC), seconds=seconds,
            mentions=len(reading.resolutions), unresolved=sum(r.area is None for r in reading.resolutions),
            timexes=len(reading.timexes), statements=len(reading.statements), agreements=len(reading.agreements),
        )  # fmt: skip
        with self._writing.begin() as connection:
            connection.execute(delete(ARTICLE).where(ARTICLE.c.id == article.id))
            for table, new in _rows_by_table(article, reading, stored):
                if new:
                    connection.execute(insert(table), new)
            _grow_generation(connection)
        return stored

    def replace_faults(self, faults: Sequence[Fault]) -> None:
        """Stores what the last ingest could not read, in place of what the one before could not; no change is no write."""
        if tuple(faults) == self.faults():
            return
        new = [{"position": n, "file": f.file, "reason": f.reason, "articles": list(f.articles)} for n, f in enumerate(faults)]
        with self._writing.begin() as connection:
            connection.execute(delete(FAULT))
            if new:
                connection.execute(insert(FAULT), new)
            _grow_generation(connection)


def open_reader(path: Path, *, wait_s: float = WAIT_S) -> StoreReader:
    """A store to read; a lock is waited for `wait_s` seconds. Raises StoreError if there is none, or none that can be used."""
    if not path.exists():
        raise StoreError(f"there is no store at {str(path)!r} yet: run `python -m data ingest seeds`")
    check(path, read_header(path, wait_s=wait_s), to_read=True)
    return StoreReader(open_engine(path, read_only=True, wait_s=wait_s))


def open_writer(path: Path, *, wait_s: float = WAIT_S) -> StoreWriter:
    """A store to write: made where there is none, upgraded where it is older. Raises StoreError if it cannot be used."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_new = not path.exists()
    except OSError as fault:
        raise StoreError(f"the folder {str(path.parent)!r} of the store cannot be made ({fault.strerror})") from fault
    header = Header(application_id=0, version=0, empty=True) if is_new else read_header(path, wait_s=wait_s)
    check(path, header, to_read=False)
    engine = open_engine(path, read_only=False, wait_s=wait_s)
    try:
        migrate(engine, path, header)
    except StoreError:
        engine.dispose()
        raise
    return StoreWriter(engine)


def _rows_by_table(article: Article, reading: Reading, stored: StoredReading) -> Iterable[tuple[Table, list[dict[str, Any]]]]:
    """The rows of an article, parents before what hangs below them."""
    yield ARTICLE, [rows.article_row(article)]
    yield READING, [{**{c.name: getattr(stored, c.name) for c in READING.c}, "read_at": stored.read_at.isoformat()}]
    yield MENTION, [{**_place(article, n), **rows.resolution_row(r)} for n, r in enumerate(reading.resolutions)]
    yield TIMEX, [{**_place(article, n), **rows.timex_row(t)} for n, t in enumerate(reading.timexes)]
    yield AGREEMENT, [{**_place(article, n), **rows.agreement_row(a)} for n, a in enumerate(reading.agreements)]
    yield STATEMENT, [{**_place(article, n), **rows.statement_row(s)} for n, s in enumerate(reading.statements)]
    yield STATEMENT_AREA, [row for s in reading.statements for row in rows.area_rows(s)]
    yield EVIDENCE, [row for s in reading.statements for row in rows.evidence_rows(s)]


def _place(article: Article, position: int) -> dict[str, Any]:
    return {"article": article.id, "position": position}


def _of_article(table: Table, article: str) -> Select[Any]:
    return select(table).where(table.c.article == article).order_by(table.c.position)


def _grouped(connection: Connection, query: Select[Any]) -> Mapping[str, list[Row[Any]]]:
    """Rows by their statement, each list in the order of the query; an empty one where a statement has none."""
    groups: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(query):
        groups[row.statement].append(row)
    return groups


def _grow_generation(connection: Connection) -> None:
    connection.execute(update(STATE).values(generation=STATE.c.generation + 1))
