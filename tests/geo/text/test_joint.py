"""Words that are run together, or apart, where the press should not: whose letters they are."""

from __future__ import annotations

import pytest

from geo.text.joint import Joints
from tests.reading import read, zones

NAMES = ("روسيا", "الولايات", "المتحده", "دمشق", "الغوطه", "الشرقيه", "موسكو")
CUTS = [
    ("جنوبدمشق", (4,)),
    ("روسياوالولاياتالمتحده", (5, 14)),
    ("الشرقيهبدمشق", (7,)),
    ("دمشق", ()),
    ("بدمشق", ()),
    ("دمشقيون", ()),
    ("وموسكوفيون", ()),
    ("syriaturkey", ()),
]


@pytest.mark.parametrize(("word", "joints"), CUTS)
def test_a_word_parts_where_each_piece_is_one_of_a_name(word: str, joints: tuple[int, ...]) -> None:
    assert Joints(NAMES, ("جنوب",), lambda word: word in ("دمشق", "بدمشق")).cuts(word) == joints


def test_a_word_that_a_table_knows_is_not_cut() -> None:
    assert Joints(NAMES, ("جنوب",), lambda word: True).cuts("جنوبدمشق") == ()


TEXTS = [
    ("انسحبت الفصائل من بلدة ببيلا جنوبدمشق أمس.", ["ببيلا", "جنوبدمشق"]),
    ("اتفقت روسياوالولاياتالمتحدة على هدنة فى الغوطة الشرقيةبدمشق.", ["روسيا", "الولاياتالمتحدة", "الغوطة الشرقية", "دمشق"]),
    ("أعلنت واشنطنوموسكو هدنة في معرةالنعمان.", ["واشنطن", "موسكو", "معرةالنعمان"]),
]


@pytest.mark.parametrize(("text", "names"), TEXTS)
def test_names_that_were_run_together_are_found_at_their_letters(text: str, names: list[str]) -> None:
    assert [r.mention.span.of(text) for r in read(text).resolutions] == names


OTHER_NAMES = [
    ("تسري الهدنة في قريتي كفريا والفوعة. وخرج الجرحى من القريتين.", ["كفريا", "الفوعة"]),
    ("تسري الهدنة في قريتي كفريا والفوعة. ووصل الجيش إلى مدينة القريتين.", ["كفريا", "الفوعة", "القريتين"]),
    (
        "تسري الهدنة في الزبداني وقريتي كفريا والفوعة. وخرج الجرحى من البلدة والقريتين.",
        ["الزبداني", "كفريا", "الفوعة", "البلدة"],
    ),
    ("سيطر التنظيم على تدمر والقريتين.", ["تدمر", "القريتين"]),
    ("سورية: هدنة جديدة في كفريا.", ["سورية", "كفريا"]),
    ("قوات سورية: الهدنة صامدة في كفريا.", ["كفريا"]),
    ("وقعت هدنة بحي الشيخ مقصود في حلب.", ["الشيخ مقصود", "حلب"]),
    ("عبور المدنيين من الشيخ المقصود إلى عفرين.", ["الشيخ المقصود", "عفرين"]),
]


@pytest.mark.parametrize(("text", "names"), OTHER_NAMES)
def test_what_is_a_name_and_what_is_none(text: str, names: list[str]) -> None:
    assert [r.mention.span.of(text) for r in read(text).resolutions] == names


DETACHED = [
    ("بدأت هدنة في الزبداني في ريف دمشق و كفريا و الفوعة في ريف إدلب.", {"sy/zabadani", "sy/kefraya", "sy/foua"}, "in_force"),
    ("دخلت هدنة في برزة حيز التنفيذ ، و قصف الطيران ببيلا.", {"sy/barzeh"}, "in_force"),
    ("ذكرت وكالة و ا س أن هدنة بدأت في برزة.", {"sy/barzeh"}, "in_force"),
    ("نص الاتفاق على وقف لإطلاق النار في مناطق متعددة في سوريا، من ضمنها يلدا وببيلا.", {"sy/yalda", "sy/babbila"}, "agreed"),
    ("تم الاتفاق مع ممثل إحدى البلدات في ريف حلب على وقف إطلاق النار.", {"SY02:countryside"}, "agreed"),
]


@pytest.mark.parametrize(("text", "areas", "status"), DETACHED)
def test_a_conjunction_that_stands_alone_goes_with_the_next_word(text: str, areas: set[str], status: str) -> None:
    assert zones(read(text)) == {(area, status) for area in areas}


def test_a_name_behind_a_conjunction_that_stands_alone_is_found_at_its_letters() -> None:
    text = "تسري الهدنة في الزبداني و  كفريا 9 و 10 تموز."
    assert [r.mention.span.of(text) for r in read(text).resolutions] == ["الزبداني", "كفريا"]
    assert [t.span.of(text) for t in read(text).timexes] == ["9 و 10 تموز"]
