"""Places that a text says a truce does not reach, lists with a name that no table knows, and who only calls from somewhere."""

from __future__ import annotations

import pytest

from tests.reading import excluded, places, read, zones

DATE = "2017-03-29"


@pytest.mark.parametrize(
    "text",
    [
        "توصل الطرفان إلى اتفاق على خروج المقاتلين من حمص القديمة بعد معارك. ولم يدخل حي الوعر في الاتفاق.",
        "دخلت الهدنة في حمص القديمة حيز التنفيذ أمس بعد معارك. ولم ينضم حي الوعر إلى الهدنة.",
        "دخلت الهدنة في حمص القديمة حيز التنفيذ أمس بعد معارك. ولم يدخل حي الوعر ضمن الهدنة.",
    ],
)
def test_a_place_that_does_not_enter_a_truce_is_left_out(text: str) -> None:
    reading = read(text, DATE)
    assert excluded(reading) == {"sy/waer"}
    assert {area for area, _ in zones(reading)} == {"sy/old-homs"}


def test_a_place_that_enters_a_truce_is_covered() -> None:
    assert "sy/madaya" in {area for area, _ in zones(read("دخلت مضايا في هدنة مع الجيش أمس بعد معارك.", DATE))}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("خرج 400 مقاتل من حمص القديمة في اليوم الثاني من تنفيذ اتفاق توصل إليه الطرفان بعد معارك.", "sy/old-homs in_force"),
        ("خرق الجيش الهدنة في دوما في اليوم الثاني من تطبيق الاتفاق بقصف مدفعي.", "sy/douma violated"),
        (
            "تجدد القتال في أكبر خرق للهدنة في دوما. وقال مهندس في اتصال هاتفي من حرستا إنه ينام على هدنة ويستيقظ على قذيفة.",
            "sy/douma violated",
        ),
    ],
)
def test_how_far_an_accord_is_and_who_calls(text: str, told: str) -> None:
    assert zones(read(text, DATE)) == {tuple(told.split())}


FARES = [
    ("أعلن الطرفان مطلع العام هدنة في ليبيا، إلا أنها سقطت خلال أسابيع من القتال.", "LY ended"),
    ("سقط للمرة الثالثة خلال أيام الاتفاق على وقف النار داخل مخيم عين الحلوة في لبنان.", "lb/ain-al-hilweh ended"),
    ("سقط قتلى في حلب خلال الهدنة بقصف مدفعي.", "SY02 violated"),
    ("تتوالى المخالفات الإسرائيلية لوقف النار القائم مع حزب الله في لبنان.", "LB violated"),
    ("تعيش طرابلس منذ 12 يناير على وقع هدنة دعت إليها أنقرة وموسكو بعد معارك في ليبيا.", "ly/tripoli in_force"),
    ("عرضت أربيل وقفا لإطلاق النار في كركوك، وهو عرض رده مكتب العبادي بعد معارك في العراق.", "iq/kirkuk rejected"),
]


@pytest.mark.parametrize(("text", "told"), FARES)
def test_what_becomes_of_a_truce_is_told_in_many_words(text: str, told: str) -> None:
    assert zones(read(text, DATE)) == {tuple(told.split())}


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("شمل الاتفاق مدن الرحيبة وجيرود والضمير والناصرية بعد معارك.", "sy/nasiriyah-qalamoun"),
        ("شمل الاتفاق مدن البصرة والعمارة والناصرية في العراق بعد معارك.", "iq/nasiriyah-iraq"),
    ],
)
def test_of_two_places_of_a_name_a_list_means_that_of_its_country(text: str, area: str) -> None:
    assert dict(places(text, read(text, DATE)))["الناصرية"] == area


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("بدأت هدنة في دوما وقزبانة وحرستا وعربين بعد قصف.", {"sy/douma", "sy/harasta", "sy/arbin"}),
        ("بدأت هدنة في دوما وقزبانة بعد قصف على حرستا.", {"sy/douma"}),
    ],
)
def test_a_name_that_no_table_knows_breaks_no_list_of_three(text: str, covered: set[str]) -> None:
    assert {area for area, _ in zones(read(text, DATE))} == covered
