"""What an article says of a truce: the atom that zones are folded from. `writing` makes them of claims."""

from __future__ import annotations

from geo.statement.record import (
    SAID_TO_BE,
    Aspect,
    Basis,
    CoveredArea,
    Doubt,
    Evidence,
    Grounds,
    Modality,
    Statement,
    named_areas,
    statement_id,
)

__all__ = [
    "SAID_TO_BE", "Aspect", "Basis", "CoveredArea", "Doubt", "Evidence", "Grounds", "Modality", "Statement", "named_areas",
    "statement_id",
]  # fmt: skip
