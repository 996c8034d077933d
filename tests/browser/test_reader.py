"""The reader in Chromium: quiet marks, why a name means its place, dates that move the timeline, sentence to sentence."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.store import open_writer
from tests.browser.conftest import Watched, serving
from tests.browser.test_accessibility import serious_in_both_themes
from tests.reading import article, reader

pytestmark = pytest.mark.browser
Open = Callable[..., Watched]

ARTICLE, EARLIER = "000_f1dde98ae4741e00", "001_5b3d75bf3fec3e90"


def open_article(open_page: Open, site: str, query: str = "", **window: object) -> Watched:
    return open_page(f"{site}?article={ARTICLE}{query}", ready="article p", **window)


def test_marks_are_quiet_until_they_are_asked_for(site: str, open_page: Open) -> None:
    page = open_article(open_page, site).page
    covered = page.locator("article mark.is-covered").first
    line = "e => getComputedStyle(e).textDecorationLine"
    assert covered.evaluate(line) == "none"
    assert page.locator(".mark-key").is_hidden()
    page.get_by_role("button", name="Show all marks").click()
    assert covered.evaluate(line) == "underline"
    expect(page.locator(".mark-key")).to_contain_text("venue of talks")
    page.wait_for_url(re.compile("marks=all"))
    again = open_page(page.url, ready="article p").page
    expect(again.get_by_role("button", name="Show all marks")).to_have_attribute("aria-pressed", "true")
    assert again.locator("article mark.is-covered").first.evaluate(line) == "underline"
    again.get_by_role("button", name="Show all marks").click()
    again.wait_for_url(lambda url: "marks" not in url)


def test_a_name_says_why_and_moves_the_map_by_keyboard_alone(site: str, open_page: Open) -> None:
    watched = open_article(open_page, site)
    page = watched.page
    name = page.locator("mark.is-covered[role=button]", has_text="الغوطة").first
    before = page.evaluate("location.hash")
    name.focus()
    page.keyboard.press("Enter")
    card = page.locator(".why-card")
    expect(card).to_contain_text("Eastern Ghouta")
    expect(card.locator(".cut")).to_contain_text("الغوطة")
    expect(card.locator(".candidates .chosen")).to_contain_text("taken")
    expect(name).to_have_attribute("aria-expanded", "true")
    page.wait_for_function("before => location.hash !== before", arg=before)
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(name).to_be_focused()
    expect(name).to_have_attribute("aria-expanded", "false")
    assert watched.complaints == []


def test_a_date_moves_the_timeline_and_one_that_lies_off_it_says_so(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?article={EARLIER}", ready="article p").page
    on = off = 0
    for date in page.locator("mark.is-date[role=button]").all():
        date.click()
        said = page.locator(".why-card").inner_text()
        day = re.search(r"The timeline goes to (\d+ \w+ \d{4})", said)
        if day:
            on += 1
            expect(page.locator(".day-words")).to_have_text(day.group(1))
        else:
            off += 1
            shown = page.locator(".day-words").inner_text()
            assert "lies off the timeline" in said
            expect(page.locator(".day-words")).to_have_text(shown)
    assert on and off, "the article has dates of both kinds"


def test_from_one_quoted_sentence_to_the_next(site: str, open_page: Open) -> None:
    page = open_article(open_page, site).page
    stands = page.locator(".position")
    expect(stands).to_have_text(re.compile("– of \\d+"))
    assert page.locator("mark.lit").count() == 0
    for n in (1, 2, 3):
        page.get_by_label("Next quoted sentence").click()
        expect(stands).to_have_text(re.compile(f"^{n} of"))
        expect(page.locator("mark.lit").first).to_be_attached()
        at = page.locator("[data-at]").get_attribute("data-at")
        assert at
    page.wait_for_url(re.compile("statement="))
    page.wait_for_timeout(600)
    expect(stands).to_have_text(re.compile("^3 of"), timeout=1_000)
    page.get_by_label("Previous quoted sentence").click()
    expect(stands).to_have_text(re.compile("^2 of"))


@pytest.mark.parametrize(("language", "width"), [("en", 1440), ("ar", 390)])
def test_axe_finds_nothing_serious_with_all_open(site: str, open_page: Open, language: str, width: int) -> None:
    page = open_article(open_page, site, f"&lang={language}&marks=all", width=width, height=900).page
    page.locator("details.about summary").click()
    page.locator("mark.is-covered[role=button]").first.click()
    page.locator(".step.next").click()
    assert serious_in_both_themes(page) == []
    wide = page.evaluate("document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth")
    assert wide <= 0


# Where a mark begins inside a word: joined letters, and lam with alif, which are one glyph.
WORDS = {"بالغوطة": "الغوطة", "ودرعا": "درعا", "وبدرعا": "درعا", "للسويداء": "لسويداء", "لإدلب": "إدلب", "ولإدلب": "إدلب"}


@pytest.fixture(scope="module")
def joined_site(tmp_path_factory: pytest.TempPathFactory) -> object:
    folder: Path = tmp_path_factory.mktemp("joined")
    written = article(
        "توصل الطرفان إلى هدنة. " + " ".join(f"شملت الهدنة {word} وغيرها." for word in WORDS), article_id="joined"
    )
    with open_writer(folder / "hudna.sqlite") as store:
        store.save(written, reader().read(written), read_at=datetime(2017, 8, 2, tzinfo=UTC), seconds=0.1)
    with serving(folder / "hudna.sqlite", folder / "server.log") as address:
        yield address


def test_a_mark_does_not_change_the_shape_of_a_word(joined_site: str, open_page: Open) -> None:
    """The same word with and without its mark, at the same place and size, the mark transparent.

    Where an inline element begins, what follows may be set a quarter of a pixel further, and is a quarter of black at most
    greyer there; letters that lost their joining differ in black and white, as they do where it is broken on purpose.
    """
    page = open_page(f"{joined_site}?article=joined&lang=ar", ready="article mark").page
    page.wait_for_timeout(500)
    for word, name in WORDS.items():
        plain = picture(page, [word])
        before = word.removesuffix(name)
        assert most_apart(page, plain, picture(page, [before, name])) <= GREYS, f"the mark changes {word}"
        apart = picture(page, [f"{before}\u200c", name])
        joins = before[-1] not in "ود"  # these join to nothing behind them
        assert (most_apart(page, plain, apart) > 128) is joins, "the test sees letters that are not joined"


GREYS = 96  # of 255; 70 was the most measured, with the contrast that smoothing adds


def most_apart(page: Page, one: bytes, other: bytes) -> int:
    """The largest difference of any pixel of two pictures of one size, 0 to 255, as the browser decodes them."""
    pictures = [f"data:image/png;base64,{b64encode(png).decode()}" for png in (one, other)]
    return page.evaluate(
        """async pictures => {
            const [one, other] = await Promise.all(pictures.map(async address => {
                const image = new Image()
                image.src = address
                await image.decode()
                const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')
                canvas.drawImage(image, 0, 0)
                return canvas.getImageData(0, 0, image.width, image.height).data
            }))
            if (one.length !== other.length) throw new Error('the pictures differ in size')
            return one.reduce((most, value, n) => Math.max(most, Math.abs(value - other[n])), 0)
        }""",
        pictures,
    )


def picture(page: Page, parts: list[str]) -> bytes:
    """A line of the article with a word alone, its second part in the mark that the reader makes of it, as PNG."""
    line = (
        page.locator("article")
        .evaluate_handle(
            """(article, [before, name]) => {
            article.querySelector('.test-line')?.remove()
            const line = document.createElement('p')
            line.className = 'test-line'
            line.style.cssText = 'position: fixed; inset: 100px auto auto 100px; z-index: 99; width: 260px; padding: 20px;'
                + 'background: white; color: black; font-size: 48px'
            line.append(before)
            if (name) {
                const mark = [...article.querySelectorAll('mark')].find(m => m.textContent === name).cloneNode(true)
                mark.removeAttribute('class')
                line.append(mark)
            }
            article.append(line)
            return line
        }""",
            parts,
        )
        .as_element()
    )
    assert line
    return line.screenshot()
