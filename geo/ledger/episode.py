"""Episodes: each time that a truce was made, from its signing or start to the end behind which it was made anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from geo.ledger.strand import Groups, may_be_one, strands
from geo.ledger.zone import HOLDING, LedgerLine, Zone, is_told
from geo.statement import SAID_TO_BE, Statement
from geo.status import Status

_Moment: TypeAlias = tuple[date, date, bool, str, int, str]  # where a line stands in the order of time


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One time that a truce was made, in all areas that were told of together.

    `id` is the truce itself for the first time of one that is known by name; else it ends with the day on which it begins in
    the zone that most statements tell of. `zones` are those it held in, sorted, each with the lines of its ledger that tell of
    this time, in order of time (undated last): all of a statement, none that was taken back or is denied, possible or
    conditional. `groups` are the armed groups that it binds where truces of others hold in a zone, too, none elsewhere; the id
    ends with them. `number` counts the times from 0. `begun` is the first day of which something is told, None where no day is.
    `after` is the day on which the time before it was over, None for the first; of several zones the last.
    """

    id: str
    zones: tuple[Zone, ...]
    number: int
    begun: date | None
    after: date | None
    groups: Groups = frozenset()


def episodes(
    zones: Iterable[Zone], statements: Mapping[str, Statement], known: Collection[str] = (), *,
    fades_after_days: int | None = None, armed: Collection[str] = (),
) -> tuple[Episode, ...]:  # fmt: skip
    """The episodes of zones, sorted by id. `statements` are those of the ledgers by id; `known` the truces known by name;
    `fades_after_days` how long behind its last report a truce without a name still counts, None for ever; `armed` the ids of
    armed groups, by which truces without a name are told apart (`geo.ledger.strand`).

    A truce is made anew by a signing or start behind an end, or behind the last day that a text gave it, and by a day of
    signing or start behind that on which the last report has faded: in all zones that are then told of together. So is one
    without a name that is told to hold more than `CONTRADICTED_WITHIN` behind an end. Of a truce
    without a name the zones are of one episode if a statement, or a text of one agreement, tells of both, and neither was made
    long behind what is told of the other; one with a name has one episode in all of its zones, until it was made anew.
    """
    zones = tuple(zones)
    strands_of = {zone.id: _strands_of(zone, statements, () if zone.truce in known else armed) for zone in zones}
    anew: dict[str, _Time] = {}
    while True:
        cut = {
            zone.id: [
                time for groups, lines in strands_of[zone.id]
                for time in _times(lines, groups, statements, anew, fades_after_days, by_name=zone.truce in known)
            ]
            for zone in zones
        }  # fmt: skip
        before = len(anew)
        for time in (time for times in cut.values() for time in times if time.since):
            for tie in _ties(time.lines, statements):
                anew.setdefault(tie, time)
        if len(anew) == before:
            break
    groups = _Groups()
    for zone in zones:
        by_name = zone.truce in known
        for time in cut[zone.id]:
            held = (replace(zone, ledger=time.lines),)
            part = Episode(
                id="", zones=held, number=time.number, begun=time.begun, after=time.after, groups=time.groups
            )  # fmt: skip
            ties = (f"{zone.truce}:{time.number}",) if by_name else _ties(time.lines, statements)
            groups.add(part, ties, sure=by_name)
    return tuple(sorted((_joined(parts, known) for parts in groups.all()), key=lambda episode: episode.id))


def _strands_of(
    zone: Zone, statements: Mapping[str, Statement], armed: Collection[str]
) -> tuple[tuple[Groups, tuple[LedgerLine, ...]], ...]:
    counting = sorted((line for line in zone.ledger if is_told(line, None) and line.modality in SAID_TO_BE), key=in_time)
    return strands(counting, statements, armed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Time:
    """One time that the truce of one zone, or of one strand of it, was made: `after` the day on which the one before was over,
    from the line on that stands at `since`; both None for the first. `begun` is later for each time of a strand, and `number`
    counts them."""

    number: int
    groups: Groups
    begun: date | None
    after: date | None
    since: _Moment | None
    lines: tuple[LedgerLine, ...]


def _ties(lines: Iterable[LedgerLine], statements: Mapping[str, Statement]) -> tuple[str, ...]:
    """What ties the zones of one truce: a statement that tells of both, and behind these a text that tells of one agreement."""
    lines = tuple(lines)
    texts = (f"{line.article}|{statements[line.statement].agreement}" for line in lines)
    return tuple(dict.fromkeys((*(line.statement for line in lines), *texts)))


def _times(
    counting: Sequence[LedgerLine], groups: Groups, statements: Mapping[str, Statement], anew: Mapping[str, _Time],
    fades_after_days: int | None, *, by_name: bool,
) -> tuple[_Time, ...]:  # fmt: skip
    """Each time that the truce of a strand was made, from its lines in order of time. `anew` has, by what ties zones, the time
    of another zone that is told of anew."""
    starts: list[tuple[date | None, _Moment | None]] = [(None, None)]
    time_of: dict[str, int] = {}  # of a statement: where its status stands, and no step before it
    ended_on: date | None = None
    runs_out: date | None = None
    reported: date | None = None
    first = in_time(counting[0]) if counting else None
    for line in counting:
        over, moment = ended_on or runs_out, in_time(line)
        if over is None and line.dated and not by_name:
            over = _faded_on(reported, fades_after_days)
        beside = [anew[tie] for tie in _ties([line], statements) if tie in anew]
        beside = [time for time in beside if time.since and first and first[0] < time.since[0] and time.since <= moment]
        beside = [time for time in beside if may_be_one(time.groups, groups)]
        holds_again = not by_name and ended_on and _is_told_to_hold(line, statements[line.statement], ended_on)
        if over and (holds_again or _makes_anew(line, over, by_name=by_name)):
            beside.insert(0, _Time(number=0, groups=groups, begun=line.true_from, after=over, since=moment, lines=()))
        if beside:
            starts.append((beside[0].after, beside[0].since))
            ended_on = runs_out = reported = None
            first = moment
        reported = max((day for day in (reported, line.true_from, line.reported_on) if day), default=None)
        if line.status is statements[line.statement].status:
            time_of[line.statement] = len(starts) - 1
        if line.status is Status.ENDED:
            ended_on = ended_on or line.true_from
        elif line.true_until:
            runs_out = max(runs_out or line.true_until, line.true_until)
        elif runs_out and line.status in _HOLDS and line.true_from and line.true_from >= runs_out:
            runs_out = None  # it was seen to hold behind its last day: it was made longer
    lines_of: list[list[LedgerLine]] = [[] for _ in starts]
    for line in counting:
        lines_of[time_of[line.statement]].append(line)
    told = [(start, lines) for start, lines in zip(starts, lines_of, strict=True) if lines]
    return tuple(
        _Time(
            number=number, groups=groups, begun=since[0] if since else counting[0].true_from, after=after, since=since,
            lines=tuple(lines),
        )
        for number, ((after, since), lines) in enumerate(told)
    )  # fmt: skip


def _faded_on(reported: date | None, days: int | None) -> date | None:
    """The day on which a last report no longer counts, None where it always does."""
    return reported + timedelta(days) if reported and days is not None and days <= (date.max - reported).days else None


_HOLDS = (Status.IN_FORCE, Status.EXTENDED, Status.VIOLATED, Status.SUSPENDED)


def in_time(line: LedgerLine) -> _Moment:
    """The order of time: of what is told of one day first what was known first, and an end behind what it ends."""
    known_on = line.known_on or date.max
    ends = line.status is Status.ENDED
    return line.true_from or date.max, known_on, ends, line.article, line.evidence[0].span.start, line.statement


def _makes_anew(line: LedgerLine, over: date, *, by_name: bool) -> bool:
    """True for a signing or a start behind the day on which a truce was over. That a truce is agreed on, without a day, is news
    of another one, but not where it is known by name: texts speak of it as agreed on years later."""
    if line.status not in (Status.AGREED, Status.IN_FORCE):
        return False
    undated = line.true_from if line.status is Status.AGREED and not by_name else None
    day = line.dated.earliest if line.dated else undated
    return day is not None and day > over


CONTRADICTED_WITHIN = timedelta(weeks=2)  # so long reports that a truce is over and that it holds are of one time


def _is_told_to_hold(line: LedgerLine, statement: Statement, ended_on: date) -> bool:
    """True for a report that a truce holds long behind an end: of one whose signing and start nobody told."""
    if line.status not in HOLDING or statement.signed or statement.effective or not line.true_from:
        return False
    return line.true_from - ended_on > CONTRADICTED_WITHIN


def _joined(parts: Sequence[Episode], known: Collection[str]) -> Episode:
    """One episode of those of several zones."""
    zones = tuple(sorted((zone for part in parts for zone in part.zones), key=lambda zone: zone.id))
    number = min(part.number for part in parts)
    begun = min((part.begun for part in parts if part.begun), default=None)
    most_told = max(parts, key=lambda part: (len({line.statement for line in part.zones[0].ledger}), part.zones[0].id))
    if most_told.zones[0].truce in known:
        id, day = most_told.zones[0].truce, begun if number else None
    else:
        id, day = most_told.zones[0].id, most_told.begun
    after = max((part.after for part in parts if part.after), default=None)
    told_apart = "+".join(sorted(most_told.groups))
    return Episode(
        id=":".join(filter(None, (id, day.isoformat() if day else "", told_apart))), zones=zones, number=number, begun=begun,
        after=after, groups=most_told.groups,
    )  # fmt: skip


MADE_TOGETHER_WITHIN = timedelta(weeks=8)  # how far behind the first news of a truce it may be made in another area, too


@dataclass(slots=True, kw_only=True)
class _Group:
    """Episodes of single zones that are one: the ids of these, the armed groups that tell them apart from others, the first day
    that anything is told of, and the last of the days on which a text says that it was made in one of the zones."""

    zones: set[str]
    groups: Groups
    told_from: date | None
    made_on: date | None

    def may_be(self, other: _Group) -> bool:
        if self.zones & other.zones or not may_be_one(self.groups, other.groups):
            return False
        days = ((self.made_on, other.told_from), (other.made_on, self.told_from))
        return not any(made and told and made - told > MADE_TOGETHER_WITHIN for made, told in days)

    def take(self, other: _Group) -> None:
        self.zones |= other.zones
        self.groups |= other.groups
        self.told_from = min((day for day in (self.told_from, other.told_from) if day), default=None)
        self.made_on = max((day for day in (self.made_on, other.made_on) if day), default=None)


def _group_of(part: Episode) -> _Group:
    lines = [line for zone in part.zones for line in zone.ledger]
    made = (line.dated.earliest for line in lines if line.dated and line.status in (Status.AGREED, Status.IN_FORCE))
    return _Group(
        zones={zone.id for zone in part.zones},
        groups=part.groups,
        told_from=min((line.true_from for line in lines if line.true_from), default=None),
        made_on=min((day for day in made if day), default=None),
    )


class _Groups:
    """Episodes of single zones, put together where they have a tie in common and may be one."""

    def __init__(self) -> None:
        self._parts: list[Episode] = []
        self._under: list[int] = []  # of each part another one of its group, itself for the first
        self._groups: list[_Group] = []
        self._of_tie: dict[str, int] = {}

    def add(self, part: Episode, ties: Iterable[str], *, sure: bool) -> None:
        """Puts a part to those that it has a tie with; `sure` if nothing else is asked."""
        new = len(self._parts)
        self._parts.append(part)
        self._under.append(new)
        self._groups.append(_group_of(part))
        for tie in ties:
            met, own = self._first(self._of_tie.get(tie, new)), self._first(new)
            if met != own and (sure or self._groups[met].may_be(self._groups[own])):
                self._under[own] = met
                self._groups[met].take(self._groups[own])
            self._of_tie[tie] = new

    def _first(self, number: int) -> int:
        while self._under[number] != number:
            self._under[number] = self._under[self._under[number]]
            number = self._under[number]
        return number

    def all(self) -> Iterable[Sequence[Episode]]:
        groups: dict[int, list[Episode]] = {}
        for number, part in enumerate(self._parts):
            groups.setdefault(self._first(number), []).append(part)
        return groups.values()
