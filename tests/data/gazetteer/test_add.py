"""`python -m data gazetteer add`: files of places that others publish, made here at the size of a few rows."""

from __future__ import annotations

import csv
import errno
import json
import os
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from data.__main__ import main as run_command
from data.export.dossier import used_sources
from data.gazetteer import add_files, main
from data.gazetteer.listing import MOST_FAULTS, Listing, ListingError
from data.gazetteer.merge import NEIGHBOUR_KM, Words, merge
from data.tables.check import check_gazetteer
from data.tables.check import main as check
from data.tables.place_checks import Box
from data.tables.reference import (
    NAME_COLUMNS,
    OWN_SOURCE,
    PLACE_COLUMNS,
    load_gazetteer,
    load_reference,
    load_sources,
    position_error_km,
)
from data.tables.rows import REFERENCE_FOLDER
from geo.article import Article, Language
from geo.errors import ReferenceTableError
from geo.gazetteer import Gazetteer, Kind, NameClass, Place
from geo.pipeline import Reader

OCHA_TITLES = ["admin3Pcode", "admin4Name_en", "admin4Name_ar", "admin4Pcode", "Latitude_y", "Longitude_x"]
# a village of the desert, a town that is known, one whose name is a word, one whose name is a known city's, one twice
OCHA_ROWS: list[list[object]] = [
    ["SY040501", "Tal Zorbatan", "تل زربطان", "C9001", 34.9, 38.9],
    ["SY040400", "Ar-Rastan", "الرستن", "C9002", 34.93, 36.73],
    ["SY040501", "Hudna", "هدنة", "C9003", 34.8, 38.8],
    ["SY040501", "Halab", "حلب", "C9004", 34.7, 38.7],
    ["SY040501", "Zorbatiyeh", "الزربطية", "C9005", 34.75, 38.75],
    ["SY110200", "Zorbatiyeh", "الزربطية", "C9006", 36.6, 39.0],
]
DUMP = {
    "5001": ("Zorbatān", "Zorbatan", "34.6", "38.6", "PPL", "900"),
    "5002": ("Lost City", "Lost City", "34.6", "38.7", "PPLH", "0"),
    "5003": ("Jabal Zorb", "Jabal Zorb", "34.6", "38.7", "MT", "0"),
}  # fmt: skip
ALTERNATES = [
    ("1", "5001", "ar", "كفر زربطانة", "1", "", "", ""), ("2", "5001", "fa", "زربتان", "", "", "", ""),
    ("3", "5001", "ar", "زربطان القديمة", "", "", "", "1"), ("4", "5001", "link", "https://example.org", "", "", "", ""),
    ("5", "170063", "ar", "حلب الزربطانية", "", "", "", ""), ("6", "99", "ar", "مدينة في مكان آخر", "", "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize("where", ["a-file", "a-file/below", "/proc/hudna-gazetteer", "n" * 300])
def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a-file").write_text("not a folder", encoding="utf-8")
    (tmp_path / "mine.csv").write_text("name_en,name_ar,lat,lon\nTal Zorbatan,تل زربطان,34.9,38.9\n", encoding="utf-8")
    monkeypatch.setenv("HUDNA_GAZETTEER", str(tmp_path / where))
    assert run_command(["gazetteer", "add", str(tmp_path / "mine.csv")]) == 1
    (told,) = capsys.readouterr().err.splitlines()
    assert str(tmp_path / where) in told and "HUDNA_GAZETTEER" in told


def test_a_disk_that_is_full_leaves_the_earlier_tables(added: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("name_en,name_ar,lat,lon\nTal Zorbatan,تل زربطان,34.9,38.9\n", encoding="utf-8")
    second.write_text("name_en,name_ar,lat,lon\nTal Kazbura,تل كزبورة,34.8,38.8\n", encoding="utf-8")
    list(add_files([first], added, country="SY"))
    before = {file.name: file.read_bytes() for file in added.iterdir()}

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ListingError, match="No space left on device"):
        list(add_files([second], added, country="SY"))
    assert {file.name: file.read_bytes() for file in added.iterdir()} == before


@pytest.fixture
def added(tmp_path: Path) -> Path:
    return tmp_path / "added"


def workbook(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """The smallest .xlsx that holds these rows: numbers as numbers, the rest as inline text."""
    cells = [
        "".join(
            f"<c><v>{cell}</v></c>" if isinstance(cell, float) else f'<c t="inlineStr"><is><t>{escape(str(cell))}</t></is></c>'
            for cell in row
        )
        for row in rows
    ]
    main_ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    sheet = "".join(f"<row>{row}</row>" for row in cells)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main_ns}" xmlns:r="{office}"><sheets>'
        '<sheet name="syr_pplp" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main_ns}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def dump_line(id: str, name: str, ascii_name: str, lat: str, lon: str, code: str, population: str) -> str:
    feature = "T" if code == "MT" else "P"
    cells = [
        id,
        name,
        ascii_name,
        "",
        lat,
        lon,
        feature,
        code,
        "SY",
        "",
        "",
        "",
        "",
        "",
        population,
        "",
        "",
        "Asia/Damascus",
        "",
    ]
    return "\t".join(cells)


def geonames(folder: Path) -> list[Path]:
    """SY.zip and alternateNamesV2.zip as GeoNames packs them."""
    files = {
        "SY": "\n".join(dump_line(id, *cells) for id, cells in DUMP.items()),
        "alternateNamesV2": "\n".join("\t".join([*cells, "", ""]) for cells in ALTERNATES),
    }
    for name, text in files.items():
        with zipfile.ZipFile(folder / f"{name}.zip", "w") as archive:
            archive.writestr("readme.txt", "about")
            archive.writestr(f"{name}.txt", text + "\n")
    return [folder / "SY.zip", folder / "alternateNamesV2.zip"]


def report(files: Sequence[Path], added: Path) -> str:
    return "\n".join(add_files(files, added, country="SY"))


def new_names(gazetteer: Gazetteer) -> Mapping[str, tuple[str, NameClass]]:
    shipped = len(load_gazetteer().names)
    return {name.text: (name.place, name.name_class) for name in gazetteer.names[shipped:]}


def test_ocha_s_workbook_becomes_places_and_what_collided_is_said(tmp_path: Path, added: Path) -> None:
    tags = ["#adm3+code", "#adm4+name", "#adm4+name", "#adm4+code", "#geo+lat", "#geo+lon"]
    book = workbook(tmp_path / "syr_pplp.xlsx", [["Populated places"], OCHA_TITLES, tags, *OCHA_ROWS])
    said = report([book], added)
    assert "6 places listed: 1 were known, 5 are new" in said
    assert "a word that the tables know as something else: هدنة (syr_pplp.xlsx, row 6)" in said
    assert "nearly always another place: حلب (syr_pplp.xlsx, row 7)" in said
    gazetteer = load_gazetteer(added=added)
    names = new_names(gazetteer)
    assert names["تل زربطان"] == ("sy/c9001", NameClass.SAFE)
    assert names["Tal Zorbatan"] == ("sy/c9001", NameClass.NEEDS_EVIDENCE)
    assert {place for text, (place, c) in names.items() if text == "الزربطية"} <= {"sy/c9005", "sy/c9006"}
    assert names["الزربطية"][1] is NameClass.NEEDS_EVIDENCE
    assert "هدنة" not in names and "حلب" not in names and "الرستن" not in names
    village = gazetteer.places["sy/c9001"]
    assert (village.parent, village.pcode, village.source) == ("SY040501", "C9001", "ocha-populated-places")
    assert (village.lon, village.lat, village.kind) == (38.9, 34.9, Kind.VILLAGE)
    assert check_gazetteer(gazetteer) == []


def test_geonames_names_come_by_their_language_and_only_what_is_inhabited(tmp_path: Path, added: Path) -> None:
    said = report(geonames(tmp_path), added)
    assert "2 places listed: 1 were known, 1 are new" in said
    gazetteer = load_gazetteer(added=added)
    names = new_names(gazetteer)
    assert set(names) == {"Zorbatan", "كفر زربطانة", "حلب الزربطانية"}
    place = gazetteer.places["sy/geonames-5001"]
    assert (place.name_en, place.name_ar, place.population) == ("Zorbatan", "كفر زربطانة", 900)
    assert names["حلب الزربطانية"][0] == "sy/aleppo"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("localities.json", {"localities": [
            {"name": {"en": "Zorbatan", "ar": "زربطان"}, "coordinates": {"lat": 34.6, "lon": 38.6}, "wikidata": "Q99"}]}),
        ("localities.geojson", {"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"name_en": "Zorbatan", "name_ar": "زربطان", "wikidata": "Q99"},
             "geometry": {"type": "Point", "coordinates": [38.6, 34.6]}}]}),
        ("localities.csv", "level,name_en,name_ar,aliases_ar,lat,lon,wikidata\nadm3,Unit,ناحية,,34.6,38.6,Q98\n"
                           "locality,Zorbatan,زربطان,,34.6,38.6,Q99\n"),
        ("mine.csv", "\ufeffname_en;name_ar;lat;lon;wikidata\nZorbatan;زربطان;34.6;38.6;Q99\n"),
    ],
)  # fmt: skip
def test_open_syria_s_localities_are_read_in_each_of_their_forms(
    tmp_path: Path, added: Path, name: str, content: object
) -> None:
    path = tmp_path / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    assert "1 places listed: 0 were known, 1 are new" in report([path], added)
    place = load_gazetteer(added=added).places["sy/q99"]
    assert (place.name_en, place.name_ar, place.lon, place.lat, place.source) == (
        "Zorbatan",
        "زربطان",
        38.6,
        34.6,
        "own-table",
    )


def test_a_table_is_its_owner_s_unless_a_source_is_named(tmp_path: Path, added: Path) -> None:
    (tmp_path / "theirs.csv").write_text(SMALL_CSV + "Zorbatan,زربطان,34.6,38.6\n", encoding="utf-8")
    (tmp_path / "mine.csv").write_text(SMALL_CSV + "Qorbatan,قربطان,34.7,38.7\n", encoding="utf-8")
    (tmp_path / "a.xlsx").write_bytes(workbook(tmp_path / "b.xlsx", [OCHA_TITLES, OCHA_ROWS[0]]).read_bytes())
    with pytest.raises(ListingError, match=r"'open-siria' is no source; one of: ocha-cod-ab-v02, .*open-syria, own-table"):
        list(add_files([tmp_path / "theirs.csv"], added, country="SY", source="open-siria"))
    list(add_files([tmp_path / "theirs.csv"], added, country="SY", source="open-syria"))
    gazetteer = load_gazetteer(added=added)
    assert OWN_SOURCE not in used_sources(gazetteer)
    assert gazetteer.places["sy/zorbatan"].source == "open-syria"
    list(add_files([tmp_path / "mine.csv", tmp_path / "a.xlsx"], added, country="SY"))
    gazetteer = load_gazetteer(added=added)
    kept = {id: gazetteer.places[id].source for id in ("sy/zorbatan", "sy/qorbatan", "sy/c9001")}
    assert kept == {"sy/zorbatan": "open-syria", "sy/qorbatan": OWN_SOURCE, "sy/c9001": "ocha-populated-places"}
    assert used_sources(gazetteer) == load_sources()


def test_adding_twice_adds_nothing_and_another_publisher_finds_the_place(tmp_path: Path, added: Path) -> None:
    first = workbook(tmp_path / "a.xlsx", [OCHA_TITLES, *OCHA_ROWS])
    report([first], added)
    tables = {path.name: path.read_bytes() for path in added.iterdir()}
    assert "6 places listed: 6 were known, 0 are new\n0 names added" in report([first], added)
    assert {path.name: path.read_bytes() for path in added.iterdir()} == tables
    second = tmp_path / "b.csv"
    second.write_text("name_en,name_ar,lat,lon\nTal Zorbatan,تل زربطان الغربي,34.905,38.905\n", encoding="utf-8")
    assert "1 places listed: 1 were known, 0 are new" in report([second], added)
    assert new_names(load_gazetteer(added=added))["تل زربطان الغربي"][0] == "sy/c9001"


def test_an_added_place_is_read_in_texts_and_changes_the_hash(tmp_path: Path, added: Path) -> None:
    before = load_reference(added=added)
    assert before.sha256 == load_reference().sha256
    report([workbook(tmp_path / "a.xlsx", [OCHA_TITLES, *OCHA_ROWS])], added)
    after = load_reference(added=added)
    assert after.sha256 != before.sha256
    text = "قصفت الطائرات بلدة تل زربطان في ريف حمص"
    article = Article(id="one", text=text, language=Language.ARABIC, title=None, publisher=None, url=None, published=None,
                      published_basis=None)  # fmt: skip
    areas = [r.area.key if r.area else None for r in Reader(after).read(article).resolutions]
    assert "sy/c9001" in areas


def test_the_project_s_own_place_wins_over_an_added_one(added: Path) -> None:
    added.mkdir()
    header, row = (REFERENCE_FOLDER / "places.csv").read_text("utf-8").splitlines()[:2]
    (added / "places.csv").write_text("\n".join([header, row.replace("Syria", "Elsewhere")]) + "\n", encoding="utf-8")
    assert load_gazetteer(added=added).places["SY"].name_en == "Syria"


SMALL_CSV = "name_en,name_ar,lat,lon\n"
BAD_FILES = [
    ("a.xlsx", b"no workbook", "a.xlsx: is no Excel workbook"),
    ("a.csv", (SMALL_CSV + "Zorb,زرب,north,38\n").encode(), "a.csv, row 2: the latitude 'north' is no number"),
    ("a.csv", (SMALL_CSV + "Zorb,زرب,34.5,999\n").encode(), "a.csv, row 2: the longitude 999.0 does not lie between"),
    ("a.csv", (SMALL_CSV + ",,34.5,38\n").encode(), "a.csv, row 2: it has no name"),
    ("a.csv", b"name,latitude\nZorb,34\n", "no column for lon"),
    ("a.csv", b"lat,lon\n34,38\n", "no column for name_en or name_ar"),
    ("a.csv", SMALL_CSV.encode(), "there is no row in it"),
    (
        "a.csv",
        (SMALL_CSV + "Zorb,زرب,13,44,44,02\n").encode(),
        "row 2: it has 6 cells for 4 titles; a cell that holds ','",
    ),
    ("a.csv", (SMALL_CSV + '"Zorb\nan",زرب,34.5,38\nZorb,زرب,34.5\n').encode(), "a.csv, row 4: it has 3 cells for 4 titles"),
    ("a.csv", SMALL_CSV.encode() + b"\xff\xfe,x,34,38\n", "is no CSV table in UTF-8"),
    ("a.json", b"{", "is no JSON"),
    ("a.json", b'{"a": [], "b": []}', "found 2 lists"),
    ("a.json", b'["Zorb"]', "row 1: it is no object"),
    ("SY.zip", b"PK no archive", "SY.zip: the archive is damaged"),
    ("SY.txt", b"1\tZorb\t34\t38\n", "SY.txt, line 1: it has 4 columns"),
    ("alternateNamesV2.txt", b"1\tZorb\n", "alternateNamesV2.txt, line 1: it has 2 columns"),
    ("SY.txt", dump_line("x1", "Zorb", "Zorb", "34", "38", "PPL", "0").encode(), "the id, the name or the country is missing"),
    ("a.pdf", b"%PDF", "a .pdf file is not read"),
]


@pytest.mark.parametrize(("name", "content", "sign"), BAD_FILES, ids=[f"{n}: {sign[:40]}" for n, _, sign in BAD_FILES])
def test_a_file_that_cannot_be_used_is_refused_and_changes_nothing(
    tmp_path: Path, added: Path, name: str, content: bytes, sign: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ListingError) as raised:
        report([tmp_path / name], added)
    assert sign in str(raised.value)
    assert not added.exists()


def test_a_zip_archive_of_something_else_says_what_was_expected(tmp_path: Path, added: Path) -> None:
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.writestr("holiday.jpg", b"")
    with pytest.raises(ListingError, match=r"holds holiday\.jpg; expected a dump of GeoNames"):
        report([tmp_path / "photos.zip"], added)


def test_every_bad_row_is_named_up_to_a_number_that_can_be_read(tmp_path: Path, added: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(SMALL_CSV + "Zorb,زرب,91,38\n" * (MOST_FAULTS + 5), encoding="utf-8")
    with pytest.raises(ListingError) as raised:
        report([path], added)
    lines = str(raised.value).splitlines()
    assert len(lines) == MOST_FAULTS + 1 and lines[-1] == "… and 5 more of the kind"


def test_what_lies_elsewhere_or_in_other_letters_is_left_out(tmp_path: Path, added: Path) -> None:
    path = tmp_path / "a.csv"
    rows = ["Far,بعيدة جدا,10,10", "Zorb,زربـطان,34.6,38.6", "Farsi,زرگان,34.7,38.6", "Xy,زب,34.8,38.6"]
    path.write_text(SMALL_CSV + "\n".join(rows) + "\n", encoding="utf-8")
    said = report([path], added)
    for sign in (
        "outside the box of SY, which the table was taken to be about (--country names another): Far (a.csv, row 2)",
        "not in the letters of its language: زرگان",
        "shorter than three",
    ):
        assert sign in said
    assert "in a country that the tables do not have" in "\n".join(add_files([path], added, country="QQ"))


def test_a_column_that_nothing_is_taken_from_is_told(tmp_path: Path, added: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("name_en,arabic,lat,lon,remark\nZorbatan,زربطان,34.6,38.6,x\n\n", encoding="utf-8")
    said = report([path], added).splitlines()
    assert said[0].startswith("a.csv: nothing was taken from 'arabic', 'remark'; a table may have name_en, name_ar, lon, lat,")
    path.write_text(SMALL_CSV + "Zorbatan,زربطان,34.6,38.6\n", encoding="utf-8")
    assert "nothing was taken" not in report([path], added)


def test_the_command_writes_to_the_folder_of_the_setting(
    tmp_path: Path, added: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HUDNA_GAZETTEER", str(added))
    assert main(["add", str(workbook(tmp_path / "a.xlsx", [OCHA_TITLES, *OCHA_ROWS]))]) == 0
    assert "5 are new" in capsys.readouterr().out
    with (added / "places.csv").open(encoding="utf-8", newline="") as table:
        assert [row["id"] for row in csv.DictReader(table)] == ["sy/c9001", "sy/c9003", "sy/c9004", "sy/c9005", "sy/c9006"]
    with pytest.raises(ListingError, match="there is no file"):
        main(["add", str(tmp_path / "missing.zip")])


def test_a_damaged_added_table_says_which_it_is(added: Path) -> None:
    added.mkdir()
    (added / "names.csv").write_text("text,language\nحلب,ar\n", encoding="utf-8")
    with pytest.raises(Exception, match=r"added: names\.csv: the header must be"):
        load_gazetteer(added=added)


def own_tables(added: Path, places: Sequence[str], names: Sequence[str] = ()) -> None:
    added.mkdir(exist_ok=True)
    for table, columns, rows in (("places.csv", PLACE_COLUMNS, places), ("names.csv", NAME_COLUMNS, names)):
        (added / table).write_text("".join(f"{row}\n" for row in (",".join(columns), *rows)), encoding="utf-8")


OWN_ROWS = [
    ("sy/mu,village,SY,sy/mu,Mu,مو,36.3,33.5,,,,,,open-syria", "following the parents of 'sy/mu' never ends"),
    ("sy/mu,village,SY,sy/nowhere,Mu,مو,36.3,33.5,,,,,,open-syria", "the parent 'sy/nowhere' of 'sy/mu' does not exist"),
    ("sy/mu,village,SY,SY01,Mu,مو,13.0,44.0,,,,,,open-syria", "'sy/mu' at 13.0, 44.0 lies outside the box of 'SY'"),
    ("sy/mu,village,SY,SY01,Mu,مو,36.3,,,,,,,open-syria", "'sy/mu' has half a position"),
    ("sy/mu,village,QX,SY01,Mu,مو,36.3,33.5,,,,,,open-syria", "'sy/mu' lies in 'QX', its parent 'SY01' in 'SY'"),
]


@pytest.mark.parametrize(("row", "fault"), OWN_ROWS)
def test_an_own_place_that_would_stop_the_reader_or_lies_elsewhere_is_refused(added: Path, row: str, fault: str) -> None:
    own_tables(added, [row])
    with pytest.raises(ReferenceTableError) as caught:
        load_gazetteer(added=added)
    assert any(line.startswith(f"{added}: places: ") and fault in line for line in str(caught.value).splitlines())


def test_a_name_of_no_place_is_refused_in_own_and_in_other_tables(tmp_path: Path, added: Path) -> None:
    own_tables(added, [], ["مو,ar,sy/nowhere,safe,variant,open-syria"])
    with pytest.raises(ReferenceTableError, match="names: 'مو' is a name of 'sy/nowhere', which does not exist"):
        load_gazetteer(added=added)
    pack = Path(shutil.copytree(REFERENCE_FOLDER, tmp_path / "pack"))
    with (pack / "names.csv").open("a", encoding="utf-8") as table:
        table.write("مو,ar,sy/nowhere,safe,variant,hudna\n")
    with pytest.raises(ReferenceTableError, match="names: 'مو' is a name of 'sy/nowhere', which does not exist"):
        load_gazetteer(pack)


def test_check_looks_at_the_places_of_the_settings_folder_too(
    added: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HUDNA_GAZETTEER", str(added))
    own_tables(added, ["sy/mu,village,SY,SY01,Mu,مو,36.3,33.5,,,,,,open-syria"], ["مو,ar,sy/mu,safe,variant,open-syria"])
    assert check([]) == 0
    assert capsys.readouterr().out.endswith(f"; 1 places and 1 names of your own in {added}: 0 faults\n")
    own_tables(added, [row for row, _ in OWN_ROWS[:1]], ["مو,ar,sy/mu,safe,variant,hearsay"])
    assert check([]) == 1
    said = capsys.readouterr().out.splitlines()
    assert f"{added}: places: following the parents of 'sy/mu' never ends" in said
    assert f"{added}: names: 'مو' names the source 'hearsay', which sources.toml does not know" in said
    assert len(said) == 3
    assert check([str(REFERENCE_FOLDER)]) == 0


def test_an_added_place_is_as_sure_as_its_source(tmp_path: Path, added: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("name_en,name_ar,lat,lon\nZorbaniyat,زربانيات,34.5,38.5\n", encoding="utf-8")
    list(add_files([workbook(tmp_path / "p.xlsx", [OCHA_TITLES, *OCHA_ROWS]), own], added, country="SY"))
    places = load_gazetteer(added=added).places
    assert places["sy/c9001"].position_error_km == position_error_km("ocha-populated-places", load_sources()) == 1.3
    assert places["sy/zorbaniyat"].position_error_km is None, "nobody measured a table of one's own"


spots = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda at: (at[0] / 40, at[1] / 40))


def nearest_by_search(towns: list[tuple[float, float]], at: tuple[float, float]) -> list[float]:
    """The slow oracle: kilometres along the ellipsoid to every town."""
    return [Geod(ellps="WGS84").inv(*at, *town)[2] / 1000 for town in towns]


@given(st.lists(spots, min_size=1, max_size=12, unique=True), spots, st.sampled_from([0, 35, 60, -75]))
def test_a_new_place_lies_in_the_unit_of_the_town_that_a_search_through_all_finds(
    towns: list[tuple[float, float]], at: tuple[float, float], south: int
) -> None:
    towns, at = [(lon, lat + south) for lon, lat in towns], (at[0], at[1] + south)
    places = [Place(id="QQ", kind=Kind.COUNTRY, country="QQ", parent=None, name_en="Q", name_ar="ق")]
    for n, (lon, lat) in enumerate(towns):
        places.append(Place(id=f"QQ{n:02}", kind=Kind.SUBDISTRICT, country="QQ", parent="QQ", name_en="U", name_ar="و"))
        places.append(
            Place(id=f"qq/{n}", kind=Kind.TOWN, country="QQ", parent=f"QQ{n:02}", name_en="T", name_ar="ب", lon=lon, lat=lat)
        )
    listing = Listing(
        where="row 1", country="QQ", kind=Kind.VILLAGE, names=(("en", "Somewhere"),), lon=at[0], lat=at[1], codes={},
        parent=None, population=0, source="x",
    )  # fmt: skip
    gazetteer = Gazetteer(places={place.id: place for place in places}, names=())
    box = Box(country="QQ", west=-1, south=-90, east=2, north=90)
    nothing = Words(words=frozenset(), masks=frozenset(), openers=frozenset())
    (new,) = merge([listing], gazetteer, {"QQ": box}, nothing).places
    away = nearest_by_search(towns, at)
    nearest = {f"QQ{n:02}" for n, distance in enumerate(away) if distance == pytest.approx(min(away), rel=1e-3)}
    near, far = min(away) < 0.99 * NEIGHBOUR_KM, min(away) > 1.01 * NEIGHBOUR_KM
    assert new.parent in (nearest if near else {"QQ"} if far else {"QQ", *nearest})


def test_the_nearest_town_is_the_nearest_on_the_ground() -> None:
    """At 60 degrees north 0.1 degrees of longitude are 5.6 km, 0.06 of latitude 6.7 km."""
    places = {"QQ": Place(id="QQ", kind=Kind.COUNTRY, country="QQ", parent=None, name_en="Q", name_ar="ق")}
    for id in ("QQ01", "QQ02"):
        places[id] = Place(id=id, kind=Kind.SUBDISTRICT, country="QQ", parent="QQ", name_en="U", name_ar="و")
    for id, unit, lon, lat in (("qq/east", "QQ01", 10.1, 60.0), ("qq/north", "QQ02", 10.0, 60.06)):
        places[id] = Place(id=id, kind=Kind.TOWN, country="QQ", parent=unit, name_en="T", name_ar="ب", lon=lon, lat=lat)
    listing = Listing(
        where="row 1", country="QQ", kind=Kind.VILLAGE, names=(("en", "Somewhere"),), lon=10.0, lat=60.0, codes={}, parent=None,
        population=0, source="x",
    )  # fmt: skip
    box = Box(country="QQ", west=9, south=59, east=11, north=61)
    nothing = Words(words=frozenset(), masks=frozenset(), openers=frozenset())
    (new,) = merge([listing], Gazetteer(places=places, names=()), {"QQ": box}, nothing).places
    assert new.parent == "QQ01"
