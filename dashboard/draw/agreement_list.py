"""The agreements page: each truce with its names, dates and states, the zones that it covers, and where it is known from.

A truce that texts describe stands here as in the list of zones, those of all years in one; what is told of it are the dates
and states of the truces that its zones are named after at the moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from dashboard.draw.dates import date_in_words, day_in_words
from dashboard.draw.known_zone import as_known
from dashboard.draw.markup import Markup, button, join, tag
from dashboard.draw.parties import agreement_parties
from dashboard.draw.zone_list import by_description, standing, truce_name, zone_title
from dashboard.edition import Edition, Moment
from dashboard.strings import counted, direction, text
from geo.agreement import Agreement
from geo.ledger.zone import Zone


def agreement_list(edition: Edition, moment: Moment, language: str) -> Markup:
    """Every truce that a zone belongs to, in the order of the zone list, as it stands at a moment."""
    hint = text("agreements.hint", language, day=day_in_words(moment.day, language)) if moment.day else None
    items = [tag("li", _item(edition, id, zones, moment, language)) for id, zones in by_description(edition)]
    return tag(
        "section",
        tag("h2", text("agreements.heading", language)),
        tag("p", hint, class_="quiet") if hint else None,
        tag("ul", items, class_="agreements") if items else tag("p", text("list.none.hint", language)),
        class_="agreement-list", data_part="agreement-list",
    )  # fmt: skip


def _item(edition: Edition, id: str, zones: Sequence[Zone], moment: Moment, language: str) -> Markup:
    named = dict.fromkeys(as_known(edition, zone, moment).agreement for zone in zones)
    agreements = [edition.agreements[one] for one in named if one in edition.agreements]
    articles = {line.article for zone in zones for line in zone.ledger}
    return join((
        tag("h3", truce_name(edition, id, language), dir="auto"),
        _other_name(edition, id, language) if agreements else None,
        tag("p", _basis(edition.agreements.get(id), len(articles), language), class_="quiet"),
        tag("dl", _rows(edition, agreements, moment, language), class_="facts") if agreements else None,
        tag("ul", join(tag("li", _zone(edition, zone, moment, language)) for zone in zones), class_="zones"),
    ))  # fmt: skip


def _other_name(edition: Edition, id: str, language: str) -> Markup:
    other = "en" if language == "ar" else "ar"
    return tag("p", truce_name(edition, id, other), class_="other-name", lang=other, dir=direction(other))


def _basis(agreement: Agreement | None, articles: int, language: str) -> str:
    """Whether the agreement is known by name or was described by texts, and how many articles speak of it."""
    known = "agreements.known" if agreement and agreement.known else "agreements.described"
    return f"{text(known, language)} · {counted('agreements.articles', articles, language)}"


def _rows(edition: Edition, agreements: Sequence[Agreement], moment: Moment, language: str) -> Iterator[Markup]:
    """What is known of a truce, a row each, by the agreements that it is described as; what is unknown is left out, but for
    the signing."""
    yield from _row("zone.type", _listed((text(f"type.{one.type}", language) for one in agreements), language), language)
    for key, told in (
        ("agreements.signed", [one.signed for one in agreements if one.signed] or [None]),
        ("agreements.in_force", [one.in_force for one in agreements if one.in_force]),
        ("agreements.ended", [one.ended for one in agreements if one.ended]),
    ):
        if told:
            yield from _row(key, _listed((date_in_words(day, language) for day in told), language), language)
    for role, actors in (
        ("zone.parties", [actor for one in agreements for actor in agreement_parties(edition, one, moment)]),
        ("zone.sponsors", [actor for one in agreements for actor in one.sponsors]),
        ("zone.guarantors", [actor for one in agreements for actor in one.guarantors]),
        ("zone.mediators", [actor for one in agreements for actor in one.mediators]),
        ("agreements.event_places", [place for one in agreements for place in one.event_places]),
    ):
        if actors:
            yield from _row(role, _listed((edition.actor_name(actor, language) for actor in actors), language), language)
    sources = dict.fromkeys(address for one in agreements for address in one.sources)
    if sources:
        links = [_source(address) for address in sources]
        yield from _row("agreements.sources", join(tag("span", link, class_="block") for link in links), language)


def _listed(names: Iterable[str], language: str) -> str:
    return text("comma", language).join(dict.fromkeys(names))


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
