"""Starts, feeds and ends the process that reads what is hostile: nothing that it does can stop or fill this one."""

from __future__ import annotations

import json
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from data.settings import PROJECT_ROOT
from data.sources.child import framed, read_frame
from data.sources.document import Document, Item, Limits, Link, Refusal
from geo.message import Message

_ANSWERS_AHEAD = 64
_MOST_DEATHS = 5  # of one source, before the rest of it is given up
_STARTING_S = 30  # what starting may take on a busy machine, beyond the time of an item


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is to be read: a file, or the content of one that came from an address. `name` is without folders."""

    name: str
    family: str
    path: Path | None = None
    content: bytes | None = None
    url: str | None = None
    charset: str | None = None


class ReadingProcess:
    """Reads sources one after the other. An item that takes longer than `seconds`, or more memory than `memory_bytes`, costs a
    refusal; the process is started again for the next."""

    def __init__(self, limits: Limits, *, seconds: int, memory_bytes: int) -> None:
        self._limits = limits
        self._seconds = seconds
        self._memory_bytes = memory_bytes
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[str | None] = queue.Queue()
        self._has_answered = False
        self._was_late = False
        self.position = 0  # how many bytes of the source's file were read

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.end()

    @property
    def pid(self) -> int | None:
        """The system's number of the process, None where none is running."""
        return self._process.pid if self._process else None

    def read(self, source: Source) -> Iterator[Item]:
        """The items of a source in its order, each with its id. Raises nothing that the source may cause."""
        done = False
        try:
            yield from self._read(source)
            done = True
        finally:
            if not done:  # answers that nobody took must not be taken for those of the next source
                self.end()

    def _read(self, source: Source) -> Iterator[Item]:
        skip = 0
        for _ in range(_MOST_DEATHS):
            self.position = 0
            self._ask(source, skip)
            member: dict[str, Any] | None = None
            while (answer := self._next()) and answer["kind"] != "end":
                if answer["kind"] == "begun":
                    member = answer
                else:
                    yield _item(answer)
            if answer:
                return
            reason = self._reason_of_death()
            yield Refusal(where=member["name"] if member else "", reason=reason)
            if member is None:
                return
            skip = member["number"] + 1
        yield Refusal(
            where="", reason=Message("broke the program that reads it {times} times: the rest is not read", times=_MOST_DEATHS)
        )

    def _ask(self, source: Source, skip: int) -> None:
        if self._process and self._process.poll() is not None:
            self.end()
        if self._process is None:
            self._start()
        assert self._process and self._process.stdin
        content = source.content or b""
        request = {
            "name": source.name, "family": source.family, "path": str(source.path) if source.path else None,
            "bytes": len(content), "url": source.url, "charset": source.charset, "skip": skip, "seconds": self._seconds,
            "limits": {name: getattr(self._limits, name) for name in Limits.__dataclass_fields__},
        }  # fmt: skip
        try:
            self._process.stdin.write(framed(request) + content)
            self._process.stdin.flush()
        except OSError:  # it has died: the missing answer tells
            pass

    def _start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "data.sources.child", str(self._memory_bytes)], cwd=PROJECT_ROOT, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._answers = queue.Queue(_ANSWERS_AHEAD)
        self._has_answered = False
        threading.Thread(target=_pump, args=(self._process, self._answers), daemon=True).start()

    def _next(self) -> dict[str, Any] | None:
        """The next answer; None if the process has died, or took too long and was ended."""
        try:
            frame = self._answers.get(timeout=self._seconds + (0 if self._has_answered else _STARTING_S))
        except queue.Empty:
            self._was_late = True
            self.end()
            return None
        self._has_answered = True
        answer: dict[str, Any] | None = json.loads(frame) if frame else None
        self.position = answer.pop("at", self.position) if answer else self.position
        return answer

    def _reason_of_death(self) -> Message:
        late, self._was_late = self._was_late, False
        status = self._process.wait() if self._process else 0
        self.end()
        if late or (sys.platform == "linux" and status == -signal.SIGXCPU):
            return Message("takes longer than the {seconds} s that HUDNA_PARSE_SECONDS allows", seconds=self._seconds)
        return Message("needs more memory than HUDNA_PARSE_MEMORY_BYTES allows")

    def end(self) -> None:
        """Ends the process; the next source starts another."""
        if self._process:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                with suppress(OSError):  # what was written and not read is of no use any more
                    if pipe:
                        pipe.close()
            self._process = None


def _pump(process: subprocess.Popen[bytes], answers: queue.Queue[str | None]) -> None:
    """Takes the answers off the pipe, so that waiting for one can be limited; None after the last."""
    assert process.stdout
    with suppress(OSError, ValueError):  # the pipe was closed: the process was ended
        while frame := read_frame(process.stdout):
            answers.put(frame)
    answers.put(None)


_MESSAGES = {"reason", "where", "published_basis"}  # of the fields of items


def _item(answer: dict[str, Any]) -> Item:
    kind = answer.pop("kind")
    kinds: dict[str, type[Document] | type[Link] | type[Refusal]] = {"document": Document, "link": Link, "refusal": Refusal}
    made = {name: answer[name] for name in _MESSAGES & answer.keys() if name == "reason" or isinstance(answer[name], dict)}
    return kinds[kind](**answer | {name: Message.parse(plain) for name, plain in made.items()})
