"""How statuses look: appearance.toml, as records, as the page's CSS and as the map's options."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.edition import Edition, Moment, once_an_edition
from geo.ledger.zone import shown_status
from geo.status import Status

TABLE = Path(__file__).with_name("appearance.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """The look of one status: a colour for either theme, a kind of fill, and the dashes of its line ("" for none)."""

    light: str
    dark: str
    fill: str
    line: str


@cache
def appearances() -> Mapping[Status, Appearance]:
    """The look of every status, in the order of the legend."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {Status(status): Appearance(**row) for status, row in rows.items()}


def status_on(edition: Edition, zone: str, moment: Moment) -> Status | None:
    """What a zone is drawn with at a moment; None where nothing was reported for it."""
    period = edition.period_on(zone, moment)
    return shown_status(period) if period else None


@once_an_edition
def statuses_ever(edition: Edition) -> frozenset[Status]:
    """Every status that any zone is drawn with on any day."""
    return frozenset(shown_status(period) for periods in edition.periods.values() for period in periods)


def status_colours(*, dark: bool) -> str:
    """The statuses' colours as CSS custom properties, which reach into every component: `--status-in_force: #1163c2;`…"""
    return "".join(f"--status-{status}:{look.dark if dark else look.light};" for status, look in appearances().items())


def map_styles(*, dark: bool) -> dict[str, dict[str, str]]:
    """By status, what static/page/zone_layer.js paints with."""
    return {
        str(status): {"color": look.dark if dark else look.light, "fill": look.fill, "line": look.line}
        for status, look in appearances().items()
    }
