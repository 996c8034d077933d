"""The reader of published boundaries: every form, both column styles, and what it refuses."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import geopandas
import pytest
import shapely
from shapely import Polygon, box

from data.boundaries.published import read_published
from data.boundaries.sets import BoundarySet, load_boundary_sets
from data.evaluate.geometry import PUBLISHED, REFERENCE
from data.tables.extents import load_extents
from geo.errors import BoundaryError
from geo.footprint.units import Extent
from tests.data.boundaries import sample_boundaries as sample


@pytest.mark.parametrize("columns", ["adm{}_pcode", "ADM{}_PCODE"])
@pytest.mark.parametrize("suffix", ["zip", "gpkg", "shp", "geojson"])
def test_every_form_and_both_column_styles_are_read(
    tmp_path: Path, expected: BoundarySet, extents: dict[str, Extent], columns: str, suffix: str
) -> None:
    layers = sample.layers(columns=columns)
    path = tmp_path / f"boundaries.{suffix}"
    if suffix == "zip":
        sample.archive(path, layers, folder="a folder/")
    else:
        for name, rows in layers.items() if suffix == "gpkg" else [("qqq_admin3", layers["qqq_admin3"])]:
            table = geopandas.GeoDataFrame.from_features(rows, crs=4326)
            table.to_file(path, **({"layer": name} if suffix == "gpkg" else {}))
    published = read_published(path, expected, extents)
    assert published.counts == (1, 2, 4)
    assert published.valid_on == "2024-02-29"
    assert set(published.land) == set(sample.QUARTERS)
    assert all(published.land[code].equals(shape) for code, shape in sample.QUARTERS.items())
    assert shapely.coverage_is_valid(list(published.land.values()))


def test_metres_become_degrees(tmp_path: Path, expected: BoundarySet, extents: dict[str, Extent]) -> None:
    table = geopandas.GeoDataFrame.from_features(sample.layers()["qqq_admin3"], crs=4326).to_crs(3857)
    table.to_file(tmp_path / "metres.gpkg")
    land = read_published(tmp_path / "metres.gpkg", expected, extents).land
    assert land["QQ010101"].symmetric_difference(sample.QUARTERS["QQ010101"]).area < 1e-3


def test_an_outer_polygon_that_crosses_itself_is_repaired(
    make_archive: Callable[..., Path], expected: BoundarySet, extents: dict[str, Extent]
) -> None:
    layers = sample.layers()
    spike = [(10, 40), (11, 40), (11, 41), (10, 41), (10, 40.5), (9.9, 40.5), (10, 40.5), (10, 40)]
    layers["qqq_admin3"][0]["geometry"]["coordinates"] = [spike]
    land = read_published(make_archive(layers), expected, extents).land
    assert land["QQ010101"].is_valid and land["QQ010101"].equals(box(10, 40, 11, 41))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda layers: layers["qqq_admin3"].pop(), ["1, 2, 4", "1, 2, 3"]),
        (lambda layers: layers["qqq_admin3"].append(layers["qqq_admin3"][0]), ["QQ010101", "more than once"]),
        (lambda layers: layers["qqq_admin3"][0]["properties"].update(adm3_pcode="QQ010199"), ["QQ010199", "places.csv"]),
        (lambda layers: layers["qqq_admin3"][0]["properties"].update(adm2_pcode="QQ0102"), ["QQ010101", "QQ0102"]),
        (lambda layers: layers["qqq_admin3"][0].update(geometry=None), ["QQ010101", "no polygon"]),
        (lambda layers: layers["qqq_admin2"][0].update(geometry=layers["qqq_admin2"][1]["geometry"]), ["QQ0101", "together"]),
        (lambda layers: layers.pop("qqq_admin3"), ["adm3_pcode"]),
    ],
)  # fmt: skip
def test_what_is_not_the_set_is_refused_and_says_why(
    make_archive: Callable[..., Path], expected: BoundarySet, extents: dict[str, Extent],
    spoil: Callable[[dict[str, list[dict[str, object]]]], object], words: list[str],
) -> None:  # fmt: skip
    layers = sample.layers()
    spoil(layers)
    with pytest.raises(BoundaryError) as told:
        read_published(make_archive(layers), expected, extents)
    assert all(word in str(told.value) for word in words), str(told.value)


def test_right_codes_on_other_land_are_refused(
    make_archive: Callable[..., Path], expected: BoundarySet, extents: dict[str, Extent]
) -> None:
    elsewhere = {code: shapely.affinity.translate(shape, xoff=50) for code, shape in sample.QUARTERS.items()}
    with pytest.raises(BoundaryError, match="elsewhere"):
        read_published(make_archive(sample.layers(elsewhere)), expected, extents)


def test_many_faults_are_counted(make_archive: Callable[..., Path], expected: BoundarySet, extents: dict[str, Extent]) -> None:
    empty = {code: Polygon() for code in sample.QUARTERS}
    with pytest.raises(BoundaryError, match="more"):
        read_published(make_archive({"qqq_admin3": sample.features(empty) * 3}), expected, extents)


@pytest.mark.parametrize("name", ["broken.zip", "broken.gpkg", "broken.geojson", "broken.shp", "missing.zip"])
def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, expected: BoundarySet, extents: dict[str, Extent], name: str
) -> None:
    if name != "missing.zip":
        (tmp_path / name).write_bytes(b"PK\x03\x04 this is no archive")
    with pytest.raises(BoundaryError, match=name):
        read_published(tmp_path / name, expected, extents)


def test_an_archive_that_unpacks_to_too_much_is_not_unpacked(
    tmp_path: Path, expected: BoundarySet, extents: dict[str, Extent], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.boundaries.published.MAX_UNPACKED_BYTES", 1_000)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.geojson", "0" * 1_001)
    with pytest.raises(BoundaryError, match="1,000 bytes"):
        read_published(tmp_path / "bomb.zip", expected, extents)


def test_an_archive_writes_only_into_its_own_folder(
    tmp_path: Path, expected: BoundarySet, extents: dict[str, Extent], make_archive: Callable[..., Path]
) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    read_published(make_archive(folder="../../"), expected, extents)
    assert not list(tmp_path.rglob("*.geojson")) and not list(tmp_path.parent.glob("*.geojson"))


def test_the_real_boundaries_are_read() -> None:
    path = REFERENCE / PUBLISHED
    if not path.is_file():
        pytest.skip("there are no published boundaries in ../shared/reference")
    expected = load_boundary_sets()["SY"]
    published = read_published(path, expected, load_extents())
    assert published.counts == expected.units == (14, 62, 272)
    assert shapely.coverage_is_valid(list(published.land.values()))
    assert published.valid_on


def test_the_table_of_boundaries_is_complete() -> None:
    for expected in load_boundary_sets().values():
        assert len(expected.codes) == sum(expected.units)
        assert all(address.startswith("https://") and address.endswith("/") for address in expected.addresses)
