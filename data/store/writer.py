"""The write half of the store: each method is one transaction, done as a whole or not at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, Table, delete, insert, select

from data.sources.duplicates import fingerprint
from data.sources.seeds import Fault
from data.store import rows
from data.store.claims import statements_in
from data.store.coming import judged_anew_in, repeats_in
from data.store.copies import link_copies
from data.store.driver import Gathered
from data.store.former import file_former, is_older
from data.store.home import HASTY, WRITES
from data.store.lines import derive_lines, derive_lines_again
from data.store.reader import StoreReader
from data.store.records import NewReading, Repeat, StoredReading
from data.store.tables import (
    AGREEMENT,
    ARTICLE,
    EVIDENCE,
    FAULT,
    FORMER_VERSION,
    JUDGEMENT,
    MENTION,
    PAST_READING,
    READING,
    REPEAT,
    STATEMENT,
    STATEMENT_AREA,
    TIMEX,
)  # fmt: skip
from geo.article import Article
from geo.errors import JudgementError, StoreError
from geo.evidence.judgement import Judgement
from geo.pipeline import Reading


class StoreWriter(StoreReader):
    """The write half: each method is one transaction, done as a whole or not at all."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._writing = engine.execution_options(**{WRITES: True})
        self._saving = engine.execution_options(**{WRITES: True, HASTY: True})

    def save(self, article: Article, reading: Reading, *, read_at: datetime, seconds: float) -> StoredReading:
        """Stores an article and what was found in it, in place of all that was stored of it; a page that was published before
        the stored one only becomes a former version of it. `read_at` knows its zone."""
        with self._saving.begin() as connection:
            new = NewReading(article=article, reading=reading, read_at=read_at, seconds=seconds)
            (stored,) = self._save_all(connection, [new])
            _grow_generation(connection)
        return stored

    def save_all(self, new: Sequence[NewReading]) -> tuple[StoredReading | Repeat | Article, ...]:
        """Stores some articles, all or none, each as `save` does; each is among them once.

        Not stored is what others have overtaken. In the place of an article of which editors know something else by now stands
        the article as they know it, to be read again; in that of a new one whose words another id has by now, what it repeats.
        """
        with self._saving.begin() as connection:
            overtaken: dict[str, Repeat | Article] = {**judged_anew_in(connection, new)}
            overtaken |= repeats_in(connection, [n for n in new if n.article.id not in overtaken])
            to_save = [n for n in new if n.article.id not in overtaken]
            stored = iter(self._save_all(connection, to_save))
            if to_save:
                _grow_generation(connection)
        return tuple(overtaken.get(n.article.id) or next(stored) for n in new)

    def judge(
        self, judgement: Judgement, *, again: tuple[Article, Reading, float] | None = None, seen: Collection[str] | None = None
    ) -> None:  # fmt: skip
        """Adds what an editor says; with `again` (the article with what the editor knows, its reading, the seconds that took)
        the article is saved with it. `seen` are the ids of the judgements that the editor knew, None for all that there are:
        writers take turns, so that of two who judge at once the second is told.

        Raises JudgementError where the article has another judgement by now, StoreError for a judgement that is there already,
        or a text that changed."""
        with self._writing.begin() as connection:
            if seen is not None and _judged_in(connection, judgement.article) - set(seen):
                raise JudgementError("this was judged or read again meanwhile: look again")
            if connection.execute(select(JUDGEMENT.c.id).where(JUDGEMENT.c.id == judgement.id)).first():
                raise StoreError(
                    "the judgement {judgement!r} is in the store already: each is given once", judgement=judgement.id
                )
            connection.execute(insert(JUDGEMENT), [rows.judgement_row(judgement)])
            if again:
                article, reading, seconds = again
                text = connection.execute(select(ARTICLE.c.sha256).where(ARTICLE.c.id == article.id)).scalar()
                if text != article.sha256:
                    raise StoreError("the article {article!r} has changed meanwhile: look at it again", article=article.id)
                new = NewReading(article=article, reading=reading, read_at=judgement.judged_at, seconds=seconds)
                self._save_all(connection, [new])
            else:
                derive_lines_again(connection, [judgement.article])
            _grow_generation(connection)

    def _save_all(self, connection: Connection, new: Sequence[NewReading]) -> tuple[StoredReading, ...]:
        ids = [n.article.id for n in new]
        before = {row.id: row for row in connection.execute(select(ARTICLE).where(ARTICLE.c.id.in_(ids)))}
        all_stored = tuple(map(_stored, new))
        older = {n.article.id for n in new if is_older(n.article, before.get(n.article.id))}
        for n, kept in zip(new, all_stored, strict=True):
            if n.article.id in older and file_former(connection, before[n.article.id], n):
                connection.execute(insert(PAST_READING), [_reading_row(kept)])
                derive_lines_again(connection, [n.article.id])
        stored = [kept for kept in all_stored if kept.article not in older]
        new = [n for n in new if n.article.id not in older]
        if said := [n.said for n in new if n.said]:
            connection.execute(insert(JUDGEMENT), list(map(rows.judgement_row, said)))
        gathered = Gathered(connection)
        for n, kept in zip(new, stored, strict=True):
            former = before.get(n.article.id)
            if former:
                self._put_aside(connection, former, n.article, kept.read_at)
            for table, found in _rows_by_table(n.article, _version(n.article, former, kept.read_at), n.reading, kept):
                gathered.add(table, found)
        gathered.put()
        derive_lines(connection, [n.article for n in new], {n.article.id: n.reading.statements for n in new})
        link_copies(connection, list(_changed(new, before)))
        _forget_repeats(connection, ids, [n.article.id for n in new if _has_other_words(n.article, before.get(n.article.id))])
        return all_stored

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
        found = list(map(rows.fault_row, faults))
        if found == list(map(rows.fault_row, self.faults())):
            return
        new = [{"position": n, **row} for n, row in enumerate(found)]
        with self._writing.begin() as connection:
            connection.execute(delete(FAULT))
            if new:
                connection.execute(insert(FAULT), new)
            _grow_generation(connection)


def _judged_in(connection: Connection, article: str) -> set[str]:
    """The ids of what was said of an article."""
    return set(connection.execute(select(JUDGEMENT.c.id).where(JUDGEMENT.c.article == article)).scalars())


def _stored(new: NewReading) -> StoredReading:
    article, reading = new.article, new.reading
    return StoredReading(
        article=article.id, sha256=article.sha256, reader=reading.reader,
        read_at=new.read_at.astimezone(UTC), seconds=new.seconds,
        mentions=len(reading.resolutions), unresolved=sum(r.area is None for r in reading.resolutions),
        timexes=len(reading.timexes), statements=len(reading.statements), agreements=len(reading.agreements),
    )  # fmt: skip


def _reading_row(stored: StoredReading) -> dict[str, Any]:
    return {**{c.name: getattr(stored, c.name) for c in READING.c}, "read_at": stored.read_at.isoformat()}


def _version(article: Article, before: Row[Any] | None, now: datetime) -> dict[str, Any]:
    """Which version of an article this is, and since when it is known."""
    same = before is not None and before.sha256 == article.sha256
    return {
        "number": 1 if before is None else before.number + (not same),
        "since": before.since if before is not None and same else now.isoformat(),
        "fingerprint": fingerprint(article.text),
    }


def _changed(new: Sequence[NewReading], before: Mapping[str, Row[Any]]) -> Iterator[tuple[Article, str | None]]:
    """The articles whose words are not known yet, or were told otherwise, each with the text that it had before."""
    for n in new:
        former = before.get(n.article.id)
        if former is None:
            yield n.article, None
        elif former.sha256 != n.article.sha256 or former.fingerprint != fingerprint(former.text):
            yield n.article, former.text


def _has_other_words(article: Article, before: Row[Any] | None) -> bool:
    return before is not None and fingerprint(before.text) != fingerprint(article.text)


def _forget_repeats(connection: Connection, kept: Sequence[str], changed: Sequence[str]) -> None:
    """Takes out that articles which are kept now were not, and what came again of a text that is no longer there."""
    connection.execute(delete(REPEAT).where(REPEAT.c.article.in_(kept)))
    if changed:
        connection.execute(delete(REPEAT).where(REPEAT.c.of.in_(changed)))


def _rows_by_table(
    article: Article, version: dict[str, Any], reading: Reading, stored: StoredReading
) -> Iterable[tuple[Table, list[dict[str, Any]]]]:
    """The rows of an article, parents before what hangs below them."""
    yield ARTICLE, [{**rows.article_row(article), **version}]
    yield READING, [_reading_row(stored)]
    yield MENTION, _placed(article, map(rows.resolution_row, reading.resolutions))
    yield TIMEX, _placed(article, map(rows.timex_row, reading.timexes))
    yield AGREEMENT, _placed(article, map(rows.agreement_row, reading.agreements))
    yield STATEMENT, _placed(article, map(rows.statement_row, reading.statements))
    yield STATEMENT_AREA, [row for s in reading.statements for row in rows.area_rows(s)]
    yield EVIDENCE, [row for s in reading.statements for row in rows.evidence_rows(s)]


def _placed(article: Article, found: Iterable[rows.NewRow]) -> list[rows.NewRow]:
    placed = list(found)
    for position, row in enumerate(placed):
        row["article"], row["position"] = article.id, position
    return placed


def _grow_generation(connection: Connection) -> None:
    connection.exec_driver_sql("UPDATE state SET generation = generation + 1")
