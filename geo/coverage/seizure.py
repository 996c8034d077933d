"""Seizure: a buffer zone that an army makes for itself, stays in or takes, to which nobody has agreed."""

from __future__ import annotations

from geo.coverage.inroad import is_inroad
from geo.coverage.standing import find_standing
from geo.cue import Cue, CueKind
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence

_VERB_REACH = 4  # words from "expand" to the zone
_COUNTRY_REACH = 8  # words from who does it to the zone
_MADE_TOGETHER = (CueKind.AGREEMENT, CueKind.SPONSOR, CueKind.MEETING, CueKind.DECISION)
_SAID_OF_A_TRUCE = ("agreed", "proposed", "negotiating", "rejected", "violated", "ended", "suspended")


def is_taken(sentence: Sentence, clause: Clause) -> bool:
    """«يقيم الجيش منطقة عازلة», "troops remain in a buffer zone", "seized the buffer zone": ground that one side holds or
    takes by force, in a clause that names no other truce and tells of no accord on it; not a zone that parts two states."""
    named = sentence.cues_in(clause, CueKind.TRUCE)
    return bool(named) and all(_is_taken(sentence, clause, zone) for zone in named)


def _is_taken(sentence: Sentence, clause: Clause, zone: Cue) -> bool:
    words = sentence.words
    if not words.of_class("buffer", zone.first, zone.last) or words.of_class("without_arms", zone.first, zone.last):
        return False
    before = max(zone.first - _VERB_REACH, sentence.first)
    taken = words.of_class("takes_ground", before, zone.first - 1)
    verbs = [*taken, *words.of_class("holds_ground", before, zone.first - 1)]
    if not verbs or is_inroad(sentence, zone) or sentence.cues.any_within(sentence.first, sentence.last, _MADE_TOGETHER):
        return False
    told = [c for c in sentence.cues_in(clause, CueKind.STATUS) if c.first < zone.first and c.first not in verbs]
    if any(cue.value in _SAID_OF_A_TRUCE for cue in told) or (not taken and find_standing(sentence, zone, ())):
        return False
    return _is_by_one_side(sentence, max(zone.first - _COUNTRY_REACH, sentence.first), zone)


def _is_by_one_side(sentence: Sentence, first: int, zone: Cue) -> bool:
    """True for a zone of an army, or of one state."""
    if sentence.words.of_class("own_force", first, zone.first - 1):
        return True
    return len(sentence.read.states(first, zone.first - 1)) == 1
