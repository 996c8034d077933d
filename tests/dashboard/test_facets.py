"""Filters: what fits, and that every count is what choosing it leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.edition import Edition, Moment
from dashboard.facets import FACETS, MOST_VALUE_LETTERS, Clarity, Filters, Sifted, clarity, facts, is_filter, sift, units
from dashboard.search import make_index, search
from geo.actor import Party
from geo.gazetteer import Area, Gazetteer, Kind, Place, Region
from geo.span import Span
from geo.toponym.resolution import Candidate, Resolution

DAY = Moment(day=date(2017, 7, 15))
SOUTH, GHOUTA, UNDATED = "south/SY12", "ghouta/eastern-ghouta", "ghouta/daraa"
CHOICES = (
    ("status", "violated"), ("status", "negotiating"), ("status", "none"), ("agreement", "south"), ("agreement", "ghouta"),
    ("party", "RU"), ("outlet", ""), ("outlet", "The Example"), ("place", "SY12"), ("place", "SY"), ("type", "ceasefire"),
    ("modality", "asserted"), ("modality", "reported"), ("confidence", "date"), ("confidence", "neither"),
)  # fmt: skip


def left(edition: Edition, *filters: tuple[str, str], query: str = "", moment: Moment = DAY) -> Sifted:
    found = search(make_index(edition), query) if query else None
    return sift(edition, facts(edition), moment, filters, found)


def test_without_a_choice_everything_is_left(edition: Edition) -> None:
    all_of_it = left(edition)
    assert all_of_it.zones == tuple(edition.zones)
    assert all_of_it.articles == tuple(edition.articles)
    assert all_of_it.zone_counts["status"] == {"violated": 1, "negotiating": 1, "none": 1}
    assert all_of_it.zone_counts["party"] == {"RU": 1}
    assert all_of_it.article_counts["outlet"] == {"": 2, "The Example": 1}


def test_what_became_known_later_does_not_count(edition: Edition) -> None:
    """On the second clock's day only the Arabic article was there; the other, and one without a date, say nothing yet."""
    then = Moment(day=date(2017, 7, 15), known_on=date(2017, 7, 12))
    counts = left(edition, moment=then)
    assert counts.zones == tuple(edition.zones), "the list still tells of zones that nothing was known of"
    assert counts.zone_counts["outlet"] == {"": 2}
    assert counts.zone_counts["modality"] == {"reported": 1, "asserted": 1}
    assert counts.article_counts["outlet"] == {"": 1}
    assert left(edition, ("outlet", "The Example"), moment=then).zones == ()
    assert left(edition, ("outlet", "The Example"), moment=then).articles == ()
    before = Moment(day=date(2017, 7, 15), known_on=date(2017, 7, 9))
    assert left(edition, ("agreement", "south"), moment=before).zones == ()
    assert left(edition, ("status", "none"), moment=before).zones == tuple(edition.zones)


def test_a_search_finds_what_was_known(edition: Edition) -> None:
    index = make_index(edition)
    told = {day: search(index, "shelling", known_on=day) for day in (None, date(2017, 7, 15), date(2017, 7, 14))}
    assert {day: (found.articles, found.zones) for day, found in told.items() if found} == {
        None: (("en.txt",), (SOUTH,)), date(2017, 7, 15): (("en.txt",), (SOUTH,)), date(2017, 7, 14): ((), ()),
    }  # fmt: skip
    weather = search(index, "weather", known_on=date(2030, 1, 1))
    assert weather and weather.articles == (), "nobody knows when it was published"


def test_within_a_facet_any_choice_fits_between_facets_all_must(edition: Edition) -> None:
    assert left(edition, ("status", "violated"), ("status", "negotiating")).zones == (GHOUTA, SOUTH)
    assert left(edition, ("status", "violated"), ("agreement", "ghouta")).zones == ()


def test_one_and_the_same_statement_must_fit(edition: Edition) -> None:
    """Of the south The Example asserts, and another reports: nobody named The Example reports of it."""
    assert left(edition, ("outlet", "The Example"), ("modality", "asserted")).zones == (SOUTH,)
    assert left(edition, ("outlet", "The Example"), ("modality", "reported")).zones == (GHOUTA,)


def test_the_status_is_that_of_the_moment(edition: Edition) -> None:
    assert left(edition, ("status", "in_force")).zones == ()
    early = Moment(day=date(2017, 7, 10))
    assert left(edition, ("status", "in_force"), moment=early).zones == (SOUTH,)
    asked = left(edition, ("status", "in_force"), ("agreement", "south"))
    assert (asked.zones, asked.on_other_days) == ((), (SOUTH,)), "the map shows it on the days on which it fits"


def test_a_search_and_filters_narrow_each_other(edition: Edition) -> None:
    asked = left(edition, ("outlet", ""), query="truce")
    assert asked.articles == ()
    assert asked.article_counts["outlet"] == {"The Example": 1}
    assert left(edition, query="Talks").articles == ("en.txt",)


@given(filters=st.sets(st.sampled_from(CHOICES), max_size=4), query=st.sampled_from(["", "truce", "Ghouta", "2017"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_every_count_is_what_choosing_it_leaves(edition: Edition, filters: set[tuple[str, str]], query: str) -> None:
    asked = left(edition, *filters, query=query)
    for facet, value in CHOICES:
        others: Filters = tuple(f for f in filters if f[0] != facet)
        alone = left(edition, *others, (facet, value), query=query)
        assert asked.zone_counts[facet].get(value, 0) == len(alone.zones)
        assert asked.article_counts[facet].get(value, 0) == len(alone.articles)


def test_every_value_that_is_counted_is_a_filter(edition: Edition) -> None:
    counts = left(edition)
    for facet in FACETS:
        for value in {**counts.zone_counts[facet], **counts.article_counts[facet]}:
            assert is_filter(edition, facet, value)


@pytest.mark.parametrize(
    ("facet", "value"),
    [("status", "gone"), ("colour", "red"), ("agreement", "x"), ("outlet", "x"), ("place", "x"), ("party", "<b>"),
     ("confidence", "high"), ("outlet", "x" * (MOST_VALUE_LETTERS + 1))],
)  # fmt: skip
def test_what_names_nothing_is_no_filter(edition: Edition, facet: str, value: str) -> None:
    assert not is_filter(edition, facet, value)


@pytest.mark.parametrize(
    ("evidence", "dated", "clear"),
    [((7,), True, Clarity.BOTH), ((7, 3), True, Clarity.BOTH), ((7, 4), True, Clarity.DATE), ((7,), False, Clarity.PLACE),
     ((7, 6), False, Clarity.NEITHER), ((), True, Clarity.DATE)],
)  # fmt: skip
def test_a_text_is_as_clear_as_its_place_and_its_date(
    edition: Edition, evidence: tuple[int, ...], dated: bool, clear: Clarity
) -> None:
    line = edition.zones[SOUTH].ledger[0]
    read: Resolution = edition.resolutions["ar.txt"][0]
    weighed = replace(read, candidates=tuple(Candidate(place="SY12", evidence=e, reasons=()) for e in evidence))
    assert clarity(line if dated else replace(line, dated=None), weighed) is clear


def test_a_region_lies_in_the_governorates_that_it_is_made_of() -> None:
    def place(id: str, kind: Kind, parent: str | None) -> Place:
        return Place(id=id, kind=kind, country="SY", parent=parent, name_en=id, name_ar=id)

    held = (
        place("SY", Kind.COUNTRY, None), place("SY01", Kind.GOVERNORATE, "SY"), place("SY02", Kind.GOVERNORATE, "SY"),
        place("SY0101", Kind.DISTRICT, "SY01"), place("region", Kind.REGION, "SY"), place("wider", Kind.REGION, None),
    )  # fmt: skip
    regions = {
        "region": Region(place="region", core=("SY0101",), possible=("SY02:north",)),
        "wider": Region(place="wider", core=("region", "wider")),
    }
    gazetteer = Gazetteer(places={p.id: p for p in held}, names=(), regions=regions)
    assert units(gazetteer, Area("SY0101", "countryside")) == {"SY01"}
    assert units(gazetteer, Area("region")) == units(gazetteer, Area("wider")) == {"SY01", "SY02"}
    assert units(gazetteer, Area("SY")) == {"SY"}
    assert units(gazetteer, Area("gone")) == set()


def test_a_party_that_an_article_names_is_found_by_its_line(edition: Edition) -> None:
    """Of a truce that texts describe, each line counts for whom its own article names; a known one's sponsors for all."""
    first, *others = edition.statements["ar.txt"]
    named = replace(first, parties=(Party(actor="sy/jaysh", span=Span(0, 5)),), mediators=("SY",))
    held = replace(edition, statements={**edition.statements, "ar.txt": (named, *others)})
    assert left(held).zone_counts["party"] == {"RU": 1, "sy/jaysh": 1, "SY": 1}
    assert left(held, ("party", "sy/jaysh")).zones == left(held, ("party", "SY")).zones == (SOUTH,)
    assert left(held, ("party", "sy/jaysh")).articles == ("ar.txt",)
    assert is_filter(held, "party", "sy/jaysh") and not is_filter(held, "party", "sy/nobody")
