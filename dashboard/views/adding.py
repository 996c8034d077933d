"""The page that takes articles in: a text is pasted, files are uploaded, an address is named; what is found is checked."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.draft import Draft
from dashboard.draw.adding import closed, complaint, fault_told, kept_panel, limits, opening, uploader_words
from dashboard.draw.markup import tag
from dashboard.edition import Edition
from dashboard.intake import Intake, find_intake, whole_address
from dashboard.strings import counted, text
from dashboard.view import View
from dashboard.views.components import panel
from dashboard.views.drafting import as_date, begin, draft_page
from dashboard.views.hearing import heard
from geo.errors import EdtfError, HudnaError

WAYS = ("paste", "upload", "address")
PASTED = ("text", "title", "publisher", "date", "url")
MEGABYTE = 2**20  # Streamlit's
STYLES = ("adding.css",)


def intake_here() -> Intake | None:
    """The way to take articles in, for this visitor of this server."""
    return find_intake(st.get_option("server.address"), st.context.headers.to_dict())


def adding_page(edition: Edition, view: View) -> None:
    """The draft where there is one, else what was kept last and the three ways to bring something in."""
    intake, language = intake_here(), view.language
    if intake is None:
        panel(closed(language), key="closed_panel", language=language, heard=heard("closed_panel"), styles=STYLES)
        return
    if draft := st.session_state.get("draft"):
        draft_page(intake, draft, edition, language)
        return
    if kept := st.session_state.get("kept"):
        html = kept_panel(kept, edition, language)
        panel(html, key="kept_panel", language=language, heard=heard("kept_panel"), styles=STYLES)
    panel(opening(language), key="add_panel", language=language, heard=heard("add_panel"), styles=STYLES)
    ways = {"paste": _paste, "upload": _upload, "address": _address}
    way = st.segmented_control(
        text("add.way", language), WAYS, format_func=lambda way: text(f"add.way.{way}", language), key="add_way",
        default=WAYS[0], label_visibility="collapsed", required=True,
    )  # fmt: skip
    upload_bytes = st.get_option("server.maxUploadSize") * MEGABYTE
    st.html(limits(way, intake.limits, upload_bytes, language))
    ways[way](intake, language)


def _paste(intake: Intake, language: str) -> None:
    for name, written in st.session_state.get("pasted", {}).items():  # back from a draft: nothing is written twice
        st.session_state.setdefault(f"paste_{name}", written)
    with st.form("paste", border=False):
        st.text_area(text("add.paste.text", language), height=260, key="paste_text")
        for column, name in zip(st.columns(2, vertical_alignment="bottom") * 2, PASTED[1:], strict=True):
            column.text_input(text(f"add.paste.{name}", language), key=f"paste_{name}")
        asked = st.form_submit_button(text("add.check", language), type="primary")
    if not asked:
        return
    written = {name: st.session_state[f"paste_{name}"].strip() for name in PASTED}
    url = whole_address(written["url"]) if written["url"] else None
    if not written["text"]:
        return _complain("add.bad.text", language)
    if written["url"] and not url:
        return _complain("add.bad.address", language)
    try:
        published = as_date(written["date"])
    except EdtfError:
        return _complain("add.bad.date", language)
    st.session_state.pasted = {name: st.session_state[f"paste_{name}"] for name in PASTED}
    _check(language, lambda told: intake.check_paste(
        st.session_state.paste_text, title=written["title"] or None, publisher=written["publisher"] or None,
        published=published, url=url,
    ))  # fmt: skip


def _upload(intake: Intake, language: str) -> None:
    most = min(intake.limits.document_bytes, st.get_option("server.maxUploadSize") * MEGABYTE)
    st.html(f"<style>.st-key-uploads{{{uploader_words(most, language)}}}</style>")
    with st.container(key="uploads"):
        files = st.file_uploader(
            text("add.way.upload", language), accept_multiple_files=True, max_upload_size=-(-most // MEGABYTE),
            key=f"upload_{st.session_state.get('draft_number', 0)}",
        )  # fmt: skip
    if st.button(text("add.check", language), type="primary", disabled=not files, key="upload_check"):
        _check(language, lambda told: intake.check_uploads(((file.name, file.getvalue()) for file in files), told))


def _forget_uploads() -> None:
    """Streamlit keeps uploaded files for as long as the browser's window is open; once they are checked nobody needs them."""
    if context := get_script_run_ctx():
        context.uploaded_file_mgr.remove_session_files(context.session_id)


def _address(intake: Intake, language: str) -> None:
    with st.form("address", border=False):
        written = st.text_input(text("add.address", language), key="address_written")
        asked = st.form_submit_button(text("add.fetch", language), type="primary")
    if asked:
        address = whole_address(written)
        if not address:
            return _complain("add.bad.address", language)
        _check(language, lambda told: intake.check_address(address, told))


def _check(language: str, check: Callable[[Callable[[int], None]], Draft]) -> None:
    """Checks and shows the draft; meanwhile a line says how many articles there are."""
    line = st.empty()

    def told(count: int) -> None:
        line.html(tag("p", counted("add.so_far", count, language), role="status"))

    try:
        with st.spinner(text("add.checking", language)):
            draft = check(told)
    except HudnaError as fault:
        st.html(fault_told(fault, language))
    else:
        _forget_uploads()
        begin(draft)


def _complain(key: str, language: str) -> None:
    st.html(complaint(text(key, language), language))
