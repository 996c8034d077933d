"""An article as the reader shows it: cut into paragraphs of segments, so that only Python ever counts characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from typing import Any

from dashboard.draw.dates import date_in_words, day_in_words
from dashboard.draw.markup import Child, Markup, tag
from dashboard.draw.place_reasons import why_this_place
from dashboard.draw.timeline import Timeline
from dashboard.draw.versions import other_texts
from dashboard.edition import Bounds, Edition, ReadBy, once_an_edition
from dashboard.messages import said
from dashboard.strings import direction, isolated, text
from geo.article import Article
from geo.span import Span
from geo.statement import Statement
from geo.toponym.resolution import Role

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
WORDS = ("back", "reader", "key", "about", "previous", "next", "position", "marks", "marks_key", "show_on_map", "close")
FOUND = "found"
_DIGITS = 12  # of a SHA-256: enough to compare two texts by eye
_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of an article that the reader marks. `kind` is "evidence", a `geo.toponym.resolution.Role`, "unresolved",
    "date", or "found" for what a search led to.

    `label` says in words what it is, `why` more of it, shown when the mark is chosen. `statement` is that of evidence. `zones`
    are the zones, and `extent` the west, south, east, north that the map shows when the mark is chosen, `day` the one that the
    timeline goes to; a mark with none of them moves nothing.
    """

    id: str
    span: Span
    kind: str
    label: str
    statement: str | None = None
    zones: tuple[str, ...] = ()
    extent: Bounds | None = None
    area: str | None = None
    day: date | None = None
    why: Markup | None = None


def article_marks(edition: Edition, article: Article, language: str, times: Timeline | None) -> tuple[Mark, ...]:
    """Everything to mark in an article: evidence first, then place names, then dates; each in the order of the text."""
    places, dates = _places(edition, article, language), _dates(edition, article, language, times)
    return (*_evidence(edition, article, language), *places, *dates)


def segments(source: str, marks: Iterable[Mark]) -> list[list[list[Any]]]:
    """The text as paragraphs of segments `[text, [mark ids]]`, cut at every mark's ends, innermost mark last.

    The segments of a paragraph, joined, are the paragraph; blank lines are left out.
    """
    outermost_first = sorted(marks, key=lambda mark: (-len(mark.span), mark.span.start))
    return [_paragraph(source, Span(*match.span()), outermost_first) for match in _PARAGRAPH.finditer(source)]


def article_payload(
    edition: Edition, article: Article, language: str, *, times: Timeline | None, found: Span | None = None
) -> dict[str, Any]:
    """The article as JSON for static/page/reader.js, whatever is lit in it; `found` are the words that a search or the tray
    led to.

    `stops` are the sentences that statements rest on, in the order of the text, each once. `whys` are what is shown of a mark
    that is chosen, each once: finished HTML, which a mark names by its number.
    """
    marks = article_marks(edition, article, language, times)
    if found:
        marks = (*marks, Mark(id=FOUND, span=found, kind=FOUND, label=text("article.mark.found", language)))
    whys = tuple(dict.fromkeys(mark.why for mark in marks if mark.why))
    paragraphs = segments(article.text, marks)
    headline = "".join(piece for piece, _ in paragraphs[0]).strip()
    return {
        "language": str(article.language),
        "direction": direction(article.language),
        "title": article.title if article.title != headline else None,  # without one, the first paragraph is the heading
        "title_about": {"lang": str(article.headline_language), "dir": direction(article.headline_language)},
        "facts": source_facts(article, language),
        "about": about_article(edition, article, language),
        "paragraphs": paragraphs,
        "marks": {mark.id: _mark_payload(mark, whys) for mark in marks},
        "whys": whys,
        "stops": _stops(marks),
        "legend": _legend(marks, language),
        "article": article.id,
        "words": {word: text(f"article.{word}", language) for word in WORDS},
    }


def lit_marks(
    edition: Edition, article: Article, *, statement: str | None = None, area: str | None = None, found: Span | None = None
) -> list[str]:
    """The ids of the marks that are lit, the first of them scrolled to: the evidence of `statement`, without one the names of
    `area`; and the words `found`."""
    if statement:
        told = edition.statements.get(article.id, ())
        lit = [_evidence_id(s, n) for s in told if s.id == statement for n in range(len(s.evidence))]
    else:
        read = enumerate(edition.resolutions.get(article.id, ()))
        lit = [f"p{position}" for position, r in read if area and r.area and r.area.key == area]
    return [*lit, FOUND] if found else lit


def _evidence_id(statement: Statement, position: int) -> str:
    return f"e{statement.id}-{position}"


def source_facts(article: Article, language: str) -> list[str]:
    """Who published an article and when, in words; unknown is said, never left out."""
    published = article.published
    return [
        article.publisher or text("line.publisher_unknown", language),
        text("line.published", language, date=date_in_words(published, language))
        if published
        else text("line.published_unknown", language),
    ]


def about_article(edition: Edition, article: Article, language: str) -> Markup:
    """All that is known of an article itself, as a list of terms; what nobody knows is said too."""
    publisher, published = source_facts(article, language)
    read, basis = edition.readings.get(article.id), date_basis(article, language)
    rows: list[tuple[str, Child]] = [
        ("about.publisher", publisher),
        (
            "about.published",
            (published, tag("span", basis, class_="quiet block") if basis else None),
        ),
        ("about.language", text(f"about.language.{article.language}", language)),
        ("about.address", source_link(article.url) if article.url else text("about.no_address", language)),
        ("about.text", tag("code", f"SHA-256 {article.sha256[:_DIGITS]}…", dir="ltr", title=article.sha256)),
        ("about.read", _read(read, language) if read else text("articles.unread", language)),
        *other_texts(edition, article, language),
    ]
    return tag("dl", [(tag("dt", text(key, language)), tag("dd", value, dir="auto")) for key, value in rows], class_="facts")


def _read(read: ReadBy, language: str) -> Child:
    when = text("about.read_at", language, day=day_in_words(read.read_at.date(), language), time=f"{read.read_at:%H:%M}")
    return when, tag("span", text("about.reader", language, reader=isolated(read.reader)), class_="quiet block")


def source_link(address: str) -> Markup | str:
    """An address of the web as a link, anything else as the words that it is."""
    if not _WEB_ADDRESS.match(address):
        return address
    return tag("a", address, href=address, target="_blank", rel="noopener noreferrer", dir="ltr")


def date_basis(article: Article, language: str) -> str | None:
    """How the publication date is known, in a sentence; None where nothing says so."""
    basis = said(article.published_basis or "", language)
    return text("article.basis", language, basis=isolated(basis)) if basis else None


def _evidence(edition: Edition, article: Article, language: str) -> Iterable[Mark]:
    zones_of = _zones_by_statement(edition)
    for statement in edition.statements.get(article.id, ()):
        for position, evidence in enumerate(statement.evidence):
            if not evidence.stands_in(article.text):
                continue  # only a former version of the article says so
            yield Mark(
                id=_evidence_id(statement, position),
                span=evidence.span,
                kind="evidence",
                label=f"{text('article.mark.evidence', language)}: {text(f'status.{statement.status}', language)}",
                statement=statement.id,
                zones=zones_of.get(statement.id, ()),
            )


def _places(edition: Edition, article: Article, language: str) -> Iterable[Mark]:
    for position, resolution in enumerate(edition.resolutions.get(article.id, ())):
        span, area = resolution.mention.span, resolution.area
        why = why_this_place(edition, article, resolution, language)
        if area is None:
            label = text("article.mark.place_unresolved", language)
            yield Mark(id=f"p{position}", span=span, kind="unresolved", label=label, why=why)
            continue
        extent = edition.extents.get(area.key)
        key = "article.mark.place" if extent else "article.mark.place_beyond"
        place = text(key, language, name=edition.gazetteer.name(area, language))
        label = f"{place} · {text(f'role.{resolution.role}', language)}"
        yield Mark(id=f"p{position}", span=span, kind=str(resolution.role), label=label, extent=extent, area=area.key, why=why)


def _dates(edition: Edition, article: Article, language: str, times: Timeline | None) -> Iterable[Mark]:
    for position, timex in enumerate(edition.timexes.get(article.id, ())):
        value = timex.narrowest
        label = text("article.mark.date", language, date=date_in_words(value, language))
        first = (value.earliest or value.latest) if value else None
        day = first if first and times and times.first <= first <= times.last else None
        why = _where_it_goes(first, times, language)
        yield Mark(id=f"d{position}", span=timex.span, kind="date", label=label, day=day, why=tag("p", why))


def _where_it_goes(first: date | None, times: Timeline | None, language: str) -> str:
    """Which day the timeline goes to for a date, or why it stays where it is."""
    if first is None:
        return text("article.date.undecided", language)
    day = day_in_words(first, language)
    if times is None:
        return text("article.date.no_timeline", language, day=day)
    if times.first <= first <= times.last:
        return text("article.date.goes_to", language, day=day)
    ends = {"first": day_in_words(times.first, language), "last": day_in_words(times.last, language)}
    return text("article.date.off", language, day=day, **ends)


def _stops(marks: Iterable[Mark]) -> list[dict[str, Any]]:
    """Each stretch of evidence once, by its marks, with the statement that names it first."""
    evidence = sorted((mark for mark in marks if mark.statement), key=lambda mark: mark.span)
    by_span = groupby(evidence, key=lambda mark: mark.span)
    return [{"marks": [mark.id for mark in same], "statement": same[0].statement} for same in (list(g) for _, g in by_span)]


def _legend(marks: Iterable[Mark], language: str) -> list[tuple[str, str]]:
    """The kinds of marks that an article has, each with its word."""
    kinds = {mark.kind for mark in marks}
    words = {
        "evidence": "article.mark.evidence", **{str(role): f"role.{role}" for role in Role},
        "unresolved": "article.mark.place_unresolved", "date": "article.legend.date",
    }  # fmt: skip
    return [(kind, text(key, language)) for kind, key in words.items() if kind in kinds]


@once_an_edition
def _zones_by_statement(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    zones: dict[str, list[str]] = {}
    for zone in edition.zones.values():
        for line in zone.ledger:
            zones.setdefault(line.statement, []).append(zone.id)
    return {statement: tuple(held) for statement, held in zones.items()}


def _paragraph(source: str, paragraph: Span, marks: Iterable[Mark]) -> list[list[Any]]:
    here = [mark for mark in marks if mark.span.overlaps(paragraph)]
    ends = {end for mark in here for end in (mark.span.start, mark.span.end) if paragraph.start < end < paragraph.end}
    cuts = sorted({paragraph.start, paragraph.end, *ends})
    return [
        [source[start:end], [mark.id for mark in here if mark.span.start <= start and end <= mark.span.end]]
        for start, end in pairwise(cuts)
    ]


def _mark_payload(mark: Mark, whys: Sequence[Markup]) -> dict[str, Any]:
    return {
        "kind": mark.kind,
        "label": mark.label,
        "zones": list(mark.zones),
        "extent": mark.extent and list(mark.extent),
        "day": mark.day and mark.day.isoformat(),
        "why": whys.index(mark.why) if mark.why else None,
        "statement": mark.statement,
    }
