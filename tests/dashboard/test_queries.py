"""The pages' door to the store."""

from __future__ import annotations

import errno
import gc
import gzip
import os
import weakref
from pathlib import Path
from threading import Thread

import pytest

from dashboard import queries
from dashboard.edition import Edition
from dashboard.queries import DRAWN, MOST_KEPT, MOST_UNPACKED, is_published, publish
from dashboard.search import Index
from data.settings import Settings
from geo.errors import PublishError

SET_APART = queries._set_apart  # which conftest.py takes out of the other tests


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(queries, "STATIC_FOLDER", tmp_path)
    return tmp_path / "drawn"


def test_what_is_published_is_named_by_its_content(folder: Path) -> None:
    one, same, other = publish("zones", "{}"), publish("zones", "{}"), publish("zones", "[]")
    assert one == same != other
    assert (folder / Path(one).name).read_text("utf-8") == "{}"
    assert sorted(folder.iterdir()) == sorted(folder / Path(address).name for address in (one, other))


def test_old_publications_are_removed_and_those_in_use_stay(folder: Path) -> None:
    kept = publish("zones", "in use")
    (folder / "base-map-0.json").write_text("{}", "utf-8")
    for number in range(MOST_KEPT + 3):
        file = folder / Path(publish("zones", str(number))).name
        os.utime(file, (number, number))
        publish("zones", "in use")
    files = {file.name for file in folder.glob("zones-*.json")}
    assert len(files) == MOST_KEPT
    assert Path(kept).name in files
    assert (folder / "base-map-0.json").exists()


def test_as_many_as_asked_for_stay_and_one_that_is_gone_says_so(folder: Path) -> None:
    published = [publish("article", str(number), kept=2) for number in range(2)]
    for address, time in zip(published, (2, 1), strict=True):
        os.utime(folder / Path(address).name, (time, time))
    publish("article", "another", kept=2)
    assert [is_published(address) for address in published] == [True, False]


def test_a_folder_that_cannot_be_written_is_named_and_what_lies_there_is_served(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where root has installed and started the page once, and another user runs it."""
    there = publish("zones", "{}")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    for name in ("utime", "fsync", "unlink"):
        monkeypatch.setattr(os, name, refused)
    assert is_published(there) and publish("zones", "{}") == there
    with pytest.raises(PublishError, match=rf"{folder}.* \(Permission denied\): the user who runs the page"):
        publish("zones", "[]")


def test_a_folder_that_cannot_be_made_is_named(folder: Path) -> None:
    folder.write_text("a file", encoding="utf-8")
    with pytest.raises(PublishError, match=r"'.*drawn' \(File exists\)"):
        publish("zones", "{}")
    assert not is_published(f"app/static/{DRAWN}/zones-0.json")


def test_what_is_long_is_packed_once_for_all_visitors(folder: Path) -> None:
    content = "[" + "1," * MOST_UNPACKED + "1]"
    address = publish("zones", content)
    assert address == publish("zones", content)
    assert address.endswith(".json.gz")
    assert gzip.decompress((folder / Path(address).name).read_bytes()).decode() == content


def test_the_index_can_be_made_outside_of_a_session(edition: Edition) -> None:
    """As the timer does that an edition of many articles starts; a search then takes the same one."""
    made: list[Index] = []
    maker = Thread(target=lambda: made.append(queries.search_index(edition)))
    maker.start()
    maker.join(timeout=30)
    assert made == [queries.search_index(edition)]
    assert made[0] is queries.search_index(edition)


def test_what_is_loaded_is_set_apart_and_what_is_left_behind_is_not(folder: Path) -> None:
    class Left:
        """Refers to itself, so that only the collector can remove it."""

        def __init__(self) -> None:
            self.itself = self

    gone = weakref.ref(Left())
    gc.unfreeze()
    SET_APART()
    assert gone() is None
    assert gc.get_freeze_count() > 0


def test_the_store_is_asked_again_when_its_files_have_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "store.sqlite"
    monkeypatch.setenv("HUDNA_STORE", str(path))
    monkeypatch.setenv("HUDNA_DATA_FOLDER", str(tmp_path))
    asked: list[str] = []

    def read(_: Settings) -> str:
        asked.append(path.read_text("utf-8"))
        return asked[-1]

    monkeypatch.setattr(queries, "_edition_of", read)
    queries.st.cache_resource.clear()
    for content in ("one", "two"):
        path.write_text(content, "utf-8")
        just_now = [queries.current_edition() for _ in range(2)]
        os.utime(path, (len(asked), len(asked)))
        settled = [queries.current_edition() for _ in range(3)]
        assert {*just_now, *settled} == {content}
    assert asked == ["one"] * 3 + ["two"] * 3


def test_an_edition_is_made_anew_for_another_setting_and_for_new_boundaries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store.sqlite"
    path.write_text("a store", "utf-8")
    os.utime(path, (1, 1))
    monkeypatch.setenv("HUDNA_STORE", str(path))
    monkeypatch.setenv("HUDNA_DATA_FOLDER", str(tmp_path))
    monkeypatch.setattr(queries, "_edition_of", lambda settings: object())
    queries.st.cache_resource.clear()
    seen = [queries.current_edition()]
    monkeypatch.setenv("HUDNA_FADES_AFTER_DAYS", "30")
    seen.append(queries.current_edition())
    (tmp_path / "boundaries").mkdir()
    seen.append(queries.current_edition())
    assert len({id(edition) for edition in seen}) == 3
    assert queries.current_edition() is seen[-1]
