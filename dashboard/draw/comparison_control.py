"""The second day of a comparison, as static/page/comparison.js shows it beside the date control."""

from __future__ import annotations

from datetime import date
from typing import Any

from dashboard.draw.change_appearance import change_appearances
from dashboard.draw.timeline import Timeline
from dashboard.strings import text

WORDS = ("start", "end", "other", "typed", "previous", "next", "legend", "side", "legend_side", "unpainted")


def comparison_control(other: date | None, times: Timeline | None, *, side: bool = False) -> dict[str, Any] | None:
    """As JSON: the other day ("" where none is compared) and whether it has its own map; None where nothing has a date. The
    days that it may be are the date control's."""
    if times is None:
        return None
    return {"day": other.isoformat() if other else "", "side": side}


def comparison_wording(language: str) -> dict[str, Any]:
    """As JSON: what never changes of the control in a language, its words and the legend of the changes."""
    return {
        "words": {word: text(f"compare.{word}", language) for word in WORDS},
        "legend": [
            {"status": str(change), "fill": look.fill, "line": look.line, "label": text(f"change.{change}", language)}
            for change, look in change_appearances().items()
        ],
    }
