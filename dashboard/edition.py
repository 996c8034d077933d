"""An edition: everything that the pages show, from one state of the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from geo.actor import Actors
from geo.agreement import Agreement
from geo.article import Article
from geo.evidence.attestation import Version
from geo.footprint import Footprint
from geo.gazetteer import Area, Gazetteer
from geo.ledger.review import Reviewed
from geo.ledger.zone import Account, Period, Zone, period_on
from geo.message import Message
from geo.statement import Statement
from geo.timex import Timex
from geo.toponym.resolution import Resolution

Bounds = tuple[float, float, float, float]
Answer = TypeVar("Answer")
Asked = ParamSpec("Asked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Both clocks: the day that is asked about, None where nothing has a date, and the day on whose knowledge to answer.

    `known_on` None is all that is known today; `follows` says that it moves with `day`: what was known on that day of that day.
    """

    day: date | None
    known_on: date | None = None
    follows: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BadFile:
    """A file that could not be read, and why, in a sentence."""

    file: str
    reason: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityScore:
    """How well the reader reads a set of annotated texts, by one measure: 0 to 1."""

    set: str
    texts: int
    measure: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBy:
    """Which version of the reader read an article, and when (UTC)."""

    reader: str
    read_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What one `generation` of the store holds, ready to be drawn. Pages read it and never change it.

    `statements`, `resolutions` and `timexes` are by article id, in the order of the text; an article that is in none of them
    has not been read, and `readings` say by what and when it was. `named` are the ids of the articles that name
    an area, by its key. `zones` are in the order of the list. By zone id are
    `periods` (by all that is known), `accounts` (by what was known when) and `footprints`; a zone that could not be drawn is
    not in `footprints`. `extents` are west, south, east, north in EPSG:4326 by the key of an area; a point's has no width, and
    an area beyond the base map has none. `ground_windows` are the parts of the world that the base map holds in detail.
    `country_middles` are lon, lat of where a country's name is written.
    `notices` are, by language, what is said beside official boundaries, "" where there are none; `cells_agreement` is the mean
    agreement of the built-in governorates with official ones (intersection over union), None where it was not measured.
    `disputed` are the names, by language, of the disputed parts of the map by id.
    `quality` is what was measured of this one, and `sources` the
    title, publisher, licence and url of each source of the reference tables. `fades_after_days` is how long a status counts
    after its last report; `made_on` is the day on which the edition was made.
    `known_agreements` are those of the reference tables, which an editor may name.
    `reviewed` is what the queue of the review is made from; `versions` are, by article, those that others have replaced, the
    oldest first; `repeats` the ids of what came again word for word.
    `base_map` and `zone_shapes` are the addresses, below the page, of the outlines and of the zones' GeoJSON.
    """

    generation: str
    gazetteer: Gazetteer
    actors: Actors
    articles: Mapping[str, Article]
    statements: Mapping[str, tuple[Statement, ...]]
    resolutions: Mapping[str, tuple[Resolution, ...]]
    timexes: Mapping[str, tuple[Timex, ...]]
    readings: Mapping[str, ReadBy]
    named: Mapping[str, tuple[str, ...]]
    agreements: Mapping[str, Agreement]
    zones: Mapping[str, Zone]
    periods: Mapping[str, tuple[Period, ...]]
    accounts: Mapping[str, tuple[Account, ...]]
    footprints: Mapping[str, Footprint]
    extents: Mapping[str, Bounds]
    ground_windows: tuple[Bounds, ...]
    country_middles: Mapping[str, tuple[float, float]]
    bad_files: tuple[BadFile, ...]
    notices: Mapping[str, str]
    cells_agreement: float | None
    disputed: Mapping[str, Mapping[str, str]]
    quality: tuple[QualityScore, ...]
    sources: Mapping[str, Mapping[str, str]]
    fades_after_days: int
    made_on: date
    base_map: str
    zone_shapes: str
    known_agreements: Mapping[str, Agreement] = field(default_factory=dict)
    reviewed: Reviewed = field(default_factory=Reviewed)
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    repeats: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # what `once_an_edition` keeps; an edition made by `replace` begins anew
    derived: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def article_of(self, statement: str) -> str | None:
        """The id of the article that a statement was read from, None if this edition has no such statement."""
        return _article_by_statement(self).get(statement)

    def said(self, zone: Zone) -> tuple[Statement, ...]:
        """The statements of a zone's ledger, each once, in its order; one that this edition lacks is left out."""
        statements = _statement_by_id(self)
        ids = dict.fromkeys(line.statement for line in zone.ledger)
        return tuple(statements[id] for id in ids if id in statements)

    def said_now(self, article: str) -> tuple[Statement, ...]:
        """What an article still says, in the order of the text: without what only its former versions said."""
        return tuple(s for s in self.statements.get(article, ()) if s.id in self.reviewed.statements)

    def zone_name(self, zone: Zone, language: str) -> str:
        """The name of the zone's area in words, without saying whether it is covered in part."""
        return self.gazetteer.name(Area.parse(zone.area), language)

    def place_name(self, place: str, language: str) -> str:
        """A place's name, or its id where the gazetteer has lost it."""
        known = self.gazetteer.places.get(place)
        if known is None:
            return place
        return known.name_ar if language == "ar" else known.name_en

    def actor_name(self, actor: str, language: str) -> str:
        """The name of a state, a group or an organisation, or its id where the tables have lost it."""
        return self.actors.name(actor, self.gazetteer, language)

    def history(self, zone: str, known_on: date | None) -> tuple[Period, ...]:
        """The zone's periods as they were known on a day; None: all that is known."""
        if known_on is None:
            return self.periods[zone]
        return next((account.periods for account in reversed(self.accounts[zone]) if account.known_from <= known_on), ())

    def period_on(self, zone: str, moment: Moment) -> Period | None:
        """What held in a zone at a moment; None where nothing was reported for it."""
        day = moment.day
        if day is None:
            return None
        told = self.history(zone, moment.known_on)
        return period_on(told, day)


def once_an_edition(
    derive: Callable[Concatenate[Edition, Asked], Answer],
) -> Callable[Concatenate[Edition, Asked], Answer]:
    """Makes a function of an edition keep its answers beside the edition: a rerun asks again for what cannot have changed.

    The further arguments must be hashable, and nobody may change an answer. Viewers who ask for the first time at once may both
    work it out.
    """
    name = f"{derive.__module__}.{derive.__qualname__}"

    @wraps(derive)
    def answer(edition: Edition, /, *asked: Asked.args, **named: Asked.kwargs) -> Answer:
        key = (name, asked, tuple(sorted(named.items())))
        if key not in edition.derived:
            edition.derived[key] = derive(edition, *asked, **named)
        kept: Answer = edition.derived[key]
        return kept

    return answer


@once_an_edition
def _statement_by_id(edition: Edition) -> Mapping[str, Statement]:
    return {statement.id: statement for found in edition.statements.values() for statement in found}


@once_an_edition
def _article_by_statement(edition: Edition) -> Mapping[str, str]:
    return {statement.id: article for article, found in edition.statements.items() for statement in found}
