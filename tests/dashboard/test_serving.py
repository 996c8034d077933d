"""Starting the page: the working folder makes no difference, and why it cannot be started is told in a sentence."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit
from streamlit import config

from dashboard.__main__ import ADDRESS, APP, _link, main, why_not
from dashboard.opening import first_page
from dashboard.strings import text
from dashboard.visitor import is_of_this_page
from data.settings import SETTINGS

ROOT = Path(__file__).parents[2]
START_S = 60


@pytest.fixture
def taken() -> Iterator[int]:
    """A port of this machine on which something answers."""
    with socket.socket() as other:
        other.bind((ADDRESS, 0))
        other.listen()
        yield other.getsockname()[1]


def free_port() -> int:
    with socket.socket() as free:
        free.bind((ADDRESS, 0))
        return int(free.getsockname()[1])


def test_the_page_keeps_its_options_wherever_it_is_started(tmp_path: Path) -> None:
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("STREAMLIT_", "PYTHONPATH"))}
    command = [sys.executable, str(ROOT / "dashboard"), "--port", str(port)]
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(
            command, cwd=tmp_path, env=environment | {"HUDNA_DATA_FOLDER": str(tmp_path)}, stdout=log, stderr=log
        )
        try:
            assert answer(port, "_stcore/health", server) == "ok"
            assert "hudnaRead" in answer(port, "app/static/page/start.js", server)
            assert listening(port) == {ADDRESS}
            assert (tmp_path / "log").read_text("utf-8").startswith(f"The page is on http://{ADDRESS}:{port}/ until Ctrl-C.\n")
        finally:
            server.terminate()
            server.wait(timeout=20)


@pytest.mark.parametrize(
    ("origin", "others", "own"),
    [
        ("https://example.org", (), True), ("https://example.org:8501", (), False), ("http://127.0.0.1:8501", (), True),
        ("http://localhost", (), True), ("https://evil.example", (), False), ("null", (), False), ("http://[broken", (), False),
        ("", (), False), (None, (), True), ("https://paper.example", ("https://paper.example",), True),
        ("https://paper.example", ("//paper.example",), True), ("https://paper.example.evil", ("//paper.example",), False),
    ],
)  # fmt: skip
def test_only_pages_of_this_server_may_speak_to_it(origin: str | None, others: tuple[str, ...], own: bool) -> None:
    headers = {"host": "example.org"} | ({} if origin is None else {"origin": origin})
    assert is_of_this_page(headers, others) is own


def test_the_first_answer_says_in_both_languages_that_the_page_is_coming() -> None:
    shell = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    for language, other, way in (("ar", "en", "rtl"), ("en", "ar", "ltr")):
        page = first_page(shell, language)
        assert f'<html lang="{language}" dir="{way}">' in page and "<title>Hudna · هدنة</title>" in page
        root = page.split('<div id="root">')[1].split("</body>")[0]
        assert root.index(text("page.opening", language)) < root.index(text("page.opening", other))
        bare = page.split("<noscript>")[1].split("</noscript>")[0]
        assert all(text("page.no_script", one) in bare for one in (language, other)) and "Streamlit app" not in page


@pytest.mark.parametrize("below", ["", "hudna/"])
def test_a_foreign_page_is_refused_and_nobody_is_asked_for_it(tmp_path: Path, below: str) -> None:
    """Where there is no other machine to ask, Streamlit waits for its answer until it may say no."""
    port = free_port()
    asked = tmp_path / "asked"
    (tmp_path / "sitecustomize.py").write_text(
        "import requests\n"
        f"requests.get = lambda url, **_: open({str(asked)!r}, 'a').write(url)\n", "utf-8"
    )  # fmt: skip
    environment = os.environ | {
        "PYTHONPATH": str(tmp_path), "STREAMLIT_SERVER_BASE_URL_PATH": below, "HUDNA_DATA_FOLDER": str(tmp_path)
    }  # fmt: skip
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "dashboard", "--port", str(port)], cwd=ROOT, env=environment, stdout=log, stderr=log
        )
        try:
            assert answer(port, f"{below}_stcore/health", server) == "ok"
            assert text("page.opening", "ar") in answer(port, f"{below}?lang=ar", server)
            assert upgrade(port, below, f"http://{ADDRESS}:{port}") == 101
            assert upgrade(port, below, "https://evil.example") == 403
        finally:
            server.terminate()
            server.wait(timeout=20)
    assert not asked.exists()


def upgrade(port: int, below: str, origin: str) -> int:
    """The status of the answer to a page that opens a connection."""
    with socket.create_connection((ADDRESS, port), timeout=20) as asking:
        asking.sendall(
            f"GET /{below}_stcore/stream HTTP/1.1\r\nHost: {ADDRESS}:{port}\r\nOrigin: {origin}\r\nConnection: Upgrade\r\n"
            "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
        )
        return int(asking.recv(64).split()[1])


def answer(port: int, path: str, server: subprocess.Popen[bytes]) -> str:
    for _ in range(START_S * 5):
        try:
            with urllib.request.urlopen(f"http://{ADDRESS}:{port}/{path}", timeout=5) as told:
                return str(told.read().decode())
        except urllib.error.HTTPError:
            raise
        except OSError:
            assert server.poll() is None, "the server ended"
            time.sleep(0.2)
    pytest.fail("the server did not answer")


def listening(port: int) -> set[str]:
    """The addresses of this machine on which the port answers."""
    return {address for address in (ADDRESS, "127.0.0.2") if answers(address, port)}


def answers(address: str, port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex((address, port)) == 0


@pytest.mark.parametrize(
    "address, below, link",
    [
        (ADDRESS, "", "http://127.0.0.1:8501/"),
        ("::1", "hudna", "http://[::1]:8501/hudna/"),
        ("0.0.0.0", "/hudna/", f"http://{socket.gethostname()}:8501/hudna/"),
        ("unix:///run/hudna.sock", "", "unix:///run/hudna.sock"),
    ],
)
def test_the_address_that_is_told_is_one_for_a_browser(
    address: str, below: str, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_BASE_URL_PATH", below)
    assert _link(address, 8501) == link


def test_the_options_of_the_page_ask_nobody_and_show_no_traceback() -> None:
    options = tomllib.loads((APP.parent / ".streamlit" / "config.toml").read_text("utf-8"))
    assert options["server"]["enableStaticServing"] is True
    assert options["server"]["address"] == ADDRESS
    assert options["browser"]["gatherUsageStats"] is False
    assert options["logger"]["hideWelcomeMessage"] is True, "it would ask a stranger for this machine's address"
    assert options["client"]["showErrorDetails"] == "none"


def test_the_page_on_serving_names_options_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs" / "serving.md").read_text("utf-8")
    with pytest.raises(SystemExit):
        main(["--help"])
    assert set(re.findall(r"(?<=`)--[a-z-]+|(?<=dashboard )--[a-z-]+", page)) <= set(
        re.findall("--[a-z-]+", capsys.readouterr().out)
    )
    variables = {name.removeprefix("STREAMLIT_").lower() for name in re.findall("STREAMLIT_[A-Z_]+", page)}
    assert variables == {"browser_server_address", "server_address", "server_port", "server_base_url_path"}
    known = {re.sub("(?=[A-Z])", "_", option.replace(".", "_")).lower() for option in config.get_config_options()}
    assert variables <= known
    assert set(re.findall("HUDNA_[A-Z_]+", page)) <= {setting.variable for setting in SETTINGS}


@pytest.mark.parametrize("arguments", [["--check"], []])
def test_a_port_that_is_taken_is_told_in_a_sentence(taken: int, arguments: list[str]) -> None:
    told = main(["--port", str(taken), *arguments])
    assert told and told.startswith(f"something already answers on port {taken}, perhaps Hudna itself: `make ingest`")


def test_a_port_that_is_free_is_nothing_to_tell_of() -> None:
    assert main(["--port", str(free_port()), "--check"]) is None


@pytest.mark.parametrize(
    "address, words", [("no.such.host.invalid", "there is no address"), ("203.0.113.7", "is no address of this machine")]
)
def test_an_address_that_is_none_of_this_machine_is_told_in_a_sentence(address: str, words: str) -> None:
    assert words in (why_not(address, free_port()) or "")


@pytest.mark.parametrize("port", ["0", "65536", "abc", "99999999999", "-1"])
def test_a_port_that_is_none_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as told:
        main([f"--port={port}"])
    assert told.value.code == 2
    assert "a port is a number from 1 to 65535" in capsys.readouterr().err


def test_the_environment_says_where_to_listen(monkeypatch: pytest.MonkeyPatch, taken: int) -> None:
    """As it does for `streamlit run`; an option counts more."""
    monkeypatch.setenv("STREAMLIT_SERVER_PORT", str(taken))
    assert "something already answers" in (main(["--check"]) or "")
    monkeypatch.setenv("STREAMLIT_SERVER_ADDRESS", "203.0.113.7")
    assert "203.0.113.7 is no address" in (main(["--check", "--port", str(free_port())]) or "")
    assert main(["--check", "--port", str(free_port()), "--address", ADDRESS]) is None
