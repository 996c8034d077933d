"""Accord: an agreement that a text nowhere calls a truce, and that fighting breaks, or that falls apart among attacks: it is
one."""

from __future__ import annotations

from collections.abc import Sequence

from geo.claim.record import Claim
from geo.cue import Cue, CueKind
from geo.status.breach import hit_places
from geo.syntax.sentence import Sentence

_WITH = ("with", "مع")
_WITH_REACH = 2  # words from "with" to the side, from "ended" to the war
_NO_TRUCE = (CueKind.EXCHANGE, CueKind.OTHER_AGREEMENT, CueKind.FIGURATIVE, CueKind.IMPLEMENTING)


def breaks_accord(told: Sequence[Sentence], claim: Claim) -> bool:
    """ "Shelling killed two in Homs despite a deal with the rebels", «… رغم الاتفاق الذي أنهى الحرب»: an accord of those who
    fight that they fight in spite of; also «قصف على تلبيسة. وقالوا إن النظام خرق الاتفاق», where the claim gets its place."""
    accord, status = claim.truce, claim.status
    if accord is None or accord.kind is not CueKind.AGREEMENT or status is None or claim.negated:
        return False
    if status.value not in ("violated", "ended"):
        return False
    sentence = next(s for s in told if s.number == claim.clause.sentence)
    kinds = sentence.cues.within(sentence.first, sentence.last, *_NO_TRUCE)
    if kinds or sentence.words.of_class("of_another_accord", sentence.first, sentence.last):
        return False
    if status.value == "ended":
        return _falls_apart(sentence, claim, accord, status)
    if claim.in_spite and claim.areas:
        return _is_with_side(sentence, accord) or _ended_war(sentence, accord)
    fought = claim.told_as_fact and bool(sentence.cues_in(claim.clause, CueKind.CONFLICT))
    before = next((s for s in told if s.number == sentence.number - 1), None)
    if claim.areas or not fought or before is None or sentence.places:
        return False
    hit = hit_places(before)
    claim.coverage.items, claim.coverage.fought = [hit] if hit else [], True
    return bool(hit)


def _falls_apart(sentence: Sentence, claim: Claim, accord: Cue, status: Cue) -> bool:
    """«انهار الاتفاق في درعا البلد», "the deal in Tafas collapsed" in a text of attacks: a known accord in a part of a country,
    of which the sentence names no other matter."""
    words, gazetteer = sentence.words, sentence.read.gazetteer
    attacked = any(cue.value == "attack" for cue in sentence.read.cues.of(CueKind.CONFLICT))
    falls = any(words.is_a("accord_falls", i, status.offset if i == status.first else 0) for i in (status.first, status.last))
    known = words.texts[accord.first].startswith("ال") or "the" in words.texts[max(accord.first - 1, 0) : accord.last + 1]
    if not (attacked and falls and known and claim.told_as_fact):
        return False
    about = [cue for cue in sentence.cues_in(claim.clause, CueKind.ABOUT) if words.is_a("about_whom", cue.first)]
    parts = [r.area is not None and not gazetteer.is_country(r.area) for r in claim.areas]
    return bool(parts) and all(parts) and not about


def _is_with_side(sentence: Sentence, accord: Cue) -> bool:
    """ "A deal with Hezbollah": one with somebody who fights."""
    beside, side = accord.last + 1, (CueKind.CONFLICT, CueKind.GROUP)
    if beside >= sentence.last or sentence.words.texts[beside] not in _WITH:
        return False
    return bool(sentence.cues.within(beside + 1, min(beside + _WITH_REACH, sentence.last), *side))


def _ended_war(sentence: Sentence, accord: Cue) -> bool:
    """ "The agreement that ended the war": one of which a relative clause says that it ended the fighting."""
    behind = next((c for c in sentence.clauses if c.first == accord.last + 1 and sentence.words.is_a("that", c.first)), None)
    if behind is None:
        return False
    over = [cue for cue in sentence.cues_in(behind, CueKind.STATUS, CueKind.CESSATION) if cue.first <= behind.first + 1]
    return bool(over) and any(0 < cue.first - over[0].last <= _WITH_REACH for cue in sentence.cues_in(behind, CueKind.CONFLICT))
