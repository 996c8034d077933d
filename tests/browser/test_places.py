"""The layer of named places in Chromium: nothing until it is wanted, a point for each place, its articles at a click."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched
from tests.browser.test_accessibility import serious_in_both_themes

pytestmark = pytest.mark.browser
Open = Callable[..., Watched]

POINTS = ".named-place[data-area]"


def test_places_are_fetched_only_when_they_are_wanted(site: str, open_page: Open) -> None:
    watched = open_page(site)
    page = watched.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    switch = page.get_by_label("Places named in the articles")
    expect(switch).not_to_be_checked()
    assert page.locator(POINTS).count() == 0
    node = page.locator(".map").element_handle()
    switch.check()
    page.wait_for_selector(POINTS)
    assert [url for url in asked if "/drawn/places-" in url]
    expect(page.locator(".place-roles")).to_contain_text("covered by a truce")
    page.wait_for_url(re.compile("places=all"))
    again = open_page(page.url, ready=POINTS).page
    assert again.locator(POINTS).count() == page.locator(POINTS).count()
    switch.uncheck()
    expect(page.locator(POINTS)).to_have_count(0)
    page.wait_for_url(lambda url: "places" not in url)
    assert node.evaluate("map => map.isConnected"), "the map is the same element through all of it"
    assert watched.remote == []
    assert watched.complaints == []


def test_a_point_tells_its_roles_and_leads_to_the_articles(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?places=all", ready=POINTS).page
    amman = page.locator(".named-place[data-area='jo/amman']")
    expect(amman).to_have_attribute("data-count", "2")
    amman.hover()
    expect(page.locator(".zone-tip")).to_contain_text("venue of talks: 2 articles")
    amman.click()
    expect(page.locator("[data-part=place-panel] h2")).to_have_text("Amman")
    assert page.locator(".place-panel .articles > li").count() == 2
    page.locator(".place-panel .open-line").first.click()
    expect(page.locator("mark.lit").first).to_be_in_viewport()
    assert re.fullmatch("عمّ?ان", page.locator("mark.lit").first.inner_text())
    page.locator(".back:visible").click()
    expect(page.locator("[data-part=place-panel] h2")).to_have_text("Amman")


def test_a_place_of_one_article_opens_it(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?places=all", ready=POINTS).page
    once = page.locator(f"{POINTS}:not([data-count])").first
    once.focus()
    page.keyboard.press("Enter")
    expect(page.locator("article mark.lit").first).to_be_in_viewport()


def test_the_arrow_keys_go_from_point_to_point(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?places=all", ready=POINTS).page
    first = page.locator(f"{POINTS}[tabindex='0']")
    expect(first).to_have_count(1)
    area = first.get_attribute("data-area")
    first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(f"{POINTS}[tabindex='0']")).to_be_focused()
    assert page.locator(f"{POINTS}[tabindex='0']").get_attribute("data-area") != area
    page.keyboard.press("ArrowLeft")
    assert page.locator(f"{POINTS}[tabindex='0']").get_attribute("data-area") == area


@pytest.mark.parametrize(("language", "width"), [("en", 1440), ("ar", 390)])
def test_axe_finds_nothing_serious(site: str, open_page: Open, language: str, width: int) -> None:
    page = open_page(f"{site}?lang={language}&places=all&place=jo/amman", width=width, ready=POINTS).page
    page.wait_for_selector(".place-panel")
    assert serious_in_both_themes(page) == []
    wide = page.evaluate("document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth")
    assert wide <= 0
