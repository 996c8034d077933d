"""What the exports for conflict datasets ask of a truce: was it reached, when, where, and by whose words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.export.dossier import Selection
from geo.actor import ActorKind
from geo.agreement import Agreement, is_talks
from geo.edtf import Edtf, Granularity
from geo.footprint import Footprint
from geo.gazetteer import Area
from geo.ledger.episode import Episode, episodes, in_time
from geo.ledger.zone import LedgerLine, Zone
from geo.statement import Statement
from geo.statement.binding import parties_of
from geo.status import Status

REACHED = (Status.AGREED, Status.IN_FORCE, Status.VIOLATED, Status.SUSPENDED, Status.EXTENDED, Status.ENDED)
WHOLE_COUNTRY = 6  # UCDP's where_prec of a place that is known by its country alone
_MADE = (Status.AGREED, Status.IN_FORCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachedTruce:
    """One time that a truce was made, as some article says, with its zones and the statements that say so, in the order in
    which they became known.

    `id` is that of its episode (`geo.ledger.episode`); `agreement` the one that the words of its onset name, `agreements` the
    ids of all that its statements name. `countries` are ISO 3166 codes, sorted. `signed`, `effective`, `until` and `ended` are
    the agreement's own where the reference tables know them, else as those statements give them that became known first, and of
    this time alone: none ends before it begins. `parties`, `brokers` (mediators, then sponsors) and `guarantors` are ids of
    actors: those of the reference tables, else all that statements name, in their order. `onset` is the statement that tells
    the earliest signing or start, `ending` the one that tells its end.
    """

    id: str
    agreement: Agreement
    agreements: tuple[str, ...]
    zones: tuple[Zone, ...]
    statements: tuple[Statement, ...]
    countries: tuple[str, ...]
    signed: Edtf | None
    effective: Edtf | None
    until: Edtf | None
    ended: Edtf | None
    parties: tuple[str, ...]
    brokers: tuple[str, ...]
    guarantors: tuple[str, ...]
    onset: Statement
    ending: Statement | None


def reached_truces(selection: Selection) -> Iterator[ReachedTruce]:
    """The truces of a selection that were reached, each time that they were made, sorted by id; talks, proposals, what is
    denied and what its article no longer says are left out."""
    statements = {statement.id: statement for statement in selection.statements}
    known = {id for id, agreement in selection.agreements.items() if agreement.known}
    found = episodes(
        selection.zones, statements, known, fades_after_days=selection.dossier.fades_after_days,
        armed={id for id, actor in selection.dossier.actors.actors.items() if actor.kind is ActorKind.ARMED_GROUP},
    )  # fmt: skip
    last_time: dict[str, int] = {}
    for episode in found:
        truce = episode.zones[0].truce
        last_time[truce] = max(episode.number, last_time.get(truce, 0))
    for episode in found:
        said = _in_order(episode, statements)
        if any(_is_reached(statement) for statement in said):
            is_last = episode.number == last_time[episode.zones[0].truce]
            yield _reached(selection, episode, said, is_last=is_last)


def _is_reached(statement: Statement) -> bool:
    """True for a status that only a truce has that was reached; talks, too, may be suspended or end."""
    of_talks = is_talks(statement.agreement) and statement.status not in (*_MADE, Status.EXTENDED)
    return statement.status in REACHED and not of_talks


def _in_order(episode: Episode, statements: Mapping[str, Statement]) -> tuple[Statement, ...]:
    """The statements of an episode as they became known; those of one day by article, in the order of the text."""
    known_on = _known_on(episode)
    told = [statements[id] for id in known_on]
    return tuple(sorted(told, key=lambda s: (known_on[s.id], s.article, s.evidence[0].span.start, s.id)))


def _known_on(episode: Episode) -> Mapping[str, date]:
    """The day on which each statement became known, by id; the last of all days where it is not known."""
    return {line.statement: line.known_on or date.max for zone in episode.zones for line in zone.ledger}


def _reached(selection: Selection, episode: Episode, said: Sequence[Statement], *, is_last: bool) -> ReachedTruce:
    by_id = {statement.id: statement for statement in said}
    onset = _onset(episode, said)
    agreement = selection.agreements[onset.agreement]
    table = agreement if agreement.known else None  # one that a text describes takes its dates from what is selected
    own = table if episode.number == 0 else None  # the tables know when it was made first
    own_start = min((day.earliest for day in (own and own.signed, own and own.in_force) if day and day.earliest), default=None)
    end = _ending(episode, own_start or episode.after)
    ending = by_id[end.statement] if end else None
    told_end = ending.since or ending.until if ending else None
    ended = (_known_end(selection, agreement) if table and is_last else None) or told_end
    over = ended.latest if ended and ended.latest else end.true_from if end else None
    dated = _Dates(known_on=_known_on(episode), after=episode.after)
    signed = (own and own.signed) or dated.first(((s.id, s.signed) for s in said), until=over)
    effective = (own and own.in_force) or dated.first(((s.id, s.effective) for s in said), until=over)
    start = effective or signed
    places = [selection.dossier.gazetteer.places[Area.parse(zone.area).place] for zone in episode.zones]
    return ReachedTruce(
        id=episode.id, agreement=agreement, agreements=tuple(dict.fromkeys(s.agreement for s in (onset, *said))),
        zones=episode.zones, statements=tuple(said),
        countries=tuple(sorted({place.country for place in places if place.country})), signed=signed, effective=effective,
        until=dated.first(((s.id, s.until) for s in said), since=start.earliest if start else None), ended=ended,
        parties=parties_of(agreement, said), onset=onset, ending=ending,
        brokers=(*agreement.mediators, *agreement.sponsors) if table else _named(said, "mediators", "sponsors"),
        guarantors=agreement.guarantors if table else _named(said, "guarantors"),
    )  # fmt: skip


def _onset(episode: Episode, said: Sequence[Statement]) -> Statement:
    """The statement of the earliest signing or start: one whose own status that is, else one that looks back to it, else what
    was said first."""
    status = {statement.id: statement.status for statement in said}
    made = [
        line for zone in episode.zones for line in zone.ledger
        if line.status in _MADE and (not episode.after or not line.true_from or line.true_from > episode.after)
    ]  # fmt: skip
    first = min(made, key=lambda line: (status[line.statement] not in _MADE, in_time(line)), default=None)
    return next((s for s in said if first and s.id == first.statement), said[0])


def _ending(episode: Episode, begun: date | None) -> LedgerLine | None:
    """The line of the end: in each zone the last one, or where several articles tell it the earliest day; of all zones the
    last. None lies before the day on which the truce began."""
    ends: list[LedgerLine] = []
    for zone in episode.zones:
        over: LedgerLine | None = None
        holds = True
        for line in zone.ledger:
            if line.status is Status.ENDED and not (begun and line.true_from and line.true_from < begun):
                over, holds = (line if holds else over), False
            elif line.status in (*_MADE, Status.EXTENDED):
                holds = True
        ends += [over] if over else []
    return max(ends, key=lambda line: (line.true_from or date.min, in_time(line)), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dates:
    """Chooses among the dates that statements of an episode give. `known_on` is by the id of the statement."""

    known_on: Mapping[str, date]
    after: date | None

    def first(
        self, told: Iterable[tuple[str, Edtf | None]], *, since: date | None = None, until: date | None = None
    ) -> Edtf | None:
        """The date that became known first, of those of one day a day before a vaguer date, then the earliest; none that lies
        before this episode, before `since` or behind `until`."""
        fitting = [
            (self.known_on[id], day.granularity is not Granularity.DAY, day) for id, day in told
            if day and not (self.after and day.latest and day.latest <= self.after)
            and not (since and day.latest and day.latest < since) and not (until and day.earliest and day.earliest > until)
        ]  # fmt: skip
        return min(fitting)[2] if fitting else None


def _named(said: Sequence[Statement], *roles: str) -> tuple[str, ...]:
    """Those whom statements name in some roles, which are fields of a statement."""
    return tuple(dict.fromkeys(actor for role in roles for statement in said for actor in getattr(statement, role)))


def _known_end(selection: Selection, agreement: Agreement) -> Edtf | None:
    """The end that the reference tables give; not one that came after the day whose knowledge is asked for."""
    ended, day = agreement.ended, selection.filter.known_on
    return ended if ended and (day is None or (ended.latest and ended.latest <= day)) else None


def footprints(selection: Selection, truce: ReachedTruce) -> list[Footprint]:
    """The polygons of a truce's zones, in order; those that could not be drawn are not among them."""
    return [selection.footprints[zone.id] for zone in truce.zones if zone.id in selection.footprints]


def covers_country(selection: Selection, truce: ReachedTruce) -> bool:
    """True if one of its zones is a whole country."""
    return any(footprint.where_prec >= WHOLE_COUNTRY for footprint in footprints(selection, truce))


def actor_names(selection: Selection, ids: Iterable[str], language: str = "en") -> Iterator[str]:
    """The names of states and other actors, their ids where no table knows them any more."""
    dossier = selection.dossier
    return (dossier.actors.name(id, dossier.gazetteer, language) for id in ids)


def state_names(selection: Selection, ids: tuple[str, ...]) -> Iterator[str]:
    """The English names of states, their ids where the gazetteer has lost them."""
    for id in ids:
        place = selection.dossier.gazetteer.places.get(id)
        yield place.name_en if place else id
