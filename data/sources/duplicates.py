"""Articles that are the same: to the word (`fingerprint`), or copies of one text that was edited (`containment` of its runs).

The store compares a new text with those that share a sampled run with it; `copy_groups` joins the pairs that it found.

A copy holds most of another text's runs of words; two reporters at one event share names and numbers, but hardly a run of them.
What counts is the share of the shorter text's runs that the longer one holds (containment), so that a copy which was cut to a
third is one, too. Of all runs (Jaccard), which MinHash estimates, such a copy shares 0.28 in the middle of 270 texts and 0.15
in the lowest twentieth of them, and two updates of one story share 0.27: no threshold lies between.
"""

from __future__ import annotations

import hashlib
import unicodedata
import zlib
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np
import regex
from numpy.typing import NDArray

from geo.text.script import fold, spaced_words

RUN_WORDS = 4  # in a run; with 3, idioms of the press are shared, with 5 each changed word costs more
# Of 43,956 pairs of 297 texts, 270 of them from Arabic outlets on the same events of 2018, ten have more: seven are identical,
# two hold the whole of a shorter text, one is an agency's text in two outlets. Below come a shared box of other news (0.48), a
# looser copy of an agency (0.45) and the updates of one outlet (0.42, 0.38); other reports on one event have 0.28 at most. Of
# copies with one word in ten replaced 99 in 100 have more, of those cut to two thirds below a new headline all (0.83 at least).
SHARE = 0.5
_LEAST_RUNS = 20  # a text with fewer runs is too short to tell a copy from a headline that all print
_SAMPLED = 8  # one run of so many leads to a copy; of two texts that share 40 runs, one pair in 200 shares none of these
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_REMEMBERED_CHARACTERS = 10_000  # of a text whose words are: 512 of these take 25 MB
Runs = NDArray[np.uint64]

# Words in letters that no name is matched in. Of scripts that put no space between words each letter is one.
_LETTER = r"[[\p{L}\p{N}]--[\p{Latin}\p{Arabic}\p{Common}\p{Inherited}]]"
_SPACELESS = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}]"
_WRITTEN_ON = r"[\p{M}\p{Lm}]*"
_OTHER_SCRIPTS = regex.compile(
    rf"([{_LETTER}&&{_SPACELESS}]{_WRITTEN_ON}|(?:[{_LETTER}--{_SPACELESS}]{_WRITTEN_ON})+)", regex.VERSION1
)


def words(text: str) -> list[str]:
    """The words of a text in their order: Arabic and Latin ones as names are matched (folded, without case, vowel signs,
    punctuation and forms of hamza), those of other scripts in Unicode's form NFKC, without case."""
    return _words(text).in_order


class _Words(NamedTuple):
    """The words of a text, and those of them that are folded and those of other scripts, each in their order."""

    in_order: list[str]
    folded: list[str]
    of_other_scripts: list[str]


def _words(text: str) -> _Words:
    folded = fold(text)
    if folded.sources is None or not _OTHER_SCRIPTS.search(text):  # without `sources` it has Arabic and Latin letters only
        found = spaced_words(folded).split()
        return _Words(found, found, [])
    pieces = [
        [unicodedata.normalize("NFKC", piece).casefold()] if n % 2 else spaced_words(fold(piece)).split()
        for n, piece in enumerate(_OTHER_SCRIPTS.split(text))
    ]
    return _Words(list(chain(*pieces)), list(chain(*pieces[::2])), list(chain(*pieces[1::2])))


class _Told(NamedTuple):
    """What is told of a text's words: their print, and their runs."""

    fingerprint: str
    runs: Runs


def fingerprint(text: str) -> str:
    """The same for texts with the same words in the same order, however they are spelt, pointed and spaced: 32 hex digits.

    A text without a word (signs, pictures) has the same as those of the same characters.
    """
    return _told(text).fingerprint


def text_runs(text: str) -> Runs:
    """The runs of words of a text as numbers, sorted, each once: the same for the same words on every machine."""
    return _told(text).runs


def _told(text: str) -> _Told:
    return _remembered(text) if len(text) <= _REMEMBERED_CHARACTERS else _told_anew(text)


# a text's print is asked for when it comes in and its runs when it is kept, those of a story with each report that comes in
@lru_cache(maxsize=512)
def _remembered(text: str) -> _Told:
    return _told_anew(text)


def _told_anew(text: str) -> _Told:
    found = _words(text)
    told = " ".join(found.in_order) or "".join(unicodedata.normalize("NFKC", text).split())
    digest = hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16)
    runs = _runs(found.folded)
    if found.of_other_scripts:  # apart: to the runs that a store had noted of a text in two scripts, they are only added
        runs = np.union1d(runs, _runs(found.of_other_scripts))
    return _Told(fingerprint=digest.hexdigest(), runs=runs)


def _runs(found: list[str]) -> Runs:
    if len(found) < RUN_WORDS:
        return np.empty(0, dtype=np.uint64)
    numbers = np.fromiter(map(_number, found), dtype=np.uint64, count=len(found))
    count = len(numbers) - RUN_WORDS + 1
    runs = np.zeros(count, dtype=np.uint64)
    for n in range(RUN_WORDS):
        runs = (runs + numbers[n : n + count]) * _MULTIPLIER
        runs ^= runs >> np.uint64(29)
    runs.sort()
    first = np.empty(count, dtype=np.bool_)
    first[0] = True
    np.not_equal(runs[1:], runs[:-1], out=first[1:])
    return runs[first]


@lru_cache(maxsize=1 << 15)  # of 500 words of the press nine in ten came before
def _number(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def are_two_sources(one: str | None, other: str | None) -> bool:
    """True for two publishers who are known: the same words that each of them printed are two articles."""
    return one is not None and other is not None and one != other


def copy_groups(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """The ids of articles that are copies of each other, from pairs of copies: groups of two and more, each and all sorted.

    A copy of a copy is in the group.
    """
    group: dict[str, str] = {}

    def root(id: str) -> str:
        while group.setdefault(id, id) != id:
            group[id] = group[group[id]]
            id = group[id]
        return id

    for one, other in pairs:
        group[root(other)] = root(one)
    members: dict[str, list[str]] = {}
    for id in group:
        members.setdefault(root(id), []).append(id)
    return tuple(sorted(tuple(sorted(ids)) for ids in members.values() if len(ids) > 1))


def containment(one: Runs, other: Runs) -> float:
    """The share of the shorter text's runs that the longer one holds, 0 to 1; 0 where it is too short to tell."""
    shorter = min(len(one), len(other))
    return len(np.intersect1d(one, other, assume_unique=True)) / shorter if shorter >= _LEAST_RUNS else 0.0


def sampled(runs: Runs) -> list[int]:
    """The runs by which copies of a text are looked for: the same of the same text, as signed numbers of 64 bits."""
    chosen: list[int] = runs[runs % _SAMPLED == 0].view(np.int64).tolist()
    return chosen
