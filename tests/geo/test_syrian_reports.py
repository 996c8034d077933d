"""What English reports of Syria's truces say: lists of zones, a district that the next sentence names, terms still to come."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

ASTANA = ("SY07", "SY06", "SY05", "SY02", "sy/northern-homs", "sy/eastern-ghouta", "SY12", "SY14")

# phenomenon: (text, every zone with its status)
CASES = {
    "parts behind brackets and commas": (
        "Guarantor states agreed to create de-escalation zones in Idlib province and parts of the neighbouring provinces "
        "(Latakia, Hama and Aleppo), certain parts in the north of Homs province, Eastern Ghouta, certain parts in Syria's "
        "south (Deraa and Quneitra provinces).",
        {(zone, "agreed") for zone in ASTANA},
    ),
    "parts of the next sentence are none": (
        "A truce holds in Idlib. Parts of Aleppo were shelled.",
        {("SY07", "in_force")},
    ),
    "a ceasefire of the whole country beside zones": (
        "Guarantor states agreed to create de-escalation zones in Idlib and Homs. The nationwide Syrian ceasefire regime was "
        "introduced on December 30, 2016.",
        {("SY07", "agreed"), ("SY04", "agreed"), ("SY", "in_force")},
    ),
    "a resolution that is introduced": (
        "A draft resolution on a ceasefire in Syria was introduced by France.",
        {("SY", "proposed")},
    ),
    "the last area of a city": (
        "A truce began in the last rebel-held area of the central city of Homs. The army had blockaded Waer for 20 months.",
        {("sy/waer", "in_force")},
    ),
    "a neighbourhood under somebody's control": (
        "A cease-fire took hold in the last neighborhood under opposition control in the contested city of Homs. It is part of "
        "a broader agreement reached on Tuesday to allow rebels to withdraw from the Waer neighborhood.",
        {("sy/waer", "in_force")},
    ),
    "the city itself": (
        "A truce began in the central city of Homs. The army had blockaded Waer for 20 months.",
        {("sy/homs", "in_force")},
    ),
    "what a deal involves": (
        "The ceasefire deal reached late on Tuesday involves Zabadani and Madaya, besieged by regime fighters near Damascus, "
        "and Shiite-majority Fuaa and Kafraya.",
        {(f"sy/{town}", "agreed") for town in ("zabadani", "madaya", "foua", "kefraya")},
    ),
    "what a deal involves doing": (
        "The deal involves the release of prisoners from Sednaya. A ceasefire began in Rastan.",
        {("sy/rastan", "in_force")},
    ),
    "towns that are to be evacuated": (
        "Three towns are to be evacuated under an agreement with the rebels. It involves Zabadani.",
        {("sy/zabadani", "agreed")},
    ),
    "towns that have been evacuated": (
        "The town of Daraya has been evacuated under an agreement with the rebels.",
        {("sy/darayya", "in_force")},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_zones(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text, published="2017-05-05")) == expected
