"""Offers: a truce that an offer, a plan or a draft holds of which the clause before says that it was refused."""

from __future__ import annotations

from geo.syntax.sentence import Sentence
from geo.text.cue import Cue, CueKind

_HELD = ("complement", "relative", "possibility")  # clauses that say what an offer holds


def refused_offer(sentence: Sentence, number: int) -> Cue | None:
    """The refusal in "vetoed a draft that would have imposed a truce in Aleppo", "turned down an offer under which the army
    would stop", where the sentence's clause `number` says what was offered; None for any other clause. English only."""
    clauses = sentence.clauses
    if clauses[number].relation not in _HELD or not sentence.words.texts[clauses[number].first].isascii():
        return None
    head = number
    while head and clauses[head].relation in _HELD:
        head -= 1
    for refusal in sentence.cues_in(clauses[head], CueKind.STATUS):
        behind = range(refusal.last + 1, clauses[head].last + 1)
        offers = [i for i in behind if sentence.words.is_a("offer", i)]
        offers += [cue.first for cue in sentence.cues.within(behind.start, behind.stop - 1, CueKind.DECISION)]
        if refusal.value == "rejected" and offers and not sentence.is_negated(refusal):
            return refusal
    return None
