"""Where a truce holds that its own clause does not place: known by its parties, by the state of a war, by what stands nearby."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

PARTIES = [
    (
        "يطالب المغرب بالصحراء الغربية. وهدد القادة بالرد على أي خرق لوقف إطلاق النار.",
        "EH in_force",
        "the standing truce of two states",
    ),
    ("يطالب المغرب بالصحراء الغربية. وقد انتهى وقف إطلاق النار العام الماضي.", "EH ended", "a standing truce that is over"),
    ("انتهت الحرب بين المغرب والصحراء الغربية بهدنة.", "EH in_force", "a war that a standing truce ended"),
    ("أعلن حزب العمال الكردستاني هدنة بعد هجمات وغارات في تركيا.", "TR agreed", "an armed group and where it fights"),
]


def _said(text: str) -> str:
    return " + ".join(sorted(f"{area} {status}" for area, status in zones(read(text))))


@pytest.mark.parametrize(("text", "expected", "why"), PARTIES)
def test_the_parties_say_where(text: str, expected: str, why: str) -> None:
    assert _said(text) == expected, why


def test_the_whole_of_something_is_no_hope() -> None:
    assert _said("فرضت الفصائل هدنة كاملة في دوما بعد أسبوع من القصف والغارات.") != "sy/douma proposed"
