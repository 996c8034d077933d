"""Reading a folder of articles: the texts as they stand, and what articles.toml says of them. Bad input: test_bad_input.py."""

from __future__ import annotations

import codecs
import json
from pathlib import Path

import pytest

from data.sources.seeds import read_folder
from geo.article import Language
from geo.edtf import Edtf
from geo.message import Message

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT / ".." / "shared"
ARABIC = "بدأت الهدنة في مدينة الرستن، وقال شهود إن الهدوء يسود منذ صباح يوم الأحد.\r\n\r\nهذا نص.\r"


def test_a_text_without_an_entry_is_read_with_all_else_unknown(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(ARABIC.encode())
    (article,), faults = read_folder(tmp_path)
    assert faults == []
    assert (article.id, article.text, article.language) == ("one", ARABIC, Language.ARABIC)
    assert (article.title, article.publisher, article.url, article.published, article.published_basis) == (None,) * 5


def test_an_entry_says_what_is_known(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A truce began.", encoding="utf-8")
    (tmp_path / "two.txt").write_text("A truce ended.", encoding="utf-8")
    (tmp_path / "articles.toml").write_text(
        """
        # a remark
        ["one.txt"]
        title = "Truce [begins]"   # and another
        language = "ar"
        publisher = "An agency"
        url = "https://example.org/1"
        published = "2017-07-19~"
        published_basis = "the dateline"

        ['two.txt']
        published = 2017-07-20
        """,
        encoding="utf-8",
    )
    (one, two), faults = read_folder(tmp_path)
    assert faults == []
    assert (one.title, one.language, one.publisher) == ("Truce [begins]", Language.ARABIC, "An agency")
    assert (one.url, one.published_basis) == ("https://example.org/1", "the dateline")
    assert one.published == Edtf.parse("2017-07-19~")
    assert two.published == Edtf.parse("2017-07-20")
    assert two.language is Language.ENGLISH


@pytest.mark.parametrize(
    "content",
    [
        ARABIC.encode(),
        codecs.BOM_UTF8 + ARABIC.encode(),
        ARABIC.encode("utf-16"),
        codecs.BOM_UTF16_BE + ARABIC.encode("utf-16-be"),
        ARABIC.encode("utf-32"),
        ARABIC.encode("windows-1256"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big-endian", "utf-32", "windows-1256"],
)
def test_each_encoding_gives_the_same_text_to_the_character(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "one.txt").write_bytes(content)
    (article,), faults = read_folder(tmp_path)
    assert faults == []
    assert article.text == ARABIC


def test_english_from_windows_keeps_its_quotation_marks(tmp_path: Path) -> None:
    text = "The “truce” – so called – didn’t hold… " * 3
    (tmp_path / "one.txt").write_bytes(text.encode("windows-1252"))
    (article,), faults = read_folder(tmp_path)
    assert (article.text, faults) == (text, [])


def test_articles_are_sorted_and_hidden_files_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", ".hidden.txt", ".DS_Store"):
        (tmp_path / name).write_text("text", encoding="utf-8")
    articles, faults = read_folder(tmp_path)
    assert [article.id for article in articles] == ["a", "b"]
    assert faults == []


def test_a_name_that_macos_decomposed_finds_its_entry(tmp_path: Path) -> None:
    (tmp_path / "re\u0301sume\u0301.txt").write_text("text", encoding="utf-8")
    (tmp_path / "articles.toml").write_text('["r\u00e9sum\u00e9.txt"]\ntitle = "T"\n', encoding="utf-8")
    (article,), faults = read_folder(tmp_path)
    assert (article.id, article.title, faults) == ("r\u00e9sum\u00e9", "T", [])


def test_the_project_s_own_seeds_are_without_fault() -> None:
    articles, faults = read_folder(ROOT / "seeds")
    assert faults == []
    assert all(article.published and article.published_basis for article in articles)
    assert all(article.text.encode() == (ROOT / "seeds" / f"{article.id}.txt").read_bytes() for article in articles)


def test_the_seeds_carry_the_expected_dates() -> None:
    expected = SHARED / "evaluation" / "seeds_expected.json"
    if not expected.exists():
        pytest.skip("the evaluation folder is not here")
    found = {f"{article.id}.txt": article for article in read_folder(ROOT / "seeds")[0]}
    for row in json.loads(expected.read_text(encoding="utf-8")):
        article = found[row["article"]]
        assert (str(article.published), article.language.value) == (row["published"], row["lang"])
        assert (ROOT / "seeds" / row["article"]).read_bytes() == (SHARED / "seeds" / row["article"]).read_bytes()


def test_how_a_date_is_known_may_be_told_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("نص", encoding="utf-8")
    entry = '["one.txt"]\npublished = "2018"\npublished_basis = { en = "As its name says", ar = "كما يقول اسمه" }\n'
    (tmp_path / "articles.toml").write_text(entry, encoding="utf-8")
    [article], faults = read_folder(tmp_path)
    assert not faults
    assert article.published_basis == "As its name says"
    assert isinstance(article.published_basis, Message) and article.published_basis.ar == "كما يقول اسمه"


@pytest.mark.parametrize(
    "written", ['{ en = "one" }', '{ en = "one", ar = 2 }', '{ en = "", ar = "" }', '{ en = "a", ar = "b", fr = "c" }']
)
def test_half_of_both_languages_is_a_fault(tmp_path: Path, written: str) -> None:
    (tmp_path / "one.txt").write_text("text", encoding="utf-8")
    (tmp_path / "articles.toml").write_text(f'["one.txt"]\npublished_basis = {written}\n', encoding="utf-8")
    [article], [fault] = read_folder(tmp_path)
    assert article.published_basis is None
    assert fault.reason == 'line 2: published_basis takes one sentence in quotes, or two: { en = "…", ar = "…" }'
