"""Calming: whether it is a truce that makes a place calm, where a clause says no more than that it is."""

from __future__ import annotations

from collections.abc import Sequence

from geo.claim.record import Claim
from geo.syntax.read_text import ReadText

_HOLDS = ("agreed", "announced", "begun", "in_force", "extended", "violated")


def is_calmed_by(calm: Claim, claims: Sequence[Claim], read: ReadText) -> bool:
    """True if the text tells of a truce that is there, and of none that lies elsewhere: «بدأت الهدنة. وساد الهدوء دوما»; beside
    «أعلنت هدنة في الغوطة» the calm in Damascus is none of it, nor is any beside talks or a truce that is over."""
    lies_in = read.gazetteer.lies_in
    own = [r.area for r in calm.areas if r.area]
    others = [claim for claim in claims if not claim.coverage.calm and not claim.earlier]
    if not others:
        return True
    placed = [r.area for claim in others for r in claim.areas if r.area]
    if placed and not any(lies_in(one, other) or lies_in(other, one) for one in own for other in placed):
        return False
    told = [claim for claim in others if claim.status is None or (claim.status.value in _HOLDS and not claim.negated)]
    over = [claim for claim in others if claim.status and claim.status.value == "ended" and not claim.negated]
    return bool(told) and not over
