"""The browser's side of the page: eight components, each a script of static/page.

Streamlit carries a component's text at every rerun, so all that it gets is entry.js, a few lines; the browser fetches the rest
once, from app/static.
"""

from __future__ import annotations

import gzip
import hashlib
from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.state import is_dark_theme, last_heard
from dashboard.strings import direction, text
from geo.status import Status

PAGE_FOLDER = Path(__file__).parents[1] / "static" / "page"
MAP_HEIGHT = "calc(100dvh - 110px)"  # the window without the header
BESIDE_MAP_HEIGHT = "calc(100dvh - 98px)"
_SHARE_WORDS = ("link", "copied", "copy_failed", "picture", "drawing", "picture_failed", "print", "frame", "frame_copied")
_UNSEEN = {"failed": ""}  # a component that shows nothing has no place for words
PACKED_FROM = 2_000  # characters of HTML
Message = Callable[[], None]


@cache
def page_asset(name: str) -> str:
    """The address of a file of static/page, below the page; it changes with the file, so that no browser keeps an old one."""
    digest = hashlib.sha256((PAGE_FOLDER / name).read_bytes()).hexdigest()[:12]
    return f"app/static/page/{name}?v={digest}"


@cache
def _component(name: str) -> Callable[..., Any]:
    entry = (PAGE_FOLDER / "entry.js").read_text(encoding="utf-8")
    return st.components.v2.component(f"hudna.{name}", js=entry, html='<div class="hudna"></div>')


def _mount(
    name: str, *, key: str, styles: list[str], data: Mapping[str, Any], language: str, height: str, heard: Message | None
) -> None:
    told = {
        "assets": {
            "start": page_asset("start.js"),
            "messages": page_asset("messages.js"),
            "module": page_asset(f"{name}.js"),
            "styles": styles,
        },
        "failed": text("page.failed", language),
        "height": height,
        "theme": "dark" if is_dark_theme() else "light",
        "language": language,
        "direction": direction(language),
        **data,
    }
    callbacks = {"on_message_change": heard} if heard else {}
    _component(name)(key=key, data=told, **callbacks)


def _packed(html: str) -> str | dict[str, str]:
    """HTML as it goes to the browser: packed where it is long, for Streamlit would send six bytes for each Arabic letter."""
    if len(html) < PACKED_FROM:
        return html
    return {"gzip": b64encode(gzip.compress(html.encode(), compresslevel=6, mtime=0)).decode()}


def document_language(language: str) -> None:
    """Gives the document its language and direction, and says in it what the link to the content is."""
    data = {**_UNSEEN, "skip": text("page.skip", language)}
    _mount("document_language", key="document_language", styles=[], data=data, language=language, height="0", heard=None)


def connection(language: str) -> None:
    """Says so where the server is out of reach, in place of Streamlit's own dialog."""
    data = {**_UNSEEN, "words": text("page.disconnected", language)}
    styles = [page_asset("connection.css")]
    _mount("connection", key="connection", styles=styles, data=data, language=language, height="0", heard=None)


def messages(language: str, *, heard: Message) -> None:
    """Tells the browser which of its messages this run has answered: the last thing that a run does, behind the link.

    Messages: the system's theme is another one.
    """
    data = {**_UNSEEN, "heard": last_heard()}
    _mount("messages", key="messages", styles=[], data=data, language=language, height="0", heard=heard)


def map_modules() -> dict[str, str]:
    """The scripts that the map asks for once it stands, by what they are for."""
    return {
        "comparison": page_asset("comparison.js"),
        "twin": page_asset("twin_map.js"),
        "places": page_asset("place_layer.js"),
        "outOfSight": page_asset("out_of_sight.js"),
        "picture": page_asset("picture.js"),
        "screenshot": "app/static/vendor/modern-screenshot/modern-screenshot.js",
    }


def zone_map(data: Mapping[str, Any], *, language: str, height: str = MAP_HEIGHT, heard: Message) -> None:
    """The map with its date control; `data` is what `dashboard.views.explorer` says.

    Messages: a zone, a day or a place was chosen, the second clock was set, places were asked for or put away.
    """
    modules = {"timeline": page_asset("timeline.js")}
    styles = [
        "app/static/vendor/leaflet/leaflet.css",
        *map(page_asset, ("zone_map.css", "place_layer.css", "timeline.css", "status.css", "comparison.css")),
    ]
    told = {**data, "heard": last_heard(), "modules": modules, "failed": text("map.failed", language)}
    _mount("zone_map", key="map", styles=styles, data=told, language=language, height=height, heard=heard)


def time_control(time: Mapping[str, Any], *, language: str, heard: Message) -> None:
    """The date control alone; `time` is `dashboard.draw.date_control`'s. Messages: a day, or a day of knowledge."""
    told = {"time": time, "heard": last_heard(), "modules": {"timeline": page_asset("timeline.js")}}
    styles = [page_asset("timeline.css")]
    _mount("time_control", key="time_control", styles=styles, data=told, language=language, height="auto", heard=heard)


def share(*, map_shown: bool, language: str) -> None:
    """Buttons that take the view along: its link, a picture of the map where there is one, a printed page."""
    words = {word: text(f"share.{word}", language) for word in _SHARE_WORDS}
    data = {"words": {**words, "map": text("map.name", language)}, "map": map_shown}
    _mount("share", key="share", styles=[page_asset("share.css")], data=data, language=language, height="auto", heard=None)


def panel(
    html: str | None,
    *,
    key: str,
    language: str,
    height: str = "auto",
    heard: Message,
    styles: tuple[str, ...] = (),
    hijri: bool = False,
) -> None:
    """A panel of finished HTML (None: put away, and kept as it is), with style sheets of its own beside the panels'; `hijri`
    adds Hijri dates to its days, in Arabic. Messages: a button's `data-send`."""
    data: dict[str, Any] = {"html": None}
    if html is not None:
        words = {str(status): text(f"status.{status}", language) for status in (*Status, "none")}
        data = {"html": _packed(html), "statusWords": words, "hijri": hijri and language == "ar"}
    sheets = [page_asset(name) for name in ("panel.css", "evidence.css", "status.css", "comparison.css", *styles)]
    _mount("panel", key=key, styles=sheets, data=data, language=language, height=height, heard=heard)


def review_desk(html: str, *, language: str, heard: Message) -> None:
    """The review, as finished HTML. Messages: a button's `data-send`, or a form's `data-form` with what was written."""
    styles = [page_asset(name) for name in ("panel.css", "evidence.css", "status.css", "review.css")]
    _mount(
        "review", key="review_desk", styles=styles, data={"html": _packed(html)}, language=language, height="auto", heard=heard
    )


def reader(article: Mapping[str, Any] | None, *, language: str, all_marks: bool, heard: Message) -> None:
    """An article with its marks; `article` says where `dashboard.draw.reader.article_payload` was published and what of it
    is lit (None: nothing is read, the reader waits unseen), `all_marks` shows them all.

    Messages: the reader was closed, another sentence was gone to, all marks were asked for or put away.
    """
    data = {"article": article, "allMarks": all_marks}
    styles = [page_asset("panel.css"), page_asset("evidence.css"), page_asset("reader.css")]
    height = BESIDE_MAP_HEIGHT if article else "auto"
    _mount("reader", key="reader", styles=styles, data=data, language=language, height=height, heard=heard)
