"""The timeline page's chart: bars where the periods are, ends that fade where no text gives a day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dashboard.draw.ledger_chart import MOST_TICKS, ledger_chart, month_ticks
from dashboard.draw.timeline import Timeline, timeline
from dashboard.edition import Edition, Moment
from geo.edtf import Edtf

DAY = Moment(day=date(2017, 7, 15))


def bars(html: str, zone: str) -> list[tuple[str, str, str]]:
    """The class, style and words of each bar of a zone."""
    row = re.search(rf'<li data-zone="{zone}">(.*?)</li>', html)
    assert row
    return re.findall(
        r'<button class="(bar-of-days[^"]*)" style="([^"]*)"[^>]*aria-label="([^"]*)"', row.group(1)
    ) or re.findall(r'<button[^>]*class="(bar-of-days[^"]*)" style="([^"]*)"[^>]*aria-label="([^"]*)"', row.group(1))


def chart(edition: Edition, moment: Moment = DAY, language: str = "en") -> tuple[str, Timeline]:
    times = timeline(edition)
    assert times
    return ledger_chart(edition, moment, times, language), times


def test_a_bar_lies_where_its_period_lies(edition: Edition) -> None:
    html, times = chart(edition)
    held, broken = bars(html, "south/SY12")
    whole = (times.last - times.first).days
    begun, ended = (date(2017, 7, 9) - times.first).days / whole, (date(2017, 7, 14) - times.first).days / whole
    assert held[1] == f"--at:{begun:.4f};--to:{ended:.4f}"
    assert held[2] == "In force, from 9 July 2017 to 13 July 2017"
    assert broken[2] == "Breaches reported, from 14 July 2017, no end reported"


def test_an_end_that_no_text_gives_fades(edition: Edition) -> None:
    held, broken = bars(chart(edition)[0], "south/SY12")
    assert held[0] == "bar-of-days", "a text gives the day of the beginning, and the next status its end"
    assert broken[0] == "bar-of-days fades-out"
    south = edition.zones["south/SY12"]
    vague = replace(south, ledger=(replace(south.ledger[0], dated=Edtf.parse("2017-07")), south.ledger[1]))
    changed = replace(edition, zones={**edition.zones, south.id: vague})
    assert bars(chart(changed)[0], south.id)[0][0] == "bar-of-days fades-in"


def test_a_zone_without_a_date_has_a_row_without_a_bar(edition: Edition) -> None:
    html, _ = chart(edition)
    assert bars(html, "ghouta/daraa") == []
    assert "No date known" in html


def test_the_chart_shows_what_was_known(edition: Edition) -> None:
    html, _ = chart(edition, replace(DAY, known_on=date(2017, 7, 12)))
    assert [words for _, _, words in bars(html, "south/SY12")] == ["In force, from 9 July 2017, no end reported"]
    html, _ = chart(edition, replace(DAY, known_on=date(2017, 7, 9)))
    assert bars(html, "south/SY12") == [] and "Nothing was known then" in html


def test_each_article_is_a_dot_on_its_day(edition: Edition) -> None:
    html, _ = chart(edition)
    row = re.search(r'<li data-zone="south/SY12">(.*?)</li>', html)
    assert row and row.group(1).count('class="report"') == 2


def test_without_a_zone_the_page_says_so(edition: Edition) -> None:
    assert "No zone has a date yet." in ledger_chart(replace(edition, zones={}), Moment(day=None), None, "en")


@given(first=st.dates(date(2000, 1, 1), date(2030, 1, 1)), days=st.integers(1, 20_000))
def test_the_ticks_are_few_and_in_sight(first: date, days: int) -> None:
    ticks = month_ticks(first, first + timedelta(days))
    assert len(ticks) <= MOST_TICKS + 1
    assert all(tick.day == 1 and first <= tick <= first + timedelta(days) for tick in ticks)
