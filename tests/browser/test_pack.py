"""The page of the evidence pack in a real browser, from disk: it asks nobody, and runs nothing of an article's."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from data.export import export
from data.export.dossier import select
from data.export.pack import FOLDER
from tests.browser.test_accessibility import serious_findings
from tests.data.export.sample_dossier import MARKUP, dossier

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("pack")
    with zipfile.ZipFile(io.BytesIO(export("pack", select(dossier())))) as archive:
        archive.extractall(path)
    return (Path(path) / FOLDER / "index.html").as_uri()


def test_the_page_opens_from_disk_and_asks_nobody(open_page: Callable, address: str) -> None:
    watched = open_page(address, ready="svg .zone")
    watched.page.wait_for_load_state("networkidle")
    assert watched.remote == [address] and not watched.complaints
    assert watched.page.locator("blockquote", has_text="<script>").first.inner_text() == MARKUP
    assert watched.page.evaluate("document.scripts.length") == 1


def test_the_button_changes_language_and_direction(open_page: Callable, address: str) -> None:
    page = open_page(address, ready="#language").page
    seen = set()
    for _ in range(2):
        arabic = page.locator("html").get_attribute("lang") == "ar"
        assert page.locator("html").get_attribute("dir") == ("rtl" if arabic else "ltr")
        expect(page.get_by_role("heading", name="المقالات" if arabic else "Articles", exact=True)).to_be_visible()
        expect(page.get_by_role("heading", name="Articles" if arabic else "المقالات", exact=True)).to_have_count(0)
        seen.add(arabic)
        page.locator("#language").click()
    assert seen == {True, False}


def test_axe_finds_nothing_serious(open_page: Callable, address: str) -> None:
    page = open_page(address, ready="#language").page
    for _ in range(2):
        assert serious_findings(page) == []
        page.locator("#language").click()


def test_a_zone_on_the_map_leads_to_its_ledger(open_page: Callable, address: str) -> None:
    page = open_page(address, ready="svg .zone").page
    link = page.locator("svg a").first
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"section{link.get_attribute('href')}")).to_be_in_viewport()


def test_a_narrow_screen_holds_the_page(open_page: Callable, address: str) -> None:
    page = open_page(address, ready="svg .zone", width=360, height=740).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("width", [1440, 390])
def test_a_word_of_any_length_fits_the_page(open_page: Callable, address: str, width: int) -> None:
    page = open_page(address, width=width, ready="#language").page
    titles = page.locator("h2, h3 bdi, td a bdi")
    titles.evaluate_all("titles => titles.forEach(title => { title.textContent = 'Truce ' + 'w'.repeat(900) })")
    assert titles.count() > 4
    assert page.evaluate("document.documentElement.scrollWidth") <= width
