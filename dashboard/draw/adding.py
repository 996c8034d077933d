"""The page that takes articles in: what is taken, what a draft would be kept as, and what was found once it was kept."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from dashboard.draft import Candidate, Draft, IntakeLimits, Kept
from dashboard.draw.article_list import findings, unresolved_names
from dashboard.draw.dates import with_whole_dates
from dashboard.draw.headline import headline_in_words, headline_tag
from dashboard.draw.markup import Child, Markup, button, join, tag
from dashboard.draw.reader import date_basis, source_facts, source_link
from dashboard.draw.tray import MOST_OF_A_NAME, unread_file
from dashboard.draw.zone_list import zone_title
from dashboard.edition import BadFile, Edition
from dashboard.messages import said
from dashboard.strings import counted, direction, isolated, text
from geo.article import Article
from geo.errors import HudnaError
from geo.evidence.judgement import Facts, in_force
from geo.ledger.zone import Zone

MOST_SHOWN = 20_000  # characters of a text: enough to see whether it was read well
_MEGABYTE = 1_000_000


def closed(language: str) -> Markup:
    """What a visitor is told where the page takes nothing in."""
    return tag(
        "section", tag("h2", text("add.heading", language)), tag("p", text("add.closed", language), class_="lead"),
        tag("p", text("add.closed_how", language), class_="quiet"), class_="adding", data_part="closed",
    )  # fmt: skip


def opening(language: str) -> Markup:
    """What the page is for."""
    heading, hint = tag("h2", text("add.heading", language)), tag("p", text("add.hint", language))
    return tag("section", heading, hint, class_="adding", data_part="add")


def limits(way: str, most: IntakeLimits, upload_bytes: int, language: str) -> Markup:
    """What one way takes, and how much of it, in a paragraph. `upload_bytes` is what the server lets one file have."""
    values = {
        "article": _size(most.article_bytes, language), "document": _size(most.document_bytes, language),
        "upload": _size(min(most.document_bytes, upload_bytes), language), "seconds": most.parse_seconds,
        "fetch": most.fetch_seconds, "pages": most.feed_entries, "articles": most.articles,
        "endings": text("comma", language).join(f"\u2066{ending}\u2069" for ending in most.endings),
    }  # fmt: skip
    return tag("p", text(f"add.limits.{way}", language, **values), class_="add-limits")


def uploader_words(upload_bytes: int, language: str) -> str:
    """The words of Streamlit's upload field as a style sheet: it has them in English only."""
    words = {
        "button": text("add.choose_files", language), "drop": text("add.drop", language),
        "refused": text("add.refused", language, most=_size(upload_bytes, language)),
    }  # fmt: skip
    return "".join(f"--add-{name}:{json.dumps(word, ensure_ascii=False)};" for name, word in words.items())


def complaint(words: str, language: str) -> Markup:
    """Why something was not done, read aloud at once."""
    return tag("p", with_whole_dates(words), class_="lost", role="alert", dir="auto", lang=language)


def fault_told(fault: HudnaError, language: str) -> Markup:
    """The same for what was foreseen: a line for each of its sentences."""
    told = [(message, said(message, language)) for message in fault.messages]
    return join(complaint(words, "en" if words == message else language) for message, words in told)


def draft_panel(draft: Draft, chosen: int, edition: Edition, language: str) -> Markup:
    """What was found, in a line; what cannot be read; and where there are several, the articles to choose from."""
    count = len(draft.candidates)
    rows = [_row(n, one, n == chosen, edition, language) for n, one in enumerate(draft.candidates)]
    several = [tag("p", text("add.choose", language), class_="quiet"), tag("ul", rows, class_="candidates-in")]
    return tag(
        "section",
        tag("h2", text("add.check_heading", language), tabindex="-1", data_arrive=True),
        tag("p", counted("add.found", count, language) if count else text("add.none", language), role="status"),
        _faults(draft.faults, language),
        several if count > 1 else None,
        class_="adding", data_part="draft",
    )  # fmt: skip


def candidate_panel(candidate: Candidate, edition: Edition, language: str) -> Markup:
    """All that is known of one article, and its text as it was read."""
    article = candidate.article
    basis = date_basis(article, language)
    rows: list[tuple[str, Child]] = [
        ("add.outlook", (_outlook(candidate, edition, language), _said_before(candidate, edition, language))),
        ("about.publisher", source_facts(article, language)[0]),
        ("about.published", (source_facts(article, language)[1], tag("span", basis, class_="quiet block") if basis else None)),
        ("about.language", text(f"about.language.{article.language}", language)),
        ("about.address", source_link(article.url) if article.url else text("about.no_address", language)),
        ("add.id", tag("code", article.id[:MOST_OF_A_NAME], dir="ltr")),
    ]
    shown, rest = article.text[:MOST_SHOWN], len(article.text) - MOST_SHOWN
    return tag(
        "section",
        headline_tag("h3", article, most=MOST_OF_A_NAME),
        tag("dl", [(tag("dt", text(key, language)), tag("dd", value, dir="auto")) for key, value in rows], class_="facts"),
        tag("h3", text("add.text", language)),
        tag("div", shown, lang=str(article.language), dir=direction(article.language), class_="extracted", tabindex="0",
            role="region", aria_label=text("add.text", language)),
        tag("p", counted("add.rest", rest, language), class_="quiet") if rest > 0 else None,
        class_="adding", data_part="candidate",
    )  # fmt: skip


def kept_panel(kept: Kept, edition: Edition, language: str) -> Markup:
    """What keeping has brought: for each article what was found in it, its zones, and the names that have no place."""
    read = [edition.articles[id] for id in kept.read if id in edition.articles]
    there = [edition.articles[id] for id in (*kept.unchanged, *kept.repeated) if id in edition.articles]
    known = tag("ul", [tag("li", _open(article, language)) for article in there], class_="there")
    zones: dict[str, dict[str, Zone]] = {article.id: {} for article in read}
    for zone in edition.zones.values():
        for line in zone.ledger:
            if line.article in zones and line.withdrawn_on is None:
                zones[line.article][zone.id] = zone
    found = [tag("li", _kept(edition, article, zones[article.id].values(), language)) for article in read]
    return tag(
        "section",
        tag("h2", text("add.kept_heading", language), tabindex="-1", data_arrive=True),
        tag("p", counted("add.kept", len(read), language) if read else text("add.kept_none", language), role="status"),
        _faults(kept.faults, language),
        tag("ul", found, class_="articles"),
        [tag("p", counted("add.there", len(there), language)), known] if there else None,
        class_="adding", data_part="kept",
    )  # fmt: skip


def _kept(edition: Edition, article: Article, zones: Collection[Zone], language: str) -> Iterable[Child]:
    yield headline_tag("h3", article, most=MOST_OF_A_NAME)
    yield tag("p", findings(edition, article, language))
    if zones:
        yield tag("p", counted("add.zones", len(zones), language))
        yield tag("ul", [tag("li", _zone(edition, zone, language)) for zone in zones], class_="zones")
    elif edition.said_now(article.id):
        yield tag("p", text("add.no_zone", language))
    if unresolved := unresolved_names(edition, article):
        names = text("comma", language).join(isolated(f"«{name}»") for name in unresolved)
        yield tag("p", text("articles.unresolved", language, names=names), class_="unresolved")
    yield _open(article, language)


def _zone(edition: Edition, zone: Zone, language: str) -> Markup:
    send = {"do": "zone", "zone": zone.id}
    return button(tag("span", zone_title(edition, zone, language), class_="zone-name"), send=send, class_="zone-item")


def _open(article: Article, language: str) -> Markup:
    name = text("add.open", language, name=headline_in_words(article, most=MOST_OF_A_NAME))
    return button(name, send={"do": "article", "article": article.id}, class_="open-line")


def _row(number: int, candidate: Candidate, is_chosen: bool, edition: Edition, language: str) -> Markup:
    article = candidate.article
    name = article.headline[:MOST_OF_A_NAME]
    facts = (*source_facts(article, language), _outlook(candidate, edition, language))
    written = headline_tag("span", article, most=MOST_OF_A_NAME, class_="candidate-in-name")
    return tag(
        "li",
        button(
            written, send={"do": "look", "number": str(number)}, aria_pressed="true" if is_chosen else "false", class_="look"
        ),
        tag("p", [tag("bdi", fact, class_="fact") for fact in facts], class_="quiet"),
        button(
            text("add.wanted" if candidate.wanted else "add.left_out", language), send={"do": "leave", "number": str(number)},
            aria_label=f"{text('add.leave', language)}: {name}", aria_pressed="false" if candidate.wanted else "true",
            class_="leave",
        ),
        class_=None if candidate.wanted else "is-left-out",
    )  # fmt: skip


def _said_before(candidate: Candidate, edition: Edition, language: str) -> Markup | None:
    """That what editors said of another text of this name stands in the fields."""
    said_of = {j.article for j in in_force(edition.reviewed.judgements) if isinstance(j.outcome, Facts)}
    is_another = candidate.stored is not None and candidate.stored.text != candidate.article.text
    if not is_another or candidate.article.id not in said_of:
        return None
    return tag("span", text("add.said_before", language), class_="quiet block")


def _outlook(candidate: Candidate, edition: Edition, language: str) -> str:
    if candidate.repeats:
        other = edition.articles.get(candidate.repeats)
        words = f"«{(other.headline if other else candidate.repeats)[:MOST_OF_A_NAME]}»"
        name = isolated(words, other.headline_language if other else None)
        return text("add.outlook.repeats", language, name=name)
    return text(f"add.outlook.{candidate.outlook}", language)


def _faults(faults: tuple[BadFile, ...], language: str) -> Markup | None:
    if not faults:
        return None
    rows = [tag("li", unread_file(bad, language)) for bad in faults]
    return tag("aside", tag("p", counted("add.faults", len(faults), language)), tag("ul", rows), class_="notice", role="note")


def _size(size: int, language: str) -> str:
    """Bytes as people say them."""
    return text("add.megabytes", language, count=f"{size / _MEGABYTE:.3g}")
