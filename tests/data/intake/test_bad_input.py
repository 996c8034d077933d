"""Bad input in the articles' folder: each gives one line that names the file and the reason, and the rest is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from data.intake.ingest import Summary
from data.intake.ingest import ingest as ingest_items
from data.settings import load_settings
from data.sources.gather import Gatherer
from data.sources.seeds import Fault, read_folder
from data.store import open_writer
from geo.errors import ArticleError
from tests.data.sample_records import NOON, FakeReader

ARABIC = "بدأت الهدنة في مدينة الرستن، وقال شهود إن الهدوء يسود منذ صباح يوم الأحد وأن الأهالي عادوا إلى بيوتهم هناك.\n"
GOOD = "a truce holds"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good article in it, which whatever else is wrong must not harm."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


def only_fault(folder: Path, max_bytes: int = 2_000_000) -> Fault:
    articles, faults = read_folder(folder, max_bytes=max_bytes)
    assert [article.text for article in articles] == [GOOD]
    (fault,) = faults
    assert "\n" not in fault.file + fault.reason
    return fault


# --- files -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t\xc2\xa0\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"a truce\0 holds", "holds NUL"),
        (ARABIC.encode("utf-16-le"), "holds NUL"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0" + bytes(range(256)), "is not a text"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "is not a text"),
        (bytes(range(1, 256)) * 20, "is not a text"),
        (ARABIC.encode()[:50] + b"\xff" + ARABIC.encode()[50:], "is not a text in UTF-8 (at byte 50)"),
        (ARABIC.encode().rstrip()[:-2], "is not a text in UTF-8"),  # within the last letter
        ("هدنة في درعا".encode() + b"\xd9", "is not a text in UTF-8"),  # none of its bytes is a Latin letter in windows-1256
        (ARABIC.encode("iso-8859-6"), "save it as UTF-8"),
        ("Le cessez-le-feu a été prolongé à Genève.".encode("latin-1"), "save it as UTF-8"),
        ("Die Waffenruhe hält, sagte Präsident Müller.".encode("latin-1"), "save it as UTF-8"),
        (b"\xff\xfea", "is not a text in UTF-16"),
        (b"x" * 10_000_000, "10,000,000 bytes"),
    ],
    ids=["empty", "blank", "only a mark", "NUL", "UTF-16 without mark", "picture", "PDF", "every byte", "damaged UTF-8",
         "cut UTF-8", "cut short UTF-8", "ISO 8859-6", "French Latin-1", "German Latin-1", "odd UTF-16", "10 MB"],
)  # fmt: skip
def test_a_file_that_is_no_article(folder: Path, content: bytes, reason: str) -> None:
    (folder / "bad.txt").write_bytes(content)
    fault = only_fault(folder)
    assert fault.file == "bad.txt" and fault.articles == ("bad",)
    assert reason in fault.reason


def test_the_limit_is_a_setting_and_is_named(folder: Path) -> None:
    (folder / "bad.txt").write_text("x" * 101, encoding="utf-8")
    assert "100 that HUDNA_MAX_ARTICLE_BYTES allows" in only_fault(folder, max_bytes=100).reason
    (folder / "bad.txt").write_text("x" * 100, encoding="utf-8")
    assert read_folder(folder, max_bytes=100)[1] == []


def test_what_is_not_a_text_file_is_told(folder: Path) -> None:
    (folder / "bad.docx").write_bytes(b"PK")
    assert only_fault(folder).reason == "is not a .txt file: only those are read"


def test_a_folder_named_like_an_article(folder: Path) -> None:
    (folder / "bad.txt").mkdir()
    assert "is a folder" in only_fault(folder).reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "bad.txt")
    assert "not a regular file" in only_fault(folder).reason


def test_links_do_not_lead_out_of_the_folder(folder: Path) -> None:
    secret = folder.parent / "secret.txt"
    secret.write_text("not for the page", encoding="utf-8")
    (folder / "bad.txt").symlink_to(secret)
    assert "link out of the folder" in only_fault(folder).reason


@pytest.mark.parametrize("target", ["nowhere.txt", "bad.txt"], ids=["broken", "circle"])
def test_a_link_to_nothing(folder: Path, target: str) -> None:
    (folder / "bad.txt").symlink_to(folder / target)
    assert "cannot be opened" in only_fault(folder).reason


def test_a_link_within_the_folder_is_an_article(folder: Path) -> None:
    (folder / "same.txt").symlink_to(folder / "good.txt")
    articles, faults = read_folder(folder)
    assert ([article.id for article in articles], faults) == (["good", "same"], [])


def test_a_file_that_may_not_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's refusal is played: these tests may run as a user to whom nothing is refused."""
    (folder / "bad.txt").write_text("text", encoding="utf-8")
    real = Path.open

    def refusing(path: Path, *arguments, **named):
        if path.name == "bad.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *arguments, **named)

    monkeypatch.setattr(Path, "open", refusing)
    assert only_fault(folder).reason == "cannot be opened (Permission denied)"


def test_a_name_that_breaks_the_line_or_hides_is_escaped(folder: Path) -> None:
    (folder / "ba\nd\u202e.txt").write_bytes(b"")
    assert only_fault(folder).file == "ba\\nd\\u202e.txt"


def test_a_name_that_is_not_utf8(folder: Path) -> None:
    try:
        (folder / os.fsdecode(b"ba\xe9d.txt")).write_text("text", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    fault = only_fault(folder)
    assert "rename the file" in fault.reason
    fault.file.encode()


def test_two_files_of_one_article(folder: Path) -> None:
    (folder / "bad.TXT").write_text("text", encoding="utf-8")
    (folder / "bad.txt").write_text("text", encoding="utf-8")
    if len(list(folder.iterdir())) == 2:
        pytest.skip("this file system does not tell capitals apart")
    articles, (fault,) = read_folder(folder)
    assert [article.id for article in articles] == ["bad", "good"]
    assert (fault.file, "bad.TXT" in fault.reason) == ("bad.txt", True)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="nowhere"):
        read_folder(tmp_path / "nowhere")


# --- articles.toml -----------------------------------------------------------------------------------------------------

RIGHT = '["good.txt"]\ntitle = "Kept"\n\n'


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ('["other.txt"]\npublised = "2017"', "line 5: unknown key 'publised': did you mean 'published'?"),
        ('["other.txt"]\nweather = "fine"', "line 5: unknown key 'weather': the keys are title"),
        ('["other.txt"]\ntitle = "T"\npublished = "19 July"', "line 6: "),
        ('["other.txt"]\npublished = "2017-02-30"', "2017-02-30"),
        ('["other.txt"]\npublished = 2017', "line 5: published must be in quotes; got 2017"),
        ('["other.txt"]\nlanguage = "fr"', "line 5: language must be one of ar, en; got 'fr'"),
        ('["other.txt"]\nurl = "javascript:alert(1)"', "line 5: url must begin with https://"),
        ('["other.txt"]\ntitle = ""', "line 5: title is empty"),
        ('["other.txt"]\ntitle = ["a"]', "line 5: title must be in quotes"),
        ('["other.txt"]\ntitle = "never closed', "line 5: this is not TOML"),
        ('["other.txt"\ntitle = "T"', "line 4: this is not TOML"),
        ('["other.txt"]\ntitle "T"', "line 5: this is not TOML"),
        ('["other.txt"]\ntitle = "a"\ntitle = "b"', "line 6: this is not TOML"),
        ('[other.txt]\ntitle = "T"', "line 4: put the file's name in quotes"),
        ('["good.txt"]\ntitle = "again"', "line 4: a second table for 'good.txt'"),
        ('["gone.txt"]\ntitle = "T"', "line 4: there is no file 'gone.txt'"),
    ],
)
def test_a_slip_in_the_entries_is_told_with_its_line_and_costs_no_other(folder: Path, lines: str, reason: str) -> None:
    (folder / "other.txt").write_text("other", encoding="utf-8")
    (folder / "articles.toml").write_text(RIGHT + lines + "\n", encoding="utf-8")
    (good, other), (fault,) = read_folder(folder)
    assert (good.title, other.text, other.published) == ("Kept", "other", None)
    assert fault.file == "articles.toml" and reason in fault.reason
    assert "\n" not in fault.reason


def test_a_slip_at_the_end_of_the_file_does_not_cost_the_entry_before(folder: Path) -> None:
    (folder / "articles.toml").write_text(RIGHT + "[", encoding="utf-8")
    (good,), (fault,) = read_folder(folder)
    assert good.title == "Kept" and fault.articles == ()


def test_keys_above_the_first_table(folder: Path) -> None:
    (folder / "articles.toml").write_text('title = "T"\n' + RIGHT, encoding="utf-8")
    (good,), (fault,) = read_folder(folder)
    assert good.title == "Kept" and "line 1: 'title' stands outside of a table" in fault.reason


def test_what_is_right_in_an_entry_is_kept(folder: Path) -> None:
    (folder / "articles.toml").write_text(RIGHT + 'published = "soon"\npublisher = "P"\n', encoding="utf-8")
    (good,), (fault,) = read_folder(folder)
    assert (good.title, good.publisher, good.published) == ("Kept", "P", None)
    assert fault.articles == ("good",)


@pytest.mark.parametrize("content", [RIGHT.encode("utf-16"), b'["good.txt"]\ntitle = "\xe9"\n'])
def test_entries_that_are_not_utf8(folder: Path, content: bytes) -> None:
    (folder / "articles.toml").write_bytes(content)
    fault = only_fault(folder)
    assert (fault.file, fault.articles) == ("articles.toml", ("good",)) and "save it as UTF-8" in fault.reason


def test_entries_that_may_not_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor looked at, as in a folder that may be listed and not entered."""
    (folder / "articles.toml").write_text(RIGHT, encoding="utf-8")
    real = Path.stat

    def refusing(path: Path, **named):
        if path.name == "articles.toml":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, **named)

    monkeypatch.setattr(Path, "stat", refusing)
    fault = only_fault(folder)
    assert (fault.file, fault.reason) == ("articles.toml", "cannot be opened (Permission denied)")
    assert fault.articles == ("good",)


def test_entries_from_windows_are_read(folder: Path) -> None:
    (folder / "articles.toml").write_bytes(b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").rstrip("\n").encode())
    (good,), faults = read_folder(folder)
    assert (good.title, faults) == ("Kept", [])


def test_an_entry_of_a_file_that_has_a_fault_of_its_own_is_no_second_fault(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"")
    (folder / "articles.toml").write_text('["bad.txt"]\ntitle = "T"\n', encoding="utf-8")
    assert only_fault(folder).file == "bad.txt"


# --- and the store loses nothing ---------------------------------------------------------------------------------------


def ingest(folder: Path) -> Summary:
    with open_writer(folder.parent / "store.sqlite") as store, Gatherer(load_settings({})) as gatherer:
        return ingest_items(gatherer.gather(str(folder)), store, FakeReader(), lambda: NOON, whole_folder=True)


@pytest.mark.parametrize(
    "damage", [b"", b"\0", b"x" * 10_000_000, bytes(range(1, 256))], ids=["empty", "NUL", "10 MB", "bytes"]
)
def test_an_article_whose_file_went_bad_stays_as_it_was_stored(folder: Path, damage: bytes) -> None:
    file = folder / "truce.txt"
    file.write_text("هدنة في الرستن", encoding="utf-8")
    ingest(folder)
    file.write_bytes(damage)
    summary = ingest(folder)
    assert (summary.unchanged, summary.gone) == (("good",), ())
    with open_writer(folder.parent / "store.sqlite") as store:
        kept = store.article("truce")
        assert kept and kept.text == "هدنة في الرستن"
        assert len(store.statements("truce")) == 1
        assert [fault.file for fault in store.faults()] == ["truce.txt"]


def test_a_name_that_is_not_utf8_costs_no_other_article_of_a_run(folder: Path) -> None:
    """Its id can stand in no database, also where a fault of the entries names all that it is about."""
    try:
        (folder / os.fsdecode(b"ba\xe9d.txt")).write_text("text", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    (folder / "articles.toml").write_bytes(b"\xe9")
    assert [read.article for read in ingest(folder).read] == ["good"]
    assert ingest(folder).unchanged == ("good",)
    with open_writer(folder.parent / "store.sqlite") as store:
        entries, name = store.faults()
    assert (entries.file, entries.articles, name.articles) == ("articles.toml", ("good",), ())
    assert "has a name that is not UTF-8" in name.reason


@pytest.mark.parametrize(
    "slip",
    [
        '["good.txt"]\ntitle = "never closed\npublished = "2017"\n',
        '["good.txt]\npublished = "2017"\n',
        '["good.txt"]\npublished = "x"\n',
        "\xe9",
    ],
    ids=["broken", "broken name", "wrong date", "not UTF-8"],
)
def test_a_slip_in_the_entries_does_not_unlearn_a_date(folder: Path, slip: str) -> None:
    (folder / "articles.toml").write_text('["good.txt"]\npublished = "2017"\n', encoding="utf-8")
    ingest(folder)
    (folder / "articles.toml").write_text(slip, encoding="latin-1")
    summary = ingest(folder)
    assert (summary.read, summary.unchanged) == ((), ("good",))
    with open_writer(folder.parent / "store.sqlite") as store:
        assert str(store.articles()[0].published) == "2017"
        assert len(store.faults()) == 1
