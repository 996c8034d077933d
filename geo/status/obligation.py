"""Obligation: what has to become of a truce, that it starts or, once it is there, what it should lead to."""

from __future__ import annotations

from geo.cue import Cue, CueKind
from geo.status.naming import is_definite
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence

_TO, _BE = "to", "be"
_THAT = ("ان", "الا")  # «أن», «ألا», folded
_CARRIED = "carried"
_MADE = ("agreed", "announced")


def owed(sentence: Sentence, clause: Clause, cue: Cue) -> Cue | None:
    """What a status word comes to that is said to be owed: a start that has to come is asked for ("must take effect at once"),
    and so is what a truce should be or do («يجب أن تبدأ»), unless it is one that is there and should be kept («الهدنة يجب أن
    تحترم») or lead to something («يجب أن تفتح الباب أمام …»), of which nothing is told: None."""
    if sentence.words.is_english(cue.first):
        return cue._replace(value="proposed") if _has_to_start(sentence, clause, cue) else _carried_out(sentence, cue)
    return _due(sentence, clause, cue)


def _has_to_start(sentence: Sentence, clause: Clause, cue: Cue) -> bool:
    """ "The ceasefire must start at once", "ought to take effect", "has to be declared"; not "must remain in force", "must
    begin to withdraw"."""
    words, texts = sentence.words, sentence.words.texts
    starts = cue.value in ("in_force", "begun") and words.is_a("sets_in", cue.first)
    made = cue.value in _MADE and texts[cue.first - 1] == _BE
    if not (starts or made) or (cue.last < sentence.last and texts[cue.last + 1] == _TO):
        return False
    verb = cue.first - 1 - made
    verb -= texts[verb].endswith("ly") and verb > sentence.first
    if verb <= sentence.first or not (words.is_a("must", verb) or (texts[verb] == _TO and words.is_a("obliges", verb - 1))):
        return False
    truces = sentence.cues.within(clause.first, verb - 1, CueKind.TRUCE, CueKind.AGREEMENT)
    if not truces:
        return True
    parted = any("," in words.between(i - 1, i) for i in range(truces[-1].last + 1, verb + 1))
    return not parted and not sentence.cues.within(truces[-1].last + 1, verb - 1, CueKind.STATUS, CueKind.MEETING)


def _carried_out(sentence: Sentence, cue: Cue) -> Cue | None:
    """The end in "was carried out in full"; what "must be carried out in full" is there, and one waits for what is "to be"."""
    texts, be = sentence.words.texts, cue.first - 1
    if cue.value != "ended" or _CARRIED not in texts[cue.first : cue.last + 1] or texts[be] != _BE:
        return cue
    to = texts[be - 1] == _TO
    if sentence.words.is_a("must", be - 1) or (to and sentence.words.is_a("obliges", be - 2)):
        return cue._replace(value="in_force")
    return None if to and not sentence.is_negated(cue) else cue


def _due(sentence: Sentence, clause: Clause, cue: Cue) -> Cue | None:
    """«وقف النار يجب أن يبدأ» is asked for, «… يجب أن تحترم» there; in «… يجب أن يفتح الباب» the truce is taken for granted."""
    words, texts = sentence.words, sentence.words.texts
    verb = cue.last + 2
    if cue.value != "proposed" or verb > sentence.last or not words.is_a("obliges", cue.last) or texts[verb - 1] not in _THAT:
        return cue
    being = words.is_a("would_be", verb)
    if words.is_a("comes_about", verb) or (being and not words.is_a("gain", verb + 1)):
        return cue  # «يجب أن تكون شاملة»
    if not being and sentence.cues.starting(CueKind.COVERAGE, verb):
        return cue
    subject = sentence.cues.starting(CueKind.TRUCE, verb + 1) or _subject(sentence, clause, cue)
    if subject is None or not is_definite(words, sentence.cues, subject):
        return cue
    return cue._replace(value="in_force") if words.is_a("lasts_on", verb) else None


def _subject(sentence: Sentence, clause: Clause, cue: Cue) -> Cue | None:
    """The truce before «يجب», with nothing but its place between."""
    truces = sentence.cues.within(clause.first, cue.first - 1, CueKind.TRUCE)
    if not truces:
        return None
    between = range(truces[-1].last + 1, cue.first)
    said = sentence.cues.within(between.start, between.stop - 1, CueKind.STATUS, CueKind.CONFLICT, CueKind.SPEECH)
    return None if said or any("," in sentence.words.between(i - 1, i) for i in between) else truces[-1]
