"""What stands beside the map: the list, a zone, a place, a comparison or an article."""

from __future__ import annotations

import json

from dashboard.draw.found import found_parts
from dashboard.draw.markup import Markup, join
from dashboard.draw.named_places import place_panel
from dashboard.draw.reader import article_payload, lit_marks
from dashboard.draw.timeline import Timeline
from dashboard.draw.zone_list import zone_list, zone_roster
from dashboard.draw.zone_panel import zone_panel
from dashboard.edition import Edition, Moment, once_an_edition
from dashboard.facets import Sifted
from dashboard.published import is_published, publish
from dashboard.view import View
from dashboard.views.comparing import comparison_beside
from dashboard.views.components import BESIDE_MAP_HEIGHT, panel, reader
from dashboard.views.hearing import heard
from dashboard.views.sieve import block_above, tray_below
from geo.article import Article
from geo.span import Span

MOST_ARTICLES_KEPT = 1_000  # files of articles that stay: at most 40 MB or so
MOST_TOLD_AGAIN = 8  # zones whose list goes with every rerun, 0.4 kB each; a longer list is fetched once


def text_side(edition: Edition, view: View, times: Timeline | None, left: Sifted | None) -> None:
    """Mounts what the view has open; `left` is what search and filters leave of the zones."""
    moment, language = view.moment(times), view.language
    if view.article:
        # put away, the panel keeps what it shows: on the way back nothing has to be sent and laid out again
        panel(None, key="panel", language=language, height=BESIDE_MAP_HEIGHT, heard=heard("panel"), hijri=view.hijri)
        _reader(edition, edition.articles[view.article], view, times)
        return
    chosen = edition.zones[view.zone] if view.zone else None
    if chosen:
        html = zone_panel(edition, chosen, moment, language, back=_way_back(view))
    elif view.place:
        html = place_panel(edition, view.place, language, back=_way_back(view))
    else:
        html = comparison_beside(edition, view, times) or _list(edition, view, moment, left)
    panel(html, key="panel", language=language, height=BESIDE_MAP_HEIGHT, heard=heard("panel"), hijri=view.hijri)
    reader(None, language=language, all_marks=view.marks, heard=heard("reader"))


def _way_back(view: View) -> str:
    """The string that says what closing a zone or a place leads back to."""
    if view.compare:
        return "compare.back"
    return "found.back" if view.query or view.filters else "zone.back"


def _reader(edition: Edition, article: Article, view: View, times: Timeline | None) -> None:
    lit = lit_marks(edition, article, statement=view.statement, area=view.place, found=view.span)
    shown = {
        "address": _published_article(edition, article, view.language, view.span, times),
        "article": article.id, "statement": view.statement, "lit": lit, "scrollTo": next(iter(lit), None),
    }  # fmt: skip
    reader(shown, language=view.language, all_marks=view.marks, heard=heard("reader"))


def _published_article(edition: Edition, article: Article, language: str, found: Span | None, times: Timeline | None) -> str:
    """The address of an article's text with its marks, drawn only where nobody has had it drawn before, or long ago."""
    addresses = _addresses(edition)
    key = article.id, language, found
    if key not in addresses or not is_published(addresses[key]):
        drawn = article_payload(edition, article, language, times=times, found=found)
        addresses[key] = publish("article", json.dumps(drawn, ensure_ascii=False), kept=MOST_ARTICLES_KEPT)
    return addresses[key]


@once_an_edition
def _addresses(edition: Edition) -> dict[tuple[str, str, Span | None], str]:
    """Of an edition's articles, by id, language and the words that were looked for; filled as they are read."""
    return {}


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
