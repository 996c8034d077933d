"""The shipped gazetteer: complete, in agreement with itself, right on facts that can be looked up."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from data.tables.check import check_gazetteer
from data.tables.place_checks import load_boxes
from data.tables.reference import load_gazetteer, load_sources, position_error_km
from data.tables.rows import REFERENCE_FOLDER
from geo.errors import ReferenceTableError
from geo.gazetteer import Area, Demonym, Gazetteer, Kind, Mask, MaskKind, NameClass, Place, PlaceName, Region, Strip
from geo.text.script import fold_name

SHARED = Path(__file__).resolve().parents[3] / ".." / "shared"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def bearers(gazetteer: Gazetteer, text: str, language: str) -> dict[str, NameClass]:
    folded = fold_name(text)
    return {n.place: n.name_class for n in gazetteer.names if n.language == language and fold_name(n.text) == folded}


def test_syria_has_all_its_units(gazetteer: Gazetteer) -> None:
    units = [p for p in gazetteer.places.values() if p.country == "SY" and p.pcode]
    counts = {kind: sum(p.kind is kind for p in units) for kind in (Kind.GOVERNORATE, Kind.DISTRICT, Kind.SUBDISTRICT)}
    assert counts == {Kind.GOVERNORATE: 14, Kind.DISTRICT: 62, Kind.SUBDISTRICT: 272}


def test_every_subdistrict_has_a_seat_with_a_position_and_its_parents(gazetteer: Gazetteer) -> None:
    for place in gazetteer.places.values():
        if place.kind is Kind.SUBDISTRICT:
            assert tuple(gazetteer.ancestors(place.id)) == (place.id[:6], place.id[:4], "SY"), place.id
            assert place.seat is not None and place.id in tuple(gazetteer.ancestors(place.seat)), place.id
            seat = gazetteer.places[place.seat]
            assert (seat.lon, seat.lat) == (place.lon, place.lat), place.id


def test_every_country_has_a_capital(gazetteer: Gazetteer) -> None:
    countries = {p.id for p in gazetteer.places.values() if p.kind is Kind.COUNTRY}
    assert set(gazetteer.capitals) == countries
    assert all(gazetteer.places[capital].kind is Kind.CITY for capital in gazetteer.capitals.values())


def test_every_settlement_and_region_of_syria_can_be_read_in_both_languages(gazetteer: Gazetteer) -> None:
    """Units below the governorate are reached through their seat's name and a head word (ناحية، منطقة).

    A place whose English name is told apart by a bracket may leave the bare name to its better-known namesake.
    """
    named = {(name.place, name.language) for name in gazetteer.names}
    borne = {fold_name(name.text) for name in gazetteer.names if name.language == "en"}
    below = (Kind.DISTRICT, Kind.SUBDISTRICT)
    for place in gazetteer.places.values():
        if place.country == "SY" and place.kind not in below:
            assert (place.id, "ar") in named, place.id
            assert (place.id, "en") in named or fold_name(place.name_en.partition(" (")[0]) in borne, place.id


def test_the_shipped_tables_have_no_fault(gazetteer: Gazetteer) -> None:
    assert check_gazetteer(gazetteer) == []


def test_arabic_names_are_written_in_arabic_letters_and_without_administrative_head_words(gazetteer: Gazetteer) -> None:
    for name in gazetteer.names:
        if name.language == "ar":
            assert any("\u0621" <= c <= "\u064a" for c in name.text), name
            assert not name.text.startswith(("محافظة ", "بلدة ", "قرية ", "ناحية ")), name
        else:
            assert not any("\u0600" <= c <= "\u06ff" for c in name.text), name


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("sy/douma", "sy/eastern-ghouta"), ("sy/nashabiyah", "sy/eastern-ghouta"), ("sy/jobar", "sy/eastern-ghouta"),
        ("sy/jobar", "SY01"), ("sy/rastan", "SY04:countryside-north"), ("sy/houla", "sy/northern-homs"),
        ("sy/kefraya", "SY07"), ("sy/madaya", "SY03"), ("sy/ain-al-fijah", "sy/wadi-barada"), ("SY12", "SY:south-west"),
        ("sy/daraa-al-balad", "sy/hawran"), ("sy/yarmouk-camp", "sy/south-damascus"), ("sy/foua", "sy/four-towns"),
        ("sy/hmeimim", "sy/coast"), ("ps/gaza-city", "PS"),
        ("sy/eastern-homs", "SY04"), ("sy/uqayribat", "sy/eastern-hama"), ("sy/hatla", "sy/seven-villages"),
        ("sy/mazraa-suwayda", "SY13:countryside-west"), ("ps/shujaiya", "ps/gaza-strip"),
        ("lb/bint-jbeil", "lb/south-lebanon"), ("lb/tripoli", "lb/north-lebanon"), ("lb/baalbek", "lb/east-lebanon"),
    ],
)  # fmt: skip
def test_lies_in(gazetteer: Gazetteer, inner: str, outer: str) -> None:
    assert gazetteer.lies_in(Area.parse(inner), Area.parse(outer))


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("sy/rastan", "sy/eastern-ghouta"), ("sy/darayya", "sy/eastern-ghouta"), ("SY07", "SY:south-west"),
        ("SY04", "sy/rastan"), ("sy/saraqib", "sy/northern-homs"), ("lb/sidon", "SY"),
    ],
)  # fmt: skip
def test_does_not_lie_in(gazetteer: Gazetteer, inner: str, outer: str) -> None:
    assert not gazetteer.lies_in(Area.parse(inner), Area.parse(outer))


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("درعا", "ar", {"SY12", "sy/daraa"}), ("Idleb", "en", {"SY07", "sy/idlib"}), ("ريف دمشق", "ar", {"SY03"}),
        ("الغوطة", "ar", {"sy/eastern-ghouta", "sy/western-ghouta"}), ("عمّان", "ar", {"jo/amman", "OM"}),
        ("صيدا", "ar", {"lb/sidon", "sy/sayda-daraa"}), ("طرابلس", "ar", {"ly/tripoli", "lb/tripoli"}),
        ("أستانة", "ar", {"kz/astana"}), ("آستانا", "ar", {"kz/astana"}), ("صوران", "ar", {"sy/suran", "sy/suran-aleppo"}),
        ("جبل سمعان", "ar", {"SY0200"}), ("معبر نصيب", "ar", {"sy/nasib-crossing"}), ("Dar'a", "en", {"SY12", "sy/daraa"}),
    ],
)  # fmt: skip
def test_who_bears_a_name(gazetteer: Gazetteer, text: str, language: str, places: set[str]) -> None:
    assert set(bearers(gazetteer, text, language)) == places


@pytest.mark.parametrize(
    ("place", "language", "spellings"),
    [
        ("sy/idlib", "en", "Idlib|Idleb"), ("sy/idlib", "ar", "إدلب|ادلب"), ("sy/daraa", "en", "Daraa|Deraa|Dar'a"),
        ("sy/suwayda", "en", "Sweida|Suwayda|As-Suwayda|As-Sweida"), ("sy/suwayda", "ar", "السويداء|السويدا"),
        ("sy/latakia", "en", "Latakia|Lattakia"), ("sy/rastan", "en", "Ar-Rastan|Al-Rastan|Rastan"),
        ("sy/khan-sheikhoun", "en", "Khan Sheikhoun|Khan Shaykhun"), ("sy/jisr-al-shughur", "en", "Jisr ash-Shughur"),
        ("sy/deir-ez-zor", "en", "Deir ez-Zor|Deir Ezzor|Deir al-Zour"), ("sy/deir-ez-zor", "ar", "دير الزور|ديرالزور"),
        ("sy/qamishli", "en", "Qamishli|Kamishli"), ("sy/kobani", "en", "Kobani|Kobane|Ayn al-Arab"),
        ("sy/kobani", "ar", "كوباني|عين العرب"), ("sy/kafr-nabl", "ar", "كفر نبل|كفرنبل"),
        ("sy/kafr-najd", "ar", "كفر نجد|كفرنجد"),
        ("sy/t4", "ar", "مطار التيفور|مطار تيفور|مطار التي فور"), ("sy/qara-qozaq", "ar", "قره قوزاق|قرقوزاق"),
        ("kz/astana", "ar", "أستانة|آستانا|أستانا|نور سلطان"), ("az/nagorno-karabakh", "ar", "ناغورني قره باغ|كاراباخ"),
        ("ua/zaporizhzhia", "en", "Zaporizhzhia|Zaporizhia"), ("ps/erez", "ar", "معبر إيريز|معبر بيت حانون"),
    ],
)  # fmt: skip
def test_every_spelling_of_the_press_leads_to_the_place(
    gazetteer: Gazetteer, place: str, language: str, spellings: str
) -> None:
    for spelling in spellings.split("|"):
        assert place in bearers(gazetteer, spelling, language), spelling


# a truce's articles name quarters, villages, crossings, bases, camps, dams and mountains, not towns alone
BREADTH = {
    "SY": {Kind.VILLAGE: 900, Kind.NEIGHBOURHOOD: 200, Kind.CROSSING: 35, Kind.BASE: 45, Kind.CAMP: 25},
    "PS": {Kind.NEIGHBOURHOOD: 10, Kind.CAMP: 9, Kind.CROSSING: 6},
}


@pytest.mark.parametrize("country", BREADTH)
def test_the_gazetteer_is_as_broad_as_the_articles(gazetteer: Gazetteer, country: str) -> None:
    kinds = Counter(place.kind for place in gazetteer.places.values() if place.country == country)
    assert {kind: min(kinds[kind], least) for kind, least in BREADTH[country].items()} == BREADTH[country]


@pytest.mark.parametrize("word", ["باراك", "لغات", "كبيرين", "كريما", "رامي"])
def test_a_common_word_is_no_name_behind_a_letter(gazetteer: Gazetteer, word: str) -> None:
    """«ب» + «أراك» is Barack: a name that is a common word with or without a letter written to it is left out."""
    folded = {fold_name(word), fold_name(word[1:])}
    assert not [name for name in gazetteer.names if name.language == "ar" and fold_name(name.text) in folded]


ORDINARY_WORDS = (
    "الباب", "نصيب", "حضر", "كسب", "التل", "القصير", "نوى", "جاسم", "الحارة", "القدم", "السلمية", "صور", "قطر", "حماة", "المزة",
    "سورية", "الجزيرة", "دوما", "الغوطة", "تدمر", "الضمير", "السفيرة", "سلمية", "جملة", "كتم", "نهم",
    "طويلة", "الخمس", "براك", "الفاو", "جويا", "باجل", "لقاوة", "لير", "الحزم", "عتق",
)  # fmt: skip


HOMONYMS = (
    ("البيضاء", "ar", {"ye/bayda-yemen", "ly/bayda"}), ("البريقة", "ar", {"ly/brega", "ye/buraiqa"}),
    ("Houla", "en", {"sy/houla", "lb/houla-lebanon"}), ("الطيبة", "ar", {"sy/taybah-daraa", "lb/taybeh-lebanon"}),
    ("طرابلس", "ar", {"ly/tripoli", "lb/tripoli"}), ("الناصرية", "ar", {"iq/nasiriyah-iraq", "sy/nasiriyah-qalamoun"}),
)  # fmt: skip


@pytest.mark.parametrize(("name", "language", "bearing"), HOMONYMS)
def test_a_name_in_two_countries_is_safe_in_neither(gazetteer: Gazetteer, name: str, language: str, bearing: set[str]) -> None:
    found = bearers(gazetteer, name, language)
    assert bearing <= found.keys() and NameClass.SAFE not in found.values()


@pytest.mark.parametrize("word", ORDINARY_WORDS)
def test_an_ordinary_word_is_no_safe_name(gazetteer: Gazetteer, word: str) -> None:
    found = bearers(gazetteer, word, "ar")
    assert found and NameClass.SAFE not in found.values()


def test_the_likelier_ghouta_stands_first(gazetteer: Gazetteer) -> None:
    order = [n.place for n in gazetteer.names if n.text == "الغوطة"]
    assert order == ["sy/eastern-ghouta", "sy/western-ghouta"]


def test_areas_are_known_by_their_region(gazetteer: Gazetteer) -> None:
    assert gazetteer.canonical(Area("SY04", "countryside", "north")) == Area("sy/northern-homs")
    assert gazetteer.canonical(Area("SY", "", "south-west")) == Area("sy/south-west")
    assert gazetteer.canonical(Area("SY01", "countryside")) == Area("SY03")


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("الغوطة الشرقية", "sy/eastern-ghouta"), ("القلمون الغربي", "sy/western-qalamoun"), ("وادي بردى", "sy/wadi-barada"),
        ("سهل الغاب", "sy/ghab"), ("جبل الدروز", "sy/jabal-al-arab"), ("اللجاة", "sy/lajat"),
        ("حوض اليرموك", "sy/yarmouk-basin"),
        ("الجانب السوري من وادي خالد", "sy/wadi-khaled-syria"), ("خط ألفا", "sy/undof-alpha-line"),
        ("خط برافو", "sy/undof-bravo-line"), ("منطقة إدلب منزوعة السلاح", "sy/idlib-dmz"),
        ("منطقة الـ55", "sy/55km-zone"),
        ("ريف حمص الشرقي", "sy/eastern-homs"),
        ("ريف دمشق الغربي", "sy/western-rif-dimashq"), ("جبل الحص", "sy/jabal-al-hass"), ("القرى السبع", "sy/seven-villages"),
        ("بادية السويداء", "sy/badia-suwayda"), ("إقليم البلان", "sy/iqlim-al-ballan"), ("البلدات الأربع", "sy/four-towns"),
    ],
)  # fmt: skip
def test_a_named_region_has_a_recipe_and_a_source(gazetteer: Gazetteer, text: str, region: str) -> None:
    assert region in bearers(gazetteer, text, "ar")
    assert gazetteer.regions[region].core and gazetteer.regions[region].source


def test_every_countryside_of_a_governorate_is_one_place_however_it_is_written(gazetteer: Gazetteer) -> None:
    """«ريفي حمص الشرقي والغربي» cuts the part out of the governorate; «ريف حمص الشرقي» is a name: both must mean one area."""
    for region in gazetteer.regions.values():
        for key in region.also:
            assert gazetteer.canonical(Area.parse(key)) == Area(region.place)
    for direction in ("north", "south", "east", "west"):
        assert f"SY04:countryside-{direction}" in gazetteer.region_of_area


def test_masks_hold_what_would_be_misread(gazetteer: Gazetteer) -> None:
    masks = {fold_name(m.text) for m in gazetteer.masks}
    expected = ("قوات سوريا الديمقراطية", "هيئة تحرير الشام", "درع الفرات", "لواء شهداء اليرموك", "Jordan Times", "كرة القدم")
    assert {fold_name(text) for text in expected} <= masks
    places = {fold_name(n.text) for n in gazetteer.names if n.name_class is NameClass.SAFE}
    hiding = {fold_name(m.text) for m in gazetteer.masks if m.kind is not MaskKind.ACRONYM}  # "SANA" hides no "Sana"
    assert hiding & places == set()


def test_sources_say_who_published_them_under_which_licence() -> None:
    for key, source in load_sources().items():
        assert source["title"] and source["publisher"] and source["licence"] and "url" in source, key


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("a", 1.0), ("a|b", 5.0), ("b|a", 5.0), ("a|names", 1.0), ("a|unmeasured", 1.0), ("unmeasured", None), ("names", None),
        ("hearsay", None), ("", None),
    ],
)  # fmt: skip
def test_of_several_sources_the_least_sure_says_how_good_a_position_is(source: str, error: float | None) -> None:
    sources = {
        "a": {"position_error_km": 1}, "b": {"position_error_km": 5.0}, "names": {"title": "Names"},
        "unmeasured": {"position_error_km": "unknown"},
    }  # fmt: skip
    assert position_error_km(source, sources) == error


def test_a_shipped_place_is_as_sure_as_its_source_and_what_has_no_point_is_not_sure_at_all() -> None:
    places = load_gazetteer().places
    assert places["sy/bakkar"].position_error_km == 5.0, "a community that the project itself matched to the name"
    assert places["sy/rastan"].position_error_km == 1.3
    assert {places[id].position_error_km for id in ("sy/eastern-ghouta", "xx/euphrates", "ru/chechnya", "eg/el-alamein")} == {
        None
    }


SMALL = Gazetteer(
    places={
        p.id: p for p in (
            Place(id="SY", kind=Kind.COUNTRY, country="SY", parent=None, name_en="Syria", name_ar="سوريا", lon=36.3, lat=33.5,
                  seat="sy/damascus", source="hudna"),
            Place(id="sy/damascus", kind=Kind.CITY, country="SY", parent="SY", name_en="Damascus", name_ar="دمشق", lon=36.3,
                  lat=33.5, source="hudna|geonames"),
            Place(id="sy/town", kind=Kind.TOWN, country="SY", parent="SY", name_en="Town", name_ar="بلدة", lon=36.4, lat=33.6,
                  source="hudna"),
            Place(id="sy/region", kind=Kind.REGION, country="SY", parent="SY", name_en="Region", name_ar="إقليم",
                  source="hudna"),
        )
    },
    names=(PlaceName(text="دمشق", language="ar", place="sy/damascus", source="hudna"),),
    regions={"sy/region": Region(place="sy/region", core=("sy/town",), source="hudna")},
    masks=(Mask(text="دمشق الآن", language="ar", kind=MaskKind.MEDIA, source="hudna"),),
    demonyms=(Demonym(text="سوري", language="ar", place="SY", source="hudna"),),
)  # fmt: skip


def with_place(place: str, **changes: object) -> Callable[[Gazetteer], Gazetteer]:
    return lambda g: replace(g, places={**g.places, place: replace(g.places[place], **changes)})  # type: ignore[arg-type]


def with_name(
    text: str, place: str, name_class: NameClass = NameClass.SAFE, language: str = "ar"
) -> Callable[[Gazetteer], Gazetteer]:
    name = PlaceName(text=text, language=language, place=place, name_class=name_class, source="hudna")
    return lambda g: replace(g, names=(*g.names, name))


def with_region(**changes: object) -> Callable[[Gazetteer], Gazetteer]:
    return lambda g: replace(g, regions={"sy/region": replace(g.regions["sy/region"], **changes)})  # type: ignore[arg-type]


FAULTS = [
    (with_place("sy/town", parent="SY99"), "the parent 'SY99'"),
    (with_place("SY", parent="sy/town"), "never ends"),
    (with_place("SY", seat="sy/nowhere"), "the seat 'sy/nowhere'"),
    (with_place("sy/town", seat="sy/damascus"), "does not lie in it"),
    (with_place("sy/town", lon=3.64), "outside the box"),
    (with_place("sy/town", lat=None), "half a position"),
    (with_place("sy/town", lon=None, lat=None), "no position"),
    (with_place("sy/town", country="QQ"), "without a row in boxes.csv"),
    (with_place("sy/town", source="hearsay"), "'hearsay'"),
    (with_place("sy/town", source=""), "'sy/town' names no source"),
    (
        with_place("sy/town", source="zone-facts"),
        "none of its sources (zone-facts) says how good",
    ),
    (with_place("sy/town", parent="JO"), "does not exist"),
    (with_place("sy/region", country="JO"), "its parent 'SY' in 'SY'"),
    (lambda g: with_place("SY", geonames="1")(with_place("sy/town", geonames="1")(g)), "the same geonames '1'"),
    (with_name("دمشق الآن", "sy/damascus"), "hides the name"),
    (lambda g: replace(g, masks=g.masks * 2), "masks: 'دمشق الان' (ar) is listed twice"),
    (lambda g: replace(g, demonyms=g.demonyms * 2), "demonyms: 'سوري' (ar) is listed twice"),
    (with_place("sy/town", id="sy/damascus"), "filed under"),
    (with_place("sy/town", name_ar=""), "needs a name"),
    (with_name("دِمَشْق", "sy/damascus"), "listed twice"),
    (with_name("دمشق", "sy/town"), "needs evidence"),
    (with_name("دمشق", "sy/town", NameClass.NEEDS_EVIDENCE), "needs evidence"),
    (with_name("حمص", "sy/nowhere"), "which does not exist"),
    (with_region(core=()), "no core"),
    (with_region(possible=("sy/nowhere",)), "'sy/nowhere'"),
    (with_region(possible=("sy/town:upwards",)), "no direction"),
    (with_region(contains=("sy/region",)), "leads back"),
    (with_region(without=("sy/nowhere",)), "'sy/nowhere'"),
    (with_region(without=("sy/region",)), "leads back"),
    (with_region(strip=Strip(along="sy/nowhere", reach_km=1.0)), "needs 'sy/nowhere'"),
    (with_region(strip=Strip(along="atlantis", reach_km=1.0, at_most=True)), "needs 'atlantis'"),
    (with_region(strip=Strip(along="sy/town", bank="left")), "needs a course of 'sy/town'"),
    (with_region(strip=Strip(along="sy/town", reach_km=1.0, start="sy/town", end="sy/region")), "needs 'sy/region'"),
    (with_region(place="sy/nowhere"), "'sy/nowhere' does not exist"),
    (with_region(source="hearsay"), "regions: 'sy/region' names the source"),
    (lambda g: replace(g, demonyms=(Demonym(text="مريخي", language="ar", place="XM", source="hudna"),)), "demonyms"),
    (lambda g: replace(g, masks=(Mask(text="قناة", language="ar", kind=MaskKind.MEDIA, source="hearsay"),)), "masks"),
]


def test_the_small_gazetteer_has_no_fault() -> None:
    assert check_gazetteer(SMALL) == []


@pytest.mark.parametrize(("plant", "sign"), FAULTS, ids=[sign for _, sign in FAULTS])
def test_a_planted_fault_is_found(plant: Callable[[Gazetteer], Gazetteer], sign: str) -> None:
    assert any(sign in fault for fault in check_gazetteer(plant(SMALL)))


def test_governorate_and_city_may_share_a_safe_name() -> None:
    assert check_gazetteer(with_name("دمشق", "SY")(SMALL)) == []


def test_two_regions_are_not_the_same_area() -> None:
    twin = Region(place="sy/town", core=("sy/damascus",), also=("SY:north",), source="hudna")
    both = {"sy/region": replace(SMALL.regions["sy/region"], also=("SY:north",)), "sy/town": twin}
    assert any("both" in fault for fault in check_gazetteer(replace(SMALL, regions=both)))


def copied_tables(folder: Path) -> Path:
    for name in (
        "places.csv",
        "names.csv",
        "regions.toml",
        "masks.csv",
        "demonyms.csv",
        "host_cities.csv",
        "seats_of_rule.csv",
        "standing_truces.csv",
        "sources.toml",
    ):
        (folder / name).write_bytes((REFERENCE_FOLDER / name).read_bytes())
    return folder


def test_the_loader_reports_every_row_that_it_cannot_read(tmp_path: Path) -> None:
    folder = copied_tables(tmp_path)
    header, first, second, *others = (folder / "places.csv").read_text("utf-8").splitlines()
    broken = [first.replace("country", "planet", 1), second.replace(",36", ",thirty-six", 1).replace(",35", ",thirty-five", 1)]
    (folder / "places.csv").write_text("\n".join([header, *broken, *others, others[0], "too,few,cells"]), "utf-8")
    (folder / "masks.csv").write_text("text,language\n", "utf-8")
    with pytest.raises(ReferenceTableError) as raised:
        load_gazetteer(folder)
    faults = str(raised.value).splitlines()
    assert len(faults) == 5
    for sign in ("row 2:", "row 3:", "cells", "masks.csv: the header", "two rows have the id"):
        assert sum(sign in fault for fault in faults) == 1, sign


def test_boxes_hold_every_country(gazetteer: Gazetteer) -> None:
    countries = {p.id for p in gazetteer.places.values() if p.kind is Kind.COUNTRY}
    assert set(load_boxes()) == countries


def test_the_names_of_the_annotated_news_are_known(gazetteer: Gazetteer) -> None:
    """Every annotated surface that is a plain name; what the text makes of a name (ريف إدلب) is the reader's."""
    gold = SHARED / "evaluation" / "news_gold.jsonl"
    if not gold.exists():
        pytest.skip("the annotated news (../shared/evaluation) is not here")
    known = {(fold_name(n.text), n.language) for n in gazetteer.names}
    unknown = {
        mention["surface"]
        for article in map(json.loads, gold.read_text("utf-8").splitlines()) for mention in article["mentions"]
        if mention["kind"] != "countryside" and (fold_name(mention["surface"]), article["lang"]) not in known
    }  # fmt: skip
    assert unknown == set()
