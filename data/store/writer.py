"""The write half of the store: each method is one transaction, done as a whole or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, Table, bindparam, delete, insert, select

from data.seeds import Fault
from data.sources.duplicates import SHARE, containment, fingerprint, sampled, text_runs
from data.store import rows
from data.store.claims import statements_in
from data.store.driver import among, put
from data.store.home import HASTY, WRITES
from data.store.lines import derive_lines, derive_lines_again
from data.store.reader import StoreReader
from data.store.records import NewReading, Repeat, StoredReading
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
    RUN,
    STATEMENT,
    STATEMENT_AREA,
    TIMEX,
)  # fmt: skip
from geo.article import Article
from geo.errors import StoreError
from geo.judgement import Judgement
from geo.pipeline import Reading

_MOST_BEARERS = 200  # a run that more texts hold is boilerplate ("the views expressed here …") and leads to no candidates
_FORGET = delete(RUN).where(RUN.c.run == bindparam("old"), RUN.c.article == bindparam("id"))


class StoreWriter(StoreReader):
    """The write half: each method is one transaction, done as a whole or not at all."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._writing = engine.execution_options(**{WRITES: True})
        self._saving = engine.execution_options(**{WRITES: True, HASTY: True})

    def save(self, article: Article, reading: Reading, *, read_at: datetime, seconds: float) -> StoredReading:
        """Stores an article and what was found in it, in place of all that was stored of it. `read_at` knows its zone."""
        return self.save_all([NewReading(article=article, reading=reading, read_at=read_at, seconds=seconds)])[0]

    def save_all(self, new: Sequence[NewReading]) -> tuple[StoredReading, ...]:
        """Stores some articles, all or none, each as `save` does; each is among them once."""
        with self._saving.begin() as connection:
            stored = self._save_all(connection, new)
            _grow_generation(connection)
        return stored

    def judge(self, judgement: Judgement, *, again: tuple[Article, Reading, float] | None = None) -> None:
        """Adds what an editor says; with `again` (the article with what the editor knows, its reading, the seconds that took)
        the article is saved with it. Raises StoreError for a judgement that is there already, or a text that changed."""
        with self._writing.begin() as connection:
            if connection.execute(select(JUDGEMENT.c.id).where(JUDGEMENT.c.id == judgement.id)).first():
                raise StoreError(f"the judgement {judgement.id!r} is in the store already: each is given once")
            connection.execute(insert(JUDGEMENT), [rows.judgement_row(judgement)])
            if again:
                article, reading, seconds = again
                text = connection.execute(select(ARTICLE.c.sha256).where(ARTICLE.c.id == article.id)).scalar()
                if text != article.sha256:
                    raise StoreError(f"the article {article.id!r} has changed meanwhile: look at it again")
                new = NewReading(article=article, reading=reading, read_at=judgement.judged_at, seconds=seconds)
                self._save_all(connection, [new])
            else:
                derive_lines_again(connection, [judgement.article])
            _grow_generation(connection)

    def _save_all(self, connection: Connection, new: Sequence[NewReading]) -> tuple[StoredReading, ...]:
        ids = [n.article.id for n in new]
        before = {row.id: row for row in connection.execute(select(ARTICLE).where(ARTICLE.c.id.in_(ids)))}
        stored = tuple(map(_stored, new))
        together: dict[Table, list[dict[str, Any]]] = defaultdict(list)
        for n, kept in zip(new, stored, strict=True):
            former = before.get(n.article.id)
            if former:
                self._put_aside(connection, former, n.article, kept.read_at)
            for table, found in _rows_by_table(n.article, _version(n.article, former, kept.read_at), n.reading, kept):
                together[table] += found
        for table, found in together.items():
            put(connection, table, found)
        derive_lines(connection, [n.article for n in new], {n.article.id: n.reading.statements for n in new})
        for n in new:
            former = before.get(n.article.id)
            if not former or former.sha256 != n.article.sha256 or former.fingerprint is None:
                _link_copies(connection, n.article, former.text if former else None)
        return stored

    def add_repeats(self, repeats: Sequence[Repeat]) -> None:
        """Notes what is not kept because it is there already; no news is no write."""
        known = set(self.repeats())
        new = {repeat.article: repeat for repeat in repeats if repeat not in known and repeat.article != repeat.of}
        if not new:
            return
        with self._writing.begin() as connection:
            connection.execute(delete(REPEAT).where(REPEAT.c.article.in_(new)))
            connection.execute(insert(REPEAT), [{"article": r.article, "of": r.of} for r in new.values()])
            _grow_generation(connection)

    def _put_aside(self, connection: Connection, before: Row[Any], article: Article, now: datetime) -> None:
        """Takes out what is stored of an article: its reading becomes a past one, a text that changes a former version."""
        reading = connection.execute(select(READING).where(READING.c.article == article.id)).one()
        connection.execute(insert(PAST_READING), [dict(reading._mapping)])
        if before.sha256 != article.sha256:
            of_article = select(STATEMENT.c.id).where(STATEMENT.c.article == article.id)
            former = {column.name: getattr(before, column.name, None) for column in FORMER_VERSION.c}
            connection.execute(insert(FORMER_VERSION), [{
                **former, "article": article.id, "until": now.isoformat(),
                "statements": [rows.statement_record(statement) for statement in statements_in(connection, of_article)],
            }])  # fmt: skip
        connection.execute(delete(ARTICLE).where(ARTICLE.c.id == article.id))

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


def _stored(new: NewReading) -> StoredReading:
    article, reading = new.article, new.reading
    return StoredReading(
        article=article.id, sha256=article.sha256, reader=reading.reader,
        read_at=new.read_at.astimezone(UTC), seconds=new.seconds,
        mentions=len(reading.resolutions), unresolved=sum(r.area is None for r in reading.resolutions),
        timexes=len(reading.timexes), statements=len(reading.statements), agreements=len(reading.agreements),
    )  # fmt: skip


def _version(article: Article, before: Row[Any] | None, now: datetime) -> dict[str, Any]:
    """Which version of an article this is, and since when it is known."""
    same = before is not None and before.sha256 == article.sha256
    return {
        "number": 1 if before is None else before.number + (not same),
        "since": before.since if before is not None and same else now.isoformat(),
        "fingerprint": fingerprint(article.text),
    }


def _link_copies(connection: Connection, article: Article, text_before: str | None) -> None:
    """Finds the articles that share most of their words with a new text, and notes its runs for those that come later."""
    if text_before is not None:
        old = sampled(text_runs(text_before))
        if old:
            connection.execute(_FORGET, [{"old": run, "id": article.id} for run in old])
        connection.execute(delete(COPY).where((COPY.c.article == article.id) | (COPY.c.of == article.id)))
    runs = text_runs(article.text)
    mine = sampled(runs)
    if not mine:
        return
    bearers: dict[int, list[str]] = {}
    for run, id in among(connection, "SELECT run, article FROM run WHERE run IN", mine):
        bearers.setdefault(run, []).append(id)
    near = sorted({id for ids in bearers.values() if len(ids) <= _MOST_BEARERS for id in ids})
    for other in connection.execute(select(ARTICLE.c.id, ARTICLE.c.text).where(ARTICLE.c.id.in_(near))) if near else ():
        if (share := containment(runs, text_runs(other.text))) >= SHARE:
            connection.execute(insert(COPY), [{"article": article.id, "of": other.id, "share": share}])
    put(connection, RUN, [{"run": run, "article": article.id} for run in mine])


def _rows_by_table(
    article: Article, version: dict[str, Any], reading: Reading, stored: StoredReading
) -> Iterable[tuple[Table, list[dict[str, Any]]]]:
    """The rows of an article, parents before what hangs below them."""
    yield ARTICLE, [{**rows.article_row(article), **version}]
    yield READING, [{**{c.name: getattr(stored, c.name) for c in READING.c}, "read_at": stored.read_at.isoformat()}]
    yield MENTION, [{**_place(article, n), **rows.resolution_row(r)} for n, r in enumerate(reading.resolutions)]
    yield TIMEX, [{**_place(article, n), **rows.timex_row(t)} for n, t in enumerate(reading.timexes)]
    yield AGREEMENT, [{**_place(article, n), **rows.agreement_row(a)} for n, a in enumerate(reading.agreements)]
    yield STATEMENT, [{**_place(article, n), **rows.statement_row(s)} for n, s in enumerate(reading.statements)]
    yield STATEMENT_AREA, [row for s in reading.statements for row in rows.area_rows(s)]
    yield EVIDENCE, [row for s in reading.statements for row in rows.evidence_rows(s)]


def _place(article: Article, position: int) -> dict[str, Any]:
    return {"article": article.id, "position": position}


def _grow_generation(connection: Connection) -> None:
    connection.exec_driver_sql("UPDATE state SET generation = generation + 1")
