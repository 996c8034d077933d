"""The annotated sentences from which the words for each status are learnt."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.evaluate.gold import OWN
from geo.article import Article, detect_language
from geo.pipeline import Reader
from geo.status import Status
from geo.status.likelihood import words_of_sentence
from geo.syntax.read_text import ReadText

SENTENCES = Path(__file__).parent / "sentences.jsonl"
EVALUATED = (OWN / "frames.jsonl", OWN / "passages.jsonl")  # of these only what is read, never what is held out


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A text that tells how one truce stands, above all in the sentence `told`: UNKNOWN where it names one only in passing,
    None where it tells of none. `told` is empty where no sentence is marked. `hand` is the set that it belongs to: "own" are
    sentences of the tests of geo/, each other set was written by one hand."""

    hand: str
    answer: Status | None
    told: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The words of one or more sentences, and what they tell of a truce."""

    words: tuple[str, ...]
    answer: Status | None
    hand: str


def load_annotated() -> list[Annotated]:
    """All texts that are learnt from, in the order of the files; of a text that tells of several statuses nothing is learnt."""
    rows = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    found = [
        Annotated(
            hand=_hand(row),
            answer=Status(row["status"]) if row["status"] else None,
            told=row.get("told", row["text"]),
            text=row["text"],
        )
        for row in rows
    ]
    return [*found, *(text for file in EVALUATED for text in _evaluated(file))]


def _evaluated(file: Path) -> Iterator[Annotated]:
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        statuses = {zone["status"] for zone in row["zones"]}
        if not row["held_out"] and len(statuses) == 1:
            yield Annotated(hand=_hand(row), answer=Status(statuses.pop()), told="", text=row["text"])


def _hand(row: dict[str, str]) -> str:
    return row["id"].partition("-")[0]


def sha256_of(texts: list[Annotated]) -> str:
    """The hash of all that is learnt from."""
    lines = (f"{text.answer}\x1f{text.told}\x1f{text.text}" for text in texts)
    return hashlib.sha256("\x1e".join(lines).encode("utf-8")).hexdigest()


def examples_of(texts: list[Annotated], reader: Reader) -> list[Example]:
    """The sentence of each text that tells the status (of frames and passages, in which none is marked, the first), and all of
    the text where that is more."""
    found = []
    for text in texts:
        read = _read(reader, text.text)
        told = _words(_read(reader, text.told)) if text.told else words_of_sentence(read, 0)
        found += [Example(words=words, answer=text.answer, hand=text.hand) for words in dict.fromkeys((told, _words(read)))]
    return found


def _read(reader: Reader, text: str) -> ReadText:
    return reader.analyse(Article(id="example", text=text, language=detect_language(text), published=None))


def _words(read: ReadText) -> tuple[str, ...]:
    return tuple(word for number in range(len(read.words.sentence_starts)) for word in words_of_sentence(read, number))
