"""How fast areas become polygons: a thousand distinct places and parts of places, the first time and again."""

from __future__ import annotations

from itertools import product
from time import perf_counter

from data.drawing.atlas import find_official, load_atlas, official_land
from data.settings import load_settings
from data.tables.reference import load_gazetteer
from geo.errors import FootprintError
from geo.footprint import Atlas
from geo.gazetteer import DIRECTIONS, Area, Gazetteer

AREAS = 1_000
COUNTRY = "SY"


def areas(gazetteer: Gazetteer) -> list[Area]:
    """Every place of the country, each cut in another way, in the order of the gazetteer."""
    parts = list(product(("", "countryside", "surroundings"), ("", *DIRECTIONS)))
    places = [place.id for place in gazetteer.places.values() if place.country == COUNTRY]
    return [Area(place, *parts[number % len(parts)]) for number, place in enumerate(places)][:AREAS]


def drawn(atlas: Atlas, wanted: list[Area]) -> tuple[int, float]:
    """How many of the areas have a polygon, and the seconds that all took."""
    count, began = 0, perf_counter()
    for area in wanted:
        try:
            count += not atlas.footprint(area).possible.is_empty
        except FootprintError:
            continue  # a road, or a place without a point: it is asked for as well
    return count, perf_counter() - began


def main() -> None:
    settings, gazetteer = load_settings(), load_gazetteer()
    outlines = settings.assets / "world-atlas" / "countries-10m.json"
    official = official_land(settings.data_folder, find_official(settings.data_folder, gazetteer))
    wanted = areas(gazetteer)
    for name, land in (("cells", {}), ("official boundaries", official)):
        if name != "cells" and COUNTRY not in land:
            print("drawing: there are no official boundaries here (make boundaries), so they were not measured")
            continue
        atlas = load_atlas(gazetteer, outlines, official=land)
        count, cold = drawn(atlas, wanted)
        _, warm = drawn(atlas, wanted)
        told = f"{count} of {len(wanted)} areas in {cold:.1f} s, units included"
        print(f"drawing with {name}: {told}; again in {1000 * warm:.0f} ms")
