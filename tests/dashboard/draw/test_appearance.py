"""The look of statuses: told apart by hue as every reader sees it, and by fill and line without any."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from dashboard.draw.appearance import appearances, status_colours, status_on
from dashboard.draw.base_map import map_colours
from dashboard.edition import Edition, Moment
from geo.ledger.zone import Period, shown_status
from geo.status import Status

# What a dichromat makes of linear RGB: Viénot, Brettel and Mollon (1999) for the two red-green kinds.
SEEN_BY = {
    "protanope": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deuteranope": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}
TOLD_BY_HUE = ("in_force", "violated", "agreed", "suspended", "negotiating")


def linear(colour: str) -> list[float]:
    values = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]


def contrast(one: str, other: str) -> float:
    weights = (0.2126, 0.7152, 0.0722)
    bright, dim = sorted((sum(w * c for w, c in zip(weights, linear(x), strict=True)) for x in (one, other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def lab(rgb: list[float]) -> tuple[float, float, float]:
    r, g, b = (min(1.0, max(0.0, c)) for c in rgb)
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (c ** (1 / 3) if c > 0.008856 else 7.787 * c + 16 / 116 for c in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, eye: str | None) -> float:
    def seen(colour: str) -> tuple[float, float, float]:
        rgb = linear(colour)
        return lab([sum(w * c for w, c in zip(row, rgb, strict=True)) for row in SEEN_BY[eye]] if eye else rgb)

    return sum((a - b) ** 2 for a, b in zip(seen(one), seen(other), strict=True)) ** 0.5


def test_every_status_has_a_look() -> None:
    assert set(appearances()) == set(Status)


def test_no_two_statuses_share_fill_and_line() -> None:
    looks = [(look.fill, look.line) for look in appearances().values()]
    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_stands_out_from_the_ground(theme: str) -> None:
    """WCAG asks 3:1 of graphics."""
    ground = map_colours(dark=theme == "dark")
    for status, look in appearances().items():
        for surface in ("home", "land"):
            assert contrast(getattr(look, theme), ground[surface]) >= 3, (status, surface)


@pytest.mark.parametrize("eye", [None, *SEEN_BY])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_hues_that_fill_areas_stay_apart_for_every_eye(theme: str, eye: str | None) -> None:
    """2.3 is noticed side by side; an area that is looked up in a legend needs several times that. The least here is 15.8."""
    looks = {status: getattr(look, theme) for status, look in appearances().items() if status in TOLD_BY_HUE}
    for (one, colour), (other, second) in combinations(looks.items(), 2):
        assert distance(colour, second, eye) > 15, (one, other)


def test_breaches_show_where_the_truce_holds_on_paper() -> None:
    held = Period(start=date(2017, 7, 9), end=None, status=Status.IN_FORCE, violated=True)
    assert shown_status(held) is Status.VIOLATED


def test_silence_is_no_status(edition: Edition) -> None:
    assert status_on(edition, "south/SY12", Moment(day=date(2017, 7, 8))) is None
    assert status_on(edition, "south/SY12", Moment(day=date(2017, 7, 9))) is Status.IN_FORCE
    assert status_on(edition, "ghouta/eastern-ghouta", Moment(day=date(2017, 8, 1))) is None  # the end is exclusive


def test_colours_reach_the_page_by_name() -> None:
    assert "--status-in_force:" + appearances()[Status.IN_FORCE].dark in status_colours(dark=True)
