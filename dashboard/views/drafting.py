"""A draft on the page: what would be kept, corrected by the editor, and kept."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.draft import Draft, after
from dashboard.draw.adding import candidate_panel, complaint, draft_panel, fault_told
from dashboard.edition import Edition
from dashboard.intake import Intake
from dashboard.queries import current_edition
from dashboard.state import note_heard
from dashboard.strings import counted, text
from dashboard.views.components import panel
from geo.edtf import Edtf
from geo.errors import ArticleError, EdtfError, HudnaError
from geo.message import Message
from geo.text.script import fold_digits

FIELDS = ("title", "publisher", "date")
STYLES = ("adding.css",)
CHANGED = Message("the store has changed since this was checked, and nothing was kept: see above what keeping would do now")


def begin(draft: Draft) -> None:
    """Shows a draft; what was kept before is no longer told."""
    st.session_state.draft_number = st.session_state.get("draft_number", 0) + 1
    st.session_state.draft, st.session_state.draft_at, st.session_state.kept = draft, 0, None
    st.rerun()


def draft_page(intake: Intake, draft: Draft, edition: Edition, language: str) -> None:
    """The articles of a draft, one of them open to be corrected, and the buttons that keep or discard all."""
    at = st.session_state.draft_at
    panel(draft_panel(draft, at, edition, language), key="draft_panel", language=language, heard=_heard, styles=STYLES)
    with st.container(key="draft_fields"):
        is_dated = not draft.candidates or _fields(intake, draft, at, language)
    with st.container(horizontal=True, key="draft_buttons"):
        count = len(draft.wanted)
        is_pressed = draft.candidates and st.button(
            counted("add.keep", count, language) if count else text("add.keep_none", language), type="primary",
            key="draft_keep", disabled=not (count and is_dated),
        )  # fmt: skip
        st.button(text("add.discard", language), key="draft_discard", on_click=_discard)
    if fault := st.session_state.pop("draft_fault", None):
        st.html(fault_told(fault, language))
    if is_pressed:
        _keep(intake, draft, language)
    if draft.candidates:
        html = candidate_panel(draft.candidates[at], edition, language)
        panel(html, key="candidate_panel", language=language, heard=_heard, styles=STYLES)


def as_date(written: str) -> Edtf | None:
    """A date as an editor writes it, in Arabic digits, too; None for no words. Raises EdtfError for what is no date."""
    return Edtf.parse(fold_digits(written.strip())) if written.strip() else None


def _fields(intake: Intake, draft: Draft, at: int, language: str) -> bool:
    """Fields for what an editor may know better; False where the date is none."""
    article = draft.candidates[at].article
    values = {"title": article.title, "publisher": article.publisher, "date": article.published}
    written = {}
    for column, name in zip(st.columns(len(FIELDS), vertical_alignment="bottom"), FIELDS, strict=True):
        written[name] = column.text_input(
            text(f"add.paste.{name}", language), value=str(values[name] or ""), key=_key(name), on_change=_correct,
            args=(intake, at),
        )  # fmt: skip
    try:
        as_date(written["date"])
    except EdtfError:
        st.html(complaint(text("add.bad.date", language), language))
        return False
    return True


def _key(name: str) -> str:
    """The key of a field, another one for each article of each draft."""
    return f"draft_{name}_{st.session_state.draft_number}_{st.session_state.draft_at}"


def _correct(intake: Intake, at: int) -> None:
    title, publisher, date = (st.session_state[_key(name)].strip() for name in FIELDS)
    draft = st.session_state.draft
    try:
        published = as_date(date)
    except EdtfError:  # told below the field; until it is right nothing can be kept
        published = draft.candidates[at].article.published
    try:
        corrected = intake.correct(draft, at, title=title or None, publisher=publisher or None, published=published)
    except HudnaError as fault:
        st.session_state.draft_fault = fault
    else:
        st.session_state.draft = corrected


def _heard() -> None:
    """Another article of the draft is looked at, left out or taken again."""
    message, draft = st.session_state.draft_panel.message, st.session_state.get("draft")
    if not isinstance(message, Mapping):
        return
    note_heard(message.get("at"))
    if draft:
        st.session_state.draft, st.session_state.draft_at = after(message, draft, st.session_state.draft_at)


def _keep(intake: Intake, draft: Draft, language: str) -> None:
    """Keeps what is wanted. What was kept is noted before Streamlit can end this run because something else was pressed."""
    try:
        with st.spinner(text("add.keeping", language)):
            kept = intake.keep(draft)
            if isinstance(kept, Draft):
                st.session_state.draft, st.session_state.draft_fault = kept, ArticleError(CHANGED)
            else:
                st.session_state.kept, st.session_state.pasted = kept, {}
                _discard()
                current_edition()  # with the new zones: that, too, takes its time
    except HudnaError as fault:
        st.html(fault_told(fault, language))
    else:
        st.rerun()


def _discard() -> None:
    st.session_state.draft = None
