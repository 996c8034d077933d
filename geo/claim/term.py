"""Term: which sort of truce a clause names, which dates it gives it, and which day is its last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from geo.agreement import AgreementType
from geo.claim.length import days_of, length_of
from geo.cue import SETTLEMENT, Cue, CueKind
from geo.edtf import Edtf, Granularity
from geo.status.decision import decision_meant
from geo.status.matter import starts_beside
from geo.status.outlook import is_future_verb
from geo.status.relevance import is_of_war
from geo.status.resumption import SINCE
from geo.status.section import is_of_section
from geo.status.several import were_made_since
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.timex import Timex

_RAGES_REACH = 3  # words from fighting, with what it is like, to «المستمرة»
_RECORD_REACH = 10  # words from "the first" to "since" and its date
_HOLIDAY_DAYS = 21  # from the day that a truce for one is announced on to when it is over
_DURING_REACH = 3  # words from «خلال» to the holiday: «أيام»
_HOLIDAY_REACH = 7  # words between a truce and its holiday: «بين الطرفين خلال أيام»
_ADDED_REACH = 2  # words from a protocol to what it is one to: «بروتوكولا إضافيا لمذكرة»
_RANGE_REACH = 6  # words between a truce and the days from which to which it lasts


def find_type(sentence: Sentence, clause: Clause) -> AgreementType | None:
    """What sort of truce a clause names, else its sentence; a ceasefire where nothing more is said, None without a truce."""
    for first, last in ((clause.first, clause.last), (sentence.first, sentence.last)):
        truces = sentence.cues.within(first, last, CueKind.TRUCE)
        if truces:
            special = [cue for cue in truces if cue.value != AgreementType.CEASEFIRE]
            return AgreementType((special or truces)[0].value)
    settles = any(cue.value == SETTLEMENT for cue in sentence.cues_in(clause, CueKind.AGREEMENT))
    if not settles and decision_meant(sentence, clause):
        return AgreementType.CEASEFIRE
    return AgreementType.EVACUATION_SETTLEMENT if settles else None


def find_dates(sentence: Sentence, clause: Clause) -> list[tuple[Timex, str | None]]:
    """The dates of a clause; what each dates is said by the last word before it that says so («وقعت … في»، «حتى»). Days right
    behind a truce, from one to another, are its first and its last."""
    dated = _dates_in(sentence, clause)
    relations = sentence.cues_in(clause, CueKind.DATE_RELATION) if dated else ()
    relations = [cue for cue in relations if not is_of_war(sentence, cue)]
    found: list[tuple[Timex, str | None]] = []
    for at, timex in dated:
        before = [cue for cue in relations if cue.first < at]
        if before and (
            _is_of_fighting(sentence, before[-1])
            or _is_of_other_start(sentence, before[-1])
            or _is_of_what_follows(sentence, before[-1], at)
        ):
            continue
        if before and (were_made_since(sentence, clause, before[-1]) or _is_of_amended(sentence, clause, at, timex)):
            continue
        of_truce = before and not (_is_of_deed(sentence, clause, before[-1], timex) or _has_its_date(sentence, before[-1], at))
        of_truce = of_truce and not is_of_section(sentence, clause, before[-1].first, before[-1].last)
        relation = _relation(sentence, before) if of_truce else None
        ends = (
            _ends(timex, sentence.read.text)
            if relation in (None, "effective") and _is_behind_truce(sentence, clause, at)
            else ()
        )
        found += ends or [(timex, relation)]
    return found or _behind_relative(sentence, clause)


def _relation(sentence: Sentence, before: Sequence[Cue]) -> str:
    """What the last of the relations before a date says; in "ends from Friday", «تنتهي اعتبارا من الجمعة» the verb says it."""
    last = before[-1]
    verb = next((cue for cue in reversed(before) if cue.last < last.first), None)
    ends = verb is not None and sentence.words.is_a("lasts_no_longer", verb.last)
    if verb is None or not ends or not sentence.words.is_a("from_day", last.last):
        return last.value
    return last.value if any(verb.last < at < last.first for at, _ in sentence.dates) else verb.value


def _is_of_deed(sentence: Sentence, clause: Clause, relation: Cue, timex: Timex) -> bool:
    """ "Under the truce reached in Gaza, four soldiers were freed on Saturday", «بموجب الهدنة الموقعة في الرستن، خرج …»: the
    day is that of what is done under the truce; in "brokered by Qatar, Egypt and Turkey on Sunday, four …" it is its own."""
    under = sentence.cues.starting(CueKind.IMPLEMENTING, sentence.first)
    if under is None or relation.value not in ("signed", "effective") or "," in sentence.gap(sentence.first, relation.first):
        return False
    dated = sentence.words.within(timex.span)
    goes_on = dated.stop <= clause.last and not sentence.cues.within(dated.stop, clause.last, CueKind.SPEECH)
    goes_on = goes_on and "," in sentence.gap(dated.stop - 1, clause.last)
    return not goes_on and "," in sentence.gap(relation.last, dated.start)


def _has_its_date(sentence: Sentence, relation: Cue, at: int) -> bool:
    """ "Due to expire on Sunday, collapsed on Friday", «تنتهي الأحد انهارت الجمعة»: the second date is that of the verb before
    it."""
    dated = next((first for first, _ in sentence.dates if relation.last < first < at), None)
    told = sentence.cues.within(dated + 1, at - 1, CueKind.STATUS) if dated is not None else []
    return any(cue.value in ("ended", "violated", "suspended") for cue in told)


def _is_of_fighting(sentence: Sentence, since: Cue) -> bool:
    """«لإنهاء الاشتباكات المستمرة منذ الجمعة»: the day since when there has been fighting; «وقف إطلاق النار المستمر منذ
    الجمعة» dates the truce. Arabic only."""
    adjective = since.first - 1
    if adjective <= sentence.first or not sentence.words.is_a("rages_since", adjective):
        return False
    kinds = (CueKind.CONFLICT, CueKind.TRUCE, CueKind.AGREEMENT)
    named = sentence.cues.within(max(adjective - _RAGES_REACH, sentence.first), adjective - 1, *kinds)
    fights = [cue for cue in named if cue.kind is CueKind.CONFLICT and cue.value in ("attack", "fire")]
    last = max((cue.last for cue in named), default=-1)
    return any(cue.last == last and cue.first == cue.last for cue in fights)  # «إطلاق النار» is fire that a truce stops


def _is_of_other_start(sentence: Sentence, relation: Cue) -> bool:
    """ "(Took effect at midnight, and) joint patrols are to begin on March 15", "(took effect at 4 a.m.) Schools will reopen
    from December 2": the day on which something else starts."""
    if relation.value != "effective" or starts_beside(sentence, relation.first):
        return relation.value == "effective"
    if not sentence.words.is_a("from_day", relation.last):
        return False
    ahead = [c for c in sentence.cues.within(sentence.first, relation.first, CueKind.MODALITY) if c.value == "future"]
    begun = sentence.cues.within(sentence.first, ahead[-1].first, CueKind.STATUS) if ahead else []
    begun = [c for c in begun if c.value == "in_force" and sentence.words.is_a("has_started", c.first)]
    named = sentence.cues.within(begun[-1].last, relation.first, CueKind.TRUCE, CueKind.STATUS) if begun else []
    return bool(begun) and all(cue.first <= begun[-1].last for cue in named)


def _is_of_what_follows(sentence: Sentence, relation: Cue, at: int) -> bool:
    """ "(Took effect at midnight, and) monitors will arrive on March 15", «(دخلت حيز التنفيذ) وستصل المساعدات في آذار»: the day
    of what is to come behind a start that is told as done."""
    words, behind = sentence.words, range(relation.last + 1, at)
    if relation.value != "effective":
        return False
    if words.is_english(relation.first):
        begun = words.is_a("has_started", relation.first)
        return begun and any(c.value == "future" for c in sentence.cues.within(behind.start, at - 1, CueKind.MODALITY))
    verbs = [cue for cue in sentence.cues.within(sentence.first, relation.first, CueKind.LIGHT_VERB) if cue.value]
    begun = words.is_a("has_begun", relation.first) or any(words.is_a("has_begun", cue.first) for cue in verbs)
    return begun and any(is_future_verb(words, i) for i in behind)


def _is_of_amended(sentence: Sentence, clause: Clause, at: int, timex: Timex) -> bool:
    """ "Signed a protocol to the memorandum on Idlib of 2018", «ملحقا لمذكرة 2018»: the year of what was added to."""
    words = sentence.words
    within = sentence.preposition(at - 1)
    if timex.value is None or timex.value.granularity is not Granularity.YEAR or (within and within.value == "in"):
        return False  # "signed a protocol to it in 2018"
    for added in (i for i in range(clause.first, at) if words.is_a("addition_to_accord", i)):
        near = range(added + 1, min(added + _ADDED_REACH, at - 1) + 1)
        if any(words.texts[i] == "to" if words.is_english(i) else words.texts[i].startswith("ل") for i in near):
            return True
    return False


def _behind_relative(sentence: Sentence, clause: Clause) -> list[tuple[Timex, str | None]]:
    """«خرجوا من الغوطة، التي كانت معقلهم، في نيسان 2018»: a date behind a comma that ends the sentence and a relative clause is
    that of the clause before."""
    behind = next((c for c in sentence.clauses if c.first == clause.last + 1), None)
    if behind is None or behind.relation != "relative" or behind.last != sentence.last:
        return []
    for at, timex in sentence.dates:
        preposition = sentence.preposition(at - 1) or sentence.cues.ending(CueKind.DATE_RELATION, at - 1)
        fronted = preposition is not None and "," in sentence.gap(preposition.first - 1, preposition.first)
        if behind.first < at <= behind.last and fronted and sentence.words.within(timex.span).stop > behind.last:
            until = preposition is not None and preposition.kind is CueKind.DATE_RELATION
            return [(timex, preposition.value if until and preposition else None)]
    return []


def _dates_in(sentence: Sentence, clause: Clause) -> list[tuple[int, Timex]]:
    """The date expressions of a clause, each behind the number of its first word."""
    dates = [dated for dated in sentence.dates if clause.first <= dated[0] <= clause.last]
    return [
        (at, timex)
        for at, timex in dates
        if at == clause.first or not (sentence.words.is_a("of_its_kind", at - 1) or _dates_record(sentence, clause, at))
    ]  # «الأولى من نوعها هذا العام»


def _dates_record(sentence: Sentence, clause: Clause, at: int) -> bool:
    """ "The first truce in Yemen since 2016", «أطول هدنة منذ 2004»: since when there was none like it; "the first truce
    has held since May" tells how long it has held."""
    words = sentence.words
    reach = range(max(at - 1 - _RECORD_REACH, clause.first), at)
    since = next((i for i in reversed(reach) if words.texts[i] in SINCE), None)
    if since is None or any(cue.last > since for cue in sentence.cues.within(since, at - 1, CueKind.DATE_RELATION)):
        return False  # «هي الأولى منذ سريان الهدنة فجر الأربعاء»
    first = next((i for i in reversed(range(reach.start, since)) if words.is_a("record", i)), None)
    stands = sentence.cues.within(first or 0, since, CueKind.STATUS) if first is not None else []
    return first is not None and not any(cue.value in ("in_force", "begun") for cue in stands)


def _is_behind_truce(sentence: Sentence, clause: Clause, at: int) -> bool:
    truces = sentence.cues.within(max(clause.first, at - _RANGE_REACH), at - 1, CueKind.TRUCE)
    return bool(truces) and "," not in sentence.gap(truces[-1].last, at)


def _ends(timex: Timex, text: str) -> tuple[tuple[Timex, str | None], ...]:
    """«من 3 إلى 5 نيسان»: the first and the last day; () for anything but two days."""
    value = timex.value
    counted = any(char.isdigit() for char in timex.span.of(text))  # «الأسبوع الماضي» is when, and not from when to when
    if not counted or not value or value.granularity is not Granularity.INTERVAL or not value.earliest or not value.latest:
        return ()
    first, last = Edtf.day(value.earliest), Edtf.day(value.latest)
    return (replace(timex, value=first, part=None), "effective"), (replace(timex, value=last, part=None), "until")


def last_day(sentence: Sentence, clause: Clause, truce: Cue) -> date | None:
    """«هدنة لثلاثة أيام في يونيو», "a three-day truce on 3 May": the day that its length ends on, counted from the last day
    that the date in its own stretch may mean; None without a length or a date."""
    length = length_of(sentence, clause, truce)
    days = days_of(length) if length else _HOLIDAY_DAYS * _is_of_holiday(sentence, truce)
    if not days:
        return None
    dated = [
        timex.value.latest for at, timex in _dates_in(sentence, clause)
        if timex.value and timex.value.latest and "," not in sentence.gap(min(truce.last, at), max(truce.first, at))
    ]  # fmt: skip
    return max(dated) + timedelta(days=days) if dated else None


def _is_of_holiday(sentence: Sentence, truce: Cue) -> bool:
    """«هدنة عيد الفطر», "an Eid ceasefire", «هدنة خلال أيام عيد الفطر»: one that is over when the holiday is; not where the
    sentence says that it holds or is longer, nor «هدنة أعلنت قبل العيد»."""
    words, last = sentence.words, min(truce.last + _HOLIDAY_REACH, sentence.last)
    told = sentence.cues.within(sentence.first, sentence.last, CueKind.STATUS)
    if any(cue.value in ("in_force", "extended", "begun") and not sentence.is_negated(cue) for cue in told):
        return False
    if words.of_class("for_so_long", truce.first, sentence.last):
        return False  # «هدنة لمناسبة العيد لمدة شهرين»
    for i in (i for i in range(max(sentence.first, truce.first - 1), last + 1) if words.is_a("holiday", i)):
        beside = i in (truce.first - 1, truce.last + 1)
        national = any(words.is_a("no_holiday", n) for n in (i - 1, min(i + 1, sentence.last)))
        if not national and (beside or any(words.is_a("during", n) for n in range(max(truce.last + 1, i - _DURING_REACH), i))):
            return True
    return False
