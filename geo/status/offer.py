"""Offers: a truce that an offer, a plan or a draft holds of which the clause before says that it was refused."""

from __future__ import annotations

from geo.cue import Cue, CueKind
from geo.syntax.sentence import Sentence

_OPEN = ("proposed", "agreed", "negotiating", "obtained")  # what such a clause says of the truce
_RELATIVE = ("which", "that")
_OFFER_REACH = 6  # words from the truce to the relative clause: "ceasefire plan for the Gaza Strip that"
_HELD = ("complement", "relative", "possibility")  # clauses that say what an offer holds


def refused_offer(sentence: Sentence, number: int, status: Cue | None, truce: Cue | None) -> Cue | None:
    """The refusal in "vetoed a draft that would have imposed a truce in Aleppo", "turned down an offer under which the army
    would stop", "a truce which Hamas rejected", where the sentence's clause `number` says what was offered; None for any other
    clause. English only."""
    clauses = sentence.clauses
    if refused := _refused_behind(sentence, number, status, truce):
        return refused
    if clauses[number].relation not in _HELD or not sentence.words.is_english(clauses[number].first):
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


def _refused_behind(sentence: Sentence, number: int, status: Cue | None, truce: Cue | None) -> Cue | None:
    """The refusal in "an Egyptian-proposed truce which Hamas rejected", "a ceasefire plan for Gaza that Hamas rejected", where
    the sentence's clause `number` says what was offered; None for any other clause. English only."""
    clauses, texts = sentence.clauses, sentence.words.texts
    behind = clauses[number + 1] if number + 1 < len(clauses) else None
    if behind is None or truce is None or status is None or status.value not in ("proposed", "negotiating"):
        return None
    near = truce.last < behind.first <= truce.last + _OFFER_REACH
    refusals = sentence.cues_in(behind, CueKind.STATUS)[:1]
    if not near or texts[behind.first] not in _RELATIVE or not refusals or refusals[0].value != "rejected":
        return None
    refusal = refusals[0]
    whose = refusal.first > behind.first + 1 and not sentence.is_negated(refusal)  # not "a plan which rejects a truce"
    objects = refusal.last < sentence.last and sentence.words.is_a("determiner", refusal.last + 1)
    return refusal if whose and not objects else None
