"""What was drawn is kept: found by what it was drawn from, and passed over wherever anything is wrong with it."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from typing import Any, NoReturn

import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from data.boundaries.kept import Kept
from data.drawing import kept as module
from data.drawing.atlas import Official, land_digest, load_atlas
from data.drawing.drawn import find_drawn, keep_drawn
from data.drawing.kept import FOLDER, MOST_OF_A_NAME, NOTHING_KEPT, Drawings, find_drawings
from data.drawing.outlines import load_disputed, load_outlines
from data.settings import load_settings
from data.tables.reference import load_gazetteer
from data.tables.rows import REFERENCE_FOLDER
from geo.footprint import Atlas
from geo.gazetteer import Area

OUTLINES = load_settings({}).assets / "world-atlas" / "countries-10m.json"
SHAPES = (shapely.box(36, 33, 37, 34), shapely.Point(36.1, 32.6).buffer(0.3))


@pytest.fixture(autouse=True)
def loaded_long_after_the_last_change(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has just saved a file of the program may test all the same."""
    monkeypatch.setattr(module, "_LOADED", float("inf"))


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A folder of tables, and beside it the outlines and the user's own places."""
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "places.csv").write_text("id\n", "utf-8")
    (tmp_path / "outlines.json").write_text("{}", "utf-8")
    (tmp_path / "added").mkdir()
    return tmp_path


def drawings(at: Path) -> Drawings:
    return find_drawings(at / "var", at / "outlines.json", at / "added", at / "tables")


def told(note: Any, shapes: Sequence[BaseGeometry]) -> tuple[Any, list[BaseGeometry]]:
    return note, list(shapes)


def the_file(at: Path) -> Path:
    (file,) = (at / "var" / FOLDER).iterdir()
    return file


# --- what is found --------------------------------------------------------------------------------------------------------


def test_what_was_kept_is_found_again_to_the_last_bit(tables: Path) -> None:
    drawings(tables).keep("cells", "", {"names": ["درعا", None, 0.1]}, SHAPES)
    note, shapes = drawings(tables).find("cells", "", told) or pytest.fail("nothing was found")
    assert note == {"names": ["درعا", None, 0.1]}
    assert [shape.wkb for shape in shapes] == [shape.wkb for shape in SHAPES]


def test_it_is_found_only_by_what_it_was_drawn_from(tables: Path) -> None:
    drawings(tables).keep("cells", "official", "drawn", SHAPES)
    assert drawings(tables).find("cells", "official", told)
    assert drawings(tables).find("cells", "", told) is drawings(tables).find("zones", "official", told) is None


@pytest.mark.parametrize("changed", ["tables/places.csv", "tables/new.csv", "outlines.json", "added/places.csv"])
def test_a_changed_table_outline_or_place_of_the_user_is_another_drawing(tables: Path, changed: str) -> None:
    drawings(tables).keep("cells", "", "drawn")
    (tables / changed).write_text("changed\n", "utf-8")
    assert drawings(tables).find("cells", "", told) is None


def test_another_program_or_library_is_another_drawing(tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawings(tables).keep("cells", "", "drawn")
    with monkeypatch.context() as other:
        other.setattr(module, "version", lambda name: "another")
        assert drawings(tables).find("cells", "", told) is None
    for room in ("geo", "data", "dashboard"):
        shutil.copytree(module.PROJECT / room, tables / room, ignore=lambda _, names: [n for n in names if n == "static"])
    monkeypatch.setattr(module, "PROJECT", tables)
    assert drawings(tables).find("cells", "", told)
    with (tables / "geo" / "footprint" / "units.py").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert drawings(tables).find("cells", "", told) is None


def test_what_changed_while_it_was_drawn_is_not_kept(tables: Path) -> None:
    """What was read of the table before and what is kept after the change must not be taken for each other."""
    begun = drawings(tables)
    (tables / "tables" / "places.csv").write_text("changed\n", "utf-8")
    begun.keep("cells", "", "drawn")
    assert not (tables / "var").exists()


def test_a_program_that_changed_since_it_was_loaded_keeps_nothing(tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LOADED", 0.0)
    assert drawings(tables) == NOTHING_KEPT
    NOTHING_KEPT.keep("cells", "", "drawn")
    assert NOTHING_KEPT.find("cells", "", told) is None


def test_tables_that_cannot_be_read_are_left_to_whoever_reads_them(tables: Path) -> None:
    assert find_drawings(tables / "var", tables / "nowhere.json") == NOTHING_KEPT
    assert find_drawings(tables / "var", OUTLINES, folder=tables / "nowhere") == NOTHING_KEPT


def test_boundaries_that_cannot_be_read_are_told_from_those_that_can() -> None:
    """A damaged file of boundaries is drawn with cells, and is not to be taken for the boundaries once it is mended."""
    kept = Kept(
        country="SY", dataset="cod-ab", origin="file", retrieved="2026-01-01", valid_on="", units=(), file="", sha256="",
        shapes="", shapes_sha256="abc",
    )  # fmt: skip
    official = Official(kept={"SY": kept})
    assert land_digest(official, {"SY": {}}) != land_digest(official, {}) == land_digest(Official(), {})


# --- what is passed over --------------------------------------------------------------------------------------------------

DAMAGE = {
    "empty": lambda content: b"",
    "cut short": lambda content: content[:-20],
    "cut in its first line": lambda content: content[:30],
    "one byte changed": lambda content: content[:-9] + bytes([content[-9] ^ 1]) + content[-8:],
    "longer": lambda content: content + b"more",
    "another program's": lambda content: b"SQLite format 3\0" + bytes(range(256)) * 9,
    "not even text": lambda content: b"\xff\n\xfe\n" * 50,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_or_foreign_file_is_passed_over_and_replaced(tables: Path, damage: Any) -> None:
    drawings(tables).keep("cells", "", "drawn", SHAPES)
    the_file(tables).write_bytes(damage(the_file(tables).read_bytes()))
    assert drawings(tables).find("cells", "", told) is None
    drawings(tables).keep("cells", "", "drawn anew", SHAPES)
    assert drawings(tables).find("cells", "", told) == ("drawn anew", list(SHAPES))


def test_a_file_under_the_name_of_another_is_passed_over(tables: Path) -> None:
    drawings(tables).keep("cells", "old boundaries", "old")
    old = the_file(tables)
    drawings(tables).keep("cells", "new boundaries", "new")
    (new,) = {*old.parent.iterdir()} - {old}
    shutil.copyfile(old, new)
    assert drawings(tables).find("cells", "new boundaries", told) is None


FORGED = {
    "no JSON": b"{\n",
    "no note": b"{}\n",
    "no table": b"[]\n",
    "no numbers": b'{"note": 1, "lengths": ["1"]}\n',
    "too deep": b"[" * 200_000 + b"\n",
    "more shapes than there are": b'{"note": 1, "lengths": [21, 21]}\n',
    "no shapes": b'{"note": 1, "lengths": [4]}\nabcd',
}


@pytest.mark.parametrize("body", FORGED.values(), ids=FORGED)
def test_a_file_with_a_right_checksum_and_a_wrong_content_is_passed_over(tables: Path, body: bytes) -> None:
    mine = drawings(tables)
    mine.keep("cells", "", "drawn")
    the_file(tables).write_bytes(mine._seal("cells", "", body) + b"\n" + body)
    assert mine.find("cells", "", told) is None


@pytest.mark.parametrize("note", [None, [], [[]], [["SY"]], {"SY": 1}, {"SY": ["SY01"]}, 7, "text", [[1] * 14]])
def test_what_an_atlas_cannot_have_drawn_is_passed_over(tables: Path, note: Any) -> None:
    mine = drawings(tables)
    for name, of in (("units", ""), ("footprints", "\0store"), ("outlines", "")):
        mine.keep(name, of, note)
    drawn = find_drawn(mine, "", "store")
    assert not drawn.units and not drawn.footprints


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_or_a_folder_in_the_place_of_a_file_is_not_waited_for(tables: Path, caplog: pytest.LogCaptureFixture) -> None:
    drawings(tables).keep("cells", "", "drawn")
    path = the_file(tables)
    path.unlink()
    os.mkfifo(path)
    assert drawings(tables).find("cells", "", told) is None
    path.unlink()
    path.mkdir()
    assert drawings(tables).find("cells", "", told) is None
    drawings(tables).keep("cells", "", "drawn")
    assert "the next start draws it again" in caplog.text and list(path.parent.iterdir()) == [path]


# --- where nothing can be kept, and who else keeps ------------------------------------------------------------------------


def test_a_folder_that_cannot_be_made_costs_one_sentence(tables: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tables / "var").write_text("a file", "utf-8")
    for name in ("cells", "outlines", "levels"):
        drawings(tables).keep(name, "", "drawn")
        assert drawings(tables).find(name, "", told) is None
    (record,) = caplog.records
    assert "the next start draws it again" in record.getMessage() and record.exc_info is None


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_full_or_locked_disk_leaves_what_was_kept(tables: Path, monkeypatch: pytest.MonkeyPatch, fault: int) -> None:
    drawings(tables).keep("cells", "", "before")

    def refused(*_: object) -> NoReturn:
        raise OSError(fault, os.strerror(fault))

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", refused)
        drawings(tables).keep("cells", "", "after")
    assert drawings(tables).find("cells", "", told) == ("before", [])
    assert len(list((tables / "var" / FOLDER).iterdir())) == 1


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read_is_read(tables: Path) -> None:
    drawings(tables).keep("cells", "", "before")
    (tables / "var" / FOLDER).chmod(0o500)
    drawings(tables).keep("cells", "", "after")
    assert drawings(tables).find("cells", "", told) == ("before", [])
    (tables / "var" / FOLDER).chmod(0o700)


def test_those_who_keep_at_once_leave_one_whole_file(tables: Path) -> None:
    mine, seen = drawings(tables), []

    def keep_and_find(number: int) -> None:
        for turn in range(10):
            mine.keep("cells", "", [number, turn], [SHAPES[0].buffer(number)])
            seen.append(mine.find("cells", "", told))

    threads = [Thread(target=keep_and_find, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 40
    assert all(found and found[1] == [SHAPES[0].buffer(found[0][0])] for found in seen)
    assert the_file(tables).suffix == ".drawing"


def test_what_was_kept_before_makes_room_and_other_names_stay(tables: Path) -> None:
    mine = drawings(tables)
    mine.keep("outlines", "", "stays")
    stopped = tables / "var" / FOLDER / "cells-0.drawing.1-1.part"
    for number in range(5):
        mine.keep("cells", str(number), number)
        for file in (tables / "var" / FOLDER).glob("cells-*"):
            os.utime(file, (number, number)) if file.stat().st_mtime > 10 else None
        stopped.write_bytes(b"killed")
        os.utime(stopped, (1, 1))
    mine.keep("cells", "last", "last")
    found = [number for number in range(5) if mine.find("cells", str(number), told)]
    assert len(found) == MOST_OF_A_NAME - 1 and mine.find("cells", "last", told) and mine.find("outlines", "", told)
    assert not stopped.exists()


# --- what is kept: outlines, cells, footprints ----------------------------------------------------------------------------

WANTED: Sequence[dict[str, Any]] = (
    {"area": Area("SY12")},
    {"area": Area("SY12"), "partial": True, "beside": (Area("sy/daraa"),)},
    {"area": Area("SY04", "countryside", "north")},
    {"area": Area("SY03"), "without": (Area("sy/duma"),)},
    {"area": Area("sy/eastern-ghouta")},
    {"area": Area("sy/daraa")},
    {"area": Area("JO")},
)


@pytest.fixture(scope="module")
def shipped() -> Path:
    if not OUTLINES.is_file():
        pytest.skip("the country outlines are not installed: make assets")
    return OUTLINES


def test_an_atlas_draws_the_same_with_and_without_what_was_kept(shipped: Path, tmp_path: Path) -> None:
    gazetteer = load_gazetteer()
    mine = find_drawings(tmp_path, shipped)
    first = load_atlas(gazetteer, shipped, drawings=mine, drawn=find_drawn(mine, "", "store"))
    drawn = [first.footprint(**wanted) for wanted in WANTED]
    assert first.drawn_anew > len(WANTED)
    keep_drawn(mine, "", "store", first.drawn)

    again = find_drawings(tmp_path, shipped)
    found = find_drawn(again, "", "store")
    # another digest of the same files: what the first one has in memory does not serve
    outlines = load_outlines(shipped, REFERENCE_FOLDER, Drawings(folder=again.folder, digest=again.digest))
    assert {code: shape.wkb for code, shape in outlines.items()} == {
        code: shape.wkb for code, shape in load_outlines(shipped).items()
    }
    second = load_atlas(gazetteer, shipped, drawings=again, drawn=found)
    assert [second.footprint(**wanted) for wanted in WANTED] == drawn and second.drawn_anew == 0
    assert {id: land.wkb for id, land in second.units("SY").items()} == {id: land.wkb for id, land in first.units("SY").items()}
    # what was not kept is drawn from kept cells as from new ones
    more = Area("SY04", "countryside", "east")
    assert second.footprint(more) == first.footprint(more) and second.drawn_anew == 1


def test_disputed_parts_come_back_with_their_words(shipped: Path, tmp_path: Path) -> None:
    mine = find_drawings(tmp_path, shipped)
    drawn = load_disputed(shipped, REFERENCE_FOLDER, mine)
    kept = load_disputed(shipped, REFERENCE_FOLDER, Drawings(folder=mine.folder, digest=mine.digest))
    assert kept == drawn == load_disputed(shipped)


def test_only_what_was_asked_for_is_kept(shipped: Path) -> None:
    """A store whose articles are gone leaves no shapes behind."""
    gazetteer, world = load_gazetteer(), load_outlines(OUTLINES)
    first = Atlas(gazetteer, world)
    for place in ("JO", "LB"):
        first.footprint(Area(place))
    second = Atlas(gazetteer, world, drawn=first.drawn)
    second.footprint(Area("LB"))
    assert [wanted[0].place for wanted in second.drawn.footprints] == ["LB"]
    assert second.drawn_anew == 0
