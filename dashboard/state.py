"""What a visitor is looking at, and the link that says so. A link is untrusted input: it names ids, or it is ignored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from urllib.parse import unquote

import streamlit as st

from dashboard.draw.date_control import KNOWN_THEN
from dashboard.draw.timeline import Timeline, nearest_shown_day
from dashboard.edition import Edition, Moment
from dashboard.facets import FACETS, MOST_FILTERS, Filters, is_filter
from dashboard.search import MOST_LETTERS
from dashboard.strings import LANGUAGES
from geo.article import Article
from geo.span import Span


class Page(StrEnum):
    """The pages, in the order of the switch."""

    MAP = "map"
    TIMELINE = "timeline"
    ARTICLES = "articles"
    AGREEMENTS = "agreements"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A view. `day` is None until someone chooses one: then the map stands on the last day that anything was reported.

    `known` is the other clock: the day on whose knowledge the map is drawn, None for all that is known. With `known_then` it is
    the day shown itself: what was known on that day. `map_only` is the view that another page frames.
    `hijri` asks for Hijri dates beside the others, in Arabic. `days` is the range of days that the date control runs over,
    both ends inclusive, None for all.
    `compare` is a second day to compare the one shown with, earlier or later; `returns` is the view that leaving the
    comparison leads back to, None where a link opened it.
    `article` is open in the reader if set, with the evidence of `statement` lit, or what stands at `span`; it may stand beside
    a chosen `zone`. `query` and `filters` leave only a part of zones and articles to be seen. `opened` are the parts of the
    page that are unfolded (`OPENABLE`). It and `returns` are in no link.
    With `marks` the reader shows every mark, else only what is lit. With `places` the map shows the places that articles name;
    `place` is the key of the one whose articles are listed.
    """

    language: str = "en"
    page: Page = Page.MAP
    day: date | None = None
    known: date | None = None
    known_then: bool = False
    map_only: bool = False
    days: tuple[date, date] | None = None
    hijri: bool = False
    zone: str | None = None
    article: str | None = None
    statement: str | None = None
    compare: date | None = None
    returns: View | None = None
    span: Span | None = None
    query: str = ""
    filters: Filters = ()
    opened: frozenset[str] = frozenset()
    marks: bool = False
    places: bool = False
    place: str | None = None

    def link(self) -> dict[str, str]:
        """The view as the query of a link; what is at its default is left out. `view_of_link` is the inverse."""
        written = {
            "lang": self.language,
            "page": "" if self.page is Page.MAP else str(self.page),
            "day": self.day.isoformat() if self.day else "",
            "frame": "map" if self.map_only else "",
            "range": "..".join(end.isoformat() for end in self.days or ()),
            "known": KNOWN_THEN if self.known_then else self.known.isoformat() if self.known else "",
            "compare": self.compare.isoformat() if self.compare else "",
            "hijri": "1" if self.hijri else "",
            "zone": self.zone or "",
            "article": self.article or "",
            "statement": self.statement or "",
            "span": f"{self.span.start}-{self.span.end}" if self.span else "",
            "q": self.query,
            "only": _written_filters(self.filters),
            "marks": SHOWN if self.marks else "",
            "places": SHOWN if self.places else "",
            "place": self.place or "",
        }
        return {key: value for key, value in written.items() if value}

    def times(self, timeline: Timeline | None) -> Timeline | None:
        """The days that the date control runs over: the range, else all."""
        return timeline.within(*self.days) if timeline and self.days else timeline

    def moment(self, timeline: Timeline | None) -> Moment:
        """The moment that the page shows; without a day where nothing has a date."""
        day = self.day or (timeline.opening if timeline else None)
        if day and self.days:
            day = min(max(day, self.days[0]), self.days[1])
        return Moment(day=day, known_on=day if self.known_then else self.known, follows=self.known_then)


_A_DAY = timedelta(1)
SHOWN = "all"  # in a link: marks, or places, are shown
LINK_WORDS = {
    "lang": "language", "page": "page", "frame": "frame", "day": "day", "range": "range", "known": "known",
    "compare": "compare", "hijri": "hijri", "zone": "zone", "article": "article", "statement": "statement",
    "span": "span", "q": "query", "only": "filters", "marks": "marks", "places": "places", "place": "place",
}  # fmt: skip
OPENABLE = ("filters", "undated", "unplaced", "undrawn", "unread")


def view_of_link(link: Mapping[str, str], edition: Edition, timeline: Timeline | None) -> tuple[View, tuple[str, ...]]:
    """The view that a link asks for, and the keys of `LINK_WORDS` whose values name nothing here.

    A zone whose dates lie elsewhere moves the day, unless the link says which day it wants.
    """
    filters = _filters_of(link.get("only", ""), edition)
    article = edition.articles.get(link.get("article", ""))
    span = _span(link.get("span", ""), article)
    accepted = {
        "lang": link.get("lang") in LANGUAGES,
        "page": link.get("page") in tuple(Page),
        "day": bool(timeline and _day(link.get("day", ""), timeline)),
        "range": bool(timeline and _range(link.get("range", ""), timeline)),
        "known": link.get("known") == KNOWN_THEN or bool(timeline and _day(link.get("known", ""), timeline)),
        "frame": link.get("frame") == "map",
        "hijri": link.get("hijri") == "1",
        "compare": bool(timeline and _day(link.get("compare", ""), timeline)),
        "zone": link.get("zone") in edition.zones,
        "article": link.get("article") in edition.articles,
        "marks": link.get("marks") == SHOWN,
        "places": link.get("places") == SHOWN,
        "place": link.get("place") in edition.named,
        "statement": link.get("article") is not None and edition.article_of(link.get("statement", "")) == link["article"],
        "span": span is not None,
        "q": len(link.get("q", "")) <= MOST_LETTERS,
        "only": bool(filters) and len(filters) == link["only"].count(";") + 1,
    }
    good = {key: link[key] for key, fits in accepted.items() if key in link and fits}
    view = View(
        language=good.get("lang", "en"),
        page=Page(good.get("page", Page.MAP)),
        day=_day(good["day"], timeline) if "day" in good and timeline else None,
        days=_range(good["range"], timeline) if "range" in good and timeline else None,
        known=_day(good["known"], timeline) if "known" in good and timeline else None,
        known_then=good.get("known") == KNOWN_THEN,
        map_only="frame" in good,
        hijri="hijri" in good,
        compare=_day(good["compare"], timeline) if "compare" in good and timeline else None,
        zone=good.get("zone"),
        article=good.get("article"),
        statement=good.get("statement"),
        span=span,
        query=good.get("q", "").strip(),
        filters=filters,
        marks="marks" in good,
        places="places" in good,
        place=good.get("place"),
    )
    if view.zone and view.day is None:
        view = _moved_to_zone(view, edition, timeline)
    return view, tuple(key for key in LINK_WORDS if key in link and key not in good)


def choose_zone(view: View, zone: str, edition: Edition, timeline: Timeline | None) -> View:
    """The view with a zone open, on the nearest day on which the zone has a status. An unknown zone changes nothing."""
    if zone not in edition.zones:
        return view
    chosen = replace(view, page=Page.MAP, zone=zone, article=None, statement=None, span=None, place=None)
    return _moved_to_zone(chosen, edition, timeline)


def choose_line(view: View, article: str, statement: str | None, edition: Edition) -> View:
    """The view with an article open, at a statement's sentence if one is given. Unknown articles change nothing."""
    if article not in edition.articles:
        return view
    known = statement if statement and edition.article_of(statement) == article else None
    return replace(view, page=Page.MAP, article=article, statement=known, span=None)


def choose_span(view: View, article: str, span: str, edition: Edition) -> View:
    """The view with an article open at the words of a span, written start-end. One that is none changes nothing."""
    found = _span(span, edition.articles.get(article))
    return replace(view, page=Page.MAP, article=article, statement=None, span=found) if found else view


def toggle_filter(view: View, facet: str, value: str, edition: Edition) -> View:
    """The view with a filter more, or less if it had it. What is no filter, or one too many, changes nothing."""
    if (facet, value) in view.filters:
        return replace(view, filters=tuple(f for f in view.filters if f != (facet, value)))
    if not is_filter(edition, facet, value) or len(view.filters) >= MOST_FILTERS:
        return view
    return replace(view, filters=_ordered({*view.filters, (facet, value)}))


def choose_place(view: View, area: str, edition: Edition) -> View:
    """The view with the articles that name an area, or with the article if one alone does; an unknown area changes nothing."""
    articles = edition.named.get(area, ())
    only = articles[0] if len(articles) == 1 else None
    return replace(view, page=Page.MAP, place=area, zone=None, article=only, statement=None, span=None) if articles else view


def choose_day(view: View, day: str, timeline: Timeline | None) -> View:
    """The view on a day, given in ISO form; one that is none or lies off the timeline changes nothing."""
    chosen = _day(day, timeline) if timeline else None
    return replace(view, day=chosen) if chosen else view


def choose_known(view: View, known: str, timeline: Timeline | None) -> View:
    """The view with the second clock on a day in ISO form, on `KNOWN_THEN`, or ("") on all that is known."""
    if known in ("", KNOWN_THEN):
        return replace(view, known=None, known_then=known == KNOWN_THEN)
    chosen = _day(known, timeline) if timeline else None
    return replace(view, known=chosen, known_then=False) if chosen else view


def choose_range(view: View, ends: str, timeline: Timeline | None) -> View:
    """The view with its date control over a range of days, `first..last` in ISO form, "" for all; the day moves into it."""
    if not ends:
        return replace(view, days=None)
    chosen = _range(ends, timeline) if timeline else None
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
    other = _day(day, timeline) if day else _eve_of_last_change(shown, timeline)
    if other is None:
        return view
    if view.compare:
        return replace(view, compare=other)
    return replace(view, page=Page.MAP, compare=other, zone=None, article=None, statement=None, returns=view)


def leave_comparison(view: View) -> View:
    """The view as it was before the comparison, in the language of now."""
    return replace(view.returns or view, language=view.language, compare=None, returns=None)


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


def current_view(edition: Edition, timeline: Timeline | None) -> tuple[View, tuple[str, ...]]:
    """This session's view, and what the link asked for in vain.

    The link wins when it is not the one that this session wrote last: at the first run, at Back and Forward.
    """
    link = st.query_params.to_dict()
    if "view" not in st.session_state or st.session_state.get("written_link") != link:
        view, lost = view_of_link(link, edition, timeline)
        st.session_state.view, st.session_state.lost, st.session_state.written_link = view, lost, link
    return st.session_state.view, st.session_state.lost


def change_view(view: View) -> None:
    """Makes `view` this session's; the link follows at the end of the run (`write_link`)."""
    st.session_state.view, st.session_state.lost = view, ()


def write_link(view: View) -> None:
    """Puts the view into the address bar."""
    link = view.link()
    st.session_state.written_link = link
    if st.query_params.to_dict() != link:
        st.query_params.from_dict(link)


def is_dark_theme() -> bool:
    """True if the visitor's theme is the dark one."""
    return bool(st.context.theme.type == "dark")


def _moved_to_zone(view: View, edition: Edition, timeline: Timeline | None) -> View:
    """A comparison keeps its days: they are what it compares."""
    moment = view.moment(timeline)
    if view.zone is None or moment.day is None or view.compare:
        return view
    day = nearest_shown_day(edition, view.zone, moment)
    if day is None or day == moment.day:
        return view
    return replace(view, day=day, days=view.days if view.days and view.days[0] <= day <= view.days[1] else None)


def _range(written: str, timeline: Timeline) -> tuple[date, date] | None:
    """The ends of `first..last`, if they are two different days of the timeline in order."""
    first, _, last = (_day(end, timeline) if end != ".." else None for end in written.partition(".."))
    return (first, last) if first and last and first < last else None


def _eve_of_last_change(shown: date, timeline: Timeline) -> date:
    return max((change for change in timeline.changes if change <= shown), default=timeline.first + _A_DAY) - _A_DAY


def _written_filters(filters: Filters) -> str:
    """Filters as a part of a link: `status:in_force;outlet:The Example`."""
    return ";".join(f"{facet}:{value.replace('%', '%25').replace(';', '%3B')}" for facet, value in filters)


def _filters_of(written: str, edition: Edition) -> Filters:
    """The filters of a link that are filters here."""
    pairs = [part.partition(":") for part in written.split(";")[:MOST_FILTERS]]
    return _ordered({(facet, unquote(value)) for facet, _, value in pairs if is_filter(edition, facet, unquote(value))})


def _ordered(filters: Iterable[tuple[str, str]]) -> Filters:
    return tuple(sorted(filters, key=lambda f: (FACETS.index(f[0]), f[1])))


def _span(written: str, article: Article | None) -> Span | None:
    """The span that is written start-end, None where it is none of the article's text."""
    if article is None or not _WRITTEN_SPAN.fullmatch(written):
        return None
    start, end = map(int, written.split("-"))
    return Span(start, end) if start < end <= len(article.text) else None


_WRITTEN_SPAN = re.compile("[0-9]{1,9}-[0-9]{1,9}")


def _day(iso: str, timeline: Timeline) -> date | None:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return None
    return day if timeline.first <= day <= timeline.last else None
