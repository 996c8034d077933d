"""Articles come in on the page: files, a pasted text, an address; hostile ones, large ones, and where the page may not."""

from __future__ import annotations

import http.client
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from dashboard.strings import text
from data.store import open_reader, open_writer
from tests.browser.conftest import Watched, serving, serving_process
from tests.browser.test_accessibility import serious_findings
from tests.browser.test_hostile import HOSTILE, PLANTED, SCRIPT
from tests.data.sources.sample_files import docx, line_from_left, pdf

pytestmark = pytest.mark.browser
Open = Callable[..., Watched]

DARAA = "The ceasefire in Daraa took effect on Thursday, a source said."
IDLIB = "A truce in Idlib holds since 3 May 2018, the ministry said."
ARABIC = "دخل وقف إطلاق النار في مدينة الرستن حيز التنفيذ يوم الخميس، وقال مصدر إن الهدنة صامدة."
ADD = ".st-key-add_way"
# the heading that has the focus, in the part of the page that it is in
FOCUSED = "() => document.activeElement?.shadowRoot?.activeElement?.closest('h2')?.textContent"
GIGABYTE = 1_000_000_000


@pytest.fixture(scope="module")
def adding_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path, int]]:
    """A server that shows a store with nothing in it: its address, the store, the number of its process."""
    folder = tmp_path_factory.mktemp("adding")
    open_writer(folder / "hudna.sqlite").close()
    with serving_process(folder / "hudna.sqlite", folder / "server.log") as (address, pid):
        yield address, folder / "hudna.sqlite", pid


def ids(store: Path) -> set[str]:
    with open_reader(store) as reader:
        return {article.id for article in reader.articles()}


def way(page: Page, number: int) -> None:
    page.locator(f"{ADD} button").nth(number).click()
    page.wait_for_selector((".st-key-paste_text", ".st-key-uploads", ".st-key-address_written")[number])


def upload(page: Page, folder: Path, files: dict[str, bytes]) -> None:
    way(page, 1)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    page.set_input_files(".st-key-uploads input[type=file]", [folder / name for name in files])
    expect(page.get_by_test_id("stFileChip")).to_have_count(len(files))
    page.locator(".st-key-upload_check button:enabled").click()
    page.wait_for_selector("[data-part=draft]")


def test_word_and_pdf_files_become_zones_that_others_see_too(
    adding_site: tuple[str, Path, int], open_page: Open, tmp_path: Path
) -> None:
    address, store, _ = adding_site
    other = open_page(address).page
    expect(other.locator("h2").first).to_have_text("No zones yet")
    watched = open_page(f"{address}?page=add", ready=ADD)
    page = watched.page
    files = {
        "report.docx": docx(f"<w:p><w:r><w:t>{DARAA}</w:t></w:r></w:p>"),
        "release.pdf": pdf([line_from_left(IDLIB, 700)]),
        "broken.pdf": b"no pdf",
    }  # fmt: skip
    upload(page, tmp_path, files)
    expect(page.locator(".notice code")).to_have_text("broken.pdf")
    expect(page.locator(".candidates-in .look")).to_have_text([DARAA, IDLIB])
    expect(page.locator(".extracted")).to_have_text(DARAA)
    page.get_by_label("Published").fill("2018-05-04")
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=candidate]")).to_contain_text("published 4 May 2018")
    page.locator(".candidates-in .look").nth(1).click()
    expect(page.locator(".extracted")).to_have_text(IDLIB)
    page.get_by_role("button", name="Read and keep both").click()
    page.wait_for_selector("[data-part=kept]")
    expect(page.locator("[data-part=kept] [role=status]")).to_have_text("2 articles were read and kept.")
    assert ids(store) >= {"upload/report", "upload/release"}
    other.reload()
    other.wait_for_selector(".zone-item")
    page.locator("[data-part=kept] .zone-item").first.click()
    page.wait_for_selector(".ledger blockquote")
    expect(page.locator(".ledger mark").first).to_be_visible()
    assert watched.remote == [] and watched.complaints == []


def test_a_text_is_pasted_and_kept_with_the_keyboard_on_a_phone(adding_site: tuple[str, Path, int], open_page: Open) -> None:
    address, store, _ = adding_site
    before = ids(store)
    page = open_page(f"{address}?lang=ar&page=add", ready=ADD, width=390, height=844).page
    for expected in ("ليس في المخزن بعد", "هذا المقال بعينه في المخزن من قبل"):
        # code for the small fields comes after that for the large one: only when all are there does Tab lead from one to the next
        expect(page.get_by_role("textbox")).to_have_count(5)
        page.get_by_role("textbox", name="النص").focus()
        page.keyboard.insert_text(ARABIC)
        page.keyboard.press("Tab")
        page.keyboard.insert_text("الرستن")
        page.keyboard.press("Enter")
        page.wait_for_selector("[data-part=candidate]")
        expect(page.locator("[data-part=candidate] dd").first).to_have_text(expected)
        assert (
            page.evaluate("document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth") <= 0
        )
        page.locator(".st-key-draft_keep button").focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("[data-part=kept]")
    expect(page.locator(".there .open-line")).to_contain_text("الرستن")
    (new,) = ids(store) - before
    assert new.startswith("paste/")


def test_the_server_is_not_made_to_fetch_from_itself(adding_site: tuple[str, Path, int], open_page: Open) -> None:
    address, store, _ = adding_site
    before = ids(store)
    page = open_page(f"{address}?page=add", ready=ADD).page
    way(page, 2)
    page.get_by_label("Address of a page").fill(address)
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-part=draft] .notice")
    expect(page.locator(".notice li")).to_contain_text("leads to an address that is not public")
    expect(page.get_by_role("button", name="Read and keep")).to_have_count(0)
    assert ids(store) == before


def test_a_gigabyte_is_refused_before_it_is_sent_and_before_it_is_held(
    adding_site: tuple[str, Path, int], open_page: Open, tmp_path: Path
) -> None:
    address, _, pid = adding_site
    page = open_page(f"{address}?page=add", ready=ADD).page
    sent: list[tuple[str, dict[str, str]]] = []
    page.on(
        "request", lambda r: sent.append((r.url, r.all_headers())) if "upload_file" in r.url and r.method == "PUT" else None
    )
    way(page, 1)
    with (tmp_path / "large.txt").open("wb") as large:
        large.truncate(GIGABYTE)
    page.set_input_files(".st-key-uploads input[type=file]", tmp_path / "large.txt")
    chip = page.locator("[data-testid=stFileChip][aria-invalid=true]")
    chip.wait_for()
    shown = chip.evaluate("chip => getComputedStyle(chip.closest(':has(> div > [data-testid=stFileChip])'), '::after').content")
    assert shown == '"not uploaded: larger than 30\u00a0MB"'
    assert sent == []
    (tmp_path / "small.txt").write_text(DARAA, encoding="utf-8")
    page.set_input_files(".st-key-uploads input[type=file]", tmp_path / "small.txt")
    page.locator(".st-key-upload_check button:enabled").wait_for()
    url, headers = sent[0]
    held = peak_bytes(pid)
    assert put(url, headers, length=GIGABYTE) == put(url, headers, length=None) == 413
    assert peak_bytes(pid) - held < 150_000_000


def put(url: str, headers: dict[str, str], *, length: int | None) -> int:
    """The status that the server answers to a file of a gigabyte: one that says its length, or one that does not."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=60)
    try:
        connection.putrequest("PUT", parts.path)
        for name in ("cookie", "x-xsrftoken", "content-type"):
            if name in headers:
                connection.putheader(name, headers[name])
        connection.putheader(*(("Content-Length", str(length)) if length else ("Transfer-Encoding", "chunked")))
        connection.endheaders()
        boundary = headers["content-type"].partition("boundary=")[2]
        begin = f'--{boundary}\r\nContent-Disposition: form-data; name="a"; filename="a.txt"\r\n\r\n'.encode()
        with suppress(OSError):  # refused while it is sent
            for chunk in (begin, *[b"x" * 2**20] * (0 if length else GIGABYTE // 2**20)):
                connection.send(chunk if length else b"%x\r\n%s\r\n" % (len(chunk), chunk))
        return connection.getresponse().status
    finally:
        connection.close()


def peak_bytes(pid: int) -> int:
    """The most memory that a process had so far; 0 where the system does not tell."""
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text("utf-8").splitlines() if sys.platform == "linux" and status.exists() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


def test_nothing_hostile_runs_in_a_draft_or_after_it_was_kept(
    adding_site: tuple[str, Path, int], open_page: Open, tmp_path: Path
) -> None:
    address, _, _ = adding_site
    watched = open_page(f"{address}?page=add", ready=ADD)
    page = watched.page
    known = {"title": SCRIPT, "publisher": SCRIPT, "id": SCRIPT, "published": "2018", "published_basis": SCRIPT}
    other = {"text": f"{SCRIPT} The truce in Nowhere{SCRIPT} holds.", "url": "https://example.org/<script>"}
    rows = [{"text": f"{HOSTILE} {DARAA}", **known}, other]
    lines = "\n".join(json.dumps(row) for row in rows).encode()
    upload(page, tmp_path, {"<img src=x onerror=window.ran=1>.jsonl": lines, "<b>&amp;.pdf": b"x"})
    page.locator(".candidates-in .leave").nth(1).click()
    page.wait_for_selector(".is-left-out")
    page.locator(".candidates-in .leave").nth(1).click()
    for number in (1, 0):
        page.locator(".candidates-in .look").nth(number).click()
        page.wait_for_selector(f".candidates-in li:nth-child({number + 1}) .look[aria-pressed=true]")
        page.wait_for_timeout(300)
    expect(page.locator(".extracted")).to_contain_text(SCRIPT)
    assert page.locator(PLANTED).count() == 0 and page.evaluate("window.ran") is None
    page.get_by_role("button", name="Read and keep both").click()
    page.wait_for_selector("[data-part=kept]")
    page.wait_for_timeout(300)
    assert page.locator(PLANTED).count() == 0 and page.evaluate("window.ran") is None
    assert watched.remote == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_serious(
    adding_site: tuple[str, Path, int], open_page: Open, tmp_path: Path, language: str, dark: bool
) -> None:
    address, _, _ = adding_site
    page = open_page(f"{address}?lang={language}&page=add", ready=ADD, dark=dark).page
    for number in (0, 2, 1):
        way(page, number)
        page.mouse.move(5, 5)
        page.wait_for_timeout(500)
        assert serious_findings(page) == []
    upload(page, tmp_path, {"one.txt": f"{DARAA} {language} {dark}".encode(), "two.txt": ARABIC.encode(), "bad.pdf": b"x"})
    page.wait_for_timeout(800)
    assert serious_findings(page) == []
    page.locator(".st-key-draft_keep button").click()
    page.wait_for_selector("[data-part=kept]")
    page.wait_for_timeout(800)
    assert serious_findings(page) == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    "closed_by", [{"HUDNA_INTAKE": "off"}, {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}], ids=["off", "every address"]
)
def test_a_server_that_may_not_takes_nothing(
    tmp_path: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch, closed_by: dict[str, str], language: str
) -> None:
    for name, value in closed_by.items():
        monkeypatch.setenv(name, value)
    open_writer(tmp_path / "hudna.sqlite").close()
    with serving(tmp_path / "hudna.sqlite", tmp_path / "server.log") as address:
        page = open_page(f"{address}?lang={language}&page=add", ready="[data-part=closed]").page
        assert page.locator("textarea, input[type=file], input[type=text]").count() == 0
        assert serious_findings(page) == []
        page = open_page(f"{address}?lang={language}&q={quote('x')}").page
        offered = page.locator(".st-key-page_switch button")
        expect(offered.get_by_text(text("page.articles", language))).to_have_count(1)
        expect(offered.get_by_text(text("page.add", language))).to_have_count(0)
