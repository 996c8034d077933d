"""The pictures in docs/: each page as Chromium draws it, written only when asked for (HUDNA_WRITE_PICTURES=1)."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import ROOT, Watched, ingest, serving

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(os.environ.get("HUDNA_WRITE_PICTURES") != "1", reason="writes the pictures in docs/ only when asked to"),
]
Open = Callable[..., Watched]

ZONE = "southwest-2017@SY13"
ADDED = "The ceasefire in Daraa took effect on Thursday, a source said. Calm held in the city."
ADDED_AR = "دخل وقف إطلاق النار في مدينة الرستن حيز التنفيذ يوم الخميس، وقال مصدر إن الهدنة صامدة."
# By name: the view, what shows that it is there, the width and height of the window, and whether it is dark.
PICTURES = {
    "screenshot": (f"zone={ZONE}", ".ledger .line", 1440, 900, False),
    "pages/comparison-ar": ("lang=ar&compare=2017-05-20", ".change-group", 1280, 800, False),
    "pages/side-by-side": ("compare=side:2017-05-05", ".map.twin path[data-zone]", 1280, 800, False),
    "pages/timeline": ("page=timeline", ".bar-of-days", 1280, 800, False),
    "pages/timeline-ar": ("lang=ar&page=timeline", ".bar-of-days", 1280, 800, True),
    "pages/articles": ("page=articles", ".articles li", 1280, 800, False),
    "pages/agreements-ar": ("lang=ar&page=agreements", ".agreements li", 1280, 800, False),
    "pages/about": ("page=about", ".about table", 1280, 800, False),
    "pages/search-ar": ("lang=ar&q=بالغوطة", ".found li", 1280, 800, False),
    "pages/phone-ar": ("lang=ar", ".zone-item", 390, 844, False),
    "pages/map-alone": (f"frame=map&zone={ZONE}", ".map-only", 900, 640, True),
}


@pytest.mark.parametrize("name", PICTURES)
def test_picture(site: str, open_page: Open, name: str) -> None:
    query, ready, width, height, dark = PICTURES[name]
    page = open_page(f"{site}?{query}", width=width, height=height, dark=dark, ready=ready).page
    page.mouse.move(5, 5)
    page.wait_for_timeout(2_000)
    file = ROOT / "docs" / f"{name}.png"
    file.parent.mkdir(exist_ok=True)
    page.screenshot(path=file)


@pytest.mark.parametrize(
    ("name", "query", "dark"), [("review", "page=review", False), ("review-ar", "page=review&lang=ar", True)]
)
def test_picture_of_the_review(site: str, open_page: Open, name: str, query: str, dark: bool) -> None:
    page = open_page(f"{site}?{query}", width=1280, height=800, dark=dark, ready=".review-item").page
    if dark:
        page.keyboard.press("e")
        page.wait_for_selector(".review-form")
    page.wait_for_timeout(2_000)
    page.screenshot(path=ROOT / "docs" / "pages" / f"{name}.png")


def test_picture_of_the_reader(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?lang=ar&zone={ZONE}&marks=all", width=1280, height=800, ready=".ledger .open-line").page
    page.locator(".ledger .open-line").first.click()
    page.wait_for_selector("mark.lit")
    page.wait_for_timeout(2_000)
    page.screenshot(path=ROOT / "docs" / "pages" / "reader-ar.png")


def test_pictures_of_adding(open_page: Open, tmp_path: Path) -> None:
    """On a store of its own: the other pictures show the seeds."""
    ingest(ROOT / "seeds", tmp_path / "hudna.sqlite")
    with serving(tmp_path / "hudna.sqlite", tmp_path / "server.log") as address:
        page = open_page(f"{address}?page=add", width=1280, height=1000, ready=".st-key-add_way").page
        page.locator(".st-key-add_way button").nth(1).click()
        (tmp_path / "report.txt").write_text("A truce in Idlib holds since 3 May 2018, the ministry said.", encoding="utf-8")
        (tmp_path / "notes.md").write_text("---\ndate: 2018-05-04\npublisher: The Example\n---\n" + ADDED, encoding="utf-8")
        (tmp_path / "scan.pdf").write_bytes(b"no text")
        page.set_input_files("input[type=file]", [tmp_path / name for name in ("notes.md", "report.txt", "scan.pdf")])
        page.locator(".st-key-upload_check button:enabled").click()
        page.wait_for_selector("[data-part=candidate]")
        page.mouse.move(5, 5)
        page.wait_for_timeout(2_000)
        page.screenshot(path=ROOT / "docs" / "pages" / "adding.png")
        page = open_page(f"{address}?lang=ar&page=add", width=390, height=844, ready=".st-key-add_way").page
        page.get_by_role("textbox", name="النص").fill(ADDED_AR)
        page.locator("[data-testid=stFormSubmitButton] button").click()
        page.wait_for_selector("[data-part=candidate]")
        page.locator(".st-key-draft_keep button").click()
        page.wait_for_selector("[data-part=kept]")
        page.wait_for_timeout(2_000)
        page.screenshot(path=ROOT / "docs" / "pages" / "adding-ar.png")
