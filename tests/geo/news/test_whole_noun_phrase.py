"""Truces as agencies name them: who brokered one, when it was reached, how long it lasts, with what is said of it.

A noun phrase names a truce with all that goes with it; a verb says how it stands, a place where it is. Each noun phrase meets
each verb, and by turns the places, what a report begins with and what it goes on with: none of that may change what is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

import pytest

from tests.reading import read, zones

PUBLISHED = "2017-08-07"  # a Monday

TRUCES_EN = (
    "a ceasefire",
    "the ceasefire",
    "a UN-brokered truce",
    "a Russian-backed ceasefire",
    "an Egyptian-mediated ceasefire",
    "a truce brokered by Russia and Turkey",
    "a ceasefire agreed by the government and rebels",
    "a truce between the army and rebel groups",
    "the cessation of hostilities negotiated in Geneva",
    "the local truce reached last week",
    "the ceasefire declared by the Syrian army",
    "a humanitarian pause ordered by Russia's defence minister",
    "a ceasefire deal signed on Monday by local leaders",
    "a reconciliation deal between the government and residents",
)
VERBS_EN = {
    "took effect": "in_force",
    "has come into force": "in_force",
    "went into effect at midnight": "in_force",
    "is holding": "in_force",
    "was holding on Sunday": "in_force",
    "has largely held": "in_force",
    "was extended for 72 hours": "in_force",
    "collapsed": "ended",
    "collapsed within hours": "ended",
    "has ended": "ended",
    "expired on Monday": "ended",
    "has been broken": "violated",
    "was violated by both sides": "violated",
    "came under strain on Sunday as fighting flared": "violated",
    "was suspended on Monday": "suspended",
    "has been rejected by rebels": "rejected",
    "is under negotiation": "negotiating",
    "is being discussed": "negotiating",
    "will begin on Saturday": "agreed",
    "is due to begin on Saturday": "agreed",
    "has been announced": "agreed",
}
PLACES_EN = {
    "in Idlib": "SY07",
    "in and around Rastan": "sy/rastan",
    "in the northern Homs countryside": "sy/northern-homs",
    "in the town of Douma": "sy/douma",
    "in southern Syria": "sy/south",
    "in Syria's Idlib province": "SY07",
    "in the besieged town of Madaya, near Damascus": "sy/madaya",
    "in Eastern Ghouta, a rebel enclave outside Damascus": "sy/eastern-ghouta",
}
LEADS_EN = (
    "",
    "BEIRUT (Reuters) - ",
    "AMMAN, Jordan — ",
    "Activists said on Monday that ",
    "State television reported that ",
    "A rebel commander told Reuters that ",
)
TAILS_EN = (
    "",
    ", the state news agency SANA reported",
    ", hours after talks in Astana ended",
    ", as fighting raged in Deir ez-Zor",
    ", a Reuters witness said",
    ", while the army advanced on Raqqa",
    ", paving the way for aid deliveries to 40,000 people",
    ", according to the Observatory, a Britain-based war monitor",
    ", after weeks of heavy fighting that killed dozens of civilians",
)

NEW_TRUCES_AR = (
    "هدنة",
    "هدنة إنسانية",
    "هدنة برعاية روسية",
    "هدنة بين الجيش والفصائل",
    "هدنة مدتها 48 ساعة",
    "هدنة جديدة أعلنتها موسكو",
    "هدنة بوساطة الأمم المتحدة",
)
NEW_VERBS_AR = {
    "دخلت {T} {P} حيز التنفيذ": "in_force",
    "دخلت {T} حيز التنفيذ {P}": "in_force",
    "بدأ سريان {T} {P}": "in_force",
    "بدأت {P} {T}": "in_force",
    "تشهد المدينة هدوءا بعد سريان {T} {P}": "in_force",
    "تم التوصل إلى {T} {P}": "agreed",
    "أعلن التوصل إلى {T} {P}": "agreed",
    "اتفقت الأطراف على {T} {P}": "agreed",
    "توصل النظام والمعارضة إلى {T} {P}": "agreed",
    "من المقرر أن تبدأ {T} {P} يوم السبت": "agreed",
    "دعت الأمم المتحدة إلى {T} {P}": "proposed",
    "اقترحت روسيا {T} {P}": "proposed",
    "تجري مفاوضات للتوصل إلى {T} {P}": "negotiating",
    "رفضت الفصائل {T} {P}": "rejected",
    "فشلت المفاوضات في التوصل إلى {T} {P}": "rejected",
    "قصفت الطائرات المنطقة رغم {T} {P}": "violated",
}
KNOWN_TRUCES_AR = (
    "الهدنة",
    "الهدنة الإنسانية",
    "الهدنة الروسية",
    "الهدنة المعلنة",
    "الهدنة التي أعلنتها موسكو",
    "الهدنة التي تم التوصل إليها برعاية روسية تركية",
    "الهدنة المبرمة بين النظام والمعارضة",
)
KNOWN_VERBS_AR = {
    "دخلت {T} {P} حيز التنفيذ": "in_force",
    "{T} {P} دخلت حيز التنفيذ": "in_force",
    "لا تزال {T} صامدة {P}": "in_force",
    "{T} {P} لا تزال سارية": "in_force",
    "تم تمديد {T} {P} 72 ساعة": "in_force",
    "مدد الطرفان {T} {P}": "in_force",
    "انهارت {T} {P}": "ended",
    "{T} {P} انهارت": "ended",
    "انتهت {T} {P}": "ended",
    "استؤنف القتال بعد انتهاء {T} {P}": "ended",
    "خرق النظام {T} {P}": "violated",
    "تعرضت {T} {P} لخروقات عديدة": "violated",
    "قتل مدنيان في قصف للنظام رغم سريان {T} {P}": "violated",
    "رفضت الفصائل {T} {P}": "rejected",
}
PLACES_AR = {
    "في إدلب": "SY07",
    "في مدينة الرستن": "sy/rastan",
    "في ريف حمص الشمالي": "sy/northern-homs",
    "في بلدة مضايا بريف دمشق": "sy/madaya",
    "في الغوطة الشرقية": "sy/eastern-ghouta",
    "في جنوب سوريا": "sy/south",
    "في دوما قرب دمشق": "sy/douma",
    "في حي الوعر في حمص": "sy/waer",
    "بالغوطة الشرقية": "sy/eastern-ghouta",
}
TAILS_AR = (
    "",
    "، بحسب المرصد السوري لحقوق الإنسان",
    "، فيما تواصلت المعارك في دير الزور",
    "، بعد ساعات من انتهاء محادثات أستانا",
    "، وفق ما نقلت وكالة رويترز عن مصدر عسكري",
    "، تمهيدا لإدخال مساعدات إلى 40 ألف مدني",
    "، وذلك بعد مقتل 12 مدنيا في غارات على خان شيخون",
    "، حسبما أفاد مراسل الجزيرة",
)
FIRST_OF_ITS_KIND = "، في أول هدنة من نوعها هذا العام"


def _english(truce: str) -> Iterator[tuple[str, str, str]]:
    """Sentences of a truce with every verb, the place before it, behind it and at the start; with the area and the status."""
    places, leads, tails = cycle(PLACES_EN.items()), cycle(LEADS_EN), cycle(TAILS_EN)
    for verb, status in VERBS_EN.items():
        for order in ("{T} {P}, {V}", "{T} {V} {P}", "{p}, {T} {V}"):
            place, area = next(places)
            said = order if "," in place else order.replace("{P},", "{P}")
            text = said.format(T=truce, P=place, V=verb, p=place)
            lead = next(leads)
            text = text if lead.endswith("that ") else text[0].upper() + text[1:]
            yield f"{lead}{text}{next(tails)}.", area, status


def _arabic(truce: str, verbs: dict[str, str], *more_tails: str) -> Iterator[tuple[str, str, str]]:
    places, tails = cycle(PLACES_AR.items()), cycle((*TAILS_AR, *more_tails))
    for verb, status in verbs.items():
        for _ in range(4):
            place, area = next(places)
            yield f"{verb.format(T=truce, P=place)}{next(tails)}.", area, status
        next(tails)


def _differences(sentences: Iterator[tuple[str, str, str]]) -> list[str]:
    found = []
    for text, area, status in sentences:
        if (read_as := zones(read(text, PUBLISHED))) != {(area, status)}:
            found.append(f"{text} {sorted(read_as)}, not {status}")
    return found


@pytest.mark.parametrize("truce", TRUCES_EN)
def test_english(truce: str) -> None:
    assert not _differences(_english(truce))


@pytest.mark.parametrize("truce", NEW_TRUCES_AR)
def test_new_truce_in_arabic(truce: str) -> None:
    assert not _differences(_arabic(truce, NEW_VERBS_AR, FIRST_OF_ITS_KIND))


@pytest.mark.parametrize("truce", KNOWN_TRUCES_AR)
def test_known_truce_in_arabic(truce: str) -> None:
    assert not _differences(_arabic(truce, KNOWN_VERBS_AR))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a relative clause says how the truce came about, the main verb how it stands
        ("The truce that was reached last week in Idlib has collapsed.", {("SY07", "ended")}),
        ("The ceasefire, which took effect in Idlib on Friday, collapsed on Monday.", {("SY07", "ended")}),
        ("The ceasefire that Moscow and Ankara negotiated in Rastan has collapsed.", {("sy/rastan", "ended")}),
        ("The truce that Houthis rejected in Hodeidah took effect.", {("ye/hodeidah", "in_force")}),
        ("The truce in Rastan appears to be over.", {("sy/rastan", "ended")}),
        ("The fighting in Rastan appears to be over after a truce.", set()),
        ("التزمت الفصائل بالهدنة المبرمة الخميس في حرستا.", {("sy/harasta", "in_force")}),
        ("تنطلق هدنة في الرستن الأربعاء.", {("sy/rastan", "agreed")}),
        ("دخل اتفاق تهدئة توصل إليه الطرفان حيز التنفيذ في الغوطة الشرقية.", {("sy/eastern-ghouta", "in_force")}),
        ("لم تدخل الهدنة التي طالب بها مجلس الأمن أمس حيز التنفيذ بعد في الغوطة الشرقية.", {("sy/eastern-ghouta", "agreed")}),
        # the name of a truce, parted by an adjective in quotes, or behind a preposition
        ('اتفق الطرفان على وقف "مؤقت" لإطلاق النار في دوما.', {("sy/douma", "agreed")}),
        ("دعا اجتماع فيينا إلى البدء بوقف فعلي لإطلاق النار في سوريا.", {("SY", "proposed")}),
        # «تعرض» is "underwent" here, and "she offers" elsewhere
        ("تعرض وقف إطلاق النار في بلدة مضايا لخروقات عديدة.", {("sy/madaya", "violated")}),
        # the next Saturday, however far it stands from «من المقرر»
        (
            "من المقرر أن تبدأ هدنة برعاية روسية بين الجيش والفصائل في الغوطة الشرقية يوم السبت.",
            {("sy/eastern-ghouta", "agreed")},
        ),
        # who brokers a truce is not where talks are held
        ("اقترحت روسيا هدنة بوساطة الأمم المتحدة في إدلب.", {("SY07", "proposed")}),
        ("A truce brokered by Egypt and Qatar took effect in Gaza.", {("ps/gaza-strip", "in_force")}),
        # two states that fight: whose truce it is, and who only brokered one
        ("Israeli jets hit Damascus. A ceasefire has been agreed by Israel and Syria.", {("IL", "agreed"), ("SY", "agreed")}),
        ("Jets hit Damascus. A ceasefire agreed by Russia and Turkey took effect.", set()),
        # raids before a truce break nothing; clashes that make one doubtful do
        ("A truce is holding in Idlib, a day after raids killed 12 people in Khan Sheikhoun.", {("SY07", "in_force")}),
        ("دخلت الهدنة في إدلب حيز التنفيذ، وذلك بعد مقتل 12 مدنيا في غارات على خان شيخون.", {("SY07", "in_force")}),
        # the country says who they are where the text names their town
        (
            "Azaz: Syrian rebels settle on ceasefire\nAfter fierce clashes, rebels in Syria have come to a ceasefire with "
            "jihadis, a monitor said. The truce in Azaz was accepted by both.",
            {("sy/azaz", "agreed")},
        ),
    ],
)
def test_what_is_said_of_a_truce(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text, PUBLISHED)) == expected


def test_a_year_in_which_nothing_like_it_was_is_no_date_of_a_truce() -> None:
    statement = read("بدأت في إدلب هدنة، وهي الأولى من نوعها هذا العام.", PUBLISHED).statements[0]
    assert statement.effective is None
