"""A link's query as a view. A link is untrusted input: it names what is here, or it is ignored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from urllib.parse import unquote

from dashboard.draw.date_control import KNOWN_THEN
from dashboard.draw.timeline import Timeline
from dashboard.edition import Edition
from dashboard.facets import FACETS, MOST_FILTERS, Filters, is_filter
from dashboard.judging import ORDERS, of_article, whole_queue
from dashboard.search import MOST_LETTERS
from dashboard.strings import LANGUAGES
from dashboard.view import SHOWN, SIDE_BY_SIDE, Page, View, moved_to_zone
from geo.article import Article
from geo.ledger.review import Concern
from geo.span import Span

LINK_WORDS = {
    "lang": "language", "page": "page", "frame": "frame", "day": "day", "range": "range", "known": "known",
    "compare": "compare", "hijri": "hijri", "zone": "zone", "article": "article", "statement": "statement",
    "span": "span", "q": "query", "only": "filters", "marks": "marks", "places": "places", "place": "place",
    "kind": "concern", "order": "order", "item": "item",
}  # fmt: skip


def view_of_link(link: Mapping[str, str], edition: Edition, timeline: Timeline | None) -> tuple[View, tuple[str, ...]]:
    """The view that a link asks for, and the keys of `LINK_WORDS` whose values name nothing here.

    A zone whose dates lie elsewhere moves the day, unless the link says which day it wants.
    """
    filters = filters_of(link.get("only", ""), edition)
    compared = compared_day(link.get("compare", ""), link.get("day", ""), timeline) if timeline else None
    article = edition.articles.get(link.get("article", ""))
    span = span_of(link.get("span", ""), article)
    accepted = {
        "lang": link.get("lang") in LANGUAGES,
        "page": link.get("page") in tuple(Page),
        "day": bool(timeline and day_of(link.get("day", ""), timeline)),
        "range": bool(timeline and range_of(link.get("range", ""), timeline)),
        "known": link.get("known") == KNOWN_THEN or bool(timeline and day_of(link.get("known", ""), timeline)),
        "frame": link.get("frame") == "map",
        "hijri": link.get("hijri") == "1",
        "compare": compared is not None,
        "zone": link.get("zone") in edition.zones,
        "article": link.get("article") in edition.articles,
        "marks": link.get("marks") == SHOWN,
        "places": link.get("places") == SHOWN,
        "place": link.get("place") in edition.named,
        "statement": link.get("article") is not None and edition.article_of(link.get("statement", "")) == link["article"],
        "span": span is not None,
        "q": len(link.get("q", "")) <= MOST_LETTERS,
        "kind": link.get("kind") in tuple(Concern),
        "order": link.get("order") in ORDERS,
        "item": "item" in link and _is_item(link["item"], edition, article),
        "only": bool(filters) and len(filters) == link["only"].count(";") + 1,
    }
    good = {key: link[key] for key, fits in accepted.items() if key in link and fits}
    view = View(
        language=good.get("lang", "en"),
        page=Page(good.get("page", Page.MAP)),
        day=day_of(good["day"], timeline) if "day" in good and timeline else None,
        days=range_of(good["range"], timeline) if "range" in good and timeline else None,
        known=day_of(good["known"], timeline) if "known" in good and timeline else None,
        known_then=good.get("known") == KNOWN_THEN,
        map_only="frame" in good,
        hijri="hijri" in good,
        compare=compared,
        side=good.get("compare", "").startswith(SIDE_BY_SIDE),
        zone=good.get("zone"),
        article=good.get("article"),
        statement=good.get("statement"),
        span=span,
        query=good.get("q", "").strip(),
        filters=filters,
        marks="marks" in good,
        places="places" in good,
        place=good.get("place"),
        concern=Concern(good["kind"]) if "kind" in good else None,
        order=good.get("order", ORDERS[0]),
        item=good.get("item"),
    )
    if view.zone and view.day is None:
        view = moved_to_zone(view, edition, timeline)
    return view, tuple(key for key in LINK_WORDS if key in link and key not in good)


def day_of(iso: str, timeline: Timeline) -> date | None:
    """The day in ISO form, None where it is none or lies off the timeline."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return None
    return day if timeline.first <= day <= timeline.last else None


def compared_day(written: str, shown: str, timeline: Timeline) -> date | None:
    """The other day of a comparison, behind `side:` where each day is to have a map; `side` alone is the eve of the last change
    up to the day shown. None where it is no day of the timeline."""
    if written == SIDE_BY_SIDE:
        return timeline.eve_of_last_change(day_of(shown, timeline) or timeline.opening)
    return day_of(written.removeprefix(f"{SIDE_BY_SIDE}:"), timeline)


def range_of(written: str, timeline: Timeline) -> tuple[date, date] | None:
    """The ends of `first..last`, if they are two different days of the timeline in order."""
    first, _, last = (day_of(end, timeline) if end != ".." else None for end in written.partition(".."))
    return (first, last) if first and last and first < last else None


def _is_item(id: str, edition: Edition, article: Article | None) -> bool:
    """True if the queue has an item of that id, or the article that is reviewed alone."""
    return any(item.id == id for item in (of_article(edition, article.id) if article else whole_queue(edition)))


def span_of(written: str, article: Article | None) -> Span | None:
    """The span that is written start-end, None where it is none of the article's text."""
    if article is None or not _WRITTEN_SPAN.fullmatch(written):
        return None
    start, end = map(int, written.split("-"))
    return Span(start, end) if start < end <= len(article.text) else None


_WRITTEN_SPAN = re.compile("[0-9]{1,9}-[0-9]{1,9}")


def filters_of(written: str, edition: Edition) -> Filters:
    """The filters of a link that are filters here."""
    pairs = [part.partition(":") for part in written.split(";")[:MOST_FILTERS]]
    return ordered({(facet, unquote(value)) for facet, _, value in pairs if is_filter(edition, facet, unquote(value))})


def ordered(filters: Iterable[tuple[str, str]]) -> Filters:
    """Filters in the order of the facets, each facet's by value."""
    return tuple(sorted(filters, key=lambda f: (FACETS.index(f[0]), f[1])))
