"""The hits of one text while its cues are searched for: asked for by kind and value, and added to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from geo.cue.record import CueKind, Hit
from geo.text.phrase import Words

_in_order = attrgetter("first")


class Hits:
    """The hits of one text by kind, those of each in the order of the text."""

    def __init__(self, words: Words, by_kind: Mapping[CueKind, Sequence[Hit]]) -> None:
        self.words = words
        self.by_kind = dict(by_kind)

    def of(self, *kinds: CueKind, values: Sequence[str] = ()) -> Sequence[Hit]:
        """The hits of some kinds, one kind after the other; with `values` those of one of them."""
        found: Sequence[Hit] = ()
        for kind in kinds:
            of_kind = self.by_kind.get(kind)
            if of_kind:
                found = (*found, *of_kind) if found else of_kind
        return [hit for hit in found if hit.word.value in values] if values and found else found

    def firsts(self, *kinds: CueKind, values: Sequence[str] = ()) -> list[int]:
        """The first words of `of`."""
        return [hit.first for hit in self.of(*kinds, values=values)]

    def lasts(self, *kinds: CueKind, values: Sequence[str] = ()) -> list[int]:
        """The last words of `of`."""
        return [hit.last for hit in self.of(*kinds, values=values)]

    def ends(self, *kinds: CueKind, values: Sequence[str] = ()) -> dict[int, int]:
        """The last words of `of` by the first."""
        return {hit.first: hit.last for hit in self.of(*kinds, values=values)}

    def sentences(self, *kinds: CueKind, values: Sequence[str] = ()) -> set[int]:
        """The numbers of the sentences that hold one of `of`."""
        return {self.words.sentences[hit.first] for hit in self.of(*kinds, values=values)}

    def in_truces(self) -> set[int]:
        """The words that name truces."""
        return {i for hit in self.of(CueKind.TRUCE) for i in range(hit.first, hit.last + 1)}

    def add(self, hits: Iterable[Hit]) -> None:
        """Adds hits to those of their kinds."""
        for kind, new in _by_kind(hits).items():
            self.by_kind[kind] = sorted((*self.by_kind.get(kind, ()), *new), key=_in_order)

    def put(self, hits: Iterable[Hit]) -> None:
        """Puts hits in the place of those of their kinds that start with the same words."""
        for kind, new in _by_kind(hits).items():
            self.remove(kind, {hit.first for hit in new})
            self.add(new)

    def remove(self, kind: CueKind, firsts: set[int]) -> None:
        """Takes out the hits of a kind that start with some words."""
        if kind in self.by_kind:
            self.by_kind[kind] = [hit for hit in self.by_kind[kind] if hit.first not in firsts]


def _by_kind(hits: Iterable[Hit]) -> Mapping[CueKind, list[Hit]]:
    found: dict[CueKind, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.word.kind, []).append(hit)
    return found
