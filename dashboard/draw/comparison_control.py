"""The second day of a comparison, as static/page/comparison.js shows it beside the date control."""

from __future__ import annotations

from datetime import date
from typing import Any

from dashboard.draw.change_appearance import change_appearances
from dashboard.draw.dates import month_name
from dashboard.draw.timeline import Timeline
from dashboard.strings import text

WORDS = ("start", "end", "other", "typed", "previous", "next", "legend")


def comparison_control(other: date | None, times: Timeline | None, language: str) -> dict[str, Any] | None:
    """As JSON: the other day ("" where none is compared), the days that it may be, words, and the legend of the changes; None
    where nothing has a date."""
    if times is None:
        return None
    return {
        "day": other.isoformat() if other else "",
        "first": times.first.isoformat(),
        "last": times.last.isoformat(),
        "changes": [day.isoformat() for day in times.changes],
        "months": [month_name(month, language) for month in range(1, 13)],
        "words": {word: text(f"compare.{word}", language) for word in WORDS},
        "legend": [
            {"status": str(change), "fill": look.fill, "line": look.line, "label": text(f"change.{change}", language)}
            for change, look in change_appearances().items()
        ],
    }
