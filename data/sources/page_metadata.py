"""What a page's metadata say of its article: title, publisher, address and date, and which of them says the date."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from htmldate import find_date
from lxml.html import HtmlElement

from data.sources.dates import as_edtf
from data.sources.document import is_web_address
from geo.message import Message

# schema.org's kinds of articles end so: NewsArticle, ReportageNewsArticle, BlogPosting, Report
_ARTICLE_KINDS = ("Article", "Posting", "Report")
# names that the press gives to the date of publication, the surest first; none of them is the date of a change
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "publish-date", "publishdate",
    "pubdate", "publication_date", "date_published", "article.published", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "citation_publication_date", "article_date_original", "date",
)  # fmt: skip
_PUBLISHER_NAMES = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name")
_URL_DATE = re.compile(
    r"/((?:19|20)\d{2})[/-]([01]?\d)[/-]([0-3]?\d)(?=[/-]|$)|[/-]((?:19|20)\d{2})([01]\d)([0-3]\d)(?=[/.-]|$)"
)
_MOST_JSON_CHARACTERS = 500_000
_MOST_NODES = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What is known of a page's article; `published` is in EDTF, `url` the canonical address where it may be trusted.

    `headline` is the article's own; `title` that of the page, where often the publisher's name stands, too.
    """

    headline: str | None
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    published_basis: Message | None


def page_facts(tree: HtmlElement, url: str | None) -> PageFacts:
    """The facts of a page that came from an address, or from a file (None).

    A canonical address counts only on the host that the page came from: a page may not pass for another publisher's.
    """
    metas = _metas(tree)
    nodes = [node for node in _json_ld(tree) if _is_article(node)]
    address = _address(tree, metas, url)
    published, basis = _published(tree, metas, nodes, address)
    site = next((name for node in nodes if (name := _name(node.get("publisher")))), None)
    return PageFacts(
        headline=_line(_text_of(nodes, "headline") or metas.get("og:title") or _shown(tree, "//article//h1")),
        title=_line(_shown(tree, "//title", "//h1")),
        publisher=_line(site or _first(metas, _PUBLISHER_NAMES)) or _host(address), url=address,
        published=published, published_basis=basis,
    )  # fmt: skip


def _published(
    tree: HtmlElement, metas: Mapping[str, str], nodes: Sequence[Mapping[str, Any]], url: str | None
) -> tuple[str | None, Message | None]:
    """The date of publication and how it is known; the surest source first."""
    if day := as_edtf(said := _text_of(nodes, "datePublished") or ""):
        return day, Message("the page's JSON-LD: datePublished {said}", said=said)
    for name in _DATE_NAMES:
        if day := as_edtf(said := metas.get(name, "")):
            return day, Message("the page's metadata: {name} {said}", name=name, said=said)
    for time in tree.xpath("//time[@datetime][@pubdate or @itemprop='datePublished'] | //article//time[@datetime]")[:1]:
        if day := as_edtf(said := time.get("datetime")):
            return day, Message("the page's first time element: {said}", said=said)
    if (found := _URL_DATE.search(urlsplit(url).path if url else "")) and (day := as_edtf(_joined(found))):
        return day, Message("the page's address: {said}", said=found[0].strip("/-"))
    if day := as_edtf(find_date(tree, url=url, original_date=True, extensive_search=False) or ""):
        return f"{day}~", Message("found by htmldate in what the page shows: it may be another date than that of publication")
    return None, None


def _joined(found: re.Match[str]) -> str:
    year, month, day = (part for part in found.groups() if part)
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The metadata of a page by name, in lower case; the first of a name counts."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name, content = element.get(attribute), element.get("content")
            if name and content and content.strip():
                metas.setdefault(name.strip().lower(), content.strip())
    return metas


def _json_ld(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """The nodes of a page's JSON-LD, those inside of others too."""
    waiting: list[Any] = []
    for script in tree.xpath("//script[@type='application/ld+json']"):
        text = script.text or ""
        if len(text) <= _MOST_JSON_CHARACTERS:
            try:
                waiting.append(json.loads(text, strict=False))
            except (ValueError, RecursionError):
                continue
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting.extend(node.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage") if node.get(key))
        elif isinstance(node, list):
            waiting.extend(node)


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and kind.endswith(_ARTICLE_KINDS) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _text_of(nodes: Sequence[Mapping[str, Any]], key: str) -> str | None:
    return next((value for node in nodes if isinstance(value := node.get(key), str) and value.strip()), None)


def _name(value: object) -> str | None:
    """The name of an organisation in JSON-LD: an object with a name, a list of such, or the name itself."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) and value.strip() else None


def _shown(tree: HtmlElement, *paths: str) -> str | None:
    """The words of the first element on one of some paths that has any."""
    words = (element.text_content() for path in paths for element in tree.xpath(path))
    return next((text for text in words if text.strip()), None)


def _address(tree: HtmlElement, metas: Mapping[str, str], url: str | None) -> str | None:
    canonical = next(iter(tree.xpath("//link[@rel='canonical']/@href")), None) or metas.get("og:url")
    try:
        address = urljoin(url or "", canonical.strip()) if canonical else url
    except ValueError:
        return url
    if not address or not is_web_address(address) or (url and _host(address) != _host(url)):
        return url
    return str(address)


def _host(url: str | None) -> str | None:
    return (urlsplit(url).hostname or "").removeprefix("www.") or None if url and is_web_address(url) else None


def _first(metas: Mapping[str, str], names: Sequence[str]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _line(text: str | None) -> str | None:
    """A text as one line of at most 300 characters, None for an empty one."""
    return " ".join(text.split())[:300] or None if text else None
