"""The list of thousands of zones: fetched once, and the statuses of a day sent alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
