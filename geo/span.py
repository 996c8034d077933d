"""Where in a text: half-open [start, end), in Unicode code points of the frozen source text."""

from __future__ import annotations

from dataclasses import dataclass

from geo.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, half-open [start, end) in code points. Sorts by start, then end.

    Raises SpanError if it starts before 0 or ends before it starts.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end < self.start:
            raise SpanError("a span must run forward from 0 or later; got [{start}, {end})", start=self.start, end=self.end)

    def of(self, text: str) -> str:
        """The words at this span. Raises SpanError if the text is too short to hold it."""
        if self.end > len(text):
            raise SpanError(
                "the span [{start}, {end}) leaves a text of {length} characters",
                start=self.start, end=self.end, length=len(text),
            )  # fmt: skip
        return text[self.start : self.end]

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """True if the two share at least one code point; touching spans do not."""
        return self.start < other.end and other.start < self.end
