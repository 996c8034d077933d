"""What the page that takes articles in draws: limits, drafts, and what was found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.draft import Candidate, Draft, IntakeLimits, Kept
from dashboard.draw.adding import MOST_SHOWN, candidate_panel, draft_panel, kept_panel, limits, uploader_words
from dashboard.edition import BadFile, Edition
from dashboard.strings import text
from geo.article import Article, Language
from geo.evidence.judgement import Facts, Verdict
from tests.data.sample_records import judgement_of

LIMITS = IntakeLimits(
    article_bytes=2_000_000, document_bytes=30_000_000, parse_seconds=20, fetch_seconds=31, feed_entries=101, articles=202,
    endings=(".txt", ".pdf"),
)  # fmt: skip
HOSTILE = "<img src=x onerror=alert(1)>"


def candidate(**known: object) -> Candidate:
    article = Article(**{"id": "upload/a", "text": "A truce.", "language": Language.ENGLISH, **known})  # type: ignore[arg-type]
    return Candidate(found=article, article=article, outlook="new")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_limits_are_those_of_the_settings(language: str) -> None:
    assert "2\u00a0" in limits("paste", LIMITS, 0, language)
    upload = limits("upload", LIMITS, 10_000_000, language)
    assert all(words in upload for words in ("10\u00a0", "2\u00a0", "20 ", "202", ".pdf")) and "30\u00a0" not in upload
    address = limits("address", LIMITS, 0, language)
    assert all(words in address for words in ("30\u00a0", "31", "101"))


def test_words_of_the_upload_field_end_no_style_sheet() -> None:
    words = uploader_words(30_000_000, "ar")
    assert words.count(";") == 3 and "<" not in words


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_draft_of_one_is_no_list_and_faults_are_escaped(edition: Edition, language: str) -> None:
    fault = BadFile(file=f"{HOSTILE}.pdf", reason=f"is bad {HOSTILE}")
    one = draft_panel(Draft(candidates=(candidate(),), faults=(fault,)), 0, edition, language)
    assert "candidates-in" not in one and "<img" not in one and one.count("&lt;img") == 2
    two = draft_panel(Draft(candidates=(candidate(), candidate(title=HOSTILE)), faults=()), 1, edition, language)
    assert two.count('class="look"') == two.count('class="leave"') == 2 and "<img" not in two
    assert two.index('aria-pressed="true" class="look"') > two.index('aria-pressed="false" class="look"')
    nothing = draft_panel(Draft(candidates=(), faults=(fault,)), 0, edition, language)
    assert {"en": "There is nothing to keep.", "ar": "لا شيء يُحفظ."}[language] in nothing


def test_a_long_text_is_shown_in_part_and_the_rest_is_counted(edition: Edition) -> None:
    html = candidate_panel(candidate(text=HOSTILE + "x" * MOST_SHOWN), edition, "en")
    assert f"{len(HOSTILE)} more characters are not shown here." in html
    assert "<img" not in html


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_editors_said_of_another_text_of_that_name_is_told(edition: Edition, language: str) -> None:
    stored = candidate(text="Another text.").article
    facts = Facts(title="T", publisher=None, published=None, published_basis=None)
    judgement = judgement_of(stored, verdict=Verdict.CORRECTED, subject=facts, outcome=facts)
    judged = replace(edition, reviewed=replace(edition.reviewed, judgements=(judgement,)))
    replacing, note = replace(candidate(), outlook="replaces", stored=stored), text("add.said_before", language)
    assert note in candidate_panel(replacing, judged, language)
    assert note not in candidate_panel(replacing, edition, language)
    same = replace(replacing, stored=replacing.article)
    assert note not in candidate_panel(same, judged, language) and note not in candidate_panel(candidate(), judged, language)


def test_a_repeat_names_what_it_repeats(edition: Edition) -> None:
    known = candidate_panel(replace(candidate(), outlook="repeats", repeats="en.txt"), edition, "en")
    assert "word for word the same as \u2066«A truce is broken»\u2069: it is not kept twice" in known
    assert "«upload/b»" in candidate_panel(replace(candidate(), outlook="repeats", repeats="upload/b"), edition, "en")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_was_found_leads_to_zones_and_names_what_was_not(edition: Edition, language: str) -> None:
    html = kept_panel(
        Kept(read=("en.txt", "empty.txt"), unchanged=("ar.txt",), repeated=("gone",), faults=()), edition, language
    )
    assert html.count('class="zone-item"') == 2 and "south/SY12" in html and "ghouta/eastern-ghouta" in html
    assert "\u2068«Xanadu»\u2069" in html
    assert {"en": "Read; nothing about a truce was found.", "ar": "قُرئ ولم يُعثر فيه على ما يخص هدنة."}[language] in html
    assert {"en": "1 article was there already", "ar": "مقال واحد كان موجوداً"}[language] in html
    assert html.count('class="open-line"') == 3
