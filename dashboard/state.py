"""What a visitor is looking at, and the link that says so. A link is untrusted input: it names ids, or it is ignored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import streamlit as st

from dashboard.draw.timeline import Timeline, nearest_shown_day
from dashboard.edition import Edition, Moment
from dashboard.strings import LANGUAGES


class Page(StrEnum):
    """The pages, in the order of the switch."""

    MAP = "map"
    ARTICLES = "articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A view. `day` is None until someone chooses one: then the map stands on the last day that anything was reported.

    `known` is the other clock: the day on whose knowledge the map is drawn, None for all that is known. With `known_then` it is
    the day shown itself: what was known on that day.
    `article` is open in the reader if set, with the evidence of `statement` lit; both may stand beside a chosen `zone`. With
    `marks` the reader shows every mark, else only what is lit. With `places` the map shows the places that articles name;
    `place` is the key of the one whose articles are listed.
    """

    language: str = "en"
    page: Page = Page.MAP
    day: date | None = None
    known: date | None = None
    known_then: bool = False
    zone: str | None = None
    article: str | None = None
    statement: str | None = None
    marks: bool = False
    places: bool = False
    place: str | None = None

    def link(self) -> dict[str, str]:
        """The view as the query of a link; what is at its default is left out. `view_of_link` is the inverse."""
        written = {
            "lang": self.language,
            "page": "" if self.page is Page.MAP else str(self.page),
            "day": self.day.isoformat() if self.day else "",
            "known": KNOWN_THEN if self.known_then else self.known.isoformat() if self.known else "",
            "zone": self.zone or "",
            "article": self.article or "",
            "statement": self.statement or "",
            "marks": SHOWN if self.marks else "",
            "places": SHOWN if self.places else "",
            "place": self.place or "",
        }
        return {key: value for key, value in written.items() if value}

    def moment(self, timeline: Timeline | None) -> Moment:
        """The moment that the page shows; without a day where nothing has a date."""
        day = self.day or (timeline.opening if timeline else None)
        return Moment(day=day, known_on=day if self.known_then else self.known, follows=self.known_then)


SHOWN = "all"  # in a link: marks, or places, are shown
KNOWN_THEN = "then"  # in a link: as known on the day shown
LINK_WORDS = {
    "lang": "language", "page": "page", "day": "day", "known": "known", "zone": "zone", "article": "article",
    "statement": "statement", "marks": "marks", "places": "places", "place": "place",
}  # fmt: skip


def view_of_link(link: Mapping[str, str], edition: Edition, timeline: Timeline | None) -> tuple[View, tuple[str, ...]]:
    """The view that a link asks for, and the keys of `LINK_WORDS` whose values name nothing here.

    A zone whose dates lie elsewhere moves the day, unless the link says which day it wants.
    """
    accepted = {
        "lang": link.get("lang") in LANGUAGES,
        "page": link.get("page") in tuple(Page),
        "day": bool(timeline and _day(link.get("day", ""), timeline)),
        "known": link.get("known") == KNOWN_THEN or bool(timeline and _day(link.get("known", ""), timeline)),
        "zone": link.get("zone") in edition.zones,
        "article": link.get("article") in edition.articles,
        "marks": link.get("marks") == SHOWN,
        "places": link.get("places") == SHOWN,
        "place": link.get("place") in edition.named,
        "statement": link.get("article") is not None and edition.article_of(link.get("statement", "")) == link["article"],
    }
    good = {key: link[key] for key, fits in accepted.items() if key in link and fits}
    view = View(
        language=good.get("lang", "en"),
        page=Page(good.get("page", Page.MAP)),
        day=_day(good["day"], timeline) if "day" in good and timeline else None,
        known=_day(good["known"], timeline) if "known" in good and timeline else None,
        known_then=good.get("known") == KNOWN_THEN,
        zone=good.get("zone"),
        article=good.get("article"),
        statement=good.get("statement"),
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
    chosen = replace(view, page=Page.MAP, zone=zone, article=None, statement=None, place=None)
    return _moved_to_zone(chosen, edition, timeline)


def choose_line(view: View, article: str, statement: str | None, edition: Edition) -> View:
    """The view with an article open, at a statement's sentence if one is given. Unknown articles change nothing."""
    if article not in edition.articles:
        return view
    known = statement if statement and edition.article_of(statement) == article else None
    return replace(view, page=Page.MAP, article=article, statement=known)


def choose_place(view: View, area: str, edition: Edition) -> View:
    """The view with the articles that name an area, or with the article if one alone does; an unknown area changes nothing."""
    articles = edition.named.get(area, ())
    only = articles[0] if len(articles) == 1 else None
    return replace(view, page=Page.MAP, place=area, zone=None, article=only, statement=None) if articles else view


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


def go_back(view: View) -> View:
    """Out of the article, to the zone or the place it was opened from; out of these, to the list."""
    if view.article:
        return replace(view, article=None, statement=None)
    return replace(view, zone=None, place=None)


def apply(message: Mapping[str, object], view: View, edition: Edition, timeline: Timeline | None) -> View:
    """The view after what a button sent; what is not understood changes nothing."""
    asked = {key: value for key, value in message.items() if isinstance(value, str)}
    match asked:
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
        case {"do": "marks", "marks": shown}:
            return replace(view, marks=shown == SHOWN)
        case {"do": "places", "places": shown}:
            return replace(view, places=shown == SHOWN)
        case {"do": "place", "area": area}:
            return choose_place(view, area, edition)
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
    moment = view.moment(timeline)
    if view.zone is None or moment.day is None:
        return view
    day = nearest_shown_day(edition, view.zone, moment)
    return view if day in (None, moment.day) else replace(view, day=day)


def _day(iso: str, timeline: Timeline) -> date | None:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return None
    return day if timeline.first <= day <= timeline.last else None
