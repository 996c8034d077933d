"""Outcome: what became of a truce that was open when its name was said, told behind it."""

from __future__ import annotations

from collections.abc import Sequence

from geo.cue import Cue, CueKind
from geo.status.anaphora import takes_up
from geo.status.talks import TALK
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence

REACHED = ("agreed", "announced")
OPEN = (*TALK, *REACHED, "in_force", "begun")  # what may have become of such a truce is told behind it
FARES = ("in_force", "begun", "violated", "ended", "extended", "suspended")
_WITH_THE = "ب"
_IN, _BE = "in", "be"
_TURNED = ("ended", "suspended", "extended")
_STANDING = ("in_force", "begun")
_LIMITS = (CueKind.NEGATION, CueKind.PROSPECT, CueKind.EXCLUSION, CueKind.MODALITY, CueKind.TRUCE)
_RELATIVE = ("that", "which")
_AMID_REACH = 3  # words from "amid" to "violations": "amid reports of"
_RELATIVE_REACH = 5  # words from "that" to its verb: "that had already begun", "that had been due to start"


def outcome(sentence: Sentence, found: Sequence[Cue], truce: Cue) -> Cue | None:
    """«قابلوا عرض الهدنة بالرفض», «اقترح هدنة رفضها الجيش», «اتفقوا على هدنة، ولا تزال صامدة»: what became of a truce is told
    behind its name."""
    texts = sentence.words.texts
    later = [cue for cue in found[1:] if cue.first > truce.last]
    behind = [cue for cue in later if not sentence.words.is_english(cue.first)]
    refused = [c for c in behind if c.value == "rejected" and found[0].value in TALK and texts[c.first].startswith(_WITH_THE)]
    refused += [c for c in later if c.value == "rejected" and found[0].value in TALK and _is_turned_down(sentence, c)]
    told = next((c for c in found if c.value not in OPEN), None)  # «أعلنوا إنهاء الهدنة واتهموه بخرقها»
    news = (*FARES, "agreed", "rejected") if found[0].value in (*TALK, *REACHED) else ("violated", "ended", "suspended")
    taken_up = [c for c in later if c.value in news and takes_up(sentence, c)]
    taken_up = [c for c in taken_up if told is None or told in taken_up]
    going_on = [
        c for c in behind
        if found[0].value not in TALK and c.value in FARES and c.value != "violated" and sentence.comma_between(truce, c)
        and any("و" in cue.prefixes for cue in (c, sentence.cues.ending(CueKind.CONTINUATION, c.first - 1)) if cue)
    ]  # fmt: skip
    put_off = later if _is_start(sentence, found[0]) and all(c.value == "suspended" for c in later) else []
    passive = [c for c in put_off if any(sentence.words.is_a("passive", i) for i in (c.first - 1, c.first))]
    put_off = [c for c in put_off if not sentence.words.is_english(c.first) or c in passive]
    broken = [c for c in later if found[0].value in _STANDING and _tells_of_breaches(sentence, truce, c)]
    return next(iter((*refused, *put_off[:1], *taken_up[-1:], *going_on[-1:], *broken[:1])), None)


def _tells_of_breaches(sentence: Sentence, truce: Cue, cue: Cue) -> bool:
    """«مع دخول الهدنة حيز التنفيذ سجلت خروقات», "took effect amid violations": breaches, neither denied nor feared, behind its
    start."""
    words = sentence.words
    told = cue.value == "violated" and words.is_a("breaches", cue.last, cue.offset)
    if words.is_english(cue.first):
        before = range(max(cue.first - _AMID_REACH, truce.last + 1), cue.first)
        told = words.is_a("violations", cue.last) and any(words.is_a("amid", i) for i in before)
        told = told and not any(words.is_a("fewer", i) for i in before)
    return told and not sentence.cues.within(truce.last + 1, cue.first - 1, *_LIMITS)


def _is_start(sentence: Sentence, status: Cue) -> bool:
    """ "The start of the truce in Idlib was postponed", «قال إن بدء الهدنة تأجل»: a start that what follows is said of."""
    words, first = sentence.words, status.first
    first -= first > sentence.first and words.texts[first - 1] == "the"
    opens = first == sentence.first or words.is_a("reports", first - 1)
    return opens and words.is_a("beginning", status.first, status.offset)


def _is_turned_down(sentence: Sentence, refusal: Cue) -> bool:
    """ "Calls for a truce fell on deaf ears", "the proposed truce is unacceptable", "an offer rejected by rebels", «طلب الهدنة
    قوبل بالرفض»: in words that say it of what stands before."""
    by = sentence.words.texts[refusal.last + 1 : refusal.last + 2] == ("by",)
    return refusal.last > refusal.first or by


def behind_state(sentence: Sentence, clause: Clause, told: Sequence[Cue], truce: Cue | None) -> list[Cue]:
    """ "A ceasefire in place since March collapsed", "the truce that began on Monday collapsed on Friday", «هدنة سارية منذ آذار
    انهارت»: the main verb behind words that only say of which truce it is told; [] where there is none."""
    state, texts = told[0], sentence.words.texts
    if state.value not in _STANDING or truce is None:
        return []
    beside, english = state.first == truce.last + 1, sentence.words.is_english(state.first)
    if english:
        phrase = beside and texts[state.first] == _IN
        relative = clause.opener is not None and texts[clause.first] in _RELATIVE and truce.last < clause.first
        if not phrase and not (relative and state.first <= clause.first + _RELATIVE_REACH):
            return []
    elif not beside:
        return []
    later = [cue for cue in told[1:] if cue.value in (FARES if english else _TURNED) and cue.first > state.last]
    return [cue for cue in later if _is_finite(sentence, cue) and "," not in sentence.gap(state.last, cue.first)]


def _is_finite(sentence: Sentence, verb: Cue) -> bool:
    """True for a verb with a person and a tense: no noun, no "to extend", no "ending" but "is ending"; nor for "ended the
    fighting"."""
    words, first = sentence.words, verb.first
    if verb.value in _STANDING and not words.is_a("keeps", verb.last):
        return False
    if not words.is_english(first):
        return not words.texts[first].startswith(("ال", "ت", "ا")) or words.texts[first].endswith("ت")
    before = first - 1 - (words.texts[first - 1] == _BE)
    auxiliary = words.is_a("passive", before) or words.is_a("auxiliary", before)
    participle = words.texts[first].endswith("ing") and not auxiliary
    return not participle and words.texts[before] != "to" and not words.is_a("article", before)
