"""What stands above every page: title, choice of the page, language, what can be taken along, and what a link asked in vain."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.draw.markup import tag
from dashboard.edition import Edition
from dashboard.link import LINK_WORDS
from dashboard.state import change_view
from dashboard.strings import LANGUAGES, text
from dashboard.view import Page, View
from dashboard.views.adding import intake_here
from dashboard.views.components import connection, document_language, share
from dashboard.views.taking import take_along


def fill_header(above: DeltaGenerator, edition: Edition, view: View, lost: tuple[str, ...]) -> None:
    """Puts what stands above every page into its place."""
    with above:
        document_language(view.language)
        connection(view.language)
        if not view.map_only:
            _header(edition, view)
        _lost_notice(lost, view.language)


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
