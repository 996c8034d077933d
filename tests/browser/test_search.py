"""Search, filters and tray in Chromium, on the seeds."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched, come_to_rest

pytestmark = pytest.mark.browser
Open = Callable[..., Watched]
FOCUSED = "() => { let e = document.activeElement; while (e?.shadowRoot) e = e.shadowRoot.activeElement; return e }"


def ask(page: Page, query: str) -> None:
    """Writes into the search field and presses Enter."""
    field = page.locator("input[type=search]")
    field.fill(query)
    field.press("Enter")


def zones(page: Page) -> set[str]:
    """The zones on the map."""
    return set(page.locator("path[data-zone]").evaluate_all("paths => paths.map(path => path.dataset.zone)"))


def shown(page: Page, wanted: Callable[[set[str]], bool]) -> set[str]:
    """The zones on the map once they are what is wanted, or as they are after some seconds: the map follows the list."""
    for _ in range(50):
        if wanted(zones(page)):
            break
        page.wait_for_timeout(100)
    return zones(page)


def listed(page: Page) -> set[str]:
    return set(page.locator(".zone-item").evaluate_all("items => items.map(item => item.dataset.zone)"))


@pytest.mark.parametrize(
    ("query", "name"), [("بالغوطة", "Eastern Ghouta"), ("Deraa", "Daraa Governorate"), ("درعا", "Daraa Governorate")]
)
def test_a_place_is_found_as_it_is_written_and_the_map_shows_what_is_left(
    site: str, open_page: Open, query: str, name: str
) -> None:
    watched = open_page(site)
    page = watched.page
    all_zones, node = zones(page), page.locator(".map").element_handle()
    ask(page, query)
    page.wait_for_selector(".found mark")
    expect(page.locator(".zone-item", has_text=name).first).to_be_visible()
    expect(page.locator("path[data-zone]")).not_to_have_count(0)
    assert listed(page) < all_zones
    expect(page.locator(".hiding .hidden-line")).to_contain_text(re.compile("hidden by the search"))
    assert shown(page, lambda on_map: on_map == listed(page)) == listed(page)
    assert node.evaluate("map => map.isConnected")
    page.wait_for_url(re.compile("q="))
    page.locator(".found .open-line").first.click()
    expect(page.locator("mark.lit").first).to_be_in_viewport()
    page.locator(".hiding .show-all").click()
    page.wait_for_function("() => !location.search.includes('q=')")
    assert shown(page, lambda on_map: on_map == all_zones) == all_zones
    assert watched.remote == []
    assert watched.complaints == []


def test_the_field_keeps_focus_caret_and_what_is_written_meanwhile(site: str, open_page: Open) -> None:
    page = open_page(site).page
    field = page.locator("input[type=search]")
    ask(page, "Deraa")
    page.wait_for_selector(".found mark")
    assert page.evaluate(f"({FOCUSED})().type") == "search"
    field.press("ArrowLeft")
    field.press("ArrowLeft")
    page.keyboard.type("xy")
    assert field.input_value() == "Derxyaa"
    page.get_by_label("Previous change").click()
    page.wait_for_url(re.compile("day="))
    field.focus()
    field.fill("Homs")
    field.evaluate("e => e.setSelectionRange(1, 3)")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q=Homs"))
    page.wait_for_timeout(300)
    assert page.evaluate(f"(() => {{ const e = ({FOCUSED})(); return [e.value, e.selectionStart, e.selectionEnd] }})()") == [
        "Homs", 1, 3,
    ]  # fmt: skip


def test_leaving_the_field_asks_too(site: str, open_page: Open) -> None:
    page = open_page(site).page
    page.locator("input[type=search]").fill("Deraa")
    page.keyboard.press("Tab")
    page.wait_for_selector(".found mark")


def test_filters_count_hide_and_are_taken_back_by_keyboard(site: str, open_page: Open) -> None:
    page = open_page(site).page
    everything = listed(page)
    unfold = page.get_by_role("button", name="Filters")
    unfold.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".facets")
    assert page.evaluate(f"({FOCUSED})().getAttribute('aria-expanded')") == "true"
    choice = page.get_by_role("group", name="Status on the day shown").get_by_role("button", name="In force")
    count = int(choice.locator(".count").inner_text())
    choice.focus()
    page.keyboard.press("Space")
    expect(choice).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(f"({FOCUSED})().getAttribute('aria-pressed')") == "true"
    assert len(listed(page)) == count
    expect(page.locator(".sieve .hidden-line")).to_contain_text(f"{len(everything) - count} zones are hidden")
    expect(page.locator("path[data-zone]")).not_to_have_count(0)
    assert shown(page, lambda on_map: on_map == listed(page)) == listed(page)
    page.keyboard.press("Space")
    expect(choice).to_have_attribute("aria-pressed", "false")
    assert listed(page) == everything


def test_a_status_filter_follows_the_day_in_the_browser(site: str, open_page: Open) -> None:
    """On every day that is shown the map holds the zones of that status, before Python has heard of the day."""
    page = open_page(f"{site}?day=2017-05-20&only=status:in_force").page
    page.wait_for_selector(".map[data-painted^='2017-05-20:']")
    before = zones(page)
    typed = page.get_by_label("Go to a day, as year-month-day")
    typed.fill("2017-07-19")
    typed.press("Enter")
    page.wait_for_selector(".map[data-painted^='2017-07-19:']")
    after = zones(page)
    assert before != after
    counts = dict(
        zip(page.locator(".legend .label").all_inner_texts(), page.locator(".legend .count").all_inner_texts(), strict=True)
    )
    assert int(counts["In force"]) == len(after)
    assert not any(count for label, count in counts.items() if label != "In force")


def test_a_zone_that_is_open_stays_on_the_map_though_the_filters_hide_it(site: str, open_page: Open) -> None:
    zone = "southwest-2017@SY13"
    page = open_page(f"{site}?zone={zone}&only=modality:denied", ready=".ledger li").page
    page.wait_for_selector(".map[data-painted$=':1']")
    assert zones(page) == {zone}
    expect(page.locator(".hiding .hidden-line")).to_be_visible()


def test_a_link_opens_the_same_search(site: str, open_page: Open) -> None:
    page = open_page(site).page
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("group", name="Kind").get_by_role("button", name="Ceasefire").click()
    expect(page.locator(".value[aria-pressed=true]")).to_have_count(1)
    ask(page, '"وقف إطلاق النار"')
    page.wait_for_selector(".found mark")
    page.wait_for_timeout(400)
    again = open_page(page.url).page
    again.wait_for_selector(".found mark")
    assert listed(again) == listed(page)
    assert again.locator("input[type=search]").input_value() == '"وقف إطلاق النار"'
    assert again.locator(".chosen .value").inner_text().startswith("Ceasefire")
    page.go_back()
    expect(page.locator("input[type=search]")).to_have_value("")


def test_the_articles_are_searched_as_well(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?page=articles&lang=ar", ready=".articles li").page
    count = page.locator(".articles > li").count()
    ask(page, "لا شيء كهذا إطلاقاً")
    page.wait_for_selector(".hidden-line")
    expect(page.locator(".articles > li")).to_have_count(0)
    expect(page.locator(".tray")).to_be_visible()
    ask(page, "درعا")
    page.wait_for_selector(".articles mark")
    assert 0 < page.locator(".articles > li").count() <= count
    page.locator(".articles .open-line").first.click()
    expect(page.locator("mark.lit").first).to_be_in_viewport()


@pytest.mark.parametrize("query", ["<b>x", "'\"><svg onload=window.ran=1>", "\u202e\u2066", "%00%ff", "x" * 200, ")(*&^[]{}\\"])
def test_any_query_is_harmless(site: str, open_page: Open, query: str) -> None:
    watched = open_page(site, width=390, height=844)
    page = watched.page
    ask(page, query)
    page.wait_for_url(re.compile("q="))
    come_to_rest(page)
    assert page.evaluate("window.ran") is None
    assert page.locator("input[type=search]").input_value() == query
    wide = page.evaluate("document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth")
    assert wide <= 0
    assert watched.complaints == []
    assert page.locator("[data-testid=stException]").count() == 0


def test_a_zone_that_is_chosen_from_the_field_opens_and_the_search_is_asked(site: str, open_page: Open) -> None:
    """The click takes the focus out of the field: both are heard."""
    page = open_page(site).page
    page.locator("input[type=search]").fill("Deraa")
    page.locator(".zone-item", has_text="Daraa Governorate").click()
    page.wait_for_selector("[data-part=zone-panel]")
    page.wait_for_url(re.compile("q=Deraa.*zone=|zone=.*q=Deraa"))
    page.locator(".back").click()
    page.wait_for_selector(".found mark")
