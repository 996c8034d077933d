"""The tables say what editors vouch for, what was taken back, and which articles are one text."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

import pytest
from lxml import html

from data.export import export
from data.export.dossier import Dossier, Filter, select
from data.export.tables import article_rows, statement_rows, zone_rows
from data.export.words import words
from geo.actor import Party
from geo.article import Article, Language
from geo.edtf import Edtf
from geo.evidence.attestation import Attestation, Version
from geo.evidence.judgement import Standing
from geo.span import Span
from geo.statement import Aspect, CoveredArea, Evidence
from geo.status import Status
from tests.data.export.sample_dossier import dossier

FORMER = Article(
    id="plain", title="Earlier headline", text="In the north, officers of Quadria said that a truce was holding in A.",
    language=Language.ENGLISH, published=Edtf.parse("2018-01-05"),
)  # fmt: skip
TOLD, SPEAKER, ZONE = "a truce was holding in A", "officers of Quadria", "described-1@qq/a"


def test_statements_and_articles_have_their_origin_and_standing() -> None:
    sample = dossier()
    first, *rest = sample.statements
    articles = list(sample.articles)
    changed = replace(
        sample, standings={first.id: Standing(verified=True, edited=False, judgement="j")},
        attested={first.id: Attestation(withdrawn_on=date(2018, 3, 1))}, origins={articles[0]: articles[-1]},
    )  # fmt: skip
    rows = {row["statement"]: row for row in statement_rows(select(changed))}
    assert (rows[first.id]["verified"], rows[first.id]["edited"], rows[first.id]["withdrawn_on"]) == (True, False, "2018-03-01")
    assert all((rows[s.id]["verified"], rows[s.id]["withdrawn_on"]) == (False, None) for s in rest)
    assert {row["article"]: row["origin"] for row in article_rows(select(changed))} == {
        id: articles[-1] if id == articles[0] else id for id in articles
    }
    then = statement_rows(select(changed, Filter(known_on=date(2018, 2, 1))))
    assert all(row["withdrawn_on"] is None for row in then), "on that day nobody had taken it back"


# --- what only a former version said


def span_of(words: str) -> Span:
    start = FORMER.text.index(words)
    return Span(start, start + len(words))


@pytest.fixture(scope="module")
def changed() -> Dossier:
    """The sample with an article that has taken back what its former version said."""
    sample = dossier()
    town = sample.statements[-1]
    gone = replace(
        town, id="gone", status=Status.IN_FORCE, signed=None, attribution=span_of(SPEAKER),
        parties=(Party(actor="QQ", span=span_of(SPEAKER)),),
        evidence=(Evidence(span=span_of(TOLD), quote=TOLD, aspect=Aspect.STATUS),),
    )  # fmt: skip
    first, now = (datetime(2018, month, 1, tzinfo=UTC) for month in (1, 3))
    return replace(
        sample, statements=(*sample.statements, gone),
        versions={"plain": (Version(article=FORMER, number=1, since=first, until=now, statements=(gone,)),)},
        attested={"gone": Attestation(withdrawn_on=now.date(), said_in=FORMER, published=FORMER.published)},
    )  # fmt: skip


def rows(format: str, of: Dossier) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export(format, select(of)).decode())))


def test_the_table_cuts_its_words_out_of_the_version_that_said_them(changed: Dossier) -> None:
    (row,) = [row for row in statement_rows(select(changed)) if row["statement"] == "gone"]
    assert (row["attributed_to"], row["party_words"], row["article_title"]) == (SPEAKER, SPEAKER, FORMER.title)
    assert FORMER.text[int(row["quote_start"] or 0) : int(row["quote_end"] or 0)] == row["quote"] == TOLD
    assert (row["sha256"], row["known_on"], row["withdrawn_on"]) == (FORMER.sha256, "2018-01-05", "2018-03-01")
    for other in statement_rows(select(changed)):
        assert other["statement"] == "gone" or other["sha256"] == changed.articles[str(other["article"])].sha256


def test_an_annotation_targets_the_version_that_said_it(changed: Dossier) -> None:
    items = json.loads(export("webannotation", select(changed)))["first"]["items"]
    assert [item["hudna:withdrawnOn"] for item in items] == [None] * 5 + ["2018-03-01"]
    (target,) = items[-1]["target"]
    quote, position = target["selector"]
    assert target["source"]["hudna:sha256"] == FORMER.sha256
    assert FORMER.text[position["start"] : position["end"]] == quote["exact"] == TOLD
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in FORMER.text


def test_a_report_of_ged_is_that_of_the_version_that_made_it(changed: Dossier) -> None:
    told = {row["hudna_statement"]: row for row in rows("ucdpged", changed)}
    gone = told.pop("gone")
    assert (gone["source_headline"], gone["source_date"], gone["source_original"]) == (FORMER.title, "2018-01-05", SPEAKER)
    assert gone["hudna_withdrawn_on"] == "2018-03-01" and not [row for row in told.values() if row["hudna_withdrawn_on"]]


def test_what_was_withdrawn_speaks_for_no_zone(changed: Dossier) -> None:
    (row,) = [row for row in zone_rows(select(changed)) if row["zone"] == ZONE]
    assert row["status"] == "agreed" and row["quote"] == changed.statements[-2].evidence[0].quote
    alone = replace(changed, statements=changed.statements[-1:])
    (row,) = zone_rows(select(alone))
    assert (row["status"], row["quote"], row["quote_article"]) == ("unknown", None, None)
    (place,) = json.loads(export("linkedplaces", select(alone)))["features"]
    assert TOLD not in json.dumps(place) and not place["names"][0]["citations"]
    assert b"None" not in export("kml", select(alone))


def page_of(of: Dossier, filter: Filter | None = None) -> tuple[dict[str, bytes], Any]:
    with zipfile.ZipFile(io.BytesIO(export("pack", select(of, filter)))) as archive:
        files = {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()}
    return files, html.document_fromstring(files["index.html"].decode())


def test_the_pack_holds_the_text_that_a_withdrawn_line_stands_in_and_marks_the_line(changed: Dossier) -> None:
    files, page = page_of(changed)
    held = {sha256(content).hexdigest(): path for path, content in files.items() if path.startswith("articles/")}
    assert held.keys() == {FORMER.sha256, changed.articles["plain"].sha256, changed.articles["../harm"].sha256}
    assert page.xpath(f"//article//a[@href='{held[FORMER.sha256]}']"), "the page leads to it"
    mark = words()["line.withdrawn"]["en"].split("{")[0]
    marked = [row for row in page.iterfind(".//tr") if mark in row.text_content()]
    assert [row.findtext(".//blockquote") for row in marked] == [TOLD] and "2018-03-01" in marked[0].text_content()


def test_the_pack_names_the_parties_of_statements_that_stand(changed: Dossier) -> None:
    heading = words()["zone.parties"]["en"]

    def parties(filter: Filter | None = None) -> list[str]:
        terms = page_of(changed, filter)[1].iterfind(".//dt")
        return [term.getnext().text_content() for term in terms if heading in term.text_content()]

    assert parties() == []
    assert "Quadria" in parties(Filter(known_on=date(2018, 2, 1)))[0]


def test_the_pack_says_where_words_speak_of_a_wider_area() -> None:
    sample = dossier()
    first, *rest = sample.statements
    area = CoveredArea(area="QQ", mention=Span(0, 4))
    wide = replace(first, areas=(area, replace(area, area="QQ01", said_of="QQ")))
    mark = words()["line.said_of"]["en"].split("{")[0]
    for told, marked in ((first, 0), (wide, 2)):  # its signing and its start, in the ledger of the part alone
        _, page = page_of(replace(sample, statements=(told, *rest)))
        rows = [row.text_content() for row in page.iterfind(".//tr") if mark in row.text_content()]
        assert len(rows) == marked and all("Quadria" in row for row in rows)


def test_what_was_known_before_is_handed_on_as_it_stood(changed: Dossier) -> None:
    then = Filter(known_on=date(2018, 2, 1))
    (row,) = [row for row in article_rows(select(changed, then)) if row["article"] == "plain"]
    assert (row["title"], row["sha256"], row["reader"]) == (FORMER.title, FORMER.sha256, None)
    assert [row["withdrawn_on"] for row in statement_rows(select(changed, then)) if row["statement"] == "gone"] == [None]
    (zone,) = [row for row in zone_rows(select(changed, then)) if row["zone"] == ZONE]
    assert (zone["status"], zone["quote"]) == ("in_force", TOLD)
    files, page = page_of(changed, then)
    assert words()["line.withdrawn"]["en"].split("{")[0] not in page.text_content()
    assert sum(sha256(content).hexdigest() == FORMER.sha256 for content in files.values()) == 1
