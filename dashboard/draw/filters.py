"""The search field, the filters with their counts, and the line that says how much they hide."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from dashboard.draw.appearance import appearances
from dashboard.draw.markup import Child, Markup, button, tag
from dashboard.draw.zone_list import agreement_name
from dashboard.edition import Edition
from dashboard.facets import FACETS, NO_STATUS, Clarity, Filters
from dashboard.search import MOST_LETTERS
from dashboard.strings import counted, number, text
from geo.agreement import AgreementType
from geo.statement import Modality

MOST_VALUES = 24  # of one facet: more is a list that nobody reads; the search field finds the others
ORDERED: Mapping[str, tuple[str, ...]] = {
    "status": (*map(str, appearances()), NO_STATUS),
    "type": tuple(map(str, AgreementType)),
    "modality": tuple(map(str, Modality)),
    "confidence": tuple(map(str, Clarity)),
}


def filter_block(
    edition: Edition, query: str, filters: Filters, counts: Mapping[str, Mapping[str, int]] | None, hidden: Markup | None,
    language: str,
) -> Markup:  # fmt: skip
    """The block above a list. `counts` are by facet and value, None while they are folded; `hidden` is `hidden_line`'s."""
    opened = counts is not None
    return tag(
        "div",
        _field(query, language),
        button(
            text("filters.open", language), tag("span", f" {number(len(filters))}", class_="count") if filters else None,
            send={"do": "open", "part": "filters"}, class_="unfold", aria_expanded="true" if opened else "false",
        ),
        tag("div", [_chosen(edition, *one, language) for one in filters], class_="chosen") if filters and not opened else None,
        hidden,
        _facets(edition, filters, counts, language) if counts is not None else None,
        class_="sieve", role="search", aria_label=text("search.region", language),
    )  # fmt: skip


def hidden_line(kind: str, count: int, language: str, *, spoken: bool = True) -> Markup | None:
    """How many are hidden, `kind` being "zones" or "articles", and the way to see them all; None where nothing is hidden.

    A screen reader says a `spoken` one when it changes: of two on a page only one may be."""
    if not count:
        return None
    told = tag("span", counted(f"hidden.{kind}", count, language))
    return tag("p", told, " ", show_all(language), class_="hidden-line", role="status" if spoken else None)


def show_all(language: str) -> Markup:
    """The button that ends search and filters."""
    return button(text("hidden.show_all", language), send={"do": "show_all"}, class_="show-all")


def value_name(edition: Edition, facet: str, value: str, language: str) -> str:
    """A value of a facet in words."""
    match facet:
        case "agreement":
            return agreement_name(edition, value, language)
        case "party":
            return edition.actor_name(value, language)
        case "place":
            return edition.place_name(value, language)
        case "outlet":
            return value or text("line.publisher_unknown", language)
        case "confidence":
            return text(f"confidence.{value}", language)
        case "status":
            return text(f"status.{value}", language)
        case "type":
            return text(f"type.{value}", language)
        case _:
            return text(f"modality.{value}", language)


def filter_button(edition: Edition, facet: str, value: str, *more: Child, pressed: bool, language: str) -> Markup:
    """A value that is chosen, or no longer, when it is pressed."""
    return button(
        tag("bdi", value_name(edition, facet, value, language)), *more, send={"do": "filter", "facet": facet, "value": value},
        class_="value", aria_pressed="true" if pressed else "false",
    )  # fmt: skip


def _field(query: str, language: str) -> Markup:
    field = tag(
        "input", type="search", name="query", value=query, maxlength=str(MOST_LETTERS), dir="auto", autocomplete="off",
        spellcheck="false", enterkeyhint="search", placeholder=text("search.example", language),
        data_ask=json.dumps({"do": "search"}),
    )  # fmt: skip
    return tag("label", tag("span", text("search.label", language), class_="search-label"), field, class_="search")


def _chosen(edition: Edition, facet: str, value: str, language: str) -> Markup:
    """While the filters are folded: one that is chosen, to be taken away."""
    return filter_button(edition, facet, value, tag("i", "×", aria_hidden="true"), pressed=True, language=language)


def _facets(edition: Edition, filters: Filters, counts: Mapping[str, Mapping[str, int]], language: str) -> Markup:
    groups = [_facet(edition, facet, filters, counts[facet], language) for facet in FACETS]
    return tag(
        "div",
        tag("p", text("filters.hint", language), class_="quiet"),
        groups,
        class_="facets",
    )  # fmt: skip


def _facet(edition: Edition, facet: str, filters: Filters, counts: Mapping[str, int], language: str) -> Markup | None:
    chosen = {value for f, value in filters if f == facet}
    values = _values(edition, facet, counts, chosen, language)
    if not values:
        return None
    shown = [value for place, value in enumerate(values) if place < MOST_VALUES or value in chosen]
    left_out = len(values) - len(shown)
    title = text(f"facet.{facet}", language)
    return tag(
        "div",
        tag("p", title, class_="facet-name", aria_hidden="true"),
        tag("p", text("confidence.note", language), class_="quiet") if facet == "confidence" else None,
        tag(
            "div",
            [
                filter_button(
                    edition, facet, value, tag("span", number(counts.get(value, 0)), class_="count"), pressed=value in chosen,
                    language=language,
                )
                for value in shown
            ],
            class_="values",
        ),
        tag("p", counted("filters.more", left_out, language), class_="quiet") if left_out else None,
        class_="facet", role="group", aria_label=title,
    )  # fmt: skip


def _values(
    edition: Edition, facet: str, counts: Mapping[str, int], chosen: Collection[str], language: str
) -> list[str]:  # fmt: skip
    """The values to choose from: in the order of their table where they have one, else those that leave most first."""
    values = {*counts, *chosen}
    if facet in ORDERED:
        return [value for value in ORDERED[facet] if value in values]
    return sorted(values, key=lambda v: (-counts.get(v, 0), value_name(edition, facet, v, language).casefold(), v))
