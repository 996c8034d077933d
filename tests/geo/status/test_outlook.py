"""What shall be, what may come and what has been: words beside a truce, and the verbs that tell them apart."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

TERMS = [
    ("بموجب الهدنة في دوما سيخرج المقاتلون غدا.", "sy/douma agreed", "a future verb"),
    ("بموجب الهدنة في دوما، وسيخرج منها الجرحى أيضا غدا.", "sy/douma agreed", "behind «و»"),
    ("في إطار الهدنة في دوما سنسلم السلاح.", "sy/douma agreed", "in the first person"),
    ("في إطار الهدنة في دوما سيطر الجيش على المعبر.", "sy/douma in_force", "«سيطر» is of the past"),
    ("في إطار الهدنة في دوما عادت الأسر بعد سنوات من الحصار.", "sy/douma in_force", "«سنوات» are years"),
    ("في إطار الهدنة في دوما أدخلت شاحنات ومعها سيارات إسعاف.", "sy/douma in_force", "«سيارات» are cars"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TERMS, ids=[why for *_, why in TERMS])
def test_what_is_done_under_a_truce_is_told_from_what_will_be(text: str, expected: str, why: str) -> None:
    assert {f"{area} {status}" for area, status in zones(read(text, "2018-05-21"))} == {expected}, why


FAILURES = [
    ("فشل الوسطاء في التوصل إلى هدنة في حلب.", "SY02 rejected", "in reaching one"),
    ("أخفق مجلس الأمن في تبني قرار بهدنة في حلب.", "SY02 rejected", "in adopting one"),
    ("فشل الوسطاء في إقناع الجيش بهدنة في حلب.", "SY02 rejected", "in winning over who should agree"),
    ("فشلت المفاوضات بشأن هدنة في حلب.", "SY02 rejected", "talks themselves"),
    ("فشل الطرفان في الحفاظ على الهدنة في حلب.", "SY02 violated", "in keeping it"),
    ("فشل الجانبان في تثبيت الهدنة في حلب.", "SY02 violated", "in making it firm"),
    ("فشلت الأطراف في تطبيق الهدنة في حلب.", "SY02 agreed", "in carrying it out"),
    ("أخفقت الشرطة في حماية السكان خلال الهدنة في حلب.", "SY02 in_force", "in another thing, during a truce"),
    ("أخفق البرلمان في صياغة بيان حيال الهدنة في حلب.", "SY02 in_force", "in saying what they think of it"),
]


@pytest.mark.parametrize(("text", "expected", "why"), FAILURES, ids=[why for *_, why in FAILURES])
def test_what_failed_is_told_apart(text: str, expected: str, why: str) -> None:
    assert {f"{area} {status}" for area, status in zones(read(text, "2018-05-21"))} == {expected}, why


REFUSALS = [
    (
        "تجري مفاوضات على هدنة في درعا. وتأتي المفاوضات بعد رفض الفصائل هدنة في درعا أمس.",
        "SY12 negotiating",
        "talks behind a refusal",
    ),
    (
        "استؤنفت المحادثات على وقف القتال في درعا. وقصف الجيش المدينة بعد رفض الفصائل وقف القتال في درعا.",
        "sy/daraa negotiating",
        "a refusal that led to fighting",
    ),
    (
        "عادت الحكومة إلى التفاوض على هدنة في درعا، رغم رفض الفصائل هدنة في درعا مرتين.",
        "SY12 negotiating",
        "talks in spite of refusals",
    ),
    ("تجري محادثات على هدنة في درعا. ورفضت الفصائل هدنة في درعا.", "SY12 rejected", "a refusal that is told as news"),
    (
        "رفضت الفصائل هدنة في درعا. وكانت المفاوضات على الهدنة في درعا تجري منذ أيام.",
        "SY12 rejected",
        "talks that came before it",
    ),
    (
        "دعت موسكو إلى هدنة في درعا. وجاءت الدعوة بعد رفض الفصائل هدنة في درعا.",
        "SY12 rejected",
        "only asked for, not talked about",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), REFUSALS, ids=[why for *_, why in REFUSALS])
def test_talks_go_on_behind_a_refusal_that_is_told_in_passing(text: str, expected: str, why: str) -> None:
    assert {f"{area} {status}" for area, status in zones(read(text, "2018-07-05"))} == {expected}, why


STARTS = [
    ("ستدخل الهدنة في درعا حيز التنفيذ.", "SY12 agreed", "a start to come, without a day"),
    ("وسيدخل وقف إطلاق النار في درعا حيز التنفيذ يوم الأحد.", "SY12 agreed", "behind «و», on a day"),
    ("وتدخل الهدنة في درعا حيز التنفيذ غدا.", "SY12 agreed", "tomorrow"),
    ("لمح القائد إلى إمكانية إعلان هدنة في درعا.", "SY12 proposed", "a chance of one"),
    ("كشف القائد عن احتمال إبرام هدنة في درعا.", "SY12 proposed", "a chance of signing one"),
    ("دخلت الهدنة في درعا حيز التنفيذ.", "SY12 in_force", "a start that was"),
    ("ستدخل الهدنة في درعا أسبوعها الثاني غدا.", "SY12 in_force", "a second week"),
    ("خرق الجيش الهدنة في درعا، وقلل من إمكانية انهيارها.", "SY12 violated", "a chance of something else"),
]


@pytest.mark.parametrize(("text", "expected", "why"), STARTS, ids=[why for *_, why in STARTS])
def test_a_start_to_come_and_a_chance_are_no_start(text: str, expected: str, why: str) -> None:
    assert {f"{area} {status}" for area, status in zones(read(text, "2018-07-05"))} == {expected}, why


STILL_OPEN = [
    ("لم يتوصل الطرفان بعد إلى هدنة في حلب.", "SY02 negotiating", "not yet reached"),
    ("لم يتفق الطرفان على هدنة في حلب بعد.", "SY02 negotiating", "«بعد» ends the sentence"),
    ("The two sides have not yet agreed on a truce in Aleppo.", "SY02 negotiating", "not yet agreed on (English)"),
    ("لم يتفق الطرفان على هدنة في حلب.", "SY02 rejected", "not agreed on"),
    ("لم يتفق الطرفان على هدنة في حلب بعد أسبوع من المحادثات.", "SY02 rejected", "not agreed on after a week"),
    ("The two sides have not agreed on a truce in Aleppo.", "SY02 rejected", "not agreed on (English)"),
    ("كادت الهدنة في حلب تنهار بعد قصف المدينة.", "sy/aleppo violated", "nearly over"),
    ("تكاد الهدنة في حلب تنهار.", "SY02 violated", "about to be over"),
    ("The truce in Aleppo nearly collapsed.", "SY02 violated", "nearly over (English)"),
    ("انهارت الهدنة في حلب التي كادت تنجح.", "SY02 ended", "nearly, but of something else"),
    ("After nearly two weeks the truce in Aleppo collapsed.", "SY02 ended", "nearly, but of the time (English)"),
    ("انهارت الهدنة في حلب.", "SY02 ended", "over"),
    ("نفى الجيش خرق الهدنة في حلب.", "SY02 in_force", "who denies a breach says that it holds"),
    ("نفت الفصائل انهيار الهدنة في حلب.", "SY02 in_force", "who denies the end"),
    ("The army denied breaking the truce in Aleppo.", "SY02 in_force", "who denies a breach (English)"),
    ("أكد الجيش خرق الهدنة في حلب.", "SY02 violated", "who says that there was one"),
    ("اتهم الجيش الفصائل بخرق الهدنة في حلب. ونفت الفصائل خرق الهدنة في حلب.", "SY02 violated", "accused, and denied"),
    ("من المفترض أن تدخل الهدنة في حلب حيز التنفيذ غدا.", "SY02 agreed", "supposed to start"),
    ("تأجل بدء الهدنة في حلب إلى الأحد.", "SY02 agreed", "a start that is put off"),
    ("بدأت الهدنة في حلب الأحد.", "SY02 in_force", "a start"),
]


@pytest.mark.parametrize(("text", "expected", "why"), STILL_OPEN, ids=[why for *_, why in STILL_OPEN])
def test_what_is_still_open_denied_or_only_near_has_not_come(text: str, expected: str, why: str) -> None:
    assert {f"{area} {status}" for area, status in zones(read(text, "2018-07-05"))} == {expected}, why


def test_nothing_is_left_out_by_a_lack() -> None:
    assert zones(read("بدأت الهدنة في حلب وإدلب من دون خروقات في المدينتين.")) == {("SY02", "in_force"), ("SY07", "in_force")}
    assert zones(read("تشمل الهدنة السارية درعا والسويداء من دون مدينة القنيطرة.")) == {
        ("SY12", "in_force"),
        ("SY13", "in_force"),
    }
    assert zones(read("انتهت جولة المحادثات من دون اتفاق على هدنة في حلب.")) == {("SY02", "rejected")}
