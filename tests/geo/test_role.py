"""A government that acts, a venue of talks, the name of an event, or just a place."""

from __future__ import annotations

import pytest

from geo.resolution import Reading
from tests.reading import read, roles

CASES = {
    "a capital says": ("قالت موسكو إن القصف على إدلب توقف", {("موسكو", "actor"), ("إدلب", "context")}),
    "a country decides": ("رفضت تركيا الانسحاب من عفرين", {("تركيا", "actor"), ("عفرين", "context")}),
    "parties": ("اتفاق بين روسيا وتركيا حول إدلب", {("روسيا", "actor"), ("تركيا", "actor")}),
    "talks in a city": ("عقدت المحادثات في جنيف حول سوريا", {("جنيف", "venue"), ("سوريا", "context")}),
    "a capital described as a venue": ("عمان - عقدت محادثات في العاصمة الأردنية حول درعا", {("عمان", "venue")}),
    "an event named after a city": ("انهار مسار أستانة في إدلب", {("أستانة", "venue")}),
    "a border": ("قرب الحدود مع الأردن في درعا", {("الأردن", "context")}),
    "an army of a country": ("هاجم جيش جنوب السودان القرية", {("جنوب السودان", "context")}),
    "english venue": ("Talks held in Vienna on Syria", {("Vienna", "venue")}),
    "english event": ("The Astana process and Idlib province", {("Astana", "venue"), ("Idlib", "context")}),
    "english actor": ("Moscow said the strikes on Idlib province had stopped", {("Moscow", "actor")}),
}


@pytest.mark.parametrize("name", CASES)
def test_roles(name: str) -> None:
    text, expected = CASES[name]
    assert expected <= roles(text, read(text))


def test_readings_say_how_a_name_is_meant() -> None:
    text = "قالت موسكو إن مسار أستانة لم ينته في إدلب"
    readings = {r.mention.span.of(text): r.reading for r in read(text).resolutions}
    assert readings == {"موسكو": Reading.METONYM, "أستانة": Reading.EVENT_NAME, "إدلب": Reading.LITERAL}
