"""`python -m data check`: every fault of a pack at once, none of them a traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from data.check import check_pack, main
from data.reference_tables import REFERENCE_FOLDER
from geo.errors import ReferenceTableError


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(REFERENCE_FOLDER, tmp_path / "pack"))


def append(path: Path, *lines: str) -> None:
    with path.open("a", encoding="utf-8") as table:
        table.writelines(line + "\n" for line in lines)


def test_the_shipped_pack_has_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out.endswith(" regions: 0 faults\n")


def test_every_fault_of_a_pack_is_printed_at_once(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    append(
        pack / "places.csv",
        "sy/atlantis,town,SY,SY99,Atlantis,أطلانطس,36.3,33.5,,,,,,hudna",
        "sy/homs,city,SY,SY040100,Homs,حمص,36.7,34.7,,,,,,hudna",
        "sy/lemuria,continent,SY,SY,Lemuria,ليموريا,36.3,33.5,,,,,,hudna",
        "sy/mu,village,SY,SY,Mu,مو,36.3,33.5,,,,,,",
        "SYX,governorate,SY,SY,Seatless,بلا مقر,36.3,33.5,jo/amman,,,,,hudna",
    )
    append(pack / "names.csv", "حلب,ar,sy/atlantis,safe,variant,hudna")
    twice = "armistice of both sides,en,truce,ceasefire,hudna"
    append(pack / "cues.csv", "armistice of all sides,en,truce,ceasefire,hearsay", twice, twice)
    append(pack / "word_classes.csv", "nearly,almost,en,,hudna", "hearsay,reportedly,en,,rumour")
    append(pack / "extents.csv", "SY999999,36.3,33.5,10,hudna")
    append(pack / "provinces.csv", "YE,YEM,Abyan,hudna", "ye/abyan,YEM,Abyan,rumour")
    append(
        pack / "regions.toml",
        '[[region]]\nplace = "sy/atlantis"\ncore = ["sy/nowhere"]\ndefinition = "…"\nsource = "hudna"',
        '[[region]]\nplace = "sy/mu"\ncore = ["SY01"]\ndefinition = "…"',
        '[[region]]\nplace = "so/sool"\ncore = []\ndefinition = "…"\nsource = "hudna"',
    )
    append(pack / "regions.toml", '[[course]]\nplace = "sy/m6"\nthrough = ["sy/homs", "sy/hama"]\nsource = "rumour"')
    append(pack / "boxes.csv", "QQ,1,2,3,4,")
    append(pack / "host_cities.csv", "fr/paris,hearsay")
    append(pack / "calendar.csv", "Brumaire,en,month,11,")
    append(pack / "borders.toml", '[[border]]\ncountry = "LB"\nzone = "Asia/Beirut"\nneighbours = ["SY"]')
    append(pack / "disputed.toml", '[[disputed]]\nid = "moon"\ncountry = "SY"\ncut_from = "MOON"')
    append(
        pack / "agreements.toml",
        '[[agreement]]\nid = "bare"\nname_en = "Bare"',
    )
    assert main([str(pack)]) == 1
    said = capsys.readouterr().out.splitlines()
    for sign in (
        "the parent 'SY99' of 'sy/atlantis' does not exist",
        "two rows have the id 'sy/homs'",
        "'continent' is not a valid Kind",
        "'sy/mu' names no source",
        "the seat 'jo/amman' of 'SYX' does not lie in it",
        "'حلب' (ar) is safe for",
        "cues: 'armistice of all sides' names the source 'hearsay'",
        "cues: 'armistice of both sides' is listed twice as the same",
        "word_classes: 'almost' stands twice in the class 'nearly'",
        "word_classes: the class 'hearsay' needs a note",
        "word_classes: 'reportedly' names the source 'rumour'",
        "extents: 'SY999999' does not exist",
        "provinces: 'YE' is no province that exists",
        "provinces: 'ye/abyan' stands twice",
        "provinces: 'ye/abyan' names the source 'rumour'",
        "regions: nothing draws 'so/sool'",
        "the recipe of 'sy/atlantis' names 'sy/nowhere', which does not exist",
        "('sy/mu'): source is missing",
        "('bare'): 'name_ar' is missing",
        "regions: 'sy/m6' names the source 'rumour'",
        "boxes: 'QQ' names no source",
        "host_cities: 'fr/paris' names the source 'hearsay'",
        "calendar: 'Brumaire' names no source",
        "borders: 'LB' names no source",
        "disputed: 'moon' names 'MOON', which does not exist",
        "disputed: 'moon' names no source",
    ):
        assert any(sign in line for line in said), sign
    assert said[-1].endswith(f": {len(said) - 1} faults")


@pytest.mark.parametrize("error", ["0", "-1.5", '"good"', "true", "inf", "nan"])
def test_a_source_says_in_kilometres_how_good_its_positions_are_and_how_that_is_known(pack: Path, error: str) -> None:
    append(pack / "sources.toml", "[rumour]", f"position_error_km = {error}", "[guess]", "position_error_km = 3")
    _, faults = check_pack(pack)
    assert any("the position_error_km of 'rumour' must be kilometres above 0, or 'unknown'" in fault for fault in faults)
    assert any("'guess' has a position_error_km and no position_basis" in fault for fault in faults)
    assert len(faults) == 2


def test_a_table_that_is_not_there_is_a_fault_among_others(pack: Path) -> None:
    (pack / "masks.csv").unlink()
    (pack / "agreements.toml").unlink()
    append(pack / "extents.csv", "SY999999,36.3,33.5,10,hudna")
    _, faults = check_pack(pack)
    assert [fault.split(":")[0] for fault in faults] == ["masks.csv", "agreements.toml", "extents"]


def test_a_folder_without_tables_is_told_a_line_for_each(tmp_path: Path) -> None:
    _, faults = check_pack(tmp_path)
    assert "sources.toml" in {fault.split(":")[0] for fault in faults}
    assert len(faults) == len(set(faults))


@pytest.mark.parametrize(
    ("arguments", "error"), [(["a", "b"], SystemExit), (["--fix"], SystemExit), (["no/such/folder"], ReferenceTableError)]
)
def test_what_cannot_be_checked_is_an_error(arguments: list[str], error: type[BaseException]) -> None:
    with pytest.raises(error):
        main(arguments)


@pytest.mark.parametrize(
    "strip",
    [
        'along = "golan", bank = "left", at_most = true', 'along = "golan", reach_km = 5, bank = "left"', 'along = "golan"',
        'along = "golan", reach_km = 5, start = "sy/homs"',
    ],
)  # fmt: skip
def test_a_strip_that_says_two_things_is_a_fault(pack: Path, strip: str) -> None:
    append(
        pack / "regions.toml",
        f'[[region]]\nplace = "sy/hama"\ncore = ["SY01"]\ndefinition = "…"\nsource = "hudna"\nstrip = {{ {strip} }}',
    )
    _, faults = check_pack(pack)
    assert [fault for fault in faults if "'sy/hama': a strip has a reach (or at_most one) or a bank" in fault]


def test_a_word_class_that_lost_its_words_is_a_fault(pack: Path) -> None:
    table = pack / "word_classes.csv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text("".join(line for line in lines if not line.startswith("nearly,")), encoding="utf-8")
    assert check_pack(pack)[1] == ["word_classes: the class 'nearly', which a rule asks for, has no word"]
