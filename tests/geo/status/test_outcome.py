"""What became of a truce whose start a text tells of: told behind the start, without the place."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

STARTED = "دخلت هدنة في حماة حيز التنفيذ أمس. "
BEGAN = "A truce took effect in Hama on Tuesday. "
OVER = [
    (STARTED + "وانهارت الهدنة بعد ساعات.", "ended"),
    (STARTED + "لكن الهدنة لم تصمد.", "ended"),
    (STARTED + "وانتهت الهدنة مساء اليوم.", "ended"),
    (STARTED + "وعلقت الهدنة اليوم.", "suspended"),
    (BEGAN + "The truce collapsed on Wednesday.", "ended"),
    (BEGAN + "The army ended the truce on Wednesday.", "ended"),
    (BEGAN + "The truce was suspended hours later.", "suspended"),
]
FORMER = [
    STARTED + "وكانت هدنة سابقة انهارت في آذار.",
    STARTED + "وانهارت هدنة سابقة قبل شهر.",
    STARTED + "وكانت هدنة روسية سابقة قد انقضت بعد ثلاثة أيام.",
    STARTED + "وكانت هدنة من يومين قد انقضت في آذار.",
    STARTED + "وانهارت هدنات سابقة في غضون أيام.",
    STARTED + "وفشلت محاولات سابقة عدة لوقف إطلاق النار.",
    STARTED + "ولم تصمد هدنة فبراير سوى أيام.",
    STARTED + "وانهار اتفاق أول بعد ثلاثة أيام من توقيعه.",
    STARTED + "وفشلت ثلاث هدن سابقة في وقف القتال.",
    STARTED + "وانهارت هدنة سابقة عادة ما خرقها الطرفان.",
    BEGAN + "An earlier truce collapsed in March.",
    BEGAN + "A previous UN-brokered truce collapsed in March.",
    BEGAN + "Previous truces collapsed within days.",
    BEGAN + "Several earlier attempts at a ceasefire have failed.",
    BEGAN + "The February truce collapsed within days.",
]
STANDING = [
    STARTED + "وحذر المبعوث من انهيار الهدنة.",
    STARTED + "وقد تنهار الهدنة.",
    STARTED + "ولم تنهر الهدنة.",
    STARTED + "وتنتهي الهدنة بعد غد.",
    STARTED + "وانهارت الهدنة في حمص.",
    "كانت الهدنة انهارت قبل شهر. ودخلت هدنة في حماة حيز التنفيذ أمس.",
    STARTED + "لكن الهدن في سوريا غالبا ما تنهار.",
    STARTED + "وأخفقت اتفاقات مشابهة في مناطق أخرى في وقف القتال.",
    STARTED + "وعلقت الحكومة الرواتب لعام.",
    STARTED + "وانهارت المباني.",
    STARTED + "وانهارت هدنة، فبراير الماضي.",
    BEGAN + "The government has suspended salaries for a year.",
    BEGAN + "The envoy warned that the truce could collapse.",
    BEGAN + "The truce has not collapsed.",
    BEGAN + "The truce will end on Friday.",
    BEGAN + "The truce in Homs collapsed on Monday.",
    BEGAN + "A truce in April collapsed after a day.",
]


@pytest.mark.parametrize(("text", "status"), OVER)
def test_a_truce_that_is_over_is_not_told_as_in_force(text: str, status: str) -> None:
    assert zones(read(text, "2018-05-02")) == {("SY05", status)}


@pytest.mark.parametrize("text", FORMER)
def test_a_former_truce_is_over_beside_the_one_that_holds(text: str) -> None:
    assert zones(read(text, "2018-05-02")) == {("SY05", "in_force"), ("SY05", "ended")}


@pytest.mark.parametrize("text", FORMER)
def test_a_former_truce_is_an_agreement_of_its_own(text: str) -> None:
    found = read(text, "2018-05-02")
    of_status = {statement.status: statement.agreement for statement in found.statements}
    names = {agreement.id: agreement.name_en for agreement in found.agreements}
    assert of_status["in_force"] != of_status["ended"]
    assert names[of_status["ended"]] == "Earlier: Ceasefire · Hama Governorate"


def test_a_former_truce_without_a_day_is_not_taken_for_a_known_agreement() -> None:
    found = read(
        "A ceasefire took hold in Homs. "
        "An earlier ceasefire brokered by Russia, the United States and Jordan in Daraa, Quneitra and Sweida collapsed.",
        "2017-09-01",
    )
    assert {status for _, status in zones(found)} == {"in_force", "ended"}
    assert not any(agreement.known for agreement in found.agreements)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("An earlier truce in Hama still holds, the army said.", "in_force"),
        ("The truces in Hama collapsed on Monday.", "ended"),
        ("The first truce in Hama collapsed on Monday.", "ended"),
        ("The February truce in Hama collapsed on Monday.", "ended"),
        ("انهارت الهدنة فبراير الماضي في حماة.", "ended"),
    ],
)
def test_a_truce_that_holds_or_that_is_the_only_one_is_none_of_before(text: str, status: str) -> None:
    found = read(text, "2018-05-02")
    assert zones(found) == {("SY05", status)}
    assert not any(agreement.name_en.startswith("Earlier") for agreement in found.agreements)


@pytest.mark.parametrize("text", STANDING)
def test_another_truce_or_what_may_come_ends_none(text: str) -> None:
    assert [status for area, status in zones(read(text, "2018-05-02")) if area == "SY05"] == ["in_force"]


TALKS = [
    ("قال مصدر إن المفاوضات بين الطرفين انتهت إلى هدنة في طفس.", "agreed", "the talks at the head of the clause"),
    ("المفاوضات بين الطرفين انتهت بالتوصل إلى اتفاق تسوية في طفس.", "agreed", "with a reaching"),
    ("انتهت المفاوضات باتفاق على وقف إطلاق النار في طفس.", "agreed", "with an accord"),
    ("الاجتماع الذي جمع الطرفين انتهى بالاتفاق على هدنة في طفس.", "agreed", "behind a relative clause"),
    ("قالت القناة إن المفاوضات بين الطرفين أثمرت اتفاقا على وقف إطلاق النار في طفس.", "agreed", "what they bore"),
    ("مفاوضات مباشرة أفضت إلى هدنة في طفس.", "agreed", "what they led to"),
    ("المفاوضات لم تسفر عن هدنة في طفس.", "negotiating", "none so far"),
    ("المفاوضات قد تفضي إلى هدنة في طفس.", "negotiating", "perhaps one"),
    ("انتهت جولة المفاوضات المتعلقة بوقف إطلاق النار في طفس من دون نتائج.", "negotiating", "what they were about"),
    ("انتهت جولة المحادثات حول الهدنة في طفس من دون التوصل إلى اتفاق.", "rejected", "without an accord"),
    ("المفاوضات بشأن هدنة طفس انتهت بالفشل.", "rejected", "in failure"),
]


@pytest.mark.parametrize(("text", "status", "why"), TALKS, ids=[why for *_, why in TALKS])
def test_what_arabic_talks_came_to_is_agreed(text: str, status: str, why: str) -> None:
    assert zones(read(text)) == {("sy/tafas", status)}, why


def test_an_accord_of_before_is_told_apart_from_a_departure_that_no_word_calls_one() -> None:
    text = "The evacuation of Aleppo began on Thursday, a day after an earlier deal collapsed amid fighting."
    assert zones(read(text)) == {("SY02", "in_force"), ("SY02", "ended")}
