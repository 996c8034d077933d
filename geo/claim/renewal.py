"""Renewal: a new truce in the place of one that is over."""

from __future__ import annotations

from collections.abc import Sequence

from geo.claim.record import Claim
from geo.status.former import is_renewed
from geo.syntax.read_text import ReadText


def tell_renewed_apart(claims: Sequence[Claim], read: ReadText) -> None:
    """«انهارت الهدنة في غزة … واتفقوا على هدنة جديدة»: the truce that is over is one of before, and a new one without a place
    is one there, if its sentence names no other place."""
    ended = [claim for claim in claims if _is_ended(claim, read)]
    for new in (claim for claim in claims if _is_new(claim, read)) if ended else ():
        over = [claim for claim in ended if claim.clause.first < new.clause.first and _meets(claim, new, read)]
        if not over:
            continue
        if not new.areas and not _names_others(new, over[-1], read):
            new.coverage.items = [list(item) for item in over[-1].coverage.items]
        for claim in claims:
            before = claim.clause.first <= over[-1].clause.first and not _is_new(claim, read)
            claim.earlier = claim.earlier or (before and bool(claim.areas) and _meets(claim, over[-1], read))


def _is_new(claim: Claim, read: ReadText) -> bool:
    """True for a status of a truce that is called a new one, but for its end."""
    if claim.truce is None or claim.status is None or claim.status.value == "ended":
        return False
    return is_renewed(read.words, claim.truce)


def _is_ended(claim: Claim, read: ReadText) -> bool:
    """True for the end of a truce in a place that is not called a new one."""
    ended = claim.status is not None and claim.status.value == "ended" and claim.told_as_fact and not claim.negated
    return ended and bool(claim.areas) and (claim.truce is None or not is_renewed(read.words, claim.truce))


def _meets(one: Claim, other: Claim, read: ReadText) -> bool:
    lies_in = read.gazetteer.lies_in
    areas, others = ([r.area for r in claim.areas if r.area] for claim in (one, other))
    return not areas or not others or any(lies_in(a, b) or lies_in(b, a) for a in areas for b in others)


def _names_others(claim: Claim, over: Claim, read: ReadText) -> bool:
    first, last = read.words.sentence(claim.clause.sentence)
    areas = [r.area for r in over.areas if r.area]
    here = [r.area for r in read.places if first <= r.mention.first <= last and r.area]
    return any(not any(read.gazetteer.lies_in(place, area) for area in areas) for place in here)
