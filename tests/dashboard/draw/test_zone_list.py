"""The list of thousands of zones: fetched once, and the statuses of a day sent alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.draw.agreement_list import agreement_list
from dashboard.draw.ledger_chart import ledger_chart
from dashboard.draw.timeline import timeline
from dashboard.draw.tray import left_over, tray
from dashboard.draw.zone_list import MOST_AT_EASE, zone_list, zone_roster
from dashboard.edition import Edition, Moment
from geo.ledger.zone import Period, shown_status
from geo.status import Status

FIRST = date(2017, 7, 1)
LETTERS = dict(zip("abcdefghijk", (*map(str, Status), "none"), strict=True))

days = st.integers(0, 60).map(lambda n: FIRST + timedelta(n))


@st.composite
def histories(draw: st.DrawFn) -> tuple[Period, ...]:
    """Disjoint periods in order of time, the last one open or not."""
    edges = sorted(draw(st.sets(days, min_size=1, max_size=5)))
    ends = [*edges[1:], draw(st.sampled_from([None, edges[-1] + timedelta(3)]))]
    return tuple(
        Period(start=start, end=end, status=draw(st.sampled_from(Status)), violated=draw(st.booleans()))
        for start, end in zip(edges, ends, strict=True)
    )


def attribute(html: str, name: str) -> list[str]:
    return re.findall(rf'{name}="([^"]*)"', html)


def unpacked(coded: str) -> list[str]:
    """The statuses in words, as static/page/panel.js reads them."""
    letters = re.sub(r"(\d+)(\D)", lambda run: int(run[1]) * run[2], coded)
    return [LETTERS[letter] for letter in letters]


@given(told=st.lists(histories(), min_size=2, max_size=2), day=days)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_statuses_sent_alone_are_those_of_the_whole_list(
    edition: Edition, told: list[tuple[Period, ...]], day: date
) -> None:
    dated = dict(zip(("ghouta/eastern-ghouta", "south/SY12"), told, strict=True))
    changed = replace(edition, periods={**edition.periods, **dated})
    alone = zone_list(changed, Moment(day=day), "en", roster="app/static/drawn/list.json")
    whole = zone_list(changed, Moment(day=day), "en")
    assert unpacked(attribute(alone, "data-statuses")[0]) == attribute(whole, "data-status")
    # and both are what a plain scan of the periods says
    scanned = []
    for periods in dated.values():
        held = [p for p in periods if p.start <= day and (p.end is None or day < p.end)]
        scanned.append(str(shown_status(held[0])) if held else "none")
    assert attribute(whole, "data-status") == scanned


def test_the_roster_is_the_list_without_a_day(edition: Edition) -> None:
    roster, whole = zone_roster(edition, "ar"), zone_list(edition, Moment(day=date(2017, 7, 15)), "ar")
    assert attribute(roster, "data-zone") == attribute(whole, "data-zone")
    assert set(attribute(roster, "data-status")) == {"none"}
    assert "data-zone" not in zone_list(edition, Moment(day=date(2017, 7, 15)), "ar", roster="app/static/drawn/list.json")


def test_a_run_of_one_status_takes_no_room(edition: Edition) -> None:
    south, periods = edition.zones["south/SY12"], edition.periods["south/SY12"]
    many = {f"south/{n}": replace(south, id=f"south/{n}") for n in range(3_000)}
    grown = replace(edition, zones=many, periods=dict.fromkeys(many, periods), accounts=dict.fromkeys(many, ()))
    sent = zone_list(grown, Moment(day=date(2017, 7, 10)), "en", roster="app/static/drawn/list.json")
    assert attribute(sent, "data-statuses") == ["3000d"]


@pytest.mark.parametrize("count, said", [(MOST_AT_EASE, False), (MOST_AT_EASE + 1, True)])
def test_more_zones_than_a_browser_draws_at_ease_bring_advice(edition: Edition, count: int, said: bool) -> None:
    many = dict.fromkeys(map(str, range(count)), edition.zones["south/SY12"])
    grown = replace(edition, zones=many)
    advice = "10,001 zones, more than a browser draws without waiting. Filter them"
    assert (advice in zone_list(grown, Moment(day=date(2017, 7, 10)), "en", roster="app/static/drawn/list.json")) is said


def described(edition: Edition) -> Edition:
    """Three zones of described truces: two of one description but for the year, and one of another."""
    names = {
        "described-ceasefire-1": ("Ceasefire · Daraa Governorate · 2025", "وقف إطلاق نار · محافظة درعا · 2025"),
        "described-ceasefire-2": ("Ceasefire · Eastern Ghouta", "وقف إطلاق نار · الغوطة الشرقية"),
        "described-ceasefire-3": ("Ceasefire · Daraa Governorate · 2016", "وقف إطلاق نار · محافظة درعا · 2016"),
    }
    agreements = {
        id: replace(edition.agreements["south"], id=id, name_en=english, name_ar=arabic, known=False)
        for id, (english, arabic) in names.items()
    }
    ids = zip(("south/SY12", "ghouta/eastern-ghouta", "ghouta/daraa"), names, strict=True)
    zones = {zone: replace(edition.zones[zone], truce="described-ceasefire", agreements=(id,)) for zone, id in ids}
    footprints = {zone: drawn for zone, drawn in edition.footprints.items() if zone != "south/SY12"}
    return replace(edition, agreements=agreements, zones=zones, footprints=footprints)


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("en", ["Ceasefire · Daraa Governorate", "Ceasefire · Eastern Ghouta"]),
        ("ar", ["وقف إطلاق نار · محافظة درعا", "وقف إطلاق نار · الغوطة الشرقية"]),
    ],
)  # fmt: skip
def test_a_described_truce_stands_above_its_zones_without_a_year(edition: Edition, language: str, heads: list[str]) -> None:
    """Its zones hold the truces of all years: which of them rules the day is said by the panel."""
    told = described(edition)
    moment, ids = Moment(day=date(2017, 7, 15)), ("south/SY12", "ghouta/eastern-ghouta", "ghouta/daraa")
    for html in (zone_list(told, moment, language), zone_roster(told, language), zone_list(told, moment, language, only=ids)):
        assert sorted(re.findall("<h3[^>]*>([^<]*)</h3>", html)) == sorted(heads)
        zones = attribute(html, "data-zone")
        assert abs(zones.index("south/SY12") - zones.index("ghouta/daraa")) == 1, "of one description: together"
    page = agreement_list(told, moment, language)
    assert sorted(re.findall("<h3[^>]*>([^<]*)</h3>", page)) == sorted(heads) and not re.search(" · 20(16|25)", page)
    chart = ledger_chart(told, moment, timeline(told), language)
    assert sorted(re.findall("<h3[^>]*>([^<]*)</h3>", chart)) == sorted(heads)
    unfolded = tray(told, left_over(told), ("undrawn",), language)
    assert f">{heads[0]}<" in unfolded and "· 2025" not in unfolded


def test_the_statuses_sent_alone_follow_the_order_of_described_truces(edition: Edition) -> None:
    told, moment = described(edition), Moment(day=date(2017, 7, 15))
    alone = zone_list(told, moment, "en", roster="app/static/drawn/list.json")
    assert unpacked(attribute(alone, "data-statuses")[0]) == attribute(zone_list(told, moment, "en"), "data-status")


def test_a_known_agreement_keeps_the_year_of_its_name(edition: Edition) -> None:
    named = {**edition.agreements, "south": replace(edition.agreements["south"], name_en="Kofi Annan ceasefire · 2012")}
    assert "Kofi Annan ceasefire · 2012" in zone_list(replace(edition, agreements=named), Moment(day=date(2017, 7, 15)), "en")
