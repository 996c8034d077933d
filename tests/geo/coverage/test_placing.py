"""Where a truce holds that its clause does not place: known by its parties, by a war of the past, by what stands nearby."""

from __future__ import annotations

import pytest

from tests.reading import read, told, zones

PARTIES = [
    (
        "يطالب المغرب بالصحراء الغربية. وتوعدت القيادة بالرد على أي انتهاك لوقف إطلاق النار.",
        "EH in_force",
        "the standing truce of two states",
    ),
    ("يطالب المغرب بالصحراء الغربية. وقد انتهى وقف إطلاق النار العام الماضي.", "EH ended", "a standing truce that is over"),
    ("انتهت الحرب بين المغرب والصحراء الغربية بهدنة.", "EH in_force", "a war that a standing truce ended"),
    ("أعلن حزب العمال الكردستاني هدنة بعد هجمات وغارات في تركيا.", "TR agreed", "an armed group and where it fights"),
    (
        "دوت انفجارات شمال غزة. وقتل خمسة في غارات.\nويعد القصف خرقا لوقف إطلاق النار الذي وافقت عليه حماس الأسبوع الماضي.",
        "ps/gaza-strip violated",
        "a group that agreed to it, in a relative clause",
    ),
    (
        "دوت انفجارات شمال غزة. وقتل خمسة في غارات.\nويعد القصف خرقا لوقف إطلاق النار الذي وافق عليه حزب الله ضمنا.",
        "ps/gaza-strip:north violated",
        "a group that fights elsewhere",
    ),
    (
        "يقيم اللاجئون من سوريا في ألمانيا. وصمد وقف إطلاق النار الهش بين فصائل المعارضة والنظام السوري.",
        "SY in_force",
        "those who fight, in a text that tells of no fighting",
    ),
    (
        "سيطرت الفصائل على يلدا. وصمد وقف إطلاق النار الهش بين فصائل المعارضة والنظام السوري.",
        "sy/yalda in_force",
        "those who fight, in a text about a town",
    ),
    (
        "انتقد الرئيس الكوري الجنوبي الزيارة إلى المنطقة المنزوعة السلاح التي تفصل بلاده عن كوريا الشمالية.",
        "kr/dmz in_force",
        "the adjective of one of two states",
    ),
    ("وفي الحديدة، لا تزال الهدنة صامدة رغم بعض المناوشات.", "ye/hodeidah in_force", "a place that opens the sentence"),
    ("In Taiz, the truce is still holding.", "ye/taiz in_force", "a place that opens an English sentence"),
    ("وفي تعز، تظاهر مئات ضد الهدنة.", "", "a place where the truce is only talked about"),
    ("وفي الحديدة، قال قيادي إن الهدنة لا تزال صامدة.", "", "a place where somebody speaks"),
    ("وفي الحديدة وعدن، تسير الحافلات. وفي عدن، افتتح مهرجان والهدنة صامدة في تعز.", "ye/taiz in_force", "a place beside"),
    (
        "سيطر الجيش على درعا والقنيطرة بعد التوصل إلى اتفاقات تسوية مع الفصائل في هذه المناطق.",
        "SY12 agreed + SY14 agreed",
        "areas that it points back to",
    ),
    (
        "سيطر الجيش على درعا والقنيطرة بعد التوصل إلى اتفاقات تسوية مع الفصائل في تلعفر وتلك القرى.",
        "",
        "what is pointed to without a preposition",
    ),
    (
        "نددت واشنطن بانتهاكات القوات في منطقة خفض التصعيد.\nوجنوب غرب سوريا الواقع على حدود الأردن والجولان معقل المعارضة.",
        "sy/south-west violated",
        "the only part of the country that a text names",
    ),
    (
        "نددت واشنطن بانتهاكات القوات في منطقة خفض التصعيد.\nوتقاتل المعارضة في درعا وإدلب السوريتين.",
        "",
        "two parts of the country",
    ),
    ("يهدد التصعيد في سوريا التفاهمات المبرمة على مناطق خفض التوتر.", "SY agreed", "several zones of a country"),
]

ABOUT = [
    (
        "تصعيد في درعا.\nقتل خمسة في غارات على درعا.\nوقال مراقبون إن الهدنة انهارت.\nوكانت هدنة بدأت في جنوب سوريا قبل عام.",
        "sy/south ended",
        "a truce of the wider area that the text names elsewhere",
    ),
    (
        "تصعيد في درعا.\nقتل خمسة في غارات على درعا.\nوقال مراقبون إن الهدنة انهارت.",
        "SY12 ended",
        "a text that names no wider area of a truce",
    ),
    (
        "تصعيد في درعا.\nقتل خمسة في غارات على درعا.\nوقال مراقبون إن الهدنة انهارت.\nودعا المبعوث إلى هدنة في سوريا.",
        "SY proposed + SY12 ended",
        "a truce that is called for in the whole country",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), PARTIES)
def test_the_parties_say_where(text: str, expected: str, why: str) -> None:
    assert told(text) == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), ABOUT)
def test_what_a_text_is_about_gives_way_to_the_area_that_it_gives_a_truce(text: str, expected: str, why: str) -> None:
    assert told(text) == expected, why


def test_the_whole_of_something_is_no_hope() -> None:
    assert told("فرضت الفصائل هدنة كاملة في دوما بعد أسبوع من القصف والغارات.") != "sy/douma proposed"


def test_what_an_army_has_taken_is_no_safe_zone() -> None:
    text = "تقدم الجيش بعد معارك وغارات.\nوأعلن الجيش حرستا وبلداتها مناطق آمنة بالكامل."
    assert told(text) == ""
    assert told("أعلنت روسيا وتركيا الاتفاق على منطقة آمنة في تل أبيض بعد معارك وغارات.") == "sy/tell-abyad agreed"


@pytest.mark.parametrize(
    ("date", "status"), [("في أيار 2017", "ended"), ("في 31 تموز 2017", "in_force")], ids=["long ago", "this week"]
)
def test_a_date_behind_a_relative_clause_is_that_of_the_clause_before(date: str, status: str) -> None:
    text = f"نفذت اتفاقات إجلاء.\nوكان أبرزها خروج الفصائل من حرستا، التي كانت معقلها قرب العاصمة، {date}."
    assert told(text) == f"sy/harasta {status}"


def test_what_is_said_of_it_elsewhere_places_it_there_too() -> None:
    text = "تسعى الأمم المتحدة إلى وقف إطلاق النار في كل الغوطة الشرقية بعد سريانه في دوما."
    assert ("sy/douma", "in_force") in zones(read(text))
    assert "sy/douma" not in {area for area, _ in zones(read(text.replace("سريانه", "لقائه")))}


LIES_IN = [
    ("تجددت المعارك والاشتباكات في حي الوعر في حمص، بعد انهيار هدنة.", "sy/waer ended", "a quarter of a city"),
    ("قتل اثنان في معارك في بلدة مضايا بريف دمشق بعد انهيار وقف لإطلاق النار.", "sy/madaya ended", "a town of a province"),
    ("تجددت الاشتباكات والمعارك في حرستا ودوما، بعد انهيار هدنة.", "sy/douma ended + sy/harasta ended", "two towns"),
]


@pytest.mark.parametrize(("text", "expected", "why"), LIES_IN, ids=[why for *_, why in LIES_IN])
def test_where_a_place_lies_is_not_where_its_truce_is(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text, "2017-08-01"))} == set(expected.split(" + ")), why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("حاصر مسلحون كفريا والفوعة سنوات. وانهارت الهدنة في البلدتين أمس.", "sy/foua ended; sy/kefraya ended"),
        ("قصفت طائرات مضايا والزبداني. ودخلت هدنة في المدينتين حيز التنفيذ.", "sy/madaya in_force; sy/zabadani in_force"),
        (
            "Militants besieged and shelled Foua and Kefraya. A truce in the two towns took effect on Friday.",
            "sy/foua in_force; sy/kefraya in_force",
        ),
        ("انهارت الهدنة في البلدتين أمس بعد قصف عنيف.", ""),
    ],
)
def test_two_places_may_be_named_before(text: str, expected: str) -> None:
    assert "; ".join(sorted(f"{area} {status}" for area, status in zones(read(text)))) == expected


def test_what_is_fought_for_beside_a_call_says_not_where_it_is_for() -> None:
    curfew = "ودعت واشنطن إلى خفض التصعيد وإنهاء الاقتتال، فيما فرضت قسد حظر تجوال من الشحيل إلى الباغوز."
    assert not zones(read("اندلعت معارك في ذيبان. " + curfew))


WHO_MET = [
    ("قتل مدنيون في طفس. والتقى وفد من وجهاء حوران الضباط لتثبيت الاتفاق الذي يقضي بإخراج المطلوبين من طفس.", {"sy/tafas"}),
    ("توصلت الفصائل إلى هدنة في القنيطرة. وتم الاتفاق خلال اجتماع عقد أمس في مدينة جاسم بمحافظة درعا.", {"SY14"}),
]


@pytest.mark.parametrize(("text", "areas"), WHO_MET)
def test_where_they_met_and_whose_notables_they_are_is_no_zone(text: str, areas: set[str]) -> None:
    assert {area for area, _ in zones(read(text))} == areas
