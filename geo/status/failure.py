"""Failure: what did not come about beside a truce — what somebody failed in, what nearly happened, what is still to come."""

from __future__ import annotations

from geo.cue import Cue, CueKind
from geo.status.anaphora import takes_up
from geo.syntax.sentence import Sentence

_FAILURE_REACH = 5  # words between "failure of" and the truce, or between the truce and "failed"
_FAILING = (CueKind.TRUCE, CueKind.AGREEMENT, CueKind.MEETING, CueKind.PARTY)  # what may fail beside a truce
_IN = "في"
_SUBJECT_REACH = 6  # words between «فشل» and «في»: who failed
_NEARLY_REACH = 6  # words between «كادت» and «تنهار»
_YET = ("بعد", "yet")
_YET_REACH = 4  # words between «لم يتوصلوا» and «بعد»
_NEVER = "لن"
_WAITING_REACH = 3  # words from the start to what it waits for
_TASKS = (CueKind.STATUS, CueKind.CONFLICT, CueKind.CESSATION)  # what a truce may fail in: «فشلت الهدنة في وقف القتال»
_MATTERS = (CueKind.STATUS, CueKind.DECISION, CueKind.TRUCE, CueKind.AGREEMENT, CueKind.MEETING)


def failed_in(sentence: Sentence, cue: Cue) -> Cue | None:
    """What a word of failing says of a truce: «فشل الوسطاء في التوصل إلى هدنة» that there is none, «فشلوا في تطبيق الهدنة» that
    it is agreed on, «فشلوا في الحفاظ على الهدنة» that it is broken; None where something else failed («في حماية المدنيين
    خلال الهدنة»). Any other word is left as it is."""
    texts = sentence.words.texts
    if cue.value == "ended" and _is_near(sentence, cue):
        return cue._replace(value="violated")
    if cue.value == "violated" and sentence.words.is_a("falters", cue.last):
        return cue if _is_subject_of(sentence, cue) else None
    if cue.value == "rejected" and sentence.words.is_a("stumbles", cue.first, cue.offset):
        truce = sentence.cues.starting(CueKind.TRUCE, cue.last + 1)  # «تتعثر الهدنة» is no «تعثرت المفاوضات»
        return cue._replace(value="violated") if truce and sentence.words.texts[truce.first].startswith("ال") else cue
    if cue.value != "rejected" or cue.first != cue.last or not sentence.words.is_a("fails", cue.first):
        return cue
    if sentence.words.is_english(cue.first):
        return cue._replace(value="ended") if _is_of_truce(sentence, cue) else cue
    reach = range(cue.last + 1, min(cue.last + 1 + _SUBJECT_REACH, sentence.last))
    aim = next((i + 1 for i in reach if texts[i] == _IN and "," not in sentence.gap(cue.last, i)), None)
    itself = sentence.cues.starting(CueKind.TRUCE, cue.last + 1)
    if itself and "ب" not in itself.prefixes and not any(sentence.cues.starting(kind, aim or 0) for kind in _TASKS):
        return cue._replace(value="ended")  # «فشلت الهدنة»
    if aim is None:
        return cue._replace(value="ended") if takes_up(sentence, cue) else cue  # «دخلت هدنة حيز التنفيذ، وفشلت بعد ساعات»
    if sentence.cues.starting(CueKind.ADHERENCE, aim):
        return cue._replace(value="agreed" if sentence.words.is_a("application", aim) else "violated")
    if any(sentence.cues.starting(kind, aim) for kind in _MATTERS):
        return cue
    truce = next(iter(sentence.cues.within(aim, sentence.last, CueKind.TRUCE, CueKind.AGREEMENT)), None)
    return None if truce and sentence.words.is_a("circumstance", truce.first - 1) else cue


def _is_of_truce(sentence: Sentence, failed: Cue) -> bool:
    """In "the failure of the U.S.-brokered truce", "the truce has failed" what failed is the truce, no talks about one and
    nobody who was "to" reach one. English only."""
    behind = sentence.words.texts[failed.last + 1] if failed.last < sentence.last else ""
    if behind == "of":
        reach = range(failed.last + 2, failed.last + 2 + _FAILURE_REACH)
    elif behind in ("to", "in"):
        return False
    else:
        reach = range(failed.first - _FAILURE_REACH, failed.first)
        if _is_made_before(sentence, failed):
            return True
    named = sentence.cues.within(max(reach.start, sentence.first), min(reach.stop - 1, sentence.last), *_FAILING)
    named = [cue for cue in named if not sentence.cues.starting(CueKind.TRUCE, cue.last + 1)]  # "brokered truce"
    nearest = named[:1] if behind == "of" else named[-1:]
    return any(cue.kind is CueKind.TRUCE for cue in nearest)


def _is_made_before(sentence: Sentence, failed: Cue) -> bool:
    """In "a truce agreed last week between the tribes of Ubari failed" it is the truce, however much of it is told; in "a truce
    reached after talks failed" it is not."""
    clause = sentence.clause_at(failed.first)
    for truce in sentence.cues_in(clause, CueKind.TRUCE):
        made = sentence.cues.starting(CueKind.STATUS, truce.last + 1)
        if truce.last < failed.first and made and made.value == "agreed" and made.last < failed.first:
            between = sentence.cues.within(made.last + 1, failed.first - 1, CueKind.STATUS, CueKind.MEETING, CueKind.OPENER)
            return not between
    return False


def _is_subject_of(sentence: Sentence, faltering: Cue) -> bool:
    """ "The ceasefire in Tafas is faltering", "it faltered"; not "talks on a truce falter", "trade falters despite a truce"."""
    first = sentence.clause_at(faltering.first).first
    said = sentence.cues.within(first, faltering.first - 1, CueKind.STATUS)
    talks = any(cue.value in ("negotiating", "proposed") for cue in said)
    named = sentence.cues.within(first, faltering.first - 1, CueKind.TRUCE, CueKind.AGREEMENT)
    return not talks and (bool(named) or takes_up(sentence, faltering))


def _is_near(sentence: Sentence, end: Cue) -> bool:
    """«كادت الهدنة تنهار», "nearly collapsed"; in «انهارت وقد كادت تنجح», "after nearly a week it collapsed" it is over."""
    texts = sentence.words.texts
    before = texts[max(end.first - _NEARLY_REACH, sentence.first) : end.first]
    arabic = texts[end.first].startswith(("ي", "ت")) and any(word in sentence.words.classes["nearly"] for word in before)
    return arabic or (bool(before) and before[-1] in sentence.words.classes["nearly"])


def not_yet(sentence: Sentence, cue: Cue) -> Cue | None:
    """«لم يتوصلوا بعد إلى هدنة», "have not yet agreed on a truce": a denied word of agreeing, as one of the talks that go on;
    None where nothing says that it is still to come."""
    if waits(sentence, cue):
        return cue
    if cue.value not in ("agreed", "negotiating", "reaching"):
        return None
    texts, last = sentence.words.texts, sentence.last
    behind = range(cue.last + 1, min(cue.last + 1 + _YET_REACH, last + 1))
    before = texts[max(cue.first - 2, sentence.first) : cue.first]
    yet = any(
        texts[i] in _YET and (i == last or sentence.words.is_a("to_or_about", i + 1) or sentence.words.is_english(i))
        for i in behind
    )
    return cue._replace(value="negotiating") if yet or "yet" in before or texts[last] in _YET else None


def waits(sentence: Sentence, start: Cue) -> bool:
    """«لن تدخل الهدنة حيز التنفيذ قبل رفع الحصار», "would not take effect until sanctions were lifted": a start that waits for
    something is agreed on."""
    words, clause = sentence.words, sentence.clause_at(start.first)
    if start.value not in ("in_force", "begun") or start.last >= sentence.last:
        return False
    before = words.texts[clause.first : start.first]
    ahead = _NEVER in before or (bool({"would", "will"} & {*before}) and "not" in before)
    behind = range(start.last + 1, min(start.last + _WAITING_REACH, sentence.last) + 1)
    return ahead and any(words.is_a("waits_for", i) for i in behind)


def not_kept(sentence: Sentence, cue: Cue) -> Cue:
    """ "The truce has not held", "is not being observed", «الهدنة غير صامدة»: a denied word, as one of keeping if it is one,
    and of no beginning ("has not taken effect")."""
    kept = cue.value == "in_force" and sentence.words.is_a("keeps", cue.last)
    return cue._replace(value="keeps") if kept else cue
