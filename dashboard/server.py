"""The server around the page: what a browser shows until the page is there, and whose pages may speak to it.

`python -m dashboard` starts it; app.py is the page itself.
"""

from __future__ import annotations

import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

HERE = Path(__file__).resolve().parent
if str(HERE.parent) not in sys.path:  # Streamlit puts this file's folder on the path, not the project's
    sys.path.insert(0, str(HERE.parent))

from dashboard.opening import first_page  # noqa: E402
from dashboard.visitor import is_of_this_page  # noqa: E402

EMPTY_PAGE = Path(st.__file__).with_name("static") / "index.html"
REFUSED = 1008  # of a WebSocket that nobody has accepted: HTTP 403


async def answer_first(request: Request) -> HTMLResponse:
    """The first answer to a browser, in the language of its link."""
    page = first_page(EMPTY_PAGE.read_text(encoding="utf-8"), request.query_params.get("lang", ""))
    return HTMLResponse(page, headers={"Cache-Control": "no-cache"})


class OwnPagesOnly:
    """Refuses the connection of another site's page. So does Streamlit, but it asks checkip.amazonaws.com before."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands on all but the connection of a foreign page."""
        if scope["type"] == "websocket" and not _may_connect(scope):
            await send({"type": "websocket.close", "code": REFUSED})
            return
        await self.app(scope, receive, send)


def _may_connect(scope: Scope) -> bool:
    if not st.get_option("server.enableCORS"):
        return True
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    return is_of_this_page(
        headers, [f"//{st.get_option('browser.serverAddress')}", *st.get_option("server.corsAllowedOrigins")]
    )


def _path() -> str:
    """Where the page is, below the server's address."""
    below = st.get_option("server.baseUrlPath").strip("/")
    return f"/{below}/" if below else "/"


app = st.App(HERE / "app.py", routes=[Route(_path(), answer_first)], middleware=[Middleware(OwnPagesOnly)])
