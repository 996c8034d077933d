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


@pytest.mark.parametrize(("text", "told"), [*GONE_TO.items(), *OTHER_NEWS.items(), *TALKS.items()])
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
