"""The store: records come back equal, a save is whole or not at all, and what goes wrong is told in a sentence."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from sqlalchemy import create_engine

from data import migrations, rows
from data.dialect import open_engine, read_header
from data.migrations import MIGRATIONS, Migration, check, migrate
from data.seeds import Fault
from data.store import StoreWriter, open_reader, open_writer
from data.tables import METADATA
from geo.agreement import AgreementType
from geo.article import Article
from geo.edtf import Edtf
from geo.errors import StoreError
from geo.pipeline import Reading
from geo.resolution import Candidate
from tests.data.sample_records import NOON, article, articles_with_readings, reading_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a folder" / "مخزن ?#%20.sqlite"


@pytest.fixture
def store(path: Path):
    with open_writer(path) as store:
        yield store


def save(store: StoreWriter, article: Article, reading: Reading | None = None, at: datetime = NOON) -> None:
    store.save(article, reading or reading_of(article), read_at=at, seconds=0.25)


def dump(path: Path) -> list[str]:
    """Every table of the file, as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


# --- what comes back ----------------------------------------------------------------------------------------------------


# no explaining phase: when an example fails it takes minutes and tells nothing more
@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)  # fmt: skip
@given(saved=articles_with_readings())
def test_records_come_back_equal(saved: tuple[Article, Reading]) -> None:
    article, reading = saved
    with TemporaryDirectory() as folder, open_writer(Path(folder) / "store") as store:
        save(store, article, reading)
        assert store.article(article.id) == article
        assert store.articles() == (article,)
        assert store.resolutions(article.id) == reading.resolutions
        assert store.timexes(article.id) == reading.timexes
        assert store.statements(article.id) == store.statements() == reading.statements
        assert store.agreements() == tuple(sorted(reading.agreements, key=lambda agreement: agreement.id))
        assert store.is_read(article, reading.reader)


def test_a_reading_is_kept_with_its_counts(store: StoreWriter) -> None:
    """The time comes back in UTC, whatever zone it was given in."""
    read = article()
    save(store, read, reading_of(read, "reader 7", statements=3), at=NOON.astimezone(timezone(timedelta(hours=3))))
    (kept,) = store.readings()
    assert (kept.article, kept.sha256, kept.reader, kept.seconds) == ("a", read.sha256, "reader 7", 0.25)
    assert kept.read_at == NOON and kept.read_at.tzinfo == UTC
    assert (kept.mentions, kept.unresolved, kept.timexes, kept.statements, kept.agreements) == (2, 1, 2, 3, 1)


def test_nothing_found_is_not_the_same_as_not_read(store: StoreWriter) -> None:
    save(store, article(), Reading(article="a", reader="1", resolutions=(), timexes=(), statements=(), agreements=()))
    (kept,) = store.readings()
    assert (kept.mentions, kept.timexes, kept.statements, kept.agreements) == (0, 0, 0, 0)
    assert store.is_read(article(), "1")
    assert not store.is_read(article("b"), "1")


@pytest.mark.parametrize(
    "other",
    [article(text="نص آخر"), article(title="عنوان"), article(published=Edtf.parse("2017")), article(published_basis="said so")],
    ids=["text", "title", "date", "basis"],
)
def test_a_changed_article_has_not_been_read(store: StoreWriter, other: Article) -> None:
    save(store, article())
    assert store.is_read(article(), "reader 1")
    assert not store.is_read(other, "reader 1")
    assert not store.is_read(article(), "reader 2")


def test_an_unknown_article_has_nothing(store: StoreWriter) -> None:
    assert store.article("nowhere") is None
    assert (store.resolutions("nowhere"), store.timexes("nowhere"), store.statements("nowhere")) == ((), (), ())


def test_all_statements_are_sorted_by_article(store: StoreWriter) -> None:
    for id in ("b", "a"):
        save(store, article(id), reading_of(article(id), statements=2))
    assert [s.id for s in store.statements()] == ["a/0", "a/1", "b/0", "b/1"]
    assert [a.id for a in store.articles()] == [r.article for r in store.readings()] == ["a", "b"]


def test_an_agreement_that_readings_describe_differently_is_as_the_latest_has_it(store: StoreWriter) -> None:
    for id, agreement_type, at in (
        ("b", AgreementType.SAFE_ZONE, NOON + timedelta(days=1)),
        ("c", AgreementType.CEASEFIRE, NOON),
    ):
        reading = reading_of(article(id))
        save(store, article(id), replace(reading, agreements=(replace(reading.agreements[0], type=agreement_type),)), at)
    assert [(a.id, a.type) for a in store.agreements()] == [("x", AgreementType.SAFE_ZONE)]


def test_saving_again_replaces_only_that_article(store: StoreWriter) -> None:
    save(store, article("a"), reading_of(article("a"), statements=3))
    save(store, article("b"))
    changed = article("a", text="نص جديد تماما")
    save(store, changed, reading_of(changed, "reader 2", statements=1))
    assert [s.id for s in store.statements()] == ["a/0", "b/0"]
    assert store.article("a") == changed
    assert [r.reader for r in store.readings()] == ["reader 2", "reader 1"]


def test_saving_the_same_again_leaves_the_same_tables(store: StoreWriter, path: Path) -> None:
    save(store, article())
    before = [line for line in dump(path) if '"state"' not in line]
    save(store, article())
    assert [line for line in dump(path) if '"state"' not in line] == before


def test_nothing_is_left_below_an_article_that_is_replaced(store: StoreWriter, path: Path) -> None:
    """No row of any table may outlive the reading that it belongs to."""
    save(store, article(), reading_of(article(), statements=3))
    save(store, article(), Reading(article="a", reader="1", resolutions=(), timexes=(), statements=(), agreements=()))
    with closing(sqlite3.connect(path)) as connection:
        counts = {t: connection.execute(f'SELECT count(*) FROM "{t}"').fetchone()[0] for t in METADATA.tables}
    assert {table for table, count in counts.items() if count} == {"state", "article", "reading"}


# --- faults and the generation ------------------------------------------------------------------------------------------


def test_faults_are_those_of_the_last_ingest(store: StoreWriter) -> None:
    first = Fault(file="x.txt", reason="is empty", articles=("x",))
    store.replace_faults([first, Fault(file="articles.toml", reason="line 3: …")])
    assert [f.file for f in store.faults()] == ["x.txt", "articles.toml"]
    store.replace_faults([first])
    assert store.faults() == (first,)
    store.replace_faults([])
    assert store.faults() == ()


def test_the_generation_changes_with_every_change_and_with_nothing_else(store: StoreWriter, path: Path) -> None:
    marks = [store.generation()]
    save(store, article())
    marks.append(store.generation())
    store.replace_faults([Fault(file="x", reason="y")])
    marks.append(store.generation())
    assert len(set(marks)) == 3
    store.replace_faults([Fault(file="x", reason="y")])
    store.articles()
    with open_reader(path) as reader:
        assert reader.generation() == store.generation() == marks[-1]


def test_a_store_made_anew_never_shows_an_old_generation(tmp_path: Path) -> None:
    marks = []
    for name in ("one", "two"):
        with open_writer(tmp_path / name) as store:
            marks.append(store.generation())
    assert marks[0] != marks[1]


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


# --- whole or not at all ------------------------------------------------------------------------------------------------


def test_an_error_in_the_middle_of_a_save_changes_nothing(
    store: StoreWriter, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(store, article(), reading_of(article(), statements=2))
    before = dump(path)

    def broken(_: object) -> list[dict[str, object]]:
        raise RuntimeError("in the middle")

    monkeypatch.setattr(rows, "evidence_rows", broken)  # the last rows: by then all others are in the transaction
    with pytest.raises(RuntimeError, match="in the middle"):
        save(store, article(text="نص آخر"))
    with pytest.raises(RuntimeError, match="in the middle"):
        save(store, article("new"))
    assert dump(path) == before


def test_a_kill_in_the_middle_of_a_save_changes_nothing(store: StoreWriter, path: Path) -> None:
    save(store, article(), reading_of(article(), statements=2))
    before = dump(path)
    program = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from data import rows
from data.store import open_writer
from tests.data.sample_records import article, reading_of
rows.evidence_rows = lambda statement: os.kill(os.getpid(), signal.SIGKILL)
store = open_writer(Path(sys.argv[1]))
store.save(article(), reading_of(article(), "reader 2", 5), read_at=datetime.now(UTC), seconds=0)
"""
    ended = subprocess.run([sys.executable, "-c", program, str(path)], cwd=ROOT, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    assert dump(path) == before
    save(store, article("next"))
    assert [r.article for r in store.readings()] == ["a", "next"]


def test_two_processes_read_whole_articles_while_one_writes(store: StoreWriter, path: Path) -> None:
    """The writer swaps an article between 1 and 4 statements; a reader must never see a number between or half a statement."""
    program = """
import sys
from pathlib import Path
from data.store import open_reader
store = open_reader(Path(sys.argv[1]))
print("ready", flush=True)
marks = set()
for _ in sys.stdin:
    marks.add(store.generation())
    statements = store.statements("a")
    assert len(statements) in (1, 4), len(statements)
    assert all(len(s.evidence) == len(s.areas) == 2 for s in statements)
print(len(marks))
"""
    save(store, article())
    start = [sys.executable, "-c", program, str(path)]
    readers = [
        subprocess.Popen(start, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for reader in readers:
        assert reader.stdout and reader.stdout.readline() == "ready\n"
    for turn in range(60):
        for reader in readers:
            assert reader.stdin
            reader.stdin.write("look\n")
            reader.stdin.flush()
        save(store, article(), reading_of(article(), statements=4 if turn % 2 else 1))
    for reader in readers:
        marks, errors = reader.communicate(timeout=60)
        assert reader.returncode == 0, errors
        assert int(marks) > 1, "the reader never saw a change: the test tested nothing"


# --- the file -----------------------------------------------------------------------------------------------------------


def test_the_migrations_make_the_tables_that_the_program_knows(store: StoreWriter, path: Path, tmp_path: Path) -> None:
    """Columns, types, keys and indexes of the migrated file and of tables.py, as the database itself describes them."""
    declared_path = tmp_path / "declared.sqlite"
    declared = create_engine(f"sqlite:///{declared_path}")
    METADATA.create_all(declared)
    declared.dispose()

    def described(file: Path) -> dict[str, list[object]]:
        with closing(sqlite3.connect(file)) as connection:
            tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {
                table: [
                    connection.execute(f"PRAGMA {about}({name})").fetchall()
                    for about, name in (("table_info", table), ("foreign_key_list", table), ("index_list", table))
                ]
                for table in tables
            }

    assert described(path) == described(declared_path)


def test_the_names_of_the_migrations_differ() -> None:
    names = [migration.name for migration in MIGRATIONS]
    assert len(set(names)) == len(names)


def test_the_file_is_marked_and_in_wal_mode(store: StoreWriter, path: Path) -> None:
    header = read_header(path, wait_s=1)
    assert header.version == len(MIGRATIONS) and not header.empty
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def _next_version(connection) -> None:
    connection.exec_driver_sql("ALTER TABLE article ADD COLUMN section TEXT")


NEXT = (*MIGRATIONS, Migration(name="sections", apply=_next_version))


def test_an_older_file_is_copied_and_upgraded_once(path: Path) -> None:
    with open_writer(path) as store:
        save(store, article())
    before = dump(path)
    engine = open_engine(path, read_only=False, wait_s=1)
    for _ in range(2):
        migrate(engine, path, read_header(path, wait_s=1), NEXT)
    engine.dispose()
    assert read_header(path, wait_s=1).version == len(NEXT)
    copies = [p for p in path.parent.iterdir() if ".before-version-" in p.name]
    assert [p.name for p in copies] == [f"{path.name}.before-version-{len(NEXT)}"]
    assert dump(copies[0]) == before


def test_reasons_that_were_sentences_are_forgotten_and_their_candidates_stay(path: Path) -> None:
    with open_writer(path) as store:
        save(store, article())
        kept = store.resolutions("a")
    with closing(sqlite3.connect(path)) as connection:
        sentences = '[["sy/rastan", 4, ["a preposition stands before it"]], ["sy/other", 1, []]]'
        connection.execute("UPDATE mention SET candidates = ? WHERE candidates != '[]'", (sentences,))
        connection.execute(f"PRAGMA user_version = {[m.name for m in MIGRATIONS].index('reasons by code')}")
        connection.commit()
    with open_writer(path) as store:
        found = store.resolutions("a")
    forgotten = tuple(Candidate(place=place, evidence=n, reasons=()) for place, n in (("sy/rastan", 4), ("sy/other", 1)))
    assert found == (replace(kept[0], candidates=forgotten), kept[1])


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    with open_writer(path) as store:
        save(store, article())
    before = dump(path)

    def breaks(connection) -> None:
        _next_version(connection)
        raise RuntimeError("half-way")

    engine = open_engine(path, read_only=False, wait_s=1)
    for _ in range(2):
        with pytest.raises(RuntimeError, match="half-way"):
            migrate(engine, path, read_header(path, wait_s=1), (*MIGRATIONS, Migration(name="breaks", apply=breaks)))
    engine.dispose()
    assert dump(path) == before
    assert len([p for p in path.parent.iterdir() if ".before-version-" in p.name]) == 2, "a copy was written over"


def test_a_newer_file_is_refused_and_left_alone(path: Path) -> None:
    open_writer(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = path.read_bytes()
    for opens in (open_writer, open_reader):
        with pytest.raises(StoreError, match="newer Hudna"):
            opens(path)
    assert path.read_bytes() == before


def test_a_reader_does_not_upgrade(path: Path) -> None:
    open_writer(path).close()
    with pytest.raises(StoreError, match="older Hudna"):
        check(path, read_header(path, wait_s=1), to_read=True, migrations=NEXT)


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


def test_a_reader_cannot_write(store: StoreWriter, path: Path) -> None:
    with open_reader(path) as reader, pytest.raises(StoreError, match="cannot be written"):
        StoreWriter(reader._engine).save(article(), reading_of(article()), read_at=NOON, seconds=0)


def test_a_locked_store_is_waited_for_and_then_told(path: Path) -> None:
    with open_writer(path, wait_s=0.05) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked: another program is writing"):
            save(store, article())
        assert store.articles() == ()  # reading goes on all the while
        other.execute("ROLLBACK")
        save(store, article())
        assert len(store.articles()) == 1


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
            save(store, article(f"{n}"), reading_of(article(f"{n}"), statements=9))
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with open_reader(path) as reader, pytest.raises(StoreError, match="damaged"):
        reader.statements()


def test_migrations_are_what_is_counted_in_the_file() -> None:
    assert migrations.MIGRATIONS is MIGRATIONS and MIGRATIONS
