"""Dates in words, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.draw.dates import date_in_words, day_in_words, with_whole_dates
from dashboard.draw.markup import join
from geo.edtf import Edtf


@pytest.mark.parametrize(
    ("edtf", "english", "arabic"),
    [
        ("2017-07-09", "9 July 2017", "9 تموز 2017"),
        ("2017-07", "July 2017", "تموز 2017"),
        ("2017", "2017", "2017"),
        ("2017-08~", "about August 2017", "نحو آب 2017"),
        ("2017-07-19?", "perhaps 19 July 2017", "ربما 19 تموز 2017"),
        ("2017-07-19%", "perhaps about 19 July 2017", "ربما نحو 19 تموز 2017"),
        ("2017-06-05/2017-06-11", "5 June 2017 to 11 June 2017", "من 5 حزيران 2017 إلى 11 حزيران 2017"),
        ("2017-05-04/..", "from 4 May 2017", "منذ 4 أيار 2017"),
        ("../2018", "until 2018", "حتى 2018"),
        ("{2017-08-14,2017-08-15}", "14 August 2017 and 15 August 2017", "14 آب 2017 و15 آب 2017"),
        ("[2017,2018]", "2017 or 2018", "2017 أو 2018"),
    ],
)
def test_a_vague_date_says_how_vague_it_is(edtf: str, english: str, arabic: str) -> None:
    value = Edtf.parse(edtf)
    assert date_in_words(value, "en") == english
    assert date_in_words(value, "ar") == arabic


def test_an_unknown_date_is_said() -> None:
    assert date_in_words(None, "en") == "date unknown"


def test_a_day_has_no_leading_zero() -> None:
    assert day_in_words(date(2018, 1, 5), "ar") == "5 كانون الثاني 2018"


def test_a_date_in_digits_is_one_word_of_a_message() -> None:
    told = join(with_whole_dates("write it like 2018, 2018-05 or 2018-05-02~ & no other"))
    whole = ('<span class="whole-date">2018-05</span>', '<span class="whole-date">2018-05-02~</span>')
    assert told == f"write it like 2018, {whole[0]} or {whole[1]} &amp; no other"
