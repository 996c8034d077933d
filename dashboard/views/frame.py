"""What stands around every page: title, switches, language, and the choice of the page itself."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import streamlit as st

from dashboard.draw.appearance import status_colours
from dashboard.draw.change_appearance import change_colours
from dashboard.draw.markup import tag
from dashboard.draw.timeline import timeline
from dashboard.edition import Edition
from dashboard.link import LINK_WORDS
from dashboard.queries import current_edition
from dashboard.state import change_view, current_view, is_dark_theme, write_link
from dashboard.strings import LANGUAGES, direction, text
from dashboard.view import Page, View
from dashboard.views.about import about_page
from dashboard.views.adding import adding_page, intake_here
from dashboard.views.agreements import agreements_page
from dashboard.views.articles import articles_page
from dashboard.views.chronicle import chronicle_page
from dashboard.views.components import document_language, messages, share
from dashboard.views.explorer import explorer_page, map_only_page
from dashboard.views.hearing import heard
from dashboard.views.review import review_page
from dashboard.views.taking import take_along
from geo.errors import HudnaError, StoreError

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


def show_page() -> None:
    """The whole page, from the link to the link."""
    st.set_page_config(page_title="Hudna · هدنة", page_icon=str(STATIC_FOLDER / "page" / "icon.png"), layout="wide")
    try:
        edition = current_edition()
    except HudnaError as fault:
        _cannot_show("store.missing" if isinstance(fault, StoreError) else "page.broken", str(fault))
        return
    view, lost = current_view(edition, timeline(edition))
    document_language(view.language)
    st.html(_style(view.language))
    if not view.map_only:
        _header(edition, view)
    _lost_notice(lost, view.language)
    page = map_only_page if view.map_only else PAGES[view.page]
    page(edition, view)
    write_link(view)
    messages(view.language, heard=heard("messages"))


def _header(edition: Edition, view: View) -> None:
    language = view.language
    with st.container(horizontal=True, vertical_alignment="center", key="header"):
        st.html(tag("div", tag("h1", text("brand", language)), tag("p", text("tagline", language)), class_="brand"))
        st.session_state.page_switch = view.page
        st.segmented_control(
            text("page.choose", language), _pages(view), format_func=lambda page: text(f"page.{page}", language),
            key="page_switch", label_visibility="collapsed", on_change=_switch_page,
        )  # fmt: skip
        st.session_state.language_switch = language
        st.segmented_control(
            text("language.choose", language), LANGUAGES, format_func=lambda code: text(f"language.{code}", code),
            key="language_switch", label_visibility="collapsed", on_change=_switch_language,
        )  # fmt: skip
        take_along(edition, view)
        share(map_shown=view.page is Page.MAP, language=language)


def _pages(view: View) -> list[Page]:
    """The pages to choose from: that which takes articles in only where it may, or where a link has led to it."""
    return [page for page in Page if page is not Page.ADD or view.page is Page.ADD or intake_here()]


def _switch_page() -> None:
    # None: the switch was pressed where it stood; it then stays there
    if page := st.session_state.page_switch:
        change_view(replace(st.session_state.view, page=Page(page), article=None, statement=None, span=None))


def _switch_language() -> None:
    if language := st.session_state.language_switch:
        change_view(replace(st.session_state.view, language=language))


def _lost_notice(lost: tuple[str, ...], language: str) -> None:
    if lost:
        names = text("comma", language).join(text(f"link.{LINK_WORDS[key]}", language) for key in lost)
        st.html(tag("p", text("link.lost", language, names=names), class_="lost", role="status"))


def _cannot_show(key: str, fault: str) -> None:
    """No language is chosen yet, so the sentence stands in both."""
    for language in LANGUAGES:
        st.html(tag("p", text(key, language), lang=language, dir=direction(language), class_="no-store"))
    st.html(tag("p", fault, lang="en", class_="no-store"))


@cache
def _sheet() -> str:
    return (STATIC_FOLDER / "page" / "frame.css").read_text(encoding="utf-8")


def _style(language: str) -> str:
    """The page's own style sheet, with the statuses' colours in the visitor's theme."""
    rtl = ".stApp,.stMain{direction:rtl}" if direction(language) == "rtl" else ""
    dark = is_dark_theme()
    if dark:  # white words on the dark theme's light main colour could not be read
        rtl += "button[kind^=primary]:enabled{color:#15181b}"
    return f"<style>:root{{{status_colours(dark=dark)}{change_colours(dark=dark)}}}{_sheet()}{rtl}</style>"
