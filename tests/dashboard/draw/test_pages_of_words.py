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
from tests.dashboard.markup import words

DAY = Moment(day=date(2017, 7, 15))


def test_an_agreement_comes_with_its_states_its_sources_and_its_zones(edition: Edition) -> None:
    south = replace(edition.agreements["south"], sources=("https://www.example.org/truce/1",))
    html = agreement_list(replace(edition, agreements={**edition.agreements, "south": south}), DAY, "en")
    said = words(html)
    assert "South-west ceasefire هدنة الجنوب الغربي known by name · 2 articles Kind Ceasefire Signed date unknown" in said
    assert "Sponsors Russia Known from example.org/truce/1 Daraa Governorate Breaches reported" in said
    assert 'href="https://www.example.org/truce/1"' in html


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
