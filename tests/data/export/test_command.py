"""`python -m data export`: what it writes, what it says, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.__main__ import main
from data.export import FORMATS, export
from data.export.dossier import Dossier, Selection
from data.store import Where
from geo.errors import ExportError


@pytest.fixture(autouse=True)
def sample_store(dossier: Dossier, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The command reads the sample instead of a store, and runs in an empty folder."""
    monkeypatch.setattr("data.export.command.load_dossier", lambda settings: dossier)
    monkeypatch.chdir(tmp_path)


def test_the_file_gets_the_format_s_name_and_the_summary_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "geojson"]) == 0
    assert len(json.loads((tmp_path / "zones.geojson").read_bytes())["features"]) == 7
    told = capsys.readouterr().err
    assert told.startswith("zones.geojson: 4 of 4 zones (1 without a polygon), 5 statements, 3 articles, ")
    assert [path.name for path in tmp_path.iterdir()] == ["zones.geojson"]


def test_another_store_is_named_as_for_other_commands(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[Where] = []
    monkeypatch.setattr("data.export.command.load_dossier", lambda settings: asked.append(settings.store_home) or dossier)
    monkeypatch.setenv("DATABASE_URL", "postgresql://hudna@127.0.0.1/hudna")
    assert main(["export", "--format", "geojson", "--store", str(tmp_path / "other.sqlite")]) == 0
    assert asked == [tmp_path / "other.sqlite"]


def test_filters_are_handed_on(tmp_path: Path) -> None:
    words = ["--day", "2017-07-10", "--status", "violated", "--known-on", "2018-01-01", "--agreement", "known-2017"]
    assert (
        main(["export", "--format", "geojson", "--out", "a.json", "--zone", "known-2017@QQ02", "--article", "../harm", *words])
        == 0
    )
    told = json.loads((tmp_path / "a.json").read_bytes())["about"]
    assert told["filter"] == {
        "zones": "known-2017@QQ02", "agreements": "known-2017", "statuses": "violated", "day": "2017-07-10",
        "known_on": "2018-01-01", "articles": "../harm",
    }  # fmt: skip
    assert told["zones"] == 1 and told["zones_left_out"] == 1


def test_the_standard_output_takes_the_bytes(capfdbinary: pytest.CaptureFixture[bytes], selection: Selection) -> None:
    assert main(["export", "--format", "csv-zones", "--out", "-"]) == 0
    assert capfdbinary.readouterr().out == export("csv-zones", selection)


def test_nothing_that_fits_is_told_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "geojson", "--day", "1999-01-01"]) == 1
    assert "none of the 4 zones fits the filter" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way")
    for name in ("missing/a.json", "file/a.json"):
        assert main(["export", "--format", "geojson", "--out", name]) == 1
        assert f"'{name}' cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--format", "docx"], ["--format", "kml", "--day", "July"], []])
def test_wrong_words_are_told(words: list[str]) -> None:
    with pytest.raises(SystemExit):
        main(["export", *words])


def test_an_unknown_format_names_the_known_ones(selection: Selection) -> None:
    with pytest.raises(ExportError, match="there is no format 'docx': choose from geojson, gpkg"):
        export("docx", selection)


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_selection_gives_the_same_bytes(selection: Selection, format: str) -> None:
    assert export(format, selection) == export(format, selection)
