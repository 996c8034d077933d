"""Statements: agreement · areas · status · dates · modality · who says so · the exact words."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from geo.actor import Party
from geo.agreement import AgreementType
from geo.edtf import Edtf
from geo.span import Span
from geo.status import Status


class Modality(StrEnum):
    """How the text says it."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    DENIED = "denied"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    FUTURE = "future"


class Aspect(StrEnum):
    """What a quote is evidence of."""

    COVERAGE = "coverage"
    STATUS = "status"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredArea:
    """An area that a statement covers. `area` is the key of a `geo.gazetteer.Area`; `partial` if only parts are covered.

    `mention` is the span of the name that says so, None where the coverage follows from another sentence.
    """

    area: str
    partial: bool = False
    mention: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words that a statement rests on: `quote` is exactly `article.text[span.start:span.end]`."""

    span: Span
    quote: str
    aspect: Aspect


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The atom. `id` is a hash of everything below it, so the same reading gives the same id.

    `evidence` is never empty; its first entry is the quote that the statement is shown with. `signed`, `effective`, `until`
    and `expected` (the day a text expects the truce to be announced or to start) are EDTF or None. `sponsors` and
    `guarantors` are ids of countries. `parties` are those that the truce binds, or would, in the order of the text, none where
    it does not say; `mediators` the ids of those who are said to have gone between them. `attribution` is the span of who says
    so, None where the article itself does.
    """

    id: str
    article: str
    agreement: str
    type: AgreementType
    areas: tuple[CoveredArea, ...]
    excluded: tuple[str, ...]
    status: Status
    modality: Modality
    attribution: Span | None
    signed: Edtf | None
    effective: Edtf | None
    until: Edtf | None
    expected: Edtf | None
    sponsors: tuple[str, ...]
    guarantors: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    parties: tuple[Party, ...] = ()
    mediators: tuple[str, ...] = ()


def statement_id(statement: Statement) -> str:
    """The hash of all that a statement says: the same reading of the same text gives the same id."""
    parts = (
        statement.article, statement.agreement, statement.type, statement.status, statement.modality,
        *(f"{c.area}:{c.partial}" for c in statement.areas), "-", *statement.excluded, "-",
        *(str(date) for date in (statement.signed, statement.effective, statement.until, statement.expected)),
        *statement.sponsors, "-", *statement.guarantors,
        *(f"{p.actor}@{p.span.start}-{p.span.end}" for p in statement.parties), *(f"by {m}" for m in statement.mediators),
        *(f"{e.span.start}-{e.span.end}:{e.quote}" for e in statement.evidence),
    )  # fmt: skip
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
