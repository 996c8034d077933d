"""The end of a whole agreement reaches its parts: what is over in the south-west is over in its governorates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from geo.agreement import Agreement
from geo.gazetteer import Gazetteer
from geo.statement.record import CoveredArea, Modality, Statement, statement_id
from geo.status import Status

_SURELY_SAID = (Modality.ASSERTED, Modality.REPORTED)


def with_parts(
    statements: Iterable[Statement], agreements: Mapping[str, Agreement], gazetteer: Gazetteer
) -> tuple[Statement, ...]:
    """The statements of a text; one that a known agreement is over in an area as a whole covers the agreement's own areas in
    it, too, by the name of the wider one. Not those of which, or of a place in which, the text tells apart, nor any that it
    excepts, as a whole or in part; and none of an agreement that a text describes."""
    told = tuple(statements)
    return tuple(_reaching(statement, agreements[statement.agreement], told, gazetteer) for statement in told)


def _reaching(statement: Statement, agreement: Agreement, told: Sequence[Statement], gazetteer: Gazetteer) -> Statement:
    if not agreement.known or statement.status is not Status.ENDED or statement.modality not in _SURELY_SAID:
        return statement
    apart = {covered.area for other in told if other.agreement == agreement.id for covered in other.areas}
    apart |= set(statement.excluded)
    parts: list[CoveredArea] = []
    for key in agreement.areas:
        wider = next((c for c in statement.areas if not c.partial and c.mention and gazetteer.key_lies_in(key, c.area)), None)
        if wider and not any(gazetteer.key_lies_in(area, key) for area in apart):
            parts.append(replace(wider, area=key, said_of=wider.area))
    if not parts:
        return statement
    reaching = replace(statement, areas=(*statement.areas, *parts))
    return replace(reaching, id=statement_id(reaching))
