"""What the tests of published boundaries expect of the sample country."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from data.boundaries.sets import BoundarySet
from geo.footprint.units import Extent
from tests.data.boundaries.sample_boundaries import QUARTERS, Layers, archive, layers


@pytest.fixture
def expected() -> BoundarySet:
    codes = {code[:length] for code in QUARTERS for length in (4, 6, 8)}
    return BoundarySet(
        country="QQ", dataset="cod-ab-qqq", formats=("geojson", "shp"), addresses=("https://publisher.example/",),
        units=(1, 2, 4), codes=frozenset(codes), attribution_en="Quadria, by its publisher", attribution_ar="رباعية، من ناشرها",
        disclaimer_en="No side is taken.", disclaimer_ar="لا ينحاز لأحد.",
    )  # fmt: skip


@pytest.fixture
def extents() -> dict[str, Extent]:
    return {
        code: Extent(place=code, lon=shape.centroid.x, lat=shape.centroid.y, area_km2=1.0, source="")
        for code, shape in QUARTERS.items()
    }


@pytest.fixture
def make_archive(tmp_path: Path) -> Callable[..., Path]:
    """Call it with layers, or with nothing for the whole country."""

    def make(content: Layers | None = None, **more: str) -> Path:
        return archive(tmp_path / "qqq.zip", content or layers(), **more)

    return make
