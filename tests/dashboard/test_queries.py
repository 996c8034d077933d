"""The pages' door to the store."""

from __future__ import annotations

import gc
import os
import weakref
from pathlib import Path
from threading import Thread

import pytest

from dashboard import queries
from dashboard.edition import Edition
from dashboard.search import Index
from data.settings import Settings
from geo.pipeline import Reference
from tests.reading import reader

SET_APART = queries._set_apart  # which conftest.py takes out of the other tests


def test_the_index_can_be_made_outside_of_a_session(edition: Edition) -> None:
    """As the timer does that an edition of many articles starts; a search then takes the same one."""
    made: list[Index] = []
    maker = Thread(target=lambda: made.append(queries.search_index(edition)))
    maker.start()
    maker.join(timeout=30)
    assert made == [queries.search_index(edition)]
    assert made[0] is queries.search_index(edition)


def test_what_is_loaded_is_set_apart_and_what_is_left_behind_is_not() -> None:
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


def test_the_tables_are_loaded_once_for_all_and_anew_when_places_are_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For what is taken in, what editors judge and each file that is taken along."""
    loaded: list[tuple[str, ...]] = []

    def load(added: Path) -> Reference:
        loaded.append(tuple(sorted(file.name for file in added.iterdir())))
        return reader().reference

    asked: list[Reference] = []
    monkeypatch.setattr(queries, "load_reference", load)
    monkeypatch.setattr(queries, "load_dossier", lambda settings, reference: asked.append(reference))
    monkeypatch.setattr(queries, "select", lambda dossier, filter: None)
    monkeypatch.setattr(queries, "export", lambda format, selection: b"")
    monkeypatch.setenv("HUDNA_GAZETTEER", str(tmp_path))
    assert queries.article_reader(tmp_path) is queries.article_reader(tmp_path)
    for _ in range(2):
        queries.exported("csv", zones=(), known_on=None)
    assert asked == [queries.article_reader(tmp_path).reference] * 2
    (tmp_path / "places.csv").write_text("a table", "utf-8")
    queries.article_reader(tmp_path)
    assert loaded == [(), ("places.csv",)]
