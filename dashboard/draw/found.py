"""What a search finds beside zones: agreements to filter by, and articles with the words that were looked for."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.draw.filters import filter_button
from dashboard.draw.headline import headline_tag
from dashboard.draw.markup import Child, Markup, button, join, tag
from dashboard.draw.quotation import quotation
from dashboard.draw.reader import source_facts
from dashboard.edition import Edition
from dashboard.facets import Filters
from dashboard.search import Found
from dashboard.strings import counted, direction, isolated, text
from geo.article import Article
from geo.span import Span

MOST_ARTICLES = 12  # in the panel beside the map; the articles page has them all
MOST_AGREEMENTS = 6


def found_parts(
    edition: Edition, found: Found, articles: Sequence[str], query: str, filters: Filters, language: str
) -> Markup:  # fmt: skip
    """The agreements, and those of the found articles that the filters leave, best first."""
    if not found.zones and not found.articles and not found.agreements:
        return tag("p", text("found.nothing", language, query=isolated(query)), class_="nothing", role="status")
    more = len(articles) - MOST_ARTICLES
    items = [_item(found, edition.articles[id], language) for id in articles[:MOST_ARTICLES]]
    return join((
        _agreements(edition, found, filters, language),
        [
            tag("h3", counted("found.articles", len(articles), language)),
            tag("p", text("found.order", language), class_="quiet"),
            tag("ul", items, class_="found"),
        ] if articles else None,
        button(counted("found.more", more, language), send={"do": "page", "page": "articles"}, class_="open-line")
        if more > 0 else None,
    ))  # fmt: skip


def excerpt(found: Found, article: Article) -> Markup | None:
    """The sentence of a found article that shows it best, with every hit in it marked; None where only the title has it."""
    spans = found.spans(article)
    if not spans:
        return None
    words = quotation(article.text, spans[0])
    start, end = spans[0].start - len(words.before), spans[0].end + len(words.after)
    return tag(
        "blockquote",
        "…" if words.cut_before else None, _marked(article.text, Span(start, end), spans), "…" if words.cut_after else None,
        lang=str(article.language), dir=direction(article.language),
    )  # fmt: skip


def hits(found: Found, article: Article, language: str) -> str:
    """How often an article has it."""
    return counted("found.hits", found.count(article.id), language)


def open_at(found: Found, article: Article, label: str) -> Markup:
    """The button that opens a found article where the words stand."""
    spans = found.spans(article)
    send = {"do": "article", "article": article.id}
    if spans:
        send = {"do": "span", "article": article.id, "span": f"{spans[0].start}-{spans[0].end}"}
    return button(label, aria_label=f"{label}: {article.headline}", send=send, class_="open-line")


def _agreements(edition: Edition, found: Found, filters: Filters, language: str) -> Markup | None:
    if not found.agreements:
        return None
    return tag(
        "div",
        tag("h3", text("found.agreements", language)),
        tag("div", [
            filter_button(edition, "agreement", id, pressed=("agreement", id) in filters, language=language)
            for id in found.agreements[:MOST_AGREEMENTS]
        ], class_="values"),
    )  # fmt: skip


def _item(found: Found, article: Article, language: str) -> Markup:
    facts = (*source_facts(article, language), hits(found, article, language))
    return tag(
        "li",
        headline_tag("p", article, class_="found-title"),
        tag("p", [tag("bdi", fact, class_="fact") for fact in facts], class_="quiet"),
        excerpt(found, article),
        open_at(found, article, text("line.open", language)),
    )


def _marked(source: str, window: Span, spans: Sequence[Span]) -> Child:
    """The text of a window with the spans inside of it marked."""
    pieces: list[Child] = []
    at = window.start
    for span in sorted(span for span in spans if span in window):
        pieces += [source[at : span.start], tag("mark", span.of(source))]
        at = span.end
    return [*pieces, source[at : window.end]]
