"""What the exports for conflict datasets ask of an agreement: was it reached, when, where, and by whose words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.dossier import Selection
from geo.agreement import Agreement
from geo.edtf import Edtf
from geo.footprint import Footprint
from geo.gazetteer import Area
from geo.ledger.zone import Zone
from geo.statement import Modality, Statement
from geo.status import Status

REACHED = (Status.AGREED, Status.IN_FORCE, Status.VIOLATED, Status.SUSPENDED, Status.EXTENDED, Status.ENDED)
SAID_TO_BE = (Modality.ASSERTED, Modality.REPORTED, Modality.FUTURE)  # not denied, possible or conditional
WHOLE_COUNTRY = 6  # UCDP's where_prec of a place that is known by its country alone


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachedTruce:
    """An agreement that some article says was reached, with its zones and the statements that say so, in order.

    `countries` are ISO 3166 codes, sorted. `signed`, `effective`, `until` and `ended` are the agreement's own where the
    reference tables know them, else as the first statement gives them. `parties` are ids of actors: those of the reference
    tables, else all that statements name, in their order.
    """

    agreement: Agreement
    zones: tuple[Zone, ...]
    statements: tuple[Statement, ...]
    countries: tuple[str, ...]
    signed: Edtf | None
    effective: Edtf | None
    until: Edtf | None
    ended: Edtf | None
    parties: tuple[str, ...]

    def first(self, *statuses: Status) -> Statement | None:
        """The first statement with one of these statuses."""
        return next((statement for statement in self.statements if statement.status in statuses), None)


def reached_truces(selection: Selection) -> Iterator[ReachedTruce]:
    """The agreements of a selection that were reached, sorted by id; talks, proposals and what is denied are left out."""
    said_of: dict[str, list[Statement]] = {id: [] for id in selection.agreements}
    zones_of: dict[str, list[Zone]] = {id: [] for id in selection.agreements}
    for statement in selection.statements:
        if statement.modality in SAID_TO_BE:
            said_of[statement.agreement].append(statement)
    for zone in selection.zones:
        for named in zone.agreements:
            zones_of[named].append(zone)
    for agreement in selection.agreements.values():
        said, zones = said_of[agreement.id], tuple(zones_of[agreement.id])
        if not any(statement.status in REACHED for statement in said):
            continue
        known = agreement if agreement.known else None  # one that a text describes takes its dates from what is selected
        places = [selection.dossier.gazetteer.places[Area.parse(zone.area).place] for zone in zones]
        yield ReachedTruce(
            agreement=agreement, zones=zones, statements=tuple(said),
            countries=tuple(sorted({place.country for place in places if place.country})),
            signed=(known and known.signed) or next((s.signed for s in said if s.signed), None),
            effective=(known and known.in_force) or next((s.effective for s in said if s.effective), None),
            until=next((s.until for s in said if s.until), None), ended=_known_end(selection, agreement),
            parties=parties_of(selection, agreement),
        )  # fmt: skip


def parties_of(selection: Selection, agreement: Agreement) -> tuple[str, ...]:
    """The ids of those that an agreement binds: as the reference tables know them, else as the statements name them."""
    if agreement.known and agreement.parties:
        return agreement.parties
    said = (s for s in selection.statements if s.agreement == agreement.id and s.modality in SAID_TO_BE)
    return tuple(dict.fromkeys(party.actor for statement in said for party in statement.parties))


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
