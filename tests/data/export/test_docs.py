"""docs/exports.md names every format, filter and column, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from data.export import FORMATS
from data.export.command import main
from data.export.tables import ARTICLE_COLUMNS, PERIOD_COLUMNS, STATEMENT_COLUMNS, ZONE_COLUMNS, Columns

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "exports.md").read_text(encoding="utf-8")


def first_cells(heading: str) -> list[str]:
    """The names in the first column of the table below a heading, in order."""
    section = re.split(r"^#+ ", PAGE.split(f"# {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("|")][2:]
    return [name.strip(" `") for row in rows for name in row.split(",")]


@pytest.mark.parametrize(
    ("heading", "columns"),
    [
        ("zones", ZONE_COLUMNS), ("periods", PERIOD_COLUMNS), ("statements", STATEMENT_COLUMNS),
        ("articles", ARTICLE_COLUMNS),
    ],
)  # fmt: skip
def test_every_column_is_documented(heading: str, columns: Columns) -> None:
    assert first_cells(heading) == list(columns)


def test_every_format_is_documented() -> None:
    assert first_cells("The formats") == list(FORMATS)
    assert all(f"| {one.file_name} |" in PAGE or f" {one.file_name}," in PAGE or f"{one.file_name} |" in PAGE
               for one in FORMATS.values())  # fmt: skip


def test_every_filter_is_documented(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    options = set(re.findall(r"--[a-z-]+", told)) - {"--help", "--format", "--out", "--store"}
    assert options == {name.split()[0] for name in first_cells("Filters")}
    assert all(name in told for name in FORMATS)
