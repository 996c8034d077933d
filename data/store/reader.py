"""The read half of the store. Every method raises StoreError if the store cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Engine, Row, Select, Table, select

from data.sources.seeds import Fault
from data.store import rows
from data.store.claims import judgements_in, statements_in, versions_in
from data.store.coming import kept_in
from data.store.day import zones_on
from data.store.records import Copy, Kept, Repeat, StoredReading, ToldOfZone, ZoneOnDay
from data.store.tables import (
    AGREEMENT,
    ARTICLE,
    COPY,
    FAULT,
    LINE,
    MENTION,
    PAST_READING,
    READING,
    REPEAT,
    STATE,
    STATEMENT,
    TIMEX,
    ZONE,
)  # fmt: skip
from geo.agreement import Agreement
from geo.article import Article
from geo.evidence.attestation import Version
from geo.evidence.judgement import Judgement
from geo.statement import Statement
from geo.timex import Timex
from geo.toponym.resolution import Resolution


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

    def readings_of(self, article: str) -> tuple[StoredReading, ...]:
        """Every reading that an article has had, of whichever version of its text, the oldest first; the last one holds."""
        columns = [column for column in PAST_READING.c if column.name != "number"]
        past = select(*columns).where(PAST_READING.c.article == article).order_by(PAST_READING.c.number)
        now = select(READING).where(READING.c.article == article)
        with self._engine.begin() as connection:
            return tuple(map(_reading, (*connection.execute(past), *connection.execute(now))))

    def resolutions(self, article: str) -> tuple[Resolution, ...]:
        """The place names of an article and what they mean, in the order of the reading; none for an unknown article."""
        return tuple(map(rows.resolution, self._all(_of_article(MENTION, article))))

    def timexes(self, article: str) -> tuple[Timex, ...]:
        """The date expressions of an article, in the order of the reading; none for an unknown article."""
        return tuple(map(rows.timex, self._all(_of_article(TIMEX, article))))

    def resolutions_by_article(self) -> Mapping[str, tuple[Resolution, ...]]:
        """`resolutions` of every article that names a place, in one question to the store."""
        return {article: tuple(map(rows.resolution, found)) for article, found in self._by_article(MENTION)}

    def timexes_by_article(self) -> Mapping[str, tuple[Timex, ...]]:
        """`timexes` of every article that has a date expression, in one question to the store."""
        return {article: tuple(map(rows.timex, found)) for article, found in self._by_article(TIMEX)}

    def statements(self, article: str | None = None) -> tuple[Statement, ...]:
        """The statements of an article, or of all: sorted by article, in the order of its reading."""
        return self._statements(None if article is None else select(STATEMENT.c.id).where(STATEMENT.c.article == article))

    def agreements(self) -> tuple[Agreement, ...]:
        """The agreements that the statements name, sorted by id; where readings differ, as the latest reading has it."""
        latest_last = (AGREEMENT.c.id, READING.c.read_at, READING.c.article)
        found = self._all(select(AGREEMENT).join(READING, READING.c.article == AGREEMENT.c.article).order_by(*latest_last))
        return tuple({row.id: rows.agreement(row) for row in found}.values())

    def kept(self, coming: Sequence[tuple[str, str]]) -> tuple[Kept, ...]:
        """What is there of each article that comes in, by its id and by its words: all that ingest asks before it reads one."""
        with self._engine.begin() as connection:
            return kept_in(connection, coming)

    def ids(self) -> tuple[str, ...]:
        """The ids of all articles, sorted."""
        return tuple(row.id for row in self._all(select(ARTICLE.c.id).order_by(ARTICLE.c.id)))

    def versions(self, article: str | None = None) -> tuple[Version, ...]:
        """The versions of an article, or of all, that newer ones have replaced: sorted by article, the oldest first."""
        with self._engine.begin() as connection:
            return versions_in(connection, None if article is None else [article])

    def copies(self) -> tuple[Copy, ...]:
        """The pairs of articles that are copies of each other, sorted."""
        return tuple(Copy(**row._mapping) for row in self._all(select(COPY).order_by(COPY.c.article, COPY.c.of)))

    def repeats(self) -> tuple[Repeat, ...]:
        """What was not kept because it was there already, word for word, sorted by id."""
        return tuple(Repeat(**row._mapping) for row in self._all(select(REPEAT).order_by(REPEAT.c.article)))

    def judgements(self, article: str | None = None) -> tuple[Judgement, ...]:
        """What editors said of an article, or of all, in the order in which they said it."""
        with self._engine.begin() as connection:
            return judgements_in(connection, None if article is None else [article])

    def zones_on(
        self, day: date, *, known_on: date | None = None, fades_after_days: int | None = None
    ) -> tuple[ZoneOnDay, ...]:
        """How each zone stands of which anything is told for a day, as known on another (None: all that is known), sorted by
        truce and area: what `geo.ledger.zone.periods` of all zones would say, found by index."""
        with self._engine.begin() as connection:
            return tuple(zones_on(connection, day, known_on, fades_after_days))

    def told_of(self, truce: str, area: str) -> ToldOfZone:
        """What the ledger of a zone rests on; nothing where there is no such zone."""
        zone = select(ZONE.c.number).where(ZONE.c.truce == truce, ZONE.c.area == area).scalar_subquery()
        lines = LINE.c.zone == zone
        with self._engine.begin() as connection:
            found = connection.execute(select(ARTICLE).where(ARTICLE.c.id.in_(select(LINE.c.article).where(lines))))
            articles = sorted(map(rows.article, found), key=lambda article: article.id)
            ids = [article.id for article in articles]
            judgements, versions = judgements_in(connection, ids), versions_in(connection, ids)
            changed = {judgement.article for judgement in judgements} | {version.article.id for version in versions}
            statements = statements_in(connection, select(LINE.c.statement).where(lines, LINE.c.article.not_in(changed)))
            if changed:
                whole = select(STATEMENT.c.id).where(STATEMENT.c.article.in_(changed))
                statements += statements_in(connection, whole)
        return ToldOfZone(articles=tuple(articles), statements=statements, judgements=judgements, versions=versions)

    def faults(self) -> tuple[Fault, ...]:
        """What the last ingest could not read, in its order."""
        found = self._all(select(FAULT).order_by(FAULT.c.position))
        return tuple(map(rows.fault, found))

    def _statements(self, ids: Select[tuple[str]] | None) -> tuple[Statement, ...]:
        with self._engine.begin() as connection:
            return statements_in(connection, ids)

    def _by_article(self, table: Table) -> Iterable[tuple[str, Iterable[Row[Any]]]]:
        return groupby(self._all(select(table).order_by(table.c.article, table.c.position)), key=attrgetter("article"))

    def _all(self, query: Select[Any]) -> Sequence[Row[Any]]:
        with self._engine.begin() as connection:
            return connection.execute(query).all()


def _reading(row: Row[Any]) -> StoredReading:
    return StoredReading(**{**row._mapping, "read_at": datetime.fromisoformat(row.read_at)})


def _of_article(table: Table, article: str) -> Select[Any]:
    return select(table).where(table.c.article == article).order_by(table.c.position)
