"""Records for the tests of the store: a plain reading of an article, generated ones, and a stand-in for the reader."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime

from hypothesis import strategies as st

from data.sources.duplicates import fingerprint
from data.store import StoreReader
from geo.actor import Party
from geo.agreement import Agreement, AgreementType
from geo.article import Article, Language
from geo.edtf import Edtf
from geo.evidence.judgement import Judgement
from geo.gazetteer import DIRECTIONS, Area
from geo.mention import Mention
from geo.pipeline import Reading
from geo.span import Span
from geo.statement import Aspect, Basis, CoveredArea, Evidence, Grounds, Modality, Statement
from geo.status import Status
from geo.timex import Timex
from geo.toponym.reason import Because, Reason
from geo.toponym.resolution import Candidate, Resolution, Role

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
TEXT = "بدأت الهدنة في الرستن يوم الأحد.\r\nوقال شهود إنها صامدة.\n"


def article(id: str = "a", text: str = TEXT, **known: object) -> Article:
    return Article(id=id, text=text, language=Language.ARABIC, **known)  # type: ignore[arg-type]


def reading_of(article: Article, reader: str = "reader 1", statements: int = 1) -> Reading:
    """A reading with something of each kind in it; `statements` of them, two unresolved names less one."""
    name = Span(0, 4)
    mention = Mention(span=name, name=name, first=0, last=0, candidates=("sy/rastan", "sy/other"), prefixes=("ب",))
    candidate = Candidate(place="sy/rastan", evidence=4, reasons=(Reason(code=Because.CALLED, kinds=("city",)),))
    return Reading(
        article=article.id,
        reader=reader,
        resolutions=(
            Resolution(mention=mention, area=Area("sy/rastan", "", "north"), candidates=(candidate,), role=Role.COVERED),
            Resolution(mention=mention, area=None, candidates=()),
        ),
        timexes=(Timex(span=Span(5, 9), value=Edtf.parse("2017-07-09")), Timex(span=Span(9, 9), value=None)),
        statements=tuple(_statement(article, n) for n in range(statements)),
        agreements=(Agreement(id="x", name_en="X", name_ar="س", type=AgreementType.CEASEFIRE, known=True, parties=("SY",)),),
    )


def is_read(store: StoreReader, article: Article, reader: str) -> bool:
    """True if the store keeps exactly this article, as this version of the reader read it: ingest then passes it over."""
    (kept,) = store.kept([(article.id, fingerprint(article.text))])
    return (kept.article, kept.reader) == (article, reader)


def judgement_of(article: Article, **said: object) -> Judgement:
    """What an editor says of this version of an article; what is not given is unremarkable."""
    plain = {
        "id": "j", "subject": None, "outcome": None, "undoes": None, "editor": "هدى", "judged_at": NOON, "reason": "قرأت الخبر",
    }  # fmt: skip
    return Judgement(article=article.id, sha256=article.sha256, **{**plain, **said})  # type: ignore[arg-type]


def _statement(article: Article, number: int) -> Statement:
    return Statement(
        id=f"{article.id}/{number}", article=article.id, agreement="x", type=AgreementType.CEASEFIRE,
        areas=(CoveredArea(area="sy/rastan", mention=Span(0, 4)), CoveredArea(area="SY04:countryside-north", partial=True)),
        excluded=("SY07",), status=Status.IN_FORCE, modality=Modality.REPORTED, attribution=Span(3, 3),
        signed=None, effective=Edtf.parse("2017-07~"), until=None, expected=None, sponsors=("RU", "US"), guarantors=(),
        evidence=(
            Evidence(span=Span(0, 4), quote=article.text[:4], aspect=Aspect.COVERAGE),
            Evidence(span=Span(4, 6), quote=article.text[4:6], aspect=Aspect.STATUS),
        ),
        parties=(Party(actor="SY", span=Span(2, 4)), Party(actor="sy/opposition", span=Span(6, 9))),
        mediators=("united-nations",), grounds=Grounds(basis=Basis.CUE, likelihood=0.25),
    )  # fmt: skip


class FakeReader:
    """Finds one statement for each «هدنة» in a text; breaks on the articles that it is told to."""

    def __init__(self, version: str = "reader 1", breaks_on: tuple[str, ...] = ()) -> None:
        self.version = version
        self.breaks_on = breaks_on
        self.has_read: list[str] = []

    def read(self, article: Article) -> Reading:
        if article.id in self.breaks_on:
            raise ValueError("an unforeseen\nslip")
        self.has_read.append(article.id)
        return reading_of(article, self.version, article.text.count("هدنة"))


# --- generated records: whatever their types allow ----------------------------------------------------------------------

_numbers = st.integers(min_value=0, max_value=2**31 - 1)
# without NUL, which PostgreSQL does not hold and no article has
_letters = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
_texts = st.text(_letters, max_size=12)
_dates = st.sampled_from(["2017", "2017-07", "2017-07-09~", "2017-07/..", "{2017-08-14,2017-08-15}", "[2017,2018]"]).map(
    Edtf.parse
)
_spans = st.builds(lambda a, b: Span(min(a, b), max(a, b)), _numbers, _numbers)
_areas = st.builds(
    Area, st.text("abcSY/-0", min_size=1, max_size=9), st.sampled_from(["", "countryside", "surroundings"]),
    st.sampled_from(["", *DIRECTIONS]),
)  # fmt: skip
for _type, _strategy in ((Span, _spans), (Edtf, _dates), (Area, _areas), (str, _texts)):
    st.register_type_strategy(_type, _strategy)


def _any(record: type, **chosen: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Any record of a type: each field inferred from its type, but those that are given."""
    return st.builds(record, **{field.name: ... for field in fields(record)} | chosen)


def _lists(record: type) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(_any(record), max_size=3).map(tuple)


articles = _any(Article, text=st.text(_letters, min_size=1).filter(str.strip), id=st.text(_letters, min_size=1, max_size=9))


_grounds = st.none() | _any(Grounds, likelihood=st.none() | st.floats(0, 1))


@st.composite
def articles_with_readings(draw: st.DrawFn) -> tuple[Article, Reading]:
    """An article and any reading of it, with ids of statements and agreements that differ."""
    chosen = draw(articles)
    reading = Reading(
        article=chosen.id,
        reader=draw(_texts),
        resolutions=draw(
            st.lists(_any(Resolution, mention=_any(Mention), candidates=_lists(Candidate)), max_size=3).map(tuple)
        ),
        timexes=draw(_lists(Timex)),
        statements=draw(
            st.lists(_any(Statement, areas=_lists(CoveredArea), evidence=_lists(Evidence), grounds=_grounds), max_size=3).map(
                tuple
            )
        ),
        agreements=draw(_lists(Agreement)),
    )
    return chosen, replace(
        reading,
        statements=tuple(replace(s, id=f"{n}{s.id}", article=chosen.id) for n, s in enumerate(reading.statements)),
        agreements=tuple(replace(a, id=f"{n}{a.id}") for n, a in enumerate(reading.agreements)),
    )
