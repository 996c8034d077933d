"""Many runs of `python -m data ingest`, of which a test kills some: one process loads the reader once and forks each run.

    with Runs() as runs:
        run = runs.start(folder, where)
        run.kill_after(0.05)

A run is a process group of its own, so that the process which reads documents dies with it, as on a power cut.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from types import TracebackType
from typing import Any, Self

from data.store import Database, Where

ROOT = Path(__file__).resolve().parents[3]


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

    def start(self, folder: Path, where: Where, printed: Path, *, user: int | None = None) -> Run:
        """Begins a run; what it prints goes to a file. `user` is the id of the one that it runs as."""
        address = where.url if isinstance(where, Database) else str(where)
        asked = {"folder": str(folder), "store": address, "printed": str(printed), "user": user}
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

    def kill_after(self, seconds: float) -> Ended:
        """Kills it with its children, if it has not ended by then."""
        sleep(seconds)
        os.killpg(self.pid, signal.SIGKILL)  # until it is waited for its number is nobody else's
        return self.end()

    def end(self) -> Ended:
        """Waits for its end."""
        code = self.runs.ended(self.pid)
        return Ended(code=code, printed=self.printed.read_text(encoding="utf-8"))


def _serve() -> None:
    """Answers a line of JSON on stdin with one on stdout: a run that was begun, or the code with which one ended."""
    from data import ingest
    from data.reference_tables import load_reference
    from data.seeds import read_folder
    from geo.pipeline import Reader

    reader = Reader(load_reference())
    for article in read_folder(ROOT / "seeds")[0]:
        reader.read(article)  # what is made at the first reading is made once, too
    ingest._reader = lambda added: reader
    ingest._Keeping.MOST = 3  # a run of twenty articles is several transactions, to be ended within each and between
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


def _run(folder: str, store: str, printed: str, user: int | None) -> None:
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
        code = main(["ingest", folder, *([] if "://" in store else ["--store", store])])
    except BaseException:
        traceback.print_exc()
        code = 70
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    _serve()
