"""The tables for conflict datasets: their columns in their order, and values that follow from the records."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas
import pycountry
import pytest
from shapely import box

from data.export import eth_prio, export, pax_local, ucdp_ged
from data.export.country_codes import COLUMNS, country_codes
from data.export.dossier import Dossier, Filter, Selection, select
from data.export.plain import original
from data.export.tables import zone_rows
from data.export.ucdp_ged import priogrid_gid
from data.tables.reference import load_sources
from data.tables.rows import REFERENCE_FOLDER, read_rows
from geo.actor import Actor, ActorKind, Actors, Party
from geo.edtf import Edtf
from geo.evidence.attestation import Attestation
from geo.footprint import Atlas
from geo.span import Span
from geo.statement import CoveredArea, Modality
from geo.status import Status
from tests.data.export.sample_dossier import FORMULA
from tests.reading import article, reader

DOCS = (Path(__file__).resolve().parents[3] / "docs" / "exports.md").read_text(encoding="utf-8")
TABLES = [("paxlocal", pax_local, "PA-X Local"), ("ethprio", eth_prio, "ETH/PRIO"), ("ucdpged", ucdp_ged, "UCDP GED")]


def rows(format: str, selection: Selection) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export(format, selection).decode(), newline="")))


def told(*texts: tuple[str, str, str]) -> Dossier:
    """A dossier of texts: id of the article, day of publication, words. No zone is drawn."""
    articles = {id: article(text, day, id) for id, day, text in sorted(texts)}
    readings = [reader().read(read) for read in articles.values()]
    agreements = {agreement.id: agreement for reading in readings for agreement in reading.agreements}
    gazetteer = reader().reference.gazetteer
    return Dossier(
        articles=articles, statements=tuple(s for reading in readings for s in reading.statements), agreements=agreements,
        readings={}, gazetteer=gazetteer, atlas=Atlas(gazetteer, {}), version="1", reference_sha256="0",
        actors=reader().reference.actors,
    )  # fmt: skip


def days(row: dict[str, str], name: str) -> str:
    return "-".join(row[f"{name}_{part}"] for part in ("yr", "month", "day") if row[f"{name}_{part}"])


TALBISEH = (
    ("2018-08-02", "A ceasefire took effect in Talbiseh on Wednesday, residents said."),
    ("2018-08-03", "Russia brokered the truce in the towns of Talbiseh and Rastan that came into force on Wednesday."),
    ("2018-08-04", "The truce in Talbiseh between the army and rebels, brokered by Russia and Turkey, is in force still."),
    ("2019-01-20", "The ceasefire in Talbiseh collapsed on Saturday as government forces attacked the town."),
    ("2019-03-02", "A new ceasefire was signed in Talbiseh on Friday and took effect on Saturday."),
    ("2019-06-02", "The ceasefire in Talbiseh ended on Saturday."),
)  # fmt: skip
RASTAN = (
    ("2018-03-06", "The truce in Rastan in northern Homs came into force on Monday morning, the Syrian Observatory said."),
    ("2018-03-12", "Government artillery shelled Rastan on Sunday in a breach of the ceasefire in the town, activists said."),
    ("2018-03-20", "The ceasefire in Rastan has been extended until 5 April 2018, opposition negotiators said."),
    ("2018-04-08", "The ceasefire in Rastan collapsed on Saturday after heavy clashes between the Syrian army and rebels."),
)  # fmt: skip


@pytest.mark.parametrize(("format", "module", "heading"), TABLES)
def test_the_dataset_s_columns_come_first_then_ours(selection: Selection, format: str, module: object, heading: str) -> None:
    frame = pandas.read_csv(io.BytesIO(export(format, selection)), dtype=str, keep_default_na=False)
    columns = list(frame.columns)
    theirs, ours = module.COLUMNS, module.OURS  # type: ignore[attr-defined]
    assert columns[: len(theirs)] == list(theirs) and columns[len(theirs) : len(theirs) + len(ours)] == list(ours)
    assert all(name.startswith("hudna_") for name in columns[len(theirs) :])
    assert set(frame["hudna_program"]) == {"Hudna 1+0123456789ab"} and all(frame["hudna_attribution"])


@pytest.mark.parametrize(("format", "module", "heading"), TABLES)
def test_what_is_filled_is_documented(selection: Selection, format: str, module: object, heading: str) -> None:
    section = re.split(r"\n\*\*|\n### ", DOCS.split(f"\n**{heading}", 1)[1])[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("|")][2:]
    documented = {name.strip() for cell in cells for name in cell.split(",")}
    columns = {*module.COLUMNS, *module.OURS}  # type: ignore[attr-defined]
    filled = {name for row in rows(format, selection) for name, cell in row.items() if cell and name in columns}
    assert documented <= columns and filled <= documented


def test_pax_local_has_a_row_for_each_agreement_that_was_reached(selection: Selection) -> None:
    paused, truce = rows("paxlocal", selection)
    assert truce["AgtId"] == "hudna:known-2017" and original(truce["Agt"]) == "=The West & East ceasefire"
    assert (truce["Dat"], truce["Agtp"], truce["Stage"], truce["StageSub"]) == ("2017-07-07", "IntraLocal", "Cea", "Ceas")
    assert truce["Con"] == "Quadria" and truce["ThrdPart"] == "Quadria" and truce["Loc1ISO"] == ""
    assert truce["hudna_zones"] == "known-2017@QQ01; known-2017@QQ02" and truce["hudna_where_prec"] == "4"
    assert original(truce["hudna_quote"]) == FORMULA
    assert paused["Status"] == "Status unclear" and paused["Dat"] == "2016-11-30" and paused["hudna_statements"] == "1"


def test_a_truce_ends_on_the_day_of_its_end_and_not_of_its_start(dossier: Dossier) -> None:
    days = {"status": Status.ENDED, "effective": Edtf.parse("2017-07-09"), "since": Edtf.parse("2017-08-03")}
    told = tuple(replace(s, **days) if s.id == "s1" else s for s in dossier.statements)  # type: ignore[arg-type]
    unended = {id: replace(agreement, ended=None) for id, agreement in dossier.agreements.items()}
    table = rows("ethprio", select(replace(dossier, statements=told, agreements=unended)))
    ends = [[row[f"end_{part}"] for part in ("yr", "month", "day")] for row in table]
    assert ["2017", "8", "3"] in ends and ["2017", "7", "9"] not in ends


def test_a_truce_is_a_row_for_each_time_that_it_was_made() -> None:
    """However its texts describe it; and none ends before it begins."""
    selection = select(told(*((f"t{number}", day, text) for number, (day, text) in enumerate(TALBISEH))))
    first, second = rows("ethprio", selection)
    assert (days(first, "cf_dec"), days(first, "cf_effect"), days(first, "end")) == ("", "2018-8-1", "2019-1-19")
    assert (days(second, "cf_dec"), days(second, "cf_effect"), days(second, "end")) == ("2019-3-1", "2019-3-2", "2019-6-1")
    assert first["hudna_articles"] == "t0; t1; t2; t3" and second["hudna_articles"] == "t4; t5"
    assert first["hudna_zones"] == "described-ceasefire@sy/rastan; described-ceasefire@sy/talbiseh"
    assert first["hudna_mediators"] == "Russia; Turkey" and first["hudna_agreement"].count(";") == 3
    assert [row["AgtId"] for row in rows("paxlocal", selection)] == [first["uniq_id"], second["uniq_id"]]


def test_truces_of_other_armed_groups_and_one_that_holds_behind_an_end_are_rows() -> None:
    texts = (
        ("2018-08-02", "A ceasefire between the army and Hayat Tahrir al-Sham took effect in Rastan on Wednesday."),
        ("2018-08-13", "A ceasefire between the army and Jaysh al-Islam took effect in Rastan on Sunday."),
        ("2018-09-03", "The ceasefire in Rastan ended on Sunday."),
        ("2018-10-01", "The truce in Rastan is holding, residents said."),
    )  # fmt: skip
    selection = select(told(*((f"t{number}", day, text) for number, (day, text) in enumerate(texts))))
    found = {row["hudna_articles"]: row for row in rows("ethprio", selection)}
    assert list(found) == ["t0", "t1; t2", "t3"] and len({row["cf_id"] for row in found.values()}) == 3
    assert [row["actor_name"].split("; ")[-1][:6] for row in found.values()] == ["Hayat ", "Jaysh ", ""]
    assert (days(found["t1; t2"], "end"), days(found["t3"], "cf_effect"), days(found["t3"], "end")) == ("2018-9-2", "", "")


def test_what_comes_first_is_what_was_known_first_however_articles_are_named() -> None:
    ids = "abcd"
    for named in (ids, ids[::-1], "cadb"):
        selection = select(told(*((id, *text) for id, text in zip(named, RASTAN, strict=True))))
        (row,) = rows("ethprio", selection)
        assert row["evidence_onset"] == "truce in Rastan in northern Homs came into force on Monday"
        assert (days(row, "cf_effect"), days(row, "end"), row["fixed_time"]) == ("2018-3-5", "2018-4-7", "32")
        assert rows("paxlocal", selection)[0]["hudna_quote"] == row["evidence_onset"]


def test_dates_of_one_day_do_not_depend_on_the_names_of_articles() -> None:
    texts = [
        ("2018-08-05", "A ceasefire took effect in Talbiseh on Wednesday, residents said."),
        ("2018-08-05", "A ceasefire took effect in Talbiseh on Thursday, residents said."),
    ]
    found = [rows("ethprio", select(told(("a", *one), ("b", *other)))) for one, other in (texts, texts[::-1])]
    assert [days(row, "cf_effect") for (row,) in found] == ["2018-8-1", "2018-8-1"]


def test_what_an_article_no_longer_says_is_left_out() -> None:
    dossier = told(*((f"t{number}", day, text) for number, (day, text) in enumerate(TALBISEH)))
    withdrawn = {s.id: Attestation(withdrawn_on=date(2019, 2, 1)) for s in dossier.statements if s.article in ("t1", "t3")}
    (row,) = rows("ethprio", select(replace(dossier, attested=withdrawn)))
    assert row["hudna_articles"] == "t0; t2; t4; t5" and row["hudna_zones"] == "described-ceasefire@sy/talbiseh"
    assert days(row, "end") == "2019-6-1"
    then = rows("ethprio", select(replace(dossier, attested=withdrawn), Filter(known_on=date(2019, 1, 31))))
    assert [row["hudna_articles"] for row in then] == ["t0; t1; t2; t3"], "it was taken back only later"


def test_what_a_text_describes_takes_its_days_from_what_is_selected(dossier: Dossier) -> None:
    """The days that the agreement's last reading gave may not have been known on the day that is asked for."""
    described = {
        id: replace(agreement, known=False, signed=Edtf.parse("2015-01-02"), in_force=Edtf.parse("2015-01-03"))
        for id, agreement in dossier.agreements.items()
    }
    for row in rows("ethprio", select(replace(dossier, agreements=described))):
        assert "2015" not in (row["cf_dec_yr"], row["cf_effect_yr"])


def test_the_parties_have_names_and_ids(dossier: Dossier) -> None:
    """As the articles name them, or as the reference tables know them; talks and what is denied name none."""
    words = Span(0, 3)
    parties = {"s1": ("QQ", "qq/front"), "s2": ("qq/front",), "s4": ("qq/other",)}
    told = tuple(
        replace(statement, parties=tuple(Party(actor=actor, span=words) for actor in parties.get(statement.id, ())))
        for statement in dossier.statements
    )
    kind = ActorKind.ARMED_GROUP
    front = Actor(id="qq/front", name_en="The Front", name_ar="الجبهة", countries=("QQ",), kind=kind, source="qq")
    held = replace(dossier, statements=told, actors=Actors(actors={front.id: front}, words=()))
    for format, column in (("paxlocal", "Part"), ("ethprio", "actor_name")):
        paused, truce = rows(format, select(held))
        assert (truce[column], truce["hudna_parties"]) == ("Quadria; The Front", "QQ; qq/front")
        assert paused[column] == paused["hudna_parties"] == ""
    known = {id: replace(agreement, parties=("qq/front",)) for id, agreement in dossier.agreements.items()}
    assert rows("paxlocal", select(replace(held, agreements=known)))[1]["Part"] == "The Front"


def test_talks_and_what_is_denied_are_left_out(dossier: Dossier) -> None:
    talks = tuple(statement for statement in dossier.statements if statement.id == "s4")
    denied = tuple(replace(statement, modality=Modality.DENIED) for statement in dossier.statements)
    for statements in (talks, denied):
        for format in ("paxlocal", "ethprio"):
            assert not rows(format, select(replace(dossier, statements=statements)))
    assert not rows("ucdpged", select(replace(dossier, statements=denied)))


def test_talks_that_were_suspended_or_ended_are_no_agreement() -> None:
    talks = told(("t", "2023-06-01", "Sudan's army suspended its participation in the Khartoum ceasefire talks on Wednesday."))
    for status in (Status.SUSPENDED, Status.ENDED):
        over = replace(talks, statements=tuple(replace(s, status=status) for s in talks.statements))
        assert over.statements and not rows("paxlocal", select(over)) and not rows("ethprio", select(over))
    reached = replace(talks, statements=tuple(replace(s, status=Status.AGREED) for s in talks.statements))
    assert rows("ethprio", select(reached)), "an editor says that they led to an agreement"


def test_eth_prio_gives_dates_as_far_as_they_are_known(selection: Selection, dossier: Dossier) -> None:
    paused, truce = rows("ethprio", selection)
    assert [truce[f"cf_dec_{part}"] for part in ("yr", "month", "day")] == ["2017", "7", "7"]
    assert [truce[f"cf_effect_{part}"] for part in ("yr", "month", "day")] == ["2017", "7", "9"]
    assert [truce[f"end_{part}"] for part in ("yr", "month", "day")] == ["2018", "6", ""]
    assert (truce["partial"], truce["ceasefire_class"], truce["mediator_nego"], truce["fixed"]) == ("1", "1", "1", "1")
    assert truce["fixed_time"] == "", "the last day is known to the month alone"
    assert [paused[f"cf_dec_{part}"] for part in ("yr", "month", "day")] == ["2016", "11", ""]
    assert (paused["p_humanitarian"], paused["mediator_nego"], paused["actor_name"]) == ("1", "", "")
    then = rows("ethprio", select(dossier, Filter(known_on=date(2017, 12, 31))))
    assert [row["end_yr"] for row in then] == [""], "the end of 2018 was not known in 2017"


def test_ged_has_a_row_for_each_line_of_a_ledger(selection: Selection) -> None:
    found = rows("ucdpged", selection)
    lines = [(zone, line) for zone in selection.zones for line in zone.ledger if line.modality is not Modality.POSSIBLE]
    assert len(found) == len(lines) and len({row["id"] for row in found}) == len(found)
    for row, (zone, line) in zip(found, lines, strict=True):
        assert (row["hudna_zone"], row["hudna_statement"], row["hudna_status"]) == (zone.id, line.statement, line.status)
        assert original(row["hudna_quote"]) == line.evidence[0].quote
        assert row["best"] == row["deaths_a"] == row["type_of_violence"] == "", "no deaths are known, which is not none"
        footprint = selection.footprints.get(zone.id)
        assert row["where_prec"] == (str(footprint.where_prec) if footprint else "")


def test_ged_precision_follows_what_is_known(selection: Selection) -> None:
    found = {(row["hudna_zone"], row["hudna_status"]): row for row in rows("ucdpged", selection)}
    dated = found["known-2017@QQ01", "in_force"]
    assert (dated["date_start"], dated["date_prec"], dated["hudna_dated_by"]) == ("2017-07-09", "1", "text")
    breach = found["known-2017@QQ01", "violated"]
    assert (breach["date_start"], breach["date_prec"], breach["hudna_dated_by"]) == ("2017-07-10", "", "publication")
    town = found["described-1@qq/a", "agreed"]
    assert (town["date_start"], town["date_end"], town["date_prec"]) == ("2016-11-01", "2016-11-30", "4")
    assert (town["adm_1"], town["adm_2"], town["where_prec"]) == ("West Governorate", "A District", "1")
    assert (dated["adm_1"], dated["adm_2"]) == ("West Governorate", "")
    lon, lat = float(town["longitude"]), float(town["latitude"])
    assert town["geom_wkt"] == f"POINT ({lon} {lat})" and abs(lon - 10.5) < 0.1 and abs(lat - 41) < 0.1
    assert breach["source_article"].startswith("https://news.example/") and original(breach["source_headline"]) == FORMULA
    assert town["source_article"] == "plain" and original(dated["source_original"]) == FORMULA[:10]


def test_exports_name_a_described_truce_with_its_year() -> None:
    dossier = told(*((day, day, words) for day, words in TALBISEH))
    for filter, year in ((Filter(known_on=date(2018, 12, 31)), "2018"), (Filter(articles=("2019-06-02",)), "2019")):
        zone = next(row for row in zone_rows(select(dossier, filter)) if row["area"] == "sy/talbiseh")
        assert str(zone["agreement_name_en"]).endswith(f" · {year}") and str(zone["agreement_name_ar"]).endswith(f" · {year}")


def test_a_zone_of_a_day_is_named_after_the_truce_of_that_day() -> None:
    """Without a day it is that of 2019, which as many articles tell of in the same words, and newer ones."""
    dossier = told(*((day, day, words) for day, words in TALBISEH))
    for day, year in ((date(2018, 8, 10), "2018"), (date(2019, 1, 20), "2019"), (date(2019, 4, 1), "2019"), (None, "2019")):
        zone = next(row for row in zone_rows(select(dossier, Filter(day=day))) if row["area"] == "sy/talbiseh")
        assert str(zone["agreement_name_en"]).endswith(f" · {year}"), day
        assert str(zone["agreements"]).split("; ")[0] == zone["agreement"] and str(zone["agreements"]).count(";") == 3


def test_a_report_of_ged_is_named_after_the_truce_that_it_speaks_of() -> None:
    dossier = told(*((day, day, words) for day, words in TALBISEH))
    for row in rows("ucdpged", select(dossier)):
        (statement,) = [s for s in dossier.statements if s.id == row["hudna_statement"]]
        assert row["hudna_agreement"] == statement.agreement
        assert row["conflict_name"].endswith(f" · {row['hudna_article'][:4]}")


UNITS = {
    "sd/north-darfur": box(24, 13, 27, 20), "sd/red-sea-state": box(35, 18, 38, 22), "sd/north-kordofan": box(27, 12, 32, 16),
    "sa/asir": box(35, 17, 44, 23),
}  # fmt: skip


@pytest.mark.parametrize(
    ("area", "governorate"),
    [
        ("sd/north-darfur", "North Darfur"), ("sd/el-fasher", "North Darfur"), ("sd/el-fasher:surroundings", "North Darfur"),
        ("sd/kassala", "Kassala State"),
        ("sd/port-sudan", "Red Sea state"),  # by its point: the tables know its country alone
        ("sd/en-nahud", ""),  # the tables know it to lie in a state that is not drawn
        ("sd/atbara", ""), ("sd/darfur", ""), ("SD", ""), ("SD:east", ""), ("SY04", "Homs Governorate"),
    ],
)  # fmt: skip
def test_a_zone_abroad_has_its_governorate(area: str, governorate: str) -> None:
    """A state that is a region of the tables is one if it is a unit of its country; the zones' table says the same."""
    dossier = told(("one", "2018-08-02", "A ceasefire took effect in Talbiseh on Wednesday, residents said."))
    there = tuple(replace(statement, areas=(CoveredArea(area=area),)) for statement in dossier.statements)
    selection = select(replace(dossier, statements=there, first_level=UNITS))
    country = {"SD": "Sudan", "SY": "Syria"}[area[:2].upper()]
    (row,) = rows("ucdpged", selection)
    assert (row["adm_1"], row["country"]) == (governorate, country)
    (zone,) = zone_rows(selection)
    assert (zone["governorate_en"] or "", zone["country_en"], zone["country"]) == (governorate, country, area[:2].upper())


@pytest.mark.parametrize(
    ("lon", "lat", "gid"), [(-179.75, -89.75, 1), (179.75, 89.75, 259200), (-179.75, -89.25, 721), (0.25, 0.25, 129961)]
)
def test_cells_of_prio_grid_are_numbered_from_the_south_west(lon: float, lat: float, gid: int) -> None:
    """720 columns and 360 rows of half degrees."""
    assert priogrid_gid(lon, lat) == gid


@pytest.mark.parametrize("format", ["paxlocal", "ethprio", "ucdpged"])
def test_no_cell_is_a_formula(selection: Selection, format: str) -> None:
    content = export(format, selection)
    assert not content.startswith(b"\xef\xbb\xbf")
    cells = [cell for row in csv.reader(io.StringIO(content.decode(), newline="")) for cell in row]
    assert f"'{FORMULA}" in cells and not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r\n"))]


def test_country_codes_are_those_of_the_standard() -> None:
    codes = country_codes()
    assert {c: row.alpha3 for c, row in codes.items()} == {c.alpha_2: c.alpha_3 for c in pycountry.countries}
    numbers = [row.gwno for row in codes.values() if row.gwno]
    assert len(numbers) == len(set(numbers)) and codes["SY"].gwno == 652
    assert (codes["KH"].gwno, codes["CU"].gwno, codes["CY"].gwno, codes["VN"].gwno) == (811, 40, 352, 816)
    known = load_sources()
    for row in read_rows(REFERENCE_FOLDER / "country_codes.csv", COLUMNS):
        assert set(row["source"].split("|")) <= known.keys() and ("gleditsch-ward" in row["source"]) == bool(row["gwno"])
