"""From what a user names (folders, files, addresses, feeds) to articles, one by one, and a fault for what is not read."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from data.settings import Settings
from data.sources.document import Document, Item, Limits, Link, Refusal, Refused, system_fault
from data.sources.families import family_of, family_of_answer
from data.sources.process import ReadingProcess, Source
from data.sources.seeds import Fault, article_id, folder_items, listed_files, printable, read_entries
from data.sources.web import Fetcher
from geo.article import Article, Language, detect_language
from geo.edtf import Edtf
from geo.errors import ArticleError, EdtfError, HudnaError
from geo.message import Message

UPLOADS = "upload"  # what was uploaded is named upload/NAME: it was never a file of a folder, and replaces none
MOST_FAULTS = 100  # of one source; of what follows only the number is told
_HEAD_BYTES = 4096
_MOST_NAME_CHARACTERS = 200  # of an uploaded file: its article's id stands in links


class Gatherer:
    """Reads what a user names. Used as a context manager: it ends the process that reads what is hostile.

    `taken` is the number of bytes of local files that were read, for a progress bar.
    """

    def __init__(self, settings: Settings, *, fetcher: Fetcher | None = None) -> None:
        self._settings = settings
        self._limits = Limits(
            article_bytes=settings.max_article_bytes, document_bytes=settings.max_document_bytes,
            archive_bytes=settings.max_archive_bytes,
        )  # fmt: skip
        self._fetcher = fetcher or Fetcher(
            most_bytes=settings.max_document_bytes, seconds=settings.fetch_seconds, allowed=settings.fetch_allow
        )
        self._process = ReadingProcess(self._limits, seconds=settings.parse_seconds, memory_bytes=settings.parse_memory_bytes)
        self.taken = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.end()

    def gather(self, named: str) -> Iterator[Article | Fault]:
        """The articles and faults of one thing that a user names; after some faults the rest are counted only.

        Raises ArticleError for a path that is not there, or a folder that cannot be read.
        """
        if is_address(named):
            yield from _few_faults(self._address(named), _shown(named))
            return
        refuse_missing([named])
        path = Path(named)
        yield from self._folder(path) if path.is_dir() else self._single_file(path)

    def gather_upload(self, name: str, content: bytes) -> Iterator[Article | Fault]:
        """The articles and faults of a file that a browser handed over; `name` is as its sender chose it. No file is opened."""
        plain = PurePosixPath(name.replace("\\", "/")).name
        try:
            if len(plain) > _MOST_NAME_CHARACTERS:
                raise Refused("has a name of more than {most} characters: rename the file", most=_MOST_NAME_CHARACTERS)
            source = Source(name=f"{UPLOADS}/{_utf8(plain)}", family=family_of(plain), content=content)
        except Refused as refusal:
            yield Fault(file=printable(plain[:_MOST_NAME_CHARACTERS]), reason=refusal.message)
            return
        yield from _few_faults(self._items(self._process.read(source), printable(plain)), printable(plain))

    def _folder(self, path: Path) -> Iterator[Article | Fault]:
        sizes = {article_id(file): local_bytes(str(file)) for file in listed_files(path) if file.suffix.lower() == ".txt"}
        for item in folder_items(path, max_bytes=self._settings.max_article_bytes, others=self._file):
            self.taken += sizes.pop(item.id, 0) if isinstance(item, Article) else 0
            yield item

    def _single_file(self, path: Path) -> Iterator[Article | Fault]:
        """A file with what the articles.toml beside it says: its article is the same as when its folder is read."""
        entries, faults = read_entries(path.parent, frozenset(map(article_id, listed_files(path.parent))))
        own = article_id(path)
        yield from (fault for fault in faults if own in fault.articles)
        yield from self._file(path, entries.get(own, {}))

    def _file(self, path: Path, entry: Mapping[str, Any]) -> Iterator[Article | Fault]:
        name = printable(path.name)
        try:
            if not path.is_file():
                raise Refused("is not a regular file")
            source = Source(name=_utf8(path.name), family=family_of(path.name), path=path.absolute())
        except Refused as refusal:
            yield Fault(file=name, reason=refusal.message, articles=(article_id(path),))
            return
        done, self.taken = self.taken, self.taken
        for item in _few_faults(self._items(self._process.read(source), name, own=article_id(path)), name):
            if isinstance(item, Article) and item.id == article_id(path):
                item = replace(item, **entry)
            self.taken = done + self._process.position
            yield item
        self.taken = done + path.stat().st_size

    def _address(self, url: str) -> Iterator[Article | Fault]:
        """The article at an address, or those of the feed that is there."""
        try:
            source = self._fetched(url)
        except Refused as refusal:
            yield Fault(file=_shown(url), reason=refusal.message)
            return
        items = self._process.read(source)
        yield from self._items(items, printable(url)) if source.family != "feed" else self._feed(list(items), url)

    def _feed(self, entries: list[Item], url: str) -> Iterator[Article | Fault]:
        """The articles of a feed: those that it holds, and those whose pages it names."""
        most = self._settings.feed_entries
        for item in entries[:most]:
            if isinstance(item, Link):
                yield from self._linked(item)
            else:
                yield from self._items(iter([item]), printable(url))
        if len(entries) > most:
            reason = Message(
                "names {more:,} pages beyond the {most} that HUDNA_FEED_ENTRIES allows", more=len(entries) - most, most=most
            )
            yield Fault(file=printable(url), reason=reason)

    def _linked(self, link: Link) -> Iterator[Article | Fault]:
        """The page that a feed names. What the page itself does not say is taken from the feed."""
        try:
            items = self._process.read(self._fetched(link.url))
            for item in self._items(items, printable(link.url)):
                if isinstance(item, Article):
                    known = _article(
                        Document(text=item.text, id=item.id, published=link.published, published_basis=link.published_basis)
                    )
                    item = replace(item, title=item.title or link.title, publisher=item.publisher or link.publisher)
                    if item.published is None and known.published:
                        item = replace(item, published=known.published, published_basis=known.published_basis)
                yield item
        except Refused as refusal:
            yield Fault(file=printable(link.url), reason=refusal.message)

    def _fetched(self, url: str) -> Source:
        answer = self._fetcher.fetch(url)
        name = PurePosixPath(urlsplit(answer.url).path).name or "page"
        family = family_of_answer(answer.kind, answer.url, answer.content[:_HEAD_BYTES])
        return Source(name=name, family=family, content=answer.content, url=answer.url, charset=answer.charset)

    def _items(self, items: Iterator[Item], name: str, *, own: str = "") -> Iterator[Article | Fault]:
        """What a source gives, as articles and faults. `own` is the id of the article that a file of its own name would be."""
        for item in items:
            if isinstance(item, Refusal):
                where = Message("{file} {where}", file=name, where=_printable(item.where)) if item.where else name
                yield Fault(file=where, reason=item.reason, articles=(own,) if own and not item.where else ())
            elif isinstance(item, Link):
                reason = Message(
                    "is only named by the feed, which holds no more than a teaser: name the feed's address, or the page's"
                )
                yield Fault(file=printable(item.url), reason=reason)
            else:
                try:
                    yield _article(item)
                except HudnaError as fault:
                    why = Message("cannot be kept: {fault}", fault=fault.messages[0])
                    yield Fault(file=f"{name} {printable(item.id)}", reason=why)


def is_address(named: str) -> bool:
    """True for what a user means as an address: it has a scheme. Only http and https are fetched."""
    return "://" in named[:20]


def gather_all(gatherer: Gatherer, named: Sequence[str]) -> Iterator[Article | Fault]:
    """The articles and faults of all that a user names; of several things, one that cannot be read costs itself alone."""
    for one in named:
        try:
            yield from gatherer.gather(one)
        except ArticleError as error:
            if len(named) == 1:
                raise
            missing = _missing(one)
            why = Message("cannot be read ({fault})", fault=system_fault(missing)) if missing else error.messages[0]
            yield Fault(file=_shown(one) or "''", reason=why)


def refuse_missing(named: Sequence[str]) -> None:
    """Raises ArticleError where nothing that is named can be looked at: paths that are not there, locked ones, empty names."""
    refused = [_refusal(one, fault) for one in named if (fault := _missing(one))]
    if len(refused) == len(named):
        raise ArticleError(*refused)


def _missing(named: str) -> OSError | None:
    """What the system says where a path cannot be looked at; None for an address. An empty name is not the current folder."""
    try:
        if not named.strip():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        if not is_address(named):
            Path(named).stat()
    except OSError as fault:
        return fault
    return None


def _refusal(named: str, fault: OSError) -> Message:
    if not named.strip():
        return Message("the name of a folder, file or address is empty: write . for the folder where you are")
    if isinstance(fault, FileNotFoundError | NotADirectoryError):
        return Message("there is no folder or file {name!r}: name one, or an address that begins with https://", name=named)
    return Message("{name!r} cannot be read ({fault}): name another", name=named, fault=system_fault(fault))


def _shown(url: str) -> str:
    """An address for a line that is kept and that others see: a name and password in it are left out."""
    return printable(re.sub(r"(?<=://)[^/?#]*@", "…@", url))


def local_bytes(named: str) -> int:
    """How many bytes of files there are to read in what a user names, for a progress bar; 0 for an address, or a refusal."""
    if is_address(named):
        return 0
    path = Path(named)
    try:
        files = path.iterdir() if path.is_dir() else [path]
        return sum(file.stat().st_size for file in files if file.is_file())
    except OSError:  # told where it is read
        return 0


def _article(document: Document) -> Article:
    language = document.language if document.language in tuple(Language) else detect_language(document.text)
    try:
        published = Edtf.parse(document.published) if document.published else None
    except EdtfError:
        published = None
    return Article(
        id=document.id, text=document.text, language=Language(language), title=document.title, publisher=document.publisher,
        url=document.url, published=published, published_basis=document.published_basis,
    )  # fmt: skip


def _few_faults(items: Iterator[Article | Fault], name: str) -> Iterator[Article | Fault]:
    """The same items; after some faults their number only, so that a hostile table does not fill memory and screen."""
    faults = 0
    for item in items:
        faults += isinstance(item, Fault)
        if faults <= MOST_FAULTS or isinstance(item, Article):
            yield item
    if faults > MOST_FAULTS:
        yield Fault(file=name, reason=Message("has {more:,} more parts that are not read", more=faults - MOST_FAULTS))


def _utf8(name: str) -> str:
    try:
        name.encode()
    except UnicodeEncodeError as fault:
        raise Refused("has a name that is not UTF-8: rename the file") from fault
    return name


def _printable(where: str) -> str:
    """The place of a fault, its words from the source escaped."""
    if not isinstance(where, Message):
        return printable(where)
    values = {name: _printable(value) if isinstance(value, str) else value for name, value in where.values.items()}
    return Message(where.template, **values)
