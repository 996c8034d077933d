"""Borders by time zone: on three invented countries whose lines can be foretold, then on the shipped table."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from data.drawing.borders import TABLE, redrawn, with_finer_borders, zone
from data.drawing.outlines import load_disputed, load_outlines
from data.evaluate.geometry import PUBLISHED, REFERENCE, iou, official_atlas
from data.settings import load_settings
from data.tables.reference import load_gazetteer, load_sources
from data.tables.rows import REFERENCE_FOLDER, read_toml
from geo.errors import ReferenceTableError
from geo.footprint.crs import area_km2, on_grid
from geo.gazetteer import Area

WORLD_ATLAS = load_settings({}).assets / "world-atlas" / "countries-10m.json"
HOME, EAST, NORTH = box(0, 0, 2, 2), box(2, 0, 4, 2), box(0, 2, 4, 4)
AROUND = {"EE": EAST, "NN": NORTH}


def test_the_border_is_where_the_zone_ends_and_the_coast_stays() -> None:
    """The zone reaches out to sea in the west and over the border in the east, and leaves the north."""
    drawn = redrawn("HH", HOME, AROUND, box(-1, -1, 2.5, 1.5), ())
    assert drawn["HH"].equals(box(0, 0, 2.5, 1.5))
    assert drawn["EE"].contains(box(2.6, 0.1, 3.9, 1.9)), "it keeps what the zone does not reach"
    assert drawn["NN"].contains(Point(1, 1.75)), "what the country loses goes to whom it lies beside"
    assert drawn["EE"].contains(Point(2.25, 1.75))


def test_disputed_land_stays_with_whom_it_is_drawn_with() -> None:
    heights = box(1.5, 0.5, 2, 1)
    drawn = redrawn("HH", HOME, AROUND, box(-1, -1, 1.4, 3), (heights,))
    assert drawn["HH"].contains(heights.buffer(-0.01))
    assert not drawn["EE"].intersects(heights.buffer(-0.01))


zones = st.builds(
    lambda x, y, width, height: Polygon([(x, y), (x + width, y + 0.1), (x + width - 0.3, y + height), (x - 0.2, y + height)]),
    st.floats(-1, 1), st.floats(-1, 1), st.floats(1, 3), st.floats(1, 3),
)  # fmt: skip


@given(zones)
def test_whatever_the_zone_the_land_is_given_out_once(zone: Polygon) -> None:
    before = [HOME, EAST, NORTH]
    drawn = redrawn("HH", HOME, AROUND, on_grid(zone), ())
    shapes: list[BaseGeometry] = list(drawn.values())
    assert shapely.coverage_is_valid(shapes)
    assert all(shape.is_valid for shape in shapes)
    assert sum(shape.area for shape in shapes) == pytest.approx(sum(shape.area for shape in before), rel=1e-6)


def test_a_row_that_names_nothing_is_told(tmp_path: Path) -> None:
    row = '[[border]]\ncountry = "HH"\nzone = "{}"\nneighbours = ["{}"]\nsource = "x"\n'
    (tmp_path / TABLE).write_text(row.format("Asia/Damascus", "QQ"), encoding="utf-8")
    with pytest.raises(ReferenceTableError, match=r"borders\.toml.*HH.*QQ"):
        with_finer_borders({"HH": HOME, **AROUND}, {}, tmp_path)
    (tmp_path / TABLE).write_text(row.format("Asia/Nowhere", "EE"), encoding="utf-8")
    with pytest.raises(ReferenceTableError, match=r"borders\.toml.*Asia/Nowhere"):
        with_finer_borders({"HH": HOME, **AROUND}, {}, tmp_path)


def test_without_a_table_nothing_is_changed(tmp_path: Path) -> None:
    assert with_finer_borders(AROUND, {}, tmp_path) == AROUND


def test_every_shipped_row_names_a_zone_and_a_source() -> None:
    for row in read_toml(REFERENCE_FOLDER / TABLE)["border"]:
        assert zone(row["zone"]).is_valid
        assert row["source"] in load_sources()


@pytest.fixture(scope="module")
def outlines() -> dict[str, BaseGeometry]:
    if not WORLD_ATLAS.is_file():
        pytest.skip("the country outlines are not installed: make assets")
    return dict(load_outlines(WORLD_ATLAS))


def test_the_shipped_neighbours_share_their_borders(outlines: dict[str, BaseGeometry]) -> None:
    for row in read_toml(REFERENCE_FOLDER / TABLE)["border"]:
        assert shapely.coverage_is_valid([outlines[code] for code in (row["country"], *row["neighbours"])])


def test_syria_keeps_its_coast_and_the_golan(outlines: dict[str, BaseGeometry]) -> None:
    golan = next(part.polygon for part in load_disputed(WORLD_ATLAS) if part.id == "golan")
    assert area_km2(shapely.difference(golan, outlines["SY"])) < 1
    assert not outlines["SY"].contains(Point(35.70, 35.50)), "the sea off Latakia is in the time zone"
    assert len(shapely.get_parts(outlines["SY"])) == 1, "no sliver lies apart"


def test_the_outline_agrees_with_the_published_one(outlines: dict[str, BaseGeometry]) -> None:
    if not (REFERENCE / PUBLISHED).is_file():
        pytest.skip("there are no published boundaries in ../shared/reference")
    published = official_atlas(load_gazetteer()).footprint(Area("SY")).possible
    assert iou(outlines["SY"], published) >= 0.985
