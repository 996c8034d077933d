"""The page of the evidence pack: map, zones with their ledgers and quotes, articles. It asks nothing of any machine.

Its style and script stand in it, and a policy in its head lets nothing else run or load, whatever an article's text holds.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

from data.export.about import PROGRAM, attribution, boundary_notes, filter_words
from data.export.appearance import appearances
from data.export.dossier import Selection
from data.export.hypertext import Child, both, date_said, date_words, said, tag, words, written
from data.export.page_map import zone_map
from data.export.plain import web_address
from data.export.truces import actor_names
from data.export.words import LANGUAGES, word
from geo.article import Article
from geo.gazetteer import Area
from geo.ledger.review import doubt_of
from geo.ledger.zone import LedgerLine, Period, Zone, shown_status
from geo.message import Message
from geo.statement import Doubt
from geo.statement.binding import parties_of
from geo.status import Status

Doubts = Mapping[tuple[str, Status], Doubt | None]  # by the id and status of a statement

_FOLDER = Path(__file__).parent
CHECKSUMS = "SHA256SUMS"


def page(selection: Selection, texts: Mapping[str, Article], files: Iterable[str]) -> bytes:
    """The page. `texts` are the versions of articles that lie beside it, by their paths, `files` the paths of other files."""
    style = (_FOLDER / "page.css").read_text(encoding="utf-8") + _statuses_css()
    script = (_FOLDER / "page.js").read_text(encoding="utf-8")
    anchors = {zone.id: f"zone-{number}" for number, zone in enumerate(selection.zones, start=1)}
    standings = selection.dossier.standings
    doubts = {(said.id, said.status): doubt_of(said, standings.get(said.id)) for said in selection.statements}
    article_anchors = {id: f"article-{number}" for number, id in enumerate(selection.articles, start=1)}
    texts_of: dict[str, dict[str, Article]] = {}
    for path, version in texts.items():
        texts_of.setdefault(version.id, {})[path] = version
    head = tag(
        "head", tag("meta", charset="utf-8"), tag("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"), tag("title", f"{word('brand', 'en')} · {word('brand', 'ar')}"),
        tag("style", style),
    )  # fmt: skip
    main = tag(
        "main", _figure(selection, anchors), tag("h2", words("list.heading")),
        [_zone(selection, zone, anchors[zone.id], article_anchors, doubts) for zone in selection.zones],
        tag("h2", words("pack.articles")),
        [_article(article, article_anchors[id], texts_of.get(id, {})) for id, article in selection.articles.items()],
    )  # fmt: skip
    body = tag("body", _header(selection), main, _footer(selection, files), tag("script", script))
    return written(tag("html", head, body, lang="en", dir="ltr"))


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_fingerprint(style)}'; script-src '{_fingerprint(script)}'; "
        f"base-uri 'none'; form-action 'none'"
    )


def _fingerprint(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _statuses_css() -> str:
    """The colours and fills of the statuses, as rules."""
    rules = []
    for status, look in appearances().items():
        fill = {"solid": look.colour, "none": "none"}.get(look.fill, f"url(#p-{status})")
        dashes = f";stroke-dasharray:{look.line}" if look.line else ""
        rules.append(f".s-{status}{{fill:{fill};stroke:{look.colour}{dashes}}}.b-{status}{{border-color:{look.colour}}}")
        rules.append(f".stroke-{status}{{fill:none;stroke:{look.colour};stroke-width:1.6}}")
    return "\n".join(rules) + "\n"


# --- head, map and foot ------------------------------------------------------------------------------------------------


def _header(selection: Selection) -> Element:
    chosen = filter_words(selection.filter)
    filters = both({
        language: said("pack.filter", language, filter=word("comma", language).join(
            said(f"pack.filter.{name}", language, value=value) for name, value in chosen.items()))
        for language in LANGUAGES
    })  # fmt: skip
    left_out = selection.zones_in_all - len(selection.zones)
    counts = {
        "zones": len(selection.zones), "statements": len(selection.statements), "articles": len(selection.articles),
    }  # fmt: skip
    return tag(
        "header", tag("button", words("pack.language"), id="language", type="button"),
        tag("p", words("brand"), " — ", words("pack.title"), class_="quiet"), tag("h1", words("tagline")),
        tag("p", words("pack.counts", **counts)), tag("p", filters) if chosen else None,
        tag("p", words("pack.left_out", count=left_out)) if left_out else None, tag("p", words("silence"), class_="quiet"),
    )  # fmt: skip


def _figure(selection: Selection, anchors: dict[str, str]) -> Element:
    drawing = zone_map(selection, anchors)
    if drawing is None:
        return tag("p", words("pack.map.none"))
    day = selection.filter.day
    shown = {shown_status(selection.period_of(id)) for id in selection.footprints}
    legend = tag("ul", [tag("li", _badge(status)) for status in appearances() if status in shown], class_="legend")
    meaning = words("pack.map.day", day=day.isoformat()) if day else words("pack.map.latest")
    return tag(
        "figure", drawing, tag("figcaption", legend, tag("p", meaning, ". ", words("pack.map.extent"), ".", class_="quiet"))
    )


def _footer(selection: Selection, files: Iterable[str]) -> Element:
    dossier = selection.dossier
    notes: dict[str, list[str]] = {language: boundary_notes(selection, language) for language in LANGUAGES}
    rows = [row for _, row in sorted(dossier.sources.items())]
    tables = [tag("li", f"{row['title']} ({row['publisher']}; {row['licence']})", dir="auto") for row in rows]
    return tag(
        "footer", tag("h2", words("pack.sources")),
        tag("p", words("pack.program", program=f"{PROGRAM} {dossier.version}", reference=dossier.reference_sha256)),
        tag("p", both({language: " ".join(notes[language]) for language in LANGUAGES})),
        tag("p", both({language: attribution(selection, language) for language in LANGUAGES})), tag("p", words("licence")),
        tag("ul", tables, class_="quiet"), tag("h2", words("pack.files")),
        tag("ul", [tag("li", tag("a", name, href=name, dir="ltr")) for name in files]), tag("p", words("pack.checksums")),
    )  # fmt: skip


# --- zones -------------------------------------------------------------------------------------------------------------


def _badge(status: Status) -> Element:
    return tag("span", words(f"status.{status}"), class_=f"badge b-{status}")


def _zone(
    selection: Selection, zone: Zone, anchor: str, articles: Mapping[str, str], doubts: Doubts
) -> Element:  # fmt: skip
    period = selection.period_of(zone.id)
    held = [tag("li", _badge(shown_status(p)), " ", tag("bdi", _days(p), dir="ltr")) for p in selection.periods[zone.id]]
    names = {language: _zone_name(selection, zone, language) for language in LANGUAGES}
    undrawn = tag("p", words("list.undrawn"), class_="quiet") if zone.id in selection.undrawn else None
    return tag(
        "section", tag("h2", both(names)), undrawn, tag("p", _badge(shown_status(period))), _facts(selection, zone),
        tag("ul", held, class_="legend"), tag("h3", words("zone.ledger")), _ledger(selection, zone, articles, doubts),
        id=anchor, class_="zone-section",
    )  # fmt: skip


def _zone_name(selection: Selection, zone: Zone, language: str) -> str:
    name = selection.dossier.gazetteer.name(Area.parse(zone.area), language)
    return said("zone.part", language, name=name) if zone.partial else name


def _days(period: Period) -> str:
    """The first day and the last."""
    return f"{period.start.isoformat()} → {period.last_day.isoformat() if period.last_day else ''}".rstrip()


def _facts(selection: Selection, zone: Zone) -> Element:
    agreement = selection.agreements[zone.agreement]
    own = (s for s in selection.statements if s.agreement == agreement.id and selection.withdrawn_on(s.id) is None)
    facts: list[tuple[str, Sequence[Child]]] = [
        ("zone.agreement", both({"en": agreement.name_en, "ar": agreement.name_ar})),
        ("zone.type", words(f"type.{agreement.type}")),
    ]
    for key, actors in (
        ("zone.parties", parties_of(agreement, own)), ("zone.sponsors", agreement.sponsors),
        ("zone.guarantors", agreement.guarantors), ("zone.mediators", agreement.mediators),
    ):  # fmt: skip
        if actors:
            facts.append((key, both({language: _actors(selection, actors, language) for language in LANGUAGES})))
    facts.append(("zone.drawn", _drawing(selection, zone)))
    return tag("dl", [[tag("dt", words(key)), tag("dd", value)] for key, value in facts])


def _drawing(selection: Selection, zone: Zone) -> Sequence[Child]:
    """How the polygon came about, how well it is known, and what is disputed of it; or why there is none."""
    footprint, name = selection.footprints.get(zone.id), selection.dossier.gazetteer.name
    if footprint is None:
        return words("pack.undrawn", reason=selection.undrawn[zone.id])
    notes: list[dict[str, str]] = []
    if footprint.agreement:
        area, share = Area.parse(footprint.agreement.area), f"{footprint.agreement.iou:.0%}"
        measured = "zone.agreement_measured"
        notes.append({lang: said(measured, lang, area=name(area, lang), share=share) for lang in LANGUAGES})
    disputed = [selection.dossier.disputed[id] for id in footprint.disputed if id in selection.dossier.disputed]
    if disputed:
        names = {"en": [part.name_en for part in disputed], "ar": [part.name_ar for part in disputed]}
        notes.append({
            language: said("zone.disputed", language, names=word("comma", language).join(names[language]))
            for language in LANGUAGES
        })  # fmt: skip
    return [
        both({"en": footprint.recipe_en, "ar": footprint.recipe_ar}), ". ",
        [[words(f"boundary.{source}"), ". "] for source in footprint.sources],
        words("zone.extent", area=f"{footprint.area_km2:,.0f}"), ". ", words(f"precision.{footprint.where_prec}"), ".",
        [tag("div", both(note), class_="quiet") for note in notes],
    ]  # fmt: skip


def _actors(selection: Selection, ids: Iterable[str], language: str) -> str:
    return word("comma", language).join(actor_names(selection, ids, language))


def _ledger(
    selection: Selection, zone: Zone, articles: Mapping[str, str], doubts: Doubts
) -> Element:  # fmt: skip
    columns = ("status", "since", "until", "known", "quote")
    heads = tag("tr", [tag("th", words(f"pack.column.{column}"), scope="col") for column in columns])
    rows = [_line(selection, line, doubts.get((line.statement, line.status)), articles[line.article]) for line in zone.ledger]
    return tag("div", tag("table", tag("thead", heads), tag("tbody", rows)), class_="scroll")


def _line(selection: Selection, line: LedgerLine, doubt: Doubt | None, anchor: str) -> Element:
    article = selection.dossier.text_of(line.statement, line.article)
    gone = line.withdrawn_on.isoformat() if line.withdrawn_on else None
    since = words("line.undated")
    if line.dated:
        since = date_words(line.dated)
    elif line.true_from:
        since = words("line.as_reported", day=line.true_from.isoformat())
    quotes = [tag("blockquote", evidence.quote, lang=str(article.language), dir="auto") for evidence in line.evidence]
    return tag(
        "tr", tag("td", _badge(line.status), tag("div", words(f"modality.{line.modality}"), class_="quiet"),
                  tag("div", "? ", words(f"grounds.{doubt}"), class_="quiet") if doubt else None,
                  tag("div", "⊇ ", _said_of(selection, line.said_of), class_="quiet") if line.said_of else None,
                  tag("div", "⊘ ", words("line.withdrawn", day=gone), class_="quiet") if gone else None),
        tag("td", _label("since"), since, class_="since"),
        tag("td", _label("until"), _day(line.last_day), class_="day"),
        tag("td", _label("known"), _day(line.known_on), class_="day"),
        tag("td", quotes, tag("a", _headline(article), href=f"#{anchor}")),
    )  # fmt: skip


def _said_of(selection: Selection, area: str) -> Sequence[Child]:
    """That a line's words speak of a wider area."""
    name = selection.dossier.gazetteer.name
    return both({
        language: said("line.said_of", language, area=name(Area.parse(area), language)) for language in LANGUAGES
    })  # fmt: skip


def _label(column: str) -> Element:
    """The column's name again, for narrow screens, where cells stand below each other."""
    return tag("span", words(f"pack.column.{column}"), ": ", class_="label quiet")


def _day(day: date | None) -> Child:
    return day.isoformat() if day else words("pack.none")


def _basis(basis: str) -> Sequence[Child]:
    """How the date is known: in Arabic where whoever wrote it gave both languages."""
    written = {"en": basis, "ar": basis.ar if isinstance(basis, Message) and basis.ar else basis}
    return both({language: said("article.basis", language, basis=written[language]) for language in LANGUAGES})


def _headline(article: Article) -> Element:
    return tag("bdi", article.headline, lang=str(article.language), dir="auto")


def _published(article: Article) -> Sequence[Child]:
    day = article.published
    if day is None:
        return words("line.published_unknown")
    return both({language: said("line.published", language, date=date_said(day, language)) for language in LANGUAGES})


def _article(article: Article, anchor: str, texts: Mapping[str, Article]) -> Element:
    """An article with the texts of it that lie beside the page, by their paths: its own, and other versions that are quoted."""
    address = web_address(article.url)
    publisher: Child = tag("bdi", article.publisher, dir="auto") if article.publisher else words("line.publisher_unknown")
    text = next((path for path, version in texts.items() if version.sha256 == article.sha256), None)
    others = [
        tag("p", tag("a", words("pack.other_text"), href=path), " · ", _published(version), " ",
            tag("code", f"SHA-256 {version.sha256}", dir="ltr"))
        for path, version in texts.items() if path != text
    ]  # fmt: skip
    links: Sequence[Child] = [
        tag("a", words("pack.text"), href=text) if text else None, " " if text and address else None,
        tag("a", words("pack.source"), href=address, rel="noopener noreferrer") if address else None,
    ]  # fmt: skip
    basis = tag("p", _basis(article.published_basis), class_="quiet") if article.published_basis else None
    return tag(
        "article", tag("h3", _headline(article)),
        tag("p", publisher, " · ", _published(article)), basis, tag("p", links),
        tag("p", tag("code", f"SHA-256 {article.sha256}", dir="ltr")), others, id=anchor, class_="article",
    )  # fmt: skip
