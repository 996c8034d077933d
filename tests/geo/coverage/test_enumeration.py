"""Zones that a text counts off, each with its places, for a truce that it named before."""

from __future__ import annotations

import pytest

from tests.reading import read, roles, zones


def covered(text: str, published: str = "2017-05-06") -> set[str]:
    return {words for words, role in roles(text, read(text, published)) if role == "covered"}


FOUR = "وقع الضامنون في أستانا مذكرة لإقامة أربع مناطق لخفض التصعيد. "
COUNTED = {
    "each by a verb": FOUR + "تضم المنطقة الأولى محافظة إدلب. وتشمل المنطقة الثانية شمال حمص. وتضم الثالثة الغوطة الشرقية. "
    "أما المنطقة الرابعة فتشمل أجزاء من محافظتي درعا والقنيطرة.",
    "in one sentence, the verb left out": FOUR + "المنطقة الأولى هي محافظة إدلب، والثانية شمال حمص، والثالثة الغوطة الشرقية، "
    "والرابعة أجزاء من درعا والقنيطرة.",
    "a line each": "أقرت موسكو وأنقرة وقف القتال في المناطق التالية.\nالمنطقة الأولى: إدلب.\nالمنطقة الثانية: شمال حمص.\n"
    "المنطقة الثالثة: الغوطة الشرقية.\nالمنطقة الرابعة: درعا والقنيطرة.\nوتسري الهدنة ستة أشهر.",
    "numbered": "تشمل الهدنة المناطق الآتية:\n1- إدلب.\n2- شمال حمص.\n3- الغوطة الشرقية.\n4- أجزاء من درعا والقنيطرة.\n",
    "dashed": "اتفق الضباط على هدنة تشمل:\n- إدلب\n- شمال حمص\n- الغوطة الشرقية\n- درعا والقنيطرة\n",
    "bulleted": "اتفق الضباط على هدنة تشمل:\n• إدلب\n• شمال حمص\n• الغوطة الشرقية\n• درعا والقنيطرة\n",
    "in English": "The guarantors agreed on a truce in four areas. The first zone covers Idlib province. The second "
    "includes the north of Homs, the third covers Eastern Ghouta and the fourth parts of Daraa and Quneitra.",
    "numbered in English":
        "The truce covers four areas:\n1. Idlib\n2. the north of Homs\n3. Eastern Ghouta\n4. Daraa and Quneitra\n",
    "where they are": FOUR + "وتقع المناطق الأربع في إدلب وشمال حمص والغوطة الشرقية ودرعا والقنيطرة.",
    "where they are, in English":
        "The guarantors agreed on a truce in four zones. The zones are in Idlib province, the north of Homs, Eastern Ghouta "
        "near Damascus and the southern provinces of Daraa and Quneitra.",
    "which they are, behind the accord":
        "Russia, Iran and Turkey agreed to set up four de-escalation zones. Under a memorandum signed at the talks in Astana, "
        "the four zones are Idlib province, an area north of Homs, Eastern Ghouta and a number of southern provinces - Daraa "
        "and Quneitra.",
}  # fmt: skip


@pytest.mark.parametrize("text", COUNTED.values(), ids=COUNTED)
def test_every_zone_that_is_counted_off_is_covered(text: str) -> None:
    counted = {area for area, _ in zones(read(text, "2017-05-06"))}
    assert counted == {"SY07", "sy/northern-homs", "sy/eastern-ghouta", "SY12", "SY14"}


def test_each_zone_is_a_statement_of_its_own_with_the_words_that_count_it() -> None:
    text = COUNTED["each by a verb"].replace("محافظة إدلب", "محافظة إدلب وأجزاء من محافظات اللاذقية وحماة وحلب")
    told = read(text, "2017-05-06").statements
    assert [s.evidence[0].quote for s in told] == [
        "تضم المنطقة الأولى محافظة إدلب وأجزاء من محافظات اللاذقية وحماة وحلب", "وتشمل المنطقة الثانية شمال حمص",
        "وتضم الثالثة الغوطة الشرقية",
        "المنطقة الرابعة فتشمل أجزاء من محافظتي درعا والقنيطرة",
    ]  # fmt: skip
    assert {s.agreement for s in told} == {"astana-2017"}
    assert all(area.partial for area in told[-1].areas)


def test_what_a_counted_zone_holds_is_covered_with_it() -> None:
    text = FOUR + "المنطقة الثانية هي ريف حلب الغربي، بما فيه الأتارب وعندان."
    assert covered(text) == {"ريف حلب الغربي", "الأتارب", "عندان"}


@pytest.mark.parametrize(("published", "known"), [("2017-05-06", True), ("2020-05-06", False), (None, False)])
def test_one_zone_of_four_is_of_the_known_memorandum_in_its_days_alone(published: str | None, known: bool) -> None:
    (statement,) = read(FOUR + "المنطقة الثانية هي ريف حلب الغربي.", published).statements
    assert (statement.agreement == "astana-2017") is known


def test_a_zone_named_by_a_place_covers_what_its_verb_gives_it() -> None:
    text = FOUR + "المنطقة الأولى هي الغوطة الشرقية. وتضم منطقة القنيطرة أجزاء من ريفي درعا ودمشق."
    assert {"القنيطرة", "ريفي درعا", "دمشق"} <= covered(text)


NOT_COUNTED = {
    "an ordinal of something else": (
        "أعلنت الأمم المتحدة هدنة في تعز. ووصلت الدفعة الأولى من المساعدات إلى صنعاء، والثانية إلى عدن.", {"صنعاء", "عدن"},
    ),
    "where something happened": ("دخلت الهدنة في درعا حيز التنفيذ. وقتل في المنطقة الثانية بحلب ثلاثة أشخاص.", {"حلب"}),
    "with a story of its own": (
        "أعلن الجيش هدنة في درعا. والمنطقة الأولى التي دخلها الجنود كانت نوى، والثانية إنخل.", {"نوى", "إنخل"},
    ),
    "a digest of news": (
        "أخبار اليوم:\n1- هدنة في درعا بين الجيش والفصائل.\n2- حلب: مقتل ثلاثة مدنيين في انفجار.\n3- إدلب: افتتاح مدرسة.",
        {"حلب", "إدلب"},
    ),
    "cities by rank": (
        "A truce took hold in Hudaydah. The second city, Taiz, saw clashes and the third, Aden, was calm.", {"Taiz", "Aden"},
    ),
    "no truce before it": ("ضرب المنخفض الجوي أربع مناطق. تضم المنطقة الأولى إدلب، والثانية حمص.", {"إدلب", "حمص"}),
    "where other zones are": (
        "A truce took effect in Daraa after clashes. Three de-escalation zones are in force; the industrial zones are in Homs.",
        {"Homs"},
    ),
    "where areas suffer": (
        "A truce took effect in four areas of Syria. The worst hit areas are in Idlib and Homs.", {"Idlib", "Homs"},
    ),
    "behind the list": ("تشمل الهدنة:\n- دوما\n- حرستا\nوأصاب القصف أمس مدينة الرستن.", {"الرستن"}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NOT_COUNTED.values(), ids=NOT_COUNTED)
def test_what_only_looks_like_counting_covers_nothing(text: str, names: set[str]) -> None:
    assert not names & covered(text, "2019-03-01")


FOUR = "اتفقت الدول على إقامة أربع مناطق لتخفيف التوتر. "
FOUR_EN = "Under the deal four de-escalation zones will be set up. The largest zone includes Idlib province. "
OTHERS = [
    (FOUR + "وتشمل أكبر منطقة محافظة إدلب ومناطق مجاورة في محافظتي حماة وحلب.", {"SY07", "SY05", "SY02"}),
    (
        FOUR + "وتقع المناطق الثلاث الأخرى في شمال حمص والغوطة الشرقية وفي جنوب سوريا على الحدود مع الأردن.",
        {"sy/northern-homs", "sy/eastern-ghouta", "sy/south"},
    ),
    (
        FOUR + "والمناطق الثلاث الأخرى هي شمال حمص والغوطة الشرقية وجنوب سوريا.",
        {"sy/northern-homs", "sy/eastern-ghouta", "sy/south"},
    ),
    (FOUR + "وتقع القاعدة الأخرى في حميميم.", set()),
    (
        "مناطق خفض التصعيد أربع: الأولى إدلب، والثانية شمال حمص، والثالثة الغوطة الشرقية، والرابعة درعا.",
        {"SY07", "sy/northern-homs", "sy/eastern-ghouta", "SY12"},
    ),
    (
        "أربع مناطق لخفض التصعيد أكبرها تضم محافظة إدلب بأكملها والثانية في شمال حمص والثالثة الغوطة الشرقية.",
        {"SY07", "sy/northern-homs", "sy/eastern-ghouta"},
    ),
    ("دارت معارك في عدة مناطق أولها درعا رغم الهدنة في حمص.", {"SY04"}),
    ("تم الاتفاق على هدنة في إدلب (شمال غرب)، وحمص (وسط)، والغوطة الشرقية.", {"SY07", "SY04", "sy/eastern-ghouta"}),
    (
        FOUR_EN + "The other three zones are in northern Homs, Eastern Ghouta and southern Syria.",
        {"SY07", "sy/northern-homs", "sy/eastern-ghouta", "sy/south"},
    ),
]


@pytest.mark.parametrize(("text", "areas"), OTHERS)
def test_the_rest_of_what_was_counted_is_covered(text: str, areas: set[str]) -> None:
    assert {area for area, _ in zones(read(text))} == areas
