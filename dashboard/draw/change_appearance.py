"""How changes between two days look: change_appearance.toml, as records, as the page's CSS and as the map's options."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dashboard.draw.appearance import Appearance
from dashboard.draw.markup import Markup, tag
from dashboard.strings import text
from geo.ledger.comparison import Change

TABLE = Path(__file__).with_name("change_appearance.toml")


@cache
def change_appearances() -> Mapping[Change, Appearance]:
    """The look of every change, in the order of the legend."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {Change(change): Appearance(**row) for change, row in rows.items()}


def change_colours(*, dark: bool) -> str:
    """The changes' colours as CSS custom properties, beside those of the statuses: `--change-gained: #0f808a;`…"""
    return "".join(f"--change-{change}:{look.dark if dark else look.light};" for change, look in change_appearances().items())


def change_styles(*, dark: bool) -> dict[str, dict[str, str]]:
    """By change, what static/page/zone_layer.js paints with."""
    return {
        str(change): {"color": look.dark if dark else look.light, "fill": look.fill, "line": look.line}
        for change, look in change_appearances().items()
    }


def change_badge(change: Change, language: str) -> Markup:
    """A swatch and the word for a change."""
    look = change_appearances()[change]
    line = "dashed" if look.line else "solid"
    return tag(
        "span",
        tag("i", class_="swatch", data_fill=look.fill, data_line=line, aria_hidden="true"),
        tag("span", text(f"change.{change}", language), class_="status-word"),
        class_="status", style=f"--status:var(--change-{change})",
    )  # fmt: skip
