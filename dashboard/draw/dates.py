"""Dates in words: "9 July 2017", «9 تموز 2017»; vague dates say that they are vague."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dashboard.draw.markup import Child, tag
from dashboard.strings import text
from geo.edtf import Edtf

_IN_DIGITS = re.compile(r"(\d{4}-\d{2}(?:-\d{2})?[~?%]?)")


def day_in_words(day: date, language: str) -> str:
    """A day: "9 July 2017", «9 تموز 2017» (Levantine months, as the Syrian press prints them)."""
    return f"{day.day} {month_name(day.month, language)} {day.year}"


def month_name(month: int, language: str) -> str:
    """The name of a month, 1 to 12."""
    return text(f"month.{month}", language)


def date_in_words(value: Edtf | None, language: str) -> str:
    """A vague date: "about 19 July 2017", "July 2017", "from 4 to 9 May 2017"; None is an unknown date."""
    if value is None:
        return text("date.unknown", language)

    def say(what: str, **parts: str) -> str:
        return text(f"date.{what}", language, **parts)

    return value.in_words(say, lambda point: _point(point, language), comma=text("comma", language))


def with_whole_dates(words: str) -> Iterator[Child]:
    """A sentence whose dates in digits (2018-05-02) no end of a line tears at a hyphen."""
    for n, part in enumerate(_IN_DIGITS.split(words)):
        yield tag("span", part, class_="whole-date") if n % 2 else part


def _point(edtf: str, language: str) -> str:
    """A year, a month or a day."""
    match edtf.split("-"):
        case [year, month, day]:
            return day_in_words(date(int(year), int(month), int(day)), language)
        case [year, month]:
            return f"{month_name(int(month), language)} {year}"
        case _:
            return edtf
