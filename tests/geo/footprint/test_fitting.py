"""The nearest sites of a point are those that a comparison with every site would find."""

from __future__ import annotations

import math

import numpy as np
import pytest

from geo.footprint.fitting import NEAREST, SQUARE_M, _nearest
from geo.footprint.tessellation import AT_ONCE, Site, _chords, _columns, cell


@pytest.mark.parametrize("count", [3, NEAREST, 400])
def test_no_site_is_overlooked_however_far_its_circle_reaches(count: int) -> None:
    chance = np.random.default_rng(count)
    at = chance.uniform(-6 * SQUARE_M, 6 * SQUARE_M, (700, 2))
    where = chance.uniform(-6 * SQUARE_M, 6 * SQUARE_M, (count, 2))
    squares = np.where(chance.random(count) < 0.2, chance.uniform(0, 3 * SQUARE_M, count), 0.0) ** 2
    power = ((at[:, None, :] - where) ** 2).sum(axis=2) - squares
    wanted = np.argsort(power, axis=1)[:, :NEAREST]
    assert np.array_equal(np.sort(_nearest(at, where, squares), axis=1), np.sort(wanted, axis=1))


def test_lines_come_nearest_first_however_many_there_are() -> None:
    chance = np.random.default_rng(1)
    sites = [
        Site(owner=str(n), x=x, y=y, radius=radius, reach=50_000.0)
        for n, (x, y, radius) in enumerate(
            chance.uniform((0, 0, 0), (90_000, 90_000, 900), (4 * AT_ONCE, 3)).round(-2).tolist()
        )
    ]
    chords = [chord for chord, _, _ in _chords(0, sites, _columns(sites))]
    assert len(chords) >= len(sites) - 1 and chords == sorted(chords)


def test_a_line_that_cuts_nothing_leaves_the_cell_as_it_is() -> None:
    near = Site(owner="near", x=0.0, y=0.0, radius=0.0, reach=1_000.0)
    far = Site(owner="far", x=2_500.0, y=0.0, radius=0.0, reach=1_000.0)
    alone, beside = cell(0, [near]), cell(0, [near, far])
    assert alone.equals(beside) and math.isclose(alone.area, math.pi * 1_000.0**2, rel_tol=0.01)
