"""What stands beside the map: the list, a zone, a place, a comparison or an article."""

from __future__ import annotations

import json

from dashboard.draw.found import found_parts
from dashboard.draw.markup import Markup, join
from dashboard.draw.named_places import place_panel
from dashboard.draw.reader import article_payload
from dashboard.draw.timeline import Timeline
from dashboard.draw.zone_list import zone_list, zone_roster
from dashboard.draw.zone_panel import zone_panel
from dashboard.edition import Edition, Moment, once_an_edition
from dashboard.facets import Sifted
from dashboard.queries import publish
from dashboard.view import View
from dashboard.views.comparing import comparison_beside
from dashboard.views.components import BESIDE_MAP_HEIGHT, panel, reader
from dashboard.views.hearing import heard
from dashboard.views.sieve import block_above, tray_below

MOST_TOLD_AGAIN = 8  # zones whose list goes with every rerun, 0.4 kB each; a longer list is fetched once


def text_side(edition: Edition, view: View, times: Timeline | None, left: Sifted | None) -> None:
    """Mounts what the view has open; `left` is what search and filters leave of the zones."""
    moment, language = view.moment(times), view.language
    if view.article:
        article = article_payload(
            edition, edition.articles[view.article], language, times=times, lit=view.statement, area=view.place,
            found=view.span,
        )  # fmt: skip
        reader(article, language=language, all_marks=view.marks, heard=heard("reader"))
        return
    chosen = edition.zones[view.zone] if view.zone else None
    if chosen:
        html = zone_panel(edition, chosen, moment, language, back="compare.back" if view.compare else "zone.back")
    elif view.place:
        html = place_panel(edition, view.place, language)
    else:
        html = comparison_beside(edition, view, times) or _list(edition, view, moment, left)
    panel(html, key="panel", language=language, height=BESIDE_MAP_HEIGHT, heard=heard("panel"), hijri=view.hijri)


def _list(edition: Edition, view: View, moment: Moment, left: Sifted | None) -> Markup:
    """The zones that search and filters leave, below them what else was found, and what cannot be placed."""
    found = left.found if left else None
    also = found_parts(edition, found, left.articles, view.query, view.filters, view.language) if left and found else None
    return zone_list(
        edition, moment, view.language, only=left.zones if left and (found or view.filters) else None,
        above=block_above(edition, view, left, "zones"), below=join((also, tray_below(edition, view))),
        roster=_published_roster(edition, view.language) if len(edition.zones) > MOST_TOLD_AGAIN else None,
    )  # fmt: skip


@once_an_edition
def _published_roster(edition: Edition, language: str) -> str:
    return publish(f"list-{language}", json.dumps(zone_roster(edition, language), ensure_ascii=False))
