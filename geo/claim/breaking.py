"""Claims that fighting makes: a truce that is broken by what the same sentence, or another one, tells of its area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.agreement import AgreementType
from geo.claim.aftermath import (
    came_before,
    came_later,
    fighting_anew,
    fighting_begun,
    fighting_in_answer,
    fighting_in_contrast,
    fighting_since,
    fought_since_it_began,
)
from geo.claim.record import Claim, is_old
from geo.claim.term import find_dates
from geo.coverage import Coverage
from geo.cue import Cue, CueKind
from geo.edtf import Edtf
from geo.status.breach import fighting_all_the_same, fighting_inside, is_denied
from geo.status.fighting import attacks
from geo.status.naming import ZONES, is_definite
from geo.status.scene import is_fought_before, is_fought_elsewhere, lies_inside
from geo.syntax.read_text import ReadText
from geo.syntax.sentence import Sentence
from geo.timex import Timex

_SINCE = ("since", "منذ")


def break_by_fighting(sentence: Sentence, claim: Claim) -> None:
    """«دخلت الهدنة حيز التنفيذ في إدلب، واستمرت الغارات على خان شيخون»: fighting inside of a truce's area breaks it."""
    if claim.truce is None and (fighting := fought_since_it_began(sentence, claim)):
        claim.status = fighting._replace(kind=CueKind.STATUS, value="violated")
        claim.own_status, claim.in_spite, claim.coverage, claim.first = True, True, Coverage(), fighting.first
        return
    claim.unbroken = _leaves_unbroken(sentence, claim) or is_fought_before(sentence)
    stands = claim.status is None or claim.status.value in ("in_force", "begun")
    if claim.truce and stands and not claim.negated and claim.told_as_fact:
        before = next((c for c in sentence.clauses if c.last + 1 == claim.clause.first), None)
        beside = claim.clause.relation == "where" and before is not None and before.relation != "relative"
        told_of = claim.coverage.passive or beside  # «غارات على سراقب المشمولة بالهدنة», «غارات على سراقب، حيث تسري هدنة»
        told_of = told_of or _is_apposed(sentence, claim) or _is_set_aside(sentence, claim)
        own = [] if told_of else [r.mention.first for r in claim.areas]
        fighting = fighting_inside(sentence, claim.truce, claim.areas, own) or _killed_since(sentence, claim)
        if fighting:
            claim.status = fighting._replace(kind=CueKind.STATUS, value="violated")
            claim.own_status = claim.in_spite = True


def _leaves_unbroken(sentence: Sentence, claim: Claim) -> bool:
    """True for a sentence of whose attacks none is told as a breach: each is in another place, denied or at an end."""
    told = any(cue.value == "attack" for cue in sentence.cues.within(sentence.first, sentence.last, CueKind.CONFLICT))
    return told and all(is_fought_elsewhere(sentence, cue, claim.areas) for cue in attacks(sentence, claim.truce))


def _is_apposed(sentence: Sentence, claim: Claim) -> bool:
    """ "Warplanes pounded Idlib province, a de-escalation zone": what is hit lies in the zone. English only."""
    truce, texts = claim.truce, sentence.words.texts
    if truce is None or texts[truce.first - 1] != "a" or truce.first - 1 <= sentence.first:
        return False
    near = any(0 <= truce.first - 2 - r.mention.last <= 1 for r in claim.areas)
    return near and "," in sentence.gap(truce.first - 2, truce.first - 1)


def _is_set_aside(sentence: Sentence, claim: Claim) -> bool:
    """ "Truce or no truce, shells hit Rastan": one that stands, and where it is broken. English only."""
    return claim.status is not None and sentence.words.texts[claim.status.first] == "or"


def _killed_since(sentence: Sentence, claim: Claim) -> Cue | None:
    """In "two children were killed in Idlib, the first deaths since the truce began", "since it began, 30 people have been
    killed in Idlib" fighting goes on; not in "fewer people have been killed since". English only."""
    clause, words = claim.clause, sentence.words
    if clause.relation != "time" or clause.opener is None or words.texts[clause.opener.first] != "since":
        return None
    fronted = clause.first == sentence.first
    told = range(clause.last + 1, sentence.last + 1) if fronted else range(sentence.first, clause.first)
    counted = sentence.cues.within(told.start, told.stop - 1, CueKind.CONTINUATION)  # "no fewer than 30"
    fewer = any(words.is_a("fewer", i) and not any(cue.first <= i <= cue.last for cue in counted) for i in told)
    if fewer or sentence.cues.within(told.start, told.stop - 1, CueKind.NEGATION, CueKind.CESSATION):
        return None
    fights = [cue for cue in attacks(sentence, claim.truce, any_fighting=True) if cue.first in told]
    return next((cue for cue in fights if cue.value in ("attack", "casualty")), None)


def find_breaches(sentences: Sequence[Sentence], claims: Sequence[Claim], published: Edtf | None) -> list[Claim]:
    """«قصفت الطائرات دوما»: fighting that a sentence without a truce tells of, inside of the area of one that stands; also
    "Air strikes killed four in Douma …", and only then "the town lies in a zone agreed in May"."""
    spoken = {claim.clause.sentence for claim in claims}
    found = [_breach(sentence, fighting, claim) for claim in claims for sentence, fighting in _all_the_same(sentences, claim)]
    unspoken = [sentence for sentence in sentences if sentence.number not in spoken]
    awaited = _awaits_start(claims, published)
    for claim in claims:
        if not claim.areas or not claim.truce or claim.stands or claim.type is AgreementType.EVACUATION_SETTLEMENT:
            continue
        stands = _stands(claim, sentences[0].read, published) or _is_of_old_accord(claim, claims, published)
        for sentence in unspoken if stands or (_is_reached(claim) and not awaited) else ():
            fighting = _breaks_standing(sentence, claim, claims, published) if stands else _breaks_reached(sentence, claim)
            if fighting:
                found.append(_breach(sentence, fighting, claim))
                break
    return found


def _breaks_standing(sentence: Sentence, claim: Claim, claims: Sequence[Claim], published: Edtf | None) -> Cue | None:
    """The fighting of a sentence that breaks a truce that stands."""
    if (
        is_fought_before(sentence)
        or came_before(sentence, claim, claims)
        or (_is_news_behind(claim, sentence) and not is_old(claim, published))
    ):
        return None
    fighting = fighting_inside(sentence, claim.truce, claim.areas) or fighting_since(sentence, claim)
    fighting = fighting or fighting_begun(sentence, claim, published)
    fighting = fighting or fighting_in_answer(sentence, claim) or fighting_in_contrast(sentence, claim)
    return fighting or fighting_anew(sentence, claim) or _told_breach(sentence, claim)


def _told_breach(sentence: Sentence, claim: Claim) -> Cue | None:
    """«ارتكبت قوات النظام مئات الخروقات في إدلب»: a sentence that names no truce tells of breaches where one stands."""
    told = [cue for cue in sentence.cues.within(sentence.first, sentence.last, CueKind.STATUS) if cue.value == "violated"]
    told = [cue for cue in told if sentence.words.is_a("breaches", cue.last, cue.offset) and not is_denied(sentence, cue)]
    inside = any(lies_inside(sentence, r, claim.areas) for r in sentence.places)
    return told[0] if told and inside else None


def _breaks_reached(sentence: Sentence, claim: Claim) -> Cue | None:
    """The same of a truce that was only agreed on or announced: fighting that is told to have come later."""
    anew = fighting_anew(sentence, claim) or fighting_in_answer(sentence, claim) or fighting_in_contrast(sentence, claim)
    return anew or (fighting_inside(sentence, claim.truce, claim.areas) if came_later(sentence, claim) else None)


def _is_reached(claim: Claim) -> bool:
    told = not claim.negated and claim.told_as_fact and not claim.earlier
    return told and claim.status is not None and claim.status.value in ("agreed", "announced", "extended")


def _awaits_start(claims: Sequence[Claim], published: Edtf | None) -> bool:
    """«اتفقوا على هدنة تبدأ غدا»: a text of a truce that is yet to begin, which fighting does not break."""
    today = published.earliest if published else None
    starts = [timex.first_day for c in claims for timex, dates in c.dates if dates in ("effective", "expected")]
    ahead = any(day is None or today is None or day >= today for day in starts)
    return ahead or any(c.modality == "future" for c in claims)


def _is_news_behind(claim: Claim, sentence: Sentence) -> bool:
    """«تعرضت الرستن لقصف عنيف. ودخلت هدنة حيز التنفيذ»: a truce of which nothing was known when the fighting was told of."""
    truce, status, texts = claim.truce, claim.status, sentence.words.texts
    if sentence.number >= claim.clause.sentence or truce is None or status is None or status.value not in ("in_force", "begun"):
        return False
    if (status.first, status.last) == (truce.first, truce.last):
        return True  # «وبجهود الوجهاء تم وقف إطلاق النار»
    article = texts[truce.first][truce.offset :].startswith("ال") or texts[truce.first - 1] == "the"
    return not article and not is_definite(sentence.words, sentence.cues, truce)


def _breach(sentence: Sentence, fighting: Cue, claim: Claim) -> Claim:
    """What the fighting of a sentence says of the truce of a claim."""
    clause = sentence.clause_at(fighting.first)
    return Claim(
        clause=clause, first=fighting.first, last=fighting.last,
        coverage=Coverage(items=claim.coverage.items, guessed=claim.coverage.guessed), truce=None, type=claim.type,
        status=fighting._replace(kind=CueKind.STATUS, value="violated"), own_status=True, in_spite=True,
        dates=_dates(sentence), onset=_onset(sentence, fighting),
    )  # fmt: skip


def _dates(sentence: Sentence) -> list[tuple[Timex, str | None]]:
    """The dates of a sentence that tells of fighting: where it names no truce, they date the fighting, and what has gone on
    "since April 26" is no older than the text."""
    if any(sentence.cues_in(clause, CueKind.TRUCE, CueKind.AGREEMENT) for clause in sentence.clauses):
        return [dated for clause in sentence.clauses for dated in find_dates(sentence, clause)]
    texts = sentence.words.texts
    return [(timex, None) for at, timex in sentence.dates if at == sentence.first or texts[at - 1] not in _SINCE]


def _onset(sentence: Sentence, fighting: Cue) -> Timex | None:
    """The date of the sentence that stands nearest to its fighting; None where that has gone on for long."""
    dated = [(abs(at - fighting.last), at, timex) for at, timex in sentence.dates if timex.value]
    dated = [found for found in dated if sentence.words.texts[found[1] - 1] not in _SINCE]
    return min(dated, key=lambda found: found[:2])[2] if dated else None


def _all_the_same(sentences: Sequence[Sentence], claim: Claim) -> Iterator[tuple[Sentence, Cue]]:
    """«تبنى المجلس قرارا بهدنة في سوريا. لكن القتال استمر»: fighting that a contrast behind a truce tells of, in its own
    sentence or as the next."""
    reached = claim.status is None or claim.status.value in ("agreed", "in_force", "announced", "begun", "extended")
    if not reached or not claim.truce or claim.negated or not claim.told_as_fact or claim.stands:
        return
    number, behind = claim.clause.sentence, max(claim.truce.last, claim.clause.first) + 1
    for sentence in sentences[number : number + 2]:
        own = sentence.number == number
        if own or sentence.clauses[0].relation == "contrast":
            fighting = fighting_all_the_same(sentence, behind if own else sentence.first)
            elsewhere = fighting and any(
                r.mention.first > fighting.last and not lies_inside(sentence, r, claim.areas) for r in sentence.places
            )
            if fighting and not elsewhere and not is_fought_elsewhere(sentence, fighting, claim.areas):
                yield sentence, fighting
                return


def _is_of_old_accord(claim: Claim, claims: Sequence[Claim], published: Edtf | None) -> bool:
    """«الاتفاق المبرم في آذار ينص على وقف النار في إدلب»: what an accord says that its sentence dates before the news."""
    beside = [c for c in claims if c.clause.sentence == claim.clause.sentence and c.clause.first < claim.clause.first]
    dated = any(_is_reached(c) and not c.areas and c.presupposed and is_old(c, published) for c in beside)
    return dated and _is_reached(claim) and claim.presupposed and not claim.dates


def _stands(claim: Claim, read: ReadText, published: Edtf | None) -> bool:
    if claim.negated or not claim.told_as_fact or not claim.truce:
        return False
    zone = claim.truce.value in ZONES
    if zone and claim.status and claim.status.first == claim.truce.last + 1 and claim.status.value == "agreed":
        return True  # "Idlib is part of a de-escalation zone agreed by Russia and Turkey"
    if claim.status:
        return claim.status.value == "in_force" or (claim.status.value in ("agreed", "announced") and is_old(claim, published))
    begun = any(dates == "effective" for _, dates in claim.dates)  # «يشهد الجنوب وقفا لإطلاق النار منذ تموز»
    return begun or zone or is_definite(read.words, read.cues, claim.truce)
