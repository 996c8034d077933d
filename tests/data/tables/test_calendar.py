"""The words of dates: the table is whole, and the grammar uses all of it."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from data.tables.rows import REFERENCE_FOLDER, read_rows
from data.tables.words import CALENDAR_COLUMNS, load_calendar
from geo.errors import ReferenceTableError
from geo.text.script import fold_name
from geo.timex import Calendar
from geo.timex.calendar import MONTH_KINDS
from geo.timex.patterns import Patterns


@cache
def rows() -> tuple[dict[str, str], ...]:
    return tuple(read_rows(REFERENCE_FOLDER / "calendar.csv", CALENDAR_COLUMNS))


def numbers(language: str, *kinds: str) -> set[int]:
    return {int(row["value"]) for row in rows() if row["language"] == language and row["kind"] in kinds}


def kinds() -> list[str]:
    return sorted({row["kind"] for row in rows()})


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_month_weekday_and_ordinal_has_a_name(language: str) -> None:
    assert numbers(language, *MONTH_KINDS) == set(range(1, 13))
    assert numbers(language, "weekday") == set(range(1, 8))
    assert numbers(language, "ordinal") == set(range(1, 32))
    assert {row["value"] for row in rows() if row["language"] == language and row["kind"] == "unit_the"} == {
        "day", "week", "month", "year",
    }  # fmt: skip


def test_every_hijri_month_has_an_arabic_name() -> None:
    assert numbers("ar", "hijri_month") == set(range(1, 13))


def test_every_row_names_its_language_and_source() -> None:
    assert {row["language"] for row in rows()} == {"ar", "en"}
    assert not [row for row in rows() if not row["word"].strip() or not row["source"].strip()]


def test_no_word_means_two_things_within_a_kind() -> None:
    values: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows():
        values[row["kind"], fold_name(row["word"])].add(row["value"])
    assert not {word: meanings for word, meanings in values.items() if len(meanings) > 1}


def test_no_month_is_of_two_kinds() -> None:
    of_kind = [{fold_name(row["word"]) for row in rows() if row["kind"] == kind} for kind in MONTH_KINDS]
    assert sum(map(len, of_kind)) == len(set().union(*of_kind))


@pytest.mark.parametrize("kind", kinds())
def test_the_grammar_needs_every_kind_of_word(kind: str) -> None:
    without = Calendar(tuple(word for word in load_calendar().words if word.kind != kind))
    with pytest.raises(ReferenceTableError, match=f"'{kind}"):
        _ = Patterns(without), without.triggers, without.counting


def test_loading_keeps_every_row() -> None:
    calendar = load_calendar()
    assert len(calendar.words) == len(rows())


def test_a_table_with_another_header_is_refused(tmp_path: Path) -> None:
    (tmp_path / "calendar.csv").write_text("word,kind\nيوم,unit\n", encoding="utf-8")
    with pytest.raises(ReferenceTableError, match=r"calendar\.csv: the header must be"):
        load_calendar(tmp_path)
