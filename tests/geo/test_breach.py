"""Breaches: fighting that the text puts inside of a truce, and what only sounds like a breach."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

BREACHES = [
    (
        "قتل مدنيون في قصف نفذته قوات الحكومة، أمس، على درعا.\nوالهدنة في درعا سارية منذ أيار.",
        "SY12 violated",
        "who attacked and when",
    ),
    ("قصفت الطائرات حيا في درعا.\nوالهدنة في درعا سارية منذ أيار.", "SY12 violated", "the place right behind the attack"),
    ("الهجوم على معقل المعارضة في درعا يشرد المئات.\nوالهدنة في درعا سارية منذ أيار.", "SY12 in_force", "another target"),
    ("حشد الجيش قواته لشن عملية في درعا.\nوالهدنة في درعا سارية منذ أيار.", "SY12 in_force", "an aim"),
    ("أوقفت القوات هجومها في درعا.\nوالهدنة في درعا سارية منذ أيار.", "SY12 in_force", "an attack that was stopped"),
    ("تبادل إطلاق النار في كشمير أوقع قتيلين.\nوالهدنة في كشمير سارية منذ أعوام.", "in/kashmir violated", "fire exchanged"),
    (
        "لم تشهد إدلب قصفا كهذا منذ أن صارت المحافظة منطقة خفض تصعيد العام الماضي.\nقتل عشرة في غارات على إدلب.",
        "SY07 violated",
        "a zone declared a year ago stands",
    ),
]

ATTACKERS = [
    ("قصفت قوات النظام أحياء في إدلب.\nوالهدنة في إدلب سارية منذ أيار.", "SY07 violated", "who attacked"),
    ("قصفت قوات النظام مخازن قرب حدود لبنان.\nوالهدنة في إدلب سارية منذ أيار.", "SY07 in_force", "another place"),
    ("تعرضت إدلب أمس لقصف عنيف.\nوالهدنة في إدلب سارية منذ أيار.", "SY07 violated", "the place before the fighting"),
]

ALL_THE_SAME = [
    ("وافقت الفصائل على هدنة في حلب. لكن القتال استمر.", "SY02 violated", "the next sentence"),
    ("وافقت الفصائل على هدنة في حلب، لكن الجيش يواصل قصف الأحياء.", "SY02 violated", "the same sentence"),
    ("The army agreed on a truce in Aleppo. But the shelling continued.", "SY02 violated", "English"),
    ("They agreed on a truce in Aleppo, but fighting continued.", "SY02 violated", "English, in one sentence"),
    ("وافقت الفصائل على هدنة في حلب، لكن القصف توقف.", "SY02 agreed", "fighting that stopped"),
    ("وافقت الفصائل على هدنة في حلب. لكن المفاوضات استمرت.", "SY02 agreed", "talks that go on"),
    ("وافقت الفصائل على هدنة في حلب. لكن القتال استمر في درعا.", "SY02 agreed", "fighting elsewhere"),
    ("دعت موسكو إلى هدنة في حلب، لكن القصف استمر.", "SY02 proposed", "a call is no truce"),
    ("هجوم بري على حلب استمر رغم خطة روسية لهدنة يومية.", "SY02 violated", "in spite of a plan"),
    ("هجوم بري على حلب استمر رغم الدعوات إلى هدنة.", "SY02 proposed", "in spite of calls"),
    ("تبنى مجلس الأمن قرارا بهدنة في سوريا.\nوقصف عنيف على دوما رغم القرار.", "SY violated", "in spite of the decision"),
    (
        "تبنى مجلس الأمن قرارا بعقوبات.\nوقصف عنيف على دوما رغم القرار.\nودعا المبعوث إلى هدنة في حلب.",
        "SY02 proposed",
        "another one",
    ),
    ("قال المبعوث إن قرار وقف إطلاق النار في سوريا لم يتم الالتزام به.", "SY violated", "what is not adhered to"),
]

NO_BREACH = [
    ("لم يتوقف القصف على الغوطة الشرقية منذ بدء الهدنة.", "sy/eastern-ghouta violated", "an end that is denied"),
    ("لم تقصف الطائرات الغوطة الشرقية منذ بدء الهدنة.", "sy/eastern-ghouta in_force", "fighting that is denied"),
    ("ستبدأ الهدنة في حلب غدا.\nوقصفت الطائرات حلب اليوم.", "SY02 agreed", "fighting before it starts"),
    ("تبدأ الهدنة في حلب غدا.\nواتهم الجيش الفصائل بخرق الهدنة في حلب.", "SY02 violated", "a breach that is said to be one"),
    ("الهدنة في حلب صامدة.\nواتهمت موسكو واشنطن بأنها تنتهك وحدة الأراضي السورية.", "SY02 in_force", "another thing violated"),
]

THREATS = [
    ("حذرت واشنطن دمشق من إجراءات صارمة ردا على انتهاك الهدنة في درعا.", "SY12 in_force", "a warning"),
    ("قالت واشنطن إنها ستتخذ خطوات ردا على انتهاك الهدنة في درعا.", "SY12 in_force", "a future verb"),
    ("Washington warned of measures in response to violations of the truce in Daraa.", "SY12 in_force", "a warning (English)"),
    ("قصف الجيش مواقع الفصائل ردا على خرق الهدنة في درعا.", "SY12 violated", "an answer that was given"),
    ("اتهمت واشنطن دمشق بانتهاك الهدنة في درعا.", "SY12 violated", "an accusation"),
    ("قال القائد إن مقاتليه سيردون على كل خرق للهدنة في درعا.", "SY12 in_force", "who will answer"),
    ("وسترد الفصائل على انتهاك الجيش للهدنة في درعا.", "SY12 in_force", "will answer what one side may do"),
    ("سيعاقب كل من يخرق الهدنة في درعا.", "SY12 in_force", "whoever breaks it"),
    ("توعد الوسيط بمحاسبة من ينتهك الهدنة في درعا.", "SY12 in_force", "whoever breaks it, behind a threat"),
    ("ردت الفصائل على خرق الجيش للهدنة في درعا.", "SY12 violated", "answered already"),
    ("كشف المراقبون هوية من خرق الهدنة في درعا أمس.", "SY12 violated", "who broke it"),
    ("هددت باريس بعقوبات ردا على خروقات الجيش للهدنة في درعا.", "SY12 violated", "breaches that somebody is accused of"),
    ("هددت باريس بعقوبات ردا على خروقات الهدنة في درعا.", "SY12 in_force", "breaches by nobody"),
]

STATE_OF_WAR = [
    ("رغم هدنة الجولان تعد سوريا وإسرائيل في حالة حرب.", "sy/golan in_force", "only on paper"),
    ("هدنة الجولان محترمة، رغم أن سوريا وإسرائيل في حالة حرب.", "sy/golan in_force", "in spite of the war"),
    (
        "Israel and Syria remain at war, although the armistice line on the Golan Heights has been quiet for decades.",
        "sy/golan in_force",
        "in English",
    ),
    ("رغم هدنة الجولان عادت الحرب بين سوريا وإسرائيل.", "sy/golan violated", "a war that is fought"),
    ("سوريا وإسرائيل في حالة حرب، وتبادلتا القصف في الجولان رغم الهدنة بينهما.", "sy/golan violated", "shots that are told of"),
    ("قصف الجيش، وهو في حالة حرب منذ عام، بلدات في الجولان رغم خط الهدنة.", "sy/golan violated", "shots are fired"),
]


@pytest.mark.parametrize(
    ("text", "expected", "why"), [*BREACHES, *ATTACKERS, *ALL_THE_SAME, *NO_BREACH, *THREATS, *STATE_OF_WAR]
)
def test_a_breach_is_told_from_what_may_come(text: str, expected: str, why: str) -> None:
    assert {f"{area} {status}" for area, status in zones(read(text))} == {expected}, why


OVER = [
    (
        "وكانت الهدنة بين الحكومة والمتمردين في دارفور قد انقضت الشهر الماضي. وتجددت المعارك.",
        "sd/darfur ended",
        "over, far behind",
    ),
    (
        "قال الوزير إن وقف إطلاق النار مع المتمردين في دارفور انتهى قبل أسبوع من المعارك.",
        "sd/darfur ended",
        "over, behind «إن»",
    ),
    ("قتل خمسة في هجوم على نيالا بعد يومين من انقضاء هدنة في دارفور.", "sd/darfur ended", "an attack after its end"),
    ("دخلت الهدنة في دارفور يومها الثاني، وانتهى الاجتماع. وكانت معارك قد اندلعت.", "sd/darfur in_force", "a meeting is over"),
    ("قصف الجيش نيالا بعد ساعات من إعلان هدنة في دارفور.", "sd/darfur violated", "an attack after its start"),
    ("قتل مدني في غارة على نيالا، حيث تسري هدنة منذ أيام.", "sd/nyala violated", "where a truce holds"),
    ("قصفت الطائرات إدلب، حيث يسري اتفاق لوقف إطلاق النار.", "SY07 violated", "where an agreement holds"),
    ("زار الوفد نيالا، حيث تسري هدنة منذ أيام. وتدور معارك في الفاشر.", "sd/nyala in_force", "a visit where one holds"),
    ("قصفت الطائرات سراقب الواقعة ضمن منطقة خفض تصعيد في إدلب.", "sy/saraqib violated", "a zone without an article"),
    ("تنتشر نقاط المراقبة في منطقة خفض تصعيد في إدلب. وتدور معارك في حلب.", "SY07 in_force", "posts in such a zone"),
    ("أعلن المتمردون انسحابهم من اتفاق وقف إطلاق النار في دارفور بعد معارك.", "sd/darfur ended", "who leaves an agreement"),
    ("أعلنت الحركة انسحابها من نيالا بموجب اتفاق الهدنة في دارفور بعد معارك.", "sd/darfur in_force", "who leaves a town"),
    ("هددت الحركة بالانسحاب من اتفاق الهدنة في دارفور بعد معارك.", "sd/darfur in_force", "who threatens to"),
]


@pytest.mark.parametrize(("text", "expected", "why"), OVER, ids=[why for *_, why in OVER])
def test_fighting_breaks_a_truce_that_is_not_over(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text, "2018-04-05"))} == {expected}, why


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("تعرضت مدينة الرستن لقصف عنيف قبل أيام. ودخلت هدنة حيز التنفيذ في المدينة صباح اليوم.", "in_force"),
        ("تعرضت مدينة الرستن لقصف عنيف. والهدنة في المدينة سارية منذ أيام.", "violated"),
        ("Rastan has been shelled for weeks. A truce took effect in the town on Friday.", "in_force"),
    ],
)
def test_fighting_told_before_a_truce_that_is_news_breaks_nothing(text: str, status: str) -> None:
    assert zones(read(text)) == {("sy/rastan", status)}


def test_fighting_told_before_an_old_truce_breaks_it() -> None:
    raid = "أصيب ثلاثة مدنيين بقصف مدفعي لقوات النظام على بلدة النيرب شرقي إدلب."
    truce = "وتخضع إدلب لاتفاق وقف إطلاق النار الموقع بين روسيا وتركيا في 5 من آذار"
    assert zones(read(f"{raid}\n{truce} 2017.", "2018-05-05")) == {("SY07", "violated")}
    english = "Shelling killed three people in Saraqib, in Idlib province. A ceasefire has been in force in Idlib since March."
    assert zones(read(english, "2018-05-05")) == {("SY07", "violated")}


@pytest.mark.parametrize(("text", "told"), [
    ("رفض الحوثيون الهدنة وواصلوا القصف والمعارك.", ("YE", "rejected")),
    ("Hezbollah rejected a ceasefire as shelling and clashes went on.", ("LB", "rejected")),
])  # fmt: skip
def test_a_group_that_speaks_alone_speaks_of_where_it_fights(text: str, told: tuple[str, str]) -> None:
    assert zones(read(text)) == {told}


@pytest.mark.parametrize("text", [
    "سجل المركز الروسي خروقات للهدنة وقصفا: ستة في اللاذقية وخمسة في حماة.",
    "The Russian centre recorded 11 truce violations and shelling: six in Latakia and five in Hama.",
    "The Russian centre recorded truce violations and shelling: Latakia (6), Hama (5).",
])  # fmt: skip
def test_breaches_are_counted_in_each_place(text: str) -> None:
    assert zones(read(text)) == {("SY06", "violated"), ("SY05", "violated")}


def test_a_number_of_something_else_makes_no_list() -> None:
    text = "A truce was agreed in Homs and three in Hama were wounded by shelling and clashes."
    assert zones(read(text)) == {("SY04", "agreed")}
