"""Beside the map: two days compared, each counted once for an edition."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.draw.comparison_panel import comparison_panel
from dashboard.draw.markup import Markup
from dashboard.draw.timeline import Timeline
from dashboard.edition import Edition, Moment
from dashboard.view import View
from geo.ledger.comparison import Comparison, Side, compare


def comparison_beside(edition: Edition, view: View, times: Timeline | None) -> Markup | None:
    """The panel of the view's comparison, from its earlier to its later day; None where the view compares nothing."""
    shown = view.moment(times)
    other = replace(view, day=view.compare).moment(times)
    if view.compare is None or shown.day is None or other.day is None:
        return None
    earlier, later = (shown, other) if shown.day < other.day else (other, shown)
    return comparison_panel(edition, _compared(edition, edition.generation, earlier, later), later, view.language)


@st.cache_resource(max_entries=32, show_spinner=False)
def _compared(_edition: Edition, generation: str, earlier: Moment, later: Moment) -> Comparison:
    """`generation` is what the cache tells editions apart by."""
    return compare(
        _edition.zones.values(), _side(_edition, earlier), _side(_edition, later), _edition.footprints,
        _edition.fades_after_days,
    )  # fmt: skip


def _side(edition: Edition, moment: Moment) -> Side:
    assert moment.day
    told = {zone: edition.period_on(zone, moment) for zone in edition.zones}
    return Side(day=moment.day, known_on=moment.known_on, periods={zone: period for zone, period in told.items() if period})
