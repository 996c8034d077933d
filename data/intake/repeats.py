"""Tells the articles of one ingest that come twice: under one name, or word for word under two."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Any, Self

from data.sources.duplicates import are_two_sources, fingerprint
from data.store import Kept, Repeat, StoreReader
from geo.article import Article
from geo.errors import StoreError


class Repeats:
    """Knows the articles of this ingest, and those of the store, by their names and words.

    Those of this ingest lie in a file of the system's temporary folder, which goes with it: a million of them fill no memory.
    An article with the words of a stored one, which may yet come with others, waits there until all have come.
    """

    def __init__(self, store: StoreReader | None) -> None:
        self._store = store
        self._all_came = False
        self._seen = sqlite3.connect("", isolation_level=None)
        self._ask("PRAGMA journal_mode = OFF")
        self._ask("CREATE TABLE seen (id TEXT UNIQUE, words TEXT, publisher TEXT, kept INTEGER)")
        self._ask("CREATE INDEX seen_by_words ON seen (words)")
        self._ask("CREATE TABLE waiting (number INTEGER PRIMARY KEY, article BLOB)")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._seen.close()

    def kept(self, articles: Sequence[Article]) -> Sequence[Kept]:
        """What the store keeps of some articles that are handed to `of`: asked at once, for each question has its cost."""
        if not self._store:
            return [Kept()] * len(articles)
        return self._store.kept([(article.id, fingerprint(article.text)) for article in articles])

    def of(self, article: Article, kept: Kept) -> Repeat | Kept | None:
        """The earlier article that this one repeats; for one that is to be read, what the store keeps of it; None for one that
        `waiting` gives when all have come.

        The same words printed by two publishers who are known are two articles, and what is stored stays one. An article of a
        name that came before repeats that one, whatever its words: `is_same_text` tells.
        """
        words = fingerprint(article.text)
        if self._words_of(article.id) is not None:
            return Repeat(article=article.id, of=article.id)
        same = [] if kept.article else self._same(article, words, kept)
        before = next((id for id in same if self._all_came or self._words_of(id) is not None), None)
        self._ask("INSERT INTO seen VALUES (?, ?, ?, ?)", article.id, words, article.publisher, not same)
        if before is not None:
            return Repeat(article=article.id, of=before)
        if same:
            self._ask("INSERT INTO waiting (article) VALUES (?)", pickle.dumps(article))
            return None
        return kept

    def waiting(self) -> Iterator[Article]:
        """The articles that wait, in the order in which they came, to be handed to `of` again: all have come now."""
        self._all_came = True
        number = 0
        while found := self._ask("SELECT number, article FROM waiting WHERE number > ? ORDER BY number LIMIT 1", number):
            number, pickled = found[0]
            article: Article = pickle.loads(pickled)  # from a file without a name, which this process alone has open
            self._ask("DELETE FROM seen WHERE id = ?", article.id)
            yield article

    def is_same_text(self, article: Article) -> bool:
        """True if the article that came first under this name has the same words."""
        return self._words_of(article.id) == fingerprint(article.text)

    def gone(self) -> Iterator[str]:
        """The stored articles that did not come again, sorted, without those that never were files of a folder."""
        for id in self._store.ids() if self._store else ():
            if "/" not in id and not id.startswith("url-") and self._words_of(id) is None:
                yield id

    def _same(self, article: Article, words: str, kept: Kept) -> list[str]:
        """The articles of the same words, of this run or stored before; a stored one that came again with others has those."""
        of_this_run = self._ask("SELECT id, publisher FROM seen WHERE words = ? AND kept ORDER BY rowid", words)
        stored = [(id, publisher) for id, publisher in kept.same_words if self._words_of(id) in (None, words)]
        return [id for id, publisher in (*of_this_run, *stored) if not are_two_sources(publisher, article.publisher)]

    def _words_of(self, id: str) -> str | None:
        found = self._ask("SELECT words FROM seen WHERE id = ?", id)
        return found[0][0] if found else None

    def _ask(self, question: str, *values: Any) -> Sequence[tuple[Any, ...]]:
        try:
            return self._seen.execute(question, values).fetchall()
        except sqlite3.OperationalError as fault:
            raise StoreError(
                "the list of the articles of this run cannot be kept in the temporary folder ({fault}): make room there, or "
                "name another with TMPDIR",
                fault=str(fault),
            ) from fault
