"""Phrases behind one-letter words, sentences, and naive scans that must find the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.text.phrase import PhraseTable, Vocabulary, Words, phrase_words, split_words, stems
from geo.text.script import fold, fold_name
from tests.reading import article, reader


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


TOKENS = (
    "درعا",
    "البلد",
    "ودرعا",
    "بحمص",
    "ريف",
    "حمص",
    "الحولة",
    "للحولة",
    "،",
    "قصف",
    "وبالبلد",
    "-",
    ".",
    "\n",
    "U.S",
    "سيشمل",
)
OTHER_PHRASES = (*NAMES, "درعا", "درعا البلد حمص", "يشمل", "ريف حمص الحولة")
OTHER_TABLE = PhraseTable((phrase, number) for number, phrase in enumerate(OTHER_PHRASES))
TEXTS = st.lists(st.one_of(st.sampled_from(TOKENS), st.text(max_size=3)), max_size=14).map(" ".join)


@given(TEXTS)
def test_every_phrase_is_found_by_comparing_each_with_each_word(text: str) -> None:
    words = words_of(text)
    found = [(first, last, *written) for first, last, written in OTHER_TABLE.everywhere(words)]
    assert found == _every_phrase(words)
    for first in range(len(words)):
        longest = OTHER_TABLE.at(words, first)
        assert [longest] == [hit for hit in found if hit[0] == first][:1] or (
            longest is None and first not in {h[0] for h in found}
        )


def _every_phrase(words: Words) -> list[tuple[int, int, tuple[str, ...], int, tuple[int, ...]]]:
    """Every phrase at every stem of every word, word for word."""
    numbers: dict[tuple[str, ...], tuple[int, ...]] = {}
    for number, phrase in enumerate(OTHER_PHRASES):
        numbers[phrase_words(phrase)] = (*numbers.get(phrase_words(phrase), ()), number)
    hits = []
    for first, word in enumerate(words.texts):
        here = []
        for stem in stems(word):
            for phrase, values in numbers.items():
                last = first + len(phrase) - 1
                written = (stem.text, *words.texts[first + 1 : last + 1])
                gaps = (words.between(i, i + 1) for i in range(first, min(last, len(words) - 1)))
                if written == phrase and not any(gap.strip(" -#_") for gap in gaps):
                    here.append((first, last, stem.prefixes, stem.offset, values))
        hits += sorted(here, key=lambda hit: (-hit[1], hit[3]))
    return hits


@given(TEXTS)
def test_a_vocabulary_changes_no_answer(text: str) -> None:
    slow, fast = words_of(text), split_words(fold(text), VOCABULARY)
    assert slow.texts == fast.texts
    for table in (TABLE, OTHER_TABLE):
        assert table.everywhere(slow) == table.everywhere(fast)
        assert table.find(slow) == table.find(fast)
        assert list(table.by_first(slow).items()) == list(table.by_first(fast).items())


VOCABULARY = Vocabulary((TABLE, OTHER_TABLE))


@given(TEXTS)
def test_words_are_runs_of_letters_and_digits(text: str) -> None:
    words = words_of(text)
    runs = list(re.finditer(r"[^\W_]+", words.folded.text))
    assert words.texts == tuple(run.group() for run in runs)
    assert [*zip(words.starts, words.ends, strict=True)] == [run.span() for run in runs]
    for i in range(len(words)):
        span = words.source(i, i)
        inside = [j for j, start in enumerate(words.source_starts) if span.start <= start < span.end]
        assert list(words.within(span)) == inside and i in inside


@given(TEXTS)
def test_sentences_cover_all_words(text: str) -> None:
    words = words_of(text)
    spans = [words.sentence(number) for number in range(len(words.sentence_starts))]
    assert [number for number, (first, last) in enumerate(spans) for _ in range(first, last + 1)] == list(words.sentences)
    assert len(words.sentences) == len(words)


@pytest.mark.parametrize(("text", "sentences"), [
    ("The truce took effect at 7 a.m. The army left at 9 p.m. Rebels fired.", 3),
    ("The truce took effect at 7 a.m. On Friday it broke.", 2),
    ("The truce took effect at 7 a.m. Israeli troops left.", 2),
    ("The truce took effect at 7 a.m. Damascus time.", 1),
    ("The truce took effect at 7 a.m. Central European time on Friday.", 1),
    ("The truce took effect at 7 a.m. Friday and held.", 1),
    ("The truce took effect at 7 a.m. GMT and held.", 1),
    ("The truce took effect at 7 p.m. U.S. time.", 1),
    ("The truce took effect at 7 a.m. (0400 GMT) on Friday.", 1),
    ("At 7 a.m. Israeli troops entered the town.", 1),
    ("On Sunday at about 7:30 a.m. Israeli troops entered the town.", 1),
    ("At 7 a.m. the guns fell silent.", 1),
])  # fmt: skip
def test_an_hour_ends_a_sentence_before_a_capital_that_goes_not_with_it(text: str, sentences: int) -> None:
    words = reader().analyse(article(text)).words
    assert len(words.sentence_starts) == sentences
