"""The course of evacuations and settlements: agreed, begun, stalled, gone on with, complete."""

from __future__ import annotations

import pytest

from tests.reading import expected, read, zones

COMPLETE = [
    (
        "The last Kurdish fighters left Sheikh Maqsoud on Sunday under a ceasefire deal after days of clashes and shelling.",
        "sy/sheikh-maqsoud ended",
    ),
    (
        "The last rebels left al-Waer on Sunday after years of shelling. The governor said the evacuation had been completed.",
        "sy/waer ended",
    ),
    (
        "All residents of Foua and Kefraya had been evacuated by Tuesday under a deal after years of siege and shelling.",
        "sy/foua ended + sy/kefraya ended",
    ),
    (
        "All residents of Foua and Kefraya have been evacuated after years of shelling. They were taken by bus to Aleppo under "
        "a deal with the rebels.",
        "sy/foua ended + sy/kefraya ended",
    ),
    (
        "أجلي جميع سكان الفوعة وكفريا فجر الخميس بعد حصار وقصف.\nوتم ذلك بموجب اتفاق بين هيئة تحرير الشام وروسيا.",
        "sy/foua ended + sy/kefraya ended",
    ),
    ("نفذ الاتفاق بالكامل وأجلي آخر سكان الفوعة وكفريا بعد حصار وقصف.", "sy/foua ended + sy/kefraya ended"),
    ("خرجت آخر حافلة من داريا بعد حصار وقصف.\nوبذلك يكون الاتفاق قد نفذ.", "sy/darayya ended"),
]
NOT_COMPLETE = [
    ("The last rebels have not left Harasta, although a deal was reached after weeks of shelling.", "sy/harasta agreed"),
    ("لم يخرج آخر المقاتلين من حرستا رغم الاتفاق الذي تم التوصل إليه بعد القصف.", "sy/harasta agreed"),
    ("The last wounded left Madaya for hospital on Sunday under a deal between the army and rebels.", "sy/madaya in_force"),
    ("The last Iranian-backed fighters left Albukamal by road, leaving vehicles behind.", ""),
    ("The last group of foreigners left Khartoum on a navy ship on Sunday as shelling went on.", ""),
    ("All residents of Derna were evacuated after the flood. A ceasefire holds in Sirte after clashes.", "ly/sirte in_force"),
    ("غادرت آخر حافلات الطلاب سلوفيانسك صباح الأربعاء بعد قرار إجلاء الأطفال وسط القصف.", ""),
    ("خرج جميع السكان إلى الشوارع في درعا احتفالا بالاتفاق بعد المعارك.", ""),
]
COURSE = [
    (
        "The evacuation of rebels from Harasta stalled on Wednesday amid shelling and air strikes.",
        "sy/harasta suspended",
    ),
    ("A planned evacuation of rebel-held Harasta stalled on Wednesday amid shelling.", "sy/harasta suspended"),
    ("تعثر إجلاء المقاتلين من حرستا الأربعاء وسط قصف وغارات.", "sy/harasta suspended"),
    ("Talks on the evacuation of rebels from Harasta stalled on Wednesday amid shelling.", "sy/harasta rejected"),
    ("تعثرت المفاوضات بشأن خروج المقاتلين من حرستا وسط القصف.", "sy/harasta rejected"),
    ("The evacuation of civilians from Pokrovsk stalled on Wednesday amid shelling and air strikes.", ""),
    (
        "The evacuation of Foua and Kefraya resumed on Wednesday after a bomb and shelling. The exchange is part of an "
        "agreement struck last month between Iran and Qatar.",
        "sy/foua in_force + sy/kefraya in_force",
    ),
    ("The evacuation of rebels from Harasta resumed after being suspended for three days by shelling.", "sy/harasta in_force"),
    ("The evacuation of foreigners from Khartoum resumed on Wednesday amid shelling and clashes.", ""),
    ("استؤنفت عملية إجلاء المقاتلين من حرستا بعد تعليقها ثلاثة أيام وسط القصف والمعارك.", "sy/harasta in_force"),
    (
        "عادت الحافلات فارغة من مدينة الحديدة مساء اليوم بعد تأجيل عملية الإخلاء. ودارت معارك بين مقاتلي المعارضة والقوات.",
        "ye/hodeidah suspended",
    ),
    (
        "Rebels began leaving Rastan on Monday under a deal after heavy shelling. The evacuation, which had been delayed for a "
        "day by rain, is expected to take a week.",
        "sy/rastan in_force",
    ),
    (
        "خرج مقاتلون من الوعر الخميس بموجب اتفاق بعد قصف عنيف.\nوكانت عملية الإجلاء قد تأجلت يومين.",
        "sy/waer in_force",
    ),
    (
        "Troops entered Tafas on Friday to implement a ceasefire agreement reached overnight after shelling and clashes.",
        "sy/tafas in_force",
    ),
    (
        "Troops are to be deployed in Tafas on Friday to implement a ceasefire agreement reached overnight after clashes.",
        "sy/tafas agreed",
    ),
    (
        "Rebels left Qaboun on Sunday under a deal after shelling. The deal follows a similar agreement in Barzeh, from which "
        "two groups of fighters have already been evacuated.",
        "sy/barzeh in_force + sy/qaboun in_force",
    ),
    (
        "Rebels left Qaboun on Sunday under a deal after shelling. The deal follows a similar agreement in Barzeh, from which "
        "fighters will be evacuated next week.",
        "sy/barzeh agreed + sy/qaboun in_force",
    ),
    (
        "خرج مقاتلون من القابون بموجب اتفاق بعد القصف.\nويأتي ذلك بعد اتفاق مماثل في برزة التي خرج منها مئات المقاتلين.",
        "sy/barzeh in_force + sy/qaboun in_force",
    ),
    (
        "The last rebels left eastern Aleppo under an evacuation deal after years of shelling. In return, buses carried "
        "hundreds of people out of Foua and Kefraya.",
        "sy/east-aleppo ended + sy/foua in_force + sy/kefraya in_force",
    ),
    (
        "Fighters will leave Zabadani under a deal reached after shelling. In exchange, residents will be evacuated from Foua.",
        "sy/foua agreed + sy/zabadani agreed",
    ),
]
SURRENDERED = [
    ("Rebels in Rastan agreed on Wednesday to surrender and leave after heavy shelling and air strikes.", "sy/rastan agreed"),
    ("Rebels in Rastan agreed to lay down their arms and leave after heavy shelling.", "sy/rastan agreed"),
    ("وافقت فصائل الرستن على الاستسلام بعد القصف والغارات.", "sy/rastan agreed"),
    ("قبلت فصائل بصرى الشام عرضا روسيا لتسليم السلاح والخروج بعد القصف والمعارك.", "sy/busra-al-sham agreed"),
    (
        "Rebels in an enclave at the foot of Mount Hermon, near the Golan Heights, have agreed to surrender and leave. The "
        "fighters in Beit Jinn, cornered by the army after months of shelling, will be taken to Idlib. The first buses are "
        "expected within hours. The deal was announced on Friday.",
        "sy/beit-jinn agreed",
    ),
    ("Militants holed up in a bank in Beirut agreed to surrender to police after clashes.", ""),
    ("Rebels in Homs agreed to surrender the bodies of soldiers after clashes.", ""),
    ("Rebels in Rastan refused to surrender after heavy shelling and air strikes.", ""),
    ("Soldiers in Goma agreed to surrender to the rebels after heavy fighting.", ""),
    ("وافق مسلحون في مصرف ببيروت على الاستسلام للشرطة بعد اشتباكات.", ""),
    ("ألقى الجيش منشورات فوق الحويجة يطالب فيها المسلحين بإلقاء السلاح والاستسلام قبل بدء الهجوم على المدينة.", ""),
]
WITH_TOWNS = [
    (
        "Syria's government and notables in Daraa al-Balad reached a deal on Saturday to end a month-long siege after shelling "
        "and clashes.",
        "sy/daraa-al-balad agreed",
    ),
    ("توصل وجهاء درعا البلد والحكومة إلى اتفاق لرفع الحصار بعد قصف واشتباكات.", "sy/daraa-al-balad agreed"),
    (
        "The government reached a settlement agreement with the town of Tafas on Monday after clashes and shelling.",
        "sy/tafas agreed",
    ),
    ("توصلت الحكومة إلى اتفاق تسوية مع بلدة طفس بعد قصف واشتباكات.", "sy/tafas agreed"),
    (
        "Negotiations are under way with the notables of Tafas and Muzayrib, which the army shelled and threatened to storm.",
        "sy/muzayrib negotiating + sy/tafas negotiating",
    ),
    ("Talks are under way with the notables of Tafas on a settlement after heavy shelling.", "sy/tafas negotiating"),
    ("تجري مفاوضات مع وجهاء طفس بعد قصف واشتباكات.", "sy/tafas negotiating"),
    ("The company reached a settlement agreement with the city of Homs over unpaid bills.", ""),
    ("Talks are under way with the elders of Kandahar about polio vaccination after clashes and shelling.", ""),
    ("تجري مفاوضات مع وجهاء صيدا بشأن الكهرباء بعد اشتباكات.", ""),
    ("التقى المحافظ وجهاء درعا بعد القصف على البلدة.", ""),
    ("The government reached a deal with Damascus University to end a strike after clashes.", ""),
]


@pytest.mark.parametrize(("text", "told"), COMPLETE)
def test_an_evacuation_is_over_when_the_last_have_left(text: str, told: str) -> None:
    assert zones(read(text)) == expected(told)


@pytest.mark.parametrize(("text", "told"), NOT_COMPLETE)
def test_not_all_who_are_the_last_complete_an_evacuation(text: str, told: str) -> None:
    assert zones(read(text)) == expected(told)


@pytest.mark.parametrize(("text", "told"), COURSE)
def test_an_evacuation_stalls_and_goes_on(text: str, told: str) -> None:
    assert zones(read(text)) == expected(told)


@pytest.mark.parametrize(("text", "told"), SURRENDERED)
def test_who_agrees_to_surrender_a_town_makes_an_accord(text: str, told: str) -> None:
    assert zones(read(text)) == expected(told)


@pytest.mark.parametrize(("text", "told"), WITH_TOWNS)
def test_a_town_makes_an_accord_by_those_who_speak_for_it(text: str, told: str) -> None:
    assert zones(read(text)) == expected(told)
