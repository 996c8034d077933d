"""What is sent to the browser: shapes and periods."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import shapely

from dashboard.draw.shapes import zone_shapes
from dashboard.edition import Edition
from geo.footprint import Agreement
from geo.status import Status
from geo.zone import Period


def test_a_zone_with_doubt_has_two_parts_that_do_not_overlap(edition: Edition) -> None:
    features = json.loads(zone_shapes(edition))["features"]
    south = {f["properties"]["part"]: shapely.from_geojson(json.dumps(f["geometry"])) for f in features
             if f["properties"]["zone"] == "south/SY12"}  # fmt: skip
    assert set(south) == {"core", "possible"}
    assert south["core"].intersection(south["possible"]).area < 1e-6
    assert south["core"].union(south["possible"]).symmetric_difference(edition.footprints["south/SY12"].possible).area < 1e-3


def test_a_zone_without_a_core_is_all_doubt(edition: Edition) -> None:
    features = json.loads(zone_shapes(edition))["features"]
    assert [f["properties"]["part"] for f in features if f["properties"]["zone"] == "ghouta/eastern-ghouta"] == ["possible"]


def test_periods_are_half_open_and_carry_the_shown_status(edition: Edition) -> None:
    history = json.loads(zone_shapes(edition))["histories"]["south/SY12"]
    assert history["periods"] == [
        ["2017-07-09", "2017-07-14", "in_force", None, "in_force"], ["2017-07-14", None, "violated", None, "in_force"],
    ]  # fmt: skip


def test_what_was_known_when_goes_with_the_shapes(edition: Edition) -> None:
    history = json.loads(zone_shapes(edition))["histories"]["south/SY12"]
    assert [known for known, _ in history["accounts"]] == ["2017-07-10", "2017-07-15"]
    assert history["accounts"][0][1] == [["2017-07-09", None, "in_force", None, "in_force"]]
    assert history["accounts"][-1][1] == history["periods"]


def test_the_day_before_which_no_truce_held_goes_with_the_shapes(edition: Edition) -> None:
    histories = json.loads(zone_shapes(edition))["histories"]
    assert (histories["south/SY12"]["begun"], histories["south/SY12"]["beginnings"]) == (
        "2017-07-09",
        [["2017-07-10", "2017-07-09"]],
    )
    assert (histories["ghouta/eastern-ghouta"]["begun"], histories["ghouta/eastern-ghouta"]["beginnings"]) == (None, [])


def test_a_status_that_has_faded_says_what_it_was(edition: Edition) -> None:
    faded = Period(start=date(2017, 10, 1), end=None, status=Status.UNKNOWN, violated=False, faded_from=Status.IN_FORCE)
    changed = replace(edition, periods={**edition.periods, "south/SY12": (faded,)})
    assert json.loads(zone_shapes(changed))["histories"]["south/SY12"]["periods"] == [
        ["2017-10-01", None, "unknown", "in_force", "unknown"]
    ]  # fmt: skip


def test_large_zones_come_first_so_that_small_ones_lie_on_top(edition: Edition) -> None:
    zones = [f["properties"]["zone"] for f in json.loads(zone_shapes(edition))["features"]]
    assert zones == ["south/SY12", "south/SY12", "ghouta/eastern-ghouta"]


def test_a_truce_over_a_whole_country_is_marked_so_that_it_does_not_cover_the_others(edition: Edition) -> None:
    zone = next(iter(edition.footprints))
    country = replace(edition.footprints[zone], where_prec=6)
    changed = replace(edition, footprints={**edition.footprints, zone: country})
    wide = {f["properties"]["zone"]: f["properties"]["wide"] for f in json.loads(zone_shapes(changed))["features"]}
    assert wide[zone] and not all(wide.values())


def test_each_polygon_says_which_boundaries_drew_it_and_how_well_they_agree(edition: Edition) -> None:
    zone = next(iter(edition.footprints))
    measured = replace(edition.footprints[zone], agreement=Agreement(area="SY12", iou=0.88))
    changed = replace(edition, footprints={**edition.footprints, zone: measured})
    said = {f["properties"]["zone"]: f["properties"] for f in json.loads(zone_shapes(changed))["features"]}
    assert said[zone]["boundaries"] == ["cells"]
    assert {properties["agreement"] for properties in said.values()} == {0.88, None}


def test_every_level_has_the_same_shapes_with_fewer_corners(edition: Edition) -> None:
    round_one = replace(edition.footprints["south/SY12"], core=None, possible=shapely.Point(36, 33).buffer(0.5, quad_segs=200))
    collection = json.loads(zone_shapes(replace(edition, footprints={"south/SY12": round_one})))
    fine = collection["features"][0]["geometry"]
    corners = [len(g["geometries"][0]["coordinates"][0]) for g in collection["levels"]]
    assert [level["below"] for level in collection["levels"]] == [8, 10]
    assert corners[0] < corners[1] < len(fine["coordinates"][0])
    for level in collection["levels"]:
        shape, whole = (shapely.from_geojson(json.dumps(g)) for g in (level["geometries"][0], fine))
        assert shape.symmetric_difference(whole).area < 0.01 * whole.area


def test_without_zones_there_is_nothing_to_draw(edition: Edition) -> None:
    collection = json.loads(zone_shapes(replace(edition, footprints={})))
    assert collection["features"] == [] and all(level["geometries"] == [] for level in collection["levels"])
