"""Evacuations that no word calls a truce: on buses, in exchange for others, in or out of a town under a deal."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

TOLD = [
    (
        "خرج عشرات المقاتلين من مخيم اليرموك أمس مقابل خروج مرضى من بلدتي الفوعة وكفريا.",
        "sy/foua in_force + sy/kefraya in_force + sy/yarmouk-camp in_force",
        "an exchange",
    ),
    (
        "نقلت الحافلات أسرا إلى الشمال.\nوسمح لبعض المسلحين بمغادرة حرستا وزملكا.",
        "sy/harasta in_force + sy/zamalka in_force",
        "fighters for whom buses were sent",
    ),
    ("وغادرت أول قافلة من عشر حافلات حرستا نحو إدلب.", "sy/harasta in_force", "buses that leave a town"),
    (
        "وصلت إلى جرابلس دفعة جديدة من مهجري حي الوعر تنفيذا لاتفاق مع الحكومة.",
        "sy/waer in_force",
        "where those who were displaced come from",
    ),
    (
        "دخلت الحافلات بلدتي كفريا والفوعة لإجلاء السكان بموجب اتفاق بين الفصائل وإيران.",
        "sy/foua in_force + sy/kefraya in_force",
        "a town that buses entered, without a preposition",
    ),
]
NOT_TOLD = [
    ("انسحب عشرات المقاتلين من مخيم اليرموك أمس بعد معارك وغارات.", "a retreat"),
    ("نقلت الحافلات المشجعين إلى الملعب.\nوخرج اللاعبون من حرستا بعد المباراة.", "those who are no fighters"),
    ("خرج مئات المدنيين من حرستا أمس هربا من القصف.", "flight"),
    ("دخلت دبابات الجيش بلدة كفريا بعد قصف عنيف.", "a town that is taken"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TOLD)
def test_an_evacuation_needs_no_word_for_a_truce(text: str, expected: str, why: str) -> None:
    assert " + ".join(sorted(f"{area} {status}" for area, status in zones(read(text)))) == expected, why


@pytest.mark.parametrize(("text", "why"), NOT_TOLD)
def test_not_all_who_leave_are_evacuated(text: str, why: str) -> None:
    assert zones(read(text)) == set(), why
