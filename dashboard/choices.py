"""From what a button or the map sends to the next view; what makes no sense changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dashboard.draw.date_control import KNOWN_THEN
from dashboard.draw.timeline import Timeline
from dashboard.edition import Edition
from dashboard.facets import MOST_FILTERS, is_filter
from dashboard.link import day_of, ordered, range_of, span_of
from dashboard.search import MOST_LETTERS
from dashboard.view import SHOWN, Page, View, moved_to_zone

OPENABLE = ("filters", "undated", "unplaced", "undrawn", "unread")


def choose_zone(view: View, zone: str, edition: Edition, timeline: Timeline | None) -> View:
    """The view with a zone open, on the nearest day on which the zone has a status. An unknown zone changes nothing."""
    if zone not in edition.zones:
        return view
    chosen = replace(view, page=Page.MAP, zone=zone, article=None, statement=None, span=None, place=None)
    return moved_to_zone(chosen, edition, timeline)


def choose_line(view: View, article: str, statement: str | None, edition: Edition) -> View:
    """The view with an article open, at a statement's sentence if one is given. Unknown articles change nothing."""
    if article not in edition.articles:
        return view
    known = statement if statement and edition.article_of(statement) == article else None
    return replace(view, page=Page.MAP, article=article, statement=known, span=None)


def choose_span(view: View, article: str, span: str, edition: Edition) -> View:
    """The view with an article open at the words of a span, written start-end. One that is none changes nothing."""
    found = span_of(span, edition.articles.get(article))
    return replace(view, page=Page.MAP, article=article, statement=None, span=found) if found else view


def toggle_filter(view: View, facet: str, value: str, edition: Edition) -> View:
    """The view with a filter more, or less if it had it. What is no filter, or one too many, changes nothing."""
    if (facet, value) in view.filters:
        return replace(view, filters=tuple(f for f in view.filters if f != (facet, value)))
    if not is_filter(edition, facet, value) or len(view.filters) >= MOST_FILTERS:
        return view
    return replace(view, filters=ordered({*view.filters, (facet, value)}))


def choose_place(view: View, area: str, edition: Edition) -> View:
    """The view with the articles that name an area, or with the article if one alone does; an unknown area changes nothing."""
    articles = edition.named.get(area, ())
    only = articles[0] if len(articles) == 1 else None
    return replace(view, page=Page.MAP, place=area, zone=None, article=only, statement=None, span=None) if articles else view


def choose_day(view: View, day: str, timeline: Timeline | None) -> View:
    """The view on a day, given in ISO form; one that is none or lies off the timeline changes nothing."""
    chosen = day_of(day, timeline) if timeline else None
    return replace(view, day=chosen) if chosen else view


def choose_known(view: View, known: str, timeline: Timeline | None) -> View:
    """The view with the second clock on a day in ISO form, on `KNOWN_THEN`, or ("") on all that is known."""
    if known in ("", KNOWN_THEN):
        return replace(view, known=None, known_then=known == KNOWN_THEN)
    chosen = day_of(known, timeline) if timeline else None
    return replace(view, known=chosen, known_then=False) if chosen else view


def choose_range(view: View, ends: str, timeline: Timeline | None) -> View:
    """The view with its date control over a range of days, `first..last` in ISO form, "" for all; the day moves into it."""
    if not ends:
        return replace(view, days=None)
    chosen = range_of(ends, timeline) if timeline else None
    day = view.moment(timeline).day
    if chosen is None or day is None:
        return view
    return replace(view, days=chosen, day=min(max(day, chosen[0]), chosen[1]))


def compare_with(view: View, day: str, timeline: Timeline | None) -> View:
    """The view compared with another day in ISO form; "" begins with the eve of the last change up to the day shown, so that
    there is something to see. A day that is none or lies off the timeline changes nothing."""
    shown = view.moment(timeline).day
    if timeline is None or shown is None:
        return view
    other = day_of(day, timeline) if day else timeline.eve_of_last_change(shown)
    if other is None:
        return view
    if view.compare:
        return replace(view, compare=other)
    return replace(view, page=Page.MAP, compare=other, zone=None, article=None, statement=None, returns=view)


def leave_comparison(view: View) -> View:
    """The view as it was before the comparison, in the language of now."""
    return replace(view.returns or view, language=view.language, compare=None, side=False, returns=None)


def go_back(view: View) -> View:
    """Out of the article, to the zone or the place it was opened from; out of these, to the list."""
    if view.article:
        return replace(view, article=None, statement=None, span=None)
    return replace(view, zone=None, place=None)


def apply(message: Mapping[str, object], view: View, edition: Edition, timeline: Timeline | None) -> View:
    """The view after what a button sent; what is not understood changes nothing."""
    asked = {key: value for key, value in message.items() if isinstance(value, str)}
    match asked:
        case {"do": "zone", "zone": zone, "day": day}:
            return choose_zone(choose_day(view, day, timeline), zone, edition, timeline)
        case {"do": "zone", "zone": zone}:
            return choose_zone(view, zone, edition, timeline)
        case {"do": "line", "article": article, "statement": statement}:
            return choose_line(view, article, statement, edition)
        case {"do": "article", "article": article}:
            return choose_line(replace(view, zone=None, place=None), article, None, edition)
        case {"do": "judge", "article": article, **rest}:
            return replace(choose_line(view, article, rest.get("statement"), edition), page=Page.REVIEW, item=None)
        case {"do": "close"}:
            return go_back(view)
        case {"do": "day", "day": day}:
            return choose_day(view, day, timeline)
        case {"do": "known", "known": known}:
            return choose_known(view, known, timeline)
        case {"do": "range", "range": ends}:
            return choose_range(view, ends, timeline)
        case {"do": "compare", "day": day}:
            return compare_with(view, day, timeline)
        case {"do": "side", "side": side}:
            return replace(view, side=bool(side) and view.compare is not None)
        case {"do": "hijri", "hijri": hijri}:
            return replace(view, hijri=bool(hijri))
        case {"do": "leave"}:
            return leave_comparison(view)
        case {"do": "span", "article": article, "span": span}:
            return choose_span(view, article, span, edition)
        case {"do": "page", "page": page} if page in tuple(Page):
            return replace(view, page=Page(page))
        case {"do": "marks", "marks": shown}:
            return replace(view, marks=shown == SHOWN)
        case {"do": "places", "places": shown}:
            return replace(view, places=shown == SHOWN)
        case {"do": "place", "area": area}:
            return choose_place(view, area, edition)
    return _apply_search(asked, view, edition)


def _apply_search(asked: Mapping[str, str], view: View, edition: Edition) -> View:
    match asked:
        case {"do": "search", "query": query}:
            return replace(view, query=query.strip()[:MOST_LETTERS].strip())
        case {"do": "filter", "facet": facet, "value": value}:
            return toggle_filter(view, facet, value, edition)
        case {"do": "show_all"}:
            return replace(view, query="", filters=())
        case {"do": "open", "part": part} if part in OPENABLE:
            return replace(view, opened=view.opened ^ {part})
    return view
