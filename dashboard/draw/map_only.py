"""The line below a map that stands alone in another page's frame."""

from __future__ import annotations

from dashboard.draw.appearance import status_on
from dashboard.draw.markup import Markup, tag
from dashboard.draw.zone_list import status_badge, zone_title
from dashboard.edition import Edition, Moment
from dashboard.strings import text
from geo.ledger.zone import Zone


def map_only_line(edition: Edition, zone: Zone | None, moment: Moment, language: str, address: str) -> Markup:
    """The chosen zone with its status, and a link to the whole page: a colour leads to its sentence there, too."""
    chosen = (
        tag("strong", zone_title(edition, zone, language), dir="auto"), " ",
        status_badge(status_on(edition, zone.id, moment), language), " ",
    ) if zone else ()  # fmt: skip
    words = text("map_only.evidence" if zone else "map_only.open", language)
    return tag("p", *chosen, tag("a", words, href=address, target="_blank", rel="noopener"), class_="map-only")
