"""Where a text with a truce says that it is calm, the truce holds; and fire that somebody stops or suspends is one."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

BEGAN_AR = "أعلن الطرفان وقف إطلاق النار الاثنين. "
BEGAN_EN = "A ceasefire was agreed on Monday. "

CALM = [
    ("Russia announced a truce in Douma. A truce in Homs collapsed. Douma was quiet on Tuesday.", "sy/douma"),
    (BEGAN_AR + "وخيم الهدوء على دوما، بعد ساعات من غارات عنيفة.", "sy/douma"),
    (BEGAN_AR + "وخيم هدوء حذر على جبهات تعز ومأرب والجوف.", "ye/taiz ye/marib ye/jawf"),
    (BEGAN_AR + "وقال سكان إن الوضع هادئ في دوما وحرستا.", "sy/douma sy/harasta"),
    (BEGAN_AR + "وساد الهدوء مدينة دوما منذ الفجر.", "sy/douma"),
    ("هدأت الأوضاع في مخيم عين الحلوة ظهر اليوم، وهو الموعد الذي حددته اللجنة لوقف إطلاق النار.", "lb/ain-al-hilweh"),
    (BEGAN_EN + "On Tuesday it was quiet in Douma and Harasta, residents said.", "sy/douma sy/harasta"),
    (BEGAN_EN + "Front lines in Taiz and Marib were quiet on Tuesday.", "ye/taiz ye/marib"),
    (BEGAN_EN + "Calm prevailed in Douma on Tuesday.", "sy/douma"),
    ("Douma was quiet after a truce was agreed.", "sy/douma"),
    ("Douma has been calm since the ceasefire.", "sy/douma"),
    ("The front lines were calm after the ceasefire in Taiz took hold.", "ye/taiz"),
    ("كان الوضع هادئا في دوما بعد هدنة أعلنت الاثنين.", "sy/douma"),
    ("قالت وزارة الدفاع إن إطلاق النار توقف في إقليم ناغورني قره باغ.", "az/nagorno-karabakh"),
    ("علق الجيش عملياته القتالية في مدينة درعا ثمانية وأربعين ساعة.", "sy/daraa"),
    ("علقت الفصائل إطلاق النار في جرود رأس بعلبك.", "lb/ras-baalbek"),
]
NOT_CALM = [
    "تحدث المحلل عن هدنة مؤقتة. وقال إن الهدوء في أسواق دمشق لن يدوم.",
    BEGAN_EN.replace("A ceasefire", "A ceasefire in Douma") + "The minister was calm.",
    BEGAN_EN.replace("A ceasefire", "A ceasefire in Douma") + "Streets in Paris were quiet.",
    "He wrote a book about truces. Douma was quiet on Tuesday.",
    BEGAN_AR + "ويأمل السكان أن يعود الهدوء إلى دوما.",
    BEGAN_AR + "وخيم الهدوء على دوما وقصفت الطائرات حرستا.",
    BEGAN_EN + "Douma, the envoy said, was quiet.",
    "انهارت الهدنة في تعز. وخيم هدوء حذر على صنعاء.",
    "Russia and Turkey are discussing a ceasefire in Idlib. Damascus was quiet on Wednesday.",
    "أعلنت روسيا هدنة في الغوطة الشرقية. وعاد الهدوء إلى دمشق.",
    "Aleppo was calm but air strikes hit villages in Idlib despite the ceasefire.",
    "وخيم هدوء حذر على جبهات تعز ومأرب.",  # no truce is told of
    "Douma was quiet on Tuesday.",
    BEGAN_AR + "ولم يعد الهدوء إلى دوما.",
    BEGAN_EN + "It was not quiet in Douma on Tuesday.",
    "Douma was not quiet after a truce was agreed.",
    BEGAN_EN + "Residents of Douma said the road was quiet.",
    BEGAN_AR + "وقال إن الوضع هادئ، في دوما ينتظر السكان المساعدات.",
    BEGAN_AR + "علق الوزير على القصف في دوما.",
]


@pytest.mark.parametrize(("text", "places"), CALM)
def test_where_it_is_calm_the_truce_holds(text: str, places: str) -> None:
    found = {zone for zone in zones(read(text, "2018-05-02")) if zone[1] != "ended"}
    assert found == {(place, "in_force") for place in places.split()}


@pytest.mark.parametrize("text", NOT_CALM)
def test_no_calm_no_truce(text: str) -> None:
    assert not {status for _, status in zones(read(text, "2018-05-02"))} & {"in_force"}


DAYS = [
    ("انقضى اليوم الرابع من الهدنة الإنسانية في الغوطة الشرقية.", "in_force", "a day of it is over"),
    ("انتهى اليوم الأول من الهدنة في الغوطة الشرقية دون خروج أحد.", "in_force", "the first day"),
    ("انتهى اليوم الأخير من الهدنة في الغوطة الشرقية.", "ended", "the last day"),
    ("انتهت فجر اليوم الهدنة في الغوطة الشرقية.", "ended", "today"),
]


@pytest.mark.parametrize(("text", "status", "why"), DAYS, ids=[why for *_, why in DAYS])
def test_a_truce_goes_on_when_a_day_of_it_is_over(text: str, status: str, why: str) -> None:
    assert zones(read(text)) == {("sy/eastern-ghouta", status)}, why


OBJECTS = [
    ("بدأت الهدنة أمس. وساد هدوء حذر محافظة درعا.", {"SY12"}),
    ("بدأت الهدنة أمس. وساد الهدوء جبهات درعا والقنيطرة، باستثناء قذيفتين سقطتا على قرية إيب.", {"SY12", "SY14"}),
    ("بدأت الهدنة أمس. وساد الهدوء في حماة، وشنت الطائرات غارات على درعا.", set()),
]


@pytest.mark.parametrize(("text", "calm"), OBJECTS)
def test_calm_has_its_place_as_an_object(text: str, calm: set[str]) -> None:
    assert {area for area, status in zones(read(text)) if status == "in_force"} == calm


def test_by_whom_something_is_done_opens_no_clause() -> None:
    assert zones(read("تسليم السلاح من قبل المسلحين في درعا بموجب الهدنة.")) == {("SY12", "in_force")}
