"""Which family reads a file: by its ending, or for what the web sends by what it says it is."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO

from data.sources.archive import Begun, Budget, read_warc, read_zip
from data.sources.document import Document, Item, Items, Limits, Refused, is_web_address, page_id, stem
from data.sources.docx import read_docx
from data.sources.feed import looks_like_feed, read_feed
from data.sources.html import read_page
from data.sources.pdf import read_pdf
from data.sources.rows import read_csv, read_json_lines
from data.sources.text import read_markdown, read_plain
from geo.message import Message

# the family of each ending that is read
ENDINGS: Mapping[str, str] = {
    ".txt": "text", ".md": "markdown", ".markdown": "markdown", ".html": "page", ".htm": "page", ".xhtml": "page",
    ".pdf": "pdf", ".docx": "docx", ".jsonl": "json", ".ndjson": "json", ".csv": "csv", ".tsv": "csv",
    ".zip": "zip", ".warc": "warc", ".xml": "feed", ".rss": "feed", ".atom": "feed",
}  # fmt: skip
_AS_WORD, _AS_TABLE, _AS_ZIP = Message("save it as .docx"), Message("save it as .csv"), Message("pack it as .zip")
_ADVICE = {
    ".doc": _AS_WORD, ".rtf": _AS_WORD, ".odt": _AS_WORD, ".pages": Message("export it as .docx"),
    ".json": Message("write one object a line and name it .jsonl"), ".xlsx": _AS_TABLE, ".xls": _AS_TABLE,
    ".rar": _AS_ZIP, ".7z": _AS_ZIP, ".gz": Message("unpack it, but for .warc.gz"), ".eml": Message("save its text as .txt"),
}  # fmt: skip
KINDS: Mapping[str, str] = {
    "text/plain": "text", "text/markdown": "markdown", "text/html": "page", "application/xhtml+xml": "page",
    "application/pdf": "pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed", "application/rdf+xml": "feed", "application/xml": "feed", "text/xml": "feed",
}  # fmt: skip


def family_of(name: str) -> str:
    """The family of a file by its name. Raises Refused for one that is not read."""
    lower = name.lower()
    if lower.endswith(".warc.gz"):
        return "warc"
    ending = PurePosixPath(lower).suffix
    if ending not in ENDINGS:
        what_is = Message("text, Markdown, pages, PDF, Word, tables, feeds and archives are")
        raise Refused("is not read: {advice}", advice=_ADVICE.get(ending, what_is))
    return ENDINGS[ending]


def family_of_answer(kind: str, url: str, head: bytes) -> str:
    """The family of what the web sent, by what the server and its first bytes say. Raises Refused for what is not read."""
    if head.startswith(b"%PDF-"):
        return "pdf"
    kind = kind.partition(";")[0].strip().lower()
    if kind in ("", "application/octet-stream"):
        return family_of(url.partition("?")[0].partition("#")[0])
    if kind not in KINDS:
        raise Refused("is {kind!r}: pages, feeds, PDF, Word files and plain text are read from the web", kind=kind)
    return "feed" if KINDS[kind] == "page" and looks_like_feed(head) else KINDS[kind]


def read_stream(
    stream: IO[bytes],
    name: str,
    family: str,
    limits: Limits,
    *,
    url: str | None = None,
    charset: str | None = None,
    skip: int = 0,
) -> Iterator[Item | Begun]:
    """The items of a source. `name` is its file's name without folders, `url` where it came from if from the web.

    In an archive the first `skip` members are passed over. Raises Refused where nothing of it can be read.
    """
    if family in ("zip", "warc"):
        reader = _read_zip if family == "zip" else read_warc
        yield from reader(stream, _archive_id(name), Budget(limits), skip=skip)
    elif family in ("json", "csv"):
        yield from (read_json_lines if family == "json" else read_csv)(stream, stem(name), limits)
    else:
        yield from _read_whole(_whole(stream, family, limits), name, family, limits, url, charset)


def _read_whole(content: bytes, name: str, family: str, limits: Limits, url: str | None, charset: str | None) -> Items:
    if family == "page":
        return read_page(content, limits, url=url, charset=charset)
    if family == "feed":
        return read_feed(content, limits, name=stem(name), url=url)
    if family in ("text", "markdown"):
        return (read_plain if family == "text" else read_markdown)(content, limits, charset=charset)
    return (read_pdf if family == "pdf" else read_docx)(content, limits)


def _whole(stream: IO[bytes], family: str, limits: Limits) -> bytes:
    """All that a stream holds. Raises Refused if that is more than its family may have."""
    most, setting = limits.document_bytes, "HUDNA_MAX_DOCUMENT_BYTES"
    if family in ("text", "markdown"):
        most, setting = limits.article_bytes, "HUDNA_MAX_ARTICLE_BYTES"
    content = stream.read(most + 1)
    if len(content) > most:
        raise Refused("is larger than the {most:,} bytes that {setting} allows", most=most, setting=setting)
    return content


def _read_zip(stream: IO[bytes], name: str, budget: Budget, *, skip: int = 0) -> Iterator[Item | Begun]:
    return read_zip(stream, name, budget, _read_member, skip=skip)


def _read_member(stream: IO[bytes], name: str, budget: Budget) -> Items:
    """The items of a member of a zip file, each with its id."""
    family = family_of(PurePosixPath(name).name)
    if family == "zip":
        items = read_zip(io.BytesIO(_whole(stream, family, budget.limits)), _archive_id(name), budget, _read_member)
    elif family == "warc":
        items = read_warc(stream, _archive_id(name), budget)
    else:
        items = read_stream(stream, name, family, budget.limits)
    named = (item for item in items if not isinstance(item, Begun))
    return (replace(item, id=stem(name)) if isinstance(item, Document) and not item.id else item for item in named)


def _archive_id(name: str) -> str:
    return stem(name[:-3] if name.lower().endswith(".gz") else name)


def default_id(name: str, url: str | None) -> str:
    """The id of the only article of a source: of its address, or of its file's name."""
    return page_id(url) if url and is_web_address(url) else stem(name)
