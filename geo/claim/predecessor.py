"""Predecessors: a truce that was over before the one of the news, of which a text reminds without saying again where it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.claim.onset import find_onset
from geo.claim.record import Claim
from geo.claim.term import last_day
from geo.coverage import Coverage
from geo.cue import Cue, CueKind
from geo.edtf import Edtf
from geo.status.naming import is_definite, is_plural
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution

_NEAR = 2  # sentences from the news to the truce before
_NEWS_DAYS = 7  # what lies as far back is no longer news
_CALLED_REACH = 2  # words between a truce and the word that calls it another
_AGAIN_REACH = 3  # words from fighting to "again": "flared again"
_THERE = ("in_force", "extended", "proposed", "begun")
_OF_IT = ("relative", "complement")
_OVER = ("ended", "over")


def find_predecessors(told: Sequence[Sentence], claims: Sequence[Claim], published: Edtf | None) -> list[Claim]:
    """«دخلت هدنة في غزة حيز التنفيذ. وكانت تهدئة مماثلة قد أعلنت في أيار لكنها لم تعمر سوى أسابيع», "Two truces before did not
    survive their first day", "A truce declared in March let some aid in, but fighting flared again": the claims that such a
    truce is over where the news has its own."""
    found: list[Claim] = []
    for sentence in told:
        here = [c for c in claims if c.clause.sentence == sentence.number]
        places = _places_of_news(sentence, claims)
        if not places or any(c.earlier or c.areas for c in here) or sentence.asks:
            continue
        for truce in sentence.cues.within(sentence.first, sentence.last, CueKind.TRUCE):
            over = _end(sentence, truce, published) if _is_another(sentence, truce, published) else None
            if over and not (over.kind is not CueKind.STATUS and _stands(sentence)):
                status, clause = over._replace(kind=CueKind.STATUS, value="ended"), sentence.clause_at(truce.first)
                found.append(Claim(
                    clause=clause, first=over.first, last=over.last, coverage=Coverage(items=[places]), truce=truce, type=None,
                    status=status, own_status=True, earlier=True,
                    onset=find_onset(sentence, sentence.clause_at(over.first), status, in_spite=False),
                ))  # fmt: skip
                break
    return found


def _places_of_news(sentence: Sentence, claims: Sequence[Claim]) -> list[Resolution]:
    """The places of the truce that was told of last, in a sentence shortly before; none if this one names another place, or
    that one was prolonged."""
    near = (c for c in reversed(claims) if 0 < sentence.number - c.clause.sentence <= _NEAR)
    news = next((c for c in near if c.areas and c.status and c.truce and not c.earlier), None)
    if news is None or (news.status and news.status.value == "extended"):  # «مدد وقفا للنار. وكان أعلن وقفا لثلاثة أشهر» is one
        return []
    areas = [r.area for r in news.areas if r.area]
    lies_in = sentence.read.gazetteer.lies_in
    elsewhere = [r for r in sentence.places if r.area and r.area not in areas and not any(lies_in(a, r.area) for a in areas)]
    return [] if elsewhere else news.areas


def _is_another(sentence: Sentence, truce: Cue, published: Edtf | None) -> bool:
    """True for a truce that is called another, that is one of several, or that is not known and dated before the news."""
    words, cues = sentence.words, sentence.cues
    plans = (truce.first - 3, truce.first - 2, truce.first - 1, truce.last + 1)
    if any(sentence.first <= i <= sentence.last and words.is_a("plan_for_it", i) for i in plans):
        return False  # "a truce proposal made in February was scrapped"
    near = [*range(truce.first - _CALLED_REACH, truce.first), *range(truce.last + 1, truce.last + 1 + _CALLED_REACH)]
    for i in (i for i in near if sentence.first <= i <= sentence.last and words.is_a("another_one", i)):
        english, behind = words.is_english(i), i > truce.last
        dated = behind and english and is_definite(words, cues, truce)  # "the truce agreed last week"
        if not dated and not words.is_a("one_time", i - 1):  # «خرق الهدنة مرة أخرى»
            return True
    if is_plural(sentence, truce):
        return truce.first > sentence.first and words.is_a("count", truce.first - 1)
    known = is_definite(words, cues, truce) and not _has_run_out(sentence, truce, published)
    return not known and _is_of_before(sentence, published)


def _is_of_before(sentence: Sentence, published: Edtf | None) -> bool:
    today = published.earliest if published else None
    days = [timex.last_day for _, timex in sentence.dates if timex.last_day]
    return bool(today and days) and all((today - day).days >= _NEWS_DAYS for day in days if today)


def _stands(sentence: Sentence) -> bool:
    """True where its sentence says that the truce is there, longer, or only called for."""
    told = sentence.cues.within(sentence.first, sentence.last, CueKind.STATUS)
    return any(cue.value in _THERE and not sentence.is_negated(cue) for cue in told)


def _end(sentence: Sentence, truce: Cue, published: Edtf | None) -> Cue | None:
    """The words that tell that a truce is over, the truce itself where its time has run out; None where nothing does."""
    for cue in sentence.cues.within(truce.last + 1, sentence.last, CueKind.STATUS):
        if cue.value in _OVER and not sentence.is_negated(cue):
            return cue
    for fighting in sentence.cues.within(truce.last + 1, sentence.last, CueKind.CONFLICT):
        again = range(fighting.first - _AGAIN_REACH, min(fighting.last + _AGAIN_REACH, sentence.last) + 1)
        unsure = any(sentence.words.is_a("if_or_after", i) for i in range(truce.last + 1, fighting.first))
        if not unsure and any(sentence.words.is_a("again", i) for i in again):
            return fighting
    return truce if _has_run_out(sentence, truce, published) else None


def _has_run_out(sentence: Sentence, truce: Cue, published: Edtf | None) -> bool:
    """«هدنة من 72 ساعة في أكتوبر», "the 30-hour Easter truce that he declared last month"."""
    today = published.earliest if published else None
    clause = sentence.clause_at(truce.first)
    behind = next((c for c in sentence.clauses if c.first == clause.last + 1 and c.relation in _OF_IT), clause)
    last = last_day(sentence, replace(clause, last=behind.last), truce)
    return bool(today and last and last < today)
