"""One zone: its names, agreement and drawing in words, and the ledger of what each article says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from dashboard.draw.appearance import status_on
from dashboard.draw.dates import date_in_words, day_in_words
from dashboard.draw.known_zone import as_known
from dashboard.draw.ledger import ledger, separated
from dashboard.draw.markup import Markup, button, join, tag
from dashboard.draw.parties import zone_parties
from dashboard.draw.reader import source_link
from dashboard.draw.zone_list import agreement_name, status_badge, zone_title
from dashboard.edition import Edition, Moment
from dashboard.strings import counted, direction, isolated, number, percent, text
from geo.agreement import Agreement
from geo.footprint import Footprint, Source
from geo.gazetteer import Area
from geo.ledger.comparison import HOLDS
from geo.ledger.contest import count_origins
from geo.ledger.last_word import last_statuses
from geo.ledger.zone import Zone, last_report
from geo.status import Status
from geo.toponym.resolution import Resolution, Role


def zone_panel(edition: Edition, zone: Zone, moment: Moment, language: str, back: str = "zone.back") -> Markup:
    """The whole panel of a zone, as it stands at a moment; `back` is the string that says where closing it leads."""
    other = "en" if language == "ar" else "ar"
    known = as_known(edition, zone, moment)
    return tag(
        "section",
        tag("div", button(text(back, language), send={"do": "close"}, class_="back"), class_="bar"),
        tag("h2", zone_title(edition, zone, language), dir="auto", tabindex="-1"),
        tag("p", zone_title(edition, zone, other), class_="other-name", lang=other, dir=direction(other)),
        _standing(edition, zone, moment, language),
        _ended_by_then(edition, zone, moment, language),
        _facts(edition, known, moment, _excepted_later(edition, known, language), language),
        tag("h3", text("zone.ledger", language), _sources(edition, known, language)),
        ledger(edition, zone, moment, language),
        class_="zone-panel", data_part="zone-panel",
    )  # fmt: skip


def _excepted_later(edition: Edition, known: Zone, language: str) -> str:
    """What the outline leaves out though nobody had said so by the day whose knowledge is shown; "" for nothing."""
    excepted = {area for statement in edition.said(known) for area in statement.excluded}
    learnt = [edition.gazetteer.name(Area.parse(area), language) for area in known.without if area not in excepted]
    return text("zone.excepted_later", language, names=text("comma", language).join(learnt)) if learnt else ""


def _sources(edition: Edition, zone: Zone, language: str) -> Markup | None:
    """How many texts speak of the zone: copies of one text are one source, in however many outlets."""
    articles = {line.article for line in zone.ledger}
    count = count_origins(articles, edition.reviewed.origins)
    copied = f" · {text('zone.copied', language)}" if count < len(articles) else ""
    return tag("span", f" · {counted('sources', count, language)}{copied}", class_="quiet") if count else None


def _standing(edition: Edition, zone: Zone, moment: Moment, language: str) -> Markup | None:
    day = moment.day
    if day is None or not edition.periods[zone.id]:
        return tag("p", text("list.undated", language), class_="standing quiet")
    period = edition.period_on(zone.id, moment)
    facts = [text("zone.on_day", language, day=day_in_words(day, language))]
    if period:
        facts.append(_faded(edition, zone, period.faded_from, moment, language) or _since(zone, period.start, language))
    if moment.known_on:
        facts.append(text("zone.known_on", language, day=day_in_words(moment.known_on, language)))
    return tag(
        "p", status_badge(status_on(edition, zone.id, moment), language), tag("span", " ", " · ".join(facts), class_="quiet"),
        class_="standing", data_zone=zone.id,
    )  # fmt: skip


def _faded(edition: Edition, zone: Zone, status: Status | None, moment: Moment, language: str) -> str | None:
    """What was reported last, and that it was too long ago; None where the status has not faded."""
    reported = last_report(zone, moment.day, known_on=moment.known_on) if moment.day else None
    if status is None or moment.day is None or reported is None:
        return None
    said = [text(f"status.{said}", language) for said in last_statuses(zone, moment.day, known_on=moment.known_on)]
    return text(
        "zone.faded", language, status=text("comma", language).join(said), day=day_in_words(reported, language),
        days=number(edition.fades_after_days),
    )  # fmt: skip


def _ended_by_then(edition: Edition, zone: Zone, moment: Moment, language: str) -> Markup | None:
    """Said where the zone holds by the last report, on a day behind the end that the reference tables give the agreement."""
    agreement = edition.agreements.get(zone.agreement)
    ended = agreement.ended if agreement and agreement.known else None
    if moment.day is None or ended is None or ended.latest is None or moment.day <= ended.latest:
        return None
    period, reported = edition.period_on(zone.id, moment), last_report(zone, moment.day, known_on=moment.known_on)
    if period is None or reported is None or not HOLDS[period.status]:
        return None
    end, report = date_in_words(ended, language), day_in_words(reported, language)
    return tag("p", text("zone.ended_by_then", language, day=end, reported=report), class_="quiet", role="note")


def _since(zone: Zone, start: date, language: str) -> str:
    """Since when, no finer than the text says it: "since July 2017", or since it was reported where the text gives no date."""
    begun = next((line for line in zone.ledger if line.true_from == start), None)
    if begun and begun.dated:
        return text("zone.since", language, day=date_in_words(begun.dated, language))
    return text("zone.reported_since", language, day=day_in_words(start, language))


def _facts(edition: Edition, zone: Zone, moment: Moment, note: str, language: str) -> Markup:
    """What is known of the zone's truce, and how it is drawn, with a note on the outline."""
    agreement = edition.agreements.get(zone.agreement)
    footprint = edition.footprints.get(zone.id)
    rows: list[tuple[str, Markup | str]] = [
        ("zone.names", text("comma", language).join(isolated(f"«{name}»") for name in _names_in_articles(edition, zone))),
        ("zone.agreement", agreement_name(edition, zone.agreement, language)),
        ("zone.described_as", _also_described_as(edition, zone, language)),
        ("zone.parties", zone_parties(edition, zone, moment, language)),
        *(_agreement_facts(edition, agreement, language) if agreement else ()),
        ("zone.actors", _listed(edition, _actors(edition, zone), language)),
        ("zone.drawn", _drawing(edition, footprint, note, language) if footprint else text("zone.undrawn", language)),
    ]
    facts = [(tag("dt", text(key, language)), tag("dd", value, dir="auto")) for key, value in rows if value]
    return tag("dl", facts, class_="facts")


def _also_described_as(edition: Edition, zone: Zone, language: str) -> Markup:
    """What other articles name of the zone's truce: other states, other towns beside this one, another year."""
    names = dict.fromkeys(agreement_name(edition, agreement, language) for agreement in zone.agreements)
    return join(tag("span", name, class_="block") for name in [*names][1:])


def _agreement_facts(edition: Edition, agreement: Agreement, language: str) -> Iterable[tuple[str, Markup | str]]:
    """What the reference tables, or the text that describes it, give of an agreement: kind, states, days, sources."""
    yield "zone.type", text(f"type.{agreement.type}", language)
    for key, places in (
        ("zone.sponsors", agreement.sponsors), ("zone.guarantors", agreement.guarantors),
        ("zone.mediators", agreement.mediators),
    ):  # fmt: skip
        yield key, _listed(edition, places, language)
    for key, day in (("zone.signed", agreement.signed), ("zone.began", agreement.in_force), ("zone.ended", agreement.ended)):
        yield key, date_in_words(day, language) if day else ""
    if agreement.known:
        sources = [tag("span", source_link(address), class_="block") for address in agreement.sources]
        yield "zone.known_from", join(sources)


def _listed(edition: Edition, places: Iterable[str], language: str) -> str:
    return text("comma", language).join(edition.actor_name(place, language) for place in places)


def _names_in_articles(edition: Edition, zone: Zone) -> Iterable[str]:
    """How the articles of the ledger write the zone's name, each spelling once."""
    names = [
        resolution.mention.span.of(edition.articles[article].text)
        for article in dict.fromkeys(line.article for line in zone.ledger)
        for resolution in edition.resolutions.get(article, ())
        if resolution.area and resolution.area.key == zone.area and not resolution.mention.anaphor
    ]
    return dict.fromkeys(names)


def _actors(edition: Edition, zone: Zone) -> Iterable[str]:
    """The states that act in the articles of the ledger, those of most texts first; «طهران» that acts is Iran."""
    origins = edition.reviewed.origins
    acting = Counter(
        state
        for article in {origins.get(line.article, line.article): line.article for line in zone.ledger}.values()
        for state in {_state(edition, r.area.place) for r in edition.resolutions.get(article, ()) if r.area and _acts(r)}
    )
    return sorted(acting, key=lambda state: (-acting[state], state))


def _acts(resolution: Resolution) -> bool:
    return resolution.role is Role.ACTOR


def _state(edition: Edition, place: str) -> str:
    known = edition.gazetteer.places.get(place)
    return known.country if known and known.country else place


def _drawing(edition: Edition, footprint: Footprint, note: str, language: str) -> Markup:
    recipe = footprint.recipe_ar if language == "ar" else footprint.recipe_en
    sources = text("comma", language).join(text(f"boundary.{source}", language) for source in footprint.sources)
    measures = (
        text(f"method.{footprint.method}", language),
        text(f"precision.{footprint.where_prec}", language),
        text("zone.extent", language, area=number(footprint.area_km2)),
    )
    return join((
        recipe,
        tag("span", note, class_="quiet block") if note else None,
        tag("span", join(separated(measures)), class_="quiet block"),
        tag("span", text("zone.source", language, source=sources), class_="quiet block"),
        [tag("span", note, class_="quiet block") for note in _notes(edition, footprint, language)],
    ))  # fmt: skip


def _notes(edition: Edition, footprint: Footprint, language: str) -> Iterable[str]:
    """What must be known of the lines: how exact they are, and that some of them are disputed."""
    if exact := _how_exact(edition, footprint, language):
        yield exact
    if footprint.disputed:
        names = text("comma", language).join(edition.disputed[part][language] for part in footprint.disputed)
        yield text("zone.disputed", language, names=names)


def _how_exact(edition: Edition, footprint: Footprint, language: str) -> str:
    """What the publisher of official lines asks to be said; of cells, how well they agree with official lines."""
    if Source.OFFICIAL in footprint.sources:
        return edition.notices[language]
    if not footprint.agreement:
        return ""
    name = edition.gazetteer.name(Area.parse(footprint.agreement.area), language)
    return text("zone.agreement_measured", language, area=name, share=percent(footprint.agreement.iou, language))
