"""How well the built-in polygons agree with published ones: the command, its table, and floors."""

from __future__ import annotations

from pathlib import Path

import pytest
from shapely import box

from data.drawing.atlas import AGREEMENT_TABLE, load_agreement, mean_agreement
from data.evaluate.geometry import (
    PUBLISHED,
    REFERENCE,
    agreement,
    built_in_atlas,
    iou,
    main,
    official_atlas,
    score_levels,
    score_zones,
    write_agreement,
)
from data.settings import load_settings
from data.tables.reference import load_gazetteer
from geo.errors import ReferenceTableError
from geo.footprint import Atlas, Source
from geo.gazetteer import Area, Gazetteer

Atlases = tuple[Gazetteer, Atlas, Atlas]


@pytest.fixture(scope="module")
def atlases() -> Atlases:
    """The gazetteer, the built-in atlas and the official one."""
    if not (REFERENCE / PUBLISHED).is_file():
        pytest.skip("there are no published boundaries in ../shared/reference")
    if not (load_settings({}).assets / "world-atlas").is_dir():
        pytest.skip("the country outlines are not installed: make assets")
    gazetteer = load_gazetteer()
    return gazetteer, built_in_atlas(gazetteer), official_atlas(gazetteer)


def test_without_a_reference_it_is_one_line_and_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("data.evaluate.geometry.REFERENCE", tmp_path)
    assert main([]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_other_arguments_are_refused() -> None:
    with pytest.raises(SystemExit):
        main(["--all"])


def test_iou_of_two_areas() -> None:
    assert iou(box(0, 0, 2, 1), box(1, 0, 3, 1)) == pytest.approx(1 / 3)
    assert iou(box(0, 0, 1, 1), box(0, 0, 1, 1)) == 1.0
    assert iou(box(0, 0, 1, 1), box(2, 2, 3, 3)) == 0.0


def test_the_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_agreement({"SY04": 0.876, "sy/eastern-ghouta": 1.0}, tmp_path / AGREEMENT_TABLE)
    assert load_agreement(tmp_path) == {"SY04": 0.88, "sy/eastern-ghouta": 1.0}
    assert mean_agreement(load_gazetteer(), tmp_path) == 0.88


def test_without_a_table_nothing_is_said_and_a_wrong_row_is_told(tmp_path: Path) -> None:
    assert load_agreement(tmp_path) == {}
    assert mean_agreement(load_gazetteer(), tmp_path) is None
    (tmp_path / AGREEMENT_TABLE).write_text("area,iou,source\nSY04,good,x\n", encoding="utf-8")
    with pytest.raises(ReferenceTableError, match="row 2"):
        load_agreement(tmp_path)


def test_the_polygons_agree_with_the_published_ones_as_well_as_they_did(atlases: Atlases) -> None:
    """Floors, a little below what `python -m data evaluate-geometry` printed when they were set."""
    gazetteer, cells, official = atlases
    scores = {score.level: score for score in score_levels(cells, official, gazetteer)}
    assert scores["governorates"].mean >= 0.88
    assert scores["governorates"].worst >= 0.72
    assert scores["districts"].mean >= 0.79
    assert scores["sub-districts"].mean >= 0.64
    zones = {score.zone: score for score in score_zones(cells)}
    floors = {"sw_us_ru_jo": 0.91, "idlib_gov": 0.91, "sweida": 0.88, "ghouta_held": 0.73, "nhoms": 0.80, "nhoms_core": 0.70,
              "peace_spring_32km": 0.98, "m4_corridor": 0.81}  # fmt: skip
    assert {zone: zones[zone].possible for zone, floor in floors.items() if zones[zone].possible < floor} == {}
    assert zones["ghouta_held"].core_km2 <= 1.3 * 77, "the hull of its towns"


def test_the_shipped_table_is_what_is_measured(atlases: Atlases) -> None:
    """`python -m data evaluate-geometry --write` makes it so."""
    gazetteer, cells, official = atlases
    measured, shipped = agreement(cells, official, gazetteer), load_agreement()
    assert set(measured) == set(shipped)
    assert all(abs(measured[area] - shipped[area]) <= 0.011 for area in measured)


def test_both_paths_draw_the_same_areas_and_say_which_drew_them(atlases: Atlases) -> None:
    _, cells, official = atlases
    assert set(cells.units("SY")) == set(official.units("SY"))
    for key in ("SY04", "sy/eastern-ghouta", "SY04:countryside-east", "sy/homs:countryside", "SY"):
        built_in, published = cells.footprint(Area.parse(key)), official.footprint(Area.parse(key))
        assert built_in.area == published.area == key
        assert Source.OFFICIAL in published.sources and Source.CELLS not in published.sources
        assert published.agreement is None
        if key != "SY":
            assert Source.CELLS in built_in.sources and built_in.agreement is not None
            assert 0 < built_in.agreement.iou <= 1


def test_official_governorates_are_those_of_the_publisher(atlases: Atlases) -> None:
    import geopandas

    _, _, official = atlases
    published = geopandas.read_file(REFERENCE / PUBLISHED, layer="adm1").set_index("adm1_pcode").geometry
    assert all(iou(official.units("SY")[code], shape) > 0.999 for code, shape in published.items())
