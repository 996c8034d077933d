"""Fighting that came while a start was late, and fighting since it."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

LATE = "The ceasefire in Gaza took effect at 11:15, three hours late. "
LATE_AR = "دخلت الهدنة في غزة حيز التنفيذ متأخرة ثلاث ساعات. "
ON_TIME = "The ceasefire in Gaza took effect on Sunday. "
TOLD = [
    (LATE + "At least 13 people have been killed in Khan Younis since the original deadline passed.", "in_force"),
    (LATE + "Israeli strikes killed 13 people in Khan Younis in the meantime.", "in_force"),
    (LATE_AR + "وقتل 13 شخصا في خان يونس منذ انقضاء الموعد الأصلي.", "in_force"),
    (LATE_AR + "وفي هذه الأثناء قتل 13 شخصا بغارات على خان يونس.", "in_force"),
    (LATE + "Israeli strikes killed 13 people in Khan Younis since then.", "violated"),
    (ON_TIME + "At least 13 people have been killed in strikes on Khan Younis since then.", "violated"),
    (ON_TIME + "In the meantime, strikes killed 13 people in Khan Younis.", "violated"),
]


@pytest.mark.parametrize(("text", "status"), TOLD)
def test_fighting_until_a_late_start_breaks_no_truce(text: str, status: str) -> None:
    assert zones(read(text, "2025-01-19")) == {("ps/gaza-strip", status)}
