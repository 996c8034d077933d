"""Calming: whether it is a truce that makes a place calm, where a clause says no more than that it is."""

from __future__ import annotations

from collections.abc import Sequence

from geo.claim.record import Claim
from geo.cue import CueKind
from geo.gazetteer import Area
from geo.syntax.read_text import ReadText

_HOLDS = ("agreed", "announced", "begun", "in_force", "extended", "violated")


def is_calmed_by(calm: Claim, claims: Sequence[Claim], read: ReadText) -> bool:
    """True if a truce that is there may lie where it is calm: «بدأت الهدنة. وساد الهدوء دوما»; beside «هدنة في الغوطة» the calm
    in Damascus is none of it, nor is any beside talks or a truce that is over."""
    own = [r.area for r in calm.areas if r.area]
    others = [claim for claim in claims if not claim.coverage.calm and not claim.earlier]
    if not others:  # «هدأت الأوضاع في دوما في موعد الهدنة»: its own sentence names the truce
        return bool(read.cues.within(*read.words.sentence(calm.clause.sentence), CueKind.TRUCE))
    meeting = [claim for claim in others if _meets(own, claim, read)]
    near = meeting or [claim for claim in others if not claim.areas and not any(c.areas for c in others)]
    told = any(claim.status is None or (claim.status.value in _HOLDS and not claim.negated) for claim in near)
    return told and not any(claim.status and claim.status.value == "ended" and not claim.negated for claim in near)


def _meets(own: Sequence[Area], claim: Claim, read: ReadText) -> bool:
    lies_in = read.gazetteer.lies_in
    return any(lies_in(one, r.area) or lies_in(r.area, one) for one in own for r in claim.areas if r.area)
