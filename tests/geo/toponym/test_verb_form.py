"""Verbs that a sentence goes on with, which are written like the name of a town."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

VERBS = [
    ("انتهت هدنة في تل. ودمر القصف المباني. وينص الاتفاق على انسحاب الجيش من الحي.", set()),
    ("بدأت هدنة في مدينة درعا. ودمر القصف المباني في الحي.", {"sy/daraa in_force"}),
    ("بدأت هدنة في حي دمر. ودمر المحاصرة تعرضت للقصف.", {"sy/dummar in_force"}),
]


@pytest.mark.parametrize(("text", "expected"), VERBS)
def test_a_verb_that_a_sentence_goes_on_with_is_no_town(text: str, expected: set[str]) -> None:
    assert {" ".join(pair) for pair in zones(read(text, "2018-05-05"))} == expected
