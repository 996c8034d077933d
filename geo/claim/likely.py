"""Sentences that tell how a truce stands by all their words, where the rules know no word that does, or no place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp, inf

from geo.claim.record import Claim
from geo.coverage import Coverage
from geo.coverage.container import without_containers
from geo.coverage.placement import is_gone_to, is_other_front
from geo.cue import Cue, CueKind
from geo.status import Status, status_of
from geo.status.likelihood import StatusLikelihood, has_words, words_of_sentence
from geo.status.scene import is_fought_before
from geo.syntax.sentence import Sentence, in_group
from geo.toponym.resolution import Resolution

_SILENT = (None, Status.UNKNOWN)
_TOLD_AS_FACTS = (Status.IN_FORCE, Status.VIOLATED, Status.SUSPENDED, Status.ENDED)
_SIGNS = (CueKind.CONFLICT, CueKind.EVACUATION, CueKind.STATUS)
_OPEN = (CueKind.NEGATION, CueKind.DENIAL, CueKind.MODALITY)
_NAMED_DOUBT = 0.05  # the likelihood at most that a sentence tells of no truce, or not how it stands, where the text names one
_UNNAMED_DOUBT = 0.005  # the same where no word of the text names one: "the guns fell silent"


def told_by_words(told: Iterable[Sentence], likelihood: StatusLikelihood, doubt: float = _NAMED_DOUBT) -> tuple[Claim, ...]:
    """The claim of the first sentence that tells how a truce stands in a place of its own; () where none clearly does."""
    found = next((claim for sentence in told if (claim := _claim(sentence, likelihood, doubt))), None)
    return (found,) if found else ()


def told_without_a_name(told: Iterable[Sentence], likelihood: StatusLikelihood) -> tuple[Claim, ...]:
    """The same in a text that names no truce: of a sentence with a word for fighting, for leaving or for how things stand."""
    of_war = (sentence for sentence in told if sentence.cues.within(sentence.first, sentence.last, *_SIGNS))
    return told_by_words(of_war, likelihood, _UNNAMED_DOUBT)


def find_likely_places(told: Sequence[Sentence], claims: Sequence[Claim], likelihood: StatusLikelihood) -> None:
    """Notes, for each claim whose status the words of its sentence clearly tell, too, the first places of that sentence."""
    for sentence in told:
        of_sentence = [claim for claim in claims if claim.clause.sentence == sentence.number]
        read = [c for c in of_sentence if c.own_status and c.status and not c.negated and c.modality != "denied"]
        if not read or not sentence.places or sentence.figurative or sentence.asks:
            continue
        status = _clearly_told(sentence, likelihood, _NAMED_DOUBT)
        claim = next((c for c in read if c.status and status and status_of(c.status.value) is status), None)
        covered = _first_places(sentence)
        if not covered or (claim and claim.truce and is_other_front(sentence, covered[0], claim.truce, claim.clause)):
            continue
        left_out = {r.area for c in of_sentence for r in c.coverage.excluded}
        if claim and not left_out & {r.area for r in covered}:
            claim.likely_places = covered


def _claim(sentence: Sentence, likelihood: StatusLikelihood, doubt: float) -> Claim | None:
    """That a truce holds, ended, … in the first places of a sentence; None where its words leave more than `doubt` of it."""
    if not sentence.places or sentence.figurative or sentence.asks:
        return None
    status = _clearly_told(sentence, likelihood, doubt)
    if status is Status.VIOLATED and is_fought_before(sentence):
        return None
    if status is None or (
        status in _TOLD_AS_FACTS and sentence.cues.within(sentence.first, sentence.last, *_OPEN)
    ):  # "no buses left", "might be put off": grammar that only the rules know
        return None
    covered = _first_places(sentence)
    if not covered:
        return None
    clause = sentence.clause_at(covered[0].mention.first)
    truces = sentence.cues.within(sentence.first, sentence.last, CueKind.TRUCE, CueKind.AGREEMENT)
    told = Cue(kind=CueKind.STATUS, value=str(status), first=clause.first, last=clause.first, prefixes=(), offset=0)
    return Claim(
        clause=clause, first=clause.first, last=clause.last, coverage=Coverage(items=[covered]),
        truce=truces[0] if truces else None, type=None, status=told, own_status=True, by_words=True,
    )  # fmt: skip


def _clearly_told(sentence: Sentence, likelihood: StatusLikelihood, doubt: float) -> Status | None:
    """The status that the words of a sentence tell; None where they leave more than `doubt` that they tell one."""
    words = words_of_sentence(sentence.read, sentence.number)
    if not has_words(words):
        return None
    likelihoods = likelihood.of_words(words)
    if sum(exp(likelihoods[answer]) for answer in _SILENT if answer in likelihoods) > doubt:
        return None
    return max(likelihoods, key=lambda answer: -inf if answer in _SILENT else likelihoods[answer])


def _first_places(sentence: Sentence) -> list[Resolution]:
    """The first places of a sentence, the states of who speaks aside: one, or those that are named with it."""
    named = [
        r for r in sentence.places
        if r.mention.first not in sentence.read.of_speakers and not is_gone_to(sentence, r)
    ]  # fmt: skip
    places = without_containers(sentence, named) or named
    return in_group(places[0], places) if places else []
