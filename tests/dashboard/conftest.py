"""An edition of the test's own: two agreements, four zones, an Arabic and an English article, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import shapely
from streamlit import config

from dashboard import queries
from dashboard.edition import BadFile, Edition, QualityScore, ReadBy
from geo.actor import Actor, ActorKind, Actors
from geo.agreement import Agreement, AgreementType
from geo.article import Article, Language
from geo.edtf import Edtf
from geo.footprint import Footprint, Method, Source
from geo.gazetteer import Area, Gazetteer, Kind, Place
from geo.ledger.review import Reviewed
from geo.ledger.zone import Account, LedgerLine, Period, Zone
from geo.mention import Mention
from geo.span import Span
from geo.statement import Aspect, CoveredArea, Evidence, Modality, Statement
from geo.status import Status
from geo.timex import Timex
from geo.toponym.resolution import Resolution, Role

APP = Path(__file__).parents[2] / "dashboard" / "app.py"
ARABIC = """اتفاق في الجنوب

قال مصدر مطلع إن وقف إطلاق النار في محافظة درعا دخل حيز التنفيذ في 9 تموز 2017 برعاية روسية. وأضاف أن الاتفاق لا يشمل القريتين.

وتجري محادثات في عمّان بشأن هدنة بالغوطة الشرقية."""
ENGLISH = """Talks on a truce for Eastern Ghouta go on, a source said.

The truce in Daraa was broken by shelling on 14 July 2017."""


def place(id: str, kind: Kind, english: str, arabic: str, lon: float, lat: float) -> Place:
    return Place(id=id, kind=kind, country="SY", parent=None, name_en=english, name_ar=arabic, lon=lon, lat=lat)


ACTORS = Actors(
    actors={
        actor.id: actor
        for actor in (
            Actor(id="SY", name_en="Syrian government", name_ar="الحكومة السورية", countries=("SY",), kind=ActorKind.STATE,
                  source="x"),
            Actor(id="sy/jaysh", name_en="Jaysh <al-Islam>", name_ar="جيش <الإسلام>", countries=("SY",),
                  kind=ActorKind.ARMED_GROUP, source="x"),
        )
    },
    words=(),
)  # fmt: skip
GAZETTEER = Gazetteer(
    places={
        p.id: p
        for p in (
            place("SY12", Kind.GOVERNORATE, "Daraa Governorate", "محافظة درعا", 36.1, 32.6),
            place("sy/eastern-ghouta", Kind.REGION, "Eastern Ghouta", "الغوطة الشرقية", 36.5, 33.5),
            place("sy/daraa", Kind.CITY, "Daraa", "درعا", 36.1, 32.62),
            place("jo/amman", Kind.CITY, "Amman", "عمّان", 35.9, 31.95),
            place("SY", Kind.COUNTRY, "Syria", "سوريا", 36.3, 33.5),
            place("RU", Kind.COUNTRY, "Russia", "روسيا", 37.6, 55.7),
        )
    },
    names=(),
)


def evidence(text: str, quote: str) -> Evidence:
    start = text.index(quote)
    return Evidence(span=Span(start, start + len(quote)), quote=quote, aspect=Aspect.STATUS)


def statement(id: str, article: str, text: str, quote: str, area: str, status: Status, modality: Modality) -> Statement:
    return Statement(
        id=id, article=article, agreement="south" if area == "SY12" else "ghouta", type=AgreementType.CEASEFIRE,
        areas=(CoveredArea(area=area),), excluded=(), status=status, modality=modality, attribution=None, signed=None,
        effective=None, until=None, expected=None, sponsors=(), guarantors=(), evidence=(evidence(text, quote),),
    )  # fmt: skip


def line(of: Statement, start: date | None, known: date | None, dated: str | None) -> LedgerLine:
    return LedgerLine(
        statement=of.id, article=of.article, status=of.status, modality=of.modality, true_from=start, true_until=None,
        reported_on=known, known_on=known, dated=Edtf.parse(dated) if dated else None, evidence=of.evidence,
    )  # fmt: skip


def resolution(text: str, name: str, area: Area | None) -> Resolution:
    start = text.index(name)
    span = Span(start, start + len(name))
    mention = Mention(span=span, name=span, first=0, last=0, candidates=())
    return Resolution(mention=mention, area=area, candidates=(), role=Role.CONTEXT)


def footprint(area: str, core: shapely.Geometry | None, possible: shapely.Geometry) -> Footprint:
    return Footprint(
        area=area, core=core, possible=possible, recipe_en="Cells of its towns.", recipe_ar="خلايا بلداتها.",
        method=Method.NAMED_REGION, sources=(Source.CELLS,), where_prec=3, geo_precision=2, area_km2=possible.area * 10_000,
    )  # fmt: skip


IN_FORCE = statement("s1", "ar.txt", ARABIC, "دخل حيز التنفيذ في 9 تموز 2017", "SY12", Status.IN_FORCE, Modality.REPORTED)
TALKS = statement(
    "s2", "ar.txt", ARABIC, "محادثات في عمّان بشأن هدنة", "sy/eastern-ghouta", Status.NEGOTIATING, Modality.ASSERTED
)
TALKS_EN = statement(
    "s3", "en.txt", ENGLISH, "Talks on a truce for Eastern Ghouta", "sy/eastern-ghouta", Status.NEGOTIATING, Modality.REPORTED
)
BROKEN = statement("s4", "en.txt", ENGLISH, "broken by shelling", "SY12", Status.VIOLATED, Modality.ASSERTED)


@pytest.fixture(autouse=True)
def _nothing_set_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each edition that is loaded would have the garbage collector look at all tests; its own test asks for the function."""
    monkeypatch.setattr(queries, "_set_apart", lambda: None)


def forget_the_store() -> None:
    """Nothing that was read from a store is kept for the next test; the tables and the base map, which all share, are."""
    for kept in (queries._store, queries._edition, queries._kept_edition, queries._official, queries._atlas):
        kept.clear()


@pytest.fixture(autouse=True, scope="session")
def configured() -> Iterator[None]:
    """The page's own options, which `streamlit run` finds beside the script, and AppTest does not."""
    was, config._main_script_path = config._main_script_path, str(APP)
    config.get_config_options(force_reparse=True)
    yield
    config._main_script_path = was
    config.get_config_options(force_reparse=True)


@pytest.fixture
def edition() -> Edition:
    """The edition; see the module."""
    return make_edition()


def make_edition() -> Edition:
    arabic = Article(
        id="ar.txt", text=ARABIC, language=Language.ARABIC, published=Edtf.parse("2017-07-10~"), published_basis="the text says"
    )
    english = Article(
        id="en.txt", text=ENGLISH, language=Language.ENGLISH, publisher="The Example", published=Edtf.parse("2017-07-15"),
        title="A truce is broken", url="https://example.org/1",
    )  # fmt: skip
    empty = Article(id="empty.txt", text="The weather was fine in Xanadu.", language=Language.ENGLISH)
    known_arabic, known_english = date(2017, 7, 10), date(2017, 7, 15)
    south = Zone(
        id="south/SY12", truce="south", agreements=("south",), area="SY12", partial=False, beside=(),
        ledger=(
            line(IN_FORCE, date(2017, 7, 9), known_arabic, "2017-07-09"),
            line(BROKEN, date(2017, 7, 14), known_english, "2017-07-14"),
        ),
    )  # fmt: skip
    ghouta = Zone(
        id="ghouta/eastern-ghouta", truce="ghouta", agreements=("ghouta",), area="sy/eastern-ghouta", partial=True, beside=(),
        ledger=(line(TALKS, None, known_arabic, None), line(TALKS_EN, None, known_english, None)),
    )  # fmt: skip
    undated = Zone(
        id="ghouta/daraa", truce="ghouta", agreements=("ghouta",), area="sy/daraa", partial=False, beside=(), ledger=()
    )
    square = shapely.box(35.8, 32.4, 36.4, 33.0)
    return Edition(
        generation="1",
        reviewed=Reviewed(
            articles={a.id: a for a in (arabic, empty, english)},
            statements={said.id: said for said in (IN_FORCE, TALKS, TALKS_EN, BROKEN)},
        ),
        gazetteer=GAZETTEER,
        actors=ACTORS,
        articles={a.id: a for a in (arabic, empty, english)},
        statements={"ar.txt": (IN_FORCE, TALKS), "empty.txt": (), "en.txt": (TALKS_EN, BROKEN)},
        resolutions={
            "ar.txt": (
                resolution(ARABIC, "درعا", Area("sy/daraa")),
                resolution(ARABIC, "القريتين", None),
                resolution(ARABIC, "عمّان", Area("jo/amman")),
                resolution(ARABIC, "الغوطة الشرقية", Area("sy/eastern-ghouta")),
            ),
            "empty.txt": (resolution("The weather was fine in Xanadu.", "Xanadu", None),),
            "en.txt": (resolution(ENGLISH, "Daraa", Area("sy/daraa")),),
        },
        timexes={"ar.txt": (Timex(span=evidence(ARABIC, "9 تموز 2017").span, value=Edtf.parse("2017-07-09")),)},
        readings={
            id: ReadBy(reader="1+0123456789ab", read_at=datetime(2017, 8, 7, 12, 5, tzinfo=UTC)) for id in ("ar.txt", "en.txt")
        },
        named={
            "sy/daraa": ("ar.txt", "en.txt"), "jo/amman": ("ar.txt",), "sy/eastern-ghouta": ("ar.txt",),
        },
        agreements={
            "south": agreement("south", "South-west ceasefire", "هدنة الجنوب الغربي", ("RU",)),
            "ghouta": agreement("ghouta", "Ghouta talks", "محادثات الغوطة", ()),
        },
        zones={z.id: z for z in (ghouta, undated, south)},
        periods={
            south.id: (
                Period(start=date(2017, 7, 9), end=date(2017, 7, 14), status=Status.IN_FORCE, violated=False),
                Period(start=date(2017, 7, 14), end=None, status=Status.IN_FORCE, violated=True),
            ),
            ghouta.id: (Period(start=date(2017, 7, 10), end=date(2017, 8, 1), status=Status.NEGOTIATING, violated=False),),
            undated.id: (),
        },
        accounts={
            south.id: (
                Account(known_from=known_arabic, periods=(
                    Period(start=date(2017, 7, 9), end=None, status=Status.IN_FORCE, violated=False),
                )),
                Account(known_from=known_english, periods=(
                    Period(start=date(2017, 7, 9), end=date(2017, 7, 14), status=Status.IN_FORCE, violated=False),
                    Period(start=date(2017, 7, 14), end=None, status=Status.IN_FORCE, violated=True),
                )),
            ),
            ghouta.id: (Account(known_from=known_arabic, periods=(
                Period(start=date(2017, 7, 10), end=date(2017, 8, 1), status=Status.NEGOTIATING, violated=False),
            )),),
            undated.id: (),
        },
        footprints={
            south.id: footprint("SY12", square, square.buffer(0.1)),
            ghouta.id: footprint("sy/eastern-ghouta", None, shapely.box(36.3, 33.4, 36.7, 33.7)),
        },
        extents={
            "sy/daraa": (36.1, 32.62, 36.1, 32.62), "jo/amman": (35.9, 31.95, 35.9, 31.95),
            "sy/eastern-ghouta": (36.3, 33.4, 36.7, 33.7),
        },
        ground_windows=((24.0, 10.0, 64.0, 44.0),),
        country_middles={"SY": (38.5, 35.0)},
        bad_files=(BadFile(file="broken.txt", reason="is empty: it holds no text"),),
        notices={"en": "", "ar": ""},
        cells_agreement=0.86,
        disputed={"golan": {"en": "Occupied Golan", "ar": "الجولان المحتل"}},
        quality=(
            QualityScore(set="held_out", texts=74, measure="place", value=0.5),
            QualityScore(set="sentences", texts=130, measure="place", value=0.25),
            QualityScore(set="sentences", texts=130, measure="role", value=0.75),
        ),
        sources={"map": {"title": "A map", "publisher": "Its maker", "licence": "CC BY 4.0", "url": "https://example.org/map"}},
        fades_after_days=90,
        made_on=date(2017, 8, 7),
        base_map="app/static/drawn/base.json",
        zone_shapes="app/static/drawn/zones.json",
    )  # fmt: skip


def agreement(id: str, english: str, arabic: str, sponsors: tuple[str, ...]) -> Agreement:
    return Agreement(id=id, name_en=english, name_ar=arabic, type=AgreementType.CEASEFIRE, known=True, sponsors=sponsors)
