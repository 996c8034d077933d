"""Styles for QGIS, by status, with the page's colours and fills: QML, as QGIS keeps it in a GeoPackage's table layer_styles."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from data.export.appearance import Appearance, appearances
from data.export.words import word

_LINE_MM = 0.4
# QGIS names of the fills; dots have no brush of their own that stays readable when zoomed, dense7 comes nearest
_BRUSHES = {
    "solid": "solid",
    "hatch": "b_diagonal",
    "cross": "diagonal_x",
    "bars": "horizontal",
    "dots": "dense6",
    "none": "no",
}


def fill_style(*, alpha: float) -> str:
    """Polygons filled and outlined by `shown_status`; `alpha` (0 to 1) is that of the fill."""
    return _style({str(status): _symbol_layer(look, look.fill, alpha) for status, look in appearances().items()})


def outline_style() -> str:
    """Polygons outlined only, by `shown_status`: the core inside of its possible extent."""
    return _style({str(status): _symbol_layer(look, "none", 1.0) for status, look in appearances().items()})


def _style(layers: Mapping[str, Element]) -> str:
    root = Element("qgis", {"version": "3.22", "styleCategories": "Symbology"})
    renderer = SubElement(
        root, "renderer-v2", {"type": "categorizedSymbol", "attr": "shown_status", "enableorderby": "0", "forceraster": "0"}
    )
    categories, symbols = SubElement(renderer, "categories"), SubElement(renderer, "symbols")
    for number, (status, layer) in enumerate(layers.items()):
        label = f"{word(f'status.{status}', 'en')} · {word(f'status.{status}', 'ar')}"
        SubElement(categories, "category", {"value": status, "symbol": str(number), "label": label, "render": "true"})
        symbol = SubElement(
            symbols, "symbol", {"type": "fill", "name": str(number), "alpha": "1", "clip_to_extent": "1", "force_rhr": "0"}
        )
        symbol.append(layer)
    return ElementTree.tostring(root, encoding="unicode")


def _symbol_layer(look: Appearance, fill: str, alpha: float) -> Element:
    red, green, blue = (int(look.colour[at : at + 2], 16) for at in (1, 3, 5))
    layer = Element("layer", {"class": "SimpleFill", "enabled": "1", "locked": "0", "pass": "0"})
    for key, value in {
        "color": f"{red},{green},{blue},{round(255 * alpha)}", "style": _BRUSHES[fill],
        "outline_color": f"{red},{green},{blue},255", "outline_style": "dash" if look.line else "solid",
        "outline_width": str(_LINE_MM), "outline_width_unit": "MM", "joinstyle": "round",
    }.items():  # fmt: skip
        SubElement(layer, "prop", {"k": key, "v": value})
    return layer
