"""Joints: where names part that a newspaper archive has run together («جنوبدمشق», «روسياوالولاياتالمتحدة», «معرةالنعمان»).

Such archives lose the space beside the names that they link. A word is cut only where each piece is a word of a place name
(what stands before one, «جنوب», may be the first), and only if no table knows it as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from geo.text.phrase import stems

_SHORTEST = 3  # letters of a piece, those that are written to it included
_LONGEST = 64  # letters of a word that is cut; the ways to cut grow with the length, and no line of a newspaper has more
_REMEMBERED = 1 << 16  # words, each with its joints


class Joints:
    """The joints of words: `cuts` gives the offsets at which a folded word parts, () for nearly every word."""

    def __init__(self, names: Iterable[str], before: Iterable[str], knows: Callable[[str], bool]) -> None:
        """`names` are the folded words of place names, `before` words that stand before one; `knows` is true for a word of a
        text that is not to be cut."""
        self._names = frozenset(names)
        self._first = self._names | frozenset(before)
        self._knows = knows
        self.cuts = lru_cache(_REMEMBERED)(self._cuts)

    def _cuts(self, word: str) -> tuple[int, ...]:
        if not 2 * _SHORTEST <= len(word) <= _LONGEST or word.isascii() or self._knows(word):
            return ()
        return self._joints(word, 0) or ()

    def _joints(self, word: str, start: int) -> tuple[int, ...] | None:
        """The joints behind `start`, the first name of the table as short as can be; None if the rest is no row of names."""
        for joint in range(start + _SHORTEST, len(word) - _SHORTEST + 1):
            if not _is_one_of(self._first, word[start:joint]):
                continue
            if _is_one_of(self._names, word[joint:]):
                return (joint,)
            if further := self._joints(word, joint):
                return (joint, *further)
        return None


def _is_one_of(table: frozenset[str], piece: str) -> bool:
    return any(stem.text in table for stem in stems(piece))
