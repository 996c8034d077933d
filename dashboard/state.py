"""This session's view, and its link in the address bar."""

from __future__ import annotations

import streamlit as st

from dashboard.draw.timeline import Timeline
from dashboard.edition import Edition
from dashboard.link import view_of_link
from dashboard.view import View


def current_view(edition: Edition, timeline: Timeline | None) -> tuple[View, tuple[str, ...]]:
    """This session's view, and what the link asked for in vain.

    The link wins when it is not the one that this session wrote last: at the first run, at Back and Forward. But not where
    the visitor has just done something: an act that comes before the last link has reached the browser brings an older one.
    """
    link = st.query_params.to_dict()
    acted = st.session_state.pop("acted", False)
    if "view" not in st.session_state or (not acted and st.session_state.get("written_link") != link):
        view, lost = view_of_link(link, edition, timeline)
        st.session_state.view, st.session_state.lost, st.session_state.written_link = view, lost, link
    return st.session_state.view, st.session_state.lost


def change_view(view: View) -> None:
    """Makes `view` this session's; the link follows at the end of the run (`write_link`)."""
    st.session_state.view, st.session_state.lost, st.session_state.acted = view, (), True


def note_heard(number: object) -> None:
    """Notes the number of the browser's message that is being answered (static/page/messages.js)."""
    if isinstance(number, int):
        st.session_state.heard = number


def last_heard() -> int:
    """The number of the last message that was heard, 0 before the first."""
    heard: int = st.session_state.get("heard", 0)
    return heard


def write_link(view: View) -> None:
    """Puts the view into the address bar."""
    link = view.link()
    st.session_state.written_link = link
    if st.query_params.to_dict() != link:
        st.query_params.from_dict(link)


def is_dark_theme() -> bool:
    """True if the visitor's theme is the dark one."""
    return bool(st.context.theme.type == "dark")
