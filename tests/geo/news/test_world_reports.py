"""Truces outside Syria: two sides, a mediator and a place, in what agencies say of them.

Each sentence is crossed with every war below, and by turns with what a report begins with and goes on with. Capitals that are
fought over, countries that only mediate and parts of a country ("eastern Congo") are among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle

import pytest

from tests.reading import read, zones

PUBLISHED = "2017-08-07"  # a Monday


@dataclass(frozen=True, slots=True, kw_only=True)
class War:
    """Where, between whom and by whose mediation: in one language."""

    place: str
    area: str
    side: str
    other: str
    mediator: str


WARS_EN = (
    War(
        place="the port city of Hodeidah", area="ye/hodeidah", side="Yemen's government",
        other="the Houthi movement", mediator="the United Nations",
    ),
    War(
        place="the Libyan capital Tripoli", area="ly/tripoli", side="forces loyal to the UN-backed government",
        other="Khalifa Haftar's Libyan National Army", mediator="the UN mission",
    ),
    War(place="Benghazi", area="ly/benghazi", side="the army", other="Islamist militias", mediator="tribal elders"),
    War(
        place="Khartoum", area="sd/khartoum", side="the Sudanese army", other="the paramilitary Rapid Support Forces",
        mediator="Saudi Arabia and the United States",
    ),
    War(
        place="southern Lebanon", area="lb/south-lebanon", side="Israel",
        other="Hezbollah", mediator="the United States and France",
    ),
    War(place="the Gaza Strip", area="ps/gaza-strip", side="Israel", other="Hamas", mediator="Egypt and Qatar"),
    War(place="eastern Ukraine", area="UA:east", side="Kiev", other="pro-Russian separatists", mediator="the OSCE"),
    War(
        place="Ethiopia's Tigray region", area="et/tigray", side="the Ethiopian government",
        other="Tigrayan forces", mediator="the African Union",
    ),
    War(place="eastern Congo", area="CD:east", side="the government", other="the M23 rebels", mediator="Angola"),
)  # fmt: skip
SAID_EN = {
    "A ceasefire between {A} and {B} took effect in {P} on Monday": "in_force",
    "A truce brokered by {M} went into effect in {P} at midnight": "in_force",
    "A ceasefire in {P} appeared to be holding on Monday after weeks of clashes between {A} and {B}": "in_force",
    "{A} and {B} extended a ceasefire in {P} by five days": "in_force",
    "{A} and {B} agreed on Monday to a ceasefire in {P}": "agreed",
    "{A} and {B} have agreed to a 72-hour humanitarian truce in {P}, {M} said": "agreed",
    "{A} and {B} signed a ceasefire agreement for {P} on Monday": "agreed",
    "{A} accused {B} of breaching a ceasefire in {P}": "violated",
    "Clashes between {A} and {B} continued in {P} despite a ceasefire announced on Sunday": "violated",
    "Shelling killed three people in {P} on Monday in violation of a ceasefire between {A} and {B}": "violated",
    "A truce between {A} and {B} in {P} expired on Monday without being renewed": "ended",
    "{A} said on Monday that the ceasefire in {P} was over": "ended",
    "{A} suspended its participation in the truce in {P}": "suspended",
    "{A} has turned down a ceasefire offer from {B} in {P}": "rejected",
    "Negotiations between {A} and {B} on a truce in {P} broke down on Monday": "rejected",
    "{M} called on {A} and {B} to observe a truce in {P}": "proposed",
    "{M} proposed a three-day truce in {P} to let in aid": "proposed",
    "{A} and {B} are holding indirect talks on a ceasefire in {P}, {M} said": "negotiating",
}
LEADS_EN = ("", "(Reuters) - ", "CAIRO, Aug 7 (AFP) - ", "Officials said on Monday that ")
TAILS_EN = (
    "",
    ", according to a UN statement",
    " after weeks of fighting that killed hundreds",
    ", ahead of a visit by the US envoy",
    " as aid groups warned of a worsening humanitarian crisis",
)

WARS_AR = (
    War(place="مدينة الحديدة", area="ye/hodeidah", side="الحكومة اليمنية", other="جماعة الحوثي", mediator="الأمم المتحدة"),
    War(
        place="العاصمة الليبية طرابلس", area="ly/tripoli", side="قوات حكومة الوفاق",
        other="قوات حفتر", mediator="الأمم المتحدة",
    ),
    War(
        place="العاصمة السودانية الخرطوم", area="sd/khartoum", side="القوات السودانية",
        other="قوات الدعم السريع", mediator="السعودية والولايات المتحدة",
    ),
    War(place="جنوب لبنان", area="lb/south-lebanon", side="إسرائيل", other="حزب الله", mediator="واشنطن وباريس"),
    War(place="قطاع غزة", area="ps/gaza-strip", side="إسرائيل", other="حركة حماس", mediator="مصر وقطر"),
    War(
        place="شرق أوكرانيا", area="UA:east", side="كييف",
        other="القوات الموالية لروسيا", mediator="منظمة الأمن والتعاون في أوروبا",
    ),
    War(place="إقليم ناغورني قره باغ", area="az/nagorno-karabakh", side="أذربيجان", other="أرمينيا", mediator="روسيا"),
    War(place="شرق الكونغو الديمقراطية", area="CD:east", side="الحكومة الكونغولية", other="حركة 23 مارس", mediator="أنغولا"),
)  # fmt: skip
SAID_AR = {
    "دخل وقف إطلاق النار بين {A} و{B} حيز التنفيذ في {P} اليوم الاثنين": "in_force",
    "صمدت الهدنة بين {A} و{B} في {P} اليوم الاثنين": "in_force",
    "يسود الهدوء {P} بعد دخول الهدنة بين {A} و{B} حيز التنفيذ": "in_force",
    "مددت {A} و{B} الهدنة في {P} خمسة أيام": "in_force",
    "وقعت {A} و{B} اتفاقا لوقف إطلاق النار في {P}": "agreed",
    "توصلت {A} و{B}، بوساطة من {M}، إلى هدنة إنسانية مدتها 72 ساعة في {P}": "agreed",
    "يدخل اتفاق الهدنة بين {A} و{B} حيز التنفيذ في {P} الأربعاء المقبل": "agreed",
    "اتهمت {A} {B} بخرق وقف إطلاق النار في {P}": "violated",
    "قتل ثلاثة مدنيين في قصف على {P} في خرق لوقف إطلاق النار بين {A} و{B}": "violated",
    "اندلعت اشتباكات عنيفة بين {A} و{B} في {P} رغم الهدنة التي ترعاها {M}": "violated",
    "تجددت المعارك بين {A} و{B} في {P} بعد انتهاء الهدنة": "ended",
    "أعلنت {A} انتهاء وقف إطلاق النار في {P}": "ended",
    "رفضت {A} هدنة في {P} اقترحتها {M}": "rejected",
    "اقترحت {M} هدنة لثلاثة أيام في {P} لإدخال المساعدات": "proposed",
}
LEADS_AR = ("", "القاهرة - رويترز - ", "(أ ف ب) - ")
TAILS_AR = (
    "",
    "، بحسب مسؤولين",
    "، بعد أسابيع من القتال الذي أوقع مئات القتلى",
    "، قبيل زيارة المبعوث الأميركي",
    "، وسط تحذيرات من تفاقم الأزمة الإنسانية",
)


def _sentences(said: str, wars: Sequence[War], leads: Sequence[str], tails: Sequence[str]) -> Iterator[tuple[str, str]]:
    """One text for each war, with the area that it tells of."""
    lead, tail = cycle(leads), cycle(tails)
    for war in wars:
        begins = next(lead)
        text = said.format(A=war.side, B=war.other, M=war.mediator, P=war.place)
        if not begins.endswith("that "):
            text = text[0].upper() + text[1:]
        elif not said.startswith("{"):
            text = text[0].lower() + text[1:]
        yield f"{begins}{text}{next(tail)}.", war.area


def _differences(texts: Iterator[tuple[str, str]], status: str) -> list[str]:
    found = []
    for text, area in texts:
        if (read_as := zones(read(text, PUBLISHED))) != {(area, status)}:
            found.append(f"{text} {sorted(read_as)}")
    return found


@pytest.mark.parametrize(("said", "status"), SAID_EN.items())
def test_english(said: str, status: str) -> None:
    assert not _differences(_sentences(said, WARS_EN, LEADS_EN, TAILS_EN), status)


@pytest.mark.parametrize(("said", "status"), SAID_AR.items())
def test_arabic(said: str, status: str) -> None:
    assert not _differences(_sentences(said, WARS_AR, LEADS_AR, TAILS_AR), status)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who says so stands behind the place, and is none
        ("The army and rebels agreed to a truce in Idlib, Moscow said.", {("SY07", "agreed")}),
        ("The army and the RSF agreed to a truce in Khartoum, Saudi Arabia said.", {("sd/khartoum", "agreed")}),
        ("A truce took effect in Idlib and Homs, residents said.", {("SY07", "in_force"), ("SY04", "in_force")}),
        # a date between the subject and its verb
        ("Turkey, Iran and Russia on Wednesday signed a memorandum on three safe zones in Syria.", {("SY", "agreed")}),
        ("Moscow and Washington late on Friday agreed to a cessation of hostilities in Syria.", {("SY", "agreed")}),
        ("Russia and Turkey on Friday agreed to a ceasefire in Syria.", {("SY", "agreed")}),
        # a union of states is no labour union, an Arab league plays no football
        ("A truce brokered by the Arab League took effect in Idlib.", {("SY07", "in_force")}),
        ("Nurses in Aleppo declared a truce with the ministry, union leaders said.", set()),
        # Congo is the wider known of two
        ("A truce took effect in Congo on Monday.", {("CD", "in_force")}),
        ("A truce took effect in the Congo Republic on Monday.", {("CG", "in_force")}),
        # the delegation quits talks, and no truce
        ("The opposition suspended its participation in the Geneva talks over air strikes in Idlib.", set()),
        # a text without towns is about the country that it names most, by its adjective, too
        (
            "Sri Lankan army begins two-day truce. Sri Lankan forces began a ceasefire today against the rebels. "
            "Norway loses honour. Sri Lanka on Monday stripped Norway of its role as broker, a Sri Lankan official said.",
            {("LK", "in_force")},
        ),
        # by whose efforts two others came to a truce is no side of it
        (
            "Malaysia's diplomatic initiative has led to a ceasefire between Thailand and Cambodia after deadly clashes.",
            {("TH", "agreed"), ("KH", "agreed")},
        ),
        ("Sudan's army clashed with rebels. Its efforts led to a ceasefire in Darfur.", {("sd/darfur", "agreed")}),
        # who charges the other with a breach is the other side, unless the text is about a third land
        ("Cambodia said Thailand had broken the truce with shelling.", {("TH", "violated"), ("KH", "violated")}),
        (
            "Pakistan said on Sunday that India had violated the ceasefire with shelling.",
            {("IN", "violated"), ("PK", "violated")},
        ),
        ("Egypt said Israel had violated the ceasefire in Gaza with an air strike.", {("ps/gaza-strip", "violated")}),
        ("Russia said that Turkey had violated the ceasefire with an attack, and Syria agreed.", set()),
        # who does something with a truce of his own, and with whom he has it
        (
            "Pakistan remains committed to the ceasefire with India, its foreign ministry said after blasts.",
            {("IN", "in_force"), ("PK", "in_force")},
        ),
        ("Russia has extended its Easter ceasefire with Ukraine after shelling.", {("RU", "in_force"), ("UA", "in_force")}),
        ("Egypt discussed the ceasefire with Israel after air strikes.", set()),
        ("Turkey agreed with Russia on a ceasefire in Idlib after air strikes.", {("SY07", "agreed")}),
        # a truce may be lifted, as sieges and hopes are
        ("Duterte lifts ceasefire with the communist rebels in the Philippines.", {("PH", "ended")}),
        ("The rebels lifted their truce in Taiz after an attack.", {("ye/taiz", "ended")}),
        ("The army lifted the siege of Madaya under the truce.", {("sy/madaya", "in_force")}),
        # two that charge each other, whose soldiers exchange fire
        (
            "Armenia and Azerbaijan blamed each other for shelling hours after the truce took effect.",
            {("AM", "violated"), ("AZ", "violated")},
        ),
        (
            "Thai and Cambodian soldiers exchanged fire for a second day despite a truce.",
            {("TH", "violated"), ("KH", "violated")},
        ),
        (
            "Russia and Turkey accused each other of attacks in Idlib after a truce was announced.",
            {("SY07", "violated")},
        ),
        # of two states that agreed, the one that the truce is said to be in
        (
            "Russia and Georgia agree to ceasefire. They set terms for a ceasefire in Georgia after days of shelling.",
            {("GE", "agreed")},
        ),
        (
            "Israel and Iran agreed to a ceasefire after strikes. The ceasefire was welcomed in Iran.",
            {("IL", "agreed"), ("IR", "agreed")},
        ),
        # those who weigh an offer, unless it is for a third land
        (
            "Thailand and Cambodia are considering a ceasefire proposed by Malaysia after clashes.",
            {("TH", "proposed"), ("KH", "proposed")},
        ),
        ("Russia and Turkey are considering a truce in Idlib after air strikes.", {("SY07", "proposed")}),
        # what is laid down for whoever breaks a truce is no breach
        (
            "India and Pakistan agreed to continue a ceasefire in Kashmir and to punish the side that breaches the truce.",
            {("in/kashmir", "in_force")},
        ),
        ("The army fired on the side that breached the ceasefire in Aleppo on Sunday.", {("SY02", "violated")}),
        # what breaks ground, or is the latest news, breaks no truce
        ("The rebels yesterday signed a ground-breaking ceasefire agreement in Aceh.", {("id/aceh", "agreed")}),
        ("The rebels were accused of breaking the ceasefire in Aceh.", {("id/aceh", "violated")}),
        # a land whose lot is talked about; talks on that of a town may bring it a truce
        (
            "Russia and Georgia agreed to a ceasefire after shelling. The plan provides for talks on the future of Abkhazia.",
            {("GE", "agreed"), ("RU", "agreed")},
        ),
        ("Talks on a truce in Abkhazia will resume in Geneva.", {("ge/abkhazia", "negotiating")}),
        ("The fate of Madaya is discussed in talks on a truce with its elders.", {("sy/madaya", "negotiating")}),
        # a movement that is named after a place, and provinces that are more than one town
        ("The Free Aceh Movement signed a ceasefire.", {("id/aceh", "agreed")}),
        ("The truce in Lanao del Sur collapsed on Sunday.", {("ph/lanao-del-sur", "ended")}),
        ("A ceasefire took effect in Tibú, in Norte de Santander, on Sunday.", {("co/tibu", "in_force")}),
        ("Pakistan violated the ceasefire along the LoC on Sunday, India said.", {("in/line-of-control", "violated")}),
        # where a report was filed, in capitals before a dash, is no zone
        ("LUCENA CITY, Quezon, Philippines – The New People's Army declared a ceasefire.", {("PH", "agreed")}),
        ("ILIGAN CITY (MindaNews / 24 June) — The army and rebels declared a ceasefire in Marawi.", {("ph/marawi", "agreed")}),
        ("MARAWI CITY – The fighting stopped as a truce took hold in the city.", {("ph/marawi", "in_force")}),
        # the lead says which part of the land the headline means
        (
            "Rebels agree to ceasefire in Shan State\n\nThe alliance announced a ceasefire in northern Shan state on Sunday.",
            {("mm/shan:north", "agreed")},
        ),
        (
            "Ceasefire agreed in Shan State\n\nTruces were agreed in northern Shan state on Sunday and in Shan State itself.",
            {("mm/shan:north", "agreed"), ("mm/shan", "agreed")},
        ),
        # what a sentence begins with as left out ends at the comma
        ("Except for Debaltseve, the truce is holding in eastern Ukraine.", {("UA:east", "in_force")}),
        ("Apart from Jobar and Douma, the army said, the truce in Harasta is holding.", {("sy/harasta", "in_force")}),
        ("باستثناء إدلب، الهدنة صامدة في حلب.", {("SY02", "in_force")}),
        ("The truce is holding in Harasta, except for Jobar and Douma.", {("sy/harasta", "in_force")}),
        # a body that has a truce in its name
        (
            "Leaders met in Davao on the clashes in Marawi. Mechanisms will be used, such as the Coordinating "
            "Committees on the Cessation of Hostilities.", set(),
        ),
        ("The parties agreed on a cessation of hostilities in Marawi.", {("ph/marawi", "agreed")}),
        # gangs have truces of their own
        ("A historic gang truce in El Salvador has cut killings in the war between two gangs.", set()),
        # what is asked is not told
        ("مقتل صياد في غزة.. هل انتهت الهدنة؟", set()),
        ("Shells hit Idlib. Has the truce collapsed?", set()),
    ],
)  # fmt: skip
def test_what_is_said_of_a_truce_elsewhere(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text, PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "effective"),
    [
        ("It is the first truce in Yemen since 2016, the UN said.", None),
        ("The truce, the longest in Darfur since 2004, took effect on Sunday.", "2017-08-06"),
        ("It was the worst breach of the ceasefire in Darfur since May.", None),
        ("وهذه الهدنة الأولى في اليمن منذ عام 2016.", None),
        ("A truce has been in place in Darfur since 2004.", "2004"),
        ("The first truce in Darfur has held since May.", "2017-05"),
        ("تسري هدنة في اليمن منذ نيسان.", "2017-04"),
    ],
)
def test_since_when_there_was_none_like_it_is_no_start(text: str, effective: str | None) -> None:
    (statement,) = read(text, PUBLISHED).statements
    assert (statement.effective.text if statement.effective else None) == effective
