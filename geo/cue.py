"""Cues: words that speak of a truce, its status, its area, of negation, doubt and who says so. Rows of a table, not code."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from geo.phrase import PhraseTable, Words
from geo.span import Span


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


# Kinds of one family share the words of a text: the longest phrase wins. Kinds of different families may overlap.
_FAMILY = {
    CueKind.AGREEMENT: CueKind.TRUCE, CueKind.OTHER_AGREEMENT: CueKind.TRUCE,
    CueKind.DENIAL: CueKind.NEGATION, CueKind.CONTINUATION: CueKind.NEGATION,
}  # fmt: skip
# Kinds that a date expression may look like: "May 22".
_NOT_IN_DATES = (CueKind.OPENER, CueKind.MODALITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWord:
    """A row of the lexicon."""

    text: str
    language: str
    kind: CueKind
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue in a text, at the words [first, last], both included, behind `prefixes`."""

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
    def table(self) -> PhraseTable[CueWord]:
        return PhraseTable((word.text, word) for word in self.words)


class Cues:
    """The cues of one text, by kind and by place; each list is in the order of the text."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._by_kind: dict[CueKind, list[Cue]] = {}
        self._firsts: dict[CueKind, list[int]] = {}
        self._first: dict[tuple[CueKind, int], Cue] = {}
        self._last: dict[tuple[CueKind, int], Cue] = {}
        for cue in cues:
            self._by_kind.setdefault(cue.kind, []).append(cue)
            self._firsts.setdefault(cue.kind, []).append(cue.first)
            self._first[cue.kind, cue.first] = cue
            self._last[cue.kind, cue.last] = cue

    def of(self, kind: CueKind) -> Sequence[Cue]:
        """All cues of a kind, in the order of the text."""
        return self._by_kind.get(kind, ())

    def within(self, first: int, last: int, *kinds: CueKind) -> list[Cue]:
        """The cues of some kinds that lie in the words [first, last], in the order of the text."""
        found: list[Cue] = []
        for kind in kinds:
            firsts = self._firsts.get(kind)
            if firsts:
                inside = self._by_kind[kind][bisect_left(firsts, first) : bisect_right(firsts, last)]
                found += [cue for cue in inside if cue.last <= last]
        return found if len(kinds) == 1 else sorted(found, key=lambda cue: (cue.first, cue.last))

    def starting(self, kind: CueKind, word: int) -> Cue | None:
        """The cue of a kind that starts with a word."""
        return self._first.get((kind, word))

    def ending(self, kind: CueKind, word: int) -> Cue | None:
        """The cue of a kind that ends with a word."""
        return self._last.get((kind, word))


def find_cues(words: Words, lexicon: Lexicon, dates: Iterable[Span]) -> Cues:
    """Every cue in a text. Within a family of kinds the matches are leftmost, longest and disjoint.

    `dates` are the source spans of its date expressions, in which «May» opens no clause.
    """
    in_dates = {i for span in dates for i in words.within(span)}
    found: list[Cue] = []
    free_from: dict[CueKind, int] = {}
    for first in lexicon.table.openings(words):
        for match in lexicon.table.all_at(words, first):
            for word in match.values:
                family = _FAMILY.get(word.kind, word.kind)
                dated = first in in_dates and word.kind in _NOT_IN_DATES
                if free_from.get(family, 0) <= first and not dated:
                    found.append(Cue(
                        kind=word.kind, value=word.value, first=first, last=match.last,
                        prefixes=match.prefixes, offset=match.offset,
                    ))  # fmt: skip
            for word in match.values:
                family = _FAMILY.get(word.kind, word.kind)
                free_from[family] = max(free_from.get(family, 0), match.last + 1)
    return Cues(_without_other_matters(found))


def _without_other_matters(cues: Iterable[Cue]) -> Iterator[Cue]:
    """The cues without the agreements that take up another matter: after «الاتفاق النووي», «الاتفاق» is that one."""
    other = False
    for cue in cues:
        if cue.kind in (CueKind.TRUCE, CueKind.OTHER_AGREEMENT):
            other = cue.kind is CueKind.OTHER_AGREEMENT
        if not (other and cue.kind is CueKind.AGREEMENT):
            yield cue
