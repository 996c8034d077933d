"""The map page: the map with its date control, and beside it the list, a zone or an article."""

from __future__ import annotations

import json
from typing import Any

import streamlit as st

from dashboard.draw.appearance import appearances, map_styles, statuses_ever
from dashboard.draw.attribution import attribution, boundaries_note
from dashboard.draw.base_map import home_country, labelled_places, map_colours, map_extent
from dashboard.draw.dates import month_name
from dashboard.draw.markup import tag
from dashboard.draw.reader import article_payload
from dashboard.draw.timeline import Timeline, timeline
from dashboard.draw.zone_list import zone_list, zone_roster
from dashboard.draw.zone_map import ZoneLayer, compile_map
from dashboard.draw.zone_panel import zone_panel
from dashboard.edition import Edition, Moment, once_an_edition
from dashboard.queries import publish, tile_address
from dashboard.state import KNOWN_THEN, View, is_dark_theme
from dashboard.strings import direction, text
from dashboard.views.components import BESIDE_MAP_HEIGHT, page_asset, panel, reader, zone_map
from dashboard.views.hearing import heard
from geo.status import Status

TIME_WORDS = ("day", "typed", "play", "pause", "previous", "next", "known", "known_all", "known_then", "known_by", "known_day")
MOST_TOLD_AGAIN = 8  # zones whose list goes with every rerun, 0.4 kB each; a longer list is fetched once
MAP_WORDS = ("name", "zoom_in", "zoom_out", "legend", "possible", "disputed")


def explorer_page(edition: Edition, view: View) -> None:
    """The map on one side, what is chosen on the other; on a phone the map above."""
    times = timeline(edition)
    map_side, text_side = st.columns([1.7, 1], gap="medium")
    with map_side:
        _map(edition, view, times)
    with text_side:
        _beside(edition, view, times)


def _map(edition: Edition, view: View, times: Timeline | None) -> None:
    language, moment = view.language, view.moment(times)
    data: dict[str, Any] = {
        "map": _compiled(edition, edition.generation, language, is_dark_theme(), tile_address()),
        "fit": map_extent(edition),
        "state": {
            "day": moment.day.isoformat() if moment.day else "",
            "known": KNOWN_THEN if view.known_then else view.known.isoformat() if view.known else "",
            "selected": view.zone,
            "focus": view.zone,
        },
        "timeline": _published_timeline(edition) if times else None,
        "months": [month_name(month, language) for month in range(1, 13)],
        "legend": _legend(edition, language),
        "words": {
            "time": {word: text(f"time.{word}", language) for word in TIME_WORDS},
            "map": {word: text(f"map.{word}", language) for word in MAP_WORDS}
            | {"boundaries": boundaries_note(edition, language)},
        },
    }
    zone_map(data, language=language, heard=heard("map"))


@st.cache_resource(max_entries=16, show_spinner=False)
def _compiled(_edition: Edition, generation: str, language: str, dark: bool, tiles: str | None) -> dict[str, Any]:
    """The map of an edition, language and theme. Its script is fetched once: a rerun carries only its address."""
    words = {str(status): text(f"status.{status}", language) for status in Status}
    options = {
        "shapes": _edition.zone_shapes,
        "baseMap": _edition.base_map,
        "language": language,
        "home": home_country(),
        "styles": map_styles(dark=dark),
        "colours": map_colours(dark=dark),
        "words": {**words, "chooseZone": text("map.choose_zone", language), "faded": text("map.faded", language)},
        "places": labelled_places(_edition, language),
        "attribution": tag("span", attribution(_edition, language), dir=direction(language)),
        "tiles": tiles,
    }
    layer = ZoneLayer(page_asset("zone_layer.js"), options)
    compiled = compile_map(layer)
    return {
        "script": publish("map", json.dumps(compiled.script)), "needs": compiled.scripts, "key": compiled.key,
        "loads": [_edition.base_map, _edition.zone_shapes],
    }  # fmt: skip


@once_an_edition
def _published_timeline(edition: Edition) -> str:
    """The address of the days that the date control knows: thousands where there are thousands of zones."""
    times = timeline(edition)
    return publish("timeline", json.dumps(times.options() if times else None))


@once_an_edition
def _published_roster(edition: Edition, language: str) -> str:
    return publish(f"list-{language}", json.dumps(zone_roster(edition, language), ensure_ascii=False))


def _legend(edition: Edition, language: str) -> list[dict[str, str]]:
    """The statuses that any zone ever has, in the order of the table."""
    ever = statuses_ever(edition)
    return [
        {"status": str(status), "fill": look.fill, "line": look.line, "label": text(f"status.{status}", language)}
        for status, look in appearances().items()
        if status in ever
    ]


def _list(edition: Edition, moment: Moment, language: str) -> str:
    roster = _published_roster(edition, language) if len(edition.zones) > MOST_TOLD_AGAIN else None
    return zone_list(edition, moment, language, roster)


def _beside(edition: Edition, view: View, times: Timeline | None) -> None:
    moment, language = view.moment(times), view.language
    if view.article:
        article = article_payload(edition, edition.articles[view.article], language, view.statement)
        reader(article, language=language, heard=heard("reader"))
        return
    chosen = edition.zones[view.zone] if view.zone else None
    html = zone_panel(edition, chosen, moment, language) if chosen else _list(edition, moment, language)
    panel(html, key="panel", language=language, height=BESIDE_MAP_HEIGHT, heard=heard("panel"))
