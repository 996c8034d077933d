"""What became of an offer, of fighting and of those who leave, where the next words tell it."""

from __future__ import annotations

import pytest

from geo.cue import CueKind
from geo.status.fighting import attacks
from geo.syntax.sentence import sentences
from tests.reading import article, read, reader, zones

TOLD = {
    # the answer to an offer
    "Trump proposed a truce in Gaza. Hamas accepted the proposal after air strikes and shelling.": "ps/gaza-strip agreed",
    "قدمت واشنطن مقترح هدنة في غزة. وأعلنت حماس رفضها المقترح وسط القصف والقتال.": "ps/gaza-strip rejected",
    "أعدت واشنطن مشروع قرار بهدنة في درعا وسط القصف والمعارك. واتهمت موسكو بالفشل في ضمان تنفيذ قرار آخر.": "SY12 proposed",
    # fighting that nobody saw, or that is only warned of
    "There was no sign of shelling or air strikes in Rastan on Saturday, the first day of a truce.": "sy/rastan in_force",
    "لم تشهد إدلب قصفا أو غارات منذ بدء الهدنة.": "SY07 in_force",
    "يسود الهدوء تعز في أول أيام الهدنة، دون تسجيل قصف أو اشتباكات.": "ye/taiz in_force",
    "حذرت الأمم المتحدة الأطراف من خرق الهدنة في الحديدة بعد قصف وقتال.": "ye/hodeidah in_force",
    "There were no reports of casualties, shelling hit Douma in breach of the truce on Monday.": "sy/douma violated",
    "شهدت إدلب قصفا وغارات منذ بدء الهدنة.": "SY07 violated",
    "There was shelling in Rastan on Saturday, and air raids, on the first day of a truce.": "sy/rastan violated",
    # fighting behind a truce, or that it stopped
    "Fighting and air strikes hit Khartoum hours after the army and RSF agreed to a ceasefire.": "sd/khartoum violated",
    "Air strikes and artillery fire were heard in Khartoum after a ceasefire came into effect.": "sd/khartoum violated",
    "Shelling of Hasakah went on after a ceasefire was announced.": "SY08 violated",
    "Shelling of Hasakah ceased after a ceasefire was announced.": "SY08 in_force",
    "Clashes in Hasakah ceased on Tuesday after a truce was reached.": "SY08 in_force",
    "Gunfire and shelling in Hasakah stopped on Tuesday afternoon after the two sides agreed a truce.": "SY08 in_force",
    "After the truce was announced, the army stopped shelling and air strikes on Douma.": "sy/douma agreed",
    "توقفت الاشتباكات والقصف في الحسكة بعد أن اتفق الطرفان على هدنة.": "SY08 in_force",
    "A ceasefire has ended 12 days of air strikes and rocket fire in Gaza.": "ps/gaza-strip in_force",
    "A truce put an end to weeks of shelling and clashes in Qudsaya.": "sy/qudsaya in_force",
    "The army ended a truce of three days in Qudsaya with air strikes and shelling.": "sy/qudsaya ended",
    "Clashes in Hasakah threaten to unravel a ceasefire reached on Monday.": "SY08 violated",
    "لم تفلح الهدنة في وقف القصف والمعارك في الخرطوم.": "sd/khartoum violated",
    # the last who leave
    "خرجت الحافلات الأخيرة من حرستا مساء أمس بموجب الاتفاق، بعد قصف ومعارك.": "sy/harasta ended",
}


@pytest.mark.parametrize("text", TOLD)
def test_a_truce_is_what_became_of_it(text: str) -> None:
    assert zones(read(text)) == {tuple(TOLD[text].split())}


@pytest.mark.parametrize(
    "text",
    [f"There was no {'shelling or ' * 2_000}fire in Daraa.", f"لم تشهد درعا {'قصفا أو ' * 2_000}غارات."],
    ids=["en", "ar"],
)
def test_a_list_of_what_is_denied_is_followed_however_long_it_is(text: str) -> None:
    sentence = next(sentences(reader().analyse(article(text))))
    assert sentence.cues.of(CueKind.CONFLICT) and not attacks(sentence, None)
