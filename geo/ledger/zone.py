"""Zones: the fold of statements and judgements, with a status ledger on two clocks. Never stored: always rebuilt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile

from geo.agreement import truce_of
from geo.article import Article
from geo.edtf import Edtf
from geo.evidence.attestation import Attestation
from geo.statement import SAID_TO_BE, Aspect, CoveredArea, Evidence, Modality, Statement
from geo.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One line of a zone's ledger: what one statement says of it.

    `true_from` is the first day on which the status surely holds, inclusive: of a vague date the last that it may mean, but
    none behind the day of publication. `true_until` is the first day on which it no longer does, exclusive, None where the
    text does not say. `reported_on` is the last day that the publication of the version which said so first may mean, None
    where unknown; `known_on` the day from which anybody could know it: of what only a later version says the day on which that
    was seen, else `reported_on`.
    `withdrawn_on` is the day from which the article no longer said so, None where it still does; `said_in` is then the last
    version that did, None for the article as it is.
    `dated` is what the text gives, for display: its EDTF value, None where only the publication date anchors the line.
    `evidence` begins with the words that this line rests on. `said_of` is the wider area that they speak of, None where they
    speak of the zone's own.
    """

    statement: str
    article: str
    status: Status
    modality: Modality
    true_from: date | None
    true_until: date | None
    reported_on: date | None
    known_on: date | None
    dated: Edtf | None
    evidence: tuple[Evidence, ...]
    withdrawn_on: date | None = None
    said_in: Article | None = None
    said_of: str | None = None

    @property
    def last_day(self) -> date | None:
        """The last day on which the status holds, as texts say it; None where the text does not say."""
        return _day_before(self.true_until)

    def text_of(self, articles: Mapping[str, Article]) -> Article:
        """The version of its article in which the line's words and offsets stand; `articles` are the current ones, by id."""
        return self.said_in or articles[self.article]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of days, [start, end), `end` None for open, with the zone's status and whether breaches were reported.

    `faded_from` is the status that was last reported where it is too long ago to count still: `status` is then unknown.
    """

    start: date
    end: date | None
    status: Status
    violated: bool
    faded_from: Status | None = None

    @property
    def last_day(self) -> date | None:
        """The last day of the stretch, None for open."""
        return _day_before(self.end)


def _day_before(end: date | None) -> date | None:
    return end - timedelta(days=1) if end else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A zone's history as it was known from the day `known_from` on, until the next account's."""

    known_from: date
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A truce's hold on one area: what is drawn as one polygon. `id` is stable across readings.

    `truce` is a known agreement, or what texts describe of one type (`geo.agreement.truce_of`); `agreements` are those that its
    statements name, the one that most articles name first.
    `beside` are the keys of the areas named with a partial one, which say where the covered part lies; `without` those of the
    areas that a statement excepts and none covers. `ledger` is sorted by
    `true_from` (undated last), then `known_on`, then statement.
    """

    id: str
    truce: str
    agreements: tuple[str, ...]
    area: str
    partial: bool
    beside: tuple[str, ...]
    ledger: tuple[LedgerLine, ...]
    without: tuple[str, ...] = ()

    @property
    def agreement(self) -> str:
        """The agreement that most articles name."""
        return self.agreements[0]


def fold_zones(
    statements: Iterable[Statement], articles: Mapping[str, Article], attested: Mapping[str, Attestation] | None = None
) -> tuple[Zone, ...]:
    """Folds statements into zones, one for each truce and area, sorted by truce, then area.

    `articles` gives the publication dates by id, `attested` by the id of the statement when an article that changed said it,
    where that is not from its publication on. A zone is partial if no statement says that the whole area is covered.
    """
    attested = attested or {}
    gathered: dict[tuple[str, str], list[tuple[Statement, CoveredArea]]] = {}
    covered_by: dict[str, set[str]] = {}
    for statement in statements:
        for covered in statement.areas:
            gathered.setdefault((truce_of(statement.agreement), covered.area), []).append((statement, covered))
            covered_by.setdefault(statement.agreement, set()).add(covered.area)
    zones = []
    for (truce, area), said in sorted(gathered.items()):
        partial = all(covered.partial for _, covered in said)
        beside = sorted({
            other.area for statement, _ in said for other in statement.areas if other.area != area and not other.partial
        })  # fmt: skip
        agreements = _most_named_first((statement for statement, _ in said), articles)
        held = {key for agreement in agreements for key in covered_by[agreement]}
        without = {key for statement, _ in said for key in statement.excluded} - held
        lines = {
            replace(line, said_of=covered.said_of)
            for statement, covered in said for line in ledger_lines(statement, articles[statement.article], attested)
        }  # fmt: skip
        zones.append(Zone(
            id=zone_id(truce, area), truce=truce, agreements=agreements, area=area, partial=partial,
            beside=tuple(beside) if partial else (), ledger=tuple(sorted(lines, key=_ledger_order)),
            without=tuple(sorted(without)),
        ))  # fmt: skip
    return tuple(zones)


def zone_id(truce: str, area: str) -> str:
    """The public id of a zone: it does not change when articles are read again or boundaries are replaced."""
    return f"{truce}@{area}"


def _most_named_first(statements: Iterable[Statement], articles: Mapping[str, Article]) -> tuple[str, ...]:
    """The agreements of statements, the one that most articles name first, of those that as many do the newest."""
    named: dict[str, set[str]] = {}
    for statement in statements:
        named.setdefault(statement.agreement, set()).add(statement.article)

    def order(agreement: str) -> tuple[int, int, str]:
        published = (articles[id].published for id in named[agreement])
        newest = max(((day.latest if day else None) or date.min) for day in published)
        return -len(named[agreement]), -newest.toordinal(), agreement

    return tuple(sorted(named, key=order))


def _ledger_order(line: LedgerLine) -> tuple[date, date, str, str]:
    return line.true_from or date.max, line.known_on or date.max, line.statement, line.status


def ledger_lines(statement: Statement, article: Article, attested: Mapping[str, Attestation]) -> Iterable[LedgerLine]:
    """What a statement adds to a ledger: its status, and before it the signing and the start, where the text gives the day."""
    when = attested.get(statement.id, Attestation())
    published, known_on = when.reported_in(article), when.known_from(article)
    reported_on = min(published.latest, known_on) if published and published.latest and known_on else None

    making = [evidence for evidence in statement.evidence if evidence.aspect is Aspect.AGREEMENT]
    told = [evidence for evidence in statement.evidence if evidence.aspect is not Aspect.AGREEMENT]

    def line(status: Status, dated: Edtf | None, until: Edtf | None = None, *, signed: bool = False) -> LedgerLine:
        start = _before(dated, _sure_from(dated, published), led_to) if signed else _sure_from(dated, published)
        end = _later(until.latest, 1) if until and until.latest else None
        return LedgerLine(
            statement=statement.id, article=statement.article, status=status, modality=statement.modality,
            true_from=start, true_until=end if end and (not start or end > start) else None, reported_on=reported_on,
            known_on=known_on, dated=dated, evidence=(*making, *told) if signed else statement.evidence,
            withdrawn_on=when.withdrawn_on, said_in=when.said_in,
        )  # fmt: skip

    begins = {Status.AGREED: statement.signed, Status.IN_FORCE: statement.effective, Status.EXTENDED: None}
    begun = begins.get(statement.status, _turned(statement, published))
    led_to = _sure_from(begun, published)
    reached = statement.status in (Status.IN_FORCE, Status.EXTENDED, Status.SUSPENDED, Status.ENDED)
    if statement.signed and reached and statement.signed != statement.effective:
        yield line(Status.AGREED, statement.signed, signed=True)
    if statement.effective and statement.status in _BEHIND_A_START and _has_come(statement.effective, published):
        yield line(Status.IN_FORCE, statement.effective, statement.until)
    yield line(statement.status, begun, statement.until)


def _before(dated: Edtf | None, day: date | None, led_to: date | None) -> date | None:
    """The first day of a signing: of a vague one no later than that of what it led to, if it may mean so early a day."""
    may_be_before = dated and dated.earliest and led_to and dated.earliest <= led_to
    return min(day, led_to) if may_be_before and day and led_to else day


def _has_come(dated: Edtf, published: Edtf | None) -> bool:
    """True for a day that is not behind that of publication."""
    day, told = dated.earliest, published.latest if published else None
    return day is not None and (told is None or day <= told)


def _sure_from(dated: Edtf | None, published: Edtf | None) -> date | None:
    """The first day of what a text dates, or else only its publication does: «في وقت سابق من هذا الشهر» surely by then."""
    if dated is None:
        return published.earliest if published else None
    last, told = dated.latest, published.latest if published else None
    return max(filter(None, (dated.earliest, min(filter(None, (last, told)), default=None) if last else None)), default=None)


def _turned(statement: Statement, published: Edtf | None) -> Edtf | None:
    """The day of an end, a breach, a suspension or a refusal; of an end without one the day behind the truce's last, if the
    article was published later."""
    last = statement.until.latest if statement.until else None
    if statement.since or statement.status is not Status.ENDED or not last:
        return statement.since
    behind, told = _later(last, 1), published.latest if published else None
    return Edtf.day(behind) if behind and told and behind <= told else None


def periods(zone: Zone, *, known_on: date | None = None, fades_after_days: int | None = None) -> tuple[Period, ...]:
    """The zone's history as known on a day (None: all that is known), as disjoint periods in order of time.

    Lines that deny, or that only speak of what may come to be, change no status. The line that became true last rules, among
    equals the one that was reported last, then the one that became known last, and of two that contradict each other to the day
    the one that claims less of a truce (`CLAIMS_LESS`); a violation stands beside the status that rules, or alone where there
    is none. A signing told of a truce that holds is that truce's, told again: it changes nothing until something else than that
    it holds was told. A truce whose last day a text gives is over behind it: what was told of it before does not come back. A
    line without any date cannot be placed in time and is left out: the ledger still lists it.

    `fades_after_days` days after the last report a status is no longer known (None: never). An end or a refusal does not
    fade, and neither does a status whose last day the text gives. What is told later vouches for a status that was still known
    then; a breach of one that had faded stands alone, and a signing is of another truce. A breach beside a status fades so many
    days after its own report, though others vouch for the truce.
    """
    lines = _placed(zone, known_on)
    known = _Known.by(lines, fades_after_days)
    fading = [_fades_on(line, fades_after_days) for line in lines if line.status is Status.VIOLATED]
    told = (d for line in lines for d in (line.true_from, line.true_until, line.true_from and known.until(line.true_from)))
    edges = sorted({d for d in (*told, *fading) if d})
    found = [
        _period(start, edges[number + 1] if number + 1 < len(edges) else None, _holding(lines, start), known)
        for number, start in enumerate(edges)
    ]
    return _joined(period for period in found if period)


def accounts(zone: Zone, *, fades_after_days: int | None = None) -> tuple[Account, ...]:
    """Every history that the zone has had, as its articles became known: one for each day that changed it, in order."""
    days = sorted({day for line in zone.ledger for day in (line.known_on, line.withdrawn_on) if day})
    found: list[Account] = []
    for day in days:
        told = periods(zone, known_on=day, fades_after_days=fades_after_days)
        if told != (found[-1].periods if found else ()):
            found.append(Account(known_from=day, periods=told))
    return tuple(found)


def last_report(zone: Zone, day: date, *, known_on: date | None = None) -> date | None:
    """The day of the last report on how the zone stands up to a day, that day included; None where there is none."""
    reports = [_reported_on(line) for line in _placed(zone, known_on) if line.true_from and line.true_from <= day]
    return max((report for report in reports if report <= day), default=None)


def lines_behind(
    zone: Zone, day: date, *, known_on: date | None = None, fades_after_days: int | None = None
) -> tuple[LedgerLine, ...]:
    """The lines that the zone's status on a day rests on, as known on another, in the order of the ledger.

    They are those that tell the status that rules (or ruled before it faded), back to the last that told another, and the
    breaches beside it; none where nothing is told of the day.
    """
    lines = _placed(zone, known_on)
    holding = _holding(lines, day)
    ranked = _ranked(holding, _Known.by(lines, fades_after_days))
    run = list(takewhile(lambda line: line.status is ranked[-1].status, reversed(ranked)))
    return tuple(line for line in holding if line in run or line.status is Status.VIOLATED)


def first_day(zone: Zone, *, known_on: date | None = None) -> date | None:
    """The day before which the zone's truce surely did not hold, because a text gives the day on which it was agreed or took
    effect and none tells anything of the truce itself before it; None where no text says so, or says it only about."""
    told = [(line, _earliest(line)) for line in _placed(zone, known_on) if line.status not in _BEFORE_A_TRUCE]
    first = min((day for _, day in told if day), default=None)
    sure = any(
        line.dated and not line.dated.approximate and line.status in (Status.AGREED, Status.IN_FORCE)
        for line, day in told if day == first
    )  # fmt: skip
    return first if sure else None


def _earliest(line: LedgerLine) -> date | None:
    """The first day that the date of a line may mean."""
    return (line.dated and line.dated.earliest) or line.true_from


def period_on(history: Iterable[Period], day: date) -> Period | None:
    """The period that holds a day; None where nothing was reported for it."""
    return next((p for p in history if p.start <= day and (p.end is None or day < p.end)), None)


def shown_status(period: Period | None) -> Status:
    """The status that a period is drawn with: breaches show even where the truce holds on paper; silence is unknown."""
    if period is None:
        return Status.UNKNOWN
    return Status.VIOLATED if period.violated else period.status


def is_told(line: LedgerLine, known_on: date | None) -> bool:
    """True if the line was known on a day (None: today), and its article had not yet taken it back."""
    if known_on is None:
        return line.withdrawn_on is None
    is_known = line.known_on is not None and line.known_on <= known_on
    return is_known and (line.withdrawn_on is None or known_on < line.withdrawn_on)


def is_placed(line: LedgerLine) -> bool:
    """True if the line may tell the status of days: it has a first day, and does not deny or only speak of what may be."""
    return line.true_from is not None and line.modality in SAID_TO_BE


def _placed(zone: Zone, known_on: date | None) -> list[LedgerLine]:
    """The lines that make a zone's history as it is known on a day."""
    return [
        line for line in zone.ledger
        if is_placed(line) and is_told(line, known_on)
    ]  # fmt: skip


def _reported_on(line: LedgerLine) -> date:
    """The last day that a line vouches for: an article of August on a truce since July still saw it in August."""
    return max(day for day in (line.true_from, line.reported_on) if day)


def _later(day: date, days: int) -> date | None:
    """The day so many days later, None where the calendar ends before it."""
    return day + timedelta(days) if days <= (date.max - day).days else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """How long what is told stays known: through the stretches of days, [start, end), in which one report comes before the
    last one has faded. `after_days` None: for ever, in one stretch."""

    stretches: tuple[tuple[date, date | None], ...]
    after_days: int | None

    @classmethod
    def by(cls, lines: Iterable[LedgerLine], after_days: int | None) -> _Known:
        """As lines that have a first day tell."""
        stretches: list[tuple[date, date | None]] = []
        for line in sorted(lines, key=lambda line: line.true_from or date.max):
            since, until = line.true_from or date.max, _fades_on(line, after_days)
            if stretches and ((end := stretches[-1][1]) is None or since <= end):
                since, until = stretches.pop()[0], max(until, end) if until and end else None
            stretches.append((since, until))
        return cls(stretches=tuple(stretches), after_days=after_days)

    def until(self, day: date) -> date | None:
        """The first day on which what became true on a day is not known any more; None for never."""
        starts = [since for since, _ in self.stretches]
        return self.stretches[bisect_right(starts, day) - 1][1]

    def still(self, line: LedgerLine, day: date) -> bool:
        """True if what a line tells is known on a day."""
        until = self._until(line)
        return until is None or day < until

    def lasts_to(self, line: LedgerLine, day: date) -> bool:
        """True if what a line tells is known on each day before a day."""
        until = self._until(line)
        return until is None or day <= until

    def _until(self, line: LedgerLine) -> date | None:
        lasting = line.status in LASTING or line.true_until or not line.true_from
        return None if lasting or not line.true_from else self.until(line.true_from)


def _joined(found: Iterable[Period]) -> tuple[Period, ...]:
    """Periods with neighbours of one status made one."""
    joined: list[Period] = []
    for period in found:
        last = joined[-1] if joined else None
        if last and last.end == period.start and replace(last, start=period.start, end=period.end) == period:
            joined[-1] = replace(last, end=period.end)
        else:
            joined.append(period)
    return tuple(joined)


LEADING_UP = (Status.PROPOSED, Status.NEGOTIATING, Status.AGREED)
LASTING = (Status.ENDED, Status.REJECTED, Status.UNKNOWN)
HOLDING = (Status.IN_FORCE, Status.EXTENDED)
CLAIMS_LESS = (  # of two reports of one day, known on one day, the later one of these rules
    Status.UNKNOWN, Status.PROPOSED, Status.NEGOTIATING, Status.AGREED, Status.IN_FORCE, Status.EXTENDED, Status.SUSPENDED,
    Status.REJECTED, Status.ENDED,
)  # fmt: skip
_BEHIND_A_START = (Status.VIOLATED, Status.SUSPENDED, Status.ENDED)
_BEFORE_A_TRUCE = (Status.PROPOSED, Status.NEGOTIATING, Status.REJECTED)


def _period(start: date, end: date | None, holding: Iterable[LedgerLine], known: _Known) -> Period | None:
    ruling, breaches = _ruling(holding, known), [line for line in holding if line.status is Status.VIOLATED]
    if not ruling and not breaches:
        return None
    status = ruling.status if ruling else Status.VIOLATED
    fresh = any((fades := _fades_on(line, known.after_days)) is None or fades > start for line in breaches)
    told_lately = (until := known.until(start)) is None or start < until
    if known.still(ruling, start) if ruling else told_lately:
        violated = (not ruling or fresh) and is_broken_by_breaches(status)
        return Period(start=start, end=end, status=status, violated=violated)
    if ruling and fresh:
        return Period(start=start, end=end, status=Status.VIOLATED, violated=True)
    return Period(start=start, end=end, status=Status.UNKNOWN, violated=False, faded_from=status)


def _fades_on(line: LedgerLine, days: int | None) -> date | None:
    """The first day on which the report of a line is too long ago to count still."""
    return None if days is None else _later(_reported_on(line), days)


def is_broken_by_breaches(ruling: Status | None) -> bool:
    """False for a status beside which breaches do not count: what is over is not broken any more."""
    return ruling not in (Status.ENDED, Status.REJECTED)


def _holding(lines: Iterable[LedgerLine], day: date) -> list[LedgerLine]:
    """The lines that hold on a day, in their order; what is over with a truce that has run out is not among them."""
    begun = [line for line in lines if line.true_from and line.true_from <= day]
    ran_out = [line for line in begun if line.true_until and line.true_until <= day]
    return [line for line in begun if not any(line is out or _is_over_with(line, out) for out in ran_out)]


def _is_over_with(line: LedgerLine, out: LedgerLine) -> bool:
    """True for what does not come back when a truce, whose last day the line `out` gave, has run out: what led up to it, that
    it held or was suspended where that was last reported before, and its breaches. An end, a refusal and later news stay."""
    if line.status in LASTING or not line.true_from or not out.true_from or not out.true_until:
        return False
    reported_before = _reported_on(line) < out.true_until
    if line.status is Status.VIOLATED:
        return reported_before
    return line.true_from <= out.true_from and (line.status in LEADING_UP or reported_before)


def _ruling(holding: Iterable[LedgerLine], known: _Known) -> LedgerLine | None:
    """The line that says the status."""
    ranked = _ranked(holding, known)
    return ranked[-1] if ranked else None


def _ranked(holding: Iterable[LedgerLine], known: _Known) -> list[LedgerLine]:
    """The lines that tell a status, the one that rules last: what became true last, among equals what was reported last, of
    those what became known last, and then what claims less (of one status, what ends first). Signings of a truce that is still
    known to hold are left out."""

    def order(line: LedgerLine) -> tuple[date, date, date, int, int]:
        days = (line.true_from or date.min, line.reported_on or date.min, line.known_on or date.min)
        return *days, CLAIMS_LESS.index(line.status), -(line.true_until or date.max).toordinal()

    ranked: list[LedgerLine] = []
    for line in sorted((line for line in holding if line.status is not Status.VIOLATED), key=order):
        if not (ranked and _is_signed_again(line, ranked[-1], known)):
            ranked.append(line)
    return ranked


def _is_signed_again(line: LedgerLine, before: LedgerLine, known: _Known) -> bool:
    """True for the signing of a truce that the line before says to hold, and that is still known: texts tell it again."""
    told_again = line.status is Status.AGREED and before.status in HOLDING
    return told_again and (line.true_from is None or known.lasts_to(before, line.true_from))
