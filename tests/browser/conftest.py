"""A real server, a real store, a real browser: what the journey needs."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
LOCAL = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
START_S = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A page, the requests that left the machine, and what the console complained of."""

    page: Page
    remote: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


REST_MS = 250
AT_REST = """ms => new Promise(rested => {
  const roots = [document, ...[...document.querySelectorAll('*')].map(e => e.shadowRoot).filter(Boolean)]
  const runs = () => ['running', 'rerunRequested'].includes(document.querySelector('.stApp')?.dataset.testScriptState)
  const moves = () => roots.some(root => root.getAnimations().some(a => a.effect?.getComputedTiming().endTime < 10_000))
  const wait = () => { clearTimeout(waiting); waiting = setTimeout(() => runs() || moves() ? wait() : end(), ms) }
  const end = () => { watch.disconnect(); clearTimeout(waiting); rested() }
  const watch = new MutationObserver(wait)
  for (const root of roots) watch.observe(root, { attributes: true, characterData: true, childList: true, subtree: true })
  let waiting
  wait()
  setTimeout(end, 5_000)
})"""
# How many words of an element were read, and those that stand on two lines.
LINES_OF_WORDS = """table => {
  const broken = [], range = document.createRange(), texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
  let read = 0;
  while (texts.nextNode())
    for (const word of texts.currentNode.data.matchAll(/\\S+/g)) {
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      read += 1;
      if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) broken.push(word[0]);
    }
  return [read, broken];
}"""


def come_to_rest(page: Page) -> None:
    """Waits until nothing has changed on a page for a quarter of a second, and neither its script nor a movement runs."""
    page.evaluate(AT_REST, REST_MS)


@contextmanager
def serving(store: Path, log: Path) -> Iterator[str]:
    """A server on a free port that shows a store; yields its address."""
    with serving_process(store, log) as (address, _):
        yield address


@contextmanager
def serving_process(store: Path, log: Path) -> Iterator[tuple[str, int]]:
    """A server on a free port that shows a store; yields its address and the number of its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard/server.py", "--server.port", str(port)]
    environment = {**os.environ, "HUDNA_STORE": str(store)}
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", server, log)
            yield f"http://127.0.0.1:{port}/", server.pid
        finally:
            server.terminate()
            server.wait(timeout=20)


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Returns when the server answers; fails with its log if it ends or stays silent."""
    for _ in range(START_S * 5):
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            if server.poll() is not None:
                break
            time.sleep(0.2)
    pytest.fail(f"the server did not start:\n{log.read_text('utf-8', 'replace')[-3000:]}")


def ingest(folder: Path, store: Path) -> None:
    """Reads a folder of articles into a store, as `make run` does."""
    command = [sys.executable, "-m", "data", "ingest", str(folder), "--store", str(store)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=300)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that shows the seeds."""
    folder = tmp_path_factory.mktemp("site")
    ingest(ROOT / "seeds", folder / "hudna.sqlite")
    with serving(folder / "hudna.sqlite", folder / "server.log") as address:
        yield address


@pytest.fixture(scope="session")
def browser(chromium_path: Path, chromium_flags: tuple[str, ...]) -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=list(chromium_flags))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[dict[bool, BrowserContext]]:
    """Where windows open, by whether they have a touch screen. What was loaded for one test is not loaded anew."""
    kinds = {touch: browser.new_context(has_touch=touch) for touch in (False, True)}
    yield kinds
    for context in kinds.values():
        context.close()


@pytest.fixture(scope="session")
def windows(contexts: dict[bool, BrowserContext]) -> dict[bool, list[Page]]:
    """Empty windows, by whether they have a touch screen: to open one, and close it, takes longer than the page in it."""
    return {touch: [] for touch in contexts}


@pytest.fixture
def open_page(contexts: dict[bool, BrowserContext], windows: dict[bool, list[Page]]) -> Iterator[Callable[..., Watched]]:
    """Opens an address in a window and waits until the map, or what `ready` selects, is there; forgets all after the test."""
    used: list[tuple[bool, Page, dict[str, Callable[..., None]]]] = []

    def opened(address: str, *, width: int = 1440, height: int = 900, dark: bool = False, ready: str = ".map[data-painted]",
               touch: bool = False) -> Watched:  # fmt: skip
        watched = Watched(page=windows[touch].pop() if windows[touch] else contexts[touch].new_page())
        noted = {
            "request": lambda r: None if r.url.startswith(LOCAL) else watched.remote.append(r.url),
            "pageerror": lambda error: watched.complaints.append(str(error)),
            "console": lambda m: watched.complaints.append(m.text) if m.type == "error" else None,
        }
        used.append((touch, watched.page, noted))
        watched.page.set_viewport_size({"width": width, "height": height})
        watched.page.emulate_media(color_scheme="dark" if dark else "light", reduced_motion="reduce")
        for event, note in noted.items():
            watched.page.on(event, note)
        watched.page.goto(address)
        watched.page.wait_for_selector(ready, timeout=60_000)
        return watched

    yield opened
    for touch, page, noted in used:
        page.evaluate("localStorage.clear(), sessionStorage.clear()")
        for event, note in noted.items():
            page.remove_listener(event, note)
        page.mouse.move(0, 0)
        page.goto("about:blank")
        windows[touch].append(page)
    for context in contexts.values():
        context.clear_cookies()
        context.clear_permissions()
