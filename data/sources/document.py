"""What the families hand out: a document, a link to one, or the reason why there is none; and how articles are named."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeAlias
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from geo.message import Message, Value, message_of

_NO_HOST = re.compile(r"[\s<>^|%`{}\"\\\x00-\x1f\x7f]")  # what the URL standard forbids in a host


class Refused(Exception):
    """Something is not read; its message completes a sentence that begins with its name. Made as HudnaError is."""

    def __init__(self, said: str, /, **values: Value) -> None:
        self.message = Message(said, **values) if values else message_of(said)
        super().__init__(self.message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article as a source gives it: its words and what is known about them. `published` is in EDTF.

    `id` is where the source itself names its articles (rows, members, addresses), empty where the caller knows the name.
    """

    text: str
    id: str = ""
    language: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An article that a feed only points to, with what the feed knows about it."""

    url: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_basis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why something is not read. `where` names the part of the source, empty for the whole; it may be a message."""

    where: str
    reason: Message


def broke_its_reader(fault: Exception) -> Message:
    """The reason where a library tripped over what it read, in a way that nobody foresaw."""
    return Message("broke the program that reads it ({fault})", fault=f"{type(fault).__name__}: {short(fault)}")


def system_fault(fault: Exception) -> Message:
    """What the system says of a fault, in its own words."""
    return Message(getattr(fault, "strerror", None) or type(fault).__name__)


def short(fault: Exception) -> str:
    """What a library says of a fault, in one line that is not too long."""
    return " ".join(str(fault).split())[:100] or type(fault).__name__


Item: TypeAlias = Document | Link | Refusal
Items: TypeAlias = Iterator[Item]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is read: bytes of an article's text, of a file that must be held whole, of all that an archive unpacks to."""

    article_bytes: int
    document_bytes: int
    archive_bytes: int


def stem(name: str) -> str:
    """The id of the one article in a file: its name without the ending, composed (macOS hands names out decomposed).

    `name` is without folders; that of a file in an archive begins with the archive's id, which stays.
    """
    return unicodedata.normalize("NFC", str(PurePosixPath(name).with_suffix("")))


def member_name(archive: str, member: str) -> str:
    """The name of a file in an archive: the archive's, and the path in it. Its `stem` is the id of the article in it."""
    return f"{archive}/{unicodedata.normalize('NFC', member)}"


_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|yclid|igshid|mc_[ce]id|ref_src|at_\w+|ocid|cmpid")


def page_id(url: str) -> str:
    """The id of a page: a hash of its address, the same however a link to it is written.

    Scheme, `www.`, a final slash, the part behind # and what only says where a reader came from do not tell pages apart.
    """
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").lower().removeprefix("www.")
    port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    query = urlencode(
        [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(key)]
    )
    plain = urlunsplit(("", host + port, parts.path.rstrip("/"), query, ""))
    return f"url-{hashlib.sha256(plain.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def is_web_address(url: str) -> bool:
    """True for an address that begins with http:// or https:// and names a host, in letters of any script."""
    try:
        parts = urlsplit(url)
        is_host = bool(parts.hostname) and not _NO_HOST.search(parts.hostname or "")
        return parts.scheme in ("http", "https") and is_host and (parts.port is None or True)
    except ValueError:
        return False


def checked_text(text: str, limits: Limits) -> str:
    """The text as it stands. Raises Refused if there is none, or more than the limit."""
    if not text.strip():
        raise Refused("is empty: there is no text to read")
    most = limits.article_bytes
    if len(text) > most or len(text.encode("utf-8", "surrogatepass")) > most:
        raise Refused("holds a text of more than the {most:,} bytes that HUDNA_MAX_ARTICLE_BYTES allows", most=most)
    return text
