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
    ("أعلنت هدنة إنسانية في السودان.\nوشهدت الخرطوم غارات رغم الهدنة.", "SD violated", "the pause of the whole country"),
    ("مددت الهدنة في السودان.\nوكانت أم درمان شهدت قصفا رغم الهدنة.", "SD in_force", "broken before it was made longer"),
    ("مددت الهدنة في السودان.\nوشهدت أم درمان قصفا رغم الهدنة.", "SD violated", "broken since"),
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


ENTERED = [
    ("Israeli troops entered the buffer zone between Israel and Syria on Sunday.", "sy/golan violated", "an army comes in"),
    ("Israel seized the buffer zone with Syria on Sunday.", "sy/golan violated", "a state takes it"),
    ("Israel and Syria are parted by a buffer zone since 1974.", "sy/golan in_force", "nobody comes in"),
    ("توغلت القوات الإسرائيلية في المنطقة العازلة في الجولان", "sy/golan violated", "an army comes in, in Arabic"),
    ("سيطرت القوات الإسرائيلية على المنطقة العازلة في الجولان.", "sy/golan violated", "an army takes it, in Arabic"),
    ("نشر الجيش الإسرائيلي قواته في المنطقة العازلة في الجولان", "sy/golan violated", "an army sends its forces in"),
    ("نددت السعودية باستيلاء إسرائيل على المنطقة العازلة في الجولان", "sy/golan violated", "who comes, not who speaks"),
    ("تقدمت دبابات إسرائيلية داخل المنطقة منزوعة السلاح في القنيطرة.", "SY14 violated", "a part of the zone"),
    ("توغلت قوة إسرائيلية في قرية بريف القنيطرة داخل المنطقة العازلة", "SY14:countryside violated", "a village in it"),
    ("Israeli tanks crossed into the buffer zone in the Golan Heights.", "sy/golan violated", "a verb of going, and into"),
    ("Israeli troops pushed into the demilitarised zone on the Golan.", "sy/golan violated", "a zone without arms"),
    ("The Israeli army moved into the UN-monitored buffer zone between Israel and Syria.", "sy/golan violated", "watched"),
    ("Israel deployed troops in the buffer zone in the Golan Heights.", "sy/golan violated", "a state sends its forces in"),
    ("Egypt condemned Israel's seizure of the buffer zone in the Golan Heights.", "sy/golan violated", "a noun"),
    ("Moroccan troops entered the buffer zone at Guerguerat in Western Sahara.", "EH violated", "another zone"),
    ("Israeli forces may enter the buffer zone in the Golan.", "sy/golan in_force", "they have not"),
    ("Israel plans to enter the buffer zone in the Golan.", "sy/golan in_force", "they mean to"),
    ("A reporter for an Israeli paper entered the buffer zone in the Golan.", "sy/golan in_force", "no army"),
    ("Turkish forces entered the demilitarised zone in Idlib.", "SY07 in_force", "no side of a past war"),
]


@pytest.mark.parametrize(
    ("text", "expected", "why"), [*BREACHES, *ATTACKERS, *ALL_THE_SAME, *NO_BREACH, *THREATS, *STATE_OF_WAR, *ENTERED]
)
def test_a_breach_is_told_from_what_may_come(text: str, expected: str, why: str) -> None:
    assert {f"{area} {status}" for area, status in zones(read(text))} == {expected}, why


@pytest.mark.parametrize("text", [
    "دخلت قوات الأمم المتحدة المنطقة العازلة في الجولان",
    "انسحبت القوات الإسرائيلية من المنطقة العازلة في الجولان",
    "لم تدخل القوات الإسرائيلية المنطقة العازلة في الجولان",
    "نفى الجيش الإسرائيلي دخول قواته المنطقة العازلة في الجولان",
    "UN peacekeepers entered the buffer zone in the Golan.",
    "Israeli forces withdrew from the buffer zone in the Golan.",
    "Israeli forces entered the buffer zone in southern Lebanon.",
    "دخلت القوات الإسرائيلية المنطقة العازلة في قطاع غزة",
    "سيطر الجيش السوري على تلال بالقرب من خط وقف إطلاق النار مع إسرائيل.",
])  # fmt: skip
def test_a_zone_that_no_army_of_its_two_sides_comes_into_is_not_broken(text: str) -> None:
    assert not zones(read(text))


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


ELSEWHERE = [
    (
        "Although a truce was reached in Barzeh, shelling and clashes continued in Jobar.",
        "sy/barzeh agreed",
        "in the main clause",
    ),
    (
        "The ceasefire in Homs is holding although shelling and clashes continued in Hama.",
        "SY04 in_force",
        "conceded behind it",
    ),
    ("Shelling and clashes hit Jobar on Friday despite a truce in Barzeh.", "sy/barzeh in_force", "a truce that is conceded"),
    ("رغم سريان الهدنة في غزة، تواصل إسرائيل القصف والغارات على لبنان.", "ps/gaza-strip in_force", "in one clause"),
    ("رغم سريان الهدنة في غزة، تواصل إسرائيل القصف والغارات على رفح.", "ps/gaza-strip violated", "in a part of its area"),
    ("Despite the truce in Homs city, shelling and clashes went on in the Homs countryside.", "sy/homs violated", "around it"),
    ("Despite a truce, clashes and shelling continued in Taiz.", "ye/taiz violated", "a truce without a place"),
    ("قصف الطيران بلدة الرستن رغم الهدنة في ريف حمص واندلعت اشتباكات.", "SY04:countryside violated", "a town inside"),
    ("A truce is holding in Homs despite shelling and clashes elsewhere.", "SY04 in_force", "elsewhere"),
    ("Despite a truce in Homs, shelling and other attacks continued.", "SY04 violated", "other attacks"),
    ("رغم الهدنة في حمص، تواصل القصف والاشتباكات في مناطق أخرى.", "SY04 in_force", "in other areas"),
    ("رغم الهدنة في حمص، تواصل القصف واشتباكات أخرى.", "SY04 violated", "other clashes"),
    ("They agreed a truce in Dammaj after clashes, but fighting went on in Amran.", "ye/dammaj agreed", "in a contrast"),
    ("They agreed a truce in Dammaj after shelling and clashes, but fighting went on.", "ye/dammaj violated", "nowhere else"),
    (
        "The district of Waer has been spared shelling since a truce began last month, after clashes.",
        "sy/waer in_force",
        "spared",
    ),
    (
        "Talbiseh was not spared shelling and clashes on Friday, hours after a truce took effect.",
        "sy/talbiseh violated",
        "not spared",
    ),
    ("Shelling and raids on Rastan have stopped since a truce was signed in May.", "sy/rastan in_force", "what stopped since"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ELSEWHERE, ids=[why for *_, why in ELSEWHERE])
def test_fighting_in_another_place_breaks_no_truce(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text))} == {expected}, why


def test_a_truce_covers_no_place_that_it_leaves_out_to_fighting() -> None:
    english = "The deal covers Yalda and Beit Sahm, but not Yarmouk, where shelling and clashes with Islamic State continue."
    assert zones(read(english)) == {("sy/yalda", "in_force"), ("sy/beit-sahm", "in_force")}
    arabic = "لا تشمل الهدنة مدينة حلب التي تتعرض لقصف وغارات، وتقتصر على دمشق واللاذقية."
    assert zones(read(arabic)) == {("sy/damascus", "in_force"), ("SY06", "in_force")}


AGREED, AGREED_AR = "A truce was agreed in Taiz on Thursday.", "تم الاتفاق على هدنة في تعز الخميس."
BEGUN_AR = "دخلت هدنة في الغوطة الشرقية حيز التنفيذ ظهر السبت بعد القصف.\n"
LATER = [
    (f"{AGREED} Hours later shelling resumed in the city.", "ye/taiz violated", "taken up again"),
    (f"{AGREED} Shelling of the city resumed hours later, residents said.", "ye/taiz violated", "the verb behind its object"),
    (f"{AGREED} Clashes had resumed in the city on Tuesday.", "ye/taiz agreed", "before it"),
    (f"{AGREED} Shelling and clashes resumed hours later in Hodeidah.", "ye/taiz agreed", "in another place"),
    (f"{AGREED} Talks resumed on Friday amid shelling and clashes.", "ye/taiz agreed", "talks that were taken up"),
    (f"{AGREED} The army said it would resume shelling if rebels attacked.", "ye/taiz agreed", "a threat"),
    (f"{AGREED} Shells hit Taiz on Friday and clashes killed five.", "ye/taiz violated", "dated behind it"),
    (f"{AGREED} Shells hit Taiz last week and clashes killed five.", "ye/taiz agreed", "dated before it"),
    (f"{AGREED} When it expired, shelling and air strikes resumed.", "ye/taiz ended", "a truce that had run out"),
    (f"{AGREED} Shells hit Taiz on Friday. The truce is due to start on Sunday.", "ye/taiz agreed", "a truce yet to begin"),
    (
        f"Mortar shells hit an aid convoy in Taiz on Saturday, and shots were fired. {AGREED}",
        "ye/taiz violated",
        "told before it",
    ),
    (
        "A truce began in Taiz on Thursday. The two sides traded fire on Friday, and shelling killed five.",
        "ye/taiz violated",
        "fire",
    ),
    (
        "A truce began in Taiz on Thursday. On Friday families displaced by shelling went home.",
        "ye/taiz in_force",
        "its victims",
    ),
    (f"{AGREED_AR} وتجدد القصف والاشتباكات في المدينة بعد ساعات.", "ye/taiz violated", "taken up again (Arabic)"),
    (f"{AGREED_AR} وكان القصف قد تجدد في المدينة الثلاثاء.", "ye/taiz agreed", "before it (Arabic)"),
    (f"{AGREED_AR} وفشلت جولات سابقة من المحادثات بسبب تجدد القصف والاشتباكات.", "ye/taiz agreed", "a noun, and no verb"),
    (f"{AGREED_AR} وقتل خمسة في قصف واشتباكات في تعز الجمعة.", "ye/taiz violated", "dated behind it (Arabic)"),
    (f"{BEGUN_AR}وتجدد القصف على المنطقة بعد ساعات.", "sy/eastern-ghouta violated", "a noun for its area"),
    (f"{BEGUN_AR}وتجدد القصف على درعا بعد ساعات.", "sy/eastern-ghouta in_force", "another place (Arabic)"),
    (f"{BEGUN_AR}وتخشى الفصائل تجدد القصف على المنطقة.", "sy/eastern-ghouta in_force", "what is feared"),
    (f"{BEGUN_AR}ولم يتجدد القصف على المنطقة بعد ذلك.", "sy/eastern-ghouta in_force", "what is denied"),
    (
        "Fighting erupted in Hodeidah on Tuesday minutes after a truce took effect.",
        "ye/hodeidah violated",
        "fighting that erupts",
    ),
    ("Fighting died down in Hodeidah on Tuesday minutes after a truce took effect.", "ye/hodeidah in_force", "and dies down"),
    ("Fighting broke out in Taiz hours after a truce took effect in Hodeidah.", "ye/hodeidah in_force", "erupts elsewhere"),
    ("اندلع القتال في الحديدة الثلاثاء بعد دقائق من سريان الهدنة.", "ye/hodeidah violated", "erupts (Arabic)"),
    ("هدأ القتال في الحديدة الثلاثاء بعد دقائق من سريان الهدنة.", "ye/hodeidah in_force", "dies down (Arabic)"),
]


@pytest.mark.parametrize(("text", "expected", "why"), LATER, ids=[why for *_, why in LATER])
def test_fighting_that_came_later_breaks_a_truce(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text, "2018-05-05"))} == {expected}, why


ACCORDS = [
    (
        "Israeli shelling hit south Lebanon despite the agreement that ended the war with Hezbollah.",
        "lb/south-lebanon violated",
    ),
    ("Israeli shelling killed two in south Lebanon despite a November deal with Hezbollah.", "lb/south-lebanon violated"),
    ("غارات إسرائيلية وقصف على جنوب لبنان رغم الاتفاق الذي أنهى الحرب مع حزب الله.", "lb/south-lebanon violated"),
    ("قصفت إسرائيل قطاع غزة بالمدفعية وشنت غارات.\nوقالت حماس إن القصف خرق للاتفاق.", "ps/gaza-strip violated"),
    ("Children died in shelling of Talbiseh.\nActivists said the regime had violated the agreement.", "sy/talbiseh violated"),
    ("Clashes and shelling killed two in Homs on Monday despite an agreement to hold elections.", None),
    ("Shelling and raids hit Afrin on Monday despite an agreement with the army on oil.", None),
    ("غارات إسرائيلية وقصف على جنوب لبنان رغم اتفاق ترسيم الحدود.", None),
    ("قصفت إسرائيل قطاع غزة بالمدفعية وشنت غارات.\nوقالت حماس إن إسرائيل خرقت اتفاق تبادل الأسرى.", None),
    ("قتل طفلان في قصف على تلبيسة واشتباكات.\nوقال النظام إن واشنطن خرقت الاتفاق النووي.", None),
]


@pytest.mark.parametrize(("text", "expected"), ACCORDS)
def test_an_accord_that_those_who_fight_break_is_a_truce(text: str, expected: str | None) -> None:
    assert {" ".join(pair) for pair in zones(read(text))} == ({expected} if expected else set())


KEPT = [
    ("The truce in Homs is not holding, residents said, as shelling and clashes went on.", "SY04 violated"),
    ("The truce in Homs has not taken effect, and shelling and clashes went on.", "SY04 agreed"),
    ("الهدنة في حمص غير صامدة بسبب القصف والاشتباكات.", "SY04 violated"),
    ("Neither side has agreed to a truce in Homs, and shelling and clashes went on.", "SY04 rejected"),
    ("جمدت الفصائل محادثات آستانة بسبب خروقات الهدنة والقصف في وادي بردى.", "sy/wadi-barada violated"),
    ("جمدت الفصائل الهدنة في وادي بردى بسبب القصف والاشتباكات.", "sy/wadi-barada suspended"),
]


@pytest.mark.parametrize(("text", "expected"), KEPT)
def test_what_is_not_kept_is_broken(text: str, expected: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text))} == {expected}


@pytest.mark.parametrize("text", [
    "سجل المركز الروسي خروقات للهدنة وقصفا: ستة في اللاذقية وخمسة في حماة.",
    "The Russian centre recorded 11 truce violations and shelling: six in Latakia and five in Hama.",
    "The Russian centre recorded truce violations and shelling: Latakia (6), Hama (5).",
    "11 truce violations and shelling were reported, six - in the province of Latakia, five - in the province of Hama.",
    "Of the truce violations and shelling, six were in Latakia province and five in Hama province.",
    "Neither truce in Latakia and Hama has held, with shelling and clashes.",
])  # fmt: skip
def test_breaches_are_counted_in_each_place(text: str) -> None:
    assert zones(read(text)) == {("SY06", "violated"), ("SY05", "violated")}


def test_a_number_of_something_else_makes_no_list() -> None:
    text = "A truce was agreed in Homs and three in Hama were wounded by shelling and clashes."
    assert zones(read(text)) == {("SY04", "agreed")}


ACCORD_OF_MARCH = " يذكر أن الاتفاق المبرم بين روسيا وتركيا في 5 آذار 2020، ينص على إيقاف كامل لإطلاق النار في إدلب."
OF_OLD = [
    ("قتل مدنيان في قصف على مدينة أريحا أمس.", "2020-09-08", "SY07 violated", "an accord of months ago"),
    ("ارتكبت قوات النظام مئات الخروقات في سراقب.", "2020-09-08", "SY07 violated", "breaches that are counted"),
    ("لم تسجل أي خروقات في سراقب.", "2020-09-08", "SY07 in_force", "none"),
    ("سجلت عشرات الخروقات في الرستن.", "2020-09-08", "SY07 in_force", "elsewhere"),
    ("قتل مدنيان في قصف على مدينة أريحا في شباط.", "2020-03-06", "SY07 agreed", "an accord that is news"),
]


@pytest.mark.parametrize(("text", "day", "expected", "why"), OF_OLD, ids=[why for *_, why in OF_OLD])
def test_what_is_told_before_an_accord_of_old_breaks_it(text: str, day: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text + ACCORD_OF_MARCH, published=day))} == {expected}, why


AT_THE_START = [
    ("مع دخول الهدنة في درعا حيز التنفيذ سجلت خروقات عدة.", "violated", "as it began"),
    ("دخلت الهدنة في درعا حيز التنفيذ وسط خروقات.", "violated", "amid them"),
    ("مع دخول الهدنة في درعا حيز التنفيذ لم تسجل أي خروقات.", "in_force", "none"),
    ("دخلت الهدنة في درعا حيز التنفيذ وسط مخاوف من خروقات.", "in_force", "feared"),
    ("الهدنة سارية في درعا ولجنة تراقب الخروقات.", "in_force", "watched for"),
]


@pytest.mark.parametrize(("text", "status", "why"), AT_THE_START, ids=[why for *_, why in AT_THE_START])
def test_breaches_behind_the_start_of_a_truce_break_it(text: str, status: str, why: str) -> None:
    assert zones(read(text)) == {("SY12", status)}, why


@pytest.mark.parametrize(("text", "broken"), [
    ("يشهد ريف حمص الشمالي هدنة روسية جرى تطبيقها، وساد بفعلها الهدوء، تخللتها خروقات من قبل قوات النظام.", True),
    ("سرت في درعا هدنة ليومين، شابتها خروقات متفرقة.", True),
    ("عاد الهدوء إلى درعا بعد هدنة لم تتخللها خروقات.", False),
])  # fmt: skip
def test_breaches_in_the_midst_of_a_calm(text: str, broken: bool) -> None:
    assert ("violated" in {status for _, status in zones(read(text))}) is broken


IN_ZONES = [
    ("Over 40 people have been killed in Douma by shelling since July 10. Eastern Ghouta is a de-escalation zone.", "violated"),
    ("قتل 40 شخصا في قصف على دوما منذ 10 تموز. والغوطة الشرقية منطقة خفض تصعيد.", "violated"),
    ("Russia and rebels agreed in May to turn Eastern Ghouta into a de-escalation zone. Over 100 civilians have been killed "
     "in Douma by shelling since July 10.", "violated"),
    ("Air strikes killed four in Douma. Eastern Ghouta is part of a de-escalation zone agreed by Russia and Iran.", "violated"),
    ("Rockets killed five in Damascus. Eastern Ghouta is a de-escalation zone.", "in_force"),
    ("Turkey wants a de-escalation zone in Eastern Ghouta. Air strikes killed four in Douma.", "proposed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status"), IN_ZONES)
def test_fighting_inside_of_what_is_called_a_zone_breaks_it(text: str, status: str) -> None:
    reading = read(text)
    assert zones(reading) == {("sy/eastern-ghouta", status)}
    assert all(s.effective is None or s.effective.text != "2017-07-10" for s in reading.statements)


AFTER_THE_START = [
    ("Regime forces shelled Daraa after the start of the ceasefire.", "violated"),
    ("Shelling hit Daraa hours after the start of the ceasefire.", "violated"),
    ("The truce took effect in Daraa amid violations.", "violated"),
    ("The ceasefire entered its third day in Daraa with more violations.", "violated"),
    ("The truce in Daraa entered its second day with no violations.", "in_force"),
    ("The truce took effect in Daraa amid fears of violations.", "in_force"),
    ("The truce took effect in Daraa with monitors watching for violations.", "in_force"),
    ("Air strikes hit Raqqa after the start of the ceasefire in Daraa.", "in_force"),
    ("The truce in Daraa is stillborn, residents said.", "ended"),
]


@pytest.mark.parametrize(("text", "status"), AFTER_THE_START)
def test_english_breaches_behind_the_start_of_a_truce_break_it(text: str, status: str) -> None:
    assert zones(read(text)) == {("SY12", status)}
