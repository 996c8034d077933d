"""The look of changes: told apart by fill and line without any hue, and by hue as every reader sees it."""

from __future__ import annotations

from itertools import combinations

import pytest

from dashboard.draw.base_map import map_colours
from dashboard.draw.change_appearance import change_appearances, change_badge, change_colours, change_styles
from geo.ledger.comparison import Change
from geo.status import Status
from tests.dashboard.draw.test_appearance import SEEN_BY, contrast, distance

TOLD_BY_HUE = (Change.GAINED, Change.LOST, Change.CHANGED)


def test_every_change_has_a_look_and_is_no_status() -> None:
    assert list(change_appearances()) == list(Change)
    assert not {str(change) for change in Change} & {str(status) for status in Status}, "the map keeps both in one table"


def test_no_two_changes_share_fill_and_line() -> None:
    looks = [(look.fill, look.line) for look in change_appearances().values()]
    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_stands_out_from_the_ground(theme: str) -> None:
    """WCAG asks 3:1 of graphics."""
    ground = map_colours(dark=theme == "dark")
    for change, look in change_appearances().items():
        for surface in ("home", "land"):
            assert contrast(getattr(look, theme), ground[surface]) >= 3, (change, surface)


@pytest.mark.parametrize("eye", [None, *SEEN_BY])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_was_gained_lost_and_changed_stays_apart_for_every_eye(theme: str, eye: str | None) -> None:
    """The least here is 24.8: dark, gained and changed, to a deuteranope."""
    looks = {change: getattr(change_appearances()[change], theme) for change in TOLD_BY_HUE}
    for (one, colour), (other, second) in combinations(looks.items(), 2):
        assert distance(colour, second, eye) > 20, (one, other)


def test_colours_reach_the_page_and_the_map() -> None:
    assert "--change-gained:" + change_appearances()[Change.GAINED].dark in change_colours(dark=True)
    assert change_styles(dark=False)["lost"]["color"] == change_appearances()[Change.LOST].light


def test_no_colour_comes_without_its_word() -> None:
    assert "هدنة قامت" in change_badge(Change.GAINED, "ar")
