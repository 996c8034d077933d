"""Where a place name begins and ends, and what the words around it make of it."""

from __future__ import annotations

import pytest

from tests.reading import places, read

NOTHING: list[tuple[str, str | None]] = []

# phenomenon: (text, every mention in order with its area)
CASES = {
    "letters written to the name": ("وصلت المساعدات لدوما وبحرستا", [("دوما", "sy/douma"), ("حرستا", "sy/harasta")]),
    "ل before ال": ("امتدت الهدنة للسويداء", [("لسويداء", "SY13")]),
    "a head word stays outside": ("في مدينة الرستن", [("الرستن", "sy/rastan")]),
    "a head word picks the city": ("قرب مدينة حمص", [("حمص", "sy/homs")]),
    "without one it is the governorate": ("معارك في حمص", [("حمص", "SY04")]),
    "a plural head goes along the list": ("في مدينتي حمص وحماة", [("حمص", "sy/homs"), ("حماة", "sy/hama")]),
    "countryside": ("في ريف حلب", [("ريف حلب", "SY02:countryside")]),
    "countryside with a direction": ("في ريف درعا الغربي", [("ريف درعا الغربي", "sy/western-daraa")]),
    "a dual countryside": (
        "في ريفي حمص الشمالي وحماة الجنوبي",
        [("ريفي حمص الشمالي", "sy/northern-homs"), ("حماة الجنوبي", "sy/southern-hama")],
    ),
    "its countryside": ("في مدينة درعا وريفها", [("درعا", "sy/daraa"), ("ريفها", "SY12:countryside")]),
    "the surroundings of what is named by its kind": (
        "قصف الجيش درعا. واتفقوا في سوتشي على هدنة في المحافظة ومحيطها",
        [("درعا", "SY12"), ("سوتشي", "ru/sochi"), ("المحافظة", "SY12"), ("محيطها", "SY12:surroundings")],
    ),
    "how deep a zone in a place is": ("منطقة آمنة بعمق 30 كيلومترا شرق الفرات", [("شرق الفرات", "sy/east-of-euphrates")]),
    "a distance from a place": ("على بعد 60 كلم شمال شرقي دمشق في سوريا", [("دمشق", "sy/damascus"), ("سوريا", "SY")]),
    "a director is no town": (
        "المرصد: قال مديره رامي عبد الرحمن إن مدينة دوما في سوريا تقصف",
        [("دوما", "sy/douma"), ("سوريا", "SY")],
    ),
    "a direction inside the name": ("في شمال غرب سوريا", [("شمال غرب سوريا", "sy/north-west")]),
    "a direction with an adjective": ("في الجنوب السوري", [("الجنوب السوري", "sy/south")]),
    "a direction that is only a relation": ("شرقي الرستن", [("الرستن", "sy/rastan")]),
    "hyphenated": ("في جنوب-غرب سوريا", [("جنوب-غرب سوريا", "sy/south-west")]),
    "harakat and tatweel": ("مدينة سَراقِب ثم خـــان شيخون", [("سَراقِب", "sy/saraqib"), ("خـــان شيخون", "sy/khan-sheikhoun")]),
    "an organisation holds the name": ("قال المرصد السوري لحقوق الإنسان وقوات سوريا الديمقراطية", NOTHING),
    "an operation holds the name": ("فصائل درع الفرات وغصن الزيتون", NOTHING),
    "an organisation behind the article of a country": ("The Sudan Liberation Movement attacked", NOTHING),
    "an organisation that owns something": ("He tells Syria Direct's reporter", NOTHING),
    "a mission is in no country": (
        "The United Nations Mission in Libya and UN Mission to Support the Hodeidah Agreement",
        NOTHING,
    ),
    "elders and their council": ("The Tripoli Elders Committee met Tarhuna's Tribal Council", NOTHING),
    "a direction behind an adjective": ("Calm in the Libyan south-west, they said", [("Libyan south-west", "LY:south-west")]),
    "an adjective, a direction and a noun": ("off the Libyan north coast", NOTHING),
    "spellings of Tripoli's quarters": (
        "Fighters entered Abu Sleem and Wadi Rabea in Libya",
        [("Abu Sleem", "ly/abu-salim"), ("Wadi Rabea", "ly/wadi-rabie"), ("Libya", "LY")],
    ),
    "a mission in a place": ("Our mission in Aleppo", [("Aleppo", "SY02")]),
    "a country with its article": ("A truce in the Sudan", [("the Sudan", "SD")]),
    "a name with a possessive and a plural": (
        "An Israeli strike on Beirut's southern suburbs",
        [("Beirut's southern suburbs", "lb/dahiyeh")],
    ),
    "a village that no table knows": ("قصفت قرية أم الزنابير", [("أم الزنابير", None)]),
    "an adjective is no village": ("في بلدة حدودية صغيرة", NOTHING),
    "english head words": ("in the town of Rastan and Idlib city", [("Rastan", "sy/rastan"), ("Idlib", "sy/idlib")]),
    "english direction": ("fighting in northwestern Syria", [("northwestern Syria", "sy/north-west")]),
    "english countryside": ("in the northern Homs countryside", [("northern Homs countryside", "sy/northern-homs")]),
    "a possessive stays outside": ("Syria's Aleppo city", [("Syria", "SY"), ("Aleppo", "sy/aleppo")]),
    "a lost apostrophe": ("Syrias Aleppo city", [("Syria", "SY"), ("Aleppo", "sy/aleppo")]),
    "an adjective with a hyphen": ("Moscow-based envoys and Ankara-appointed judges left Afrin", [("Afrin", "sy/afrin")]),
    "another thing's name": ("Students of Homs University and of the University of Hama left", NOTHING),
    "an ordinary noun behind it": ("A market in Homs closed", [("Homs", "SY04")]),
    "a time zone": ("It starts at 9 pm Damascus time in Hama", [("Hama", "SY05")]),
    "an unknown quarter": ("سقطت قذيفة على حي الجحملية في تعز", [("الجحملية", None), ("تعز", "ye/taiz")]),
    "a quarter that is only described": ("سقطت قذيفة على حي سكني في تعز", [("تعز", "ye/taiz")]),
    "an unknown village is seen once": ("Troops left the village of Zorbatan on Friday", [("Zorbatan", None)]),
    "a town of a country": ("Envoys met in the Saudi city of Jeddah", [("Jeddah", "sa/jeddah")]),
    "an initial and a hyphen": ("A U.N.-led convoy reached Talbesa in Syria", [("Talbesa", "sy/talbiseh"), ("Syria", "SY")]),
    "an agency spelling: Deraa": (
        "Rebels left Sahem al-Jolan and Tsil",
        [("Sahem al-Jolan", "sy/sahm-al-jawlan"), ("Tsil", "sy/tasil")],
    ),
    "an agency spelling: Ghouta": (
        "Shells hit Hammuriyeh, Madamiyeh and Daraiya",
        [("Hammuriyeh", "sy/hamouriyah"), ("Madamiyeh", "sy/moadamiyah"), ("Daraiya", "sy/darayya")],
    ),
    "a name needs a capital": ("a hama pattern in the weave", NOTHING),
    "an english list without its commas": (
        "a deal by Russia Turkey and Iran for Babila Yelda and Douma",
        [
            ("Russia", "RU"),
            ("Turkey", "TR"),
            ("Iran", "IR"),
            ("Babila", "sy/babbila"),
            ("Yelda", "sy/yalda"),
            ("Douma", "sy/douma"),
        ],
    ),
    "two countries with a hyphen": ("a U.S.-Russia deal near the Syria-Turkey border at Azaz", [("Azaz", "sy/azaz")]),
    "a country that is an adjective too": ("brokered by US and Russia, US officials said", [("US", "US"), ("Russia", "RU")]),
    "initials with their full stops": (
        "the U.S. and Russia, a U.S. envoy, U.S.-backed rebels, U.S. and Russian officers",
        [("U.S.", "US"), ("Russia", "RU")],
    ),
    "the north of a province": ("in the north of Homs province", [("north of Homs", "sy/northern-homs")]),
    "north as a relation": ("to the north of Homs province", [("Homs", "SY04")]),
    "the north of a city": ("in the north of Aleppo city", [("Aleppo", "sy/aleppo")]),
    "a part of a governorate that bears its town's name": (
        "in northern Dhamar governorate and the north of Hajjah governorate, Yemen",
        [
            ("northern Dhamar", "ye/dhamar-province:north"),
            ("north of Hajjah", "ye/hajjah-province:north"),
            ("Yemen", "YE"),
        ],
    ),
    "the same in Arabic": ("في شمال محافظة ذمار في اليمن", [("شمال محافظة ذمار", "ye/dhamar-province:north"), ("اليمن", "YE")]),
    "where such a governorate lies": (
        "in the northern Dhamar governorate in Yemen",
        [("Dhamar", "ye/dhamar-province"), ("Yemen", "YE")],
    ),
    "north of such a town": ("a market north of Dhamar in Yemen", [("Dhamar", "ye/dhamar"), ("Yemen", "YE")]),
    "two parts of one place": (
        "fighting in the southern and western Aleppo countryside",
        [("southern", "sy/southern-aleppo"), ("western Aleppo countryside", "sy/western-aleppo")],
    ),
    "parts before the word for them": (
        "in the northern and eastern countryside of Homs",
        [("northern", "sy/northern-homs"), ("eastern countryside of Homs", "sy/eastern-homs")],
    ),
    "three parts": (
        "shelling in northern, central and eastern Mali",
        [("northern", "ML:north"), ("central", "ML:centre"), ("eastern Mali", "ML:east")],
    ),
    "a side of the compass and a part": ("clashes in the north and eastern Mali", [("eastern Mali", "ML:east")]),
    "a direction that is another name's": (
        "in northern Hama and southern Idlib",
        [("northern Hama", "sy/northern-hama"), ("southern Idlib", "sy/southern-idlib")],
    ),
    "commands and corps": ("the army's Aleppo Command and the Hama Corps", NOTHING),
    "clubs and rooms": ("Homs United played Daraa Youth; the Damascus Room reopened", NOTHING),
    "a doubtful name in its own country": (
        "Buses left Yarmouk for Idlib province",
        [("Yarmouk", "sy/yarmouk-camp"), ("Idlib", "SY07")],
    ),
}


@pytest.mark.parametrize("phenomenon", CASES)
def test_mentions(phenomenon: str) -> None:
    text, expected = CASES[phenomenon]
    assert places(text, read(text)) == expected


def test_parts_go_along_a_list_and_stop_at_a_comma() -> None:
    text = "تشمل الهدنة أجزاء من محافظات حلب وحماة واللاذقية، وريف حمص الشمالي"
    partial = {r.mention.span.of(text): r.mention.partial for r in read(text).resolutions}
    assert partial == {"حلب": True, "حماة": True, "اللاذقية": True, "ريف حمص الشمالي": False}


def test_lists_are_numbered() -> None:
    text = "في درعا والقنيطرة والسويداء، بينما قصفت إدلب"
    groups = [r.mention.group for r in read(text).resolutions]
    assert groups[0] == groups[1] == groups[2] != groups[3]


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ('سيطرت القوات على معبر "نصيب" مع الأردن.', {"sy/nasib-crossing"}),
        ("قصفت الطائرات بلدة «السفيرة» في ريف حلب.", {"sy/safira"}),
        ('انسحبوا من مدينة "الباب" بعد اتفاق.', {"sy/al-bab"}),
        ('أعلن الطرفان هدنة في حيي "القدم" و"العسالي".', {"sy/qadam", "sy/asali"}),
        ("أعلن الطرفان هدنة في دوما و حرستا.", {"sy/douma", "sy/harasta"}),
    ],
)
def test_a_quoted_name_and_a_waw_that_stands_alone_part_nothing(text: str, areas: set[str]) -> None:
    assert areas <= {r.area.key for r in read(text).resolutions if r.area}


def test_what_somebody_says_is_no_quoted_name() -> None:
    text = 'قال الوزير في دوما "الهدنة صامدة وستبقى كذلك حتى نهاية العام" وأضاف أن الوضع هادئ.'
    assert {(c.area, str(s.status)) for s in read(text).statements for c in s.areas} == {("sy/douma", "in_force")}


PARTS_BEHIND_TOWNS = [
    (
        "بقصف طال مدن وقرى ريفي إدلب الجنوبي وحماة الغربي.",
        [("ريفي إدلب الجنوبي", "sy/southern-idlib"), ("حماة الغربي", "sy/western-hama")],
    ),
    (
        "قصف طال بلدات ريفي حمص الشمالي والشرقي.",
        [("ريفي حمص الشمالي", "sy/northern-homs"), ("الشرقي", "sy/eastern-homs")],
    ),
    ("قصف قرية شير المغار بريف حماة.", [("شير المغار", "sy/shir-mughar"), ("ريف حماة", "SY05:countryside")]),
    ("عاد الهدوء إلى منطقة الشعيطات.", [("الشعيطات", "sy/shaitat")]),
]


@pytest.mark.parametrize(("text", "expected"), PARTS_BEHIND_TOWNS)
def test_a_countryside_behind_its_towns_keeps_its_direction(text: str, expected: list[tuple[str, str]]) -> None:
    assert places(text, read(text)) == expected


@pytest.mark.parametrize("text", [
    "خرجت الحافلات من مدينة دوما إلى مدينة جرابلس. ودخل الجيش المدينة.",
    "Fighters left the city of Douma for the city of Jarablus. The army entered the city.",
])  # fmt: skip
def test_the_city_is_not_the_one_that_people_leave_for(text: str) -> None:
    assert places(text, read(text))[-1][1] == "sy/douma"


def test_the_span_of_a_quoted_name_has_both_marks_or_none() -> None:
    text = 'انسحبت القوات من قاعدة "حميميم" ومن معبر «نصيب» ومن حي "الوعر".'
    assert [r.mention.span.of(text) for r in read(text).resolutions] == ['قاعدة "حميميم"', "معبر «نصيب»", "الوعر"]


@pytest.mark.parametrize(("text", "names"), [
    ("قتل 150 سورياً في دوما، وتلقوا دعماً روسياً وتركيًّا.", ["دوما"]),
    ("كان القصف دوماً على دوما.", ["دوما"]),
    ("أعلنت سوريا هدنة في درعا.", ["سوريا", "درعا"]),
    ("أعلنت غرفة عمليات القنيطرة معركة قرب مطار المزة العسكري.", ["مطار المزة العسكري"]),
])  # fmt: skip
def test_a_word_with_tanwin_is_no_name(text: str, names: list[str]) -> None:
    assert [name for name, _ in places(text, read(text))] == names


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Daraa, SANA- Gunmen gave up their arms in the town of Jasim, SANA's reporter said.", ["SY12", "sy/jasim"]),
        ("The army entered Inkhil, according to SANA. SANA added that Jasim was calm.", ["sy/inkhil", "sy/jasim"]),
        ("SANA, Yemen - Shells fell on Taiz on Tuesday.", ["ye/sanaa", "YE", "ye/taiz"]),
        ("SANAA - Shells fell near Sana's airport road.", ["ye/sanaa", "ye/sanaa"]),
        ("Warplanes struck al-Bokamal, activists said in Syria.", ["sy/abu-kamal", "SY"]),
    ],
)
def test_capitals_name_the_news_agency_and_not_the_city(text: str, areas: list[str]) -> None:
    assert [key for _, key in places(text, read(text))] == areas


UNITS = [
    "أعلن لواء النقب في الجيش الإسرائيلي خرق الهدنة.",
    "لواء درعا وافق على هدنة.",
    "فرقة غزة في الجيش الإسرائيلي خرقت الهدنة.",
    "كتيبة شهداء الرستن ترفض الهدنة.",
    "أعلنت جبهة تحرير أوغادين الوطنية وقفا لإطلاق النار.",
    "الجبهة الوطنية لتحرير أوغادين تعلن هدنة.",
    "جيش تحرير بلوشستان أعلن هدنة.",
    "The Negev Brigade broke the truce.",
    "The Ogaden National Liberation Front declared a ceasefire.",
    "The Balochistan Liberation Army announced a ceasefire.",
    "The Rastan Martyrs Battalion rejected the truce.",
]


@pytest.mark.parametrize("text", UNITS)
def test_a_place_in_the_name_of_those_who_fight_is_none(text: str) -> None:
    assert not places(text, read(text)) and not read(text).statements


@pytest.mark.parametrize(("text", "area"), [
    ("هدنة في لواء إسكندرون", "tr/iskenderun"),
    ("معركة تحرير حلب تنتهي بهدنة في حلب", "SY02"),
    ("Israel's Negev was hit by rockets after the truce ended.", "il/negev"),
    ("A truce holds in the Ogaden region.", "et/ogaden"),
])  # fmt: skip
def test_a_place_beside_those_who_fight_is_one(text: str, area: str) -> None:
    assert area in {place for _, place in places(text, read(text))}
