"""The editors' door: what an editor says on the page is checked and kept here, where a setting lets the page do so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from dashboard.judging import Act
from dashboard.queries import article_reader
from dashboard.visitor import may_write
from data.review.desk import Desk
from data.settings import Settings, load_settings
from data.store import open_writer
from geo.errors import JudgementError
from geo.evidence.correction import Wording

_FIELDS = ("status", "modality", "agreement", "signed", "effective", "since", "until")


def find_editing(listens_on: str | None, headers: Mapping[str, str]) -> Editing | None:
    """The way to judge, None where the setting or the visitor does not allow it (`dashboard.visitor.may_write`)."""
    settings = load_settings()
    return Editing(settings=settings) if may_write(settings.review, listens_on, headers) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """Keeps what editors say; `find_editing` gives one to those who may."""

    settings: Settings

    def keep(self, act: Act, areas: tuple[str, ...], seen: frozenset[str]) -> None:
        """Keeps one act; `areas` are the keys of the places that were written, `seen` the ids of the judgements that the page
        showed. Raises JudgementError for what cannot be kept, StoreError where the store cannot be written."""
        reader = article_reader(self.settings.gazetteer)
        with open_writer(self.settings.store_home) as store:
            desk = Desk(
                store=store, reader=reader, gazetteer=reader.reference.gazetteer, agreements=reader.reference.agreements,
                clock=lambda: datetime.now(UTC), seen=seen,
            )  # fmt: skip
            _judge(desk, act, areas)


def _judge(desk: Desk, act: Act, areas: tuple[str, ...]) -> None:
    written = act.written
    by = {"editor": act.editor, "reason": written.get("reason", "")}
    match act:
        case Act(do="undo"):
            desk.undo(act.judgement or "", **by)
        case Act(do="accept", statement=str(id)):
            desk.accept(act.article, id, **by)
        case Act(do="reject", statement=str(id)):
            desk.reject(act.article, id, **by)
        case Act(do="correct", statement=str(id)):
            desk.correct(act.article, id, _wording(written, areas), **by)
        case Act(do="accept", span=span) if span:
            desk.accept_name(act.article, span, **by)
        case Act(do="reject", span=span) if span:
            desk.reject_name(act.article, span, **by)
        case Act(do="correct", span=span) if span and len(areas) > 1:
            raise JudgementError("a name means one place: write the one that is meant here")
        case Act(do="correct", span=span) if span:
            desk.correct_name(act.article, span, area=areas[0] if areas else None, role=written.get("role", ""), **by)
        case Act(do="accept"):
            desk.accept_facts(act.article, **by)
        case Act(do="add"):
            desk.add(act.article, _wording(written, areas), **by)
        case Act(do="facts"):
            facts = {name: written.get(name, "") for name in ("title", "publisher", "published", "basis")}
            desk.set_facts(act.article, **facts, **by)


def _wording(written: Mapping[str, str], areas: tuple[str, ...]) -> Wording:
    partial = areas if written.get("partial") == "parts" else ()
    return Wording(
        areas=areas, partial=partial if written.get("partial") else None, quote=written.get("quote"),
        **{name: written.get(name) for name in _FIELDS},
    )  # fmt: skip
