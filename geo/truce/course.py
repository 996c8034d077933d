"""Course: what became of one truce, where its claims tell of it one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from geo.agreement import AgreementType
from geo.claim import Claim
from geo.cue import CueKind
from geo.gazetteer import Area
from geo.status.former import is_renewed
from geo.status.outcome import REACHED
from geo.status.talks import TALK
from geo.syntax.read_text import ReadText

_TERM_REACH = 4  # first words of a clause in which the verb stands: «كما ينص الاتفاق على»
_HAD, _HAD_REACH = "had", 2  # words from it to the verb: "had already been"
_AFTER = ("بعد", "عقب")
_TURNS = {"rejected": TALK, "ended": (*REACHED, "in_force", "begun"), "suspended": (*REACHED, "in_force", "begun")}
_LEAD = 1  # the number of the sentence behind the headline


def follow(claims: Sequence[Claim], read: ReadText) -> None:
    """Gives claims the status that another one of the same truce tells: a start that «كان» puts before its end is over, an
    offer that is refused behind it rejected. Takes their status from what the text tells of as overtaken: breaches before
    the truce was made longer («مددت الهدنة … وكان الجيش خرقها»), those with which it explains that a side has declared it over,
    and what had held up a truce that has begun."""
    told = [c for c in claims if c.status and not c.negated and c.told_as_fact]
    longer = [c for c in told if c.status and c.status.value == "extended" and not _is_sought(c, read)]
    ended = [c for c in told if c.status and c.status.value == "ended" and c.truce and not c.earlier]
    over = [c for c in ended if c.clause.sentence <= _LEAD]
    for claim in told:
        started = claim.status is not None and claim.status.value in ("in_force", "begun")
        if started and any(c.clause.sentence < claim.clause.sentence for c in ended) and _is_told_before(claim, read):
            claim.status, claim.modality = ended[0].status, ended[0].modality  # «انهارت الهدنة … وكانت قد بدأت الأربعاء في …»
    for claim in told:
        if not claim.areas and not claim.in_spite and may_turn(claim, read):
            _turn([c for c in told if c.areas and c.clause.first < claim.clause.first], claim)
    begun = [c for c in told if c.status and c.status.value in ("in_force", "begun")]
    renewed = [c for c in told if _is_renewed_in_lead(c, read)]
    for claim in told:
        started = any(c.clause.sentence < claim.clause.sentence for c in begun) and _was_before(claim, read)
        started = started or any(c.clause.sentence < claim.clause.sentence for c in renewed)  # «اتفاق جديد … وعلقت الجمعة»
        if started and claim.status and claim.status.value == "suspended":
            claim.status, claim.own_status = None, False  # "they began to leave … It had been delayed by rain"
    for claim in told:
        if claim.status is None or claim.status.value != "violated" or read.words.is_english(claim.clause.first):
            continue
        if over or (longer and _is_told_before(claim, read)):
            if claim.in_spite and any(c.areas and not c.in_spite for c in claims):
                claim.coverage.items = []  # where it was broken then
            claim.status, claim.own_status, claim.in_spite = None, False, False


def may_turn(claim: Claim, read: ReadText) -> bool:
    """What names no truce turns what was told before, in English only a refusal; «رفضت الفصائل الهدنة» does, too, and «اتهم
    موسكو بالفشل في تطبيق الهدنة», «في تنفيذ قرار» does not."""
    status, english = claim.status, read.words.is_english(claim.clause.first)
    if status is None or status.value != "rejected":
        return status is not None and claim.truce is None and not english
    fails = read.words.is_a("fails", status.first, status.offset)
    if fails and read.cues.within(status.last + 1, claim.clause.last, CueKind.ADHERENCE):
        return False
    return claim.truce is None or (claim.presupposed and not fails)


def _turn(before: Sequence[Claim], claim: Claim) -> None:
    """«عرض الوسطاء هدنة في غزة. لكن الجيش رفضها»: what a clause without a name tells of the truce of the sentence before, or of
    its own, is what became of it."""
    turned = _TURNS.get(claim.status.value, ()) if claim.status else ()
    for earlier in before:
        near = claim.clause.sentence - earlier.clause.sentence <= 1
        if near and earlier.status and earlier.status.value in turned and not earlier.negated:
            earlier.status, earlier.modality = claim.status, claim.modality


def drop_terms(claims: Sequence[Claim], read: ReadText) -> None:
    """Takes their places from clauses that tell who leaves where under a ceasefire that the text has placed there, or in the
    whole country («وينص الاتفاق على انسحاب القوات من الجنوب»): a term is no truce of its own."""
    placed: list[Claim] = []
    for claim in claims:
        areas = {r.area for r in claim.areas if r.area}
        if areas and _is_term(claim, read) and any(_holds(c, areas, read) for c in placed):
            claim.coverage.items, claim.status, claim.own_status = [], None, False
        elif areas and claim.truce and claim.type is not AgreementType.EVACUATION_SETTLEMENT:
            placed.append(claim)


def drop_hours(claims: Sequence[Claim], read: ReadText) -> None:
    """Takes their places from clauses that only say at what hour of a truce there was fire somewhere in the area that the text
    has given it («وسمع دوي انفجارات في دونيتسك قبيل بدء الهدنة»)."""
    placed: list[Claim] = []
    for claim in claims:
        areas = {r.area for r in claim.areas if r.area}
        if areas and _is_hour_of_fire(claim, read) and any(_lie_in(areas, c, read) for c in placed):
            claim.coverage.items, claim.status, claim.own_status = [], None, False
        elif areas and claim.truce:
            placed.append(claim)


def _is_hour_of_fire(claim: Claim, read: ReadText) -> bool:
    """True for a clause of time on the start of a known truce, behind one that tells of an attack on the places; what is fired
    in spite of a truce, or ends there, is told otherwise."""
    clause, started = claim.clause, claim.status is not None and claim.status.value in ("in_force", "begun")
    outside = all(r.mention.last < clause.first for r in claim.areas)
    if clause.relation != "time" or not started or not outside or claim.in_spite or not claim.truce:
        return False
    first, _ = read.words.sentence(clause.sentence)
    told = read.cues.within(first, clause.first - 1, CueKind.CONFLICT, CueKind.CESSATION, CueKind.STATUS)
    return any(cue.value == "attack" for cue in told) and all(cue.kind is CueKind.CONFLICT for cue in told)


def _lie_in(areas: set[Area], claim: Claim, read: ReadText) -> bool:
    """True for places that lie in the area of a claim, or in the country whose east or north that is."""
    wider = [Area(r.area.place) for r in claim.areas if r.area and r.area not in areas]
    return all(any(read.gazetteer.lies_in(area, other) for other in wider) for area in areas)


def _is_term(claim: Claim, read: ReadText) -> bool:
    first = claim.clause.first
    leaving = read.cues.within(first, claim.clause.last, CueKind.EVACUATION)
    reach = range(first, min(first + _TERM_REACH, leaving[0].first)) if leaving else ()
    return any(read.words.is_a("provides", i) for i in reach)


def _holds(ceasefire: Claim, areas: set[Area], read: ReadText) -> bool:
    own = {r.area for r in ceasefire.areas if r.area}
    country = {area for area in own if read.gazetteer.is_country(area)}
    return areas <= own or all(any(read.gazetteer.lies_in(area, wider) for wider in country) for area in areas)


def _is_renewed_in_lead(claim: Claim, read: ReadText) -> bool:
    """«تم التوصل إلى اتفاق جديد لاستكمال الإجلاء»: what a text begins with is the latest."""
    told = claim.status is not None and claim.status.value in REACHED and claim.clause.sentence <= _LEAD
    return told and claim.truce is not None and is_renewed(read.words, claim.truce)


def _is_told_before(claim: Claim, read: ReadText) -> bool:
    """«وكان الجيش قد خرقها», «بعد أن شهدت خروقا»."""
    first, _ = read.words.sentence(claim.clause.sentence)
    before = read.words.texts[max(claim.clause.first - 1, first)]
    return read.words.is_a("had", first) or claim.clause.relation == "time" or before in _AFTER


def _was_before(claim: Claim, read: ReadText) -> bool:
    """ "Had been delayed by rain", «وكانت تأجلت يوما»."""
    texts, verb = read.words.texts, claim.status.first if claim.status else 0
    if not read.words.is_english(verb):
        return _is_told_before(claim, read)
    return _HAD in texts[max(claim.clause.first, verb - _HAD_REACH) : verb + 1]


def _is_sought(claim: Claim, read: ReadText) -> bool:
    """«أبدى استعداده لتمديد الهدنة», «دعا إلى تمديدها»: it has not been made longer."""
    said = read.cues.within(claim.clause.first, claim.clause.last, CueKind.STATUS, CueKind.PROSPECT)
    return any(cue.kind is CueKind.PROSPECT or cue.value in TALK for cue in said)
