"""Where a report was filed: a bare place before the news of a text's first lines."""

from __future__ import annotations

import pytest

from tests.reading import read, zones

PUBLISHED = "2025-06-25"
ISRAEL_AND_IRAN = {("IL", "in_force"), ("IR", "in_force")}
YARMOUK = {("sy/yarmouk-camp", "in_force")}
CALM = "عاد الهدوء إلى مخيم اليرموك بعد سريان وقف لإطلاق النار."

FILED = {
    "two states": ("دبي - صمد وقف إطلاق النار بين إسرائيل وإيران يوم الأربعاء.", ISRAEL_AND_IRAN),
    "two states, one of which it lies in": (
        "إسلام آباد - دخل وقف إطلاق النار بين الهند وباكستان حيز التنفيذ يوم السبت.",
        {("IN", "in_force"), ("PK", "in_force")},
    ),
    "two states that agree": ("بانكوك - اتفقت تايلاند وكمبوديا على وقف إطلاق النار.", {("TH", "agreed"), ("KH", "agreed")}),
    "two states that sign": (
        "كوالالمبور - وقعت تايلاند وكمبوديا اتفاقاً لوقف إطلاق النار", {("TH", "agreed"), ("KH", "agreed")},
    ),
    "two states that announce one, be it theirs or not": ("إسلام آباد: أعلنت باكستان وأفغانستان وقفا لإطلاق النار.", set()),
    "the sides of a war next door": (
        "برازافيل - وقع طرفا النزاع في أفريقيا الوسطى اتفاقا لوقف إطلاق النار.", {("CF", "agreed")},
    ),
    "two states, in English": ("Dubai - The ceasefire between Israel and Iran held on Wednesday.", ISRAEL_AND_IRAN),
    "two states and their ministers": (
        "Chanthaburi - The defence ministers of Thailand and Cambodia signed a ceasefire on Saturday.",
        {("TH", "agreed"), ("KH", "agreed")},
    ),
    "where a summit is": (
        "دبي - صمد وقف إطلاق النار بين إسرائيل وإيران. وقال ترامب في لاهاي إن الهدنة سارية.", ISRAEL_AND_IRAN,
    ),
    "the sides of a war elsewhere": ("بيروت - دخلت الهدنة بين المعارضة والنظام حيز التنفيذ يوم الثلاثاء.", set()),
    "a war elsewhere, told of later": (
        "بيروت - دخلت الهدنة حيز التنفيذ. وتشمل الهدنة مدينة حمص.", {("sy/homs", "in_force")},
    ),
    "a camp of the city": (f"دمشق - {CALM}", YARMOUK),
    "before a kashida": (f"دمشق ـ {CALM}", YARMOUK),
    "before a longer dash": (f"دمشق — {CALM}", YARMOUK),
    "before a colon": (f"دمشق: {CALM}", YARMOUK),
    "before a day": (f"دمشق، 24 حزيران - {CALM}", YARMOUK),
    "below a headline": (f"هدوء في المخيم\n\nدمشق - {CALM}", YARMOUK),
    "below a headline with a colon": (f"اليرموك: وقف لإطلاق النار\n\nدمشق - {CALM}", YARMOUK),
    "a camp, in English": ("Damascus - Calm returned to Yarmouk camp after a ceasefire took effect.", YARMOUK),
    "a camp beside a city": (
        "صيدا - ساد هدوء حذر مخيم عين الحلوة بعد سريان وقف لإطلاق النار.", {("lb/ain-al-hilweh", "in_force")},
    ),
}  # fmt: skip

THERE = {
    "nothing else is named": ("حمص - دخلت الهدنة حيز التنفيذ صباح اليوم.", {("SY04", "in_force")}),
    "nothing else is named, in English": ("Homs - A truce took effect on Tuesday.", {("SY04", "in_force")}),
    "another place has its own sentence": (
        "حمص - دخلت الهدنة حيز التنفيذ صباح اليوم. وفي حلب تواصلت الاشتباكات.", {("SY04", "in_force")},
    ),
    "where those go who leave it": ("حلب - دخلت الهدنة حيز التنفيذ وخرج المسلحون باتجاه إدلب.", {("SY02", "in_force")}),
    "one side is a state": (
        "غزة - دخل وقف إطلاق النار بين إسرائيل وحماس حيز التنفيذ صباح الأحد.", {("ps/gaza-strip", "in_force")},
    ),
    "the other side's town is struck": (
        "غزة - دخل وقف إطلاق النار حيز التنفيذ صباح الأحد. ودوت صفارات الإنذار في عسقلان.", {("ps/gaza-strip", "in_force")},
    ),
    "two states that only call for it": ("بيروت - دعت فرنسا والولايات المتحدة إلى هدنة.", {("lb/beirut", "proposed")}),
    "places before their news": (
        "حلب: دخلت هدنة حيز التنفيذ بعد قصف حي الشعار.\nإدلب: تواصلت الاشتباكات في سراقب.", {("SY02", "in_force")},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FILED.values(), ids=FILED)
def test_where_a_report_was_filed_is_no_place_of_its_truce(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text, PUBLISHED)) == expected


@pytest.mark.parametrize(("text", "expected"), THERE.values(), ids=THERE)
def test_a_place_before_the_news_is_where_its_truce_is(text: str, expected: set[tuple[str, str]]) -> None:
    assert zones(read(text, PUBLISHED)) == expected
