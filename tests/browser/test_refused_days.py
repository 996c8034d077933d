"""What a visitor reads where a day that he wrote is not taken, in Chromium, on the seeds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from dashboard.strings import text
from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser
Open = Callable[..., Watched]


def write(field: Locator, day: str) -> None:
    field.fill(day)
    field.press("Enter")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("page_name", ["map", "timeline"])
def test_a_day_that_is_not_taken_is_told_with_the_days_there_are(
    site: str, open_page: Open, page_name: str, language: str
) -> None:
    link = f"{site}?lang={language}&page={page_name}&day=2017-07-15&known=2017-06-20"
    page = open_page(link, ready=".timeline .typed").page
    told = page.locator(".refusal")
    known = page.get_by_label(text("time.known_day", language))
    shown = page.get_by_label(text("time.typed", language))
    expect(told).to_be_hidden()
    write(known, "2010-01-01")
    first, last = (page.locator(".stretch input").nth(end).input_value() for end in (0, 1))
    for part in ("2010-01-01", first, last):
        expect(told).to_contain_text(part)
    expect(known).to_have_value("2010-01-01")
    write(known, "2017-06-21")
    expect(told).to_be_hidden()
    write(shown, "1999-01-01")
    expect(told).to_contain_text("1999-01-01")
    expect(shown).not_to_have_value("1999-01-01")
    write(shown, "abc")
    expect(told).to_contain_text("abc")
    write(shown, "2017-07-15")
    expect(told).to_be_hidden()


def test_a_range_and_a_day_to_compare_with_are_refused_in_words(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?lang=en&compare=2017-05-05").page
    told = page.locator(".refusal")
    page.locator(".stretch summary").click()
    write(page.get_by_label(text("time.range_first", "en")), "2030-01-01")
    expect(told).to_have_text(text("time.refused_range", "en"))
    write(page.get_by_label(text("compare.typed", "en")), "1066-10-14")
    expect(told).to_contain_text("1066-10-14")
    page.get_by_label(text("compare.next", "en")).click()
    expect(told).to_be_hidden()


@pytest.mark.parametrize(("first", "second"), [("٢٠١٧-٠٦-٢١", "٢٠١٧-٠٧-١٥"), ("۲۰۱۷-۰۶-۲۱", "۲۰۱۷-۰۷-۱۵")])
def test_days_are_taken_in_the_digits_of_arabic_and_persian(site: str, open_page: Open, first: str, second: str) -> None:
    page = open_page(f"{site}?lang=ar&compare=2017-05-05&known=2017-06-20").page
    for field, written, taken in (
        ("time.typed", second, "2017-07-15"), ("time.known_day", first, "2017-06-21"), ("compare.typed", first, "2017-06-21"),
    ):  # fmt: skip
        write(page.get_by_label(text(field, "ar"), exact=True), written)
        expect(page.get_by_label(text(field, "ar"), exact=True)).to_have_value(taken)
        expect(page.locator(".refusal")).to_be_hidden()
    page.locator(".stretch summary").click()
    write(page.get_by_label(text("time.range_first", "ar")), first)
    write(page.get_by_label(text("time.range_last", "ar")), second)
    page.wait_for_url(lambda url: "range=2017-06-21..2017-07-15" in url)


def test_a_day_in_a_refusal_stands_on_one_line(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?lang=ar", width=390, height=844).page
    write(page.get_by_label(text("time.typed", "ar"), exact=True), "1999-01-01")
    days = page.locator(".refusal .whole-date")
    expect(days).to_have_count(3)
    for width in range(200, 390, 10):
        page.locator(".refusal").evaluate("(line, width) => { line.style.width = `${width}px` }", width)
        assert days.evaluate_all("days => days.every(day => day.getClientRects().length === 1)"), width
