"""Phrases behind one-letter words, sentences, and a naive scan that must find the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.phrase import PhraseTable, Words, split_words, stems
from geo.script import fold, fold_name


def words_of(text: str) -> Words:
    return split_words(fold(text))


PHRASES = ("الغوطة", "الغوطة الشرقية", "السويداء", "درعا", "دير الزور", "يشمل", "South Sudan")
TABLE = PhraseTable((phrase, phrase) for phrase in PHRASES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("بالغوطة", [("الغوطة", ("ب",))]),
        ("وللسويداء", [("لسويداء", ("و", "ل"))]),
        ("فبدرعا ولدرعا", [("درعا", ("ف", "ب")), ("درعا", ("و", "ل"))]),
        ("الغوطة الشرقية", [("الغوطة الشرقية", ())]),
        ("الغوطة، الشرقية", [("الغوطة", ())]),
        ("دير-الزور", [("دير-الزور", ())]),
        ("سيشمل", [("يشمل", ("س",))]),
        ("الدرعاوي", []),
        ("in South Sudan's north", []),
        ("in South Sudan today", [("South Sudan", ())]),
    ],
)
def test_phrases_behind_one_letter_words(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    words = words_of(text)
    assert [(m.span(words).of(text), m.prefixes) for m in TABLE.find(words)] == found


def test_the_word_itself_comes_before_the_word_without_a_prefix() -> None:
    assert [stem.text for stem in stems("وادي")] == ["وادي", "ادي"]
    assert [stem.prefixes for stem in stems("للسويداء")][:2] == [(), ("ل",)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("انتهت الهدنة. بدأ القصف", 2),
        ("دون أن توضحها.وقالت الوزارة", 2),
        ("The U.S. envoy spoke. He left", 2),
        ("about 3.5 km away", 1),
        ("العنوان\nالنص", 2),
        ("هدأت درعا؛ وقصفت إدلب؟ لا", 3),
    ],
)
def test_sentences(text: str, sentences: int) -> None:
    assert words_of(text).sentences[-1] + 1 == sentences


NAMES = ("درعا", "درعا البلد", "البلد", "حمص", "ريف حمص", "الحولة")


@given(st.lists(st.sampled_from(("درعا", "البلد", "ودرعا", "بحمص", "ريف", "حمص", "الحولة", "للحولة", "،", "قصف")), max_size=12))
def test_a_naive_scan_finds_the_same_words(tokens: list[str]) -> None:
    """The oracle: every name at every place by a regular expression, then leftmost, longest, fewest letters before it."""
    text = " ".join(tokens)
    words = words_of(text)
    table = PhraseTable((name, name) for name in NAMES)
    spans = [m.span(words) for m in table.find(words)]
    assert [span.of(text) for span in spans] == [span_text for _, _, span_text in _naive(text)]


def _naive(text: str) -> list[tuple[int, int, str]]:
    folded = fold(text).text
    hits = []
    for name in NAMES:
        key = fold_name(name)
        short = key[1:] if key.startswith("ال") else key
        with_article = [("", key), ("[وف]", key), ("[بكل]", key), ("[وف][بكل]", key)]
        for prefix, body in with_article + ([("ل", short), ("[وف]ل", short)] if short != key else []):
            for m in re.finditer(rf"(?<![^\W_])({prefix})({re.escape(body)})(?![^\W_])", folded):
                hits.append((m.start(), -m.end(), len(m.group(1)), m.start(2), m.end()))
    chosen, free = [], 0
    for start, _, _, body_start, end in sorted(hits):
        if start >= free:
            chosen.append((body_start, end, text[body_start:end]))
            free = end
    return chosen
