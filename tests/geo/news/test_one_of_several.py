"""Truces in several places, of which each fares otherwise: a breach in one of the towns that a truce lists, the first and the
second of two truces."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

APART = [
    (
        "تعرضت بلدة مضايا لقصف عنيف. وتخضع البلدة لهدنة منذ سبتمبر 2015 تشمل أيضا الفوعة وكفريا.",
        "sy/foua in_force, sy/kefraya in_force, sy/madaya violated",
    ),
    (
        "قتل ثلاثة مدنيين برصاص قناص في مضايا المحاصرة.\nوتخضع البلدة لهدنة منذ سبتمبر 2015 تشمل أيضا الفوعة وكفريا.",
        "sy/foua in_force, sy/kefraya in_force, sy/madaya violated",
    ),
    (
        "قتل ثلاثة مدنيين في مضايا والفوعة بقصف مدفعي.\nوتشمل الهدنة مضايا والفوعة وكفريا منذ 2015.",
        "sy/foua violated, sy/kefraya in_force, sy/madaya violated",
    ),
    (
        "شهدت دوما وحرستا هدنتين، الأولى انهارت بعد قصف عنيف والثانية لا تزال صامدة وسط معارك.",
        "sy/douma ended, sy/harasta in_force",
    ),
    (
        "أعلنت هدنتان في دوما وحرستا بعد قصف ومعارك. وانهارت الأولى بعد ساعات، فيما صمدت الثانية.",
        "sy/douma ended, sy/harasta in_force",
    ),
    (
        "Truces were announced in Madaya and Waer after months of siege and shelling. "
        "The former collapsed within days; the latter is holding.",
        "sy/madaya ended, sy/waer in_force",
    ),
    (
        "Truces were announced in Madaya and Waer after months of siege and shelling. "
        "The first collapsed within days; the second is holding.",
        "sy/madaya ended, sy/waer in_force",
    ),
    (
        "Truces were announced in Madaya and Waer after months of siege and shelling. "
        "The first collapsed within days, while the second is holding.",
        "sy/madaya ended, sy/waer in_force",
    ),
    (
        "دخلت هدنة في مضايا والفوعة وكفريا حيز التنفيذ الجمعة. وتعرضت مضايا السبت لقصف مدفعي.",
        "sy/foua in_force, sy/kefraya in_force, sy/madaya violated",
    ),
    (
        "A truce in Madaya, Foua and Kefraya took effect on Thursday. Shells hit Madaya on Friday, killing three people.",
        "sy/foua in_force, sy/kefraya in_force, sy/madaya violated",
    ),
    (
        "A truce in Madaya, Foua and Kefraya took effect on Thursday. The truce was broken in Madaya by shelling and clashes.",
        "sy/foua in_force, sy/kefraya in_force, sy/madaya violated",
    ),
    (
        "Truces took effect in Madaya and Waer after shelling and clashes. "
        "The second convoy of aid reached Idlib and the first is on its way.",
        "sy/madaya in_force, sy/waer in_force",
    ),
    (
        "Truces took effect in Madaya and Waer after shelling and clashes. The first was holding.",
        "sy/madaya in_force, sy/waer in_force",
    ),
    (
        "دخلت هدنتان في دوما وحرستا حيز التنفيذ بعد قصف ومعارك. وغادرت الدفعة الأولى، فيما تأخرت الثانية.",
        "sy/douma in_force, sy/harasta in_force",
    ),
]


@pytest.mark.parametrize(("text", "expected"), APART)
def test_each_of_several_places_has_its_own_status(text: str, expected: str) -> None:
    assert ", ".join(f"{area} {status}" for area, status in sorted(zones(read(text, "2018-05-05")))) == expected
