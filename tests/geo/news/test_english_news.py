"""What English web news says of a truce: two states at war, a deal's terms, what failed, where a list and a country lie."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

# phenomenon: (text, every zone with its status)
CASES = {
    "two states that fight agree": (
        "Peru and Ecuador agreed to a ceasefire on Saturday after four days of clashes along their border.",
        {("PE", "agreed"), ("EC", "agreed")},
    ),
    "a truce between two states": (
        "A ceasefire between Peru and Ecuador took effect on Tuesday after 12 days of air strikes.",
        {("PE", "in_force"), ("EC", "in_force")},
    ),
    "one state accuses another": (
        "Peru accused Ecuador of violating a ceasefire overnight, saying shelling hit a village.",
        {("PE", "violated"), ("EC", "violated")},
    ),
    "two states that brokered one": ("Egypt and Qatar brokered a truce after months of shelling, officials said.", set()),
    "two states that hail one": ("France and Germany welcomed the ceasefire and urged both armies to stop shelling.", set()),
    "a truce in a trade war": (
        "Peru and Ecuador agreed to extend a truce in their trade war and to lower tariffs on bananas.",
        set(),
    ),
    "what a deal calls for": (
        "The accord, signed in Riyadh on Monday, calls for a truce in Aden, where clashes killed ten.",
        {("ye/aden", "agreed")},
    ),
    "what somebody calls for beside a deal": (
        "The U.N. welcomed the deal and called for a truce in Taiz, where shelling went on.",
        {("ye/taiz", "proposed")},
    ),
    "should it": (
        "The truce in Taiz took effect on Monday. Should the Houthis violate the deal the army would strike, it warned.",
        {("ye/taiz", "in_force")},
    ),
    "what a truce does not address": (
        "The truce in Sudan does not address Darfur, where fighting rages.",
        {("SD", "in_force")},
    ),
    "a truce that failed": (
        "Diplomats blamed both sides for the failure of the U.N.-brokered truce in Taiz.",
        {("ye/taiz", "ended")},
    ),
    "talks that failed": ("Truce talks on Idlib failed on Monday, a rebel commander said.", {("SY07", "rejected")}),
    "although with fighting": ("Jets bombed Idlib although a truce was in force.", {("SY07", "violated")}),
    "although without fighting": (
        "The port of Hodeidah is held by the Houthis, although the ceasefire deal foresees their withdrawal.",
        set(),
    ),
    "over, and over a holiday": (
        "The rebels announced on Wednesday a three-day ceasefire over the holiday in Taiz.",
        {("ye/taiz", "agreed")},
    ),
    "who holds the towns of a list": (
        "The deal covers rebel-held Zabadani and Madaya, and government-held Kefraya and Fuaa.",
        {("sy/foua", "in_force"), ("sy/kefraya", "in_force"), ("sy/madaya", "in_force"), ("sy/zabadani", "in_force")},
    ),
    "truces of the past": (
        "Similar deals in the suburbs of Damascus were struck in the past after months of siege and bombing.",
        set(),
    ),
    "a possessive and a direction": (
        "A truce began in Ukraine's war-torn east after shelling.",
        {("UA:east", "in_force")},
    ),
    "an offensive that a deal suspends": (
        "Washington and Ankara struck a deal to halt a Turkish offensive in northern Syria for five days.",
        {("sy/north", "agreed")},
    ),
    "an end that an attack aims at": ("The army launched an operation to end rebel attacks in Taiz.", set()),
    "an attack that is feared": (
        "A truce in Taiz took effect on Monday. The army threatened to launch a ground offensive on Taiz.",
        {("ye/taiz", "in_force")},
    ),
    "a country's government and the rebels": (
        "Colombia's government and the guerrillas agreed on Friday in Havana to a ceasefire, after a decade of fighting.",
        {("CO", "agreed")},
    ),
    "all the same, in a complement": (
        "Fighting continues in Taiz even after China announced that both sides had agreed on a ceasefire.",
        {("ye/taiz", "violated")},
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_zones(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text, published="2024-11-28")) == expected
