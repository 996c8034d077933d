"""The review page: what needs eyes, one item after the other, and what an editor says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard.choices import apply
from dashboard.draw.review_page import review
from dashboard.draw.timeline import timeline
from dashboard.edition import Edition
from dashboard.judging import Act, Session, areas_named, as_known, heard, looked_at, meanings
from dashboard.messages import said
from dashboard.queries import current_edition
from dashboard.reviewing import Editing, find_editing
from dashboard.state import change_view, note_heard
from dashboard.strings import text
from dashboard.view import View
from dashboard.views.components import review_desk
from geo.errors import HudnaError


def editing_here() -> Editing | None:
    """The way to judge, for this visitor of this server."""
    return find_editing(st.get_option("server.address"), st.context.headers.to_dict())


def review_page(edition: Edition, view: View) -> None:
    """The queue and the item that is looked at; to those who may only look, without its buttons."""
    html = review(edition, _session(view), view.language, may_judge=editing_here() is not None)
    review_desk(html, language=view.language, heard=_listen)


def _session(view: View) -> Session:
    """This session's review, where the view is: what is written there is put away where a link, or Back, leads elsewhere."""
    session: Session = st.session_state.get("review", Session())
    if _place(session) == _place(view):
        return session
    return replace(session, **_place(view), at=0, form=None, undoes=None, written={}, fault=None, kept=None)


def _place(at: Session | View) -> dict[str, Any]:
    """What of a session the view holds too, and its link."""
    return {name: getattr(at, name) for name in ("article", "statement", "concern", "order", "item")}


def _listen() -> None:
    """The callback of the page's component: another item, another form, or a judgement."""
    message = st.session_state.review_desk.message
    if not isinstance(message, Mapping):
        return
    note_heard(message.get("at"))
    edition, view = current_edition(), st.session_state.view
    session, act = heard(message, _session(view), edition)
    if act:
        session = _after(keep(act, session, edition, view.language, editing_here()))
    st.session_state.review = session
    change_view(apply(message, replace(view, **_place(session)), edition, timeline(edition)))


def _after(session: Session) -> Session:
    """The session once its act was kept or not: what has come up where a judged item was is looked at now."""
    items, at = looked_at(current_edition(), session)
    return replace(session, item=items[at].id if items else None, at=at)


def keep(act: Act, session: Session, edition: Edition, language: str, editing: Editing | None) -> Session:
    """The session after an act was kept, or with the reason why it was not."""
    if editing is None:
        return replace(session, fault=text("review.closed", language))
    areas = areas_named(edition, act.written.get("areas", ""))
    if isinstance(areas, str):
        several = text("comma", language).join(meanings(edition, areas))
        key = "review.several" if several else "review.no_place"
        return replace(session, fault=text(key, language, name=areas, keys=several))
    seen = frozenset(judgement.id for judgement in edition.reviewed.judgements)
    try:
        editing.keep(as_known(act, edition), areas, seen)
    except HudnaError as fault:
        return replace(session, fault="\n".join(said(message, language) for message in fault.messages))
    return replace(
        session, editor=act.editor.strip(), form=None, written={}, undoes=None, kept=f"review.kept.{act.do}", done=act.written
    )
