"""The map page: the map with its date control, and beside it the list, a zone or an article."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dashboard.draw.appearance import appearances, map_styles, statuses_ever
from dashboard.draw.attribution import attribution, boundaries_note
from dashboard.draw.base_map import home_country, labelled_places, map_colours, map_extent
from dashboard.draw.change_appearance import change_styles
from dashboard.draw.comparison_control import comparison_control
from dashboard.draw.date_control import date_control
from dashboard.draw.filters import hidden_line
from dashboard.draw.found import found_parts
from dashboard.draw.map_only import map_only_line
from dashboard.draw.markup import Markup, join, tag
from dashboard.draw.named_places import place_panel, places_json
from dashboard.draw.reader import article_payload
from dashboard.draw.timeline import Timeline, timeline
from dashboard.draw.zone_list import zone_list
from dashboard.draw.zone_map import ZoneLayer, compile_map
from dashboard.draw.zone_panel import zone_panel
from dashboard.edition import Edition, Moment
from dashboard.facets import Sifted
from dashboard.queries import publish, tile_address
from dashboard.state import View, is_dark_theme
from dashboard.strings import direction, text
from dashboard.views.comparing import comparison_beside
from dashboard.views.components import BESIDE_MAP_HEIGHT, MAP_HEIGHT, page_asset, panel, reader, zone_map
from dashboard.views.hearing import heard
from dashboard.views.sieve import block_above, sifted, tray_below
from geo.comparison import HOLDS, Change
from geo.status import Status

MAP_ONLY_HEIGHT = "calc(100dvh - 64px)"  # the window without the line below the map
MAP_WORDS = ("name", "zoom_in", "zoom_out", "legend", "possible", "disputed", "places", "places_keys")


def explorer_page(edition: Edition, view: View) -> None:
    """The map on one side, what is chosen on the other; on a phone the map above."""
    times = timeline(edition)
    map_side, text_side = st.columns([1.7, 1], gap="medium")
    left = sifted(edition, view, times)
    with map_side:
        _map(edition, view, times, left)
    with text_side:
        _beside(edition, view, times, left)


def map_only_page(edition: Edition, view: View) -> None:
    """The map alone, for a frame in another page; below it what is chosen, and the way to who says so."""
    times = timeline(edition)
    _map(edition, view, times, sifted(edition, view, times), height=MAP_ONLY_HEIGHT)
    st.html(map_only_line(edition, edition.zones.get(view.zone or ""), view.moment(times), view.language, _full_link(view)))


def _full_link(view: View) -> str:
    return "?" + urlencode(replace(view, map_only=False).link())


def _map(edition: Edition, view: View, times: Timeline | None, left: Sifted | None, *, height: str = MAP_HEIGHT) -> None:
    language, moment = view.language, view.moment(times)
    data: dict[str, Any] = {
        "map": _compiled(edition, edition.generation, language, is_dark_theme(), tile_address()),
        "fit": map_extent(edition),
        "state": {
            "selected": view.zone,
            "focus": view.zone,
            "place": {"area": view.place, "extent": edition.extents.get(view.place)} if view.place else None,
        },
        "places": {
            "shown": view.places,
            "address": _named_places(edition, edition.generation, language) if view.places else None,
        },
        "time": date_control(moment, view.times(times), language, hijri=view.hijri),
        "sieve": _sieve(edition, view, left),
        "compare": comparison_control(view.compare, view.times(times), language),
        "legend": _legend(edition, language),
        "words": {word: text(f"map.{word}", language) for word in MAP_WORDS}
        | {"boundaries": boundaries_note(edition, language), "brand": text("brand", language)},
    }
    zone_map(data, language=language, height=height, heard=heard("map"))


def _sieve(edition: Edition, view: View, left: Sifted | None) -> dict[str, Any]:
    """What of the zones the map may show: those of `visible` (None: all) on days on which their status is one of `statuses`
    (None: any), and the line that says how many are hidden now."""
    hidden = len(edition.zones) - len(left.zones) if left else 0
    statuses = [value for facet, value in view.filters if facet == "status"]
    only = left is not None and len(left.on_other_days) < len(edition.zones)
    return {
        "visible": [zone for zone in left.on_other_days if zone in edition.footprints] if left and only else None,
        "statuses": statuses or None,
        "line": hidden_line("zones", hidden, view.language, spoken=False) or "",
    }


@st.cache_resource(max_entries=16, show_spinner=False)
def _compiled(_edition: Edition, generation: str, language: str, dark: bool, tiles: str | None) -> dict[str, Any]:
    """The map of an edition, language and theme. Its script is fetched once: a rerun carries only its address."""
    words = {str(status): text(f"status.{status}", language) for status in (*Status, "none")}
    words |= {str(change): text(f"change.{change}", language) for change in Change}
    words |= {word: text(f"compare.{word}", language) for word in ("earlier", "later")}
    options = {
        "shapes": _edition.zone_shapes,
        "baseMap": _edition.base_map,
        "language": language,
        "home": home_country(),
        "styles": map_styles(dark=dark) | change_styles(dark=dark),
        "holds": HOLDS,
        "colours": map_colours(dark=dark),
        "words": words | {"chooseZone": text("map.choose_zone", language), "faded": text("map.faded", language)},
        "places": labelled_places(_edition, language),
        "attribution": tag("span", attribution(_edition, language), dir=direction(language)),
        "tiles": tiles,
    }
    layer = ZoneLayer(page_asset("zone_layer.js"), options)
    compiled = compile_map(layer)
    return {"script": publish("map", json.dumps(compiled.script)), "needs": compiled.scripts, "key": compiled.key}


@st.cache_resource(max_entries=8, show_spinner=False)
def _named_places(_edition: Edition, generation: str, language: str) -> str:
    """The address of the places that articles name; drawn only once somebody wants to see them."""
    return publish("places", places_json(_edition, language))


def _legend(edition: Edition, language: str) -> list[dict[str, str]]:
    """The statuses that any zone ever has, in the order of the table."""
    ever = statuses_ever(edition)
    return [
        {"status": str(status), "fill": look.fill, "line": look.line, "label": text(f"status.{status}", language)}
        for status, look in appearances().items()
        if status in ever
    ]


def _beside(edition: Edition, view: View, times: Timeline | None, left: Sifted | None) -> None:
    moment, language = view.moment(times), view.language
    if view.article:
        article = article_payload(
            edition, edition.articles[view.article], language, times=times, lit=view.statement, area=view.place,
            found=view.span,
        )  # fmt: skip
        reader(article, language=language, all_marks=view.marks, heard=heard("reader"))
        return
    chosen = edition.zones[view.zone] if view.zone else None
    if chosen:
        html = zone_panel(edition, chosen, moment, language, back="compare.back" if view.compare else "zone.back")
    elif view.place:
        html = place_panel(edition, view.place, language)
    else:
        html = comparison_beside(edition, view, times) or _list(edition, view, moment, left)
    panel(html, key="panel", language=language, height=BESIDE_MAP_HEIGHT, heard=heard("panel"), hijri=view.hijri)


def _list(edition: Edition, view: View, moment: Moment, left: Sifted | None) -> Markup:
    """The zones that search and filters leave, below them what else was found, and what cannot be placed."""
    found = left.found if left else None
    also = found_parts(edition, found, left.articles, view.query, view.filters, view.language) if left and found else None
    return zone_list(
        edition, moment, view.language, only=left.zones if left and (found or view.filters) else None,
        above=block_above(edition, view, left, "zones"), below=join((also, tray_below(edition, view))),
    )  # fmt: skip
