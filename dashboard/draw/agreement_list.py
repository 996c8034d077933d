"""The agreements page: each truce with its names, dates and states, the zones that it covers, and where it is known from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from dashboard.draw.dates import date_in_words, day_in_words
from dashboard.draw.markup import Markup, button, join, tag
from dashboard.draw.parties import agreement_parties
from dashboard.draw.zone_list import agreement_name, by_agreement, standing, zone_title
from dashboard.edition import Edition, Moment
from dashboard.strings import counted, direction, text
from geo.agreement import Agreement
from geo.ledger.zone import Zone


def agreement_list(edition: Edition, moment: Moment, language: str) -> Markup:
    """Every agreement that a zone belongs to, in the order of the zone list, as it stands at a moment."""
    hint = text("agreements.hint", language, day=day_in_words(moment.day, language)) if moment.day else None
    items = [tag("li", _item(edition, id, list(zones), moment, language)) for id, zones in by_agreement(edition)]
    return tag(
        "section",
        tag("h2", text("agreements.heading", language)),
        tag("p", hint, class_="quiet") if hint else None,
        tag("ul", items, class_="agreements") if items else tag("p", text("list.none.hint", language)),
        class_="agreement-list", data_part="agreement-list",
    )  # fmt: skip


def _item(edition: Edition, id: str, zones: list[Zone], moment: Moment, language: str) -> Markup:
    agreement = edition.agreements.get(id)
    articles = {line.article for zone in zones for line in zone.ledger}
    return join((
        tag("h3", agreement_name(edition, id, language), dir="auto"),
        _other_name(edition, id, language) if agreement else None,
        tag("p", _basis(agreement, len(articles), language), class_="quiet"),
        tag("dl", _rows(edition, agreement, moment, language), class_="facts") if agreement else None,
        tag("ul", join(tag("li", _zone(edition, zone, moment, language)) for zone in zones), class_="zones"),
    ))  # fmt: skip


def _other_name(edition: Edition, id: str, language: str) -> Markup:
    other = "en" if language == "ar" else "ar"
    return tag("p", agreement_name(edition, id, other), class_="other-name", lang=other, dir=direction(other))


def _basis(agreement: Agreement | None, articles: int, language: str) -> str:
    """Whether the agreement is known by name or was described by texts, and how many articles speak of it."""
    known = "agreements.known" if agreement and agreement.known else "agreements.described"
    return f"{text(known, language)} · {counted('agreements.articles', articles, language)}"


def _rows(edition: Edition, agreement: Agreement, moment: Moment, language: str) -> Iterator[Markup]:
    """What is known of it, a row each; what is unknown is left out, but for the signing."""
    yield from _row("zone.type", text(f"type.{agreement.type}", language), language)
    yield from _row("agreements.signed", date_in_words(agreement.signed, language), language)
    for key, value in (("agreements.in_force", agreement.in_force), ("agreements.ended", agreement.ended)):
        if value:
            yield from _row(key, date_in_words(value, language), language)
    for role, actors in (
        ("zone.parties", agreement_parties(edition, agreement, moment)),
        ("zone.sponsors", agreement.sponsors),
        ("zone.guarantors", agreement.guarantors),
        ("zone.mediators", agreement.mediators),
        ("agreements.event_places", agreement.event_places),
    ):
        if actors:
            names = text("comma", language).join(edition.actor_name(actor, language) for actor in actors)
            yield from _row(role, names, language)
    if agreement.sources:
        links = [_source(address) for address in agreement.sources]
        yield from _row("agreements.sources", join(tag("span", link, class_="block") for link in links), language)


def _row(key: str, value: str, language: str) -> Iterable[Markup]:
    return tag("dt", text(key, language)), tag("dd", value, dir="auto")


def _source(address: str) -> Markup:
    """A link, named by its host: where the reference tables know the agreement from."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return tag("span", address)
    shown = f"{parts.hostname.removeprefix('www.')}{parts.path}"
    return tag("a", shown, href=address, target="_blank", rel="noopener noreferrer", dir="ltr")


def _zone(edition: Edition, zone: Zone, moment: Moment, language: str) -> Markup:
    return button(
        tag("span", zone_title(edition, zone, language), class_="zone-name", dir="auto"),
        standing(edition, zone, moment, language),
        send={"do": "zone", "zone": zone.id}, class_="zone-item", data_zone=zone.id,
    )  # fmt: skip
