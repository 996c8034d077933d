"""The words for a status in every person, number and gender in which the press writes them, and words that look like them."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

FORMS = [
    ("خرقوا الهدنة في درعا.", "violated", "they broke it"),
    ("انتهكوا وقف إطلاق النار في درعا بعد ساعات.", "violated", "they violated it"),
    ("أدى الخرق الأول للهدنة في درعا إلى مقتل جندي.", "violated", "the breach"),
    ("نكثت الحكومة الهدنة في درعا.", "violated", "she went back on it"),
    ("اقتراحات الوسطاء بشأن هدنة في درعا على الطاولة.", "proposed", "suggestions"),
    ("الهدنة المقترحة في درعا مدتها شهر.", "proposed", "the truce that is suggested"),
    ("قال قائد الفصائل: نقبل بالهدنة في درعا.", "proposed", "we would accept: one side says so"),
    ("قال وزير الخارجية: نوافق على هدنة في درعا.", "proposed", "we agree: one side says so"),
    ("سعت مصر إلى هدنة في درعا.", "negotiating", "she sought one"),
    ("يتفاوضان على هدنة في درعا.", "negotiating", "the two talk"),
    ("بحثوا هدنة في درعا.", "negotiating", "they discussed it"),
    ("تتفق الحكومة والفصائل على هدنة في درعا.", "agreed", "they agree"),
    ("وافقت الفصائل على هدنة في درعا.", "agreed", "they agreed"),
    ("أعلن الطرفان توصلهما إلى هدنة في درعا.", "agreed", "their reaching it"),
    ("أعلنت الفصائل وقف العدائيات في درعا.", "agreed", "a stop of hostilities"),
    ("توصلت الفصائل والجيش إلى التهدئة في درعا.", "agreed", "a calm that is a truce"),
    ("وقف المعارك في درعا دخل حيز التنفيذ.", "in_force", "a stop of the battles"),
    ("التزمت الفصائل بالهدنة في درعا.", "in_force", "she kept to it"),
    ("قال ليبرمان إن الهدنة في درعا صامدة.", "in_force", "a name that hides a verb"),
    ("تم الاتفاق بين الطرفين على هدنة في درعا.", "agreed", "agreed between the two"),
    ("صادق البرلمان على اتفاق الهدنة في درعا.", "agreed", "ratified"),
    ("أوصت اللجنة بهدنة في درعا.", "proposed", "recommended"),
    ("وصلت المفاوضات بشأن هدنة في درعا إلى طريق مسدود.", "rejected", "a dead end"),
    ("لم يعد للهدنة في درعا وجود.", "ended", "no more of it"),
    ("أتاحت المحادثات هدنة في درعا.", "agreed", "what talks made possible"),
    ("أتاحت الوساطة وقفا لإطلاق النار في درعا.", "agreed", "what mediation made possible"),
    ("أتاحت الهدنة في درعا للسكان الخروج من منازلهم.", "in_force", "what a truce made possible"),
    ("وأتاح وقف إطلاق النار في درعا دخول المساعدات.", "in_force", "what a ceasefire made possible"),
    ("لم تدم الهدنة في درعا سوى ساعتين.", "ended", "it did not last"),
    ("لم يعمر وقف إطلاق النار في درعا طويلا.", "ended", "it did not live long"),
    ("أغارت طائرات على درعا رغم الهدنة.", "violated", "they raided it"),
    ("دخلت الهدنة في درعا حيز التنفيذ، ودوت بعدها انفجارات.", "in_force", "a bang alone, of who knows what"),
    ("رفضتا هدنة في درعا.", "rejected", "the two refused"),
    ("ترفضان الهدنة في درعا.", "rejected", "the two refuse"),
    ("أنجزت عملية إجلاء المقاتلين من درعا بموجب الاتفاق.", "ended", "an evacuation that is done"),
    ("توقفت عملية إجلاء المقاتلين من درعا بعد خلاف.", "suspended", "one that has stopped"),
    ("انسحبوا من الهدنة في درعا.", "ended", "they left it"),
]

ENGLISH_FORMS = [
    ("The council is weighing a resolution demanding a truce in Daraa.", "proposed", "a draft demanding one"),
    ("France is pushing for a ceasefire in Daraa.", "proposed", "pushing for one"),
    ("Envoys sought a ceasefire in Daraa.", "negotiating", "they sought one"),
    ("Both sides are accepting a truce in Daraa.", "agreed", "accepting one"),
    ("Diplomats are racing to secure a ceasefire in Daraa.", "negotiating", "racing to secure one"),
    ("The rebels reneged on the truce in Daraa.", "violated", "going back on it"),
    ("The army keeps flouting the ceasefire in Daraa.", "violated", "flouting it"),
    ("The truce in Daraa is unravelling.", "violated", "it is not over yet"),
    ("The army cancelled the truce in Daraa.", "ended", "cancelled by one side"),
    ("The rebels are refusing a truce in Daraa.", "rejected", "refusing one"),
    ("The government balked at a truce in Daraa.", "rejected", "it balked"),
    ("The army said it was suspending the ceasefire in Daraa.", "suspended", "suspending it"),
    ("The rebels, failing to break the siege, accepted a truce in Daraa.", "agreed", "who failed in another thing"),
]


@pytest.mark.parametrize(("text", "status", "why"), [*FORMS, *ENGLISH_FORMS], ids=[why for *_, why in [*FORMS, *ENGLISH_FORMS]])
def test_a_status_is_read_in_every_form_of_its_word(text: str, status: str, why: str) -> None:
    assert zones(read(text, "2018-07-05")) == {("SY12", status)}, why


CALM = [
    ("رحبت الأمم المتحدة بمؤشرات التهدئة في درعا بعد القصف.", "signs of calm"),
    ("دعت الأمم المتحدة إلى التهدئة وضبط النفس في درعا بعد القصف.", "calm and restraint"),
    ("أشاد الوزير بأجواء التهدئة في درعا بعد القصف.", "a mood"),
]


@pytest.mark.parametrize(("text", "why"), CALM, ids=[why for *_, why in CALM])
def test_calm_alone_is_no_truce(text: str, why: str) -> None:
    assert zones(read(text, "2018-07-05")) == set(), why


def test_an_incursion_breaks_a_buffer_zone() -> None:
    assert zones(read("توغلت دبابات في المنطقة العازلة في درعا.", "2018-07-05")) == {("SY12", "violated")}
    assert zones(read("لم تتوغل دبابات في المنطقة العازلة في درعا.", "2018-07-05")) == {("SY12", "in_force")}


@pytest.mark.parametrize("text", [
    "The army is creating a buffer zone about one kilometre wide in the Gaza Strip.",
    "Israel has expanded its buffer zone in the Gaza Strip.",
    "Israeli forces will stay in buffer zones in southern Lebanon, the defence minister said.",
    "يقيم الجيش الإسرائيلي منطقة عازلة بعرض كيلومتر داخل قطاع غزة.",
    "وسعت إسرائيل المنطقة العازلة في قطاع غزة.",
])  # fmt: skip
def test_a_buffer_zone_that_an_army_holds_by_force_is_no_truce(text: str) -> None:
    assert zones(read(text, "2025-01-20")) == set()


@pytest.mark.parametrize(("text", "zone"), [
    ("A ceasefire took effect in the Gaza Strip. Israeli troops remain in a buffer zone along its border.", "ps/gaza-strip"),
    ("A ceasefire took effect in the Gaza Strip. Shelling was heard from the buffer zone in the Gaza Strip.", "ps/gaza-strip"),
    ("دخل وقف إطلاق النار في قطاع غزة حيز التنفيذ. وتتمركز القوات الإسرائيلية في منطقة عازلة في شمال قطاع غزة.",
     "ps/gaza-strip"),
    ("The ceasefire in southern Lebanon took effect, but Israel is setting up a buffer zone in southern Lebanon.",
     "lb/south-lebanon"),
    ("دخل وقف إطلاق النار في جنوب لبنان حيز التنفيذ، وأعلن الجيش الإسرائيلي إقامة منطقة عازلة في جنوب لبنان.",
     "lb/south-lebanon"),
])  # fmt: skip
def test_a_zone_that_is_only_named_beside_a_ceasefire_is_not_the_truce(text: str, zone: str) -> None:
    (statement,) = read(text, "2025-01-20").statements
    assert (statement.type, [covered.area for covered in statement.areas]) == ("ceasefire", [zone])


@pytest.mark.parametrize("text", [
    "Russia and Turkey agreed to create a buffer zone in Idlib.",
    "اتفقت روسيا وتركيا على إقامة منطقة عازلة في محافظة إدلب.",
    "Rebels withdrew heavy weapons from the buffer zone in Idlib.",
    "A ceasefire took effect in Idlib. The agreement sets up a demilitarised zone in Idlib.",
    "A ceasefire is holding in Idlib. Rebels withdrew heavy weapons from the demilitarised zone in Idlib.",
    "الهدنة صامدة بعد اتفاق روسيا وتركيا في سوتشي على منطقة منزوعة السلاح في إدلب.",
])  # fmt: skip
def test_a_zone_that_was_agreed_on_is_the_truce(text: str) -> None:
    assert {statement.agreement for statement in read(text, "2018-10-18").statements} == {"idlib-sochi-2018"}


@pytest.mark.parametrize("text", [
    "The army announced a tactical pause in southern Gaza.",
    "The army began a tactical suspension of military activity in southern Gaza.",
    "أعلن الجيش هدنة تكتيكية في جنوب قطاع غزة.",
    "بدأت الهدن التكتيكية في جنوب قطاع غزة.",
    "أعلن الجيش توقفاً تكتيكياً في جنوب قطاع غزة.",
    "أعلن الجيش وقفة تكتيكية في النشاط العسكري في جنوب قطاع غزة.",
    "أعلن الجيش تعليقاً تكتيكياً للأنشطة العسكرية في جنوب قطاع غزة.",
])  # fmt: skip
def test_a_tactical_pause_is_of_one_type_in_both_languages(text: str) -> None:
    (statement,) = read(text, "2024-06-17").statements
    assert statement.type == "humanitarian_pause"


def test_a_tactical_withdrawal_is_no_pause() -> None:
    for text in ("نفذ الجيش انسحابا تكتيكيا من مدينة غزة.", "توقف القصف في مدينة غزة لأسباب تكتيكية."):
        assert not read(text, "2024-06-17").statements


@pytest.mark.parametrize("text", [
    "انتهت المرحلة الأولى من اتفاق وقف إطلاق النار في غزة السبت.",
    "أعلنت إسرائيل انتهاء المرحلة الأولى من اتفاق وقف إطلاق النار في قطاع غزة.",
    "انتهاء مهلة تمديد اتفاق وقف إطلاق النار في قطاع غزة اليوم الأحد.",
    "انتهت مهلة الستين يوما المنصوص عليها في اتفاق وقف إطلاق النار في قطاع غزة.",
    "The first phase of the Gaza ceasefire ended on Saturday. The ceasefire is holding.",
    "The first stage of the ceasefire in Gaza expired on Saturday.",
    "The 60-day window of the ceasefire in Gaza closed on Tuesday.",
    "A deadline set in the ceasefire agreement in Gaza expired.",
])  # fmt: skip
def test_a_part_of_a_truce_that_ran_out_is_not_its_end(text: str) -> None:
    assert zones(read(text, "2025-03-02")) == {("ps/gaza-strip", "in_force")}


@pytest.mark.parametrize(("text", "status"), [
    ("انتهت فترة الهدنة في غزة.", "ended"),
    ("انتهت مهلة الهدنة في غزة.", "ended"),
    ("انهارت الهدنة في غزة بعد انتهاء المرحلة الأولى من الاتفاق.", "ended"),
    ("The ceasefire in Gaza expired at the end of its first phase.", "ended"),
    ("The first phase of the Gaza ceasefire collapsed.", "ended"),
    ("The army resumed its war on Gaza after the first phase of the ceasefire ended.", "ended"),
    ("Negotiators finished talks on the second phase of the ceasefire in Gaza.", "negotiating"),
    ("انتهت جولة من محادثات وقف إطلاق النار في غزة.", "negotiating"),
])  # fmt: skip
def test_an_end_beside_a_part_of_a_truce_is_its_end(text: str, status: str) -> None:
    assert zones(read(text, "2025-03-02")) == {("ps/gaza-strip", status)}


def test_a_deadline_under_a_ceasefire_is_not_its_end() -> None:
    for text in (
        "The deadline for Israel's withdrawal from southern Lebanon under the ceasefire expired on Tuesday.",
        "انقضت المهلة المحددة لانسحاب إسرائيل من جنوب لبنان بموجب اتفاق وقف إطلاق النار.",
    ):
        assert all(statement.status != "ended" for statement in read(text, "2025-02-18").statements)
