"""The edition: what is worked out from it is worked out once."""

from __future__ import annotations

from dataclasses import replace

from dashboard.edition import Edition, once_an_edition

asked: list[str] = []


@once_an_edition
def articles_in(edition: Edition, language: str) -> list[str]:
    asked.append(language)
    return [article.id for article in edition.articles.values() if article.language == language]


def test_an_answer_is_kept_with_its_edition(edition: Edition) -> None:
    asked.clear()
    assert [articles_in(edition, "ar") for _ in range(3)] == [["ar.txt"]] * 3
    assert articles_in(edition, "en") == ["empty.txt", "en.txt"]
    assert asked == ["ar", "en"]


def test_another_edition_gives_its_own_answer(edition: Edition) -> None:
    assert articles_in(edition, "ar") == ["ar.txt"]
    assert articles_in(replace(edition, articles={}), "ar") == []
    assert replace(edition) == edition


def test_a_statement_leads_to_its_article(edition: Edition) -> None:
    assert edition.article_of("s4") == "en.txt"
    assert edition.article_of("gone") is None
