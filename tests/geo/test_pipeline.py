"""Whatever the text: it is read, spans lie in it, quotes are its words, and reading it again gives the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.article import Article
from geo.claim import Claim, finding, sharing, sponsor
from geo.cue import Cues
from geo.gazetteer import Area
from geo.ledger.zone import fold_zones, periods
from geo.pipeline import Reader, Reading
from geo.status import finding as status
from geo.text.phrase import Vocabulary
from geo.timex import grammar
from geo.truce import Truce
from tests.reading import article, reader

REFERENCE = reader().reference
MARKS = ["،", ".", "\n", '"', "«", "(", "-", "و", "ل", "ﻻ", "\u200f", "\U0001f600", "ـ", "َ", "12", "2017", "\x00", "'s"]
WORDS = st.one_of(
    st.sampled_from([word.text for word in REFERENCE.lexicon.words]),
    st.sampled_from([name.text for name in REFERENCE.gazetteer.names]),
    st.sampled_from([word.text for word in REFERENCE.place_words]),
    st.sampled_from([word.text for word in REFERENCE.calendar.words]),
    st.sampled_from([demonym.text for demonym in REFERENCE.gazetteer.demonyms]),
    st.sampled_from(MARKS),
    st.text(max_size=4),
)
TEXTS = st.lists(WORDS, min_size=1, max_size=50).map(" ".join).filter(lambda text: bool(text.strip()))


def read_whole(read: Article) -> Reading:
    """The reading of an article, whose names and quotes are words of it."""
    reading, text = reader().read(read), read.text
    for resolution in reading.resolutions:
        assert resolution.mention.span.of(text).strip()
    for statement in reading.statements:
        assert statement.areas and statement.evidence
        assert all(e.quote == e.span.of(text) and e.quote.strip() for e in statement.evidence)
    return reading


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(["2018-01-01", "2017-07~", "2019", None]))
def test_any_text_is_read(text: str, published: str | None) -> None:
    read = article(text, published)
    reading = read_whole(read)
    assert reader().read(read) == reading
    for zone in fold_zones(reading.statements, {read.id: read}):
        held = periods(zone)
        assert all(one.end == two.start or (one.end and one.end < two.start) for one, two in pairwise(held))


LEARNT_FROM = Path(__file__).parents[1] / "learning" / "sentences.jsonl"


def test_a_text_that_is_cut_off_anywhere_is_read() -> None:
    """A rule must not ask what stands before the first word or behind the last."""
    for row in LEARNT_FROM.read_text("utf-8").splitlines()[::6]:
        words = json.loads(row)["text"].split()
        cut = crc32(row.encode()) % len(words) + 1
        for part in filter(None, (words[:cut], words[cut:])):
            read_whole(article(" ".join(part)))


@pytest.mark.parametrize("text", [
    "قبل الحوثيون هدنة",
    "دخلت الهدنة حيز التنفيذ في ثلاث محافظات سورية هي",
    "Four peacekeepers were wounded in Abyei, the demilitarised box claimed by both Sudan and South Sudan.",
])  # fmt: skip
def test_a_text_that_ends_where_a_rule_looks_on_is_read(text: str) -> None:
    read_whole(article(text))


OWN = Path(__file__).parents[1] / "evaluation"
ROWS = [
    json.loads(line) for name in ("sentences", "articles") for line in (OWN / f"{name}.jsonl").read_text("utf-8").splitlines()
]
SENTENCES = [part for row in ROWS for part in re.split(r"(?<=[.!?؟])\s+|\n+", row["text"]) if part.strip()]
SENTENCE = st.integers(0, len(SENTENCES) - 1).map(SENTENCES.__getitem__)
NEWS = st.lists(st.one_of(SENTENCE, SENTENCE, WORDS), min_size=1, max_size=8).filter(lambda parts: any(map(str.strip, parts)))


@settings(max_examples=200, deadline=None)
@given(st.one_of(TEXTS, NEWS.map(" ".join), NEWS.map("\n".join)), st.sampled_from(["2018-01-01", None]))
def test_what_is_skipped_changes_no_reading(text: str, published: str | None) -> None:
    assert reader().read(article(text, published)) == read_slowly(text, published)


def test_what_is_skipped_changes_no_reading_of_the_annotated_texts() -> None:
    for row in ROWS:
        assert reader().read(article(row["text"], row["published"])) == read_slowly(row["text"], row["published"])


def test_what_is_skipped_changes_no_reading_of_a_truce_that_no_word_names() -> None:
    text = "The evacuation of Zabadani has been put off until Thursday, a monitor said."
    assert reader().read(article(text)).statements
    assert reader().read(article(text)) == read_slowly(text, "2017-08-01")


def read_slowly(text: str, published: str | None) -> Reading:
    """The oracle: tables take every word apart, the patterns of dates are tried everywhere, no clause is passed over, no word
    looked for first that what follows needs, and nothing that was found is kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Cues, "any_within", lambda *_: True)
        patch.setattr(Truce, "areas", property(lambda truce: named_areas(truce.claims)))
        for stage in (finding, sharing, sponsor):
            patch.setattr(
                stage, "find_status", lambda sentence, clause, truce=None: status._find_status(sentence, clause, truce)
            )
        patch.setattr(grammar.Reader, "_may_start", lambda *_: True)
        patch.setattr(finding, "says_nothing", lambda *_: False)
        return slow_reader().read(article(text, published))


def named_areas(claims: Iterable[Claim]) -> list[Area]:
    return list(dict.fromkeys(r.area for one in claims for r in one.areas if r.area))


@cache
def slow_reader() -> Reader:
    slow = Reader(REFERENCE)
    vars(slow)["_vocabulary"] = Vocabulary(())
    return slow


@pytest.mark.parametrize("text", ["Nothing about any of it.", "نص لا يذكر شيئا من ذلك.", "12 34", "\u200f"])
def test_nothing_found_is_a_reading_too(text: str) -> None:
    reading = reader().read(article(text))
    assert isinstance(reading, Reading) and reading.reader == reader().version
    assert not reading.statements and not reading.resolutions
