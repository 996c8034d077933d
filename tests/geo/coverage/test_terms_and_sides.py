"""Whole countries, terms and sides: a truce on all of a country's land, and places that only say what is handed over under one,
who signed it where, and at whose initiative."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

WHOLE = [
    ("A ceasefire in all Syrian territory took effect on Friday after weeks of fighting and shelling.", "SY in_force"),
    (
        "The SDF and Damascus signed a deal that provides for a ceasefire on all Syrian territory after fighting and "
        "clashes. It puts the airport in Qamishli under state control.",
        "SY agreed",
    ),
    ("A truce took effect in Idlib after shelling and clashes. Rockets were fired from Syrian territory.", "SY07 in_force"),
    ("A truce took effect in Idlib after shelling and clashes. Israel struck targets on Syrian territory.", "SY07 in_force"),
    (
        "A truce took effect in Idlib after shelling and clashes. Damascus vowed to retake all Syrian territory.",
        "SY07 in_force",
    ),
    (
        "A truce took effect in Idlib after shelling and clashes. Islamic State lost all Iraqi territory in 2017.",
        "SY07 in_force",
    ),
    ("A truce took effect in Gaza after shelling and clashes. Rockets landed in Israeli territory.", "ps/gaza-strip in_force"),
    (
        "A ceasefire with the Kurdish-led SDF was suspended, Syria's defence ministry said, after clashes and shelling.",
        "SY suspended",
    ),
    (
        "A ceasefire with the Houthis has been extended by two months, Yemen's government said, after clashes and shelling.",
        "YE in_force",
    ),
    ("A truce with the SDF was broken within hours, Syria's army said, after clashes and shelling.", "SY violated"),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_a_truce_on_all_of_its_land_or_with_an_armed_group_is_one_in_the_country(text: str, expected: str) -> None:
    assert ", ".join(f"{area} {status}" for area, status in sorted(zones(read(text)))) == expected


TERMS = [
    (
        "The Syrian army announced a ceasefire with the SDF after shelling and clashes. "
        "The deal provides for the handover of Raqqa and Deir al-Zor to the government.",
        "SY agreed",
    ),
    (
        "A ceasefire in Aleppo took effect after shelling and clashes. "
        "The deal provides for the handover of Raqqa and Deir al-Zor to the government.",
        "SY02 in_force",
    ),
    ("Rebels agreed to a deal for the handover of Tafas after shelling and clashes.", "sy/tafas agreed"),
    (
        "The deal provides for rebels to leave Harasta and Arbin after shelling and clashes.",
        "sy/arbin agreed, sy/harasta agreed",
    ),
    ("أعلن الجيش السوري وقف إطلاق النار مع قسد بعد قصف ومعارك. وينص الاتفاق على تسليم الرقة ودير الزور للحكومة.", "SY agreed"),
    ("دخلت هدنة في حلب حيز التنفيذ بعد قصف ومعارك. ويقضي الاتفاق بتسليم الرقة ودير الزور إلى الحكومة.", "SY02 in_force"),
    ("دخلت هدنة في إدلب حيز التنفيذ بعد قصف ومعارك. وينص الاتفاق على فتح طريق M4.", "SY07 in_force"),
    ("دخلت هدنة في حلب حيز التنفيذ بعد قصف ومعارك. ويتضمن الاتفاق وقف إطلاق النار في الرقة.", "SY02 in_force, SY11 in_force"),
    (
        "The truce in Daraa is holding after weeks of shelling. "
        "It provides for the handover of the Nassib crossing and the town of Tafas to the government.",
        "SY12 in_force",
    ),
    (
        "Rebels accepted a deal that provides for the handover of Harasta to the army after shelling and clashes.",
        "sy/harasta agreed",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_what_is_handed_over_under_a_truce_is_no_zone(text: str, expected: str) -> None:
    assert ", ".join(f"{area} {status}" for area, status in sorted(zones(read(text)))) == expected


SIDES = [
    (
        "The army said it was resuming operations in Idlib, ending a ceasefire. "
        "It accused rebels of refusing to commit to the truce and of shelling the Hmeimim air base.",
        "SY07 ended",
    ),
    ("The army accused rebels of breaking the truce in Idlib and of shelling Latakia after weeks of clashes.", "SY07 violated"),
    (
        "Kurdish fighters began leaving Sheikh Maqsoud on Friday after weeks of clashes and shelling, under an "
        "agreement with the new authorities in Damascus.",
        "sy/sheikh-maqsoud in_force",
    ),
    (
        "Kurdish fighters began leaving Sheikh Maqsoud on Friday under an agreement with the new authorities in "
        "Damascus after weeks of clashes and shelling.",
        "sy/sheikh-maqsoud in_force",
    ),
    (
        "Rebels in Rastan reached a truce with the government in Damascus after weeks of clashes and shelling.",
        "sy/rastan agreed",
    ),
    (
        "The ceasefire with the government in Sanaa took effect after shelling and clashes, the rebels said.",
        "ye/sanaa in_force",
    ),
    ("A truce between rebels and government forces in Daraa took effect after shelling in Nawa.", "SY12 in_force"),
    ("A truce in Aleppo was agreed with the parliament in Damascus after shelling and clashes.", "SY02 agreed"),
    (
        "A truce took effect in Aleppo on Friday after fighting and shelling. "
        "The ceasefire was introduced at the initiative of Egypt.",
        "SY02 in_force",
    ),
    (
        "A truce took effect in Aleppo on Friday after fighting and shelling. The ceasefire was agreed at Russia's request.",
        "SY02 in_force",
    ),
    ("دخلت هدنة في حلب حيز التنفيذ بعد معارك وقصف. وأعلنت الهدنة بمبادرة من روسيا.", "SY02 in_force"),
    ("Russia's initiative for a ceasefire in Idlib was rejected by rebels after shelling and clashes.", "SY07 rejected"),
    ("Russia put forward an initiative for a truce in Idlib after shelling and clashes.", "SY07 proposed"),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_where_a_side_sits_or_who_moved_it_is_no_zone(text: str, expected: str) -> None:
    assert ", ".join(f"{area} {status}" for area, status in sorted(zones(read(text)))) == expected


ADJUNCT = [
    (
        "Hundreds of Kurdish fighters began pulling out of two Aleppo neighbourhoods on Friday as part of a deal "
        "with the transitional government in Damascus. Convoys left Sheikh Maqsoud and Ashrafieh under "
        "escort after clashes and shelling.",
        "sy/ashrafiyah-aleppo in_force, sy/sheikh-maqsoud in_force",
    ),
    (
        "Fighters left two Aleppo neighbourhoods under a deal after clashes and shelling. "
        "Convoys left Sheikh Maqsoud and Ashrafieh on Friday.",
        "sy/ashrafiyah-aleppo in_force, sy/sheikh-maqsoud in_force",
    ),
    (
        "A truce took hold in a Homs district after clashes and shelling. Residents of Waer said it was quiet.",
        "sy/waer in_force",
    ),
    (
        "Fighters left the Homs district of Waer under a deal after clashes and shelling. Shops reopened in Khalidiya.",
        "sy/waer in_force",
    ),
    (
        "Fighters left two Aleppo neighbourhoods under a deal after clashes and shelling. The army entered Salaheddin.",
        "sy/aleppo in_force",
    ),
    (
        "A truce took hold in two Aleppo neighbourhoods after clashes and shelling. "
        "Residents of Sheikh Maqsoud and Ashrafieh fled clashes.",
        "sy/aleppo in_force",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ADJUNCT)
def test_districts_that_stand_behind_their_city_are_named_next(text: str, expected: str) -> None:
    assert ", ".join(f"{area} {status}" for area, status in sorted(zones(read(text)))) == expected


TWO_SIDES = [
    (
        "تبدأ الأحد هدنة جديدة بين الجيش وحلفائه من جهة، وفصائل المعارضة من جهة أخرى، في مدينة الزبداني وبلدتي كفريا والفوعة.",
        "sy/foua agreed, sy/kefraya agreed, sy/zabadani agreed",
    ),
    ("دخلت هدنة بين الجيش من ناحية والمسلحين من ناحية أخرى في برزة حيز التنفيذ أمس.", "sy/barzeh in_force"),
    ("أعلن الجيش هدنة في الزبداني، ومن جهة أخرى قصف الطيران برزة.", "sy/zabadani agreed"),
    ("تسربت أنباء من جهة أمنية عن بدء هدنة في التل، من جهة أخرى قصف الجيش برزة.", "sy/al-tall in_force"),
    ("المحادثات التي عقدت في إسطنبول انتهت إلى هدنة في الزبداني.", "sy/zabadani agreed"),
    ("وكانت المفاوضات انتهت إلى وقف للنار مدته ستة أشهر يشمل الزبداني.", "sy/zabadani agreed"),
    ("المحادثات حول هدنة الزبداني انتهت دون اتفاق.", "sy/zabadani rejected"),
    ("الهدنة في الزبداني انتهت إلى غير رجعة.", "sy/zabadani ended"),
]


@pytest.mark.parametrize(("text", "expected"), TWO_SIDES)
def test_two_sides_and_what_their_talks_came_to(text: str, expected: str) -> None:
    assert ", ".join(f"{area} {status}" for area, status in sorted(zones(read(text)))) == expected


WHERE_THEY_LIE = [
    ("أبرمت هدن في عدد من البلدات الواقعة في ريف دمشق مثل قدسيا وبرزة.", "sy/barzeh agreed, sy/qudsaya agreed"),
    ("أبرمت هدن في بلدات بريف دمشق، بينها قدسيا وبرزة.", "sy/barzeh agreed, sy/qudsaya agreed"),
    ("دخلت هدنة حيز التنفيذ في قرى وبلدات ريف حمص الشمالي، ومنها الرستن.", "sy/rastan in_force"),
    ("دخلت هدنة حيز التنفيذ في كامل مناطق ريف حمص الشمالي ومنها الرستن.", "sy/northern-homs in_force, sy/rastan in_force"),
    ("انسحب المقاتلون من مناطق في ريف دمشق مثل قدسيا بموجب هدنة.", "sy/qudsaya in_force"),
    ("أبرمت هدن في ريف دمشق ومنها قدسيا.", "SY03 agreed, sy/qudsaya agreed"),
    (
        "مددت هدنة في بلدة الزبداني «جنوب غرب سوريا» وقريتي كفريا والفوعة «شمال غرب».",
        "sy/foua in_force, sy/kefraya in_force, sy/zabadani in_force",
    ),
    ("قتل مسلحو حزب الله رجلا من سكان الزبداني غرب العاصمة دمشق، في خرق للهدنة.", "sy/zabadani violated"),
    ("دخلت هدنة حيز التنفيذ في حمص وجنوب العاصمة دمشق.", "SY04 in_force, sy/south-damascus in_force"),
]


@pytest.mark.parametrize(("text", "expected"), WHERE_THEY_LIE)
def test_a_wider_place_that_only_says_where_towns_lie_is_no_zone(text: str, expected: str) -> None:
    assert ", ".join(f"{area} {status}" for area, status in sorted(zones(read(text)))) == expected


COVERED_BY_LEAVING = [
    ("الاتفاق يشمل إجلاء المصابين من قريتي الفوعة وكفريا.", "sy/foua agreed, sy/kefraya agreed"),
    ("ويشمل الاتفاق إجلاء المقاتلين من الفوعة ومن مضايا.", "sy/foua in_force, sy/madaya in_force"),
    ("يشمل الاتفاق خروج المقاتلين من داريا إلى إدلب وحماة.", "sy/darayya in_force"),
    ("يتضمن الاتفاق السماح بدخول السفن إلى الحديدة والصليف.", ""),
    ("يتضمن الاتفاق خروج المقاتلين إلى إدلب وجرابلس.", ""),
    (
        "تم التوصل إلى اتفاق جديد لاستكمال إجلاء المسلحين من شرق حلب. وعلقت الحكومة عملية إجلاء المسلحين من شرق حلب الجمعة.",
        "SY02:east agreed",
    ),
    (
        "علقت الحكومة عملية إجلاء المسلحين من شرق حلب. وكان الطرفان توصلا إلى اتفاق جديد الخميس.",
        "SY02:east suspended",
    ),
    (
        "مددت الفصائل الهدنة في الزبداني. وفي وقت سابق من الشهر الجاري أعلنت هدنة في المدينة لكنها انهارت سريعا.",
        "sy/zabadani ended, sy/zabadani in_force",
    ),
    ("توصل الطرفان إلى هدنة في برزة. وعلقت الفصائل العمل بها بعد ساعات.", "sy/barzeh suspended"),
]


@pytest.mark.parametrize(("text", "expected"), COVERED_BY_LEAVING)
def test_whom_an_accord_lets_leave_and_what_it_comes_behind(text: str, expected: str) -> None:
    assert ", ".join(f"{area} {status}" for area, status in sorted(zones(read(text)))) == expected


LISTED = "اتفق الرئيسان على وقف إطلاق النار في إدلب.\n"
TERMS_BELOW_A_HEADING = [
    (LISTED + "أهم بنود الوثيقة\n1. وقف القصف.\n2. إنشاء ممر آمن عرضه 6 كيلومترات في ريف حماة.", "SY05:countryside agreed"),
    (LISTED + "بنود الاتفاق:\n- سحب السلاح الثقيل.\n- إقامة منطقة منزوعة السلاح في ريف حماة.", "SY05:countryside agreed"),
    ("بنود الاتفاق المقترح في إدلب\n- إقامة منطقة منزوعة السلاح في ريف حماة.", "SY05:countryside proposed"),
    ("They agreed on a truce in Idlib.\nTerms of the agreement\n- Creation of a demilitarised zone in Hama.", "SY05 agreed"),
]


@pytest.mark.parametrize(("text", "expected"), TERMS_BELOW_A_HEADING)
def test_the_entries_below_a_heading_are_terms_of_what_it_names(text: str, expected: str) -> None:
    assert expected in {" ".join(pair) for pair in zones(read(text))}


WIDTHS = [
    ("ما زال المدنيون في إدلب عرضة للقصف، والهدنة سارية.", "SY07 in_force", "who is exposed"),
    ("الهدنة في إدلب عرضة للانهيار.", "SY07 violated", "what may fall"),
    ("كرر المبعوث عرضه هدنة في إدلب.", "SY07 proposed", "what he offered"),
]


@pytest.mark.parametrize(("text", "expected", "why"), WIDTHS, ids=[why for *_, why in WIDTHS])
def test_an_offer_is_told_from_a_width_and_from_who_is_exposed(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text))} == {expected}, why


def test_a_pronoun_that_says_too_begins_no_clause() -> None:
    left = "دخلت القوات مدينة تل أبيض هي الأخرى بريف الرقة بعد انسحاب قسد منها تطبيقا لاتفاق الهدنة."
    assert "SY11:countryside" not in {area for area, _ in zones(read(left, "2019-10-20"))}


WITHDRAWALS = [
    ("المعارضة تنهي سحب السلاح الثقيل من المنطقة العازلة في إدلب.", "in_force", "what the zone asks for is done"),
    ("أنهت روسيا العمل باتفاق المنطقة العازلة في إدلب.", "ended", "what the zone rests on is over"),
    ("The pullout of heavy weapons from the demilitarised zone in Idlib has ended.", "in_force", "English"),
    ("The buffer zone in Idlib collapsed after rebels returned heavy weapons.", "ended", "English: the zone"),
]


@pytest.mark.parametrize(("text", "status", "why"), WITHDRAWALS, ids=[why for *_, why in WITHDRAWALS])
def test_a_withdrawal_from_a_zone_that_is_over_ends_no_zone(text: str, status: str, why: str) -> None:
    assert zones(read(text)) == {("SY07", status)}, why


THERE_IS = [
    ("هناك هدنة في ريف درعا بين النظام والمعارضة.", "in_force"),
    ("قال الناطق إن هناك اتفاق هدنة بين النظام والمعارضة في ريف درعا.", "agreed"),
    ("ليس هناك هدنة في ريف درعا.", "rejected"),
    ("نأمل أن تكون هناك هدنة في ريف درعا.", "proposed"),
]


@pytest.mark.parametrize(("text", "status"), THERE_IS)
def test_that_there_is_a_truce_says_that_it_holds(text: str, status: str) -> None:
    assert zones(read(text)) == {("SY12:countryside", status)}
