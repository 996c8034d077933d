"""Countries and capitals whose Arabic names are other words, too: a government acts, or is dealt with, beside them."""

from __future__ import annotations

import pytest

from tests.reading import read


def places_named(text: str) -> set[str]:
    return {r.area.key for r in read(text).resolutions if r.area}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("أعلنت السعودية وقف إطلاق النار في اليمن.", "SA"),
        ("رحبت السعودية بالهدنة في اليمن.", "SA"),
        ("السعودية ترحب بالهدنة في اليمن.", "SA"),
        ("وقال التحالف الذي تقوده السعودية إن الهدنة صامدة.", "SA"),
        ("بحث المبعوث الهدنة مع السعودية.", "SA"),
        ("أعلنت سورية موافقتها على وقف إطلاق النار.", "SY"),
        ("قالت سورية إنها ملتزمة بالهدنة في إدلب.", "SY"),
        ("التقى المبعوث مع سورية وروسيا.", "SY"),
        ("اتهم المغرب جبهة البوليساريو بخرق وقف إطلاق النار في الصحراء الغربية.", "MA"),
        ("قال الوزير إن المغرب لن يقف مكتوف الأيدي.", "MA"),
        ("أكدت قطر أن المفاوضات مستمرة.", "QA"),
        ("قطر: المفاوضات بشأن غزة مستمرة.", "QA"),
        ("دعا وزير خارجية قطر إلى هدنة في غزة.", "QA"),
        ("أرسلت الإمارات قوات عسكرية إلى جزيرة سقطرى في اليمن.", "AE"),
        ("وتسيطر الفصائل على سقطرى بينما السعودية تستولي على المهرة.", "SA"),
        ("واتهمت مالي الجزائر بدعم المتمردين.", "ML"),
        ("قالت كابل إن طالبان رفضت الهدنة.", "af/kabul"),
    ],
)
def test_a_government_acts(text: str, country: str) -> None:
    assert country in places_named(text)


@pytest.mark.parametrize(
    "text",
    [
        "رحبت الحكومة السعودية بالهدنة.",
        "قال وزير الخارجية السعودية إن الهدنة صامدة.",
        "أعربت القيادة السعودية عن أملها في هدنة.",
        "تدخلت قوات سورية في المعركة.",
        "أعلنت مصادر سورية أن الهدنة انهارت.",
        "شنت مقاتلات سورية غارات على البلدة.",
        "قالت طائرات روسية وسورية شنت غارات على البلدة.",
        "بعد صلاة المغرب خرجت مظاهرة.",
        "حصلت البلدة على دعم مالي من المانحين.",
        "ولفت مسقط رأسه الأنظار.",
        "وقع اتفاق مالي بين الطرفين.",
    ],
)
def test_the_word_is_another(text: str) -> None:
    assert not places_named(text) & {"SA", "SY", "MA", "ML", "om/muscat"}


def test_what_a_government_does_names_it_everywhere() -> None:
    text = "أعلنت الإمارات سحب قواتها من سقطرى. ووصف ناشطون سلوك الإمارات بالاستعلائي، وطالبوا بطرد الإمارات من التحالف."
    named = [r.area.key for r in read(text).resolutions if r.area]
    assert named.count("AE") == 3


def test_each_of_several_such_names_in_one_list() -> None:
    assert {"AE", "QA"} <= places_named("زار المبعوث السعودية والإمارات وقطر.")
    assert {"SA", "AE"} <= places_named("بحث الوزير مع السعودية والإمارات سبل وقف إطلاق النار في السودان.")


def test_a_state_is_no_rival_of_its_capital() -> None:
    text = "تقول دولة إسرائيل إن الوضع هادئ. وتريد دولة إسرائيل الهدوء في مدينة القدس. ولا تضمن الخطة القدس عاصمة موحدة لها."
    named = [r for r in read(text).resolutions if r.mention.name.of(text) == "القدس"]
    assert [r.area.key if r.area else None for r in named] == ["il/jerusalem"] * 2
