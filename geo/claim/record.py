"""What one clause says of a truce, as a record."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from geo.agreement import AgreementType
from geo.coverage import Coverage
from geo.cue import Cue, CueKind
from geo.edtf import Edtf
from geo.syntax.clause import Clause
from geo.syntax.read_text import ReadText
from geo.timex import Timex
from geo.toponym.resolution import Resolution

NEARBY_SENTENCES = 3  # how far back a claim without a place of its own looks for its truce
_NEWS_DAYS = 7  # what is older is no longer news


@dataclass(kw_only=True)
class Claim:
    """What one clause says. [first, last] are the words of the predicate and all that belongs to it; `truce` is the noun
    that names the truce; `status` the word that gives its status, taken from another clause if `own_status` is False, and
    following from the fighting that the sentence tells of if `in_spite`, from what is done under the truce if
    `under_agreement` (`evacuated` if that is that fighters leave, or if the text says of their departure that it goes on or is
    complete), from all words of the sentence if `by_words`, or its place from them. `presupposed` if it is one that is known
    to be there, `earlier` if the text says it of another truce, one of before; `stands` if the truce has stood since a war of
    the past; `decreed` if the Security Council demands it of a whole country; `unbroken` if all attacks that its sentence
    speaks of are in other places, denied or at an end.
    `dates` are the clause's date expressions, each with what it dates ("signed", "effective", "until", "expected", None);
    `last_day` the last one of a truce that a duration counts from a date, `onset` the date of its end, breach, suspension or
    refusal. `events` are the places of the meetings that its sentence names, `called_by` those of them that an accord is called
    by, `states` the countries that it names. `likely_places` are those that its sentence names,
    where all its words tell the status, too: the truce is one there if nothing else says where it is.
    """

    clause: Clause
    first: int
    last: int
    coverage: Coverage
    truce: Cue | None
    type: AgreementType | None
    status: Cue | None
    own_status: bool
    in_spite: bool = False
    under_agreement: bool = False
    evacuated: bool = False
    by_words: bool = False
    presupposed: bool = False
    earlier: bool = False
    stands: bool = False
    decreed: bool = False
    unbroken: bool = False
    negated: bool = False
    modality: str = "asserted"
    attribution: tuple[int, int] | None = None
    dates: list[tuple[Timex, str | None]] = field(default_factory=list)
    last_day: date | None = None
    onset: Timex | None = None
    sponsors: list[str] = field(default_factory=list)
    guarantors: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    called_by: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    likely_places: list[Resolution] = field(default_factory=list)

    @property
    def areas(self) -> list[Resolution]:
        """All covered mentions, in the order of the text."""
        return [resolution for item in self.coverage.items for resolution in item]

    @property
    def told_as_fact(self) -> bool:
        """True if it is told as a fact, or as one by somebody else: not denied, possible, conditional or still to come."""
        return self.modality in ("asserted", "reported")

    @property
    def told_to_be(self) -> bool:
        """True if it is told as a fact, or as still to come: not denied, possible or conditional."""
        return self.told_as_fact or self.modality == "future"

    @property
    def says_of_truce(self) -> bool:
        """True if its status is said of the truce that its clause names, and not of talks or a war beside it."""
        if not self.truce or not self.status or self.truce.kind is not CueKind.TRUCE:
            return False
        behind = self.clause.first <= self.truce.first and self.truce.last < self.status.first
        prolonged = behind and self.status.value == "extended"
        told = self.clause.relation == "relative" or self.truce.last + 1 == self.clause.first
        behind = behind or (told and self.truce.last < self.clause.first)  # "the truce, which …", "a truce that …"
        fares = prolonged or (behind and self.status.value in ("in_force", "violated", "ended"))
        return fares or self.first <= self.truce.first <= self.last

    @property
    def lacks_agreement(self) -> bool:
        """«لا يوجد اتفاق على هدنة»: none is there, which leaves open whether one is still sought."""
        return self.status is not None and self.truce is not None and self.status.value == "rejected" and (
            self.status.first == self.truce.first
        )  # fmt: skip

    @property
    def continues(self) -> bool:
        """True if it goes on with a truce that the text has named: its own clause names none."""
        return self.coverage.refers_back or (self.coverage.verb is not None and self.truce is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOfPlaces:
    """What a sentence says of truces in some places beside others: `status` is the word that tells it, the noun itself where
    it says but that they are there; `truce` the noun that names them, which may stand in a clause or a sentence before."""

    coverage: Coverage
    status: Cue
    truce: Cue


def is_old(claim: Claim, published: Edtf | None) -> bool:
    """True if a claim is dated, and each of its dates lies more than a week before the day of publication."""
    today = published.earliest if published else None
    days = [timex.last_day for timex, _ in claim.dates if timex.last_day]
    return bool(today and days) and all((today - day).days > _NEWS_DAYS for day in days if today)


def says_where(claim: Claim, read: ReadText) -> bool:
    """In "the ceasefire in eastern Ukraine is broken" the place is that of the truce, and not where it was broken. English
    only."""
    if claim.truce is None or not claim.areas or claim.in_spite or claim.coverage.fought or claim.coverage.guessed:
        return False
    before = claim.areas[0].mention.first - 1
    located = before == claim.truce.last + 1 and read.cues.ending(CueKind.LOCATIVE, before) is not None
    return located and read.words.is_english(before)
