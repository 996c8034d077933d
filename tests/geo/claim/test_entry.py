"""Entries of a chronicle: each tells of its own day."""

from __future__ import annotations

import pytest

from tests.reading import read

DAY = "2020-03-20"
JANUARY = "12 يناير 2020: هدنة جديدة في إدلب تدخل حيز التنفيذ، وتنهار بعد ثلاثة أيام."
MARCH = "5 مارس 2020: الرئيسان يتوصلان في موسكو إلى اتفاق على وقف إطلاق النار في إدلب يبدأ منتصف ليل الخميس الجمعة."


def told(text: str, published: str = DAY) -> list[tuple[str, str, str]]:
    """The statements of a text as (status, effective, since)."""
    return [(str(s.status), str(s.effective), str(s.since)) for s in read(text, published).statements]


@pytest.mark.parametrize(("text", "start"), [
    (MARCH, "2020-03-06"),
    ("5 مارس 2020: بوتين وأردوغان يتفقان على هدنة في إدلب تبدأ منتصف ليل الخميس الجمعة.", "2020-03-06"),
    ("March 5, 2020: Putin and Erdogan agree on a ceasefire in Idlib that begins at midnight on Thursday.", "2020-03-05"),
    ("July 17, 2019: A truce in Idlib takes effect on Friday.", "2019-07-19"),
    ("- 7 ديسمبر 2019: الجيش يعلن هدنة في حلب تبدأ الثلاثاء.", "2019-12-10"),
    # a weekday that has a date of its own
    ("27 November 2019: A truce in Idlib takes effect on Thursday, 28 November.", "2019-11-28"),
    # none at all
    ("January 12, 2020: A truce in Idlib takes effect.", "2020-01-12"),
    ("12 يناير 2020: هدنة في إدلب تدخل حيز التنفيذ.", "2020-01-12"),
])  # fmt: skip
def test_an_entry_counts_from_its_own_day(text: str, start: str) -> None:
    assert told(text) == [("in_force", start, "None")]


@pytest.mark.parametrize(("text", "start"), [
    ("March 15, 2020: The army says a truce in Aleppo will begin on Tuesday, 24 March.", "2020-03-24"),
    ("A truce in Idlib that was agreed on March 5, 2020 begins at midnight on Thursday.", "2020-03-26"),
    ("هدنة في إدلب تبدأ منتصف ليل الخميس الجمعة.", "2020-03-20"),
])  # fmt: skip
def test_what_is_still_to_come_and_what_is_no_entry_count_as_before(text: str, start: str) -> None:
    assert [effective for _, effective, _ in told(text)] == [start]


def test_the_next_line_counts_from_the_day_of_publication() -> None:
    text = "March 5, 2020: Fighting rages in Idlib.\nA truce in Idlib took effect on Wednesday."
    assert [effective for _, effective, _ in told(text)] == ["2020-03-18"]


def test_what_an_entry_tells_in_the_present_has_come_about() -> None:
    assert told(JANUARY) == [("ended", "2020-01-12", "None")]
    assert told("دخلت هدنة في إدلب حيز التنفيذ الجمعة، وتنهار المباني.") == [("in_force", "2020-03-20", "None")]


@pytest.mark.parametrize("text", [
    f"{JANUARY}\n\n{MARCH}",
    "January 12, 2020: A truce in Idlib takes effect. It collapses within hours.\n"
    "March 6, 2020: Putin and Erdogan agree on a ceasefire in Idlib that begins at midnight on Friday.",
])  # fmt: skip
def test_a_truce_of_a_later_entry_is_another_one(text: str) -> None:
    statements = read(text, DAY).statements
    assert {(str(s.status), str(s.effective)) for s in statements} == {("ended", "2020-01-12"), ("in_force", "2020-03-06")}
    assert "idlib-moscow-2020" not in {s.agreement for s in statements if s.status == "ended"}
