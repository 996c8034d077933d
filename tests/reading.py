"""One reader for all tests that read text: loading the tables takes a moment, reading changes nothing in it."""

from __future__ import annotations

from functools import cache

from data.tables.reference import load_reference
from geo.article import Article, Language, detect_language
from geo.edtf import Edtf
from geo.pipeline import Reader, Reading
from geo.statement import named_areas


@cache
def reader() -> Reader:
    """The reader with the project's own tables."""
    return Reader(load_reference())


def article(text: str, published: str | None = "2017-08-01", article_id: str = "test") -> Article:
    """An article of a test, in the language that its letters say."""
    language: Language = detect_language(text)
    return Article(id=article_id, text=text, language=language, published=Edtf.parse(published) if published else None)


def read(text: str, published: str | None = "2017-08-01") -> Reading:
    """The reading of a text published on a day (EDTF)."""
    return reader().read(article(text, published))


def zones(reading: Reading) -> set[tuple[str, str]]:
    """What a reading covers by its own name: (area key, status) pairs; what a text denies is no zone."""
    told = (statement for statement in reading.statements if statement.modality != "denied")
    return {(area, str(statement.status)) for statement in told for area in named_areas(statement)}


def told(text: str) -> str:
    """What a text covers as a test writes it: "SY07 agreed + sy/douma in_force"."""
    return " + ".join(sorted(f"{area} {status}" for area, status in zones(read(text))))


def expected(told: str) -> set[tuple[str, str]]:
    """The pairs that a test writes as "sy/douma in_force + SY07 agreed", none for ""."""
    pairs = (pair.split() for pair in told.split(" + ") if pair)
    return {(area, status) for area, status in pairs}


def excluded(reading: Reading) -> set[str]:
    """The area keys that a reading says are left out."""
    return {key for s in reading.statements for key in s.excluded}


def roles(text: str, reading: Reading) -> set[tuple[str, str]]:
    """The resolved mentions as (words, role) pairs."""
    return {(r.mention.span.of(text), str(r.role)) for r in reading.resolutions if r.area}


def places(text: str, reading: Reading) -> list[tuple[str, str | None]]:
    """Every mention in order, as (words, area key or None)."""
    return [(r.mention.span.of(text), r.area.key if r.area else None) for r in reading.resolutions]
