"""The article cut into segments: no character is lost, none is counted in the browser."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dashboard.draw.reader import Mark, article_marks, article_payload, segments
from dashboard.edition import Edition
from geo.span import Span


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    source = draw(st.text(alphabet="اب ج\n🕊e\u0301<", max_size=40))
    ends = st.integers(0, len(source))
    spans = draw(st.lists(st.tuples(ends, ends), max_size=6))
    return source, [
        Mark(id=str(n), span=Span(min(pair), max(pair)), kind="place", label="") for n, pair in enumerate(spans)
    ]  # fmt: skip


@given(marked_texts())
def test_segments_joined_are_the_paragraphs(case: tuple[str, list[Mark]]) -> None:
    source, marks = case
    joined = ["".join(text for text, _ in paragraph) for paragraph in segments(source, marks)]
    assert joined == [line for line in source.split("\n") if line.strip()]


@given(marked_texts())
def test_each_mark_covers_its_own_characters(case: tuple[str, list[Mark]]) -> None:
    source, marks = case
    for mark in marks:
        shown = "".join(t for paragraph in segments(source, marks) for t, ids in paragraph if mark.id in ids)
        hidden = [line for line in source.split("\n") if not line.strip()]
        expected = mark.span.of(source).replace("\n", "")
        if not any(line for line in hidden):
            assert shown == expected


def test_the_lit_statement_is_the_one_that_was_asked_for(edition: Edition) -> None:
    payload = article_payload(edition, edition.articles["ar.txt"], "en", "s1")
    lit = ["".join(t for p in payload["paragraphs"] for t, ids in p if mark in ids) for mark in payload["lit"]]
    assert lit == ["دخل حيز التنفيذ في 9 تموز 2017"]
    assert payload["scrollTo"] == payload["lit"][0]
    assert payload["direction"] == "rtl"
    assert payload["marks"][payload["scrollTo"]]["zones"] == ["south/SY12"]


def test_nothing_is_lit_without_a_statement(edition: Edition) -> None:
    payload = article_payload(edition, edition.articles["en.txt"], "ar", None)
    assert payload["lit"] == []
    assert payload["scrollTo"] is None


def test_places_carry_where_they_are_and_unresolved_names_say_so(edition: Edition) -> None:
    marks = {m.span.of(edition.articles["ar.txt"].text): m for m in article_marks(edition, edition.articles["ar.txt"], "en")}
    assert marks["عمّان"].extent == (35.9, 31.95, 35.9, 31.95)
    assert marks["عمّان"].label == "place: Amman"
    assert marks["القريتين"].kind == "unresolved"
    assert marks["القريتين"].extent is None
    assert marks["9 تموز 2017"].label == "date: 9 July 2017"


def test_an_unknown_publisher_and_date_are_said(edition: Edition) -> None:
    payload = article_payload(edition, edition.articles["empty.txt"], "en", None)
    assert payload["facts"] == ["publisher unknown", "publication date unknown"]


def test_only_web_addresses_become_links(edition: Edition) -> None:
    article = edition.articles["en.txt"]
    assert article_payload(edition, article, "en", None)["url"] == "https://example.org/1"
    for address in ("javascript:alert(1)", " https://example.org", "data:text/html,x", "//example.org"):
        assert article_payload(edition, replace(article, url=address), "en", None)["url"] is None
