"""The zones as GeoJSON: sent to the browser once, with everything it needs to paint any day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import shapely

from dashboard.draw.appearance import shown_status
from dashboard.edition import Edition
from geo.footprint import Footprint
from geo.footprint.display import simplified
from geo.zone import Period, Zone, first_day

WHOLE_COUNTRY = 6  # UCDP's where_prec of a place that is known by its country alone
# Below a zoom, corners that stand out by less than about half a pixel are dropped: a pixel is 0.0055° at zoom 8, 0.0014° at 10.
LEVELS = ((8, 0.003), (10, 0.0007))


def zone_shapes(edition: Edition) -> str:
    """A FeatureCollection, EPSG:4326: a zone's possible extent beyond its core, and its core, largest zones first.

    `levels` beside the features are the same shapes for smaller zooms: each has `below`, a zoom, and `geometries`, in the order
    of the features. Zones that share an edge share it in every level.

    Each feature's properties: `zone` (id), `part` ("possible" or "core"), `name` by language, `wide` for a whole country,
    `boundaries` (which drew it, see `geo.footprint.Source`), `agreement` (with published boundaries, 0 to 1, null where there
    is nothing to compare), and `disputed` (ids of disputed parts that it reaches into).

    `histories` beside the features are by zone id: `periods`, each [first day, first day after or null, status, status that it
    faded from or null, status beside which breaches may be shown], ISO dates, in order; `accounts`, each [day from which it
    was known, periods], in order; `begun`, the day before which the truce surely did not hold, or null; and `beginnings`, the
    same as it became known: each [day from which it was known, day or null], in order.
    """
    drawn = sorted(
        (zone for zone in edition.zones.values() if zone.id in edition.footprints),
        key=lambda zone: (-edition.footprints[zone.id].area_km2, zone.id),
    )
    features: list[dict[str, Any]] = []
    shapes: list[shapely.Geometry] = []
    for zone in drawn:
        footprint = edition.footprints[zone.id]
        properties = {
            "zone": zone.id,
            "name": {language: edition.zone_name(zone, language) for language in ("en", "ar")},
            "wide": footprint.where_prec >= WHOLE_COUNTRY,
            "boundaries": [str(source) for source in footprint.sources],
            "disputed": list(footprint.disputed),
            "agreement": footprint.agreement and footprint.agreement.iou,
        }
        for part, geometry in _parts(footprint).items():
            features.append({"type": "Feature", "properties": {**properties, "part": part}})
            shapes.append(geometry)
    fine, *coarser = simplified(shapes, [0.0, *(tolerance for _, tolerance in LEVELS)])
    for feature, shape in zip(features, fine, strict=True):
        feature["geometry"] = _geojson(shape)
    levels = [
        {"below": zoom, "geometries": [_geojson(shape) for shape in level]}
        for (zoom, _), level in zip(LEVELS, coarser, strict=True)
    ]
    histories = {
        zone.id: {
            "periods": _periods(edition.periods[zone.id]),
            "accounts": [[a.known_from.isoformat(), _periods(a.periods)] for a in edition.accounts[zone.id]],
            "begun": _iso(first_day(zone)),
            "beginnings": _beginnings(zone),
        }
        for zone in drawn
    }
    collection = {"type": "FeatureCollection", "features": features, "levels": levels, "histories": histories}
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":"))


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


def _geojson(shape: shapely.Geometry) -> dict[str, Any]:
    geometry: dict[str, Any] = json.loads(shapely.to_geojson(shape))
    return geometry
