"""Chronicles: what dates in a line count from that another date opens."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from geo.edtf import Edtf, Granularity

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_WORD = re.compile(r"\W*(?:\w{1,3}\s+)?")  # what may stand before a date that opens its line: "In", «وفي»
_BEFORE = 12  # its characters
_BEHIND = 400  # characters of a line in which dates follow the one that opens it


class Entry:
    """The last entry of a chronicle in a folded text: "July 19: …". `year` is that of its date."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.year: int | None = None
        self._day: date | None = None
        self._end = 0

    def note(self, end: int, value: Edtf) -> None:
        """Keeps the date that ends at a folded offset and opens an entry."""
        self.year = value.earliest.year if value.earliest else self.year
        self._day = value.earliest if value.granularity is Granularity.DAY else None
        line = self.text.find("\n", end)
        self._end = line if line >= 0 else len(self.text)

    def day_at(self, start: int) -> date | None:
        """The day of the entry in whose line a folded offset lies, from which its weekdays count; None outside of one."""
        return self._day if start < self._end else None


class Opening:
    """The last day or month with its year that opens a line of a folded text: "In October 2012, …"."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._line = 0
        self._opened: date | None = None

    def note(self, start: int, end: int, value: Edtf | None) -> None:
        """Keeps the date that stands at [start, end) if it opens its line."""
        line = self.text.rfind("\n", 0, start) + 1
        opens = start - line <= _BEFORE and _SHORT_WORD.fullmatch(self.text, line, start)
        fine = value is not None and value.granularity in (Granularity.DAY, Granularity.MONTH)
        if value and opens and fine and _YEAR.search(self.text, start, end):
            self._line, self._opened = line, value.earliest

    def date_behind(self, in_year: Callable[[int], Edtf | None], start: int, anchor: date) -> Edtf | None:
        """In "In October 2012, he sought a truce. It came into force on Oct. 26" the first date behind the opening that a date
        at `start` may be; None in another line, and where it would still be to come on the day `anchor`."""
        opened = self._opened
        if opened is None or start - self._line > _BEHIND or "\n" in self.text[self._line : start]:
            return None
        dates = (in_year(opened.year + n) for n in (0, 1))
        found = next((found for found in dates if found and found.earliest and found.earliest >= opened), None)
        return found if found and found.earliest and found.earliest <= anchor else None
