"""Tells the articles of one ingest that come twice: under one name, or word for word under two."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from data.sources.duplicates import fingerprint
from data.store import StoreReader
from geo.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """That an article is not kept because another one, `of`, has the same words; both are ids."""

    article: str
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    article: str
    publisher: str | None


class Repeats:
    """Knows the articles of this ingest by their names and words, those stored before by their names and exact texts."""

    def __init__(self, store: StoreReader | None) -> None:
        self._store = store
        self._stored: dict[str, list[str]] = defaultdict(list)
        for reading in store.readings() if store else ():
            self._stored[reading.sha256].append(reading.article)
        self._ids = {id for ids in self._stored.values() for id in ids}
        self._prints: dict[str, list[_Known]] = defaultdict(list)
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
        if article.id not in self._ids:
            for known in (*self._prints[print_], *self._stored_before(article)):
                if not _are_two(known.publisher, article.publisher):
                    return Repeat(article=article.id, of=known.article)
        self._prints[print_].append(_Known(article=article.id, publisher=article.publisher))
        return None

    def is_same_text(self, article: Article) -> bool:
        """True if the article that came first under this name has the same words."""
        return self.seen.get(article.id) == fingerprint(article.text)

    def gone(self) -> list[str]:
        """The stored articles that did not come again, sorted, without those that never were files of a folder."""
        return sorted(id for id in self._ids - self.seen.keys() if "/" not in id and not id.startswith("url-"))

    def _stored_before(self, article: Article) -> list[_Known]:
        """The stored articles of exactly this text that did not come again with other words."""
        if not self._store:
            return []
        ids = [
            id
            for id in self._stored.get(article.sha256, ())
            if self.seen.get(id, self.seen[article.id]) == self.seen[article.id]
        ]
        found = (self._store.article(id) for id in ids)
        return [_Known(article=one.id, publisher=one.publisher) for one in found if one]


def _are_two(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other
