"""How English news tells of departures under an accord: who is taken out once more, what stopped them, who is blamed."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

DEAL = " The truce was reached last week, rebels said."

SAID = [
    # people that are taken out
    ("People in the last pocket of eastern Aleppo are being evacuated again, after a new deal was reached. Buses had waited.",
     "sy/east-aleppo in_force", "people that are evacuated"),
    ("Residents were evacuated from a burning building in Homs. A truce in Taiz holds.", "ye/taiz in_force", "a fire"),
    ("Fighters and their families left Waer under a bargain between rebels and the army.", "sy/waer in_force", "a bargain"),
    ("The army and rebel groups have settled terms for fighters to leave Waer.", "sy/waer agreed", "settled terms"),
    # what talks about them came to
    ("The truce in Madaya collapsed. Negotiators could not agree on a pull-out of fighters from Madaya.", "sy/madaya ended",
     "a term that was not agreed on"),
    ("The truce in Madaya collapsed. Negotiators could not agree on a new truce in Madaya.",
     "sy/madaya ended, sy/madaya rejected", "a new truce that was not agreed on"),
    # what stops them
    ("Shots bring Madaya evacuation to a stop\n\nBuses stood still." + DEAL, "sy/madaya suspended", "to a stop"),
    ("The evacuation of Madaya was brought to a stop on Friday." + DEAL, "sy/madaya suspended", "brought to a stop"),
    ("The fighting in Taiz came to a stop after a truce was reached.", "ye/taiz agreed", "fighting that stopped"),
    # who is blamed
    ("A truce in Taiz is in place. The talks were stuck and both sides blamed each other.", "ye/taiz in_force", "for talks"),
    ("A truce in Taiz is in place. Both sides blamed each other for the delay of aid.", "ye/taiz in_force", "for a delay"),
    ("A truce in Taiz is in place. Both sides blamed each other for shelling on Sunday.", "ye/taiz violated", "for shelling"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "name"), SAID, ids=[name for _, _, name in SAID])
def test_departures(text: str, expected: str, name: str) -> None:
    told = {tuple(pair.split(" ")) for pair in expected.split(", ") if pair}
    assert zones(read(text, published="2018-12-17")) == told, name
