"""Pages: the article's words without menus, captions and comments, and what the page's metadata say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import trafilatura
from lxml import etree, html
from lxml.html import HtmlElement

from data.sources.document import Document, Items, Limits, Refused, checked_text, page_id
from data.sources.encoding import decoded_page
from data.sources.page_metadata import page_facts

# deeper than browsers nest; libxml2 and what walks its trees would go as deep as the page does
_MOST_DEPTH = 250
_HEAD_CHARACTERS = 600
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip
# what trafilatura makes of them: TEI
_EXTRACTED_BLOCKS = frozenset({"body", "cell", "code", "head", "item", "lb", "list", "main", "p", "quote", "row", "table"})
_UNSEEN = frozenset({"script", "style", "template", "noscript", "svg", "iframe", "head", "title"})


def read_page(content: bytes, limits: Limits, *, url: str | None = None, charset: str | None = None) -> Items:
    """The article of a page. `url` is the address that it came from, `charset` what the server said of its encoding.

    A page with an address is named by it, or by the canonical one that it gives on the same host.
    """
    tree = parsed(decoded_page(content, charset))
    facts = page_facts(tree, url)
    article = trafilatura.bare_extraction(tree, url=url, include_comments=False, favor_precision=True)
    body = getattr(article, "body", None)
    text = _text(body, _EXTRACTED_BLOCKS) if body is not None else ""
    if not text:
        raise Refused("holds no article that could be told from the rest of the page: paste its text, or save it as .txt")
    if facts.headline and facts.headline not in text[:_HEAD_CHARACTERS]:
        text = f"{facts.headline}\n{text}"  # it belongs to what was published, and often alone says where
    yield Document(
        id=page_id(facts.url) if url and facts.url else "",
        text=checked_text(text, limits),
        title=facts.headline or facts.title,
        publisher=facts.publisher,
        url=facts.url,
        published=facts.published,
        published_basis=facts.published_basis,
    )


def parsed(markup: str) -> HtmlElement:
    """The tree of a page. Raises Refused if there is none."""
    if _depth(markup.encode("utf-8", "replace")) > _MOST_DEPTH:
        raise Refused("is nested more than {most} deep: no browser shows such a page", most=_MOST_DEPTH)
    parser = html.HTMLParser(collect_ids=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as fault:
        if any(entry.type == etree.ErrorTypes.ERR_NO_MEMORY for entry in parser.error_log):
            raise MemoryError from fault
        raise Refused("is no HTML page, or an empty one") from fault


def fragment_text(markup: str) -> str:
    """The words of a piece of HTML, a line for each block, as a feed holds it."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    if _depth(markup.encode("utf-8", "replace")) > _MOST_DEPTH:
        raise Refused("is nested more than {most} deep", most=_MOST_DEPTH)
    try:
        root = html.fragment_fromstring(markup, create_parent="div")
    except etree.ParserError:
        return ""
    return _text(root, _BLOCKS)


def _text(root: etree._Element, blocks: frozenset[str]) -> str:
    """The words below an element, a line for each block."""
    lines = "".join(_pieces(root, blocks)).split("\n")
    return "\n".join(line for raw in lines if (line := " ".join(raw.split())))


def _pieces(element: etree._Element, blocks: frozenset[str]) -> Iterator[str]:
    """The pieces of text below an element, with line ends around blocks."""
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        named = isinstance(node.tag, str)
        if event == "start" and named:
            if node.tag in blocks:
                yield "\n"
            if node.tag not in _UNSEEN:
                yield node.text or ""
        elif event == "end" and named and node.tag in blocks:
            yield "\n"
        if event != "start" and node is not element:
            yield node.tail or ""


_VOID = frozenset(
    (b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"source", b"track", b"wbr")
)
# these are closed by the next of their kind, so that a page may leave their ends out
_OPTIONAL = frozenset((b"p", b"li", b"dt", b"dd", b"option", b"tr", b"td", b"th", b"thead", b"tbody", b"tfoot", b"colgroup"))


def _depth(markup: bytes) -> int:
    """How deep a page nests at most, counted from its tags before anything builds a tree of it."""
    depth = most = 0
    for close, name in _TAG.findall(markup):
        name = name.lower()
        if name in _VOID or name in _OPTIONAL:
            continue
        depth = max(0, depth - 1) if close else depth + 1
        most = max(most, depth)
    return most
