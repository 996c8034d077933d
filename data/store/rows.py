"""Between the records of `geo` and the rows of the store: each pair of functions is the other's inverse."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from types import SimpleNamespace
from typing import Any, TypeVar

from data.sources.seeds import Fault
from geo.actor import Party
from geo.agreement import Agreement, AgreementType
from geo.article import Article, Language
from geo.edtf import Edtf
from geo.evidence.attestation import Version
from geo.evidence.judgement import Facts, Judgement, NameReading, Subject, Verdict
from geo.gazetteer import Area
from geo.mention import Mention
from geo.message import Message, message_of
from geo.span import Span
from geo.statement import Aspect, Basis, CoveredArea, Evidence, Grounds, Modality, Statement
from geo.status import Status
from geo.timex import Timex
from geo.toponym.reason import Because, Reason
from geo.toponym.resolution import Candidate, Reading, Resolution, Role

# A row as it goes in is a dict; as it comes out an object with an attribute for each column.
NewRow = dict[str, Any]
Text = TypeVar("Text", str, str | None)

_DETAILS = tuple(field.name for field in fields(Mention) if field.name != "span")
_details_of = attrgetter(*_DETAILS)
_AGREEMENT_LISTS = ("sponsors", "guarantors", "mediators", "event_places", "areas", "sources", "parties")
_UNKNOWN_BEFORE: NewRow = {  # columns that records kept whole by an older program lack
    "parties": (), "mediators": (), "status_basis": None, "status_likelihood": None,
}  # fmt: skip
_parsed = lru_cache(maxsize=4096)(Edtf.parse)  # the same few thousand dates come back for ever


def article_row(article: Article) -> NewRow:
    return {
        "id": article.id, "sha256": article.sha256, "text": article.text, "language": article.language.value,
        "title": article.title, "publisher": article.publisher, "url": article.url,
        "published": _text(article.published), "published_basis": article.published_basis,
        "published_basis_parts": _parts(article.published_basis),
    }  # fmt: skip


def article(row: Any) -> Article:
    return Article(
        id=row.id, text=row.text, language=Language(row.language), title=row.title, publisher=row.publisher, url=row.url,
        published=_date(row.published), published_basis=_message(row.published_basis, row.published_basis_parts),
    )  # fmt: skip


def fault_row(fault: Fault) -> NewRow:
    return {
        "file": fault.file, "file_parts": _parts(fault.file), "reason": fault.reason, "reason_parts": _parts(fault.reason),
        "articles": list(fault.articles),
    }  # fmt: skip


def fault(row: Any) -> Fault:
    reason = message_of(_message(row.reason, row.reason_parts))
    return Fault(file=_message(row.file, row.file_parts), reason=reason, articles=tuple(row.articles))


def _parts(words: str | None) -> NewRow | None:
    """What a message was made of, None for plain words."""
    plain = words.plain() if isinstance(words, Message) else words
    return plain if isinstance(plain, dict) else None


def _message(words: Text, parts: NewRow | str | None) -> Text | Message:
    if parts is None:
        return words
    # a query in plain SQL leaves SQLite's JSON as it stands
    return Message.parse(json.loads(parts) if isinstance(parts, str) else parts)


def resolution_row(resolution: Resolution) -> NewRow:
    mention = resolution.mention
    details: NewRow = dict(zip(_DETAILS, _details_of(mention), strict=True))
    details["name"] = (mention.name.start, mention.name.end)
    return {
        "span_start": mention.span.start, "span_end": mention.span.end,
        "area": resolution.area.key if resolution.area else None,
        "reading": resolution.reading.value, "role": resolution.role.value,
        "candidates": [(c.place, c.evidence, [_reason_row(reason) for reason in c.reasons]) for c in resolution.candidates],
        "details": details,
    }  # fmt: skip


def resolution(row: Any) -> Resolution:
    details: NewRow = {name: tuple(value) if isinstance(value, list) else value for name, value in row.details.items()}
    return Resolution(
        mention=Mention(**{**details, "span": Span(row.span_start, row.span_end), "name": Span(*details["name"])}),
        area=Area.parse(row.area) if row.area is not None else None,
        candidates=tuple(
            Candidate(place=place, evidence=evidence, reasons=tuple(map(_reason, reasons)))
            for place, evidence, reasons in row.candidates
        ),
        reading=Reading(row.reading), role=Role(row.role),
    )  # fmt: skip


def _reason_row(reason: Reason) -> list[Any]:
    return [reason.code, reason.against, reason.words, reason.kinds, reason.places]


def _reason(row: list[Any]) -> Reason:
    code, against, words, kinds, places = row
    return Reason(code=Because(code), against=against, words=words, kinds=tuple(kinds), places=tuple(places))


def timex_row(timex: Timex) -> NewRow:
    return {"span_start": timex.span.start, "span_end": timex.span.end, "value": _text(timex.value), "part": _text(timex.part)}


def timex(row: Any) -> Timex:
    return Timex(span=Span(row.span_start, row.span_end), value=_date(row.value), part=_date(row.part))


def agreement_row(agreement: Agreement) -> NewRow:
    return {
        "id": agreement.id, "name_en": agreement.name_en, "name_ar": agreement.name_ar, "type": agreement.type.value,
        "known": agreement.known, "signed": _text(agreement.signed), "in_force": _text(agreement.in_force),
        "ended": _text(agreement.ended), **{name: getattr(agreement, name) for name in _AGREEMENT_LISTS},
    }  # fmt: skip


def agreement(row: Any) -> Agreement:
    return Agreement(
        id=row.id, name_en=row.name_en, name_ar=row.name_ar, type=AgreementType(row.type), known=row.known,
        signed=_date(row.signed), in_force=_date(row.in_force), ended=_date(row.ended),
        **{name: tuple(getattr(row, name)) for name in _AGREEMENT_LISTS},
    )  # fmt: skip


def statement_row(statement: Statement) -> NewRow:
    attribution = statement.attribution
    return {
        "id": statement.id, "article": statement.article, "agreement": statement.agreement, "type": statement.type.value,
        "excluded": statement.excluded, "status": statement.status.value, "modality": statement.modality.value,
        "attribution_start": attribution.start if attribution is not None else None,
        "attribution_end": attribution.end if attribution is not None else None,
        "signed": _text(statement.signed), "effective": _text(statement.effective), "until": _text(statement.until),
        "expected": _text(statement.expected), "since": _text(statement.since),
        "sponsors": statement.sponsors, "guarantors": statement.guarantors,
        "parties": [(party.actor, party.span.start, party.span.end) for party in statement.parties],
        "mediators": statement.mediators, **_grounds_columns(statement.grounds),
    }  # fmt: skip


def _grounds_columns(grounds: Grounds | None) -> NewRow:
    return {
        "status_basis": grounds.basis.value if grounds else None,
        "status_likelihood": grounds.likelihood if grounds else None,
    }


def area_rows(statement: Statement) -> list[NewRow]:
    return [
        {
            "statement": statement.id, "position": position, "area": covered.area, "partial": covered.partial,
            "mention_start": covered.mention.start if covered.mention is not None else None,
            "mention_end": covered.mention.end if covered.mention is not None else None,
            "said_of": covered.said_of,
        }
        for position, covered in enumerate(statement.areas)
    ]  # fmt: skip


def evidence_rows(statement: Statement) -> list[NewRow]:
    return [
        {
            "statement": statement.id, "position": position, "span_start": evidence.span.start,
            "span_end": evidence.span.end, "quote": evidence.quote, "aspect": evidence.aspect.value,
        }
        for position, evidence in enumerate(statement.evidence)
    ]  # fmt: skip


def statement(row: Any, areas: Iterable[Any], evidence: Iterable[Any]) -> Statement:
    """A statement from its row and those of its areas and its evidence, in order."""
    return Statement(
        id=row.id, article=row.article, agreement=row.agreement, type=AgreementType(row.type),
        areas=tuple(
            CoveredArea(area=a.area, partial=a.partial, mention=_span(a.mention_start, a.mention_end), said_of=a.said_of)
            for a in areas
        ),
        excluded=tuple(row.excluded), status=Status(row.status), modality=Modality(row.modality),
        attribution=_span(row.attribution_start, row.attribution_end),
        signed=_date(row.signed), effective=_date(row.effective), until=_date(row.until), expected=_date(row.expected),
        sponsors=tuple(row.sponsors), guarantors=tuple(row.guarantors),
        evidence=tuple(
            Evidence(span=Span(e.span_start, e.span_end), quote=e.quote, aspect=Aspect(e.aspect)) for e in evidence
        ),
        parties=tuple(Party(actor=actor, span=Span(start, end)) for actor, start, end in row.parties),
        mediators=tuple(row.mediators), since=_date(row.since),
        grounds=Grounds(basis=Basis(row.status_basis), likelihood=row.status_likelihood) if row.status_basis else None,
    )  # fmt: skip


# --- records that are kept whole, as JSON ---------------------------------------------------------------------------------


def version(row: Any) -> Version:
    return Version(
        article=article(SimpleNamespace(**{**row._mapping, "id": row.article})), number=row.number,
        since=datetime.fromisoformat(row.since), until=datetime.fromisoformat(row.until),
        statements=tuple(map(statement_of_record, row.statements)),
    )  # fmt: skip


def statement_record(statement: Statement) -> NewRow:
    """A statement with its areas and evidence: `statement_of_record` gives it back."""
    return {
        **statement_row(statement), "areas": _without_keys(area_rows(statement)),
        "evidence": _without_keys(evidence_rows(statement)),
    }  # fmt: skip


def statement_of_record(record: NewRow) -> Statement:
    areas = (SimpleNamespace(**{"said_of": None, **row}) for row in record["areas"])
    evidence = (SimpleNamespace(**row) for row in record["evidence"])
    return statement(SimpleNamespace(**{**_UNKNOWN_BEFORE, **record}), areas, evidence)


def judgement_row(judgement: Judgement) -> NewRow:
    return {
        "id": judgement.id, "article": judgement.article, "sha256": judgement.sha256, "verdict": judgement.verdict.value,
        "subject": _subject_record(judgement.subject), "outcome": _subject_record(judgement.outcome),
        "undoes": judgement.undoes, "editor": judgement.editor, "judged_at": judgement.judged_at.isoformat(),
        "reason": judgement.reason,
    }  # fmt: skip


def judgement(row: Any) -> Judgement:
    return Judgement(
        id=row.id, article=row.article, sha256=row.sha256, verdict=Verdict(row.verdict), subject=_subject(row.subject),
        outcome=_subject(row.outcome), undoes=row.undoes, editor=row.editor,
        judged_at=datetime.fromisoformat(row.judged_at), reason=row.reason,
    )  # fmt: skip


def _subject_record(subject: Subject | None) -> NewRow | None:
    match subject:
        case None:
            return None
        case Statement():
            return {"statement": statement_record(subject)}
        case NameReading():
            span = (subject.span.start, subject.span.end)
            return {"name": {"span": span, "surface": subject.surface, "area": subject.area, "role": subject.role.value}}
        case Facts():
            return {"facts": {
                "title": subject.title, "publisher": subject.publisher, "published": _text(subject.published),
                "published_basis": _parts(subject.published_basis) or subject.published_basis,
            }}  # fmt: skip


def _subject(record: NewRow | None) -> Subject | None:
    if record is None:
        return None
    ((kind, told),) = record.items()
    match kind:
        case "statement":
            return statement_of_record(told)
        case "name":
            return NameReading(span=Span(*told["span"]), surface=told["surface"], area=told["area"], role=Role(told["role"]))
        case _:
            basis = told["published_basis"]
            known = {"published": _date(told["published"]), "published_basis": Message.parse(basis) if basis else None}
            return Facts(**{**told, **known})


def _without_keys(rows: Iterable[NewRow]) -> list[NewRow]:
    return [{column: value for column, value in row.items() if column not in ("statement", "position")} for row in rows]


def _text(date: Edtf | None) -> str | None:
    return date.text if date else None


def _date(text: str | None) -> Edtf | None:
    return _parsed(text) if text is not None else None


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
