"""One zone: its names, agreement and drawing in words, and the ledger of what each article says of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dashboard.draw.appearance import status_on
from dashboard.draw.dates import date_in_words, day_in_words
from dashboard.draw.markup import Markup, button, join, tag
from dashboard.draw.quotation import quotation
from dashboard.draw.reader import source_facts
from dashboard.draw.zone_list import agreement_name, status_badge, zone_title
from dashboard.edition import Edition, Moment
from dashboard.strings import direction, text
from geo.article import Article
from geo.edtf import Granularity
from geo.footprint import Footprint, Source
from geo.gazetteer import Area
from geo.statement import Aspect, Evidence
from geo.status import Status
from geo.zone import LedgerLine, Zone, last_report


def zone_panel(edition: Edition, zone: Zone, moment: Moment, language: str, back: str = "zone.back") -> Markup:
    """The whole panel of a zone, as it stands at a moment; `back` is the string that says where closing it leads."""
    other = "en" if language == "ar" else "ar"
    return tag(
        "section",
        tag("div", button(text(back, language), send={"do": "close"}, class_="back"), class_="bar"),
        tag("h2", zone_title(edition, zone, language), dir="auto", tabindex="-1"),
        tag("p", zone_title(edition, zone, other), class_="other-name", lang=other, dir=direction(other)),
        _standing(edition, zone, moment, language),
        _facts(edition, zone, language),
        tag("h3", text("zone.ledger", language)),
        tag("ol", join(ledger_line(edition, line, moment, language) for line in zone.ledger), class_="ledger"),
        class_="zone-panel", data_part="zone-panel",
    )  # fmt: skip


def ledger_line(edition: Edition, line: LedgerLine, moment: Moment, language: str) -> Markup:
    """One line: when, what status and how it is said, the sentence with its quote lit, and the article."""
    article = edition.articles[line.article]
    clock = moment.known_on or moment.day
    later = bool(clock and line.known_on and line.known_on > clock)
    return tag(
        "li",
        tag("p", _line_date(line, language), status_badge(line.status, language),
            class_="line-head"),
        tag("p", text(f"modality.{line.modality}", language), class_="quiet"),
        [_sentence(article, evidence) for evidence in _quoted(line)],
        tag("p", join(_separated(source_facts(article, language))),
            tag("span", " · ", text("line.later", language)) if later else None, class_="quiet"),
        button(text("line.open", language), class_="open-line",
               send={"do": "line", "statement": line.statement, "article": line.article}),
        data_status=str(line.status), data_statement=line.statement,
    )  # fmt: skip


def _separated(facts: Iterable[str]) -> Iterable[str]:
    """Facts isolated from one another, so that an Arabic name does not turn an English date around."""
    for position, fact in enumerate(facts):
        if position:
            yield " · "
        yield tag("bdi", fact)


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
    if status is None or reported is None:
        return None
    return text(
        "zone.faded", language, status=text(f"status.{status}", language), day=day_in_words(reported, language),
        days=edition.fades_after_days,
    )  # fmt: skip


def _since(zone: Zone, start: date, language: str) -> str:
    """Since when, no finer than the text says it: "since July 2017", or since it was reported where the text gives no date."""
    begun = next((line for line in zone.ledger if line.true_from == start), None)
    if begun and begun.dated:
        return text("zone.since", language, day=date_in_words(begun.dated, language))
    return text("zone.reported_since", language, day=day_in_words(start, language))


def _facts(edition: Edition, zone: Zone, language: str) -> Markup:
    agreement = edition.agreements.get(zone.agreement)
    footprint = edition.footprints.get(zone.id)
    states = [
        (f"zone.{role}", text("comma", language).join(edition.place_name(place, language) for place in places))
        for role, places in (
            ("sponsors", agreement.sponsors if agreement else ()),
            ("guarantors", agreement.guarantors if agreement else ()),
            ("mediators", agreement.mediators if agreement else ()),
        )
        if places
    ]
    rows = [
        ("zone.agreement", agreement_name(edition, zone.agreement, language)),
        *([("zone.type", text(f"type.{agreement.type}", language))] if agreement else []),
        *states,
        ("zone.drawn", _drawing(edition, footprint, language) if footprint else text("zone.undrawn", language)),
    ]
    return tag("dl", [(tag("dt", text(key, language)), tag("dd", value, dir="auto")) for key, value in rows], class_="facts")


def _drawing(edition: Edition, footprint: Footprint, language: str) -> Markup:
    recipe = footprint.recipe_ar if language == "ar" else footprint.recipe_en
    sources = text("comma", language).join(text(f"boundary.{source}", language) for source in footprint.sources)
    measures = (
        text(f"method.{footprint.method}", language),
        text(f"precision.{footprint.where_prec}", language),
        text("zone.extent", language, area=f"{footprint.area_km2:,.0f}"),
    )
    return join((
        recipe,
        tag("span", join(_separated(measures)), class_="quiet block"),
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
    return text("zone.agreement_measured", language, area=name, share=f"{footprint.agreement.iou:.0%}")


def _line_date(line: LedgerLine, language: str) -> Markup:
    """When, in words; the browser adds the Hijri date to a day that it is asked for."""
    day = line.known_on if line.dated is None else line.dated.earliest if line.dated.granularity is Granularity.DAY else None
    if line.dated:
        words = date_in_words(line.dated, language)
    elif line.known_on:
        words = text("line.as_reported", language, day=day_in_words(line.known_on, language))
    else:
        words = text("line.undated", language)
    return tag("time", words, class_="line-date", datetime=day and day.isoformat())


def _quoted(line: LedgerLine) -> tuple[Evidence, ...]:
    """What a line is shown with: its first quote, and the one that tells the status where that is another."""
    status = next((evidence for evidence in line.evidence if evidence.aspect is Aspect.STATUS), line.evidence[0])
    return tuple(dict.fromkeys((line.evidence[0], status)))


def _sentence(article: Article, evidence: Evidence) -> Markup:
    words = quotation(article.text, evidence.span)
    return tag(
        "blockquote",
        "…" if words.cut_before else None, words.before, tag("mark", words.quote), words.after,
        "…" if words.cut_after else None,
        lang=str(article.language), dir=direction(article.language),
    )  # fmt: skip
