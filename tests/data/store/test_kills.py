"""`python -m data ingest` is killed at random moments: the store stays whole, and the next run completes it.

With one process it is killed with its children, with several alone: these must end by themselves.

Five kills on each database of each; HUDNA_TEST_KILLS=200 asks for more (CONTRIBUTING.md).
"""

from __future__ import annotations

import json
import os
import random
import re
import sys
from collections import Counter
from pathlib import Path
from time import monotonic, perf_counter, sleep

import pytest

from data.sources.seeds import read_folder
from data.store import Where, open_reader, open_writer
from geo.errors import StoreError
from geo.evidence.judgement import Facts, Verdict
from tests.data.sample_records import judgement_of
from tests.data.store.ingest_runs import ROOT, Run, Runs
from tests.data.store.test_store import another
from tests.data.store.whole import Rows, by_article, copy_store, damage, differences, faults_in, tables, without_times

KILLS = int(os.environ.get("HUDNA_TEST_KILLS") or 5)
WITH_DOCUMENTS_EVERY = 5  # these take a second longer: another process reads the documents
WHILE_LOADING_EVERY = 3  # the other kills of several processes come when these have begun to read
OTHERS_END_WITHIN_S = 30

pytestmark = pytest.mark.slow
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody lists the processes of a group")


def write_articles(folder: Path, *, changed: bool, documents: bool = False) -> Path:
    """Sixteen texts with statements in them; `changed` is the folder a day later: new texts, edited ones, copies, repeats and
    a file at fault."""
    folder.mkdir()
    seeds, _ = read_folder(ROOT / "seeds")
    sentences = [s for seed in seeds for s in re.split(r"(?<=[.])\s+|\n+", seed.text) if s.strip()]
    chance = random.Random(7)
    texts = {f"{n:02}": "\n".join(f"{n}. {s}" for s in chance.sample(sentences, 8)) for n in range(16)}
    if changed:
        texts = {name: f"{text}\n{chance.choice(sentences)}" if int(name) % 3 == 0 else text for name, text in texts.items()}
        texts["16-copy"] = texts["01"].replace("\n", "\n\n", 3) + "\n" + chance.choice(sentences)
        texts["17-repeat"] = texts["02"].upper()
        texts |= {f"{n}": "\n".join(f"{n}. {s}" for s in chance.sample(sentences, 8)) for n in range(18, 24)}
        (folder / "05-at-fault.txt").write_bytes(b"")
    else:
        texts = {name: text for name, text in texts.items() if int(name) < 10}
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    if documents:
        lines = [json.dumps({"text": "\n".join(chance.sample(sentences, 8))}, ensure_ascii=False) for _ in range(6)]
        (folder / "30.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.fixture
def folders(tmp_path: Path) -> dict[bool, Path]:
    """The folder of the second day, with and without documents."""
    return {
        documents: write_articles(tmp_path / f"second-{documents}", changed=True, documents=documents)
        for documents in (False, True)
    }


@pytest.fixture
def base(where: Where, tmp_path: Path, runs: Runs) -> Where:
    """A store of the first day: ten articles, and what editors said of them."""
    ended = runs.start(write_articles(tmp_path / "first", changed=False), where, tmp_path / "printed").end()
    assert ended.code == 0, ended.printed
    with open_writer(where) as store:
        for n, statement in enumerate(store.statements()[:9]):
            article = store.article(statement.article)
            assert article
            verdict = Verdict.REJECTED if n % 2 else Verdict.ACCEPTED
            store.judge(judgement_of(article, id=f"j{n}", verdict=verdict, subject=statement))
        article = store.article("04")
        assert article
        facts = Facts(title="ع", publisher="وكالة", published=None, published_basis=None)
        store.judge(judgement_of(article, id="facts", verdict=Verdict.CORRECTED, subject=facts, outcome=facts))
    return where


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=on_linux)])
def test_a_kill_at_any_moment_leaves_a_whole_store_that_the_next_run_completes(
    jobs: int, base: Where, folders: dict[bool, Path], runs: Runs, tmp_path: Path
) -> None:
    expected: dict[tuple[bool, bool], tuple[Rows, float, float]] = {}
    before = tables(base)
    assert before["judgement"]

    def begun(place: Where, documents: bool, *, from_nothing: bool) -> Run:
        if not from_nothing:
            copy_store(base, place)
        return runs.start(folders[documents], place, tmp_path / "printed", jobs=jobs)

    def undisturbed(from_nothing: bool, documents: bool) -> tuple[Rows, float, float]:
        if (from_nothing, documents) not in expected:
            place = another(base)
            run = begun(place, documents, from_nothing=from_nothing)
            began = perf_counter()
            if jobs > 1:
                run.wait_for_a_reading()
            loaded = perf_counter() - began
            ended = run.end()
            assert ended.code == 0, ended.printed
            expected[from_nothing, documents] = tables(place), loaded, perf_counter() - began - loaded
        return expected[from_nothing, documents]

    chance = random.Random(int(os.environ.get("HUDNA_TEST_SEED") or 6))
    happened: Counter[str] = Counter()
    for number in range(KILLS):
        from_nothing, documents = bool(number % 2), number % WITH_DOCUMENTS_EVERY == WITH_DOCUMENTS_EVERY - 1
        complete, loaded, took = undisturbed(from_nothing, documents)
        place = another(base)
        run = begun(place, documents, from_nothing=from_nothing)
        if jobs > 1 and number % WHILE_LOADING_EVERY == 0:
            took = loaded
        elif jobs > 1:
            run.wait_for_a_reading()
        killed = run.kill_after(chance.uniform(0, took), alone=jobs > 1)
        where_killed = f"kill {number}"
        _wait_for_the_others(run, where_killed)
        assert "Traceback" not in killed.printed, (where_killed, killed.printed)
        happened[_judge_what_is_left(place, before if not from_nothing else None, complete, where_killed)] += 1
        ended = runs.start(folders[documents], place, tmp_path / "printed").end()
        assert ended.code == 0, (where_killed, ended.printed)
        after = tables(place)
        assert not (faults_in(after) + damage(place)), where_killed
        assert not differences(without_times(after), without_times(complete)), where_killed
    print(f"{KILLS} kills with --jobs {jobs}, of which so far the runs had come: {dict(happened)}")


def _wait_for_the_others(run: Run, told: str) -> None:
    """Waits until what a killed run had started has ended, too; fails if that takes long."""
    ended_by = monotonic() + OTHERS_END_WITHIN_S
    while run.left_running():
        assert monotonic() < ended_by, f"{told}: a process still runs without the one that started it"
        sleep(0.01)


def _judge_what_is_left(place: Where, before: Rows | None, complete: Rows, told: str) -> str:
    """Checks a store whose writer was killed; says how far that had come."""
    try:
        open_reader(place).close()
    except StoreError as nothing_there:
        assert before is None and "there is no store" in str(nothing_there), (told, nothing_there)
        return "no store yet"
    left = tables(place)
    assert not (faults_in(left) + damage(place)), told
    articles, begun, done = by_article(left), by_article(before) if before else {}, by_article(complete)
    halves = [id for id, rows in articles.items() if rows not in (begun.get(id), done[id])]
    assert not halves, (told, halves)
    assert articles.keys() >= begun.keys(), told
    if before:
        assert left["judgement"] == before["judgement"], told
        for name in ("former_version", "past_reading"):
            kept = Counter(without_times(left)[name])
            assert kept >= Counter(without_times(before)[name]) and kept <= Counter(without_times(complete)[name]), told
        # each article that was replaced has left its former reading, and its former version where the text changed
        replaced = {id for id, rows in articles.items() if id in begun and rows != begun[id]}
        assert {row["article"] for row in left["past_reading"]} == replaced, told
    stored = sum(rows == done[id] for id, rows in articles.items())
    return (
        "complete"
        if stored == len(done)
        else "half-way"
        if stored > sum(rows == done[id] for id, rows in begun.items())
        else "not begun"
    )
