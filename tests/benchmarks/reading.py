"""How fast articles are read, in one process, from text to statements; beside two programs that each do a part of it."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from dateparser.search import search_dates

from data.sources.seeds import read_folder
from data.tables.reference import load_reader
from geo.article import Article
from geo.cue import CueKind, find_cues
from geo.edtf import Edtf
from geo.gazetteer import PlaceName
from geo.pipeline import Reader
from geo.text.phrase import split_words
from geo.text.script import fold

ROOT = Path(__file__).resolve().parents[2]
CHARACTERS = 3_000
ARTICLES = 200
PLAIN = 60  # articles without a truce
OWN = [ROOT / "tests" / "evaluation" / f"{name}.jsonl" for name in ("articles", "sentences")]
ROUNDS = 5
COMPARED = 20  # articles that the slower programs read too


def articles() -> list[Article]:
    """Articles of about 3,000 characters, all about truces: the sentences of the seeds, the same in every run."""
    seeds, _ = read_folder(ROOT / "seeds")
    return shuffled([seed.text for seed in seeds], ARTICLES)


def plain_articles(reader: Reader) -> list[Article]:
    """The same of sentences from the project's own test texts in which no word about a truce stands."""
    rows = [json.loads(line) for file in OWN for line in file.read_text("utf-8").splitlines()]
    lexicon, classes = reader.reference.lexicon, reader.reference.word_classes

    def plain(text: str) -> bool:
        cues = find_cues(split_words(fold(text), classes=classes), lexicon, [])
        return not any(cues.firsts(kind) for kind in (CueKind.TRUCE, CueKind.AGREEMENT))

    return shuffled([row["text"] for row in rows if plain(row["text"])], PLAIN)


def shuffled(texts: Iterable[str], count: int) -> list[Article]:
    """So many articles from the sentences of some texts in random order, the same in every run."""
    seed = read_folder(ROOT / "seeds")[0][0]
    sentences = [s for text in texts for s in re.split(r"(?<=[.])\s+|\n+", text) if s.strip()]
    chance = random.Random(2017)
    made = []
    for number in range(count):
        text = ""
        while len(text) < CHARACTERS:
            text += chance.choice(sentences) + chance.choice((" ", "\n\n"))
        made.append(replace(seed, id=f"article{number}", text=text, published=Edtf.parse("2017-07-19")))
    return made


def seconds(read: Callable[[Article], object], texts: Iterable[Article]) -> float:
    """The processor's time that reading some articles takes: what else the machine does leaves it alone."""
    began = process_time()
    for article in texts:
        read(article)
    return process_time() - began


def alternation(names: Iterable[PlaceName]) -> re.Pattern[str]:
    """Any of the names as a whole word, the longest first: the search that one would write down first."""
    longest_first = sorted({re.escape(name.text) for name in names}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")


def compare(reader: Reader, texts: Sequence[Article]) -> None:
    """Prints what the others need for the same articles, each article in its turn right after ours."""
    names = alternation(reader.reference.gazetteer.names)
    others: dict[str, Callable[[Article], object]] = {
        "dateparser.search.search_dates, dates alone": lambda a: search_dates(a.text, languages=[a.language]),
        "a regular expression of all names, spans alone": lambda a: names.findall(a.text),
    }
    for what, read in others.items():
        read(texts[0])  # what is made at the first call is not measured
        pairs = [(seconds(reader.read, [article]), seconds(read, [article])) for article in texts]
        ours, theirs = (sum(column) for column in zip(*pairs, strict=True))
        print(f"reading: {what}: {len(texts) / theirs:,.0f} articles/s; our whole reading: {theirs / ours:,.1f} times as fast")


def main() -> None:
    began = perf_counter()
    reader = load_reader()
    texts = articles()
    reader.read(texts[0])
    print(f"reading: tables loaded and first article read in {perf_counter() - began:.2f} s")
    measure(reader, texts, "all about truces")
    measure(reader, plain_articles(reader), "without a truce")
    compare(reader, texts[:COMPARED])


def measure(reader: Reader, texts: Sequence[Article], what: str) -> None:
    """Prints how many of these articles are read in a second."""
    statements = sum(len(reader.read(article).statements) for article in texts)
    rounds = [seconds(reader.read, texts) for _ in range(ROUNDS)]
    length = sum(len(article.text) for article in texts) / len(texts)
    print(
        f"reading: {what}: {len(texts) / median(rounds):,.0f} articles/s of {length:,.0f} characters, "
        f"{statements:,} statements, one process "
        f"(median of {ROUNDS} rounds of {len(texts)}; slowest {len(texts) / max(rounds):,.0f}/s)"
    )
