"""The zones' shapes and histories: sent to the browser once, with everything it needs to paint any day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import shapely

from dashboard.edition import Edition, once_an_edition
from geo.footprint import Footprint
from geo.footprint.display import GRID_DEGREES, simplified
from geo.ledger.zone import Period, Zone, first_day, shown_status

WHOLE_COUNTRY = 6  # UCDP's where_prec of a place that is known by its country alone
# Below a zoom, corners that stand out by less than about half a pixel are dropped: a pixel is 0.0055° at zoom 8, 0.0014° at 10.
LEVELS = ((8, 0.003), (10, 0.0007))


def distinct_shapes(edition: Edition) -> list[shapely.Geometry]:
    """The shapes that are drawn, each once however many truces it had, those of the largest zones first."""
    return list({shape.wkb: shape for parts in _drawn_parts(edition).values() for shape in parts.values()}.values())


def shape_levels(shapes: Sequence[shapely.Geometry]) -> str:
    """JSON: each shape first with all its corners, then with fewer for each of the zooms in `LEVELS`. Zones that share an edge
    share it in every level.

    A shape is a list of polygons, a polygon of rings, a ring [lon, lat, step in lon, step in lat, …] in ten-thousandths of a
    degree, EPSG:4326: short, and a ring is one list to the browser instead of one for each corner.
    """
    levels = simplified(shapes, [0.0, *(tolerance for _, tolerance in LEVELS)])
    return _json([[_steps(level) for level in levels_of_one] for levels_of_one in zip(*levels, strict=True)])


def zone_shapes(edition: Edition, levels: str | None = None) -> str:
    """JSON: `features`, a zone's possible extent beyond its core, and its core, largest zones first.

    A feature's `shape` is its place in `shapes`, which are the `shape_levels` of its `distinct_shapes` (`levels`, if they are
    known already), for each of the zooms in `below`.

    Each feature's properties: `zone` (id), `part` ("possible" or "core"), `name` by language, `wide` for a whole country,
    `boundaries` (which drew it, see `geo.footprint.Source`), `agreement` (with published boundaries, 0 to 1, null where there
    is nothing to compare), and `disputed` (ids of disputed parts that it reaches into).

    `histories` beside the features are by zone id.
    """
    features: list[dict[str, Any]] = []
    places: dict[bytes, int] = {}
    for id, parts in _drawn_parts(edition).items():
        footprint = edition.footprints[id]
        properties = {
            "zone": id,
            "name": {language: edition.zone_name(edition.zones[id], language) for language in ("en", "ar")},
            "wide": footprint.where_prec >= WHOLE_COUNTRY,
            "boundaries": [str(source) for source in footprint.sources],
            "disputed": list(footprint.disputed),
            "agreement": footprint.agreement and footprint.agreement.iou,
        }
        for part, geometry in parts.items():
            place = places.setdefault(geometry.wkb, len(places))
            features.append({"properties": {**properties, "part": part}, "shape": place})
    drawing = {
        "features": features, "below": [zoom for zoom, _ in LEVELS],
        "histories": {id: history(edition, edition.zones[id]) for id in _drawn_parts(edition)},
    }  # fmt: skip
    shapes = shape_levels(distinct_shapes(edition)) if levels is None else levels
    return f'{_json(drawing).removesuffix("}")},"shapes":{shapes}}}'


@once_an_edition
def _drawn_parts(edition: Edition) -> Mapping[str, Mapping[str, shapely.Geometry]]:
    """The parts of each zone that has a footprint, by its id, the largest zones first."""
    drawn = sorted(edition.footprints, key=lambda id: (-edition.footprints[id].area_km2, id))
    return {id: _parts(edition.footprints[id]) for id in drawn if id in edition.zones}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def history(edition: Edition, zone: Zone) -> dict[str, Any]:
    """All that the browser needs to tell a zone's status on any day, by any knowledge.

    `periods`, each [first day, first day after or null, status, status that it faded from or null, status beside which
    breaches may be shown], ISO dates, in order; `accounts`, each [day from which it was known, periods], in order; `begun`,
    the day before which the truce surely did not hold, or null; and `beginnings`, the same as it became known: each [day from
    which it was known, day or null], in order.
    """
    return {
        "periods": _periods(edition.periods[zone.id]),
        "accounts": [[a.known_from.isoformat(), _periods(a.periods)] for a in edition.accounts[zone.id]],
        "begun": _iso(first_day(zone)),
        "beginnings": _beginnings(zone),
    }


def _periods(told: Iterable[Period]) -> list[list[str | None]]:
    return [
        [period.start.isoformat(), _iso(period.end), str(shown_status(period)), period.faded_from, str(period.status)]
        for period in told
    ]


def _beginnings(zone: Zone) -> list[list[str | None]]:
    told: list[list[str | None]] = []
    for known in sorted({line.known_on for line in zone.ledger if line.known_on}):
        begun = _iso(first_day(zone, known_on=known))
        if begun != (told[-1][1] if told else None):
            told.append([known.isoformat(), begun])
    return told


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _parts(footprint: Footprint) -> Mapping[str, shapely.Geometry]:
    """The parts to paint, undermost first; an empty part is left out."""
    core = footprint.core
    possible = footprint.possible if core is None else footprint.possible.difference(core)
    # Slivers between two drawings of the same border would be hatched as if they were doubtful ground.
    worth_drawing = core is None or possible.area > 0.01 * core.area
    parts = {"possible": possible} if worth_drawing and not possible.is_empty else {}
    return parts if core is None else {**parts, "core": core}


def _steps(shape: shapely.Geometry) -> list[list[list[int]]]:
    """A shape as steps from corner to corner; the last corner of a ring, which is its first, is left out."""
    return [
        [_ring(ring) for ring in (polygon.exterior, *polygon.interiors)]
        for polygon in shapely.get_parts(shape)
        if not polygon.is_empty
    ]


def _ring(ring: shapely.LinearRing) -> list[int]:
    corners = np.rint(shapely.get_coordinates(ring)[:-1] / GRID_DEGREES).astype(int)
    steps: list[int] = np.diff(corners, axis=0, prepend=[[0, 0]]).ravel().tolist()
    return steps
