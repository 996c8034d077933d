"""Several truces: what is told of each of them, and a day since when they were made, which is the start of none."""

from __future__ import annotations

from geo.cue import Cue, CueKind
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence

_MADE = ("agreed", "announced")


def tells_of_several(sentence: Sentence, status: Cue | None) -> bool:
    """ "None of them lasted", "but all collapsed", «وانهارت كلها»: what is told of all truces that were named."""
    if status is None or status.first == status.last:
        return False
    words = sentence.words
    return any(words.is_a("none_of", i) or words.is_a("every_one", i) for i in (status.first, status.first + 1, status.last))


def were_made_since(sentence: Sentence, clause: Clause, since: Cue) -> bool:
    """ "Six truces have been declared since April", «أعلنت ست هدن منذ أبريل»: the time in which they were made."""
    named = sentence.cues.within(clause.first, since.first - 1, CueKind.TRUCE, CueKind.AGREEMENT)
    if not named or not any(sentence.words.is_a("truces", i) for i in (named[-1].first, named[-1].last)):
        return False
    told = sentence.cues.within(clause.first, since.first - 1, CueKind.STATUS)
    return bool(told) and all(cue.value in _MADE for cue in told)
