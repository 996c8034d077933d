"""How long a viewer waits: the page beside a plain static Leaflet page that draws the same shapes, in the same browser."""

from __future__ import annotations

import math
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TypeAlias

from playwright.sync_api import Page, sync_playwright

from data.settings import load_settings
from tests.benchmarks.static_page import write_static_page
from tests.benchmarks.synthetic import write_store
from tests.browser.conftest import serving_process
from tests.chromium import FLAGS, NoChromiumError, find_chromium

ROUNDS = 7
REST_MS = 900  # after a step: the day rests, Python answers, the next step begins on a quiet page
NAVIGATION = "warm navigation to painted map"
DRAW = "shapes here to painted map"
STEP = "date step to repaint"
JUMP = "jump to a far day to repaint"
PAN = "pan to repaint"
ZONE = "click on a zone to its panel"
SENTENCE = "click to the article's sentence"

# Everything is timed in the page, from the act to the second frame after it: the driver's own round trips are not in it.
TIMING = """
window.bench = {
  root() { return [document, ...[...document.querySelectorAll('*')].map(e => e.shadowRoot).filter(Boolean)] },
  find(wanted) { // what is seen of it: a panel that is put away stays in the page
    return this.root().flatMap(root => [...root.querySelectorAll(wanted)]).find(e => e.checkVisibility()) || null
  },
  frames: done => requestAnimationFrame(() => requestAnimationFrame(done)),
  repainted(element, act) {
    return new Promise(done => {
      const began = performance.now()
      new MutationObserver((_, seen) => { seen.disconnect(); done(performance.now() - began) })
        .observe(element, { attributes: true, attributeFilter: ['data-painted'] })
      act()
    })
  },
  framed(act) {
    return new Promise(done => {
      const began = performance.now()
      act()
      this.frames(() => done(performance.now() - began))
    })
  },
  there(act, wanted) {
    return new Promise(done => {
      const began = performance.now()
      const look = () => (this.find(wanted) ? this.frames(() => done(performance.now() - began)) : requestAnimationFrame(look))
      act()
      requestAnimationFrame(look)
    })
  },
}"""
PAINTED = "performance.getEntriesByName('hudna:painted')[0]?.startTime"
SHAPES_HERE = """Math.max(...performance.getEntriesByType('resource')
  .filter(file => /\\/zones[^/]*json/.test(file.name)).map(file => file.responseEnd))"""


def timed(page: Page, script: str, *, argument: object = None) -> float:
    """Milliseconds that a script of `bench` tells."""
    return float(page.evaluate(f"argument => bench.{script}", argument))


def navigations(page: Page, address: str) -> dict[str, float]:
    """From the start of a navigation to the painted map, and of that what comes after the shapes have arrived."""
    whole, drawing = [], []
    for _ in range(ROUNDS):
        page.goto("about:blank")
        page.goto(address, wait_until="commit")
        page.wait_for_function(PAINTED, timeout=120_000)
        whole.append(float(page.evaluate(PAINTED)))
        drawing.append(whole[-1] - float(page.evaluate(SHAPES_HERE)))
    return {NAVIGATION: median(whole), DRAW: median(drawing)}


def our_page(page: Page, address: str) -> dict[str, float]:
    """Medians in milliseconds for our page."""
    result = navigations(page, address)
    page.wait_for_selector(".zone-item")
    page.wait_for_timeout(2 * REST_MS)

    def rested(script: str, argument: object = None) -> float:
        took = timed(page, script, argument=argument)
        page.wait_for_timeout(REST_MS)
        return took

    steps = [".timeline .step:first-child", ".timeline .step:last-child"] * ROUNDS
    result[STEP] = median(rested("repainted(bench.find('.map'), () => bench.find(argument).click())", s) for s in steps)
    jump = """repainted(bench.find('.map'), () => {
      const range = bench.find('.timeline .range')
      range.value = String(Math.round(argument * range.max))
      range.dispatchEvent(new Event('input'))
    })"""
    result[JUMP] = median(rested(jump, (number % 5) / 6 + 0.1) for number in range(ROUNDS))
    result[PAN] = median(pans(page, "bench.find('.map').hudnaMap"))
    page.goto(address)
    page.wait_for_selector(".map[data-painted]", timeout=120_000)
    page.wait_for_selector(".zone-item")
    page.wait_for_timeout(2 * REST_MS)
    there = "there(() => bench.find(argument[0]).click(), argument[1])"
    ways: dict[str, list[float]] = {ZONE: [], SENTENCE: [], "back to the zone": [], "back to the list": []}
    for _ in range(ROUNDS):
        for way, press, wanted in (
            (ZONE, "[data-part=zone-list] .zone-item", "[data-part=zone-panel]"), (SENTENCE, ".open-line", "mark.lit"),
            ("back to the zone", ".back", "[data-part=zone-panel]"), ("back to the list", ".back", "[data-part=zone-list]"),
        ):  # fmt: skip
            ways[way].append(rested(there, [press, wanted]))
    return result | {way: median(took) for way, took in ways.items()}


def pans(page: Page, the_map: str) -> Sequence[float]:
    """Pans of 200 px to and fro."""
    pan = f"framed(() => {the_map}.panBy([argument, 0], {{animate: false}}))"
    return [timed(page, pan, argument=pixels) for pixels in [200, -200] * ROUNDS]


def static_page(page: Page, address: str) -> dict[str, float]:
    """The same medians for the static page; its click only sets a text."""
    result = navigations(page, address)
    page.wait_for_timeout(REST_MS)
    step = "repainted(document.body, () => step(argument))"
    result[STEP] = median(timed(page, step, argument=way) for way in [-1, 1] * ROUNDS)
    jump = "repainted(document.body, () => jump(argument))"
    result[JUMP] = median(timed(page, jump, argument=(number % 5) / 6 + 0.1) for number in range(ROUNDS))
    result[PAN] = median(pans(page, "map"))
    result[ZONE] = median(timed(page, "framed(() => pick(argument))", argument=number) for number in range(ROUNDS))
    return result


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *words: object) -> None:
        """A benchmark's own requests are not worth a line each."""


def first_navigation(page: Page, address: str) -> float:
    """Milliseconds to the painted map of the first page that a server shows."""
    page.goto("about:blank")
    page.goto(address, wait_until="commit")
    page.wait_for_function(PAINTED, timeout=300_000)
    return float(page.evaluate(PAINTED))


def processor_ms(server: int) -> float:
    """Milliseconds of a processor that a server has used; nan where the system does not tell."""
    try:
        told = Path(f"/proc/{server}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return math.nan
    return 1000 * (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def nothing_kept(folder: Path) -> Iterator[None]:
    """Servers with a data folder in which nothing is drawn yet; boundaries and places are those of the settings in force."""
    settings, before = load_settings(), dict(os.environ)
    if (settings.data_folder / "boundaries").is_dir():
        shutil.copytree(settings.data_folder / "boundaries", folder / "boundaries")
    os.environ |= {"HUDNA_DATA_FOLDER": str(folder), "HUDNA_GAZETTEER": str(settings.gazetteer)}
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


Compared: TypeAlias = tuple[Mapping[str, tuple[float, float]], Mapping[str, float], Mapping[str, float]]


def compare(page: Page, folder: Path, zones: int) -> Compared:
    """The first navigations after two starts, with what the server has used of a processor by then, and the medians of our page
    and of the static one, on a store of so many zones."""
    store = folder / "hudna.sqlite"
    write_store(store, zones)
    write_static_page(folder, store)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    first = {}
    with nothing_kept(folder):
        with serving_process(store, folder / "server.log") as (address, process):
            first["with nothing drawn before"] = first_navigation(page, address), processor_ms(process)
        with serving_process(store, folder / "server.log") as (address, process):
            first["with what the first start kept"] = first_navigation(page, address), processor_ms(process)
            ours = our_page(page, address)
    limit = static_page(page, f"http://127.0.0.1:{server.server_port}/index.html")
    server.shutdown()
    return first, ours, limit


def main(sizes: Sequence[int]) -> None:
    """Measures the page with stores of these numbers of zones."""
    try:
        chromium = find_chromium()
    except NoChromiumError as fault:
        print(f"page: not measured: {fault}")
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for zones in sizes:
            page = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
            page.add_init_script(TIMING)
            with TemporaryDirectory() as folder:
                first, ours, limit = compare(page, Path(folder), zones)
            page.close()
            named = f"page, {zones:,} zones"
            for what, (ms, processor) in first.items():
                used = f"{processor:,.0f} ms of a processor since the start"
                print(f"{named}: first navigation after a start to painted map, {what}: {ms:,.0f} ms; {used}")
            for what, ms in ours.items():
                beside = f"; static Leaflet page {limit[what]:,.0f} ms; ratio {ms / limit[what]:.1f}" if what in limit else ""
                print(f"{named}: {what}: {ms:,.0f} ms{beside}", flush=True)
        browser.close()
    print(
        f"page: medians of {ROUNDS} (steps and pans {2 * ROUNDS}), 1440 × 900, same browser and run, two frames in each figure"
    )
