"""Resumption: fighting that is taken up again behind a truce, or calm that has lasted since."""

from __future__ import annotations

from dataclasses import replace

from geo.cue import Cue, CueKind
from geo.status.fighting import attacks, calm_words, stopped_fighting
from geo.status.scene import held_places, is_fought_elsewhere
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence

SINCE = ("منذ", "since")
_RESUMED = ("resumed", "restarted")
_UNTIL, _WAS = "until", ("was", "had")
_RESUMED_REACH = 5  # words between «استؤنف» and the fighting
_COUNTED_REACH = 5  # words from «بعد» over a count of days to the truce: «بعد أربعة أيام على بدء الهدنة»
_BEGUN = {"agreed", "announced", "in_force", "begun"}  # "fighting resumed after they agreed to a truce", "after it began"


def told_after(sentence: Sentence, clause: Clause, truce: Cue | None) -> Cue | None:
    """«استؤنف القتال بعد هدنة قصيرة», "fighting resumed after a truce": what is taken up again ends the truce before it (an
    attack that it lasted until does, too), or, «بعد ساعات من الهدنة», breaks it; «عاد الهدوء إلى درعا بعد هدنة»: where it is
    calm since then it is in force."""
    if truce and (told := _lasted_until(sentence, clause, truce) or _resumed(sentence, clause, truce)):
        return told
    after = _word_of_time(sentence, _with_time(sentence, clause), truce) if truce else None
    if truce is None or after is None:
        return None
    since = sentence.words.texts[after] in SINCE
    said = {cue.value for cue in sentence.cues.within(after, truce.first - 1, CueKind.STATUS)}
    main = (sentence.first, after - 1)
    began = said <= _BEGUN
    calm = [*calm_words(sentence, *main), *stopped_fighting(sentence, *main)] if began else []
    if calm or not began or since:
        return calm[-1] if calm else None
    before = sentence.cues.within(*main, CueKind.RESUMPTION)  # "days after they agreed to a truce"
    taken_up = [cue for cue in before if not sentence.is_negated(cue) and is_of_fighting(sentence, cue)]
    held = held_places(sentence, clause, truce)
    taken_up = [cue for cue in taken_up if not is_fought_elsewhere(sentence, cue, held)]
    within = sentence.cues.starting(CueKind.BACKDROP, after)
    soon = within is not None and within.value != "days"  # «بعد ساعات من»; «بعد أربعة أيام على» is later
    return taken_up[-1]._replace(kind=CueKind.STATUS, value="violated" if soon else "ended") if taken_up else None


def _lasted_until(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """ "Daraa was covered by a ceasefire, until the army launched an offensive": a truce that an attack has ended. English
    only."""
    behind = next((c for c in sentence.clauses if c.first == clause.last + 1), None)
    if behind is None or behind.relation != "time" or sentence.words.texts[behind.first] != _UNTIL:
        return None
    was = any(text in _WAS for text in sentence.words.texts[clause.first : truce.first])
    attacked = any(behind.first <= cue.first <= behind.last for cue in attacks(sentence, truce))
    ahead = sentence.cues_in(behind, CueKind.MODALITY)
    return truce._replace(kind=CueKind.STATUS, value="ended") if was and attacked and not ahead else None


def _resumed(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """The verb of "the truce in Taiz has resumed", "was resumed on Monday": a truce that is taken up again is in force. Not of
    "talks on a truce resumed", "a truce collapsed and fighting resumed". English only."""
    if truce.kind is not CueKind.TRUCE or not sentence.words.is_english(truce.first):
        return None
    verb = next(iter(sentence.cues.within(truce.last + 1, clause.last, CueKind.RESUMPTION)), None)
    if verb is None or not sentence.words.texts[verb.first].startswith(_RESUMED) or "," in sentence.gap(truce.last, verb.first):
        return None
    others = (CueKind.CONFLICT, CueKind.MEETING, CueKind.STATUS, CueKind.AGREEMENT, CueKind.MODALITY, CueKind.NEGATION)
    fighting = sentence.cues.starting(CueKind.CONFLICT, verb.last + 1)  # "the army resumed attacks"
    if fighting or sentence.cues.within(clause.first, verb.first - 1, *others):
        return None
    return verb._replace(kind=CueKind.STATUS, value="in_force")


def _with_time(sentence: Sentence, clause: Clause) -> Clause:
    """«بعد أن وقعوا هدنة»: the clause that «أن» opens, with the word of time before it."""
    before = next((c for c in sentence.clauses if c.last + 1 == clause.first), None)
    if clause.relation != "complement" or before is None or before.relation != "time":
        return clause
    return replace(clause, first=before.first, opener=before.opener)


def _word_of_time(sentence: Sentence, clause: Clause, truce: Cue) -> int | None:
    """The word that puts what its sentence tells behind a truce, or since one: that of a clause of time, or of a date that is
    counted from the truce («بعد أربعة أيام على بدء الهدنة»)."""
    words, first = sentence.words, clause.first
    if clause.relation == "time" and (words.texts[first] in SINCE or words.is_a("after", first)):
        return first
    counted = [at for at, _ in sentence.dates if max(truce.first - _COUNTED_REACH, first + 1) <= at < truce.first]
    return next((at for at in counted if words.is_a("after", at)), None)


def is_of_fighting(sentence: Sentence, resumption: Cue) -> bool:
    """True in «استئناف القصف», "the resumption of operations", of fighting that is taken up again; not in "resumed talks"."""
    behind = resumption.last + 1
    if sentence.cues.starting(CueKind.MEETING, behind):  # "resumed talks with rebels"
        return False
    operations = behind < len(sentence.words) and sentence.words.is_a("operations", behind)
    if resumption.value or operations:  # «جرى استئنافها»
        return True
    first, last = resumption.first - _RESUMED_REACH, resumption.last + _RESUMED_REACH
    return bool(sentence.cues.within(max(first, sentence.first), min(last, sentence.last), CueKind.CONFLICT))
