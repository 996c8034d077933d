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


FAILURES = [
    ("فشل الوسطاء في التوصل إلى هدنة في حلب.", "SY02 rejected", "in reaching one"),
    ("أخفق مجلس الأمن في تبني قرار بهدنة في حلب.", "SY02 rejected", "in adopting one"),
    ("فشل الوسطاء في إقناع الجيش بهدنة في حلب.", "SY02 rejected", "in winning over who should agree"),
    ("فشلت المفاوضات بشأن هدنة في حلب.", "SY02 rejected", "talks themselves"),
    ("فشل الطرفان في الحفاظ على الهدنة في حلب.", "SY02 violated", "in keeping it"),
    ("فشل الجانبان في تثبيت الهدنة في حلب.", "SY02 violated", "in making it firm"),
    ("فشلت الأطراف في تطبيق الهدنة في حلب.", "SY02 agreed", "in carrying it out"),
    ("أخفقت الشرطة في حماية السكان خلال الهدنة في حلب.", "SY02 in_force", "in another thing, during a truce"),
    ("أخفق البرلمان في صياغة بيان حيال الهدنة في حلب.", "SY02 in_force", "in saying what they think of it"),
]


@pytest.mark.parametrize(("text", "expected", "why"), FAILURES, ids=[why for *_, why in FAILURES])
def test_what_failed_is_told_apart(text: str, expected: str, why: str) -> None:
    assert {f"{area} {status}" for area, status in zones(read(text, "2018-05-21"))} == {expected}, why
