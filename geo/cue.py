"""Cues: words that speak of a truce, its status, its area, of negation, doubt and who says so. Rows of a table, not code."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from operator import attrgetter, itemgetter

from geo.phrase import PhraseTable, Words, Written
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
    EARLIER = "earlier"


# Kinds of one family share the words of a text: the longest phrase wins. Kinds of different families may overlap.
_FAMILY = {
    CueKind.AGREEMENT: CueKind.TRUCE, CueKind.ZONES: CueKind.TRUCE, CueKind.OTHER_AGREEMENT: CueKind.TRUCE,
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
    def table(self) -> PhraseTable[tuple[CueKind, CueKind, CueWord]]:
        """The words, each behind its kind and the family of that."""
        return PhraseTable((word.text, (word.kind, _FAMILY.get(word.kind, word.kind), word)) for word in self.words)


# A row of the lexicon at the words [first, last] of a text: what a `Cue` is made from when somebody asks for it.
Hit = tuple[int, int, Written[tuple[CueKind, CueKind, CueWord]], CueWord]


def _cue(hit: Hit) -> Cue:
    first, last, written, word = hit
    return Cue(
        kind=word.kind, value=word.value, first=first, last=last, prefixes=written.prefixes, offset=written.offset
    )  # fmt: skip


_in_text = attrgetter("first", "last")


class Cues:
    """The cues of one text, by kind and by place; each list is in the order of the text.

    Most hits are never asked for: a `Cue` is made when it is, and the look-ups of a kind when they are needed.
    """

    def __init__(self, hits: Mapping[CueKind, Sequence[Hit]]) -> None:
        self._hits = hits
        self._in_order: dict[CueKind, tuple[Sequence[int], Sequence[Cue]]] = {}
        self._by_first: dict[CueKind, dict[int, Hit | Cue]] = {}
        self._by_last: dict[CueKind, dict[int, Hit | Cue]] = {}

    def of(self, kind: CueKind) -> Sequence[Cue]:
        """All cues of a kind, in the order of the text."""
        return self._ordered(kind)[1]

    def firsts(self, kind: CueKind) -> Sequence[int]:
        """The first words of all cues of a kind, in order."""
        return [hit[0] for hit in self._hits.get(kind, ())]

    def within(self, first: int, last: int, *kinds: CueKind) -> list[Cue]:
        """The cues of some kinds that lie in the words [first, last], in the order of the text."""
        found: list[Cue] = []
        for kind in kinds:
            firsts, cues = self._in_order.get(kind) or self._ordered(kind)
            start = bisect_left(firsts, first) if firsts else 0
            if start < len(firsts) and firsts[start] <= last:
                inside = cues[start : bisect_right(firsts, last, start)]
                found += inside if inside[-1].last <= last else [cue for cue in inside if cue.last <= last]
        return found if len(kinds) == 1 or len(found) < 2 else sorted(found, key=_in_text)

    def starting(self, kind: CueKind, word: int) -> Cue | None:
        """The cue of a kind that starts with a word."""
        by_first = self._by_first.get(kind)
        if by_first is None:
            by_first = self._by_first[kind] = {hit[0]: hit for hit in self._hits.get(kind, ())}
        found = by_first.get(word)
        if isinstance(found, tuple):
            found = by_first[word] = _cue(found)
        return found

    def ending(self, kind: CueKind, word: int) -> Cue | None:
        """The cue of a kind that ends with a word."""
        by_last = self._by_last.get(kind)
        if by_last is None:
            by_last = self._by_last[kind] = {hit[1]: hit for hit in self._hits.get(kind, ())}
        found = by_last.get(word)
        if isinstance(found, tuple):
            found = by_last[word] = _cue(found)
        return found

    def _ordered(self, kind: CueKind) -> tuple[Sequence[int], Sequence[Cue]]:
        """The first words of a kind's cues, and the cues."""
        known = self._in_order.get(kind)
        if known is None:
            hits = self._hits.get(kind, ())
            known = self._in_order[kind] = [hit[0] for hit in hits], [_cue(hit) for hit in hits]
        return known


def find_cues(words: Words, lexicon: Lexicon, dates: Iterable[Span]) -> Cues:
    """Every cue in a text. Within a family of kinds the matches are leftmost, longest and disjoint.

    `dates` are the source spans of its date expressions, in which «May» opens no clause.
    """
    in_dates = {i for span in dates for i in words.within(span)}
    hits: defaultdict[CueKind, list[Hit]] = defaultdict(list)
    free_from: dict[CueKind, int] = {}
    for first, last, written in lexicon.table.everywhere(words):
        for kind, family, word in written.values:
            if free_from.get(family, 0) <= first and (first not in in_dates or kind not in _NOT_IN_DATES):
                hits[kind].append((first, last, written, word))
        for _, family, _ in written.values:
            if free_from.get(family, 0) <= last:
                free_from[family] = last + 1
    return Cues(_without_other_matters(hits))


def _without_other_matters(hits: Mapping[CueKind, list[Hit]]) -> Mapping[CueKind, Sequence[Hit]]:
    """The hits without the agreements that take up another matter: after «الاتفاق النووي», «الاتفاق» is that one."""
    if not (CueKind.OTHER_AGREEMENT in hits and CueKind.AGREEMENT in hits):
        return hits
    turns = sorted((*hits.get(CueKind.TRUCE, ()), *hits[CueKind.OTHER_AGREEMENT]), key=itemgetter(0))
    firsts = [hit[0] for hit in turns]
    kept = []
    for hit in hits[CueKind.AGREEMENT]:
        turn = bisect_left(firsts, hit[0])
        if not turn or turns[turn - 1][-1].kind is CueKind.TRUCE:
            kept.append(hit)
    return {**hits, CueKind.AGREEMENT: kept}
