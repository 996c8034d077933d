"""axe-core finds nothing serious on any page, in either language and theme; letters stay joined where a mark begins."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Watched, come_to_rest

pytestmark = pytest.mark.browser
Open = Callable[..., Watched]

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
ZONE = "southwest-2017@SY13"
LIGHT, DARK = "rgb(251, 250, 247)", "rgb(21, 24, 27)"


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    ("query", "ready"),
    [
        ("", ".zone-item"),
        (f"zone={ZONE}", ".ledger li"),
        ("page=articles", ".articles li"),
        ("page=timeline", ".bar-of-days"),
        ("page=agreements", ".agreements li"),
        ("page=about", ".about table"),
        ("compare=2017-05-05", ".change-group"),
        ("compare=side:2017-05-05", ".map.twin path[data-zone]"),
        ("q=Deraa&only=type:ceasefire", ".found li"),
        ("page=articles&q=بالغوطة", ".articles mark"),
    ],
)
def test_axe_finds_nothing_serious(site: str, open_page: Open, query: str, ready: str, language: str) -> None:
    page = open_page(f"{site}?lang={language}&{query}", ready=ready).page
    assert serious_in_both_themes(page) == []
    opener = page.locator(".open-line")
    if opener.count():
        opener.first.click()
        page.wait_for_selector("article p")
        assert serious_in_both_themes(page) == []


@pytest.mark.parametrize(("query", "first"), [("", ".map"), ("page=review", "[name=editor]")])
def test_the_first_link_leads_behind_the_header(site: str, open_page: Open, query: str, first: str) -> None:
    page = open_page(f"{site}?lang=ar&{query}", ready=first).page
    come_to_rest(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="انتقل إلى المحتوى")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(first).evaluate("element => element.getRootNode().activeElement === element")


@pytest.mark.parametrize("query", ["", f"frame=map&zone={ZONE}"])
def test_the_window_holds_all_of_the_map_page(site: str, open_page: Open, query: str) -> None:
    page = open_page(f"{site}?{query}").page
    come_to_rest(page)
    assert page.locator(".stMain").evaluate("main => main.scrollHeight - main.clientHeight") == 0


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [390, 700, 768, 900, 1440])
def test_no_month_below_the_map_is_written_over_another(site: str, open_page: Open, width: int, language: str) -> None:
    page = open_page(f"{site}?lang={language}", width=1440).page
    page.set_viewport_size({"width": width, "height": 900})
    come_to_rest(page)
    boxes = page.locator(".ticks span:visible").evaluate_all("all => all.map(one => one.getBoundingClientRect())")
    boxes.sort(key=lambda box: float(box["left"]))
    assert len(boxes) > 1 and all(one["right"] < other["left"] for one, other in pairwise(boxes))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_serious_in_the_filters(site: str, open_page: Open, language: str) -> None:
    page = open_page(f"{site}?lang={language}&only=status:in_force", ready=".sieve").page
    page.locator(".sieve .unfold").click()
    page.wait_for_selector(".facets .value[aria-pressed=true]")
    assert serious_in_both_themes(page) == []


def serious_in_both_themes(page: Page) -> list[tuple[str, str]]:
    """What axe finds in the light page and, when the system has gone dark, in the dark one, once the colours have changed."""
    found = []
    for theme, paper in (("light", LIGHT), ("dark", DARK)):
        page.emulate_media(color_scheme=theme)
        expect(page.locator(".stApp")).to_have_css("background-color", paper)
        for _ in range(8):
            come_to_rest(page)
            if not (seen := serious_findings(page)):
                break
            page.wait_for_timeout(500)
        found += seen
    return found


def serious_findings(page: Page) -> list[tuple[str, str]]:
    """The rules that are broken, with the first element that breaks each. What is less than serious is Streamlit's own."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    # of the rules that are kept no element comes back: thousands, which took longer to hand over than to look at
    found = page.evaluate("axe.run({ resultTypes: ['violations'] })")
    assert len(found["passes"]) > 10, "axe has looked at the page"
    return [(v["id"], v["nodes"][0]["html"][:200]) for v in found["violations"] if v["impact"] in ("serious", "critical")]
