"""Refusals: an announced truce that those who live or fight in its place refuse."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from geo.claim.record import Claim
from geo.status.naming import is_named_before
from geo.syntax.read_text import ReadText
from geo.text.cue import CueKind

_HAD, _HAD_REACH = "had", 2  # words from it to the refusal
_THE = "the"


def take_refusals(claims: Sequence[Claim], read: ReadText) -> None:
    """ "A ceasefire was announced in Tafas. Rebels in the town rejected it", «أعلنت هدنة في طفس. ورفضتها فصائل البلدة»: what
    was announced over their heads is refused; not what two sides announced, nor what others refuse."""
    for announced, refused in pairwise(claims):
        if _is_announced(announced, read) and _is_refused(refused, read) and _is_theirs(announced, refused, read):
            announced.status, announced.modality = refused.status, refused.modality


def _is_announced(claim: Claim, read: ReadText) -> bool:
    told = claim.status is not None and claim.status.value == "announced" and claim.told_as_fact and not claim.negated
    if not told or not claim.areas or claim.earlier:
        return False
    first, last = claim.clause.first, claim.clause.last
    sides = [cue for cue in read.cues.within(first, last, CueKind.CONFLICT, CueKind.GROUP) if not cue.value]
    return len(sides) < 2 and not read.cues.within(first, last, CueKind.SIDES)


def _is_refused(claim: Claim, read: ReadText) -> bool:
    """True for a refusal of "it", «الهدنة», "the deal"; not for one that came before."""
    status, words = claim.status, read.words
    if status is None or status.value != "rejected" or claim.negated or not claim.told_as_fact or claim.earlier:
        return False
    first = words.sentence(claim.clause.sentence)[0]
    had = words.is_a("had", first) or _HAD in words.texts[max(first, status.first - _HAD_REACH) : status.first]
    return not had and not claim.lacks_agreement and (claim.truce is None or is_named_before(words, claim.truce))


def _is_theirs(announced: Claim, refused: Claim, read: ReadText) -> bool:
    """True where the next sentence tells that it is refused "in the district", or in a place of the truce and in no other."""
    if refused.clause.sentence != announced.clause.sentence + 1:
        return False
    first, last = read.words.sentence(refused.clause.sentence)
    areas = [r.area for r in announced.areas if r.area]
    here = [r.area for r in read.places if first <= r.mention.first <= last and r.area]
    if here:
        return all(any(read.gazetteer.lies_in(place, area) for area in areas) for place in here)
    nouns = (i for i in range(first + 2, last + 1) if read.words.is_a("settlement", i))
    return any(read.words.texts[i - 1] == _THE and read.cues.ending(CueKind.LOCATIVE, i - 2) for i in nouns)
