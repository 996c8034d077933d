"""Tells the articles of one ingest that come twice: under one name, or word for word under two."""

from __future__ import annotations

from collections import defaultdict

from data.sources.duplicates import fingerprint
from data.store import Repeat, StoreReader
from geo.article import Article


class Repeats:
    """Knows the articles of this ingest, and those of the store, by their names and words."""

    def __init__(self, store: StoreReader | None) -> None:
        self._store = store
        self._prints: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
        self.seen: dict[str, str] = {}

    def of(self, article: Article) -> Repeat | None:
        """The earlier article that this one repeats, None for one that is to be kept.

        The same words printed by two publishers who are known are two articles, and what is stored stays one. An article of a
        name that came before repeats that one, whatever its words: `is_same_text` tells.
        """
        print_ = fingerprint(article.text)
        if article.id in self.seen:
            return Repeat(article=article.id, of=article.id)
        self.seen[article.id] = print_
        if not (self._store and self._store.has(article.id)):
            for id, publisher in (*self._prints[print_], *self._stored_before(print_)):
                if not _are_two(publisher, article.publisher):
                    return Repeat(article=article.id, of=id)
        self._prints[print_].append((article.id, article.publisher))
        return None

    def is_same_text(self, article: Article) -> bool:
        """True if the article that came first under this name has the same words."""
        return self.seen.get(article.id) == fingerprint(article.text)

    def gone(self) -> list[str]:
        """The stored articles that did not come again, sorted, without those that never were files of a folder."""
        stored = self._store.ids() if self._store else ()
        return [id for id in stored if id not in self.seen and "/" not in id and not id.startswith("url-")]

    def _stored_before(self, print_: str) -> list[tuple[str, str | None]]:
        """The stored articles of these words that did not come again with others."""
        stored = self._store.ids_by_fingerprint(print_) if self._store else ()
        return [(id, publisher) for id, publisher in stored if self.seen.get(id, print_) == print_]


def _are_two(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other
