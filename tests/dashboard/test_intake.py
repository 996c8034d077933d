"""The door that writes: for whom it opens, and what it never takes for an address."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from dashboard.intake import PROXY_HEADERS, find_intake, is_local, whole_address
from data.settings import load_settings
from geo.errors import ArticleError

ROOT = Path(__file__).parents[2]
HERE = {"Host": "127.0.0.1:8501", "Origin": "http://127.0.0.1:8501"}


@pytest.mark.parametrize(
    ("listens_on", "headers", "local"),
    [
        ("127.0.0.1", HERE, True),
        ("localhost", {"Host": "localhost:9000"}, True),
        ("::1", {"Host": "[::1]:8501"}, True),
        ("127.0.0.1", {"host": "LOCALHOST"}, True),
        (None, HERE, False),
        ("", HERE, False),
        ("0.0.0.0", HERE, False),
        ("::", HERE, False),
        ("192.168.1.4", HERE, False),
        ("unix:///run/hudna.sock", HERE, False),
        ("127.0.0.1", {}, False),
        ("127.0.0.1", {"Host": "hudna.example.org"}, False),
        ("127.0.0.1", {"Host": "127.0.0.1.example.org"}, False),
        ("127.0.0.1", {"Host": "localhost@example.org"}, False),
        ("127.0.0.1", {"Host": "[broken"}, False),
        ("127.0.0.1", {**HERE, "Origin": "https://hudna.example.org"}, False),
        ("127.0.0.1", {**HERE, "Origin": "null"}, False),
        *[("127.0.0.1", {**HERE, name.title(): "203.0.113.7"}, False) for name in PROXY_HEADERS],
    ],
)
def test_only_a_browser_on_the_same_machine_is_local(listens_on: str | None, headers: Mapping[str, str], local: bool) -> None:
    assert is_local(listens_on, headers) is local


@pytest.mark.parametrize(
    ("setting", "here", "elsewhere"), [("", True, False), ("local", True, False), ("on", True, True), ("off", False, False)]
)
def test_the_setting_opens_and_closes_it(monkeypatch: pytest.MonkeyPatch, setting: str, here: bool, elsewhere: bool) -> None:
    monkeypatch.setenv("HUDNA_INTAKE", setting)
    assert (find_intake("127.0.0.1", HERE) is not None) is here
    assert (find_intake(None, {"Host": "hudna.example.org"}) is not None) is elsewhere


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        (" example.org/a \n", "https://example.org/a"),
        ("http://example.org", "http://example.org"),
        ("/etc/passwd", None),
        ("", None),
        ("file:///etc/passwd", None),
        ("ftp://example.org/a", None),
        ("javascript:alert(1)", None),
        ("C:\\articles", None),
        ("https://", None),
    ],
)
def test_an_address_is_one_of_the_web_or_none(written: str, address: str | None) -> None:
    assert whole_address(written) == address


def test_a_path_is_never_read_as_an_address(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HUDNA_INTAKE", "on")
    (tmp_path / "a.txt").write_text("a secret", encoding="utf-8")
    intake = find_intake(None, {})
    assert intake
    for path in (str(tmp_path / "a.txt"), str(tmp_path), f"file://{tmp_path}/a.txt"):
        with pytest.raises(ArticleError, match="is no address of a page"):
            intake.check_address(path, lambda count: None)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8501/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/latest"]
)
def test_an_address_of_this_machine_is_not_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str) -> None:
    monkeypatch.setenv("HUDNA_INTAKE", "on")
    monkeypatch.setenv("HUDNA_STORE", str(tmp_path / "none.sqlite"))
    intake = find_intake(None, {})
    assert intake
    draft = intake.check_address(address, lambda count: None)
    assert draft.candidates == ()
    assert "not public" in draft.faults[0].reason


def test_streamlits_limit_for_uploads_is_that_of_the_settings() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert config["server"]["maxUploadSize"] == -(-load_settings({}).max_document_bytes // 2**20)
