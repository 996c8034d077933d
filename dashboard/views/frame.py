"""The frame of every page: its edition, its view, its style, and the order in which its parts are told."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.draw.appearance import status_colours
from dashboard.draw.change_appearance import change_colours
from dashboard.draw.markup import tag
from dashboard.draw.timeline import timeline
from dashboard.messages import said
from dashboard.queries import current_edition
from dashboard.state import current_view, is_dark_theme, last_heard, write_link
from dashboard.strings import LANGUAGES, direction, text
from dashboard.view import Page
from dashboard.views.about import about_page
from dashboard.views.adding import adding_page
from dashboard.views.agreements import agreements_page
from dashboard.views.articles import articles_page
from dashboard.views.chronicle import chronicle_page
from dashboard.views.components import messages
from dashboard.views.explorer import explorer_page, map_only_page
from dashboard.views.header import fill_header
from dashboard.views.hearing import heard
from dashboard.views.review import review_page
from geo.errors import HudnaError, PublishError, StoreError

STATIC_FOLDER = Path(__file__).parents[1] / "static"
PAGES = {
    Page.MAP: explorer_page,
    Page.TIMELINE: chronicle_page,
    Page.ARTICLES: articles_page,
    Page.ADD: adding_page,
    Page.REVIEW: review_page,
    Page.AGREEMENTS: agreements_page,
    Page.ABOUT: about_page,
}


def show_page(coming: DeltaGenerator) -> None:
    """The whole page, from the link to the link. `coming`, which says that it is on its way, goes before it."""
    st.set_page_config(page_title="Hudna · هدنة", page_icon=str(STATIC_FOLDER / "page" / "icon.png"), layout="wide")
    if not _is_configured():
        coming.empty()
        _cannot_show("page.unconfigured")
        return
    try:
        edition = current_edition()
    except HudnaError as fault:
        _cannot_show("store.missing" if isinstance(fault, StoreError) else "page.broken", fault)
        return
    finally:
        coming.empty()
    view, lost = current_view(edition, timeline(edition))
    st.html(_style(view.language))
    above = st.container(key="above")
    page = map_only_page if view.map_only else PAGES[view.page]
    opened = last_heard() > 0  # whoever clicks waits for what the page shows, not for the switches above it
    if not opened:  # while it opens, nothing may move down
        fill_header(above, edition, view, lost)
    try:
        page(edition, view)
    except PublishError as fault:
        _cannot_show("page.broken", fault)
    finally:  # a page that fails leaves the way to the others
        if opened:
            fill_header(above, edition, view, lost)
    write_link(view)
    messages(view.language, heard=heard("messages"))


def _is_configured() -> bool:
    """Whether the server serves what the page is drawn with, and has no visitor's browser send anything to anybody."""
    return bool(st.get_option("server.enableStaticServing")) and not st.get_option("browser.gatherUsageStats")


def _cannot_show(key: str, fault: HudnaError | None = None) -> None:
    """No language is chosen yet, so the sentences stand in both."""
    for language in LANGUAGES:
        st.html(tag("p", text(key, language), lang=language, dir=direction(language), class_="no-store"))
        for message in fault.messages if fault else ():
            words = said(message, language)
            if language == "en" or words != message:  # what no language has words for stands once
                st.html(tag("p", words, lang=language, dir=direction(language), class_="no-store"))


@cache
def _sheet() -> str:
    """The fonts, whose addresses count from the page, and how the page itself looks."""
    return "".join((STATIC_FOLDER / "page" / name).read_text(encoding="utf-8") for name in ("fonts.css", "frame.css"))


def _style(language: str) -> str:
    """The page's own style sheet, with the statuses' colours in the visitor's theme."""
    rtl = ".stApp,.stMain{direction:rtl}" if direction(language) == "rtl" else ""
    dark = is_dark_theme()
    if dark:  # white words on the dark theme's light main colour could not be read
        rtl += "button[kind^=primary]:enabled{color:#15181b}"
    return f"<style>:root{{{status_colours(dark=dark)}{change_colours(dark=dark)}}}{_sheet()}{rtl}</style>"
