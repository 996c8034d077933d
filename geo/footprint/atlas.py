"""Draws the areas of a gazetteer: what a place is, what of it is meant, and the words for both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import shapely
from shapely.geometry.base import BaseGeometry

from geo.errors import FootprintError
from geo.footprint import recipe
from geo.footprint import strip as lines
from geo.footprint.crs import GRID_DEGREES, area_km2, difference, dissolve, intersection, local_projection, on_grid, union
from geo.footprint.direction import towards
from geo.footprint.recipe import Words
from geo.footprint.settlement import Settlements, circle, is_exact, point_of, radius_m
from geo.footprint.shape import Agreement, Drawn, Footprint, Method, Shape, Source, Wanted
from geo.footprint.units import UNITS, Extent, draw_units, leaf_units, touching_units, with_larger_units
from geo.gazetteer import ADMINISTRATIVE, SETTLEMENTS, Area, Gazetteer, Kind, Place, Region, Strip

SURROUNDINGS_M = 10_000.0
# of the smaller of two areas; official Daraa and the occupied Golan, which only touch, share 0.03 % of the Golan
SLIVER_SHARE = 0.01
_PRECISION = {Kind.COUNTRY: (6, 3), Kind.GOVERNORATE: (4, 3), Kind.DISTRICT: (3, 2), Kind.SUBDISTRICT: (3, 2)}


class Atlas:
    """Draws the areas of a gazetteer. Pure: the same tables give the same polygons.

    `outlines` are the polygons of countries by ISO 3166 alpha-2 code, EPSG:4326. `extents`, by place id, give the size of
    units; where they are missing each unit of a level counts as equally large. `official` gives, by country, the published
    polygons of its smallest units by place id, which share their edges: they then draw the country, its units and its outline.
    `provinces`, by place id, are published outlines of units and regions: what has one is drawn with it.
    `agreement` gives, by key of an area, the measured agreement of its cells with published boundaries;
    `disputed`, by id, the parts of the world that neighbours claim, which a strip may run along: a footprint says which of them
    it reaches into; `disputed_names` are their names, without which the id stands for it. `drawn` is what an atlas of
    the same tables has drawn before.
    """

    def __init__(
        self, gazetteer: Gazetteer, outlines: Mapping[str, BaseGeometry], extents: Mapping[str, Extent] | None = None,
        official: Mapping[str, Mapping[str, BaseGeometry]] | None = None,
        *, provinces: Mapping[str, BaseGeometry] | None = None, agreement: Mapping[str, float] | None = None,
        disputed: Mapping[str, BaseGeometry] | None = None, disputed_names: Mapping[str, Words] | None = None,
        drawn: Drawn | None = None,
    ) -> None:  # fmt: skip
        self._agreement = agreement or {}
        self._disputed = disputed or {}
        self._disputed_names = {id: Words(id, id) for id in self._disputed} | {**(disputed_names or {})}
        self._gazetteer = gazetteer
        self._extents = extents or {}
        self._official = official or {}
        self._provinces = provinces or {}
        self._outlines = {**outlines, **{country: dissolve(list(land.values())) for country, land in self._official.items()}}
        self._seat_of = _largest_unit_by_seat(gazetteer)
        self._settlements = Settlements(gazetteer)
        before = drawn or Drawn()
        self._units = dict(before.units)
        self._wholes: dict[str, Shape] = {}
        # what was drawn before, or why it cannot be
        self._drawn: dict[Wanted, Footprint | str] = {**before.footprints}
        self._asked: dict[Wanted, None] = {}
        self.drawn_anew = 0  # how much `drawn` has that was not drawn before

    def footprint(
        self, area: Area, *, partial: bool = False, beside: tuple[Area, ...] = (), without: tuple[Area, ...] = ()
    ) -> Footprint:
        """The footprint of an area; `partial` if only parts of it are meant, which lie towards the areas `beside`.

        The areas `without` are taken out; one that cannot be drawn, or does not reach into it, changes nothing.
        Raises FootprintError if the tables do not say where the area lies.
        """
        key = (area, partial, beside, without)
        self._asked[key] = None
        if key not in self._drawn:
            try:
                self._drawn[key] = self._draw(*key)
                self.drawn_anew += 1
            except FootprintError as fault:
                self._drawn[key] = str(fault)
        drawn = self._drawn[key]
        if isinstance(drawn, str):
            raise FootprintError(drawn)
        return drawn

    def units(self, country: str) -> Mapping[str, BaseGeometry]:
        """The country's administrative units by place id, of every level: in each level none overlaps another.

        Empty where the gazetteer has no units of the country. Raises FootprintError if their country has no outline.
        """
        if country not in self._units:
            self._units[country] = (
                with_larger_units(self._official[country], self._gazetteer) if country in self._official
                else self._drawn_units(country)
            )  # fmt: skip
            self.drawn_anew += 1
        return self._units[country]

    def _drawn_units(self, country: str) -> Mapping[str, BaseGeometry]:
        """The units that have a published outline with it, the others with cells: inside of the published unit that they lie
        in, else on the land that no published one has."""
        places, ancestors = self._gazetteer.places, self._gazetteer.ancestors
        outlined = {
            id: land for id, land in self._provinces.items() if places[id].country == country and places[id].kind in UNITS
        }
        if leaf_units(self._gazetteer, country) <= outlined.keys():
            return outlined
        cells, taken = draw_units(country, self._gazetteer, self._outlines, self._extents), union([*outlined.values()])
        for id in cells.keys() - outlined.keys():
            above = next((outlined[outer] for outer in ancestors(id) if outer in outlined), None)
            land = difference(cells[id], taken) if above is None else intersection(cells[id], above)
            if not land.is_empty:
                outlined[id] = land
        return outlined

    @property
    def drawn(self) -> Drawn:
        """The units, and the footprints that this atlas was asked for."""
        asked = {key: drawn for key in list(self._asked) if isinstance(drawn := self._drawn.get(key), Footprint)}
        return Drawn(units=dict(self._units), footprints=asked)

    def _draw(self, area: Area, partial: bool, beside: tuple[Area, ...], without: tuple[Area, ...]) -> Footprint:
        shape = self._shape(area)
        if partial:
            shape = self._part(area, shape, beside)
        shape = self._less(shape, without)
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
            disputed=self._disputed_at(area, shape),
        )

    def _disputed_at(self, area: Area, shape: Shape) -> tuple[str, ...]:
        """The disputed parts that a shape reaches into, or along whose line it is drawn."""
        region = self._gazetteer.regions.get(self._gazetteer.canonical(area).place)
        along = region.strip.along if region and region.strip else ""
        return tuple(sorted(id for id, part in self._disputed.items() if id == along or _reaches_into(shape.possible, part)))

    def _measured(self, area: Area) -> Agreement | None:
        """The agreement of an area's cells; of the place it is cut from, or lies in, where only that was measured."""
        known = self._gazetteer.canonical(area)
        keys = (known.key, known.place, self._seat_of.get(area.place, ""), *self._gazetteer.ancestors(area.place))
        return next((Agreement(area=key, iou=self._agreement[key]) for key in keys if key in self._agreement), None)

    def _shape(self, area: Area, *, inside: str = "") -> Shape:
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
                    return towards(self._seen_from(place, unit, self._shape(known)), rest)
            shape = self._countryside(place, unit)
        elif area.setting == "surroundings":
            shape = self._surroundings(place)
        else:
            shape = self._whole(place)
        part = self._gazetteer.regions.get(area.key) if area.direction else None
        if part and area.key != inside:
            drawn = self._composed(recipe.named(self._gazetteer, area), part)
            return replace(drawn, method=Method.DERIVED)
        return towards(shape, area.direction)

    def _place(self, place: str) -> Place:
        if place not in self._gazetteer.places:
            raise FootprintError(f"no place has the id {place!r}. Add it to data/reference/places.csv.")
        return self._gazetteer.places[place]

    def _name(self, place: Place) -> Words:
        return recipe.named(self._gazetteer, Area(place.id))

    def _whole(self, place: Place) -> Shape:
        """The place itself, nothing cut out."""
        if place.id not in self._wholes:
            if place.kind is Kind.COUNTRY:
                self._wholes[place.id] = self._country(place)
            elif place.id in self._provinces and not (place.kind in UNITS and place.country in self._official):
                self._wholes[place.id] = self._province(place)
            elif place.kind in ADMINISTRATIVE:
                self._wholes[place.id] = self._unit(place)
            elif place.kind is Kind.REGION or place.id in self._gazetteer.regions:
                self._wholes[place.id] = self._region(place)
            else:
                self._wholes[place.id] = self._circle(place)
        return self._wholes[place.id]

    def _country(self, place: Place) -> Shape:
        outline = self._outlines.get(place.id)
        if outline is None:
            raise FootprintError(f"{place.name_en} ({place.id}) has no polygon: the table of outlines has none of that code.")
        return Shape(
            core=outline, possible=outline, centre=outline.centroid, centre_name=None, words=recipe.outline(self._name(place)),
            method=Method.ADMINISTRATIVE, sources=(Source.OFFICIAL if place.id in self._official else Source.OUTLINE,),
            precision=_PRECISION[place.kind],
        )  # fmt: skip

    def _province(self, place: Place) -> Shape:
        land, seat = self._provinces[place.id], self._gazetteer.places.get(place.seat or "")
        at_seat = point_of(seat) if seat else None
        return Shape(
            core=land, possible=land, centre=at_seat or land.centroid,
            centre_name=self._name(seat) if seat and at_seat else None,
            words=recipe.outline(self._name(place)), method=Method.ADMINISTRATIVE, sources=(Source.OUTLINE,),
            precision=_PRECISION[Kind.GOVERNORATE],
        )  # fmt: skip

    def _unit(self, place: Place) -> Shape:
        land = self.units(place.country or "").get(place.id)
        if land is None:
            raise FootprintError(recipe.missing(place, "neither it nor a unit in it has a point"))
        seat = self._gazetteer.places.get(place.seat or "")
        at_seat = point_of(seat) if seat else None
        below = sum(place.id in self._gazetteer.ancestors(leaf) for leaf in self._leaves(place))
        published = place.country in self._official
        return Shape(
            core=land, possible=land, centre=at_seat or point_of(place) or land.centroid,
            centre_name=self._name(seat) if seat and at_seat else None, method=Method.ADMINISTRATIVE,
            words=recipe.unit(self._name(place), below, published=published),
            sources=(Source.OFFICIAL if published else Source.CELLS,), precision=_PRECISION[place.kind],
        )  # fmt: skip

    def _region(self, place: Place) -> Shape:
        region = self._gazetteer.regions.get(place.id)
        if region is None or not (region.core or region.possible):
            raise FootprintError(recipe.missing(place, "the region has no recipe"))
        if region.strip is None:
            shape = self._composed(self._name(place), region)
        elif region.strip.bank:
            shape = self._bank(self._composed(self._name(place), region), region.strip)
        else:
            shape = self._strip(place, region.strip)
            if region.strip.at_most:
                shape = self._at_most(place, region, shape)
        return self._less(shape, [Area.parse(key) for key in region.without])

    def _strip(self, place: Place, strip: Strip) -> Shape:
        """What of the region's country lies within reach of a line or a place."""
        if "/" in strip.along and all(part in self._outlines for part in strip.along.split("/")):
            home, neighbour = strip.along.split("/")
            line = lines.border(self._outlines[home], self._outlines[neighbour])
            along = recipe.border(self._name(self._place(home)), self._name(self._place(neighbour)))
            method, source = Method.BAND, self._country(self._place(home)).sources[0]
        elif strip.along in self._disputed:
            home, line, along = place.country or "", self._disputed[strip.along], self._disputed_names[strip.along]
            method, source = Method.BAND, Source.OUTLINE
        else:
            home, other = place.country or "", self._place(strip.along)
            at, along = point_of(other), self._name(other)
            on_road = strip.along in self._gazetteer.courses
            line = at if at is not None and not on_road else self._course(other)
            method, source = (Method.CORRIDOR, Source.COURSE) if on_road else (Method.BAND, Source.CIRCLE)
        ends = [self._place(end) for end in (strip.start, strip.end) if end]
        if line.is_empty or any(point_of(end) is None for end in ends):
            raise FootprintError(recipe.missing(place, f"the line {strip.along!r} of its strip, or an end of it, is nowhere"))
        reach = lines.within_reach(line, 1000 * strip.reach_km, *(point_of(end) for end in ends))
        land = self._on_land(reach, self._place(home))
        if strip.along in self._disputed:
            land = difference(land, line)
        words = recipe.strip(self._name(self._place(home)), along, strip.reach_km, [self._name(end) for end in ends])
        return Shape(
            core=land, possible=land, centre=land.centroid, centre_name=None, words=recipe.told(self._name(place), words),
            method=method, sources=(source,), precision=(5, 2),
        )  # fmt: skip

    def _at_most(self, place: Place, region: Region, limit: Shape) -> Shape:
        """A strip that a region may fill: sure is what of the areas of its core lies in it, nothing where it has no core."""
        if not region.core:
            return replace(limit, core=None, words=recipe.at_most(limit.words, ()))
        sure = self._composed(self._name(place), replace(region, possible=()))
        return replace(
            limit, core=intersection(limit.possible, sure.possible), 
            words=recipe.at_most(limit.words, [recipe.named(self._gazetteer, Area.parse(key)) for key in region.core]),
            sources=tuple(sorted({*limit.sources, *sure.sources})),
        )  # fmt: skip

    def _bank(self, shape: Shape, strip: Strip) -> Shape:
        """What of a shape lies on one bank of a river."""
        river = self._place(strip.along)
        course = self._course(river)
        _, possible = lines.bank(shape.possible, course, strip.bank)
        core = None if shape.core is None else lines.bank(shape.core, course, strip.bank)[0]
        return replace(
            shape, core=core, possible=possible, method=Method.DERIVED,
            words=recipe.bank(shape.words, self._name(river), strip.bank),
            sources=tuple(sorted({*shape.sources, Source.COURSE})),
        )  # fmt: skip

    def _course(self, place: Place) -> BaseGeometry:
        """The line of a road or river through the places on it."""
        points = [point_of(self._place(on)) for on in self._gazetteer.courses.get(place.id, ())]
        known = [point for point in points if point]
        if len(known) < 2:
            raise FootprintError(recipe.missing(place, "it has no course of two places with points in regions.toml"))
        return lines.course(known)

    def _less(self, shape: Shape, without: Sequence[Area]) -> Shape:
        """A shape from which areas are taken out: their possible extent from its core, their core from its possible extent."""
        taken = []
        for area in without:
            try:
                out = self._shape(area)
            except FootprintError:
                continue  # who excludes a road or a place without a point leaves the shape as it is
            if not _overlap(shape.possible, out.possible):
                continue
            core = None if shape.core is None else difference(shape.core, out.possible)
            possible = shape.possible if out.core is None else difference(shape.possible, out.core)
            if possible.is_empty:
                continue  # what is excepted is more than what is covered: the text means something else
            taken.append(recipe.named(self._gazetteer, area))
            shape = replace(shape, core=core, possible=possible)
        if not taken:
            return shape
        return replace(shape, method=Method.DERIVED, words=recipe.without(shape.words, taken))

    def _composed(self, name: Words, region: Region) -> Shape:
        """The union of the areas of a recipe."""
        unknown = [key for key in (*region.core, *region.possible) if Area.parse(key).place not in self._gazetteer.places]
        if unknown:
            lacks = f"its recipe names {', '.join(unknown)}, which is no place"
            raise FootprintError(recipe.missing(self._place(Area.parse(region.place).place), lacks))
        core, more = ([Area.parse(key) for key in keys] for keys in (region.core, region.possible))
        sure = [self._shape(part, inside=region.place) for part in core]
        maybe = [self._shape(part, inside=region.place) for part in more]
        inner = union([part.possible for part in sure]) if sure else None
        outer = union([part.possible for part in (*sure, *maybe)])
        large = any(part.precision[1] == 3 for part in (*sure, *maybe))
        names = [
            # a region that is itself a part cut out ("sy/aleppo:east") is told by how that is cut
            shape.words if self._gazetteer.canonical(part).place == region.place else recipe.named(self._gazetteer, part)
            for part, shape in zip((*core, *more), (*sure, *maybe), strict=True)
        ]
        return Shape(
            core=inner, possible=outer, centre=outer.centroid, centre_name=None,
            words=recipe.region(name, names[: len(core)], names[len(core) :]), method=Method.NAMED_REGION,
            sources=tuple(sorted({source for part in (*sure, *maybe) for source in part.sources})),
            precision=(5, 3 if large else 2),
        )  # fmt: skip

    def _circle(self, place: Place) -> Shape:
        """A place of one point: a circle on its country's land, cut where a neighbouring settlement is nearer."""
        at, radius = point_of(place), radius_m(place)
        if at is None or radius is None:
            lacks = "it has no coordinates" if radius else f"a {place.kind} needs a line, which the tables do not hold"
            raise FootprintError(recipe.missing(place, lacks))
        land, shared = circle(place, at, radius, self._settlements.near(place))
        on_land = self._on_land(land, place)
        if on_land.is_empty:  # an island that the outline leaves out
            on_land = land
        words, exact = recipe.circle(self._name(place), radius, shared=shared), is_exact(place, radius)
        return Shape(
            core=None if place.position_error_km is None else on_land,
            possible=on_land, centre=at, centre_name=self._name(place),
            words=words if exact else words.then(recipe.position_error(place.position_error_km)),
            method=Method.SETTLEMENT if place.kind in SETTLEMENTS else Method.POINT, sources=(Source.CIRCLE,),
            precision=(1, 1) if exact else (2, 2),
        )  # fmt: skip

    def _on_land(self, shape: BaseGeometry, place: Place) -> BaseGeometry:
        """What of a shape lies in the place's country; all of it where the outlines do not have the country."""
        outline = self._outlines.get(place.country or "")
        if outline is None:
            return shape
        shapely.prepare(outline)  # once: a prepared outline stays so
        if shapely.contains_properly(outline, shape):
            return shape
        # an outline has up to 60,000 corners, of which a town needs a few
        return intersection(shape, shapely.clip_by_rect(outline, *shape.buffer(10 * GRID_DEGREES).bounds))

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

    def _countryside(self, place: Place, unit: Place) -> Shape:
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

    def _seen_from(self, place: Place, unit: Place, shape: Shape) -> Shape:
        """A countryside with another name, its directions still seen from the city that it is the countryside of."""
        city = place if place.id != unit.id else self._gazetteer.places.get(unit.seat or "")
        at = point_of(city) if city else None
        return replace(shape, centre=at, centre_name=self._name(city)) if city and at else shape

    def _surroundings(self, place: Place) -> Shape:
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

    def _part(self, area: Area, shape: Shape, beside: Sequence[Area]) -> Shape:
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
            touching = {leaf: lands[leaf] for leaf in touching_units(lands, list(near.values()))}
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


def _overlap(a: BaseGeometry, b: BaseGeometry) -> bool:
    """True if two areas share land, not only an edge."""
    return bool(shapely.intersects(a, b) and not intersection(a, b).is_empty)


def _reaches_into(land: BaseGeometry, part: BaseGeometry) -> bool:
    """True if more than a sliver of land lies in a part: the lines of the two need not come from one drawing."""
    if not shapely.intersects(land, part):
        return False
    return bool(intersection(land, part).area > SLIVER_SHARE * min(land.area, part.area))


def _largest_unit_by_seat(gazetteer: Gazetteer) -> Mapping[str, str]:
    """From a settlement to the largest unit below a country that is run from it."""
    units = [place for place in gazetteer.places.values() if place.kind in UNITS]
    units.sort(key=lambda unit: -ADMINISTRATIVE.index(unit.kind))  # the largest last, where it replaces the smaller ones
    return {unit.seat: unit.id for unit in units if unit.seat}
