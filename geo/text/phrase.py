"""Phrases of the reference tables found in a folded text: whole words, longest first, with what is written to them.

Arabic writes one-letter words to the next one (و ف ب ل ك س): a phrase of the table is found behind them, and the match says
which they were. Between the words of a phrase only spaces and hyphens may stand.

A vocabulary knows the words that it has met, so that a word of a text that opens no phrase is passed over in one look, for all
tables at once. Without a vocabulary each table takes every word apart: the tests hold the two against each other.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate, chain, compress, count, pairwise
from operator import add, itemgetter
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from geo.span import Span
from geo.text.script import Folded, fold_name, spaced_words
from geo.text.word_class import WordClasses

Value = TypeVar("Value")
Found = TypeVar("Found", covariant=True)
Cuts = Callable[[str], tuple[int, ...]]  # where a folded word parts into several
_WORD = re.compile(r"[^\W_]+")
_QUOTE = '"'
_QUOTED_NAME = re.compile(r'(?<![^\s(])[وفبلك]?"([ء-ي]+(?: [ء-ي]+){0,2})"(?=[\s.,;:!?)]|$)')
_ENDS_SENTENCE = re.compile(r"[\n!?;.]")
_ONE_LETTER_WORDS = re.compile(r"([وف]?)(س(?=[يتنا])|[بلك]?)")
_FRONTED_HOUR = 9  # words of "On Sunday, March 3, at about 7:30 a.m."
_ZONE_WORDS = 3  # words of "Central European time"
_WRITTEN_TO_THE_NEXT = ("و", "ف", "ب", "ل", "ك", "س")
_MIN_STEM = 2
new_tuple = tuple.__new__  # half of the time that the `__new__` of a NamedTuple takes


@dataclass(frozen=True, slots=True)
class Stem:
    """A word without what is written to it: «بالغوطة» is الغوطة behind ب. `offset` is where the stem starts in the word."""

    text: str
    prefixes: tuple[str, ...]
    offset: int


@lru_cache(maxsize=1 << 12)
def stems(word: str) -> tuple[Stem, ...]:
    """Every way to take one-letter words off an Arabic word, fewest first; the word itself comes first."""
    found = [Stem(word, (), 0)]
    if not word.startswith(_WRITTEN_TO_THE_NEXT):
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


class LookedUp(Protocol[Found]):
    """A table in which the words of a text are looked up."""

    def first_words(self) -> Iterable[str]:
        """Folded words; one of them is among the `stems` of every word for which `opening` has an answer."""

    def opening(self, word: str) -> Found | None:
        """What a folded word of a text opens, None for nearly every word."""


@dataclass(frozen=True)
class Words:
    """A folded text as words: `texts[i]` stands at the folded offsets [starts[i], ends[i]).

    `classes` are the word classes that rules ask for. `openings` is what a `Vocabulary` found in them: for each table the words
    that open something there, in order. `by_class` holds the words of each class that `of_class` was asked for, `longest` the
    longest phrases by their first word, of each table that was asked for them. `written` is the text as it was published,
    which alone has capitals; "" where nobody asks for them.
    """

    folded: Folded
    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    classes: WordClasses = field(default_factory=WordClasses)
    openings: Mapping[LookedUp[Any], Sequence[tuple[int, Any]]] = field(default_factory=dict)
    by_class: dict[str, list[int]] = field(default_factory=dict)
    longest: dict[PhraseTable[Any], dict[int, Match[Any]]] = field(default_factory=dict)
    written: str = ""

    def __len__(self) -> int:
        return len(self.texts)

    def opened(self, table: LookedUp[Found]) -> Sequence[tuple[int, Found]]:
        """The numbers of the words that open something in a table, each with that, in order."""
        looked_up = self.openings.get(table)
        if looked_up is not None:
            return looked_up
        return [(i, opening) for i, word in enumerate(self.texts) if (opening := table.opening(word))]

    def is_english(self, i: int) -> bool:
        """True if word `i` is of Latin letters or digits: all that is folded of English is ASCII, nothing of Arabic is."""
        return self.texts[i].isascii()

    def is_a(self, word_class: str, i: int, offset: int = 0) -> bool:
        """True if word `i`, without its first `offset` letters, is one of a class; no word stands before the first one or
        behind the last. Raises ReferenceTableError for a class that has no row."""
        return 0 <= i < len(self.texts) and self.texts[i][offset:] in self.classes[word_class]

    def of_class(self, word_class: str, first: int, last: int) -> Sequence[int]:
        """Those of the words [first, last] for which `is_a` is true without an offset, in order: the class is looked up once a
        text, so that a rule may ask every sentence. Raises as `is_a` does."""
        found = self.by_class.get(word_class)
        if found is None:
            of_class = self.classes[word_class]
            found = self.by_class[word_class] = [i for i, text in enumerate(self.texts) if text in of_class]
        start = bisect_left(found, first)
        return found[start : bisect_right(found, last, start)]

    def between(self, left: int, right: int) -> str:
        """What stands between word `left` and word `right`."""
        return self.folded.text[self.ends[left] : self.starts[right]]

    def joined(self, left: int) -> bool:
        """True if only spaces or hyphens stand between a word and the next, or the full stop of an initial ("U.S.")."""
        if not 0 <= left < len(self.texts) - 1:
            return False
        gap = self.folded.text[self.ends[left] : self.starts[left + 1]]
        if gap == " " or not gap.strip(" -#_") or (_QUOTE in gap and left in self.beside_quoted):
            return True
        if gap[0] != "." or len(self.texts[left]) != 1:
            return False
        return (gap == "." and len(self.texts[left + 1]) == 1) or (gap == ". " and "a" <= self.texts[left] <= "z")

    @cached_property
    def beside_quoted(self) -> frozenset[int]:
        """The words between which and the next only the quotation mark of a name of up to three words stands: «مدينة "الباب"»,
        «"القدم" و"العسالي"». Arabic only: English quotes what somebody calls so."""
        edges: set[int] = set()
        for match in _QUOTED_NAME.finditer(self.folded.text):
            first, behind = (bisect_left(self.starts, at) for at in match.span(1))
            edges |= {first - 1, behind - 1}
        return frozenset(i for i in edges if i >= 0)

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
        found = [0] if self.texts else []
        for i in firsts:
            if 0 < i < len(self.texts) and _ends_sentence(self, i - 1, found[-1]):
                found.append(i)
        return tuple(found)

    def is_capital(self, i: int) -> bool:
        """True for a word that is written with a capital."""
        return self.written[self.source(i, i).start].isupper() if self.written else False

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


def _ends_sentence(words: Words, left: int, start: int) -> bool:
    """True if the sentence that begins at the word `start` ends with the word `left`."""
    gap = words.between(left, left + 1)
    if not gap.strip(' ,-"()'):
        return False
    if "\n" in gap or any(mark in gap for mark in "!?;"):
        return True
    if "." not in gap:
        return False
    before, after = words.texts[left], words.texts[left + 1]
    initials = gap in (".", ". ", ".-", ". (") and len(before) == 1 and before.isalpha() and before.isascii()  # U.S., U.N.-led
    decimal = gap == "." and before[-1].isdigit() and after[0].isdigit()
    return not decimal and (not initials or _ends_with_hour(words, left, start))


def _ends_with_hour(words: Words, left: int, start: int) -> bool:
    """ "(Took effect at) 7 a.m. The army …": an hour ends a sentence before a word with a capital. None that the sentence
    begins with ("At 7 a.m. Israeli troops …"), and none before its day or zone ("7 a.m. Friday", "7 a.m. Damascus time")."""
    texts, behind = words.texts, left + 1
    hour = left - 1 > start and texts[left] == "m" and texts[left - 1] in ("a", "p") and texts[left - 2][-1:].isdigit()
    if not hour or not words.is_capital(behind) or words.between(left, behind) != ". ":
        return False
    if words.is_a("opens_sentence", behind):
        return True
    zone = any(words.is_a("of_an_hour", i) for i in range(behind, min(behind + _ZONE_WORDS, len(texts))))
    fronted = left - start <= _FRONTED_HOUR and words.is_a("fronts_hour", start)
    return not fronted and not zone


def split_words(
    folded: Folded, vocabulary: Vocabulary | None = None, classes: WordClasses | None = None, cuts: Cuts | None = None,
    written: str = "",
) -> Words:  # fmt: skip
    """The words of a folded text, in order, looked up in a vocabulary. Without one the tables look them up, to the same end;
    without word classes no rule can ask for them. `cuts` gives the offsets at which a word parts into several; `written` is the
    text that was folded."""
    folded_words = spaced_words(folded)
    pieces = folded_words.split(" ")
    lengths = list(map(len, pieces))
    starts = tuple(compress(map(add, accumulate(lengths, initial=0), count()), lengths))
    texts = tuple(filter(None, pieces))
    ends = tuple(map(add, starts, filter(None, lengths)))
    if cuts and (several := {i: at for i, at in enumerate(map(cuts, texts)) if at}):
        offsets = [(start, *(start + at for at in several.get(i, ()))) for i, start in enumerate(starts)]
        ends = tuple(chain.from_iterable((*first[1:], end) for first, end in zip(offsets, ends, strict=True)))
        starts = tuple(chain.from_iterable(offsets))
        texts = tuple(folded_words[start:end] for start, end in zip(starts, ends, strict=True))
    openings = vocabulary.openings(texts) if vocabulary else {}
    return Words(folded, texts, starts, ends, WordClasses() if classes is None else classes, openings, written=written)


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


class Opening(NamedTuple, Generic[Value]):
    """What a written word opens: the phrases of that word alone, the branches of longer ones, and the second words of those."""

    alone: tuple[Written[Value], ...]
    longer: tuple[tuple[Stem, _Branch[Value]], ...]
    second: frozenset[str]


def phrase_words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase of a table."""
    return tuple(_WORD.findall(fold_name(phrase)))


class PhraseTable(Generic[Value]):
    """Phrases with values. A phrase may carry several values; they keep the order in which they were given."""

    def __init__(self, entries: Iterable[tuple[str | tuple[str, ...], Value]]) -> None:
        """`entries` are phrases with a value each; a phrase is a text, or the `phrase_words` of one."""
        root: _Branch[Value] = _Branch()
        for phrase, value in entries:
            branch = root
            for word in phrase_words(phrase) if isinstance(phrase, str) else phrase:
                branch = branch.behind.setdefault(word, _Branch())
            branch.values = (*branch.values, value)
        self._branches = root.behind

    def first_words(self) -> Iterable[str]:
        """The words that phrases start with."""
        return self._branches.keys()

    def opening(self, word: str) -> Opening[Value] | None:
        """What a word of a text opens, None for nearly every word."""
        known = [(stem, self._branches[stem.text]) for stem in stems(word) if stem.text in self._branches]
        if not known:
            return None
        return Opening(
            tuple(Written(stem.prefixes, stem.offset, branch.values) for stem, branch in known if branch.values),
            tuple((stem, branch) for stem, branch in known if branch.behind),
            frozenset(word for _, branch in known for word in branch.behind),
        )

    def values_of(self, phrase: Sequence[str]) -> tuple[Value, ...]:
        """The values of a phrase, by its `phrase_words`."""
        behind = self._branches
        values: tuple[Value, ...] = ()
        for word in phrase:
            branch = behind.get(word)
            if branch is None:
                return ()
            behind, values = branch.behind, branch.values
        return values

    def everywhere(self, words: Words) -> list[tuple[int, int, Written[Value]]]:
        """Every phrase in a text, with its first and its last word: by the first word; of those that start with the same word
        the longest first, among equally long ones the fewest prefixes first."""
        behind = (*words.texts[1:], "")
        found: list[tuple[int, int, Written[Value]]] = []
        for first, (alone, longer, second) in words.opened(self):
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
        return self.by_first(words).get(first)

    def by_first(self, words: Words) -> Mapping[int, Match[Value]]:
        """What `at` finds at every word of a text, by that word, in order; matches may overlap."""
        found = words.longest.get(self)
        if found is None:
            found = words.longest[self] = self._longest(words, words.opened(self))
        return found

    def by_first_in(self, words: Words, first: int, last: int) -> dict[int, Match[Value]]:
        """What `at` finds at the words [first, last], by its first word, in order: for a text of which little is asked."""
        opened = words.opened(self)
        start = bisect_left(opened, first, key=itemgetter(0))
        return self._longest(words, opened[start : bisect_left(opened, last + 1, start, key=itemgetter(0))])

    def find(self, words: Words) -> list[Match[Value]]:
        """Leftmost, longest matches, in order; a word belongs to one match at most."""
        found: list[Match[Value]] = []
        free = 0
        for first, match in self.by_first(words).items():
            if first >= free:
                found.append(match)
                free = match.last + 1
        return found

    def _longest(self, words: Words, opened: Sequence[tuple[int, Opening[Value]]]) -> dict[int, Match[Value]]:
        texts, end = words.texts, len(words) - 1
        found: dict[int, Match[Value]] = {}
        for first, (alone, longer, second) in opened:
            several = self._longer_at(words, first, longer) if second and first < end and texts[first + 1] in second else None
            if several:
                _, last, written = several[0]
            elif alone:
                last, written = first, alone[0]
            else:
                continue
            prefixes, offset, values = written
            found[first] = new_tuple(Match, (first, last, prefixes, offset, values))
        return found


_MET_AT_MOST = 1 << 16  # words of texts, each kept with what it opens


class Vocabulary:
    """Tables in which a text is looked up at once: a word that opens no phrase of any of them is passed over in one look.

    A word that was met before is known with what it opens.
    """

    def __init__(self, tables: Iterable[LookedUp[Any]]) -> None:
        self._tables = tuple(tables)
        self._first_words = frozenset(word for table in self._tables for word in table.first_words())
        self._met: dict[str, tuple[tuple[int, Any], ...]] = {}

    def knows(self, word: str) -> bool:
        """True for a word that may open a phrase of a table."""
        return any(stem.text in self._first_words for stem in stems(word))

    def openings(self, texts: Sequence[str]) -> dict[LookedUp[Any], list[tuple[int, Any]]]:
        """For each table the numbers of the words of a text that open something there, each with that, in order."""
        if len(self._met) > _MET_AT_MOST:
            self._met.clear()
        of_words = list(map(self._met.get, texts))
        if None in of_words:
            of_words = [self._meet(word) if known is None else known for word, known in zip(texts, of_words, strict=True)]
        opened: list[list[tuple[int, Any]]] = [[] for _ in self._tables]
        put = [of_table.append for of_table in opened]
        for i in compress(count(), of_words):
            for number, opening in of_words[i] or ():
                put[number]((i, opening))
        return dict(zip(self._tables, opened, strict=True))

    def _meet(self, word: str) -> tuple[tuple[int, Any], ...]:
        found: tuple[tuple[int, Any], ...] = ()
        if self.knows(word):
            answers = enumerate(table.opening(word) for table in self._tables)
            found = tuple((number, opening) for number, opening in answers if opening)
        self._met[word] = found
        return found
