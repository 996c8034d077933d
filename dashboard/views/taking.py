"""Taking the data along: what the view has chosen, in the formats of docs/exports.md."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard.draw.markup import tag
from dashboard.draw.timeline import timeline
from dashboard.draw.zone_list import zone_title
from dashboard.edition import Edition
from dashboard.queries import export_formats, exported
from dashboard.strings import counted, text
from dashboard.view import View
from dashboard.views.sieve import sifted

FIRST = "pack"


def take_along(edition: Edition, view: View) -> None:
    """A choice of formats and a button; the file is made when the button is pressed."""
    language = view.language
    chosen = _chosen(edition, view)
    with st.popover(text("take.open", language), key="take"):
        st.html(tag("p", _what(edition, view, chosen)))
        if chosen == ():
            return
        formats = {name: (file, media) for name, file, media in export_formats()}
        name = st.selectbox(
            text("take.format", language), sorted(formats, key=lambda name: name != FIRST), key="take_format",
            format_func=lambda name: text(f"take.{name}", language),
        )  # fmt: skip
        file, media = formats[name]
        known_on = view.moment(timeline(edition)).known_on
        st.download_button(
            text("take.download", language), partial(exported, name, zones=chosen or (), known_on=known_on),
            file_name=file, mime=media, on_click="ignore", key="take_button", type="primary",
        )  # fmt: skip


def _chosen(edition: Edition, view: View) -> tuple[str, ...] | None:
    """The open zone, else the zones that search and filters leave, which may be none at all; None: everything."""
    if view.zone:
        return (view.zone,)
    left = sifted(edition, view, timeline(edition))
    return tuple(left.zones) if left and len(left.zones) < len(edition.zones) else None


def _what(edition: Edition, view: View, chosen: tuple[str, ...] | None) -> str:
    if view.zone:
        return text("take.zone", view.language, name=zone_title(edition, edition.zones[view.zone], view.language))
    if chosen is None:
        return text("take.all", view.language)
    return counted("take.zones", len(chosen), view.language) if chosen else text("take.nothing", view.language)
