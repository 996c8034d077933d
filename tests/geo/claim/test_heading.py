"""Sections: what stands under the heading of a place is told of that place, and of no place beyond the heading."""

from __future__ import annotations

import pytest

from tests.reading import expected, read, zones

DAY = "2024-12-03"


@pytest.mark.parametrize(("text", "pairs"), [
    ("The week in conflicts\n\nYemen\nThe UN-brokered truce lapsed on Sunday after six months.\n\nEthiopia\nThe humanitarian "
     "truce in Tigray is shaky.", "YE ended + et/tigray violated"),
    ("II. Yemen\nThe truce is holding.\n\nIII. Libya\nThe ceasefire collapsed on Sunday.", "YE in_force + LY ended"),
    ("Daraa\nThe truce is holding.\n\nAleppo\nThe truce collapsed on Sunday after shelling.\n\nHoms province\nA ceasefire took "
     "effect on Monday.", "SY12 in_force + SY02 ended + SY04 in_force"),
    ("Gaza Strip: Israeli forces struck dozens of targets. The IDF resumed enforcing the ceasefire, which took effect on "
     "October 10.\nLebanon: The IDF struck Hezbollah north of the Litani River. The ceasefire was violated twice.\nSyria: "
     "Local factions have observed the ceasefire reached in Suwayda Province on July 19.",
     "ps/gaza-strip in_force + LB violated + SY13 in_force"),
    ("1. Gaza Strip: The ceasefire was violated.\n2. Lebanon: The ceasefire held on Monday.\n3. Libya: The truce collapsed.",
     "ps/gaza-strip violated + LB in_force + LY ended"),
    ("خروقات الهدنة اليوم\nإدلب: 31 خرقا\nالغوطة الشرقية: 14 خرقا\nدرعا: 9 خروقات",
     "SY07 violated + sy/eastern-ghouta violated + SY12 violated"),
    ("درعا\nلا تزال الهدنة صامدة.\n\nحلب\nانهارت الهدنة الأحد بعد قصف مدفعي.", "SY12 in_force + SY02 ended"),
    ("- محافظة حلب: انهارت الهدنة بعد قصف\n- محافظة حمص: الهدنة صامدة", "SY02 ended + SY04 in_force"),
])  # fmt: skip
def test_a_heading_says_where_the_truces_under_it_are(text: str, pairs: str) -> None:
    assert zones(read(text, DAY)) == expected(pairs)


def test_dates_stay_under_their_heading() -> None:
    text = "Yemen\nThe truce lapsed on Sunday.\n\nEthiopia\nThe truce in Tigray is shaky."
    since = {s.areas[0].area: str(s.since) for s in read(text, DAY).statements}
    assert since["YE"] == "2024-12-01"
    assert since["et/tigray"] == "None"


@pytest.mark.parametrize(("text", "pairs"), [
    # two states are a heading, too
    ("Yemen\nThe truce in Taiz is holding.\n\nLibya\nNo news.\n\nArmenia and Azerbaijan\nThe ceasefire is shaky.",
     "ye/taiz in_force + AM violated + AZ violated"),
    # a title without a place ends the section above it
    ("Yemen\nThe truce in Taiz is holding.\n\nLibya\nNo news.\n\nElsewhere\nThe ceasefire collapsed on Sunday.",
     "ye/taiz in_force"),
    # behind a place of its own the section goes on with that
    ("Yemen\nThe truce in Taiz took hold. It collapsed on Sunday.\n\nLibya\nNo news.", "ye/taiz ended"),
    # behind labels the text goes on
    ("Truce in Aleppo holds\nIdlib: 200 families\nHama: 300 families\n\nThe truce has been violated twice, monitors said.",
     "SY02 violated"),
])  # fmt: skip
def test_no_claim_goes_on_beyond_a_heading(text: str, pairs: str) -> None:
    assert zones(read(text, DAY)) == expected(pairs)


@pytest.mark.parametrize("text", [
    "الهدنة في حلب\nماكرون: الهدنة صامدة\nغوتيريش: الهدنة صامدة",
    "القصف مستمر على حلب رغم الهدنة.\nروسيا: الهدنة صامدة\nتركيا: الهدنة صامدة",
    "The truce in Aleppo is holding.\nRussia: The truce was violated 12 times.\nTurkey: The truce was violated twice.",
    "The truce in Aleppo is holding.\nDAMASCUS: The truce was violated 12 times.\nBEIRUT: The truce was violated twice.",
    "The truce in Aleppo is holding.\nIdlib: The truce was violated 12 times.",
])  # fmt: skip
def test_speakers_and_datelines_are_no_headings(text: str) -> None:
    assert {area for area, _ in zones(read(text, DAY))} <= {"SY02"}


def test_the_names_of_two_lines_are_two_headings() -> None:
    text = "اتفق الضامنون على هدنة في إدلب.\nسوريا\nسوريا"
    assert zones(read(text, DAY)) == {("SY07", "agreed")}
