"""How statuses look in exports: appearance.toml as records."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geo.status import Status

TABLE = Path(__file__).with_name("appearance.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A colour (#rrggbb), a fill (solid, hatch, cross, bars, dots, none), and the dashes of the line in pixels, "" for none."""

    colour: str
    fill: str
    line: str


@cache
def appearances() -> Mapping[Status, Appearance]:
    """The look of every status, in the order of the legend."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {Status(status): Appearance(**row) for status, row in rows.items()}
