"""Word classes: what a row stands for, and what a rule is told that asks for a class without one."""

from __future__ import annotations

import pytest

from geo.errors import ReferenceTableError
from geo.text.phrase import split_words
from geo.text.script import fold
from geo.text.word_class import ClassWord, WordClasses


def classes(*texts: str) -> WordClasses:
    return WordClasses(ClassWord(word_class="asked", text=text) for text in texts)


@pytest.mark.parametrize(
    ("row", "inside", "outside"),
    [
        ("أمس", ["امس"], ["أمس", "وامس"]),  # rules compare folded words
        ("نص(ت)", ["نص", "نصت"], ["ينص", "نصتا"]),
        ("(و|ف)(ي|ت)كاد(ت)", ["كاد", "وكادت", "فتكاد", "يكاد"], ["تويكاد", "كادوا"]),
        ("not to", ["not to"], ["not", "to"]),
        ("reach-", ["reach", "reaching"], ["outreach"]),
        ("-مناطق", ["مناطق", "والمناطق"], ["مناطقها"]),
        ("-areas", ["areas", "subareas"], ["area"]),
    ],
)
def test_what_a_row_stands_for(row: str, inside: list[str], outside: list[str]) -> None:
    found = classes(row, "else")["asked"]
    assert [word for word in (*inside, *outside) if word in found] == inside
    assert "else" in found


def test_a_word_of_a_text_is_asked_for_its_class() -> None:
    words = split_words(fold("أكد وقوعها والمناطق"), classes=classes("قوع(ها)", "-مناطق"))
    assert not words.is_a("asked", 1)
    assert words.is_a("asked", 1, 1)  # without the «و» that is written to it
    assert words.is_a("asked", 2)


def test_a_class_without_a_row_is_named() -> None:
    words = split_words(fold("هدنة"), classes=classes("هدنة"))
    with pytest.raises(ReferenceTableError, match=r"^word_classes\.csv has no word of the class 'unheard'"):
        words.is_a("unheard", 0)
