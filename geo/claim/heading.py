"""Headings: the place of a section, for what it says of a truce without naming a place."""

from __future__ import annotations

from collections.abc import Sequence

from geo.claim.record import Claim
from geo.syntax.sentence import Sentence


def place_by_heading(sentence: Sentence, found: Sequence[Claim], before: Sequence[Claim]) -> None:
    """ "Yemen ⏎ The truce lapsed. ⏎ Ethiopia ⏎ …", «- حمص: الهدنة صامدة»: gives the claims of a sentence the place of its
    heading, where neither the sentence nor the section before it says of another place that its truce is there. What was taken
    from beyond the heading goes."""
    section = sentence.read.sections.at(sentence.last)
    first, areas = section.first, {r.area for r in section.places}
    if not areas:
        return
    told = [claim for claim in before if claim.clause.first >= first]
    for claim in found:
        own = [r for r in claim.areas if r.mention.first >= first]
        if not own and claim.coverage.guessed:
            claim.coverage.items = []
        elsewhere = [r for c in told for r in c.areas if r.area not in areas]
        beside = [r for r in sentence.places if r.mention.first >= first and r.area not in areas]
        if not claim.areas and not claim.coverage.excluded and not elsewhere and not beside:
            claim.coverage.items = [list(section.places)]
        told.append(claim)
