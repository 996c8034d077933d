"""axe-core finds nothing serious on any page, in either language and theme; letters stay joined where a mark begins."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import ROOT, Watched

pytestmark = pytest.mark.browser
Open = Callable[..., Watched]

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
ZONE = "southwest-2017@SY13"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
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
        ("q=Deraa&only=type:ceasefire", ".found li"),
        ("page=articles&q=بالغوطة", ".articles mark"),
    ],
)
def test_axe_finds_nothing_serious(site: str, open_page: Open, query: str, ready: str, language: str, dark: bool) -> None:
    page = open_page(f"{site}?lang={language}&{query}", dark=dark, ready=ready).page
    page.wait_for_timeout(500)
    assert serious_findings(page) == []
    opener = page.locator(".open-line")
    if opener.count():
        opener.first.click()
        page.wait_for_selector("article p")
        page.wait_for_timeout(500)
        assert serious_findings(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_serious_in_the_filters(site: str, open_page: Open, language: str, dark: bool) -> None:
    page = open_page(f"{site}?lang={language}&only=status:in_force", dark=dark, ready=".sieve").page
    page.locator(".sieve .unfold").click()
    page.wait_for_selector(".facets .value[aria-pressed=true]")
    page.wait_for_timeout(500)
    assert serious_findings(page) == []


def serious_findings(page: Page) -> list[tuple[str, str]]:
    """The rules that are broken, with the first element that breaks each. What is less than serious is Streamlit's own."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run()")
    assert len(found["passes"]) > 10, "axe has looked at the page"
    return [(v["id"], v["nodes"][0]["html"][:200]) for v in found["violations"] if v["impact"] in ("serious", "critical")]


def test_letters_stay_joined_where_a_mark_begins_inside_a_word(site: str, open_page: Open) -> None:
    """«والغوطة» is one word with a mark from its second letter on: it must be as wide as the same word without a mark."""
    page = open_page(f"{site}?page=articles", ready=".articles li").page
    page.locator(".articles .open-line").first.click()
    page.wait_for_selector("mark.is-place")
    widths = page.locator("article").evaluate(
        """article => {
            const marks = [...article.querySelectorAll('mark.is-place')]
            const mark = marks.find(m => /[وبل]$/.test(m.previousSibling?.textContent ?? ''))
            const letter = mark.previousSibling.textContent.slice(-1)
            const width = (...parts) => {
                const line = document.createElement('span')
                line.style.cssText = 'position: absolute; white-space: nowrap'
                line.append(...parts)
                mark.parentElement.append(line)
                const found = line.getBoundingClientRect().width
                line.remove()
                return found
            }
            return [width(letter + mark.textContent), width(letter, mark.cloneNode(true))]
        }"""
    )
    assert widths[0] == pytest.approx(widths[1], abs=0.1)
