"""Who brokered a truce, and for whom, where an English verb of it stands between both."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

BROKERED = {
    "both stand before the verb, its place behind": (
        "The truce that Russia and Turkey brokered in March in Idlib is holding.", ("SY07", "in_force"), ("RU", "TR"),
    ),
    "a country that it is for": (
        "The ceasefire that the United States and France brokered in Lebanon is holding.", ("LB", "in_force"), ("US", "FR"),
    ),
    "in a main clause": (
        "Egypt and Qatar brokered a truce in Gaza.", ("ps/gaza-strip", "agreed"), ("EG", "QA"),
    ),
    "behind by": (
        "A truce in Gaza, brokered last month by Egypt and Qatar, is holding.", ("ps/gaza-strip", "in_force"), ("EG", "QA"),
    ),
    "without its hyphen": ("A Qatar brokered truce took effect in Gaza.", ("ps/gaza-strip", "in_force"), ("QA",)),
    "signed in one capital, for another": (
        "A seven-day ceasefire signed in Jeddah took effect in Khartoum.", ("sd/khartoum", "in_force"), (),
    ),
    "negotiated in a capital": (
        "The truce that Egypt and Qatar negotiated in Doha is holding in Gaza.", ("ps/gaza-strip", "in_force"), (),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "zone", "sponsors"), BROKERED.values(), ids=BROKERED)
def test_who_brokered_a_truce_and_where_it_is(text: str, zone: tuple[str, str], sponsors: tuple[str, ...]) -> None:
    reading = read(text, "2023-05-22")
    assert zones(reading) == {zone} and {statement.sponsors for statement in reading.statements} == {sponsors}


@pytest.mark.parametrize("text", [
    "The ceasefire which Turkey brokered in Istanbul is holding.",
    "A truce began in Hodeidah; the sides agreed to it at United Nations-brokered consultations in Sweden.",
    "The UN monitors a ceasefire for the port of Hodeidah brokered in Sweden.",
    "France brokered a truce between Israel and Lebanon in Paris.",
])  # fmt: skip
def test_where_it_was_brokered_is_no_place_of_it(text: str) -> None:
    assert not {"tr/istanbul", "fr/paris", "SE"} & {area for area, _ in zones(read(text, "2023-05-22"))}
