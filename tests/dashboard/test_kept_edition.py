"""A second start shows what the first one drew, and draws nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import pytest

from dashboard import published, queries
from data.drawing import kept
from data.drawing import outlines as outlines_module
from data.settings import load_settings
from data.store import open_writer
from geo.footprint import Atlas
from tests.reading import article, reader


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if not (load_settings({}).assets / "world-atlas" / "countries-10m.json").is_file():
        pytest.skip("the country outlines are not installed: make assets")
    path = tmp_path / "hudna.sqlite"
    monkeypatch.setenv("HUDNA_STORE", str(path))
    monkeypatch.setenv("HUDNA_DATA_FOLDER", str(tmp_path))
    monkeypatch.setattr(published, "STATIC_FOLDER", tmp_path)
    monkeypatch.setattr(kept, "_LOADED", float("inf"))
    queries.st.cache_resource.clear()
    told = article("دخلت الهدنة في مدينة درعا وريفها حيز التنفيذ ظهر الأحد 9 تموز 2017.")
    with open_writer(path) as writer:
        writer.save(told, reader().read(told), read_at=datetime(2026, 1, 2, tzinfo=UTC), seconds=0.1)
    return path


def started_anew() -> None:
    queries.st.cache_resource.clear()
    outlines_module._read.cache_clear()


def test_a_second_start_draws_nothing_and_shows_the_same(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = queries.current_edition()
    assert first.footprints

    def drawn(*_: object, **__: object) -> NoReturn:
        raise AssertionError("this was drawn before")

    started_anew()
    monkeypatch.setattr(queries, "draw_base_map", drawn)
    monkeypatch.setattr(queries, "shape_levels", drawn)
    monkeypatch.setattr(outlines_module, "_drawn_world", drawn)
    monkeypatch.setattr(Atlas, "_draw", drawn)
    second = queries.current_edition()
    assert second.footprints == first.footprints and second.extents == first.extents
    assert (second.base_map, second.zone_shapes) == (first.base_map, first.zone_shapes)


def test_a_start_without_what_was_kept_shows_the_same(store: Path) -> None:
    first = queries.current_edition()
    for file in (store.parent / kept.FOLDER).glob("*.drawing"):
        file.write_bytes(file.read_bytes()[:-1])
    started_anew()
    second = queries.current_edition()
    assert second.footprints == first.footprints
    assert (second.base_map, second.zone_shapes) == (first.base_map, first.zone_shapes)
