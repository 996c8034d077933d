"""BibTeX and RIS, read back with bibtexparser and rispy: as many references as articles, whatever stands in their titles."""

from __future__ import annotations

import re
from dataclasses import replace

import bibtexparser
import pytest
import rispy

from data.export import export
from data.export.dossier import Dossier, Filter, Selection, select
from data.export.plain import one_line, web_address
from geo.article import Article
from geo.edtf import Edtf
from tests.data.export.sample_dossier import RECORDS

TITLES = ["{", "}}", "a}{b", "\\end{document}", "50 % & more_of #1 ~ ^ $x$", RECORDS, '@comment{x, "}', "x,\ny = {z}", "‮ا‬"]


TEX = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^", "textasciitilde": "~"}


def printed(tex: str) -> str:
    """What TeX prints: commands in groups of their own, escaped signs, and groups that only keep letters as they are."""
    tokens = re.findall(r"\{\\(text[a-z]+)\}|\\([$&#%_])|([{}])|(.)", tex)
    return "".join(TEX[command] if command else sign or other for command, sign, _, other in tokens)


def entries(content: bytes) -> list[dict[str, str]]:
    """The entries of a BibTeX file; texts as TeX prints them, other fields as they are."""
    library = bibtexparser.parse_string(content.decode())
    assert not library.failed_blocks
    texts = ("title", "author", "publisher", "note")
    return [
        {"key": entry.key, "type": entry.entry_type}
        | {field.key: printed(field.value) if field.key in texts else field.value for field in entry.fields}
        for entry in library.entries
    ]


def with_titles(dossier: Dossier, titles: list[str]) -> Selection:
    """The dossier with an article for each title."""
    plain = dossier.articles["plain"]
    found = {str(n): replace(plain, id=str(n), title=title, publisher=title) for n, title in enumerate(titles)}
    return select(replace(dossier, articles=found, statements=(), readings={}))


def test_bibtex_is_read_back(selection: Selection) -> None:
    found = entries(export("bibtex", selection))
    for entry, article in zip(found, selection.articles.values(), strict=True):
        assert entry["type"] == "misc" and entry["title"] == one_line(article.headline)
        assert entry.get("author", "") == entry.get("publisher", "") == one_line(article.publisher or "")
        assert entry.get("date") == (article.published.text if article.published else None)
        assert entry.get("url") == web_address(article.url)
        assert article.sha256 in entry["note"]
    harm = next(entry for entry in found if entry["key"] == "harm")
    assert (harm["year"], harm["month"], harm["langid"]) == ("2017", "7", "arabic")
    assert "printed\ufffd below" in harm["note"] and "2017-07-10~" in harm["note"]


def test_ris_is_read_back(selection: Selection) -> None:
    found = rispy.loads(export("ris", selection).decode())
    for record, article in zip(found, selection.articles.values(), strict=True):
        assert record["type_of_reference"] == "NEWS" and record["title"] == one_line(article.headline)
        assert record.get("publisher") == (one_line(article.publisher) if article.publisher else None)
        assert record["language"] == article.language
        assert record.get("urls") == ([address] if (address := web_address(article.url)) else None)
        assert any(article.sha256 in note for note in record["notes"])
        assert any(selection.dossier.reference_sha256 in note and "by its publisher" in note for note in record["notes"])
    assert [record.get("date") for record in found] == ["2017/07/10/", None, "2018///"]
    assert [record.get("year") for record in found] == ["2017", None, "2018"]


@pytest.mark.parametrize("format", ["bibtex", "ris"])
def test_no_title_begins_or_ends_a_record(dossier: Dossier, format: str) -> None:
    content = export(format, with_titles(dossier, TITLES))
    found = entries(content) if format == "bibtex" else rispy.loads(content.decode())
    assert len(found) == len(TITLES)
    if format == "ris":
        assert [record["title"] for record in found] == [one_line(title) for title in TITLES]
    else:
        depth = 0
        for sign in content.decode():
            depth += {"{": 1, "}": -1}.get(sign, 0)
            assert depth >= 0
        assert depth == 0


def test_titles_come_back_from_tex(dossier: Dossier) -> None:
    texts = [*TITLES, "50 % & more_of #1 ~ ^ $x$", "\\end{document}", "a}{b", "Söhne & هدنة"]
    found = entries(export("bibtex", with_titles(dossier, texts)))
    assert [entry["publisher"] for entry in found] == [entry["title"] for entry in found] == list(map(one_line, texts))


def test_comments_hold_no_entry(dossier: Dossier) -> None:
    chosen = select(dossier, Filter(zones=("known-2017@QQ01",)))
    content = export("bibtex", chosen).decode()
    head = content.split("\n@misc", 1)[0]
    assert "% program: Hudna 1+0123456789ab" in head and chosen.dossier.reference_sha256 in head
    assert "by its publisher" in head and not {"@", "{", "}"} & set(head)


def test_keys_are_different_whatever_the_ids(dossier: Dossier) -> None:
    plain = dossier.articles["plain"]
    ids = ["هدنة", "هـدنة", "a b", "a.b", "a-b"]
    texts = {id: Article(id=id, text=f"{plain.text} {n}", language=plain.language) for n, id in enumerate(ids)}
    keys = [entry["key"] for entry in entries(export("bibtex", select(replace(dossier, articles=texts, statements=()))))]
    assert len(set(keys)) == len(ids) and all(key.isascii() for key in keys)


@pytest.mark.parametrize(
    ("published", "date", "year", "month"),
    [
        ("2017", "2017", "2017", None), ("2017-07", "2017-07", "2017", "7"), ("2017-07-09~", "2017-07-09~", "2017", "7"),
        ("2017-12-31/2018-01-01", "2017-12-31/2018-01-01", None, None), ("[2017-07-08,2017-07-09]", None, "2017", "7"),
        ("2017/..", None, None, None),
    ],
)  # fmt: skip
def test_dates_are_as_vague_as_they_are(
    dossier: Dossier, published: str, date: str | None, year: str | None, month: str | None
) -> None:
    article = replace(dossier.articles["plain"], published=Edtf.parse(published))
    (entry,) = entries(export("bibtex", select(replace(dossier, articles={"plain": article}, statements=()))))
    assert (entry.get("date"), entry.get("year"), entry.get("month")) == (date, year, month)
