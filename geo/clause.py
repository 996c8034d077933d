"""Clauses: the stretches of a sentence that say one thing. A status belongs to the clause that it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.cue import Cue, CueKind, Cues
from geo.phrase import Words
from geo.timex import Timex

_PREDICATES = (CueKind.COVERAGE, CueKind.LIGHT_VERB, CueKind.SPEECH, CueKind.STATUS)
_CONJUNCTIONS = ("و", "ف")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The words [first, last], both included, of one sentence. `opener` is the word that subordinates it, if any."""

    first: int
    last: int
    sentence: int
    opener: Cue | None

    @property
    def relation(self) -> str:
        """How it hangs on the clause before it: "" for a main clause, else the opener's value (relative, concession …)."""
        return self.opener.value if self.opener else ""


def split_clauses(words: Words, cues: Cues, timexes: Sequence[Timex]) -> tuple[Clause, ...]:
    """Every word of the text in exactly one clause, in order."""
    in_timex = _words_of_timexes(words, timexes)
    may_open = {first for kind in (CueKind.OPENER, CueKind.NEGATION, *_PREDICATES) for first in cues.firsts(kind)}
    clauses: list[Clause] = []
    first = 0
    for i in range(1, len(words) + 1):
        ends = i == len(words) or words.sentences[i] != words.sentences[i - 1]
        if ends or (i in may_open and _opens(words, cues, i, in_timex)):
            opener = cues.starting(CueKind.OPENER, first)
            if opener and first in in_timex:
                opener = None
            clauses.append(Clause(first=first, last=i - 1, sentence=words.sentences[first], opener=opener))
            first = i
    return tuple(clauses)


def _words_of_timexes(words: Words, timexes: Sequence[Timex]) -> set[int]:
    """The words of all date expressions, and the word before each (since July, بعد يومين)."""
    found: set[int] = set()
    for timex in timexes:
        inside = words.within(timex.span)
        found |= {inside.start - 1, *inside}
    return found


def _opens(words: Words, cues: Cues, i: int, in_timex: set[int]) -> bool:
    opener = cues.starting(CueKind.OPENER, i)
    dated = opener and (i in in_timex or opener.last in in_timex)
    if opener and not (opener.value == "time" and (dated or _is_adverb(words, cues, opener))):
        return True
    negation = cues.starting(CueKind.NEGATION, i)  # «، ولا تشمل»
    for kind in _PREDICATES:
        cue = cues.starting(kind, negation.last + 1 if negation else i)
        if cue and not words.texts[cue.first].startswith("ال") and cue.value != "including":
            comma = "," in words.between(i - 1, i)
            prefixes = (negation or cue).prefixes
            joined_by_and = prefixes[:1] and prefixes[0] in _CONJUNCTIONS
            if comma or joined_by_and or words.texts[i - 1] == "and":
                return True
    return False


def _is_adverb(words: Words, cues: Cues, opener: Cue) -> bool:
    """«لم تدخل الهدنة حيز التنفيذ بعد في دوما»: "yet", not "after", since a preposition of place follows."""
    behind = cues.starting(CueKind.LOCATIVE, opener.last + 1)
    return behind is not None and not behind.prefixes and words.joined(opener.last) and not words.texts[opener.first].isascii()
