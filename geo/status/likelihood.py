"""How likely each status is by the words of a sentence alone: a second opinion on what the rules read, learnt from annotated
sentences (tests/learning).

The rules know which word of a sentence tells of the truce; this knows thousands of ways to tell of one, and no grammar. Names
of places are hidden from it, so that it knows nothing of what became of any town.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from geo.status.record import Status
from geo.syntax.read_text import ReadText

Likelihoods = dict[Status | None, float]  # the natural logarithm of the likelihood of each answer

_BUCKET = "H"  # how a bucket's number is kept: two bytes
BUCKETS = 1 << 16  # of the pieces of all sentences; two that share one are told apart by the others of their sentences
# How much a status counts that the rules read from a word that they know: e to this power. Many ways to tell of an end are told
# by no other word; an agreement or a truce in force are also what is left where the rules miss the word that matters.
TRUST = {
    Status.PROPOSED: 3.0, Status.NEGOTIATING: 3.0, Status.AGREED: 3.0, Status.IN_FORCE: 3.0, Status.VIOLATED: 3.5,
    Status.SUSPENDED: 4.0, Status.ENDED: 4.0, Status.REJECTED: 3.5,
}  # fmt: skip
_ASSUMED_TRUST = 2.0  # the same where they know no word that tells the status
_PLACE = "@"  # stands for a name
_NUMBER = "0"
_START, _END = "^", "$"
_LETTERS = range(3, 6)  # lengths of the pieces of a word
_CACHED_WORDS = 1 << 16
_FEWEST_WORDS = 3  # beside names; fewer tell nothing: "; Eastern Ghouta"


def words_of_sentence(read: ReadText, number: int) -> tuple[str, ...]:
    """The folded words of a sentence, with a sign in the place of each word of a name and of each that begins with a digit."""
    return words_between(read, *read.words.sentence(number))


def words_between(read: ReadText, first: int, last: int) -> tuple[str, ...]:
    """The same of the words `first` to `last`, both included."""
    named, texts = read.mention_words, read.words.texts
    return tuple(_PLACE if i in named else _plain(texts[i]) for i in range(first, last + 1))


def has_words(words: Sequence[str]) -> bool:
    """True if beside names there are enough words to tell anything."""
    return sum(word != _PLACE for word in words) >= _FEWEST_WORDS


def _plain(word: str) -> str:
    return _NUMBER if word[0].isdigit() else word


def buckets(words: Sequence[str]) -> NDArray[np.uint16]:
    """The buckets of the pieces of a sentence, one for each time that a piece stands there: three to five letters in a row of
    each word that is no name, its edges counted, and one to three words in a row."""
    in_a_row: list[int] = []
    pair = one = 0  # the checksums of the words that end here, each continued by the next word
    for number, word in enumerate((_START, *words, _END)):
        alone, behind = _checksums(word)
        triple, pair, one = crc32(behind, pair), crc32(behind, one), alone
        in_a_row += (one % BUCKETS, pair % BUCKETS, triple % BUCKETS)[: number + 1]
    return np.frombuffer(b"".join((*map(_of_word, words), array(_BUCKET, in_a_row).tobytes())), dtype=_BUCKET)


@lru_cache(maxsize=_CACHED_WORDS)
def _checksums(word: str) -> tuple[int, bytes]:
    """The checksum of a word, and what continues that of the word before it."""
    return crc32(_bytes(word)), _bytes(f" {word}")


@lru_cache(maxsize=_CACHED_WORDS)
def _of_word(word: str) -> bytes:
    """The buckets of a word's pieces, as they stand in memory."""
    edged = "" if word == _PLACE else f" {word} "
    pieces = (f"-{edged[i : i + n]}" for n in _LETTERS for i in range(len(edged) - n + 1))
    return array(_BUCKET, [crc32(_bytes(piece)) % BUCKETS for piece in pieces]).tobytes()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def weighted(words: Sequence[str], rarity: NDArray[np.float32]) -> tuple[NDArray[np.uint16], NDArray[np.float64]]:
    """The buckets of a sentence, each once, and how much each counts: the more often it stands there and the rarer it is in
    all sentences (`rarity`, one for each bucket); of length 1 in all, so that a long sentence says no more than a short one."""
    found, times = np.unique(buckets(words), return_counts=True)
    counts = (1 + np.log(times)) * rarity[found]
    return found, counts / np.sqrt((counts * counts).sum())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StatusLikelihood:
    """What was learnt. `weights` says for each bucket (BUCKETS rows) and each of the `answers` (columns), in units of `unit`,
    how much it speaks for that answer; `base` how likely each is before a word is read; `rarity` as in `weighted`.

    An answer is a status; UNKNOWN where the sentence names a truce and does not say how it stands, None where it tells of none.
    """

    answers: tuple[Status | None, ...]
    weights: NDArray[np.int8]
    unit: float
    base: NDArray[np.float32]
    rarity: NDArray[np.float32]

    def of_words(self, words: Sequence[str]) -> Likelihoods:
        """The likelihood of each answer by the words of a sentence (`words_of_sentence`)."""
        found, counts = weighted(words, self.rarity)
        odds = self.base + self.unit * (counts @ self.weights[found])
        likelihoods = odds - np.logaddexp.reduce(odds)
        return dict(zip(self.answers, likelihoods.tolist(), strict=True))


def weigh(status: Status, told: Sequence[Likelihoods], *, read: bool) -> Status:
    """The status that is likeliest by the words of some stretches of text, each of which counts the same, where the rules
    have `status`: `read` from a word that they know for one, or else assumed. Where the words do not say how the truce
    stands, or there are none, it is that of the rules."""
    if not told:
        return status
    likelihoods = {answer: sum(each[answer] for each in told) / len(told) for answer in told[0]}
    if status in likelihoods:
        likelihoods[status] += TRUST.get(status, 0.0) if read else _ASSUMED_TRUST
    likeliest = max(likelihoods, key=likelihoods.__getitem__)
    return status if likeliest in (None, Status.UNKNOWN) else likeliest


UNLEARNT = StatusLikelihood(  # before anything was learnt, for the reading of what is learnt from
    answers=(None,), weights=np.zeros((BUCKETS, 1), np.int8), unit=1.0, base=np.zeros(1, np.float32),
    rarity=np.ones(BUCKETS, np.float32),
)  # fmt: skip
