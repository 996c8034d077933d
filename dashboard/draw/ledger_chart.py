"""The timeline page: every zone's history as a row of bars on one axis, with the days on which something became known."""

from __future__ import annotations

from datetime import date

from dashboard.draw.dates import day_in_words, month_name
from dashboard.draw.markup import Markup, button, join, tag
from dashboard.draw.timeline import Timeline
from dashboard.draw.zone_list import by_description, truce_name, zone_title
from dashboard.edition import Edition, Moment
from dashboard.strings import text
from geo.edtf import Granularity
from geo.ledger.zone import Period, Zone, shown_status

MONTHS_BETWEEN_TICKS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
MOST_TICKS = 9


def ledger_chart(edition: Edition, moment: Moment, times: Timeline | None, language: str) -> Markup:
    """A row for each zone under its truce, in the order of the list; zones without a date are rows without a bar.

    A bar is a button that opens its zone on its first day. Its ends fade where no text says the day.
    """
    heading = tag("h2", text("chart.heading", language))
    if not edition.zones or times is None:
        return tag("section", heading, tag("p", text("chart.none", language)), class_="chart", data_part="chart")
    groups = [
        join((
            tag("h3", truce_name(edition, agreement, language), dir="auto"),
            tag("ul", join(_row(edition, zone, moment, times, language) for zone in zones), class_="rows"),
        ))
        for agreement, zones in by_description(edition)
    ]  # fmt: skip
    return tag(
        "section", heading, tag("p", text("chart.hint", language), class_="quiet"),
        tag("div", _axis(times, language), _cursor(moment, times), groups, class_="plot"),
        class_="chart", data_part="chart",
    )  # fmt: skip


def month_ticks(first: date, last: date) -> list[date]:
    """The first days of months to write on an axis: at most `MOST_TICKS`, the first and the last day of the axis inclusive."""
    months = [date(n // 12, n % 12 + 1, 1) for n in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)]
    inside = [month for month in months if first <= month <= last]
    every = next((n for n in MONTHS_BETWEEN_TICKS if len(inside) / n <= MOST_TICKS), MONTHS_BETWEEN_TICKS[-1])
    return [month for month in inside if (month.year * 12 + month.month - 1) % every == 0]


def _axis(times: Timeline, language: str) -> Markup:
    ticks = month_ticks(times.first, times.last)
    years = len(ticks) > 1 and all(tick.month == 1 for tick in ticks)
    return tag(
        "div",
        [tag("span", str(tick.year) if years else _tick(tick, position, language), style=f"--at:{_share(tick, times):.4f}")
         for position, tick in enumerate(ticks)],
        class_="axis years" if years else "axis", aria_hidden="true",
    )  # fmt: skip


def _tick(tick: date, position: int, language: str) -> str:
    """The month; with its year where a year begins, and at the first."""
    month = month_name(tick.month, language)
    return f"{month} {tick.year}" if position == 0 or tick.month == 1 else month


def _cursor(moment: Moment, times: Timeline) -> Markup | None:
    """The line of the day shown; the browser moves it with the date control."""
    if moment.day is None:
        return None
    return tag("div", tag("i", class_="day-cursor", style=f"--at:{_share(moment.day, times):.4f}"), class_="cursor-track")


def _row(edition: Edition, zone: Zone, moment: Moment, times: Timeline, language: str) -> Markup:
    told = edition.history(zone.id, moment.known_on)
    bars = [_bar(zone, period, times, language) for period in told if _in_sight(period, times)]
    reports = sorted({line.reported_on for line in zone.ledger if line.reported_on})
    dots = [
        tag("i", class_="report", style=f"--at:{_share(day, times):.4f}")
        for day in reports if times.first <= day <= times.last
    ]  # fmt: skip
    nothing = None if told else tag("span", text("list.undated" if not edition.periods[zone.id] else "chart.unknown", language))
    name = button(zone_title(edition, zone, language), send={"do": "zone", "zone": zone.id}, class_="row-name", dir="auto")
    return tag("li", name, tag("div", bars, dots, nothing, class_="track"), data_zone=zone.id)


def _bar(zone: Zone, period: Period, times: Timeline, language: str) -> Markup:
    status = shown_status(period)
    start, end = max(period.start, times.first), min(period.end or times.last, times.last)
    begun, ended = _share(start, times), _share(end, times)
    fades = [
        "fades-in" if period.start >= times.first and not _begins_surely(zone, period) else "",
        "fades-out" if period.end is None else "",
    ]
    words = _words(period, language)
    return button(
        tag("span", text(f"status.{status}", language), class_="bar-word"),
        send={"do": "zone", "zone": zone.id, "day": start.isoformat()}, class_=" ".join(("bar-of-days", *filter(None, fades))),
        style=f"--at:{begun:.4f};--to:{ended:.4f}", data_status=str(status), title=words, aria_label=words,
    )  # fmt: skip


def _words(period: Period, language: str) -> str:
    """ "In force, from 9 July 2017 to 14 July 2017": the last day named is the last on which it held."""
    status = text(f"status.{shown_status(period)}", language)
    start = day_in_words(period.start, language)
    if period.end is None:
        return text("chart.bar_open", language, status=status, start=start)
    last = date.fromordinal(period.end.toordinal() - 1)
    if last == period.start:
        return text("chart.bar_day", language, status=status, day=start)
    return text("chart.bar", language, status=status, start=start, end=day_in_words(last, language))


def _begins_surely(zone: Zone, period: Period) -> bool:
    """True if a text gives the very day on which the period begins, or if it begins where a status fades."""
    days = [line.dated for line in zone.ledger if line.true_from == period.start]
    return bool(period.faded_from) or any(
        dated and dated.granularity is Granularity.DAY and not dated.approximate for dated in days
    )


def _in_sight(period: Period, times: Timeline) -> bool:
    return period.start <= times.last and (period.end is None or period.end > times.first)


def _share(day: date, times: Timeline) -> float:
    """Where a day lies on the axis, 0 to 1."""
    return (day - times.first).days / max(1, (times.last - times.first).days)
