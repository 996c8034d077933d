"""English news as a whole: the lead tells the newest of a truce, and the background older truces and the talks before it."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

# phenomenon: (text, every zone with its status)
CASES = {
    "talks behind the lead": (
        "Truce agreed in Rastan\nRebels and the army agreed on Monday to a truce in Rastan.\nSoldiers were killed last week.\n"
        "The two sides had met twice. Mediators held talks on a truce in Rastan in May.",
        {("sy/rastan", "agreed")},
    ),
    "talks at which it was agreed": (
        "Rebels and the army agreed, at talks in Muscat on Monday, to a truce in Rastan.",
        {("sy/rastan", "agreed")},
    ),
    "talks to agree on one": ("Rebels and the army hold talks to agree to a truce in Rastan.", {("sy/rastan", "negotiating")}),
    "an older truce that collapsed": (
        "Peru and Chile agree truce\nPeru and Chile agreed to a truce on Monday after a week of air strikes.\n"
        "The border is closed. A 48-hour truce collapsed on Friday.",
        {("PE", "agreed"), ("CL", "agreed"), ("PE", "ended"), ("CL", "ended")},
    ),
    "the truce itself collapsed": (
        "Peru and Chile agree truce\nPeru and Chile agreed to a truce on Monday after a week of air strikes.\n"
        "The border was opened. The truce collapsed on Friday.",
        {("PE", "ended"), ("CL", "ended")},
    ),
    "armies of two states": (
        "Peruvian and Chilean troops exchanged fire on Monday, breaching a truce agreed in May.\nMortar fire killed two.",
        {("PE", "violated"), ("CL", "violated")},
    ),
    "a deal that takes effect at a time to come": (
        "Rebels and the army reached a truce in Rastan on Sunday. The deal takes effect within 72 hours.",
        {("sy/rastan", "agreed")},
    ),
    "a deal that took effect": (
        "Rebels and the army reached a truce in Rastan on Sunday. The deal took effect at once.",
        {("sy/rastan", "in_force")},
    ),
    "what would be a breach": (
        "A truce in Rastan is holding. The mayor said violations by either side would be met with force.",
        {("sy/rastan", "in_force")},
    ),
    "what is a breach": (
        "A truce in Rastan is holding. The mayor said violations by either side were many.",
        {("sy/rastan", "violated")},
    ),
    "expired before new talks": (
        "A truce in Rastan expired at midnight, before a second round of talks could begin.",
        {("sy/rastan", "ended")},
    ),
    "talks that failed": ("Talks on a truce in Rastan collapsed at midnight.", {("sy/rastan", "rejected")}),
    "left out in the passive": (
        "Rebels agreed to a truce in Rastan. Talbiseh was left out of the truce that was announced.",
        {("sy/rastan", "agreed")},
    ),
    "asked to abide by one": (
        "A truce was reached in Rastan on Monday. The mayor urged both sides to abide by a truce in Rastan.",
        {("sy/rastan", "agreed")},
    ),
    "where an unnamed camp lies": (
        "A truce was agreed in a district of Homs. The truce in Waer is the third this year.",
        {("sy/waer", "agreed")},
    ),
    "half of a compound": (
        "The latest SDF-Damascus truce is holding in Manbij.",
        {("sy/manbij", "in_force")},
    ),
    "where officials spoke": (
        "Talks on a truce in Rastan have failed, officials said in Accra.",
        {("sy/rastan", "rejected")},
    ),
    "a country that nothing but its adjective names": (
        "Army rejects Easter truce\nThe Chilean army refused a truce with guerrillas on Monday.\nAttacks killed two.",
        {("CL", "rejected")},
    ),
    "resumed after one was agreed": (
        "The army resumed operations against Rastan on Monday, a week after it accepted a truce in Rastan.",
        {("sy/rastan", "ended")},
    ),
    "told not to attack": (
        "The truce in Rastan was extended. During the truce all sides are urged not to attack roads or shell Rastan.",
        {("sy/rastan", "in_force")},
    ),
    "had come before": (
        "A truce began in Rastan on Monday. Strikes had killed dozens in Rastan.",
        {("sy/rastan", "in_force")},
    ),
    "came behind": (
        "A truce began in Rastan on Monday. Strikes killed dozens in Rastan.",
        {("sy/rastan", "violated")},
    ),
    "all but": ("A truce in Rastan has all but collapsed.", {("sy/rastan", "ended")}),
    "yet to": ("Rebels and the army have yet to agree on a truce in Rastan.", {("sy/rastan", "negotiating")}),
    "those who refused": (
        "A truce in Rastan took effect. Fighters who refused the deal will leave on buses.",
        {("sy/rastan", "in_force")},
    ),
}


@pytest.mark.parametrize("phenomenon", CASES)
def test_news(phenomenon: str) -> None:
    text, expected = CASES[phenomenon]
    assert zones(read(text, "2024-06-11")) == expected


def test_aid_that_enters_under_a_truce_of_the_next_clause_is_read() -> None:
    reading = read("Trucks entered Rastan thanks to a truce that began on Sunday.")
    assert {area for area, _ in zones(reading)} <= {"sy/rastan"}
