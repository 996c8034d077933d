"""In which units of its country an area lies: the governorate, state or province, and the district."""

from __future__ import annotations

import shapely

from data.export.dossier import Selection
from geo.gazetteer import SETTLEMENTS, Area, Kind, Place


def governorate(selection: Selection, area: Area) -> str | None:
    """The English name of the first-level unit that an area is or lies in; None for what is wider, and where none is known.

    Of a town that the tables know to lie in its country alone, it is the published unit that the town's point lies in.
    """
    gazetteer, units = selection.dossier.gazetteer, selection.dossier.first_level
    chain = [gazetteer.places[id] for id in (area.place, *gazetteer.ancestors(area.place))]
    named = next((place for place in chain if place.kind is Kind.GOVERNORATE or place.id in units), None)
    if named is None and all(place.kind in (*SETTLEMENTS, Kind.COUNTRY) for place in chain):
        named = _unit_around(selection, chain[0])
    return named.name_en if named else None


def district(selection: Selection, area: Area) -> str | None:
    """The English name of the district that an area is or lies in; None where the tables know none."""
    gazetteer = selection.dossier.gazetteer
    chain = (gazetteer.places[id] for id in (area.place, *gazetteer.ancestors(area.place)))
    return next((place.name_en for place in chain if place.kind is Kind.DISTRICT), None)


def _unit_around(selection: Selection, town: Place) -> Place | None:
    if town.kind not in SETTLEMENTS or town.lon is None or town.lat is None:
        return None
    places, point = selection.dossier.gazetteer.places, shapely.Point(town.lon, town.lat)
    return next(
        (places[id] for id, outline in selection.dossier.first_level.items()
         if places[id].country == town.country and outline.covers(point)), None,
    )  # fmt: skip
