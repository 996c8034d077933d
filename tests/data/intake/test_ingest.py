"""Ingest: what is new or changed is read, reading twice changes nothing, and one broken article costs only itself."""

from __future__ import annotations

import logging
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from data.intake.ingest import Summary
from data.intake.ingest import ingest as ingest_items
from data.intake.summary import ReadArticle
from data.settings import load_settings
from data.sources.gather import Gatherer
from data.sources.seeds import Fault
from data.store import StoreWriter, open_reader, open_writer
from geo.errors import StoreError
from geo.message import Message
from tests.data.command import run
from tests.data.sample_records import NOON, FakeReader
from tests.reading import reader

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles: two truces, one, and none."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("a", "هدنة ثم هدنة"), ("b", "هدنة"), ("c", "طقس معتدل")):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "hudna.sqlite"


@pytest.fixture
def store(path: Path):
    with open_writer(path) as store:
        yield store


def ingest(folder: Path, store: StoreWriter, reader: FakeReader | None = None) -> Summary:
    with Gatherer(load_settings({})) as gatherer:
        return ingest_items(gatherer.gather(str(folder)), store, reader or FakeReader(), lambda: NOON, whole_folder=True)


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def test_each_article_is_read_and_stored(folder: Path, store: StoreWriter) -> None:
    summary = ingest(folder, store)
    assert [(r.article, r.statements) for r in summary.read] == [("a", 2), ("b", 1), ("c", 0)]
    kept = store.readings()
    assert [(r.article, r.statements, r.unresolved) for r in summary.read] == [
        (r.article, r.statements, r.unresolved) for r in kept
    ]
    assert all(reading.read_at == NOON and reading.seconds >= 0 for reading in kept)
    assert [s.article for s in store.statements()] == ["a", "a", "b"]


def test_the_second_time_changes_nothing_and_reads_nothing(folder: Path, store: StoreWriter, path: Path) -> None:
    (folder / "bad.txt").write_bytes(b"")
    ingest(folder, store)
    before = dump(path)
    reader = FakeReader()
    summary = ingest(folder, store, reader)
    assert (summary.read, summary.unchanged, reader.has_read) == ((), ("a", "b", "c"), [])
    assert dump(path) == before


def test_a_changed_text_or_entry_is_read_again_alone(folder: Path, store: StoreWriter) -> None:
    ingest(folder, store)
    (folder / "b.txt").write_text("لا شيء", encoding="utf-8")
    (folder / "articles.toml").write_text('["c.txt"]\ntitle = "الطقس"\n', encoding="utf-8")
    summary = ingest(folder, store)
    assert ([r.article for r in summary.read], summary.unchanged) == (["b", "c"], ("a",))
    assert [s.article for s in store.statements()] == ["a", "a"]
    changed = store.article("c")
    assert changed and changed.title == "الطقس"


def test_a_new_version_of_the_reader_reads_all_again(folder: Path, store: StoreWriter) -> None:
    ingest(folder, store)
    assert len(ingest(folder, store, FakeReader("reader 2")).read) == 3
    assert {reading.reader for reading in store.readings()} == {"reader 2"}


def test_one_article_that_breaks_the_reader_costs_only_itself(
    folder: Path, store: StoreWriter, caplog: pytest.LogCaptureFixture
) -> None:
    """What was stored of it stays, the fault is one line, and the log has the traceback."""
    ingest(folder, store)
    with caplog.at_level(logging.ERROR):
        summary = ingest(folder, store, FakeReader("reader 2", breaks_on=("a",)))
    assert [r.article for r in summary.read] == ["b", "c"]
    (fault,) = summary.failed
    assert fault == store.faults()[0] and fault.articles == ("a",)
    assert "ValueError: an unforeseen slip" in fault.reason and "\n" not in fault.reason
    assert [s.article for s in store.statements()] == ["a", "a", "b"]
    assert store.readings()[0].reader == "reader 1"
    assert caplog.records[0].exc_info


def test_an_article_that_the_reader_refuses_is_told_in_its_words(folder: Path, store: StoreWriter) -> None:
    (folder / "long.txt").write_text("A truce in Homs holds.\n" * 1_001)
    summary = ingest(folder, store, reader())
    (fault,) = summary.failed
    assert fault.file == "long" and fault.reason.startswith("tells of truces in 1,001 sentences")
    assert "broke" not in fault.reason and len(summary.read) == 3


def test_an_article_that_breaks_the_store_s_rules_costs_only_itself(folder: Path, store: StoreWriter) -> None:
    """Two statements of one id cannot be: nothing of that article is stored, not even its first rows."""

    class Doubling(FakeReader):
        def read(self, article):
            reading = super().read(article)
            return replace(reading, statements=reading.statements * 2)

    summary = ingest(folder, store, Doubling())
    assert [fault.file for fault in summary.failed] == ["a", "b"]
    assert [article.id for article in store.articles()] == ["c"]


def test_a_store_that_fails_ends_the_run_and_keeps_what_was_saved(
    folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.intake.ingest._Keeping.MOST", 1)
    with open_writer(path, wait_s=0.05) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:

        class Locking(FakeReader):
            def read(self, article):
                if article.id == "b":
                    other.execute("BEGIN IMMEDIATE")
                return super().read(article)

        with pytest.raises(StoreError, match="locked"):
            ingest(folder, store, Locking())
        other.execute("ROLLBACK")
        assert [article.id for article in store.articles()] == ["a"]
        assert [r.article for r in ingest(folder, store).read] == ["b", "c"]


def test_an_article_whose_file_is_gone_is_named_and_kept(folder: Path, store: StoreWriter) -> None:
    ingest(folder, store)
    (folder / "a.txt").unlink()
    summary = ingest(folder, store)
    assert summary.gone == ("a",)
    assert any("not in this folder: a" in line for line in summary.lines())
    assert [article.id for article in store.articles()] == ["a", "b", "c"]


def test_how_a_date_is_known_may_be_told_in_a_second_language_later(folder: Path, store: StoreWriter) -> None:
    about = folder / "articles.toml"
    about.write_text('["a.txt"]\npublished = "2018"\npublished_basis = "so"\n', encoding="utf-8")
    ingest(folder, store)
    about.write_text('["a.txt"]\npublished = "2018"\npublished_basis = { en = "so", ar = "هكذا" }\n', encoding="utf-8")
    assert [r.article for r in ingest(folder, store).read] == ["a"]
    kept = store.article("a")
    assert kept and isinstance(kept.published_basis, Message) and kept.published_basis.ar == "هكذا"
    assert not ingest(folder, store).read


def test_faults_that_were_mended_are_forgotten(folder: Path, store: StoreWriter) -> None:
    (folder / "bad.txt").write_bytes(b"")
    assert [fault.file for fault in ingest(folder, store).skipped] == ["bad.txt"]
    (folder / "bad.txt").write_text("هدنة جديدة", encoding="utf-8")
    assert [r.article for r in ingest(folder, store).read] == ["bad"]
    assert store.faults() == ()


def test_the_summary_in_words() -> None:
    reading = ReadArticle(article="a", statements=3, unresolved=1)
    summary = Summary(
        read=(reading, replace(reading, article="b", statements=0)), unchanged=("c",),
        skipped=(Fault(file="x.txt", reason="is empty"),), failed=(), gone=tuple(f"g{n}" for n in range(7)), seconds=0.5,
    )  # fmt: skip
    assert list(summary.lines()) == [
        "2 articles read in 0.5 s (4 articles/s): 3 statements, 2 unresolved names",
        "1 article unchanged since the last reading",
        "not read: x.txt is empty",
        "nothing found about a truce in b",
        "kept in the store, but not in this folder: g0, g1, g2, g3, g4 and 2 more",
    ]


# --- the command -------------------------------------------------------------------------------------------------------


def in_a_process(*arguments: object) -> subprocess.CompletedProcess[str]:
    """The command as a user starts it."""
    command = [sys.executable, "-m", "data", "ingest", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120)


def test_the_command_reads_the_seeds(path: Path) -> None:
    first = in_a_process("seeds", "--store", path)
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith("2 articles read") and str(path) in first.stdout
    assert in_a_process("seeds", "--store", path).stdout.startswith("2 articles unchanged")
    with open_reader(path) as store:
        assert len(store.readings()) == 2


def test_the_command_completes_with_faults(folder: Path, path: Path) -> None:
    (folder / "bad.txt").write_bytes(b"")
    ended = run("ingest", folder, "--store", path)
    assert ended.returncode == 0, ended.stderr
    assert "not read: bad.txt is empty" in ended.stdout


def test_the_command_tells_what_stops_it(folder: Path, path: Path, tmp_path: Path) -> None:
    for arguments, told in (
        ((tmp_path / "nowhere",), "nowhere"),
        ((folder, "--store", folder), "is a folder"),
        ((folder, "--store", folder / "a.txt"), "not a store of Hudna"),
    ):
        ended = run("ingest", *arguments)
        assert ended.returncode == 1
        assert told in ended.stderr and "Traceback" not in ended.stderr


def test_the_command_fails_where_nothing_can_be_read(tmp_path: Path, path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    ended = run("ingest", folder, "--store", path)
    assert ended.returncode == 1 and "there is no article in" in ended.stdout
    (folder / "bad.txt").write_bytes(b"")
    ended = run("ingest", folder, "--store", path)
    assert (ended.returncode, ended.stdout.strip()) == (1, "not read: bad.txt is empty: there is no text to read")
