"""CSV for spreadsheets: read back by the standard library and pandas, and nothing in it is a formula."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.export import export
from data.export.dossier import Dossier, Filter, Selection, select
from data.export.plain import neutral, original
from data.export.tables import (
    ARTICLE_COLUMNS,
    PERIOD_COLUMNS,
    STATEMENT_COLUMNS,
    ZONE_COLUMNS,
    Cell,
    Columns,
    Row,
    article_rows,
    period_rows,
    statement_rows,
    zone_rows,
)
from geo.statement import Modality
from tests.data.export.sample_dossier import FORMULA

TABLES = [
    ("zones.csv", ZONE_COLUMNS, zone_rows),
    ("periods.csv", PERIOD_COLUMNS, period_rows),
    ("statements.csv", STATEMENT_COLUMNS, statement_rows),
    ("articles.csv", ARTICLE_COLUMNS, article_rows),
]
DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")


def tables(selection: Selection) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(export("csv", selection))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def value(cell: str, kind: type) -> Cell:
    """A cell of the file as the record had it."""
    if cell == "":
        return None
    if kind is bool:
        return {"true": True, "false": False}[cell]
    return kind(cell) if kind in (int, float) else original(cell)


@pytest.mark.parametrize(("name", "columns", "rows"), TABLES)
def test_each_table_comes_back(
    selection: Selection, name: str, columns: Columns, rows: Callable[[Selection], list[Row]]
) -> None:
    text = tables(selection)[name].decode("utf-8-sig")
    found = list(csv.DictReader(io.StringIO(text, newline="")))
    expected = rows(selection)
    assert len(found) == len(expected)
    for stored, row in zip(found, expected, strict=True):
        known = {column: None if row[column] == "" else row[column] for column in columns}
        assert {column: value(stored[column], kind) for column, kind in columns.items()} == known
        assert stored["program"] == "Hudna 1+0123456789ab" and "by its publisher" in stored["attribution"]


def test_a_zone_tells_which_statements_contradict_each_other(dossier: Dossier) -> None:
    """The second article denies what the first says."""
    first, *others = dossier.statements
    denial = replace(first, id="s9", article="plain", modality=Modality.DENIED, signed=None, excluded=())
    told = select(replace(dossier, statements=(first, *others, denial)), Filter())
    rows = {row["zone"]: row for row in zone_rows(told)}
    assert {zone: row["contested"] for zone, row in rows.items() if row["contested"]} == {"known-2017@QQ01": "s1; s9"}
    assert rows["known-2017@QQ01"]["agreements"] == "known-2017"


@pytest.mark.parametrize("name", [name for name, _, _ in TABLES])
def test_no_cell_is_a_formula(selection: Selection, name: str) -> None:
    rows = list(csv.reader(io.StringIO(tables(selection)[name].decode("utf-8-sig"), newline="")))
    texts = [cell for row in rows for cell in row if not _is_number(cell)]
    assert not [cell for cell in texts if cell.startswith(DANGEROUS)]
    assert all(len(row) == len(rows[0]) for row in rows)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_the_hostile_title_is_there_and_disarmed(selection: Selection) -> None:
    frame = pandas.read_csv(io.BytesIO(export("csv-articles", selection)), encoding="utf-8-sig")
    assert f"'{FORMULA}" in set(frame["title"])
    assert "'@Agency & {Söhne} 100 % of_it\n#1" in set(frame["publisher"])


def test_the_files_begin_with_a_byte_order_mark_and_end_lines_as_rfc_4180_says(selection: Selection) -> None:
    for format in ("csv-zones", "csv-statements", "csv-articles"):
        content = export(format, selection)
        assert content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\r\n")


def test_the_text_beside_the_tables_says_where_they_come_from(selection: Selection) -> None:
    told = tables(selection)["about.txt"].decode()
    assert "program: Hudna 1+0123456789ab\n" in told and selection.dossier.reference_sha256 in told
    assert "reference table: Quadria <b> (Its office; CC0)" in told and "zones without polygon: 1\n" in told


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text("'=+-@\t\r\n＝a"))
def test_disarming_loses_nothing(text: str) -> None:
    assert original(neutral(text)) == text
    assert not neutral(text).startswith(DANGEROUS)


def test_dates_of_the_tables_are_iso(selection: Selection) -> None:
    for row in zone_rows(selection):
        for column, kind in ZONE_COLUMNS.items():
            if kind is date and row[column]:
                date.fromisoformat(str(row[column]))
