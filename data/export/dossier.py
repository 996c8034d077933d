"""All that one state of the store says, folded into zones as the page folds them, and the selection of it that is handed on.

    dossier = load_dossier(load_settings())
    selection = select(dossier, Filter(zones=("southwest-2017@SY12",), day=date(2017, 7, 9)))

`data.export` writes selections; nothing here is drawn or formatted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches

from shapely.geometry.base import BaseGeometry

from data.assets import provinces_beside
from data.boundaries.sets import BoundarySet
from data.drawing.atlas import find_official, land_digest, load_atlas, official_land
from data.drawing.drawn import find_drawn
from data.drawing.kept import find_drawings
from data.drawing.outlines import Disputed, load_disputed, load_outlines
from data.drawing.provinces import first_level_units, load_provinces, province_rows
from data.settings import Settings
from data.store import Copy, StoredReading, StoreReader, open_reader
from data.store.evidence import read_evidence
from data.tables.reference import OWN_SOURCE, load_reference, load_sources
from geo.actor import Actors
from geo.agreement import Agreement
from geo.article import Article
from geo.errors import ExportError, FootprintError, StoreError
from geo.evidence.attestation import Attestation, Version
from geo.evidence.judgement import Standing
from geo.footprint import Atlas, Footprint
from geo.gazetteer import Area, Gazetteer
from geo.ledger.naming import agreements_on
from geo.ledger.zone import Period, Zone, fold_zones, period_on, periods, shown_status
from geo.message import Message
from geo.pipeline import READER_VERSION, Reference
from geo.statement import Statement
from geo.status import Status

_READ_AT_MOST = 5  # times that a store is read anew because an ingest changed it meanwhile


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What the store held at one moment, and what it is read with.

    `articles`, `agreements` and `readings` are by id (of the article), sorted; `statements` are sorted by article, in the order
    of the text; `attested` and `standings` are what `data.store.evidence` says of them, `versions` the former ones of each
    article, the oldest first, `copies` are of articles, and `origins` gives for each of these the one that stands for all
    copies of its text. `reference_sha256` is the hash of the tables and rules, `version` that of the program that folds and
    draws. `sources` are the rows of sources.toml; `boundaries` the publishers of the official boundaries in force, by country;
    `disputed` the disputed parts by id; `fades_after_days` is how long a status counts after its last report, None for ever;
    `ground` the outlines of countries by ISO 3166 code, which maps are drawn on; `first_level` the published outlines of
    units of their country's first level, by place id; `actors` those that truces bind.
    """

    articles: Mapping[str, Article]
    statements: tuple[Statement, ...]
    agreements: Mapping[str, Agreement]
    readings: Mapping[str, StoredReading]
    gazetteer: Gazetteer
    atlas: Atlas
    version: str
    reference_sha256: str
    sources: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    boundaries: Mapping[str, BoundarySet] = field(default_factory=dict)
    disputed: Mapping[str, Disputed] = field(default_factory=dict)
    fades_after_days: int | None = None
    ground: Mapping[str, BaseGeometry] = field(default_factory=dict)
    first_level: Mapping[str, BaseGeometry] = field(default_factory=dict)
    attested: Mapping[str, Attestation] = field(default_factory=dict)
    standings: Mapping[str, Standing] = field(default_factory=dict)
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    copies: tuple[Copy, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    actors: Actors = field(default_factory=lambda: Actors(actors={}, words=()))

    def text_of(self, statement: str, article: str) -> Article:
        """The version of an article that a statement stands in, both given by id: a former one if only that said so."""
        when = self.attested.get(statement)
        return (when and when.said_in) or self.articles[article]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is handed on: everything, unless a field says less; each field narrows further.

    `articles` and `known_on` (all that was known on this day, as `geo.ledger.zone.is_told` says) choose the evidence: zones are
    folded from it alone.
    `zones`, `agreements`, `statuses` and `day` choose among these zones. A zone has a status if it has it on `day`, or on any
    day where no day is given; `violated` is a status of every stretch with reported breaches. Without statuses, `day` keeps the
    zones of which anything is reported for that day; `unknown` keeps those of which nothing is.
    """

    zones: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    day: date | None = None
    known_on: date | None = None
    articles: tuple[str, ...] = ()

    @property
    def chooses_zones(self) -> bool:
        """True if some zones of the evidence may be left out."""
        return bool(self.zones or self.agreements or self.statuses or self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is handed on of a dossier, in the dossier's order.

    `zones` have the agreement first that their status on the day of the filter rests on, without a day the one that most
    articles name.
    `periods` are by zone id; `footprints` too, and a zone without one has its reason in `undrawn`. `statements` are those that
    speak of the zones, `articles` those they are read from, each in the version that was there on the day `known_on` of the
    filter; where no zone was filtered out also the articles in which nothing was found. `attested` says when statements were
    said, as it was known on that day. `zones_in_all` counts the zones that the evidence gives, with those that the filter left
    out.
    """

    dossier: Dossier
    filter: Filter
    zones: tuple[Zone, ...]
    periods: Mapping[str, tuple[Period, ...]]
    footprints: Mapping[str, Footprint]
    undrawn: Mapping[str, str]
    statements: tuple[Statement, ...]
    articles: Mapping[str, Article]
    agreements: Mapping[str, Agreement]
    zones_in_all: int
    attested: Mapping[str, Attestation] = field(default_factory=dict)

    def withdrawn_on(self, statement: str) -> date | None:
        """The day from which the article no longer made a statement, given by id; None where it still does."""
        when = self.attested.get(statement)
        return when.withdrawn_on if when else None

    def period_of(self, zone: str) -> Period | None:
        """What held in a zone on the day of the filter; without one, what was reported last. None where nothing was."""
        if self.filter.day:
            return period_on(self.periods[zone], self.filter.day)
        return next((period for period in reversed(self.periods[zone]) if period.faded_from is None), None)


# --- from the store ----------------------------------------------------------------------------------------------------


def load_dossier(settings: Settings, reference: Reference | None = None) -> Dossier:
    """The store, tables and boundaries that the settings name; `reference` are these tables where they are loaded already.
    Raises StoreError or ReferenceTableError."""
    with open_reader(settings.store_home) as store:
        outlines = settings.assets / "world-atlas" / "countries-10m.json"
        drawings = find_drawings(settings.data_folder, outlines, settings.gazetteer)
        reference = reference or load_reference(added=settings.gazetteer)
        official = find_official(settings.data_folder, reference.gazetteer)
        land = official_land(settings.data_folder, official)
        drawn = find_drawn(drawings, land_digest(official, land), str(settings.store_home))
        atlas = load_atlas(reference.gazetteer, outlines, official=land, drawings=drawings, drawn=drawn)
        ground = load_outlines(outlines, drawings=drawings)
        provinces = load_provinces(provinces_beside(outlines), reference.gazetteer, ground, drawings=drawings)
        first_level = first_level_units(province_rows())
        return replace(
            read_dossier(store, reference, atlas),
            sources=used_sources(reference.gazetteer),
            boundaries=official.sets,
            disputed={part.id: part for part in load_disputed(outlines, drawings=drawings)},
            fades_after_days=settings.fades_after_days,
            ground=ground,
            first_level={id: outline for id, outline in provinces.items() if id in first_level},
        )


def used_sources(gazetteer: Gazetteer) -> Mapping[str, Mapping[str, str]]:
    """The rows of sources.toml; that of the user's own tables only where places or names are from one."""
    written = (*(place.source for place in gazetteer.places.values()), *(name.source for name in gazetteer.names))
    own = any(OWN_SOURCE in source for source in written)
    return {key: row for key, row in load_sources().items() if own or key != OWN_SOURCE}


def read_dossier(store: StoreReader, reference: Reference, atlas: Atlas) -> Dossier:
    """One state of the store. Raises StoreError if an ingest changes it each time that it is read."""
    for _ in range(_READ_AT_MOST):
        generation = store.generation()
        evidence = read_evidence(store, reference.agreements)
        dossier = Dossier(
            articles=evidence.articles,
            statements=evidence.statements,
            agreements=evidence.agreements,
            attested=evidence.attested,
            standings=evidence.standings,
            versions=evidence.versions,
            copies=store.copies(),
            origins=evidence.origins,
            readings={reading.article: reading for reading in store.readings()},
            gazetteer=reference.gazetteer,
            atlas=atlas,
            actors=reference.actors,
            version=f"{READER_VERSION}+{reference.sha256[:12]}",
            reference_sha256=reference.sha256,
        )
        if store.generation() == generation:
            return dossier
    raise StoreError("the store changed while it was read, again and again: wait until the ingest is done, then try again")


# --- what is chosen ----------------------------------------------------------------------------------------------------


def select(dossier: Dossier, filter: Filter | None = None) -> Selection:
    """What of a dossier fits a filter. Raises ExportError for an article, zone or agreement that the dossier does not have."""
    filter = filter or Filter()
    _known(filter.articles, dossier.articles, Message("article"))
    _known(filter.agreements, dossier.agreements, Message("agreement"))
    attested = _attested_by(dossier, filter.known_on)
    evidence = [statement for statement in dossier.statements if _is_evidence(dossier, statement, filter)]
    articles = {
        id: version for id, article in dossier.articles.items()
        if (not filter.articles or id in filter.articles) and (version := _as_known(dossier, article, filter.known_on))
    }  # fmt: skip
    folded = fold_zones(evidence, dossier.articles, attested)
    if filter.zones:
        whole = evidence == list(dossier.statements)
        in_all = folded if whole else fold_zones(dossier.statements, dossier.articles, dossier.attested)
        _known(filter.zones, [zone.id for zone in in_all], Message("zone"))
    history = {zone.id: periods(zone, fades_after_days=dossier.fades_after_days) for zone in folded}
    agreement_of = {statement.id: statement.agreement for statement in evidence}
    zones = tuple(
        _named_on(zone, agreement_of, filter.day, dossier.fades_after_days)
        for zone in folded if _fits(zone, history[zone.id], filter)
    )  # fmt: skip
    footprints, undrawn = _footprints(dossier.atlas, zones)
    statements = evidence
    if filter.chooses_zones:
        spoken = {line.statement for zone in zones for line in zone.ledger}
        statements = [statement for statement in evidence if statement.id in spoken]
        quoted = {statement.article for statement in statements}
        articles = {id: article for id, article in articles.items() if id in quoted}
    named = {statement.agreement for statement in statements}
    return Selection(
        dossier=dossier, filter=filter, zones=zones, periods={zone.id: history[zone.id] for zone in zones},
        footprints=footprints, undrawn=undrawn, statements=tuple(statements), articles=articles,
        agreements={id: agreement for id, agreement in dossier.agreements.items() if id in named}, zones_in_all=len(folded),
        attested=attested,
    )  # fmt: skip


def _known(asked: Iterable[str], known: Iterable[str], what: Message) -> None:
    ids = set(known)
    for id in asked:
        if id not in ids:
            near = get_close_matches(id, sorted(ids), n=1)
            listed = Message("the tables of the csv export list them all")
            hint = Message("did you mean {id!r}?", id=near[0]) if near else listed
            raise ExportError("the store has no {what} {id!r}: {hint}", what=what, id=id, hint=hint)


def _is_evidence(dossier: Dossier, statement: Statement, filter: Filter) -> bool:
    """True for what a chosen article said by the day that is asked for, in whichever of its versions."""
    if filter.articles and statement.article not in filter.articles:
        return False
    when = dossier.attested.get(statement.id, Attestation())
    return _is_by(when.known_from(dossier.articles[statement.article]), filter.known_on)


def _as_known(dossier: Dossier, article: Article, known_on: date | None) -> Article | None:
    """The version of an article that was there on a day, None where its first one was not yet published."""
    former = dossier.versions.get(article.id, ())
    versions = [version.article for version in former if known_on and known_on < version.until.date()]
    then = versions[0] if versions else article
    first = former[0].article if former else article
    published = first.published.latest if first.published else None
    return then if then is not first or _is_by(published, known_on) else None


def _is_by(day: date | None, known_on: date | None) -> bool:
    return known_on is None or (day is not None and day <= known_on)


def _attested_by(dossier: Dossier, known_on: date | None) -> Mapping[str, Attestation]:
    """When articles said what they say, as it was known on a day: what was taken back only later still stood."""
    if known_on is None:
        return dossier.attested
    return {
        id: replace(when, withdrawn_on=None) if when.withdrawn_on and known_on < when.withdrawn_on else when
        for id, when in dossier.attested.items()
    }


def _fits(zone: Zone, history: tuple[Period, ...], filter: Filter) -> bool:
    if filter.zones and zone.id not in filter.zones:
        return False
    if filter.agreements and not set(zone.agreements) & set(filter.agreements):
        return False
    held = [period for period in history if filter.day is None or period_on([period], filter.day)]
    if filter.statuses:
        has = {status for period in held for status in (period.status, shown_status(period))} or {Status.UNKNOWN}
        return bool(has & set(filter.statuses))
    return bool(held) or filter.day is None


def _named_on(zone: Zone, agreement_of: Mapping[str, str], day: date | None, fades_after_days: int | None) -> Zone:
    """The zone with the agreement first that its status on a day rests on; without a day as it is."""
    if day is None:
        return zone
    return replace(zone, agreements=agreements_on(zone, agreement_of, day, fades_after_days=fades_after_days))


def _footprints(atlas: Atlas, zones: Iterable[Zone]) -> tuple[Mapping[str, Footprint], Mapping[str, str]]:
    """The polygon of every zone that has one, and why the others have none; both by zone id."""
    drawn: dict[str, Footprint] = {}
    undrawn: dict[str, str] = {}
    for zone in zones:
        beside = tuple(Area.parse(key) for key in zone.beside)
        without = tuple(Area.parse(key) for key in zone.without)
        try:
            drawn[zone.id] = atlas.footprint(Area.parse(zone.area), partial=zone.partial, beside=beside, without=without)
        except FootprintError as fault:
            undrawn[zone.id] = str(fault)
    return drawn, undrawn
