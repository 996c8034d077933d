"""A quote with the words around it, as far as its sentence goes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.span import Span

MOST_AROUND = 140  # characters before and behind: about two lines of the panel
_SENTENCE_END = re.compile(r"[.!?؟…]\s|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quote in its sentence. `cut_before`, `cut_after` tell where words of the sentence were left out."""

    before: str
    quote: str
    after: str
    cut_before: bool
    cut_after: bool


def quotation(source: str, span: Span) -> Quotation:
    """The words at a span with the rest of their sentence, or as much of it as `MOST_AROUND` allows, cut between words."""
    start, cut_before = _sentence_start(source, span.start)
    end, cut_after = _sentence_end(source, span.end)
    return Quotation(
        before=source[start : span.start],
        quote=span.of(source),
        after=source[span.end : end],
        cut_before=cut_before,
        cut_after=cut_after,
    )


def _sentence_start(source: str, offset: int) -> tuple[int, bool]:
    window = max(0, offset - MOST_AROUND)
    ends = [match.end() for match in _SENTENCE_END.finditer(source, window, offset)]
    if ends or window == 0:
        start = ends[-1] if ends else 0
        return start + len(source[start:offset]) - len(source[start:offset].lstrip()), False
    space = source.find(" ", window, offset)
    return (space + 1 if space >= 0 else offset), True


def _sentence_end(source: str, offset: int) -> tuple[int, bool]:
    window = min(len(source), offset + MOST_AROUND)
    match = _SENTENCE_END.search(source, offset, window + 1)
    if match:
        return (match.start() if source[match.start()] == "\n" else match.start() + 1), False
    if window == len(source):
        return window, False
    space = source.rfind(" ", offset, window)
    return (space if space >= 0 else offset), True
