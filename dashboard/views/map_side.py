"""The map with its date control: what the browser is told of it."""

from __future__ import annotations

import json
from typing import Any

from dashboard.draw.appearance import appearances, map_styles, statuses_ever
from dashboard.draw.attribution import attribution, boundaries_note
from dashboard.draw.base_map import home_country, labelled_places, map_colours, map_extent
from dashboard.draw.change_appearance import change_styles
from dashboard.draw.comparison_control import comparison_control, comparison_wording
from dashboard.draw.filters import hidden_line
from dashboard.draw.markup import tag
from dashboard.draw.named_places import places_json
from dashboard.draw.timeline import Timeline
from dashboard.draw.zone_map import ZoneLayer, compile_map
from dashboard.edition import Edition, once_an_edition
from dashboard.facets import Sifted
from dashboard.published import publish
from dashboard.queries import tile_address
from dashboard.state import is_dark_theme
from dashboard.strings import direction, text
from dashboard.view import View
from dashboard.views.clocks import clocks
from dashboard.views.components import MAP_HEIGHT, map_modules, page_asset, zone_map
from dashboard.views.hearing import heard
from geo.ledger.comparison import HOLDS, Change
from geo.status import Status

MAP_WORDS = ("name", "zoom_in", "zoom_out", "legend", "possible", "disputed", "places", "places_keys", "outside", "show_all")


def map_side(edition: Edition, view: View, times: Timeline | None, left: Sifted | None, *, height: str = MAP_HEIGHT) -> None:
    """Mounts the map; `left` is what search and filters leave of the zones."""
    language = view.language
    data: dict[str, Any] = {
        "map": _compiled(edition, language, is_dark_theme(), tile_address()),
        "fit": map_extent(edition),
        "state": {
            "selected": view.zone,
            "focus": view.zone,
            "place": {"area": view.place, "extent": edition.extents.get(view.place)} if view.place else None,
        },
        "places": {
            "shown": view.places,
            "address": _named_places(edition, language) if view.places else None,
        },
        "time": clocks(edition, view),
        "sieve": _sieve(edition, view, left),
        "compare": comparison_control(view.compare, view.times(times), side=view.side),
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


@once_an_edition
def _compiled(edition: Edition, language: str, dark: bool, tiles: str | None) -> dict[str, Any]:
    """The map of an edition, language and theme. Its script, the words around it and the statuses of its legend are fetched
    once: a rerun carries only their address."""
    words = {str(status): text(f"status.{status}", language) for status in (*Status, "none")}
    words |= {str(change): text(f"change.{change}", language) for change in Change}
    words |= {word: text(f"compare.{word}", language) for word in ("earlier", "later")}
    words |= {word: text(f"map.{word}", language, n="{n}") for word in ("kilometres", "metres")}
    options = {
        "shapes": edition.zone_shapes,
        "baseMap": edition.base_map,
        "language": language,
        "home": home_country(),
        "styles": map_styles(dark=dark) | change_styles(dark=dark),
        "holds": HOLDS,
        "colours": map_colours(dark=dark),
        "words": words | {"chooseZone": text("map.choose_zone", language), "faded": text("map.faded", language)},
        "places": labelled_places(edition, language),
        "attribution": tag("span", attribution(edition, language), dir=direction(language)),
        "tiles": tiles,
    }
    layer = ZoneLayer(page_asset("zone_layer.js"), options)
    compiled = compile_map(layer)
    around = {word: text(f"map.{word}", language, n="{n}") for word in MAP_WORDS}
    around |= {"boundaries": boundaries_note(edition, language), "brand": text("brand", language)}
    file = {
        "script": compiled.script, "words": around, "legend": _legend(edition, language),
        "compare": comparison_wording(language), "modules": map_modules(),
    }  # fmt: skip
    return {
        "script": publish("map", json.dumps(file, ensure_ascii=False)), "needs": compiled.scripts, "key": compiled.key,
        "loads": [edition.base_map, edition.zone_shapes],
    }  # fmt: skip


@once_an_edition
def _named_places(edition: Edition, language: str) -> str:
    """The address of the places that articles name; drawn only once somebody wants to see them."""
    return publish("places", places_json(edition, language))


def _legend(edition: Edition, language: str) -> list[dict[str, str]]:
    """The statuses that any zone ever has, in the order of the table."""
    ever = statuses_ever(edition)
    return [
        {"status": str(status), "fill": look.fill, "line": look.line, "label": text(f"status.{status}", language)}
        for status, look in appearances().items()
        if status in ever
    ]
