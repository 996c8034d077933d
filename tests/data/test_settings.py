"""Settings: the documented rows are the real ones, and a value that cannot be used is told by the variable's name."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest

from data.__main__ import COMMANDS
from data.settings import OF_TESTS, PROJECT_ROOT, SETTINGS, Settings, load_settings
from data.sources.seeds import MAX_ARTICLE_BYTES
from geo.errors import SettingError

ROOT = Path(__file__).resolve().parents[2]


def documented() -> list[tuple[str, ...]]:
    """The rows of the table in docs/settings.md, without the marks of code."""
    lines = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8").splitlines()
    cells = [
        tuple(cell.strip().strip("`") for cell in line.strip("|").split("|"))
        for line in lines
        if re.match(r"\| \w+ \| `", line)
    ]
    return [row for row in cells if len(row) == 5]


def test_the_documentation_lists_each_setting_as_it_is() -> None:
    real = [(s.name, s.variable, s.default or "empty", s.unit, s.help) for s in SETTINGS]
    assert documented() == real


def test_each_setting_is_a_field_and_no_variable_is_read_in_secret() -> None:
    assert [setting.name for setting in SETTINGS] == [field.name for field in fields(Settings)]
    named = {name for path in (ROOT / "data").rglob("*.py") for name in re.findall(r"HUDNA_[A-Z_]+", path.read_text("utf-8"))}
    assert {name for name in named if not name.startswith(OF_TESTS)} <= {setting.variable for setting in SETTINGS} | {"HUDNA_"}


@pytest.mark.parametrize(
    "name, told",
    [
        ("HUDNA_FADES_AFTR_DAYS", "did you mean HUDNA_FADES_AFTER_DAYS?"),
        ("HUDNA_DATAFOLDER", "did you mean HUDNA_DATA_FOLDER?"),
        ("HUDNA_QQQ", "`python -m data settings` lists"),
    ],
)
def test_a_misspelt_setting_is_told_once(
    name: str, told: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.settings._TOLD", set())
    for _ in range(2):
        load_settings({name: "30", "HOME": "/", "HUDNA_TEST_SEED": "1", "HUDNA_CHROMIUM": "x", "DATABASE": "x"})
    (line,) = caplog.messages
    assert line.startswith(f"{name} is no setting and changes nothing: ") and told in line


def test_the_defaults() -> None:
    """Paths lie in the project, the store in the data folder, and no request leaves the machine."""
    settings = load_settings({})
    assert settings.store.parent == settings.data_folder == PROJECT_ROOT / "var"
    assert settings.seeds == PROJECT_ROOT / "seeds"
    assert settings.tile_url is None
    assert settings.max_article_bytes == MAX_ARTICLE_BYTES
    assert load_settings({"HUDNA_STORE": "  "}) == settings


def test_the_store_moves_with_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings({"HUDNA_DATA_FOLDER": str(tmp_path)}).store == tmp_path / "hudna.sqlite"
    monkeypatch.chdir(tmp_path)
    assert load_settings({"HUDNA_STORE": "here.sqlite"}).store == tmp_path / "here.sqlite"


@pytest.mark.parametrize("url", ["https://tiles.example/{z}/{x}/{y}.png", "http://127.0.0.1:9/{z}/{x}/{y}"])
def test_tiles_are_only_fetched_where_a_setting_says_so(url: str) -> None:
    assert load_settings({"HUDNA_TILE_URL": url}).tile_url == url


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("HUDNA_MAX_ARTICLE_BYTES", "2 MB"),
        ("HUDNA_MAX_ARTICLE_BYTES", "0"),
        ("HUDNA_MAX_ARTICLE_BYTES", "-1"),
        ("HUDNA_TILE_URL", "javascript:alert(1)/{z}/{x}/{y}"),
        ("HUDNA_TILE_URL", "https://tiles.example/"),
        ("HUDNA_BOUNDARIES_URL", "https://["),
        ("HUDNA_FEED_ENTRIES", "9" * 5_000),
        ("HUDNA_PARSE_SECONDS", "9223372036854775807"),
        ("HUDNA_MAX_DOCUMENT_BYTES", "9223372036854775807"),
        ("HUDNA_FADES_AFTER_DAYS", "1000001"),
    ],
)
def test_a_wrong_value_is_named(variable: str, value: str) -> None:
    with pytest.raises(SettingError) as told:
        load_settings({variable: value})
    assert variable in str(told.value) and value[:200] in str(told.value)
    assert len(str(told.value)) < 500, "a value that nobody would read is cut"


def test_all_wrong_values_are_told_at_once() -> None:
    with pytest.raises(SettingError) as told:
        load_settings({"HUDNA_MAX_ARTICLE_BYTES": "big", "HUDNA_TILE_URL": "ftp://tiles"})
    assert len(str(told.value).splitlines()) == 2


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "data", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )


def test_the_command_shows_each_setting() -> None:
    shown = run("settings", HUDNA_MAX_ARTICLE_BYTES="7", PYTHONUTF8="1")
    assert shown.returncode == 0
    assert all(setting.variable in shown.stdout for setting in SETTINGS)
    assert "HUDNA_MAX_ARTICLE_BYTES = 7  (bytes, set)" in shown.stdout
    assert "HUDNA_BOUNDARIES_URL = off  (address, set)" in run("settings", HUDNA_BOUNDARIES_URL="off").stdout


def test_the_command_tells_a_wrong_value_without_a_traceback() -> None:
    told = run("settings", HUDNA_MAX_ARTICLE_BYTES="soon")
    assert told.returncode == 1
    assert told.stderr.startswith("HUDNA_MAX_ARTICLE_BYTES must be") and "Traceback" not in told.stderr


def test_each_command_that_help_lists_can_be_run() -> None:
    assert {"ingest", "settings"} <= {command.name for command in COMMANDS}
    for command in COMMANDS:
        assert callable(import_module(command.module).main), command.module


def test_help_lists_the_commands_that_are_there() -> None:
    for arguments in ((), ("--help",)):
        shown = run(*arguments)
        assert shown.returncode == 0
        assert "  ingest " in shown.stdout and "  settings " in shown.stdout
    unknown = run("ingset")
    assert unknown.returncode == 2 and "ingest" in unknown.stderr
