"""The evidence pack: one zip with every format, the texts of the quoted articles, their checksums and a page."""

from __future__ import annotations

import hashlib
import json
import re

from data import export
from data.dossier import Selection
from data.export import spreadsheet
from data.export.about import about
from data.export.archive import zipped
from data.export.page import CHECKSUMS, page

FOLDER = "hudna-evidence"
PAGE = "index.html"
_IN_TABLES = ("csv", "csv-zones", "csv-statements", "csv-articles")  # their tables stand in the pack as files
_LONGEST_NAME = 60


def write(selection: Selection) -> bytes:
    """The zip: all in one folder, the page first, the checksums last."""
    files = {
        one.file_name: one.write(selection) for one in export.FORMATS.values() if one.name not in (*_IN_TABLES, "pack")
    } | spreadsheet.files(selection)  # fmt: skip
    files["about.json"] = (json.dumps(about(selection), ensure_ascii=False, indent=1) + "\n").encode()
    texts = text_paths(selection)
    contents = {
        PAGE: page(selection, texts, sorted(files)),
        **dict(sorted(files.items())),
        **{path: selection.articles[id].text.encode("utf-8", "surrogatepass") for id, path in texts.items()},
    }
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in contents.items())
    return zipped({f"{FOLDER}/{path}": content for path, content in {**contents, CHECKSUMS: sums.encode()}.items()})


def text_paths(selection: Selection) -> dict[str, str]:
    """By id of the articles that a statement quotes, where their texts lie: a number, and the id in letters that are safe in a
    file's name everywhere."""
    quoted = sorted({statement.article for statement in selection.statements})
    return {
        id: f"articles/{number:04d}{_safe(id)}.txt" for number, id in enumerate(quoted, start=1)
    }  # fmt: skip


def _safe(id: str) -> str:
    letters = re.sub(r"[^A-Za-z0-9]+", "-", id).strip("-")[:_LONGEST_NAME]
    return f"-{letters}" if letters else ""
