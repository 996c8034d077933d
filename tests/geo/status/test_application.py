"""A truce that is said not to be carried out: it was agreed, and is not in force."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

FIGHTING = "تتواصل المعارك في اليمن. "
RAIDS = "قصفت الطائرات صنعاء. "

SAID = [
    (FIGHTING + "وانتقد الوزير عدم تنفيذ وقف إطلاق النار في اليمن.", "YE agreed", "what is not applied"),
    (FIGHTING + "وأشار المبعوث إلى غياب أي تقدم في تطبيق الهدنة في اليمن.", "YE agreed", "an absence of progress"),
    (FIGHTING + "لم يحرز الطرفان تقدما في تطبيق الهدنة في اليمن.", "YE agreed", "progress that was not made"),
    (FIGHTING + "لم تنفذ الهدنة في اليمن حتى الآن.", "YE agreed", "a verb"),
    (RAIDS + "وقال الوزير إن الهدنة في اليمن لم تطبق.", "YE agreed", "a verb behind it"),
    (FIGHTING + "تعثر تنفيذ اتفاق الهدنة في اليمن.", "YE agreed", "an application that falters"),
    ("The truce in Yemen was not implemented, the envoy said.", "YE agreed", "English"),
    ("The minister lamented the lack of progress in implementing the ceasefire in Yemen.", "YE agreed", "English progress"),
    (RAIDS + "وأشاد المبعوث بتنفيذ الهدنة في اليمن دون تأخير.", "YE violated", "applied without delay"),
    (RAIDS + "ودعا المبعوث إلى تنفيذ الهدنة في اليمن.", "YE violated", "a call to apply it"),
    (RAIDS + "ولم يتوقف القصف رغم الهدنة في اليمن.", "YE violated", "something else that is denied"),
    ("لم تعرقل الحكومة تطبيق الهدنة في اليمن رغم المعارك السابقة.", "YE in_force", "what did not hinder it"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SAID, ids=[why for *_, why in SAID])
def test_what_is_not_applied_is_agreed_all_the_same(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text, "2018-04-16"))} == {expected}, why


@pytest.mark.parametrize("decision", ["القرار الأممي بشأن", "قرار مجلس الأمن حول", "قرار مجلس الأمن بشأن"])
def test_what_the_council_demanded_is_agreed_where_an_adjective_names_the_country(decision: str) -> None:
    text = f"قصفت الطائرات دوما. وقالت موسكو إنها تسعى لتطبيق {decision} الهدنة السورية."
    assert zones(read(text, "2018-03-02")) == {("SY", "agreed")}
    assert zones(read(text.replace(decision, "اتفاق"), "2018-03-02")) == {("SY", "violated")}
