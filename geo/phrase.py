"""Phrases of the reference tables found in a folded text: whole words, longest first, with what is written to them.

Arabic writes one-letter words to the next one (و ف ب ل ك س): a phrase of the table is found behind them, and the match says
which they were. Between the words of a phrase only spaces and hyphens may stand.

A table knows every way in which the first words of its phrases may be written, so a word of a text that opens none is passed
over in one look. The tests hold the answers against a table that looks at every word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate, compress, count, pairwise, product
from operator import add, itemgetter
from typing import Generic, NamedTuple, TypeVar

from geo.script import Folded, fold_name, spaced_words
from geo.span import Span

Value = TypeVar("Value")
_WORD = re.compile(r"[^\W_]+")
_ENDS_SENTENCE = re.compile(r"[\n!?;.]")
_ONE_LETTER_WORDS = re.compile(r"([وف]?)(س(?=[يتنا])|[بلك]?)")
_WRITTEN_TO_THE_NEXT = tuple("".join(pair) for pair in product(("", "و", "ف"), ("", "ب", "ل", "ك", "س")))
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


def written_forms(word: str) -> Iterator[str]:
    """Every word of a text that has a word among its `stems`, and perhaps some that have not."""
    for written in _WRITTEN_TO_THE_NEXT:
        yield written + word
        if written.endswith("ل") and word.startswith("ال"):
            yield written + word[1:]


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
        """True if only spaces or hyphens stand between a word and the next."""
        if not 0 <= left < len(self.texts) - 1:
            return False
        gap = self.folded.text[self.ends[left] : self.starts[left + 1]]
        return gap == " " or not gap.strip(" -")

    def source(self, first: int, last: int, offset: int = 0) -> Span:
        """The source span of the words `first` to `last`, both included, without `offset` letters of the first."""
        return self.folded.source(Span(self.starts[first] + offset, self.ends[last]))

    @cached_property
    def source_starts(self) -> tuple[int, ...]:
        """For each word its first source offset, in order."""
        return self.folded.source_offsets(self.starts)

    def within(self, span: Span) -> range:
        """The numbers of the words that start in a source span."""
        first = bisect_left(self.starts, self.folded.folded_offset(span.start))
        return range(first, bisect_left(self.starts, self.folded.folded_offset(span.end), first))

    @cached_property
    def sentence_starts(self) -> tuple[int, ...]:
        """The number of each sentence's first word, in order."""
        marks = (match.start() for match in _ENDS_SENTENCE.finditer(self.folded.text))
        firsts = dict.fromkeys(bisect_left(self.starts, mark) for mark in marks)
        return (0, *(i for i in firsts if 0 < i < len(self.texts) and _ends_sentence(self, i - 1))) if self.texts else ()

    def sentence(self, number: int) -> tuple[int, int]:
        """The numbers of a sentence's first and last word."""
        starts = self.sentence_starts
        return starts[number], (starts[number + 1] if number + 1 < len(starts) else len(self.texts)) - 1

    @cached_property
    def sentences(self) -> tuple[int, ...]:
        """For each word the number of its sentence."""
        numbers: list[int] = []
        for number, (first, behind) in enumerate(pairwise((*self.sentence_starts, len(self.texts)))):
            numbers += [number] * (behind - first)
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
    pieces = spaced_words(folded).split(" ")
    lengths = list(map(len, pieces))
    starts = tuple(compress(map(add, accumulate(lengths, initial=0), count()), lengths))
    return Words(folded, tuple(filter(None, pieces)), starts, tuple(map(add, starts, filter(None, lengths))))


class Match(NamedTuple, Generic[Value]):
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


class Written(NamedTuple, Generic[Value]):
    """How a phrase is written in a text: behind `prefixes`, which are the first `offset` letters of its first word."""

    prefixes: tuple[str, ...]
    offset: int
    values: tuple[Value, ...]


class _Opening(NamedTuple, Generic[Value]):
    """What a written word opens: the phrases of that word alone, the branches of longer ones, and the second words of those."""

    alone: tuple[Written[Value], ...]
    longer: tuple[tuple[Stem, _Branch[Value]], ...]
    second: frozenset[str]


class _Openings(dict[str, _Opening[Value]], Generic[Value]):
    """By written word what it opens; filled as words are met, of which there are no more than written forms."""

    def __init__(self, branches: Mapping[str, _Branch[Value]]) -> None:
        super().__init__()
        self._branches = branches

    def __missing__(self, word: str) -> _Opening[Value]:
        known = [(stem, self._branches[stem.text]) for stem in stems(word) if stem.text in self._branches]
        opening = _Opening(
            tuple(Written(stem.prefixes, stem.offset, branch.values) for stem, branch in known if branch.values),
            tuple((stem, branch) for stem, branch in known if branch.behind),
            frozenset(word for _, branch in known for word in branch.behind),
        )
        self[word] = opening
        return opening


def phrase_words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase of a table."""
    return tuple(_WORD.findall(fold_name(phrase)))


class PhraseTable(Generic[Value]):
    """Phrases with values. A phrase may carry several values; they keep the order in which they were given."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        root: _Branch[Value] = _Branch()
        for phrase, value in entries:
            branch = root
            for word in phrase_words(phrase):
                branch = branch.behind.setdefault(word, _Branch())
            branch.values = (*branch.values, value)
        self._openings = _Openings(root.behind)
        self._written = frozenset(form for word in root.behind for form in written_forms(word))

    def everywhere(self, words: Words) -> list[tuple[int, int, Written[Value]]]:
        """Every phrase in a text, with its first and its last word: by the first word; of those that start with the same word
        the longest first, among equally long ones the fewest prefixes first."""
        texts, openings = words.texts, self._openings
        behind = (*texts[1:], "")
        found: list[tuple[int, int, Written[Value]]] = []
        for first in compress(count(), map(self._written.__contains__, texts)):
            alone, longer, second = openings[texts[first]]
            if behind[first] in second:
                found += self._longer_at(words, first, longer)
            for written in alone:
                found.append((first, first, written))
        return found

    def _longer_at(
        self, words: Words, first: int, branches: Iterable[tuple[Stem, _Branch[Value]]]
    ) -> list[tuple[int, int, Written[Value]]]:
        """The phrases of several words among them, longest first; the word `first` is not the text's last."""
        following = words.texts[first + 1] if words.joined(first) else ""
        found: list[tuple[int, int, Written[Value]]] = []
        for stem, branch in branches:
            last, longer = first + 1, branch.behind.get(following)
            while longer:
                if longer.values:
                    found.append((first, last, Written(stem.prefixes, stem.offset, longer.values)))
                longer = longer.behind.get(words.texts[last + 1]) if longer.behind and words.joined(last) else None
                last += 1
        if len(found) > 1:
            found.sort(key=itemgetter(1), reverse=True)
        return found

    def at(self, words: Words, first: int) -> Match[Value] | None:
        """The longest phrase that starts with word `first`; among equally long ones that with the fewest prefixes."""
        if words.texts[first] not in self._written:
            return None
        alone, longer, second = self._openings[words.texts[first]]
        match = None
        if second and first + 1 < len(words.texts) and words.texts[first + 1] in second:
            match = self._longest_of(words, first, longer)
        return Match(first, first, *alone[0]) if alone and match is None else match

    def longest_everywhere(self, words: Words) -> list[Match[Value]]:
        """What `at` finds at every word of a text, in order; matches may overlap."""
        return self._longest(words, overlapping=True)

    def find(self, words: Words) -> list[Match[Value]]:
        """Leftmost, longest matches, in order; a word belongs to one match at most."""
        return self._longest(words, overlapping=False)

    def _longest(self, words: Words, *, overlapping: bool) -> list[Match[Value]]:
        texts, openings = words.texts, self._openings
        behind = (*texts[1:], "")
        found: list[Match[Value]] = []
        free = 0
        for first in compress(count(), map(self._written.__contains__, texts)):
            if first < free:
                continue
            alone, longer, second = openings[texts[first]]
            match = None
            if behind[first] in second:
                match = self._longest_of(words, first, longer)
            if alone and match is None:
                match = Match(first, first, *alone[0])
            if match is not None:
                found.append(match)
                if not overlapping:
                    free = match[1] + 1
        return found

    def _longest_of(self, words: Words, first: int, branches: Iterable[tuple[Stem, _Branch[Value]]]) -> Match[Value] | None:
        found = self._longer_at(words, first, branches)
        if not found:
            return None
        _, last, written = found[0]
        return Match(first, last, *written)
