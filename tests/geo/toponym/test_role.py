"""A government that acts, a venue of talks, the name of an event, or just a place."""

from __future__ import annotations

import pytest

from geo.toponym.resolution import Reading
from tests.reading import read, roles

CASES = {
    "a capital says": ("قالت موسكو إن القصف على إدلب توقف", {("موسكو", "actor"), ("إدلب", "context")}),
    "a country decides": ("رفضت تركيا الانسحاب من عفرين", {("تركيا", "actor"), ("عفرين", "context")}),
    "parties": ("اتفاق بين روسيا وتركيا حول إدلب", {("روسيا", "actor"), ("تركيا", "actor")}),
    "talks in a city": ("عقدت المحادثات في جنيف حول سوريا", {("جنيف", "venue"), ("سوريا", "context")}),
    "a capital described as a venue": ("عمان - عقدت محادثات في العاصمة الأردنية حول درعا", {("عمان", "venue")}),
    "an event named after a city": ("انهار مسار أستانة في إدلب", {("أستانة", "venue")}),
    "a press conference": (
        "قال المتحدث في مؤتمر صحافي في العاصمة الليبية طرابلس إن الهدنة في سبها صامدة",
        {("طرابلس", "context"), ("سبها", "covered")},
    ),
    "where it was signed": (
        "أمر مشار قواته في جنوب السودان بوقف إطلاق النار تنفيذا لاتفاق وقعه مع الرئيس في العاصمة السودانية الخرطوم",
        {("جنوب السودان", "covered"), ("الخرطوم", "venue")},
    ),
    "two who signed": ("وقعا في الخرطوم اتفاقا على هدنة في جنوب السودان", {("الخرطوم", "venue"), ("جنوب السودان", "covered")}),
    "a document": ("الحركات غير الموقعة على وثيقة الدوحة انسحبت من دارفور", {("الدوحة", "venue")}),
    "what a capital has lived through": ("وكانت الخرطوم قد شهدت غارات رغم الهدنة في السودان", {("الخرطوم", "context")}),
    "an ambassador to a state": ("أكد السفير السعودي لدى اليمن وصول المراقبين إلى عدن", {("اليمن", "context")}),
    "a seat of government that says something": (
        "قالت تل أبيب إنها لن تلتزم بالهدنة في غزة",
        {("تل أبيب", "actor"), ("غزة", "covered")},
    ),
    "one that is fired on": ("قصفت صواريخ تل أبيب وحيفا", {("تل أبيب", "context"), ("حيفا", "context")}),
    "one that sees something": ("وأضاف أن عدن تشهد هدوءا في اليمن", {("عدن", "context"), ("اليمن", "context")}),
    "an accord named after a country": (
        "التزمت الحركات في مالي باتفاق الجزائر وعادت إلى كيدال",
        {("مالي", "context"), ("الجزائر", "venue"), ("كيدال", "context")},
    ),
    "an accord of a country with another": (
        "رفضت الفصائل في إدلب اتفاق روسيا مع تركيا",
        {("إدلب", "context"), ("روسيا", "actor"), ("تركيا", "actor")},
    ),
    "a dateline with its paper": (
        "عمّان: «الشرق الأوسط»\nارتفعت حصيلة ضحايا السيول في ليبيا قرب غات",
        {("عمّان", "context"), ("ليبيا", "context")},
    ),
    "who says something": ("واشنطن: «على روسيا الانسحاب» من سوريا", {("واشنطن", "actor"), ("سوريا", "context")}),
    "a city where a summit is held": (
        "وقال الرئيس الأميركي من أنطاليا، حيث تعقد قمة العشرين، إن الهدنة في سوريا صامدة بعد قصف درعا",
        {("أنطاليا", "venue"), ("درعا", "context"), ("سوريا", "covered")},
    ),
    "a city where somebody lives": (
        "عادوا من غازي عنتاب حيث يقيم لاجئون إلى درعا في سوريا",
        {("غازي عنتاب", "context"), ("درعا", "context"), ("سوريا", "context")},
    ),
    "a capital that is fired on": ("أصدر أوامر بشن ضربات على العاصمة الإيرانية طهران", {("طهران", "context")}),
    "a capital that does something": ("نددت بالقرار العاصمة الروسية موسكو", {("موسكو", "actor")}),
    "how far it is from a town": (
        "سقط صاروخ على بعد 20 كم شمال حلب، وقصف شمال حماة",
        {("حلب", "context"), ("شمال حماة", "context")},
    ),
    "how far it is from a capital": ("سقط صاروخ 55 كلم غرب عمان في الأردن", {("عمان", "context"), ("الأردن", "context")}),
    "a border": ("قرب الحدود مع الأردن في درعا", {("الأردن", "context")}),
    "an army of a country": ("هاجم جيش جنوب السودان القرية", {("جنوب السودان", "context")}),
    "an accord named after a town": (
        "Rebels in Syria left Daraa and Homs under the Sirte peace accord",
        {("Sirte", "venue"), ("Syria", "context")},
    ),
    "a dateline in brackets": (
        "May 15, 2014 (KAMPALA) – South Sudan's ministry said rebels left Bor",
        {("KAMPALA", "context"), ("South Sudan", "context"), ("Bor", "context")},
    ),
    "a dateline with its day": ("London, 30 April 2021:\nThe truce in Sirte holds in Libya", {("London", "context")}),
    "who speaks before a colon": ("London, Paris: Damascus broke the truce in Homs", {("London", "actor")}),
    "there for talks": (
        "The envoy was in Beirut for talks on a truce in Lebanon",
        {("Beirut", "venue"), ("Lebanon", "covered")},
    ),
    "a meeting that concluded": ("The meeting of the commission concluded in Sirte, Libya", {("Sirte", "venue")}),
    "a crossing that opened": ("The border crossing opened in Saraqib under the truce", {("Saraqib", "covered")}),
    "where they agree": ("Russia and Turkey agree in Astana to a truce in Homs", {("Astana", "venue"), ("Homs", "covered")}),
    "a capital explained in brackets": ("Russia's capital (Moscow) said rebels left Homs", {("Moscow", "actor")}),
    "a neighbour": ("Rebels left Jawf in Yemen, which borders Saudi Arabia", {("Saudi Arabia", "context")}),
    "ends of a railway": (
        "Rebels in Pool stopped trains between Brazzaville and Pointe Noire",
        {("Brazzaville", "context"), ("Pointe Noire", "context")},
    ),
    "english venue": ("Talks held in Vienna on Syria", {("Vienna", "venue")}),
    "english event": ("The Astana process and Idlib province", {("Astana", "venue"), ("Idlib", "context")}),
    "a dateline without its dash": ("BEIRUT Syrian rebels left Homs on Friday", {("BEIRUT", "context")}),
    "a head phrase before the venue": ("Talks held in the Saudi city of Jeddah on Syria", {("Jeddah", "venue")}),
    "a possessive before the venue": ("Talks in Kazakhstan's capital Astana on Syria", {("Astana", "venue")}),
    "a home town as the venue": ("Rebels and Russia held talks in the town of Nawa near Daraa", {("Nawa", "venue")}),
    "a truce is reached in what it covers": ("A truce was reached in Nawa, rebels in Daraa said", {("Nawa", "covered")}),
    "a possessive behind a venue": (
        "The sides agreed a truce for Idlib after talks in Moscow, Russia's envoy said",
        {("Moscow", "venue"), ("Russia", "actor")},
    ),
    "a list of locations": (
        "The quake shook Idlib and was felt in Beirut, Cyprus and Cairo",
        {("Cyprus", "context"), ("Cairo", "context")},
    ),
    "where somebody speaks": (
        "France called for a truce in Idlib, the foreign minister said in Paris",
        {("France", "actor"), ("Paris", "context")},
    ),
    "a deed that a state owns": (
        "Villages in Kherson region burned after Kyiv's recent attacks, and Jakarta's streets flooded",
        {("Kyiv", "actor")},
    ),
    "a mediator behind of": (
        "A truce took effect in Taiz and Hodeidah with the mediation of Oman",
        {("Taiz", "covered"), ("Hodeidah", "covered"), ("Oman", "actor")},
    ),
    "a mediator with an article": (
        "A truce mediated by the UAE took effect in Taiz and Hodeidah",
        {("UAE", "actor"), ("Taiz", "covered"), ("Hodeidah", "covered")},
    ),
    "a capital that dismisses": ("Khartoum dismissed the truce offer for Darfur", {("Khartoum", "actor")}),
    "a capital where it broke down": ("The truce in Khartoum broke down", {("Khartoum", "covered")}),
    "a border between": ("Rebels in Daraa crossed the border with Jordan", {("Jordan", "context")}),
    "the road between": (
        "Snow shut the road between Beirut and Damascus near Homs",
        {("Beirut", "context"), ("Damascus", "context")},
    ),
    "where somebody goes": (
        "Families from Homs fled to Jordan and Egypt through Cyprus",
        {("Jordan", "context"), ("Egypt", "context"), ("Cyprus", "context")},
    ),
    "whom somebody answers": ("There was no answer from Ankara on the truce in Idlib", {("Ankara", "actor")}),
    "two governments and one verb": (
        "Damascus and Moscow denied any strikes on Idlib",
        {("Damascus", "actor"), ("Moscow", "actor")},
    ),
    "a comma between two clauses": (
        "Shells fell across Homs, and Riyadh conceded defeat",
        {("Homs", "context"), ("Riyadh", "actor")},
    ),
    "english actor": ("Moscow said the strikes on Idlib province had stopped", {("Moscow", "actor")}),
}


@pytest.mark.parametrize("name", CASES)
def test_roles(name: str) -> None:
    text, expected = CASES[name]
    assert expected <= roles(text, read(text))


def test_readings_say_how_a_name_is_meant() -> None:
    text = "قالت موسكو إن مسار أستانة لم ينته في إدلب"
    readings = {r.mention.span.of(text): r.reading for r in read(text).resolutions}
    assert readings == {"موسكو": Reading.METONYM, "أستانة": Reading.EVENT_NAME, "إدلب": Reading.LITERAL}


def test_a_text_may_break_off_behind_a_conjunction() -> None:
    text = "Talks in Geneva were brokered by the US and"
    assert {name for name, _ in roles(text, read(text))} == {"Geneva", "US"}


GONE_TO = [
    ("وصل وفد باكستاني إلى الدوحة وسط هدنة في قندهار.", "الدوحة", "venue"),
    ("وافق الطرفان على هدنة في غزة على أن ينتقل وفداهما إلى القاهرة للتفاوض.", "القاهرة", "venue"),
    ("توجهوا إلى العاصمة المصرية القاهرة لبحث هدنة في غزة.", "القاهرة", "venue"),
    ("أعلن القائد في هافانا، حيث تجري المحادثات، هدنة في كولومبيا.", "هافانا", "venue"),
    ("Talks moved to Cairo, where negotiations on a truce in Gaza are under way.", "Cairo", "venue"),
    ("سافروا إلى الدوحة لإجراء محادثات على هدنة في غزة.", "الدوحة", "venue"),
    ("أشار إلى رغبة باريس في التوصل إلى هدنة في إدلب.", "باريس", "actor"),
    ("البلدات الخاضعة لسلطة دمشق وسط هدنة في إدلب.", "دمشق", "actor"),
    ("فر آلاف من الخرطوم إلى القاهرة حيث يقيمون قبل أن تتجدد المعارك.", "القاهرة", "context"),
    ("تجري مفاوضات على هدنة في حمص حيث تجري معارك.", "حمص", "covered"),
    ("الهند وباكستان تتفقان على هدنة في كشمير.", "الهند", "actor"),
    ("اتفقت بغداد وأربيل على وقف إطلاق النار في كركوك.", "أربيل", "actor"),
    ("قصف الطيران صنعاء وعدن رغم الهدنة.", "عدن", "covered"),
    ("قصفت إسرائيل غزة رغم الهدنة.", "غزة", "covered"),
    ("الهند وباكستان بلدان جاران، وفي كشمير هدنة.", "الهند", "context"),
    ("بيان مشترك من إيران وروسيا وتركيا عن الهدنة في إدلب.", "روسيا", "actor"),
    ("وصل لاجئون من تركيا إلى إدلب وسط هدنة.", "تركيا", "context"),
    ("شدد البيان على سيادة سوريا والهدنة في إدلب.", "سوريا", "context"),
    ("انتهكت إسرائيل سيادة لبنان رغم الهدنة.", "إسرائيل", "actor"),
    ("التقيت قائدهم في العاصمة دمشق، واتفقنا على وقف لإطلاق النار في حلب.", "دمشق", "venue"),
    ("ضمنت الجمهورية التركية الهدنة في إدلب.", "الجمهورية التركية", "actor"),
]


TRAVELLED_TO = [
    ("غادر وزير الخارجية عمّان بعد إعلان هدنة في درعا.", "عمّان", "context"),
    ("زار الرئيس الروسي أنقرة وسط هدنة في إدلب.", "أنقرة", "context"),
    ("يصل وفد الفصائل الدوحة لبحث هدنة في إدلب.", "الدوحة", "context"),
    ("غادر الوفد بعد أن رفضت أنقرة هدنة في إدلب.", "أنقرة", "actor"),
    ("وصل الوفد إلى طهران وأكدت أنقرة هدنة في إدلب.", "أنقرة", "actor"),
    ("مفاوضون من تركيا يبحثون هدنة في إدلب.", "تركيا", "actor"),
    ("Officials from Egypt discussed a truce in Gaza.", "Egypt", "actor"),
    ("Families from Egypt fled after a truce in Gaza collapsed.", "Egypt", "context"),
]


@pytest.mark.parametrize(("text", "name", "role"), TRAVELLED_TO)
def test_where_somebody_travels_does_not_act_and_who_sends_somebody_does(text: str, name: str, role: str) -> None:
    assert (name, role) in roles(text, read(text))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("نفى المتحدث أن تكون الهدنة قد شملت عفرين.", "context"),
        ("أكد المتحدث أن الهدنة قد شملت عفرين.", "covered"),
    ],
)
def test_what_a_text_only_denies_covers_nothing(text: str, role: str) -> None:
    assert ("عفرين", role) in roles(text, read(text))


@pytest.mark.parametrize(("text", "name", "role"), GONE_TO)
def test_where_delegates_go_and_what_two_do(text: str, name: str, role: str) -> None:
    assert (name, role) in roles(text, read(text))


SAYS_AND_AGREES = [
    ("هدنة في الغوطة ودمشق تتهم الفصائل بخرقها", "دمشق", "actor", "who says it is no place of the list"),
    ("هدنة في حلب ودمشق تدخل حيز التنفيذ", "دمشق", "covered", "a truce for both"),
    ("هدنة أعلنتها موسكو ووافقت عليها دمشق في إدلب", "دمشق", "actor", "the verb's pronoun between"),
    ("ولم يصدر عن دمشق أي تأكيد لهدنة الغوطة.", "دمشق", "actor", "who has said nothing"),
    ("أستانا 6: اتفاق على ضم إدلب إلى مناطق خفض التصعيد", "أستانا", "venue", "the number of a round"),
    ("جنيف 8 آذار - أ ف ب: هدنة في سوريا", "جنيف", "context", "a dateline"),
    ("توصلت الفصائل أمس في فيينا إلى اتفاق هدنة في الغوطة.", "فيينا", "venue", "where it was agreed"),
    ("اقتحموا معبر باب الهوى مع تركيا في إدلب.", "تركيا", "context", "a crossing"),
    ("هجوم على إدلب هددت به دمشق", "دمشق", "actor", "the verb's pronoun between"),
    ("قصف على إدلب ومفاوضات في القلمون الشرقي", "القلمون الشرقي", "context", "talks in a region are about it"),
    ("اتفق السكان في بيروت على مساعدة اللاجئين من درعا.", "بيروت", "context", "no truce"),
]


@pytest.mark.parametrize(("text", "name", "role", "why"), SAYS_AND_AGREES)
def test_who_says_and_where_it_is_agreed(text: str, name: str, role: str, why: str) -> None:
    assert (name, role) in roles(text, read(text)), why


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("وقتل 15 عسكريا روسيا في إدلب.", False),
        ("قدمت موسكو مقترحا روسيا لهدنة في إدلب.", False),
        ("اتهم مجددا روسيا بخرق الهدنة في إدلب.", True),
        ("طالب علنا روسيا بوقف قصف إدلب.", True),
    ],
)
def test_an_accusative_adjective_is_no_country(text: str, named: bool) -> None:
    assert ("روسيا" in {name for name, _ in roles(text, read(text))}) is named


ASKED = [
    ("Turkey called on Russia Thursday to halt air strikes in Idlib.", "Russia", "actor"),
    ("The envoy appealed to Iran to spare Idlib.", "Iran", "actor"),
    ("He appealed to both Damascus and the rebels in Idlib to stop.", "Damascus", "actor"),
    ("The UN called on Monday in Jordan for aid to Idlib.", "Jordan", "context"),
    ("Families from Idlib fled to Jordan.", "Jordan", "context"),
]
OWNED = [
    ("Syrian forces and Lebanon's Hezbollah attacked Zabadani in Syria.", "Lebanon", "context"),
    ("The army and its ally Lebanon s Shi ite group Hezbollah took Mleiha near Damascus in Syria.", "Lebanon", "context"),
    ("Lebanon's army fought in Syria, officials in Homs said.", "Lebanon", "actor"),
    ("Israel's war on Hamas went on, officials in Homs in Syria said.", "Israel", "actor"),
]


@pytest.mark.parametrize(("text", "name", "role"), [*ASKED, *OWNED])
def test_who_is_asked_acts_and_who_only_has_a_group_does_not(text: str, name: str, role: str) -> None:
    assert (name, role) in roles(text, read(text))


ANNOUNCED_IN = [
    ("A truce in Colombia took effect. A peace deal was announced in Havana on Monday.", "Havana", "venue"),
    ("A truce in Colombia took effect. A peace deal announced on Monday in Havana ended the war.", "Havana", "venue"),
    ("The truce in Taiz was announced in Riyadh.", "Riyadh", "venue"),
    ("The truce between Thailand and Cambodia was announced in Putrajaya after fighting.", "Putrajaya", "venue"),
    ("دخلت الهدنة في كولومبيا حيز التنفيذ. وأعلن اتفاق سلام في هافانا الأربعاء.", "هافانا", "venue"),
    ("دخلت الهدنة في كولومبيا حيز التنفيذ. وأعلن عن الاتفاق الأربعاء في العاصمة الكوبية هافانا.", "هافانا", "venue"),
    ("A truce was announced in Beirut on Friday. Rebels in Homs and Aleppo fought on.", "Beirut", "covered"),
    ("The truce was announced in Sanaa on Friday. Fighting in Hodeidah stopped.", "Sanaa", "covered"),
    ("A ceasefire was announced in Tripoli on Friday. Fighting in Sirte stopped.", "Tripoli", "covered"),
]


@pytest.mark.parametrize(("text", "name", "role"), ANNOUNCED_IN)
def test_a_capital_abroad_in_which_an_accord_is_announced_hosts_talks(text: str, name: str, role: str) -> None:
    assert (name, role) in roles(text, read(text))
