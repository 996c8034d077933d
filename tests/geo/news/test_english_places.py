"""Where English news says that a truce is: a capital that acts, the capital of a country, a sea, and parts that are counted."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

SAID = [
    # a capital as its government
    ("The government in Khartoum rejected a ceasefire in Darfur after shelling.", "sd/darfur rejected", "a government in"),
    ("The authorities in Kabul announced a truce with the Taliban.", "AF agreed", "authorities in"),
    ("Damascus rules out a truce in Idlib", "SY07 rejected", "a capital that rules one out"),
    ("Sanaa turns down a truce in Taiz", "ye/taiz rejected", "a capital that turns one down"),
    ("A truce with the authorities in Rastan was agreed after shelling.", "sy/rastan agreed", "authorities of a town"),
    ("A truce with the government in Sanaa took effect after shelling.", "ye/sanaa in_force", "a truce with a government in"),
    # the capital of a country
    ("Shops opened in the capital of South Sudan once a truce had ended days of fighting.", "ss/juba in_force", "capital of"),
    ("A truce in Taiz took hold as the shelling of the capital of Yemen went on.", "ye/taiz in_force", "another capital"),
    ("The capital of Idlib province is under a truce.", "SY07 in_force", "the capital of a province"),
    # where a truce is not said to be
    ("Ankara said the truce in Syria had no bearing on its Afrin campaign.", "SY in_force", "no bearing on"),
    # the sea that a town lies at
    ("Rebels agreed on a ceasefire at once in the Red Sea city.", "", "a city at a sea"),
    ("Rebels agreed on a ceasefire in the Black Sea port.", "", "a port at a sea"),
    ("A truce in the Red Sea city of Port Sudan was agreed.", "sd/port-sudan agreed", "a city with its name"),
    ("A truce in the Red Sea was agreed.", "xx/red-sea agreed", "the sea itself"),
    # parts that are counted, or said to be where it holds
    ("Rebels prolong truce in two Yemen provinces\n\nThe truce in Taiz and Marib will run for another month, they said.",
     "ye/taiz in_force, ye/marib in_force", "two provinces"),
    ("Two Aleppo neighborhoods under truce\n\nRebels agreed after shelling. It is in effect in Sheikh Maqsoud and Ashrafieh.",
     "sy/sheikh-maqsoud in_force, sy/ashrafiyah-aleppo in_force", "two neighborhoods"),
    ("Rebels and troops agreed to a truce in Aleppo. It applies to Sheikh Maqsoud and Ashrafieh, they said.",
     "sy/sheikh-maqsoud agreed, sy/ashrafiyah-aleppo agreed", "it applies to"),
    ("Rebels and troops agreed to a truce in Aleppo. It also applies to Darayya, they said.",
     "SY02 agreed, sy/darayya agreed", "it also applies to"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "name"), SAID, ids=[name for _, _, name in SAID])
def test_places(text: str, expected: str, name: str) -> None:
    told = {tuple(pair.split(" ")) for pair in expected.split(", ") if pair}
    assert zones(read(text, published="2018-12-17")) == told, name
