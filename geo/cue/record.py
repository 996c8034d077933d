"""Cues: words that speak of a truce, its status, its area, of negation, doubt and who says so. Rows of a table, not code."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple

from geo.span import Span
from geo.text.phrase import PhraseTable, Words, Written, new_tuple


class CueKind(StrEnum):
    """What a cue says. The values of each kind stand in data/reference/cues.csv."""

    TRUCE = "truce"
    AGREEMENT = "agreement"
    ZONES = "zones"
    COVERAGE = "coverage"
    EXCLUSION = "exclusion"
    STATUS = "status_verb"
    LIGHT_VERB = "light_verb"
    OPENER = "opener"
    NEGATION = "negation"
    DENIAL = "denial"
    MODALITY = "modality"
    SPEECH = "speech"
    ATTRIBUTION = "attribution"
    SPONSOR = "sponsor"
    MEETING = "meeting"
    EVENT_HEAD = "event_head"
    PARTY = "party"
    LOCATIVE = "locative"
    ABOUT = "about"
    CONFLICT = "conflict"
    FIGURATIVE = "figurative"
    OTHER_TRUCE = "other_truce"  # of no row: geo/cue/other_truce.py
    EVACUATION = "evacuation"
    CAPITAL = "capital"
    OFFICE = "office"
    IMPLEMENTING = "implementing"
    DATE_RELATION = "date_relation"
    OTHER_AGREEMENT = "other_agreement"
    PERFECT = "perfect"
    CONTINUATION = "continuation"
    COUNTRY = "country"
    PART_OF_COUNTRY = "part_of_country"
    EARLIER = "earlier"
    EXCHANGE = "exchange"
    ADDRESS = "address"
    EXPERIENCE = "experience"
    HOSTS = "hosts"
    VISIT = "visit"
    DEVOTED = "devoted"
    BACKDROP = "backdrop"
    CESSATION = "cessation"
    PROSPECT = "prospect"
    DEPLOYMENT = "deployment"
    ADHERENCE = "adherence"
    DECISION = "decision"
    EVACUEES = "evacuees"
    LAND = "land"
    DURATION = "duration"  # of no row: geo/timex/length.py
    PLEDGE = "pledge"
    RESUMPTION = "resumption"
    OUTCOME = "outcome"
    GROUP = "group"
    ADDITION = "addition"
    CARRYING_OUT = "carrying_out"
    ORDINAL = "ordinal"
    OBSERVATION = "observation"
    SIDES = "sides"


# Kinds of one family share the words of a text: the longest phrase wins. Kinds of different families may overlap.
_FAMILY = {
    CueKind.AGREEMENT: CueKind.TRUCE, CueKind.OTHER_AGREEMENT: CueKind.TRUCE,
    CueKind.DENIAL: CueKind.NEGATION, CueKind.CONTINUATION: CueKind.NEGATION,
}  # fmt: skip
SETTLEMENT = "settlement"  # the value of «تسوية»


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWord:
    """A row of the lexicon."""

    text: str
    language: str
    kind: CueKind
    value: str


class Cue(NamedTuple):
    """A cue in a text, at the words [first, last], both included, behind `prefixes`. A tuple, since a text has hundreds."""

    kind: CueKind
    value: str
    first: int
    last: int
    prefixes: tuple[str, ...]
    offset: int

    def span(self, words: Words) -> Span:
        """The source span without the letters written to it, half-open in code points."""
        return words.source(self.first, self.last, self.offset)


@dataclass(frozen=True)
class Lexicon:
    """The cue words, ready to be matched."""

    words: tuple[CueWord, ...]

    @cached_property
    def table(self) -> PhraseTable[tuple[CueKind, CueKind, CueWord]]:
        """The words, each behind its kind and the family of that."""
        return PhraseTable((word.text, (word.kind, _FAMILY.get(word.kind, word.kind), word)) for word in self.words)


class Hit(NamedTuple):
    """A row of the lexicon at the words [first, last] of a text, both included: a `Cue` before somebody asks for it."""

    first: int
    last: int
    written: Written[Any]
    word: CueWord

    @property
    def value(self) -> str:
        return self.word.value

    @property
    def is_english(self) -> bool:
        return self.word.language == "en"

    def read_as(self, kind: CueKind, value: str) -> Hit:
        """The same words, read as what another row would say."""
        word = CueWord(text=self.word.text, language=self.word.language, kind=kind, value=value)
        return Hit(self.first, self.last, self.written, word)

    def cue(self) -> Cue:
        """The cue of these words."""
        (prefixes, offset, _), word = self.written, self.word
        return new_tuple(Cue, (word.kind, word.value, self.first, self.last, prefixes, offset))


_in_text = attrgetter("first", "last")


class Cues:
    """The cues of one text, by kind and by place; each list is in the order of the text.

    Most hits are never asked for: a `Cue` is made when it is, and the look-ups of a kind when they are needed.
    """

    def __init__(self, hits: Mapping[CueKind, Sequence[Hit]]) -> None:
        self._hits = hits
        self._made: dict[CueKind, list[Cue | None]] = {kind: [None] * len(of_kind) for kind, of_kind in hits.items()}
        self._firsts = {kind: [hit.first for hit in of_kind] for kind, of_kind in hits.items()}
        self._lasts: dict[CueKind, dict[int, int]] = {}
        self._starts: dict[CueKind, dict[int, int]] = {}

    def of(self, kind: CueKind) -> Sequence[Cue]:
        """All cues of a kind, in the order of the text."""
        return [cue or self._make(kind, number) for number, cue in enumerate(self._made.get(kind, ()))]

    def firsts(self, kind: CueKind) -> Sequence[int]:
        """The first words of all cues of a kind, in order."""
        return self._firsts.get(kind, ())

    def within(self, first: int, last: int, *kinds: CueKind) -> list[Cue]:
        """The cues of some kinds that lie in the words [first, last], in the order of the text."""
        found: list[Cue] = []
        for kind in kinds:
            firsts = self._firsts.get(kind)
            if firsts is None:
                continue
            number, count = bisect_left(firsts, first), len(firsts)
            while number < count and firsts[number] <= last:
                cue = self._made[kind][number] or self._make(kind, number)
                if cue.last <= last:
                    found.append(cue)
                number += 1
        if len(found) > 1 and len(kinds) > 1:
            found.sort(key=_in_text)
        return found

    def any_within(self, first: int, last: int, kinds: Iterable[CueKind]) -> bool:
        """True if a cue of one of the kinds starts in the words [first, last]: cheaper than `within`, for a first look."""
        for kind in kinds:
            firsts = self._firsts.get(kind)
            if firsts is not None and bisect_left(firsts, first) < bisect_right(firsts, last):
                return True
        return False

    def starting(self, kind: CueKind, word: int) -> Cue | None:
        """The cue of a kind that starts with a word."""
        starts = self._starts.get(kind)
        if starts is None:
            starts = self._starts[kind] = {first: number for number, first in enumerate(self.firsts(kind))}
        number = starts.get(word)
        return None if number is None else self._made[kind][number] or self._make(kind, number)

    def ending(self, kind: CueKind, word: int) -> Cue | None:
        """The cue of a kind that ends with a word."""
        lasts = self._lasts.get(kind)
        if lasts is None:
            lasts = self._lasts[kind] = {hit.last: number for number, hit in enumerate(self._hits.get(kind, ()))}
        number = lasts.get(word)
        return None if number is None else self._made[kind][number] or self._make(kind, number)

    def _make(self, kind: CueKind, number: int) -> Cue:
        cue = self._made[kind][number] = self._hits[kind][number].cue()
        return cue
