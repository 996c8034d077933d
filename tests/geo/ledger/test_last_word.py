"""What the last report on a zone says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from geo.ledger.last_word import last_statuses
from geo.status import Status
from tests.geo.ledger.test_zone import FIRST, line, zone


def after(days: int) -> date:
    return FIRST + timedelta(days)


def test_a_breach_that_is_reported_last_is_what_was_said_last() -> None:
    told = zone(line(Status.IN_FORCE, 0, 2), line(Status.VIOLATED, 5, 5))
    assert last_statuses(told, after(50)) == (Status.VIOLATED,)
    assert last_statuses(told, after(4)) == (Status.IN_FORCE,)
    assert last_statuses(told, after(50), known_on=after(3)) == (Status.IN_FORCE,)
    assert last_statuses(told, after(-1)) == ()


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([(Status.AGREED, 3), (Status.IN_FORCE, 5)], (Status.IN_FORCE,)),
        ([(Status.AGREED, 5), (Status.IN_FORCE, 3)], (Status.IN_FORCE,)),
        ([(Status.AGREED, 5), (Status.ENDED, 3)], (Status.AGREED,)),
        ([(Status.VIOLATED, 8), (Status.IN_FORCE, 5)], (Status.IN_FORCE, Status.VIOLATED)),
        ([(Status.VIOLATED, 5), (Status.ENDED, 8)], (Status.ENDED,)),
    ],
)
def test_of_one_report_what_became_true_last_stands_with_the_breaches_beside_it(
    lines: list[tuple[Status, int]], said: tuple[Status, ...]
) -> None:
    told = zone(*(line(status, start, 10) for status, start in lines))
    assert last_statuses(told, after(50)) == said
