"""Doubtful names that a truce or fighting beside them makes places, and ordinary words that stay what they are."""

from __future__ import annotations

import pytest

from tests.reading import places, read, zones

# text: the zones that it tells of
ZONES = {
    "انهارت هدنة الوعر بعد قصف واشتباكات.": {("sy/waer", "ended")},
    "قصف النظام دوما في خرق للهدنة، بينما استمرت المعارك في الرقة.": {("sy/douma", "violated")},
    "استهدف الطيران الروسي دوما في خرق للهدنة، بينما استمرت المعارك في الرقة.": {("sy/douma", "violated")},
    "قصف النظام الباب في خرق للهدنة، بينما استمرت المعارك في الرقة.": {("sy/al-bab", "violated")},
    "قصف الحوثيون إب في خرق للهدنة، فيما تواصلت المعارك في مأرب.": {("ye/ibb", "violated")},
    "شهدت دوما خروقات للهدنة، بينما تواصل القتال في حرستا.": {("sy/douma", "violated")},
    "تجددت الاشتباكات في القدم رغم الهدنة، وقتل مدنيون في حرستا.": {("sy/qadam", "violated")},
    "هدنة إب صامدة رغم القصف، فيما تتواصل الاشتباكات في الضالع.": {("ye/ibb", "in_force")},
    "توصل المقاتلون إلى هدنة في القدم والعسالي بعد قتال عنيف. من جهة أخرى، تتواصل المفاوضات بشأن هدنة في برزة.": {
        ("sy/qadam", "agreed"), ("sy/asali", "agreed"), ("sy/barzeh", "negotiating"),
    },
    "اتفق الطرفان على وقف إطلاق النار في طرابلس بعد اشتباكات، بينما رفض حفتر وقف القتال في درنة.": {
        ("ly/tripoli", "agreed"), ("ly/derna", "rejected"),
    },
    "اتفق الطرفان على وقف إطلاق النار في عمران بعد اشتباكات، بينما رفض الحوثيون هدنة في تعز.": {
        ("ye/amran", "agreed"), ("ye/taiz", "rejected"),
    },
    "دخلت هدنة طرابلس حيز التنفيذ بعد معارك بين الجيش اللبناني ومسلحين.": {("lb/tripoli", "in_force")},
    "انهارت هدنة دوما الأخيرة بعد قصف واشتباكات.": {("sy/douma", "ended")},
    "قصف النظام حي القصور في حمص رغم الهدنة.": {("sy/qusour-homs", "violated")},
    "غارات على السكري والأنصاري رغم الهدنة.": {("sy/sukkari", "violated"), ("sy/ansari", "violated")},
    "غارات على #السكري و #الأنصاري رغم الهدنة.": {("sy/sukkari", "violated"), ("sy/ansari", "violated")},
    "هجوم على القصور الرئاسية في دمشق رغم الهدنة.": {("sy/damascus", "violated")},
    "غارات على المزرعة والمدرسة في دوما رغم الهدنة.": {("sy/douma", "violated")},
    "قصف النظام مدينة نوى في درعا رغم الهدنة، وقتل خمسة في المدينة.": {("sy/nawa", "violated")},
    "قتل الشاب حسن في الزبداني في خرق للهدنة بقصف.": {("sy/zabadani", "violated")},
    "The Waer truce collapsed after shelling and clashes.": {("sy/waer", "ended")},
    "The two sides agreed a ceasefire in Tripoli after clashes, while Haftar rejected a truce in Derna.": {
        ("ly/tripoli", "agreed"), ("ly/derna", "rejected"),
    },
}  # fmt: skip


@pytest.mark.parametrize("text", ZONES)
def test_a_truce_or_fighting_beside_a_doubtful_name_makes_it_a_place(text: str) -> None:
    assert zones(read(text)) == ZONES[text]


def test_a_name_that_a_truce_makes_a_town_is_one_wherever_the_text_has_it() -> None:
    text = "انهارت هدنة الوعر بعد قصف. وقال ناشط إن الوعر محاصر."
    assert [area for name, area in places(text, read(text)) if name == "الوعر"] == ["sy/waer", "sy/waer"]


@pytest.mark.parametrize(
    "text",
    [
        "انسحبت القوات من الحراك في سوريا.",
        "وجرى انسحاب فصائل المعارضة من الحراك أمس.",
        "ستنسحب قوات النظام من الحراك نحو درعا.",
    ],
)
def test_where_fighters_withdraw_from_is_a_place(text: str) -> None:
    assert ("الحراك", "sy/hirak") in places(text, read(text))


# text: a word of it that is no place there
ORDINARY = {
    "أصيب المقاتل برصاص في القدم اليمنى رغم الهدنة في حلب.": "القدم",
    "خسر الفريق في كرة القدم بعد هدنة في حلب واشتباكات.": "القدم",
    "كرر المبعوث دوما الدعوة إلى هدنة في حلب بعد معارك.": "دوما",
    "يقصف النظام دوما المدنيين رغم الهدنة في إدلب.": "دوما",
    "خرق النظام الهدنة في حمص، وهي هدنة شهدت دوما خروقات وقصفا.": "دوما",
    "أغلق النظام الباب أمام هدنة في حلب بعد معارك عنيفة.": "الباب",
    "اتفق الطرفان على هدنة في الحارة القديمة بعد اشتباكات في درعا.": "الحارة",
    "قصف الجيش المنطقة الحمراء في حلب خلال الهدنة.": "الحمراء",
    "استهدف الطيران المهاجرين قرب درعا في خرق للهدنة.": "المهاجرين",
    "شهدت الزيارة توترا بعد خرق الهدنة في إدلب بقصف مدفعي.": "الزيارة",
    "دخلت هدنة الأربعين يوما حيز التنفيذ في حمص بعد قصف واشتباكات.": "الأربعين",
    "قال عمران إن هدنة تعز انهارت بعد قصف.": "عمران",
    "نشر الناشطون صور قصف على صيدا رغم الهدنة.": "صور",
    "انهارت هدنة جدة بعد قصف واشتباكات في السودان.": "جدة",  # where it was signed
    "أعلن الطرفان هدنة سورية بعد قصف واشتباكات.": "سورية",
    "قصف الجيش المزرعة بالمدفعية رغم الهدنة في حلب.": "المزرعة",
    "استهدف القصف الروضة فقتل أطفال رغم الهدنة في حلب.": "الروضة",
    "معارك في القصور الرئاسية انتهت بهدنة في حلب بعد قصف.": "القصور",
    "قصف الحلة العسكرية رغم الهدنة والاشتباكات.": "الحلة",
    "هدنة رفاعة الطهطاوي وكتابه بعد معارك وقصف.": "رفاعة",
    "انسحب الوفد من الباب الخلفي رغم الهدنة في حلب.": "الباب",
    "انسحبت الفصائل من القصور الرئاسية رغم الهدنة في دمشق.": "القصور",
    "نوى الجيش خرق الهدنة بقصف المدينة بعد اشتباكات.": "المدينة",
    "هدنة المغرب حتى صلاة العشاء بعد قصف واشتباكات في حلب.": "المغرب",
    "القائد حسن الزبداني وقع هدنة مع الجيش بعد قصف واشتباكات.": "الزبداني",
    "قال سكان شارع مأرب في صنعاء إن الهدنة أوقفت القصف.": "مأرب",
    "Colonel Ahmad Homs said that the army fought rebels before the truce collapsed.": "Homs",
    "The Lyman family fled the shelling before a ceasefire was agreed.": "Lyman",
    "Lord Salisbury's truce with the Boers ended in shelling and battles.": "Salisbury",
}


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_words_stay_what_they_are(text: str) -> None:
    assert not [name for name, area in places(text, read(text)) if area and name == ORDINARY[text]]


def test_as_much_evidence_for_two_countries_speaks_for_neither() -> None:
    text = "انهارت هدنة طرابلس بعد قصف واشتباكات."
    assert [area for _, area in places(text, read(text))] == [None]


def test_of_the_places_of_one_country_the_first_is_meant() -> None:
    text = "اتفق الطرفان على هدنة في العزيزية بعد اشتباكات، بينما رفض حفتر هدنة في درنة."
    assert ("العزيزية", "ly/azizia") in places(text, read(text))


def test_a_truce_that_the_sentence_before_names_is_asked_of_its_own_clause() -> None:
    assert read("A truce took effect. It collapsed on Friday, while fighting continued in Raqqa.").statements


NAMED = [
    ("تجدد القتال في إقليمي كيفو الشمالي والجنوبي رغم الهدنة.", ["cd/north-kivu", "cd/south-kivu"]),
    ("M23 rebels broke the ceasefire in South Kivu.", ["cd/south-kivu"]),
    ("قصف الجيش بلدة الناقورة بقضاء صور.", ["lb/naqoura", "lb/tyre"]),
    ("نشر صور القصف على النبطية.", ["lb/nabatieh"]),
    ("أعلنت القوات المسلحة الثورية في كولومبيا هدنة.", []),
    ("هدنة في مدينة بلا سكان.", []),
    ("خرق المقاتلون الهدنة قرب سبين بولدك.", ["af/spin-boldak"]),
]


@pytest.mark.parametrize(("text", "areas"), NAMED)
def test_names_beyond_syria_and_what_is_none(text: str, areas: list[str]) -> None:
    assert [area for _, area in places(text, read(text)) if area] == areas
