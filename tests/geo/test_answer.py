"""What became of an offer, and fighting that nobody saw."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

ANSWERS = {
    "Trump proposed a truce in Gaza. Hamas accepted the proposal after air strikes and shelling.": "ps/gaza-strip agreed",
    "قدمت واشنطن مقترح هدنة في غزة. وأعلنت حماس رفضها المقترح وسط القصف والقتال.": "ps/gaza-strip rejected",
    "أعدت واشنطن مشروع قرار بهدنة في درعا وسط القصف والمعارك. واتهمت موسكو بالفشل في ضمان تنفيذ قرار آخر.": "SY12 proposed",
    "Fighting and air strikes hit Khartoum hours after the army and RSF agreed to a ceasefire.": "sd/khartoum violated",
}
UNSEEN = {
    "There was no sign of shelling or air strikes in Rastan on Saturday, the first day of a truce.": "sy/rastan in_force",
    "لم تشهد إدلب قصفا أو غارات منذ بدء الهدنة.": "SY07 in_force",
    "يسود الهدوء تعز في أول أيام الهدنة، دون تسجيل قصف أو اشتباكات.": "ye/taiz in_force",
    "حذرت الأمم المتحدة الأطراف من خرق الهدنة في الحديدة بعد قصف وقتال.": "ye/hodeidah in_force",
    "Air strikes and artillery fire were heard in Khartoum after a ceasefire came into effect.": "sd/khartoum violated",
    "There were no reports of casualties, shelling hit Douma in breach of the truce on Monday.": "sy/douma violated",
    "شهدت إدلب قصفا وغارات منذ بدء الهدنة.": "SY07 violated",
    "There was shelling in Rastan on Saturday, and air raids, on the first day of a truce.": "sy/rastan violated",
}
OVER = {
    "خرجت الحافلات الأخيرة من حرستا مساء أمس بموجب الاتفاق، بعد قصف ومعارك.": "sy/harasta ended",
    "لم تفلح الهدنة في وقف القصف والمعارك في الخرطوم.": "sd/khartoum violated",
}


SINCE = {
    "Gunfire and shelling in Hasakah stopped on Tuesday afternoon after the two sides agreed a truce.": "SY08 in_force",
    "After the truce was announced, the army stopped shelling and air strikes on Douma.": "sy/douma agreed",
    "Clashes in Hasakah ceased on Tuesday after a truce was reached.": "SY08 in_force",
    "Shelling of Hasakah ceased after a ceasefire was announced.": "SY08 in_force",
    "Shelling of Hasakah went on after a ceasefire was announced.": "SY08 violated",
    "A ceasefire has ended 12 days of air strikes and rocket fire in Gaza.": "ps/gaza-strip in_force",
    "A truce put an end to weeks of shelling and clashes in Qudsaya.": "sy/qudsaya in_force",
    "The army ended a truce of three days in Qudsaya with air strikes and shelling.": "sy/qudsaya ended",
    "Clashes in Hasakah threaten to unravel a ceasefire reached on Monday.": "SY08 violated",
    "توقفت الاشتباكات والقصف في الحسكة بعد أن اتفق الطرفان على هدنة.": "SY08 in_force",
}


@pytest.mark.parametrize("text", SINCE)
def test_what_a_truce_stopped_it_keeps_and_what_goes_on_behind_it_breaks_it(text: str) -> None:
    assert zones(read(text)) == {tuple(SINCE[text].split())}


@pytest.mark.parametrize("text", ANSWERS)
def test_an_offer_is_what_became_of_it(text: str) -> None:
    assert zones(read(text)) == {tuple(ANSWERS[text].split())}


@pytest.mark.parametrize("text", UNSEEN)
def test_fighting_that_nobody_saw_breaks_no_truce(text: str) -> None:
    assert zones(read(text)) == {tuple(UNSEEN[text].split())}


@pytest.mark.parametrize("text", OVER)
def test_the_last_who_leave_end_it_and_what_it_cannot_stop_breaks_it(text: str) -> None:
    assert zones(read(text)) == {tuple(OVER[text].split())}


@pytest.mark.parametrize("joined", ["shelling and ", "shelling or ", "قصف أو "])
def test_a_list_without_end_is_read(joined: str) -> None:
    assert not zones(read(f"There was no {joined * 2_000}fire despite the truce."))
