"""Course: what became of one truce, where its claims tell of it one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from geo.claim import Claim
from geo.cue import CueKind
from geo.sentence import ReadText
from geo.talks import TALK

_HAD = ("كان", "وكان", "كانت", "وكانت", "وكانا")
_AFTER = ("بعد", "عقب")
_LEAD = 1  # the number of the sentence behind the headline


def follow(claims: Sequence[Claim], read: ReadText) -> None:
    """Takes their status from breaches that the text tells of as overtaken: those before the truce was made longer («مددت
    الهدنة … وكان الجيش خرقها»), and those with which a text explains that a side has declared it over."""
    told = [c for c in claims if c.status and not c.negated and c.modality in ("asserted", "reported")]
    longer = [c for c in told if c.status and c.status.value == "extended" and not _is_sought(c, read)]
    over = [
        c for c in told if c.clause.sentence <= _LEAD and c.status and c.status.value == "ended" and c.truce and not c.earlier
    ]
    for claim in told:
        if claim.status is None or claim.status.value != "violated" or read.words.texts[claim.clause.first].isascii():
            continue
        if over or (longer and _is_told_before(claim, read)):
            claim.status, claim.own_status, claim.in_spite = None, False, False


def _is_told_before(claim: Claim, read: ReadText) -> bool:
    """«وكان الجيش قد خرقها», «بعد أن شهدت خروقا»."""
    first, _ = read.words.sentence(claim.clause.sentence)
    before = read.words.texts[max(claim.clause.first - 1, first)]
    return read.words.texts[first] in _HAD or claim.clause.relation == "time" or before in _AFTER


def _is_sought(claim: Claim, read: ReadText) -> bool:
    """«أبدى استعداده لتمديد الهدنة», «دعا إلى تمديدها»: it has not been made longer."""
    said = read.cues.within(claim.clause.first, claim.clause.last, CueKind.STATUS, CueKind.PROSPECT)
    return any(cue.kind is CueKind.PROSPECT or cue.value in TALK for cue in said)
