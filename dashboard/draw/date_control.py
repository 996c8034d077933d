"""The date control as the browser takes it: both clocks, the days that they run over, and the words on it."""

from __future__ import annotations

from typing import Any

from dashboard.draw.dates import month_name
from dashboard.edition import Moment
from dashboard.strings import text

KNOWN_THEN = "then"  # the second clock follows the first: as known on the day shown
_WORDS = (
    "day", "typed", "play", "pause", "previous", "next", "known", "known_all", "known_then", "known_by", "known_day",
    "range", "range_first", "range_last", "range_all", "hijri", "refused_range",
)  # fmt: skip
_PARTS = {part: f"{{{part}}}" for part in ("written", "first", "last")}  # of a sentence, for the browser to fill


def date_control(moment: Moment, days: str | None, language: str, *, hijri: bool = False) -> dict[str, Any] | None:
    """As JSON for static/page/timeline.js; None where nothing has a date. `days` is the address of `Timeline.options` and
    `date_words`, which no rerun changes. `hijri` is offered in Arabic alone."""
    if days is None or moment.day is None:
        return None
    return {
        "days": days,
        "day": moment.day.isoformat(),
        "known": known_word(moment),
        "hijri": hijri if language == "ar" else None,
    }


def date_words(language: str) -> dict[str, Any]:
    """The words on the control, and the names of the months."""
    return {
        "words": {word: text(f"time.{word}", language) for word in _WORDS}
        | {"as_known": text("zone.known_on", language, day="{day}")}
        | {word: text(f"time.{word}", language, **_PARTS) for word in ("refused", "outside")},
        "months": [month_name(month, language) for month in range(1, 13)],
    }


def known_word(moment: Moment) -> str:
    """The second clock in a word: "" for all that is known, `KNOWN_THEN`, or its day in ISO form."""
    if moment.follows:
        return KNOWN_THEN
    return moment.known_on.isoformat() if moment.known_on else ""
