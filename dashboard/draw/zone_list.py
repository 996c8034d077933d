"""The zones as a list: the map's twin for the keyboard and the screen reader, grouped by truce."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import groupby

from dashboard.draw.appearance import status_on
from dashboard.draw.dates import day_in_words
from dashboard.draw.markup import Markup, button, join, tag
from dashboard.edition import Edition, Moment, once_an_edition
from dashboard.strings import number, text
from geo.agreement import without_year
from geo.ledger.zone import Zone
from geo.status import Status

MOST_AT_EASE = 10_000  # zones; `make bench ARGS="page --zones 10000"` says how long a browser takes to draw and move them


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
    below: Markup | None = None, roster: str | None = None,
) -> Markup:  # fmt: skip
    """Every zone, those of which nothing is reported for the day too; with `only` those of these ids, and the agreements that
    come first in it first. `above` and `below` stand before and behind the zones.

    `roster` is the address of what `zone_roster` drew, if the browser is to fetch that once: then only the statuses of the day
    are in here, which static/page/panel.js puts into it. It lists all zones: a choice of them is drawn anew.
    """
    if not edition.zones:
        none = text("list.none.heading", language), text("list.none.hint", language)
        return tag("section", tag("h2", none[0]), tag("p", none[1]), below, data_part="zone-list")
    if roster and only is None:
        groups = tag("div", data_from=roster, data_statuses=_coded(edition, moment))
    else:
        chosen = by_description(edition) if only is None else under_descriptions(edition, map(edition.zones.__getitem__, only))
        groups = join(_group(edition, agreement, zones, moment, language) for agreement, zones in chosen)
    heading = day_in_words(moment.day, language) if moment.day else text("list.heading", language)
    return tag(
        "section",
        tag("h2", tag("time", heading, class_="day", datetime=moment.day and moment.day.isoformat())),
        tag("p", text("list.hint", language), class_="quiet"),
        above,
        tag("p", text("list.none.fit", language), class_="quiet") if only is not None and not only else None,
        _too_many(len(edition.zones if only is None else only), language),
        groups,
        below,
        class_="zone-list", data_part="zone-list",
    )  # fmt: skip


def _too_many(count: int, language: str) -> Markup | None:
    """Advice where the browser would be slow."""
    if count <= MOST_AT_EASE:
        return None
    return tag("p", text("list.too_many", language, count=number(count)), class_="notice", role="note")


def zone_roster(edition: Edition, language: str) -> Markup:
    """The list without the statuses of any day: every zone by name, in the order of `zone_list`."""
    groups = by_description(edition)
    return join(_group(edition, agreement, zones, Moment(day=date.min), language) for agreement, zones in groups)


def _coded(edition: Edition, moment: Moment) -> str:
    """The statuses of the zones that have a badge, in the order of the list: a letter for each, a run of one as "12c".

    The letters count through the statuses as `status_words` of panel.js has them: a is the first, the last is none.
    """
    letters = {status: chr(ord("a") + number) for number, status in enumerate((*Status, None))}
    badged = (zone for _, zones in by_description(edition) for zone in zones if edition.periods[zone.id])
    statuses = "".join(letters[status_on(edition, zone.id, moment)] for zone in badged)
    return re.sub(r"(.)\1+", lambda run: f"{len(run[0])}{run[1]}", statuses)


@once_an_edition
def by_agreement(edition: Edition) -> list[tuple[str, list[Zone]]]:
    """The zones of each agreement: agreements known by name first, then those reported last."""
    groups = groupby(sorted(edition.zones.values(), key=_order(edition)), key=lambda zone: zone.agreement)
    return [(agreement, list(zones)) for agreement, zones in groups]


@once_an_edition
def by_description(edition: Edition) -> list[tuple[str, list[Zone]]]:
    """All zones under what describes their truces, in the order of `by_agreement`."""
    return under_descriptions(edition, (zone for _, zones in by_agreement(edition) for zone in zones))


def under_descriptions(edition: Edition, zones: Iterable[Zone]) -> list[tuple[str, list[Zone]]]:
    """Zones in their order, those of one agreement, and of described ones that differ in the year alone, together where the
    first of them stands; each group with the agreement that `truce_name` names it after."""
    groups: dict[str, tuple[str, list[Zone]]] = {}
    for zone in zones:
        known = edition.agreements.get(zone.agreement)
        key = zone.agreement if known is None or known.known else without_year(known.name_en)
        groups.setdefault(key, (zone.agreement, []))[1].append(zone)
    return list(groups.values())


def _order(edition: Edition) -> Callable[[Zone], tuple[bool, int, str, str]]:
    """Agreements known by name first, then those reported last; within one the order of the zones' ids."""
    reported: dict[str, date] = {}
    for zone in edition.zones.values():
        days = [line.reported_on for line in zone.ledger if line.reported_on]
        reported[zone.agreement] = max([reported.get(zone.agreement, date.min), *days])

    def order(zone: Zone) -> tuple[bool, int, str, str]:
        agreement = edition.agreements.get(zone.agreement)
        newest_first = -reported[zone.agreement].toordinal()
        return not (agreement and agreement.known), newest_first, zone.agreement, zone.id

    return order


def standing(edition: Edition, zone: Zone, moment: Moment, language: str) -> Markup:
    """The zone's status at a moment, or that no text says when its truce was."""
    if moment.day is None or not edition.periods[zone.id]:
        return tag("span", text("list.undated", language), class_="quiet")
    return status_badge(status_on(edition, zone.id, moment), language)


def agreement_name(edition: Edition, agreement: str, language: str) -> str:
    """The agreement's name in a language, its id where the store has lost it."""
    known = edition.agreements.get(agreement)
    if known is None:
        return agreement
    return known.name_ar if language == "ar" else known.name_en


def truce_name(edition: Edition, agreement: str, language: str) -> str:
    """The name above zones: a described truce's without a year, for its zones hold the truces of all years, and which of them
    rules a day is for the panel to say."""
    known, name = edition.agreements.get(agreement), agreement_name(edition, agreement, language)
    return name if known is None or known.known else without_year(name)


def _group(edition: Edition, agreement: str, zones: Sequence[Zone], moment: Moment, language: str) -> Markup:
    items = join(tag("li", _item(edition, zone, moment, language)) for zone in zones)
    return join(
        (tag("h3", truce_name(edition, agreement, language), dir="auto"), tag("ul", items, style=f"--zones:{len(zones)}"))
    )


def _item(edition: Edition, zone: Zone, moment: Moment, language: str) -> Markup:
    notes = None if zone.id in edition.footprints else tag("span", text("list.undrawn", language), class_="quiet")
    return button(
        tag("span", zone_title(edition, zone, language), class_="zone-name", dir="auto"), notes,
        standing(edition, zone, moment, language),
        send={"do": "zone", "zone": zone.id}, class_="zone-item", data_zone=zone.id,
    )  # fmt: skip
