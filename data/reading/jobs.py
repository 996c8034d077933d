"""Work that several processes share, with its results in the order of what was given to them."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

from geo.errors import HudnaError, SettingError

_Given = TypeVar("_Given")
_Result = TypeVar("_Result")
CHUNK = 16  # articles that a process takes at once: a second's work at most, and few enough to keep the memory flat
CHUNKS_AHEAD = 3  # for each process: one that it reads, one that waits for it, one that is written


def check_jobs(jobs: int) -> None:
    """Raises SettingError for a number of processes that cannot be."""
    if jobs < 1:
        raise SettingError(f"--jobs must be 1 or more; got {jobs}")


def in_order(
    work: Callable[[_Given], _Result], given: Iterable[_Given], jobs: int, prepare: Callable[[], object]
) -> Iterator[tuple[_Given, _Result]]:
    """What is given, each with its result, in order; each process prepares itself first. Both functions go to other processes.

    No more than some chunks are held at a time. Raises HudnaError if a process was ended from outside.
    """
    # not forked: a copy of this process would hold the store's connection, too
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(prepare,)) as processes:
        waiting: deque[tuple[list[_Given], Future[list[_Result]]]] = deque()
        try:
            for chunk in _chunks(given):
                waiting.append((chunk, processes.submit(_all, work, chunk)))
                if len(waiting) >= jobs * CHUNKS_AHEAD:
                    yield from _done(*waiting.popleft())
            while waiting:
                yield from _done(*waiting.popleft())
        except BrokenProcessPool as fault:
            raise HudnaError("a reading process was ended from outside, perhaps for want of memory: lower --jobs") from fault
        finally:
            processes.shutdown(cancel_futures=True)


def _done(chunk: list[_Given], results: Future[list[_Result]]) -> Iterator[tuple[_Given, _Result]]:
    return zip(chunk, results.result(), strict=True)


def _all(work: Callable[[_Given], _Result], chunk: list[_Given]) -> list[_Result]:
    return [work(given) for given in chunk]


def _chunks(given: Iterable[_Given]) -> Iterator[list[_Given]]:
    chunk: list[_Given] = []
    for one in given:
        chunk.append(one)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _begin(prepare: Callable[[], object]) -> None:
    """An interrupt from the keyboard is the business of the process that the user started; without it none goes on."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    prepare()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
