"""Aftermath: whether the fighting that a sentence tells of came before a truce began, or broke it since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from geo.claim.record import Claim
from geo.cue import Cue, CueKind
from geo.edtf import Edtf
from geo.status.fighting import attacks
from geo.status.resumption import SINCE
from geo.status.scene import lies_inside
from geo.status.toll import tells_of_past
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence

_GOING_ON_REACH = 2  # words from the fighting to the verb: "hostilities have continued"
_EARLIER = "earlier"
_A_TIME, _FORMER = "وقت", "سابق"  # «في وقت سابق»
_TRUCES = (CueKind.TRUCE, CueKind.AGREEMENT)
_ANNOUNCED_REACH = 3  # words from "after" to the announcement: "after it was announced"
_START_REACH = 3  # words from «قبل» to the start: «قبل ساعات من سريانها»
_OF, _OF_IT = ("of", "that"), ("عنه", "عنها")
_BEGINS_REACH = 2  # words between fighting and the verb that says that it began
_TAKEN_UP_REACH = 2  # words between «تجدد» and the fighting
_TAKEN_UP_FAR_REACH = 5  # words from the fighting to its verb: "shelling of the city resumed"
_HAD_REACH = 3  # words from the fighting to "had"
_DATED_REACH = 4  # words from the fighting to its date: "shells hit the city on Friday"
_CONTRAST_REACH = 8  # first words of a sentence in which "nonetheless" stands
_CONTRASTED = 3  # sentences from the truce to what is told in contrast to it
_CONTINUED_REACH = 6  # words between "continued" and the fighting
_RESUMED = "resumed"
_LATER = frozenset({"later", "again"})
_PLANNED_REACH = 4  # words from "since" to the hour that was planned: "the original deadline"
_UNSURE = frozenset({"possibility", "condition"})
_PARTS = (CueKind.OPENER, CueKind.BACKDROP, CueKind.STATUS, CueKind.MEETING)
_OPEN = (CueKind.MODALITY, CueKind.NEGATION, CueKind.PROSPECT)
_TOLD_AS_NEWS = ("", "contrast", "complement")


def came_before(sentence: Sentence, claim: Claim, claims: Sequence[Claim]) -> bool:
    """ "A truce took effect on Wednesday. … Strikes hit Tyre on Tuesday", "… Shelling killed three people earlier in the day",
    «وفي وقت سابق قتل القصف …»: what a sentence tells is dated before the start, or told to have come earlier than it."""
    starts = _starts(claim) or _starts_told_apart(claim, claims)
    days = [timex.last_day for _, timex in sentence.dates if timex.last_day]
    if starts and days and max(days) < min(starts) and sentence.words.is_english(sentence.first):
        return True
    if _opens_before_start(sentence) or _is_since_planned(sentence) or _is_until_late_start(sentence, claim):
        return True
    later = starts and days and max(days) > min(starts)
    return _tells_of_start(sentence, claim) and not later and (_is_earlier(sentence) or tells_of_past(sentence))


def fought_since_it_began(sentence: Sentence, claim: Claim) -> Cue | None:
    """ "Fighting flared in Wadi Barada hours after it came into force": fighting of the main clause, behind the start of the
    truce of the sentence before. English only."""
    words, clause, status = sentence.words, claim.clause, claim.status
    opener = clause.opener
    if opener is None or status is None or not words.is_a("after", opener.last) or status.value not in ("in_force", "begun"):
        return None
    pronoun = status.first - 1
    if not sentence.continues or pronoun != opener.last + 1 or not words.is_a("pronoun", pronoun):
        return None
    told = [c for c in sentence.clauses if c.last + 1 == clause.first and c.relation in _TOLD_AS_NEWS]
    first = told[0].first if told else clause.first
    if sentence.cues.within(first, clause.first - 1, CueKind.CESSATION, *_OPEN):
        return None
    fights = [cue for cue in attacks(sentence, None, any_fighting=True) if first <= cue.first < clause.first]
    return next((cue for cue in fights if cue.value == "attack" or words.is_a("violence", cue.last)), None)


def _starts(claim: Claim) -> list[date]:
    return [timex.first_day for timex, dates in claim.dates if dates == "effective" and timex.first_day]


def _starts_told_apart(claim: Claim, claims: Sequence[Claim]) -> list[date]:
    """ "A truce in Gaza is holding. The truce, which began on Sunday, …": the start that another sentence gives, of no other
    place."""
    told = [c for c in claims if c.presupposed and c.told_as_fact and not c.earlier and c.type == claim.type]
    areas = {r.area for r in claim.areas}
    return [day for c in told if {r.area for r in c.areas} <= areas for day in _starts(c)]


def _opens_before_start(sentence: Sentence) -> bool:
    """«وقبيل الموعد أغار الطيران على صور», «قبل ساعات من سريانها قصفت …»: what came before the truce, told first."""
    opener = sentence.cues.starting(CueKind.OPENER, sentence.first)
    if opener is None or not sentence.words.is_a("before", opener.first, opener.offset):
        return False
    reach = range(opener.first + 1, min(opener.first + _START_REACH, sentence.last) + 1)
    return any(sentence.words.is_a("its_start", i) for i in reach)


def _is_since_planned(sentence: Sentence) -> bool:
    """ "Killed since the original deadline passed", «منذ انقضاء الموعد الأصلي»: since the truce should have begun."""
    words = sentence.words
    for start in words.of_class("planned_start", sentence.first, sentence.last):
        near = range(max(start - _PLANNED_REACH, sentence.first), start)
        around = range(near.start, min(start + 1, sentence.last) + 1)
        if any(words.texts[i] in SINCE for i in near) and any(words.is_a("as_planned", i) for i in around):
            return True
    return False


def _is_until_late_start(sentence: Sentence, claim: Claim) -> bool:
    """ "The truce took effect three hours late. Strikes killed 13 in the meantime", «متأخرة ثلاث ساعات. وفي هذه الأثناء …»:
    what came until a start that the sentence before tells to have been late."""
    before, words = sentence.number - claim.clause.sentence, sentence.words
    meanwhile = before == 1 and words.of_class("meantime", sentence.first, sentence.last)
    return bool(meanwhile) and bool(words.of_class("late", *words.sentence(claim.clause.sentence)))


def _tells_of_start(sentence: Sentence, claim: Claim) -> bool:
    """True if a claim of the sentence before tells that its truce began; one that is in force "since" a day began before."""
    status = claim.status
    if status is None or status.value not in ("in_force", "begun") or sentence.number != claim.clause.sentence + 1:
        return False
    told = sentence.read.cues.within(claim.clause.first, claim.clause.last, CueKind.DATE_RELATION)
    return bool(told) and all(status.first <= cue.first <= status.last and cue.value == "effective" for cue in told)


def _is_earlier(sentence: Sentence) -> bool:
    """ "Hours earlier", "earlier on Thursday", «في وقت سابق»; not "an earlier strike", "fled earlier clashes", "said
    earlier"."""
    words = sentence.words
    for i in range(sentence.first, sentence.last + 1):
        time = i > sentence.first and words.texts[i] == _FORMER and words.texts[i - 1] == _A_TIME
        adverb = words.texts[i] == _EARLIER and not (i > sentence.first and words.is_a("article", i - 1))
        adverb = adverb and not sentence.cues.within(i + 1, min(i + 2, sentence.last), *_TRUCES, CueKind.CONFLICT)
        if time or (adverb and not (i > sentence.first and words.is_a("said", i - 1))):
            return True
    return False


def came_later(sentence: Sentence, claim: Claim) -> bool:
    """ "Shells hit Homs on Saturday. A truce had been agreed there on Thursday": what a sentence tells is dated behind all that
    the truce is dated by."""
    told = [timex.last_day for timex, _ in claim.dates if timex.last_day]
    days = [timex.first_day for _, timex in sentence.dates if timex.first_day]
    return bool(told and days) and min(days) > max(told)


def fighting_since(sentence: Sentence, claim: Claim) -> Cue | None:
    """ "A truce took hold in Mocha on Monday. Clashes broke out again on Tuesday", "Fighting continued overnight": fighting of
    the next sentence that says that it came later or goes on, and not where. English only."""
    texts = sentence.words.texts[sentence.first : sentence.last + 1]
    stands = claim.status is None or claim.status.value in ("in_force", "begun")
    if not stands or not _is_next(sentence, claim) or not texts[0].isascii():
        return None
    if "before" in texts:  # "fighting raged in the hours before the deadline"
        return None
    later = [sentence.clause_at(sentence.first + i).relation for i, text in enumerate(texts) if text in _LATER]
    if later and not _UNSURE.intersection(later):  # no "clashes could break out again"
        return next(iter(attacks(sentence, claim.truce)), None)
    fights = [
        cue for cue in attacks(sentence, claim.truce, any_fighting=True)
        if cue.value == "attack" or sentence.words.is_a("violence", cue.last)
    ]  # fmt: skip
    return next((cue for cue in fights if _goes_on(sentence, cue)), None)


def fighting_anew(sentence: Sentence, claim: Claim) -> Cue | None:
    """«بدأت هدنة في الغوطة. وتجدد القصف على المنطقة», "A truce was agreed in Taiz. Hours later shelling resumed", "It began on
    Thursday. They traded fire on Friday": fighting of the next sentence, and of no other place, that is told as taken up
    again, or dated behind the truce."""
    if not _is_next(sentence, claim):
        return None
    told = sentence.cues.within(sentence.first, sentence.last, CueKind.STATUS)
    over = any(cue.value in ("ended", "over") for cue in told)
    if over:  # "when it expired, shelling resumed"
        return None
    later = came_later(sentence, claim)
    fights = [cue for cue in attacks(sentence, claim.truce) if not _had_come(sentence, cue)]
    return next((cue for cue in fights if _is_taken_up(sentence, cue) or (later and _is_dated(sentence, cue))), None)


def _had_come(sentence: Sentence, fighting: Cue) -> bool:
    """ "Shelling had resumed", «وكان القصف تجدد»: what came before; in "shelling resumed and families had to hide" it did
    not."""
    around = range(max(fighting.first - _HAD_REACH, sentence.first), min(fighting.last + _HAD_REACH, sentence.last) + 1)
    words = sentence.words
    return any(words.texts[i] == "had" or (i < fighting.first and words.is_a("had", i)) for i in around)


def fighting_in_answer(sentence: Sentence, claim: Claim) -> Cue | None:
    """ "A truce was announced in Barzeh. Clashes continued after the announcement", «وتواصل القصف بعد الإعلان عنها»: fighting
    of the next sentence, and of no other place, behind the announcement."""
    behind = next((c for c in sentence.clauses if _tells_when_announced(sentence, c)), None)
    if behind is None or not _is_next(sentence, claim):
        return None
    fights = [cue for cue in attacks(sentence, claim.truce, any_fighting=True) if not behind.first <= cue.first <= behind.last]
    fights = [cue for cue in fights if not _had_come(sentence, cue)]
    near = [cue for cue in fights if sentence.clause_at(cue.first).relation in _TOLD_AS_NEWS]
    return next((cue for cue in near if cue.value == "attack" or sentence.words.is_a("violence", cue.last)), None)


def fighting_in_contrast(sentence: Sentence, claim: Claim) -> Cue | None:
    """ "A truce was declared in Idlib. Activists nonetheless reported that shelling continued", «لكن القصف تواصل»: fighting
    of one of the next sentences, and of no other place, that is told in contrast to the truce and as going on."""
    words, last = sentence.words, min(sentence.first + _CONTRAST_REACH, sentence.last)
    reach = range(sentence.first, (last if words.is_english(sentence.first) else sentence.first) + 1)
    behind = 0 < sentence.number - claim.clause.sentence <= _CONTRASTED and bool(claim.areas)
    inside = behind and all(lies_inside(sentence, r, claim.areas) for r in sentence.places)
    if not inside or not any(words.is_a("all_the_same", i) for i in reach):
        return None
    verbs = [i for i in range(sentence.first, sentence.last + 1) if words.is_a("goes_on", i)]
    verbs += [cue.last for cue in sentence.cues.within(sentence.first, sentence.last, CueKind.CONTINUATION)]
    near = (cue for cue in attacks(sentence, claim.truce) if any(abs(cue.first - i) <= _CONTINUED_REACH for i in verbs))
    told = (cue for cue in near if sentence.clause_at(cue.first).relation in _TOLD_AS_NEWS)
    return next((cue for cue in told if not _had_come(sentence, cue)), None)


def _tells_when_announced(sentence: Sentence, clause: Clause) -> bool:
    """ "After the announcement", "since it was announced", «بعد الإعلان عنها»."""
    if clause.relation != "time" or clause.opener is None or not sentence.words.is_a("after", clause.opener.last):
        return False
    first, last = clause.opener.last + 1, min(clause.opener.last + _ANNOUNCED_REACH, clause.last)
    told = [cue.last for cue in sentence.cues.within(first, last, CueKind.STATUS) if cue.value == "announced"]
    nouns = (i for i in range(first, last + 1) if sentence.words.is_a("announcement", i))
    at = next(iter((*told[:1], *nouns)), None)
    return at is not None and not _has_object(sentence, clause, at)


def _has_object(sentence: Sentence, clause: Clause, announced: int) -> bool:
    """ "The announcement of the results", «إعلان النتائج», «الإعلان عن النتائج»; not «الإعلان عنها»."""
    behind = announced + 1
    if behind > clause.last or any(at == behind for at, _ in sentence.dates):
        return False
    if sentence.words.is_english(behind):
        return sentence.words.texts[behind] in _OF
    return sentence.words.texts[behind] not in _OF_IT


def fighting_begun(sentence: Sentence, claim: Claim, published: Edtf | None) -> Cue | None:
    """ "A truce began in Barzeh at midnight. Clashes broke out on Saturday", «واندلعت اشتباكات صباح السبت»: fighting of the
    next sentence, and of no other place, that is told as begun, with no date before the start, or before the news where the
    start has none."""
    if not _tells_of_start(sentence, claim) or not _is_next(sentence, claim) or _is_earlier(sentence):
        return None
    starts = [timex.first_day for timex, dates in claim.dates if dates == "effective" and timex.first_day]
    start = max(starts, default=published.earliest if published else None)
    if not all(start and timex.first_day and timex.first_day >= start for _, timex in sentence.dates):
        return None
    if any(cue.value in ("condition", "time") for cue in sentence.cues.within(sentence.first, sentence.last, CueKind.OPENER)):
        return None  # "fighting broke out when …" may tell how the war began
    fights = attacks(sentence, claim.truce, any_fighting=True)
    return next((cue for cue in fights if _begins(sentence, cue) and not _had_come(sentence, cue)), None)


def _begins(sentence: Sentence, fighting: Cue) -> bool:
    """ "Clashes broke out", «واندلعت اشتباكات», in a clause that tells it as news; "the fighting broke out" is known."""
    clause = sentence.clause_at(fighting.first)
    if sentence.words.is_english(fighting.first):
        if sentence.words.is_a("determiner", clause.first):
            return False
        near = range(fighting.last + 1, min(fighting.last + _BEGINS_REACH, clause.last) + 1)
    else:
        near = range(max(fighting.first - _BEGINS_REACH, clause.first), fighting.first)
    open_still = sentence.cues_in(clause, *_OPEN)
    return clause.relation in _TOLD_AS_NEWS and not open_still and any(sentence.words.is_a("breaks_out", i) for i in near)


def _is_next(sentence: Sentence, claim: Claim) -> bool:
    """True for the sentence behind a claim, if it names no place outside of the claim's areas."""
    behind = sentence.number == claim.clause.sentence + 1 and bool(claim.areas)
    return behind and all(lies_inside(sentence, r, claim.areas) for r in sentence.places)


def _goes_on(sentence: Sentence, fighting: Cue) -> bool:
    behind = range(fighting.last + 1, min(fighting.last + _GOING_ON_REACH, sentence.last) + 1)
    return any(sentence.words.is_a("goes_on", i) for i in behind) and not sentence.cues.within(
        fighting.last + 1, fighting.last + _GOING_ON_REACH, CueKind.MODALITY
    )


def _is_taken_up(sentence: Sentence, fighting: Cue) -> bool:
    """«تجدد القصف», "shelling of the city resumed"; not "talks resumed amid shelling", "if shelling resumes"."""
    first, last = fighting.first - 1 - _TAKEN_UP_REACH, fighting.last + _TAKEN_UP_FAR_REACH
    for verb in sentence.cues.within(max(first, sentence.first), min(last, sentence.last), CueKind.RESUMPTION):
        between = (verb.last, fighting.first) if verb.last < fighting.first else (fighting.last, verb.first)
        clause = sentence.clause_at(verb.first)
        told = clause.relation in _TOLD_AS_NEWS and clause.first <= fighting.first <= clause.last
        parted = "," in sentence.gap(*between) or sentence.cues.within(between[0] + 1, between[1] - 1, *_PARTS)
        open_still = sentence.cues.within(max(verb.first - 1 - _TAKEN_UP_REACH, clause.first), verb.first - 1, *_OPEN)
        if told and not parted and not open_still and (fighting.first < verb.first or _is_verb(sentence, verb, clause)):
            return True
    return False


def _is_verb(sentence: Sentence, verb: Cue, clause: Clause) -> bool:
    """True for «تجدد» at the start of a clause, where it is no noun as in «بسبب تجدد القصف», and for "resumed", but not for "to
    prevent renewed shelling"."""
    opens = verb.first == clause.first or sentence.cues.ending(CueKind.PERFECT, verb.first - 1) is not None
    return opens or sentence.words.texts[verb.first] == _RESUMED


def _is_dated(sentence: Sentence, fighting: Cue) -> bool:
    """ "They traded fire on Friday", "shells hit the city on Friday"; not "displaced by shelling, they returned on Friday"."""
    dates = [at for at, _ in sentence.dates if 0 < at - fighting.last <= _DATED_REACH]
    caused = fighting.first > sentence.first and sentence.words.is_a("due_to", fighting.first - 1)
    return not caused and any("," not in sentence.gap(fighting.last, at) for at in dates)
