"""What was agreed in a place that one side then took is over."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

BEGUN = "دخلت هدنة في حرستا حيز التنفيذ أمس. "

TAKEN = [
    (BEGUN + "وأعلن الجيش سيطرته على حرستا بعد معارك.", "sy/harasta ended", "announced"),
    (
        "توصل الجيش والفصائل إلى اتفاق على خروج المقاتلين من حرستا. وسيطر الجيش على كامل مدينة حرستا بعد معارك.",
        "sy/harasta ended",
        "the whole of a town",
    ),
    (BEGUN + "وباستعادة حرستا ودوما يكون الجيش قد أنهى المعارك.", "sy/harasta ended", "one of a list"),
    (BEGUN + "وسيطر الجيش على نصف حرستا بعد معارك.", "sy/harasta in_force", "half of it"),
    (BEGUN + "وسيطر الجيش على دوما بعد معارك.", "sy/harasta in_force", "another town"),
    (BEGUN + "وكانت الفصائل سيطرت على حرستا بعد معارك.", "sy/harasta in_force", "before"),
    (BEGUN + "وسيطرت الفصائل على حرستا عام 2012 بعد معارك.", "sy/harasta in_force", "years ago"),
    (BEGUN + "ويسعى الجيش إلى السيطرة على حرستا بعد معارك.", "sy/harasta in_force", "an aim"),
    ("سيطر الجيش على حرستا بعد معارك. وتسري اليوم هدنة في حرستا.", "sy/harasta in_force", "a truce that holds since"),
    ("سيطر الجيش على حرستا بموجب تسوية في حرستا بعد معارك.", "sy/harasta agreed", "taken under an agreement"),
    (BEGUN + "ويقاتل الجيش الفصائل التي سيطرت على حرستا.", "sy/harasta in_force", "said of those who hold it"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TAKEN, ids=[why for *_, why in TAKEN])
def test_a_truce_is_over_where_one_side_took_the_place(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text, "2018-05-21"))} == {expected}, why
