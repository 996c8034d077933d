"""Places that a text tells of without their names: capitals, «المدينة», "the town", and the sides of a town."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.reading import places, read, zones

TRUCE_AR = "أعلنت روسيا هدنة {}."
TRUCE_EN = "A ceasefire took hold {}."

# where a truce is told to be, the zone, in each language
SIDES_AR = [
    ("في الأحياء الشرقية في حلب", "sy/east-aleppo"),
    ("في الأحياء الشرقية المحاصرة في مدينة حلب", "sy/east-aleppo"),
    ("بالأحياء الشرقية من حلب", "sy/east-aleppo"),
    ("في القسم الشرقي من حلب", "sy/east-aleppo"),
    ("بالقسم الشرقي من مدينة حلب", "sy/east-aleppo"),
    ("في الجزء الشرقي الخاضع للفصائل من مدينة حلب", "sy/aleppo"),  # too much stands between
    ("في الأحياء الجنوبية من العاصمة دمشق", "sy/south-damascus"),
    ("في جنوب العاصمة السورية", "sy/south-damascus"),
    ("في بلدات جنوب العاصمة السورية", "sy/south-damascus"),
    ("في الأحياء الغربية لمدينة السويداء", "sy/suwayda"),  # a side without a name of its own: the town
    ("في الأجزاء الشرقية من ريف حلب", "SY02:countryside"),  # of the countryside, not of the town
    ("في شرق حلب", "SY02:east"),  # the governorate's, or the city's
]
SIDES_EN = [
    ("in the eastern part of Aleppo", "sy/east-aleppo"),
    ("in the eastern half of the city of Aleppo", "sy/east-aleppo"),
    ("in Aleppo's rebel-held east", "sy/east-aleppo"),
    ("in the southern districts of the Syrian capital", "sy/south-damascus"),
    ("in suburbs south of Damascus", "sy/south-damascus"),
    ("in western neighbourhoods of Sweida", "sy/suwayda"),
]
CAPITALS = [
    (TRUCE_AR.format("في العاصمة الليبية"), "ly/tripoli"),
    (TRUCE_AR.format("في العاصمة الليبية طرابلس"), "ly/tripoli"),
    (TRUCE_AR.format("بالعاصمة السودانية"), "sd/khartoum"),
    (TRUCE_EN.format("in the Sudanese capital"), "sd/khartoum"),
    (TRUCE_EN.format("in Sudan's capital"), "sd/khartoum"),
    (TRUCE_EN.format("in the South Sudanese capital"), "ss/juba"),
]
HEADS = [
    ("Fighting has raged in Aleppo for weeks. A truce began in the city on Monday.", "sy/aleppo"),
    ("Fighting has raged in Madaya. A truce began in the town on Monday.", "sy/madaya"),
    ("The fighting in Yarmouk camp left many dead. The factions agreed on a truce in the camp.", "sy/yarmouk-camp"),
    ("قتل مدنيان في مخيم اليرموك. واتفقت الفصائل على هدنة في المخيم.", "sy/yarmouk-camp"),
]

ON_A_SIDE = [  # the land on that side of a city, where no place is told that lies there
    ("A ceasefire took effect north of the city of Homs on Friday.", "sy/northern-homs"),
    ("A truce north of Homs collapsed on Friday after shelling.", "sy/northern-homs"),
    ("A truce took effect south of Damascus.", "sy/south-damascus"),
    ("A truce took effect east of the city of Aleppo.", "sy/eastern-aleppo-countryside"),
    ("دخلت الهدنة حيز التنفيذ شمالي مدينة حمص.", "sy/northern-homs"),
    ("انهارت الهدنة شمالي مدينة حمص بعد قصف.", "sy/northern-homs"),
    ("دخلت الهدنة حيز التنفيذ في بلدات شمالي مدينة حمص.", "sy/northern-homs"),
    ("دخلت الهدنة حيز التنفيذ جنوبي مدينة دمشق.", "sy/south-damascus"),
    ("A truce took effect in Rastan, north of the city of Homs.", "sy/rastan"),
    ("دخلت الهدنة حيز التنفيذ في الرستن شمالي مدينة حمص.", "sy/rastan"),
    ("A truce took effect in the north of Aleppo city.", "sy/aleppo"),
]


def covered(text: str) -> set[str]:
    return {place for place, _ in zones(read(text, "2017-07-19"))}


@pytest.mark.parametrize(("where", "zone"), SIDES_AR)
def test_side_of_town_in_arabic(where: str, zone: str) -> None:
    assert covered(TRUCE_AR.format(where)) == {zone}


@pytest.mark.parametrize(("where", "zone"), SIDES_EN)
def test_side_of_town_in_english(where: str, zone: str) -> None:
    assert covered(TRUCE_EN.format(where)) == {zone}


@pytest.mark.parametrize(("text", "zone"), [*CAPITALS, *HEADS])
def test_place_without_its_name(text: str, zone: str) -> None:
    assert covered(text) == {zone}


@pytest.mark.parametrize("text", ["وقعت الهدنة في العاصمة القطرية.", "A truce was signed in the Qatari capital."])
def test_capital_that_hosts_is_no_zone(text: str) -> None:
    assert covered(text) == set()


def test_capital_is_told_of_once_beside_its_name() -> None:
    text = "A ceasefire took hold in the Libyan capital Tripoli."
    assert len([r for r in read(text, "2017-07-19").resolutions if r.area and r.area.place == "ly/tripoli"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Rebels in Aleppo say they will not pull out of the city. A truce in Aleppo is due to start on Thursday.",
        "دخلت هدنة في حلب حيز التنفيذ. وقال سكان المدينة إن القصف توقف.",
    ],
)
def test_name_that_is_taken_up_as_a_city_means_the_city(text: str) -> None:
    assert covered(text) == {"sy/aleppo"}


@pytest.mark.parametrize(
    "text",
    [
        "اتفق الطرفان على هدنة في إدلب. وكانت القوات قد وصلت إلى مسافة ثمانية كيلومترات من المدينة.",
        "The two agreed on a ceasefire in Idlib. Government forces had advanced to within a few kilometres of the city.",
    ],
)
def test_city_beside_what_is_told_leaves_the_name_open(text: str) -> None:
    assert covered(text) == {"SY07"}


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Rebels in Homs want a truce in the city centre of Aleppo.", "SY02"),
        ("Yarmouk camp was shelled. The factions agreed on a truce in the Camp David hotel.", "sy/yarmouk-camp"),
        ("A truce took hold in Sudan's capital crime unit.", "SD"),
    ],
)
def test_a_word_behind_makes_another_thing_of_a_town(text: str, zone: str) -> None:
    assert covered(text) == {zone}


def test_mentions_are_disjoint() -> None:
    text = "Yarmouk camp was shelled. The factions agreed on a truce in the Camp David hotel."
    spans = sorted(r.mention.span for r in read(text, "2017-07-19").resolutions)
    assert all(left.end <= right.start for left, right in pairwise(spans))


def test_direction_that_opens_a_text_is_no_side_by_its_last_word() -> None:
    assert "sy/south-damascus" not in {
        place for _, place in places("جنوب العاصمة السورية هدنة في بلدات", read("جنوب العاصمة السورية هدنة في بلدات"))
    }


def test_same_city_is_one_named_further_back() -> None:
    text = "اتفق الرئيسان في سوتشي على هدنة في إدلب بعدما التقيا في المدينة ذاتها."
    assert covered(text) == {"SY07"}


def test_side_is_no_phrase_of_two_sentences() -> None:
    text = "خرج آخر المقاتلين من الأحياء الجنوبية للعاصمة دمشق. وعادوا إلى الأحياء. الجنوبية منها هادئة."
    assert not [words for words, _ in places(text, read(text)) if "." in words]


def test_side_is_told_of_again_without_its_town() -> None:
    text = "خرج آخر المقاتلين من الأحياء الجنوبية للعاصمة دمشق. وقالت مصادر إنهم خرجوا من الأحياء الجنوبية بموجب اتفاق إجلاء."
    assert covered(text) == {"sy/south-damascus"}


@pytest.mark.parametrize(
    "text",
    [
        "دخلت هدنة حيز التنفيذ في بلدة تقع شمال شرقي دمشق.",
        "بدأ مقاتلو المعارضة الانسحاب من جيب يقع شمال شرقي دمشق في اتفاق استسلام.",
    ],
)
def test_side_on_which_something_lies_is_no_zone(text: str) -> None:
    assert covered(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "دخلت هدنة حيز التنفيذ في مخيم عين الحلوة للاجئين الفلسطينيين في صيدا.",
        "A truce took hold in the Ain al-Hilweh camp for Palestinian refugees in Sidon.",
    ],
)
def test_camp_of_refugees_lies_in_a_town(text: str) -> None:
    assert covered(text) == {"lb/ain-al-hilweh"}


def test_town_of_a_side_keeps_its_mention() -> None:
    text = "أعلنت روسيا هدنة في الأحياء الشرقية المحاصرة في مدينة حلب."
    assert ("حلب", "sy/aleppo") in places(text, read(text, "2017-07-19"))


# a truce whose own place is in no table does not take that of fighting elsewhere
OTHER_FRONTS = (
    "قصف النظام زحلوقة في خرق للهدنة، بينما استمرت المعارك في الرقة.",
    "قصف الجيش مواقع عدة في خرق للهدنة، بينما استمرت المعارك في الرقة.",
    "اتفق الطرفان على هدنة في زحلوقة بعد اشتباكات، بينما تواصل القتال في القطيفة.",
    "شهدت زحلوقة خروقات للهدنة، بينما تواصل القتال في حرستا.",
    "The regime shelled Zahlouqa in breach of the truce, while fighting continued in Raqqa.",
    "The two sides agreed a ceasefire in Zahlouqa after clashes, while fighting continued in Raqqa.",
)


@pytest.mark.parametrize("text", OTHER_FRONTS)
def test_a_truce_of_an_unknown_place_is_not_that_of_another_front(text: str) -> None:
    assert not zones(read(text))


NO_OTHER_FRONT = {
    "خرق النظام الهدنة بقصف مدفعي، فيما قصف الطيران درعا.": {("SY12", "violated")},
    "انهارت الهدنة بعد قصف متبادل، وتواصلت الاشتباكات في تعز.": {("ye/taiz", "ended")},
}


@pytest.mark.parametrize("text", NO_OTHER_FRONT)
def test_an_attack_that_is_told_beside_a_breach_says_where_it_is(text: str) -> None:
    assert zones(read(text)) == NO_OTHER_FRONT[text]


@pytest.mark.parametrize(("text", "zone"), ON_A_SIDE)
def test_a_truce_on_a_side_of_a_city(text: str, zone: str) -> None:
    assert covered(text) == {zone}
