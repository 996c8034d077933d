"""Ends of truces: those that are told, those that are still to come, and what is over without the truce."""

from __future__ import annotations

import pytest

from tests.reading import article, reader

PUBLISHED = "2024-03-03"  # a Sunday


def told(text: str) -> tuple[str, str | None, str | None]:
    """The status that a text tells of its only truce, since when, and until when."""
    (statement,) = reader().read(article(text, PUBLISHED)).statements
    since, until = statement.since, statement.until
    return str(statement.status), since.text if since else None, until.text if until else None


@pytest.mark.parametrize("told_to_come", [
    "is set to expire later on", "is set to expire on", "is due to end on", "is to end on", "is scheduled to end", "ends on",
    "is set to run out on", "expires on", "lapses on", "will expire on", "is expiring on", "was set to end later on",
    "expires on Sunday as mediators push to extend it, aid workers said on",
])  # fmt: skip
def test_an_end_that_is_told_to_come_on_the_day_itself_has_not_come(told_to_come: str) -> None:
    assert told(f"The ceasefire in Rastan {told_to_come} Sunday.") == ("in_force", None, "2024-03-03")


@pytest.mark.parametrize("text", [
    "من المقرر أن ينتهي وقف إطلاق النار في الرستن مساء الأحد.", "تنتهي الهدنة في الرستن الأحد.",
    "ينتهي اليوم العمل بالهدنة في الرستن.", "ستنتهي الهدنة في الرستن اليوم الأحد.", "تنقضي الهدنة في الرستن يوم الأحد.",
])  # fmt: skip
def test_an_arabic_end_that_is_told_to_come_has_not_come(text: str) -> None:
    assert told(text) == ("in_force", None, "2024-03-03")


@pytest.mark.parametrize(("text", "status", "since", "until"), [
    ("The truce in Rastan expired on Sunday.", "ended", "2024-03-03", None),
    ("The truce in Rastan has run out on Sunday.", "ended", "2024-03-03", None),
    ("The truce in Rastan ends on Sunday as fighting resumes.", "ended", "2024-03-03", None),
    ("The truce in Rastan ends on Sunday, raising fears that fighting could resume.", "in_force", None, "2024-03-03"),
    ("The truce in Rastan was due to expire on Sunday but collapsed on Friday.", "ended", "2024-03-01", "2024-03-03"),
    ("The truce in Rastan, set to expire on Sunday, collapsed on Friday.", "ended", "2024-03-01", "2024-03-03"),
    ("A truce in Rastan, due to start on Monday, collapsed on Saturday.", "ended", "2024-03-02", None),
    ("A truce in Rastan due to start on Monday collapsed on Saturday.", "ended", "2024-03-02", None),
    ("A truce in Rastan, due to last a week, began on Friday.", "in_force", None, None),
    ("The truce in Rastan, due to expire on Sunday, is still in force.", "in_force", None, "2024-03-03"),
    ("انتهت الهدنة في الرستن يوم الأحد.", "ended", "2024-03-03", None),
    ("انهارت يوم الجمعة الهدنة في الرستن التي كان من المقرر أن تنتهي الأحد.", "ended", "2024-03-01", None),
])  # fmt: skip
def test_what_came_is_told_from_what_was_to_come(text: str, status: str, since: str | None, until: str | None) -> None:
    assert told(text) == (status, since, until)


@pytest.mark.parametrize("text", [
    "The first phase of the ceasefire in Rastan expired on Saturday.",
    "The first phase of the ceasefire in Rastan is set to expire on Saturday.",
    "The first phase of the ceasefire in Rastan ends on Sunday.",
    "The first phase of the ceasefire in Rastan was due to end on Sunday.",
    "Phase one of the ceasefire in Rastan expired on Saturday.",
    "The ceasefire's first phase in Rastan expired on Saturday.",
    "تنتهي المرحلة الأولى من وقف إطلاق النار في الرستن السبت.",
    "من المقرر أن تنتهي المرحلة الأولى من الهدنة في الرستن يوم الأحد.",
    "انتهت السبت المرحلة الأولى من وقف إطلاق النار في الرستن.",
])  # fmt: skip
def test_the_end_of_a_phase_is_no_last_day_of_the_truce(text: str) -> None:
    assert told(text) == ("in_force", None, None)


@pytest.mark.parametrize(("text", "status"), [
    ("The ceasefire in Rastan expired on Saturday.", "ended"),
    ("The first phase of the ceasefire in Rastan collapsed on Saturday.", "ended"),
    ("Negotiators said phase one of the ceasefire in Rastan will begin on Monday.", "agreed"),
    ("انهارت المرحلة الأولى من الهدنة في الرستن.", "ended"),
])  # fmt: skip
def test_what_else_is_told_of_a_phase(text: str, status: str) -> None:
    assert told(text)[0] == status
