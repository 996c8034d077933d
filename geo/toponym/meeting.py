"""Meetings: whether people meet, or talks are held, before a word that says where. Words are counted in the whole text."""

from __future__ import annotations

from geo.text.cue import CueKind, Cues
from geo.text.phrase import Words

_HELD = ("took place", "were held")
_HELD_REACH = 3  # words from "took place", with its day, to "at"
_MEETING_REACH = 10  # words from a verb of meeting to the «في» of the town
_VENUE_REACH = 9  # words between talks and the town that they are held in, in one sentence
_BETWEEN = (CueKind.TRUCE, CueKind.AGREEMENT, CueKind.CONFLICT, CueKind.STATUS, CueKind.OPENER)


def meets(words: Words, cues: Cues, preposition: int) -> bool:
    """«ستجتمع اللجنة خلال أيام في مدينة سرت للنظر في …»: a verb of meeting before a preposition, with neither a truce nor
    fighting between."""
    floor = max(preposition - _MEETING_REACH, words.sentence(words.sentences[preposition])[0])
    verbs = [i for i in range(floor, preposition) if words.is_a("meets", i)]
    return bool(verbs) and not cues.within(verbs[-1] + 1, preposition - 1, *_BETWEEN)


def took_place(words: Words, cues: Cues, preposition: int) -> bool:
    """ "Talks leading to the accord took place on Monday at Hmeimim". English only."""
    first, texts = words.sentence(words.sentences[preposition])[0], words.texts
    if not texts[preposition].isascii():
        return False
    held = [i for i in range(max(preposition - _HELD_REACH, first + 1), preposition) if " ".join(texts[i - 1 : i + 1]) in _HELD]
    talks = cues.within(first, held[-1], CueKind.MEETING, CueKind.STATUS) if held else []
    return any(cue.kind is CueKind.MEETING or cue.value == "negotiating" for cue in talks)


def talks_before(words: Words, cues: Cues, first: int) -> bool:
    """True if talks stand in the few words before a name, in its sentence and with no truce between."""
    if not cues.firsts(CueKind.MEETING):
        return False
    sentences = words.sentences
    for i in range(first - 1, max(first - _VENUE_REACH, -1), -1):
        if sentences[i] != sentences[first] or cues.ending(CueKind.TRUCE, i):
            return False
        if cues.ending(CueKind.MEETING, i):
            return True
    return False
