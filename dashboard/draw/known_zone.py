"""A zone as it was known at a moment, and the truce that it is named after then."""

from __future__ import annotations

from dataclasses import replace

from dashboard.edition import Edition, Moment
from geo.ledger.naming import agreements_on
from geo.ledger.zone import Zone, is_told


def as_known(edition: Edition, zone: Zone, moment: Moment) -> Zone:
    """The zone with those lines and agreements only that were known on the day whose knowledge the map is drawn on; first the
    agreement of what was told last of the day's status: a zone's truces of other years have other names."""
    known = zone
    if moment.known_on is not None:
        known = replace(zone, ledger=tuple(line for line in zone.ledger if is_told(line, moment.known_on)))
        named = {statement.agreement for statement in edition.said(known)}
        known = replace(known, agreements=tuple(agreement for agreement in zone.agreements if agreement in named))
    agreements = known.agreements
    if moment.day and len(agreements) > 1:
        agreement_of = {statement.id: statement.agreement for statement in edition.said(known)}
        agreements = agreements_on(
            known, agreement_of, moment.day, known_on=moment.known_on, fades_after_days=edition.fades_after_days
        )  # fmt: skip
    return replace(known, agreements=agreements or zone.agreements)
