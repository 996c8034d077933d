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


SAID_TO_BE = (Modality.ASSERTED, Modality.REPORTED, Modality.FUTURE)  # not denied, possible or conditional


class Basis(StrEnum):
    """What a reader has the status of a statement from."""

    CUE = "cue"  # a word for it, fighting or a step that the text tells of
    INFERRED = "inferred"  # the text has no word for it: what it speaks of as known is there, what it calls for is proposed
    WORDS = "words"  # all words of the sentence together, by what was learnt (geo/status/likelihood.py)


class Aspect(StrEnum):
    """What a quote is evidence of."""

    COVERAGE = "coverage"
    STATUS = "status"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredArea:
    """An area that a statement covers. `area` is the key of a `geo.gazetteer.Area`; `partial` if only parts are covered.

    `mention` is the span of the name that says so, None where the coverage follows from another sentence. `said_of` is the
    key of the wider area whose name it is, where an area is covered as a part of that one; None where the name is its own.
    """

    area: str
    partial: bool = False
    mention: Span | None = None
    said_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words that a statement rests on: `quote` is exactly `article.text[span.start:span.end]`."""

    span: Span
    quote: str
    aspect: Aspect

    def stands_in(self, text: str) -> bool:
        """True if the words are in a text where they were found: not in what replaced it, if only a former version said so."""
        return self.span.end <= len(text) and self.span.of(text) == self.quote


class Doubt(StrEnum):
    """Why a status is doubtful."""

    INFERRED = "inferred"
    WORDS = "words"
    UNLIKELY = "unlikely"  # the rules read it from a word, for which the others of its sentence hardly speak


LEAST_LIKELIHOOD = 0.1  # a status that its sentence gives less is doubtful


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a status rests on. `likelihood` is how likely the words of the sentence that tells it make it beside every other
    answer (geo/status/likelihood.py), 0 to 1 in thousandths; None where they are too few to tell."""

    basis: Basis
    likelihood: float | None

    @property
    def doubt(self) -> Doubt | None:
        """Why an editor should look at the status; None where the rules and the words of the sentence agree on it."""
        if self.basis is not Basis.CUE:
            return Doubt(self.basis)
        return Doubt.UNLIKELY if self.likelihood is not None and self.likelihood < LEAST_LIKELIHOOD else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The atom. `id` is a hash of everything below it but `grounds`, so the same reading gives the same id.

    `evidence` is never empty; its first entry is the quote that the statement is shown with. `signed`, `effective`, `until`,
    `expected` (the day a text expects the truce to be announced or to start) and `since` (the day of the end, breach,
    suspension or refusal that it tells) are EDTF or None. `sponsors` and `guarantors` are ids of countries. `parties` are
    those that the truce binds, or would, in the order of the text, none where it does not say; `mediators` the ids of those
    who are said to have gone between them. `attribution` is the span of who says so, None where the article itself does.
    `grounds` is what the status rests on, None where an editor gave it, or a program that did not say.
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
    since: Edtf | None = None
    grounds: Grounds | None = None


def named_areas(statement: Statement) -> frozenset[str]:
    """The areas of which a statement's words speak, without the parts that a wider one stands for."""
    return frozenset(covered.area for covered in statement.areas if covered.said_of is None)


def statement_id(statement: Statement) -> str:
    """The hash of all that a statement says: the same reading of the same text gives the same id."""
    parts = (
        statement.article, statement.agreement, statement.type, statement.status, statement.modality,
        *(f"{c.area}:{c.partial}{f':{c.said_of}' if c.said_of else ''}" for c in statement.areas), "-",
        *statement.excluded, "-",
        *(str(date) for date in (statement.signed, statement.effective, statement.until, statement.expected)),
        *statement.sponsors, "-", *statement.guarantors,
        *(f"{p.actor}@{p.span.start}-{p.span.end}" for p in statement.parties), *(f"by {m}" for m in statement.mediators),
        *((f"since {statement.since}",) if statement.since else ()),
        *(f"{e.span.start}-{e.span.end}:{e.quote}" for e in statement.evidence),
    )  # fmt: skip
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
