"""The tray: what has no place on the map or no day on the timeline. No search and no filter makes it smaller."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.draw.headline import headline_tag
from dashboard.draw.markup import Markup, button, join, tag
from dashboard.draw.zone_list import agreement_name, truce_name, zone_title
from dashboard.edition import BadFile, Edition
from dashboard.messages import said
from dashboard.strings import counted, direction, text
from geo.ledger.zone import Zone
from geo.message import Message
from geo.statement import Statement

MOST_OF_A_NAME = 200  # characters
MOST_ITEMS = 100  # of one kind that are listed at once


@dataclass(frozen=True, kw_only=True)
class LeftOver:
    """What an edition cannot place: undated statements, names without a place as (article, start, end), undrawn zones.

    A statement is undated where neither its text nor its article gives a day; a name stands once for each article.
    """

    undated: tuple[Statement, ...]
    unplaced: tuple[tuple[str, int, int], ...]
    undrawn: tuple[Zone, ...]


def left_over(edition: Edition) -> LeftOver:
    """What cannot be placed, in the order of the articles and of the zones."""
    placed = {line.statement for zone in edition.zones.values() for line in zone.ledger if line.true_from or line.known_on}
    undated = {line.statement for zone in edition.zones.values() for line in zone.ledger} - placed
    unplaced: dict[tuple[str, str], tuple[str, int, int]] = {}
    for article, found in edition.resolutions.items():
        for resolution in found:
            if resolution.area is None:
                span = resolution.mention.span
                unplaced.setdefault((article, span.of(edition.articles[article].text)), (article, span.start, span.end))
    return LeftOver(
        undated=tuple(s for found in edition.statements.values() for s in found if s.id in undated),
        unplaced=tuple(unplaced.values()),
        undrawn=tuple(zone for zone in edition.zones.values() if zone.id not in edition.footprints),
    )


def unread_files(edition: Edition, opened: Collection[str], language: str) -> Markup | None:
    """The tray's part of the files that could not be read, as a notice above a list; None if all could."""
    if not edition.bad_files:
        return None
    part = _part("unread", edition.bad_files, _unread, edition, language, opened="unread" in opened)
    return tag("aside", part, class_="notice", role="note")


def tray(
    edition: Edition, left: LeftOver, opened: Collection[str], language: str, *, told_above: str | None = None
) -> Markup:  # fmt: skip
    """The section at the foot of a list: a count for each kind, but for one that is `told_above`, which unfolds into the
    items."""
    kinds: dict[str, tuple[Sequence[Any], Callable[..., Markup]]] = {
        "undated": (left.undated, _undated), "unplaced": (left.unplaced, _unplaced), "undrawn": (left.undrawn, _undrawn),
        "unread": (edition.bad_files, _unread),
    }  # fmt: skip
    parts = [
        _part(kind, held, draw, edition, language, opened=kind in opened)
        for kind, (held, draw) in kinds.items() if held and kind != told_above
    ]  # fmt: skip
    nothing = "tray.empty" if told_above is None or not kinds[told_above][0] else "tray.nothing_else"
    return tag(
        "section",
        tag("h3", text("tray.heading", language)),
        tag("p", text("tray.hint" if parts else nothing, language), class_="quiet"),
        parts,
        class_="tray", aria_label=text("tray.heading", language),
    )  # fmt: skip


def _part(
    kind: str, held: Sequence[Any], draw: Callable[..., Markup], edition: Edition, language: str, *, opened: bool
) -> Markup:  # fmt: skip
    more = len(held) - MOST_ITEMS
    return tag(
        "div",
        button(counted(f"tray.{kind}", len(held), language), send={"do": "open", "part": kind}, class_="unfold",
               aria_expanded="true" if opened else "false"),
        tag("ul", [tag("li", draw(edition, one, language)) for one in held[:MOST_ITEMS]]) if opened else None,
        tag("p", counted("tray.more", more, language), class_="quiet") if opened and more > 0 else None,
    )  # fmt: skip


def _undated(edition: Edition, statement: Statement, language: str) -> Markup:
    article = edition.articles[statement.article]
    return button(
        tag("q", statement.evidence[0].quote, lang=str(article.language), dir=direction(article.language)),
        tag("span", agreement_name(edition, statement.agreement, language), class_="quiet block", dir="auto"),
        send={"do": "line", "article": article.id, "statement": statement.id}, class_="tray-item",
    )  # fmt: skip


def _unplaced(edition: Edition, name: tuple[str, int, int], language: str) -> Markup:
    article, start, end = name
    held = edition.articles[article]
    return button(
        tag("bdi", held.text[start:end], lang=str(held.language)),
        headline_tag("span", held, class_="quiet block"),
        send={"do": "span", "article": article, "span": f"{start}-{end}"}, class_="tray-item",
    )  # fmt: skip


def _undrawn(edition: Edition, zone: Zone, language: str) -> Markup:
    return button(
        tag("bdi", zone_title(edition, zone, language)),
        tag("span", truce_name(edition, zone.agreement, language), class_="quiet block", dir="auto"),
        send={"do": "zone", "zone": zone.id}, class_="tray-item",
    )  # fmt: skip


def _unread(edition: Edition, bad: BadFile, language: str) -> Markup:
    return unread_file(bad, language)


def unread_file(bad: BadFile, language: str) -> Markup:
    """A file that could not be read, and why, in the page's language."""
    made = isinstance(bad.file, Message)
    name = said(bad.file, language) if made else bad.file[:MOST_OF_A_NAME]
    file = tag("code", name, dir=direction(language) if made else "ltr") if name else None
    return join((file, " ", tag("bdi", said(bad.reason, language))))
