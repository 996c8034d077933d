"""From the map to the sentence and back, in Chromium, on the seeds."""

from __future__ import annotations

import json
import os
import re
import zipfile
from base64 import b64encode
from collections.abc import Callable
from itertools import combinations, pairwise, product
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LINES_OF_WORDS, Watched, come_to_rest

pytestmark = pytest.mark.browser
Open = Callable[..., Watched]

SOUTH_WEST = "southwest-2017@SY13"
QUOTE = "قد دخل حيز التنفيذ في وقت سابق من الشهر الجاري"


def painted(page: Page) -> tuple[str, int]:
    """The day that the map has painted, and the number of zones on it."""
    day, _, count = (page.locator(".map").get_attribute("data-painted") or ":0").partition(":")
    return day, int(count)


def click_zone(page: Page, zone: str) -> None:
    """Clicks a zone on the map, and chooses it where several lie on one another."""
    page.locator(f"path[data-zone='{zone}']").last.click()
    page.wait_for_selector(".zone-choice, [data-part=zone-panel]")
    choice = page.locator(f".zone-choice button[data-zone='{zone}']")
    if choice.count():
        choice.click()
    page.wait_for_selector("[data-part=zone-panel]")


def test_from_the_map_to_the_sentence_and_back_to_the_map(site: str, open_page: Open) -> None:
    watched = open_page(site)
    page = watched.page
    day, count = painted(page)
    assert day == "2017-07-19"
    assert count > 0
    node = page.locator(".map").element_handle()

    click_zone(page, SOUTH_WEST)
    expect(page.locator("[data-part=zone-panel] h2")).to_have_text("As-Suwayda Governorate")
    line = page.locator(".ledger .line", has_text=QUOTE).first
    expect(line).to_contain_text("In force")
    expect(line).to_contain_text("July 2017")
    expect(line).to_contain_text("publisher unknown")
    line.locator(".open-line").click()

    lit = page.locator("mark.lit").first
    expect(lit).to_be_in_viewport()
    assert QUOTE in "".join(page.locator("mark.lit").all_inner_texts())
    assert page.locator("article").get_attribute("dir") == "rtl"
    assert page.locator("article").evaluate("e => getComputedStyle(e).direction") == "rtl"

    before = page.evaluate("location.hash")
    page.locator("mark.is-covered[role=button]", has_text="القنيطرة").first.click()
    page.wait_for_function("before => location.hash && location.hash !== before", arg=before)
    assert node.evaluate("map => map.isConnected"), "the map is the same element through all of it"
    assert watched.remote == []
    assert watched.complaints == []


def test_a_step_in_time_changes_what_is_shown_and_the_list_with_it(site: str, open_page: Open) -> None:
    page = open_page(site).page
    _, count = painted(page)
    page.get_by_label("Previous change").click()
    expect(page.locator(".map")).not_to_have_attribute("data-painted", f"2017-07-19:{count}")
    day, fewer = painted(page)
    assert day < "2017-07-19"
    assert fewer < count
    expect(page.locator("[data-part=zone-list] .day")).not_to_have_text("19 July 2017")
    not_yet = page.locator(".zone-item .status[data-status=none]")
    expect(not_yet.first).to_contain_text("Nothing reported for this day")
    page.wait_for_url(re.compile(f"day={day}"))
    assert not_yet.count() + fewer == page.locator(".zone-item").count()


def test_a_typed_day_moves_the_map(site: str, open_page: Open) -> None:
    page = open_page(site).page
    typed = page.get_by_label("Go to a day, as year-month-day")
    typed.fill("2017-05-20")
    typed.press("Enter")
    page.wait_for_selector(".map[data-painted^='2017-05-20:']")
    typed.fill("20 May")
    typed.press("Enter")
    expect(typed).to_have_attribute("aria-invalid", "true")
    assert painted(page)[0] == "2017-05-20"


def test_playing_runs_through_the_changes(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?day=2017-05-01").page
    page.get_by_label("Play the changes").click()
    page.wait_for_selector(".map[data-painted^='2017-05-04:']")
    page.wait_for_selector(".map[data-painted^='2017-07-19:']", timeout=15_000)
    expect(page.get_by_label("Play the changes")).to_be_visible()


def test_opening_a_zone_whose_dates_lie_elsewhere_moves_the_day(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?day=2017-05-01").page
    assert painted(page) == ("2017-05-01", 0)
    page.locator(f".zone-item[data-zone='{SOUTH_WEST}']").click()
    page.wait_for_selector(".map[data-painted^='2017-07-19:']")
    expect(page.locator(".standing")).to_contain_text("since July 2017")


def test_the_second_clock_shows_what_was_known_and_travels_in_the_link(site: str, open_page: Open) -> None:
    page = open_page(site).page
    _, count = painted(page)
    page.get_by_label("As known").select_option("on another day")
    page.get_by_label("Day on whose knowledge the map is drawn").fill("2017-07-12")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("known=2017-07-12"))
    page.wait_for_selector(f".map:not([data-painted$=':{count}'])")
    assert painted(page)[1] < count, "the truce in the south-west was not known yet"
    expect(page.locator(f".zone-item[data-zone='{SOUTH_WEST}']")).to_contain_text("Nothing reported for this day")
    again = open_page(page.url).page
    assert painted(again) == painted(page)
    page.get_by_label("As known").select_option("today, from all reports")
    expect(page.locator(".map")).to_have_attribute("data-painted", f"2017-07-19:{count}")


def test_a_status_without_a_report_fades_and_says_so(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?zone={SOUTH_WEST}", ready=".standing").page
    for _ in range(3):
        page.get_by_label("Next change").click() if page.get_by_label("Next change").is_enabled() else None
        page.wait_for_timeout(500)
    expect(page.locator(".standing")).to_contain_text("Status unknown")
    expect(page.locator(".standing")).to_contain_text("last reported: In force, 19 July 2017")


def test_a_bar_of_the_timeline_leads_to_the_map_on_its_day(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?page=timeline", ready=".bar-of-days").page
    row = page.locator(f".rows li[data-zone='{SOUTH_WEST}']")
    cursor = page.locator(".day-cursor").bounding_box()
    page.get_by_label("Previous change").click()
    page.wait_for_url(re.compile("day="))
    page.wait_for_timeout(500)
    moved = page.locator(".day-cursor").bounding_box()
    assert cursor and moved and moved["x"] < cursor["x"]
    row.get_by_role("button", name=re.compile("^In force")).click()
    page.wait_for_selector(".map[data-painted^='2017-07-19:']")
    expect(page.locator("[data-part=zone-panel] h2")).to_have_text("As-Suwayda Governorate")


def test_a_range_drawn_over_the_bars_becomes_the_control(site: str, open_page: Open) -> None:
    page = open_page(site).page
    bars = page.locator(".bars").bounding_box()
    assert bars
    page.mouse.move(bars["x"] + 0.3 * bars["width"], bars["y"] + 10)
    page.mouse.down()
    page.mouse.move(bars["x"] + 0.6 * bars["width"], bars["y"] + 10, steps=4)
    page.mouse.up()
    page.wait_for_url(re.compile(r"range=2017-0\d-\d\d\.\.2017"))
    page.locator(".stretch summary").click()
    page.get_by_label("First day of the range").fill("2017-07-01")
    page.get_by_label("Last day of the range").fill("2017-07-10")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"day=2017-07-10.*range=2017-07-01\.\.2017-07-10"))
    page.wait_for_selector(".map[data-painted^='2017-07-10:']")
    page.get_by_role("button", name="All days").click()
    page.wait_for_function("() => !location.search.includes('range')")


def test_two_acts_within_one_answer_are_both_heard(site: str, open_page: Open) -> None:
    """Streamlit's answer to the first would come with the link of before the second, and the second was lost."""
    page = open_page(f"{site}?lang=ar").page
    page.wait_for_selector(".zone-item")
    page.evaluate(
        """zone => {
            const roots = [...document.querySelectorAll('*')].map(e => e.shadowRoot).filter(Boolean)
            const find = wanted => roots.map(root => root.querySelector(wanted)).find(Boolean)
            const knowledge = find('.known-way')
            knowledge.value = 'then'
            knowledge.dispatchEvent(new Event('change'))
            find('.hijri-switch').click()
            find(`.zone-item[data-zone='${zone}']`).click()
            find('.place-box input').click()
        }""",
        SOUTH_WEST,
    )
    page.wait_for_url(lambda link: all(part in link for part in ("known=then", "hijri=1", "zone=", "places=all")))
    expect(page.locator("[data-part=zone-panel]")).to_be_visible()
    expect(page.locator(".known-way")).to_have_value("then")


def test_an_answer_leaves_what_is_being_written(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?known=2017-07-19").page
    known = page.get_by_label("Day on whose knowledge the map is drawn")
    typed = page.get_by_label("Go to a day, as year-month-day")
    typed.fill("2017-07-10")
    typed.press("Enter")
    known.fill("2017-07-1")
    page.wait_for_url(re.compile("day=2017-07-10"))
    page.wait_for_selector(".map[data-painted^='2017-07-10:']")
    page.wait_for_timeout(300)
    expect(known).to_have_value("2017-07-1")
    known.press_sequentially("2")
    known.press("Enter")
    page.wait_for_url(re.compile("day=2017-07-10.*known=2017-07-12"))
    typed.fill("2031-01-01")
    typed.press("Enter")
    expect(typed).not_to_have_value("2031-01-01")  # the last day that the control knows


def test_hijri_dates_stand_beside_the_others_when_asked_for(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?lang=ar").page
    page.get_by_role("button", name="مع الهجري").click()
    page.wait_for_url(re.compile("hijri=1"))
    expect(page.locator("[data-part=zone-list] .day")).to_have_text(re.compile("19 تموز 2017.*25 شوال 1438"))
    expect(page.locator(".hijri-words")).to_contain_text("25 شوال 1438")
    english = open_page(f"{site}?lang=en&hijri=1").page
    assert english.get_by_role("button", name="Hijri dates").count() == 0
    assert english.locator(".hijri").count() == 0


def test_the_map_is_saved_as_a_picture(site: str, open_page: Open, tmp_path: Path) -> None:
    """The picture holds the zones' colours: a blank one would be all of one colour."""
    watched = open_page(f"{site}?zone={SOUTH_WEST}")
    page = watched.page
    with page.expect_download() as saved:
        page.get_by_label("Save the map as a picture").click()
    saved.value.save_as(tmp_path / "map.png")
    assert saved.value.suggested_filename == "hudna-2017-07-19.png"
    picture = (tmp_path / "map.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    colours = page.evaluate(
        """async address => {
            const image = await createImageBitmap(await (await fetch(address)).blob())
            const canvas = new OffscreenCanvas(image.width, image.height)
            const pen = canvas.getContext('2d')
            pen.drawImage(image, 0, 0)
            const { data } = pen.getImageData(0, 0, image.width, image.height)
            let blue = 0
            for (let at = 0; at < data.length; at += 4) if (data[at + 2] > data[at] + 60) blue += 1
            return [blue / (image.width * image.height), image.width]
        }""",
        f"data:image/png;base64,{b64encode(picture).decode()}",
    )
    assert colours[0] > 0.1, "the zone in force lies in the middle of the map"
    assert colours[1] >= 2 * page.locator(".map").bounding_box()["width"] - 4
    assert watched.remote == [] and watched.complaints == []


def test_what_is_chosen_is_downloaded(site: str, open_page: Open, tmp_path: Path) -> None:
    watched = open_page(f"{site}?zone={SOUTH_WEST}", ready=".ledger .line")
    page = watched.page
    page.locator(".st-key-take button").first.click()
    with page.expect_download(timeout=60_000) as saved:
        page.locator(".st-key-take_button button").click()
    saved.value.save_as(tmp_path / saved.value.suggested_filename)
    with zipfile.ZipFile(tmp_path / "evidence-pack.zip") as pack:
        names = pack.namelist()
        zones = json.loads(pack.read(next(name for name in names if name.endswith("zones.geojson"))))
    assert {feature["properties"]["zone"] for feature in zones["features"]} == {SOUTH_WEST}
    assert any(name.endswith(".html") for name in names)
    assert watched.remote == []


def test_a_copied_link_is_the_view(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?lang=ar&zone={SOUTH_WEST}").page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_label("نسخ رابط هذا العرض").click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()) === location.href")
    page.get_by_label("نسخ رمز تضمين هذه الخريطة في صفحة أخرى").click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).startsWith('<iframe')")
    assert "frame=map" in page.evaluate("navigator.clipboard.readText()")


def test_a_framed_map_leads_to_the_sentences(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?frame=map&zone={SOUTH_WEST}", width=700, height=520).page
    assert page.locator(".st-key-header").count() == 0
    expect(page.locator(".map-only")).to_contain_text("As-Suwayda Governorate")
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Who says so, and since when").click()
    opened.value.wait_for_selector(".ledger li")


def test_a_zone_is_printed_on_one_page(site: str, open_page: Open, tmp_path: Path) -> None:
    page = open_page(f"{site}?zone={SOUTH_WEST}", ready=".ledger li").page
    come_to_rest(page)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.pdf(path=tmp_path / "zone.pdf", format="A4", print_background=True)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "zone.pdf").read_bytes())) == 1
    expect(page.locator(".hudna.on-paper")).to_have_count(0)


def test_the_keyboard_alone_reaches_the_sentence(site: str, open_page: Open) -> None:
    page = open_page(site).page
    page.wait_for_selector(".zone-item")
    focused = "() => { let e = document.activeElement; while (e?.shadowRoot) e = e.shadowRoot.activeElement; return e }"

    def tab_to(selector: str) -> None:
        for _ in range(80):
            if page.evaluate(f"selector => ({focused})()?.matches(selector)", selector):
                return
            page.keyboard.press("Tab")
        pytest.fail(f"Tab never reaches {selector}")

    tab_to(f".zone-item[data-zone='{SOUTH_WEST}']")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-part=zone-panel]")
    tab_to(".open-line")
    page.keyboard.press("Enter")
    expect(page.locator("mark.lit").first).to_be_in_viewport()
    page.wait_for_timeout(200)
    tab_to(".back")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-part=zone-panel]")


def test_a_link_opens_the_same_view_and_back_goes_back(site: str, open_page: Open) -> None:
    page = open_page(site).page
    click_zone(page, SOUTH_WEST)
    page.locator(".open-line").first.click()
    page.wait_for_selector("mark.lit")
    page.wait_for_url(re.compile("statement="))
    lit = page.locator("mark.lit").all_inner_texts()
    page.wait_for_timeout(500)
    again = open_page(page.url).page
    again.wait_for_selector("mark.lit")
    assert again.locator("mark.lit").all_inner_texts() == lit
    expect(again.locator("mark.lit").first).to_be_in_viewport()
    assert painted(again) == painted(page)
    page.go_back()
    page.wait_for_selector("[data-part=zone-panel]")
    page.go_back()
    page.wait_for_selector("[data-part=zone-list]")


def test_arabic_turns_the_page_round(site: str, open_page: Open) -> None:
    page = open_page(site).page
    west = page.locator(".map").bounding_box()
    page.get_by_text("العربية", exact=True).click()
    page.wait_for_function("() => document.documentElement.dir === 'rtl'")
    assert page.evaluate("document.documentElement.lang") == "ar"
    page.wait_for_url(re.compile("lang=ar"))
    expect(page.locator("[data-part=zone-list] .day")).to_have_text("19 تموز 2017")
    expect(page.locator(".legend summary")).to_have_text("الحالة في هذا اليوم")
    east = page.locator(".map").bounding_box()
    assert west and east and east["x"] > west["x"], "the map stands on the side where reading begins"
    assert page.locator(".map").get_attribute("dir") == "ltr"


def test_on_a_phone_each_step_brings_what_was_chosen_into_sight(site: str, open_page: Open) -> None:
    page = open_page(site, width=390, height=844, touch=True).page
    page.locator(f".zone-item[data-zone='{SOUTH_WEST}']").tap()
    expect(page.locator("[data-part=zone-panel] h2")).to_be_in_viewport()
    page.locator(".open-line").first.tap()
    expect(page.locator("mark.lit").first).to_be_in_viewport()
    page.locator("mark.is-covered[role=button]", has_text="القنيطرة").first.tap()
    expect(page.locator(".why-card")).to_be_in_viewport()
    page.locator(".why-card .open-line").tap()
    expect(page.locator(".map")).to_be_in_viewport(ratio=0.6)


@pytest.mark.parametrize(
    ("query", "ready"),
    [
        ("", ".zone-item"),
        (f"zone={SOUTH_WEST}", ".ledger li"),
        ("page=articles", ".articles li"),
        ("page=timeline", ".bar-of-days"),
        ("page=agreements", ".agreements li"),
        ("page=about", ".about table"),
    ],
)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_every_page_fits_its_window(
    site: str, open_page: Open, tmp_path: Path, query: str, ready: str, language: str, width: int, height: int
) -> None:
    watched = open_page(f"{site}?lang={language}&{query}", width=width, height=height, ready=ready)
    page = watched.page
    come_to_rest(page)
    folder = Path(os.environ.get("HUDNA_SCREENSHOTS", tmp_path))
    name = re.sub(r"\W+", "-", query) or "list"
    page.screenshot(path=folder / f"{name}-{language}-{width}.png")
    wide = page.evaluate("document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth")
    assert wide <= 0, "nothing hangs over the side"
    assert watched.remote == []
    assert watched.complaints == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_on_a_phone_no_word_of_the_table_of_quality_breaks(site: str, open_page: Open, language: str) -> None:
    page = open_page(f"{site}?lang={language}&page=about", width=390, height=844, ready=".about table").page
    come_to_rest(page)
    read, broken = page.locator(".about table").evaluate(LINES_OF_WORDS)
    assert read > 30
    assert broken == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("width", "words"), [(1440, 6), (390, 3)])
def test_the_months_of_the_timeline_page_do_not_run_into_each_other(
    site: str, open_page: Open, language: str, width: int, words: int
) -> None:
    page = open_page(f"{site}?lang={language}&page=timeline", width=width, height=844, ready=".bar-of-days").page
    ends = page.locator(".axis > span").evaluate_all(
        """months => months.filter(month => getComputedStyle(month).visibility === 'visible').map(month => {
             const { left, right } = month.getBoundingClientRect()
             return [left, right]
           })"""
    )
    assert len(ends) == words, "on a phone every other month has its name"
    ends.sort()
    assert all(before[1] < after[0] for before, after in pairwise(ends))
    assert ends[0][0] >= 0 and ends[-1][1] <= width


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_names_on_the_map_cover_neither_each_other_nor_each_others_dots(site: str, open_page: Open, language: str) -> None:
    page = open_page(f"{site}?lang={language}&zone={SOUTH_WEST}").page
    come_to_rest(page)
    boxes = page.locator(".place-label").evaluate_all(
        """labels => labels.filter(label => label.checkVisibility({ visibilityProperty: true })).map(label =>
             [...label.children].map(part => part.getBoundingClientRect()).filter(part => part.width)
               .map(({ left, right, top, bottom }) => [left, right, top, bottom]))"""
    )
    assert len(boxes) > 20, "so near, the towns have names"
    for one, other in combinations(boxes, 2):
        for mine, theirs in product(one, other):
            apart = mine[1] <= theirs[0] or theirs[1] <= mine[0] or mine[3] <= theirs[2] or theirs[3] <= mine[2]
            assert apart
