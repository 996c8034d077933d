"""A view: all that a visitor is looking at, and the link that says so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dashboard.draw.date_control import KNOWN_THEN
from dashboard.draw.timeline import Timeline, nearest_shown_day
from dashboard.edition import Edition, Moment
from dashboard.facets import Filters
from dashboard.judging import ORDERS
from geo.ledger.review import Concern
from geo.span import Span

SIDE_BY_SIDE = "side"  # in a link, before the other day
SHOWN = "all"  # in a link: marks, or places, are shown


class Page(StrEnum):
    """The pages, in the order of the switch."""

    MAP = "map"
    TIMELINE = "timeline"
    ARTICLES = "articles"
    ADD = "add"
    REVIEW = "review"
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
    comparison leads back to, None where a link opened it. With `side` each of the two days has a map of its own, side by side;
    else one map shows the difference.
    `article` is open in the reader if set, with the evidence of `statement` lit, or what stands at `span`; it may stand beside
    a chosen `zone`. `query` and `filters` leave only a part of zones and articles to be seen. `opened` are the parts of the
    page that are unfolded (`OPENABLE`). It and `returns` are in no link.
    With `marks` the reader shows every mark, else only what is lit. With `places` the map shows the places that articles name;
    `place` is the key of the one whose articles are listed.
    In the review, `item` is the id of what is looked at, None for the first; the queue has the items of one `concern` alone,
    None for all, in an `order`.
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
    side: bool = False
    returns: View | None = None
    span: Span | None = None
    query: str = ""
    filters: Filters = ()
    opened: frozenset[str] = frozenset()
    marks: bool = False
    places: bool = False
    place: str | None = None
    concern: Concern | None = None
    order: str = ORDERS[0]
    item: str | None = None

    def link(self) -> dict[str, str]:
        """The view as the query of a link; what is at its default is left out. `dashboard.link.view_of_link` is the inverse."""
        written = {
            "lang": self.language,
            "page": "" if self.page is Page.MAP else str(self.page),
            "day": self.day.isoformat() if self.day else "",
            "frame": "map" if self.map_only else "",
            "range": "..".join(end.isoformat() for end in self.days or ()),
            "known": KNOWN_THEN if self.known_then else self.known.isoformat() if self.known else "",
            "compare": f"{SIDE_BY_SIDE}:" * self.side + self.compare.isoformat() if self.compare else "",
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
        if self.page is Page.REVIEW:
            order = self.order if self.order != ORDERS[0] else ""
            written |= {"kind": self.concern or "", "order": order, "item": self.item or ""}
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


def moved_to_zone(view: View, edition: Edition, timeline: Timeline | None) -> View:
    """The view on the nearest day on which its zone has a status. A comparison keeps its days: they are what it compares."""
    moment = view.moment(timeline)
    if view.zone is None or moment.day is None or view.compare:
        return view
    day = nearest_shown_day(edition, view.zone, moment)
    if day is None or day == moment.day:
        return view
    return replace(view, day=day, days=view.days if view.days and view.days[0] <= day <= view.days[1] else None)


def _written_filters(filters: Filters) -> str:
    """Filters as a part of a link: `status:in_force;outlet:The Example`."""
    return ";".join(f"{facet}:{value.replace('%', '%25').replace(';', '%3B')}" for facet, value in filters)
