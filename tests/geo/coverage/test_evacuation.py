"""Evacuations that no word calls a truce: on buses, in exchange for others, in or out of a town under a deal."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

TOLD = [
    (
        "خرج عشرات المقاتلين من مخيم اليرموك أمس مقابل خروج مرضى من بلدتي الفوعة وكفريا.",
        "sy/foua in_force + sy/kefraya in_force + sy/yarmouk-camp in_force",
        "an exchange",
    ),
    (
        "نقلت الحافلات أسرا إلى الشمال في ظل الهدنة.\nوسمح لبعض المسلحين بمغادرة حرستا وزملكا.",
        "sy/harasta in_force + sy/zamalka in_force",
        "fighters for whom buses were sent",
    ),
    ("وغادرت أول قافلة من عشر حافلات حرستا نحو إدلب في إطار الاتفاق.", "sy/harasta in_force", "buses that leave a town"),
    (
        "وصلت إلى جرابلس دفعة جديدة من مهجري حي الوعر تنفيذا لاتفاق مع الحكومة.",
        "sy/waer in_force",
        "where those who were displaced come from",
    ),
    (
        "دخلت الحافلات بلدتي كفريا والفوعة لإجلاء السكان بموجب اتفاق بين الفصائل وإيران.",
        "sy/foua in_force + sy/kefraya in_force",
        "a town that buses entered, without a preposition",
    ),
]
AGREED = [
    (
        "دارت معارك أمس في عربين وزملكا قرب دمشق. وأعلنت سانا التوصل إلى اتفاق يقضي بخروج المقاتلين إلى جرابلس.",
        "sy/arbin agreed + sy/zamalka agreed",
        "the towns named before an accord on leaving, and not where they go",
    ),
    (
        "Fighters in Harasta are to be taken to Idlib under a deal with the army.",
        "sy/harasta agreed",
        "who is to be taken away",
    ),
    ("Rebels in Douma will leave for Jarablus under the deal, the army said.", "sy/douma agreed", "who will leave"),
    (
        "The accord for al-Waer, under which fighters will be taken to Jarablus, would start to be carried out on Saturday. "
        "Rebels and the army have fought there for months.",
        "sy/waer agreed",
        "an accord that would start",
    ),
    (
        "Insurgents handed their heavy weapons to the army in Rastan under the deal, after months of fighting.",
        "sy/rastan in_force",
        "weapons that are handed over",
    ),
    (
        "The first buses with fighters on board drove out of the Old City of Homs on Wednesday, in line with the accord.",
        "sy/old-homs in_force",
        "buses that drove out",
    ),
]
NOT_TOLD = [
    ("Two hundred fighters were taken ill in Douma under a deal.", "who is ill"),
    ("Two fighters were taken from Harasta to hospital after an agreement on fishing.", "who is taken to hospital from a town"),
    ("Injured militants were taken to hospital in Idlib under a deal with the army.", "who is taken to hospital in a town"),
    ("The minister departed from Aleppo under a deal. The army fights in Idlib.", "who travels"),
    ("Students handed their papers in Douma under an agreement. The army fights there.", "what is handed over"),
    ("Two fighters were taken to hospital in Harasta after an agreement on fishing.", "who is hurt"),
    ("انسحب عشرات المقاتلين من مخيم اليرموك أمس بعد معارك وغارات.", "a retreat"),
    ("نقلت الحافلات المشجعين إلى الملعب.\nوخرج اللاعبون من حرستا بعد المباراة.", "those who are no fighters"),
    ("خرج مئات المدنيين من حرستا أمس هربا من القصف.", "flight"),
    ("انطلقت حافلة من حمص أمس.\nوقال الجيش إن مسلحا خرج من حمص وقتل خمسة.", "one man"),
    ("قتل مسلحون عشرة من ركاب حافلات في حمص ثم غادر المسلحون المدينة.", "an attack on buses"),
    ("دخلت دبابات الجيش بلدة كفريا بعد قصف عنيف.", "a town that is taken"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TOLD)
def test_an_evacuation_needs_no_word_for_a_truce(text: str, expected: str, why: str) -> None:
    assert " + ".join(sorted(f"{area} {status}" for area, status in zones(read(text)))) == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), AGREED, ids=[why for *_, why in AGREED])
def test_an_accord_about_who_leaves_or_disarms_is_a_settlement(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text, "2017-04-04"))} == set(expected.split(" + ")), why


@pytest.mark.parametrize(("text", "why"), NOT_TOLD)
def test_not_all_who_leave_are_evacuated(text: str, why: str) -> None:
    assert zones(read(text)) == set(), why


ANSWERED = [
    (
        "وافق تنظيم داعش على الخروج من مخيم اليرموك بعد أسابيع من القصف.",
        "sy/yarmouk-camp agreed",
        "fighters who agreed to leave",
    ),
    ("رفض المسلحون الخروج من حرستا بعد أسابيع من القصف.", "sy/harasta rejected", "fighters who refused to"),
    ("اقترح الوزير على نظيره إخراج المقاتلين الأكراد من منبج.", "", "what states propose to each other"),
    ("وافق الجيش على الخروج من حرستا بعد أسابيع من القصف.", "", "an army that agreed to"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ANSWERED)
def test_fighters_answer_whether_they_leave(text: str, expected: str, why: str) -> None:
    assert " + ".join(sorted(f"{area} {status}" for area, status in zones(read(text)))) == expected, why


DONE = [
    (
        "وكانت حرستا شهدت أمس إجلاء عشرات المقاتلين بموجب اتفاق تركي روسي.",
        "sy/harasta in_force",
        "a town that saw people leave",
    ),
    ("وكان مقاتلو حرستا قد خرجوا أمس إلى إدلب بموجب اتفاق.", "sy/harasta in_force", "the fighters of a town"),
    ("وكانت حرستا شهدت أمس معارك عنيفة خلال اتفاق مع الحكومة على إجلاء الجرحى.", "", "a town that saw fighting"),
]


@pytest.mark.parametrize(("text", "expected", "why"), DONE)
def test_a_town_is_left_under_a_deal(text: str, expected: str, why: str) -> None:
    assert " + ".join(sorted(f"{area} {status}" for area, status in zones(read(text)))) == expected, why


def test_a_truce_is_offered_to_a_group() -> None:
    text = "عرض الرئيس الأفغاني هدنة على طالبان خلال العيد بعد معارك وغارات."
    assert zones(read(text)) == {("AF", "proposed")}
    assert "LB" not in {area for area, _ in zones(read(text.replace("على طالبان", "على حزب الله")))}


DEAL = "تم التوصل إلى اتفاق لإجلاء المقاتلين من الغوطة الشرقية. "
LEAVING = [
    ("Rebels from Daraya will leave for Idlib under a deal.", "sy/darayya agreed", "who comes from a town and is to leave it"),
    (
        DEAL + "وغادرت الدفعة الأولى من المقاتلين حرستا على متن حافلات.",
        "sy/eastern-ghouta in_force + sy/harasta in_force",
        "the first have left a town of it",
    ),
    (
        "أعلن الجيش اتفاقا على خروج الفصائل من القلمون الشرقي بعد معارك. وغادرت حافلات المقاتلين بلدة جيرود صباحا.",
        "sy/eastern-qalamoun in_force + sy/jayrud in_force",
        "buses have left a town of it",
    ),
    (
        DEAL.replace("الغوطة الشرقية", "القنيطرة") + "وغادرت أول قافلة من الحافلات بلدة جباتا الخشب في القنيطرة.",
        "SY14 in_force + sy/jubata-al-khashab in_force",
        "a convoy has left a village of a province",
    ),
    (
        DEAL + "ومن المقرر أن يغادر المقاتلون حرستا غدا على متن حافلات.",
        "sy/eastern-ghouta agreed + sy/harasta agreed",
        "they leave tomorrow",
    ),
    (
        DEAL + "وغادرت الدفعة الأولى من المقاتلين إدلب على متن حافلات.",
        "SY07 in_force + sy/eastern-ghouta agreed",
        "they have left another area",
    ),
    (
        "اتفقت الفصائل وروسيا على هدنة في الغوطة الشرقية. ودخلت الهدنة في دوما حيز التنفيذ.",
        "sy/eastern-ghouta agreed + sy/douma in_force",
        "a ceasefire that began in a town",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), LEAVING, ids=[why for *_, why in LEAVING])
def test_an_evacuation_is_under_way_as_soon_as_the_first_have_left(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text, "2018-03-23"))} == set(expected.split(" + ")), why


LEFT = [
    (
        "غادر مسلحون حرستا مطلع الشهر الجاري بموجب تسوية.",
        "sy/harasta ended",
        "early in a month of which it is late",
    ),
    ("غادر عشرات المقاتلين حرستا مطلع مارس مقابل خروج جرحى من دوما.", "sy/douma ended + sy/harasta ended", "in exchange"),
    ("خرج عشرات المقاتلين من حرستا هذا الشهر بموجب تسوية.", "sy/harasta in_force", "some day of this month"),
    ("خرج عشرات المقاتلين من حرستا أول من أمس بموجب تسوية.", "sy/harasta in_force", "two days ago"),
    ("تبدأ هدنة في حرستا أواخر مارس.", "sy/harasta agreed", "late in a month that has begun"),
    ("تسري هدنة في حرستا منذ مطلع مارس.", "sy/harasta in_force", "a ceasefire that goes on since"),
]


@pytest.mark.parametrize(("text", "expected", "why"), LEFT, ids=[why for *_, why in LEFT])
def test_the_part_of_a_month_says_what_is_long_done_and_what_lies_ahead(text: str, expected: str, why: str) -> None:
    assert {" ".join(pair) for pair in zones(read(text, "2018-03-20"))} == set(expected.split(" + ")), why


STILL_INSIDE = [
    (
        "يقضي الاتفاق بإخلاء الفوعة وكفريا من سكانهما، وإجلاء من تبقى من المقاتلين في الزبداني والرافضين للمصالحة في مضايا.",
        "sy/foua sy/kefraya sy/zabadani sy/madaya",
    ),
    ("يقضي الاتفاق بخروج المقاتلين من حرستا ومن مقاتلي الفصائل في برزة.", "sy/harasta sy/barzeh"),
    ("ينص الاتفاق على خروج المقاتلين من حرستا وإقامتهم في إدلب.", "sy/harasta"),
    ("ينص الاتفاق على خروج المقاتلين من حرستا إلى المقاتلين في إدلب.", "sy/harasta"),
]


@pytest.mark.parametrize(("text", "left"), STILL_INSIDE)
def test_those_who_are_to_leave_are_told_by_where_they_are(text: str, left: str) -> None:
    assert {place for place, _ in zones(read(text))} == set(left.split())


YARMOUK, BOTH = "sy/yarmouk-camp", "sy/foua sy/kefraya"
IN_EXCHANGE = {
    "اتفق الطرفان على إجلاء المقاتلين من مخيم اليرموك مقابل تحرير المحاصرين في بلدتي كفريا والفوعة.": f"{YARMOUK} {BOTH}",
    "يقضي الاتفاق بإخراج المقاتلين من مخيم اليرموك، وتحرير المحاصرين من أهالي بلدتي كفريا والفوعة.": f"{YARMOUK} {BOTH}",
    "هدنة في دوما. وقال الجيش إن تحرير المحاصرين في حرستا هدفه.": "sy/douma",
    "يقضي الاتفاق بخروج المقاتلين من مخيم اليرموك إلى إدلب مقابل تحرير المحاصرين في كفريا والفوعة.": f"{YARMOUK} {BOTH}",
    "دخل اتفاق في مخيم اليرموك حيز التنفيذ مقابل إجلاء أهالي كفريا والفوعة.": f"{YARMOUK} {BOTH}",
    "Under the deal fighters will leave Yarmouk in exchange for the evacuation of the residents of Kafraya and Fuah.": (
        f"{YARMOUK} {BOTH}"
    ),
    "A deal on the evacuation of Yarmouk was reached in exchange for the evacuation of the residents of Kafraya and Fuah.": (
        f"{YARMOUK} {BOTH}"
    ),
    "توصل الطرفان إلى اتفاق على إجلاء المقاتلين من مخيم اليرموك مقابل إدخال المساعدات إلى بلدة قرب كفريا.": YARMOUK,
    "اتفاق على إجلاء المقاتلين من مضايا مقابل خروج المقاتلين إلى إدلب.": "sy/madaya",
    "هدنة في دوما مقابل إطلاق أسرى محتجزين في حرستا.": "sy/douma",
    "A deal to evacuate Yarmouk in exchange for the release of prisoners to Damascus was reached.": YARMOUK,
}


@pytest.mark.parametrize("text", IN_EXCHANGE)
def test_those_who_are_let_out_in_exchange_are_told_by_where_they_are(text: str) -> None:
    assert {place for place, _ in zones(read(text))} == set(IN_EXCHANGE[text].split())
