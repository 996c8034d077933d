"""The page on a phone, in Chromium, on the seeds."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from dashboard.strings import text
from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser
Open = Callable[..., Watched]

SOUTH_WEST = "southwest-2017@SY13"
# How many pixels of a picture are blue below a height, given as a share of its width.
BELOW_THE_MAP = """async ([address, share]) => {
  const image = await createImageBitmap(await (await fetch(address)).blob())
  const canvas = new OffscreenCanvas(image.width, image.height)
  const pen = canvas.getContext('2d')
  pen.drawImage(image, 0, 0)
  const top = Math.ceil(share * image.width)
  const { data } = pen.getImageData(0, top, image.width, image.height - top)
  let blue = 0
  for (let at = 0; at < data.length; at += 4) if (data[at + 2] > data[at] + 60) blue += 1
  return blue
}"""
NOTE_CAPTIONS = """map => new MutationObserver(changes => {
  const captions = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter(node => node.className === 'below-picture')
  for (const { innerText } of captions) window.captioned = innerText
}).observe(map.closest('.hudna'), { childList: true })"""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_picture_saved_on_a_phone_has_the_key_and_the_zone(site: str, open_page: Open, tmp_path: Path, language: str) -> None:
    page = open_page(f"{site}?lang={language}&zone={SOUTH_WEST}", width=390, height=844).page
    expect(page.locator("details.legend")).not_to_have_attribute("open", "")
    frame = page.locator(".map-frame").bounding_box()
    page.locator(".map").evaluate(NOTE_CAPTIONS)
    with page.expect_download() as saved:
        page.get_by_label(text("share.picture", language)).click()
    saved.value.save_as(tmp_path / "map.png")
    said = page.evaluate("captioned")
    zone = page.locator("[data-part=zone-panel] h2").inner_text()
    for words in (text("map.legend", language), text("status.violated", language), zone, "2017", "zone=southwest-2017@SY13"):
        assert words in said, words
    assert said.count(text("status.in_force", language)) == 2, "in the key, and as the zone's status"
    address = f"data:image/png;base64,{b64encode((tmp_path / 'map.png').read_bytes()).decode()}"
    swatch = page.evaluate(BELOW_THE_MAP, [address, frame["height"] / frame["width"]])
    assert swatch > 500, "the key's swatch of what is in force is drawn below the map"
    expect(page.locator(".below-picture")).to_have_count(0)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_way_back_stays_in_sight_and_hides_no_mark(site: str, open_page: Open, language: str) -> None:
    page = open_page(f"{site}?lang={language}&zone={SOUTH_WEST}", width=320, height=640, ready=".ledger .open-line").page
    page.locator(".ledger .open-line").first.click()
    mark = page.locator("mark.lit").first
    expect(mark).to_be_in_viewport()
    back = page.locator(".back:visible", has_text=text("article.back", language))
    expect(back).to_be_in_viewport(ratio=1)
    mark.evaluate("mark => mark.scrollIntoView({ block: 'start' })")
    bar = page.locator(".bar:has(.back):visible").bounding_box()
    assert bar["y"] == 0
    assert mark.bounding_box()["y"] >= bar["height"]
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 320
    back.click()
    expect(page.locator(".ledger .open-line").first).to_be_visible()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_touched_is_large_enough(site: str, open_page: Open, language: str) -> None:
    """24 px, as WCAG 2.5.8 asks for, of every control around the map; Leaflet's own are larger."""
    page = open_page(f"{site}?lang={language}&compare=2017-05-05&known=2017-06-20", width=390, height=844, touch=True).page
    page.locator(".place-box input").wait_for()
    page.locator(".stretch summary").click()
    controls = page.locator(":is(.timeline, .place-box, .map-frame) :is(button, input, select, summary):visible")
    sizes = controls.evaluate_all(
        "all => all.map(e => [e.className || e.tagName, e.getBoundingClientRect().width, e.getBoundingClientRect().height])"
    )
    assert len(sizes) >= 12
    assert [size for size in sizes if min(size[1:]) < 24] == []
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 390
