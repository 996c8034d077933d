"""The pages of words: the agreements, and what is known of the data itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dashboard.draw.about import about
from dashboard.draw.agreement_list import agreement_list
from dashboard.draw.zone_list import zone_list
from dashboard.edition import Edition, Moment
from dashboard.strings import text
from geo.edtf import Edtf
from tests.dashboard.draw.test_panels import of_two_years
from tests.dashboard.markup import words

DAY = Moment(day=date(2017, 7, 15))


def test_an_agreement_comes_with_its_states_its_sources_and_its_zones(edition: Edition) -> None:
    south = replace(edition.agreements["south"], sources=("https://www.example.org/truce/1",))
    html = agreement_list(replace(edition, agreements={**edition.agreements, "south": south}), DAY, "en")
    said = words(html)
    assert "South-west ceasefire هدنة الجنوب الغربي known by name · 2 articles Kind Ceasefire Signed date unknown" in said
    assert "Sponsors Russia Known from example.org/truce/1 Daraa Governorate Breaches reported" in said
    assert 'href="https://www.example.org/truce/1"' in html


def test_a_described_truce_has_the_days_and_states_of_the_truces_that_rule_the_day(edition: Edition) -> None:
    changed, zone = of_two_years(edition)
    south, ghouta = (replace(edition.agreements[id], known=False) for id in ("south", "ghouta"))
    own = {
        "south": replace(south, name_en="Ceasefire · Daraa · 2017", signed=Edtf.parse("2017-07-07")),
        "ghouta": replace(ghouta, name_en="Ceasefire · Daraa · 2018", sponsors=("SY",)),
    }
    told = replace(changed, agreements=own, zones={zone.id: zone})

    def said(day: date) -> str:
        return words(agreement_list(told, Moment(day=day), "en"))

    assert "Signed 7 July 2017 Sponsors Russia" in said(date(2017, 7, 15)), "that of the day"
    assert "Signed date unknown Sponsors Syria" in said(date(2018, 5, 2))
    assert "Ceasefire · Daraa " in said(date(2018, 5, 2)) and " · 201" not in said(date(2018, 5, 2))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "no address"])
def test_only_a_web_address_becomes_a_link(edition: Edition, address: str) -> None:
    south = replace(edition.agreements["south"], sources=(address,))
    html = agreement_list(replace(edition, agreements={**edition.agreements, "south": south}), DAY, "en")
    assert "href" not in html and address in words(html)


def test_an_agreement_that_the_store_has_lost_keeps_its_zones(edition: Edition) -> None:
    said = words(agreement_list(replace(edition, agreements={}), DAY, "en"))
    assert "south described by the articles" in said and "Daraa Governorate" in said


def test_the_page_about_the_data_counts_names_and_measures(edition: Edition) -> None:
    said = words(about(edition, "en"))
    assert "3 articles, 4 statements, 3 zones. Read by version 1+0123456789ab." in said
    assert "for 90 days after the last report" in said
    assert "Share that is right Held out 74 texts Sentences 130 texts" in said
    assert "Right place, of the names found 50% 25%" in said
    assert "context) – 75%" in said, "what was not measured on a set is a dash"
    assert "A map — Its maker · licence: CC BY 4.0" in said


def test_nothing_measured_is_said(edition: Edition) -> None:
    assert "It was not measured for this version." in words(about(replace(edition, quality=()), "en"))


def test_what_official_publishers_ask_to_be_said_is_said(edition: Edition) -> None:
    assert "رسمها الناشر." in words(about(replace(edition, notices={"en": "", "ar": "رسمها الناشر."}), "ar"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_agreements_say_of_a_zone_without_dates_what_the_list_says(edition: Edition, language: str) -> None:
    undated = replace(edition, periods={zone: () for zone in edition.zones})
    unknown, silent = text("list.undated", language), text("status.none", language)
    for moment in (DAY, Moment(day=None)):
        for page in (agreement_list, zone_list):
            said = words(page(undated, moment, language))
            assert said.count(unknown) == len(edition.zones) and silent not in said
