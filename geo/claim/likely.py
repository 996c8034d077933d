"""Sentences that tell how a truce stands by all their words, where the rules know no word that does."""

from __future__ import annotations

from math import exp, log

from geo.claim.record import Claim
from geo.coverage import Coverage
from geo.coverage.container import without_containers
from geo.status import Status
from geo.status.likelihood import StatusLikelihood, words_of_sentence
from geo.syntax.sentence import Sentence, in_group
from geo.text.cue import Cue, CueKind

_DOUBT = 0.05  # the likelihood at most that the sentence tells of no truce, or not how one stands


def likely_claim(sentence: Sentence, likelihood: StatusLikelihood) -> Claim | None:
    """The claim that a truce holds, ended, … in the first places of a sentence; None where its words do not clearly say so."""
    places = without_containers(sentence, sentence.places)
    if not places or sentence.figurative or sentence.asks:
        return None
    likelihoods = likelihood.of_words(words_of_sentence(sentence.read, sentence.number))
    nothing = sum(exp(likelihoods[answer]) for answer in (None, Status.UNKNOWN) if answer in likelihoods)
    if nothing > _DOUBT:
        return None
    status = max(likelihoods, key=lambda answer: likelihoods[answer] if answer else log(0.01))
    covered = in_group(places[0], places)
    clause = sentence.clause_at(covered[0].mention.first)
    truces = sentence.cues.within(sentence.first, sentence.last, CueKind.TRUCE, CueKind.AGREEMENT)
    told = Cue(kind=CueKind.STATUS, value=str(status), first=clause.first, last=clause.first, prefixes=(), offset=0)
    return Claim(
        clause=clause, first=clause.first, last=clause.last, coverage=Coverage(items=[covered]),
        truce=truces[0] if truces else None, type=None, status=told, own_status=True,
    )  # fmt: skip
