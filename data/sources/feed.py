"""RSS and Atom: each entry is an article where the feed holds its whole text, else a link to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import feedparser

from data.sources.dates import as_edtf
from data.sources.document import Document, Items, Limits, Link, Refusal, Refused, checked_text, is_web_address, page_id
from data.sources.html import fragment_text
from geo.message import Message

_HEAD_BYTES = 4096
_ROOTS = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.I)
# a feed's text is taken for the article if it is no teaser: so long, and not cut with dots
_WHOLE_CHARACTERS = 400
_CUT = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*\S{0,30}\s*$")


def looks_like_feed(content: bytes) -> bool:
    """True for bytes that begin as a feed does."""
    return bool(_ROOTS.search(content[:_HEAD_BYTES]))


def read_feed(content: bytes, limits: Limits, *, name: str, url: str | None = None) -> Items:
    """The entries of a feed in its order; `name` begins the id of one without an address.

    Entities of its own are not expanded: feedparser hands them to expat, which refuses those that grow.
    """
    if not looks_like_feed(content):
        raise Refused("is no feed: neither RSS nor Atom")
    if b"<!ENTITY" in content:
        raise Refused("defines XML entities, which no feed does: it is not read")
    feed = feedparser.parse(content, response_headers={"content-location": url} if url else {}, resolve_relative_uris=bool(url))
    if not feed.entries:
        raise Refused("holds no entry that can be read")
    publisher = _line(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, start=1):
        try:
            yield _item(entry, number, publisher, name, limits)
        except Refused as refusal:
            yield Refusal(where=Message("entry {number}", number=number), reason=refusal.message)


def _item(entry: Mapping[str, Any], number: int, publisher: str | None, name: str, limits: Limits) -> Document | Link:
    link = entry.get("link", "")
    url = link if isinstance(link, str) and is_web_address(link) else None
    said = str(entry.get("published") or entry.get("issued") or "")[:100]
    published = as_edtf(said)
    facts: dict[str, Any] = {
        "title": _line(entry.get("title")), "publisher": publisher, "published": published,
        "published_basis": Message("the feed's entry: {said}", said=said) if published else None,
    }  # fmt: skip
    text = max((fragment_text(str(part.get("value", ""))) for part in entry.get("content") or ()), key=len, default="")
    if len(text) >= _WHOLE_CHARACTERS and not _CUT.search(text):
        id = page_id(url) if url else f"{name}/{number}"
        return Document(id=id, text=checked_text(text, limits), url=url, **facts)
    if not url:
        raise Refused("has neither a whole text nor an address")
    return Link(url=url, **facts)


def _line(value: object) -> str | None:
    return " ".join(fragment_text(value).split())[:300] or None if isinstance(value, str) else None
