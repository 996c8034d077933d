"""The line that tells how far a long run has come."""

from __future__ import annotations

import sys
from time import monotonic


class Progress:
    """A line on stderr while a run is long: a bar that is drawn again on a terminal, else a line now and then.

    `size` is the number of bytes to be read, None where nobody knows; whoever reads counts them up in `taken`.
    """

    FIRST_AFTER_S, TERMINAL_EVERY_S, FILE_EVERY_S = 2.0, 0.5, 15.0
    BAR_WIDTH = 30

    def __init__(self, size: int | None) -> None:
        self.size = size
        self.taken = 0
        self.began = monotonic()
        self.due = self.began + self.FIRST_AFTER_S
        self.terminal = sys.stderr.isatty()
        self.drawn = False

    def show(self, done: int, *, more: str = "") -> None:
        """Draws the line where it is due; `done` is the number of articles so far, `more` words to be added."""
        now = monotonic()
        if now < self.due:
            return
        self.due = now + (self.TERMINAL_EVERY_S if self.terminal else self.FILE_EVERY_S)
        self.drawn = True
        line = f"{done:,} articles, {done / (now - self.began):,.0f} a second{more}"
        if self.size:
            share = min(self.taken / self.size, 1.0)
            line = f"[{'#' * round(share * self.BAR_WIDTH):{self.BAR_WIDTH}}] {share:4.0%}  {line}"
        print(f"\r{line}\x1b[K" if self.terminal else line, end="" if self.terminal else "\n", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Takes the bar from the terminal, so that the next message begins a line."""
        if self.drawn and self.terminal:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
