"""Both clocks as every page with a date control shows them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from dashboard.draw.date_control import date_control
from dashboard.draw.timeline import timeline
from dashboard.edition import Edition, once_an_edition
from dashboard.queries import publish
from dashboard.view import View


def clocks(edition: Edition, view: View) -> dict[str, Any] | None:
    """What `dashboard.draw.date_control` says of a view; None where nothing has a date."""
    return date_control(view.moment(timeline(edition)), _published_days(edition, view.days), view.language, hijri=view.hijri)


@once_an_edition
def _published_days(edition: Edition, days: tuple[date, date] | None) -> str | None:
    """The address of the days that the date control knows, all of them or those of a range."""
    times = timeline(edition)
    if times is None:
        return None
    return publish("days", json.dumps((times.within(*days) if days else times).options()))
