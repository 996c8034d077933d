"""The evidence pack: all files and their checksums, and a page in which an article's text is only ever text."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from lxml import html

from data.export import FORMATS, export
from data.export.dossier import Dossier, Filter, Selection, select
from data.export.hypertext import date_said, tag, written
from data.export.pack import FOLDER
from data.export.plain import plain
from data.export.words import words
from geo.edtf import Edtf
from geo.footprint import Footprint
from tests.data.export.sample_dossier import BIDI, CONTROL, FORMULA, MARKUP

ROOT = Path(__file__).resolve().parents[3]


def contents(selection: Selection) -> dict[str, bytes]:
    """The files of the pack by their path in its folder."""
    with zipfile.ZipFile(io.BytesIO(export("pack", selection))) as archive:
        assert archive.testzip() is None
        return {name.removeprefix(f"{FOLDER}/"): archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def pack(selection: Selection) -> dict[str, bytes]:
    return contents(selection)


@pytest.fixture(scope="module")
def page(pack: dict[str, bytes]) -> html.HtmlElement:
    return html.document_fromstring(pack["index.html"].decode())


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


# --- the files


def test_every_format_is_in_it_byte_for_byte(pack: dict[str, bytes], selection: Selection) -> None:
    for name, one in FORMATS.items():
        if name not in ("pack", "csv"):
            assert pack[one.file_name] == export(name, selection), name
    assert {"periods.csv", "about.txt", "about.json", "index.html"} <= pack.keys()
    assert json.loads(pack["about.json"])["program"] == "Hudna 1+0123456789ab"


def test_the_checksums_are_those_of_the_files(pack: dict[str, bytes]) -> None:
    sums = dict(reversed(line.split("  ", 1)) for line in pack["SHA256SUMS"].decode().splitlines())
    assert sums.keys() == pack.keys() - {"SHA256SUMS"}
    assert all(hashlib.sha256(pack[path]).hexdigest() == digest for path, digest in sums.items())


def test_the_quoted_articles_are_in_it_as_they_were_read(pack: dict[str, bytes], selection: Selection) -> None:
    texts = {hashlib.sha256(content).hexdigest() for path, content in pack.items() if path.startswith("articles/")}
    quoted = {statement.article for statement in selection.statements}
    assert texts == {selection.articles[id].sha256 for id in quoted} and len(quoted) < len(selection.articles)


def test_nothing_in_it_has_a_time_or_leaves_its_folder(selection: Selection) -> None:
    with zipfile.ZipFile(io.BytesIO(export("pack", selection))) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert all(re.fullmatch(rf"{FOLDER}/[A-Za-z0-9/-]+(\.[a-z]+)?", entry.filename) for entry in entries)
    assert len({entry.filename for entry in entries}) == len(entries)


def test_the_same_dossier_gives_the_same_pack(dossier: Dossier, selection: Selection) -> None:
    again = replace(dossier, articles=dict(dossier.articles))
    assert export("pack", select(again)) == export("pack", selection)


def test_another_process_gives_the_same_pack(selection: Selection) -> None:
    """Sets and hashes are in another order in each process."""
    program = (
        "import hashlib; from data.export.dossier import select; from data.export import export; "
        "from tests.data.export.sample_dossier import dossier; "
        "print(hashlib.sha256(export('pack', select(dossier()))).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    other = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )  # fmt: skip
    assert other.stdout.strip() == hashlib.sha256(export("pack", selection)).hexdigest()


# --- the page


def test_the_page_runs_and_loads_nothing_but_its_own(page: html.HtmlElement) -> None:
    (style,), (script,) = page.xpath("//style"), page.xpath("//script")
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for element, directive in ((style, "style-src"), (script, "script-src")):
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    names = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    assert not names & {"img", "iframe", "object", "embed", "link", "base", "form", "input", "audio", "video", "foreignobject"}
    for element in page.iter():
        assert not [name for name in element.attrib if name.startswith("on") or name in ("src", "style", "srcdoc")]


def test_links_lead_into_the_pack_or_to_the_web(page: html.HtmlElement, pack: dict[str, bytes]) -> None:
    ids = set(page.xpath("//@id"))
    assert len(ids) == len(page.xpath("//@id"))
    for address in page.xpath("//@href"):
        if address.startswith("#"):
            assert address[1:] in ids
        else:
            assert address in pack or address.startswith("https://"), address
    assert "javascript" not in " ".join(page.xpath("//@href"))


def test_quotes_are_text_in_their_own_direction(page: html.HtmlElement, selection: Selection) -> None:
    shown = {quote.text_content() for quote in page.xpath("//blockquote")}
    for zone in selection.zones:
        for line in zone.ledger:
            assert {plain(e.quote).replace("\r\n", "\n").replace("\r", "\n") for e in line.evidence} <= shown
    assert {FORMULA, MARKUP, BIDI, plain(CONTROL)} <= shown
    assert all(quote.get("dir") == "auto" and quote.get("lang") for quote in page.xpath("//blockquote"))
    headlines = page.xpath("//article/h3/bdi")
    assert [bdi.text_content() for bdi in headlines] == [plain(a.headline) for a in selection.articles.values()]
    assert all(bdi.get("dir") == "auto" for bdi in headlines)


def test_every_zone_has_its_ledger_and_every_drawn_one_its_shape(page: html.HtmlElement, selection: Selection) -> None:
    sections = page.xpath("//section")
    for section, zone in zip(sections, selection.zones, strict=True):
        assert len(section.xpath(".//tbody/tr")) == len(zone.ledger)
        drawn = page.xpath(f"//svg/a[@href='#{section.get('id')}']")
        assert len(drawn) == (zone.id in selection.footprints)
        if drawn:
            assert all(path.get("d").startswith("M") for path in drawn[0].xpath("./path"))
    assert "has no polygon" in text_of(sections[1]) and "Nowhere" in text_of(sections[1])
    assert any(path.get("d").count("M") > 1 for path in page.xpath("//svg/a/path")), "the hole is drawn"


def test_the_page_says_last_days(page: html.HtmlElement, selection: Selection) -> None:
    """A truce until August 2017 holds on the 31st, and not on the day behind it; so do its periods, as "first → last"."""
    (place,) = (number for number, zone in enumerate(selection.zones) if zone.id == "known-2017@QQ02")
    section = page.findall(".//section")[place]
    until = [" ".join(row[2].text_content().split()) for row in section.findall(".//tbody/tr")]
    assert any("2017-08-31" in cell for cell in until) and not any("2017-09-01" in cell for cell in until)
    held = [" ".join(item.itertext()) for item in section.find("ul").findall("li/bdi")]
    assert held == [
        f"{period.start} → {period.end - timedelta(days=1) if period.end else ''}".rstrip()
        for period in selection.periods["known-2017@QQ02"]
    ] and any(period.end for period in selection.periods["known-2017@QQ02"])


def test_a_doubtful_status_says_so(page: html.HtmlElement) -> None:
    doubted = [row for row in page.iterfind(".//tr") if words()["grounds.words"]["en"] in text_of(row)]
    assert doubted and all("A truce was reached there last year" in text_of(row) for row in doubted)


def test_our_words_stand_in_both_languages(page: html.HtmlElement) -> None:
    spans = page.xpath("//span[@class='w']")
    assert len(spans) % 2 == 0 and len(spans) > 100
    for english, arabic in zip(spans[::2], spans[1::2], strict=True):
        assert (english.get("lang"), english.get("dir")) == ("en", "ltr")
        assert (arabic.get("lang"), arabic.get("dir")) == ("ar", "rtl")
        assert english.getparent() is arabic.getparent() and text_of(english) and text_of(arabic)
    told = text_of(page)
    assert "No side is taken." in told and "لا ينحاز لأحد." in told and "الركن" in told


def test_the_page_says_what_was_chosen(dossier: Dossier) -> None:
    chosen = select(dossier, Filter(day=date(2017, 7, 9), agreements=("known-2017",)))
    told = text_of(html.document_fromstring(contents(chosen)["index.html"].decode()))
    assert "Zones that the filter leaves out: \u20682\u2069" in told and "true on \u20682017-07-09\u2069" in told
    assert "Colours show the status on \u20682017-07-09\u2069" in told


def test_a_pack_without_zones_says_so(dossier: Dossier) -> None:
    empty = select(dossier, Filter(articles=("silent",)))
    files = contents(empty)
    assert words()["pack.map.none"]["en"] in text_of(html.document_fromstring(files["index.html"].decode()))
    assert not [path for path in files if path.startswith("articles/")]


def test_no_word_of_the_table_is_left_unused() -> None:
    """A word that nothing says any more would be translated for nobody."""
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "data" / "export").glob("*.py"))
    families = (
        "status",
        "date",
        "modality",
        "type",
        "boundary",
        "boundaries",
        "precision",
        "grounds",
        "pack.filter",
        "pack.column",
        "kml",
    )
    unused = [
        key for key in words()
        if f'"{key}"' not in code and f"'{key}'" not in code
        and not any(key.startswith(f"{family}.") and f'f"{family}.{{' in code for family in families)
    ]  # fmt: skip
    assert not unused


# --- its parts


def test_a_tree_escapes_by_the_way_it_is_written() -> None:
    root = tag("p", MARKUP, tag("b", "\x0b"), MARKUP, title='"><script>', class_="a", aria_label=None)
    (found,) = html.fragments_fromstring(written(root).decode().removeprefix("<!DOCTYPE html>\n").strip())
    assert found.tag == "p" and [child.tag for child in found] == ["b"] and found.get("title") == '"><script>'
    assert found.text_content() == f"{MARKUP}\ufffd{MARKUP}" and set(found.attrib) == {"title", "class"}


@pytest.mark.parametrize(
    ("edtf", "english"),
    [
        ("2017-07-09", "2017-07-09"), ("2017-07~", "about 2017-07"), ("2017?", "perhaps 2017"), ("2017-07/..", "from 2017-07"),
        ("../2017-07", "until 2017-07"), ("2017-07-01/2017-07-09~", "2017-07-01 to about 2017-07-09"),
        ("[2017,2018]", "2017 or 2018"), ("{2017-08-14,2017-08-15}", "2017-08-14 and 2017-08-15"),
    ],
)  # fmt: skip
def test_dates_say_how_vague_they_are(edtf: str, english: str) -> None:
    assert re.sub("[\u2068\u2069]", "", date_said(Edtf.parse(edtf), "en")) == english
    assert re.sub("[^0-9-]+", " ", date_said(Edtf.parse(edtf), "ar")).split() == re.findall(r"[0-9-]+", edtf)


def test_whole_countries_are_outlined_only(dossier: Dossier) -> None:
    country = replace(dossier.statements[0], areas=(replace(dossier.statements[0].areas[0], area="QQ"),), excluded=())
    selection = select(replace(dossier, statements=(country,)))
    footprint: Footprint = selection.footprints["known-2017@QQ"]
    assert footprint.where_prec == 6
    shown = html.document_fromstring(contents(selection)["index.html"].decode())
    assert all("wide" in path.get("class").split() for path in shown.xpath("//svg/a/path"))
