"""Anterior truces: what a text says, without a place, of a deal that it has just told of as one of before."""

from __future__ import annotations

from geo.claim import Claim
from geo.cue import CueKind
from geo.edtf import Edtf
from geo.status.former import MANY
from geo.syntax.read_text import ReadText
from geo.truce.standing import is_history


def is_of_former(claim: Claim, before: Claim | None, read: ReadText, published: Edtf | None) -> bool:
    """ "A previous deal was reached last week. But the deal was violated", "a similar truce of 2018 … They accuse each other of
    not adhering to the deal": True for what a claim without a place says of "the deal", where the sentence before ends with one
    that it calls earlier, or that the claim `before` dates more than a year back. English only."""
    number = claim.clause.sentence
    if claim.areas or not claim.presupposed or not number or not read.words.is_english(claim.clause.first):
        return False
    dated = before is not None and before.clause.sentence == number - 1 and not before.areas and is_history(before, published)
    return dated or _ends_with_former(read, number - 1)


def _ends_with_former(read: ReadText, number: int) -> bool:
    """True for a sentence whose last truce is called earlier ("a previous deal", not "the first deal") and not said to be
    over."""
    first, last = read.words.sentence(number)
    named = read.cues.within(first, last, CueKind.TRUCE, CueKind.AGREEMENT)
    word = read.cues.ending(CueKind.EARLIER, max(cue.first for cue in named) - 1) if named else None
    over = any(cue.value == "ended" for cue in read.cues.within(first, last, CueKind.STATUS))
    first_of_all = word is not None and read.cues.ending(CueKind.ORDINAL, word.last) is not None
    return word is not None and word.value != MANY and not first_of_all and not over
