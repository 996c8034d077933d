"""The zones as a list: the map's twin for the keyboard and the screen reader, grouped by agreement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import groupby

from dashboard.draw.appearance import status_on
from dashboard.draw.dates import day_in_words
from dashboard.draw.markup import Markup, button, join, tag
from dashboard.edition import Edition, Moment
from dashboard.strings import text
from geo.status import Status
from geo.zone import Zone


def status_badge(status: Status | None, language: str) -> Markup:
    """A swatch and the word for a status; the page's CSS fills the swatch by `data-status`."""
    key = status or "none"
    return tag(
        "span",
        tag("i", class_="swatch", aria_hidden="true"),
        tag("span", text(f"status.{key}", language), class_="status-word"),
        class_="status", data_status=str(key),
    )  # fmt: skip


def zone_title(edition: Edition, zone: Zone, language: str) -> str:
    """The zone's name; "Parts of …" where only parts are covered."""
    name = edition.zone_name(zone, language)
    return text("zone.part", language, name=name) if zone.partial else name


def zone_list(
    edition: Edition, moment: Moment, language: str, *, only: Sequence[str] | None = None, above: Markup | None = None,
    below: Markup | None = None,
) -> Markup:  # fmt: skip
    """Every zone, those of which nothing is reported for the day too; with `only` those of these ids, and the agreements that
    come first in it first. `above` and `below` stand before and behind the zones."""
    if not edition.zones:
        none = text("list.none.heading", language), text("list.none.hint", language)
        return tag("section", tag("h2", none[0]), tag("p", none[1]), below, data_part="zone-list")
    heading = day_in_words(moment.day, language) if moment.day else text("list.heading", language)
    return tag(
        "section",
        tag("h2", tag("time", heading, class_="day", datetime=moment.day and moment.day.isoformat())),
        tag("p", text("list.hint", language), class_="quiet"),
        above,
        tag("p", text("list.none.fit", language), class_="quiet") if only is not None and not only else None,
        [_group(edition, agreement, zones, moment, language) for agreement, zones in by_agreement(edition, only)],
        below,
        class_="zone-list", data_part="zone-list",
    )  # fmt: skip


def by_agreement(edition: Edition, only: Sequence[str] | None = None) -> Iterable[tuple[str, Iterable[Zone]]]:
    """The zones of each agreement: agreements known by name first, then those reported last; with `only` the zones of these
    ids, and the agreements that come first in it first."""
    order = _order(edition) if only is None else _order_of(edition, only)
    zones = edition.zones.values() if only is None else (edition.zones[id] for id in only)
    return groupby(sorted(zones, key=order), key=lambda zone: zone.agreement)


def _order_of(edition: Edition, ids: Sequence[str]) -> Callable[[Zone], tuple[int, int]]:
    """The order of the ids, with the zones of an agreement together where its first one stands."""
    place = {id: number for number, id in enumerate(ids)}
    first: dict[str, int] = {}
    for id in ids:
        first.setdefault(edition.zones[id].agreement, place[id])
    return lambda zone: (first[zone.agreement], place[zone.id])


def _order(edition: Edition) -> Callable[[Zone], tuple[bool, int, str, str]]:
    """Agreements known by name first, then those reported last; within one the order of the zones' ids."""
    reported: dict[str, date] = {}
    for zone in edition.zones.values():
        days = [line.known_on for line in zone.ledger if line.known_on]
        reported[zone.agreement] = max([reported.get(zone.agreement, date.min), *days])

    def order(zone: Zone) -> tuple[bool, int, str, str]:
        agreement = edition.agreements.get(zone.agreement)
        newest_first = -reported[zone.agreement].toordinal()
        return not (agreement and agreement.known), newest_first, zone.agreement, zone.id

    return order


def agreement_name(edition: Edition, agreement: str, language: str) -> str:
    """The agreement's name in a language, its id where the store has lost it."""
    known = edition.agreements.get(agreement)
    if known is None:
        return agreement
    return known.name_ar if language == "ar" else known.name_en


def _group(edition: Edition, agreement: str, zones: Iterable[Zone], moment: Moment, language: str) -> Markup:
    items = join(tag("li", _item(edition, zone, moment, language)) for zone in zones)
    return join((tag("h3", agreement_name(edition, agreement, language), dir="auto"), tag("ul", items)))


def _item(edition: Edition, zone: Zone, moment: Moment, language: str) -> Markup:
    if moment.day is None or not edition.periods[zone.id]:
        standing: Markup = tag("span", text("list.undated", language), class_="quiet")
    else:
        standing = status_badge(status_on(edition, zone.id, moment), language)
    notes = None if zone.id in edition.footprints else tag("span", text("list.undrawn", language), class_="quiet")
    return button(
        tag("span", zone_title(edition, zone, language), class_="zone-name", dir="auto"), notes, standing,
        send={"do": "zone", "zone": zone.id}, class_="zone-item", data_zone=zone.id,
    )  # fmt: skip
