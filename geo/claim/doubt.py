"""How sure a claim is: denied, doubted, conditional or to come, and who says so."""

from __future__ import annotations

from geo.claim.record import Claim
from geo.cue import Cue, CueKind
from geo.status.anaphora import is_told_before
from geo.status.breach import is_denied
from geo.status.failure import not_kept, not_yet
from geo.status.finding import SOFT
from geo.status.modality import find_modality, is_denied_before
from geo.status.outlook import is_future_verb
from geo.status.section import runs_out
from geo.syntax.sentence import Sentence

_SUSPENDS = "suspend"
_GOING_ON_REACH = 4  # words between talks and «مستمرة», «لا تزال جارية»


def find_doubt(sentence: Sentence, number: int, claim: Claim) -> None:
    """Negation, denial, doubt, condition and who says so, from the clause and those that govern it."""
    clause = claim.clause
    negated = claim.status is not None and (is_denied(sentence, claim.status) or is_denied_before(sentence, number))
    if negated and claim.status and (open_still := not_yet(sentence, claim.status)):
        claim.status, negated = open_still, False
    elif negated and claim.status:
        claim.status = not_kept(sentence, claim.status)
    claim.negated = negated and not claim.in_spite  # «القصف لم يتوقف منذ إعلان الهدنة»: the status is no word of the sentence
    none = sentence.cues.ending(CueKind.NEGATION, claim.truce.first - 1) if claim.truce else None
    none = none if none and none.first >= sentence.first else None  # "No. A truce in Aleppo …"
    reached = claim.status and claim.truce and claim.status.first > claim.truce.last and claim.status.value in SOFT
    unsaid = claim.status is None or bool(reached)  # "no truce has been reached in …"
    lacking = none is not None and (none.value == "absolute" or sentence.words.is_a("without", none.last))
    if claim.truce and unsaid and lacking:  # «لا هدنة في …», «من دون تفاهم على …»
        claim.status, claim.own_status = claim.truce._replace(kind=CueKind.STATUS, value="rejected"), True
        claim.negated = False
    begins = claim.status if claim.status and not claim.negated else None
    verbs = [cue for cue in (claim.status, claim.coverage.verb) if cue]
    claim.modality = find_modality(sentence, number, claim.last, verbs, begins, None if claim.status else claim.truce)
    if claim.modality == "future" and claim.status and is_told_before(sentence, claim.status):
        claim.modality = "asserted"
    if begins and begins.value == "suspended" and claim.modality in ("asserted", "future"):
        claim.modality = "future" if _shall_be(sentence, begins) else "asserted"
    if begins and begins.value == "in_force" and runs_out(sentence.words, begins.first):
        claim.modality = "asserted"  # "the first phase of the truce ends on Saturday": the truce is there
    if begins and claim.truce and _is_attribute(sentence, begins, claim.truce):
        claim.modality = "asserted"
    if claim.modality == "denied" and claim.status and claim.status.value in ("violated", "ended"):
        claim.negated, claim.modality = True, "reported"  # «نفى خرق الهدنة»: whoever denies it says that it holds
    talks = _talks_beside(sentence, claim) if claim.modality == "denied" else None
    if talks:
        claim.status, claim.own_status, claim.modality = talks, True, "reported"
    extended = claim.status is not None and claim.status.value == "extended"
    if claim.negated and extended and claim.status and sentence.words.of_class("will_not_be", clause.first, claim.status.last):
        claim.modality = "future"  # «لن تمدد», "no plan to extend": what will not be done leaves the truce as it is
    tellers = sentence.cues_in(clause, CueKind.ATTRIBUTION)
    if not tellers and clause.relation == "complement":
        tellers = sentence.cues.within(sentence.first, clause.first, CueKind.SPEECH, CueKind.ATTRIBUTION)
    if tellers:
        teller = sentence.clause_at(tellers[0].first)
        claim.attribution = (tellers[0].first, teller.last)
        claim.modality = "reported" if claim.modality == "asserted" else claim.modality


def _shall_be(sentence: Sentence, turn: Cue) -> bool:
    """«ستعلق الهدنة», "will suspend the truce", "is to be suspended"; not "the truce, due to start on Friday, was
    suspended"; and a start that will be put off is put off already."""
    words, before = sentence.words, turn.first - 1
    if not words.is_english(turn.first):
        return is_future_verb(words, turn.first) and words.is_a("suspends", turn.first)
    if not words.texts[turn.first].startswith(_SUSPENDS):
        return False
    before -= words.texts[before] == "be"
    before -= words.texts[before].endswith("ly")
    foretold = sentence.cues.ending(CueKind.MODALITY, before)
    return foretold is not None and foretold.value == "future"


def _talks_beside(sentence: Sentence, claim: Claim) -> Cue | None:
    """«نفى جيش الإسلام التوصل إلى اتفاق بشأن دوما، مؤكدا أن المفاوضات مستمرة»: the talks that go on where it is denied that
    they came to a deal. Arabic only."""
    if claim.status is None or claim.status.value not in ("agreed", "rejected", "negotiating"):
        return None
    for talks in sentence.cues.within(claim.clause.last + 1, sentence.last, CueKind.STATUS):
        near = range(talks.first - _GOING_ON_REACH, talks.last + 1 + _GOING_ON_REACH)
        near = range(max(near.start, sentence.first), min(near.stop, sentence.last + 1))
        if talks.value == "negotiating" and any(sentence.words.is_a("goes_on", i) for i in near):
            return talks
    return None


def _is_attribute(sentence: Sentence, status: Cue, truce: Cue) -> bool:
    """«قد تمدد الهدنة السارية»: what may become of a truce leaves open nothing of how its attribute says that it stands."""
    attribute = status.first == truce.last + 1 and sentence.words.texts[status.first].startswith("ال")
    return attribute and status.value == "in_force"
