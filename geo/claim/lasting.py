"""Lasting: the last day of a truce, or how long it lasts, where a clause behind the one that tells of it says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from geo.claim.extension import without_old_ends
from geo.claim.length import days_of, is_lasting, length_behind
from geo.claim.record import Claim
from geo.claim.term import find_dates
from geo.cue import CueKind
from geo.status import Status, status_of
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.timex import Timex

_STANDS = (Status.AGREED, Status.IN_FORCE, Status.EXTENDED)
_VERB_REACH = 8  # words of a clause up to its verb: "the humanitarian truce is now due to last"


def find_last_days(told: Sequence[Sentence], claims: Sequence[Claim]) -> None:
    """«دخلت الهدنة حيز التنفيذ الأحد، على أن تستمر حتى الخميس», "a truce took effect. It is to last five days": what a clause
    that is no claim says of how long a truce lasts is the claim's that tells of it, in the same sentence or the one before."""
    claimed = {claim.clause.first for claim in claims}
    for sentence in told:
        for clause in sentence.clauses:
            verb = None if clause.first in claimed else _verb_of_lasting(sentence, clause)
            claim = _last_told(sentence, claims, clause) if verb is not None else None
            if verb is not None and claim:
                days = without_old_ends(sentence, clause, claim, _last_days(sentence, clause, verb))
                claim.dates += days
                if days and _is_not_extended(sentence, claim):
                    claim.modality = "future"  # "will not extend the truce, which expires on Friday": until then it is there
                if claim.last_day is None:
                    _count_days(sentence, clause, verb, claim)


def _verb_of_lasting(sentence: Sentence, clause: Clause) -> int | None:
    """The number of «تستمر», "is to last", "expires", where nothing stands before it but what stands for the truce."""
    words = sentence.words
    named = {i for cue in sentence.cues_in(clause, CueKind.TRUCE) for i in range(cue.first, cue.last + 1)}
    for i in range(clause.first, min(clause.first + _VERB_REACH, clause.last) + 1):
        if is_lasting(words, i):
            return i if words.is_english(i) or _is_told_at_once(sentence, clause, i) else None
        if i not in named and not words.is_a("leads_to_lasts", i) and not words.is_a("auxiliary", i):
            return None
    return None


def _is_told_at_once(sentence: Sentence, clause: Clause, verb: int) -> bool:
    """False for «وتستمر المعارك حتى الخميس», where a subject of its own stands behind the verb. Arabic only."""
    told = {cue.first for cue in sentence.cues_in(clause, CueKind.DATE_RELATION, CueKind.DURATION)}
    told |= {at for at, _ in sentence.dates}
    return verb + 1 in told or (verb < clause.last and sentence.words.is_a("for_so_long", verb + 1))


def _last_told(sentence: Sentence, claims: Sequence[Claim], clause: Clause) -> Claim | None:
    """The last claim before a clause, if it tells of a truce that is there or to come, or that is not made longer, right
    before it."""
    before = [claim for claim in claims if claim.clause.first < clause.first and claim.truce]
    last = max(before, key=lambda claim: claim.clause.first, default=None)
    if last is None or clause.sentence - last.clause.sentence > 1 or last.earlier or not last.told_to_be:
        return None
    if _is_not_extended(sentence, last):
        return last
    stands = last.status is None or status_of(last.status.value) in _STANDS
    return last if stands and not last.negated else None


def _is_not_extended(sentence: Sentence, claim: Claim) -> bool:
    """«رفض تمديد الهدنة», "the truce will not be extended": an end that comes of a refusal, or of an extension
    that is denied."""
    if claim.status is None or claim.modality not in ("asserted", "reported", "future"):
        return False
    word = sentence.read.cues.starting(CueKind.STATUS, claim.status.first)
    refused = claim.status.value == Status.ENDED and word is not None and word.value == Status.REJECTED
    return refused or (claim.negated and claim.status.value == Status.EXTENDED)


def _last_days(sentence: Sentence, clause: Clause, verb: int) -> list[tuple[Timex, str | None]]:
    ends = sentence.words.is_a("lasts_no_longer", verb)
    return [(timex, "until") for timex, dates in find_dates(sentence, clause) if dates == "until" or (ends and dates is None)]


def _count_days(sentence: Sentence, clause: Clause, verb: int, claim: Claim) -> None:
    """Counts the days that a truce is to last from its start, if the claim gives that."""
    length = length_behind(sentence, clause, verb)
    starts = [timex.last_day for timex, dates in claim.dates if dates == "effective" and timex.last_day]
    if length and starts:
        claim.last_day = max(starts) + timedelta(days=days_of(length))
