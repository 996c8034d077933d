"""`python -m data read`: articles in, readings out, one JSON object a line. docs/reading.md describes both sides."""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO

from data.progress import Progress
from data.reading.as_json import ReadingJson
from data.reading.jobs import check_jobs, in_order
from data.settings import load_settings
from data.sources.seeds import Fault, article_id, listed_files, printable, read_folder
from data.tables.reference import load_reader
from data.terminal import STANDARD_STREAM
from geo.article import Article, Language, detect_language
from geo.edtf import Edtf
from geo.errors import ArticleError, EdtfError
from geo.pipeline import Reader

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing to read: a line of JSON, an article of a folder, or a fault of a folder. `where` names it in an error."""

    where: Mapping[str, int | str]
    content: bytes | Article | Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The output line for one entry, without its line end; `is_error` if the entry could not be read."""

    line: bytes
    is_error: bool


def main(arguments: Sequence[str]) -> int:
    """Reads every article and says on stderr how many could not be read. Returns 1 if none could, and there were some."""
    options = _parser().parse_args(arguments)
    check_jobs(options.jobs)
    _refuse_same_file(options.input, options.output)
    read = errors = 0
    with ExitStack() as opened:
        entries, size = _entries(options.input, opened)
        output = _output(options.output, opened)
        progress = Progress(size)
        try:
            for answer in answers(_counted(entries, progress), options.jobs):
                output.write(answer.line + b"\n")
                output.flush()
                errors += answer.is_error
                read += not answer.is_error
                progress.show(read + errors)
        except BrokenPipeError:  # whoever reads our output has enough of it (`| head`)
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    progress.clear()
    if errors:
        print(f"{errors:,} of {read + errors:,} could not be read: their output lines say why", file=sys.stderr)
    return 1 if errors and not read else 0


def _counted(entries: Iterable[Entry], progress: Progress) -> Iterator[Entry]:
    """The same entries; the bytes of their lines are counted as they are taken."""
    for entry in entries:
        progress.taken += len(entry.content) if isinstance(entry.content, bytes) else 0
        yield entry


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m data read",
        description="Read articles into JSON lines: mentions, dates, statements, and what was not understood.",
    )
    parser.add_argument("--in", dest="input", default=STANDARD_STREAM, metavar="FILE",
                        help="JSON lines {id, text, lang?, published?, title?, publisher?, url?}, or a folder of .txt files; "
                             "- is the standard input, and the default")  # fmt: skip
    parser.add_argument(
        "--out",
        dest="output",
        default=STANDARD_STREAM,
        metavar="FILE",
        help="where the readings go; - is the standard output, and the default",
    )
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="how many processes read (default: 1)")
    return parser


# --- in and out --------------------------------------------------------------------------------------------------------


def _refuse_same_file(source: str, target: str) -> None:
    if STANDARD_STREAM in (source, target):
        return
    if os.path.exists(source) and os.path.exists(target) and os.path.samefile(source, target):
        raise ArticleError(f"--in and --out are both {target!r}: writing would destroy the articles; name another output")
    if os.path.isdir(source) and Path(target).resolve().parent == Path(source).resolve():
        raise ArticleError(f"{target!r} lies in the folder that is read: what is written there would be read as an article")


def _output(name: str, opened: ExitStack) -> IO[bytes]:
    """The stream to write to; a file is closed with `opened`."""
    if name == STANDARD_STREAM:
        if not sys.stdout:
            raise ArticleError("the standard output is closed: name a file with --out")
        return sys.stdout.buffer
    try:
        return opened.enter_context(Path(name).open("wb"))
    except OSError as fault:
        raise ArticleError(f"{name!r} cannot be written ({fault.strerror}): name another output") from fault


def _entries(name: str, opened: ExitStack) -> tuple[Iterator[Entry], int | None]:
    """The entries of a file, a folder or the standard input in order, and how many bytes there are, None if unknown.

    A file is closed with `opened`.
    """
    if name == STANDARD_STREAM:
        if not sys.stdin:
            raise ArticleError("the standard input is closed: name a file or a folder with --in")
        return _lines(sys.stdin.buffer), None
    path = Path(name)
    if os.path.isdir(name):  # unlike Path's, never raises: what cannot be looked at is told where it is opened
        return _folder_entries(path), None
    try:
        stream = opened.enter_context(path.open("rb"))
    except OSError as fault:
        raise ArticleError(f"{name!r} cannot be read ({fault.strerror}): name a file of JSON lines or a folder") from fault
    return _lines(stream), path.stat().st_size if path.is_file() else None


def _lines(stream: IO[bytes]) -> Iterator[Entry]:
    """The lines that hold something; the first line of the stream is line 1."""
    for number, line in enumerate(stream, start=1):
        if line.strip():
            yield Entry(where={"line": number}, content=line)


def _folder_entries(folder: Path) -> Iterator[Entry]:
    articles, faults = read_folder(folder, max_bytes=load_settings().max_article_bytes)
    # of two files of one article the first is read
    files = {article_id(path): path.name for path in reversed(listed_files(folder)) if path.suffix.lower() == ".txt"}
    for article in articles:
        yield Entry(where={"file": printable(files.get(article.id, article.id))}, content=article)
    for fault in faults:
        yield Entry(where={"file": fault.file}, content=fault)


def parse_line(line: bytes, number: int) -> Article:
    """The article of an input line. Without an id it is named after the line's number; keys that are not known are passed over.

    Raises ArticleError or EdtfError with a sentence.
    """
    try:
        fields = json.loads(line)
    except RecursionError as fault:
        raise ArticleError("this is not an article: its JSON is nested too deeply") from fault
    except ValueError as fault:
        raise ArticleError(f"this is not JSON ({fault}): write one object a line") from fault
    if not isinstance(fields, dict):
        raise ArticleError(f'this is not a JSON object but {json.dumps(fields)[:40]}: write {{"id": …, "text": …}}')
    article_id = fields.get("id")
    if isinstance(article_id, int) and not isinstance(article_id, bool):
        fields["id"] = str(article_id)
    for key in _TEXT_KEYS:
        if not isinstance(fields.get(key, ""), str | None):
            raise ArticleError(f"{key} must be a string; got {json.dumps(fields[key], ensure_ascii=False)[:40]}")
    text, published, language = fields.get("text"), fields.get("published"), fields.get("lang")
    if not text:
        raise ArticleError('there is no text: put the article\'s words under "text"')
    if language and language not in tuple(Language):
        raise ArticleError(f"lang must be one of {', '.join(Language)}, or left out; got {language!r}")
    return Article(
        id=fields.get("id") or str(number), text=text, language=Language(language) if language else detect_language(text),
        title=fields.get("title"), publisher=fields.get("publisher"), url=fields.get("url"),
        published=Edtf.parse(published) if published else None,
    )  # fmt: skip


_TEXT_KEYS = ("id", "text", "lang", "published", "title", "publisher", "url")


# --- reading -----------------------------------------------------------------------------------------------------------


def answers(entries: Iterable[Entry], jobs: int) -> Iterator[Answer]:
    """One answer for each entry, in their order. With several jobs, no more than some chunks of entries are held at a time."""
    if jobs == 1:
        yield from map(answer, entries)
        return
    yield from (found for _, found in in_order(answer, entries, jobs, _reader))


@cache
def _reader() -> tuple[Reader, ReadingJson]:
    """The reader of this process, and what writes its readings down."""
    reader = load_reader(load_settings().gazetteer)
    return reader, ReadingJson(reader.reference.gazetteer, reader.reference.actors)


def answer(entry: Entry) -> Answer:
    """The reading of an entry, or why it could not be read. An article that breaks the reader costs no other article."""
    reader, writer = _reader()
    try:
        article = _article(entry)
        reading = reader.read(article)
    except (ArticleError, EdtfError) as fault:
        return _error(entry, str(fault))
    except Exception as fault:  # whatever is wrong with one article must not keep the others from being read
        _LOG.exception("reading the article at %s failed", dict(entry.where))
        return _error(entry, f"this article broke the reader ({type(fault).__name__}); the log says where")
    return Answer(line=_encoded(writer.record(article, reading)), is_error=False)


def _article(entry: Entry) -> Article:
    if isinstance(entry.content, Fault):
        raise ArticleError(entry.content.reason)
    if isinstance(entry.content, Article):
        return entry.content
    return parse_line(entry.content, int(entry.where["line"]))


def _error(entry: Entry, sentence: str) -> Answer:
    return Answer(line=_encoded({**entry.where, "error": sentence}), is_error=True)


def _encoded(record: Mapping[str, object]) -> bytes:
    """The record as one line of JSON in UTF-8; halves of characters, which UTF-8 cannot hold, are escaped."""
    try:
        return json.dumps(record, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(record).encode()
