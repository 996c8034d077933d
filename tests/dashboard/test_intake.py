"""The door that writes: for whom it opens, and what it never takes for an address."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from dashboard.draft import Draft, Kept
from dashboard.intake import AT_ONCE, _checks, find_intake, whole_address
from dashboard.visitor import PROXY_HEADERS, is_local
from data.settings import load_settings
from data.store import Database, open_reader
from geo.edtf import Edtf
from geo.errors import ArticleError
from tests.data.sources.sample_files import ENGLISH, page

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
        ("ليس رابطا", None),
        ("not an address", None),
        ("https://example .org/a", None),
        ("<example.org>", None),
        ("موقع.سوريا/مقال", "https://موقع.سوريا/مقال"),
        ("example.org/two words", "https://example.org/two words"),
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


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """The address of a small server on this machine, which a setting lets the page fetch from; a store of its own."""
    (tmp_path / "web").mkdir()
    for number in (1, 2):
        head = f'<title>Truce {number}</title><meta property="article:published_time" content="2018-05-0{number}T10:00:00Z">'
        (tmp_path / "web" / f"{number}.html").write_bytes(page(f"{ENGLISH} {number}", head=head, language="en"))
    handler = partial(Quiet, directory=str(tmp_path / "web"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    address = f"http://127.0.0.1:{server.server_port}"
    items = "".join(f"<item><title>{n}</title><link>{address}/{n}.html</link></item>" for n in (1, 2))
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Example</title>{items}</channel></rss>'
    (tmp_path / "web" / "feed.xml").write_text(feed, encoding="utf-8")
    for name, value in {"INTAKE": "on", "FETCH_ALLOW": "127.0.0.0/8", "STORE": str(tmp_path / "hudna.sqlite")}.items():
        monkeypatch.setenv(f"HUDNA_{name}", value)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield address
    server.shutdown()
    server.server_close()
    thread.join()


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, format: str, *arguments: object) -> None: ...


def test_a_page_and_a_feed_are_fetched_checked_corrected_and_kept(web: str, tmp_path: Path) -> None:
    intake = find_intake(None, {})
    assert intake
    heard: list[int] = []
    one = intake.check_address(f"{web}/1.html", heard.append)
    (candidate,) = one.candidates
    assert (candidate.article.title, str(candidate.article.published), candidate.outlook) == ("Truce 1", "2018-05-01", "new")
    assert candidate.article.published_basis == "the page's metadata: article:published_time 2018-05-01T10:00:00Z"
    corrected = intake.correct(one, 0, title="Truce", publisher="P", published=Edtf.parse("2018-04"))
    kept = intake.keep(corrected)
    assert isinstance(kept, Kept) and kept.read == (candidate.article.id,) and kept.faults == ()
    feed = intake.check_address(f"{web}/feed.xml", heard.append)
    assert [one.outlook for one in feed.candidates] == ["unchanged", "new"], "what was corrected is not fetched away"
    assert (feed.candidates[0].article.title, feed.candidates[0].article.publisher) == ("Truce", "P")
    assert heard == [1, 1, 2]
    again = intake.keep(feed)
    assert isinstance(again, Kept) and again.unchanged == kept.read
    with open_reader(tmp_path / "hudna.sqlite") as store:
        assert [str(article.published) for article in store.articles() if article.title == "Truce"] == ["2018-04"]


def test_what_keeping_would_do_is_asked_again_before_anything_is_kept(web: str, tmp_path: Path) -> None:
    """Two editors check different files of one name before either keeps: the second would replace the first one's unawares."""
    intake = find_intake(None, {})
    assert intake
    first, second = (intake.check_uploads([("report.txt", f"{ENGLISH} {n}".encode())], lambda count: None) for n in (1, 2))
    assert [draft.candidates[0].outlook for draft in (first, second)] == ["new", "new"]
    assert isinstance(intake.keep(first), Kept)
    told = intake.keep(second)
    assert isinstance(told, Draft) and told.candidates[0].outlook == "replaces"
    with open_reader(tmp_path / "hudna.sqlite") as store:
        assert [article.text for article in store.articles()] == [first.candidates[0].article.text]
    third = intake.check_uploads([("report.txt", f"{ENGLISH} 3".encode())], lambda count: None)
    assert isinstance(intake.keep(told), Kept), "who has seen it may say so"
    assert isinstance(intake.keep(third), Draft), "another text takes the place of one that nobody was told of"
    left_out = replace(third.candidates[0], wanted=False)
    added = intake.check_uploads([("other.txt", b"Nothing of note happened.")], lambda count: None)
    assert isinstance(intake.keep(replace(third, candidates=(left_out, *added.candidates))), Kept)


def test_no_more_than_some_checks_run_at_once(web: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUDNA_PARSE_SECONDS", "1")
    intake = find_intake(None, {})
    assert intake
    for _ in range(AT_ONCE):
        assert _checks.acquire(blocking=False)
    try:
        with pytest.raises(ArticleError, match="try again in a minute"):
            intake.check_uploads([("a.txt", b"text")], lambda count: None)
    finally:
        for _ in range(AT_ONCE):
            _checks.release()
    assert len(intake.check_uploads([("a.txt", b"text")], lambda count: None).candidates) == 1


def test_streamlits_limit_for_uploads_is_that_of_the_settings() -> None:
    config = tomllib.loads((ROOT / "dashboard" / ".streamlit" / "config.toml").read_text("utf-8"))
    assert config["server"]["maxUploadSize"] == -(-load_settings({}).max_document_bytes // 2**20)


def test_what_is_kept_goes_where_the_store_is(database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", database.url)
    monkeypatch.setenv("HUDNA_DATA_FOLDER", str(tmp_path))
    intake = find_intake("127.0.0.1", HERE)
    assert intake
    draft = intake.check_paste(ENGLISH, title=None, publisher=None, published=Edtf.parse("2017-07-09"), url=None)
    done = intake.keep(draft)
    assert isinstance(done, Kept)
    (kept,) = done.read
    with open_reader(database) as store:
        assert store.ids() == (kept,)
    assert not list(tmp_path.iterdir())
