"""The article cut into segments: no character is lost, none is counted in the browser."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dashboard.draw.reader import Mark, about_article, article_marks, article_payload, lit_marks, segments
from dashboard.draw.timeline import timeline
from dashboard.edition import Edition
from geo.edtf import Edtf
from geo.span import Span
from tests.dashboard.markup import words


def payload_of(edition: Edition, id: str, language: str) -> dict[str, Any]:
    return article_payload(edition, edition.articles[id], language, times=timeline(edition))


def marks_of(edition: Edition, id: str) -> dict[str, Mark]:
    """The marks of an article by their words, in English."""
    article = edition.articles[id]
    return {m.span.of(article.text): m for m in article_marks(edition, article, "en", timeline(edition))}


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
    payload, lit = payload_of(edition, "ar.txt", "en"), lit_marks(edition, edition.articles["ar.txt"], statement="s1")
    words_lit = ["".join(t for p in payload["paragraphs"] for t, ids in p if mark in ids) for mark in lit]
    assert words_lit == ["دخل حيز التنفيذ في 9 تموز 2017"]
    assert payload["direction"] == "rtl"
    assert payload["marks"][lit[0]]["zones"] == ["south/SY12"]


def test_a_place_lights_its_names_and_a_search_its_words(edition: Edition) -> None:
    article, found = edition.articles["ar.txt"], Span(3, 9)
    assert lit_marks(edition, article, area="sy/eastern-ghouta") == ["p3"]
    assert lit_marks(edition, article, area="sy/eastern-ghouta", statement="s2", found=found) == ["es2-0", "found"]
    empty = article_payload(edition, edition.articles["empty.txt"], "en", times=None, found=Span(24, 30))
    assert ["Xanadu", ["p0", "found"]] in empty["paragraphs"][0]


def test_nothing_is_lit_without_a_statement(edition: Edition) -> None:
    assert lit_marks(edition, edition.articles["en.txt"]) == []


def test_places_carry_where_they_are_and_unresolved_names_say_so(edition: Edition) -> None:
    marks = marks_of(edition, "ar.txt")
    assert marks["عمّان"].extent == (35.9, 31.95, 35.9, 31.95)
    assert (marks["عمّان"].kind, marks["عمّان"].label) == ("context", "place: Amman · only named")
    assert marks["القريتين"].kind == "unresolved"
    assert marks["القريتين"].extent is None
    assert marks["9 تموز 2017"].label == "date: 9 July 2017"


def test_a_date_goes_to_its_first_day_or_says_why_not(edition: Edition) -> None:
    assert marks_of(edition, "ar.txt")["9 تموز 2017"].day == date(2017, 7, 9)
    assert "The timeline goes to 9 July 2017." in str(marks_of(edition, "ar.txt")["9 تموز 2017"].why)
    for written, day, said in (
        ("2017-07-10/2017-07-14", date(2017, 7, 10), "goes to 10 July 2017"),
        ("2017-07", None, "1 July 2017 lies off the timeline, which runs from 2 July 2017 to 8 August 2017."),
        ("../2017-07-14", date(2017, 7, 14), "goes to 14 July 2017"),
        ("2003", None, "1 January 2003 lies off the timeline"),
        (None, None, "Neither the text nor the day of publication decides"),
    ):
        dated = replace(edition.timexes["ar.txt"][0], value=Edtf.parse(written) if written else None)
        mark = marks_of(replace(edition, timexes={"ar.txt": (dated,)}), "ar.txt")["9 تموز 2017"]
        assert mark.day == day
        assert said in str(mark.why)


def test_a_date_where_nothing_is_dated_says_so(edition: Edition) -> None:
    marks = article_marks(edition, edition.articles["ar.txt"], "en", None)
    assert [("There is no timeline" in str(m.why), m.day) for m in marks if m.kind == "date"] == [(True, None)]


def test_each_quoted_sentence_is_one_stop_in_the_order_of_the_text(edition: Edition) -> None:
    told = edition.statements["en.txt"]
    both = replace(told[0], id="s9")
    payload = payload_of(replace(edition, statements={**edition.statements, "en.txt": (*told, both)}), "en.txt", "en")
    assert [(stop["statement"], len(stop["marks"])) for stop in payload["stops"]] == [("s3", 2), ("s4", 1)]
    assert {payload["marks"][id]["statement"] for stop in payload["stops"] for id in stop["marks"]} == {"s3", "s4", "s9"}


def test_names_that_are_explained_alike_share_the_words(edition: Edition) -> None:
    twice = edition.resolutions["en.txt"] * 2
    payload = payload_of(replace(edition, resolutions={"en.txt": twice}), "en.txt", "ar")
    assert [payload["marks"][id]["why"] for id in ("p0", "p1")] == [0, 0]
    assert len(payload["whys"]) == 1


def test_the_legend_holds_the_kinds_of_marks_that_are_there(edition: Edition) -> None:
    assert [kind for kind, _ in payload_of(edition, "ar.txt", "en")["legend"]] == ["evidence", "context", "unresolved", "date"]
    assert payload_of(edition, "empty.txt", "ar")["legend"] == [("unresolved", "اسم مكان لا يحسمه النص")]


def test_an_article_tells_all_that_is_known_of_it(edition: Edition) -> None:
    said = words(payload_of(edition, "ar.txt", "en")["about"])
    assert "Publisher publisher unknown Date published about 10 July 2017 How the date is known: the text says" in said
    assert "Language Arabic Link none known" in said
    assert f"SHA-256 {edition.articles['ar.txt'].sha256[:12]}…" in said
    assert "Read on 7 August 2017 at 12:05 UTC by version 1+0123456789ab of the reader" in said
    assert "Read Not read yet." in words(payload_of(edition, "empty.txt", "en")["about"])
    assert "قُرئ في 7 آب 2017 الساعة 12:05" in words(payload_of(edition, "en.txt", "ar")["about"])


def test_an_unknown_publisher_and_date_are_said(edition: Edition) -> None:
    payload = payload_of(edition, "empty.txt", "en")
    assert payload["facts"] == ["publisher unknown", "publication date unknown"]


def test_only_web_addresses_become_links(edition: Edition) -> None:
    article = edition.articles["en.txt"]
    assert '<a href="https://example.org/1"' in about_article(edition, article, "en")
    for address in ("javascript:alert(1)", " https://example.org", "data:text/html,x", "//example.org"):
        assert "<a" not in about_article(edition, replace(article, url=address), "en")


def test_what_only_a_former_version_says_marks_no_words(edition: Edition) -> None:
    """Its spans count in another text: marked here they would light words that nobody quotes."""
    id = next(id for id, statements in edition.statements.items() if statements)
    shorter = replace(edition.articles[id], text=f"تحديث: {edition.articles[id].text[:200]}")
    changed = replace(edition, articles={**edition.articles, id: shorter})
    assert [m for m in article_marks(edition, edition.articles[id], "en", timeline(edition)) if m.kind == "evidence"]
    assert not [m for m in article_marks(changed, shorter, "en", timeline(changed)) if m.kind == "evidence"]
