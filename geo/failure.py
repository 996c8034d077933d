"""Failure: what it is that somebody failed in beside a truce — reaching it, keeping it, or another thing."""

from __future__ import annotations

import re

from geo.cue import Cue, CueKind
from geo.sentence import Sentence

_FAILED = re.compile(r"[وف]?[يت]?(?:فشل|اخفق)(?:ت|وا|ا)?|[وفب]?(?:ال)?(?:فشل|اخفاق)(?:ه|ها|هم)?")  # folded, as all words here
_IN = "في"
_SUBJECT_REACH = 6  # words between «فشل» and «في»: who failed
_APPLYING = re.compile(r"(?:ال)?(?:تطبيق|تنفيذ)(?:ه|ها)?")
_ASIDE = ("خلال", "اثناء", "بعد", "قبل", "منذ", "عقب", "رغم", "طوال", "ازاء", "حيال", "تجاه", "من")
_MATTERS = (CueKind.STATUS, CueKind.DECISION, CueKind.TRUCE, CueKind.AGREEMENT, CueKind.MEETING)


def failed_in(sentence: Sentence, cue: Cue) -> Cue | None:
    """What a word of failing says of a truce: «فشل الوسطاء في التوصل إلى هدنة» that there is none, «فشلوا في تطبيق الهدنة» that
    it is agreed on, «فشلوا في الحفاظ على الهدنة» that it is broken; None where something else failed («في حماية المدنيين
    خلال الهدنة»). Any other word is left as it is."""
    texts = sentence.words.texts
    if cue.value != "rejected" or cue.first != cue.last or not _FAILED.fullmatch(texts[cue.first]):
        return cue
    reach = range(cue.last + 1, min(cue.last + 1 + _SUBJECT_REACH, sentence.last))
    aim = next((i + 1 for i in reach if texts[i] == _IN and "," not in sentence.gap(cue.last, i)), None)
    if aim is None:
        return cue
    if sentence.cues.starting(CueKind.ADHERENCE, aim):
        return cue._replace(value="agreed" if _APPLYING.fullmatch(texts[aim]) else "violated")
    if any(sentence.cues.starting(kind, aim) for kind in _MATTERS):
        return cue
    truce = next(iter(sentence.cues.within(aim, sentence.last, CueKind.TRUCE, CueKind.AGREEMENT)), None)
    return None if truce and texts[truce.first - 1] in _ASIDE else cue
