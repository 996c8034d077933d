"""Outlines of countries: decoding, what crosses ±180°, disputed parts, the base map."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pycountry
import pytest
import shapely
from shapely import Point, box

from data.drawing.atlas import load_atlas
from data.drawing.outlines import draw_base_map, load_disputed, load_outlines
from data.settings import load_settings
from data.tables.extents import load_extents
from data.tables.reference import load_gazetteer, load_sources
from data.tables.rows import REFERENCE_FOLDER
from geo.errors import ReferenceTableError
from geo.gazetteer import Kind

WORLD_ATLAS = load_settings({}).assets / "world-atlas" / "countries-10m.json"
NEAR_EAST = (24.0, 10.0, 64.0, 44.0)
RAKHINE = (88.5, 12.5, 99.5, 26.5)

# Two unit squares side by side that share arc 0 (from (1,0) up to (1,1)); a square about the antimeridian; one without a code.
# Scale 0.5, origin (0, 0): steps are in half degrees.
ARCS = [
    [[2, 0], [0, 2]],
    [[2, 2], [-2, 0], [0, -2], [2, 0]],
    [[2, 2], [2, 0], [0, -2], [-2, 0]],
    [[358, 20], [-716, 0], [0, 4], [716, 0], [0, -4]],
    [[20, 20], [2, 0], [0, 2], [-2, 0], [0, -2]],
    [[40, 40], [0, 0], [0, 0]],
]
COUNTRIES = [
    ("001", "Left", [[[0, 1]]]),
    ("002", "Right", [[[2, ~0]]]),
    ("003", "Dateline", [[[3]], [[5]]]),
    ("", "Nameless Reef", [[[4]]]),
]


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    (tmp_path / "iso_3166.csv").write_text("numeric,alpha2\n001,LL\n002,RR\n003,DD\n", encoding="utf-8")
    (tmp_path / "disputed.toml").write_text("disputed = []\npart = []\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def topology(tmp_path: Path) -> Path:
    geometries = [
        {"type": "MultiPolygon", "arcs": arcs, "properties": {"name": name}, **({"id": number} if number else {})}
        for number, name, arcs in COUNTRIES
    ]
    geometries[0] |= {"type": "Polygon", "arcs": COUNTRIES[0][2][0]}
    transform = {"scale": [0.5, 0.5], "translate": [0, 0]}
    path = tmp_path / "countries.json"
    document = {"transform": transform, "arcs": ARCS, "objects": {"countries": {"geometries": geometries}}}
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def dispute(tables: Path, **changes: str) -> None:
    row = {"id": "east-bank", "country": "LL", "cut_from": "RR", "name_en": "East Bank", "name_ar": "الضفة الشرقية",
           "note_en": "claimed by both", "note_ar": "يطالب بها الطرفان", "source": "a treaty"} | changes  # fmt: skip
    lines = [f'{key} = "{value}"' for key, value in row.items()]
    ring = "ring = [[0.5, 0.5], [1.5, 0.5], [1.5, 2.0], [0.5, 2.0], [0.5, 0.5]]"
    (tables / "disputed.toml").write_text("\n".join(["part = []", "[[disputed]]", *lines, ring]), encoding="utf-8")


def test_arcs_are_steps_and_are_shared_both_ways(topology: Path, tables: Path) -> None:
    outlines = load_outlines(topology, tables)
    assert outlines["LL"].equals(box(0, 0, 1, 1))
    assert outlines["RR"].equals(box(1, 0, 2, 1))
    assert all(part.exterior.is_ccw for shape in outlines.values() for part in shapely.get_parts(shape))


def test_a_country_across_the_antimeridian_is_cut_in_two(topology: Path, tables: Path) -> None:
    dateline = load_outlines(topology, tables)["DD"]
    west, east = sorted(shapely.get_parts(dateline), key=lambda part: float(part.bounds[0]))
    assert west.equals(box(-180, 10, -179, 12))
    assert east.equals(box(179, 10, 180, 12))


def test_a_piece_without_a_code_belongs_to_whom_the_table_says(topology: Path, tables: Path) -> None:
    part = 'disputed = []\n[[part]]\natlas_name = "Nameless Reef"\ncountry = "LL"\n'
    (tables / "disputed.toml").write_text(part, encoding="utf-8")
    assert load_outlines(topology, tables)["LL"].area == pytest.approx(2.0)


def test_a_piece_that_no_table_names_belongs_to_no_outline(topology: Path, tables: Path) -> None:
    outlines = load_outlines(topology, tables)
    assert set(outlines) == {"LL", "RR", "DD"}
    assert outlines["LL"].area == pytest.approx(1.0)


def test_a_changed_file_is_read_again(topology: Path, tables: Path) -> None:
    before = load_outlines(topology, tables)["LL"]
    moved = json.loads(topology.read_text(encoding="utf-8"))
    moved["transform"]["translate"] = [3, 0]
    topology.write_text(json.dumps(moved), encoding="utf-8")
    os.utime(topology, ns=(1, 1))
    assert not load_outlines(topology, tables)["LL"].intersects(before)


def test_a_disputed_part_changes_sides_without_gap_or_overlap(topology: Path, tables: Path) -> None:
    dispute(tables)
    outlines, (part,) = load_outlines(topology, tables), load_disputed(topology, tables)
    assert part.polygon.equals(box(1, 0.5, 1.5, 1)), "only what the atlas gave to the other side"
    assert outlines["LL"].equals(box(0, 0, 1, 1).union(box(1, 0.5, 1.5, 1)))
    assert outlines["RR"].equals(box(1, 0, 2, 1).difference(box(1, 0.5, 1.5, 1)))
    assert (part.country, part.name_en, part.source) == ("LL", "East Bank", "a treaty")


def test_a_dispute_over_an_unknown_country_is_named(topology: Path, tables: Path) -> None:
    dispute(tables, country="XX")
    with pytest.raises(ReferenceTableError, match=r"east-bank.*XX"):
        load_outlines(topology, tables)


def test_missing_or_broken_outlines_say_what_to_do(tmp_path: Path, tables: Path) -> None:
    with pytest.raises(ReferenceTableError, match=r"missing.*make assets"):
        load_outlines(tmp_path / "absent.json", tables)
    for n, content in enumerate(("{", "{}", '{"transform": null, "arcs": [], "objects": {}}', "[1]")):
        broken = tmp_path / f"broken-{n}.json"
        broken.write_text(content, encoding="utf-8")
        with pytest.raises(ReferenceTableError, match=rf"broken-{n}\.json.*make assets"):
            load_outlines(broken, tables)


def test_every_wrong_extent_is_reported_at_once(tmp_path: Path) -> None:
    rows = ["A,36.1,34.2,100,x", "B,far,34.2,100,x", "C,36.1,94.2,100,x", "D,36.1,34.2,0,x", "A,1,1,1,x"]
    (tmp_path / "extents.csv").write_text("\n".join(["place,lon,lat,area_km2,source", *rows]), encoding="utf-8")
    with pytest.raises(ReferenceTableError) as caught:
        load_extents(tmp_path)
    assert [line.split(":")[0] for line in str(caught.value).splitlines()] == [f"extents.csv, row {n}" for n in (3, 4, 5, 6)]


# --- the shipped tables --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def world() -> Path:
    if not WORLD_ATLAS.is_file():
        pytest.skip("the country outlines are not installed: make assets")
    return WORLD_ATLAS


def test_shipped_extents_are_those_of_the_subdistricts() -> None:
    extents, gazetteer = load_extents(), load_gazetteer()
    subdistricts = {id for id, place in gazetteer.places.items() if place.kind is Kind.SUBDISTRICT}
    assert set(extents) == subdistricts
    assert {key for extent in extents.values() for key in extent.source.split("|")} <= set(load_sources())


def test_iso_codes_agree_with_the_standard() -> None:
    lines = (REFERENCE_FOLDER / "iso_3166.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert set(lines) == {f"{country.numeric},{country.alpha_2}" for country in pycountry.countries}


def test_every_outline_is_valid_and_on_the_globe(world: Path) -> None:
    outlines = load_outlines(world)
    assert [code for code, shape in outlines.items() if not shape.is_valid or shape.is_empty] == []
    assert all(-180 <= shape.bounds[0] <= shape.bounds[2] <= 180 for shape in outlines.values())


@pytest.mark.parametrize(
    ("code", "lon", "lat"),
    [("RU", 37.6, 55.7), ("RU", -173.0, 66.0), ("FJ", 178.0, -17.8), ("AQ", 0.0, -89.0), ("XK", 21.0, 42.6)],
)
def test_a_country_holds_its_land_on_both_sides_of_the_antimeridian(world: Path, code: str, lon: float, lat: float) -> None:
    assert load_outlines(world)[code].contains(Point(lon, lat))


@pytest.mark.parametrize(
    ("id", "drawn_with", "cut_from", "lon", "lat"),
    [("golan", "SY", "IL", 35.78, 33.00), ("crimea", "UA", "RU", 34.1, 45.0), ("western-sahara", "EH", "MA", -13.2, 25.0)],
)
def test_disputed_land_is_drawn_as_the_united_nations_draw_it(
    world: Path, id: str, drawn_with: str, cut_from: str, lon: float, lat: float
) -> None:
    outlines = load_outlines(world)
    part = next(part for part in load_disputed(world) if part.id == id)
    assert part.polygon.contains(Point(lon, lat))
    assert outlines[drawn_with].contains(Point(lon, lat))
    assert not outlines[cut_from].intersects(Point(lon, lat))
    assert part.source and part.name_en and part.name_ar and part.note_en and part.note_ar


def test_quneitra_reaches_to_the_lake(world: Path) -> None:
    """Its land west of the 1974 lines is part of the governorate's polygon."""
    quneitra = load_atlas(load_gazetteer(), world).units("SY")["SY14"]
    golan = next(part for part in load_disputed(world) if part.id == "golan").polygon
    assert quneitra.intersection(golan).area > 0.8 * golan.area


def test_the_land_around_is_drawn_where_a_zone_lies_there(world: Path) -> None:
    """Tripoli and Kyiv lie on land, the Atlantic is sea; along the edge of the view no sea is left between the two."""
    near, wide = draw_base_map(world, [NEAR_EAST]), draw_base_map(world, [NEAR_EAST, RAKHINE], far=True)
    assert len(wide.encode()) < len(near.encode()) + 250_000
    features = json.loads(wide)["features"]
    far = [feature for feature in features if feature["properties"].get("far")]
    assert features[: len(far)] == far, "beneath what is drawn in detail"
    land = shapely.union_all([shapely.make_valid(shapely.from_geojson(json.dumps(feature["geometry"]))) for feature in far])
    assert land.covers(shapely.points(13.2, 32.6)) and land.covers(shapely.points(30.5, 50.4))
    assert not land.intersects(shapely.points(-40, 30)) and not land.intersects(shapely.points(38, 34))
    assert land.covers(shapely.LineString([(NEAR_EAST[0], 24), (NEAR_EAST[0], 30)])), "the desert on the western edge"


def test_land_is_drawn_in_detail_in_each_window(world: Path) -> None:
    """The coast of Rakhine agrees with its outline there, as that of Syria does, and far from both it need not."""
    features = json.loads(draw_base_map(world, [NEAR_EAST, RAKHINE], far=True))["features"]
    near = [f for f in features if f["properties"] == {"country": "MM"}]
    drawn = shapely.make_valid(shapely.from_geojson(json.dumps(near[0]["geometry"])))
    exact = load_outlines(world)["MM"].intersection(shapely.box(*RAKHINE))
    assert drawn.intersection(exact).area / drawn.union(exact).area > 0.98


def test_land_that_is_cut_off_is_cut_along_the_lines_that_are_told(world: Path) -> None:
    """What lies on none of these is a coast or a border: Libya has one along 25° E, which no window cuts."""
    told = json.loads(draw_base_map(world, [NEAR_EAST, RAKHINE], far=True))
    for edges, of in ((told["cuts"]["meridians"], (0, 2)), (told["cuts"]["parallels"], (1, 3))):
        assert {window[side] for window in (NEAR_EAST, RAKHINE) for side in of} <= set(edges)
    libya = next(f for f in told["features"] if f["properties"] == {"country": "LY"})
    meridians = {lon for polygon in libya["geometry"]["coordinates"] for ring in polygon for lon, _ in ring if lon <= 24.0}
    assert meridians == {24.0}
    assert 25.0 not in told["cuts"]["meridians"]


def test_the_base_map_is_small_and_whole(world: Path) -> None:
    drawn_map = draw_base_map(world, [NEAR_EAST])
    assert len(drawn_map.encode()) < 250_000
    features = json.loads(drawn_map)["features"]
    drawn = {
        feature["properties"]["country"]: shapely.from_geojson(json.dumps(feature["geometry"]))
        for feature in features if "disputed" not in feature["properties"]
    }  # fmt: skip
    assert {"SY", "TR", "IQ", "JO", "LB", "IL", "PS", "CY", "EG", "SA", "IR", "YE"} <= set(drawn)
    assert "US" not in drawn
    exact = load_outlines(world)["SY"]
    assert drawn["SY"].intersection(exact).area / drawn["SY"].union(exact).area > 0.98
    neighbours = shapely.union_all([shapely.make_valid(drawn[code]) for code in ("TR", "IQ", "JO", "LB", "IL")])
    assert drawn["SY"].intersection(neighbours).area < 0.001 * drawn["SY"].area, "shared borders stay shared"
    (golan,) = [f for f in features if f["properties"].get("disputed")]
    assert golan["properties"]["disputed"] == "golan"
    assert golan["properties"]["name_ar"] == "الجولان المحتل"
