"""Articles in, readings out, in their order: one after the other, or by several processes at once."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from time import perf_counter
from typing import Protocol

from data.reading.jobs import in_order
from geo.article import Article
from geo.errors import ArticleError
from geo.message import Message
from geo.pipeline import Reading

_LOG = logging.getLogger(__name__)


class ArticleReader(Protocol):
    """What reads articles: `geo.pipeline.Reader`, or a test's stand-in. `version` changes whenever its answers may."""

    @property
    def version(self) -> str: ...

    def read(self, article: Article) -> Reading: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The reading of an article and the seconds that it took; None where the reader refuses the article, and why, or where it
    broke the reader, and how."""

    reading: Reading | None
    seconds: float
    refusal: Message | None = None
    fault: str = ""


ReadAll = Callable[[Iterable[Article]], Iterator[tuple[Article, Answer]]]


def in_turn(reader: ArticleReader) -> ReadAll:
    """Reads one article after the other."""
    return lambda articles: ((article, answer(reader, article)) for article in articles)


def by_processes(jobs: int, added: Path) -> ReadAll:
    """Reads with several processes, each with a reader of its own; `added` are the user's own tables of places."""
    return lambda articles: in_order(partial(_answer_here, added), articles, jobs, partial(_reader_here, added))


def answer(reader: ArticleReader, article: Article) -> Answer:
    """Reads an article. Whatever is wrong with one must not keep the others from being read."""
    began = perf_counter()
    try:
        reading = reader.read(article)
    except ArticleError as refusal:
        return Answer(reading=None, seconds=perf_counter() - began, refusal=refusal.messages[0])
    except Exception as error:
        return Answer(reading=None, seconds=perf_counter() - began, fault=logged(article, error))
    return Answer(reading=reading, seconds=perf_counter() - began)


def logged(article: Article, error: Exception) -> str:
    """Writes an error into the log, in an `except` clause, and tells it in a line."""
    _LOG.exception("reading the article %r failed", article.id)
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"


def _answer_here(added: Path, article: Article) -> Answer:
    return answer(_reader_here(added), article)


@cache
def _reader_here(added: Path) -> ArticleReader:
    """The reader of this process."""
    from data.tables.reference import load_reader  # as in intake/ingest.py

    return load_reader(added)
