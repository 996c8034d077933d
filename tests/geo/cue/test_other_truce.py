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


A_MATCH, MARKETS, WEATHER, CABINET = "a match", "markets", "weather", "a cabinet"
NO_ZONES |= {
    "Ittihad of Aleppo drew 1-1 with the army team in the league. Ittihad attacked without pause. In the last minutes both "
    "sides agreed on a ceasefire of sorts.": A_MATCH,
    "Nejmeh beat Ahed 2-1 in the Beirut derby on Sunday. Nejmeh attacked from the first whistle and struck after ten minutes. "
    "A truce followed before half-time, but Ahed broke it with a free kick.": A_MATCH,
    "Hutteen of Latakia met Tishreen in the derby. The keeper saved two strikes. The sides had agreed a ceasefire in midfield "
    "until the referee gave a penalty.": A_MATCH,
    "تعادل الكرامة والوثبة في ديربي حمص. هاجم الكرامة وقصف المرمى. وخرق الوثبة مصيدة التسلل. لكن هدنة كلفته هدفا.": A_MATCH,
    "في ديربي طرابلس الليبية هاجم الأهلي مرمى الاتحاد منذ صافرة البداية، وسادت هدنة حتى نهاية الشوط الأول.": A_MATCH,
    "دمشق - شن تشرين هجوما على مرمى الجيش في الدوري. وبعد هدنة من عشر دقائق أطلق المهاجم قذيفة استقرت في الشباك.": A_MATCH,
    "قتل شرطي في احتجاجات درعا. وقال خبير إن الهدنة بين المصرف المركزي والصرافين في حلب انتهت.": MARKETS,
    "الهدنة بين البنك المركزي والمستوردين في بنغازي انهارت، والدينار يتعرض لهجوم جديد.": MARKETS,
    "The truce between the central bank and the traders in Benghazi has collapsed. The dinar is under attack.": MARKETS,
    "A soldier was killed in Homs. Bakers and importers in Aleppo agreed on a truce, the chamber of commerce said.": MARKETS,
    "The storm that attacked Tartous granted residents a brief truce on Sunday. Two were killed by falling trees.": WEATHER,
    "منحت العاصفة أهالي إدلب هدنة قصيرة. وقتل شخصان في هجوم للكلاب الشاردة.": WEATHER,
    "The president's camp in Beirut declared a truce over cabinet seats, and the government came under attack.": CABINET,
    "أعلن الطرفان في بيروت هدنة حول الحقائب الوزارية بعد هجوم على الحكومة.": CABINET,
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

ZONES |= {
    "أعلنت هدنة في حمص قبل مباراة الكرامة والوثبة، وتوقف القصف.": "SY04 in_force",
    "دخلت الهدنة حيز التنفيذ في الغوطة. وعلق اتحاد كرة القدم مباريات الدوري بعد هجوم على الملعب.": "sy/eastern-ghouta in_force",
    "خرق الجيش الهدنة في درعا وقصف الملعب البلدي.": "SY12 violated",
    "Shells hit the municipal stadium in Daraa despite the truce, killing two players before the match.": "SY12 violated",
    "The truce in Idlib collapsed. In the league, Homs drew 1-1 with Hama; visitors attacked to the end.": "SY07 ended",
    "A ceasefire of sorts has held in Idlib since March, residents said, though the army attacked twice.": "SY07 violated",
    "انتهت الهدنة بين التجار المسلحين والجيش في حلب، وتجدد القصف.": "SY02 ended",
    "The truce between the central bank's guards and the army in Sirte collapsed after clashes.": "ly/sirte ended",
    "The snow gave way to a truce in Idlib after weeks of shelling.": "SY07 proposed",
    "Heavy rain brought the army and the rebels a truce in Idlib after shelling.": "SY07 unknown",
}


@pytest.mark.parametrize("text", ZONES)
def test_truces_of_those_who_fight_stay_zones(text: str) -> None:
    assert zones(read(text)) == {tuple(zone.split()) for zone in ZONES[text].split("; ")}
