"""Texts that speak of no war: those of trade and strikes, and those of a match, whose words are borrowed from fighting."""

from __future__ import annotations

import re

from geo.cue import Cue, CueKind
from geo.syntax.read_text import ReadText
from geo.text.phrase import Words

_OF_A_MATCH = 3  # words of play that make a text the report of a match
_GOAL_REACH = 6  # words between a word of fighting and the goal: «قصف الكرامة مرمى الوثبة»
_SCORE_REACH = 4  # words from "beat" to "2-1"
_SCORE = re.compile(r"[0-9]{1,2}")
_DASHES = ("-", "–", "—")


def is_figurative(read: ReadText) -> bool:
    """True for words of trade or sport and none of fighting but those that they hold themselves ("trade war") or borrow, and
    for a text whose every truce is one of trade, of history or of a book."""
    if read.cues.of(CueKind.OTHER_TRUCE) and not read.cues.of(CueKind.TRUCE):
        return True
    fighting = read.cues.of(CueKind.CONFLICT)
    played = {i for cue in read.cues.of(CueKind.FIGURATIVE) for i in range(cue.first, cue.last + 1)}
    if played and all(cue.first in played for cue in fighting):
        return True
    if not read.cues.of(CueKind.TRUCE) or not all(cue.first in played or _is_borrowed(read.words, cue) for cue in fighting):
        return False
    return _tells_of_match(read.words) and not _tells_of_truce_apart(read)


def _tells_of_match(words: Words) -> bool:
    """True for several words of play, one of them a score or a word of nothing else; a league may be that of states."""
    last = len(words) - 1
    sport = {words.texts[i] for i in words.of_class("sport", 0, last)}
    if any(_is_score(words, i) for i in words.of_class("scores", 0, last)):
        sport.add("score")
    shared = {words.texts[i] for i in words.of_class("sport_or_other", 0, last)}
    return bool(sport) and len(sport | shared) >= _OF_A_MATCH


def _tells_of_truce_apart(read: ReadText) -> bool:
    """«دخلت الهدنة حيز التنفيذ في الغوطة. وعلق الاتحاد مباريات الدوري»: a sentence of a truce and a place, without play."""
    words = read.words
    for truce in read.cues.of(CueKind.TRUCE):
        first, last = words.sentence(words.sentences[truce.first])
        played = words.of_class("sport", first, last) or words.of_class("sport_or_other", first, last)
        if not played and any(first <= place <= last for place in read.place_firsts):
            return True
    return False


def _is_score(words: Words, verb: int) -> bool:
    """ "Drew 1-1", «فاز بنتيجة 2-1»."""
    reach = range(verb + 1, min(verb + _SCORE_REACH, len(words) - 2) + 1)
    return any(
        _SCORE.fullmatch(words.texts[i]) and _SCORE.fullmatch(words.texts[i + 1]) and words.between(i, i + 1) in _DASHES
        for i in reach
    )


def _is_borrowed(words: Words, cue: Cue) -> bool:
    """ "Attacked from the first whistle", «قصف المرمى», «مرمى الجيش», "the army team": said of players and of clubs."""
    first, last = cue.first, cue.last
    if words.is_a("borrowed_by_sport", first):
        return True
    start, end = words.sentence(words.sentences[first])
    if words.of_class("goal", max(first - 1, start), min(last + _GOAL_REACH, end)):
        return True
    club = last + 1 if words.is_english(first) else first - 1
    return words.joined(min(club, last)) and words.is_a("side_of_sport", club)
