"""Application: a truce of which a text says that it is not being carried out was agreed, and is not in force."""

from __future__ import annotations

from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.text.cue import Cue, CueKind

_ABSENCE_REACH = 4  # words between «عدم» and «تنفيذ»
_APPLIED_REACH = 5  # words between «تنفيذ» and the truce


def not_applied(sentence: Sentence, clause: Clause, truce: Cue | None) -> Cue | None:
    """«عدم تطبيق الهدنة», «غياب أي تقدم في تنفيذ الاتفاق», «الهدنة لم تطبق»: what is not carried out is agreed all the same.
    «لن تطبق» and «قد لا تطبق» tell of days to come."""
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
