"""Application: a truce of which a text says that it is not being carried out was agreed, and is not in force."""

from __future__ import annotations

import re

from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.text.cue import Cue, CueKind

_APPLICATION = re.compile(r"[بل]?(?:ال|ل)?(?:تطبيق|تنفيذ)|implement(?:ing|ation)?")  # folded
_APPLIES = re.compile(r"[تي](?:طبق|نفذ)|(?:applied|implemented)")
_ABSENCE = ("عدم", "انعدام", "غياب", "دون", "تعثر", "lack")
_PROGRESS = ("تقدم", "تقدما", "مؤشرات", "مؤشر", "بوادر", "progress", "sign", "signs")
_ABSENCE_REACH = 4  # words between «عدم» and «تنفيذ»
_APPLIED_REACH = 5  # words between «تنفيذ» and the truce


def not_applied(sentence: Sentence, clause: Clause, truce: Cue | None) -> Cue | None:
    """«عدم تطبيق الهدنة», «غياب أي تقدم في تنفيذ الاتفاق», «الهدنة لم تطبق»: what is not carried out is agreed all the same.
    «لن تطبق» and «قد لا تطبق» tell of days to come."""
    if truce is None:
        return None
    texts = sentence.words.texts
    for word in range(max(clause.first, truce.first - _APPLIED_REACH), truce.first):
        if _APPLICATION.fullmatch(texts[word]) and _is_absent(sentence, clause, word):
            return truce._replace(kind=CueKind.STATUS, value="agreed")
    for word in range(clause.first + 1, clause.last + 1):
        past = texts[word - 1] == "لم" or (
            texts[word - 1] == "not" and word > clause.first + 1 and texts[word - 2] in ("was", "were")
        )
        if past and _APPLIES.fullmatch(texts[word]) and abs(word - truce.first) <= _APPLIED_REACH:
            return truce._replace(kind=CueKind.STATUS, value="agreed")
    return None


def _is_absent(sentence: Sentence, clause: Clause, word: int) -> bool:
    """«عدم تنفيذ», «لم يحرز تقدم في تنفيذ»: what is denied is the application, or progress in it."""
    texts = sentence.words.texts
    before = range(max(clause.first, word - _ABSENCE_REACH - 1), word)
    if any(texts[i] in _ABSENCE for i in before):
        return True
    progress = [i for i in before if texts[i] in _PROGRESS]
    return bool(progress) and any(
        cue.last < progress[-1] for cue in sentence.cues.within(before.start, progress[-1], CueKind.NEGATION)
    )
