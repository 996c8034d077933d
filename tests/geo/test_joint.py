"""Names that a newspaper archive has run together."""

from __future__ import annotations

import pytest

from geo.text.joint import Joints
from tests.reading import read

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
    ("سيطر التنظيم على تدمر والقريتين.", ["تدمر", "القريتين"]),
    ("سورية: هدنة جديدة في كفريا.", ["سورية", "كفريا"]),
    ("قوات سورية: الهدنة صامدة في كفريا.", ["كفريا"]),
    ("وقعت هدنة بحي الشيخ مقصود في حلب.", ["الشيخ مقصود", "حلب"]),
    ("عبور المدنيين من الشيخ المقصود إلى عفرين.", ["الشيخ المقصود", "عفرين"]),
]


@pytest.mark.parametrize(("text", "names"), OTHER_NAMES)
def test_what_is_a_name_and_what_is_none(text: str, names: list[str]) -> None:
    assert [r.mention.span.of(text) for r in read(text).resolutions] == names
