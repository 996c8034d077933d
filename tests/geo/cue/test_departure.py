"""Departures: those who leave a place under an accord that no word calls one, how far they are, and who only goes."""

from __future__ import annotations

import pytest

from tests.reading import expected, read, zones

DATE = "2018-05-16"  # a Wednesday
LEAVING = [
    ("The evacuation of Daraya was completed on Monday when the last fighters boarded buses for Idlib.", "sy/darayya ended"),
    ("The withdrawal of 2,000 militants from Yarmouk camp was suspended, a rebel said.", "sy/yarmouk-camp suspended"),
    ("The last stage of the rebel withdrawal from Douma was held up on Monday under the deal.", "sy/douma suspended"),
    (
        "The transfer of residents and fighters from Fuaa and Kefraya resumed on buses.",
        "sy/foua in_force + sy/kefraya in_force",
    ),
    ("The evacuation of civilians from Madaya began on buses, rebels and soldiers said.", "sy/madaya in_force"),
    ("The evacuation of rebels from Douma went on, the army said.", "sy/douma in_force"),
    (
        "Fighters from Rastan and Talbiseh were bussed to al-Bab and Idlib under a deal after shelling and air strikes.",
        "sy/rastan in_force + sy/talbiseh in_force",
    ),
    (
        "Fighters from Douma arrived in Jarablus on Tuesday under an evacuation deal that ended weeks of shelling.",
        "sy/douma in_force",
    ),
    ("Evacuation of rebels from Douma came to a halt.", "sy/douma suspended"),
    ("Evacuations from besieged Daraya came to an end on Monday. Under the deal, others left.", "sy/darayya ended"),
    ("Fighters have left Douma for Idlib in a rare deal overseen by the United Nations.", "sy/douma in_force"),
    (
        "Some 7,000 people were bused out of two towns, including 5,000 from Fuaa and 2,000 from Madaya, in the first stage of "
        "an agreement with the rebels.",
        "sy/foua in_force + sy/madaya in_force",
    ),
    (
        "Fighters were flown from Madaya under the deal, and others were taken from Fuaa.",
        "sy/madaya in_force + sy/foua in_force",
    ),
    ("A deal to bring rebels and civilians out of besieged Daraya was reached.", "sy/darayya agreed"),
    ("Plans for rebels to leave Madaya have been discussed, a rebel said.", "sy/madaya negotiating"),
    ("A deal has been reached for rebel fighters to leave Douma with light weapons.", "sy/douma agreed"),
    ("An agreement signed on Monday requires rebels to hand over heavy weapons in Douma.", "sy/douma agreed"),
    ("Ahrar al-Sham fighters to quit Harasta for Idlib under deal, official says", "sy/harasta agreed"),
    (
        "All inhabitants of Fuaa and Kefraya, the last two besieged towns, are to leave under an accord with the rebels.",
        "sy/foua agreed + sy/kefraya agreed",
    ),
    ("استؤنف صباح الجمعة إخراج سكان كفريا والفوعة بعد توقف دام يومين.", "sy/kefraya in_force + sy/foua in_force"),
    ("تفاهم تركي روسي على إجلاء كامل سكان الفوعة وكفريا.", "sy/foua agreed + sy/kefraya agreed"),
    ("أوقف الجانب الروسي مؤقتا نقل المهجرين من تلبيسة، وقد خرجت حافلات.", "sy/talbiseh suspended"),
    ("توقفت منذ الأربعاء عملية إخراج المسلحين من دوما.", "sy/douma suspended"),
    ("توصلت الفصائل إلى اتفاق مع الجيش على تسليم السلاح الثقيل في دوما.", "sy/douma agreed"),
    ("أرجئت عملية إجلاء المقاتلين من دوما إلى السبت.", "sy/douma suspended"),
    ("وهذه دفعة من المقاتلين ترحل عن جوبر وزملكا بموجب الاتفاق.", "sy/jobar in_force + sy/zamalka in_force"),
    (
        "اتفق الطرفان على هدنة ينسحب خلالها المقاتلون من الزبداني ويجلى مدنيون من الفوعة.",
        "sy/zabadani agreed + sy/foua agreed",
    ),
    (
        "جمد تنفيذ اتفاق البلدات الأربع في كفريا والفوعة ومضايا غداة تفجير استهدف حافلات في حي الراشدين.",
        "sy/kefraya suspended + sy/foua suspended + sy/madaya suspended",
    ),
    # groups by their names
    (
        "أعلن جيش الإسلام رفضه الخروج من دوما بعد قصف ومعارك، في حين اكتمل إخلاء حرستا.",
        "sy/douma rejected + sy/harasta ended",
    ),
    (
        "وافق فيلق الرحمن على مغادرة عربين وزملكا، بينما لا يزال جيش الإسلام يرفض الخروج من دوما رغم القصف.",
        "sy/arbin agreed + sy/zamalka agreed + sy/douma rejected",
    ),
    ("رفض جيش الإسلام إخلاء دوما رغم القصف والمعارك.", "sy/douma rejected"),
    (
        "Ahrar al-Sham agreed to leave Harasta and Failaq al-Rahman agreed to leave Arbin, but Jaish al-Islam refused to quit "
        "Douma despite air strikes and shelling.",
        "sy/harasta agreed + sy/arbin agreed + sy/douma rejected",
    ),
    ("Jaish al-Islam ruled out leaving Douma despite shelling.", "sy/douma rejected"),
    (
        "While thousands left Harasta under an evacuation deal, Jaish al-Islam ruled out leaving Douma, which came under air "
        "strikes and shelling.",
        "sy/harasta in_force + sy/douma rejected",
    ),
    # another evacuation beside one that is known
    ("اكتمل خروج مقاتلي المعارضة من حي الوعر بعد حصار وقصف، فيما توقف إخلاء برزة.", "sy/waer ended + sy/barzeh suspended"),
    (
        "The evacuation of rebels from Waer was completed after years of siege and shelling, while that of Barzeh has been put "
        "on hold.",
        "sy/waer ended + sy/barzeh suspended",
    ),
    (
        "Evacuations from Fuaa and Kafraya began on Friday under a deal after months of shelling, while those from Madaya and "
        "Zabadani were suspended.",
        "sy/foua in_force + sy/kefraya in_force + sy/madaya suspended + sy/zabadani suspended",
    ),
]
NOBODY_UNDER_AN_ACCORD = [
    "Flooding forced the evacuation of 3,000 people from Misrata, with buses taking families to schools.",
    "The withdrawal of residents from Douma was suspended, the army said.",
    "The minister agreed to leave the town of Douma on Monday for talks with others in Geneva. Rebels and soldiers fought.",
    "Talks went on in Geneva with the rebels. Militants were to leave Mosul, the army said.",
    "The evacuation of the wounded was delayed. The army entered Douma.",
    "The army brought weapons out of Douma under a deal.",
    "Rebel withdrawal from Homs followed a heavy bombardment.",
    "The surrender of 50 Islamic State fighters in Sirte came after fierce clashes.",
    "Air strikes led to the removal of militants from Ramadi.",
    "The government says militants will leave Mosul dead or surrender, rejecting criticism of its offensive.",
    "Gunmen forced Christians to leave Mosul, and the church rejected the ultimatum.",
    "Insurgents killed ten people trying to leave Mosul and dismissed appeals.",
    "The departure of the minister from Aleppo came as rebels advanced under fire.",
    "The transfer of rebels to a court in Benghazi was suspended, the army said.",
    "The withdrawal of US troops from Manbij is part of a deal, the army said.",
    "The transfer of prisoners from Aleppo was suspended after rebels shelled the road.",
    "Militants were to leave Mosul before the army attacked.",
    "Rebels will leave. Douma was quiet, the army said.",
    "أجلي السكان من درعا بسبب الفيضانات.",
    "اتفق الطرفان على نقل المقاتلين إلى دوما.",
    "وقعت الحكومة اتفاقا على تسليم الأسلحة في بغداد بعد المعارك مع الجيش.",
    "اتفاق لتسليم الأسلحة إلى الأكراد في أربيل.",
    "استؤنف إخراج عائلات من الأنقاض في درنة بعد الفيضان.",
    "رفضت مصر نقل سكان غزة إلى سيناء بعد الحرب.",
    "رفضت الأمم المتحدة تهجير سكان دوما.",
    "اقترح الوزير إخراج المقاتلين من منبج.",
    "توقفت المحادثات. وخرج المقاتلون من دوما.",
    "وافق جيش الإسلام على خروج الجرحى من دوما إلى المستشفى بعد القصف.",
    "أحرار الشام رفضت الخروج من غرفة العمليات بعد معارك إدلب.",
    "خسر جيش الإسلام مواقع في دوما بعد قصف ومعارك وانسحب من الريحان.",
    "انتهى إخلاء الأجانب من مطار الخرطوم بعد قصف ومعارك.",
    "اكتمل إخلاء حماة بعد الفيضانات، فيما توقف إخلاء حمص.",
    "Hayat Tahrir al-Sham refused to leave the Atarib checkpoint after clashes with Ahrar al-Sham.",
    "Rebels refused to leave the coalition after clashes in Idlib.",
    "Jaish al-Islam evacuated its wounded from Douma after shelling.",
    "Evacuations from Kherson ended after shelling. The two countries signed a grain agreement.",
    "Evacuations from Sumy and Kharkiv began on Friday after shelling, while those from Kherson were suspended.",
]


@pytest.mark.parametrize(("text", "told"), LEAVING)
def test_who_leaves_under_an_accord_tells_of_it(text: str, told: str) -> None:
    assert zones(read(text, DATE)) == expected(told)


@pytest.mark.parametrize("text", NOBODY_UNDER_AN_ACCORD)
def test_who_only_leaves_tells_of_none(text: str) -> None:
    assert not zones(read(text, DATE))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Rebels in southern Syria agreed Friday to hand over heavy weapons and the border, including the Nasib crossing, "
            "under a Russian-brokered ceasefire.",
            "sy/south agreed",
        ),
        ("دعت الأمم المتحدة إلى هدنة إنسانية في طرابلس، وغادر موفدها بنغازي.", "ly/tripoli proposed"),
        ("قضى الاتفاق بترحيل من لا يقبل التسوية من مسلحي القنيطرة نحو إدلب.", "SY14 agreed"),
        ("Rebels from Daraya will leave for Idlib under a deal.", "sy/darayya agreed"),
        ("بعد معارك، قضى الاتفاق بخروج المسلحين من دوما وبترحيل من لا يقبل التسوية إلى إدلب.", "sy/douma agreed"),
    ],
)
def test_where_they_go_and_who_refuses_say_nothing_of_it(text: str, told: str) -> None:
    assert zones(read(text, DATE)) == expected(told)


CONVOYS = [
    (
        "خرجت حافلتان تقلان مقاتلين من بلدة مضايا وأربع حافلات من مدينة الزبداني بموجب الاتفاق.",
        {"sy/madaya", "sy/zabadani"},
    ),
    ("وصلت حافلات من مضايا وأربع شاحنات مساعدات من دمشق بموجب الاتفاق.", {"sy/madaya"}),
    (
        "وصول الدفعة الأولى من مهجري حرستا إلى قلعة المضيق الواقعة بريف حماة الشمالي الغربي، في استكمال للاتفاق.",
        {"sy/harasta"},
    ),
]


@pytest.mark.parametrize(("text", "areas"), CONVOYS)
def test_convoys_leave_each_place_that_is_named(text: str, areas: set[str]) -> None:
    assert zones(read(text)) == {(area, "in_force") for area in areas}
