"""The parties of a truce: who is bound by it, and the words of which article say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dashboard.draw.markup import Markup, button, join, tag
from dashboard.draw.quotation import quotation
from dashboard.edition import Edition, Moment, once_an_edition
from dashboard.strings import text
from geo.actor import Party
from geo.agreement import Agreement
from geo.article import Article
from geo.ledger.zone import LedgerLine, Zone, is_told
from geo.statement import Statement
from geo.statement.binding import first_named, parties_of


def agreement_parties(edition: Edition, agreement: Agreement, moment: Moment) -> tuple[str, ...]:
    """The ids of those whom an agreement binds: as the reference tables know it, else as its articles say at a moment."""
    told = _lines_of(edition).get(agreement.id, ())
    return parties_of(agreement, (statement for statement, line in told if is_told(line, moment.known_on)))


@once_an_edition
def _lines_of(edition: Edition) -> Mapping[str, Sequence[tuple[Statement, LedgerLine]]]:
    """By agreement, its statements in the order of the articles, each with one of its lines."""
    lines = {line.statement: line for zone in edition.zones.values() for line in zone.ledger}
    found: dict[str, list[tuple[Statement, LedgerLine]]] = defaultdict(list)
    for statement in (statement for said in edition.statements.values() for statement in said if statement.id in lines):
        found[statement.agreement].append((statement, lines[statement.id]))
    return found


def zone_parties(edition: Edition, zone: Zone, moment: Moment, language: str) -> Markup | str:
    """The parties of a zone's truce: those of the reference tables, else those whom its articles name at a moment, each with
    the words that name it, which lead to their sentence; "" where nothing says who is bound."""
    agreement = edition.agreements.get(zone.agreement)
    if agreement and agreement.known and agreement.parties:
        return text("comma", language).join(edition.actor_name(actor, language) for actor in agreement.parties)
    told = {line.statement: line.text_of(edition.articles) for line in zone.ledger if is_told(line, moment.known_on)}
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
