"""A truce in a settlement that no table knows: of the wider place that is named with it some part is covered, and not all."""

from __future__ import annotations

import pytest

from tests.reading import read

PARTS = [
    ("A truce took effect in the village of Qurn al-Asad in Yemen.", "YE"),
    ("A truce took hold in a village in the province of Homs.", "SY04"),
    ("A truce took hold in the town of Kasour in Homs province.", "SY04"),
    ("دخلت هدنة في قرية القناوص باليمن حيز التنفيذ.", "YE"),
    ("دخلت هدنة في قرية قرن الأسد في محافظة تعز حيز التنفيذ.", "ye/taiz-province"),
    ("دخلت هدنة في قرية الكسور بريف حمص حيز التنفيذ.", "SY04:countryside"),
]
WHOLE = [
    ("دخلت الهدنة حيز التنفيذ في محافظة حمص.", "SY04"),
    ("A truce took effect in Yemen.", "YE"),
    ("A truce in the city of Homs in Syria took effect.", "sy/homs"),
    ("دخلت هدنة في مدينة دوما بريف دمشق حيز التنفيذ.", "sy/douma"),
    ("A truce took hold in the camp of Jenin in the West Bank.", "ps/jenin"),
    ("غادر المقاتلون القرية، وفي محافظة حمص دخلت هدنة حيز التنفيذ.", "SY04"),
]


@pytest.mark.parametrize(("text", "area", "partial"), [(*c, True) for c in PARTS] + [(*c, False) for c in WHOLE])
def test_how_much_of_the_wider_place_is_covered(text: str, area: str, partial: bool) -> None:
    covered = [c for statement in read(text).statements for c in statement.areas]
    assert [(c.area, c.partial) for c in covered] == [(area, partial)]
