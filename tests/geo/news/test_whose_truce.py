"""Whose truce it is: of those who fight, and not of who brokers it, tells of it, or is held against them."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

WHOSE = {
    "Syrian rebels and the army agreed a truce mediated by Russia after weeks of shelling and clashes.": "SY agreed",
    "Turkey said 21 Syrian rebel groups had signed up to a truce after fighting and shelling.": "SY agreed",
    "Sudanese warring sides agreed on a truce brokered by Saudi Arabia after clashes and shelling.": "SD agreed",
    "Israel and Hamas agreed to a ceasefire, Qatar said, after weeks of war and bombardment.": "ps/gaza-strip agreed",
    "Israel, Hezbollah agree ceasefire to end fighting and air strikes": "LB agreed",
    "Israel and the Lebanese group Hezbollah agreed to a truce after weeks of war and bombardment.": "LB agreed",
    "The truce between Indian and Pakistani forces was holding after shelling and clashes.": "IN in_force; PK in_force",
    "Officials in Sanaa said the army shelled Hodeidah in breach of the truce; clashes killed three.": "ye/hodeidah violated",
    "A spokesman in Damascus said rebels in Douma had broken the truce by shelling; clashes killed three.": "sy/douma violated",
    "Residents in Douma said the truce was holding after days of shelling and clashes.": "sy/douma in_force",
    "Residents in Aleppo reported shelling by the army from Hama in breach of the truce.": "SY02 violated",
    "انهارت الهدنة بسبب تكرار القصف على إدلب بعد معارك.": "SY07 ended",
    "Unlike the truce in Aleppo, the ceasefire in Homs has held despite shelling and clashes.": "SY04 violated",
    "وقع مقاتلون في درعا اتفاق تسوية على غرار ما جرى في ريف حمص الشمالي بعد قصف ومعارك.": "SY12 agreed",
    "وقع مقاتلون في درعا اتفاق تسوية على غرار اتفاق ريف حمص الشمالي بعد قصف ومعارك.": "SY12 agreed",
    "رفضت الفصائل عرضا مماثلا للخروج من بلدة مضايا بموجب اتفاق إجلاء بعد قصف ومعارك.": "sy/madaya rejected",
    "أعلنت الهند وباكستان وقفا فوريا لإطلاق النار بعد أن قصف البلدان بلدات حدودية.": "IN agreed; PK agreed",
    "الهند وباكستان تعلنان هدنة بعد هجوم على بلدة حدودية. وقال البلدان إنهما ملتزمان.": "IN agreed; PK agreed",
    "أعلنت الهند وباكستان وقفا لإطلاق النار يسري بدءا من اليوم بعد أن قصف البلدان بلدات.": "IN in_force; PK in_force",
    "اتهم وزير الدفاع الإسرائيلي إيران بخرق الهدنة. وقتل أربعة بقصف على إسرائيل. وغادر إلى لاهاي.\nوقصفت بئر السبع.": (
        "IL violated; IR violated"
    ),
    "أعلنت روسيا وتركيا وقفا لإطلاق النار بعد هجوم على إدلب، وقال البلدان إنهما يضمنانه.": "SY07 agreed",
    "هدنة في أوكرانيا. وقالت الوزارة إن قواتها تلتزم بالهدنة، وإن الجانب الآخر استهدف كورسك بعد معارك.": "UA in_force",
    "هدنة في درعا. وقالت الفصائل إن النظام خرق الهدنة، وإن طائراته قصفت بصرى الشام.": "SY12 violated",
    "قال السراج إن وقف القتال يقتضي أن تصبح منطقتي سرت والجفرة منزوعتي السلاح.": "ly/sirte proposed; ly/jufra proposed",
    "قال السراج بعد معارك إن تطبيق الهدنة في درعا يقتضي انسحاب القوات.": "SY12 in_force",
    "أعلنت مصر وقطر هدنة في غزة بعد هجوم على رفح، وقال البلدان إنهما يضمنانها.": "ps/gaza-strip agreed",
    "اتهم الرئيس الأوكراني زيلينسكي روسيا بخرق الهدنة وقصف بلدات.": "UA violated; RU violated",
    "اتهم الرئيس الأمريكي إيران بخرق الهدنة في اليمن وقصف بلدات.": "YE violated",
    "بعد معارك، اتفقا على هدنة في تعز. وقال إن القصف امتد إلى مدينة الحديدة.": "ye/taiz agreed",
    "بعد معارك، اتفقا على هدنة في تعز امتدت إلى مدينة الحديدة.": "ye/taiz agreed; ye/hodeidah agreed",
    "بدأت تهدئة في قطاع غزة بعد قصف. وخرج المئات في رفح وجباليا احتفالا مع سريان التهدئة.": "ps/gaza-strip in_force",
    "A truce took effect in the Gaza Strip after shelling. Crowds in Rafah celebrated the truce.": "ps/gaza-strip in_force",
    "Residents in Rafah celebrated after a truce took effect in the town.": "ps/rafah in_force",
    "ويضم الاتفاق إجراءات رامية إلى ضمان وقف القتال في دونباس بعد معارك.": "ua/donbas in_force",
    "قصفت طائرات بلدة رامية بعد هدنة في رامية.": "lb/ramia violated",
}


@pytest.mark.parametrize("text", WHOSE)
def test_a_truce_is_one_of_those_who_fight(text: str) -> None:
    assert zones(read(text)) == {tuple(pair.split()) for pair in WHOSE[text].split("; ")}
