"""Truces that no zone of today follows from: of trade, politics and play, of history, of books, and none at all."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

NO_ZONES = {
    "هدنة مؤقتة بين إدارة الاتحاد وجماهيره في حلب بعد اشتباكات في الملعب.": "play, behind an adjective",
    "هدنة غير معلنة بين الحكومة ونقابة المعلمين في حمص بعد اشتباكات.": "a union as the second",
    "هدنة سياسية في لبنان بعد أسابيع من الاشتباكات بين أنصار الحزبين وإطلاق نار.": "politics",
    "هدنة نقابية في تونس بعد اشتباكات ومعارك مع الشرطة.": "a union",
    "هدنة في حرب النفط بين الرياض وموسكو بعد معارك.": "trade",
    "أعلنت نقابة المعلمين في الأردن هدنة مع الوزارة بعد إضراب واشتباكات مع الشرطة وإطلاق نار.": "a union",
    "توصل نادي الوداد والرجاء إلى هدنة في الدار البيضاء بعد اشتباكات بين الجماهير أوقعت جرحى.": "clubs",
    "هدنة بين عصابات مرسيليا بعد إطلاق نار واشتباكات.": "gangs",
    "The United States and China agreed a truce in their trade war in Geneva, easing a battle over tariffs.": "trade",
    "Republicans and Democrats agreed a truce in Washington over the budget after a bruising battle.": "politics",
    "Fans of two clubs declared a truce in Homs after clashes. The truce held on Sunday, police said.": "play",
    "Dockers in Marseille and the port authority declared a truce after a week of clashes with police.": "dockers",
    "The gangs of the capital, which have fought battles for a year, announced a truce in Cap-Haitien.": "gangs",
    "Union leaders suspended their strike at the port of Latakia after a truce with management, ending clashes.": "a union",
    "On this day in 1953: an armistice was signed at Panmunjom, ending three years of fighting in Korea.": "history",
    "Veterans recalled the Christmas truce of 1914 near Ypres in Belgium, when soldiers stopped shelling.": "history",
    "في مثل هذا اليوم من عام 1949 وقعت مصر وإسرائيل اتفاقية الهدنة في رودس بعد حرب ومعارك وقصف.": "history",
    "أحيت باكو ذكرى هدنة عام 1994 في ناغورني قره باغ وقتلى المعارك والقصف.": "history",
    "هدنة الرملة وقعت عام 1192 بعد معارك وقصف بالمنجنيق.": "history",
    'رواية "هدنة في حمص" للكاتب السوري تروي قصة أخوين في الحرب والقصف والمعارك.': "a novel",
    "The obituary said that he had covered the siege of Sarajevo, the truce of 1994 and the shelling of Grozny.": "a life",
    "تتعرض إدلب لقصف روسي منذ أيام والمعارك مستمرة في ريف حماة، ولا حديث عن هدنة.": "none",
    "أقلعت مقاتلات لقصف الرقة والمعارك مستمرة ولا هدنة.": "none",
    "Shelling went on in Homs and there was no talk of a truce.": "none",
    "Security forces shot at protesters in Sweida; no ceasefire is in place, an activist said.": "none",
}


@pytest.mark.parametrize("text", NO_ZONES)
def test_truces_that_are_none_of_arms_or_of_today_make_no_zone(text: str) -> None:
    assert zones(read(text)) == set(), NO_ZONES[text]


ZONES = {
    "هدنة مؤقتة بين الجيش والفصائل في حلب بعد قصف.": "SY02 unknown",
    "هدنة إنسانية بين الجيش وتجار السلاح في درعا بعد قصف.": "SY12 unknown",
    "هدنة سياسية وعسكرية في إدلب بعد معارك وقصف.": "SY07 unknown",
    "أعلنت الإدارة الذاتية هدنة في الحسكة بعد اشتباكات.": "SY08 agreed",
    "أكدت نقابة الصحفيين خرق الهدنة في إدلب بقصف واشتباكات.": "SY07 violated",
    "دعت نقابة الصحفيين إلى هدنة في غزة مع استمرار القصف.": "ps/gaza-strip proposed",
    "في الذكرى الأولى للهدنة قصف النظام إدلب وخرق الهدنة.": "SY07 violated",
    "خرق النظام هدنة عام 1974 بقصف الجولان.": "sy/golan violated",
    "لا هدنة في حلب.": "SY02 rejected",
    "Farmers and herders in Mopti agreed a truce after clashes.": "ml/mopti agreed",
    "Farmers said the army declared a truce in Homs after shelling.": "SY04 agreed",
    "Armed gangs in Homs agreed a truce with the army after clashes.": "SY04 agreed",
    "The truce between the army and gangs in Homs collapsed after clashes.": "SY04 ended",
    "Libya's rivals agreed a truce in Sirte after fighting.": "ly/sirte agreed",
    "A truce in Idlib over trade routes collapsed after shelling.": "SY07 ended",
    "The political and military truce in Idlib collapsed after shelling.": "SY07 ended",
    "Dockers agreed a truce in Latakia. In Idlib, a truce between rebels and the army collapsed after shelling.": "SY07 ended",
    "A film crew was shelled in Homs despite the truce.": "SY04 violated",
    "In 1949 an armistice was signed between Israel and Syria; it was broken on Monday when shells hit the Golan.": (
        "IL violated; SY violated"
    ),
}


@pytest.mark.parametrize("text", ZONES)
def test_truces_of_those_who_fight_stay_zones(text: str) -> None:
    assert zones(read(text)) == {tuple(zone.split()) for zone in ZONES[text].split("; ")}
