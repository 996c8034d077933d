"""The page while its server is out of reach, as in a train, and when it is back; in Chromium, on the seeds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, WebSocketRoute, expect

from tests.browser.conftest import come_to_rest

pytestmark = pytest.mark.browser
LANGUAGE_NAMES = {"en": "English", "ar": "العربية"}


class Line:
    """What the page hears of the server, and whether it hears anything."""

    def __init__(self, page: Page) -> None:
        self.dead = False
        self.sockets: list[WebSocketRoute] = []
        page.route_web_socket("**/_stcore/stream", self._connect)
        page.route("**/_stcore/h*", self._ask)

    def _connect(self, socket: WebSocketRoute) -> None:
        if self.dead:
            socket.close()
            return
        socket.connect_to_server()
        self.sockets.append(socket)

    def _ask(self, route: Route) -> None:
        if self.dead:
            route.abort()
        else:
            route.continue_()

    def cut(self) -> None:
        self.dead = True
        for socket in self.sockets:
            socket.close(code=1012)


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """A window of its own: what a test does to a page's sockets stays with the page."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "What you see is what came last"), ("ar", "ما تراه هو آخر ما وصل")],
)
def test_a_server_out_of_reach_is_said_in_the_pages_language_and_what_is_there_stays(
    site: str, window: Page, language: str, said: str
) -> None:
    line = Line(window)
    window.goto(f"{site}?lang={'ar' if language == 'en' else 'en'}")  # and turned to the other language
    window.wait_for_selector(".map[data-painted]", timeout=60_000)
    window.get_by_role("radio", name=LANGUAGE_NAMES[language]).click()
    expect(window.locator("html")).to_have_attribute("lang", language)
    come_to_rest(window)
    notice = window.locator(".hudna[role=status]").filter(has_text=said)
    expect(notice).to_have_count(0)
    line.cut()
    expect(notice).to_be_visible(timeout=30_000)
    window.wait_for_timeout(5_000)  # Streamlit has asked several times by then, and complained
    expect(window.get_by_role("dialog")).to_have_count(0)
    zoom = window.locator(".map").evaluate("map => map.hudnaMap.getZoom()")
    window.locator(".leaflet-control-zoom-in").click()
    come_to_rest(window)
    assert window.locator(".map").evaluate("map => map.hudnaMap.getZoom()") > zoom, "the map still answers"
    line.dead = False
    expect(notice).to_have_count(0, timeout=60_000)
