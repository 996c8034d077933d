"""Where the map stands and what stands around it, in Chromium, on the seeds."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched, come_to_rest

pytestmark = pytest.mark.browser
Open = Callable[..., Watched]

LINKED = "#map=6/34.500/38.000"
WRITTEN_MS = 400  # the map writes where it stands into the link once it has stood for a quarter of a second


def stands_at(page: Page) -> str:
    """Where the link says that the map stands, once everything rests."""
    come_to_rest(page)
    page.wait_for_timeout(WRITTEN_MS)
    return str(page.evaluate("location.hash"))


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 801)])
def test_the_map_stays_where_a_link_says(site: str, open_page: Open, width: int, height: int) -> None:
    page = open_page(f"{site}?lang=en{LINKED}", width=width, height=height).page
    for _ in range(3):
        assert stands_at(page) == LINKED
        page.reload()
        page.wait_for_selector(".map[data-painted]")
    page.set_viewport_size({"width": width - 31, "height": height - 57})
    assert stands_at(page) == LINKED
    page.get_by_role("button", name="Compare two days").click()
    page.wait_for_selector("[data-part=comparison]")
    assert stands_at(page) == LINKED
    page.locator(".beside").click()
    expect(page.locator(".map.twin")).to_be_visible()
    assert stands_at(page) != LINKED, "what both maps have to show is fitted into each"
    page.locator(".beside").click()
    expect(page.locator(".map.twin")).to_have_count(0)
    assert stands_at(page) == LINKED, "and the one map goes back to where it stood"


def test_a_map_that_nobody_has_moved_shows_all_in_any_size(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?lang=en").page
    shows_syria = "map => map.hudnaMap.getBounds().contains([[32.4, 35.8], [37.2, 42.3]])"
    for width, height in ((1440, 900), (1000, 620), (1440, 700)):
        page.set_viewport_size({"width": width, "height": height})
        come_to_rest(page)
        assert page.locator(".map").evaluate(shows_syria)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("width", "height"), [(390, 560), (600, 500)])
@pytest.mark.parametrize("view", ["known=2017-07-15", "compare=2017-07-01&zone=southwest-2017@SY13", "compare=side:2017-07-01"])
def test_a_low_framed_map_pushes_its_line_below_the_controls(
    site: str, open_page: Open, view: str, width: int, height: int, language: str
) -> None:
    page = open_page(f"{site}?lang={language}&frame=map&day=2017-07-15&{view}", width=width, height=height).page
    come_to_rest(page)
    controls, line = (page.locator(part).bounding_box() for part in (".knowledge", ".map-only"))
    assert controls and line and controls["y"] + controls["height"] <= line["y"]


@pytest.mark.parametrize(("language", "said"), [("en", "Zones outside the map: "), ("ar", "مناطق خارج الخريطة: ")])
def test_zones_out_of_sight_are_counted_and_one_press_away(site: str, open_page: Open, language: str, said: str) -> None:
    page = open_page(f"{site}?lang={language}&day=2017-07-19#map=9/32.620/36.100").page
    told = page.get_by_role("button").filter(has_text=said)
    expect(told).to_be_visible()
    shown = "map => [...map.hudnaMap.zoneLayer.shown.keys()].length"
    hidden = "map => map.hudnaMap.zoneLayer.outOfSight().size"
    in_all, beyond = page.locator(".map").evaluate(shown), page.locator(".map").evaluate(hidden)
    assert 0 < beyond < in_all, "Daraa's are in sight, Idlib's are not"
    expect(told).to_contain_text(f"{said}{beyond}")
    told.click()
    expect(told).to_be_hidden()
    come_to_rest(page)
    assert page.locator(".map").evaluate(hidden) == 0


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("days", ["2012-02-01..2025-10-20", "2017-04-01..2017-12-20", "2017-06-20..2017-07-25"])
def test_a_word_on_the_timeline_page_stands_whole_or_not_at_all(
    site: str, open_page: Open, days: str, width: int, language: str
) -> None:
    link = f"{site}?lang={language}&page=timeline&range={days}"
    page = open_page(link, width=width, height=844, ready=".bar-of-days").page
    come_to_rest(page)
    boxes = page.locator(".axis > span, .bar-of-days").evaluate_all(
        """parents => parents.filter(parent => parent.checkVisibility({ visibilityProperty: true })).map(parent => {
             const word = document.createRange(), box = parent.getBoundingClientRect()
             word.selectNodeContents(parent.querySelector('.bar-word') || parent)
             const { left, right, top, bottom } = word.getBoundingClientRect()
             const inside = box.left <= left + 1 && right <= box.right + 1 && box.top <= top + 1 && bottom <= box.bottom + 1
             return [parent.matches('.bar-of-days'), inside, top >= box.bottom - 5, box.left, box.right]
           })"""
    )
    assert all(whole or away for _, whole, away, *_ in boxes)
    axis = sorted((left, right) for is_bar, whole, _, left, right in boxes if whole and not is_bar)
    assert axis and any(whole for is_bar, whole, *_ in boxes if is_bar)
    assert all(before[1] <= after[0] + 1 for before, after in pairwise(axis))


def test_a_day_fits_its_field(site: str, open_page: Open) -> None:
    page = open_page(f"{site}?lang=ar&compare=2017-05-05&known=2017-07-20").page
    page.locator(".stretch summary").click()
    for field in page.locator(".typed:visible").all():
        assert field.evaluate("field => field.scrollWidth <= field.clientWidth")


def test_a_map_on_its_way_to_a_zone_comes_there_though_its_size_changes(site: str, open_page: Open) -> None:
    """As when the page of a link to a zone takes its last shape."""
    page = open_page(f"{site}?lang=en", ready=".zone-item").page
    page.emulate_media(reduced_motion="no-preference")
    page.wait_for_selector(".map[data-painted]")
    page.locator('.zone-item[data-zone="southwest-2017@SY14"]').click()
    for _ in range(100):
        if page.locator(".map").evaluate("map => Boolean(map.hudnaMap._flyToFrame)"):
            break
        page.wait_for_timeout(20)
    page.set_viewport_size({"width": 1200, "height": 860})
    page.wait_for_timeout(2_000)
    assert page.locator(".map").evaluate(
        "map => map.hudnaMap.getZoom() >= 8 && map.hudnaMap.getBounds().contains([33.05, 35.9])"
    )


LINES = """map => {
  const layers = Object.values(map.hudnaMap._layers).filter(layer => layer.options.pane === 'hudna-base' && layer._latlngs)
  const [land, lines] = [true, false].map(fill => layers.filter(layer => layer instanceof window.L.Polygon === fill))
  return {
    stroked: land.filter(layer => layer.options.stroke && layer.options.fill !== false).length,
    lines: lines.flatMap(layer => layer.getLatLngs()).map(line => line.map(({ lng, lat }) => [lng, lat])),
  }
}"""


def test_the_ground_has_no_border_where_it_is_cut_off(site: str, open_page: Open) -> None:
    """Africa goes on west of 24° E and south of 10° N, where the base map ends; its coasts and borders are drawn."""
    page = open_page(f"{site}?lang=en").page
    drawn = page.locator(".map").evaluate(LINES)
    assert drawn["stroked"] == 0, "land has no edge of its own"
    steps = [step for line in drawn["lines"] for step in pairwise(line)]
    assert len(steps) > 5_000
    assert not [step for step in steps if step[0][0] == step[1][0] == 24.0 or step[0][1] == step[1][1] == 10.0]
    assert [step for step in steps if step[0][0] == 24.0 or step[1][0] == 24.0], "what leads to the edge is drawn up to it"
