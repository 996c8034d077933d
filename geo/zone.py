"""Zones: the fold of statements and judgements, with a status ledger on two clocks. Never stored: always rebuilt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from geo.article import Article
from geo.edtf import Edtf
from geo.statement import Aspect, CoveredArea, Evidence, Modality, Statement
from geo.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One line of a zone's ledger: what one statement says of it.

    `true_from` is the first day on which the status holds, inclusive, and `true_until` the first on which it no longer does,
    exclusive, None where the text does not say. `known_on` is the day the article was published, None where unknown.
    `dated` is what the text gives, for display: its EDTF value, None where only the publication date anchors the line.
    `evidence` begins with the words that this line rests on.
    """

    statement: str
    article: str
    status: Status
    modality: Modality
    true_from: date | None
    true_until: date | None
    known_on: date | None
    dated: Edtf | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of days, [start, end), `end` None for open, with the zone's status and whether breaches were reported."""

    start: date
    end: date | None
    status: Status
    violated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """An agreement's hold on one area: what is drawn as one polygon. `id` is stable across readings.

    `beside` are the keys of the areas named with a partial one, which say where the covered part lies; `without` those of the
    areas that a statement excepts and none covers. `ledger` is sorted by
    `true_from` (undated last), then `known_on`, then statement.
    """

    id: str
    agreement: str
    area: str
    partial: bool
    beside: tuple[str, ...]
    ledger: tuple[LedgerLine, ...]
    without: tuple[str, ...] = ()


def fold_zones(statements: Iterable[Statement], articles: Mapping[str, Article]) -> tuple[Zone, ...]:
    """Folds statements into zones, one for each agreement and area, sorted by agreement, then area.

    `articles` gives the publication dates by id. A zone is partial if no statement says that the whole area is covered.
    """
    gathered: dict[tuple[str, str], list[tuple[Statement, CoveredArea]]] = {}
    for statement in statements:
        for covered in statement.areas:
            gathered.setdefault((statement.agreement, covered.area), []).append((statement, covered))
    zones = []
    for (agreement, area), said in sorted(gathered.items()):
        partial = all(covered.partial for _, covered in said)
        beside = sorted({
            other.area for statement, _ in said for other in statement.areas if other.area != area and not other.partial
        })  # fmt: skip
        without = {key for statement, _ in said for key in statement.excluded} - {a for g, a in gathered if g == agreement}
        lines = {line for statement, _ in said for line in _lines(statement, articles[statement.article])}
        zones.append(Zone(
            id=zone_id(agreement, area), agreement=agreement, area=area, partial=partial,
            beside=tuple(beside) if partial else (), ledger=tuple(sorted(lines, key=_ledger_order)),
            without=tuple(sorted(without)),
        ))  # fmt: skip
    return tuple(zones)


def zone_id(agreement: str, area: str) -> str:
    """The public id of a zone: it does not change when articles are read again or boundaries are replaced."""
    return f"{agreement}@{area}"


def _ledger_order(line: LedgerLine) -> tuple[date, date, str, str]:
    return line.true_from or date.max, line.known_on or date.max, line.statement, line.status


def _lines(statement: Statement, article: Article) -> Iterable[LedgerLine]:
    """What a statement adds to a ledger: its status, and before it the signing where the text gives the day of that."""
    known_on = article.published.latest if article.published else None

    making = [evidence for evidence in statement.evidence if evidence.aspect is Aspect.AGREEMENT]
    told = [evidence for evidence in statement.evidence if evidence.aspect is not Aspect.AGREEMENT]

    def line(status: Status, dated: Edtf | None, until: Edtf | None = None, *, signed: bool = False) -> LedgerLine:
        start = dated.earliest if dated else article.published.earliest if article.published else None
        end = until.latest + timedelta(days=1) if until and until.latest else None
        return LedgerLine(
            statement=statement.id, article=statement.article, status=status, modality=statement.modality,
            true_from=start, true_until=end if end and (not start or end > start) else None, known_on=known_on, dated=dated,
            evidence=(*making, *told) if signed else statement.evidence,
        )  # fmt: skip

    reached = statement.status in (Status.IN_FORCE, Status.EXTENDED, Status.SUSPENDED, Status.ENDED)
    if statement.signed and reached and statement.signed != statement.effective:
        yield line(Status.AGREED, statement.signed, signed=True)
    starts = statement.effective if statement.status is Status.IN_FORCE else None
    yield line(statement.status, statement.signed if statement.status is Status.AGREED else starts, statement.until)


def periods(zone: Zone, *, known_on: date | None = None) -> tuple[Period, ...]:
    """The zone's history as known on a day (None: all that is known), as disjoint periods in order of time.

    Lines that deny, or that only speak of what may come to be, change no status. The line that became true last rules, among
    equals the one that became known last; a violation stands beside the status that rules, or alone where there is none. A
    line without any date cannot be placed in time and is left out: the ledger still lists it.
    """
    lines = [
        line for line in zone.ledger
        if line.true_from and line.modality in _COUNTS and (known_on is None or (line.known_on and line.known_on <= known_on))
    ]  # fmt: skip
    edges = sorted({d for line in lines for d in (line.true_from, line.true_until) if d})
    found: list[Period] = []
    for number, start in enumerate(edges):
        end = edges[number + 1] if number + 1 < len(edges) else None
        holding = [x for x in lines if x.true_from and x.true_from <= start and (not x.true_until or start < x.true_until)]
        period = _period(start, end, holding)
        if not period:
            continue
        last = found[-1] if found else None
        if last and last.end == start and (last.status, last.violated) == (period.status, period.violated):
            found[-1] = replace(last, end=end)
        else:
            found.append(period)
    return tuple(found)


_COUNTS = (Modality.ASSERTED, Modality.REPORTED, Modality.FUTURE)


def _period(start: date, end: date | None, holding: Iterable[LedgerLine]) -> Period | None:
    ranked = sorted(holding, key=lambda x: (x.true_from or date.min, x.known_on or date.min))
    ruling = [x for x in ranked if x.status is not Status.VIOLATED]
    violations = [x for x in ranked if x.status is Status.VIOLATED]
    if not ruling and not violations:
        return None
    if not ruling:
        return Period(start=start, end=end, status=Status.VIOLATED, violated=True)
    return Period(start=start, end=end, status=ruling[-1].status, violated=bool(violations))
