"""Breaches: what fighting in one place breaks is the truce of the area that the text gives it."""

from __future__ import annotations

from collections.abc import Sequence

from geo.agreement import AgreementType
from geo.claim import Claim
from geo.coverage.container import holds_unnamed
from geo.status.naming import ZONES
from geo.syntax.read_text import ReadText
from geo.toponym.resolution import Resolution
from geo.truce.record import Truce

_PLACED_REACH = 2  # words from a truce to its place: "in"


def widen_breaches(truces: Sequence[Truce], read: ReadText) -> None:
    """«رغم الهدنة في جنوب السودان، هاجم الجيش مبورو»: what fighting in one place breaks is the truce of the whole area, where
    the text gives it one; so is one that is named without a place, in a text that is about a place inside of the area."""
    claims = [claim for truce in truces for claim in truce.claims]
    scenes = {id(claim) for claim in claims if claim.coverage.fought or _is_scene_of_breach(claim, read)}
    if not scenes and not any(claim.coverage.guessed for claim in claims):
        return
    for truce, claim in [(t, c) for t in truces for c in t.claims]:
        if id(claim) not in scenes and not claim.coverage.guessed:
            continue
        told = [c for c in claims if id(c) not in scenes and c.earlier is claim.earlier and _is_alike(c, claim)]
        if id(claim) not in scenes:
            told = [c for c in told if not c.coverage.guessed and not any(is_named_country(r, read) for r in c.areas)]
        own = [r for c in told for r in c.areas if r.area and not holds_unnamed(read, r)]  # "people left a Homs district"
        areas = {r.area for r in claim.areas if r.area}
        wider = [r for r in own if r.area not in areas and all(read.gazetteer.lies_in(a, r.area) for a in areas if r.area)]
        if not claim.coverage.fought and not claim.coverage.guessed and not read.words.is_english(claim.clause.first):
            whole = all(read.gazetteer.is_country(r.area) for r in own) and not any(c.type in ZONES for c in told)
            wider = wider if whole else []  # where a province or a zone has a truce, one may be broken there
        if areas and wider and not areas <= {r.area for r in own}:
            truce.place(claim, [[_narrowest(wider, read)]])


def _is_scene_of_breach(claim: Claim, read: ReadText) -> bool:
    """In "broke the truce in Taiz", "did little to stop the shelling of Taiz", "under the truce, flights left Sanaa", «خرقوا
    الهدنة في تعز» the place is where that happened."""
    broken = claim.status is not None and claim.status.value == "violated" and not claim.negated
    done = claim.under_agreement and claim.type is not AgreementType.EVACUATION_SETTLEMENT
    if not (broken or done) or not claim.areas:
        return False
    if not read.words.is_english(claim.clause.first):
        return broken
    first, last = claim.areas[0].mention.first, claim.areas[-1].mention.last
    truce = claim.truce  # "the Chad truce", "the truce in Chad" say where it is
    return truce is None or not (last + 1 == truce.first or 0 < first - truce.last <= _PLACED_REACH)


def is_named_country(resolution: Resolution, read: ReadText) -> bool:
    """True for a country, unless it is known as that of an armed group («أعلنت طالبان هدنة»)."""
    return read.gazetteer.is_country(resolution.area) and resolution in read.places


def _is_alike(one: Claim, other: Claim) -> bool:
    """False for a pause for aid and a ceasefire; «رغم الهدنة» takes up either."""
    if any(claim.in_spite and claim.presupposed for claim in (one, other)) and one.decreed is other.decreed:
        return True
    pauses = {claim.type is AgreementType.HUMANITARIAN_PAUSE for claim in (one, other) if claim.type}
    return one.decreed is other.decreed and len(pauses) < 2


def _narrowest(wider: Sequence[Resolution], read: ReadText) -> Resolution:
    """The first of some places whose area lies in that of every other that holds it."""
    lies_in = read.gazetteer.lies_in
    inside = [sum(bool(r.area and s.area and lies_in(r.area, s.area)) for s in wider) for r in wider]
    return wider[inside.index(max(inside))]
