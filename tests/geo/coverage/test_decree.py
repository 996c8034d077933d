"""What the Security Council demands: of which country, and how it stands where no word says so."""

from __future__ import annotations

import pytest

from tests.reading import read, told, zones

WAR = "تتواصل المعارك في سوريا.\n"
SIEGE = "تواصل القصف على دوما في سوريا. وقتل خمسة في غارات على دوما.\n"

DECREED = [
    ("رحب الوزير بقرار مجلس الأمن الداعي إلى هدنة.", "SY agreed", "a resolution that calls for one"),
    ("الهدنة التي أقرها مجلس الأمن لم تحترم.", "SY violated", "one that the council adopted"),
    ("طالب السفير بتنفيذ الهدنة التي نص عليها القرار الذي أصدره مجلس الأمن.", "SY agreed", "a resolution behind it"),
    ("تبنى مجلس الأمن الشهر الماضي قرارا يطالب بوقف القتال.", "SY agreed", "that of last month need not be applied"),
    ("وبعد قرار أممي بوقف إطلاق النار استقبلت المستشفيات جرحى.", "SY agreed", "a resolution of the United Nations"),
    (
        "ذكر السفير بقرار مجلس الأمن 2401 الذي أيدته دول كثيرة والذي طالب بهدنة إنسانية في سوريا.",
        "SY agreed",
        "relative clauses that speak of a resolution",
    ),
    ("يستعد مجلس الأمن للتصويت على قرار لوقف إطلاق النار.", "SY proposed", "one that is still to be voted on"),
]
OF_OTHERS = [
    ("رحب الوزير بالقرار الروسي إعلان هدنة يومية.", "one that a state declared"),
    ("دعا السفير خلال جلسة في مجلس الأمن إلى هدنة.", "the council as a place"),
    ("قال المبعوث أمام مجلس الأمن إن أي قرار بشأن هدنة يحتاج إلى مراقبين.", "one that there is not"),
    ("قرار مجلس الأمن بوقف إطلاق النار في دوما لم ينفذ.", "one that its own words place"),
]


@pytest.mark.parametrize(("text", "expected", "why"), DECREED)
def test_what_the_council_demands_holds_in_the_country(text: str, expected: str, why: str) -> None:
    assert told(WAR + text) == expected, why


def test_an_ambassador_is_no_country() -> None:
    text = "قتل عشرات في غارات على خان يونس ورفح.\nوقال سفير فلسطين إن إسرائيل لم تلتزم بقرار مجلس الأمن الداعي إلى هدنة."
    assert zones(read(text)) == set()


@pytest.mark.parametrize(("text", "why"), OF_OTHERS)
def test_what_others_decide_does_not(text: str, why: str) -> None:
    assert "SY" not in {area for area, _ in zones(read(SIEGE + text))}, why


def test_it_stays_apart_from_a_truce_in_a_part_of_the_country() -> None:
    text = "بدأت في دوما هدنة محلية اليوم.\nوفي سوريا لم يطبق قرار مجلس الأمن الذي يدعو إلى وقف إطلاق النار في سوريا."
    assert zones(read(text)) == {("sy/douma", "in_force"), ("SY", "agreed")}


def test_without_a_country_that_the_text_names_it_has_no_place() -> None:
    text = "قصفت الطائرات دوما وحرستا أمس.\nرحب الوزير بقرار مجلس الأمن الداعي إلى هدنة."
    assert "SY" not in {area for area, _ in zones(read(text))}


ADOPTED = "تتواصل المعارك في سوريا.\nرحب الوزير بقرار مجلس الأمن الداعي إلى هدنة. "
TALKED_ABOUT = [
    (ADOPTED + "ويعقد المجلس غدا اجتماعا لمناقشة وقف إطلاق النار في سوريا.", "SY agreed", "a meeting of the council"),
    (ADOPTED + "وأجرى المبعوث محادثات بشأن وقف إطلاق النار في سوريا.", "SY agreed", "talks about it"),
    (ADOPTED.replace("رحب", "ندد بخرق الهدنة ورحب") + "وتبذل باريس مساعي لوقف إطلاق النار في سوريا.", "SY violated", "efforts"),
    (ADOPTED + "وتجري مفاوضات بشأن هدنة في دوما.", "SY agreed + sy/douma negotiating", "talks about a town"),
    (ADOPTED + "ويناقش المجلس اليوم هدنة جديدة في سوريا.", "SY agreed + SY negotiating", "another truce"),
    (WAR + "يعقد المجلس غدا اجتماعا لمناقشة وقف إطلاق النار في سوريا.", "SY negotiating", "where none was demanded"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TALKED_ABOUT, ids=[why for *_, why in TALKED_ABOUT])
def test_the_truce_that_is_talked_about_is_the_one_that_the_council_demanded(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text, "2018-03-20"))} == set(expected.split(" + ")), why
