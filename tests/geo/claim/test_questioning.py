"""Questions with their answers."""

from __future__ import annotations

import pytest

from tests.reading import expected, read, zones

DAY = "2024-12-02"


@pytest.mark.parametrize(("text", "pairs"), [
    ("Has the truce in Gaza collapsed?\nNot yet. Shelling goes on.", "ps/gaza-strip in_force"),
    ("Has the truce in Gaza collapsed? Yes.", "ps/gaza-strip ended"),
    ("Is the truce in Gaza holding?\nSo far, yes.", "ps/gaza-strip in_force"),
    ("Has the truce in Homs been violated?\nNo.", "SY04 in_force"),
    ("هل انهارت الهدنة في غزة؟\nلا، ما زالت صامدة.", "ps/gaza-strip in_force"),
    ("هل انهارت الهدنة في غزة؟\nليس بعد.", "ps/gaza-strip in_force"),
    ("هل دخل وقف إطلاق النار في لبنان حيز التنفيذ؟\nنعم، فجر الأربعاء.", "LB in_force"),
    # left open, or of what may come
    ("Has the truce in Gaza collapsed? No one knows.", ""),
    ("هل انهارت الهدنة في غزة؟\nلا أحد يعلم.", ""),
    ("Will the truce in Gaza hold? Nobody knows.", ""),
    ("Will the truce in Gaza be extended?\nYes, says the envoy.", ""),
    ("Has the truce in Gaza collapsed?\nThe army was silent. Yes.", ""),
    ("Is there a truce in Gaza?\nNo.", ""),
])  # fmt: skip
def test_a_plain_yes_or_no_decides_a_question(text: str, pairs: str) -> None:
    assert zones(read(text, DAY)) == expected(pairs)


@pytest.mark.parametrize(("text", "told"), [
    ("When did the ceasefire in Lebanon begin?\nAt 4 a.m. local time on Wednesday.", ("in_force", "2024-11-27", "None")),
    ("When did the truce in Yemen collapse?\nOn Sunday.", ("ended", "None", "2024-12-01")),
    ("متى انتهت الهدنة في اليمن؟\nمساء أمس الأحد.", ("ended", "None", "2024-12-01")),
    ("متى بدأت الهدنة في غزة؟\nفجر الأحد.", ("in_force", "2024-12-01", "None")),
    # a day of something else
    ("When did the ceasefire in Lebanon begin?\nThe envoy arrived on Sunday.", ("in_force", "None", "None")),
    ("متى انتهت الهدنة في اليمن؟\nأعلن المبعوث الأحد أنه يواصل المحادثات.", ("ended", "None", "None")),
    ("Why did the truce in Yemen collapse?\nOn Sunday the Houthis wanted salaries.", ("ended", "None", "None")),
])  # fmt: skip
def test_an_answer_gives_the_day_that_a_question_asks_for(text: str, told: tuple[str, str, str]) -> None:
    assert [(str(s.status), str(s.effective), str(s.since)) for s in read(text, DAY).statements] == [told]
