"""Areas, their keys and names, and what lies in what."""

from __future__ import annotations

import pytest

from geo.gazetteer import DIRECTIONS, Area
from tests.reading import reader

GAZETTEER = reader().reference.gazetteer


@pytest.mark.parametrize("setting", ["", "countryside", "surroundings"])
@pytest.mark.parametrize("direction", ["", *DIRECTIONS])
def test_a_key_names_its_area(setting: str, direction: str) -> None:
    area = Area("SY04", setting, direction)
    assert Area.parse(area.key) == area


@pytest.mark.parametrize(
    ("key", "english", "arabic"),
    [
        ("SY04:countryside", "Homs countryside", "ريف حمص"),
        ("SY02:countryside-south-west", "Southwestern Aleppo countryside", "ريف حلب الجنوبي الغربي"),
        ("SY07:north", "Northern Idlib", "شمال إدلب"),
    ],
)
def test_names_of_parts(key: str, english: str, arabic: str) -> None:
    area = Area.parse(key)
    assert (GAZETTEER.name(area, "en"), GAZETTEER.name(area, "ar")) == (english, arabic)


@pytest.mark.parametrize(
    ("inner", "outer", "answer"),
    [
        ("SY12", "sy/south-west", True),
        ("sy/daraa", "SY12", True),
        ("sy/daraa", "sy/south", True),
        ("sy/douma", "sy/eastern-ghouta", True),
        ("sy/eastern-ghouta", "SY03", True),
        ("SY04:countryside-north", "SY04", True),
        ("SY04", "SY04:countryside-north", False),
        ("SY07", "sy/south-west", False),
        ("SY", "SY12", False),
        ("JO", "SY", False),
    ],
)
def test_what_lies_in_what(inner: str, outer: str, answer: bool) -> None:
    assert GAZETTEER.lies_in(Area.parse(inner), Area.parse(outer)) is answer
