"""Projections, areas and the grid."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod
from shapely import LineString, MultiPolygon, Point, Polygon, box

from geo.footprint.crs import area_km2, covered_km2, difference, dissolve, intersection, local_projection, on_grid, union

WGS84 = Geod(ellps="WGS84")


@given(st.floats(-180, 180), st.floats(-80, 80), st.floats(-1, 1), st.floats(-1, 1))
def test_metres_and_back_is_the_same_place(lon: float, lat: float, east: float, north: float) -> None:
    projection = local_projection(lon, lat)
    there = Point(max(-180.0, min(180.0, lon + east)), lat + north)
    back = projection.to_degrees(projection.to_metres(there))
    assert back.distance(there) < 1e-7  # 1 cm


@pytest.mark.parametrize("lat", [0.0, 35.0, -62.0])
def test_a_buffer_is_a_true_circle(lat: float) -> None:
    projection = local_projection(36.4, lat)
    circle = projection.to_degrees(projection.to_metres(Point(36.4, lat)).buffer(10_000))
    for lon_on_edge, lat_on_edge in shapely.get_coordinates(circle):
        _, _, metres = WGS84.inv(36.4, lat, lon_on_edge, lat_on_edge)
        assert metres == pytest.approx(10_000, rel=1e-3)


@given(st.floats(-170, 170), st.floats(-70, 70), st.floats(0.01, 2))
def test_area_agrees_with_the_geodesic_area(lon: float, lat: float, size: float) -> None:
    square = shapely.segmentize(box(lon, lat, lon + size, lat + size), size / 50)
    geodesic, _ = WGS84.geometry_area_perimeter(square)
    assert area_km2(square) == pytest.approx(geodesic / 1e6, rel=1e-3)


def test_nothing_has_no_area() -> None:
    assert area_km2(Polygon()) == 0.0


def test_covered_land_counts_once_wherever_it_lies() -> None:
    syria, colombia = box(36, 33, 37, 34), box(-74, 4, -73, 5)
    apart = area_km2(syria) + area_km2(colombia)
    assert covered_km2([syria, colombia, box(36.2, 33.2, 36.8, 33.8), syria]) == pytest.approx(apart, rel=1e-9)
    assert covered_km2([syria, box(36.5, 33, 37.5, 34)]) == pytest.approx(1.5 * area_km2(syria), rel=1e-3)
    assert covered_km2([]) == 0.0


def test_on_grid_rounds_turns_and_mends() -> None:
    bow_tie = Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])
    mended = on_grid(bow_tie)
    assert mended.is_valid
    assert mended.area == pytest.approx(0.5)
    clockwise = Polygon([(0, 0), (0, 1.000004), (1, 1), (1, 0)])
    assert on_grid(clockwise).exterior.is_ccw
    assert on_grid(clockwise).bounds == (0, 0, 1, 1)


def test_on_grid_drops_what_is_no_area() -> None:
    mixed = shapely.GeometryCollection([MultiPolygon([box(0, 0, 1, 1), box(2, 0, 3, 1)]), LineString([(5, 5), (6, 6)])])
    assert on_grid(mixed).area == pytest.approx(2)
    assert on_grid(LineString([(0, 0), (1, 1)])).is_empty


def test_overlays_stay_on_the_grid() -> None:
    a, b = on_grid(box(0, 0, 2, 2)), on_grid(Polygon([(1, -1), (3.3, 1.7), (1, 3)]))
    for shape in (union([a, b]), intersection(a, b), difference(a, b)):
        assert shape.is_valid
        assert all(number == round(number, 5) for number in shapely.get_coordinates(shape).ravel().tolist())
    assert intersection(a, b).area + difference(a, b).area == pytest.approx(a.area, abs=1e-4)
    assert intersection(box(0, 0, 1, 1), box(1, 0, 2, 1)).is_empty


def test_dissolving_neighbours_keeps_their_corners() -> None:
    left, right = on_grid(Polygon([(0, 0), (1, 0), (1, 0.5), (1, 1), (0, 1)])), on_grid(box(1, 0.5, 2, 1))
    dissolved = dissolve([left, right])
    assert dissolved.geom_type == "Polygon"
    assert {tuple(corner) for corner in shapely.get_coordinates(dissolved)} >= {(1.0, 0.5), (2.0, 1.0)}
