"""What looks like a word that a rule knows and is another: no old quarter of a city beside, no truce that fell, no leavers."""

from __future__ import annotations

import pytest

from tests.reading import expected, read, roles, zones

DATE = "2018-05-05"
ZONES = {
    "أعلن مسؤول في دمشق هدنة في المدينة القديمة في حلب.": "SY02 agreed",
    "توصل الطرفان إلى هدنة في المدينة القديمة بتعز، بعد هدنة مماثلة في حلب.": "ye/taiz agreed + SY02 agreed",
    "الهدنة صامدة في حلب، لكنه سقط قتيل في حي صلاح الدين.": "SY02 in_force",
    "Aid trucks were escorted to Daraya under the truce.": "sy/darayya in_force",
    "بدأت عودة الأهالي إلى داريا بعد خروج المقاتلين منها بموجب الاتفاق.": "sy/darayya in_force",
    "Representatives from Armenia and Azerbaijan agreed to a ceasefire.": "AM agreed + AZ agreed",
    "أعلن عن انهيار الهدنة في وقت قصف الطيران دوما.": "sy/douma ended",
    "لم تدخل حلب في الهدنة إلا بعد وساطة روسية.": "SY02 agreed",
    '"The truce is holding," he said by telephone from Madaya.': "sy/madaya in_force",
}
BORDERS = {
    "A ceasefire took hold along Israel's border with Lebanon.": "LB",
    "A ceasefire on Thailand's border with Cambodia took effect on Monday.": "KH",
}


@pytest.mark.parametrize(("text", "told"), ZONES.items())
def test_a_word_that_only_looks_like_one_changes_nothing(text: str, told: str) -> None:
    assert zones(read(text, DATE)) == expected(told)


@pytest.mark.parametrize(("text", "area"), BORDERS.items())
def test_a_truce_on_a_border_keeps_the_country_behind_it(text: str, area: str) -> None:
    assert area in {covered for covered, _ in zones(read(text, DATE))}


def test_who_sends_a_delegation_is_no_place_that_it_travels_to() -> None:
    text = "وصل وفد إيران إلى أستانا لبحث الهدنة في حلب."
    assert ("إيران", "actor") in roles(text, read(text, DATE))
