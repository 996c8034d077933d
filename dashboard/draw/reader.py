"""An article as the reader shows it: cut into paragraphs of segments, so that only Python ever counts characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dashboard.draw.dates import date_in_words
from dashboard.draw.markup import Markup, tag
from dashboard.edition import Bounds, Edition
from dashboard.strings import direction, isolated, text
from geo.article import Article
from geo.span import Span

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of an article that the reader marks. `kind` is "evidence", "place", "unresolved" or "date".

    `label` says in words what it is. `statement` is that of evidence. `zones` are the zones, and `extent` the west, south,
    east, north that the map shows when the mark is chosen; a mark with neither moves nothing.
    """

    id: str
    span: Span
    kind: str
    label: str
    statement: str | None = None
    zones: tuple[str, ...] = ()
    extent: Bounds | None = None


def article_marks(edition: Edition, article: Article, language: str) -> tuple[Mark, ...]:
    """Everything to mark in an article: evidence first, then place names, then dates; each in the order of the text."""
    return (*_evidence(edition, article, language), *_places(edition, article, language), *_dates(edition, article, language))


def segments(source: str, marks: Iterable[Mark]) -> list[list[list[Any]]]:
    """The text as paragraphs of segments `[text, [mark ids]]`, cut at every mark's ends, innermost mark last.

    The segments of a paragraph, joined, are the paragraph; blank lines are left out.
    """
    outermost_first = sorted(marks, key=lambda mark: (-len(mark.span), mark.span.start))
    return [_paragraph(source, Span(*match.span()), outermost_first) for match in _PARAGRAPH.finditer(source)]


def article_payload(edition: Edition, article: Article, language: str, lit: str | None) -> dict[str, Any]:
    """The article as JSON for static/page/reader.js. `lit` is the statement whose evidence is lit and scrolled to."""
    marks = article_marks(edition, article, language)
    paragraphs = segments(article.text, marks)
    headline = "".join(piece for piece, _ in paragraphs[0]).strip()
    first_lit = next((mark.id for mark in marks if lit and mark.statement == lit), None)
    return {
        "key": f"{article.sha256} {edition.generation} {language}",
        "language": str(article.language),
        "direction": direction(article.language),
        "title": article.title if article.title != headline else None,  # without one, the first paragraph is the heading
        "facts": source_facts(article, language),
        "basis": date_basis(article, language),
        "url": article.url if article.url and _WEB_ADDRESS.match(article.url) else None,
        "paragraphs": paragraphs,
        "marks": {mark.id: _mark_payload(mark) for mark in marks},
        "lit": [mark.id for mark in marks if lit and mark.statement == lit],
        "scrollTo": first_lit,
    }


def source_facts(article: Article, language: str) -> list[str]:
    """Who published an article and when, in words; unknown is said, never left out."""
    published = article.published
    return [
        article.publisher or text("line.publisher_unknown", language),
        text("line.published", language, date=date_in_words(published, language))
        if published
        else text("line.published_unknown", language),
    ]


def source_link(address: str) -> Markup | str:
    """An address of the web as a link, anything else as the words that it is."""
    if not _WEB_ADDRESS.match(address):
        return address
    return tag("a", address, href=address, target="_blank", rel="noopener noreferrer", dir="ltr")


def date_basis(article: Article, language: str) -> str | None:
    """How the publication date is known, in a sentence; None where nothing says so."""
    basis = article.published_basis
    return text("article.basis", language, basis=isolated(basis)) if basis else None


def _evidence(edition: Edition, article: Article, language: str) -> Iterable[Mark]:
    zones_of = _zones_by_statement(edition)
    for statement in edition.statements.get(article.id, ()):
        for position, evidence in enumerate(statement.evidence):
            yield Mark(
                id=f"e{statement.id}-{position}",
                span=evidence.span,
                kind="evidence",
                label=f"{text('article.mark.evidence', language)}: {text(f'status.{statement.status}', language)}",
                statement=statement.id,
                zones=zones_of.get(statement.id, ()),
            )


def _places(edition: Edition, article: Article, language: str) -> Iterable[Mark]:
    for position, resolution in enumerate(edition.resolutions.get(article.id, ())):
        span, area = resolution.mention.span, resolution.area
        if area is None:
            yield Mark(id=f"p{position}", span=span, kind="unresolved", label=text("article.mark.place_unresolved", language))
            continue
        extent = edition.extents.get(area.key)
        label = "article.mark.place" if extent else "article.mark.place_beyond"
        name = edition.gazetteer.name(area, language)
        yield Mark(id=f"p{position}", span=span, kind="place", label=text(label, language, name=name), extent=extent)


def _dates(edition: Edition, article: Article, language: str) -> Iterable[Mark]:
    for position, timex in enumerate(edition.timexes.get(article.id, ())):
        label = text("article.mark.date", language, date=date_in_words(timex.value, language))
        yield Mark(id=f"d{position}", span=timex.span, kind="date", label=label)


def _zones_by_statement(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    zones: dict[str, tuple[str, ...]] = {}
    for zone in edition.zones.values():
        for line in zone.ledger:
            zones[line.statement] = (*zones.get(line.statement, ()), zone.id)
    return zones


def _paragraph(source: str, paragraph: Span, marks: Iterable[Mark]) -> list[list[Any]]:
    here = [mark for mark in marks if mark.span.overlaps(paragraph)]
    ends = {end for mark in here for end in (mark.span.start, mark.span.end) if paragraph.start < end < paragraph.end}
    cuts = sorted({paragraph.start, paragraph.end, *ends})
    return [
        [source[start:end], [mark.id for mark in here if mark.span.start <= start and end <= mark.span.end]]
        for start, end in pairwise(cuts)
    ]


def _mark_payload(mark: Mark) -> dict[str, Any]:
    return {
        "kind": mark.kind,
        "label": mark.label,
        "zones": list(mark.zones),
        "extent": mark.extent and list(mark.extent),
    }
