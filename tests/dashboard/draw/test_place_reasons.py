"""Why a name means its place: cut as the text has it, said in the page's language, and harmless."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from dashboard.draw.place_reasons import name_pieces, why_this_place
from dashboard.edition import Edition
from data.tables.reference import load_gazetteer
from geo.article import Article, Language
from geo.gazetteer import Area, Gazetteer
from geo.toponym.reason import Because, Reason
from geo.toponym.resolution import Candidate, Reading, Resolution
from tests.dashboard.markup import words
from tests.reading import article, read


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


# what the text writes, and the pieces of its first place name
CUT: Mapping[str, tuple[str, list[str]]] = {
    "دخلت الهدنة بالغوطة حيز التنفيذ": ("بالغوطة", ["ب", "ال", "غوطة"]),
    "هدنة في الغوطة": ("الغوطة", ["ال", "غوطة"]),
    "عاد السكان للسويداء": ("للسويداء", ["ل", "ال", "سويداء"]),
    "وصل الوفد إلى روسيا وبألمانيا": ("روسيا", ["روسيا"]),
    "زار الوفد بالمانيا": ("بالمانيا", ["ب", "المانيا"]),
    "عاد الوفد للبنان": ("للبنان", ["ل", "لبنان"]),
    "قصف على ريف طرطوس الشرقي": ("ريف طرطوس الشرقي", ["ريف", "طرطوس", "الشرقي"]),
    "وبريف طرطوس الشرقي هدنة": ("وبريف طرطوس الشرقي", ["و", "ب", "ريف", "طرطوس", "الشرقي"]),
    "قصف على ريف حمص الشمالي": ("ريف حمص الشمالي", ["ريف حمص الشمالي"]),  # a region that the tables know by this name
    "هدنة بالغوطة الشرقية": ("بالغوطة الشرقية", ["ب", "الغوطة الشرقية"]),
    "هدنة بمدينة حمص": ("حمص", ["حمص"]),
    "A truce in eastern Tartus countryside": ("eastern Tartus countryside", ["eastern", "Tartus", "countryside"]),
}


@pytest.mark.parametrize("text", CUT)
def test_a_name_is_cut_as_the_text_writes_it(gazetteer: Gazetteer, text: str) -> None:
    mention = read(text).resolutions[0].mention
    written, pieces = name_pieces(text, mention, gazetteer)
    assert (written, list(pieces)) == CUT[text]


def real(edition: Edition, text: str) -> tuple[Edition, Article, tuple[Resolution, ...]]:
    """The edition with the project's own gazetteer, and a text as the reader reads it."""
    return replace(edition, gazetteer=load_gazetteer()), article(text), read(text).resolutions


def test_the_reasons_stand_in_the_language_of_the_page(edition: Edition) -> None:
    shown, source, (first, *_) = real(edition, "دخلت الهدنة في مدينة درعا وريفها حيز التنفيذ.")
    english, arabic = (words(why_this_place(shown, source, first, language)) for language in ("en", "ar"))
    assert "Daraa (city) taken city · Daraa Governorate · Syria" in english
    assert "the text calls it a city" in english
    assert "against it: the text says city, and it is a governorate" in english
    assert "يسميه النص مدينة" in arabic and "المعتمد" in arabic
    assert "قرينة مخالفة: يقول النص مدينة، وهو محافظة" in arabic
    assert not re.search("[A-Za-z]", arabic)


def test_what_the_text_does_not_decide_says_so(edition: Edition) -> None:
    shown, source, (open_name,) = real(edition, "انفجار في طرابلس.")
    said = words(why_this_place(shown, source, open_name, "en"))
    assert "The text does not decide between these:" in said
    assert "Libya" in said and "Lebanon" in said
    assert "taken" not in said


def test_words_are_quoted_as_the_text_spells_them(edition: Edition) -> None:
    shown, source, (named,) = real(edition, "اشتباكات في طرابلس الليبيّة")
    assert "ترد الكلمة الليبيّة إلى جانب الاسم" in words(why_this_place(shown, source, named, "ar"))
    shown, source, (town,) = real(edition, "محادثات في أستانة")
    assert "the name أستانة nearly always means it" in words(why_this_place(shown, source, town, "en"))


def test_a_part_a_stand_in_and_an_unknown_name_are_said(edition: Edition) -> None:
    shown, source, found = real(edition, "قصف على ريف طرطوس الشرقي قرب قرية تل الحصيم.")
    part, unknown = found
    assert "the words cut out a part: Eastern Tartus countryside" in words(why_this_place(shown, source, part, "en"))
    assert "لا يرد هذا الاسم في أي جدول." in words(why_this_place(shown, source, unknown, "ar"))
    stand_in = replace(part, reading=Reading.METONYM)
    assert "stands for those who govern there" in words(why_this_place(shown, source, stand_in, "en"))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("code", Because)
def test_every_reason_can_be_said(edition: Edition, code: Because, language: str) -> None:
    source, found = article("هدنة في درعا"), read("هدنة في درعا").resolutions
    reason = Reason(code=code, words="درعا", kinds=("state", "city"), places=("RU", "lost/place"))
    candidate = Candidate(place="lost/place", evidence=3, reasons=(reason, replace(reason, against=True)))
    said = words(why_this_place(edition, source, replace(found[0], candidates=(candidate,)), language))
    assert "{" not in said
    assert "lost/place" in said, "a place that the gazetteer has lost is named by its id"


def test_markup_in_a_name_stays_text(edition: Edition) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    text = f"قرية {hostile}"
    mention = replace(read("هدنة في درعا").resolutions[0].mention, prefixes=("ب",))
    span = type(mention.span)(5, len(text))
    reason = Reason(code=Because.VOWEL_SIGNS, words=hostile)
    named = Resolution(
        mention=replace(mention, span=span, name=span), area=Area("sy/daraa"),
        candidates=(Candidate(place="sy/daraa", evidence=1, reasons=(reason,)),),
    )  # fmt: skip
    source = Article(id="x", text=text, language=Language.ARABIC)
    assert "<img" not in why_this_place(edition, source, named, "en")
