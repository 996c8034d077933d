"""The read half of the store. Every method raises StoreError if the store cannot be used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Row, Select, Table, bindparam, select

from data.seeds import Fault
from data.store import rows
from data.store.records import Copy, Kept, Repeat, StoredReading
from data.store.tables import (
    AGREEMENT,
    ARTICLE,
    COPY,
    EVIDENCE,
    FAULT,
    FORMER_VERSION,
    JUDGEMENT,
    MENTION,
    PAST_READING,
    READING,
    REPEAT,
    STATE,
    STATEMENT,
    STATEMENT_AREA,
    TIMEX,
)  # fmt: skip
from geo.agreement import Agreement
from geo.article import Article
from geo.attestation import Version
from geo.judgement import Judgement
from geo.resolution import Resolution
from geo.statement import Statement
from geo.timex import Timex

_KEPT = (
    select(ARTICLE, READING.c.reader).join(READING, READING.c.article == ARTICLE.c.id)
    .where((ARTICLE.c.id == bindparam("id")) | (ARTICLE.c.fingerprint == bindparam("fingerprint"))).order_by(ARTICLE.c.id)
)  # fmt: skip


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

    def articles(self, ids: Sequence[str] | None = None) -> tuple[Article, ...]:
        """All articles, or those of these ids, sorted by id."""
        query = select(ARTICLE).order_by(ARTICLE.c.id)
        return tuple(map(rows.article, self._all(query if ids is None else query.where(ARTICLE.c.id.in_(ids)))))

    def article(self, id: str) -> Article | None:
        """One article, None if the store does not hold it."""
        found = self._all(select(ARTICLE).where(ARTICLE.c.id == id))
        return rows.article(found[0]) if found else None

    def readings(self) -> tuple[StoredReading, ...]:
        """The reading of each article, sorted by article."""
        return tuple(map(_reading, self._all(select(READING).order_by(READING.c.article))))

    def past_readings(self, article: str) -> tuple[StoredReading, ...]:
        """The readings of an article that later ones have replaced, of whichever version, the oldest first."""
        columns = [column for column in PAST_READING.c if column.name != "number"]
        past = select(*columns).where(PAST_READING.c.article == article).order_by(PAST_READING.c.number)
        return tuple(map(_reading, self._all(past)))

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
        return self._statements(None if article is None else select(STATEMENT.c.id).where(STATEMENT.c.article == article))

    def agreements(self) -> tuple[Agreement, ...]:
        """The agreements that the statements name, sorted by id; where readings differ, as the latest reading has it."""
        latest_last = (AGREEMENT.c.id, READING.c.read_at, READING.c.article)
        found = self._all(select(AGREEMENT).join(READING, READING.c.article == AGREEMENT.c.article).order_by(*latest_last))
        return tuple({row.id: rows.agreement(row) for row in found}.values())

    def kept(self, id: str, fingerprint: str) -> Kept:
        """What is there of an article that comes in, by its id and by its words: all that ingest asks before it reads one."""
        with self._engine.begin() as connection:
            found = connection.execute(_KEPT, {"id": id, "fingerprint": fingerprint}).all()
        own = next((row for row in found if row.id == id), None)
        return Kept(
            article=rows.article(own) if own else None, reader=own.reader if own else None,
            same_words=tuple((row.id, row.publisher) for row in found if row.fingerprint == fingerprint),
        )  # fmt: skip

    def ids(self) -> tuple[str, ...]:
        """The ids of all articles, sorted."""
        return tuple(row.id for row in self._all(select(ARTICLE.c.id).order_by(ARTICLE.c.id)))

    def versions(self, article: str | None = None) -> tuple[Version, ...]:
        """The versions of an article, or of all, that newer ones have replaced: sorted by article, the oldest first."""
        query = select(FORMER_VERSION).order_by(FORMER_VERSION.c.article, FORMER_VERSION.c.number)
        if article is not None:
            query = query.where(FORMER_VERSION.c.article == article)
        return tuple(map(rows.version, self._all(query)))

    def current_versions(self) -> Mapping[str, tuple[int, datetime]]:
        """Of each article that has changed since it was first kept, the number of its version and since when it is known."""
        changed = select(ARTICLE.c.id, ARTICLE.c.number, ARTICLE.c.since).where(ARTICLE.c.number > 1)
        return {row.id: (row.number, datetime.fromisoformat(row.since)) for row in self._all(changed)}

    def copies(self) -> tuple[Copy, ...]:
        """The pairs of articles that are copies of each other, sorted."""
        return tuple(Copy(**row._mapping) for row in self._all(select(COPY).order_by(COPY.c.article, COPY.c.of)))

    def repeats(self) -> tuple[Repeat, ...]:
        """What was not kept because it was there already, word for word, sorted by id."""
        return tuple(Repeat(**row._mapping) for row in self._all(select(REPEAT).order_by(REPEAT.c.article)))

    def judgements(self, article: str | None = None) -> tuple[Judgement, ...]:
        """What editors said of an article, or of all, in the order in which they said it."""
        query = select(JUDGEMENT).order_by(JUDGEMENT.c.number)
        if article is not None:
            query = query.where(JUDGEMENT.c.article == article)
        return tuple(map(rows.judgement, self._all(query)))

    def statements_of_area(self, area: str) -> tuple[Statement, ...]:
        """The statements as they were read that cover an area, given by its key: what the ledgers of its zones rest on."""
        return self._statements(select(STATEMENT_AREA.c.statement).where(STATEMENT_AREA.c.area == area))

    def faults(self) -> tuple[Fault, ...]:
        """What the last ingest could not read, in its order."""
        found = self._all(select(FAULT).order_by(FAULT.c.position))
        return tuple(Fault(file=row.file, reason=row.reason, articles=tuple(row.articles)) for row in found)

    def _statements(self, ids: Select[tuple[str]] | None) -> tuple[Statement, ...]:
        with self._engine.begin() as connection:
            return self._statements_in(connection, ids)

    def _statements_in(self, connection: Connection, ids: Select[tuple[str]] | None) -> tuple[Statement, ...]:
        """The statements of these ids, None for all: sorted by article, in the order of its reading."""
        chosen = select(STATEMENT).order_by(STATEMENT.c.article, STATEMENT.c.position)
        areas = select(STATEMENT_AREA).order_by(STATEMENT_AREA.c.statement, STATEMENT_AREA.c.position)
        evidence = select(EVIDENCE).order_by(EVIDENCE.c.statement, EVIDENCE.c.position)
        if ids is not None:
            chosen = chosen.where(STATEMENT.c.id.in_(ids))
            areas = areas.where(STATEMENT_AREA.c.statement.in_(ids))
            evidence = evidence.where(EVIDENCE.c.statement.in_(ids))
        areas_of = _grouped(connection, areas)
        evidence_of = _grouped(connection, evidence)
        return tuple(rows.statement(row, areas_of[row.id], evidence_of[row.id]) for row in connection.execute(chosen))

    def _all(self, query: Select[Any]) -> Sequence[Row[Any]]:
        with self._engine.begin() as connection:
            return connection.execute(query).all()


def _reading(row: Row[Any]) -> StoredReading:
    return StoredReading(**{**row._mapping, "read_at": datetime.fromisoformat(row.read_at)})


def _of_article(table: Table, article: str) -> Select[Any]:
    return select(table).where(table.c.article == article).order_by(table.c.position)


def _grouped(connection: Connection, query: Select[Any]) -> Mapping[str, list[Row[Any]]]:
    """Rows by their statement, each list in the order of the query; an empty one where a statement has none."""
    groups: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(query):
        groups[row.statement].append(row)
    return groups
