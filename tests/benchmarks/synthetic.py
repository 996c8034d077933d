"""Stores of any number of zones: made-up articles about real places, written by the real writer; the same in every run."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from data.store import open_writer
from data.tables.reference import load_gazetteer
from geo.agreement import Agreement, AgreementType
from geo.article import Article, Language
from geo.edtf import Edtf
from geo.gazetteer import ADMINISTRATIVE, SETTLEMENTS, Area, Gazetteer, Kind
from geo.ledger.zone import zone_id
from geo.mention import Mention
from geo.pipeline import Reading
from geo.span import Span
from geo.statement import Aspect, CoveredArea, Evidence, Modality, Statement
from geo.status import Status
from geo.toponym.resolution import Resolution, Role

COUNTRY = "SY"
AREAS_OF_AGREEMENT = 12
FIRST_DAY = date(2012, 1, 1)
DAYS = 12 * 365
REPORTS = (Status.IN_FORCE, Status.VIOLATED, Status.EXTENDED, Status.SUSPENDED, Status.ENDED)
QUARTERS = ("north", "east", "south", "west")
SENTENCES = {
    Language.ENGLISH: "The truce reached by local mediators is said to be {status} in {place}.",
    Language.ARABIC: "وقالت مصادر محلية إن الهدنة في {place} أصبحت في حال {status} منذ ذلك اليوم.",
}
FILLING = {
    Language.ENGLISH: "Residents spoke of a quiet night, of queues before the bakeries and of buses that waited outside.",
    Language.ARABIC: "وتحدث السكان عن ليلة هادئة وعن طوابير أمام الأفران وعن حافلات انتظرت عند مدخل البلدة حتى الصباح.",
}


def write_store(path: Path, zones: int) -> list[str]:
    """Writes a store of so many zones and returns their ids: truces of a dozen areas, each told by five articles on five days.

    Every area comes up once before any comes up again under another truce. Each article counts as one reading.
    """
    gazetteer = load_gazetteer()
    chance = random.Random(zones)
    ids = []
    with open_writer(path) as store:
        for number, covered in enumerate(_agreements(gazetteer, zones, chance)):
            agreement = Agreement(
                id=f"truce-{number}", name_en=f"Truce {number}", name_ar=f"هدنة {number}", type=AgreementType.CEASEFIRE,
                known=False, areas=tuple(area.key for area in covered),
            )  # fmt: skip
            for article, reading in _told(agreement, covered, gazetteer, chance):
                store.save(article, reading, read_at=datetime(2026, 1, 1, tzinfo=UTC), seconds=0.01)
            ids += [zone_id(agreement.id, area.key) for area in covered]
    return ids


def _agreements(gazetteer: Gazetteer, zones: int, chance: random.Random) -> Iterator[Sequence[Area]]:
    """The areas of each truce, neighbours in the gazetteer."""
    places = [p for p in gazetteer.places.values() if p.country == COUNTRY and p.kind is not Kind.COUNTRY]
    whole = [Area(p.id) for p in places if p.kind in SETTLEMENTS or p.kind in ADMINISTRATIVE]
    parts = [Area(p.id, "", quarter) for p in places if p.kind is Kind.SUBDISTRICT for quarter in QUARTERS]
    known = [*whole, *parts]
    left = zones
    while left:
        chosen = sorted(chance.sample(range(len(known)), min(left, len(known))))
        left -= len(chosen)
        for start in range(0, len(chosen), AREAS_OF_AGREEMENT):
            yield [known[n] for n in chosen[start : start + AREAS_OF_AGREEMENT]]


def _told(
    agreement: Agreement, covered: Sequence[Area], gazetteer: Gazetteer, chance: random.Random
) -> Iterator[tuple[Article, Reading]]:
    day = FIRST_DAY + timedelta(chance.randrange(DAYS))
    for number, status in enumerate(REPORTS):
        # the first report speaks of the whole truce, each later one of some of its areas
        told = covered if number == 0 else chance.sample(covered, 1 + len(covered) // 2)
        language = chance.choice(list(Language))
        yield _article(f"{agreement.id}-{number}.txt", agreement, told, status, day, language, gazetteer)
        day += timedelta(chance.randrange(5, 60))


def _article(
    id: str, agreement: Agreement, told: Sequence[Area], status: Status, day: date, language: Language, gazetteer: Gazetteer
) -> tuple[Article, Reading]:
    """An article with a sentence for each area, and its reading: one statement with each sentence as evidence."""
    text, names, quotes = f"{agreement.name_en}\n\n", [], []
    for area in told:
        name = gazetteer.name(area, str(language))
        before, _, after = SENTENCES[language].format(place="\0", status=status).partition("\0")
        start = len(text)
        names.append(Span(start + len(before), start + len(before) + len(name)))
        text += before + name + after
        quotes.append(Span(start, len(text)))
        text += f" {FILLING[language]}\n\n"
    article = Article(
        id=id, text=text, language=language, publisher="Benchmark", published=Edtf.parse(day.isoformat()),
        published_basis="made up",
    )  # fmt: skip
    statement = Statement(
        id=f"{id}/0", article=id, agreement=agreement.id, type=agreement.type,
        areas=tuple(CoveredArea(area=area.key, mention=span) for area, span in zip(told, names, strict=True)), excluded=(),
        status=status, modality=Modality.REPORTED, attribution=None, signed=None, until=None, expected=None, sponsors=(),
        effective=Edtf.parse(day.isoformat()) if status is Status.IN_FORCE else None, guarantors=(),
        evidence=tuple(Evidence(span=span, quote=text[span.start : span.end], aspect=Aspect.STATUS) for span in quotes[:3]),
    )  # fmt: skip
    resolutions = tuple(
        Resolution(
            mention=Mention(span=span, name=span, first=0, last=0, candidates=(area.place,)), area=area, candidates=(),
            role=Role.COVERED,
        )
        for area, span in zip(told, names, strict=True)
    )  # fmt: skip
    return article, Reading(
        article=id, reader="benchmark", resolutions=resolutions, timexes=(), statements=(statement,), agreements=(agreement,)
    )
