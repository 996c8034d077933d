"""CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, and no cell that a spreadsheet would take for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from data.export.about import about_columns, about_lines
from data.export.archive import zipped
from data.export.dossier import Selection
from data.export.plain import neutral
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

# Excel takes CSV without it for the local 8-bit code, and shows Arabic as noise
BYTE_ORDER_MARK = "\ufeff"


def write(selection: Selection) -> bytes:
    """A zip of the tables, with a text beside them that says where they come from."""
    return zipped(files(selection))


def files(selection: Selection) -> dict[str, bytes]:
    """The tables and the text beside them, by file name."""
    return {
        "zones.csv": write_zones(selection),
        "periods.csv": _table(selection, PERIOD_COLUMNS, period_rows(selection)),
        "statements.csv": write_statements(selection),
        "articles.csv": write_articles(selection),
        "about.txt": "".join(f"{line}\n" for line in about_lines(selection)).encode(),
    }


def write_zones(selection: Selection) -> bytes:
    """The table of zones. Shapes are not in it: a spreadsheet cuts cells at 32,767 characters."""
    return _table(selection, ZONE_COLUMNS, zone_rows(selection))


def write_statements(selection: Selection) -> bytes:
    """The table of statements."""
    return _table(selection, STATEMENT_COLUMNS, statement_rows(selection))


def write_articles(selection: Selection) -> bytes:
    """The table of articles, without their texts."""
    return _table(selection, ARTICLE_COLUMNS, article_rows(selection))


def _table(selection: Selection, columns: Columns, rows: Iterable[Row]) -> bytes:
    about = about_columns(selection)
    cells = [[*(row[column] for column in columns), *about.values()] for row in rows]
    return (BYTE_ORDER_MARK + table([*columns, *about], cells)).encode()


def dataset_table(selection: Selection, columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """A table in the columns of another dataset, with ours behind them; no byte order mark, for the programs that read such
    tables take it for a part of the first column's name. A column that a row lacks is empty."""
    about = about_columns(selection)
    cells = [[*(row.get(column) for column in columns), *about.values()] for row in rows]
    return table([*columns, *(f"hudna_{name}" for name in about)], cells).encode()


def table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The text of a CSV table (RFC 4180). Numbers stay numbers, true and false are words, what is unknown is empty."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([[written(cell) for cell in row] for row in rows])
    return text.getvalue()


def written(cell: Cell) -> str:
    """A cell as it stands in the table; only text can be taken for a formula."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return neutral(cell) if isinstance(cell, str) else str(cell)
