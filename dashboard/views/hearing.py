"""From what the browser says to the next view: every component's callback only changes the view; the page then reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from dashboard.choices import apply
from dashboard.draw.timeline import timeline
from dashboard.queries import current_edition
from dashboard.state import change_view, note_heard


def heard(key: str) -> Callable[[], None]:
    """The callback of the component with this key."""

    def listen() -> None:
        message = st.session_state[key].message
        if isinstance(message, Mapping):
            edition = current_edition()
            note_heard(message.get("at"))
            change_view(apply(message, st.session_state.view, edition, timeline(edition)))

    return listen
