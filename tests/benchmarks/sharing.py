"""How many articles a second a whole ingest reads and keeps, with one process and with two that read while a third keeps."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from data.intake.ingest import ingest
from data.reading.answers import Answer, ArticleReader, ReadAll, by_processes, in_turn
from data.settings import load_settings
from data.sources.seeds import read_folder
from data.store import open_writer
from data.tables.reference import load_reader
from geo.article import Article
from tests.benchmarks.reading import ROOT, shuffled

ARTICLES = 600
ROUNDS = 3  # of each in turn: what else the machine does strikes both


def main() -> None:
    """Prints the rates from the first article that is read on, and how long that takes to come."""
    load = os.getloadavg()[0]
    added = load_settings({}).gazetteer
    reader = load_reader(added)
    articles = shuffled([seed.text for seed in read_folder(ROOT / "seeds")[0]], ARTICLES)
    reader.read(articles[0])
    ways = {1: in_turn(reader), 2: by_processes(2, added)}
    taken: dict[int, list[tuple[float, float, float]]] = {jobs: [] for jobs in ways}
    for _ in range(ROUNDS):
        for jobs, read_all in ways.items():
            taken[jobs].append(_seconds(articles, reader, read_all))
    rates = {}
    for jobs, rounds in taken.items():
        first, rest, own = (median(column) for column in zip(*rounds, strict=True))
        rates[jobs] = len(articles) / rest
        print(
            f"ingest --jobs {jobs}: {rates[jobs]:,.0f} articles/s by the clock, all about truces, into a file of SQLite; "
            f"the first after {first:.1f} s; the process that keeps spends {own * 1000 / len(articles):.1f} ms on each"
        )
    print(
        f"ingest: two processes are {rates[2] / rates[1]:.2f} times as fast as one (medians of {ROUNDS}; the machine's load "
        f"was {load:.1f} on {os.cpu_count()} processors when this began)"
    )


def _seconds(articles: Sequence[Article], reader: ArticleReader, read_all: ReadAll) -> tuple[float, float, float]:
    """Until the first article was read; from then to the end; of the processor that this process took from then on."""
    marks: list[tuple[float, float]] = []

    def watched(given: Iterable[Article]) -> Iterator[tuple[Article, Answer]]:
        for read in read_all(given):
            if not marks:
                marks.append((perf_counter(), process_time()))
            yield read

    with TemporaryDirectory() as folder, open_writer(Path(folder) / "hudna.sqlite") as store:
        began = perf_counter()
        ingest(articles, store, reader, lambda: datetime.now(UTC), whole_folder=False, read_all=watched)
        [(first, spent)] = marks
        return first - began, perf_counter() - first, process_time() - spent
