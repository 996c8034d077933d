"""Tables of articles, a row each: JSON lines and CSV. A row that is wrong costs no other; no line is held beyond its limit."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import IO, Any

from data.sources.dates import as_edtf
from data.sources.document import Document, Item, Items, Limits, Refusal, Refused, checked_text, is_web_address, page_id, short
from data.sources.encoding import decoded_page, marked
from geo.message import Message

# what others call the columns; the first that a table has is taken
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "guid"),
    "text": ("text", "body", "content", "full_text", "article", "maintext"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "outlet", "source", "source_name", "newspaper"),
    "url": ("url", "link", "source_url"),
    "published": ("published", "date", "published_at", "date_publish", "publication_date", "pubdate"),
    "published_basis": ("published_basis",),
    "language": ("language", "lang"),
}
_NAMES_OF_TEXTS = " / ".join(COLUMNS["text"][:3])
# JSON may write a character in twelve, and what is no text stands beside it
_BYTES_A_CHARACTER = 12
_DATE_CHARACTERS = 60
_CHUNK_BYTES = 1 << 20
_SNIFFED_BYTES = 1 << 16


def read_json_lines(stream: IO[bytes], name: str, limits: Limits) -> Items:
    """The articles of a file of JSON lines, in its order; `name` is the beginning of the ids of those that have no address."""
    for number, line in _lines(stream, limits):
        if line is None:
            yield Refusal(where=Message("line {number}", number=number), reason=_too_long(limits))
        elif line.strip():
            yield _row_of_json(line, number, name, limits)


def _row_of_json(line: bytes, number: int, name: str, limits: Limits) -> Item:
    where = Message("line {number}", number=number)
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except RecursionError:
        return Refusal(where=where, reason=Message("is no article: its JSON is nested too deeply"))
    except ValueError as fault:
        return Refusal(where=where, reason=Message("is not JSON ({fault}): write one object a line", fault=short(fault)))
    if not isinstance(fields, dict):
        return Refusal(where=where, reason=Message('is not a JSON object: write {"text": …}'))
    return _document({str(key).lower(): value for key, value in fields.items()}, where, f"{name}/{number}", name, limits)


def _lines(stream: IO[bytes], limits: Limits) -> Iterator[tuple[int, bytes | None]]:
    """The lines of a stream with their numbers; None for one that is longer than any article, which is read past."""
    most = _BYTES_A_CHARACTER * limits.article_bytes
    number = 0
    while line := stream.readline(most + 1):
        number += 1
        if len(line) > most:
            while line and not line.endswith(b"\n"):
                line = stream.readline(_CHUNK_BYTES)
            yield number, None
        else:
            yield number, line


def _too_long(limits: Limits) -> Message:
    return Message("is longer than an article may be ({most:,} bytes, HUDNA_MAX_ARTICLE_BYTES)", most=limits.article_bytes)


# --- CSV -----------------------------------------------------------------------------------------------------------------


def read_csv(stream: IO[bytes], name: str, limits: Limits) -> Items:
    """The articles of a table whose first row names its columns; comma, semicolon or tab, whichever that row has most of."""
    head = stream.read(_SNIFFED_BYTES)
    encoding = _encoding(head)
    text = io.TextIOWrapper(io.BufferedReader(_Rejoined(head, stream), _SNIFFED_BYTES), encoding, errors="replace", newline="")
    first = head.decode(encoding, "replace").split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    csv.field_size_limit(limits.article_bytes)
    lines = _Lines(text, limits)
    rows = csv.reader(lines, delimiter=delimiter, strict=False)
    header: list[str] | None = None
    while True:
        first_line = rows.line_num + 1
        lines.of_row.clear()
        try:
            row = next(rows)
        except StopIteration:
            return
        except (csv.Error, Refused) as fault:
            # where a field began that has no end nobody knows: what follows would be read as rows that it holds
            no_table = Message("cannot be read as a table ({fault}): the rest is not read", fault=short(fault))
            reason = fault.message if isinstance(fault, Refused) else no_table
            yield Refusal(where=Message("line {number}", number=rows.line_num), reason=reason)
            return
        if lines.ended:
            no_end = Message("begins a quote that has no end: the rest is not read; put a quotation mark where it ends")
            yield Refusal(where=Message("line {number}", number=first_line), reason=no_end)
            return
        if len(lines.of_row) > 1 and not _is_well_quoted(lines.of_row, delimiter):
            mixed = Message(
                "begins a quote that ends in the middle of a text: it may hold several rows; look where it should end"
            )
            yield Refusal(where=Message("line {number}", number=first_line), reason=mixed)
        elif header is None:
            header = [column.strip().lower().removeprefix("\ufeff") for column in row]
            if not set(COLUMNS["text"]) & set(header):
                raise Refused("has no column of texts: name one {names} in the first row", names=_NAMES_OF_TEXTS)
            if twice := [column for column in chain(*COLUMNS.values()) if header.count(column) > 1]:
                raise Refused("has more than one column {column!r}: which one counts? Rename the others", column=twice[0])
        elif any(row):
            where = Message("line {number}", number=rows.line_num)
            yield _document(dict(zip(header, row, strict=False)), where, f"{name}/{rows.line_num}", name, limits)


def _encoding(head: bytes) -> str:
    """The encoding of a table by its first bytes; a character that they cut in two is no fault."""
    if mark := marked(head):
        return mark
    for cut in range(4):
        try:
            head[: len(head) - cut].decode("utf-8")
            return "utf-8"
        except UnicodeDecodeError:
            continue
    sample = decoded_page(head)
    return next((e for e in ("windows-1256", "iso-8859-6", "windows-1252") if head.decode(e, "replace") == sample), "utf-8")


class _Rejoined(io.RawIOBase):
    """A stream with the bytes before it that were read ahead."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        chunk = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(chunk)] = chunk
        return len(chunk)


class _Lines:
    """The lines of a text, for csv to join. `of_row` are those that were taken since it was cleared; `ended` says that one more
    was asked for than there are, which csv does for a row alone whose quote has no end, or after the last row."""

    def __init__(self, text: io.TextIOWrapper, limits: Limits) -> None:
        self.of_row: list[str] = []
        self.ended = False
        self._text = text
        self._limits = limits

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        """Raises Refused at a line that is longer than a row of articles may be."""
        most = 2 * self._limits.article_bytes
        line = self._text.readline(most + 1)
        if not line:
            self.ended = True
            raise StopIteration
        if len(line) > most:
            raise Refused("{fault}: the rest is not read", fault=_too_long(self._limits))
        self.of_row.append(line.replace("\0", ""))
        return self.of_row[-1]


def _is_well_quoted(lines: Iterable[str], delimiter: str) -> bool:
    """True if each quote in the lines of a row ends where its field does."""
    try:
        return bool(list(csv.reader(lines, delimiter=delimiter, strict=True)))
    except csv.Error:
        return False


# --- both ----------------------------------------------------------------------------------------------------------------


def _document(fields: Mapping[str, object], where: Message, numbered: str, name: str, limits: Limits) -> Item:
    """The article of a row: named by its address, else by what the table calls it, else by its line."""
    try:
        facts = {fact: value for fact, columns in COLUMNS.items() if (value := _first(fields, columns))}
        text = checked_text(facts.get("text", ""), limits)
    except Refused as refusal:
        return Refusal(where=where, reason=refusal.message)
    url = facts.get("url") if is_web_address(facts.get("url", "")) else None
    own = f"{name}/{facts['id']}" if "id" in facts else numbered
    said = facts.get("published", "")[:_DATE_CHARACTERS]
    published = as_edtf(said)
    basis = Message("not known: the table says {said!r}; write it like 2018-05-02", said=said) if said else None
    if published:
        basis = Message("the table's own column")
    return Document(
        id=page_id(url) if url else own, text=text, title=facts.get("title"), publisher=facts.get("publisher"), url=url,
        published=published, published_basis=facts.get("published_basis") or basis, language=facts.get("language"),
    )  # fmt: skip


def _first(fields: Mapping[str, object], columns: Iterable[str]) -> str | None:
    """The first value that one of some columns has. Numbers are taken as they are written; nothing else that is no string."""
    for column in columns:
        value = fields.get(column)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if value is not None and not isinstance(value, str):
            raise Refused("has a {column} that is no string: put it in quotes", column=column)
    return None
