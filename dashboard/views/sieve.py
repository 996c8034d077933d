"""Search, filters and the tray, as the pages put them above and below their lists."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.draw.filters import filter_block, hidden_line
from dashboard.draw.markup import Markup
from dashboard.draw.timeline import Timeline
from dashboard.draw.tray import tray
from dashboard.edition import Edition
from dashboard.facets import Sifted, sift
from dashboard.queries import edition_facts, edition_left_over, search_index
from dashboard.search import search
from dashboard.view import View


def sifted(edition: Edition, view: View, times: Timeline | None) -> Sifted | None:
    """What search and filters leave of an edition; None where nothing is asked for and the filters are folded."""
    found = search(search_index(edition), view.query, known_on=view.moment(times).known_on) if view.query else None
    if found is None and not view.filters and "filters" not in view.opened:
        return None
    return sift(edition, edition_facts(edition), view.moment(times), view.filters, found)


def block_above(edition: Edition, view: View, left: Sifted | None, kind: str) -> Markup:
    """The search field and the filters above a list of "zones" or "articles", with the line that says how many are hidden."""
    counts: Mapping[str, Mapping[str, int]] | None = None
    hidden = 0
    if left:
        every, shown, counted = (
            (edition.zones, left.zones, left.zone_counts) if kind == "zones"
            else (edition.articles, left.articles, left.article_counts)
        )  # fmt: skip
        hidden = len(every) - len(shown)
        counts = counted if "filters" in view.opened else None
    return filter_block(edition, view.query, view.filters, counts, hidden_line(kind, hidden, view.language), view.language)


def tray_below(edition: Edition, view: View, *, told_above: str | None = None) -> Markup:
    """The tray at the foot of a list."""
    return tray(edition, edition_left_over(edition), view.opened, view.language, told_above=told_above)
