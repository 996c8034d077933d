"""How Arabic news tells of a truce: words of the trade, calm and fighting behind it, who shall leave, whom a side fights."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

WORDS = [
    ("القرية قبلتا الهدنة في درعا.", "in_force", "no form of the verb"),
    ("قبلا الهدنة في درعا.", "agreed", "the two accepted it"),
    ("جرى في الدوحة الاتفاق على هدنة في درعا.", "agreed", "the agreeing behind a place"),
    ("أفضت وساطة عشائرية إلى هدنة في درعا.", "agreed", "what a mediation led to"),
    ("تخلى القادة عن الهدنة في درعا.", "ended", "given up"),
    ("نسفت الفصائل الهدنة في درعا.", "ended", "blown up"),
    ("نسفت الفصائل جسرا، والهدنة في درعا سارية.", "in_force", "a bridge that is blown up"),
    ("تلاشت الهدنة في درعا.", "ended", "it faded away"),
    ("أخل الجيش بالهدنة في درعا.", "violated", "he failed to keep it"),
    ("الهدنة في درعا مهددة بالسقوط.", "violated", "it may fall"),
    ("أوقف الوسطاء العمل بالهدنة في درعا.", "suspended", "its application was halted"),
    ("باءت مساعي الهدنة في درعا بالفشل.", "rejected", "efforts in vain"),
    ("عدت الفصائل الهدنة في درعا غير مقبولة.", "rejected", "not acceptable"),
    ("أطال الطرفان الهدنة في درعا شهرا.", "in_force", "made longer"),
    ("ما زالت الهدنة في درعا معمولا بها.", "in_force", "applied"),
    ("أعلن الجيش مد العمل بنظام التهدئة في درعا لمدة 48 ساعة.", "in_force", "made longer, too"),
    ("أعلنت روسيا مد الهدنة في درعا 72 ساعة.", "in_force", "made longer, too"),
    ("مد الجيش جسرا رغم الهدنة في درعا.", "violated", "a bridge"),
    ("اتفاق وشيك على هدنة في درعا.", "negotiating", "near"),
    ("كشف الوسيط أن هناك اتفاقا وشيكا لوقف إطلاق النار في درعا.", "negotiating", "near"),
    ("تحدث ناشطون عن هدنة وشيكة في درعا.", "negotiating", "near"),
    ("هجوم وشيك على درعا رغم الهدنة.", "violated", "an attack that is near"),
    ("دعا الأهالي إلى إسكات المدافع في درعا.", "proposed", "the guns silenced"),
    ("نجحت وساطات قبلية في وقف الاشتباكات في درعا.", "in_force", "mediation that succeeded"),
    ("لم تنجح وساطات قبلية في وقف الاشتباكات في درعا.", "rejected", "and that did not"),
    ("توصل الجيش والفصائل إلى وقف الاشتباكات في درعا.", "agreed", "a stop of the clashes"),
    ("دخل وقف العمليات الحربية في درعا حيز التنفيذ.", "in_force", "operations of war"),
    ("توصلوا إلى وقف الأعمال الحربية في درعا.", "agreed", "acts of war"),
]


@pytest.mark.parametrize(("text", "status", "why"), WORDS)
def test_a_status_has_many_words(text: str, status: str, why: str) -> None:
    assert zones(read(text)) == {("SY12", status)}, why


AFTER = [
    ("عاد الهدوء إلى درعا بعد هدنة مع الفصائل.", "SY12 in_force", "calm since then"),
    ("ساد هدوء حذر أحياء في درعا إثر التوصل إلى وقف لإطلاق النار.", "SY12 in_force", "calm since it was reached"),
    ("صمتت المدافع في درعا.", "", "no truce is told of"),
    ("درعا: القتال يتجدد بعد دقائق من الهدنة.", "SY12 violated", "at once"),
    ("درعا: تجدد القتال بعد ساعات قليلة من الهدنة.", "SY12 violated", "on the same day"),
    ("درعا: القتال يتجدد بعد هدنة دامت أشهرا.", "SY12 ended", "taken up again"),
    ("عاد القتال إلى درعا خلافا للهدنة.", "SY12 violated", "against it"),
    ("هاجم مسلحون مواقع للجيش في درعا بعد 10 أيام من اتفاق لوقف إطلاق النار.", "SY12 violated", "days that are counted"),
    ("قصف الجيش درعا عقب ثلاثة أيام على سريان الهدنة.", "SY12 violated", "in words"),
    ("قتل ثلاثة جنود في درعا بعد 10 أيام من الحصار.", "", "of a siege"),
    ("قصف الجيش درعا خلافا لوقف إطلاق النار.", "SY12 violated", "against a ceasefire"),
    ("أعلنت هدنة في سوريا باستثناء درعا.", "SY agreed", "an exception"),
]


@pytest.mark.parametrize(("text", "expected", "why"), AFTER)
def test_what_follows_a_truce_tells_how_it_stands(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text))} == ({expected} if expected else set()), why


SHALL_LEAVE = [
    ("اتفقت الحكومة مع المسلحين في القلمون على أن يغادروا قدسيا ومضايا.", {("sy/qudsaya", "agreed"), ("sy/madaya", "agreed")}),
    ("اتفق الجيش والمقاتلون على أن يخرجوا من دوما.", {("sy/douma", "agreed")}),
    ("قال الوزير إن السياح لن يغادروا دوما.", set()),
]


@pytest.mark.parametrize(("text", "expected"), SHALL_LEAVE)
def test_who_agreed_to_leave_has_not_left(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text)) == expected


PLACES = [
    ("أعلنت هدنة في كفريا والفوعة شمال إدلب.", {"sy/kefraya", "sy/foua"}, "where both lie"),
    ("أعلنت هدنة في الفوعة شمالي محافظة إدلب وفي مضايا.", {"sy/foua", "sy/madaya"}, "a list that goes on behind it"),
    ("أعلنت هدنة في ريف حماة وشمال إدلب.", {"SY05:countryside", "SY07:north"}, "listed"),
    ("أعلنت هدنة في شمال إدلب.", {"SY07:north"}, "alone"),
    ("أعلنت هدنة في مدينة درعا، جنوبي البلاد، بين الجيش والفصائل السورية.", {"sy/daraa"}, "the country is not named"),
    ("قصف الجيش مدينة درعا، جنوبي سوريا، بعد أيام من الهدنة.", {"sy/daraa"}, "behind a comma"),
    ("أعلنت هدنة في مدينة درعا، وجنوب لبنان، بعد القصف.", {"sy/daraa", "lb/south-lebanon"}, "another place"),
]


@pytest.mark.parametrize(("text", "expected", "why"), PLACES)
def test_a_direction_right_behind_a_name_says_where_that_lies(text: str, expected: set[str], why: str) -> None:
    assert {area for area, _ in zones(read(text))} == expected, why


ENDED_BY_ACCORD = [
    ("اتفق الطرفان على إنهاء القتال في درعا.", {("SY12", "agreed")}, "the fighting is ended"),
    ("الجيش والفصائل يتفقان على إنهاء المعارك في درعا.", {("SY12", "agreed")}, "a headline's verb"),
    ("حث المبعوث الطرفين على إنهاء القتال في درعا.", {("SY12", "proposed")}, "only urged"),
    ("شدد الوزيران على إنهاء القتال في درعا.", set(), "none of those who fight"),
    ("اتفق الطرفان على إنهاء الحرب في سوريا.", set(), "the war as such"),
    ("وقع الطرفان هدنة في درعا تنهي الاشتباكات المستمرة منذ الجمعة.", {("SY12", "agreed")}, "fighting goes on since a day"),
    ("وقع الطرفان هدنة في درعا بعد قصف\nواشتباكات عنيفة متواصلة منذ الجمعة.", {("SY12", "agreed")}, "fierce clashes"),
    ("اتفقوا على وقف إطلاق النار المستمر منذ الجمعة في درعا.", {("SY12", "in_force")}, "the truce itself"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ENDED_BY_ACCORD)
def test_fighting_that_an_accord_ends(text: str, expected: set[tuple[str, str]], why: str) -> None:
    assert zones(read(text)) == expected, why


SIDES_OF_A_TOWN = [
    ("هدنة في صعدة\nتوصل الجيش اليمني والحوثيون إلى اتفاق لوقف إطلاق النار.", {"ye/saada"}, "the lead says it again"),
    ("وقعت هدنة في صعدة.\nواتهم الجيش جماعة الحوثي بخرق اتفاق وقف إطلاق النار.", {"ye/saada"}, "a charge"),
    ("توصل الجيش اليمني والحوثيون إلى اتفاق لوقف إطلاق النار.", {"YE"}, "no town is named"),
    ("هدنة في اليمن\nتوصل الجيش اليمني والحوثيون إلى اتفاق لوقف إطلاق النار.", {"YE"}, "the country is"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SIDES_OF_A_TOWN)
def test_the_sides_of_a_town_s_truce_are_of_the_country(text: str, expected: set[str], why: str) -> None:
    assert {area for area, _ in zones(read(text))} == expected, why


WHOSE_STATUS = [
    (
        "أمر القائد قواته في درعا بوقف إطلاق النار تنفيذا لاتفاق وقع الجمعة. ويدخل القرار حيز التنفيذ غدا.",
        "SY12 agreed",
        "to start",
    ),
    ("أمر القائد قواته في درعا بوقف إطلاق النار تنفيذا للاتفاق.", "SY12 in_force", "carried out"),
    ("مددت الهدنة في درعا.\nووافق الطرفان على تمديد الهدنة بعد انتهاء هدنة سابقة مماثلة.", "SY12 in_force", "made longer"),
    ("بحث الطرفان فتح الطرق في درعا بموجب اتفاق الهدنة بعد القصف.", "SY12 in_force", "what is done under it"),
    ("بحث الطرفان هدنة في درعا بموجب القرار الدولي بعد القصف.", "SY12 negotiating", "the truce itself"),
    ("حماس تقبل هدنة في غزة\nوافقت حماس على مقترح مصري بهدنة في غزة بعد القصف.", "ps/gaza-strip proposed", "one side"),
    ("الطرفان يقبلان هدنة في درعا\nوافق الطرفان على مقترح بهدنة في درعا.", "SY12 agreed", "both"),
]


@pytest.mark.parametrize(("text", "expected", "why"), WHOSE_STATUS)
def test_a_word_of_status_is_weighed_by_what_stands_around_it(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text))} == {expected}, why


WHO_STANDS_THERE = [
    ("انتشر الجيش اليمني في صعدة لمراقبة وقف إطلاق نار بين الحوثيين وسلفيين.", {"ye/saada"}, "where it is watched"),
    ("قتل جندي يمني في تعز بعد أن أعلن الحوثيون هدنة.", {"YE"}, "what a group declares"),
    ("وقع رئيس جنوب السودان وزعيم المتمردين هدنة.\nويمثل الاتفاق بينهما في إثيوبيا بداية.", {"SS"}, "where they met"),
    ("هدنة في مدن زوارة واجميل ورقدالين في ليبيا.", {"ly/zuwara", "ly/jumayl", "ly/riqdalin"}, "a list behind one head"),
    ("اتفق أطراف القتال في العاصمة الليبية طرابلس على وقف إطلاق النار.", {"ly/tripoli"}, "those who fight in a capital"),
    ("اتفق الطرفان في الرياض على هدنة في اليمن بعد معارك.", {"YE"}, "where it was agreed"),
    ("دعا رئيس برلمان طبرق إلى هدنة في سرت بعد معارك في ليبيا.", {"ly/sirte"}, "the seat of a parliament"),
    ("دعا مجلس نواب طبرق جميع الأطراف إلى وقف إطلاق النار بعد معارك.", set(), "the same, and no place of the truce"),
    ("دعا مجلس أعيان سبها إلى هدنة في سبها بعد معارك في ليبيا.", {"ly/sabha"}, "a town's elders"),
]


@pytest.mark.parametrize(("text", "expected", "why"), WHO_STANDS_THERE)
def test_where_those_stand_who_agree(text: str, expected: set[str], why: str) -> None:
    assert {area for area, _ in zones(read(text))} == expected, why


TALKS = [
    ("تتواصل في الدوحة مفاوضات الهدنة في درعا.", "negotiating", "talks about one"),
    ("تجري محادثات وقف إطلاق النار في درعا منذ أيام.", "negotiating", "the same"),
    ("اتصالات بشأن الهدنة في درعا.", "in_force", "talks about the one that is there"),
    ("يدعو النداء الذي نشر أمس، إلى هدنة في درعا.", "proposed", "the main verb goes on behind a relative clause"),
    ("لم تقبل الفصائل هدنة في درعا.", "rejected", "not accepted"),
    ("أعلن الجيش هدنة في درعا، ودعا الفصائل غير الموقعة على اتفاق السلام إلى الحوار.", "agreed", "who has not signed another"),
]


@pytest.mark.parametrize(("text", "status", "why"), TALKS)
def test_talks_and_answers(text: str, status: str, why: str) -> None:
    assert zones(read(text)) == {("SY12", status)}, why


SIDES = [
    ("مددت وزارة الدفاع السورية وقف إطلاق النار مع قسد.\nوقتل جندي في اشتباكات.", {("SY", "in_force")}, "where it fights"),
    ("قتل جندي في اشتباكات مع قسد في سوريا.", set(), "no truce"),
    ("اتفقت الأطراف اليمنية على هدنة لشهرين.\nوقتل جندي في قصف واشتباكات.", {("YE", "agreed")}, "all who fight there"),
    ("وافق الطرفان السودانيان على هدنة.\nوقتل جندي في قصف واشتباكات.", {("SD", "agreed")}, "both"),
    ("وافق الطرفان الروسي والأميركي على هدنة.\nوقتل جندي في قصف واشتباكات.", set(), "each of another country"),
    ("اتفقت الأطراف اليمنية على حكومة.\nوقتل جندي في قصف واشتباكات.", set(), "no truce that they agree on"),
    ("اتفقت الأطراف اليمنية على هدنة في تعز.\nوقتل جندي في قصف.", {("ye/taiz", "agreed")}, "a part of the country"),
    (
        "اتفقت الفصائل على هدنة في شرق أوكرانيا.\nوسمع دوي انفجارات في دونيتسك قبيل سريان الاتفاق.",
        {("UA:east", "agreed")},
        "fire at the hour of its start",
    ),
    (
        "أعلن الجيش هدنة في السودان بعد معارك.\nوسمع دوي انفجارات في الخرطوم بعد موعد سريان الهدنة بدقائق.",
        {("SD", "agreed")},
        "fire at its hour in a capital",
    ),
    ("وسمع دوي انفجارات في دونيتسك مع سريان الهدنة.", {("ua/donetsk", "in_force")}, "no other place"),
    ("لم يقبل الجيش السوري هدنة عرضتها الأمم المتحدة.\nوتدور معارك وغارات في سوريا.", {("SY", "rejected")}, "its own army"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SIDES)
def test_a_truce_of_a_side_is_where_it_fights(text: str, expected: set[tuple[str, str]], why: str) -> None:
    assert zones(read(text)) == expected, why


WAR = "\nوقتل عشرة جنود في غارات وقصف."
STATES = [
    ("أعلن أن تايلاند وكمبوديا توصلتا إلى هدنة." + WAR, {"TH", "KH"}, "two sides, then the verb"),
    ("اتفقت تايلاند وكمبوديا على هدنة." + WAR, {"TH", "KH"}, "the verb, then two sides"),
    ("بدأ سريان هدنة بين إسرائيل وإيران." + WAR, {"IL", "IR"}, "between two states"),
    ("بدأ سريان هدنة بين روسيا وأوكرانيا." + WAR + " وقصفت دونيتسك مرارا.", {"RU", "UA"}, "a town that is named later"),
    ("بدأت هدنة بين إيران وإسرائيل. وقتل أربعة في قصف على بئر السبع قبيل بدء الهدنة.", {"IL", "IR"}, "one hit before it"),
    ("قصف على دونيتسك\nبدأ سريان هدنة بين روسيا وأوكرانيا." + WAR, {"ua/donetsk"}, "the town of the headline"),
    ("أعلنت ماليزيا أن تايلاند وكمبوديا اتفقتا على هدنة." + WAR, {"TH", "KH"}, "a third that only speaks"),
    ("دعت إيران إلى هدنة بين الهند وباكستان." + WAR, {"IN", "PK"}, "a third that only calls for it"),
    ("دعت إيران إلى هدنة في اليمن." + WAR, {"YE"}, "a truce that is placed"),
    ("اتهمت الهند باكستان مساء السبت بانتهاك الهدنة." + WAR, {"IN", "PK"}, "one accuses the other"),
    ("اتهم الجيش التايلاندي الثلاثاء كمبوديا بخرق الهدنة." + WAR, {"TH", "KH"}, "an army accuses"),
    ("تبادلت الهند وباكستان الاتهامات بخرق الهدنة." + WAR, {"IN", "PK"}, "each accuses the other"),
    ("تبادلت الهند وباكستان الاتهامات بقصف مستشفى." + WAR, set(), "of something else"),
    ("اتهمت فرنسا روسيا بخرق الهدنة." + WAR + " وقال ذلك وزير في تركيا.", set(), "a third state is named"),
    ("اتهمت إسرائيل حزب الله في لبنان بخرق الهدنة." + WAR, {"LB"}, "a group and where it is"),
    (
        "اتهمت تايلاند كمبوديا بخرق الهدنة. واتفق البلدان على الهدنة في ماليزيا بعد أيام من القصف.",
        {"TH", "KH"},
        "where the two met",
    ),
    ("هددت روسيا وتركيا بقصف المسلحين. واتفق البلدان على هدنة في سوريا بعد معارك.", {"SY"}, "a truce of the country"),
    ("أعلنت مصر وقطر توصل الجانبين إلى هدنة." + WAR, set(), "who only announces one"),
    ("اتهمت روسيا وتركيا المسلحين بخرق الهدنة." + WAR, set(), "who only accuses"),
    ("اتفقت روسيا وتركيا على هدنة في محافظة إدلب." + WAR, {"SY07"}, "a place of its own"),
    ("رفض الكرملين هدنة مدتها شهر." + WAR + " وتعرضت أوكرانيا لضربات.", {"UA"}, "the country that is hit"),
    ("رفض الكرملين هدنة مدتها شهر." + WAR + " وزار الوزير أوكرانيا.", set(), "a country that is not hit"),
]


@pytest.mark.parametrize(("text", "expected", "why"), STATES)
def test_a_truce_between_states_is_one_in_both(text: str, expected: set[str], why: str) -> None:
    assert {area for area, _ in zones(read(text))} == expected, why


MORE = [
    ("اتفقا على هدنة في درعا تبدأ ليل السبت.", "SY12 agreed", "a start that lies ahead"),
    ("هدنة درعا بدأت السبت.", "SY12 in_force", "one that has come"),
    ("أعلنت هدنة في درعا دامت يومين.", "SY12 ended", "it lasted so long"),
    ("أنهت الهدنة في درعا معارك دامت شهرا.", "SY12 in_force", "the battles lasted"),
    ("لم يحترم طرفا القتال في درعا أيا من الهدن." + WAR, "", "truces in general"),
    ("اتهامات في سوريا بخرق الاتفاق الذي أبرم في آذار والذي نص على هدنة في درعا.", "SY12 violated", "its own place"),
    ("أعلنوا هدنة في درعا للمرة الأولى منذ 2011.", "SY12 agreed", "how long there was none"),
    ("تسري في درعا هدنة منذ 2024.", "SY12 in_force", "since when there is one"),
    ("وقعوا اتفاقا، ليدخل وقف إطلاق النار في درعا بذلك حيز التنفيذ.", "SY12 in_force", "what came of it"),
    ("يجتمعون غدا، ليدخل وقف إطلاق النار في درعا حيز التنفيذ.", "SY12 agreed", "what shall come of it"),
    ("أعلن المجلس التزامه التام بالهدنة في درعا. وكانت الأمم المتحدة قد طالبت بهدنة.", "SY12 in_force", "who keeps it himself"),
    ("أعلن المجلس إنهاء التزامه بالهدنة في درعا.", "SY12 ended", "who keeps it no longer"),
    ("أعلن المجلس عدم التزامه بالهدنة في درعا.", "SY12 violated", "who does not keep it"),
    ("أعلن المجلس التزامه بهدنة في درعا تبدأ غدا.", "SY12 agreed", "who will keep it"),
    ("أعلنوا هدنة في درعا اعتبارا من 5 مارس. وقالوا إن الهدنة ستنتهي بعد شهر.", "SY12 agreed", "one that will start and end"),
]


@pytest.mark.parametrize(("text", "expected", "why"), MORE)
def test_when_and_where_it_holds(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text, "2026-02-27"))} == ({expected} if expected else set()), why


TURNS = [
    ("لم تمض ساعات على الهدنة في درعا حتى قصفت الطائرات حيا فيها.", "SY12 violated", "hardly begun"),
    ("لم تمض ساعات على الهدنة في درعا حتى انهارت.", "SY12 ended", "hardly begun, and over"),
    ("لم تمض ساعات على الهدنة في درعا حتى فتحت المتاجر.", "SY12 in_force", "hardly begun, and life goes on"),
    ("انتهت عند منتصف الليل هدنة درعا.", "SY12 ended", "an end told with its hour"),
    ("انتهت أمس هدنة العيد التي أعلنها الجيش في درعا.", "SY12 ended", "the place behind its name"),
    ("مددوا الهدنة في درعا بعدما انقضت مدتها.", "SY12 in_force", "what ran out was made longer"),
    ("خرج القائدان بتفاهم على هدنة في درعا.", "SY12 agreed", "a new agreement that is named"),
    ("خرج القائدان من دون تفاهم على هدنة في درعا.", "SY12 rejected", "none"),
    ("توقفت المعارك في درعا مع بدء الهدنة.", "SY12 in_force", "calm with it"),
    ("عاد القصف إلى درعا مع انقضاء الهدنة.", "SY12 ended", "fighting with its end"),
    ("يلتقي الرئيسان غدا لبحث منطقة منزوعة السلاح في درعا.", "SY12 negotiating", "a zone without a name is new"),
    ("وافقت الفصائل في درعا على تسليم السلاح بموجب اتفاق لوقف القتال.", "SY12 agreed", "only agreed to"),
    ("سلمت الفصائل في درعا سلاحها بموجب اتفاق لوقف القتال.", "SY12 in_force", "done"),
    ("نفذ الجيش عشرين هجوما في درعا منذ الاتفاق على الهدنة.", "SY12 violated", "since then"),
    ("قد تمدد الهدنة السارية في درعا.", "SY12 in_force", "its attribute says that it stands"),
    ("غادرت بلدة مضايا أمس آخر دفعة من المقاتلين بموجب اتفاق إجلاء.", "sy/madaya ended", "the last of them"),
    ("خرجت من بلدة مضايا دفعة ثالثة من المقاتلين بموجب اتفاق إجلاء.", "sy/madaya in_force", "not the last"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TURNS)
def test_how_a_truce_turns(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text))} == {expected}, why


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("حذر الوسيط من نشوب معركة واسعة في درعا، وهي مدينة تشملها الهدنة.", "in_force"),
        ("حذر الوسيط الأممي من شن هجوم على درعا التي تشملها الهدنة.", "in_force"),
        ("حذر الوسيط من العواقب بعدما قصف الجيش درعا رغم الهدنة.", "violated"),
        ("قال المرصد الذي يحذر دائما من الكارثة إن الجيش قصف درعا رغم الهدنة.", "violated"),
    ],
)
def test_a_battle_that_somebody_warns_of_has_not_come(text: str, status: str) -> None:
    assert zones(read(text)) == {("SY12", status)}


BEFORE = [
    ("سقط قتلى في درعا قبل الهدنة بيوم.", "", "of the truce it says nothing"),
    ("قبل الهدنة بساعات سقط قتلى في درعا.", "", "the same before the main clause"),
    ("قبيل سريان الهدنة بساعات سقط قتلى في درعا.", "SY12 in_force", "it has begun since"),
    ("بعد يوم من الهدنة قصف الجيش درعا.", "SY12 violated", "behind it"),
    ("خرق الجيش الهدنة في درعا قبل ساعات.", "SY12 violated", "a time, and no truce, behind «قبل»"),
    ("وأدت الهدنة في درعا إلى عودة الأهالي.", "SY12 in_force", "«و» and a verb, not to bury"),
    ("وأد الجيش الهدنة في درعا.", "SY12 ended", "to bury"),
]


@pytest.mark.parametrize(("text", "expected", "why"), BEFORE)
def test_fighting_before_a_truce_breaks_none(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text))} == ({expected} if expected else set()), why


LIES_IN = [
    ("عادت الاشتباكات إلى مخيم عين الحلوة جنوبي لبنان رغم الهدنة.", {"lb/ain-al-hilweh"}),
    ("عادت الاشتباكات إلى عين الحلوة، جنوب لبنان، رغم الهدنة.", {"lb/ain-al-hilweh"}),
    ("عادت الاشتباكات إلى عين الحلوة وجنوب لبنان رغم الهدنة.", {"lb/ain-al-hilweh", "lb/south-lebanon"}),
]


@pytest.mark.parametrize(("text", "areas"), LIES_IN)
def test_a_part_of_a_country_right_behind_a_name_says_where_that_lies(text: str, areas: set[str]) -> None:
    assert zones(read(text)) == {(area, "violated") for area in areas}


TWO_STATES = [
    ("أفغانستان وباكستان تمددان وقف النار بعد أيام من الاشتباكات.", {"AF in_force", "PK in_force"}),
    ("تايلاند وكمبوديا تتبادلان الاتهامات بخرق وقف إطلاق النار. وقتل ثلاثة في اشتباكات.", {"TH violated", "KH violated"}),
    ("مصر وقطر تمددان الهدنة في غزة بعد قصف.", {"ps/gaza-strip in_force"}),
    ("سرى وقف لإطلاق النار بين حزب الله والنصرة لوقف المعارك قرب بلدة عرسال اللبنانية.", {"lb/arsal in_force"}),
    ("دخلت الهدنة حيز التنفيذ في جنوب لبنان. وقبيل الموعد أغار الطيران على صور.", {"lb/south-lebanon in_force"}),
    ("دخلت الهدنة حيز التنفيذ في درعا. وقبل ساعات من سريانها قصف الجيش درعا البلد.", {"SY12 in_force"}),
    ("دخلت الهدنة حيز التنفيذ في درعا. وقبل ساعات قصف الجيش درعا البلد.", {"SY12 violated"}),
]


@pytest.mark.parametrize(("text", "expected"), TWO_STATES)
def test_what_two_states_do_with_their_truce_and_what_came_before_it(text: str, expected: set[str]) -> None:
    assert {" ".join(pair) for pair in zones(read(text))} == expected


STILL_TO_COME = [
    ("ينتهي العمل بالهدنة في درعا عند منتصف ليل الثلاثاء.", "in_force", "the end is to come"),
    ("قال متحدث إن وقف النار في درعا ينتهي الليلة.", "in_force", "tonight"),
    ("The truce in Daraa expires at midnight.", "in_force", "at midnight"),
    ("انتهى العمل بالهدنة في درعا عند منتصف الليل.", "ended", "it came"),
    ("The truce in Daraa expired at midnight.", "ended", "it came"),
    ("يترقب سكان درعا الإعلان عن هدنة.", "proposed", "awaited"),
    ("مصادر: قرب الإعلان عن هدنة في درعا.", "negotiating", "near"),
    ("أعلن الجيش هدنة في درعا.", "agreed", "announced"),
    ("أمر الرئيس الروسي فلاديمير بوتين قواته بوقف إطلاق النار في درعا.", "agreed", "an order, whoever stands between"),
    ("أمر الرئيس بقصف درعا ردا على خرق الهدنة.", "violated", "another order"),
    ("أمر القاضي بإخلاء المبنى، فيما تصمد الهدنة في درعا.", "in_force", "another order"),
]


@pytest.mark.parametrize(("text", "status", "why"), STILL_TO_COME)
def test_ends_and_announcements_to_come_and_orders(text: str, status: str, why: str) -> None:
    assert zones(read(text)) == {("SY12", status)}, why


ANOTHER = [
    (
        "وقعت الحكومة والفصائل اتفاق هدنة جديدة في درعا. وتجددت الاشتباكات الشهر الماضي بعد انهيار الهدنة التي رعاها الوسطاء.",
        "SY12 agreed",
    ),
    ("دخلت هدنة جديدة حيز التنفيذ في درعا. وجاءت بعد انهيار وقف إطلاق النار الذي أعلن في تموز.", "SY12 in_force"),
    ("دخلت هدنة حيز التنفيذ في درعا. وقصفت الطائرات المنطقة بعد انهيار الهدنة التي أعلنت أمس.", "SY12 ended"),
    ("دخلت هدنة جديدة حيز التنفيذ في درعا. ثم انهارت الهدنة.", "SY12 ended"),
    ("قصف الجيش دوما بعيد انهيار الهدنة التي كان يفترض أن تسري في درعا.", "SY12 ended"),
    ("انهارت الهدنة التي كان من المقرر أن تستمر أسبوعا في درعا.", "SY12 ended"),
]


@pytest.mark.parametrize(("text", "expected"), ANOTHER)
def test_which_truce_is_over_and_where(text: str, expected: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text))} == {expected}


GROUPS = [
    ("وقعت الحكومة الإثيوبية وجبهة تحرير تيغراي اتفاق هدنة في بريتوريا.", "et/tigray"),
    ("توصلت الحكومة إلى هدنة مع جبهة مورو الإسلامية.", "PH"),
    ("أعلنت حركة طالبان الباكستانية هدنة من شهر.", "PK"),
    ("أعلنت حركة طالبان هدنة من شهر.", "AF"),
]


@pytest.mark.parametrize(("text", "area"), GROUPS)
def test_a_truce_of_a_group_is_one_where_it_fights(text: str, area: str) -> None:
    assert zones(read(text)) == {(area, "agreed")}


PREPARED = [
    (
        "أعلن الجيش السوري انتهاء نظام التهدئة. "
        "واتهم المجموعات بأنها استغلت التهدئة والتحضير للقيام بعمليات إرهابية في حلب وحماة.",
        "SY ended",
    ),
    ("توصلوا إلى هدنة بعد معارك وهجمات في درعا.", "SY12 agreed"),
    ("خرقت الفصائل الهدنة بشن هجمات في درعا.", "SY12 violated"),
    ("تشهد بلدة خان الشيح خروج المسلحين إلى إدلب، استكمالا لتنفيذ بنود الاتفاق.", "sy/khan-al-shih in_force"),
    ("خرج مئة مقاتل من حي الوعر وذلك استكمالا لاتفاق الهدنة.", "sy/waer in_force"),
    ("وجاءت الزيارة استكمالا للمحادثات حول هدنة درعا.", "SY12 negotiating"),
    ("الهدنة في درعا ولدت ميتة.", "SY12 ended"),
    ("تمت اليوم تسوية أوضاع 150 شخصا من بلدة يلدا في إطار المصالحات.", "sy/yalda in_force"),
    ("ينص الاتفاق في داريا على تسوية أوضاع من يرغب من المسلحين.", "sy/darayya agreed"),
    ("تبدأ غدا هدنة في الزبداني. وتعد هذه ثالث محاولة هدنة في الزبداني.", "sy/zabadani agreed"),
    ("فشلت ثالث محاولة هدنة في الزبداني.", "sy/zabadani rejected"),
]


@pytest.mark.parametrize(("text", "expected"), PREPARED)
def test_what_is_prepared_under_a_truce_and_what_completes_one(text: str, expected: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text))} == {expected}


DEADLINES = [
    ("انتهاء مهلة إخلاء الجهاديين المنطقة العازلة في درعا من دون انسحابهم", "in_force", "the time to leave the zone"),
    ("انتهت مهلة سحب السلاح الثقيل من المنطقة العازلة في درعا.", "in_force", "the time to take arms out"),
    ("The deadline to leave the buffer zone in Daraa expired on Monday.", "in_force", "the same in English"),
    ("انتهاء مهلة الهدنة في درعا", "ended", "the time of the truce itself"),
    ("انتهت صلاحية اتفاق المنطقة العازلة في درعا.", "ended", "the zone itself"),
]


@pytest.mark.parametrize(("text", "status", "why"), DEADLINES)
def test_a_deadline_passes_and_the_zone_stays(text: str, status: str, why: str) -> None:
    assert zones(read(text)) == {("SY12", status)}, why


NEWS_OF = [
    ("هناك تقارير مؤكدة عن وقف لإطلاق النار في درعا دون أن يورد تفاصيل أخرى.", "agreed", "a new truce"),
    ("أنباء عن هدنة في درعا دون تأكيد رسمي.", "agreed", "a new truce"),
    ("لا أنباء عن هدنة في درعا", "rejected", "none"),
    ("أنباء عن هدنة محتملة في درعا", "unknown", "one that may come"),
    ("تقارير عن خرق الهدنة في درعا", "violated", "what is told of it"),
    ("أنباء عن الهدنة في درعا", "in_force", "one that is known"),
]


@pytest.mark.parametrize(("text", "status", "why"), NEWS_OF)
def test_what_there_is_news_of(text: str, status: str, why: str) -> None:
    assert zones(read(text)) == {("SY12", status)}, why
