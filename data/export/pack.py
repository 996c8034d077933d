"""The evidence pack: one zip with every format, the texts of the quoted articles, their checksums and a page."""

from __future__ import annotations

import hashlib
import json
import re

from data import export
from data.export import spreadsheet
from data.export.about import about
from data.export.archive import zipped
from data.export.dossier import Selection
from data.export.page import CHECKSUMS, page
from geo.article import Article

FOLDER = "hudna-evidence"
PAGE = "index.html"
_IN_TABLES = ("csv", "csv-zones", "csv-statements", "csv-articles")  # their tables stand in the pack as files
_LONGEST_NAME = 60
_MARK_LENGTH = 12


def write(selection: Selection) -> bytes:
    """The zip: all in one folder, the page first, the checksums last."""
    files = {
        one.file_name: one.write(selection) for one in export.FORMATS.values() if one.name not in (*_IN_TABLES, "pack")
    } | spreadsheet.files(selection)  # fmt: skip
    files["about.json"] = (json.dumps(about(selection), ensure_ascii=False, indent=1) + "\n").encode()
    texts = quoted_texts(selection)
    contents = {
        PAGE: page(selection, texts, sorted(files)),
        **dict(sorted(files.items())),
        **{path: article.text.encode("utf-8", "surrogatepass") for path, article in texts.items()},
    }
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in contents.items())
    return zipped({f"{FOLDER}/{path}": content for path, content in {**contents, CHECKSUMS: sums.encode()}.items()})


def quoted_texts(selection: Selection) -> dict[str, Article]:
    """The articles that a statement quotes by where their texts lie: a number, and the id in letters that are safe in a file's
    name everywhere. Behind each the other versions of it that are quoted, told apart by the beginning of their checksums."""
    versions: dict[str, dict[str, Article]] = {}
    for statement in sorted(selection.statements, key=lambda statement: statement.article):
        known, said_in = selection.articles[statement.article], selection.dossier.text_of(statement.id, statement.article)
        versions.setdefault(statement.article, {known.sha256: known}).setdefault(said_in.sha256, said_in)
    found: dict[str, Article] = {}
    for number, (id, texts) in enumerate(versions.items(), start=1):
        for sha256, version in texts.items():
            mark = f"-{sha256[:_MARK_LENGTH]}" if version is not selection.articles[id] else ""
            found[f"articles/{number:04d}{_safe(id)}{mark}.txt"] = version
    return found


def _safe(id: str) -> str:
    letters = re.sub(r"[^A-Za-z0-9]+", "-", id).strip("-")[:_LONGEST_NAME]
    return f"-{letters}" if letters else ""
