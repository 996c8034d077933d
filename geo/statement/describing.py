"""Describing: what all claims of one truce together say of it, its type and its days, from which its agreement is known."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property

from geo.agreement import AgreementType, Description
from geo.claim import Claim
from geo.claim.onset import TURNS
from geo.cue import CueKind
from geo.edtf import Edtf
from geo.gazetteer import Area
from geo.statement.dating import dated, turned
from geo.status import Status
from geo.status.naming import DRAWN, is_definite
from geo.syntax.read_text import ReadText
from geo.truce import Truce
from geo.truce.standing import BACKGROUND


class Describing:
    """What a text says of one truce as a whole; `status_of` is the status that each claim of it gives, by its id()."""

    def __init__(
        self, truce: Truce, read: ReadText, status_of: Mapping[int, Status | None], published: Edtf | None
    ) -> None:  # fmt: skip
        self.truce = truce
        self.read = read
        self._status_of = status_of
        self.published = published

    def _status(self, claim: Claim) -> Status | None:
        return self._status_of[id(claim)]

    @property
    def type(self) -> AgreementType:
        """What sort of truce the claims name, a ceasefire where they name nothing more special. A zone or a line that a text
        only names beside a ceasefire of which it tells is a place of it, unless an accord is said to draw it."""
        claims = self.truce.claims
        told = any(c.type is AgreementType.CEASEFIRE and c.own_status for c in claims)
        types = [c.type for c in claims if c.type and not (told and self._only_names_a_zone(c))]
        special = [t for t in types if t is not AgreementType.CEASEFIRE]
        return (special or types or [AgreementType.CEASEFIRE])[0]

    def _only_names_a_zone(self, claim: Claim) -> bool:
        """True for "a demilitarised zone" and "the buffer zone"; "the demilitarised zone" is one that was agreed on."""
        if claim.type not in DRAWN or claim.own_status or claim.truce is None or claim.truce.kind is not CueKind.TRUCE:
            return False
        words, zone = self.read.words, claim.truce
        buffer = words.of_class("buffer", zone.first, zone.last) and not words.of_class("without_arms", zone.first, zone.last)
        return bool(buffer) or not is_definite(words, self.read.cues, zone)

    def description(self, areas: Collection[Area]) -> Description:
        """What is known of the agreement of a truce in some areas."""
        claims = self.truce.claims
        return Description(
            type=self.type,
            areas=tuple(sorted(area.key for area in areas)),
            sponsors=tuple(sorted({s for c in claims for s in (*c.sponsors, *c.guarantors)})),
            event_places=tuple(dict.fromkeys(e for c in claims for e in c.events)),
            signed=self.dated("signed"), effective=self.dated("effective"),
            reached=self.truce.exists is not False, published=self.published, former=self._is_former, made=self._is_made,
            ended=self._ended, named_by=tuple(dict.fromkeys(e for c in claims for e in c.called_by)),
            states=tuple(sorted({s for c in claims for s in c.states} - self._countries_of(areas))),
        )  # fmt: skip

    def _countries_of(self, areas: Collection[Area]) -> set[str | None]:
        return {self.read.gazetteer.places[area.place].country for area in areas}

    @property
    def _is_former(self) -> bool:
        """True for a truce of before that is over; one that is only called earlier may hold still."""
        first = self.truce.claims[0]
        return first.earlier and self._status(first) is Status.ENDED

    @property
    def _is_made(self) -> bool:
        """True for a truce whose making is the news: that it is agreed on, or begins, and not how one that is there fares."""

        def makes(claim: Claim) -> bool:
            if not claim.own_status or claim.status is None or claim.clause.relation in (*BACKGROUND, "relative"):
                return False
            begins = self.read.words.is_a("goes_into_effect", claim.status.first, claim.status.offset)
            status = self._status(claim)
            return (status is Status.AGREED and not claim.presupposed) or (status is Status.IN_FORCE and begins)

        return any(map(makes, self.truce.claims))

    @property
    def _ended(self) -> Edtf | None:
        """The day of the end that the text tells of the truce, that of publication where it gives none."""
        over = [c for c in self.truce.claims if c.own_status and self._status(c) is Status.ENDED and c.told_as_fact]
        return (self.since(Status.ENDED, over[0]) or self.published) if over else None

    def dated(self, relation: str) -> Edtf | None:
        """The date that the truce's claims give for its signing, start, end or expected announcement."""
        return dated(self.truce.claims, relation, self.published, begun=relation == "effective" and self._has_begun)

    @cached_property
    def _has_begun(self) -> bool:
        """«دخلت الهدنة حيز التنفيذ منتصف الليل»: a start is told as done; not by the verb of «تسري الهدنة … غدا»."""
        words = self.read.words
        return any(
            self._status(c) is Status.IN_FORCE and c.own_status and c.told_as_fact and not c.under_agreement and c.status
            and not any(words.is_a("comes_into_force", i) for i in range(c.clause.first, c.status.last + 1))
            for c in self.truce.claims
        )  # fmt: skip

    def since(self, status: Status, says: Claim) -> Edtf | None:
        """The day of the end, breach, suspension or refusal that a statement tells: of the claim that says it best, else of
        the first that says it, too."""
        if status not in TURNS:
            return None
        told = [c for c in (says, *self.truce.claims) if c.own_status and not c.negated and self._status(c) is status]
        return turned(told, self.published)
