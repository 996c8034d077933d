"""What a footprint is: the record that is handed on, and the shape that it is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from shapely import Point
from shapely.geometry.base import BaseGeometry

from geo.footprint.recipe import Words
from geo.gazetteer import Area

# an area, whether only parts of it are meant, what was named beside it, and what is taken out
Wanted: TypeAlias = tuple[Area, bool, tuple[Area, ...], tuple[Area, ...]]


class Method(StrEnum):
    """How a polygon came about."""

    ADMINISTRATIVE = "administrative"
    NAMED_REGION = "named_region"
    DERIVED = "derived"
    PARTIAL = "partial"
    BAND = "band"
    CORRIDOR = "corridor"
    SETTLEMENT = "settlement"
    POINT = "point"


class Source(StrEnum):
    """The boundaries that drew a polygon."""

    OFFICIAL = "official"  # boundaries that their publisher calls official
    CELLS = "cells"  # Thiessen cells of OCHA/GeoNames points, approximate
    OUTLINE = "outline"  # Natural Earth's outline of a country, with OpenStreetMap's borders, or of a province
    CIRCLE = "circle"  # a circle around an OCHA/GeoNames point, approximate
    COURSE = "course"  # a line through the points of the places on a road or river, approximate


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How well cells agree with published boundaries: intersection over union, 1 where they are the same.

    Measured on `area`, the key of the area that a polygon is, or that it is cut from.
    """

    area: str
    iou: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Footprint:
    """The polygon of an area, EPSG:4326 lon, lat, counter-clockwise, valid, rounded to 5 decimals.

    `core` is what every reading of the words agrees on, None where there is none (a part of a governorate); `possible` is
    what any reading allows and holds the core (to the 2 m that rounding may move an edge). `recipe_en`, `recipe_ar` say in
    words how it was drawn; `sources` which boundaries drew it. `where_prec` is UCDP's code (1 exact place, 2 within some 25 km
    of one, 3 district or smaller unit, 4 governorate, 5 fuzzy area, 6 country), `geo_precision` ACLED's (1 town, 2 part of a
    region, 3 region). `area_km2` is that of `possible`.`agreement` is None where no cells drew it or nothing was
    measured. `disputed` are the ids of disputed parts of the world that it reaches into, or along whose line it is drawn.
    """

    area: str
    core: BaseGeometry | None
    possible: BaseGeometry
    recipe_en: str
    recipe_ar: str
    method: Method
    sources: tuple[Source, ...]
    where_prec: int
    geo_precision: int
    area_km2: float
    agreement: Agreement | None = None
    disputed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What an atlas has drawn and another one of the same tables need not draw again: by country the land of its units by
    place id, and footprints."""

    units: Mapping[str, Mapping[str, BaseGeometry]] = field(default_factory=dict)
    footprints: Mapping[Wanted, Footprint] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A footprint on its way: `centre` is the point (lon, lat) from which directions are seen, and its name if it has one."""

    core: BaseGeometry | None
    possible: BaseGeometry
    centre: Point
    centre_name: Words | None
    words: Words
    method: Method
    sources: tuple[Source, ...]
    precision: tuple[int, int]
