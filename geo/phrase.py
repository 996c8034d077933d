"""Phrases of the reference tables found in a folded text: whole words, longest first, with what is written to them.

Arabic writes one-letter words to the next one (و ف ب ل ك س): a phrase of the table is found behind them, and the match says
which they were. Between the words of a phrase only spaces and hyphens may stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from geo.script import Folded, fold_name
from geo.span import Span

Value = TypeVar("Value")
_WORD = re.compile(r"[^\W_]+")
_ONE_LETTER_WORDS = re.compile(r"([وف]?)(س(?=[يتنا])|[بلك]?)")
_MIN_STEM = 2


@dataclass(frozen=True, slots=True)
class Stem:
    """A word without what is written to it: «بالغوطة» is الغوطة behind ب. `offset` is where the stem starts in the word."""

    text: str
    prefixes: tuple[str, ...]
    offset: int


@lru_cache(maxsize=1 << 16)
def stems(word: str) -> tuple[Stem, ...]:
    """Every way to take one-letter words off an Arabic word, fewest first; the word itself comes first."""
    found = [Stem(word, (), 0)]
    if word.isascii():
        return tuple(found)
    seen = {word}
    match = _ONE_LETTER_WORDS.match(word)
    conjunction, preposition = match.groups() if match else ("", "")
    for prefixes in ((conjunction,), (preposition,) if not conjunction else (), (conjunction, preposition)):
        taken = "".join(prefixes)
        if not all(prefixes) or not prefixes or len(word) - len(taken) < _MIN_STEM or not word.startswith(taken):
            continue
        rest = word[len(taken) :]
        if rest not in seen:
            seen.add(rest)
            found.append(Stem(rest, prefixes, len(taken)))
        if prefixes[-1] == "ل" and rest.startswith("ل") and len(rest) > _MIN_STEM:  # ل + ال is written لل
            found.append(Stem("ا" + rest, prefixes, len(taken)))
    return tuple(found)


@dataclass(frozen=True)
class Words:
    """A folded text as words: `texts[i]` stands at the folded offsets [starts[i], ends[i])."""

    folded: Folded
    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.texts)

    def between(self, left: int, right: int) -> str:
        """What stands between word `left` and word `right`."""
        return self.folded.text[self.ends[left] : self.starts[right]]

    def joined(self, left: int) -> bool:
        """True if only spaces or hyphens stand between a word and the next, or the full stop of initials ("U.S.")."""
        return 0 <= left < len(self._joined) and self._joined[left]

    @cached_property
    def _joined(self) -> tuple[bool, ...]:
        text = self.folded.text
        gaps = [text[end:start] for end, start in zip(self.ends, self.starts[1:], strict=False)]
        return tuple(not gap.strip(" -") or self._parts_initials(i, gap) for i, gap in enumerate(gaps))

    def _parts_initials(self, left: int, gap: str) -> bool:
        return gap == "." and len(self.texts[left]) == len(self.texts[left + 1]) == 1

    def source(self, first: int, last: int, offset: int = 0) -> Span:
        """The source span of the words `first` to `last`, both included, without `offset` letters of the first."""
        return self.folded.source(Span(self.starts[first] + offset, self.ends[last]))

    @cached_property
    def source_starts(self) -> tuple[int, ...]:
        """For each word its first source offset, in order."""
        return self.folded.source_offsets(self.starts)

    def within(self, span: Span) -> range:
        """The numbers of the words that start in a source span."""
        return range(bisect_left(self.source_starts, span.start), bisect_left(self.source_starts, span.end))

    @cached_property
    def sentences(self) -> tuple[int, ...]:
        """For each word the number of its sentence."""
        number, numbers = 0, []
        for i in range(len(self.texts)):
            if i and _ends_sentence(self, i - 1):
                number += 1
            numbers.append(number)
        return tuple(numbers)


def _ends_sentence(words: Words, left: int) -> bool:
    gap = words.between(left, left + 1)
    if not gap.strip(' ,-"()'):
        return False
    if "\n" in gap or any(mark in gap for mark in "!?;"):
        return True
    if "." not in gap:
        return False
    before, after = words.texts[left], words.texts[left + 1]
    initials = gap in (".", ". ", ".-") and len(before) == 1 and before.isalpha() and before.isascii()  # U.S., U.N.-led
    decimal = gap == "." and before[-1].isdigit() and after[0].isdigit()
    return not initials and not decimal


def split_words(folded: Folded) -> Words:
    """The words of a folded text, in order."""
    matches = list(_WORD.finditer(folded.text))
    return Words(
        folded,
        tuple(m.group() for m in matches),
        tuple(m.start() for m in matches),
        tuple(m.end() for m in matches),
    )


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """A phrase of a table at the words [first, last], both included, behind `prefixes`."""

    first: int
    last: int
    prefixes: tuple[str, ...]
    offset: int
    values: tuple[Value, ...]

    def span(self, words: Words) -> Span:
        """The source span without the prefixes, half-open in code points."""
        return words.source(self.first, self.last, self.offset)


@dataclass(slots=True)
class _Branch(Generic[Value]):
    """A word of phrases: the values of the phrase that ends with it, and the words that may follow."""

    values: tuple[Value, ...] = ()
    behind: dict[str, _Branch[Value]] = field(default_factory=dict)


class _Openings(dict[str, tuple[tuple[Stem, _Branch[Value]], ...]], Generic[Value]):
    """By word, the stems that open a phrase, each with its branch; () for nearly every word of a text. Filled as words are
    met."""

    def __init__(self, branches: Mapping[str, _Branch[Value]]) -> None:
        super().__init__()
        self._branches = branches

    def __missing__(self, word: str) -> tuple[tuple[Stem, _Branch[Value]], ...]:
        known = tuple((stem, self._branches[stem.text]) for stem in stems(word) if stem.text in self._branches)
        self[word] = known
        return known


class PhraseTable(Generic[Value]):
    """Phrases with values. A phrase may carry several values; they keep the order in which they were given."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        root: _Branch[Value] = _Branch()
        for phrase, value in entries:
            branch = root
            for word in _WORD.findall(fold_name(phrase)):
                branch = branch.behind.setdefault(word, _Branch())
            branch.values = (*branch.values, value)
        self._openings = _Openings(root.behind)

    def openings(self, words: Words) -> list[int]:
        """The numbers of the words that may open a phrase, in order."""
        return [i for i, word in enumerate(words.texts) if self._openings[word]]

    def all_at(self, words: Words, first: int) -> tuple[Match[Value], ...]:
        """Every phrase that starts with word `first`: longest first, among equally long ones the fewest prefixes first."""
        found: list[Match[Value]] = []
        for stem, branch in self._openings[words.texts[first]]:
            last, longer = first, branch
            while True:
                if longer.values:
                    found.append(Match(first, last, stem.prefixes, stem.offset, longer.values))
                following = longer.behind.get(words.texts[last + 1]) if longer.behind and words.joined(last) else None
                if following is None:
                    break
                last, longer = last + 1, following
        return tuple(sorted(found, key=lambda match: -match.last)) if len(found) > 1 else tuple(found)

    def at(self, words: Words, first: int) -> Match[Value] | None:
        """The longest phrase that starts with word `first`; among equally long ones that with the fewest prefixes."""
        found = self.all_at(words, first)
        return found[0] if found else None

    def find(self, words: Words) -> Iterator[Match[Value]]:
        """Leftmost, longest matches, in order; a word belongs to one match at most."""
        free = 0
        for first in self.openings(words):
            match = self.at(words, first) if first >= free else None
            if match:
                yield match
                free = match.last + 1
