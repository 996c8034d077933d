"""Application: a truce that begins to be carried out is in force; one that is not being carried out is agreed all the same."""

from __future__ import annotations

from geo.cue import Cue, CueKind
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence

_BEGUN_REACH = 8  # words between «بدأ» and «تنفيذ»: a place, a date
_ASIDE = (CueKind.CONFLICT, CueKind.MEETING, CueKind.STATUS, CueKind.OPENER, CueKind.SPEECH)
_ABSENCE_REACH = 4  # words between «عدم» and «تنفيذ»
_PREPARED_REACH = 12  # words from "preparations" to the truce
_DAYS_REACH = 6  # words from «في اليوم الثاني من» to the truce
_REACHED = ("agreed", "announced")
_APPLIED_REACH = 5  # words between «تنفيذ» and the truce


def not_applied(sentence: Sentence, clause: Clause, truce: Cue | None) -> Cue | None:
    """«عدم تطبيق الهدنة», «غياب أي تقدم في تنفيذ الاتفاق», «الهدنة لم تطبق»: what is not carried out, or only
    made ready, is agreed. «لن تطبق» and «قد لا تطبق» tell of days to come."""
    if truce is None:
        return None
    texts = sentence.words.texts
    for word in range(max(clause.first, truce.first - _APPLIED_REACH), truce.first):
        if sentence.words.is_a("application", word) and _is_absent(sentence, clause, word):
            return truce._replace(kind=CueKind.STATUS, value="agreed")
    for word in range(clause.first + 1, clause.last + 1):
        past = texts[word - 1] == "لم" or (
            texts[word - 1] == "not" and word > clause.first + 1 and texts[word - 2] in ("was", "were")
        )
        if past and sentence.words.is_a("applied", word) and abs(word - truce.first) <= _APPLIED_REACH:
            return truce._replace(kind=CueKind.STATUS, value="agreed")
    return _prepared(sentence, clause, truce)


def _prepared(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """ "Preparations continue for carrying out the agreement", «تتواصل التحضيرات لتنفيذ الاتفاق»: it is agreed."""
    words = sentence.words
    first = max(clause.first, truce.first - _PREPARED_REACH)
    ready = next((i for i in range(first, truce.first) if words.is_a("preparations", i)), None)
    done = range(ready + 1, truce.first) if ready is not None else ()
    carried = any(words.is_a("application", i) or words.is_a("carrying_out", i) for i in done)
    return truce._replace(kind=CueKind.STATUS, value="agreed") if carried else None


def applied_from(sentence: Sentence, clause: Clause, truce: Cue | None) -> Cue | None:
    """«بدأ في وادي بردى تنفيذ اتفاق», «بدأ، الاثنين، تنفيذ الهدنة»: the verb, where a place or a date stands between it and
    what begins to be carried out. Arabic only."""
    noun = truce.first - 1 if truce else clause.first
    if noun <= clause.first or not sentence.words.is_a("application", noun) or sentence.words.is_english(noun):
        return None
    first = max(clause.first, noun - _BEGUN_REACH)
    begun = [cue for cue in sentence.cues.within(first, noun - 2, CueKind.STATUS) if cue.value == "begun"]
    if not begun or sentence.is_negated(begun[-1]) or sentence.words.is_a("beginning", begun[-1].first, begun[-1].offset):
        return None
    parted = sentence.cues.within(begun[-1].last + 1, noun - 1, *_ASIDE)
    named = any(r.mention.last == noun - 1 for r in sentence.places)  # no «لجنة تنفيذ الاتفاق»
    dated = any(noun - 1 in sentence.words.within(timex.span) for _, timex in sentence.dates)
    return begun[-1]._replace(value="in_force") if not parted and (named or dated) else None


def in_its_days(sentence: Sentence, truce: Cue | None, status: Cue | None) -> Cue | None:
    """«في اليوم الثاني من وقف لإطلاق النار اتفق عليه الرئيسان»: a truce whose days are counted is in force, whatever is said
    behind it of how it was reached."""
    if truce is None or status is None or status.value not in _REACHED or status.first < truce.first:
        return None
    for days in sentence.cues.within(truce.first - _DAYS_REACH, truce.first - 1, CueKind.BACKDROP):
        if days.last >= truce.first - 2 and any(sentence.words.is_a("day_of", i) for i in range(days.first, days.last + 1)):
            return truce._replace(kind=CueKind.STATUS, value="in_force")
    return None


def _is_absent(sentence: Sentence, clause: Clause, word: int) -> bool:
    """«عدم تنفيذ», «لم يحرز تقدم في تنفيذ»: what is denied is the application, or progress in it."""
    before = range(max(clause.first, word - _ABSENCE_REACH - 1), word)
    if any(sentence.words.is_a("absence", i) for i in before):
        return True
    progress = [i for i in before if sentence.words.is_a("progress", i)]
    return bool(progress) and any(
        cue.last < progress[-1] for cue in sentence.cues.within(before.start, progress[-1], CueKind.NEGATION)
    )
