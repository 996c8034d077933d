"""From a folder of articles to the store: each article read and saved by itself, so that one fault costs one article."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Protocol

from data.seeds import MAX_ARTICLE_BYTES, Fault, read_folder
from data.settings import load_settings
from data.store import StoredReading, StoreReader, StoreWriter, open_writer
from geo.article import Article
from geo.errors import ArticleError, StoreError
from geo.pipeline import Reading

_LOG = logging.getLogger(__name__)
_NAMES_IN_A_LINE = 5


class ArticleReader(Protocol):
    """What reads articles: `geo.pipeline.Reader`, or a test's stand-in. `version` changes whenever its answers may."""

    @property
    def version(self) -> str: ...

    def read(self, article: Article) -> Reading: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What one ingest did. `unchanged` were read before; `skipped` are files or entries at fault; `failed` are articles that
    the reader broke on; `gone` are in the store but have no file in the folder. Ids are sorted; `seconds` is the whole run.
    """

    read: tuple[StoredReading, ...]
    unchanged: tuple[str, ...]
    skipped: tuple[Fault, ...]
    failed: tuple[Fault, ...]
    gone: tuple[str, ...]
    seconds: float

    @property
    def nothing_readable(self) -> bool:
        """True if the folder held no article that is now in the store."""
        return not self.read and not self.unchanged

    def lines(self) -> Iterator[str]:
        """The summary in words: a line for the whole, one for each fault, one for each thing worth knowing."""
        if self.read:
            pace = f" ({len(self.read) / self.seconds:.0f} articles/s)" if self.seconds else ""
            yield (
                f"{_count(len(self.read), 'article')} read in {self.seconds:.1f} s{pace}: "
                f"{_count(sum(r.statements for r in self.read), 'statement')}, "
                f"{_count(sum(r.unresolved for r in self.read), 'unresolved name')}"
            )
        if self.unchanged:
            yield f"{_count(len(self.unchanged), 'article')} unchanged since the last reading"
        yield from (f"not read: {fault.file} {fault.reason}" for fault in (*self.skipped, *self.failed))
        silent = [r.article for r in self.read if not r.statements]
        if silent:
            yield f"nothing found about a truce in {_named(silent)}"
        if self.gone:
            yield f"no longer in the folder, but kept in the store: {_named(self.gone)}"


def ingest_folder(
    folder: Path,
    store: StoreWriter,
    reader: ArticleReader,
    clock: Callable[[], datetime],
    *,
    max_bytes: int = MAX_ARTICLE_BYTES,
) -> Summary:
    """Reads the articles of a folder that are new or changed, and stores what is found. `clock` tells the time, with its zone.

    Raises ArticleError if the folder cannot be read, StoreError if the store cannot be used; what was saved until then stays.
    """
    began = perf_counter()
    articles, skipped = read_folder(folder, max_bytes=max_bytes)
    before = [stored.article for stored in store.readings()]
    in_doubt = frozenset(id for fault in skipped for id in fault.articles)
    read: list[StoredReading] = []
    unchanged: list[str] = []
    failed: list[Fault] = []
    for article in articles:
        if article.id in in_doubt:
            article = _as_known_before(article, store)
        if store.is_read(article, reader.version):
            unchanged.append(article.id)
            continue
        try:
            read.append(_read_one(article, store, reader, clock))
        except StoreError:
            raise
        except Exception as error:  # whatever is wrong with one article must not keep the others from being read
            _LOG.exception("reading the article %r failed", article.id)
            reason = f"broke the reader ({type(error).__name__}: {_one_line(error)}); the log says where"
            failed.append(Fault(file=article.id, reason=reason, articles=(article.id,)))
    store.replace_faults([*skipped, *failed])
    gone = sorted(set(before) - {article.id for article in articles} - in_doubt)
    return Summary(
        read=tuple(read), unchanged=tuple(unchanged), skipped=tuple(skipped), failed=tuple(failed), gone=tuple(gone),
        seconds=perf_counter() - began,
    )  # fmt: skip


def _as_known_before(article: Article, store: StoreReader) -> Article:
    """The article as it is stored, where its text is the same: a slip in articles.toml does not unlearn what was known."""
    stored = store.article(article.id)
    return stored if stored and stored.text == article.text else article


def _read_one(article: Article, store: StoreWriter, reader: ArticleReader, clock: Callable[[], datetime]) -> StoredReading:
    began = perf_counter()
    reading = reader.read(article)
    return store.save(article, reading, read_at=clock(), seconds=perf_counter() - began)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _named(ids: Sequence[str]) -> str:
    more = len(ids) - _NAMES_IN_A_LINE
    return ", ".join(ids[:_NAMES_IN_A_LINE]) + (f" and {more:,} more" if more > 0 else "")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


def main(arguments: Sequence[str]) -> int:
    """Reads a folder into the store and says what happened. Returns 1 if no article of the folder could be read."""
    settings = load_settings()
    parser = argparse.ArgumentParser(prog="python -m data ingest", description="Read a folder of articles into the store.")
    parser.add_argument("folder", nargs="?", type=Path, default=settings.seeds, help="folder of .txt files")
    parser.add_argument("--store", type=Path, default=settings.store, help="the store's file (default: the setting)")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        raise ArticleError(f"there is no folder {str(options.folder)!r}: name the folder of the articles")
    with open_writer(options.store) as store:
        summary = ingest_folder(
            options.folder, store, _reader(settings.gazetteer), lambda: datetime.now(UTC), max_bytes=settings.max_article_bytes
        )
    _print(summary.lines())
    if summary.nothing_readable:
        if not summary.skipped and not summary.failed:
            print(f"there is no article in {options.folder} yet: put .txt files there (docs/settings.md says how)")
        return 1
    print(f"the store is {options.store}")
    return 0


def _reader(added: Path) -> ArticleReader:
    # imported here: the reader's tables take longer to load than a wrong path should take to be told
    from data.reference_tables import load_reference
    from geo.pipeline import Reader

    return Reader(load_reference(added=added))


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)
