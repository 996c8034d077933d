"""Binding: whom a truce binds, as the tables know it or as texts say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from geo.actor import Party
from geo.agreement import Agreement
from geo.statement.record import SAID_TO_BE, Statement


def parties_of(agreement: Agreement, statements: Iterable[Statement]) -> tuple[str, ...]:
    """The ids of those that an agreement binds: as the reference tables know them, else as statements of it name them, in
    their order."""
    if agreement.known and agreement.parties:
        return agreement.parties
    return tuple(first_named(statements))


def first_named(statements: Iterable[Statement]) -> Mapping[str, tuple[Party, Statement]]:
    """Each actor where it is named first; what is denied, possible or conditional binds nobody."""
    found: dict[str, tuple[Party, Statement]] = {}
    for statement in statements:
        for party in statement.parties if statement.modality in SAID_TO_BE else ():
            found.setdefault(party.actor, (party, statement))
    return found
