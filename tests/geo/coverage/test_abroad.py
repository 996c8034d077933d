"""A truce in another country than the one that a text is about."""

from __future__ import annotations

import pytest

from tests.reading import expected, read, zones


@pytest.mark.parametrize(("text", "pairs"), [
    ("In Yemen, the truce collapsed on Sunday. In Libya, the ceasefire has held since 2020.", "YE ended + LY in_force"),
    ("In Yemen the truce collapsed on Sunday. In Libya the UN-brokered ceasefire is holding.", "YE ended + LY in_force"),
    ("The truce in Yemen collapsed on Sunday. Libya's ceasefire has held since 2020.", "YE ended + LY in_force"),
    ("In Yemen, a truce took effect on 2 April. In Tigray, a truce was declared in March.",
     "YE in_force + et/tigray agreed"),
    ("The truce in Gaza is holding. In Lebanon, Israel violated the ceasefire again.",
     "ps/gaza-strip in_force + LB violated"),
    ("The truce in Gaza is holding. Meanwhile in Lebanon, Israeli jets have repeatedly violated the ceasefire.",
     "ps/gaza-strip in_force + LB violated"),
    ("انهارت الهدنة في اليمن الأحد. وفي ليبيا لا تزال الهدنة صامدة منذ 2020", "YE ended + LY in_force"),
    ("انهارت الهدنة في اليمن الأحد. وفي ليبيا، ما زالت الهدنة صامدة منذ 2020", "YE ended + LY in_force"),
    ("انهارت الهدنة في اليمن الأحد. أما في ليبيا فلا تزال الهدنة صامدة", "YE ended + LY in_force"),
    ("انهارت الهدنة في اليمن الأحد. وفي ليبيا انهارت الهدنة أيضا", "YE ended + LY ended"),
    ("انهارت الهدنة في اليمن. وفي لبنان خرقت إسرائيل الهدنة مجددا", "YE ended + LB violated"),
])  # fmt: skip
def test_how_the_truce_of_another_country_fares_is_told_of_that_country(text: str, pairs: str) -> None:
    assert zones(read(text, "2024-12-01")) == expected(pairs)


def test_the_dates_of_each_country_are_its_own() -> None:
    reading = read("In Yemen, the truce collapsed on Sunday. In Libya, the ceasefire has held since 2020.", "2024-12-01")
    assert {s.areas[0].area: str(s.effective) for s in reading.statements} == {"YE": "None", "LY": "2020"}


@pytest.mark.parametrize("text", [
    "The truce in Homs is holding. In Turkey, the truce was signed by both sides.",
    "The truce in Homs is holding. In Qatar, the truce was extended by two days after talks.",
    "The truce in Homs is holding. In Egypt, mediators said the truce was holding.",
    "The truce in Homs is holding. In Egypt, trucks waited for the ceasefire to take effect.",
    "The truce in Homs is holding, Hamas said. In Jordan, protesters marched against Israel violating the ceasefire.",
    "Russia said the truce in Homs was holding. In Russia, the truce collapsed on the front pages.",
    "صمدت الهدنة في حمص. وفي مصر قال مسؤولون إن الهدنة صامدة",
])  # fmt: skip
def test_where_a_truce_is_signed_or_spoken_of_abroad_is_no_place_of_it(text: str) -> None:
    assert {area for area, _ in zones(read(text))} == {"SY04"}


@pytest.mark.parametrize("text", [
    "Shelling hit Kharkiv and Sumy. Russia's ceasefire collapsed within hours.",
    "Ukraine accused Russia of shelling Kharkiv. Russia's Easter truce collapsed within hours.",
    "The truce in Gaza collapsed. Israel's ceasefire with Hezbollah is holding.",
])  # fmt: skip
def test_whose_truce_it_is_may_be_no_more_than_who_declared_it(text: str) -> None:
    assert not {"RU", "IL"} & {area for area, _ in zones(read(text))}


@pytest.mark.parametrize("text", [
    "Fighting raged in Homs. In Rastan the truce collapsed on Sunday.",
    "Fighting raged in Homs. In Rastan, rebels violated the truce.",
])  # fmt: skip
def test_the_place_that_a_sentence_opens_with_needs_no_comma(text: str) -> None:
    assert {area for area, _ in zones(read(text))} == {"sy/rastan"}


def test_fighting_behind_a_truce_that_is_told_to_hold_breaks_none() -> None:
    text = (
        "United Nations Support Mission in Libya\n\nThe ceasefire agreement signed in Geneva on 23 October 2020 continued to "
        "hold.\nIn Tripoli, clashes broke out between armed groups in the Abu Salim area on 12 April. In Zawiya, two people "
        "were killed in similar circumstances."
    )
    assert "violated" not in {status for _, status in zones(read(text, "2021-05-10"))}
