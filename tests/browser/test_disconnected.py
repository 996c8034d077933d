"""The page while its server is out of reach, as in a train, and when it is back; in Chromium, on the seeds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, WebSocketRoute, expect

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser
Open = Callable[..., Watched]


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


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "What you see is what came last"), ("ar", "ما تراه هو آخر ما وصل")],
)
def test_a_server_out_of_reach_is_said_in_the_pages_language_and_what_is_there_stays(
    site: str, open_page: Open, language: str, said: str
) -> None:
    page = open_page("about:blank", ready="html").page
    line = Line(page)
    page.goto(f"{site}?lang={language}")
    page.wait_for_selector(".map[data-painted]")
    notice = page.get_by_role("status").filter(has_text=said)
    expect(notice).to_have_count(0)
    line.cut()
    expect(notice).to_be_visible(timeout=15_000)
    page.wait_for_timeout(5_000)  # Streamlit has asked several times by then, and complained
    expect(page.get_by_role("dialog")).to_have_count(0)
    before = page.locator(".map").evaluate("map => map.hudnaMap.getZoom()")
    page.locator(".leaflet-control-zoom-in").click()
    assert page.locator(".map").evaluate("map => map.hudnaMap.getZoom()") > before, "the map still answers"
    line.dead = False
    expect(notice).to_have_count(0, timeout=30_000)
    page.unroute_all()
