"""Onset: since when a truce has been over, broken, suspended or refused, as the clause that tells it says."""

from __future__ import annotations

from collections.abc import Sequence

from geo.claim.record import Claim
from geo.cue import Cue, CueKind
from geo.status import Status, status_of
from geo.status.naming import is_definite
from geo.status.resumption import SINCE
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.timex import Timex

TURNS = (Status.VIOLATED, Status.SUSPENDED, Status.ENDED, Status.REJECTED)  # what has a day that is neither signing nor start
_NAMED = (CueKind.TRUCE, CueKind.AGREEMENT)
_ARTICLE_AR = "ال"
_OF = "of"
_SAID_REACH = 2  # words from "said" to its day: "said on Monday"


def find_onset(sentence: Sentence, clause: Clause, status: Cue | None, *, in_spite: bool) -> Timex | None:
    """The date nearest to the word that tells the turn («انهارت الهدنة الخميس», "since the truce collapsed in 2015"), or, where
    that follows from fighting (`in_spite`), to the fighting; None where there is none, and for any other status.

    Left out are the dates of the truce itself («هدنة 27 شباط», "the February truce", "the truce that began on Monday") and of
    who says so ("a report said on Saturday").
    """
    if status is None or status_of(status.value) not in TURNS:
        return None
    told = [status]
    if in_spite:
        told = sentence.cues.within(sentence.first, sentence.last, CueKind.CONFLICT) or told
    first, last = (sentence.first, sentence.last) if in_spite else (clause.first, clause.last)
    near = [
        (min(abs(at - cue.last) for cue in told), at, timex) for at, timex in sentence.dates
        if first <= at <= last and timex.value
        and (_tells_of_fighting(sentence, told, at) if in_spite else _is_free(sentence, told, at, clause))
        and not _is_of_truce(sentence, at, timex) and not _is_of_speech(sentence, at, told)
    ]  # fmt: skip
    return min(near, key=lambda found: found[:2])[2] if near else None


def _is_of_truce(sentence: Sentence, at: int, timex: Timex) -> bool:
    """True for a date beside the truce's name that says which one it is; «انهارت الهدنة الخميس» says when it collapsed."""
    texts, behind = sentence.words.texts, sentence.words.within(timex.span).stop
    if sentence.words.is_english(sentence.first) and any(sentence.cues.starting(kind, behind) for kind in _NAMED):
        return True
    before = at - 2 if texts[at - 1] == _OF else at - 1
    truce = next((cue for kind in _NAMED if (cue := sentence.cues.ending(kind, before))), None)
    if before < sentence.first or truce is None:
        return False
    definite = sentence.words.is_english(truce.first) or texts[truce.last].startswith(_ARTICLE_AR) or (
        texts[truce.first][truce.offset :].startswith(_ARTICLE_AR)
    )  # fmt: skip
    vague = timex.value is not None and timex.value.earliest != timex.value.latest  # «اتفاق وقف إطلاق النار عام 2020»
    return before == at - 2 or not definite or vague


def _tells_of_fighting(sentence: Sentence, told: Sequence[Cue], at: int) -> bool:
    """True for a date whose clause tells of the fighting, with nothing before it that dates the truce; in "despite a truce deal
    four months ago" what is named last before the date is the truce."""
    clause = sentence.clause_at(at)
    if not any(clause.first <= cue.first <= clause.last for cue in told):
        return False
    if any(cue.first < at for cue in sentence.cues_in(clause, CueKind.DATE_RELATION)):
        return False
    truces = sentence.cues.within(sentence.first, at - 1, CueKind.TRUCE, CueKind.AGREEMENT)
    return not truces or any(truces[-1].last < cue.first < at for cue in told)


def _is_of_speech(sentence: Sentence, at: int, told: Sequence[Cue]) -> bool:
    speaks = sentence.cues.within(max(at - _SAID_REACH, sentence.first), at - 1, CueKind.SPEECH)
    return any(all(cue.first != turn.first for turn in told) for cue in speaks)


def _is_free(sentence: Sentence, told: Sequence[Cue], at: int, clause: Clause) -> bool:
    """True if no word before a date says that it is one of the truce's signing, start or end: the last one stands before the
    turn («منذ انهيار الهدنة في 2015»), or is a "since" behind it («علقت الهدنة منذ الاثنين»; «الهدنة السارية منذ»
    dates the truce)."""
    relations = [cue for cue in sentence.cues_in(clause, CueKind.DATE_RELATION) if cue.first < at]
    if not relations:
        return True
    relation = relations[-1]
    before = [cue for cue in told if cue.last < at]
    dated = any(relation.last < other < at for other, _ in sentence.dates)  # «السارية منذ تموز انهارت أمس»: it has its date
    if any(cue.first == relation.first for cue in told):  # «ينتهي غدا مفعول الهدنة»
        return True
    if not before or dated or relation.last < before[-1].first:
        return bool(before)
    refused = told[-1].value == Status.REJECTED  # "rejected a truce in Rastan starting Monday"
    since = sentence.words.texts[relation.last] in SINCE and not _has_stood(sentence, relation)
    since = since or (not refused and _is_from_day(sentence, relation))
    return since and not sentence.cues.within(before[-1].last + 1, relation.first - 1, CueKind.STATUS)


def _has_stood(sentence: Sentence, since: Cue) -> bool:
    """ "Ending a ceasefire in place since January", «الهدنة القائمة منذ كانون الثاني»: behind the truce and what says that it
    stands is since when it stands; in "have broken the ceasefire since January" it is since when they break it."""
    if since.last > since.first:  # "in place since"
        return True
    truce = max(sentence.cues.within(sentence.first, since.first - 1, *_NAMED), key=lambda cue: cue.last, default=None)
    if truce is None:
        return False
    if truce.last + 1 == since.first:
        return not is_definite(sentence.words, sentence.cues, truce)
    return sentence.words.is_a("stands_so", truce.last + 1)


def _is_from_day(sentence: Sentence, relation: Cue) -> bool:
    """«انهارت الهدنة اعتبارا من الجمعة», "collapsed as of Friday"; not "cancelled a truce from Friday"."""
    if not sentence.words.is_a("from_day", relation.last):
        return False
    truce = next((cue for kind in _NAMED if (cue := sentence.cues.ending(kind, relation.first - 1))), None)
    return truce is None or is_definite(sentence.words, sentence.cues, truce)


def date_end(claim: Claim) -> None:
    """The day from which a truce is over, or will be suspended, is the start of none: where it lies ahead, it is the last
    day."""
    if claim.onset is None or claim.status is None or not claim.own_status or claim.negated or claim.in_spite:
        return
    status = status_of(claim.status.value)
    if status is Status.ENDED or (status is Status.SUSPENDED and claim.modality == "future"):
        onset = claim.onset
        claim.dates = [(t, "until" if t is onset and dates == "effective" else dates) for t, dates in claim.dates]
