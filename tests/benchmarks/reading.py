"""How fast articles are read, in one process, from text to statements."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

from data.reference_tables import load_reference
from data.seeds import read_folder
from geo.article import Article
from geo.edtf import Edtf
from geo.pipeline import Reader

ROOT = Path(__file__).resolve().parents[2]
CHARACTERS = 3_000
ARTICLES = 200
ROUNDS = 5


def articles() -> list[Article]:
    """Articles of about 3,000 characters: the sentences of the seeds in random order, the same in every run."""
    seeds, _ = read_folder(ROOT / "seeds")
    sentences = [s for seed in seeds for s in re.split(r"(?<=[.])\s+|\n+", seed.text) if s.strip()]
    chance = random.Random(2017)
    made = []
    for number in range(ARTICLES):
        text = ""
        while len(text) < CHARACTERS:
            text += chance.choice(sentences) + chance.choice((" ", "\n\n"))
        made.append(replace(seeds[0], id=f"article{number}", text=text, published=Edtf.parse("2017-07-19")))
    return made


def main() -> None:
    began = perf_counter()
    reader = Reader(load_reference())
    texts = articles()
    reader.read(texts[0])
    print(f"reading: tables loaded and first article read in {perf_counter() - began:.2f} s")
    seconds = []
    for _ in range(ROUNDS):
        began = perf_counter()
        statements = sum(len(reader.read(article).statements) for article in texts)
        seconds.append(perf_counter() - began)
    length = sum(len(article.text) for article in texts) / len(texts)
    print(
        f"reading: {ARTICLES / median(seconds):,.0f} articles/s of {length:,.0f} characters, {statements:,} statements, "
        f"one process (median of {ROUNDS} rounds of {ARTICLES}; slowest {ARTICLES / max(seconds):,.0f}/s)"
    )
