"""KML 2.2: each zone's possible extent for each of its periods, with dates for the time slider, and its core once."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

import shapely
from shapely.geometry.base import BaseGeometry

from data.export.about import about_lines
from data.export.appearance import Appearance, appearances
from data.export.dossier import Selection
from data.export.plain import plain
from data.export.tables import Row, zone_rows
from data.export.words import word
from geo.ledger.zone import Period, period_on, shown_status
from geo.status import Status

NAMESPACE = "http://www.opengis.net/kml/2.2"
_FILL_ALPHA = "59"  # 35 %: the ground shows through
_OUTLINES_ONLY = ("none",)
_IN_THE_BALLOON = ("area_name_en", "area_name_ar", "agreement_name_en", "agreement_name_ar")


def write(selection: Selection) -> bytes:
    """The file. A zone that cannot be drawn is a placemark without a geometry; with a day in the filter only its period is
    written."""
    root = Element("kml", {"xmlns": NAMESPACE})
    document = SubElement(root, "Document")
    _text(document, "name", word("brand"))
    _text(document, "description", _balloon(*about_lines(selection)))
    for status, look in appearances().items():
        document.append(_style(str(status), look))
    rows = {str(row["zone"]): row for row in zone_rows(selection)}
    extents, cores = _folder(document, "possible"), _folder(document, "core")
    for zone in selection.zones:
        row, footprint = rows[zone.id], selection.footprints.get(zone.id)
        for period in _periods(selection, zone.id):
            extents.append(_placemark(row, "possible", footprint.possible if footprint else None, period))
        if footprint and footprint.core is not None:
            cores.append(_placemark(row, "core", footprint.core, None))
    content: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def _periods(selection: Selection, zone: str) -> Iterator[Period | None]:
    history = selection.periods[zone]
    if selection.filter.day:
        yield period_on(history, selection.filter.day)
    else:
        yield from history or (None,)


def _folder(document: Element, part: str) -> Element:
    folder = SubElement(document, "Folder", {"id": part})
    _text(folder, "name", word(f"kml.{part}"))
    return folder


def _placemark(row: Row, part: str, shape: BaseGeometry | None, period: Period | None) -> Element:
    placemark = Element("Placemark")
    status = shown_status(period) if part == "possible" else Status(str(row["shown_status"]))
    _text(placemark, "name", f"{row['area_name_en']} · {row['area_name_ar']}")
    _text(placemark, "description", _balloon(*(str(row[column]) for column in _IN_THE_BALLOON), str(row["quote"] or "")))
    if period:
        span = SubElement(placemark, "TimeSpan")
        _text(span, "begin", period.start.isoformat())
        if period.last_day:  # a span of KML holds its last day
            _text(span, "end", period.last_day.isoformat())
    _text(placemark, "styleUrl", f"#{status}")
    data = SubElement(placemark, "ExtendedData")
    for name, value in {**row, "part": part, "period_status": str(status)}.items():
        if value is not None:
            _text(SubElement(data, "Data", {"name": name}), "value", str(value))
    if shape is not None:
        placemark.append(_geometry(shape))
    return placemark


def _balloon(*lines: str) -> str:
    """Lines for the window that opens on a click. Google Earth takes it for HTML: the words of an article are escaped twice."""
    return "<br>".join(escape(line) for line in lines)


def _geometry(shape: BaseGeometry) -> Element:
    parts = shapely.get_parts(shape).tolist()
    if len(parts) == 1:
        return _polygon(parts[0])
    several = Element("MultiGeometry")
    several.extend(_polygon(part) for part in parts)
    return several


def _polygon(polygon: shapely.Polygon) -> Element:
    element = Element("Polygon")
    for tag, ring in (("outerBoundaryIs", polygon.exterior), *(("innerBoundaryIs", hole) for hole in polygon.interiors)):
        corners = " ".join(f"{lon},{lat}" for lon, lat in ring.coords)
        _text(SubElement(SubElement(element, tag), "LinearRing"), "coordinates", corners)
    return element


def _style(id: str, look: Appearance) -> Element:
    style = Element("Style", {"id": id})
    red, green, blue = look.colour[1:3], look.colour[3:5], look.colour[5:7]
    line = SubElement(style, "LineStyle")
    _text(line, "color", f"ff{blue}{green}{red}")
    _text(line, "width", "2")
    fill = SubElement(style, "PolyStyle")
    _text(fill, "color", f"{_FILL_ALPHA}{blue}{green}{red}")
    _text(fill, "fill", "0" if look.fill in _OUTLINES_ONLY else "1")
    # without a text of its own the window would hold a table of all values, taken for HTML
    _text(SubElement(style, "BalloonStyle"), "text", "$[description]")
    return style


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = plain(text)
