"""Two days compared, in words: how much land each change is, and for each the zones and the sentences that made it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard.draw.change_appearance import change_badge
from dashboard.draw.dates import day_in_words
from dashboard.draw.ledger import ledger_line
from dashboard.draw.markup import Markup, button, join, tag
from dashboard.draw.zone_list import status_badge, truce_name, under_descriptions, zone_title
from dashboard.edition import Edition, Moment
from dashboard.strings import counted, number, text
from geo.ledger.comparison import Change, Changed, Comparison, Extent, Group
from geo.ledger.zone import Period, Zone
from geo.status import Status

MOST_LINES = 3  # of one change; the zone's own ledger holds all
QUIET = (Change.UNCHANGED, Change.UNREPORTED)  # their zones are named, and nothing has to be shown for them


def comparison_panel(edition: Edition, compared: Comparison, moment: Moment, language: str) -> Markup:
    """The whole panel. `compared` goes from the earlier day to the later; `moment` is that of the later."""
    days = [day_in_words(side.day, language) for side in (compared.first, compared.second)]
    filled = {change: group for change, group in compared.groups.items() if group.zones}
    undrawn = sum(group.undrawn for group in filled.values())
    return tag(
        "section",
        tag("div", button(text("compare.leave", language), send={"do": "leave"}, class_="back"), class_="bar"),
        tag("h2", text("compare.heading", language, earlier=days[0], later=days[1]), tabindex="-1"),
        _knowledge(compared, moment, language),
        _verdict(compared, language),
        _totals(filled, language),
        tag("p", _held(compared, days, language)),
        tag("p", text("compare.holds", language), class_="quiet"),
        tag("p", counted("compare.undrawn", undrawn, language), class_="quiet") if undrawn else None,
        [_group(edition, change, group, days, moment, language) for change, group in filled.items() if change not in QUIET],
        [_folded(edition, change, group, language) for change, group in filled.items() if change in QUIET],
        class_="comparison-panel", data_part="comparison",
    )  # fmt: skip


def _knowledge(compared: Comparison, moment: Moment, language: str) -> Markup | None:
    if moment.follows:
        return tag("p", text("compare.known_then", language), class_="quiet")
    known = compared.second.known_on
    return tag("p", text("zone.known_on", language, day=day_in_words(known, language)), class_="quiet") if known else None


def _verdict(compared: Comparison, language: str) -> Markup | None:
    """Said where there is nothing to list."""
    if any(group.zones for change, group in compared.groups.items() if change not in QUIET):
        return None
    same = compared.first.day == compared.second.day
    return tag("p", text("compare.same" if same else "compare.nothing", language), class_="verdict")


def _totals(filled: Mapping[Change, Group], language: str) -> Markup | None:
    heads = [tag("th", text(f"compare.{key}", language), scope="col") for key in ("change", "zones", "land")]
    rows = [
        tag(
            "tr",
            tag("th", change_badge(change, language), scope="row"),
            tag("td", number(len(group.zones))),
            tag("td", _land(group.extent, language)),
            data_change=str(change),
        )
        for change, group in filled.items()
    ]
    return tag("table", tag("thead", tag("tr", heads)), tag("tbody", rows), class_="totals") if rows else None


def _held(compared: Comparison, days: list[str], language: str) -> str:
    before, after = (_land(extent, language) for extent in compared.held)
    return text("compare.held", language, before=before, after=after, earlier=days[0], later=days[1])


def _land(extent: Extent, language: str) -> str:
    """How much land it is, as far as the words allow to say."""
    core, possible = (number(km2) for km2 in (extent.core_km2, extent.possible_km2))
    if core == possible:
        return text("compare.none" if possible == "0" else "zone.extent", language, area=possible)
    if core == "0":
        return text("compare.at_most", language, area=possible)
    return text("compare.between", language, core=core, possible=possible)


def _group(edition: Edition, change: Change, group: Group, days: list[str], moment: Moment, language: str) -> Markup:
    alike: dict[object, list[Changed]] = {}
    for row in group.zones:
        told = tuple((line.statement, line.status) for line in row.lines)
        alike.setdefault((edition.zones[row.zone].agreement, row.first, row.second, told), []).append(row)
    items = join(_item(edition, rows, days, moment, language) for rows in alike.values())
    return tag(
        "section",
        tag("h3", change_badge(change, language), " · ", counted("compare.count", len(group.zones), language)),
        tag("p", text(f"change_means.{change}", language), class_="quiet"),
        tag("ul", items),
        class_="change-group", data_change=str(change),
    )  # fmt: skip


def _item(edition: Edition, rows: list[Changed], days: list[str], moment: Moment, language: str) -> Markup:
    """Zones that the same sentences changed in the same way: how they stood on either day, and the sentences once, those on
    the status before those on breaches beside it."""
    one, rest = rows[0], len(rows[0].lines) - MOST_LINES
    zone = edition.zones[one.zone]
    lines = sorted(one.lines, key=lambda line: line.status is Status.VIOLATED)[:MOST_LINES]
    sides = [
        (tag("dt", day), tag("dd", _standing(period, language)))
        for day, period in zip(days, (one.first, one.second), strict=True)
    ]
    return tag(
        "li",
        _zones(edition, rows, language),
        tag("dl", sides, class_="sides"),
        tag("ol", [ledger_line(edition, zone, line, moment, language) for line in lines], class_="ledger"),
        tag("p", counted("compare.more", rest, language), class_="quiet") if rest > 0 else None,
        class_="changed-item",
    )  # fmt: skip


def _zones(edition: Edition, rows: Iterable[Changed], language: str) -> Iterable[Markup]:
    """The zones, under the names of their truces: one place may lie in several."""
    for agreement, zones in under_descriptions(edition, (edition.zones[row.zone] for row in rows)):
        yield tag("p", truce_name(edition, agreement, language), class_="quiet", dir="auto")
        yield tag("ul", join(tag("li", _zone(edition, zone, language)) for zone in zones), class_="changed-zones")


def _zone(edition: Edition, zone: Zone, language: str) -> Markup:
    undrawn = None if zone.id in edition.footprints else tag("span", text("list.undrawn", language), class_="quiet")
    name = tag("span", zone_title(edition, zone, language), class_="zone-name", dir="auto")
    return button(name, undrawn, send={"do": "zone", "zone": zone.id}, class_="zone-item", data_zone=zone.id)


def _standing(period: Period | None, language: str) -> Iterable[Markup]:
    """The status on a day, with the breaches reported beside it, or what was reported last of one that is unknown by now."""
    yield status_badge(period.status if period else None, language)
    if period and period.violated and period.status is not Status.VIOLATED:
        yield status_badge(Status.VIOLATED, language)
    if period and period.faded_from:
        last = text(f"status.{period.faded_from}", language)
        yield tag("span", f"({text('map.faded', language)}: {last})", class_="quiet")


def _folded(edition: Edition, change: Change, group: Group, language: str) -> Markup:
    count = counted("compare.count", len(group.zones), language)
    return tag(
        "details",
        tag("summary", change_badge(change, language), " · ", count),
        _zones(edition, group.zones, language),
        class_="change-group", data_change=str(change),
    )  # fmt: skip
