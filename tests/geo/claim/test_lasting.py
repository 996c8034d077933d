"""Until when a truce lasts: its last day, or the days that it is to last from its start."""

from __future__ import annotations

import pytest

from tests.reading import article, reader

PUBLISHED = "2018-08-05"  # a Sunday


@pytest.mark.parametrize(("text", "status", "until"), [
    ("A truce in Rastan took effect on Friday. It lasts until 12 August.", "in_force", "2018-08-12"),
    ("A truce in Rastan took effect on Friday and will last until Wednesday.", "in_force", "2018-08-08"),
    ("A truce in Rastan took effect on Friday and expires on 12 August.", "in_force", "2018-08-12"),
    ("The truce in Rastan, which runs until 12 August, took effect on Friday.", "in_force", "2018-08-12"),
    ("The truce in Rastan will end on 12 August.", "in_force", "2018-08-12"),
    ("A truce in Rastan took effect on Friday for five days.", "in_force", "2018-08-08"),
    ("A truce in Rastan took effect on Friday. The truce is to last ten days.", "in_force", "2018-08-13"),
    ("A 72-hour truce in Rastan took effect on 30 July.", "ended", "2018-08-02"),
    ("A truce in Rastan took effect on Friday for two months.", "in_force", "2018-10-02~"),
    ("A truce in Rastan took effect on Friday. Talks in Geneva run until 12 August.", "in_force", None),
    ("A truce in Rastan took effect on Friday, after shelling for five days.", "in_force", None),
    ("دخلت هدنة في الرستن حيز التنفيذ الجمعة. وتستمر حتى 12 آب.", "in_force", "2018-08-12"),
    ("دخلت هدنة في الرستن حيز التنفيذ الجمعة، على أن تستمر حتى 12 آب.", "in_force", "2018-08-12"),
    ("دخلت هدنة في الرستن حيز التنفيذ الجمعة لمدة خمسة أيام.", "in_force", "2018-08-08"),
    ("دخلت هدنة في الرستن حيز التنفيذ الجمعة، ومدتها أسبوع.", "in_force", "2018-08-10"),
    ("دخلت هدنة في الرستن حيز التنفيذ الجمعة، ومن المقرر أن تستمر عشرة أيام.", "in_force", "2018-08-13"),
    ("دخلت هدنة لشهرين في الرستن حيز التنفيذ الجمعة.", "in_force", "2018-10-02~"),
    ("دخلت هدنة في الرستن حيز التنفيذ الجمعة. وتستمر المعارك حتى الخميس في حماة.", "in_force", None),
    ("انتهت الهدنة في الرستن قبل أسبوع.", "ended", None),
])  # fmt: skip
def test_the_last_day_of_a_truce(text: str, status: str, until: str | None) -> None:
    (statement,) = reader().read(article(text, PUBLISHED)).statements
    assert (str(statement.status), statement.until and statement.until.text) == (status, until)


@pytest.mark.parametrize(("length", "until"), [
    ("two-month", "2018-10-02~"), ("60-day", "2018-10-02~"), ("three-week", "2018-08-24"), ("six-month", "2019-01-30~"),
    ("one-year", "2019-08-03~"), ("week-long", "2018-08-10"), ("45-day", "2018-09-17~"), ("forty-five-day", "2018-09-17~"),
    ("36-hour", "2018-08-05"), ("two-month-old", None), ("two-day-old", None),
])  # fmt: skip
def test_the_length_before_a_truce_is_counted(length: str, until: str | None) -> None:
    assert until_of(f"A {length} truce in Rastan took effect on Friday.") == until


@pytest.mark.parametrize(("told", "until"), [
    ("for a period of 90 days", "2018-11-01~"), ("for 10 days", "2018-08-13"), ("for a fortnight", "2018-08-17"),
    ("for the next three weeks", "2018-08-24"), ("for two more weeks", "2018-08-17"), ("for an initial 60 days", "2018-10-02~"),
    ("for a year", "2019-08-03~"), ("for half a year", None), ("for several weeks", None),
    ("after two months of fighting", None), ("within 24 hours", None), ("after shelling for five days", None),
    ("every day for five hours", None), ("in a town besieged for three years", None), ("in the last two days of talks", None),
])  # fmt: skip
def test_the_length_behind_a_truce_is_counted_where_it_is_one(told: str, until: str | None) -> None:
    assert until_of(f"A truce in Rastan took effect on Friday {told}.") == until


@pytest.mark.parametrize(("told", "until"), [
    ("لمدة ستين يوما", "2018-10-02~"), ("لمدة ٦٠ يوما", "2018-10-02~"), ("لأسبوعين", "2018-08-17"),
    ("لمدة ثلاثة أسابيع", "2018-08-24"), ("لأربعة أشهر", "2018-12-01~"), ("لمدة سنة", "2019-08-03~"),
    ("لمدة 120 ساعة", "2018-08-08"), ("لـ48 ساعة", "2018-08-05"), ("، ومدتها 45 يوما", "2018-09-17~"),
    ("، ومدتها خمسة وأربعون يوما", "2018-09-17~"), ("لمدة مئة وعشرين يوما", "2018-12-01~"),
    ("، على أن تستمر لمدة خمسة عشر يوما", "2018-08-18"), ("لمدة خمس عشرة ساعة", "2018-08-04"),
    ("خلال 48 ساعة", None), ("بعد معارك منذ ثلاثة أشهر", None), ("في اليوم الثالث من المحادثات", None),
    ("بعد قصف لمدة خمسة أيام", None), ("يوميا لخمس ساعات", None), ("بعد توقيعها بيومين", None),
])  # fmt: skip
def test_arabic_lengths_are_counted(told: str, until: str | None) -> None:
    assert until_of(f"دخلت هدنة في الرستن حيز التنفيذ الجمعة {told}.") == until


@pytest.mark.parametrize(("text", "until"), [
    ("A truce in Rastan took effect on Friday. It is to last for a period of forty-five days.", "2018-09-17~"),
    ("A truce in Rastan took effect on Friday. The last two days were quiet.", None),
    ("The truce in Rastan, which took effect on Friday, has held for two days.", None),
    ("The truce in Rastan took effect on Friday and has been in place for two days.", None),
    ("A five-hour daily pause in Rastan took effect on Friday.", None),
])  # fmt: skip
def test_what_is_to_come_is_counted_and_not_what_has_passed(text: str, until: str | None) -> None:
    assert until_of(text) == until


def until_of(text: str) -> str | None:
    (statement,) = reader().read(article(text, PUBLISHED)).statements
    return statement.until and statement.until.text
