"""Dates in EDTF: what is read, what is refused, and the package `edtf` as referee."""

from __future__ import annotations

import time
from datetime import date

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.edtf import Edtf, Granularity
from geo.errors import EdtfError

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
QUALIFIERS = st.sampled_from(["", "~", "?", "%"])


@st.composite
def points(draw: st.DrawFn) -> str:
    day = draw(DAYS).isoformat()
    return draw(st.sampled_from([day[:4], day[:7], day])) + draw(QUALIFIERS)


@st.composite
def intervals(draw: st.DrawFn) -> str:
    start, end = sorted((draw(points()), draw(points())), key=lambda text: Edtf.parse(text).earliest)
    return draw(st.sampled_from([f"{start}/{end}", f"{start}/..", f"../{end}"]))


@st.composite
def sets(draw: st.DrawFn) -> str:
    dates = sorted({day.isoformat() for day in draw(st.lists(DAYS, min_size=2, max_size=4, unique=True))})
    return draw(st.sampled_from(["{%s}", "[%s]"])) % ",".join(dates)


def as_date(moment: time.struct_time | float) -> date | None:
    """The referee's bound as a date; it says infinity for an open end."""
    return None if isinstance(moment, float) else date(*moment[:3])


@given(points() | intervals())
@settings(deadline=None)
def test_the_referee_reads_the_same_days(text: str) -> None:
    ours, theirs = Edtf.parse(text), edtf.parse_edtf(text)
    assert (ours.earliest, ours.latest) == (as_date(theirs.lower_strict()), as_date(theirs.upper_strict()))


@given(sets())
@settings(deadline=None)
def test_the_referee_reads_the_same_sets(text: str) -> None:
    ours, theirs = Edtf.parse(text), edtf.parse_edtf(text)
    assert [str(one) for one in theirs.objects] == ours.text[1:-1].split(",")
    assert (ours.earliest, ours.latest) == (as_date(theirs.lower_strict()), as_date(theirs.upper_strict()))


@given(points() | intervals() | sets())
def test_a_canonical_text_reads_as_itself(text: str) -> None:
    one = Edtf.parse(text)
    assert one.text == str(one) == text
    assert Edtf.parse(one.text) == one
    assert hash(Edtf.parse(one.text)) == hash(one)


@given(st.text(alphabet="0123456789-/.~?%{}[], TXa", max_size=14))
def test_any_other_text_is_refused_in_a_sentence(text: str) -> None:
    try:
        one = Edtf.parse(text)
    except EdtfError as refusal:
        assert repr(text)[1:-1] in str(refusal) or "/" in text or "," in text
    else:
        assert Edtf.parse(one.text) == one


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "granularity", "approximate"),
    [
        ("2017", date(2017, 1, 1), date(2017, 12, 31), Granularity.YEAR, False),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), Granularity.MONTH, False),
        ("2017-07-09", date(2017, 7, 9), date(2017, 7, 9), Granularity.DAY, False),
        ("2017-07-09~", date(2017, 7, 9), date(2017, 7, 9), Granularity.DAY, True),
        ("2017-07%", date(2017, 7, 1), date(2017, 7, 31), Granularity.MONTH, True),
        ("2017-07-10/2017-07-14", date(2017, 7, 10), date(2017, 7, 14), Granularity.INTERVAL, False),
        ("2017-07/..", date(2017, 7, 1), None, Granularity.INTERVAL, False),
        ("../2017-07~", None, date(2017, 7, 31), Granularity.INTERVAL, True),
        ("{2017-08-14,2017-08-15}", date(2017, 8, 14), date(2017, 8, 15), Granularity.SET, False),
        ("[2016,2018]", date(2016, 1, 1), date(2018, 12, 31), Granularity.SET, False),
    ],
)
def test_what_a_date_can_mean(
    text: str, earliest: date | None, latest: date | None, granularity: Granularity, approximate: bool
) -> None:
    one = Edtf.parse(text)
    assert (one.earliest, one.latest, one.granularity, one.approximate) == (earliest, latest, granularity, approximate)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not a date"), ("July 2017", "not a date"), ("17-07-2017", "not a date"), ("2017-7-9", "not a date"),
        ("2017-07-09T10:00", "not a date"), ("2017 ", "not a date"), ("٢٠١٧", "not a date"), ("{2017", "not a date"),
        ("{}", "not a date"), ("0000", "the year 0"), ("2017-13", "the month 13"), ("2017-00", "the month 0"),
        ("2017-02-29", "a day that its month does not have"), ("2017-07-00", "a day that its month does not have"),
        ("../..", "neither a start nor an end"), ("2018/2017", "ends before it starts"), ("2017/2018/2019", "not a date"),
    ],
)  # fmt: skip
def test_refusals_name_the_fault_and_the_text(text: str, words: str) -> None:
    with pytest.raises(EdtfError) as refusal:
        Edtf.parse(text)
    assert words in str(refusal.value)
    assert repr(text) in str(refusal.value)


def test_constructors_write_canonical_texts() -> None:
    day = date(2017, 7, 9)
    assert Edtf.day(day).text == "2017-07-09"
    assert Edtf.day(day, approximate=True) == Edtf.parse("2017-07-09~")
    assert Edtf.month(2017, 7) == Edtf.parse("2017-07")
    assert Edtf.year(987, approximate=True) == Edtf.parse("0987~")
    assert Edtf.interval(Edtf.day(day), None) == Edtf.parse("2017-07-09/..")
    assert Edtf.all_of([Edtf.day(day), Edtf.year(2016), Edtf.day(day)]) == Edtf.parse("{2016,2017-07-09}")
    assert Edtf.parse("[2017,2016]").text == "[2016,2017]"


def test_a_set_is_written_in_order_whatever_the_order_it_came_in() -> None:
    assert Edtf.parse("{2017-08-15, 2017-08-14}").text == "{2017-08-14,2017-08-15}"


@pytest.mark.parametrize("wrong", [Edtf.parse("2016/2017"), Edtf.parse("{2016,2017}")])
def test_intervals_and_sets_hold_only_single_dates(wrong: Edtf) -> None:
    with pytest.raises(EdtfError, match="use"):
        Edtf.interval(wrong, None)
    with pytest.raises(EdtfError, match="use"):
        Edtf.all_of([wrong])


def test_constructors_refuse_what_is_no_date() -> None:
    with pytest.raises(EdtfError, match="month 13"):
        Edtf.month(2017, 13)
    with pytest.raises(EdtfError, match="10000"):
        Edtf.year(10_000)
    with pytest.raises(EdtfError, match="empty"):
        Edtf.all_of([])


def test_dates_sort_by_their_first_then_by_their_last_day() -> None:
    in_order = ["../2017", "2016", "2017-01-01", "2017-01", "2017", "2017-01-01/..", "2017-07-09"]
    assert [one.text for one in sorted(Edtf.parse(text) for text in reversed(in_order))] == in_order


@given(points(), points())
def test_the_order_agrees_with_equality(left: str, right: str) -> None:
    one, other = Edtf.parse(left), Edtf.parse(right)
    assert (one < other) + (one == other) + (one > other) == 1


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2017-07-09", "<2017-07-09>"),
        ("2017-07%", "perhaps_about(date=<2017-07>)"),
        ("2017~/2018-05-02?", "between(start=about(date=<2017>), end=perhaps(date=<2018-05-02>))"),
        ("../2018", "until(end=<2018>)"),
        ("2018/..", "from(start=<2018>)"),
        ("{2016,2017-05,2018}", "all_of(most=<2016>+<2017-05>, last=<2018>)"),
        ("[2017,2018]", "one_of(most=<2017>, last=<2018>)"),
    ],
)
def test_a_date_is_put_into_words_part_by_part(edtf: str, said: str) -> None:
    def say(what: str, **parts: str) -> str:
        return f"{what}({', '.join(f'{name}={part}' for name, part in parts.items())})"

    assert Edtf.parse(edtf).in_words(say, "<{}>".format, comma="+") == said
