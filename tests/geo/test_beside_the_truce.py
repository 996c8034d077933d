"""What stands beside a truce in its text: where those who leave go to, other news, talks about further towns."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

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


def expected(told: str) -> set[tuple[str, str]]:
    return {(area, status) for area, status in (one.split() for one in told.split(" + "))} if told else set()


@pytest.mark.parametrize(("text", "told"), [*GONE_TO.items(), *OTHER_NEWS.items(), *TALKS.items()])
def test_what_stands_beside_a_truce_is_no_place_of_it(text: str, told: str) -> None:
    assert zones(read(text, DATE)) == expected(told)
