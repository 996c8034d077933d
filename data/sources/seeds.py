"""Reads a folder of articles: .txt files, and what articles.toml says of each. One fault is one line; the rest is read."""

from __future__ import annotations

import difflib
import os
import re
import stat
import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

from data.sources.document import Refused, system_fault
from data.sources.encoding import decoded
from geo.article import Article, Language, detect_language
from geo.edtf import Edtf
from geo.errors import ArticleError, HudnaError
from geo.message import Message

ENTRIES_FILE = "articles.toml"
MAX_ARTICLE_BYTES = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why a file, or a part of articles.toml, was not read: `file` is its printable name, `reason` one line.

    `articles` are the ids of which less is known because of it: what was stored of them before stays true.
    """

    file: str
    reason: Message
    articles: tuple[str, ...] = ()


def read_folder(folder: Path, *, max_bytes: int = MAX_ARTICLE_BYTES) -> tuple[list[Article], list[Fault]]:
    """The articles of a folder, sorted by id, and a fault for each thing in it that could not be read, sorted by file.

    Hidden files are passed over. Raises ArticleError if the folder itself cannot be read.
    """
    items = list(folder_items(folder, max_bytes=max_bytes))
    articles = sorted((item for item in items if isinstance(item, Article)), key=lambda article: article.id)
    return articles, sorted((item for item in items if isinstance(item, Fault)), key=lambda fault: fault.file)


def folder_items(folder: Path, *, max_bytes: int, others: OtherReader | None = None) -> Iterator[Article | Fault]:
    """The same one by one, by the files' names, the faults of articles.toml first: no more than one text is held.

    `others` reads what is no .txt file; without it such a file is a fault.
    """
    listed = listed_files(folder)
    entries, faults = read_entries(folder, frozenset(map(article_id, listed)))
    yield from faults
    read: dict[str, str] = {}
    for path in listed:
        article, name = article_id(path), printable(path.name)
        try:
            if others and path.suffix.lower() != ".txt" and is_own_file(path, folder):
                items = others(path, entries.get(article, {}))
            else:
                items = iter((_article(article, read_text(path, folder, max_bytes), entries.get(article, {})),))
            for item in items:
                # what a table or an archive holds has names of its own, and a file that is not read has none
                if isinstance(item, Article) and item.id == article:
                    if article in read:
                        raise Refused("is the same article as {name}: give one of them another name", name=read[article])
                    read[article] = name
                yield item
        except Refused as refusal:
            yield Fault(file=name, reason=refusal.message, articles=(article,))


# what reads a file that is no .txt: from its path and what articles.toml says of it, to its articles and faults
OtherReader: TypeAlias = Callable[[Path, Mapping[str, Any]], Iterator["Article | Fault"]]


def article_id(path: Path) -> str:
    """The id of the article in a file: the file's name without its ending, composed (macOS hands names out decomposed)."""
    return unicodedata.normalize("NFC", path.stem)


def printable(name: str) -> str:
    """A file's name for one line of a terminal or a page: what would break the line or hide in it is escaped."""
    return name if name.isprintable() else ascii(name)[1:-1]


def listed_files(folder: Path) -> list[Path]:
    """Everything in a folder but hidden files and articles.toml, by name."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith(".") and path.name != ENTRIES_FILE)
    except OSError as fault:
        raise ArticleError(
            "the folder {folder!r} cannot be read ({fault}): name another",
            folder=str(folder),
            fault=system_fault(fault),
        ) from fault


def _article(id: str, text: str, entry: Mapping[str, Any]) -> Article:
    return Article(id=id, text=text, **{"language": detect_language(text), **entry})


# --- files -------------------------------------------------------------------------------------------------------------


def read_text(path: Path, folder: Path, max_bytes: int) -> str:
    """The text of an article's file as it stands there, line ends included, without a byte order mark."""
    try:
        path.name.encode()
    except UnicodeEncodeError as fault:
        raise Refused("has a name that is not UTF-8: rename the file") from fault
    try:
        text = decoded(_bytes(path, folder, max_bytes))
    except OSError as fault:
        raise Refused("cannot be opened ({fault})", fault=system_fault(fault)) from fault
    if "\0" in text:
        raise Refused("holds NUL characters: it is no text file, or UTF-16 without a byte order mark. Save it as UTF-8")
    if not text.strip():
        raise Refused("is empty: there is no text to read")
    return text


def is_own_file(path: Path, folder: Path) -> bool:
    """True for a regular file that stands in the folder itself, or to which a link in it leads within the folder."""
    try:
        return Path(os.path.realpath(path, strict=True)).is_relative_to(folder.resolve()) and path.is_file()
    except OSError:
        return False


def _bytes(path: Path, folder: Path, max_bytes: int) -> bytes:
    """A regular .txt file's bytes; nothing outside the folder is opened. Raises OSError as the system does."""
    if not Path(os.path.realpath(path, strict=True)).is_relative_to(folder.resolve()):
        raise Refused("is a link out of the folder: put the file itself there")
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise Refused("is a folder: put the articles beside articles.toml, not below it")
    if path.suffix.lower() != ".txt":
        raise Refused("is not a .txt file: only those are read")
    if not stat.S_ISREG(status.st_mode):
        raise Refused("is not a regular file")
    with path.open("rb") as file:
        content = file.read(min(max_bytes, status.st_size) + 1)  # room is made for as much as is asked for
    if len(content) > max_bytes:
        size = max(status.st_size, len(content))
        raise Refused(
            "is {size:,} bytes long: more than the {most:,} that HUDNA_MAX_ARTICLE_BYTES allows", size=size, most=max_bytes
        )
    return content


# --- articles.toml -----------------------------------------------------------------------------------------------------


def read_entries(folder: Path, present: frozenset[str]) -> tuple[dict[str, dict[str, Any]], list[Fault]]:
    """What articles.toml says of each article whose file is `present`, by id, and the faults in it with their lines.

    Where a table is broken the others are read.
    """
    path = folder / ENTRIES_FILE
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return {}, []
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return {}, []
    except OSError as fault:
        reason = Message("cannot be opened ({fault})", fault=system_fault(fault))
        return {}, [Fault(file=ENTRIES_FILE, reason=reason, articles=tuple(sorted(present)))]
    except UnicodeDecodeError:
        reason = Message("is not UTF-8: save it as UTF-8")
        return {}, [Fault(file=ENTRIES_FILE, reason=reason, articles=tuple(sorted(present)))]
    entries: dict[str, dict[str, Any]] = {}
    faults: list[Fault] = []
    broken: list[tuple[_Table, Message]] = []
    for table in _tables(text):
        if table.error is not None:
            broken.append((table, table.error))
        elif table.article in entries:
            second = Message("a second table for {name!r}: only the first is read", name=table.name)
            faults.append(_fault_in(table, second))
        elif table.article in present:
            entries[table.article] = dict(_checked(table, faults))
        else:
            faults.append(_at_line(table.line, Message("there is no file {name!r} in this folder", name=table.name), ()))
    for table, error in broken:
        # a broken table whose name is lost may be that of any article that has none
        about = (table.article,) if table.article in present else tuple(sorted(present - entries.keys()))
        faults.append(_at_line(table.line, error, about))
    return entries, faults


_HEADER = re.compile(r"""\s*\[\s*(?P<name>"[^"\n]*"|'[^'\n]*'|[^\]\n#]*)""")
_ERROR_LINE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """One table of articles.toml: the file's name, the line of its header, its lines and its values, or why it has none."""

    name: str
    line: int
    lines: tuple[str, ...]
    values: Mapping[str, Any]
    error: Message | None = None

    @property
    def article(self) -> str:
        """The id of the article that the table is about."""
        return article_id(Path(self.name))

    def line_of(self, key: str) -> int:
        """The line that sets a key, else that of the header."""
        setter = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
        return next((self.line + n for n, line in enumerate(self.lines) if setter.match(line)), self.line)


def _tables(text: str) -> Iterator[_Table]:
    """The tables of a TOML text, each parsed by itself, so that a broken one costs no other."""
    lines = text.split("\n")
    starts = [n for n, line in enumerate(lines) if line.lstrip().startswith("[")]
    for start, end in pairwise([0, *starts, len(lines)]):
        block = tuple(lines[start:end])
        header = _HEADER.match(block[0]) if start in starts and block else None
        name = header["name"].strip(" \"'") if header else ""
        line, values = start + 1, {}
        error: Message | None = None
        try:
            values = tomllib.loads("\n".join((*block, "")))
        except tomllib.TOMLDecodeError as fault:
            at = _ERROR_LINE.search(str(fault))
            line = start + (int(at[1]) if at and at[1] else len(block))
            why = _ERROR_LINE.sub("", str(fault))
            error = Message("this is not TOML ({fault}); the table {name!r} is not read", fault=why, name=name)
        if values and not header:
            error = Message('{key!r} stands outside of a table: put ["name-of-the-file.txt"] above it', key=next(iter(values)))
        elif values and name not in values:
            error = Message('put the file\'s name in quotes, as ["name-of-the-file.txt"]; got {line!r}', line=block[0].strip())
        if header or error:
            yield _Table(name=name, line=line, lines=block, values=values.get(name, {}), error=error)


def _checked(table: _Table, faults: list[Fault]) -> Iterator[tuple[str, Any]]:
    """The fields of an article that a table gives rightly; each that is wrong is added to `faults`."""
    for key, value in table.values.items():
        try:
            yield key, _field(key, value)
        except HudnaError as fault:
            faults.append(_fault_in(table, fault.messages[0], key))


def _fault_in(table: _Table, reason: Message, key: str = "") -> Fault:
    """A fault in a table of an article that is present, at the line of a key or of the table's header."""
    return _at_line(table.line_of(key), reason, (table.article,))


def _at_line(line: int, reason: Message, articles: tuple[str, ...]) -> Fault:
    return Fault(file=ENTRIES_FILE, reason=Message("line {line}: {fault}", line=line, fault=reason), articles=articles)


def _field(key: str, value: object) -> object:
    """One field's value. Raises ArticleError or EdtfError, each with a sentence."""
    if key not in _FIELDS:
        near = difflib.get_close_matches(key, _FIELDS, n=1)
        keys = Message("the keys are {keys}", keys=", ".join(_FIELDS))
        advice = Message("did you mean {key!r}?", key=near[0]) if near else keys
        raise ArticleError("unknown key {key!r}: {advice}", key=key, advice=advice)
    if key == "published_basis" and isinstance(value, dict):
        return _in_both(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        value = value.isoformat()
    if not isinstance(value, str):
        raise ArticleError("{key} must be in quotes; got {value}", key=key, value=repr(value))
    if not value.strip():
        raise ArticleError("{key} is empty: leave the line out where the answer is not known", key=key)
    return _FIELDS[key](value)


def _in_both(words: Mapping[str, object]) -> Message:
    """How a date is known, written in both languages of the pages."""
    en, ar = words.get("en"), words.get("ar")
    if len(words) != 2 or not (isinstance(en, str) and isinstance(ar, str) and en.strip() and ar.strip()):
        raise ArticleError("published_basis takes one sentence in quotes, or two: {example}", example='{ en = "…", ar = "…" }')
    return Message.in_both(en, ar)


def _language(code: str) -> Language:
    if code not in tuple(Language):
        raise ArticleError("language must be one of {languages}; got {code!r}", languages=", ".join(Language), code=code)
    return Language(code)


def _url(url: str) -> str:
    if not url.startswith(("https://", "http://")):
        raise ArticleError("url must begin with https:// or http://; got {url!r}", url=url)
    return url


_FIELDS: dict[str, Callable[[str], object]] = {
    "title": str, "language": _language, "publisher": str, "url": _url, "published": Edtf.parse, "published_basis": str,
}  # fmt: skip
