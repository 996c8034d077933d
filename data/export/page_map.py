"""The map of the evidence pack as SVG: countries, zones by status, the core darker than what is only possible."""

from __future__ import annotations

import math
from collections.abc import Sequence
from xml.etree.ElementTree import Element

import shapely
from shapely.geometry.base import BaseGeometry

from data.export.appearance import appearances
from data.export.dossier import Selection
from data.export.hypertext import tag
from data.export.words import word
from geo.footprint.display import simplified
from geo.gazetteer import Area
from geo.ledger.zone import Zone, shown_status

WIDTH = 1000  # of the drawing, in its own units; the page scales it
MARGIN = 0.12  # of the zones' larger side
SMALLEST_SIDE_DEGREES = 0.4  # a lone village is shown with its surroundings
_FINEST = 1 / 1500  # of the width: what a screen does not show is not drawn
WHOLE_COUNTRY = 6  # where_prec: outlined only, for it would lie over everything
_TILE = 8
_FALLING, _RISING = "M-2,6 l4,4 M0,0 l8,8 M6,-2 l4,4", "M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4"
_PATTERNS = {"hatch": (_RISING,), "cross": (_RISING, _FALLING), "bars": ("M0,2 h8 M0,6 h8",), "dots": ("M2,2 h1.6 M6,6 h1.6",)}


class _View:
    """From degrees to the drawing: a plate carrée that is true to scale in its middle."""

    def __init__(self, bounds: tuple[float, float, float, float]) -> None:
        west, south, east, north = bounds
        side = max(east - west, north - south, SMALLEST_SIDE_DEGREES)
        self.west, self.north = (west + east - side) / 2 - MARGIN * side, north + MARGIN * side
        self.east, self.south = (west + east + side) / 2 + MARGIN * side, south - MARGIN * side
        squeeze = math.cos(math.radians((south + north) / 2))
        self.scale = WIDTH / ((self.east - self.west) * squeeze)
        self.squeeze = squeeze
        self.height = round((self.north - self.south) * self.scale)
        self.tolerance = (self.east - self.west) * _FINEST

    @property
    def box(self) -> BaseGeometry:
        return shapely.box(self.west, self.south, self.east, self.north)

    def path(self, shape: BaseGeometry) -> str:
        """The SVG path of the polygons of a shape; "" if it has none."""
        rings = [
            ring for part in shapely.get_parts(shape).tolist() if part.geom_type == "Polygon"
            for ring in (part.exterior, *part.interiors)
        ]  # fmt: skip
        return "".join(f"M{'L'.join(self._point(*corner) for corner in ring.coords[:-1])}Z" for ring in rings)

    def _point(self, lon: float, lat: float) -> str:
        x, y = (lon - self.west) * self.squeeze * self.scale, (self.north - lat) * self.scale
        return f"{x:.1f},{y:.1f}"


def zone_map(selection: Selection, anchors: dict[str, str]) -> Element | None:
    """The map, largest zones undermost; `anchors` are the ids, in the page, that a click on a zone leads to. None if no zone
    has a polygon."""
    drawn = [zone for zone in selection.zones if zone.id in selection.footprints]
    if not drawn:
        return None
    drawn.sort(key=lambda zone: (-selection.footprints[zone.id].area_km2, zone.id))
    extents = [selection.footprints[zone.id].possible for zone in drawn]
    view = _View(shapely.GeometryCollection(extents).bounds)
    cores = [selection.footprints[zone.id].core for zone in drawn]
    known = [core for core in cores if core is not None]
    shapes = iter(simplified([*extents, *known], [view.tolerance])[0])
    fine = [next(shapes) for _ in extents]
    fine_cores = [next(shapes) if core is not None else None for core in cores]
    zones = [
        _zone(selection, zone, view, extent, core, anchors[zone.id])
        for zone, extent, core in zip(drawn, fine, fine_cores, strict=True)
    ]
    patterns = [_pattern(str(status), look.fill) for status, look in appearances().items()]
    box = f"0 0 {WIDTH} {view.height}"
    name = f"{word('map.name', 'en')} · {word('map.name', 'ar')}"
    return tag("svg", tag("defs", patterns), _ground(selection, view), zones, viewBox=box, role="group", aria_label=name)


def _zone(
    selection: Selection, zone: Zone, view: _View, extent: BaseGeometry, core: BaseGeometry | None, anchor: str
) -> Element:
    name, area = selection.dossier.gazetteer.name, Area.parse(zone.area)
    status = shown_status(selection.period_of(zone.id))
    wide = selection.footprints[zone.id].where_prec >= WHOLE_COUNTRY
    kind = f"zone s-{status}{' wide' if wide else ''}"
    label = f"{name(area, 'en')} · {name(area, 'ar')}"
    return tag(
        "a", tag("title", label), tag("path", d=view.path(extent), class_=f"{kind} possible"),
        tag("path", d=view.path(core), class_=f"{kind} core") if core is not None else None,
        href=f"#{anchor}", aria_label=label,
    )  # fmt: skip


def _ground(selection: Selection, view: _View) -> list[Element]:
    """Countries, and disputed parts with a dashed line."""
    countries = [shape for _, shape in sorted(selection.dossier.ground.items()) if shape.intersects(view.box)]
    land = [_drawn(view, shape, "land") for shape in _coarse(countries, view)]
    parts = [part.polygon for _, part in sorted(selection.dossier.disputed.items()) if part.polygon.intersects(view.box)]
    return [*land, *(_drawn(view, shape.simplify(view.tolerance), "disputed") for shape in parts)]


def _coarse(countries: Sequence[BaseGeometry], view: _View) -> list[BaseGeometry]:
    return list(shapely.coverage_simplify(list(countries), view.tolerance)) if countries else []


def _drawn(view: _View, shape: BaseGeometry, kind: str) -> Element:
    seen = shapely.intersection(shapely.make_valid(shape), view.box)
    return tag("path", d=view.path(seen), class_=kind)


def _pattern(status: str, fill: str) -> Element | None:
    if fill not in _PATTERNS:
        return None
    strokes = [tag("path", d=d, class_=f"stroke-{status}") for d in _PATTERNS[fill]]
    return tag("pattern", strokes, id=f"p-{status}", width=str(_TILE), height=str(_TILE), patternUnits="userSpaceOnUse")
