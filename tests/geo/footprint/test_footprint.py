"""Footprints: on a small invented country whose polygons can be foretold, then on the shipped tables."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point, box
from shapely.geometry.base import BaseGeometry

from data.drawing.atlas import load_atlas
from data.drawing.outlines import load_disputed
from data.settings import load_settings
from data.tables.reference import load_gazetteer
from geo.errors import FootprintError
from geo.footprint import Agreement, Atlas, Footprint, Method, Source
from geo.footprint.crs import area_km2, local_projection, on_grid
from geo.footprint.fitting import fitted
from geo.footprint.recipe import Words
from geo.footprint.settlement import EARTH_RADIUS_M, LARGEST_CITY_M, TOWNS, Settlements
from geo.footprint.tessellation import Site, cells, coverage, standing_on_own_land
from geo.footprint.units import Extent, touching_units
from geo.gazetteer import DIRECTIONS, SETTLEMENTS, Area, Gazetteer, Kind, Place, Region, Strip

COUNTRY = on_grid(box(10, 40, 12, 42))
QUARTERS = {"QQ0101": (10.5, 40.5), "QQ0102": (10.5, 41.5), "QQ0201": (11.5, 40.5), "QQ0202": (11.5, 41.5)}
# an edge may be moved by rounding to 5 decimals
ROUNDING = 2e-5


def place(id: str, kind: Kind, parent: str | None, name_en: str, name_ar: str, **more: object) -> Place:
    return replace(Place(id=id, kind=kind, country="QQ", parent=parent, name_en=name_en, name_ar=name_ar), **more)


def four_quarters() -> Gazetteer:
    """A square country of two governorates of two sub-districts each, a seat in the middle of each quarter."""
    places = [
        place("QQ", Kind.COUNTRY, None, "Quadria", "رباعية", seat="qq/a"),
        place("QQ01", Kind.GOVERNORATE, "QQ", "West Governorate", "محافظة الغرب", seat="qq/a"),
        place("QQ02", Kind.GOVERNORATE, "QQ", "East Governorate", "محافظة الشرق", seat="qq/c"),
    ]
    for (id, (lon, lat)), letter, arabic in zip(QUARTERS.items(), "abcd", "أبجد", strict=True):
        seat = f"qq/{letter}"
        places.append(place(id, Kind.SUBDISTRICT, id[:4], f"{letter.upper()} Subdistrict", f"ناحية {arabic}", seat=seat))
        places.append(place(seat, Kind.CITY, id, letter.upper(), arabic, lon=lon, lat=lat, position_error_km=1.3))
    places += [
        place("qq/valley", Kind.REGION, "QQ", "The Valley", "الوادي"),
        place("qq/plain", Kind.REGION, "QQ", "The Plain", "السهل"),
        place("qq/nowhere", Kind.REGION, "QQ", "Nowhere", "لا مكان"),
        place("qq/lost", Kind.REGION, "QQ", "Lost", "ضائع"),
        place("qq/camp", Kind.CAMP, "QQ0101", "Camp", "مخيم", lon=10.2, lat=40.2),
        place("qq/gate", Kind.CROSSING, "QQ0101", "Gate", "معبر", lon=10.0, lat=40.2),
        place("qq/road", Kind.ROAD, "QQ", "Road", "طريق", lon=10.2, lat=40.2),
        place("qq/unplaced", Kind.TOWN, "QQ0101", "Unplaced", "بلا موقع"),
    ]  # fmt: skip
    regions = [
        Region(place="qq/valley", core=("qq/a",), possible=("QQ0101", "QQ0201"), also=("QQ02:countryside-north",)),
        Region(place="qq/plain", core=("QQ:east",), also=("QQ:east",)),
        Region(place="qq/lost", core=("qq/atlantis",)),
    ]
    return Gazetteer(places={p.id: p for p in places}, names=(), regions={r.place: r for r in regions})


def quarter_extents() -> dict[str, Extent]:
    """The middle of each quarter and its true area: towards the north a degree of longitude is shorter."""
    return {
        id: Extent(place=id, lon=lon, lat=lat, area_km2=area_km2(box(lon - 0.5, lat - 0.5, lon + 0.5, lat + 0.5)), source="")
        for id, (lon, lat) in QUARTERS.items()
    }


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas(four_quarters(), {"QQ": COUNTRY}, quarter_extents())


def draw(atlas: Atlas, key: str) -> Footprint:
    return atlas.footprint(Area.parse(key))


def share(a: BaseGeometry, b: BaseGeometry) -> float:
    return a.intersection(b).area / a.union(b).area


def is_sound(footprint: Footprint) -> bool:
    """Valid, counter-clockwise, on the grid, in both languages, the core within the possible."""
    for shape in filter(None, (footprint.core, footprint.possible)):
        rings = [part.exterior for part in shapely.get_parts(shape)]
        numbers = shapely.get_coordinates(shape).ravel().tolist()
        if not (shape.is_valid and rings and all(ring.is_ccw for ring in rings) and numbers == [round(n, 5) for n in numbers]):
            return False
    held = footprint.core is None or footprint.possible.buffer(ROUNDING).covers(footprint.core)
    return held and bool(footprint.recipe_en and footprint.recipe_ar and footprint.sources) and footprint.area_km2 > 0


# --- units ---------------------------------------------------------------------------------------------------------------


def test_each_quarter_is_the_cell_of_its_seat(atlas: Atlas) -> None:
    for id, (lon, lat) in QUARTERS.items():
        quarter = box(math.floor(lon), math.floor(lat), math.ceil(lon), math.ceil(lat))
        assert share(draw(atlas, id).possible, quarter) > 0.99, id


def test_a_governorate_is_the_union_of_its_subdistricts(atlas: Atlas) -> None:
    west = draw(atlas, "QQ01")
    assert west.possible.equals(draw(atlas, "QQ0101").possible.union(draw(atlas, "QQ0102").possible))
    assert west.core == west.possible
    assert (west.method, west.where_prec, west.geo_precision) == (Method.ADMINISTRATIVE, 4, 3)


@pytest.mark.parametrize("length", [4, 6])
def test_neighbours_share_their_edges_and_fill_the_country(atlas: Atlas, length: int) -> None:
    level = [land for id, land in atlas.units("QQ").items() if len(id) == length]
    assert len(level) == {4: 2, 6: 4}[length]
    assert shapely.coverage_is_valid(level)
    assert sum(land.area for land in level) == pytest.approx(COUNTRY.area)


def test_a_unit_of_unknown_size_reaches_no_farther_than_its_circle() -> None:
    alone = Atlas(four_quarters(), {"QQ": COUNTRY})
    assert draw(alone, "QQ0101").area_km2 == pytest.approx(math.pi * 15**2, rel=0.01)


def test_a_province_is_drawn_with_its_outline_and_the_units_in_and_beside_it_with_cells() -> None:
    """The outline of the west ends short of the border between the governorates, and its sub-districts with it."""
    outline = on_grid(box(10, 40, 10.75, 42))
    mixed = Atlas(four_quarters(), {"QQ": COUNTRY}, quarter_extents(), provinces={"QQ01": outline, "qq/nowhere": COUNTRY})
    west, north_west, east = (draw(mixed, id) for id in ("QQ01", "QQ0102", "QQ02"))
    assert west.possible.equals(outline) and west.sources == (Source.OUTLINE,)
    assert (west.method, west.recipe_en, west.where_prec) == (Method.ADMINISTRATIVE, "The outline of West Governorate", 4)
    assert share(north_west.possible, box(10, 41, 10.75, 42)) > 0.98
    assert share(east.possible, box(11, 40, 12, 42)) > 0.98 and not east.possible.overlaps(outline)
    assert draw(mixed, "qq/nowhere").possible.equals(COUNTRY), "a region that a row draws"


def test_official_boundaries_draw_units_and_rows_draw_regions() -> None:
    west, east = on_grid(box(10, 40, 11, 42)), on_grid(box(11, 40, 12, 42))
    gazetteer = four_quarters()
    leaves = {"QQ0101": west, "QQ0201": east}
    atlas = Atlas(
        gazetteer,
        {"QQ": COUNTRY},
        official={"QQ": leaves},
        provinces={"QQ01": on_grid(box(10, 40, 10.5, 42)), "qq/plain": east},
    )
    assert draw(atlas, "QQ01").possible.equals(west) and draw(atlas, "QQ01").sources == (Source.OFFICIAL,)
    assert draw(atlas, "qq/plain").possible.equals(east)


def test_a_part_that_a_recipe_draws_is_drawn_by_it_and_stays_a_part() -> None:
    gazetteer = four_quarters()
    recipe = Region(place="QQ01:north", core=("qq/a",), possible=("QQ0101",))
    atlas = Atlas(replace(gazetteer, regions={**gazetteer.regions, "QQ01:north": recipe}), {"QQ": COUNTRY}, quarter_extents())
    part, other = draw(atlas, "QQ01:north"), draw(atlas, "QQ01:south")
    assert part.area == "QQ01:north" and part.possible.equals(draw(atlas, "QQ0101").possible)
    assert part.core is not None and part.core.equals(draw(atlas, "qq/a").possible)
    assert part.recipe_en == "Northern West: surely A; perhaps also A Subdistrict"
    assert (part.method, part.where_prec) == (Method.DERIVED, 5)
    assert "quarter" in other.recipe_en, "the south has none"


def test_a_larger_unit_takes_more_land() -> None:
    extents = quarter_extents()
    extents["QQ0101"] = replace(extents["QQ0101"], area_km2=2 * extents["QQ0101"].area_km2)
    larger = Atlas(four_quarters(), {"QQ": COUNTRY}, extents)
    equal = Atlas(four_quarters(), {"QQ": COUNTRY}, quarter_extents())
    assert draw(larger, "QQ0101").area_km2 > 1.1 * draw(equal, "QQ0101").area_km2


def test_an_island_that_the_outline_leaves_out_is_a_circle_of_its_area() -> None:
    gazetteer = four_quarters()
    isle = place("QQ0103", Kind.SUBDISTRICT, "QQ01", "Isle", "جزيرة")
    port = place("qq/port", Kind.VILLAGE, "QQ0103", "Port", "ميناء", lon=9.97, lat=41.0)
    extents = {**quarter_extents(), "QQ0103": Extent(place="QQ0103", lon=9.97, lat=41.0, area_km2=4.0, source="")}
    places = {**gazetteer.places, isle.id: isle, port.id: port}
    atlas = Atlas(replace(gazetteer, places=places), {"QQ": COUNTRY}, extents)
    assert draw(atlas, "QQ0103").area_km2 == pytest.approx(4.0, rel=0.02)
    assert draw(atlas, "QQ01").possible.contains(Point(9.97, 41.0))
    assert not draw(atlas, "qq/port").possible.is_empty


def test_a_country_is_its_outline(atlas: Atlas) -> None:
    quadria = draw(atlas, "QQ")
    assert quadria.possible.equals(COUNTRY)
    assert (quadria.method, quadria.where_prec, quadria.geo_precision) == (Method.ADMINISTRATIVE, 6, 3)
    assert (quadria.recipe_en, quadria.recipe_ar) == ("The outline of Quadria", "حدود رباعية")


def test_official_units_draw_their_country_instead_of_cells() -> None:
    """Strips instead of quarters: the same ids, other lines, and the words say so."""
    strips = {id: on_grid(box(10 + n / 2, 40, 10.5 + n / 2, 42)) for n, id in enumerate(QUARTERS)}
    atlas = Atlas(four_quarters(), {"QQ": COUNTRY}, quarter_extents(), {"QQ": strips}, agreement={"QQ01": 0.5})
    west = draw(atlas, "QQ01")
    assert west.possible.equals(box(10, 40, 11, 42))
    assert (west.sources, west.agreement) == ((Source.OFFICIAL,), None)
    assert (west.recipe_en, west.recipe_ar) == ("West Governorate as published", "محافظة الغرب كما هي منشورة")
    assert draw(atlas, "QQ").sources == (Source.OFFICIAL,)
    assert draw(atlas, "QQ").possible.equals(COUNTRY)
    assert Source.OFFICIAL in draw(atlas, "QQ01:countryside").sources


def test_cells_say_how_well_they_agree_and_what_that_was_measured_on() -> None:
    atlas = Atlas(four_quarters(), {"QQ": COUNTRY}, quarter_extents(), agreement={"QQ01": 0.5, "QQ0102": 0.75})
    measured = {key: draw(atlas, key).agreement for key in ("QQ01", "QQ0101", "QQ0102", "qq/a:countryside", "QQ02", "qq/a")}
    assert measured["QQ01"] == measured["QQ0101"] == measured["qq/a:countryside"] == Agreement(area="QQ01", iou=0.5)
    assert measured["QQ0102"] == Agreement(area="QQ0102", iou=0.75)
    assert measured["QQ02"] is None
    assert measured["qq/a"] is None, "a circle is no cell"


# --- cells ---------------------------------------------------------------------------------------------------------------

sites = st.lists(
    st.builds(
        Site, owner=st.sampled_from("abcde"), x=st.integers(-9, 9).map(lambda km: km * 1000.0),
        y=st.integers(-9, 9).map(lambda km: km * 1000.0), radius=st.floats(0, 4000), reach=st.floats(500, 9000),
    ),
    min_size=1, max_size=12,
)  # fmt: skip


@given(sites, st.floats(-9500, 9500), st.floats(-9500, 9500))
def test_a_point_lies_in_the_cell_of_the_nearest_circle(sites: list[Site], x: float, y: float) -> None:
    """The slow oracle: the power distance to every site."""
    power = [(x - s.x) ** 2 + (y - s.y) ** 2 - s.radius**2 for s in sites]
    ranked = sorted(range(len(sites)), key=lambda n: (power[n], n))
    nearest = ranked[0]
    clear = len(ranked) == 1 or power[ranked[1]] - power[nearest] > 1.0
    distance = math.hypot(x - sites[nearest].x, y - sites[nearest].y)
    drawn = cells(sites)
    if clear and distance < 0.99 * sites[nearest].reach:
        assert drawn[nearest].distance(Point(x, y)) <= 0.01  # a buffer would lose a sliver
    for n in ranked[1:]:
        if power[n] - power[nearest] > 1.0:
            assert not drawn[n].buffer(-0.01).covers(Point(x, y))


def test_circles_that_lie_on_one_another_cut_a_cell_once() -> None:
    """The same line twice left two corners a millionth of a millimetre apart, and so a cell that reached over the line."""
    others = [Site(owner="b", x=3000, y=2000, radius=0, reach=9000)] * 4
    beside = [Site(owner="c", x=-2000, y=-3000, radius=0, reach=5000)] * 2
    drawn = cells([Site(owner="a", x=1000, y=-6000, radius=4000, reach=9000), *beside, *others])[0]
    assert drawn.is_valid
    assert not drawn.covers(Point(0, 0))
    assert len(drawn.exterior.coords) == len(set(drawn.exterior.simplify(0.001).coords)) + 1


@given(sites)
def test_a_coverage_has_no_gaps_and_no_overlaps(sites: list[Site]) -> None:
    projection = local_projection(11, 41)
    land = coverage(sites, projection, on_grid(box(10.95, 40.95, 11.05, 41.05)))
    assert shapely.coverage_is_valid(list(land.values()))
    assert all(shape.is_valid for shape in land.values())


def test_a_village_is_given_the_ground_that_it_stands_on() -> None:
    """A desert whose circle reaches over a village of the next unit does not take it."""
    desert = Site(owner="desert", x=0, y=0, radius=50_000, reach=90_000)
    oasis = Site(owner="oasis", x=45_000, y=0, radius=4_000, reach=90_000)
    village = Site(owner="oasis", x=38_000, y=0, radius=0, reach=90_000)
    taken, kept = cells([desert, oasis, village]), cells(standing_on_own_land([desert, oasis, village], 300))
    assert taken[0].contains(Point(38_000, 0))
    assert kept[2].contains(Point(38_000, 0))


def held(sites: list[Site], outline: BaseGeometry) -> dict[str, float]:
    """The area of each owner's cells inside an outline, km²."""
    areas = dict.fromkeys((site.owner for site in sites), 0.0)
    for site, land in zip(sites, cells(sites), strict=True):
        areas[site.owner] += land.intersection(outline).area / 1e6
    return areas


def test_fitted_circles_give_each_owner_about_its_area() -> None:
    """Two points in a square of 100 km, one of which is to have four fifths of it, and a village of the other."""
    square = box(0, 0, 100_000, 100_000)
    sites = [
        Site(owner="wide", x=30_000, y=50_000, radius=1_000, reach=200_000),
        Site(owner="narrow", x=70_000, y=50_000, radius=1_000, reach=200_000),
        Site(owner="narrow", x=72_000, y=50_000, radius=0, reach=200_000),
    ]
    before, wanted = held(sites, square), {"wide": 8_000.0, "narrow": 2_000.0}
    fit = fitted(sites, square, wanted)
    after = held(fit, square)
    assert abs(after["wide"] - 8_000) < 0.6 * abs(before["wide"] - 8_000)
    assert (fit[2].x, fit[2].y) == (72_000, 50_000), "a village stays where it is"
    assert [(s.owner, s.reach) for s in fit] == [(s.owner, s.reach) for s in sites]


def test_a_first_site_is_moved_so_that_its_land_lies_around_where_it_stood() -> None:
    """Of two halves of a square the western one is said to lie farther west than its land, which begins at the edge."""
    square = box(0, 0, 100_000, 50_000)
    west, east = ((20_000.0, "west"), (75_000.0, "east"))
    sites = [Site(owner=owner, x=x, y=25_000, radius=0, reach=200_000) for x, owner in (west, east)]
    fit = fitted(sites, square, {"west": 2_000.0, "east": 3_000.0})
    middle = {site.owner: land.intersection(square).centroid.x for site, land in zip(fit, cells(fit), strict=True)}
    before = {site.owner: land.intersection(square).centroid.x for site, land in zip(sites, cells(sites), strict=True)}
    assert abs(middle["west"] - 20_000) < abs(before["west"] - 20_000)
    assert all(math.hypot(s.x - t.x, s.y - t.y) <= 0.31 * math.sqrt(3_000e6 / math.pi) for s, t in zip(fit, sites, strict=True))


@given(sites)
def test_fitting_leaves_alone_what_has_no_wanted_area(sites: list[Site]) -> None:
    """Its circles keep their size against each other: only the differences of their squares count."""
    square = box(-10_000, -10_000, 10_000, 10_000)
    assert fitted(sites, square, {}) == sites
    fit = fitted(sites, square, {"a": 5.0, "b": 1.0})
    others = [(new, old) for new, old in zip(fit, sites, strict=True) if old.owner not in ("a", "b")]
    assert all((new.x, new.y) == (old.x, old.y) for new, old in others)
    grown = [new.radius**2 - old.radius**2 for new, old in others]
    assert all(more == pytest.approx(grown[0], abs=1.0) for more in grown)
    for owner in "ab":
        grown = [new.radius**2 - old.radius**2 for new, old in zip(fit, sites, strict=True) if old.owner == owner]
        assert all(more == pytest.approx(grown[0], abs=1.0) for more in grown), "the circles of an owner grow together"


# --- places of one point -------------------------------------------------------------------------------------------------


def test_a_town_is_a_circle(atlas: Atlas) -> None:
    town = draw(atlas, "qq/a")
    assert town.area_km2 == pytest.approx(math.pi * 2.5**2, rel=0.01)
    assert town.possible.contains(Point(10.5, 40.5))
    assert (town.method, town.where_prec, town.geo_precision) == (Method.SETTLEMENT, 1, 1)
    assert town.recipe_en == "A circle of 2.5 km around A"
    assert town.recipe_ar == "دائرة نصف قطرها 2.5 كم حول أ"


@pytest.mark.parametrize(
    ("error", "codes", "told"),
    [
        (2.5, (1, 1), "A circle of 2.5 km around A"),
        (2.6, (2, 2), "A circle of 2.5 km around A, its point may be up to 2.6 km off"),
        (None, (2, 2), "A circle of 2.5 km around A, how far its point may be off is not known"),
    ],
)
def test_a_circle_is_exact_only_if_the_place_surely_lies_in_it(error: float | None, codes: tuple[int, int], told: str) -> None:
    gazetteer = four_quarters()
    city = replace(gazetteer.places["qq/a"], position_error_km=error)
    drawn = draw(Atlas(replace(gazetteer, places={**gazetteer.places, "qq/a": city}), {"QQ": COUNTRY}), "qq/a")
    assert ((drawn.where_prec, drawn.geo_precision), drawn.recipe_en) == (codes, told)
    assert drawn.recipe_ar.startswith("دائرة نصف قطرها 2.5 كم حول أ")
    assert drawn.possible.equals(draw(Atlas(gazetteer, {"QQ": COUNTRY}), "qq/a").possible), "only the codes and words change"


def test_a_city_grows_with_its_people() -> None:
    gazetteer = four_quarters()
    capital = replace(gazetteer.places["qq/a"], population=1_500_000)
    atlas = Atlas(replace(gazetteer, places={**gazetteer.places, "qq/a": capital}), {"QQ": COUNTRY})
    assert draw(atlas, "qq/a").area_km2 == pytest.approx(100, rel=0.01)


def test_neighbouring_towns_share_the_ground_between_them() -> None:
    gazetteer = four_quarters()
    near = place("qq/near", Kind.TOWN, "QQ0101", "Near", "قريبة", lon=10.52, lat=40.5)
    atlas = Atlas(replace(gazetteer, places={**gazetteer.places, near.id: near}), {"QQ": COUNTRY})
    a, b = draw(atlas, "qq/a"), draw(atlas, "qq/near")
    assert a.possible.intersection(b.possible).area < 1e-8
    assert a.area_km2 < math.pi * 2.5**2 * 0.95
    assert a.recipe_en.endswith("cut where a neighbouring place is nearer")


def test_a_crossing_on_the_border_stays_in_its_country(atlas: Atlas) -> None:
    gate = draw(atlas, "qq/gate")
    assert gate.method is Method.POINT
    assert COUNTRY.buffer(ROUNDING).covers(gate.possible)
    assert gate.area_km2 == pytest.approx(math.pi * 4 / 2, rel=0.01)


# --- parts ---------------------------------------------------------------------------------------------------------------


def test_countryside_is_the_governorate_without_its_city(atlas: Atlas) -> None:
    countryside, whole, city = draw(atlas, "QQ01:countryside"), draw(atlas, "QQ01"), draw(atlas, "qq/a")
    assert countryside.possible.intersection(city.possible).area < 1e-8
    assert countryside.area_km2 + city.area_km2 == pytest.approx(whole.area_km2, rel=1e-4)
    assert countryside.method is Method.DERIVED
    assert countryside.recipe_en == "West Governorate without the city's cells"
    assert countryside.recipe_ar == "محافظة الغرب من دون خلايا المدينة"


def test_the_countryside_of_a_seat_is_that_of_its_largest_unit(atlas: Atlas) -> None:
    assert draw(atlas, "qq/a:countryside").possible.equals(draw(atlas, "QQ01:countryside").possible)
    assert draw(atlas, "qq/b:countryside").recipe_en == "B Subdistrict without the city's cells"


def test_a_unit_that_no_city_in_it_runs_is_countryside_throughout() -> None:
    gazetteer = four_quarters()
    seatless = replace(gazetteer.places["QQ01"], seat=None)
    atlas = Atlas(replace(gazetteer, places={**gazetteer.places, "QQ01": seatless}), {"QQ": COUNTRY}, quarter_extents())
    assert draw(atlas, "QQ01:countryside").possible.equals(draw(atlas, "QQ01").possible)


def test_the_countryside_of_a_camp_is_in_the_unit_around_it(atlas: Atlas) -> None:
    assert draw(atlas, "qq/camp:countryside").recipe_en == "A Subdistrict without the cells of Camp"


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("base", ["QQ", "QQ01", "QQ01:countryside"])
def test_a_direction_lies_where_it_says(base: str, direction: str) -> None:
    places = four_quarters()
    atlas = Atlas(replace(places, regions={}), {"QQ": COUNTRY}, quarter_extents())
    area = Area.parse(base)
    part, whole = atlas.footprint(replace(area, direction=direction)), atlas.footprint(area)
    assert is_sound(part)
    assert whole.possible.buffer(ROUNDING).covers(part.possible)
    centre = COUNTRY.centroid if base == "QQ" else Point(10.5, 40.5)
    if direction == "centre":
        assert part.area_km2 < whole.area_km2 * 0.55
        return
    bearing = {d: 45 * n for n, d in enumerate(DIRECTIONS)}[direction]
    projection = local_projection(11, 41)
    x0, y0 = projection.point_to_metres(centre.x, centre.y)
    inner = projection.to_metres(part.possible.representative_point())
    seen = math.degrees(math.atan2(inner.x - x0, inner.y - y0))
    assert abs((seen - bearing + 180) % 360 - 180) <= 46
    if base == "QQ":
        assert part.core is None, "of a country no wedge is sure"
    else:
        assert part.core is not None and part.core.area < 0.9 * part.possible.area


def test_four_quarters_fill_the_whole_and_eight_eighths_too() -> None:
    atlas = Atlas(replace(four_quarters(), regions={}), {"QQ": COUNTRY}, quarter_extents())
    whole = draw(atlas, "QQ01").area_km2
    four = [draw(atlas, f"QQ01:{direction}") for direction in ("north", "east", "south", "west")]
    eight = [draw(atlas, f"QQ01:{direction}").core for direction in DIRECTIONS if direction != "centre"]
    assert sum(part.area_km2 for part in four) == pytest.approx(whole, rel=1e-3)
    assert sum(area_km2(core) for core in eight if core) == pytest.approx(whole, rel=1e-3)


def test_a_direction_tells_from_where_it_is_seen(atlas: Atlas) -> None:
    north = draw(atlas, "QQ01:countryside-north")
    assert north.recipe_en == "West Governorate without the city's cells, northern quarter as seen from A"
    assert north.recipe_ar == "محافظة الغرب من دون خلايا المدينة، الربع الشمالي انطلاقا من أ"
    assert (north.where_prec, north.geo_precision) == (4, 2)


def test_surroundings_are_a_belt_that_no_reading_is_sure_of(atlas: Atlas) -> None:
    belt, city = draw(atlas, "qq/a:surroundings"), draw(atlas, "qq/a")
    assert belt.core is None
    assert belt.possible.intersection(city.possible).area < 1e-8
    assert belt.area_km2 == pytest.approx(math.pi * (12.5**2 - 2.5**2), rel=0.01)
    assert draw(atlas, "QQ01:surroundings").possible.equals(belt.possible)


def test_parts_of_a_governorate_lie_beside_what_was_named_with_it(atlas: Atlas) -> None:
    part = atlas.footprint(Area("QQ01"), partial=True, beside=(Area("QQ0201"),))
    assert part.core is None
    assert part.possible.equals(draw(atlas, "QQ0101").possible), "QQ0102 meets QQ0201 in a corner only"
    assert part.method is Method.PARTIAL
    assert part.recipe_en == "Parts of West Governorate: its sub-districts that touch C Subdistrict (A Subdistrict)"
    assert part.recipe_ar == "أجزاء من محافظة الغرب: نواحيها التي تلامس ناحية ج (ناحية أ)"


def test_a_neighbour_that_cannot_be_drawn_leaves_the_others_to_say_where(atlas: Atlas) -> None:
    with_road = atlas.footprint(Area("QQ01"), partial=True, beside=(Area("qq/road"), Area("QQ0201")))
    assert with_road.possible.equals(draw(atlas, "QQ0101").possible)
    assert "Road" not in with_road.recipe_en
    only_road = atlas.footprint(Area("QQ01"), partial=True, beside=(Area("qq/road"),))
    assert only_road.possible.equals(draw(atlas, "QQ01").possible)


def test_a_part_far_from_its_neighbours_is_not_drawn_as_nothing(atlas: Atlas) -> None:
    """The sub-district beside lies in the south, the part named is the north: the text does not decide, nothing is lost."""
    part = atlas.footprint(Area("QQ01", "", "north"), partial=True, beside=(Area("QQ0201"),))
    assert is_sound(part)


def test_parts_without_a_neighbour_are_the_whole_as_possible(atlas: Atlas) -> None:
    part = atlas.footprint(Area("QQ01"), partial=True)
    assert part.core is None
    assert part.possible.equals(draw(atlas, "QQ01").possible)
    assert "not known" in part.recipe_en


# --- regions -------------------------------------------------------------------------------------------------------------


def test_a_region_is_what_its_recipe_says(atlas: Atlas) -> None:
    valley = draw(atlas, "qq/valley")
    assert is_sound(valley)
    assert valley.core is not None
    assert valley.core.equals(draw(atlas, "qq/a").possible)
    south = draw(atlas, "QQ0101").possible.union(draw(atlas, "QQ0201").possible)
    assert share(valley.possible, south) > 0.999
    assert valley.method is Method.NAMED_REGION
    assert valley.recipe_en == "The Valley: surely A; perhaps also A Subdistrict and C Subdistrict"
    assert valley.recipe_ar == "الوادي: بالتأكيد أ؛ وربما أيضا ناحية أ وناحية ج"


def test_a_derived_area_that_has_a_name_is_drawn_as_that_region(atlas: Atlas) -> None:
    for key in ("QQ02:countryside-north", "qq/c:countryside-north"):
        assert draw(atlas, key).possible.equals(draw(atlas, "qq/valley").possible), key
        assert draw(atlas, key).area == key


def test_a_direction_of_a_countryside_with_a_name_is_seen_from_its_city() -> None:
    """As the east of Damascus's countryside, which is a governorate of its own around the city."""
    gazetteer = four_quarters()
    ring = Region(place="QQ02", core=("QQ02",), also=("QQ01:countryside",))
    atlas = Atlas(replace(gazetteer, regions={"QQ02": ring}), {"QQ": COUNTRY}, quarter_extents())
    north = draw(atlas, "QQ01:countryside-north")
    assert north.recipe_en.endswith("northern quarter as seen from A")
    assert north.possible.centroid.y > 41.0
    assert draw(atlas, "QQ02").possible.covers(north.possible.buffer(-ROUNDING))


def test_a_region_may_be_a_part_of_a_place_and_bear_its_key(atlas: Atlas) -> None:
    plain = draw(atlas, "QQ:east")
    assert plain.method is Method.NAMED_REGION
    assert plain.possible.contains(Point(11.9, 41.0))
    assert not plain.possible.contains(Point(10.1, 41.0))
    assert plain.recipe_en == "The Plain: The outline of Quadria, eastern quarter as seen from the middle"


# --- strips and exceptions ------------------------------------------------------------------------------------------------


def striped(along: str, **more: object) -> Atlas:
    """The four quarters with a neighbour in the west and a region of a strip; a river runs down the middle from the north."""
    gazetteer = four_quarters()
    source = place("qq/source", Kind.TOWN, "QQ", "Source", "المنبع", lon=11.0, lat=41.9)
    mouth = place("qq/mouth", Kind.TOWN, "QQ", "Mouth", "المصب", lon=11.0, lat=40.1)
    west = replace(place("WW", Kind.COUNTRY, None, "Westland", "بلاد الغرب"), country="WW")
    river = place("qq/river", Kind.RIVER, "QQ", "Middle River", "الأوسط")
    region = Region(place="qq/valley", core=("QQ",), strip=Strip(along=along, **more))
    return Atlas(
        replace(
            gazetteer, places={**gazetteer.places, **{p.id: p for p in (source, mouth, west, river)}},
            regions={"qq/valley": region}, courses={"qq/river": ("qq/source", "qq/mouth")},
        ),
        {"QQ": COUNTRY, "WW": on_grid(box(8, 39, 10, 43))}, quarter_extents(),
    )  # fmt: skip


def test_a_band_lies_along_the_border_inside_the_country() -> None:
    band = draw(striped("QQ/WW", reach_km=20.0), "qq/valley")
    assert is_sound(band)
    assert band.method is Method.BAND
    assert COUNTRY.buffer(ROUNDING).covers(band.possible)
    assert band.area_km2 == pytest.approx(20 * 222, rel=0.02), "two degrees of latitude are 222 km; the border turns the corner"
    assert band.recipe_en == "The Valley: Quadria within 20 km of the border of Quadria with Westland"
    assert band.recipe_ar == "الوادي: ما يقع ضمن 20 كم من حدود رباعية مع بلاد الغرب في رباعية"


def test_a_band_between_two_places_is_cut_across() -> None:
    whole = draw(striped("QQ/WW", reach_km=20.0), "qq/valley")
    part = draw(striped("QQ/WW", reach_km=20.0, start="qq/b", end="qq/a"), "qq/valley")
    assert part.possible.bounds[1::2] == pytest.approx((40.5, 41.5))
    assert part.area_km2 == pytest.approx(whole.area_km2 / 2, rel=0.01)
    assert part.recipe_en.endswith(", between B and A")


def test_a_corridor_lies_on_both_sides_of_its_line() -> None:
    corridor = draw(striped("qq/river", reach_km=6.0), "qq/valley")
    assert corridor.method is Method.CORRIDOR
    assert corridor.sources == (Source.COURSE,)
    assert corridor.area_km2 == pytest.approx(12 * 1.8 * 111.1 + math.pi * 36, rel=0.01)
    assert corridor.possible.contains(Point(11.05, 41)) and corridor.possible.contains(Point(10.95, 41))


def test_a_strip_around_a_place_is_a_circle() -> None:
    around = draw(striped("qq/a", reach_km=10.0), "qq/valley")
    assert around.area_km2 == pytest.approx(math.pi * 100, rel=0.01)
    assert around.recipe_en == "The Valley: Quadria within 10 km of A"


@pytest.mark.parametrize(("side", "inside", "outside"), [("left", 11.9, 10.1), ("right", 10.1, 11.9)])
def test_a_bank_is_one_side_and_is_sure_only_away_from_the_river(side: str, inside: float, outside: float) -> None:
    """The river flows south: its left bank is the east. Beyond its ends it is thought on."""
    bank = draw(striped("qq/river", bank=side), "qq/valley")
    assert is_sound(bank)
    assert bank.core is not None
    for lat in (40.02, 41.0, 41.98):
        assert bank.core.contains(Point(inside, lat))
        assert not bank.possible.contains(Point(outside, lat))
    assert not bank.core.intersects(Point(11.0, 41.0)) and bank.possible.intersects(Point(11.0, 41.0))
    assert bank.recipe_en == f"The Valley: Quadria on the {side} bank of the Middle River"
    both = draw(striped("qq/river", bank={"left": "right", "right": "left"}[side]), "qq/valley")
    assert both.possible.union(bank.possible).area == pytest.approx(COUNTRY.area, rel=1e-4)


@pytest.mark.parametrize("along", ["qq/road", "WW/QQ", "qq/unplaced"])
def test_a_strip_along_nothing_is_told(along: str) -> None:
    with pytest.raises(FootprintError, match=r"The Valley|Road|Unplaced|no land"):
        draw(striped(along, reach_km=1.0, start="qq/unplaced", end="qq/unplaced"), "qq/valley")


def test_what_is_excepted_is_taken_out(atlas: Atlas) -> None:
    whole, city = draw(atlas, "QQ01"), draw(atlas, "qq/a")
    without = atlas.footprint(Area("QQ01"), without=(Area("qq/a"), Area("QQ0201"), Area("qq/road")))
    assert is_sound(without)
    assert without.area_km2 == pytest.approx(whole.area_km2 - city.area_km2, rel=1e-4)
    assert without.recipe_en == "West Governorate: the cells of its sub-districts (2), without A"
    assert without.recipe_ar.endswith("من دون أ")
    assert without.method is Method.DERIVED


def test_an_exception_larger_than_what_is_covered_changes_nothing(atlas: Atlas) -> None:
    assert atlas.footprint(Area("QQ0101"), without=(Area("QQ01"),)).possible.equals(draw(atlas, "QQ0101").possible)


def test_a_region_may_leave_out_another() -> None:
    gazetteer = four_quarters()
    plain = Region(place="qq/plain", core=("QQ01",), without=("QQ0102",))
    atlas = Atlas(replace(gazetteer, regions={"qq/plain": plain}), {"QQ": COUNTRY}, quarter_extents())
    assert share(draw(atlas, "qq/plain").possible, draw(atlas, "QQ0101").possible) > 0.999


def test_a_footprint_says_which_disputed_land_it_reaches_into() -> None:
    atlas = Atlas(four_quarters(), {"QQ": COUNTRY}, quarter_extents(), disputed={"hills": on_grid(box(10, 40, 10.2, 40.2))})
    assert draw(atlas, "QQ01").disputed == ("hills",)
    assert draw(atlas, "QQ02").disputed == ()
    beside = Atlas(four_quarters(), {"QQ": COUNTRY}, quarter_extents(), disputed={"hills": on_grid(box(9, 40, 10.01, 41))})
    assert draw(beside, "QQ01").disputed == (), "a sliver is where two drawings of one line differ"


def held_hills(**strip: object) -> Footprint:
    """A strip along land in the south-west of the country that another holds."""
    gazetteer = four_quarters()
    valley = Region(place="qq/valley", core=("qq/a", "qq/b"), strip=Strip(along="hills", **strip))
    atlas = Atlas(
        replace(gazetteer, regions={"qq/valley": valley}), {"QQ": COUNTRY}, quarter_extents(),
        disputed={"hills": on_grid(box(10, 40, 10.45, 41))}, disputed_names={"hills": Words("the Hills", "التلال")},
    )  # fmt: skip
    return draw(atlas, "qq/valley")


def test_a_strip_along_disputed_land_lies_outside_of_it_and_says_so() -> None:
    strip = held_hills(reach_km=10.0)
    assert is_sound(strip)
    assert strip.core == strip.possible and (strip.method, strip.where_prec, strip.geo_precision) == (Method.BAND, 5, 2)
    assert strip.disputed == ("hills",)
    assert strip.possible.contains(Point(10.5, 40.2)) and strip.possible.contains(Point(10.2, 41.05))
    assert not strip.possible.intersects(box(10.01, 40.01, 10.44, 40.99)), "nothing of the disputed land itself"
    assert not strip.possible.intersects(box(10.6, 40, 11, 41)), "a tenth of a degree is 8.5 km"
    assert strip.recipe_en == "The Valley: Quadria within 10 km of the Hills"


def test_a_limit_is_possible_throughout_and_sure_only_where_its_places_lie_in_it() -> None:
    limit = held_hills(reach_km=5.0, at_most=True)
    assert is_sound(limit) and limit.core is not None
    assert limit.possible.equals(held_hills(reach_km=5.0).possible)
    assert limit.core.intersects(Point(10.48, 40.5)) and not limit.core.intersects(Point(10.52, 40.5)), "cut at the limit"
    assert not limit.core.intersects(box(10, 41, 11, 42)), "a place of the recipe beyond the limit adds nothing"
    assert limit.recipe_en == "The Valley: Quadria within 5 km of the Hills, at most; of it surely A and B"
    assert limit.recipe_ar == "الوادي: ما يقع ضمن 5 كم من التلال في رباعية على الأكثر؛ والأكيد منه أ وب"


@given(st.lists(st.tuples(st.floats(-179, 179), st.floats(-80, 80), st.sampled_from(list(Kind))), max_size=40), st.data())
def test_the_index_finds_the_neighbours_that_a_search_through_all_finds(
    points: list[tuple[float, float, Kind]], data: st.DataObject
) -> None:
    """The slow oracle: every place of the same sort, box by box."""
    near_lon, near_lat = data.draw(st.floats(-170, 170)), data.draw(st.floats(-80, 80))
    points += [(near_lon + n / 10, near_lat + n / 20, kind) for n, kind in enumerate(Kind) if kind is not Kind.COUNTRY]
    places = {f"p{n}": place(f"p{n}", kind, None, "", "", lon=lon, lat=lat) for n, (lon, lat, kind) in enumerate(points)}
    index = Settlements(Gazetteer(places=places, names=()))
    reach = math.degrees(2 * LARGEST_CITY_M / EARTH_RADIUS_M)
    for one in places.values():
        sort = next((kinds for kinds in (TOWNS, (Kind.NEIGHBOURHOOD,)) if one.kind in kinds), ())
        wide = reach / max(0.1, math.cos(math.radians(one.lat or 0.0)))
        slow = [
            other.id for other in places.values()
            if other is not one and other.kind in sort
            and abs((other.lat or 0) - (one.lat or 0)) <= reach and abs((other.lon or 0) - (one.lon or 0)) <= wide
        ]  # fmt: skip
        assert [other.id for other in index.near(one)] == slow


corners = st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 3), st.integers(1, 3))


@given(st.lists(corners, max_size=20), st.lists(corners, max_size=5))
def test_the_index_finds_the_units_that_a_search_through_all_finds(
    units: list[tuple[int, int, int, int]], others: list[tuple[int, int, int, int]]
) -> None:
    """The slow oracle: every unit with every other area, by numbers: they share land, or a stretch of an edge."""

    def touch(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
        across = [min(a[n] + a[n + 2], b[n] + b[n + 2]) - max(a[n], b[n]) for n in (0, 1)]
        return min(across) >= 0 and max(across) > 0

    land = {f"u{n}": box(x, y, x + width, y + height) for n, (x, y, width, height) in enumerate(units)}
    areas = [box(x, y, x + width, y + height) for x, y, width, height in others]
    slow = [f"u{n}" for n, unit in enumerate(units) if any(touch(unit, other) for other in others)]
    assert touching_units(land, areas) == slow


# --- what cannot be drawn ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("qq/nowhere", ["Nowhere", "no recipe", "regions.toml"]),
        ("qq/lost", ["Lost", "qq/atlantis"]),
        ("qq/road", ["Road", "line"]),
        ("qq/unplaced", ["Unplaced", "coordinates", "places.csv"]),
        ("qq/atlantis", ["qq/atlantis", "places.csv"]),
    ],
)
def test_the_error_names_the_area_and_what_is_missing(atlas: Atlas, key: str, words: list[str]) -> None:
    with pytest.raises(FootprintError) as caught:
        draw(atlas, key)
    assert all(word in str(caught.value) for word in words)


def test_a_country_without_outline_is_named() -> None:
    atlas = Atlas(four_quarters(), {})
    for key in ("QQ", "QQ01"):
        with pytest.raises(FootprintError, match="QQ"):
            draw(atlas, key)


def test_a_country_around_the_globe_is_not_cut_by_a_direction() -> None:
    atlas = Atlas(four_quarters(), {"QQ": on_grid(box(-170, 40, 170, 60))})
    with pytest.raises(FootprintError, match=r"too wide.*regions\.toml"):
        draw(atlas, "QQ:north")


def test_the_same_question_is_answered_once(atlas: Atlas) -> None:
    assert draw(atlas, "QQ01:north") is draw(atlas, "QQ01:north")
    told = []
    for _ in range(2):
        with pytest.raises(FootprintError) as caught:
            draw(atlas, "qq/lost")
        told.append(str(caught.value))
    assert told[0] == told[1]


# --- the shipped tables --------------------------------------------------------------------------------------------------

OUTLINES = load_settings({}).assets / "world-atlas" / "countries-10m.json"


@pytest.fixture(scope="module")
def shipped() -> tuple[Atlas, Gazetteer]:
    if not OUTLINES.is_file():
        pytest.skip("the country outlines are not installed: make assets")
    gazetteer = load_gazetteer()
    return load_atlas(gazetteer, OUTLINES), gazetteer


def test_every_shipped_place_is_drawn_or_says_why_not(shipped: tuple[Atlas, Gazetteer]) -> None:
    atlas, gazetteer = shipped
    unsound, silent = [], []
    for id in gazetteer.places:
        try:
            if not is_sound(atlas.footprint(Area(id))):
                unsound.append(id)
        except FootprintError as fault:
            if id not in str(fault):
                silent.append((id, str(fault)))
    assert (unsound, silent) == ([], [])


def test_every_shipped_unit_and_recipe_is_drawn(shipped: tuple[Atlas, Gazetteer]) -> None:
    atlas, gazetteer = shipped
    for id in [*atlas.units("SY"), *gazetteer.regions]:
        assert is_sound(atlas.footprint(Area.parse(id))), id
    below = [place.id for place in gazetteer.places.values() if place.country == "SY" and place.pcode]
    assert sorted(atlas.units("SY")) == sorted(below)


def test_the_gaza_strip_and_the_west_bank_are_the_two_parts_of_their_outline(shipped: tuple[Atlas, Gazetteer]) -> None:
    """Published: 365 and 5,655 km²."""
    atlas, _ = shipped
    strip, bank, both = (atlas.footprint(Area(id)) for id in ("ps/gaza-strip", "ps/west-bank", "PS"))
    assert strip.area_km2 == pytest.approx(365, rel=0.1) and bank.area_km2 == pytest.approx(5_655, rel=0.1)
    assert not strip.possible.intersects(bank.possible)
    assert strip.possible.union(bank.possible).area == pytest.approx(both.possible.area, rel=1e-6)
    for town, region in (("ps/gaza-city", strip), ("ps/rafah", strip), ("ps/ramallah", bank)):
        place = shipped[1].places[town]
        assert region.possible.covers(Point(place.lon or 0, place.lat or 0)), town


def test_no_part_of_a_shipped_countryside_holds_its_city(shipped: tuple[Atlas, Gazetteer]) -> None:
    """Nor is it a sliver of the governorate; what does not lie there is told."""
    atlas, gazetteer = shipped
    for unit in (p for p in gazetteer.places.values() if p.kind is Kind.GOVERNORATE and p.country == "SY" and p.seat):
        city, whole = atlas.footprint(Area(unit.seat or "")).possible, atlas.footprint(Area(unit.id)).area_km2
        for direction in DIRECTIONS:
            try:
                part = atlas.footprint(Area(unit.id, "countryside", direction))
            except FootprintError as fault:
                assert "nothing of" in str(fault)
                continue
            assert part.possible.intersection(city).area < 0.05 * city.area, part.area
            assert part.area_km2 > 0.001 * whole or "surely" in part.recipe_en, part.area


@pytest.mark.parametrize("length", [4, 6, 8])
def test_shipped_units_share_their_edges(shipped: tuple[Atlas, Gazetteer], length: int) -> None:
    atlas, _ = shipped
    assert shapely.coverage_is_valid([land for id, land in atlas.units("SY").items() if len(id) == length])


def test_no_shipped_circle_smaller_than_its_points_error_claims_an_exact_place(shipped: tuple[Atlas, Gazetteer]) -> None:
    atlas, gazetteer = shipped
    estimated = [place for place in gazetteer.places.values() if "hudna-estimate" in place.source and place.kind in SETTLEMENTS]
    assert len(estimated) > 800
    for place in estimated:
        drawn = atlas.footprint(Area(place.id))
        assert (place.position_error_km, drawn.where_prec, drawn.geo_precision) == (5.0, 2, 2), place.id
    assert draw(atlas, "sy/rastan").where_prec == 1


def test_the_lines_of_1974_lie_along_the_occupied_golan_and_not_in_it(shipped: tuple[Atlas, Gazetteer]) -> None:
    atlas, _ = shipped
    (golan,) = [part.polygon for part in load_disputed(OUTLINES) if part.id == "golan"]
    for id in ("sy/disengagement-zone", "sy/undof-alpha-line", "sy/undof-bravo-line"):
        drawn = draw(atlas, id)
        assert drawn.disputed == ("golan",) and drawn.core is not None, id
        assert drawn.possible.intersection(golan).area < 1e-6, id
        south, north = drawn.possible.bounds[1::2]
        assert (north - south) * 111 > 70, "the mission gives the area of separation more than 75 km along its bends"
    zone = draw(atlas, "sy/disengagement-zone").possible
    for lon, lat in ((35.8246, 33.126), (35.87037, 33.0425), (35.83132, 33.27896)):  # Quneitra, Bir Ajam, Hader
        assert zone.contains(Point(lon, lat))


def test_a_band_along_a_line_that_is_not_surely_there_has_no_core(shipped: tuple[Atlas, Gazetteer]) -> None:
    atlas, _ = shipped
    for id, least, most in (("ps/philadelphi", 1, 3), ("ps/netzarim", 15, 35), ("lb/blue-line", 100, 250)):
        drawn = draw(atlas, id)
        assert drawn.core is None and least < drawn.area_km2 < most, id
        assert "nothing of it is sure" in drawn.recipe_en and "ولا شيء منه أكيد" in drawn.recipe_ar
    assert draw(atlas, "ps/philadelphi").possible.bounds[3] > 31.3, "it reaches the sea"


def test_a_zone_between_two_states_lies_in_both(shipped: tuple[Atlas, Gazetteer]) -> None:
    atlas, _ = shipped
    for id, one, other in (("kr/dmz", "KR", "KP"), ("in/line-of-control", "IN", "PK")):
        drawn = draw(atlas, id)
        assert drawn.core is None and drawn.where_prec == 5, id
        shares = [drawn.possible.intersection(draw(atlas, country).possible).area for country in (one, other)]
        assert min(shares) > 0.4 * drawn.possible.area, id
    south, north = draw(atlas, "in/line-of-control").possible.bounds[1::2]
    assert south > 32.7 and north < 35.5, "the rest of the border is no line of control"


def test_the_buffer_zone_of_cyprus_is_drawn_with_its_outline(shipped: tuple[Atlas, Gazetteer]) -> None:
    atlas, _ = shipped
    zone = draw(atlas, "cy/buffer-zone")
    assert 300 < zone.area_km2 < 400 and zone.possible.contains(Point(33.35, 35.16))  # the mission says 346 km²


def test_a_point_of_unknown_error_and_a_line_without_one_are_not_sure(shipped: tuple[Atlas, Gazetteer]) -> None:
    atlas, gazetteer = shipped
    assert gazetteer.places["ps/rafah-crossing"].position_error_km is None
    assert draw(atlas, "ps/rafah-crossing").core is None and draw(atlas, "sy/rastan").core is not None
    for id in ("eh/berm", "in/lac", "kr/nll", "af/durand-line"):
        with pytest.raises(FootprintError, match="has no recipe"):
            draw(atlas, id)


def test_nearly_every_shipped_town_stands_in_its_own_unit(shipped: tuple[Atlas, Gazetteer]) -> None:
    atlas, gazetteer = shipped
    units = atlas.units("SY")
    towns = [p for p in gazetteer.places.values() if p.kind in (Kind.CITY, Kind.TOWN, Kind.VILLAGE) and p.parent in units]
    astray = [town.id for town in towns if not units[town.parent or ""].intersects(Point(town.lon, town.lat))]
    assert len(astray) <= 0.04 * len(towns), astray


@given(
    data=st.data(), setting=st.sampled_from(["", "countryside", "surroundings"]), direction=st.sampled_from(["", *DIRECTIONS])
)
def test_any_part_of_a_shipped_place_is_sound(
    shipped: tuple[Atlas, Gazetteer], data: st.DataObject, setting: str, direction: str
) -> None:
    atlas, gazetteer = shipped
    syrian = sorted(place.id for place in gazetteer.places.values() if place.country == "SY")
    area = Area(data.draw(st.sampled_from(syrian)), setting, direction)
    beside = tuple(Area(id) for id in data.draw(st.sets(st.sampled_from(["SY07", "SY0404", "sy/homs"]), max_size=2)))
    partial = data.draw(st.booleans())
    try:
        assert is_sound(atlas.footprint(area, partial=partial, beside=beside)), area.key
    except FootprintError as fault:
        assert str(fault).endswith((".toml.", ".csv."))
