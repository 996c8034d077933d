"""What has to become of a truce: a start that is asked for, what it should lead to, an end that is waited for."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

BEGAN = "دخل وقف إطلاق النار حيز التنفيذ في لبنان الأربعاء. "

SAID = [
    # a start that has to come
    ("The ceasefire in Khartoum must take effect at once, the envoy said.", "sd/khartoum proposed", "must take effect"),
    ("The ceasefire in Khartoum must start at once, the envoy said.", "sd/khartoum proposed", "must start"),
    ("Any ceasefire in Khartoum must start with the withdrawal of the RSF.", "sd/khartoum proposed", "any"),
    ("The ceasefire in Khartoum must come into force on Friday.", "sd/khartoum proposed", "must, with a day"),
    ("A ceasefire must immediately begin in Khartoum.", "sd/khartoum proposed", "an adverb between"),
    ("The ceasefire in Khartoum ought to start now.", "sd/khartoum proposed", "ought to"),
    ("The ceasefire in Khartoum has to start today.", "sd/khartoum proposed", "has to"),
    ("The truce in Khartoum needs to take effect immediately.", "sd/khartoum proposed", "needs to"),
    ("The ceasefire in Khartoum must be respected.", "sd/khartoum in_force", "respected"),
    ("The ceasefire in Khartoum must remain in force.", "sd/khartoum in_force", "remain"),
    ("The ceasefire in Khartoum must hold.", "sd/khartoum in_force", "hold"),
    ("The ceasefire in Khartoum took effect on Friday; talks must start at once.", "sd/khartoum in_force", "talks"),
    ("Talks must begin now that the ceasefire in Khartoum has taken effect.", "sd/khartoum in_force", "talks before it"),
    ("وقف إطلاق النار في لبنان يجب أن يبدأ فورا.", "LB proposed", "a start in Arabic"),
    ("ينبغي أن يعلن وقف لإطلاق النار في لبنان.", "LB proposed", "an announcement"),
    ("يجب التوصل إلى هدنة في حلب.", "SY02 proposed", "a noun"),
    # what a truce that is there should lead to
    ("وقف النار في لبنان يجب أن يفتح الباب أمام انتخاب رئيس.", "LB in_force", "a way that it opens"),
    (BEGAN + "وقال ميقاتي إن وقف النار في لبنان يجب أن يفتح الباب أمام انتخاب رئيس.", "LB in_force", "behind its start"),
    ("الهدنة في حلب يجب أن تتيح عودة النازحين.", "SY02 in_force", "what it allows"),
    ("الهدنة في حلب ينبغي أن تكون فرصة للسلام.", "SY02 in_force", "a chance"),
    ("وقال ميقاتي: الهدنة يجب ألا تكون ذريعة لمزيد من الهجمات في لبنان.", "LB in_force", "no pretext"),
    ("يجب أن تفتح الهدنة في حلب الباب للحل.", "SY02 in_force", "the truce behind its verb"),
    ("الهدنة في حلب يجب أن تحترم.", "SY02 in_force", "respected in Arabic"),
    ("وقف إطلاق النار في لبنان يجب أن يكون شاملا.", "LB proposed", "what a new one should be"),
    ("هدنة في حلب يجب أن تفتح الباب للحل.", "SY02 proposed", "one that is not there yet"),
    ("يجب أن تشمل الهدنة حلب.", "SY02 proposed", "what it should cover"),
    # what is to be carried out
    ("The envoy hopes to see the ceasefire in Hodeidah carried out in full.", "ye/hodeidah in_force", "a hope"),
    ("The ceasefire in Hodeidah must be carried out in full.", "ye/hodeidah in_force", "a duty"),
    ("The ceasefire in Hodeidah has yet to be carried out in full.", "ye/hodeidah in_force", "not yet"),
    ("The ceasefire in Hodeidah has held. The people cannot wait longer for the ceasefire to be carried out in full.",
     "ye/hodeidah in_force", "a wish"),
    ("The Hodeidah ceasefire was carried out in full.", "ye/hodeidah ended", "done"),
    ("The Hodeidah ceasefire has been carried out in full.", "ye/hodeidah ended", "done in the perfect"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), SAID, ids=[why for *_, why in SAID])
def test_what_has_to_become_of_a_truce_has_not_come_about(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text, "2024-12-01"))} == {expected}, why
