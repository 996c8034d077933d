"""From an area to a polygon that says how it was drawn.

`Atlas` draws with what every installation has: the points of the gazetteer, the published areas of sub-districts and the
outlines of countries. `tessellation` makes the cells, `units` the administrative units from them, `recipe` the words.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

from geo.crs import (
    GRID_DEGREES,
    area_km2,
    difference,
    dissolve,
    intersection,
    local_projection,
    on_grid,
    union,
)
from geo.errors import FootprintError
from geo.footprint import recipe
from geo.footprint.recipe import Words
from geo.footprint.tessellation import Site, cell
from geo.footprint.units import UNITS, Extent, draw_units, leaf_units, with_larger_units
from geo.gazetteer import ADMINISTRATIVE, SETTLEMENTS, Area, Gazetteer, Kind, Place


class Method(StrEnum):
    """How a polygon came about."""

    ADMINISTRATIVE = "administrative"
    NAMED_REGION = "named_region"
    DERIVED = "derived"
    PARTIAL = "partial"
    SETTLEMENT = "settlement"
    POINT = "point"


class Source(StrEnum):
    """The boundaries that drew a polygon."""

    OFFICIAL = "official"  # boundaries that their publisher calls official
    CELLS = "cells"  # Thiessen cells of OCHA/GeoNames points, approximate
    OUTLINE = "outline"  # Natural Earth's country outline
    CIRCLE = "circle"  # a circle around an OCHA/GeoNames point, approximate


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
    region, 3 region). `area_km2` is that of `possible`. `agreement` is None where no cells drew it or nothing was measured.
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


# A place is drawn as a circle. The built-up area of Syria's 12 largest cities (OCHA neighbourhoods) is 7 to 114 km², that is
# circles of 1.5 to 6 km; 15,000 people a km² gives them back within 1 km for the five whose population is above 400,000.
# Smaller places have fields around them that nobody measured: with 3, 3 and 2 km for cities, towns and villages the nineteen
# towns of Eastern Ghouta, whose hull is 77 km², were drawn as 129 km²; with 2.5, 2 and 1.5 km as 99.
RADIUS_M = {
    Kind.CITY: 2_500.0, Kind.TOWN: 2_000.0, Kind.VILLAGE: 1_500.0, Kind.NEIGHBOURHOOD: 1_000.0, Kind.CAMP: 1_500.0,
    Kind.CROSSING: 2_000.0, Kind.BASE: 2_000.0, Kind.OTHER: 2_000.0,
}  # fmt: skip
PEOPLE_PER_KM2 = 15_000
LARGEST_CITY_M = 20_000.0
# the places whose circles are cut where the next one is nearer; quarters and camps lie within or beside a town
_NEIGHBOURS = (Kind.CITY, Kind.TOWN, Kind.VILLAGE)

SURROUNDINGS_M = 10_000.0
EARTH_RADIUS_M = 6_371_000.0
_COMPASS = {"north": 0, "north-east": 45, "east": 90, "south-east": 135, "south": 180, "south-west": 225, "west": 270,
            "north-west": 315}  # fmt: skip
# Who names four winds means a quarter of the horizon by "north", who names eight an eighth: on that the two agree.
POSSIBLE_SECTOR_DEGREES = 90
CORE_SECTOR_DEGREES = 45
POSSIBLE_CENTRE_SHARE = 0.5
CORE_CENTRE_SHARE = 0.25
# beyond this a sector may hold a pole or cross the antimeridian; Iran is 19 degrees wide, Libya 16, Ukraine 18
WIDEST_CUT_DEGREES = 40

_PRECISION = {Kind.COUNTRY: (6, 3), Kind.GOVERNORATE: (4, 3), Kind.DISTRICT: (3, 2), Kind.SUBDISTRICT: (3, 2)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """A footprint on its way: `centre` is the point (lon, lat) from which directions are seen, and its name if it has one."""

    core: BaseGeometry | None
    possible: BaseGeometry
    centre: Point
    centre_name: Words | None
    words: Words
    method: Method
    sources: tuple[Source, ...]
    precision: tuple[int, int]


class Atlas:
    """Draws the areas of a gazetteer. Pure: the same tables give the same polygons.

    `outlines` are the polygons of countries by ISO 3166 alpha-2 code, EPSG:4326. `extents`, by place id, give the size of
    units; where they are missing each unit of a level counts as equally large. `official` gives, by country, the published
    polygons of its smallest units by place id, which share their edges: they then draw the country, its units and its outline.
    `agreement` gives, by key of an area, the measured agreement of its cells with published boundaries.
    """

    def __init__(
        self, gazetteer: Gazetteer, outlines: Mapping[str, BaseGeometry], extents: Mapping[str, Extent] | None = None,
        official: Mapping[str, Mapping[str, BaseGeometry]] | None = None, *, agreement: Mapping[str, float] | None = None,
    ) -> None:  # fmt: skip
        self._agreement = agreement or {}
        self._gazetteer = gazetteer
        self._extents = extents or {}
        self._official = official or {}
        self._outlines = {**outlines, **{country: dissolve(list(land.values())) for country, land in self._official.items()}}
        self._seat_of = _largest_unit_by_seat(gazetteer)
        self._settlements = [p for p in gazetteer.places.values() if p.kind in _NEIGHBOURS and _point(p)]
        self._units: dict[str, Mapping[str, BaseGeometry]] = {}
        self._wholes: dict[str, _Shape] = {}
        self._drawn: dict[tuple[Area, bool, tuple[Area, ...]], Footprint] = {}

    def footprint(self, area: Area, *, partial: bool = False, beside: tuple[Area, ...] = ()) -> Footprint:
        """The footprint of an area; `partial` if only parts of it are meant, which lie towards the areas `beside`.

        Raises FootprintError if the tables do not say where the area lies.
        """
        key = (area, partial, beside)
        if key not in self._drawn:
            self._drawn[key] = self._draw(*key)
        return self._drawn[key]

    def units(self, country: str) -> Mapping[str, BaseGeometry]:
        """The country's administrative units by place id, of every level: each level is a coverage without overlaps.

        Empty where the gazetteer has no units of the country. Raises FootprintError if their country has no outline.
        """
        if country not in self._units:
            self._units[country] = (
                with_larger_units(self._official[country], self._gazetteer) if country in self._official
                else draw_units(country, self._gazetteer, self._outlines, self._extents)
            )  # fmt: skip
        return self._units[country]

    def _draw(self, area: Area, partial: bool, beside: tuple[Area, ...]) -> Footprint:
        shape = self._shape(area)
        if partial:
            shape = self._part(area, shape, beside)
        if shape.possible.is_empty:
            raise FootprintError(
                f"the area {area.key!r} has no land: nothing of {self._place(area.place).name_en} lies there. "
                f"Draw it as a region in data/reference/regions.toml."
            )
        return Footprint(
            area=area.key,
            core=None if shape.core is None or shape.core.is_empty else shape.core,
            possible=shape.possible,
            recipe_en=shape.words.en,
            recipe_ar=shape.words.ar,
            method=shape.method,
            sources=shape.sources,
            where_prec=shape.precision[0],
            geo_precision=shape.precision[1],
            area_km2=area_km2(shape.possible),
            agreement=self._measured(area) if Source.CELLS in shape.sources else None,
        )

    def _measured(self, area: Area) -> Agreement | None:
        """The agreement of an area's cells; of the place it is cut from, or lies in, where only that was measured."""
        known = self._gazetteer.canonical(area)
        keys = (known.key, known.place, self._seat_of.get(area.place, ""), *self._gazetteer.ancestors(area.place))
        return next((Agreement(area=key, iou=self._agreement[key]) for key in keys if key in self._agreement), None)

    def _shape(self, area: Area, *, inside: str = "") -> _Shape:
        """The shape of an area; one that the tables know as a named region is drawn as that, unless it stands inside it."""
        known = self._gazetteer.canonical(area)
        if known.place != inside:
            area = known
        place = self._place(area.place)
        if area.setting == "countryside":
            unit = self._unit_around(place)
            # the tables may know the countryside, or its north, under a name of its own
            for direction, rest in ((area.direction, ""), ("", area.direction)):
                known = self._gazetteer.canonical(Area(unit.id, area.setting, direction))
                if known.place not in (unit.id, inside):
                    return self._towards(self._seen_from(place, unit, self._shape(known)), rest)
            shape = self._countryside(place, unit)
        elif area.setting == "surroundings":
            shape = self._surroundings(place)
        else:
            shape = self._whole(place)
        return self._towards(shape, area.direction)

    def _place(self, place: str) -> Place:
        if place not in self._gazetteer.places:
            raise FootprintError(f"no place has the id {place!r}. Add it to data/reference/places.csv.")
        return self._gazetteer.places[place]

    def _name(self, place: Place) -> Words:
        return recipe.named(self._gazetteer, Area(place.id))

    def _whole(self, place: Place) -> _Shape:
        """The place itself, nothing cut out."""
        if place.id not in self._wholes:
            if place.kind is Kind.COUNTRY:
                self._wholes[place.id] = self._country(place)
            elif place.kind in ADMINISTRATIVE:
                self._wholes[place.id] = self._unit(place)
            elif place.kind is Kind.REGION or place.id in self._gazetteer.regions:
                self._wholes[place.id] = self._region(place)
            else:
                self._wholes[place.id] = self._circle(place)
        return self._wholes[place.id]

    def _country(self, place: Place) -> _Shape:
        outline = self._outlines.get(place.id)
        if outline is None:
            raise FootprintError(f"{place.name_en} ({place.id}) has no polygon: the table of outlines has none of that code.")
        return _Shape(
            core=outline, possible=outline, centre=outline.centroid, centre_name=None, words=recipe.outline(self._name(place)),
            method=Method.ADMINISTRATIVE, sources=(Source.OFFICIAL if place.id in self._official else Source.OUTLINE,),
            precision=_PRECISION[place.kind],
        )  # fmt: skip

    def _unit(self, place: Place) -> _Shape:
        land = self.units(place.country or "").get(place.id)
        if land is None:
            raise FootprintError(recipe.missing(place, "neither it nor a unit in it has a point"))
        seat = self._gazetteer.places.get(place.seat or "")
        at_seat = _point(seat) if seat else None
        below = sum(place.id in self._gazetteer.ancestors(leaf) for leaf in self._leaves(place))
        published = place.country in self._official
        return _Shape(
            core=land, possible=land, centre=at_seat or _point(place) or land.centroid,
            centre_name=self._name(seat) if seat and at_seat else None, method=Method.ADMINISTRATIVE,
            words=recipe.unit(self._name(place), below, published=published),
            sources=(Source.OFFICIAL if published else Source.CELLS,), precision=_PRECISION[place.kind],
        )  # fmt: skip

    def _region(self, place: Place) -> _Shape:
        region = self._gazetteer.regions.get(place.id)
        if region is None or not (region.core or region.possible):
            raise FootprintError(recipe.missing(place, "the region has no recipe"))
        unknown = [key for key in (*region.core, *region.possible) if Area.parse(key).place not in self._gazetteer.places]
        if unknown:
            raise FootprintError(recipe.missing(place, f"its recipe names {', '.join(unknown)}, which is no place"))
        core, more = ([Area.parse(key) for key in keys] for keys in (region.core, region.possible))
        sure = [self._shape(part, inside=place.id) for part in core]
        maybe = [self._shape(part, inside=place.id) for part in more]
        inner = union([part.possible for part in sure]) if sure else None
        outer = union([part.possible for part in (*sure, *maybe)])
        large = any(part.precision[1] == 3 for part in (*sure, *maybe))
        names = [
            # a region that is itself a part cut out ("sy/aleppo:east") is told by how that is cut
            shape.words if self._gazetteer.canonical(part).place == place.id else recipe.named(self._gazetteer, part)
            for part, shape in zip((*core, *more), (*sure, *maybe), strict=True)
        ]
        return _Shape(
            core=inner, possible=outer, centre=outer.centroid, centre_name=None,
            words=recipe.region(self._name(place), names[: len(core)], names[len(core) :]), method=Method.NAMED_REGION,
            sources=tuple(sorted({source for part in (*sure, *maybe) for source in part.sources})),
            precision=(5, 3 if large else 2),
        )  # fmt: skip

    def _circle(self, place: Place) -> _Shape:
        """A place of one point: a circle on its country's land, cut where a neighbouring settlement is nearer."""
        at, radius = _point(place), _radius_m(place)
        if at is None or radius is None:
            lacks = "it has no coordinates" if radius else f"a {place.kind} needs a line, which the tables do not hold"
            raise FootprintError(recipe.missing(place, lacks))
        projection = local_projection(at.x, at.y)
        others = self._settlements_near(place) if place.kind in _NEIGHBOURS else []
        sites = []
        for p in (place, *others):
            x, y = projection.point_to_metres(p.lon or 0.0, p.lat or 0.0)
            size = _radius_m(p) or 0.0
            sites.append(Site(owner=p.id, x=x, y=y, radius=size, reach=size))
        own = cell(0, sites)
        if own.is_empty:  # it stands inside a larger town: then nothing is shared
            own = Point(sites[0].x, sites[0].y).buffer(radius)
        shared = own.area < 0.99 * math.pi * radius**2
        land = on_grid(projection.to_degrees(own))
        on_land = self._on_land(land, place)
        if on_land.is_empty:  # an island that the outline leaves out
            on_land = land
        return _Shape(
            core=on_land, possible=on_land, centre=at, centre_name=self._name(place),
            words=recipe.circle(self._name(place), radius, shared=shared),
            method=Method.SETTLEMENT if place.kind in SETTLEMENTS else Method.POINT, sources=(Source.CIRCLE,), precision=(1, 1),
        )  # fmt: skip

    def _on_land(self, shape: BaseGeometry, place: Place) -> BaseGeometry:
        """What of a shape lies in the place's country; all of it where the outlines do not have the country."""
        outline = self._outlines.get(place.country or "")
        if outline is None:
            return shape
        # an outline has up to 60,000 corners, of which a town needs a few
        return intersection(shape, shapely.clip_by_rect(outline, *shape.buffer(10 * GRID_DEGREES).bounds))

    def _settlements_near(self, place: Place) -> list[Place]:
        """The other settlements whose circles may meet the place's."""
        reach = math.degrees(2 * LARGEST_CITY_M / EARTH_RADIUS_M)
        lon, lat = place.lon or 0.0, place.lat or 0.0
        wide = reach / max(0.1, math.cos(math.radians(lat)))
        return [
            p for p in self._settlements
            if p.id != place.id and abs((p.lat or 0.0) - lat) < reach and abs((p.lon or 0.0) - lon) < wide
        ]  # fmt: skip

    def _unit_around(self, place: Place) -> Place:
        """The unit that a countryside belongs to: the place itself, else the unit run from there, else the one around it."""
        if place.kind in ADMINISTRATIVE or place.kind is Kind.REGION:
            return place
        if place.id in self._seat_of:
            return self._place(self._seat_of[place.id])
        for above in self._gazetteer.ancestors(place.id):
            if self._place(above).kind in ADMINISTRATIVE:
                return self._place(above)
        raise FootprintError(recipe.missing(place, "the countryside of a place needs the unit that it lies in"))

    def _countryside(self, place: Place, unit: Place) -> _Shape:
        """A unit without its city; a region, or a unit that no city in it runs, is countryside throughout."""
        whole = self._whole(unit)
        city = place if place.id != unit.id else self._gazetteer.places.get(unit.seat or "")
        if city is None:
            return whole
        town = self._whole(city)
        without = difference(whole.possible, town.possible)
        return replace(
            whole, core=without, possible=without, centre=town.centre, centre_name=town.centre_name, method=Method.DERIVED,
            words=recipe.countryside(self._name(unit), self._name(city), seat=city.id == unit.seat),
        )  # fmt: skip

    def _seen_from(self, place: Place, unit: Place, shape: _Shape) -> _Shape:
        """A countryside with another name, its directions still seen from the city that it is the countryside of."""
        city = place if place.id != unit.id else self._gazetteer.places.get(unit.seat or "")
        at = _point(city) if city else None
        return replace(shape, centre=at, centre_name=self._name(city)) if city and at else shape

    def _surroundings(self, place: Place) -> _Shape:
        """A belt around a place; around its seat if it is a unit."""
        seat = self._gazetteer.places.get(place.seat or "")
        middle = seat if place.kind in ADMINISTRATIVE and seat else place
        town = self._whole(middle)
        projection = local_projection(town.centre.x, town.centre.y)
        wide = on_grid(projection.to_degrees(projection.to_metres(town.possible).buffer(SURROUNDINGS_M)))
        belt = self._on_land(difference(wide, town.possible), place)
        return replace(
            town, core=None, possible=belt, words=recipe.surroundings(self._name(middle), SURROUNDINGS_M),
            method=Method.DERIVED, precision=(2, 2),
        )  # fmt: skip

    def _towards(self, shape: _Shape, direction: str) -> _Shape:
        """The part of a shape that lies in a direction from its centre."""
        if not direction or shape.possible.is_empty:
            return shape
        west, _, east, _ = shape.possible.bounds
        if east - west > WIDEST_CUT_DEGREES:
            raise FootprintError(
                f"{shape.words.en}: too wide to be cut by a direction. Draw it as a region in data/reference/regions.toml."
            )
        inner, outer = _sectors(shape, direction)
        core = None if shape.core is None else intersection(shape.core, inner)
        where = shape.precision[0]
        return replace(
            shape, core=core, possible=intersection(shape.possible, outer), method=Method.DERIVED,
            words=shape.words.then(recipe.sector(direction, shape.centre_name)),
            precision={6: (5, 3), 4: (4, 2), 1: (2, 2)}.get(where, shape.precision),
        )  # fmt: skip

    def _part(self, area: Area, shape: _Shape, beside: Sequence[Area]) -> _Shape:
        """Parts of an area: no core; possible are its sub-districts that touch what was named with it, or all of it."""
        place = self._place(area.place)
        near = {}
        for other in beside:
            try:
                if other.place != area.place:
                    near[other] = self.footprint(other).possible
            except FootprintError:
                continue  # a road, or a place without a point: then the others say where
        touching = {}
        if near and place.kind in ADMINISTRATIVE:
            units = self.units(place.country or "")
            lands = {leaf: units[leaf] for leaf in self._leaves(place) if leaf in units}
            touching = {leaf: land for leaf, land in lands.items() if any(_touch(land, other) for other in near.values())}
        possible = intersection(shape.possible, dissolve(list(touching.values()))) if touching else shape.possible
        if possible.is_empty:
            touching, possible = {}, shape.possible
        return replace(
            shape, core=None, possible=possible, method=Method.PARTIAL,
            words=recipe.part(
                recipe.named(self._gazetteer, area), [recipe.named(self._gazetteer, Area(leaf)) for leaf in touching],
                [recipe.named(self._gazetteer, other) for other in near],
            ),
            precision=(shape.precision[0], 2 if touching else shape.precision[1]),
        )  # fmt: skip

    def _leaves(self, place: Place) -> list[str]:
        """The units in a unit or a country that have no unit below them; the unit itself if it has none."""
        leaves = sorted(leaf_units(self._gazetteer, place.country or ""))
        return [leaf for leaf in leaves if leaf == place.id or place.id in self._gazetteer.ancestors(leaf)]


def _touch(a: BaseGeometry, b: BaseGeometry) -> bool:
    """True if two areas share land or an edge; a corner is not enough."""
    return bool(shapely.intersects(a, b) and shapely.get_dimensions(shapely.intersection(a, b)) >= 1)


def _point(place: Place) -> Point | None:
    return None if place.lon is None or place.lat is None else Point(place.lon, place.lat)


def _radius_m(place: Place) -> float | None:
    """How large a place of one point is drawn; None for a road or a river."""
    radius = RADIUS_M.get(place.kind)
    if radius is None or place.kind is not Kind.CITY:
        return radius
    built_up = math.sqrt(place.population / PEOPLE_PER_KM2 / math.pi) * 1000
    return min(max(radius, built_up), LARGEST_CITY_M)


def _largest_unit_by_seat(gazetteer: Gazetteer) -> Mapping[str, str]:
    """From a settlement to the largest unit below a country that is run from it."""
    units = [place for place in gazetteer.places.values() if place.kind in UNITS]
    units.sort(key=lambda unit: -ADMINISTRATIVE.index(unit.kind))  # the largest last, where it replaces the smaller ones
    return {unit.seat: unit.id for unit in units if unit.seat}


def _sectors(shape: _Shape, direction: str) -> tuple[BaseGeometry, BaseGeometry]:
    """The core and the possible sector of a direction, lon, lat, wide enough for the whole shape."""
    projection = local_projection(shape.centre.x, shape.centre.y)
    x, y = projection.point_to_metres(shape.centre.x, shape.centre.y)
    land = projection.to_metres(shape.possible)
    if direction == "centre":
        middle = land.centroid
        discs = [middle.buffer(math.sqrt(land.area * s / math.pi)) for s in (CORE_CENTRE_SHARE, POSSIBLE_CENTRE_SHARE)]
        return on_grid(projection.to_degrees(discs[0])), on_grid(projection.to_degrees(discs[1]))
    far = 1.5 * shapely.hausdorff_distance(Point(x, y), land)  # the corners between the edges of a wedge lie at 0.98 of it
    wedges = []
    for width in (CORE_SECTOR_DEGREES, POSSIBLE_SECTOR_DEGREES):
        edges = [math.radians(_COMPASS[direction] + width * share) for share in (-0.5, -0.25, 0.0, 0.25, 0.5)]
        wedges.append(shapely.Polygon([(x, y), *((x + far * math.sin(a), y + far * math.cos(a)) for a in edges)]))
    return on_grid(projection.to_degrees(wedges[0])), on_grid(projection.to_degrees(wedges[1]))
