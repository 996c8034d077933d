"""The status that a clause takes from another one of its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from geo.claim.record import Claim
from geo.cue import Cue, CueKind
from geo.status.anaphora import takes_up
from geo.status.failure import waits
from geo.status.finding import find_status, is_where
from geo.status.modality import is_reported_future
from geo.status.naming import is_unnamed
from geo.status.outcome import FARES, REACHED
from geo.status.talks import TALK, is_of_talks_before
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution

_OF_TRUCE = ("relative", "complement")  # "that" behind a place opens either
_PRESENT = ("starts", "begins")
_STANDS = ("in_force", "begun", "violated")
_PROVIDED = "علي"  # «على أن», folded


def share_statuses(sentence: Sentence, found: Sequence[Claim]) -> None:
    """A clause of aim takes the status of what it is the aim of; one without a status that of the nearest clause."""
    _share_acceptance(sentence, found)
    for i, claim in enumerate(found):
        _share_rejection(sentence, claim)
        _take_possibility(sentence, claim)
        _take_start(sentence, claim)
        _take_main_verb(claim, found)
        _take_relative(sentence, claim, found)
        _take_failure(sentence, claim)
        _take_from_accord(sentence, claim, found[:i])
        if claim.clause.relation == "aim" and not _aims_at_reaching(sentence, claim):
            governing = [c for c in sentence.clauses if c.last < claim.clause.first]
            claim.status = next((s for s in (find_status(sentence, c) for c in reversed(governing)) if s), claim.status)
        scene = claim.truce is not None and is_where(sentence, claim.truce)  # «يجب أن نبحث ما يجري في منطقة خفض التصعيد»
        if claim.status is None and (claim.clause.relation == "complement" or _goes_on_behind(sentence, claim)) and not scene:
            claim.status = _governing_status(sentence, claim)
        if claim.status is None and not (
            claim.clause.relation == "contrast" and claim.truce and is_unnamed(sentence, claim.truce)
        ):
            near = [
                c for c in (*reversed(found[:i]), *found[i + 1 :])
                if c.own_status and c.clause.relation not in ("time", "relative", "where", "concession")
                and not _is_of_earlier(sentence, c, claim) and not _is_apart(sentence, c, claim)
            ]  # fmt: skip
            if near:
                claim.status = near[0].status
                claim.negated = near[0].negated and claim.clause.relation != "correction"
                behind = near[0].clause  # "a truce in Syria(, under which …,) would begin at midnight"
                if behind.first > claim.clause.last and is_reported_future(sentence, behind, near[0].status):
                    claim.modality = near[0].modality


def _is_apart(sentence: Sentence, other: Claim, claim: Claim) -> bool:
    """ "They ended the truce in Aleppo, but said the ceasefire in Daraa would go on", «وهددوا بإنهاء الهدنة في حمص»: what
    became of a truce is not said of one in another place in a clause that is set against it, or where it is only threatened."""
    one, others = ({r.area for r in c.areas} for c in (other, claim))
    undone = other.status is not None and other.status.value in ("ended", "rejected", "violated")
    threatened = any(sentence.words.is_a("threatens", i) for i in range(claim.clause.first, claim.clause.last + 1))
    contrast = claim.clause.relation == "contrast" and claim.clause.first > other.clause.last
    return undone and bool(one and others) and one.isdisjoint(others) and (contrast or threatened)


def _is_of_earlier(sentence: Sentence, other: Claim, claim: Claim) -> bool:
    """«انهار اتفاقان سابقان بسبب خلاف على حي …، الذي يشمله الاتفاق الحالي»: what became of earlier ones is not said of this."""
    if other.truce is None or claim.truce is None:
        return False
    earlier = [sentence.cues.starting(CueKind.EARLIER, truce.last + 1) for truce in (other.truce, claim.truce)]
    return earlier[0] is not None and earlier[1] is None


def _share_acceptance(sentence: Sentence, found: Sequence[Claim]) -> None:
    """«اقترح المبعوث هدنة في تعز، ووافق عليها الطرفان»: what both sides accept in a clause behind it is proposed no more."""
    for clause in sentence.clauses:
        offers = [c for c in found if c.clause.last < clause.first and c.status and c.status.value == "proposed"]
        if not offers or not sentence.cues_in(clause, CueKind.SIDES) or sentence.cues_in(clause, CueKind.TRUCE):
            continue
        status = find_status(sentence, clause)
        if status and status.value == "agreed" and not sentence.is_negated(status) and takes_up(sentence, status):
            offers[-1].status = status


def _take_possibility(sentence: Sentence, claim: Claim) -> None:
    """ "a truce in Idlib | could be announced": the verb of a possibility that the truce right before it is the subject of."""
    behind = next((c for c in sentence.clauses if c.first == claim.clause.last + 1), None)
    if claim.status is None and claim.truce and behind and behind.relation == "possibility":
        claim.status = find_status(sentence, behind)
        if claim.status and sentence.words.is_english(behind.first):
            claim.modality = "future" if is_reported_future(sentence, behind, claim.status) else "possible"
        if claim.status and waits(sentence, claim.status):
            claim.status, claim.modality = claim.truce._replace(kind=CueKind.STATUS, value="agreed"), "asserted"


def _take_start(sentence: Sentence, claim: Claim) -> None:
    """«… الذي يشمله الاتفاق على أن يبدأ تنفيذه غدا»: the start that is provided for right behind a truce. Arabic only."""
    behind = next((c for c in sentence.clauses if c.first == claim.clause.last + 1), None)
    provided = behind and behind.relation == "complement" and sentence.words.texts[claim.clause.last] == _PROVIDED
    if behind and provided and claim.truce and not claim.status:
        status = find_status(sentence, behind)
        claim.status = status if status and status.value == "agreed" else None


def _take_main_verb(claim: Claim, found: Sequence[Claim]) -> None:
    """ "The truce, which took effect in Idlib on Friday, | collapsed": what the main verb says of a truce is its news."""
    if claim.clause.relation != "relative" or claim.truce is None or claim.truce.last >= claim.clause.first:
        return
    main = next((c for c in found if c.clause.first == claim.clause.last + 1 and not c.clause.relation), None)
    if main and main.truce == claim.truce and main.own_status and main.status and main.status.value in FARES:
        claim.status, claim.negated, claim.modality = main.status, main.negated, main.modality


def _take_relative(sentence: Sentence, claim: Claim, found: Sequence[Claim]) -> None:
    """ "Agreed to a ceasefire in Tafas | that began at midnight", "met to discuss a truce | that has been violated daily": what
    a relative clause tells of how the truce before it stands; one that is over may be talked about anew."""
    said = claim.status.value if claim.status and claim.own_status and not claim.negated else ""
    if said not in (*REACHED, *TALK):
        return
    behind = next((c for c in found if c.clause.first == claim.clause.last + 1), None)
    if behind is None or behind.truce is None or behind.truce != claim.truce or behind.clause.relation not in _OF_TRUCE:
        return
    status = behind.status if behind.own_status and behind.told_as_fact and not behind.negated else None
    if status and status.value in _STANDS and behind.truce.last < status.first and not _is_provided(sentence, status):
        claim.status, claim.modality = status, behind.modality


def _take_failure(sentence: Sentence, claim: Claim) -> None:
    """ "Talks on a truce in Waer began on Monday and | broke down on Thursday": they failed; those that "ended" may not."""
    behind = next((c for c in sentence.clauses if c.first == claim.clause.last + 1), None)
    if behind is None or claim.status is None or claim.status.value != "negotiating" or claim.negated:
        return
    failed = [cue for cue in sentence.cues_in(behind, CueKind.STATUS) if cue.value == "ended"]
    over = bool(failed) and sentence.words.is_a("comes_to_an_end", failed[0].first)
    if failed and not over and is_of_talks_before(sentence, behind, failed[0]):
        claim.status = failed[0]._replace(value="rejected")


def _is_provided(sentence: Sentence, start: Cue) -> bool:
    """ "A truce that starts tomorrow": a start in the present."""
    return sentence.words.texts[start.first] in _PRESENT or sentence.words.is_a("takes_effect", start.first)


def _take_from_accord(sentence: Sentence, claim: Claim, before: Sequence[Claim]) -> None:
    """ "Close to a deal | that | would see fighters leave Rastan": a term of an accord is no more than the accord."""
    accord = before[-1] if before else None
    if claim.clause.relation != "possibility" or accord is None or accord.truce is None or accord.status is None:
        return
    opened = sentence.cues.starting(CueKind.OPENER, accord.truce.last + 1)
    of_it = opened is not None and opened.last + 1 == claim.clause.first
    if of_it and accord.status.value in ("negotiating", "proposed", "rejected", "agreed", "announced"):
        claim.status, claim.modality = accord.status, accord.modality


def _governing_status(sentence: Sentence, claim: Claim) -> Cue | None:
    """«عرض ضابط روسي أن تمتد التسوية إلى طفس»: what is offered, discussed or refused is not there yet; «اتفقوا على أن يخرج
    المقاتلون»: whoever shall leave has not left."""
    before = [c for c in sentence.clauses if c.last < claim.clause.first]
    status = find_status(sentence, before[-1]) if before else None
    verb = claim.truce is not None and sentence.words.is_a("stops_to", claim.truce.first)  # «توافقا على أن يتوقف إطلاق النار»
    leaves = verb or (claim.truce is not None and is_unnamed(sentence, claim.truce))
    governs = ("proposed", "negotiating", "rejected", *(("agreed",) if leaves else ()))
    return status if status and status.value in governs else None


def _goes_on_behind(sentence: Sentence, claim: Claim) -> bool:
    """«يدعو النداء الذي نشر أمس، إلى هدنة»: behind the comma that ends a relative clause the main verb goes on."""
    clause, truce = claim.clause, claim.truce
    if clause.relation != "relative" or truce is None or sentence.words.is_english(truce.first):
        return False
    preposition = sentence.cues.ending(CueKind.ABOUT, truce.first - 1)
    first = preposition.first if preposition else truce.first  # «رفض الجيش، الذي خسر مواقع، هدنة»
    return first > clause.first and "," in sentence.gap(first - 1, first)


def _share_rejection(sentence: Sentence, claim: Claim) -> None:
    """In "vetoed a resolution that demanded a truce" the main clause says what became of the proposal."""
    if claim.clause.relation not in ("relative", "complement") or not claim.status or claim.status.value != "proposed":
        return
    before = [c for c in sentence.clauses if c.last < claim.clause.first]
    main = next((c for c in before if not c.relation), None)
    refused = [cue for cue in sentence.cues_in(main, CueKind.STATUS) if cue.value == "rejected"] if main else []
    if refused and main and not sentence.cues_in(main, CueKind.TRUCE) and sentence.words.is_english(main.first):
        claim.status = refused[0]


def _aims_at_reaching(sentence: Sentence, claim: Claim) -> bool:
    """«تعهدا بالتوصل إلى هدنة»: what they agreed on is to look for one."""
    return any(cue.value == "reaching" for cue in sentence.cues_in(claim.clause, CueKind.STATUS))


def talks_about(clause: Clause, found: Sequence[Claim], places: list[Resolution]) -> bool:
    """ "The army and the RSF resumed talks | aimed at a ceasefire": gives the talks the places of the truce
    that they aim at; True if there are such."""
    before = [claim for claim in found if clause.relation == "aim" and claim.clause.last + 1 == clause.first]
    for claim in before:
        if claim.status and claim.status.value in ("negotiating", "unknown") and not claim.areas:
            claim.status, claim.coverage.items = claim.status._replace(value="negotiating"), [places]
            return True
    return False
