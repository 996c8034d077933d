"""The map page: the map with its date control, and beside it what is chosen; or the map alone."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from dashboard.draw.map_only import map_only_line
from dashboard.draw.timeline import timeline
from dashboard.edition import Edition
from dashboard.view import View
from dashboard.views.map_side import map_side
from dashboard.views.sieve import sifted
from dashboard.views.text_side import text_side

MAP_ONLY_HEIGHT = "calc(100dvh - 64px)"  # the window without the line below the map


def explorer_page(edition: Edition, view: View) -> None:
    """The map on one side, what is chosen on the other; on a phone the map above."""
    times = timeline(edition)
    left = sifted(edition, view, times)
    map_column, text_column = st.columns([1.7, 1], gap="medium")
    with text_column:  # before the map, which has painted most of what it is told by itself: a click waits for its text
        text_side(edition, view, times, left)
    with map_column:
        map_side(edition, view, times, left)


def map_only_page(edition: Edition, view: View) -> None:
    """The map alone, for a frame in another page; below it what is chosen, and the way to who says so."""
    times = timeline(edition)
    map_side(edition, view, times, sifted(edition, view, times), height=MAP_ONLY_HEIGHT)
    chosen = edition.zones.get(view.zone or "")
    st.html(map_only_line(edition, chosen, view.moment(times), view.language, _full_link(view)))


def _full_link(view: View) -> str:
    return "?" + urlencode(replace(view, map_only=False).link())
