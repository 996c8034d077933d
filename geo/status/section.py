"""Section: a phase, a deadline or a clause of a truce that is over, and not the truce."""

from __future__ import annotations

from geo.status.talks import TALK
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.text.cue import Cue, CueKind

_BEHIND_REACH = 4  # words from «انتهت» to «المرحلة», with the day
_OVER = ("violated", "ended", "suspended")


def section_over(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """«انتهت المرحلة الأولى من الهدنة», "the deadline set in the ceasefire expired": what ran out is a part of the truce,
    which is there; None where the clause tells of an end or a breach beside, and for «انتهت مهلة الهدنة», which is its own."""
    words = sentence.words
    parts = words.of_class("part_of_truce", clause.first, truce.first - 1)
    ends = [i for i in words.of_class("has_run_out", clause.first, clause.last) if not truce.first <= i <= truce.last]
    if not parts or not ends:
        return None
    part = parts[0]
    talks = [c for c in sentence.cues_in(clause, CueKind.STATUS) if c.value in TALK and c.last < truce.first]
    if part + 1 == truce.first or talks:
        return None
    before = [i for i in ends if part - _BEHIND_REACH <= i < part]
    behind = [i for i in ends if i > truce.last] if _heads(sentence, part) else []
    if not (before or behind) or sentence.comma_between(truce._replace(first=part, last=part), truce):
        return None
    end = before[-1] if before else behind[0]
    verb = truce._replace(first=end, last=end, prefixes=(), offset=0, kind=CueKind.STATUS, value="in_force")
    told = [c for c in sentence.cues_in(clause, CueKind.STATUS) if not c.first <= end <= c.last and c.first != end + 1]
    if any(c.value in _OVER for c in told) or sentence.is_negated(verb) or (behind and sentence.comma_between(truce, verb)):
        return None
    return verb


def _heads(sentence: Sentence, part: int) -> bool:
    """True for a part that a truce behind it belongs to: "the first phase of", "the deadline for", «المرحلة الأولى من»."""
    words = sentence.words
    return not words.is_english(part) or words.is_a("belongs_to", part + 1)
