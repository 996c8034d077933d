"""Which agreement a text speaks of: a known one only on the strength of what the text gives."""

from __future__ import annotations

from dataclasses import replace

from data.tables.agreements import load_agreements
from geo.agreement import AgreementType, Description, link
from geo.edtf import Edtf
from geo.gazetteer import Area
from tests.reading import reader

GAZETTEER = reader().reference.gazetteer
KNOWN = load_agreements()
SOUTH = Description(
    type=AgreementType.CEASEFIRE, areas=("SY12", "SY13", "SY14"), sponsors=("JO", "RU", "US"), event_places=(), signed=None,
    effective=Edtf.parse("2017-07"), reached=True, published=Edtf.parse("2017-07-19"),
)  # fmt: skip


def test_every_known_agreement_names_places_that_exist() -> None:
    for agreement in KNOWN:
        for key in agreement.areas:
            assert Area.parse(key).place in GAZETTEER.places, (agreement.id, key)
        assert {*agreement.sponsors, *agreement.guarantors, *agreement.mediators} <= GAZETTEER.places.keys()
        assert set(agreement.event_places) <= GAZETTEER.places.keys() and agreement.sources


def test_areas_sponsors_and_month_identify_a_known_agreement() -> None:
    assert link(SOUTH, KNOWN, GAZETTEER).id == "southwest-2017"


def test_areas_alone_do_not() -> None:
    bare = replace(SOUTH, sponsors=(), effective=None, type=AgreementType.EVACUATION_SETTLEMENT)
    assert not link(bare, KNOWN, GAZETTEER).known


def test_a_truce_in_just_its_areas_while_it_runs_is_that_agreement() -> None:
    homs = replace(SOUTH, areas=("sy/northern-homs",), sponsors=(), effective=None, published=Edtf.parse("2017-09-10"))
    assert link(homs, KNOWN, GAZETTEER).id == "northern-homs-2017"
    for other in (
        replace(homs, areas=("sy/rastan",)),
        replace(homs, type=AgreementType.EVACUATION_SETTLEMENT),
        replace(homs, effective=Edtf.parse("2016-02-27")),
        replace(homs, published=Edtf.parse("2018-06-10")),
        replace(homs, published=None),
        replace(
            homs, areas=("SY07",), published=Edtf.parse("2021-06-10")
        ),  # since 2020 an agreement without an end holds there
    ):
        assert not link(other, KNOWN, GAZETTEER).known, other
    named = replace(homs, areas=("sy/eastern-ghouta",), sponsors=("IR", "RU", "TR"))
    assert link(named, KNOWN, GAZETTEER).id != "eastern-ghouta-2017"


def test_talks_are_never_linked() -> None:
    assert not link(replace(SOUTH, reached=False), KNOWN, GAZETTEER).known


def test_an_agreement_is_not_spoken_of_before_it_was_made() -> None:
    early = replace(SOUTH, published=Edtf.parse("2017-03-01"))
    assert not link(early, KNOWN, GAZETTEER).known


def test_two_articles_on_the_same_talks_name_the_same_agreement() -> None:
    talks = replace(SOUTH, reached=False)
    later = replace(talks, published=Edtf.parse("2017-11-02"))
    other = replace(talks, published=Edtf.parse("2018-01-02"))
    assert link(talks, KNOWN, GAZETTEER).id == link(later, KNOWN, GAZETTEER).id != link(other, KNOWN, GAZETTEER).id


def test_a_described_agreement_is_named_in_both_languages() -> None:
    described = link(replace(SOUTH, reached=False, areas=("SY04:countryside",)), KNOWN, GAZETTEER)
    assert "Homs countryside" in described.name_en and "2017" in described.name_en
    assert "ريف حمص" in described.name_ar and "روسيا" in described.name_ar


def test_a_rare_type_and_the_same_area_are_enough_shortly_after_the_signing() -> None:
    idlib = replace(SOUTH, type=AgreementType.DEMILITARISED, areas=("SY07",), sponsors=(), effective=None)
    zone = replace(idlib, published=Edtf.parse("2018-10-02"))
    assert link(zone, KNOWN, GAZETTEER).id == "idlib-sochi-2018"
    assert not link(replace(zone, published=Edtf.parse("2018-09-01")), KNOWN, GAZETTEER).known


def test_a_day_far_from_the_agreement_s_own_is_that_of_another_truce() -> None:
    """The same states had another truce there in January 2020; steps of the one of 2018 came in October."""
    idlib = replace(SOUTH, areas=("SY07",), sponsors=("RU", "TR"), published=Edtf.parse("2020-01-13"), effective=None)
    again = replace(idlib, effective=Edtf.parse("2020-01-12"))
    assert link(idlib, KNOWN, GAZETTEER).id == "idlib-sochi-2018" and not link(again, KNOWN, GAZETTEER).known
    assert not link(replace(idlib, signed=Edtf.parse("2020-01-10")), KNOWN, GAZETTEER).known
    assert link(replace(again, signed=Edtf.parse("2018-09-17")), KNOWN, GAZETTEER).id == "idlib-sochi-2018"
    for vague_or_near in ("2020-01", "2018-10-15"):
        assert link(replace(idlib, effective=Edtf.parse(vague_or_near)), KNOWN, GAZETTEER).id == "idlib-sochi-2018"
