"""Word classes: words that rules treat alike, asked for by their class. Rows of a table, not code."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import NoReturn

from geo.errors import ReferenceTableError
from geo.text.script import fold_name

_IN_BRACKETS = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassWord:
    """A row of data/reference/word_classes.csv.

    What stands in brackets may be written or not: «(و|ف)كاد(ت)» is six words. A hyphen stands for any letters: "reach-" is
    every word that begins so, «-بين» every word that ends so.
    """

    word_class: str
    text: str


class WordClasses(dict[str, Container[str]]):
    """The folded words of each class: `words.is_a("further", i)`.

    Raises ReferenceTableError for a class that has no row; tests/test_architecture.py finds a rule that asks for one.
    """

    def __init__(self, rows: Iterable[ClassWord] = ()) -> None:
        spellings: defaultdict[str, list[str]] = defaultdict(list)
        for row in rows:
            spellings[row.word_class] += _spellings(row.text)
        super().__init__((name, _container(of_class)) for name, of_class in spellings.items())

    def __missing__(self, name: str) -> NoReturn:
        raise ReferenceTableError(f"word_classes.csv has no word of the class {name!r}, which a rule asks for: add its rows")


@dataclass(frozen=True, slots=True)
class _Affixed(Container[str]):
    """Words, and what words begin and end with."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]

    def __contains__(self, word: object) -> bool:
        return word in self.whole or (
            isinstance(word, str) and (word.startswith(self.beginnings) or word.endswith(self.endings))
        )


def _spellings(text: str) -> Iterator[str]:
    """The words that a row stands for, folded, hyphens left as they are."""
    pieces = _IN_BRACKETS.split(text)  # what is always written, what stands in brackets, by turns
    choices = [("", *piece.split("|")) if i % 2 else (piece,) for i, piece in enumerate(pieces)]
    return (fold_name("".join(chosen)) for chosen in product(*choices))


def _container(spellings: Iterable[str]) -> Container[str]:
    written = tuple(dict.fromkeys(spellings))
    whole = frozenset(word for word in written if "-" not in word)
    beginnings = tuple(word[:-1] for word in written if word.endswith("-"))
    endings = tuple(word[1:] for word in written if word.startswith("-"))
    return _Affixed(whole, beginnings, endings) if beginnings or endings else whole
