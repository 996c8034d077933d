"""What an article says of a truce: the atom that zones are folded from. `writing` makes them of claims."""

from __future__ import annotations

from geo.statement.record import Aspect, CoveredArea, Evidence, Modality, Statement, statement_id

__all__ = ["Aspect", "CoveredArea", "Evidence", "Modality", "Statement", "statement_id"]
