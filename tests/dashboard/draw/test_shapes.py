"""What is sent to the browser: shapes and periods."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import shapely

from dashboard.draw.shapes import zone_shapes
from dashboard.edition import Edition
from geo.footprint import Agreement
from geo.ledger.zone import Period
from geo.status import Status


def drawn(collection: dict[str, Any], feature: dict[str, Any], level: int = 0) -> shapely.Geometry:
    """A feature's shape, read back from its steps."""
    polygons = []
    for rings in collection["shapes"][feature["shape"]][level]:
        outer, *holes = (np.cumsum(np.reshape(steps, (-1, 2)), axis=0) / 10_000 for steps in rings)
        polygons.append(shapely.Polygon(outer, holes))
    return shapely.union_all(polygons)


def test_a_zone_with_doubt_has_two_parts_that_do_not_overlap(edition: Edition) -> None:
    told = json.loads(zone_shapes(edition))
    south = {f["properties"]["part"]: drawn(told, f) for f in told["features"] if f["properties"]["zone"] == "south/SY12"}
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
    fine, *coarser = (drawn(collection, collection["features"][0], level) for level in range(3))
    corners = [shapely.get_num_coordinates(shape) for shape in coarser]
    assert collection["below"] == [8, 10]
    assert corners[0] < corners[1] < shapely.get_num_coordinates(fine)
    assert all(shape.symmetric_difference(fine).area < 0.01 * fine.area for shape in coarser)


def test_a_shape_that_two_truces_had_is_sent_once(edition: Edition) -> None:
    ghouta = edition.footprints["ghouta/eastern-ghouta"]
    again = replace(edition.zones["ghouta/eastern-ghouta"], id="other/eastern-ghouta", truce="other", agreements=("other",))
    changed = replace(
        edition, zones={**edition.zones, again.id: again}, footprints={**edition.footprints, again.id: ghouta},
        periods={**edition.periods, again.id: ()}, accounts={**edition.accounts, again.id: ()},
    )  # fmt: skip
    told = json.loads(zone_shapes(changed))
    assert len(told["features"]) == 4 and len(told["shapes"]) == 3
    assert {f["shape"] for f in told["features"] if f["properties"]["zone"].endswith("eastern-ghouta")} == {2}


def test_steps_lead_through_every_corner_and_hole(edition: Edition) -> None:
    ring = shapely.box(36, 33, 37, 34).difference(shapely.box(36.25, 33.25, 36.5, 33.5)).union(shapely.box(38, 33, 38.5, 33.5))
    hollow = replace(edition.footprints["south/SY12"], core=None, possible=ring)
    told = json.loads(zone_shapes(replace(edition, footprints={"south/SY12": hollow})))
    assert drawn(told, told["features"][0]).equals(ring)


def test_without_zones_there_is_nothing_to_draw(edition: Edition) -> None:
    collection = json.loads(zone_shapes(replace(edition, footprints={})))
    assert collection["features"] == [] and collection["shapes"] == []
