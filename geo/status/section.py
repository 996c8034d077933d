"""Section: a phase, a deadline or a clause of a truce that is over, or will be, and not the truce."""

from __future__ import annotations

from collections.abc import Sequence

from geo.cue import Cue, CueKind
from geo.status.talks import TALK
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.text.phrase import Words

_BEHIND_REACH = 4  # words from «انتهت» to «المرحلة», with the day
_OWN = "s"  # "ceasefire's", folded
_OWN_REACH = 2  # words from the truce to its phase: "first"
_OVER = ("violated", "ended", "suspended")


def section_over(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """«انتهت المرحلة الأولى من الهدنة», "the deadline set in the ceasefire expired", "phase one of the truce ends on Saturday":
    what ran out, or will, is a part of the truce, which is there; None where the clause tells of an end or a breach beside, and
    for «انتهت مهلة الهدنة», which is its own."""
    words = sentence.words
    parts = words.of_class("part_of_truce", clause.first, truce.first - 1) or _behind(sentence, clause, truce)
    ends = [i for i in range(clause.first, clause.last + 1) if runs_out(words, i) and not truce.first <= i <= truce.last]
    if not parts or not ends:
        return None
    part = parts[0]
    talks = [c for c in sentence.cues_in(clause, CueKind.STATUS) if c.value in TALK and c.last < truce.first]
    if part + 1 == truce.first or talks:
        return None
    before = [i for i in ends if part - _BEHIND_REACH <= i < part]
    behind = [i for i in ends if i > max(part, truce.last)] if _heads(sentence, part, truce) else []
    if not (before or behind) or sentence.comma_between(truce._replace(first=part, last=part), truce):
        return None
    end = before[-1] if before else behind[0]
    verb = truce._replace(first=end, last=end, prefixes=(), offset=0, kind=CueKind.STATUS, value="in_force")
    told = [c for c in sentence.cues_in(clause, CueKind.STATUS) if not c.first <= end <= c.last and c.first != end + 1]
    if any(c.value in _OVER for c in told) or sentence.is_negated(verb) or (behind and sentence.comma_between(truce, verb)):
        return None
    return verb


def is_of_section(sentence: Sentence, clause: Clause, first: int, last: int) -> bool:
    """True where the words `first` to `last` tell of the end of such a part: its day is not the truce's."""
    if not sentence.words.of_class("part_of_truce", clause.first, clause.last):
        return False
    verbs = [section_over(sentence, clause, truce) for truce in sentence.cues_in(clause, CueKind.TRUCE, CueKind.AGREEMENT)]
    return any(verb is not None and first <= verb.first <= last for verb in verbs)


def runs_out(words: Words, i: int) -> bool:
    """True for «انتهت», "expired", "will expire": what a part of a truce may do without it."""
    return words.is_a("has_run_out", i) or words.is_a("lasts_no_longer", i)


def _behind(sentence: Sentence, clause: Clause, truce: Cue) -> Sequence[int]:
    """The part of "the ceasefire's first phase", folded "ceasefires first phase"."""
    own = sentence.words.is_english(truce.last) and sentence.words.texts[truce.last].endswith(_OWN)
    return sentence.words.of_class("part_of_truce", truce.last + 1, min(truce.last + _OWN_REACH, clause.last)) if own else ()


def _heads(sentence: Sentence, part: int, truce: Cue) -> bool:
    """True for a part that a truce belongs to: "the first phase of", "phase one of", "the deadline for", «المرحلة الأولى من»,
    "the ceasefire's first phase"."""
    words = sentence.words
    numbered = part + 1 + words.is_a("count", part + 1)
    return not words.is_english(part) or part > truce.last or words.is_a("belongs_to", numbered)
