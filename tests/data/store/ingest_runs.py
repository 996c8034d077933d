"""Many runs of `python -m data ingest`, of which a test kills some: one process loads the reader once and forks each run.

    with Runs() as runs:
        run = runs.start(folder, where)
        run.kill_after(0.05)

A run is a process group of its own: killed as one, it ends as on a power cut; killed alone, it must not leave others behind.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from types import TracebackType
from typing import Any, Self

from data.reading.answers import Answer, ReadAll
from data.store import Database, Where
from geo.article import Article

ROOT = Path(__file__).resolve().parents[3]
READ = "the first article is read\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a run ended: its exit code, or less than 0 the signal; what it printed."""

    code: int
    printed: str


class Runs:
    """The process that forks the runs."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", __spec__.name], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._answer()  # the reader is loaded

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.communicate(timeout=60)

    def start(self, folder: Path, where: Where, printed: Path, *, jobs: int = 1, user: int | None = None) -> Run:
        """Begins a run; what it prints goes to a file. `user` is the id of the one that it runs as."""
        address = where.url if isinstance(where, Database) else str(where)
        printed.write_bytes(b"")
        asked = {"folder": str(folder), "store": address, "printed": str(printed), "jobs": jobs, "user": user}
        return Run(self, self._ask(**asked)["pid"], printed)

    def ended(self, pid: int) -> int:
        """Waits for the end of a run."""
        code: int = self._ask(wait=pid)["code"]
        return code

    def _ask(self, **asked: Any) -> dict[str, Any]:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer


@dataclass(frozen=True, slots=True)
class Run:
    """One run that was begun."""

    runs: Runs
    pid: int
    printed: Path

    def wait_for_a_reading(self) -> None:
        """Waits until an article is read, or the run has ended."""
        while self.is_running(self.pid) and READ not in self.printed.read_text(encoding="utf-8"):
            sleep(0.002)

    def kill_after(self, seconds: float, *, alone: bool = False) -> Ended:
        """Kills it with its children, or alone, if it has not ended by then."""
        sleep(seconds)
        # until it is waited for its number is nobody else's
        (os.kill if alone else os.killpg)(self.pid, signal.SIGKILL)
        return self.end()

    def left_running(self) -> bool:
        """True while a process that it started runs; known on Linux only."""
        return any(self.is_running(int(entry.name)) for entry in Path("/proc").glob("[0-9]*"))

    def is_running(self, process: int) -> bool:
        """True for itself and what it started, until they have ended."""
        try:
            state, _, group, *_ = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return False
        return int(group) == self.pid and state != "Z"

    def end(self) -> Ended:
        """Waits for its end."""
        code = self.runs.ended(self.pid)
        return Ended(code=code, printed=self.printed.read_text(encoding="utf-8"))


def _serve() -> None:
    """Answers a line of JSON on stdin with one on stdout: a run that was begun, or the code with which one ended."""
    from data.intake import ingest
    from data.reading import jobs
    from data.sources.seeds import read_folder
    from data.tables.reference import load_reference
    from geo.pipeline import Reader

    reader = Reader(load_reference())
    for article in read_folder(ROOT / "seeds")[0]:
        reader.read(article)  # what is made at the first reading is made once, too
    ingest._reader = lambda added: reader
    ingest._Keeping.MOST = 3  # a run of twenty articles is several transactions, to be ended within each and between
    jobs.CHUNK = 2
    by_processes = ingest.by_processes
    ingest.by_processes = lambda jobs, added: _telling(by_processes(jobs, added))
    gc.freeze()  # what a run collects is its own: it copies no pages of this process
    print("{}", flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        if "wait" in asked:
            _, status = os.waitpid(asked["wait"], 0)
            answer = {"code": os.waitstatus_to_exitcode(status)}
        elif pid := os.fork():
            os.setpgid(pid, pid)
            answer = {"pid": pid}
        else:
            _run(**asked)
        print(json.dumps(answer), flush=True)


def _telling(read_all: ReadAll) -> ReadAll:
    """The same, with a line once the first article is read: until then several processes load what they read with."""

    def told(articles: Iterable[Article]) -> Iterator[tuple[Article, Answer]]:
        for number, read in enumerate(read_all(articles)):
            if number == 0:
                print(READ, end="", flush=True)
            yield read

    return told


def _run(folder: str, store: str, printed: str, jobs: int, user: int | None) -> None:
    """The command, in a process that was just forked."""
    from data.__main__ import main

    os.setpgid(0, 0)
    file = os.open(printed, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (1, 2):
        os.dup2(file, stream)
    os.environ["DATABASE_URL"] = store if "://" in store else ""
    if user is not None:
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)
    try:
        code = main(["ingest", folder, "--jobs", str(jobs), *([] if "://" in store else ["--store", store])])
    except BaseException:
        traceback.print_exc()
        code = 70
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    _serve()
