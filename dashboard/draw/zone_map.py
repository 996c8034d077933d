"""The map: a folium.Map with our own layer for zones, compiled once to a script that a component runs (no iframe).

Nothing it loads comes from another machine: every script and style sheet is a path below the page.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import folium
from branca.element import MacroElement
from folium.elements import JSCSSMixin
from folium.template import Template

VENDOR = "app/static/vendor"


class OfflineMap(folium.Map):
    """A folium.Map whose Leaflet is ours to serve, and which loads nothing else (folium's own map loads ten files)."""

    default_js: ClassVar[list[tuple[str, str]]] = [("leaflet", f"{VENDOR}/leaflet/leaflet.js")]
    default_css: ClassVar[list[tuple[str, str]]] = [("leaflet_css", f"{VENDOR}/leaflet/leaflet.css")]


class ZoneLayer(JSCSSMixin, MacroElement):
    """The zones, the base map and the place names of one map; static/page/zone_layer.js is the Leaflet side."""

    default_css: ClassVar[list[tuple[str, str]]] = []
    # tojson, not folium's tojavascript: that one rewrites the keys of dicts, and ours are ids and statuses
    _template = Template(
        "{% macro script(this, kwargs) %}new L.ZoneLayer({{ this.options|tojson }})"
        ".addTo({{ this._parent.get_name() }});{% endmacro %}"
    )

    def __init__(self, script: str, options: Mapping[str, Any]) -> None:
        super().__init__()
        self._name = "ZoneLayer"
        self.default_js = [("zone_layer", script)]
        self.options = dict(options)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledMap:
    """`script` is the body of a JavaScript function of (L, element) that returns the map on that element.

    `scripts` and `styles` are what it needs, in order, as paths below the page. Two maps with one `key` are the same map.
    """

    script: str
    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    key: str


def compile_map(layer: ZoneLayer) -> CompiledMap:
    """Compiles a map with one zone layer. Its zoom buttons stand on the left in both languages, the legend on the right."""
    folium_map = OfflineMap(
        tiles=None, zoom_start=6, zoom_snap=0.25, zoom_delta=0.5, zoom_control="topleft", min_zoom=4, max_zoom=13,
        wheel_px_per_zoom_level=140, track_resize=False,  # the layer takes a new size itself
    )  # fmt: skip
    layer.add_to(folium_map)
    figure = folium_map.get_root()
    figure.render()
    script = _with_stable_names(figure.script.render(), folium_map.get_name())
    return CompiledMap(
        script=f"{script}\nreturn map;",
        scripts=tuple(url for _, url in (*folium_map.default_js, *layer.default_js)),
        styles=tuple(url for _, url in (*folium_map.default_css, *layer.default_css)),
        key=hashlib.sha256(script.encode("utf-8")).hexdigest()[:12],
    )


def _with_stable_names(script: str, map_name: str) -> str:
    """The script with the map called `map`, on the `element` it is given, and no random names: equal maps, equal scripts."""
    on_element = re.sub(rf"""L\.map\(\s*["']{map_name}["']""", "L.map(element", script)
    return re.sub(r"_[0-9a-f]{32}", "", on_element)
