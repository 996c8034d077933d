"""Whether a clause without a place says how a truce stands that the text names nearby."""

from __future__ import annotations

from geo.claim.term import find_dates
from geo.cue import Cue, CueKind
from geo.status.anaphora import taken_up
from geo.status.fighting import goes_on_fighting
from geo.status.matter import goes_on_with_other, starts_beside
from geo.status.modality import is_reported_future
from geo.status.outcome import FARES
from geo.status.talks import is_of_talks_before
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence

_OF_IT = ("عنه", "عنها")


def speaks_of_status(sentence: Sentence, clause: Clause, status: Cue | None, truce: Cue | None) -> bool:
    """A clause without a place still says something of a truce that the text names nearby; what is announced in one that names
    none («إعلان الجيش عن سيطرته») is anything, unless a pronoun takes the truce up («الإعلان عنه»)."""
    if not status or truce:
        return status is not None
    if status.value == "announced" and not _is_announced_of_it(sentence, status):
        return False
    english = sentence.words.is_english(clause.first)
    if status.value == "rejected" and english and sentence.cues_in(clause, CueKind.MEETING):
        return False  # "they got nowhere at the talks"
    if status.value == "ended" and english and is_of_talks_before(sentence, clause, status):
        return False
    if status.value == "in_force" and (goes_on_with_other(sentence, status) or starts_beside(sentence, status.first)):
        return False
    if status.value == "in_force" and (goes_on_fighting(sentence, status) or _is_of_attack(sentence, clause, status)):
        return False
    if status.value == "violated" and (sentence.speaks_of_truce or (sentence.continues and status.first == status.last)):
        return True
    dated = any(dates in ("signed", "effective") for _, dates in find_dates(sentence, clause))
    zones = any(sentence.words.texts[cue.first] != "the" for cue in sentence.cues_in(clause, CueKind.ZONES))
    strong = status.last > status.first or dated or zones
    strong = strong or is_reported_future(sentence, clause, status)
    strong = strong or (status.value in (*FARES, "rejected") and taken_up(sentence, status) is not None)
    return strong and (sentence.speaks_of_truce or sentence.continues) and status.value != "proposed"


def _is_of_attack(sentence: Sentence, clause: Clause, status: Cue) -> bool:
    """ "The offensive on Mocha began in May": what is under way is an attack. English only."""
    before = sentence.cues.within(clause.first, status.first - 1, CueKind.CONFLICT)
    return sentence.words.is_english(clause.first) and any(cue.value == "attack" for cue in before)


def _is_announced_of_it(sentence: Sentence, announced: Cue) -> bool:
    words = sentence.words.texts[announced.last : min(announced.last + 1, sentence.last) + 1]
    return any(word in _OF_IT for word in words)
