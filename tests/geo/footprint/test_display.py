"""Shapes for the screen: fewer corners, no gaps, overlaps or not."""

from __future__ import annotations

import math

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import Polygon, box

from geo.footprint.display import simplified


def wavy(west: float, east: float, phase: float) -> Polygon:
    """A strip whose northern edge is a wave that a neighbour to the north may share."""
    edge = [(west + (east - west) * n / 200, 1 + 0.02 * math.sin(n / 3 + phase)) for n in range(201)]
    return Polygon([*edge, (east, 0), (west, 0)])


def test_neighbours_still_share_their_edge_with_fewer_corners() -> None:
    south = wavy(0, 2, 0.0)
    north = box(0, 0, 2, 2).difference(south)
    for tolerance, level in zip((0.0, 0.02, 0.05), simplified([south, north], (0.0, 0.02, 0.05)), strict=True):
        assert shapely.coverage_is_valid(level), tolerance
        assert sum(shape.area for shape in level) == pytest.approx(4.0, abs=1e-6)
        corners = sum(shapely.get_num_coordinates(level))
        assert corners == pytest.approx(409, abs=10) if not tolerance else corners < 300


def test_a_shape_within_another_shares_what_it_shared() -> None:
    """A core that reaches to the edge of its zone still does, and stays within it."""
    zone = wavy(0, 2, 0.0)
    core = zone.intersection(box(0.5, 0.5, 1.5, 2))
    whole, part = simplified([zone, core], (0.03,))[0]
    assert whole.buffer(1e-9).covers(part)
    assert part.difference(whole).area < 1e-9
    assert shapely.intersection(part.boundary, whole.boundary).length > 0.9


def test_a_shape_too_small_for_the_grid_is_left_empty() -> None:
    dot, square = simplified([box(0, 0, 1e-6, 1e-6), box(1, 1, 2, 2)], (0.0,))[0]
    assert dot.is_empty and square.equals(box(1, 1, 2, 2))


def test_no_shapes_give_no_shapes() -> None:
    assert simplified([], (0.0, 0.1)) == [[], []]


boxes = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(1, 9), st.integers(1, 9)).map(
        lambda at: box(at[0] / 10, at[1] / 10, (at[0] + at[2]) / 10, (at[1] + at[3]) / 10)
    ),
    min_size=1, max_size=6,
)  # fmt: skip


@given(boxes, st.sampled_from([0.0, 0.001]))
def test_shapes_that_overlap_in_any_way_stay_what_they_were(shapes: list[Polygon], tolerance: float) -> None:
    """Nothing to simplify: corners that all stand out stay, whatever lies across them."""
    for before, after in zip(shapes, simplified(shapes, (tolerance,))[0], strict=True):
        assert after.is_valid
        assert before.symmetric_difference(after).area < 1e-6
