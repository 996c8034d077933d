"""The parties of a truce: who is bound by it, and the words of which article say so."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.draw.markup import Markup, button, join, tag
from dashboard.draw.quotation import quotation
from dashboard.edition import Edition
from dashboard.strings import text
from geo.actor import Party
from geo.article import Article
from geo.ledger.zone import Zone
from geo.statement import Statement
from geo.statement.binding import first_named


def zone_parties(edition: Edition, zone: Zone, language: str) -> Markup | str:
    """The parties of a zone's truce: those of the reference tables, else those of its articles, each with the words that name
    it, which lead to their sentence; "" where nothing says who is bound."""
    agreement = edition.agreements.get(zone.agreement)
    if agreement and agreement.known and agreement.parties:
        return text("comma", language).join(edition.actor_name(actor, language) for actor in agreement.parties)
    told = {line.statement: line.text_of(edition.articles) for line in zone.ledger}
    ids = dict.fromkeys(article.id for article in told.values())
    said = [s for id in ids for s in edition.statements.get(id, ()) if s.id in told]
    named = first_named(said).values()
    return join(tag("span", _named(edition, party, s, told[s.id], language), class_="block") for party, s in named)


def _named(
    edition: Edition, party: Party, statement: Statement, article: Article, language: str
) -> Iterator[Markup | str]:  # fmt: skip
    """An actor with the words that name it in a version of its article."""
    told = quotation(article.text, party.span)
    yield edition.actor_name(party.actor, language)
    yield " "
    yield button(
        tag("bdi", f"«{told.quote}»", lang=str(article.language)), class_="party-words",
        title=f"{told.before}{told.quote}{told.after}", send={"do": "line", "statement": statement.id, "article": article.id},
    )  # fmt: skip
