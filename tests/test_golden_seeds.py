"""The two seed articles, row by row: what each says is covered by which truce, since when, with which words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from data.sources.seeds import read_folder
from geo.article import Article
from geo.pipeline import Reading
from geo.statement import Statement
from tests.reading import reader, roles

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
SOUTH, ASTANA = "000_f1dde98ae4741e00", "001_5b3d75bf3fec3e90"


@cache
def articles() -> dict[str, Article]:
    found, faults = read_folder(SEEDS)
    assert not faults
    return {article.id: article for article in found}


@cache
def reading(article_id: str) -> Reading:
    return reader().read(articles()[article_id])


def statement(article_id: str, areas: tuple[str, ...], status: str) -> Statement:
    found = [s for s in reading(article_id).statements if tuple(c.area for c in s.areas) == areas and s.status == status]
    assert len(found) == 1, [(s.status, [c.area for c in s.areas]) for s in reading(article_id).statements]
    return found[0]


# article, areas in the order of the text, those only partly covered, status, quotes at these offsets
ROWS = [
    (SOUTH, ("SY12", "SY14", "SY13"), set(), "in_force", {(1738, 1776), (1645, 1691), (1693, 1736)}),
    (SOUTH, ("SY04:countryside", "sy/eastern-ghouta"), set(), "negotiating", {(337, 425)}),
    (ASTANA, ("SY07", "SY02", "SY05", "SY06"), {"SY02", "SY05", "SY06"}, "in_force",
     {(1882, 1968), (2076, 2104), (2134, 2176)}),
    (ASTANA, ("sy/northern-homs",), set(), "in_force", {(2178, 2194)}),
    (ASTANA, ("sy/eastern-ghouta",), set(), "in_force", {(2196, 2220)}),
    (ASTANA, ("sy/daraa", "SY12:countryside"), set(), "violated", {(2295, 2340)}),
    (ASTANA, ("sy/south-west",), set(), "negotiating", {(200, 248)}),
]  # fmt: skip


@pytest.mark.parametrize(("article_id", "areas", "partial", "status", "quotes"), ROWS)
def test_each_zone_has_its_places_status_and_quotes(
    article_id: str, areas: tuple[str, ...], partial: set[str], status: str, quotes: set[tuple[int, int]]
) -> None:
    found = statement(article_id, areas, status)
    assert {c.area for c in found.areas if c.partial} == partial
    assert quotes <= {(e.span.start, e.span.end) for e in found.evidence}
    assert all(e.quote == e.span.of(articles()[article_id].text) for e in found.evidence)


def test_nothing_else_is_said() -> None:
    said = {(a, tuple(c.area for c in s.areas), str(s.status)) for a in (SOUTH, ASTANA) for s in reading(a).statements}
    also_violated = {(ASTANA, row[1], "violated") for row in ROWS[2:5]}
    assert said == {(a, areas, status) for a, areas, _, status, _ in ROWS} | also_violated


def test_the_four_zones_are_also_reported_violated() -> None:
    for areas in (("SY07", "SY02", "SY05", "SY06"), ("sy/northern-homs",), ("sy/eastern-ghouta",)):
        assert "الخروقات" in statement(ASTANA, areas, "violated").evidence[0].quote


@pytest.mark.parametrize(
    ("article_id", "areas", "status", "agreement"),
    [(SOUTH, ROWS[0][1], "in_force", "southwest-2017"), *((ASTANA, row[1], row[3], "astana-2017") for row in ROWS[2:6])],
)
def test_known_agreements_are_recognised(article_id: str, areas: tuple[str, ...], status: str, agreement: str) -> None:
    assert statement(article_id, areas, status).agreement == agreement


@pytest.mark.parametrize(
    ("article_id", "areas", "sponsors"),
    [(SOUTH, ROWS[1][1], {"RU", "US"}), (ASTANA, ("sy/south-west",), {"RU", "US"})],
)
def test_talks_are_a_new_agreement_described_by_those_who_talk(
    article_id: str, areas: tuple[str, ...], sponsors: set[str]
) -> None:
    found = statement(article_id, areas, "negotiating")
    described = {a.id: a for a in reading(article_id).agreements}[found.agreement]
    assert not described.known and set(found.sponsors) == set(described.sponsors) == sponsors


def test_dates_of_the_statements() -> None:
    south = statement(SOUTH, ROWS[0][1], "in_force")
    assert (str(south.effective), set(south.sponsors)) == ("2017-07", {"US", "RU", "JO"})
    assert str(statement(SOUTH, ROWS[1][1], "negotiating").expected) == "2017-08~"
    for row in ROWS[2:5]:
        assert str(statement(ASTANA, row[1], row[3]).signed) == "2017-05-04"


@pytest.mark.parametrize(
    ("article_id", "dates"),
    [
        (SOUTH, {(464, 476): "2017-08", (609, 631): "{2017-08-14,2017-08-15}", (693, 701): "2017-07-18",
                 (862, 869): "2017-07-17", (1679, 1691): "2017-07"}),
        (ASTANA, {(429, 441): "2017-04", (516, 534): "2017-05-27~", (596, 607): "2017-06-05/2017-06-11",
                  (1922, 1941): "2017-05-04", (2111, 2120): "2017-05"}),
    ],
)  # fmt: skip
def test_date_expressions(article_id: str, dates: dict[tuple[int, int], str]) -> None:
    found = {(t.span.start, t.span.end): str(t.value) for t in reading(article_id).timexes}
    assert dates.items() <= found.items()


@pytest.mark.parametrize(
    ("article_id", "role", "names"),
    [
        (SOUTH, "venue", {"أستانة", "عمّان"}),
        (SOUTH, "actor", {"روسيا", "الولايات المتحدة", "إسرائيل", "إيران", "طهران"}),
        (SOUTH, "context", {"حمص", "دمشق", "سوريا", "جنوب سوريا"}),
        (ASTANA, "venue", {"أستانة", "عمان", "الأردن"}),
        (ASTANA, "actor", {"روسيا", "أميركا", "إيران"}),
        (ASTANA, "context", {"موسكو", "سوريا"}),
    ],
)
def test_venues_actors_and_context_are_no_zones(article_id: str, role: str, names: set[str]) -> None:
    found = roles(articles()[article_id].text, reading(article_id))
    assert names <= {name for name, r in found if r == role}
    assert not names & {name for name, r in found if r == "covered"}


def test_reading_twice_gives_the_same_statements() -> None:
    for article_id, article in articles().items():
        assert reader().read(article) == reading(article_id)
