"""A truce by its own clause: who governs whom, what lies ahead, what is presupposed, and where it holds."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

GOVERNED = [
    ("توصلت المفاوضات إلى وقف لإطلاق النار في حلب.", "SY02 agreed", "talks that reached one are over"),
    ("أسفرت المحادثات عن هدنة في حلب.", "SY02 agreed", "talks that brought one about"),
    ("أفضت الوساطة الأممية إلى هدنة في تعز.", "ye/taiz agreed", "mediation that led to one"),
    ("نجحت الوساطة في التوصل إلى هدنة في حلب.", "SY02 agreed", "a success in reaching one"),
    ("لم تنجح الوساطة في التوصل إلى هدنة في حلب.", "SY02 negotiating", "no success in reaching one"),
    ("تجري مفاوضات للتوصل إلى هدنة في حلب.", "SY02 negotiating", "talks that go on"),
    ("Talks in Muscat led to a truce in Hodeidah.", "ye/hodeidah agreed", "talks that led to one (English)"),
    ("Talks in Muscat to sign a truce in Hodeidah went on.", "ye/hodeidah negotiating", "talks to sign one (English)"),
    ("Talks brokered by Oman on a truce in Hodeidah went on.", "ye/hodeidah negotiating", "talks that somebody brokered"),
    ("اقترب الطرفان من اتفاق لوقف إطلاق النار في حلب.", "SY02 negotiating", "nearly an agreement"),
    ("Residents want a truce in Hodeidah to be in place by Friday.", "ye/hodeidah proposed", "one that is wanted"),
    ("No agreement was reached on a truce in Daraa.", "SY12 rejected", "no agreement"),
    ("A ceasefire in Idlib could be announced within days.", "SY07 proposed", "one that may be announced"),
    ("The ceasefire in Daraa has collapsed, rebels said.", "SY12 ended", "those who say so are no object of the verb"),
    ("The ceasefire in Daraa ended two weeks of fighting.", "SY12 in_force", "the end of the fighting"),
    ("The latest of several failed truces in Khartoum ended on Sunday.", "sd/khartoum ended", "an adjective of earlier ones"),
    ("أعلنت الفصائل هدنة في درعا تستمر ثلاثة أيام.", "SY12 agreed", "how long one shall last"),
    ("تستمر الهدنة في درعا لليوم الثالث.", "SY12 in_force", "one that lasts"),
]

STANDING = [
    ("جهود لتمديد الهدنة في الحديدة قبل يومين من نهايتها.", "ye/hodeidah in_force", "what is to last longer is there"),
    ("Efforts to renew the truce in Hodeidah are under way.", "ye/hodeidah in_force", "efforts to renew it"),
    ("Efforts to extend the truce in Hodeidah failed.", "ye/hodeidah ended", "efforts to extend it that failed"),
    ("قد تمدد الهدنة في الحديدة أسبوعا.", "ye/hodeidah in_force", "one that may be extended"),
    ("The truce in Hodeidah will be extended by a week.", "ye/hodeidah in_force", "one that will be extended"),
    ("The truce in Hodeidah is on the verge of collapse.", "ye/hodeidah violated", "one that nearly collapsed"),
    ("الهدنة في الحديدة على شفا الانهيار.", "ye/hodeidah violated", "one that nearly collapsed (Arabic)"),
    ("تشهد تعز هدنة منذ أسبوع.", "ye/taiz in_force", "one that is seen today"),
    ("التزم الطرفان بالهدنة في تعز.", "ye/taiz in_force", "the article behind a preposition"),
    ("إذا صمدت الهدنة في تعز فسيفتح الطريق.", "ye/taiz in_force", "a condition on one that is there"),
    ("إذا أعلنت هدنة في تعز فسيفتح الطريق.", "ye/taiz proposed", "a condition on one that is not"),
    ("زار المبعوث مقر لجنة هدنة في تعز.", "ye/taiz unknown", "of one that is only named nothing is known"),
]

ON_THE_WAY = [
    ("رفض المندوب مقترحا فرنسيا، إعلان هدنة في حلب.", "SY02 rejected", "a verbal noun that goes on with the proposal"),
    ("اقترح المندوب خطة جديدة، إعلان هدنة في حلب.", "SY02 proposed", "the same behind a plan"),
    ("قصف على حلب، وإعلان هدنة في درعا.", "SY12 agreed", "a conjunction begins anew"),
    ("ينص اتفاق تفاوض بشأنه ضباط روس مع الفصائل في القنيطرة على خروج المقاتلين.", "SY14 agreed", "what was negotiated"),
    ("قال السفير الذي تفاوض على هدنة حلب إن العمل صعب.", "SY02 agreed", "who negotiated it"),
    ("يجري تفاوض بشأن هدنة في حلب.", "SY02 negotiating", "the noun of the same letters"),
    ("يدرس مجلس الأمن قرارا يطالب بوقف القتال في سوريا لمدة شهر.", "SY proposed", "a council that debates a draft"),
    ("يبحث الطرفان هدنة في سوريا.", "SY negotiating", "the two sides"),
    (
        "قصف على حلب قبل ساعات من تصويت مجلس الأمن على قرار لوقف إطلاق النار في حلب، وسط مؤشرات على موافقة موسكو عليه.",
        "SY02 proposed",
        "a vote that lies ahead",
    ),
    (
        "لا يوجد اتفاق على الهدنة في سوريا.\nوقال المندوب إنه لا يوجد اتفاق على مشروع القرار الخاص بوقف إطلاق النار في سوريا.",
        "SY proposed",
        "no agreement on a draft that is still before them",
    ),
    ("لا هدنة في حلب.", "SY02 rejected", "none, and none is sought"),
    (
        "دعا المبعوث إلى هدنة في سوريا.\nوانهارت سريعا محاولات سابقة لوقف إطلاق النار في سوريا.",
        "SY proposed + SY ended",
        "attempts of the past",
    ),
    ("انهارت محاولات لوقف إطلاق النار في سوريا.", "SY rejected", "attempts of today"),
]

BEFORE = [
    ("اتفق الطرفان على هدنة في اليمن.\nوكانت الأمم المتحدة دعت إلى هدنة في اليمن.", "YE agreed", "the call before the truce"),
    (
        "اتفق الطرفان على هدنة في اليمن.\nودعت الأمم المتحدة إلى هدنة دائمة في اليمن.",
        "YE agreed + YE proposed",
        "a call of today",
    ),
    ("رفضت الحكومة هدنة في اليمن.\nوكانت الأمم المتحدة دعت إلى هدنة في اليمن.", "YE rejected", "a call that was refused"),
    (
        "دخلت الهدنة في إدلب حيز التنفيذ.\nوكانت هدنة سابقة في إدلب انهارت الشهر الماضي.",
        "SY07 in_force + SY07 ended",
        "a truce called earlier",
    ),
    ("أعلنت موسكو هدنة في إدلب تبدأ غدا.\nوانهارت هدنات عدة في إدلب من قبل.", "SY07 agreed + SY07 ended", "truces of before"),
]

FORESEEN = [
    ("علقت الحكومة العمل بالهدنة في إدلب.", "SY07 suspended", "its application is suspended"),
    ("علقت الفصائل الهدنة في إدلب.", "SY07 suspended", "the truce is suspended"),
    ("علقت الحكومة غاراتها على إدلب التزاما بالهدنة.", "SY07 in_force", "raids are suspended"),
    ("حذرت الأمم المتحدة من انهيار الهدنة في اليمن.", "YE in_force", "a warning, who warns between"),
    ("أكدت الأمم المتحدة انهيار الهدنة في اليمن.", "YE ended", "no warning"),
    ("من المتوقع أن يعلن التحالف هدنة في تعز.", "ye/taiz proposed", "what is expected"),
    ("من المقرر أن يوقع الطرفان غدا هدنة في تعز.", "ye/taiz agreed", "what is scheduled"),
    ("أعلن الجيش التزامه بوقف إطلاق النار في ليبيا.", "LY in_force", "adherence that is announced"),
    ("أعلن الجيش وقفا لإطلاق النار في ليبيا.", "LY agreed", "a truce that is announced"),
    ("رحبت باريس بالاتفاق على هدنة في ليبيا.", "LY agreed", "an agreement that is welcomed"),
    ("دعت باريس إلى الاتفاق على هدنة في ليبيا.", "LY proposed", "an agreement that is called for"),
    ("اكتمل خروج المقاتلين من داريا بموجب الاتفاق.", "sy/darayya ended", "an evacuation that is complete"),
    ("بدأ خروج المقاتلين من داريا بموجب الاتفاق.", "sy/darayya in_force", "one that has begun"),
    ("أعلنت الفصائل أنها في حل من اتفاق الهدنة في درعا.", "SY12 ended", "no longer bound"),
    ("أمر الرئيس بهدنة إنسانية يومية في الغوطة الشرقية.", "sy/eastern-ghouta agreed", "an order"),
    ("بحث الوزير أمر الهدنة في درعا.", "SY12 in_force", "a matter, of the same letters"),
    ("تتعرض إدلب، المشمولة باتفاق خفض التصعيد، لقصف يومي.", "SY07 violated", "a place that suffers fire"),
    ("تستعد إدلب، المشمولة باتفاق خفض التصعيد، لاستقبال نازحين.", "SY07 in_force", "a place that does not"),
]

KNOWN = [
    ("جرى خلال اللقاء بحث تطورات اتفاق خفض التصعيد في جنوب سوريا.", "sy/south in_force", "talks about an agreement on zones"),
    ("جرى خلال اللقاء بحث اتفاق هدنة في جنوب سوريا.", "sy/south negotiating", "talks about a new one"),
    ("قال الوزير إن وقف إطلاق النار في حلب، الذي دعا إليه المجلس، انهار.", "SY02 ended", "a verb behind a relative clause"),
    ("قال الوزير إن وقف إطلاق النار في حلب، الذي دعا إليه المجلس، سيبدأ غدا.", "SY02 agreed", "the same, ahead"),
    ("قال الوزير إن الهدنة في حلب، التي أعلنت أمس، دخلت حيز التنفيذ.", "SY02 in_force", "the same, begun"),
    ("شدد الوزير على ضرورة المحافظة على اتفاق منطقة خفض التصعيد في جنوب سوريا.", "sy/south in_force", "an agreement on zones"),
    ("دعا الوزير إلى اتفاق على مناطق لخفض التصعيد في جنوب سوريا.", "sy/south proposed", "a new one"),
    ("قال الوزير إنه يجب أن نناقش ما يجري في منطقة خفض التصعيد بجنوب سوريا.", "sy/south in_force", "a zone as a scene"),
    ("حدد الاتفاق منطقة منزوعة السلاح بعرض 20 كيلومترا في إدلب.", "SY07 in_force", "a width"),
    ("قدمت موسكو عرضا بهدنة في إدلب.", "SY07 proposed", "an offer, of the same letters"),
    ("اتفاق لإجلاء الجرحى من مضايا.", "sy/madaya agreed", "a new agreement as a headline"),
    ("اتفاق لوقف إطلاق النار في حلب.", "SY02 agreed", "a new agreement as a headline"),
    ("أتاحت المحادثات إقامة منطقتين لخفض التصعيد في درعا.", "SY12 in_force", "zones that talks made possible"),
    ("أتاحت الوساطة هدنة في درعا.", "SY12 agreed", "a truce that mediation made possible"),
    ("اتفق الطرفان على إقامة منطقتين لخفض التصعيد في درعا.", "SY12 agreed", "zones that are to be set up"),
    ("وقع زعماء النزاع في جنوب السودان على اتفاق لوقف إطلاق النار في مارس الماضي.", "SS agreed", "a signing of some weeks ago"),
    (
        "يتفقد المراقبون منطقة خفض التصعيد في درعا التي جرى الاتفاق عليها في أيار 2016.",
        "SY12 in_force",
        "a zone agreed on long ago",
    ),
    ("استؤنفت عملية إجلاء المقاتلين من قرى في القنيطرة لليوم الثاني.", "SY14 in_force", "an evacuation taken up again"),
    (
        "أعلنت الوكالة خروج عدد من المسلحين من مضايا.\nوجرى الاتفاق على إجلاء دفعة أولى من مقاتلي الفصيل في مضايا.",
        "sy/madaya in_force",
        "an evacuation that is reported",
    ),
    ("تعهدت الفصائل بالانسحاب من حلب بعد دخول وقف إطلاق النار حيز التنفيذ.", "SY02 agreed", "a start that a pledge waits for"),
    ("انسحبت الفصائل من حلب بعد دخول وقف إطلاق النار حيز التنفيذ.", "SY02 in_force", "a start that has come"),
]

CARRIED_OUT = [
    ("وبموجب الاتفاق خرج مئات المسلحين من مضايا إلى إدلب.", "sy/madaya in_force", "what was done under it"),
    ("بدأ خروج المسلحين من مضايا بموجب اتفاق مع الحكومة.", "sy/madaya in_force", "what has begun under it"),
    ("وبموجب الاتفاق يخرج المسلحون من مضايا إلى إدلب.", "sy/madaya agreed", "a term of it"),
    ("يتم بموجب الاتفاق إخراج المسلحين من مضايا إلى إدلب.", "sy/madaya agreed", "a term of it, with an auxiliary"),
    ("من المقرر أن يخرج المسلحون من مضايا غدا بموجب الاتفاق.", "sy/madaya agreed", "what is planned"),
]

LISTED = [
    (
        "اتفق الوسطاء على هدنة في بلدة مضايا بريف دمشق وقريتي كفريا والفوعة.",
        "sy/madaya agreed + sy/kefraya agreed + sy/foua agreed",
        "a list that goes on behind where its first place lies",
    ),
    (
        "اتفق الطرفان على هدنة في الزبداني قرب دمشق وبلدتي كفريا والفوعة.",
        "sy/zabadani agreed + sy/kefraya agreed + sy/foua agreed",
        "a list that goes on behind a capital nearby",
    ),
    (
        "تشمل الهدنة بنش وتفتناز في محافظة إدلب، إضافة إلى مضايا وسرغايا.",
        "sy/binnish in_force + sy/taftanaz in_force + sy/madaya in_force + sy/serghaya in_force",
        "a list that is added",
    ),
    ("بدأ تنفيذ هدنة كفريا الفوعة.", "sy/kefraya in_force + sy/foua in_force", "two towns side by side"),
    ("اتفق الطرفان على هدنة في مضايا قرب دمشق وحلب.", "sy/madaya agreed", "what lies near is no part of the list"),
]

LINKED = [
    (
        "جرت محادثات هدنة في ليبيا أمس في جنيف بين الجيش والفصائل.\nودخلت هدنة مؤقتة حيز التنفيذ يوم الأحد.",
        "LY negotiating + LY in_force",
        "one that exists beside talks about another",
    ),
    (
        "The truce between the Yemeni army and Houthi fighters ended on Sunday after months of war.",
        "YE ended",
        "a government that is a party (English)",
    ),
    (
        "أعلن الجيش السوداني هدنة من جانب واحد بعد أشهر من الحرب والقصف.",
        "SD agreed",
        "one that a country's own army declares",
    ),
]

TOLD = [
    ("أكد الوسيط التوصل إلى هدنة في تعز.", "ye/taiz agreed", "one whose making is affirmed"),
    (
        "أعلنت موسكو هدنة في درعا، ونفى الجيش التوصل إلى هدنة في نوى.",
        "SY12 agreed",
        "one whose making is denied, beside one that is told of",
    ),
    (
        "The deal, which also covers Madaya and Zabadani, would go ahead, fighters and soldiers said after the truce.",
        "sy/madaya in_force + sy/zabadani in_force",
        "what a relative clause says of a known deal",
    ),
    ("أكد الوسيط أهمية التوصل إلى هدنة في تعز.", "ye/taiz proposed", "one whose making is called important"),
    ("تجري مفاوضات على هدنة في تعز وسط مخاوف من فشلها.", "ye/taiz negotiating", "a failure that is feared"),
    ("قدم الوسيط مقترحا ينص على هدنة في تعز.", "ye/taiz proposed", "what a proposal provides for"),
    ("وقع الطرفان اتفاقا ينص على هدنة في تعز.", "ye/taiz agreed", "what an agreement provides for"),
    ("أعلنت موافقة حماس على مقترح هدنة في غزة.", "ps/gaza-strip proposed", "what one side accepts"),
    ("وافق الطرفان على مقترح هدنة في غزة.", "ps/gaza-strip agreed", "what both sides accept"),
    ("The mediators urged them to implement a new truce in Khartoum.", "sd/khartoum proposed", "a new one to be kept"),
    ("The mediators urged them to implement the truce in Khartoum.", "sd/khartoum in_force", "a known one to be kept"),
    ("The extension of a truce in Khartoum expired on Saturday.", "sd/khartoum ended", "an extension that is over"),
    (
        "Rebels agreed to a truce in Zabadani. An earlier truce began in June, but later broke down.",
        "sy/zabadani agreed + sy/zabadani ended",
        "what became of an earlier one",
    ),
    (
        "Rebels agreed to a truce in Zabadani. Truces between the warring sides have often been broken.",
        "sy/zabadani agreed",
        "what becomes of truces in general",
    ),
    ("سرت الهدنة في لبنان منذ الأسبوع الماضي.", "LB in_force", "a week in which it began"),
    ("سرت الهدنة في لبنان من 3 إلى 5 أيار 2017.", "LB ended", "days from which to which it lasted"),
    (
        "A ceasefire is due to start in Zabadani, near the border, and in Fuaa and Kafraya.",
        "sy/zabadani agreed + sy/foua agreed + sy/kefraya agreed",
        "a verb apart from its subject",
    ),
    (
        "قصف الجيش مواقع على حدود لبنان وقتل خمسة في غارات.\nوصمدت الهدنة بين الجيش وحزب الله ليلا.",
        "LB in_force",
        "the country where an armed group fights",
    ),
]

BESIDE = [
    (
        "قصف الطيران الحربي السوري منطقة جبل الزاوية في ظل سريان وقف إطلاق النار.",
        "sy/jabal-al-zawiya violated",
        "what an attacker hits, without a preposition",
    ),
    (
        "وصلت شاحنات إلى السويداء بعد ساعات من إعلان الهدنة فيها عقب أسبوع من الاشتباكات.",
        "SY13 agreed",
        "fighting that led to it",
    ),
    ("أعلن الطرفان هدنة في تعز. ولا تزال الاشتباكات مستمرة على الأرض.", "ye/taiz agreed", "fighting that goes on"),
    ("دخلت حافلات إلى دوما لاستكمال عملية إجلاء المقاتلين من دوما.", "sy/douma in_force", "what is still to be completed"),
    ("خرجت آخر دفعة من المقاتلين من دوما باستكمال عملية الإجلاء.", "sy/douma ended", "what is completed"),
    ("Rebels holding out in Douma have reached an agreement on a truce in Douma.", "sy/douma agreed", "rebels who hold out"),
    ("The sides in South Sudan signed a ceasefire in Ethiopia.", "SS agreed", "a country abroad where one is signed"),
    ("The truce in Douma is holding.", "sy/douma in_force", "a truce that holds"),
    ("Hamas accepted a ceasefire plan for Gaza.", "ps/gaza-strip proposed", "what one side accepts (English)"),
    ("أعلنت الحكومة وقف إطلاق نار في كافة الأراضي الليبية بعد حرب طويلة.", "LY agreed", "all the land of a country"),
    ("ناقش الوزيران دعم وقف إطلاق النار في تعز.", "ye/taiz negotiating", "what is discussed"),
    ("بدأت الهدنة في تعز عند الثالثة بعد الظهر في كل الأحياء.", "ye/taiz in_force", "an hour opens no clause"),
    (
        "قتل خمسة في غارات.\nطالب قرار بهدنة في سوريا. وتراجعت المعارك. وبمعزل عن قرار المجلس حول سوريا، تسري هدنة يومية.",
        "SY agreed",
        "a truce beside the one that a council demands",
    ),
    (
        "قصفت الطائرات درعا وقتل خمسة. وجاء القصف برغم هدنة تم التوصل إليها قبل عام بين كل الأطراف في المنطقة الجنوبية.",
        "sy/south violated",
        "a part of the country far behind its truce",
    ),
    (
        "يقضي الاتفاق بانسحاب المسلحين من حرستا بعد أشهر من القصف.",
        "sy/harasta agreed",
        "the withdrawal of fighters from a town",
    ),
]

NAMED = [
    (
        "A truce in Yemen's besieged highland city of Taiz will start on Friday after renewed fighting.",
        "ye/taiz agreed",
        "fighting that is renewed is no truce that is extended; a city that a country possesses",
    ),
    ("The truce in Taiz was renewed on Friday.", "ye/taiz in_force", "a truce that is renewed"),
    (
        "Rebels suspended talks in Muscat over violations by the army of a truce in Taiz.",
        "ye/taiz violated",
        "a breach behind talks that are suspended",
    ),
    (
        "After months of air strikes and clashes, the sides agreed on a truce in Taiz.",
        "ye/taiz agreed",
        "fighting in a clause that a comma ends",
    ),
    (
        "The army shelled Taiz hours after the sides agreed on a truce in Taiz.",
        "ye/taiz violated",
        "fighting after a truce was agreed on",
    ),
    (
        "أعلنت الفصائل التوصل إلى هدنة في مخيم اليرموك جنوبي العاصمة الخارج عن سيطرتها، وقريتي كفريا والفوعة.",
        "sy/yarmouk-camp agreed + sy/kefraya agreed + sy/foua agreed",
        "a head that a conjunction joins to the list",
    ),
    ("أعلنت حركة طالبان هدنة لثلاثة أيام ورحب بها الرئيس الأفغاني.", "AF agreed", "an armed group that declares one"),
    (
        "مددت الحكومة الهدنة مع حركة طالبان، وقال الرئيس الأفغاني إنها ستلتزم بها.",
        "AF in_force",
        "an armed group that is a party",
    ),
]

ALL = [*NAMED, *GOVERNED, *ON_THE_WAY, *BEFORE, *FORESEEN, *KNOWN, *STANDING, *CARRIED_OUT, *LISTED, *LINKED, *TOLD, *BESIDE]


@pytest.mark.parametrize(("text", "expected", "why"), ALL, ids=[why for *_, why in ALL])
def test_a_clause_gives_its_truce_its_places_and_status(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text, "2018-05-01"))} == set(expected.split(" + ")), why


NOWHERE = [
    ("غادر الوفد موسكو ولم يوقع هدنة مع الجيش.", "a capital that delegates left"),
    ("The general left Moscow without a signed truce with the army.", "a capital that a general left"),
    ("اتفق الطرفان على انسحاب القوات الأميركية من منبج.", "the withdrawal of an army"),
    ("أسفر القصف عن مقتل خمسة في دوما.", "what a bombardment leads to"),
    ("أعلن الجيش الفرنسي مناورات بحرية قرب تولون.", "an army that declares no truce"),
]


@pytest.mark.parametrize(("text", "why"), NOWHERE, ids=[why for *_, why in NOWHERE])
def test_what_only_looks_like_a_zone_is_none(text: str, why: str) -> None:
    assert not zones(read(text, "2018-05-01")), why
