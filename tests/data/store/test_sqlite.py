"""The store in a file: how it is made and upgraded, and that what goes wrong is told in a sentence."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

from data.store import StoreReader, StoreWriter, home_of, open_reader, open_writer
from data.store.migrations import FIRST_VERSION, MIGRATIONS, Migration, check, migrate, newest_version
from data.store.rows import resolution_row
from data.store.sqlite import APPLICATION_ID
from geo.article import Article
from geo.errors import StoreError
from geo.toponym.resolution import Candidate
from tests.data.sample_records import NOON, article, is_read, reading_of

# reasons were sentences in the first release
OLD_CANDIDATES = '[["sy/rastan", 4, ["a preposition stands before it"]], ["sy/other", 1, []]]'
_MENTION = resolution_row(reading_of(article()).resolutions[0])
DETAILS = _MENTION["details"]
FIRST_TABLES = (Path(__file__).with_name("first_store.sql")).read_text(encoding="utf-8")


@pytest.fixture
def store(path: Path):
    with open_writer(path) as store:
        yield store


def save(store: StoreWriter, article: Article, statements: int = 1) -> None:
    store.save(article, reading_of(article, statements=statements), read_at=NOON, seconds=0.25)


def dump(path: Path) -> list[str]:
    """Every table of the file, as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def test_a_reader_sees_a_store_that_was_deleted_and_made_anew(path: Path) -> None:
    with open_writer(path) as store:
        save(store, article("old"))
    with open_reader(path) as reader:
        assert [a.id for a in reader.articles()] == ["old"]
        path.unlink()
        with pytest.raises(StoreError, match="cannot be opened"):
            reader.generation()
        with open_writer(path) as store:
            save(store, article("new"))
        assert [a.id for a in reader.articles()] == ["new"]


# --- the file -----------------------------------------------------------------------------------------------------------


def first_store(path: Path) -> None:
    """A store as the first release left it, with one article that was read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FIRST_TABLES)
        for table, row in (
            ("state", ("store", 7)),
            ("article", ("a", article().sha256, article().text, "ar", None, None, None, None, None)),
            ("reading", ("a", article().sha256, "reader 0", NOON.isoformat(), 0.5, 1, 0, 0, 0, 0)),
            ("mention", ("a", 0, 0, 4, "sy/rastan", "literal", "context", OLD_CANDIDATES, json.dumps(DETAILS))),
        ):
            connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {FIRST_VERSION}")
        connection.commit()


def test_the_migrations_make_the_tables_that_the_program_knows(path: Path, tmp_path: Path) -> None:
    """Columns, types, keys and indexes of the migrated file and of tables.py, as the database itself describes them."""
    first_store(path)
    open_writer(path).close()
    declared_path = tmp_path / "declared.sqlite"
    open_writer(declared_path).close()

    def described(file: Path) -> dict[str, list[object]]:
        with closing(sqlite3.connect(file)) as connection:
            tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {
                table: [
                    sorted(row[first:] for row in connection.execute(f"PRAGMA {about}({table})"))
                    # the number of an index only says when it was made
                    for about, first in (("table_info", 0), ("foreign_key_list", 0), ("index_list", 1))
                ]
                for table in tables
            }

    assert described(path) == described(declared_path)


def test_the_names_of_the_migrations_differ() -> None:
    names = [migration.name for migration in MIGRATIONS]
    assert len(set(names)) == len(names)


def test_the_file_is_marked_and_in_wal_mode(store: StoreWriter, path: Path) -> None:
    header = home_of(path).header()
    assert (header.ours, header.version, header.empty) == (True, newest_version(), False)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def _next_version(connection) -> None:
    connection.exec_driver_sql("ALTER TABLE article ADD COLUMN section TEXT")


NEXT = (*MIGRATIONS, Migration(name="sections", apply=_next_version))


def test_an_older_file_is_copied_and_upgraded_once(path: Path) -> None:
    first_store(path)
    before = dump(path)
    for _ in range(2):
        with open_writer(path) as store:
            assert store.article("a") == article()
            assert is_read(store, article(), "reader 0")
            assert store.generation() == "store-7"
    assert home_of(path).header().version == newest_version()
    copies = [p for p in path.parent.iterdir() if ".before-version-" in p.name]
    assert [p.name for p in copies] == [f"{path.name}.before-version-{FIRST_VERSION + 1}"]
    assert dump(copies[0]) == before


def test_reasons_that_were_sentences_are_forgotten_and_their_candidates_stay(path: Path) -> None:
    first_store(path)
    with open_writer(path) as store:
        (found,) = store.resolutions("a")
    forgotten = tuple(Candidate(place=place, evidence=n, reasons=()) for place, n in (("sy/rastan", 4), ("sy/other", 1)))
    assert found.candidates == forgotten


def test_an_article_of_an_older_store_is_its_first_version(path: Path) -> None:
    """It has been known since it was read; its copies are looked for when it is read again."""
    first_store(path)
    changed = article(text=f"{article().text}\nوأضافوا أن الهدنة مستمرة.")
    with open_writer(path) as store:
        save(store, article())
        save(store, changed)
        (former,) = store.versions("a")
        assert (former.number, former.since, former.article) == (1, NOON, article())
        assert [reading.reader for reading in store.readings_of("a")[:-1]] == ["reader 0", "reader 1"]


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    with open_writer(path) as store:
        save(store, article())
    before = dump(path)

    def breaks(connection) -> None:
        _next_version(connection)
        raise RuntimeError("half-way")

    home = home_of(path)
    for _ in range(2):
        with pytest.raises(RuntimeError, match="half-way"):
            migrate(home, home.header(), (*MIGRATIONS, Migration(name="breaks", apply=breaks)))
    assert dump(path) == before
    assert len([p for p in path.parent.iterdir() if ".before-version-" in p.name]) == 2, "a copy was written over"


def test_a_newer_file_is_refused_and_left_alone(path: Path) -> None:
    open_writer(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {newest_version() + 1}")
    before = path.read_bytes()
    for opens in (open_writer, open_reader):
        with pytest.raises(StoreError, match="newer Hudna"):
            opens(path)
    assert path.read_bytes() == before


def test_a_reader_does_not_upgrade(path: Path) -> None:
    open_writer(path).close()
    with pytest.raises(StoreError, match="older Hudna"):
        check(home_of(path), home_of(path).header(), to_read=True, migrations=NEXT)


def test_a_file_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    foreign = tmp_path / "books.sqlite"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE book (title TEXT)")
    text = tmp_path / "notes.txt"
    text.write_text("these are no tables, but some lines of text that must not be lost\n" * 20, encoding="utf-8")
    for path in (foreign, text):
        before = path.read_bytes()
        for opens in (open_writer, open_reader):
            with pytest.raises(StoreError, match="not a store of Hudna"):
                opens(path)
        assert path.read_bytes() == before


def test_a_missing_store_says_how_to_make_one_and_is_not_made(path: Path) -> None:
    with pytest.raises(StoreError, match="python -m data ingest seeds"):
        open_reader(path)
    assert not path.parent.exists()


def test_a_file_without_tables_is_no_store_yet(path: Path) -> None:
    """That is what a writer leaves that was ended before it made them."""
    path.parent.mkdir()
    path.touch()
    with pytest.raises(StoreError, match=r"there is no store at .* yet"):
        open_reader(path)
    with open_writer(path) as store:
        save(store, article())
    with open_reader(path) as reader:
        assert reader.ids() == ("a",)


@pytest.mark.parametrize("opens", [open_reader, open_writer])
def test_a_file_whose_maker_was_killed_is_opened_as_it_was_before(path: Path, opens: Callable[[Path], StoreReader]) -> None:
    """Until a new file is in WAL mode a kill leaves a journal that only who may write can roll back."""
    with open_writer(path) as store:
        save(store, article())
    program = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = DELETE")
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN")
connection.execute("UPDATE article SET text = ''")
connection.executemany("INSERT INTO repeat VALUES (?, '')", ((f"{n}" * 9,) for n in range(9999)))
os.kill(os.getpid(), signal.SIGKILL)
"""
    ended = subprocess.run([sys.executable, "-c", program, path], timeout=60)
    assert ended.returncode == -signal.SIGKILL
    assert path.with_name(f"{path.name}-journal").stat().st_size
    with opens(path) as store:
        assert store.articles() == (article(),)
        assert store.repeats() == ()


def test_a_locked_store_is_waited_for_and_then_told(path: Path) -> None:
    with open_writer(path, wait_s=0.05) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked: another program is writing"):
            save(store, article())
        assert store.articles() == ()  # reading goes on all the while
        other.execute("ROLLBACK")
        save(store, article())
        assert len(store.articles()) == 1


@pytest.mark.parametrize("lock", ["BEGIN", "BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_another_program_that_is_making_the_store_is_waited_for(path: Path, lock: str) -> None:
    """Two ingests at once: neither is told that it is locked because the other is in the middle."""
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute(lock)
        other.execute("SELECT * FROM sqlite_master").fetchall()
        ended = Timer(0.3, other.rollback)
        ended.start()
        with open_writer(path, wait_s=30) as store:
            save(store, article("one"))
        ended.join()
    with open_reader(path) as reader:
        assert [a.id for a in reader.articles()] == ["one"]


def test_what_a_file_says_of_itself_is_of_one_state(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store is made between two of the questions that are asked of its file: then it is not there yet."""
    path.parent.mkdir(parents=True)
    plain = sqlite3.connect
    with closing(plain(path)) as maker:
        maker.execute("PRAGMA journal_mode = WAL")

        class Interrupted(sqlite3.Connection):
            def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
                if sql == "PRAGMA user_version":
                    maker.executescript(f"PRAGMA application_id = {APPLICATION_ID}; CREATE TABLE IF NOT EXISTS article (id)")
                return super().execute(sql, *values)

        monkeypatch.setattr(sqlite3, "connect", lambda *given, **named: plain(*given, factory=Interrupted, **named))
        assert home_of(path).header().empty
        assert home_of(path).header().ours


def test_a_full_disk_is_told_and_loses_nothing(store: StoreWriter, path: Path) -> None:
    save(store, article())
    before = dump(path)
    with store._writing.connect() as connection:
        limited = connection.connection.driver_connection
        assert limited
        pages = limited.execute("PRAGMA page_count").fetchone()[0]
        limited.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="disk is full"):
        save(store, article("long", text="هدنة " * 50_000))
    assert dump(path) == before


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be made"):
        open_writer(tmp_path / "file" / "hudna.sqlite")
    with pytest.raises(StoreError, match="is a folder"):
        open_writer(tmp_path)


def test_a_damaged_file_is_told(path: Path) -> None:
    with open_writer(path) as store:
        for n in range(30):
            save(store, article(f"{n}"), statements=9)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"), open_reader(path) as reader:
        reader.statements()
