"""What one ingest did, and how it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.sources.seeds import Fault
from data.store import Repeat
from data.terminal import one_id, one_line

_NAMES_IN_A_LINE = 5
_MOST_OF_A_FAULT = 1_000  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """What a run tells of an article that it read; the store has the rest, and a run may read a million."""

    article: str
    statements: int
    unresolved: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What one ingest did, or would do (`pending` would be read). `unchanged` were read before; `repeated` have the words of
    others; `skipped` are files or entries at fault; `failed` are articles that the reader broke on; `gone` are in the store but
    have no file in the folder. Faults are sorted by file, articles in the order of the sources, but last those that had the
    words of a stored one which had not come yet; `seconds` is the whole run.
    """

    read: tuple[ReadArticle, ...]
    unchanged: tuple[str, ...]
    skipped: tuple[Fault, ...]
    failed: tuple[Fault, ...]
    gone: tuple[str, ...]
    seconds: float
    repeated: tuple[Repeat, ...] = ()
    pending: tuple[str, ...] = ()

    @property
    def nothing_readable(self) -> bool:
        """True if there was no article that is now in the store, or would be."""
        return not (self.read or self.unchanged or self.pending or self.repeated)

    def lines(self) -> Iterator[str]:
        """The summary in words: a line for the whole, one for each fault, one for each thing worth knowing."""
        if self.read:
            pace = f" ({len(self.read) / self.seconds:.0f} articles/s)" if self.seconds else ""
            yield (
                f"{_count(len(self.read), 'article')} read in {self.seconds:.1f} s{pace}: "
                f"{_count(sum(r.statements for r in self.read), 'statement')}, "
                f"{_count(sum(r.unresolved for r in self.read), 'unresolved name')}"
            )
        if self.pending:
            yield f"{_count(len(self.pending), 'article')} would be read: {_named(self.pending)}"
        if self.unchanged:
            yield f"{_count(len(self.unchanged), 'article')} unchanged since the last reading"
        if self.repeated:
            pairs = [
                repeat.article if repeat.article == repeat.of else f"{repeat.article} ({repeat.of})" for repeat in self.repeated
            ]
            yield f"{_count(len(pairs), 'article')} not kept again, word for word the same as others: {_named(pairs)}"
        for fault in (*self.skipped, *self.failed):
            yield one_line(f"not read: {fault.file} {fault.reason}", most=_MOST_OF_A_FAULT)
        silent = [r.article for r in self.read if not r.statements]
        if silent:
            yield f"nothing found about a truce in {_named(silent)}"
        if self.gone:
            yield f"kept in the store, but not in this folder: {_named(self.gone)}"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _named(ids: Sequence[str]) -> str:
    more = len(ids) - _NAMES_IN_A_LINE
    return ", ".join(map(one_id, ids[:_NAMES_IN_A_LINE])) + (f" and {more:,} more" if more > 0 else "")
