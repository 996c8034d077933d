"""Date expressions and what they mean: anchored at the publication date, never at the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geo.article import Article
from geo.edtf import Edtf, Granularity
from geo.span import Span
from geo.text.phrase import Words
from geo.timex.calendar import FIRST_YEAR, LAST_YEAR, Calendar, CalendarWord
from geo.timex.grammar import Reader
from geo.timex.length import find_lengths

__all__ = ["Calendar", "CalendarWord", "Timex", "find_lengths", "find_timexes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A date expression. `value` is None where the text and the publication date do not decide it (it is still listed).

    `part` is the early, middle or late part of `value` that the words before the span pick («مطلع يوليو», "late 2016"), as an
    approximate interval; None where no such word stands there.
    """

    span: Span
    value: Edtf | None
    part: Edtf | None = None

    @property
    def narrowest(self) -> Edtf | None:
        """The part where the text picks one, else the value."""
        return self.part or self.value

    @property
    def first_day(self) -> date | None:
        """The first day that it may mean; None without a value, or where that is open."""
        return self.narrowest.earliest if self.narrowest else None

    @property
    def last_day(self) -> date | None:
        """The last day that it may mean; None without a value, or where that is open."""
        return self.narrowest.latest if self.narrowest else None


def find_timexes(article: Article, words: Words, calendar: Calendar) -> tuple[Timex, ...]:
    """The date expressions of an article, in order, without overlaps; `words` are those of its folded text.

    Spans are half-open code points of the source text. Times of day, durations and feasts are not listed.
    """
    folded, triggered = words.folded, calendar.triggered(words)
    reader = Reader(article.text, folded, calendar, _anchor(article.published), triggered)
    timexes: list[Timex] = []
    done = 0
    for start, kinds in triggered.items():
        if start < done:
            continue
        masked = reader.masked(start) if "mask" in kinds else None
        if masked:
            done = masked
            continue
        found = reader.read(start, kinds)
        span = folded.source(Span(found.start, found.end)) if found and found.start >= done else None
        if found and span and (not timexes or timexes[-1].span.end <= span.start):  # one «¼» folds to two numbers
            timexes.append(Timex(span=span, value=found.value, part=found.part))
            done = found.end
    return tuple(timexes)


def _anchor(published: Edtf | None) -> date | None:
    """The day of publication, None unless it is known to the day and lies in the years that are read."""
    if not published or published.granularity is not Granularity.DAY or not published.earliest:
        return None
    return published.earliest if FIRST_YEAR < published.earliest.year < LAST_YEAR else None
