"""Dates as metadata writes them, as the day that their publisher meant: no time zone moves it."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

from geo.edtf import Edtf
from geo.errors import EdtfError
from geo.text.script import fold_digits

_ISO = re.compile(r"([12]\d{3})[-/.]?([01]\d)[-/.]?([0-3]\d)(?!\d)")
_MOST_CHARACTERS = 100
FIRST_YEAR = 1900


def as_edtf(value: str) -> str | None:
    """The day, month or year that a value says, as EDTF; None where it says none, or one before 1900.

    Read are what begins as ISO 8601 does ("2018-05-02T23:30:00+03:00", "20180502", "2018/05/02", "2018-05"), the dates of
    mail and feeds ("Wed, 02 May 2018 23:30:00 +0300"), and EDTF, in the digits of Arabic and Persian,
    too. The order of "02/05/2018" nobody knows: it is none.
    """
    value = fold_digits(value.strip()[:_MOST_CHARACTERS])
    if not value:
        return None
    try:
        return str(Edtf.parse(value)) if int(value.strip("[{./")[:4]) >= FIRST_YEAR else None
    except (EdtfError, ValueError):
        pass
    if iso := _ISO.match(value):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if mail := _mail_date(value if ":" in value else f"{value} 00:00"):
        return _day(*mail)
    return None


def _mail_date(value: str) -> tuple[int, int, int] | None:
    try:
        parsed = parsedate(value)
    except (ValueError, IndexError, TypeError):  # what Python's own parser trips over changes with its version
        return None
    return parsed[:3] if parsed else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year >= FIRST_YEAR else None
    except ValueError:
        return None
