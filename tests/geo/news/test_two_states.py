"""What English agencies say of truces between states and along borders: whose they are, what they stop, what came before."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

PUBLISHED = "2017-08-07"  # a Monday
_ACCUSED = "Thai troops accused Cambodia of violating the truce hours after it began. Shelling hit several districts. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an adjective inside a longer one names no second state
        ("The South Sudanese government and rebels signed a ceasefire.", {("SS", "agreed")}),
        ("The South Sudanese army violated the ceasefire.", {("SS", "violated")}),
        # who only hosts the talks is no side; words of trade count less than attacks
        (f"{_ACCUSED}Talks were held in Malaysia.", {("TH", "violated"), ("KH", "violated")}),
        (f"{_ACCUSED}Shells fell on a market, and a tariff was put off.", {("TH", "violated"), ("KH", "violated")}),
        ("China and Peru agreed to a truce in their trade war, a tariff dispute; an attack on it is expected.", set()),
    ],
)
def test_whose_truce_it_is(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text, PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a river that somebody withdraws behind is a line
        ("The ceasefire calls for Hezbollah to withdraw beyond the Litani River and for the Lebanese army to deploy.", set()),
        ("The truce requires Hezbollah to pull its forces north of the Litani River.", set()),
        ("A ceasefire along the Litani River has held.", {("lb/litani", "in_force")}),
        ("The truce covers the area south of the Litani River.", {("lb/litani", "in_force")}),
        ("يقضي اتفاق وقف إطلاق النار بانتشار الجيش اللبناني جنوب الليطاني.", set()),
        # what leads up to a truce breaks none; missiles that hit a town under one do
        (
            "A truce in Ukraine is holding. Rebels shelled troops near Debaltseve in the hours leading up to the truce.",
            {("UA", "in_force")},
        ),
        (
            "A truce in Ukraine took hold. A couple died after missiles hit Popasna minutes after the truce came into force.",
            {("UA", "violated")},
        ),
        # a headline names a wider area than its lead
        (
            "Alliance agrees to ceasefire with junta in Shan State\nAn alliance of rebels said it had agreed to a ceasefire in "
            "northern Shan State after clashes.",
            {("mm/shan:north", "agreed")},
        ),
        ("If sides fail to keep the truce after clashes, a postponement of the Jeddah dialogue is considered.", set()),
        # what is halted is the fighting
        ("The ceasefire brought to a halt the worst fighting in Gaza since May.", {("ps/gaza-strip", "in_force")}),
        ("Gaza: The ceasefire has been brought to a halt.", {("ps/gaza-strip", "suspended")}),
        # what a war did to a region is not done to its truce
        (
            "Peru and Chile accepted a ceasefire proposal after days of shelling to end a war that has shaken the region.",
            {("PE", "agreed"), ("CL", "agreed")},
        ),
        ("A truce that has been shaken by shelling in Idlib went into its third day.", {("SY07", "violated")}),
        # who was killed before the truce began broke none
        (
            "A truce in Gaza appeared to be holding on Monday. The truce, which began on Sunday, was brokered by Egypt. "
            "A commander was killed in Rafah on Saturday night.",
            {("ps/gaza-strip", "in_force")},
        ),
        (
            "A truce in Gaza appeared to be holding on Sunday. The truce, which began on Friday, was brokered by Egypt. "
            "A commander was killed in an air strike in Rafah on Saturday night.",
            {("ps/gaza-strip", "violated")},
        ),
    ],
)
def test_what_a_truce_stops(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text, PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a group beside the army of its own country fights there, whoever else the text names
        ("Sudanese army and RSF resume ceasefire talks in Jeddah", {("SD", "negotiating")}),
        (
            "The Sudanese Armed Forces and the Rapid Support Forces have resumed talks in Jeddah aimed at a ceasefire. Saudi "
            "Arabia and the United States called on both to agree. Saudi Arabia's minister called Burhan.",
            {("SD", "negotiating")},
        ),
        ("Congolese troops and M23 rebels traded blame for breaking a truce.", {("CD", "violated")}),
        ("The Yemeni army said the Houthis broke the truce in Taiz.", {("ye/taiz", "violated")}),
        ("Israel and Hamas resumed truce talks in Cairo, Egypt said. Shelling went on.", {("ps/gaza-strip", "negotiating")}),
    ],
)
def test_a_group_beside_the_army_of_its_country(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text, PUBLISHED)) == expected


def test_whose_auspices_talks_are_under() -> None:
    """ "Under the auspices of Saudi Arabia": it acts, as who brokers a truce does."""
    text = "Talks resumed in Jeddah under the auspices of Saudi Arabia and the United States."
    roles = {r.mention.name.of(text): str(r.role) for r in read(text, PUBLISHED).resolutions}
    assert roles["Saudi Arabia"] == roles["United States"] == "actor"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Truces have been broken, including after the US imposed sanctions on the leaders.", {"US": "US"}),
        ("The US carried out strikes in Syria.", {"US": "US", "Syria": "SY"}),
        ("The US backed forces broke the truce.", {}),
        ("Peru signed the deal in Dar es Salaam.", {"Peru": "PE", "Dar es Salaam": "tz/dar-es-salaam"}),
        ("The Pakistan side shelled posts along the LoC in Rajouri.", {"LoC": "in/line-of-control", "Rajouri": "in/rajouri"}),
        ("Tigers fought in Kilinochchi and Mannar.", {"Kilinochchi": "lk/kilinochchi", "Mannar": "lk/mannar"}),
    ],
)
def test_names(text: str, names: dict[str, str]) -> None:
    reading = read(text, PUBLISHED)
    found = {r.mention.name.of(text): r.area.key for r in reading.resolutions if r.area}
    assert {**found, **names} == found and ("US" in found) == ("US" in names)


def test_a_city_in_a_dateline() -> None:
    """ "DAVAO CITY (…) — ": where a report was filed is no place of its truce."""
    text = "DAVAO CITY (MindaNews) — The army and the Maute Group agreed to a truce in Marawi after clashes there."
    assert zones(read(text, PUBLISHED)) == {("ph/marawi", "agreed")}
