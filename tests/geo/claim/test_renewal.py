"""A new truce in the place of one that is over: both are told."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

OLD_AND_NEW = {
    "A truce in Hodeidah collapsed amid air strikes and shelling. A new truce was agreed in Hodeidah.":
        "ye/hodeidah ended; ye/hodeidah agreed",
    "A truce in Hodeidah collapsed last week amid air strikes and shelling, but a new one has been in force since Friday.":
        "ye/hodeidah ended; ye/hodeidah in_force",
    "Since the truce in Gaza collapsed in March, amid air strikes and shelling, mediators have tried to broker a new one.":
        "ps/gaza-strip ended; ps/gaza-strip negotiating",
    "The two sides agreed on a new truce in Hodeidah on Friday after a previous one collapsed amid air strikes and shelling.":
        "ye/hodeidah agreed; ye/hodeidah ended",
    "The ceasefire in Gaza collapsed in March and air strikes resumed. A new truce took effect on Friday.":
        "ps/gaza-strip ended; ps/gaza-strip in_force",
    "انهارت الهدنة في الغوطة الشرقية وسط غارات وقصف. واتفق الطرفان الجمعة على هدنة جديدة في الغوطة الشرقية.":
        "sy/eastern-ghouta ended; sy/eastern-ghouta agreed",
    "انهارت الهدنة في غزة بعد غارات وقصف، ويسعى الوسطاء إلى هدنة جديدة.": "ps/gaza-strip ended; ps/gaza-strip negotiating",
    "The two sides agreed on a new truce in Idlib after shelling. The previous truce in Idlib collapsed last week.":
        "SY07 agreed; SY07 ended",
    # a new one elsewhere is none of the old one's place, and a new one beside a truce that holds ends nothing
    "The truce in Daraa collapsed amid shelling. Mediators are trying to broker a new truce in Homs, where clashes went on.":
        "SY12 ended; SY04 negotiating",
    "The truce in Daraa has held since Friday after weeks of shelling. The two sides agreed on a new truce in Homs.":
        "SY12 in_force; SY04 agreed",
}  # fmt: skip


@pytest.mark.parametrize("text", OLD_AND_NEW)
def test_the_old_truce_and_the_new_one_are_two(text: str) -> None:
    told = {tuple(pair.split()) for pair in OLD_AND_NEW[text].split("; ")}
    assert zones(read(text)) == told


def test_the_old_truce_is_an_agreement_of_its_own() -> None:
    reading = read(next(iter(OLD_AND_NEW)))
    assert len({statement.agreement for statement in reading.statements}) == 2
