"""The review by keyboard alone: accept, correct a place, take it back; the map follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Page, TimeoutError, expect

from tests.browser.conftest import ROOT, Watched, ingest, serving
from tests.browser.test_accessibility import serious_in_both_themes

pytestmark = pytest.mark.browser
Open = Callable[..., Watched]

READY = ".review-item"
READ, MEANT = "SY07", "sy/idlib"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of these tests' own, with the seeds: what is judged there stays there."""
    folder = tmp_path_factory.mktemp("desk")
    ingest(ROOT / "seeds", folder / "hudna.sqlite")
    with serving(folder / "hudna.sqlite", folder / "server.log") as address:
        yield address


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until the focus is there, as someone without a mouse does."""
    for _ in range(60):
        if page.locator(selector).evaluate("element => element.getRootNode().activeElement === element"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not reach {selector}")


def zones(open_page: Open, desk: str) -> set[str]:
    page = open_page(desk, ready=".zone-item").page
    return set(page.locator(".zone-item").evaluate_all("items => items.map(item => item.dataset.zone.split('@')[1])"))


def test_a_reload_keeps_who_judges(desk: str, open_page: Open) -> None:
    page = open_page(f"{desk}?page=review", ready=READY).page
    page.locator("[name=editor]").fill("Huda a")
    page.keyboard.press("Tab")
    page.reload()
    page.wait_for_selector(READY)
    expect(page.locator("[name=editor]")).to_have_value("Huda a")
    page.locator("[name=editor]").fill("")
    page.keyboard.press("Tab")
    page.reload()
    page.wait_for_selector(READY)
    expect(page.locator("[name=editor]")).to_have_value("")


def test_a_reload_keeps_the_place_and_back_leads_to_the_one_before(desk: str, open_page: Open) -> None:
    page = open_page(f"{desk}?page=review", ready=READY).page
    page.locator("[data-hold=kind-doubtful_status]").click()
    page.locator("[data-hold=order-article]").click()
    page.keyboard.press("j")
    expect(page.locator(".review-steps")).to_contain_text("2 of 3")
    second = page.locator(READY).get_attribute("data-item")
    page.wait_for_url(f"**item={second}")
    page.reload()
    page.wait_for_selector(READY)
    expect(page.locator(READY)).to_have_attribute("data-item", str(second))
    expect(page.locator(".review-steps")).to_contain_text("2 of 3")
    expect(page.locator("[data-hold=order-article]")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("j")
    expect(page.locator(".review-steps")).to_contain_text("3 of 3")
    page.wait_for_url(f"**item={page.locator(READY).get_attribute('data-item')}")
    page.go_back()
    expect(page.locator(READY)).to_have_attribute("data-item", str(second))


def test_accept_correct_and_undo_without_a_mouse(desk: str, open_page: Open) -> None:
    before = zones(open_page, desk)
    assert READ in before and MEANT not in before
    watched = open_page(f"{desk}?page=review", ready=READY)
    page = watched.page
    total = page.locator("[data-hold=kind-all] .count")
    count = int(total.inner_text())

    page.keyboard.press("a")  # nobody has said who they are
    expect(page.locator(".fault")).to_contain_text("Write your name")
    tab_to(page, "[name=editor]")
    page.keyboard.type("Huda a")  # a letter is a letter while one is writing
    page.keyboard.press("Tab")
    expect(total).to_have_text(str(count))
    first = page.locator(READY).get_attribute("data-item")
    page.keyboard.press("j")
    expect(page.locator(READY)).not_to_have_attribute("data-item", first or "")
    page.keyboard.press("k")
    expect(page.locator(READY)).to_have_attribute("data-item", first or "")
    page.keyboard.press("j")
    expect(page.locator(READY)).not_to_have_attribute("data-item", first or "")
    page.keyboard.press("a")
    expect(page.locator(".kept")).to_contain_text("Accepted")
    expect(total).to_have_text(str(count - 1))
    page.keyboard.press("k")
    expect(page.locator(READY)).to_have_attribute("data-item", first or "")

    page.keyboard.press("e")
    page.wait_for_selector(".review-form")
    tab_to(page, "[name=areas]")
    assert READ in page.locator("[name=areas]").input_value()
    page.keyboard.type("Xanadu")
    tab_to(page, "[name=reason]")
    page.keyboard.type("the text says the city")
    page.keyboard.press("Enter")
    expect(page.locator(".fault")).to_contain_text("Xanadu")
    tab_to(page, "[name=areas]")
    page.keyboard.press("Control+A")
    page.keyboard.type(MEANT)
    assert page.locator("[name=reason]").input_value() == "the text says the city", "what was written is not lost"
    page.keyboard.press("Enter")
    expect(page.locator(".kept")).to_contain_text("Corrected")
    for _ in range(count):  # what it moved waits at the end of the list
        item = page.locator(READY).get_attribute("data-item")
        page.keyboard.press("j")
        with suppress(TimeoutError):  # at the end it stays
            page.locator(f"{READY}:not([data-item='{item}'])").wait_for(timeout=700)
    expect(page.locator(READY)).to_have_attribute("data-concern", "edited")
    expect(page.locator(".history")).to_contain_text("the text says the city")
    assert MEANT in zones(open_page, desk)

    page.locator("body").press("u")
    expect(page.locator(".review-form [name=reason]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".kept")).to_contain_text("Taken back")
    assert zones(open_page, desk) == before
    assert watched.complaints == [] and watched.remote == []


def test_escape_closes_a_form_and_selected_words_become_the_quote(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?page=review&lang=ar", ready=READY).page
    page.locator("[data-hold=kind-undated]").click()
    expect(page.locator(READY)).to_have_attribute("data-concern", "undated")
    page.keyboard.press("e")
    page.wait_for_selector(".review-form")
    page.locator("[data-source] mark").dblclick()
    quote = page.locator("[name=quote]").input_value().strip()
    assert quote and " " not in quote and quote in page.locator("[data-source]").inner_text()
    page.keyboard.press("Escape")
    expect(page.locator(".review-form")).to_have_count(0)


def test_a_second_press_and_what_somebody_else_judged_touch_no_other_item(desk: str, open_page: Open) -> None:
    first, second = (open_page(f"{desk}?page=review", ready=READY).page for _ in range(2))
    for page in (first, second):
        page.locator("[name=editor]").fill("Huda")
    total = first.locator("[data-hold=kind-all] .count")
    count = int(total.inner_text())
    items = first.locator(".review-row").evaluate_all("rows => rows.map(row => row.dataset.hold)")

    first.locator("[data-hold=accept]").dblclick()
    expect(first.locator(".kept")).to_contain_text("Accepted")
    second.locator("[data-hold=reject]").click()
    expect(second.locator(".fault")).to_contain_text("judged or read again meanwhile")
    expect(second.locator(".review-form")).to_have_count(0)
    expect(total).to_have_text(str(count - 1))

    for page in (first, second):
        page.locator("[data-hold=reject]").click()
        page.locator(".review-form [name=reason]").fill("it does not say so")
    second.evaluate(
        """() => {
            const form = document.querySelector('.review-form') ?? [...document.querySelectorAll('*')]
                .map(element => element.shadowRoot?.querySelector('.review-form')).find(Boolean)
            form.requestSubmit(); form.requestSubmit()
        }"""
    )
    expect(second.locator(".kept")).to_contain_text("Rejected")
    first.locator(".review-form [name=reason]").press("Enter")
    expect(first.locator(".fault")).to_contain_text("judged or read again meanwhile")
    expect(first.locator(".review-form")).to_have_count(0)
    expect(total).to_have_text(str(count - 2))
    assert items[2] in first.locator(".review-row").evaluate_all("rows => rows.map(row => row.dataset.hold)")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_serious_in_the_review(site: str, open_page: Open, language: str) -> None:
    page = open_page(f"{site}?page=review&lang={language}", ready=READY).page
    assert serious_in_both_themes(page) == []
    page.keyboard.press("t")
    page.wait_for_selector(".review-form")
    assert serious_in_both_themes(page) == []


def test_on_a_phone_nothing_runs_over_the_edge(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?page=review&lang=ar", width=390, height=844, ready=READY).page
    page.locator("[data-hold=add]").click()
    page.wait_for_selector(".review-form")
    wide = page.locator(".review *").evaluate_all(
        "all => all.filter(e => { const b = e.getBoundingClientRect(); return b.width && (b.left < -1 || b.right > 391) })"
        ".map(e => e.outerHTML.slice(0, 80))"
    )
    assert wide == []


def test_on_paper_the_item_stands_without_what_is_pressed(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?page=review", ready=READY).page
    page.emulate_media(media="print")
    try:
        expect(page.locator(".review-item blockquote").first).to_be_visible()
        assert not page.locator(".review :is(button, input, .queue):visible").count()
    finally:
        page.emulate_media(media="screen")


def test_a_line_of_the_ledger_leads_to_its_review_and_facts_are_set_there(desk: str, open_page: Open) -> None:
    page = open_page(f"{desk}?zone=southwest-2017@SY13", ready=".ledger .judge-line").page
    page.locator(".ledger .judge-line").first.click()
    page.wait_for_selector(".one-article")
    assert page.locator(READY).get_attribute("data-concern") == "chosen"
    page.locator("[name=editor]").fill("Huda")
    page.locator("[data-hold=facts]").click()
    page.locator(".review-form [name=publisher]").fill("The Example")
    page.locator(".review-form [name=reason]").fill("it stands on the page")
    page.locator("[data-hold=keep]").click()
    expect(page.locator(".kept")).to_contain_text("read again", timeout=60_000)
    expect(page.locator(".review-article")).to_contain_text("The Example")
