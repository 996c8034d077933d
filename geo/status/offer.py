"""Offers: a truce that an offer, a plan or a draft holds of which the clause before says that it was refused."""

from __future__ import annotations

from geo.syntax.sentence import Sentence
from geo.text.cue import Cue, CueKind

_OPEN = ("proposed", "agreed", "negotiating", "obtained")  # what such a clause says of the truce
_HELD = ("complement", "relative", "possibility")  # clauses that say what an offer holds


def refused_offer(sentence: Sentence, number: int, status: Cue | None) -> Cue | None:
    """The refusal in "vetoed a draft that would have imposed a truce in Aleppo", "turned down an offer under which the army
    would stop", where the sentence's clause `number` says what was offered; None for any other clause. English only."""
    clauses = sentence.clauses
    if clauses[number].relation not in _HELD or not sentence.words.texts[clauses[number].first].isascii():
        return None
    if status is not None and status.value not in _OPEN:
        return None  # "rejected the draft, which says that the truce was broken"
    head, held = number, []
    while head and clauses[head].relation in _HELD:
        held.append(clauses[head].relation)
        head -= 1
    for refusal in sentence.cues_in(clauses[head], CueKind.STATUS):
        behind = range(refusal.last + 1, clauses[head].last + 1)
        offered = sentence.cues.within(behind.start, behind.stop - 1, CueKind.DECISION)
        offers = [i for i in behind if sentence.words.is_a("offer", i)] + [cue.first for cue in offered]
        says_what = "possibility" in held or bool(offered) or status is not None  # no "offer of amnesty, which came …"
        if refusal.value == "rejected" and offers and says_what and not sentence.is_negated(refusal):
            return refusal
    return None
