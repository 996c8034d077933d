"""What English texts call an area: enough names that whoever looks for one finds the area, and none of another place's."""

from __future__ import annotations

from functools import cache

import pytest

from geo.area_names import AreaNames
from geo.gazetteer import Area
from tests.reading import reader


@cache
def names() -> AreaNames:
    return AreaNames(reader().reference.gazetteer)


CASES = {
    "a governorate in every spelling": ("SY13", {"As-Suwayda Governorate", "Sweida Governorate", "Sweida"}),
    "a governorate that is called after its town": ("ye/taiz-province", {"Taiz Governorate", "Taiz", "Ta'izz Governorate"}),
    "a region": ("ua/kharkiv-province", {"Kharkiv Region", "Kharkiv"}),
    "a camp": ("lb/mieh-mieh", {"Mieh Mieh", "Mieh Mieh Camp", "Mieh Mieh refugee camp"}),
    "a town whose name others have, too": ("sy/jizah", {"Al-Jizah", "Al-Jiza (Daraa)"}),
    "a part of a country": ("ML:north", {"Northern Mali", "North Mali"}),
    "a countryside": ("SY04:countryside", {"Homs countryside", "Rural Homs"}),
    "a part of one": ("SY06:countryside-north-east", {"Northeastern Latakia countryside", "Northeastern rural Latakia"}),
    "a part that is a region": (
        "sy/southern-rif-dimashq",
        {"Southern Rif Dimashq countryside", "Southern Damascus countryside"},
    ),
    "surroundings": ("sy/idlib:surroundings", {"Idlib surroundings", "Outskirts of Idlib"}),
}


@pytest.mark.parametrize("case", CASES)
def test_names(case: str) -> None:
    key, expected = CASES[case]
    assert expected <= set(names().of(Area.parse(key)))


def test_the_first_name_is_the_areas_own_and_none_comes_twice() -> None:
    gazetteer = reader().reference.gazetteer
    for key in [*gazetteer.places, *gazetteer.region_of_area]:
        found = names().of(Area.parse(key))
        assert found[0] == gazetteer.name(Area.parse(key), "en")
        assert len(found) == len(set(found))


def test_a_part_does_not_take_the_name_of_another_place() -> None:
    assert "Southern Damascus" in names().of(Area("sy/south-damascus"))
    assert "Southern Damascus" not in names().of(Area("sy/southern-rif-dimashq"))
