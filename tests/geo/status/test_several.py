"""What became of several truces, told of all of them or of none."""

from __future__ import annotations

import pytest

from tests.reading import read

SINCE = "Six truces have been declared in Sudan since April, "
TOLD = [
    (SINCE + "and not one of them lasted a day.", "SD ended None"),
    (SINCE + "but all collapsed.", "SD ended None"),
    (SINCE + "and not one of them was broken.", "SD in_force None"),
    ("Several ceasefires have been announced in Sudan but none has lasted.", "SD ended None"),
    ("Truces have been declared in Sudan. All of them collapsed within days.", "SD ended None"),
    ("Truces have been declared in Sudan. None of them held.", "SD ended None"),
    ("أعلنت ست هدن في السودان منذ أبريل، ولم تصمد أي منها.", "SD ended None"),
    ("أعلنت ست هدن في السودان منذ أبريل، وانهارت كلها.", "SD ended None"),
    ("أعلنت ست هدن في السودان لكن جميعها انهارت.", "SD ended None"),
    ("Truces have held in Sudan since April.", "SD in_force 2024-04"),
    ("Truces have been declared in Sudan. None of the ministers lasted.", "SD agreed None"),
    ("The truce in Khartoum held; none of the wounded survived.", "sd/khartoum in_force None"),
    ("Several truces have been declared in Sudan, and all failed to stop the fighting.", "SD agreed None"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_is_told_of_several_truces(text: str, expected: str) -> None:
    """The status and the start: "since April" is when they were made."""
    found = read(text, "2024-12-01").statements
    assert [f"{s.areas[0].area} {s.status} {s.effective}" for s in found] == [expected]
