"""What can stand in the way of an ingest: a full disk, no right to write, another ingest, a page that reads meanwhile."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

import pytest

from data.intake.ingest import ingest, survey
from data.store import StoreWriter, Where, open_reader, open_writer
from data.store.evidence import read_evidence
from geo.errors import StoreError
from tests.data.sample_records import NOON, FakeReader, article, reading_of
from tests.data.store.ingest_runs import Runs
from tests.data.store.test_store import another
from tests.data.store.whole import damage, differences, faults_in, tables, without_times

NOBODY = 65534
pytestmark = pytest.mark.slow


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine can enter, as pytest's own are not."""
    folder = Path(mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def write_texts(folder: Path, names: range) -> Path:
    folder.mkdir(parents=True)
    for n in names:
        text = f"{n}. دخلت الهدنة في الرستن حيز التنفيذ يوم {n} تموز 2017.\n" + " ".join(f"كلمة{n}{m}" for m in range(150))
        (folder / f"{n:03}.txt").write_text(text, encoding="utf-8")
    return folder


def whole(where: Where) -> bool:
    return not (faults_in(tables(where)) + damage(where))


# --- the disk -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def small_disk(open_folder: Path) -> Iterator[Path]:
    """A file system of its own, of one megabyte and a half."""
    disk = open_folder / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1536k", "tmpfs", disk], capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"no small disk can be made here: {mounted.stderr.strip()}")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_disk_that_fills_up_is_told_and_the_next_run_completes(small_disk: Path, tmp_path: Path, runs: Runs) -> None:
    folder, path = write_texts(tmp_path / "texts", range(200)), small_disk / "hudna.sqlite"
    filler = small_disk / "filler"
    filler.write_bytes(b"x" * 700_000)
    ended = runs.start(folder, path, tmp_path / "printed").end()
    assert ended.code == 1 and "the disk is full" in ended.printed and "Traceback" not in ended.printed
    assert "Nothing that was stored is lost" in ended.printed
    filler.unlink()
    with open_reader(path) as store:
        kept = store.ids()
    assert whole(path) and 0 < len(kept) < 200
    bigger = tmp_path / "hudna.sqlite"  # the whole does not fit: the file is moved, as its owner would
    for part in small_disk.glob("hudna.sqlite*"):
        shutil.copy(part, tmp_path / part.name)
    ended = runs.start(folder, bigger, tmp_path / "printed").end()
    assert ended.code == 0 and f"{len(kept)} articles unchanged" in ended.printed, ended.printed
    assert whole(bigger)


def test_a_file_that_may_not_grow_is_told_and_loses_nothing(tmp_path: Path) -> None:
    """A limit of the system, which needs no right to make file systems."""
    path = tmp_path / "hudna.sqlite"
    with open_writer(path) as store:
        store.save(article(), reading_of(article()), read_at=NOON, seconds=0)
        _, hard = before = resource.getrlimit(resource.RLIMIT_FSIZE)
        largest = max(part.stat().st_size for part in tmp_path.iterdir())
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest + 50_000, hard))  # Python ignores the signal, so that writing fails
        try:
            with pytest.raises(StoreError, match="disk"):
                store.save(article("long", text="هدنة " * 100_000), reading_of(article("long")), read_at=NOON, seconds=0)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        assert store.ids() == ("a",)
        store.save(article("b", text="هدنة"), reading_of(article("b")), read_at=NOON, seconds=0)
        assert store.ids() == ("a", "b")
    assert not damage(path)


# --- rights -------------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be another user")
@pytest.mark.parametrize("locked", ["folder", "file"])
def test_what_may_not_be_written_is_told_and_can_still_be_read(
    open_folder: Path, tmp_path: Path, runs: Runs, locked: str
) -> None:
    folder, place = write_texts(open_folder / "texts", range(3)), open_folder / "place"
    path, printed = place / "hudna.sqlite", open_folder / "printed"
    printed.touch()
    printed.chmod(0o666)
    place.mkdir()
    assert runs.start(folder, path, printed).end().code == 0
    before = without_times(tables(path))
    place.chmod(0o555 if locked == "folder" else 0o777)
    path.chmod(0o666 if locked == "folder" else 0o444)
    (folder / "003.txt").write_text("هدنة أخرى في الرستن", encoding="utf-8")
    ended = runs.start(folder, path, printed, user=NOBODY).end()
    assert ended.code == 1 and "Traceback" not in ended.printed, ended.printed
    assert "writable" in ended.printed or "cannot be opened" in ended.printed
    assert without_times(tables(path)) == before
    place.chmod(0o755)
    assert runs.start(folder, path, printed).end().code == 0
    assert whole(path)


@contextmanager
def without_rights() -> Iterator[None]:
    """Root takes the rights of another user meanwhile; others have none to lay down."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


@pytest.mark.parametrize("left", [None, b""], ids=["nothing beside it", "an empty file beside it"])
def test_a_store_in_a_folder_that_may_not_be_written_is_read(open_folder: Path, left: bytes | None) -> None:
    path = open_folder / "hudna.sqlite"
    with open_writer(path) as store:
        store.save(article(), reading_of(article()), read_at=NOON, seconds=0)
    if left is not None:
        (open_folder / "hudna.sqlite-wal").write_bytes(left)
    open_folder.chmod(0o555)
    before = sorted(open_folder.iterdir())
    with without_rights(), open_reader(path) as reader:
        assert (reader.ids(), len(reader.statements())) == (("a",), 1)
    assert sorted(open_folder.iterdir()) == before


def test_a_store_of_which_a_part_lies_beside_it_is_not_read_without_that_part(open_folder: Path) -> None:
    """As a writer leaves it that was killed, and as it is copied to a disk that cannot be written."""
    path, copy = open_folder / "hudna.sqlite", open_folder / "copy.sqlite"
    with open_writer(path) as store:
        store.save(article(), reading_of(article()), read_at=NOON, seconds=0)
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", f"{copy}{end}")
    open_folder.chmod(0o555)
    with without_rights(), pytest.raises(StoreError, match=r"a part of it is still in '.*copy\.sqlite-wal'"):
        open_reader(copy)
    open_folder.chmod(0o755)
    with open_reader(copy) as reader:
        assert reader.ids() == ("a",)


# --- more than one at a time --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("same", [True, False], ids=["the same folder", "two folders"])
def test_two_ingests_at_once_do_what_one_after_the_other_does(where: Where, tmp_path: Path, runs: Runs, same: bool) -> None:
    """All but the mark of the state: each article is there once, with one reading, whoever was first."""
    folders = [write_texts(tmp_path / "one", range(12)), write_texts(tmp_path / "two", range(12 if not same else 0, 20))]
    folders = [folders[0]] * 2 if same else folders
    in_turn = another(where)
    for folder in folders:
        assert runs.start(folder, in_turn, tmp_path / "printed").end().code == 0
    begun = [runs.start(folder, where, tmp_path / f"printed{n}") for n, folder in enumerate(folders)]
    for run in begun:
        ended = run.end()
        assert ended.code == 0, ended.printed
    assert whole(where)
    together, alone = without_times(tables(where)), without_times(tables(in_turn))
    if same:  # both may have read an article before either had kept it: then it has two readings, of which one is past
        together["past_reading"] = alone["past_reading"] = []
    assert not differences(together, alone)


def test_a_page_that_reads_whole_editions_sees_whole_articles_while_ingest_writes(
    where: Where, tmp_path: Path, runs: Runs
) -> None:
    folder = write_texts(tmp_path / "texts", range(30))
    open_writer(where).close()
    run = runs.start(folder, where, tmp_path / "printed")
    seen: list[int] = []
    with open_reader(where) as store:
        while not seen or seen[-1] < 30:
            evidence = read_evidence(store, ())
            assert {statement.article for statement in evidence.statements} <= evidence.articles.keys()
            assert all(statement.agreement in evidence.agreements for statement in evidence.statements)
            seen.append(len(evidence.articles))
            if seen[-1] == 30:
                break
    ended = run.end()
    assert ended.code == 0, ended.printed
    assert seen == sorted(seen), "an article was there and then was not"


# --- the articles themselves --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", ["\0", "\ud800"])
@pytest.mark.parametrize("field", ["id", "text", "title", "publisher", "url", "published_basis"])
def test_an_article_with_characters_that_no_database_takes_is_told_and_costs_only_itself(
    store: StoreWriter, field: str, mark: str
) -> None:
    """JSON can spell both."""
    odd = replace(article("odd"), **{field: f"x{mark}y"})
    items = (article("before"), odd, replace(article("after"), text="Other words."))
    summary = ingest(items, store, FakeReader(), lambda: NOON, whole_folder=False)
    assert [read.article for read in summary.read] == ["before", "after"] == sorted(store.ids(), reverse=True)
    assert not summary.failed and summary.skipped == store.faults()
    [fault] = summary.skipped
    assert fault.file.isprintable() and "which the store cannot keep" in fault.reason
    assert [fault.file for fault in survey(items, store, "1").skipped] == [fault.file]
