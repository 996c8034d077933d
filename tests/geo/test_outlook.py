"""What shall be, what may come and what has been: words beside a truce, and the verbs that tell them apart."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

TERMS = [
    ("بموجب الهدنة في دوما سيخرج المقاتلون غدا.", "sy/douma agreed", "a future verb"),
    ("بموجب الهدنة في دوما، وسيخرج منها الجرحى أيضا غدا.", "sy/douma agreed", "behind «و»"),
    ("في إطار الهدنة في دوما سنسلم السلاح.", "sy/douma agreed", "in the first person"),
    ("في إطار الهدنة في دوما سيطر الجيش على المعبر.", "sy/douma in_force", "«سيطر» is of the past"),
    ("في إطار الهدنة في دوما عادت الأسر بعد سنوات من الحصار.", "sy/douma in_force", "«سنوات» are years"),
    ("في إطار الهدنة في دوما أدخلت شاحنات ومعها سيارات إسعاف.", "sy/douma in_force", "«سيارات» are cars"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TERMS, ids=[why for *_, why in TERMS])
def test_what_is_done_under_a_truce_is_told_from_what_will_be(text: str, expected: str, why: str) -> None:
    assert {f"{area} {status}" for area, status in zones(read(text, "2018-05-21"))} == {expected}, why
