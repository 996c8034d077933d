"""Several processes read: what comes out is the same, in the same order, and none outlives the one that started it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from data.intake.ingest import ingest
from data.reading.answers import Answer, answer
from data.reading.jobs import in_order
from data.sources.seeds import read_folder
from data.store import open_writer
from geo.article import Article
from geo.errors import HudnaError
from tests.data.sample_records import NOON, FakeReader
from tests.data.store.test_kills import write_articles
from tests.data.store.whole import differences, tables, without_times

ROOT = Path(__file__).resolve().parents[3]
BREAKS_ON = ("03", "17-repeat")


def fake_answer(article: Article) -> Answer:
    return answer(FakeReader(breaks_on=BREAKS_ON), article)


def kill_own_process(number: int) -> int:
    if number == 40:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.slow
def test_several_processes_fill_the_same_store_as_one(tmp_path: Path) -> None:
    """The same rows, the same summary but for its seconds, the same faults."""
    articles, _ = read_folder(write_articles(tmp_path / "articles", changed=True))
    told = []
    for name, read_all in (("one", None), ("two", partial(in_order, fake_answer, jobs=2, prepare=NOON.isoformat))):
        with open_writer(tmp_path / name) as store:
            reader = FakeReader(breaks_on=BREAKS_ON)
            told.append(ingest(articles, store, reader, lambda: NOON, whole_folder=True, read_all=read_all))
    alone, shared = told
    assert list(alone.lines())[1:] == list(shared.lines())[1:]
    assert alone.read == shared.read and alone.failed == shared.failed and len(alone.failed) == 1
    one, two = (without_times(tables(tmp_path / name)) for name in ("one", "two"))
    assert not differences(one, two)


@pytest.mark.slow
def test_the_command_reads_with_several_processes(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "articles", changed=True)
    command = [sys.executable, "-m", "data", "ingest", folder, "--store"]
    ends = [
        subprocess.run([*command, tmp_path / jobs, "--jobs", jobs], cwd=ROOT, capture_output=True, text=True, timeout=120)
        for jobs in ("1", "2")
    ]
    assert [ended.returncode for ended in ends] == [0, 0], ends
    assert not differences(*(without_times(tables(tmp_path / jobs)) for jobs in ("1", "2")))


@pytest.mark.slow
def test_a_process_that_is_ended_is_told_and_what_came_before_it_stays() -> None:
    seen = []
    with pytest.raises(HudnaError, match="lower --jobs"):
        for given, result in in_order(kill_own_process, range(100), 1, NOON.isoformat):
            assert given == result
            seen.append(given)
    assert seen == list(range(len(seen))) and len(seen) < 100


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody lists the processes that another has started")
def test_no_process_outlives_the_one_that_started_it() -> None:
    program = (
        "from itertools import count\nfrom datetime import datetime\nfrom data.reading.jobs import in_order\n"
        "if __name__ == '__main__':\n"
        "    for _ in in_order(abs, count(), 2, datetime.now): print('begun', flush=True)\n"
    )
    run = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert run.stdout and run.stdout.readline() == "begun\n"
    children = [int(id) for id in Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()]
    assert len(children) >= 2
    run.kill()
    run.communicate()
    ended_by = time.monotonic() + 30
    while any(is_running(id) for id in children):
        assert time.monotonic() < ended_by, "a process still runs without its parent"
        time.sleep(0.05)


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
