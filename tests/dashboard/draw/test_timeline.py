"""The days of the date control."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.draw.timeline import MOST_BARS, nearest_shown_day, timeline
from dashboard.edition import Edition, Moment
from geo.ledger.zone import Period
from geo.status import Status


def test_the_changes_are_the_ends_of_periods(edition: Edition) -> None:
    found = timeline(edition)
    assert found
    assert found.changes == (date(2017, 7, 9), date(2017, 7, 10), date(2017, 7, 14), date(2017, 8, 1))


def test_it_opens_on_the_day_of_the_last_report(edition: Edition) -> None:
    found = timeline(edition)
    assert found
    assert found.opening == date(2017, 7, 15)
    assert found.first < min(found.changes)
    assert found.last > max(found.changes)


def test_every_dated_line_is_in_one_bar(edition: Edition) -> None:
    found = timeline(edition)
    assert found
    width, bars = found.bars()
    assert sum(bars) == 4
    assert bars[(date(2017, 7, 9) - found.first).days // width] >= 1


def test_without_dates_there_is_no_timeline(edition: Edition) -> None:
    assert timeline(replace(edition, zones={}, periods={})) is None


def test_it_ends_with_the_calendar(edition: Edition) -> None:
    south = edition.zones["south/SY12"]
    ends = [replace(south.ledger[0], true_from=day) for day in (date.min, date.max)]
    found = timeline(replace(edition, zones={"south/SY12": replace(south, ledger=tuple(ends))}))
    assert found
    assert (found.first, found.last) == (date.min, date.max)


@given(years=st.integers(0, 60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_bars_never_grow_too_many(edition: Edition, years: int) -> None:
    south = edition.zones["south/SY12"]
    late = replace(south.ledger[0], true_from=date(2017, 7, 9) + timedelta(365 * years))
    found = timeline(replace(edition, zones={"south/SY12": replace(south, ledger=(*south.ledger, late))}))
    assert found
    assert len(found.bars()[1]) <= MOST_BARS + 1


def test_the_nearest_day_with_a_status(edition: Edition) -> None:
    assert nearest_shown_day(edition, "ghouta/eastern-ghouta", Moment(day=date(2017, 7, 20))) == date(2017, 7, 20)
    assert nearest_shown_day(edition, "ghouta/eastern-ghouta", Moment(day=date(2019, 1, 1))) == date(2017, 7, 31)
    assert nearest_shown_day(edition, "ghouta/eastern-ghouta", Moment(day=date(2016, 1, 1))) == date(2017, 7, 10)
    assert nearest_shown_day(edition, "ghouta/daraa", Moment(day=date(2017, 7, 20))) is None


def test_what_may_fade_later_is_no_change_yet(edition: Edition) -> None:
    faded = Period(start=date(2017, 10, 13), end=None, status=Status.UNKNOWN, violated=False, faded_from=Status.IN_FORCE)
    changed = replace(edition, periods={**edition.periods, "south/SY12": (faded,)})
    for made_on, known in ((date(2017, 10, 12), False), (date(2017, 10, 13), True)):
        found = timeline(replace(changed, made_on=made_on))
        assert found and (faded.start in found.changes) is known


def test_a_stretch_of_days_has_its_own_bars_and_changes(edition: Edition) -> None:
    found = timeline(edition)
    assert found
    near = found.within(date(2017, 7, 8), date(2017, 7, 10))
    assert near.changes == (date(2017, 7, 9), date(2017, 7, 10))
    assert near.bars() == (1, (0, 1, 1))
    assert near.opening == found.opening
