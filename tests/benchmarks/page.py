"""How long a viewer waits: the page beside a plain static Leaflet page that draws the same shapes, in the same browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copytree
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import ROOT, ingest, serving
from tests.chromium import FLAGS, find_chromium

ROUNDS = 7

# The limit of what a page can do: Leaflet, the same polygons, and a list of days that changes their style.
STATIC_PAGE = """<!doctype html><meta charset="utf-8"><title>static</title>
<link rel="stylesheet" href="vendor/leaflet/leaflet.css"><script src="vendor/leaflet/leaflet.js"></script>
<style>html,body,#map{height:100%;margin:0}#text{position:fixed;top:0;left:60px;z-index:9999;background:#fff}</style>
<div id="map"></div><p id="text"></p>
<script>
const map = L.map('map', {zoomSnap: .25})
const after = done => requestAnimationFrame(() => requestAnimationFrame(done))
Promise.all(['zones.json', 'base.json'].map(path => fetch(path).then(answer => answer.json()))).then(([zones, base]) => {
  L.geoJSON(base, {interactive: false, style: {color: '#b3ad9f', weight: 1, fillOpacity: .1}}).addTo(map)
  const layer = L.geoJSON(zones, {onEachFeature: (feature, shape) => shape.on('click', () => {
    document.getElementById('text').textContent = feature.properties.quote
    after(() => document.body.dataset.text = feature.properties.id)
  })}).addTo(map)
  window.pick = number => { layer.getLayers()[number].fire('click') }
  map.fitBounds(layer.getBounds())
  let step = 0
  window.step = () => {
    step += 1
    layer.setStyle({fillColor: step % 2 ? '#1f5fbf' : '#c2410c', fillOpacity: .5})
    after(() => document.body.dataset.step = step)
  }
  after(() => document.body.dataset.painted = layer.getLayers().length)
})
</script>"""


def timed(act: Callable[[], object], wait: Callable[[], object]) -> float:
    """Milliseconds from an act to what it waits for."""
    began = perf_counter()
    act()
    wait()
    return (perf_counter() - began) * 1000


def our_page(page: Page, address: str) -> dict[str, float]:
    """Medians in milliseconds for our page."""
    painted = ".map[data-painted]"

    def navigate() -> float:
        page.goto("about:blank")
        return timed(lambda: page.goto(address, wait_until="commit"), lambda: page.wait_for_selector(painted))

    def step(label: str) -> float:
        before = page.locator(".map").get_attribute("data-painted")
        changed = "before => document.querySelector('.map')?.dataset.painted !== before"
        return timed(page.get_by_label(label).click, lambda: page.wait_for_function(changed, arg=before, polling="raf"))

    def click() -> float:
        page.goto(f"{address}?zone=southwest-2017@SY13")
        page.wait_for_selector(".ledger .open-line")
        return timed(page.locator(".ledger .open-line").first.click, lambda: page.wait_for_selector("mark.lit"))

    navigate()  # the first navigation draws and keeps what later ones find: cold is told by itself
    result = {"warm navigation to painted map": median(navigate() for _ in range(ROUNDS))}
    steps = [step(label) for _ in range(ROUNDS) for label in ("Previous change", "Next change")]
    result["date step to repaint"] = median(steps)
    result["click to the article's sentence"] = median(click() for _ in range(ROUNDS))
    return result


def static_page(page: Page, address: str) -> dict[str, float]:
    """The same medians for the static page; its click only sets a text."""

    def navigate() -> float:
        page.goto("about:blank")
        return timed(lambda: page.goto(address, wait_until="commit"), lambda: page.wait_for_selector("body[data-painted]"))

    def step(number: int) -> float:
        return timed(lambda: page.evaluate("window.step()"), lambda: page.wait_for_selector(f"body[data-step='{number}']"))

    def click(number: int) -> float:
        page.evaluate("delete document.body.dataset.text")
        return timed(
            lambda: page.evaluate(f"window.pick({number % 3})"),
            lambda: page.wait_for_selector("body[data-text]", state="attached"),
        )

    navigate()
    return {
        "warm navigation to painted map": median(navigate() for _ in range(ROUNDS)),
        "date step to repaint": median(step(number + 1) for number in range(2 * ROUNDS)),
        "click to the article's sentence": median(click(number) for number in range(ROUNDS)),
    }


def write_static(folder: Path) -> None:
    """The static page with the shapes and quotes of the seeds' zones."""
    from shapely.geometry import mapping

    from dashboard.draw.base_map import ground_extent
    from data.atlas import load_atlas
    from data.outlines import write_base_map
    from data.reference_tables import load_gazetteer
    from data.settings import load_settings
    from data.store import open_reader
    from geo.gazetteer import Area
    from geo.zone import fold_zones

    settings = load_settings()
    outlines = settings.assets / "world-atlas" / "countries-10m.json"
    store = open_reader(folder / "hudna.sqlite")
    gazetteer = load_gazetteer()
    atlas = load_atlas(gazetteer, outlines)
    features = []
    for zone in fold_zones(store.statements(), {a.id: a for a in store.articles()}):
        beside = tuple(Area.parse(key) for key in zone.beside)
        shape = atlas.footprint(Area.parse(zone.area), partial=zone.partial, beside=beside)
        properties = {"id": zone.id, "quote": zone.ledger[0].evidence[0].quote}
        features.append({"type": "Feature", "geometry": mapping(shape.possible), "properties": properties})
    collection = {"type": "FeatureCollection", "features": features}
    (folder / "zones.json").write_text(json.dumps(collection), encoding="utf-8")
    write_base_map(outlines, folder / "base.json", ground_extent())
    (folder / "index.html").write_text(STATIC_PAGE, encoding="utf-8")
    copytree(ROOT / "dashboard" / "static" / "vendor" / "leaflet", folder / "vendor" / "leaflet")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *words: object) -> None:
        """A benchmark's own requests are not worth a line each."""


def main() -> None:
    chromium = find_chromium()
    if chromium is None:
        print("page: there is no Chromium here, so the page was not measured")
        return
    with TemporaryDirectory() as scratch, sync_playwright() as playwright:
        folder = Path(scratch)
        ingest(ROOT / "seeds", folder / "hudna.sqlite")
        write_static(folder)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
        Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
        with serving(folder / "hudna.sqlite", folder / "server.log") as address:
            cold = timed(lambda: page.goto(address, wait_until="commit"), lambda: page.wait_for_selector(".map[data-painted]"))
            ours = our_page(page, address)
        limit = static_page(page, f"http://127.0.0.1:{server.server_port}/index.html")
        browser.close()
        server.shutdown()
    print(f"page: first navigation after the start to painted map: {cold:,.0f} ms")
    for what, ms in ours.items():
        print(f"page: {what}: {ms:,.0f} ms; static Leaflet page {limit[what]:,.0f} ms; ratio {ms / limit[what]:.1f}")
    print(f"page: medians of {ROUNDS} (date steps {2 * ROUNDS}), seeds' zones, 1440 × 900, same browser and run")
