"""What else there is of an article: its former versions, the outlets that carry its text, what came again word for word."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.draw.dates import day_in_words
from dashboard.draw.headline import headline_in_words
from dashboard.draw.markup import Child, Markup, tag
from dashboard.edition import Edition
from dashboard.strings import counted, direction, isolated, text
from geo.article import Article
from geo.evidence.attestation import Version, attest


def other_texts(edition: Edition, article: Article, language: str) -> Iterable[tuple[str, Child]]:
    """Rows for what is known of an article: as a string's key, and what stands beside it."""
    if former := edition.versions.get(article.id):
        yield "about.versions", [_version(edition, version, language) for version in former]
    origins = edition.reviewed.origins
    copies = [id for id, origin in origins.items() if id != article.id and origin == origins.get(article.id)]
    if others := [edition.articles[id] for id in copies if id in edition.articles]:
        names = (isolated(other.publisher) if other.publisher else headline_in_words(other) for other in others)
        yield "about.copies", f"{counted('copies', len(others), language)}: {text('comma', language).join(names)}"
    if repeats := edition.repeats.get(article.id):
        yield "about.repeats", text("comma", language).join(map(isolated, repeats))


def _version(edition: Edition, version: Version, language: str) -> Markup:
    """A former version: when it stood, what only it said, and its text."""
    article = version.article
    days = {"since": day_in_words(version.since.date(), language), "until": day_in_words(version.until.date(), language)}
    current = edition.said_now(article.id)
    gone = {statement.id for statement in attest(edition.articles[article.id], current, edition.versions[article.id])[0]}
    quotes = [
        tag("li", text(f"status.{statement.status}", language), ": ",
            tag("q", statement.evidence[0].quote, lang=str(article.language), dir=direction(article.language)))
        for statement in version.statements if statement.id in gone
    ]  # fmt: skip
    return tag(
        "details", tag("summary", text("about.version", language, number=version.number, **days)),
        (tag("span", text("about.only_then", language), class_="quiet block"), tag("ul", quotes)) if quotes else None,
        tag("blockquote", article.text, lang=str(article.language), dir=direction(article.language), class_="former"),
        class_="version",
    )  # fmt: skip
