"""What stands beside a truce in its text: where those who leave go to, other news, talks about further towns."""

from __future__ import annotations

import pytest

from tests.reading import expected, read, zones

DATE = "2018-05-05"

GONE_TO = {
    "هدنة في القدم. وينص الاتفاق على وقف القتال تمهيدا لخروج المسلحين إلى مناطق سيطرة المعارضة في إدلب.": "sy/qadam agreed",
    "توصلت الفصائل إلى اتفاق في حرستا، ينص على وقف القتال وخروج المقاتلين إلى جرابلس.": "sy/harasta agreed",
}
OTHER_NEWS = {
    "توصلت الفصائل إلى هدنة في داريا، في وقت أعلنت فيه منظمة طبية أن هجوما وقع في دوما.": "sy/darayya agreed",
}
TALKS = {
    "تبحث لجنة اتفاقا لإجلاء جزئي من الغوطة الشرقية. وستجتمع اللجنة الأحد. وقال ناشط إن المفاوضات مستمرة حول جوبر وزملكا.": (
        "sy/eastern-ghouta negotiating + sy/jobar negotiating + sy/zamalka negotiating"
    ),
    "بدأت هدنة في دوما. وقال الوزير إن الأسعار ارتفعت. وتستمر المفاوضات حول النفط في لبنان.": "sy/douma in_force",
}
SIDES = {  # who stands in a half of a country agrees on a truce in all of it, with another side
    "وقع وفدا حكومة الوفاق وقوات شرق ليبيا اتفاقا على وقف دائم لإطلاق النار.": "LY agreed",
    "اتفق الجيش السوداني وقوات شمال السودان على هدنة.": "SD agreed",
    "The Tripoli government and the forces of eastern Libya signed a permanent ceasefire in Geneva.": "LY agreed",
    "The government and the army of eastern Libya agreed on a truce.": "LY agreed",
    "اتفق النظام وفصائل الغوطة على هدنة.": "sy/eastern-ghouta agreed",
    "أعلنت الفصائل في شمال سوريا هدنة مع الجيش.": "sy/north agreed",
    "اتفق الجيش وفصائل شمال سوريا على هدنة.": "SY agreed",
}
FIRED_FROM = {  # where the fire comes from that breaks a truce
    "هدنة في دوما. وخرق المسلحون الهدنة بإطلاق قذائف من جوبر.": "sy/douma violated",
    "خرق المسلحون الهدنة بإطلاق عشر قذائف هاون من حي جوبر على دمشق.": "sy/damascus violated",
    "The army violated the truce, firing rockets from Jobar at Damascus.": "sy/damascus violated",
    "The rebels in Douma violated the truce by firing shells from Jobar.": "sy/douma violated",
    "أطلق مسلحون صواريخ من بلدة مضايا في خرق جديد للهدنة.": "sy/madaya violated",
    "خرق النظام الهدنة بقصف جوبر.": "sy/jobar violated",
}
CONDITIONS = {  # what must be agreed on first, and what was before
    "رفضت طالبان وقف إطلاق النار قبل الاتفاق على شكل الحكم في أفغانستان.": "AF rejected",
    "لا وقف لإطلاق النار قبل الاتفاق على تبادل الأسرى في مأرب.": "ye/marib rejected",
    "لن يتوقف القصف قبل التوصل إلى هدنة في تعز، قال الحوثيون.": "ye/taiz rejected",
    "اشترط الحوثيون رفع الحصار قبل الاتفاق على هدنة في تعز.": "ye/taiz proposed",
    "قبل الاتفاق على هدنة في تعز، قصف الحوثيون المدينة.": "ye/taiz agreed",
    "لم تتوقف المعارك قبل الاتفاق على هدنة في تعز.": "ye/taiz agreed",
    "رفض الحوثيون الهدنة مرتين، وقتل عشرة قبل الاتفاق على هدنة في تعز.": "ye/taiz agreed",
}
NAMELESS = {  # what a source asks for is nothing that it asks of a truce
    "وقال عضو في اللجنة، طلب عدم نشر اسمه، إن الاتفاق الذي جرى التوصل إليه الأربعاء ينص على وقف إطلاق النار في درعا البلد.": (
        "sy/daraa-al-balad agreed"
    ),
    "وقالت مصادر طلبت إغفال هويتها إن الاتفاق الذي جرى التوصل إليه ينص على وقف إطلاق النار في درعا.": "SY12 agreed",
    "طلب الوجهاء هدنة في درعا البلد.": "sy/daraa-al-balad proposed",
}


@pytest.mark.parametrize(
    ("text", "told"),
    [item for cases in (GONE_TO, OTHER_NEWS, TALKS, SIDES, FIRED_FROM, CONDITIONS, NAMELESS) for item in cases.items()],
)
def test_what_stands_beside_a_truce_is_no_place_of_it(text: str, told: str) -> None:
    assert zones(read(text, DATE)) == expected(told)


@pytest.mark.parametrize(("text", "effective"), [
    ("The Juba agreement includes a ceasefire in Darfur, South Kordofan and Blue Nile between the government and rebels. The "
     "ceasefire in the Nuba Mountains has been in force since June 2016, the SPLM-N said.",
     {"sd/darfur": None, "sd/south-kordofan": None, "sd/blue-nile": None, "sd/nuba": "2016-06"}),
    ("شمل اتفاق وقف إطلاق النار دارفور وجنوب كردفان والنيل الأزرق. ويسري وقف إطلاق النار في جبال النوبة منذ يونيو 2016.",
     {"sd/darfur": None, "sd/south-kordofan": None, "sd/blue-nile": None, "sd/nuba": "2016-06"}),
    ("A ceasefire took effect in Aleppo province, Idlib and Hama on Saturday. The truce in Azaz took effect on Sunday.",
     {"SY02": "2020-10-03", "SY07": "2020-10-03", "SY05": "2020-10-03", "sy/azaz": "2020-10-04"}),
    ("A ceasefire took effect in Aleppo province, Idlib and Hama. The truce in Idlib took effect at midnight on Saturday.",
     {"SY02": "2020-10-03", "SY07": "2020-10-03", "SY05": "2020-10-03"}),
])  # fmt: skip
def test_the_start_in_a_part_of_one_listed_place_is_that_of_the_part(text: str, effective: dict[str, str | None]) -> None:
    statements = read(text, "2020-10-05").statements
    assert {area.area: s.effective and s.effective.text for s in statements for area in s.areas} == effective
