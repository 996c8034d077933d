"""Both clocks as every page with a date control shows them."""

from __future__ import annotations

import json
from typing import Any

from dashboard.draw.date_control import date_control, date_words
from dashboard.draw.timeline import Timeline, timeline
from dashboard.edition import Edition, once_an_edition
from dashboard.published import publish
from dashboard.view import View


def clocks(edition: Edition, view: View) -> dict[str, Any] | None:
    """What `dashboard.draw.date_control` says of a view; None where nothing has a date."""
    times = timeline(edition)
    if times is None:
        return None
    # ranges have a name of their own, and are published at each rerun: however many there are, all days stay published
    days = _publish("range", times.within(*view.days), view.language) if view.days else _published_days(edition, view.language)
    return date_control(view.moment(times), days, view.language, hijri=view.hijri)


@once_an_edition
def _published_days(edition: Edition, language: str) -> str | None:
    """The address of all days that the date control knows."""
    times = timeline(edition)
    return _publish("days", times, language) if times else None


def _publish(name: str, times: Timeline, language: str) -> str:
    return publish(name, json.dumps({**times.options(), **date_words(language)}, ensure_ascii=False))
