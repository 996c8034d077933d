"""Deals of before, of which a text on something else reminds: who left under them, what came back by them, what they were."""

from __future__ import annotations

import pytest

from tests.reading import expected, read, zones

DATE = "2018-08-01"

LEFT = {
    "سيطر الجيش على الغوطة بعد إجلاء آخر مقاتلي المعارضة من مدينة دوما.": "sy/douma ended",
    "ساهمت عمليات الإجلاء من الغوطة الشرقية ودرعا في نزوح نصف مليون شخص بسبب المعارك.": "sy/eastern-ghouta ended + SY12 ended",
    "وخلال سنوات النزاع، شهدت مدن عدة بينها داريا والمعضمية عمليات إجلاء لآلاف المقاتلين بموجب اتفاقات مع الحكومة.": (
        "sy/darayya ended + sy/moadamiyah ended"
    ),
    "واستعاد الجيش السيطرة على داريا في 2016 بعد اتفاق قضى بإجلاء المقاتلين والمدنيين منها.": "sy/darayya ended",
    "وتم إجلاء أكثر من 30 ألف شخص من الزبداني في نيسان 2017 بعد اتفاق رعته قطر وإيران.": "sy/zabadani ended",
    "ونقلت حافلات مسلحي داعش المحاصرين وعائلاتهم من مخيم اليرموك إلى البادية في أيار الماضي.": "sy/yarmouk-camp ended",
    "تسعى الحكومة إلى وقف لإطلاق النار في جباتا الخشب، على غرار ما جرى العام الماضي في داريا، التي خرج مقاتلوها نحو إدلب.": (
        "sy/darayya ended + sy/jubata-al-khashab negotiating"
    ),
    "انتهى الحصار في نيسان برحيل مقاتلي فيلق الرحمن عن عربين على متن حافلات.": "sy/arbin ended",
    "An aid convoy came to Moadamiya. It lies by Daraya, whose last rebels were bused out in August 2016.": "sy/darayya ended",
    "Tens of thousands of people were evacuated from eastern Aleppo in December 2016 under a deal brokered by Russia.": (
        "sy/east-aleppo ended"
    ),
    "The evacuations from Eastern Ghouta and Daraa after months of fighting displaced half a million people.": (
        "sy/eastern-ghouta ended + SY12 ended"
    ),
    "The accord follows the pattern of the ones that emptied Dumair of fighters in April.": "sy/dumayr ended",
}
RETURNED = {
    "واستعادت القوات الحكومية السيطرة على حي برزة العام الماضي بموجب اتفاق مصالحة.": "sy/barzeh ended",
    "وعادت بلدات جنوب دمشق إلى سيطرة الدولة في أيار الماضي إثر تسوية.": "sy/south-damascus ended",
    "The capital has become safer since May, after evacuation deals brought the districts of Barzeh and Qaboun back under state"
    " control.": "sy/barzeh ended + sy/qaboun ended",
    "The government regained control of Daraya in August 2016 in a surrender deal.": "sy/darayya ended",
}
NO_DEAL = {
    "استعاد الجيش السيطرة على تدمر في آذار 2017 بعد معارك عنيفة.": "",
    "تنتظر الرقة إعادة إعمارها منذ خروج تنظيم داعش منها في تشرين الأول 2017 بعد معارك.": "",
    "أجلي آلاف السكان من مدينة بانياس في كانون الثاني الماضي بسبب الفيضانات.": "",
    "انسحبت قوات الجيش من مطار منغ في آب 2013 بعد حصار طويل.": "",
    "فر المدنيون من عفرين في آذار الماضي بعد قصف كثيف.": "",
    "The army recaptured Palmyra in March 2017 after heavy fighting.": "",
    "Rebels withdrew from the Old City of Aleppo in December 2016 as the army advanced.": "",
    "Thousands of residents were evacuated from Latakia in January because of floods.": "",
    "Islamic State fighters fled Raqqa in October 2017 after months of fighting.": "",
}
GOES_ON = {
    "غادرت الأحد دفعة ثانية من مقاتلي حركة أحرار الشام وعائلاتهم مدينة حرستا بموجب اتفاق.": "sy/harasta in_force",
    "يواصل الجيش إجلاء المقاتلين من دوما بموجب اتفاق.": "sy/douma in_force",
    "Hundreds of fighters and their families left Daraya on Sunday under a deal.": "sy/darayya in_force",
}


@pytest.mark.parametrize(("text", "told"), [*LEFT.items(), *RETURNED.items()])
def test_a_deal_of_before_has_run_its_course(text: str, told: str) -> None:
    assert zones(read(text, DATE)) == expected(told)


@pytest.mark.parametrize(("text", "told"), [*NO_DEAL.items()])
def test_a_retreat_a_flight_and_a_rescue_are_no_deal(text: str, told: str) -> None:
    assert zones(read(text, DATE)) == expected(told)


@pytest.mark.parametrize(("text", "told"), [*GOES_ON.items()])
def test_what_is_under_way_has_not_run_its_course(text: str, told: str) -> None:
    assert zones(read(text, DATE)) == expected(told)


BEHIND_NEWS = {
    "اتفق الطرفان على وقف شامل لإطلاق النار في شرق أوكرانيا. ولم تصمد الهدنة التي أعلنت في المنطقة العام الماضي إلا أسابيع.": (
        "UA:east agreed + UA:east ended"
    ),
    "دخل وقف لإطلاق النار حيز التنفيذ في إدلب. وكانت هدنة سابقة أعلنتها دمشق في المحافظة ذاتها قد سقطت بعد أربعة أيام.": (
        "SY07 in_force + SY07 ended"
    ),
    "The United States and Russia reached an agreement on a truce in Syria. Their previous attempt, the cessation of"
    " hostilities of February, broke down after a few weeks.": "SY agreed + SY ended",
    "دخلت هدنة في غزة حيز التنفيذ الثلاثاء. وكانت تهدئة مماثلة قد أعلنت في القطاع في مايو، لكنها لم تعمر سوى أسابيع.": (
        "ps/gaza-strip in_force + ps/gaza-strip ended"
    ),
    "A ceasefire came into force in Idlib at dawn. An earlier one, declared at the start of July, was scrapped in days.": (
        "SY07 in_force + SY07 ended"
    ),
    "A ceasefire in Nagorno-Karabakh was violated on Monday. Two truces arranged by Russia did not survive their first day.": (
        "az/nagorno-karabakh violated + az/nagorno-karabakh ended"
    ),
    "Government and rebels agreed on a truce in Tigray. A humanitarian truce declared in March let in aid, but fighting flared"
    " again.": ("et/tigray agreed + et/tigray ended"),
    "He called for a ceasefire in Taiz on Monday. The 30-hour Eid truce that the coalition declared in June came and went.": (
        "ye/taiz proposed + ye/taiz ended"
    ),
    # of another place; of the news itself; what is only feared
    "A truce took effect in Taiz. A similar truce in Hodeidah has collapsed.": "ye/taiz in_force + ye/hodeidah ended",
    "A truce took effect in Taiz on Tuesday. The truce was broken when fighting flared again.": "ye/taiz violated",
    "A truce took effect in Taiz. Residents fear that it will collapse as an earlier offer of aid did.": "ye/taiz in_force",
    # the truce of the text itself, of months ago, that is over now
    "A truce agreed in Idlib in March has collapsed after weeks of shelling.": "SY07 ended",
}
RUN_OUT = {
    "أعلن عن أول هدنة بين الطرفين في أفغانستان خلال أيام عيد الفطر في يونيو/حزيران الماضي.": "AF ended",
    "وأبرمت هدنة من 120 ساعة في رأس العين في تشرين الأول الماضي.": "sy/ras-al-ayn ended",
    "أبرمت قبائل هدنة في حريب العام الماضي قبل أن تنتهي مدتها ويعود الطرفان إلى القتال.": "ye/harib ended",
    "Violence has surged across Syria since the collapse of the cessation of hostilities brokered by Washington and Moscow.": (
        "SY ended"
    ),
    "شن مسلحو طالبان هجوما على مدينة غزنة. ووافقت الحركة في حزيران/يونيو على هدنة من ثلاثة أيام، هي الأولى في أفغانستان.": (
        "AF ended"
    ),
    "أعلن الطرفان هدنة عيد الفطر في تعز الاثنين.": "ye/taiz agreed",
}
WHERE = {
    "يندرج ريف اللاذقية الشمالي ضمن اتفاقية خفض التوتر.": "sy/northern-latakia in_force",
    "تقع مناطق ريف اللاذقية الشمالي ضمن اتفاقية خفض التوتر، وقصفتها الطائرات أمس.": "sy/northern-latakia in_force",
    "يقع ريف اللاذقية الشمالي ضمن محافظة ساحلية، وقصفته الطائرات أمس.": "",
    # what others think of a deal, who made it, where its guests went
    "خرج مئات من عناصر تنظيم الدولة الإسلامية من جرود رأس بعلبك بموجب اتفاق مع حزب الله أثار انتقادات في بغداد.": (
        "lb/ras-baalbek in_force"
    ),
    "Helicopters dropped barrel bombs on Friday. The region had been mostly quiet under a de-escalation accord agreed by"
    " the United States and Russia, which Washington says Damascus is now breaching.": "",
    "Fighters overran Musa Qala in Helmand. The town has a resonance in Britain, whose troops left it in October 2006"
    " under a truce with local elders that lasted less than four months.": "af/musa-qala ended",
    "قبلت الفصائل في القنيطرة باتفاق، فغادر من رفض التسوية بالحافلات إلى الشمال.": "SY14 agreed",
    "ساد هدوء حذر محافظة إدلب السبت، في اليوم الثاني من وقف لإطلاق النار اتفق عليه الرئيسان الروسي والتركي.": "SY07 in_force",
    "تتفاوض الحكومة وفصائل في بلدة بيت جن على خروج المقاتلين منها إلى إدلب ودرعا.": "sy/beit-jinn negotiating",
}


@pytest.mark.parametrize(("text", "told"), [*BEHIND_NEWS.items(), *RUN_OUT.items(), *WHERE.items()])
def test_a_truce_of_before_stands_beside_that_of_the_news(text: str, told: str) -> None:
    assert zones(read(text, DATE)) == expected(told)


def test_a_verb_is_no_town() -> None:
    read_text = read("تعرض مطار معيتيقة في طرابلس لغارة. ودان المبعوث الأممي الغارة.", DATE)
    assert all(r.area is None or r.area.key != "ly/waddan" for r in read_text.resolutions)


UNDER_WAY = {
    "Rebels are leaving Yalda under a deal struck in July.": "sy/yalda in_force",
    "Rebels are leaving Yalda, which they captured in 2012, on buses under a deal.": "sy/yalda in_force",
    "يجري إخراج المقاتلين وعائلاتهم من يلدا بموجب اتفاق أبرم في تموز.": "sy/yalda in_force",
    "The evacuations from Aleppo continue after months of shelling, the Red Cross said.": "",
    "ينص الاتفاق الذي أبرم في تموز على إجلاء المقاتلين وعائلاتهم من الرستن.": "sy/rastan agreed",
    "يغادر المقاتلون يلدا في إطار سلسلة اتفاقات.": "sy/yalda in_force",
}
OTHERS = {
    "Captured militants were transferred from Mosul in 2017 to Baghdad.": "",
    "The bodies of fighters were evacuated from Sirte in 2016 by the Red Crescent after clashes.": "",
    "More than 300 wounded fighters were evacuated from Marawi in June 2017 by the army.": "",
    "Ukrainian fighters left Severodonetsk by bus in early May to regroup after the shelling.": "",
    "The army retook Palmyra in 2016 after heavy fighting, while evacuation deals are negotiated elsewhere.": "",
    "Rebels retook Morek in 2014 in heavy fighting, and rejected reconciliation deals.": "",
}
OF_THE_NEWS = {
    "The ceasefire in south Lebanon is holding. The ceasefire agreed in November has been violated repeatedly by strikes.": (
        "lb/south-lebanon violated"
    ),
    "تسري هدنة في سوريا. واتهمت المعارضة النظام بانتهاك وقف إطلاق النار الذي أعلن في كانون الأول.": "SY in_force + SY violated",
    "بدأت هدنة في تعز الجمعة. ودعت الأمم المتحدة إلى هدنة أخرى في حال تجددت الاشتباكات.": "ye/taiz in_force + ye/taiz proposed",
    "A truce took effect in Taiz. A truce proposal made in February had been scrapped.": "ye/taiz in_force",
    "The army declared a truce in Khartoum for Eid on July 1 and both sides have respected it since.": "sd/khartoum in_force",
    "توصل الطرفان في 20 حزيران إلى هدنة في تعز لمناسبة العيد لمدة شهرين.": "ye/taiz agreed",
    "لاقى إعلان الهدنة ترحيبا في الحديدة وتعز.": "ye/hodeidah agreed + ye/taiz agreed",
}


@pytest.mark.parametrize(("text", "told"), [*UNDER_WAY.items(), *OTHERS.items(), *OF_THE_NEWS.items()])
def test_what_goes_on_others_and_the_truce_of_the_news_are_not_of_before(text: str, told: str) -> None:
    assert zones(read(text, DATE)) == expected(told)
