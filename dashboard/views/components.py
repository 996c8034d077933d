"""The browser's side of the page: four components, each a script of static/page.

Streamlit carries a component's text at every rerun, so all that it gets is entry.js, a few lines; the browser fetches the rest
once, from app/static.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.state import is_dark_theme
from dashboard.strings import direction, text
from geo.status import Status

PAGE_FOLDER = Path(__file__).parents[1] / "static" / "page"
MAP_HEIGHT = "calc(100dvh - 96px)"  # the window without the header
BESIDE_MAP_HEIGHT = "calc(100dvh - 84px)"
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
        "assets": {"start": page_asset("start.js"), "module": page_asset(f"{name}.js"), "styles": styles},
        "failed": text("page.failed", language),
        "height": height,
        "theme": "dark" if is_dark_theme() else "light",
        "language": language,
        "direction": direction(language),
        **data,
    }
    callbacks = {"on_message_change": heard} if heard else {}
    _component(name)(key=key, data=told, **callbacks)


def document_language(language: str) -> None:
    """Gives the document its language and direction."""
    _mount("document_language", key="document_language", styles=[], data={}, language=language, height="0", heard=None)


def zone_map(data: Mapping[str, Any], *, language: str, heard: Message) -> None:
    """The map with its date control; `data` is what `dashboard.views.explorer` says.

    Messages: a zone, a day or a place was chosen, the second clock was set, places were asked for or put away.
    """
    modules = {"timeline": page_asset("timeline.js"), "places": page_asset("place_layer.js")}
    sheets = ("zone_map.css", "place_layer.css", "status.css")
    styles = ["app/static/vendor/leaflet/leaflet.css", *map(page_asset, sheets)]
    told = {**data, "modules": modules, "failed": text("map.failed", language)}
    _mount("zone_map", key="map", styles=styles, data=told, language=language, height=MAP_HEIGHT, heard=heard)


def panel(html: str, *, key: str, language: str, height: str = "auto", heard: Message) -> None:
    """A panel of finished HTML. Messages: what a pressed button holds in `data-send`."""
    words = {str(status): text(f"status.{status}", language) for status in (*Status, "none")}
    data = {"html": html, "statusWords": words}
    styles = [page_asset("panel.css"), page_asset("evidence.css"), page_asset("status.css")]
    _mount("panel", key=key, styles=styles, data=data, language=language, height=height, heard=heard)


READER_WORDS = (
    "back", "reader", "key", "about", "previous", "next", "position", "marks", "marks_key", "show_on_map", "close",
)  # fmt: skip


def reader(article: Mapping[str, Any], *, language: str, all_marks: bool, heard: Message) -> None:
    """An article with its marks; `article` is `dashboard.draw.reader.article_payload`'s, `all_marks` shows them all.

    Messages: the reader was closed, another sentence was gone to, all marks were asked for or put away.
    """
    words = {word: text(f"article.{word}", language) for word in READER_WORDS}
    data = {"article": article, "allMarks": all_marks, "words": words}
    styles = [page_asset("panel.css"), page_asset("evidence.css"), page_asset("reader.css")]
    _mount("reader", key="reader", styles=styles, data=data, language=language, height=BESIDE_MAP_HEIGHT, heard=heard)
