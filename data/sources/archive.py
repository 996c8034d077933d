"""Archives: zip files, also within each other, and web archives (WARC). Each member is read as if it stood alone."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import IO, Any, TypeAlias

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from data.sources.document import (
    Document,
    Item,
    Items,
    Limits,
    Link,
    Refusal,
    Refused,
    broke_its_reader,
    is_web_address,
    member_name,
    page_id,
    short,
)
from data.sources.html import read_page
from data.sources.text import read_plain
from geo.message import Message

_MOST_MEMBERS = 100_000
_MOST_NESTING = 3
_CHUNK_BYTES = 1 << 16
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
_WARC_BEGINNINGS = (b"WARC/", b"\x1f\x8b", b"filedesc:")
Reader: TypeAlias = Callable[[IO[bytes], str, "Budget"], Items]


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """That a member of an archive is about to be read, the `number`-th, so that whoever waits can name it."""

    number: int
    name: str


class Budget:
    """What an archive, with all that is nested in it, may still unpack to; how deep it is nested."""

    def __init__(self, limits: Limits, nesting: int = 0) -> None:
        self.limits = limits
        self.nesting = nesting
        self._left = [limits.archive_bytes]

    def nested(self) -> Budget:
        """The budget of an archive in this one: it spends of the same."""
        inner = Budget(self.limits, self.nesting + 1)
        inner._left = self._left
        return inner

    def spend(self, size: int) -> None:
        """Raises Exhausted if more was unpacked than the limit."""
        self._left[0] -= size
        if self._left[0] < 0:
            raise Exhausted(
                "unpacks to more than the {most:,} bytes that HUDNA_MAX_ARCHIVE_BYTES allows: the rest is not read",
                most=self.limits.archive_bytes,
            )


class Exhausted(Refused):
    """An archive has spent its budget: nothing more of it is read."""


def read_zip(stream: IO[bytes], name: str, budget: Budget, read_member: Reader, *, skip: int = 0) -> Iterator[Item | Begun]:
    """The articles of a zip file's members, in its order; the first `skip` members are passed over."""
    if budget.nesting >= _MOST_NESTING:
        raise Refused("is nested more than {most} archives deep", most=_MOST_NESTING)
    try:
        archive = zipfile.ZipFile(stream)
    except _BROKEN as fault:
        raise Refused("is no zip file, or a broken one") from fault
    members = [member for member in archive.infolist() if not _is_clutter(member)]
    if len(members) > _MOST_MEMBERS:
        raise Refused(
            "holds {files:,} files: more than the {most:,} that are read of an archive", files=len(members), most=_MOST_MEMBERS
        )
    for number, member in enumerate(members[skip:], start=skip):
        if not budget.nesting:
            yield Begun(number=number, name=member.filename)
        try:
            _check(member)
            inner = budget.nested() if member.filename.lower().endswith(".zip") else budget
            with archive.open(member) as packed:
                unpacked = io.BufferedReader(_Unpacked(packed, budget))
                yield from (
                    _placed(item, member.filename) for item in read_member(unpacked, member_name(name, member.filename), inner)
                )
        except (Exhausted, MemoryError):
            raise
        except Refused as refusal:
            yield Refusal(where=member.filename, reason=refusal.message)
        except _BROKEN as fault:
            yield Refusal(
                where=member.filename,
                reason=Message("is broken or packed in a way that is not read ({fault})", fault=short(fault)),
            )
        except Exception as fault:  # a library that trips over one member must not cost the others
            yield Refusal(where=member.filename, reason=broke_its_reader(fault))


def _is_clutter(member: zipfile.ZipInfo) -> bool:
    path = _path(member)
    return member.is_dir() or "__MACOSX" in path.parts or path.name.startswith(".")


def _path(member: zipfile.ZipInfo) -> PurePosixPath:
    return PurePosixPath(member.filename.replace("\\", "/"))


def _check(member: zipfile.ZipInfo) -> None:
    """Raises Refused for a member that is not to be read. Nothing is written anywhere, so that no path can lead out; it still
    must lead nowhere."""
    path = _path(member)
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        raise Refused("has a path that leads out of the archive")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise Refused("is a link: put the file itself into the archive")
    if member.flag_bits & 0x1:
        raise Refused("is locked with a password: pack it without one")


class _Unpacked(io.RawIOBase):
    """A member as it is unpacked; each byte is taken from the archive's budget."""

    def __init__(self, packed: IO[bytes], budget: Budget) -> None:
        self._packed = packed
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        chunk = self._packed.read(len(buffer))
        self._budget.spend(len(chunk))
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _placed(item: Item, member: str) -> Item:
    """An item with the member's name before the place of a refusal."""
    if isinstance(item, Refusal):
        return replace(item, where=Message("{member}: {where}", member=member, where=item.where) if item.where else member)
    return item


# --- WARC ----------------------------------------------------------------------------------------------------------------


def read_warc(stream: IO[bytes], name: str, budget: Budget, *, skip: int = 0) -> Iterator[Item | Begun]:
    """The pages and texts of a web archive, named by their addresses; answers that are neither are passed over.

    The day of a capture is not that of publication: where the page says none, `published_basis` tells when it was captured.
    """
    stream = io.BufferedReader(stream)  # type: ignore[type-var]
    if not stream.peek(len(_WARC_BEGINNINGS[0])).startswith(_WARC_BEGINNINGS):
        raise Refused("is no web archive (WARC), whatever its name says")
    records = ArchiveIterator(stream, arc2warc=True)
    number, goes_on = -1, True
    while True:
        number += 1
        try:
            record = next(records, None)
            if record is None and goes_on:
                raise ArchiveLoadFailed("cut off")
            if record is None:
                return
            if number >= skip and _is_page(record):
                url = record.rec_headers.get_header("WARC-Target-URI") or ""
                yield Begun(number=number, name=url)
                yield from _page(record, url, budget)
            _read_out(record)
            records.read_to_end()
            goes_on = _goes_on(records)
        except EOFError as fault:
            raise Refused("is broken at record {number:,}: the rest is not read", number=number + 1) from fault
        except ArchiveLoadFailed as fault:
            if number == 0:
                raise Refused("is no web archive (WARC), or a broken one") from fault
            raise Refused("is broken after record {number:,}: the rest is not read", number=number) from fault
        except (zlib.error, OSError, ValueError, UnicodeError, AttributeError, KeyError, IndexError) as fault:
            raise Refused(
                "is broken at record {number:,} ({fault}): the rest is not read", number=number + 1, fault=type(fault).__name__
            ) from fault


def _read_out(record: ArcWarcRecord) -> None:
    """Reads what is left of a record. Raises EOFError if that is less than the record says: the archive was cut off there."""
    is_measured = (record.rec_headers.get_header("Content-Length") or "").strip().isdecimal()
    while is_measured and record.raw_stream.read(_CHUNK_BYTES):
        pass
    if not is_measured or record.raw_stream.limit:
        raise EOFError


def _goes_on(records: ArchiveIterator) -> bool:
    """True if more follows the record that was read out, or should: a packed record whose end is missing was cut off."""
    packed = records.reader.decompressor
    return bool(records.next_line or (packed and (packed.unused_data.strip() or not packed.eof)))


def _is_page(record: ArcWarcRecord) -> bool:
    """True for a page or a text that was answered with 200, or that the archive's maker took out of one."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type not in ("response", "resource", "conversion") or not is_web_address(url):
        return False
    if record.rec_type == "response" and (not record.http_headers or record.http_headers.get_statuscode() != "200"):
        return False
    return _kind(record) in ("text/html", "application/xhtml+xml", "text/plain") and not url.endswith("/robots.txt")


def _kind(record: ArcWarcRecord) -> str:
    return _content_type(record).partition(";")[0].strip().lower()


def _content_type(record: ArcWarcRecord) -> str:
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    return headers.get_header("Content-Type") or ""


def _page(record: ArcWarcRecord, url: str, budget: Budget) -> Iterator[Item]:
    try:
        content = record.content_stream().read(budget.limits.document_bytes + 1)
        budget.spend(len(content))
        if len(content) > budget.limits.document_bytes:
            raise Refused(
                "is larger than the {most:,} bytes that {setting} allows", most=budget.limits.document_bytes,
                setting="HUDNA_MAX_DOCUMENT_BYTES",
            )  # fmt: skip
        _read_out(record)
        captured = (record.rec_headers.get_header("WARC-Date") or "")[:10]
        unknown = Message("not known: the page was captured on {day}", day=captured) if captured else None
        plain = _kind(record) == "text/plain"
        for item in (
            read_plain(content, budget.limits, charset=_charset(record))
            if plain
            else read_page(content, budget.limits, url=url, charset=_charset(record))
        ):
            if isinstance(item, Document):
                basis = item.published_basis or unknown
                yield replace(item, id=item.id or page_id(url), url=item.url or url, published_basis=basis)
            elif not isinstance(item, Link):
                yield replace(item, where=url)
    except (Exhausted, MemoryError, ArchiveLoadFailed, *_BROKEN):
        raise
    except Refused as refusal:
        yield Refusal(where=url, reason=refusal.message)
    except Exception as fault:  # as for a member of a zip file
        yield Refusal(where=url, reason=broke_its_reader(fault))


def _charset(record: ArcWarcRecord) -> str | None:
    return _content_type(record).partition("charset=")[2].strip("\"' ;") or None
