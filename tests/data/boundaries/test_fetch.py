"""Fetching boundaries: a publisher on this machine that answers well, or stalls, breaks off, sends elsewhere and lies."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from data.boundaries.fetch import install, main
from data.boundaries.kept import FOLDER, find_kept, kept_land
from data.boundaries.publisher import Limits
from data.boundaries.sets import BoundarySet
from data.settings import Settings, load_settings
from geo.errors import BoundaryError, SettingError
from geo.footprint.units import Extent
from tests.data.boundaries.sample_boundaries import QUARTERS, archive, layers

Fetch = Callable[..., object]
PATIENT = Limits(answer_s=60, download_s=60, silence_s=60, description_bytes=20_000, file_bytes=200_000)
# only where it is the time that is tried: on a busy machine a good answer may take longer
QUICK = replace(PATIENT, answer_s=0.6, download_s=1.2, silence_s=0.4)
SLOW = {"stalls before it answers", "stalls in the file", "drips", "drips its headers"}


class Publisher(BaseHTTPRequestHandler):
    """A CKAN with one set. `way` is how it behaves, `content` the archive that it offers."""

    way: ClassVar[str] = "well"
    content: ClassVar[bytes] = b""
    elsewhere: ClassVar[str] = ""
    over: ClassVar[threading.Event] = threading.Event()

    def do_GET(self) -> None:
        here = f"http://127.0.0.1:{self.server.server_address[1]}"
        if self.path.startswith("/api/3/action/package_show?id=cod-ab-qqq"):
            self.describe(here)
        elif self.path == "/download/qqq.zip":
            self.offer(here)
        elif self.path == "/stored/qqq.zip":
            self.answer(self.content)
        else:
            self.send_error(404)

    def describe(self, here: str) -> None:
        if self.way == "stalls before it answers":
            self.over.wait(5)
        resources = [
            {"format": "SHP", "url": f"{here}/download/qqq_shp.zip"},
            {"format": "GeoJSON", "url": f"{here}/download/qqq.zip"},
        ]
        match self.way:
            case "has no such format":
                resources = [{"format": "PDF", "url": f"{here}/download/qqq.pdf"}]
            case "offers a file elsewhere":
                resources[1]["url"] = f"{self.elsewhere}/download/qqq.zip"
            case "talks without end":
                resources *= 1_000
        body = json.dumps({"success": True, "result": {"resources": resources}}).encode()
        self.answer(b"<html>not a CKAN</html>" if self.way == "is no CKAN" else body)

    def offer(self, here: str) -> None:
        match self.way:
            case "redirects to its store":
                self.redirect(f"{here}/stored/qqq.zip")
            case "redirects elsewhere":
                self.redirect(f"{self.elsewhere}/download/qqq.zip")
            case "redirects to itself":
                self.redirect("/download/qqq.zip")
            case "breaks off":
                self.answer(self.content[: len(self.content) // 2], said=len(self.content))
            case "stalls in the file":
                self.answer(self.content[:100], said=len(self.content), pause=5)
            case "drips":
                self.answer(self.content, pause=0.1, step=20)
            case "drips its headers":
                self.drip_headers()
            case "sends too much":
                self.answer(b"0" * 300_000)
            case "fails":
                self.send_error(503)
            case _:
                self.answer(self.content)

    def redirect(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def answer(self, body: bytes, said: int | None = None, pause: float = 0, step: int = 1_000_000) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(body) if said is None else said))
        self.end_headers()
        for start in range(0, len(body), step):
            self.wfile.write(body[start : start + step])
            self.wfile.flush()
            if pause and self.over.wait(pause):
                return

    def drip_headers(self) -> None:
        for letter in b"HTTP/1.1 200 OK\r\nX-Patience: " + b"a" * 1_000:
            self.wfile.write(bytes([letter]))
            self.wfile.flush()
            if self.over.wait(0.1):
                return

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of a publisher whose behaviour a test sets in the class `Publisher`."""
    Publisher.way, Publisher.over = "well", threading.Event()
    Publisher.content = archive(tmp_path / "offered.zip", layers()).read_bytes()
    servers = [ThreadingHTTPServer(("127.0.0.1", 0), Publisher) for _ in range(2)]
    for each in servers:
        each.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that gave up is no fault of the server
        threading.Thread(target=each.serve_forever, args=(0.02,), daemon=True).start()
    Publisher.elsewhere = f"http://127.0.0.1:{servers[1].server_address[1]}"
    yield f"http://127.0.0.1:{servers[0].server_address[1]}"
    Publisher.over.set()
    for each in servers:
        each.shutdown()
        each.server_close()


@pytest.fixture
def settings(tmp_path: Path, server: str) -> Settings:
    return load_settings({"HUDNA_DATA_FOLDER": str(tmp_path / "data"), "HUDNA_BOUNDARIES_URL": server})


@pytest.fixture
def fetch(settings: Settings, expected: BoundarySet, extents: dict[str, Extent]) -> Fetch:
    """Installs the boundaries, from the publisher or from a file, within short limits where the publisher is slow."""
    return lambda file=None: install(expected, extents, settings, file, QUICK if Publisher.way in SLOW else PATIENT)


def in_force(settings: Settings) -> object:
    """What is kept, with its polygons and the names of all files."""
    kept = find_kept(settings.data_folder, "QQ")
    folder = settings.data_folder / FOLDER
    files = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return kept, kept and {code: land.wkt for code, land in kept_land(settings.data_folder, kept).items()}, files


@pytest.mark.parametrize("way", ["well", "redirects to its store"])
def test_the_publishers_file_is_kept_with_its_checksum(fetch: Fetch, settings: Settings, server: str, way: str) -> None:
    Publisher.way = way
    fetch()
    kept = find_kept(settings.data_folder, "QQ")
    assert kept is not None
    assert (kept.units, kept.valid_on, kept.origin) == ((1, 2, 4), "2024-02-29", f"{server}/download/qqq.zip")
    assert (settings.data_folder / FOLDER / kept.file).read_bytes() == Publisher.content
    land = kept_land(settings.data_folder, kept)
    assert all(land[code].equals(shape) for code, shape in QUARTERS.items())


@pytest.mark.parametrize("before", ["nothing", "something"])
@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("stalls before it answers", "0.6 s|silent"),
        ("stalls in the file", "silent"),
        ("drips", "1.2 s"),
        ("drips its headers", "1.2 s"),
        ("breaks off", "cannot be read"),
        ("sends too much", "200,000 bytes"),
        ("talks without end", "20,000 bytes"),
        ("redirects elsewhere", "not the publisher's"),
        ("offers a file elsewhere", "not the publisher's"),
        ("redirects to itself", "more than 5 times"),
        ("fails", "503"),
        ("is no CKAN", "CKAN"),
        ("has no such format", "pdf"),
        ("lies", "1, 2, 3"),
        ("sends another archive", "adm3_pcode"),
        ("sends no archive", "cannot be read"),
    ],
)
def test_whatever_the_publisher_does_the_previous_boundaries_stay(
    fetch: Fetch, settings: Settings, tmp_path: Path, before: str, way: str, words: str
) -> None:
    if before == "something":
        fetch()
    previous = in_force(settings)
    short = layers()
    short["qqq_admin3"].pop()
    match way:
        case "lies":
            Publisher.content = archive(tmp_path / "lie.zip", short).read_bytes()
        case "sends another archive":
            Publisher.content = archive(tmp_path / "other.zip", {"roads": layers()["qqq_points"]}).read_bytes()
        case "sends no archive":
            Publisher.content = b"<html>please log in</html>"
    Publisher.way = way
    with pytest.raises(BoundaryError, match=words):
        fetch()
    assert in_force(settings) == previous


def test_new_boundaries_replace_the_old_ones_and_nothing_is_left_over(fetch: Fetch, settings: Settings, tmp_path: Path) -> None:
    fetch()
    fetch(archive(tmp_path / "newer.zip", layers(columns="ADM{}_PCODE")))
    kept, _, files = in_force(settings)  # type: ignore[misc]
    assert kept.origin.endswith("newer.zip")
    assert files == sorted([kept.file, kept.shapes, "QQ.json"])


def test_a_shapefile_is_kept_with_all_its_parts(
    fetch: Fetch, settings: Settings, tmp_path: Path, expected: BoundarySet, extents: dict[str, Extent]
) -> None:
    import geopandas

    path = tmp_path / "quadria.shp"
    geopandas.GeoDataFrame.from_features(layers()["qqq_admin3"], crs=4326).to_file(path)
    fetch(path)
    kept = find_kept(settings.data_folder, "QQ")
    assert kept is not None
    install(expected, extents, settings, settings.data_folder / FOLDER / kept.file, PATIENT)


@pytest.mark.parametrize("damage", [b"", b"{}", b'{"QQ010101": "00"}'])
def test_damaged_polygons_are_told_and_not_used(fetch: Fetch, settings: Settings, damage: bytes) -> None:
    fetch()
    kept = find_kept(settings.data_folder, "QQ")
    assert kept is not None
    (settings.data_folder / FOLDER / kept.shapes).write_bytes(damage)
    with pytest.raises(BoundaryError, match="make boundaries"):
        kept_land(settings.data_folder, kept)
    (settings.data_folder / FOLDER / "QQ.json").write_bytes(damage)
    with pytest.raises(BoundaryError, match="make boundaries"):
        find_kept(settings.data_folder, "QQ")


def test_a_folder_that_cannot_be_written_is_told(
    expected: BoundarySet, extents: dict[str, Extent], tmp_path: Path, server: str
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    blocked = load_settings({"HUDNA_DATA_FOLDER": str(tmp_path / "data"), "HUDNA_BOUNDARIES_URL": server})
    with pytest.raises(BoundaryError, match="HUDNA_DATA_FOLDER"):
        install(expected, extents, blocked, None, PATIENT)


@pytest.fixture
def command(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, expected: BoundarySet, extents: dict[str, Extent], server: str
) -> None:
    """The command, for the sample country and its publisher."""
    monkeypatch.setattr("data.boundaries.fetch.load_boundary_sets", lambda: {"QQ": expected})
    monkeypatch.setattr("data.boundaries.fetch.load_extents", lambda: extents)
    monkeypatch.setattr("data.boundaries.fetch.Limits", lambda: PATIENT)
    monkeypatch.setenv("HUDNA_DATA_FOLDER", str(settings.data_folder))
    monkeypatch.setenv("HUDNA_BOUNDARIES_URL", server)


@pytest.mark.usefixtures("command")
def test_a_first_start_without_an_answer_is_one_line_and_no_fault(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    Publisher.way = "fails"
    assert main(["--if-missing"]) == 0
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 1 and "built-in" in told.out and not told.err
    assert find_kept(settings.data_folder, "QQ") is None


@pytest.mark.usefixtures("command")
def test_a_first_start_with_an_answer_keeps_what_it_got_and_asks_no_more(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--if-missing"]) == 0
    told = capsys.readouterr().out
    assert all(words in told for words in ("cod-ab-qqq", "1, 2, 4", "sha256", "No side is taken"))
    Publisher.way = "fails"
    assert main(["--if-missing"]) == 0
    assert not capsys.readouterr().out
    with pytest.raises(BoundaryError):
        main([])


@pytest.mark.usefixtures("command")
def test_who_sets_the_address_to_off_asks_nobody(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HUDNA_BOUNDARIES_URL", "off")
    assert main(["--if-missing"]) == 0
    assert not capsys.readouterr().out
    with pytest.raises(BoundaryError, match="--file"):
        main([])
    assert main(["--file", str(archive(tmp_path / "mine.zip", layers()))]) == 0
    assert find_kept(settings.data_folder, "QQ") is not None


@pytest.mark.parametrize("arguments", [["--force"], ["--file"], ["a.zip"], ["--if-missing", "--file", "x"]])
def test_other_arguments_are_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert "--file PATH" in capsys.readouterr().err


@pytest.mark.parametrize("address", ["http://mirror.example", "ftp://x", "https://me:secret@mirror.example", "https://x/?a=1"])
def test_an_unsafe_address_of_a_publisher_is_refused(address: str) -> None:
    with pytest.raises(SettingError, match="HUDNA_BOUNDARIES_URL"):
        load_settings({"HUDNA_BOUNDARIES_URL": address})
