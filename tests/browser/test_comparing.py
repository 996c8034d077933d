"""Two days compared, in Chromium, on the seeds: the button, the second day, the map, the panel, and the way back."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LINES_OF_WORDS, Watched, come_to_rest

pytestmark = pytest.mark.browser
Open = Callable[..., Watched]

SOUTH_WEST = "southwest-2017@SY13"
START, END = "Compare two days", "End the comparison"
TYPED = "Day to compare with, as year-month-day"


def legend(page: Page) -> dict[str, int]:
    """The number of zones of each change, as the map counts them."""
    rows = page.locator(".legend .row").evaluate_all(
        "rows => rows.map(row => [row.querySelector('.label').textContent, Number(row.querySelector('.count').textContent)])"
    )
    return {name: count for name, count in rows if count}


def totals(page: Page) -> dict[str, int]:
    """The number of zones of each change, as the panel counts them."""
    rows = page.locator(".totals tbody tr").evaluate_all(
        "rows => rows.map(row => [row.querySelector('.status-word').textContent, Number(row.querySelector('td').textContent)])"
    )
    return dict(rows)


def test_a_comparison_begins_changes_its_day_and_leads_back(site: str, open_page: Open) -> None:
    watched = open_page(f"{site}?zone={SOUTH_WEST}")
    page = watched.page
    node = page.locator(".map").element_handle()
    page.wait_for_selector("[data-part=zone-panel]")
    page.get_by_role("button", name=START).click()
    page.wait_for_selector("[data-part=comparison]")
    page.wait_for_url(re.compile("compare=2017-07-18"))
    expect(page.locator(".legend summary")).to_have_text("Change between the two days")

    typed = page.get_by_label(TYPED)
    typed.fill("2017-05-05")
    typed.press("Enter")
    page.wait_for_selector(".map[data-compared='2017-05-05']")
    expect(page.locator("[data-part=comparison] h2")).to_have_text("From 5 May 2017 to 19 July 2017")
    expect(page.locator(".other-words")).to_have_text("5 May 2017")
    gained = page.locator(".change-group[data-change=gained]")
    expect(gained).to_contain_text("5 May 2017")
    gained.locator(".open-line").first.click()
    page.wait_for_selector("mark.lit")
    page.locator(".back:visible").click()
    page.wait_for_selector("[data-part=comparison]")

    page.locator(f".change-group[data-change=gained] .zone-item[data-zone='{SOUTH_WEST}']").click()
    page.wait_for_selector("[data-part=zone-panel]")
    expect(page.locator(".back:visible")).to_have_text("Back to the comparison")
    page.locator(".back:visible").click()
    page.wait_for_selector("[data-part=comparison]")

    page.get_by_role("button", name="Leave the comparison").click()
    page.wait_for_selector("[data-part=zone-panel]")
    expect(page.locator("[data-part=zone-panel] h2")).to_have_text("As-Suwayda Governorate")
    page.wait_for_selector(".map[data-compared='']")
    expect(page.locator(".legend summary")).to_have_text("Status on this day")
    expect(page.get_by_role("button", name=START)).to_be_visible()
    assert "compare" not in page.url
    assert node.evaluate("map => map.isConnected"), "the map is the same element through all of it"
    assert watched.remote == [] and watched.complaints == []


def test_a_typed_day_off_the_range_is_refused(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?compare=2017-05-05").page
    typed = page.get_by_label(TYPED)
    for wrong in ("1066-10-14", "5 May"):
        typed.fill(wrong)
        typed.press("Enter")
        expect(typed).to_have_attribute("aria-invalid", "true")
    assert page.locator(".map").get_attribute("data-compared") == "2017-05-05"


@pytest.mark.parametrize("known", ["", "then", "2017-06-15"])
@pytest.mark.parametrize(
    ("day", "other"),
    [("2017-07-19", "2017-05-01"), ("2017-05-05", "2017-07-19"), ("2017-06-20", "2017-07-19"), ("2017-07-10", "2017-10-20"),
     ("2017-07-19", "2017-07-19")],
)  # fmt: skip
def test_the_map_paints_what_the_panel_counts(site: str, open_page: Open, day: str, other: str, known: str) -> None:
    """The browser decides by the same rule as geo/ledger/comparison.py, so that the map follows the days without waiting."""
    page = open_page(f"{site}?day={day}&compare={other}&known={known}", ready="[data-part=comparison]").page
    page.wait_for_selector(f".map[data-compared='{other}']")
    assert legend(page) == totals(page)


def test_the_map_follows_the_steps_of_either_day(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?compare=2017-05-01").page
    page.get_by_label("Compare with the change after").click()
    page.wait_for_selector(".map[data-compared='2017-05-04']")
    expect(page.locator("[data-part=comparison] h2")).to_have_text("From 4 May 2017 to 19 July 2017")
    page.get_by_label("Previous change").click()
    expect(page.locator("[data-part=comparison] h2")).not_to_contain_text("19 July")
    page.wait_for_url(re.compile("day="))
    assert legend(page) == totals(page)


def test_the_keyboard_alone_compares(site: str, open_page: Open) -> None:
    page = open_page(site).page
    page.get_by_role("button", name=START).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-part=comparison]")
    focused = "() => { let e = document.activeElement; while (e?.shadowRoot) e = e.shadowRoot.activeElement; return e }"
    assert page.evaluate(f"({focused})().textContent") == END, "the button keeps the focus, and now ends what it began"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("compare=2017-06-10"))
    page.get_by_role("button", name="Leave the comparison").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-part=zone-list]")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_a_comparison_fits_its_window(site: str, open_page: Open, language: str, width: int, height: int) -> None:
    watched = open_page(f"{site}?lang={language}&compare=2017-05-05", width=width, height=height, ready=".change-group")
    come_to_rest(watched.page)
    wide = watched.page.evaluate(
        "document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth"
    )
    assert wide <= 0, "nothing hangs over the side"
    assert watched.page.locator(".totals").evaluate(LINES_OF_WORDS)[1] == [], "no word breaks in two"
    assert watched.remote == [] and watched.complaints == []


def test_on_a_phone_the_second_day_stays_in_sight_when_a_comparison_begins(site: str, open_page: Open) -> None:
    page = open_page(site, width=390, height=844, touch=True).page
    page.get_by_role("button", name=START).tap()
    page.wait_for_selector("[data-part=comparison]")
    expect(page.get_by_label(TYPED)).to_be_in_viewport()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_two_days_stand_side_by_side_and_move_together(site: str, open_page: Open, language: str) -> None:
    watched = open_page(f"{site}?lang={language}&compare=2017-05-05")
    page = watched.page
    node = page.locator(".map").element_handle()
    page.locator(".beside").click()
    page.wait_for_url(re.compile("compare=side"))
    twin = page.locator(".map.twin")
    expect(twin).to_be_visible()
    expect(page.locator(".map-day")).to_have_count(2)
    days = page.locator(".map:not(.second) .map-day").text_content(), page.locator(".map.second .map-day").text_content()
    assert days == {"en": ("5 May 2017", "19 July 2017"), "ar": ("5 أيار 2017", "19 تموز 2017")}[language]
    earlier, later = (page.locator(f".map{which}").bounding_box() for which in (":not(.second)", ".second"))
    assert earlier and later and (earlier["x"] < later["x"]) == (language == "en"), (
        "the earlier day stands where reading begins"
    )
    painted = "element => element.hudnaMap.zoneLayer.shown.size"
    page.wait_for_function("() => document.querySelector('.st-key-map')")
    expect(twin.locator("path[data-zone]")).not_to_have_count(0)
    assert twin.evaluate(painted) < page.locator(".map.second").evaluate(painted)
    maps = [twin.element_handle(), page.locator(".map:not(.twin)").element_handle()]
    stand_at_one_place = """([one, other]) => {
        const [here, there] = [one.hudnaMap.getCenter(), other.hudnaMap.getCenter()]
        const near = Math.abs(here.lat - there.lat) + Math.abs(here.lng - there.lng) < 0.02
        return near && one.hudnaMap.getZoom() === other.hudnaMap.getZoom()
    }"""
    zoom = "element => element.hudnaMap.getZoom()"
    began = twin.evaluate(zoom)
    twin.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("+")
    page.wait_for_function("([twin, began]) => twin.hudnaMap.getZoom() > began", arg=[maps[0], began])
    page.wait_for_function(stand_at_one_place, arg=maps)
    maps[1].evaluate("element => { element.hudnaMap.panBy([60, 30], { animate: false }) }")  # hands back no map
    page.wait_for_function(stand_at_one_place, arg=maps)
    page.get_by_label({"en": "Compare with the change after", "ar": "قارن بيوم التغير اللاحق"}[language]).click()
    page.wait_for_url(re.compile("compare=side%3A2017-06|compare=side:2017-06"))
    page.wait_for_function("() => location.hash.startsWith('#map=')")
    page.wait_for_timeout(500)
    again = open_page(page.url).page
    expect(again.locator(".map.twin .map-day")).to_have_text(page.locator(".map.twin .map-day").text_content() or "")
    assert again.locator(".map.twin").evaluate(zoom) == twin.evaluate(zoom), "the link says where both maps stand"
    page.locator(".beside").focus()
    page.keyboard.press("Enter")
    expect(twin).to_have_count(0)
    expect(page.locator(".map-day")).to_have_count(0)
    page.wait_for_url(lambda link: "side" not in link)
    assert node.evaluate("map => map.isConnected"), "the first map is the same element through all of it"
    assert watched.remote == [] and watched.complaints == []


def test_on_a_phone_the_earlier_day_stands_above(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?lang=ar&compare=side:2017-05-05", width=390, height=844, touch=True).page
    earlier, later = (page.locator(f".map{which}").bounding_box() for which in (":not(.second)", ".second"))
    assert earlier and later and earlier["y"] + earlier["height"] <= later["y"]
    assert page.evaluate("document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth") <= 0
