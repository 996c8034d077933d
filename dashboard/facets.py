"""What zones and articles can be filtered by, and how many each choice leaves; pure.

The unit is what one statement says of one zone: a zone or an article fits if one and the same line of it
fits all that is asked.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from dashboard.draw.appearance import status_on
from dashboard.edition import Edition, Moment
from dashboard.search import NEVER, Found
from geo.agreement import Agreement, AgreementType
from geo.gazetteer import Area, Gazetteer, Kind
from geo.ledger.zone import LedgerLine, Zone
from geo.statement import Modality, Statement
from geo.status import Status
from geo.toponym.resolution import STRONG, Resolution

FACETS = ("status", "agreement", "party", "outlet", "place", "type", "modality", "confidence")
NO_STATUS = "none"  # nothing is reported of the zone for the day
MOST_FILTERS = 16
MOST_VALUE_LETTERS = 120  # of a value, in code points: it travels in the link

Filters = tuple[tuple[str, str], ...]
Values = Mapping[str, Collection[str]]
Numbers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


class Clarity(StrEnum):
    """How plainly a text speaks: whether the name has one meaning, and whether the text itself gives the date."""

    BOTH = "both"
    PLACE = "place"
    DATE = "date"
    NEITHER = "neither"


@dataclass(frozen=True, kw_only=True)
class Column:
    """The values of one facet: line `lines[i]` has the value `values[numbers[i]]`. A line may have several, or none."""

    values: tuple[str, ...]
    lines: Numbers
    numbers: Numbers

    def having(self, chosen: Collection[str], count: int) -> Mask:
        """Which of `count` lines have any of the chosen values."""
        wanted = np.array([value in chosen for value in self.values], dtype=bool)
        found = np.zeros(count, dtype=bool)
        found[self.lines[wanted[self.numbers]]] = True
        return found

    def of(self, lines: Mask) -> Column:
        """The column as far as it is about these lines."""
        kept = lines[self.lines]
        return Column(values=self.values, lines=self.lines[kept], numbers=self.numbers[kept])


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What each statement says of each zone, a line each. `zone_of` and `article_of` number the line's zone in `zones` and its
    article in `articles`; -1 where an article says nothing of a zone, or a zone has no statement. `known_of` are the ordinals
    of the days on which the lines became known, `NEVER` where nobody knows the day.

    The status has no column: it is the zone's, on the day shown.
    """

    zones: tuple[str, ...]
    articles: tuple[str, ...]
    zone_of: Numbers
    article_of: Numbers
    known_of: Numbers
    columns: Mapping[str, Column]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """What a search and filters leave. `zones` and `articles` are in order, best first where something was searched for;
    `on_other_days` are the zones that fit but for their status on the day shown, those that fit on it included.

    The counts are by facet and value: how many would be left if the value alone were chosen in its facet.
    """

    zones: tuple[str, ...]
    articles: tuple[str, ...]
    on_other_days: tuple[str, ...]
    zone_counts: Mapping[str, Mapping[str, int]]
    article_counts: Mapping[str, Mapping[str, int]]
    found: Found | None


def facts(edition: Edition) -> Facts:
    """Everything that can be filtered; made once for an edition."""
    statements = {s.id: s for found in edition.statements.values() for s in found}
    places_read = {(article, r.mention.span): r for article, found in edition.resolutions.items() for r in found if r.area}
    lines: list[tuple[str | None, str | None]] = []
    known = array("q")
    columns = {facet: _ColumnWriter() for facet in FACETS if facet != "status"}

    def add(zone: str | None, article: str | None, day: date | None, values: Values) -> None:
        for facet, held in values.items():
            columns[facet].add(len(lines), held)
        lines.append((zone, article))
        known.append(day.toordinal() if day else NEVER)

    for zone in edition.zones.values():
        values = _zone_values(edition, zone, statements)
        for line in zone.ledger:
            statement = statements.get(line.statement)
            mention = next((c.mention for c in statement.areas if c.area == zone.area), None) if statement else None
            read = places_read.get((line.article, mention)) if mention else None
            of_line = _line_values(edition, line, read)
            actors = {*values["party"], *(_actors(statement) if statement else ())}
            add(zone.id, line.article, line.known_on, {**values, **of_line, "party": actors})
        if not zone.ledger:
            add(zone.id, None, None, values)
    told = {article for _, article in lines}
    for article in edition.articles.values():
        if article.id not in told:
            add(None, article.id, article.published and article.published.latest, {"outlet": (article.publisher or "",)})
    zones, articles = tuple(edition.zones), tuple(edition.articles)
    return Facts(
        zones=zones, articles=articles, zone_of=_numbers(zones, (zone for zone, _ in lines)),
        article_of=_numbers(articles, (article for _, article in lines)), known_of=np.array(known, dtype=np.int64),
        columns={facet: column.column() for facet, column in columns.items()},
    )  # fmt: skip


class _ColumnWriter:
    """A `Column` in the making."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._lines = array("q")
        self._numbers = array("q")

    def add(self, line: int, values: Iterable[str]) -> None:
        for value in values:
            self._lines.append(line)
            self._numbers.append(self._known.setdefault(value, len(self._known)))

    def column(self) -> Column:
        return Column(values=tuple(self._known), lines=np.array(self._lines), numbers=np.array(self._numbers))


def _numbers(ids: Iterable[str], of: Iterable[str | None]) -> Numbers:
    number = {id: n for n, id in enumerate(ids)}
    return np.array([-1 if id is None else number[id] for id in of], dtype=np.int64)


def is_filter(edition: Edition, facet: str, value: str) -> bool:
    """True if a facet has such a value here: what a link names is otherwise ignored."""
    if len(value) > MOST_VALUE_LETTERS:
        return False
    match facet:
        case "status":
            return value in (*Status, NO_STATUS)
        case "type":
            return value in tuple(AgreementType)
        case "modality":
            return value in tuple(Modality)
        case "confidence":
            return value in tuple(Clarity)
        case "agreement":
            return value in edition.agreements or any(value in zone.agreements for zone in edition.zones.values())
        case "outlet":
            return any((article.publisher or "") == value for article in edition.articles.values())
        case "party":
            return value in edition.actors.actors or value in edition.gazetteer.places
        case "place":
            return value in edition.gazetteer.places
    return False


def sift(edition: Edition, told: Facts, moment: Moment, filters: Filters, found: Found | None) -> Sifted:
    """What is left of an edition. Within a facet any chosen value fits, between facets all must; with `found` only what is
    among it. A line that was not known yet at the moment says nothing but that its zone has no status."""
    said = {facet: column.of(_known_lines(told, moment)) for facet, column in told.columns.items()}
    columns = {"status": _statuses(edition, told, moment), **said}
    chosen = {facet: frozenset(value for f, value in filters if f == facet) for facet, _ in filters}
    having = {facet: columns[facet].having(wanted, len(told.zone_of)) for facet, wanted in chosen.items()}
    in_zones, in_articles = (found.zones, found.articles) if found else (told.zones, told.articles)
    zones = _Left(told.zones, told.zone_of, frozenset(in_zones), having)
    articles = _Left(told.articles, told.article_of, frozenset(in_articles), having)
    fit, fit_on_other_days, fitting_articles = zones.fit(), zones.fit("status"), articles.fit()
    return Sifted(
        zones=tuple(zone for zone in in_zones if zone in fit),
        articles=tuple(article for article in in_articles if article in fitting_articles),
        on_other_days=tuple(zone for zone in in_zones if zone in fit_on_other_days),
        zone_counts={facet: zones.counts(facet, columns[facet]) for facet in FACETS},
        article_counts={facet: articles.counts(facet, columns[facet]) for facet in FACETS},
        found=found,
    )


def _known_lines(told: Facts, moment: Moment) -> Mask:
    by = moment.known_on.toordinal() if moment.known_on else NEVER
    known: Mask = told.known_of <= by
    return known


def _statuses(edition: Edition, told: Facts, moment: Moment) -> Column:
    """The status of each line's zone at a moment."""
    values = (*map(str, Status), NO_STATUS)
    shown = (str(status_on(edition, zone, moment) or NO_STATUS) for zone in told.zones)
    of_zone = np.array([values.index(status) for status in shown], dtype=np.int64)
    lines = np.flatnonzero(told.zone_of >= 0)
    return Column(values=values, lines=lines, numbers=of_zone[told.zone_of[lines]])


class _Left:
    """The zones, or the articles, that lines leave. `having` says by facet which lines have a chosen value."""

    def __init__(self, ids: Sequence[str], owner_of: Numbers, among: Collection[str], having: Mapping[str, Mask]) -> None:
        self.ids, self.owner_of, self.having = ids, owner_of, having
        allowed = np.array([*(id in among for id in ids), False])  # the last is that of -1
        self.kept = allowed[owner_of]
        self.missed = np.zeros(len(owner_of), dtype=np.int64)
        for mask in having.values():
            self.missed += ~mask

    def lines(self, ignored: str = "") -> Mask:
        """The lines that fit; whether they fit in the facet `ignored` does not count."""
        mask = self.having.get(ignored)
        fits: Mask = self.missed == (0 if mask is None else ~mask)
        return self.kept & fits

    def fit(self, ignored: str = "") -> set[str]:
        return {self.ids[n] for n in np.unique(self.owner_of[self.lines(ignored)])}

    def counts(self, facet: str, column: Column) -> dict[str, int]:
        """How many would be left if one value alone were chosen in a facet; values that leave none are left out."""
        kept = self.lines(facet)[column.lines]
        held = np.zeros((len(column.values), len(self.ids)), dtype=bool)
        held[column.numbers[kept], self.owner_of[column.lines[kept]]] = True
        return {value: int(count) for value, count in zip(column.values, held.sum(axis=1), strict=True) if count}


def _zone_values(edition: Edition, zone: Zone, statements: Mapping[str, Statement]) -> Values:
    agreements = [edition.agreements[id] for id in zone.agreements if id in edition.agreements]
    kinds = {str(agreement.type) for agreement in agreements} or {
        str(statements[line.statement].type) for line in zone.ledger if line.statement in statements
    }  # fmt: skip
    return {
        "agreement": zone.agreements,
        "party": {party for agreement in agreements for party in _parties(agreement)},
        "place": units(edition.gazetteer, Area.parse(zone.area)),
        "type": kinds,
    }


def _parties(agreement: Agreement) -> Iterable[str]:
    """All who have to do with an agreement that is known: whom it binds, and who stands behind it; what a text says of the
    parties and mediators of one that it describes counts for its own lines alone."""
    bound = (*agreement.parties, *agreement.mediators) if agreement.known else ()
    return (*bound, *agreement.sponsors, *agreement.guarantors)


def _actors(statement: Statement) -> Iterable[str]:
    return (*(party.actor for party in statement.parties), *statement.mediators)


def _line_values(edition: Edition, line: LedgerLine, read: Resolution | None) -> Values:
    return {
        "outlet": (edition.articles[line.article].publisher or "",),
        "modality": (str(line.modality),),
        "confidence": (str(clarity(line, read)),),
    }


def clarity(line: LedgerLine, read: Resolution | None) -> Clarity:
    """How plainly a line's text speaks. The place is clear where the name that covers it has one meaning, or one that outweighs
    the next by a strong sign at least; the date where the text gives it, not the day of publication."""
    place = read is not None and _is_clear(read)
    if line.dated:
        return Clarity.BOTH if place else Clarity.DATE
    return Clarity.PLACE if place else Clarity.NEITHER


def _is_clear(read: Resolution) -> bool:
    best, *others = (candidate.evidence for candidate in read.candidates[:2]) if read.candidates else (0, 0)
    return not others or best - others[0] >= STRONG


def units(gazetteer: Gazetteer, area: Area) -> set[str]:
    """The governorates that an area lies in or is made of; its country where it is known to lie in none, else itself."""
    found = {unit for part in _parts(gazetteer, area.place, set()) if (unit := _governorate(gazetteer, part))}
    if found or area.place not in gazetteer.places:
        return found
    return {gazetteer.places[area.place].country or area.place}


def _parts(gazetteer: Gazetteer, place: str, seen: set[str]) -> Iterable[str]:
    """The place, or where it has no parent and is a region the places of its recipe."""
    known, region = gazetteer.places.get(place), gazetteer.regions.get(place)
    if place in seen or known is None:
        return
    seen.add(place)
    if region and _governorate(gazetteer, place) is None:
        for part in (*region.core, *region.possible):
            yield from _parts(gazetteer, Area.parse(part).place, seen)
    else:
        yield place


def _governorate(gazetteer: Gazetteer, place: str) -> str | None:
    ranks = (place, *gazetteer.ancestors(place))
    return next((p for p in ranks if p in gazetteer.places and gazetteer.places[p].kind is Kind.GOVERNORATE), None)
