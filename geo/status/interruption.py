"""Interruption: a truce or an evacuation that was put off or suspended, and of which the text says that it goes on."""

from __future__ import annotations

from geo.cue import Cue, CueKind
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence


def went_on(sentence: Sentence, clause: Clause, status: Cue | None) -> bool:
    """«استؤنف الإجلاء بعد تعليقه يومين», "(Rebels left Rastan on Monday.) The evacuation, which had been delayed by rain, …":
    what was suspended before it was taken up again, or before those who leave left, is suspended no more."""
    if status is None or status.value != "suspended":
        return False
    verbs = sentence.cues.within(sentence.first, clause.first - 1, CueKind.RESUMPTION) if clause.relation == "time" else []
    if verbs and sentence.cues.within(sentence.first, clause.first - 1, CueKind.TRUCE, CueKind.AGREEMENT):
        return True  # not «عادت الحافلات بعد تأجيل الإخلاء»
    had = any(sentence.words.is_a("had", i) or sentence.words.texts[i] == "had" for i in range(clause.first, status.first))
    named = sentence.cues.within(sentence.first, status.last, CueKind.EVACUATION) if had else []
    before = sentence.read.cues.within(0, sentence.first - 1, CueKind.EVACUATION) if named else []
    return any(_have_left(sentence, cue) for cue in before)


def _have_left(sentence: Sentence, leaving: Cue) -> bool:
    """«خرج المقاتلون», "rebels began leaving"; not "rebels were to leave"."""
    words, first = sentence.words, leaving.first
    told = words.is_a("has_left", first, leaving.offset)
    return told and not (first and words.is_a("not_yet_left", first - 1))
