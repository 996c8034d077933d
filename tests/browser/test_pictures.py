"""The pictures in docs/: each page as Chromium draws it, written only when asked for (HUDNA_WRITE_PICTURES=1)."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from tests.browser.conftest import ROOT, Watched

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(os.environ.get("HUDNA_WRITE_PICTURES") != "1", reason="writes the pictures in docs/ only when asked to"),
]
Open = Callable[..., Watched]

ZONE = "southwest-2017@SY13"
# By name: the view, what shows that it is there, the width and height of the window, and whether it is dark.
PICTURES = {
    "screenshot": (f"zone={ZONE}", ".ledger .line", 1440, 900, False),
    "pages/comparison-ar": ("lang=ar&compare=2017-05-20", ".change-group", 1280, 800, False),
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
