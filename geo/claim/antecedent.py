"""Antecedents: the truce that a clause speaks of, which the clause before it names."""

from __future__ import annotations

from collections.abc import Sequence

from geo.claim.record import NEARBY_SENTENCES, Claim
from geo.cue import Cue, CueKind
from geo.status.finding import find_status, hangs_on_truce
from geo.status.naming import antecedent
from geo.status.outcome import FARES, REACHED
from geo.syntax.clause import Clause, is_attribute
from geo.syntax.read_text import ReadText
from geo.syntax.sentence import Sentence

_THAT = "that"
_THAT_REACH = 5  # words from "that" to its verb: "that had been due to start"


def left_without_verb(sentence: Sentence, number: int) -> Cue | None:
    """«The truce, which began on Friday, is holding in Homs», "a truce | is due to start in Homs": the truce that the clause
    before leaves without a verb is what the clause behind it, or behind a relative one, speaks of. An Arabic clause has its
    noun first behind «أن» alone («إن الهدنة في حلب، التي أعلنت أمس، انهارت»)."""
    clause = sentence.clauses[number]
    back = {"": 2, "possibility": 1}.get(clause.relation)
    if back is None or number < back:
        return None
    bare, relative = sentence.clauses[number - back], sentence.clauses[number - 1]
    anew = any(cue.first == clause.first and cue.prefixes[:1] == ("و",) for cue in sentence.cues_in(clause, CueKind.STATUS))
    arabic = not sentence.words.is_english(clause.first)
    if arabic and (bare.relation != "complement" or back == 1 or anew):
        return None
    said = sentence.cues_in(bare, CueKind.STATUS, CueKind.COVERAGE, CueKind.SPEECH)
    said = said if arabic else [cue for cue in said if not is_attribute(sentence.words, sentence.cues, cue)]
    if (back == 2 and relative.relation not in ("relative", "where")) or said:
        return None
    truces = sentence.cues_in(bare, CueKind.TRUCE, CueKind.AGREEMENT)
    return truces[0] if truces else None


def told_of(sentence: Sentence, clause: Clause) -> Cue | None:
    """In "the truce, which ran out at dawn, …", "a ceasefire that took effect in May", «الهدنة التي أعلنت أمس انهارت» the
    relative clause says how the truce stands."""
    texts, first = sentence.words.texts, clause.first
    if not sentence.words.is_english(first) and clause.relation == "relative":
        return _named_before(sentence, first - 1) if _fares(sentence, clause) else None
    if not sentence.words.is_english(first) or (texts[first] != _THAT and clause.relation != "relative"):
        return None
    fares = [cue for cue in sentence.cues_in(clause, CueKind.STATUS) if cue.value in FARES]
    if texts[first] == _THAT and fares and fares[0].first <= first + _THAT_REACH:
        return _named_before(sentence, first - 1) or antecedent(sentence, clause)
    return antecedent(sentence, clause) if fares else None


def _named_before(sentence: Sentence, word: int) -> Cue | None:
    """«الهدنة (التي …)», «هدنة الرستن (التي …)», "a truce in Tafas (that …)": the truce that ends with a word, or the place
    behind it does."""
    place = next((r for r in sentence.places if r.mention.last == word), None)
    word = sentence.edge(place, sentence.first) - 1 if place else word
    english = sentence.words.is_english(word)
    if place and (preposition := sentence.preposition(word)):
        word = preposition.first - 1
    kinds = (CueKind.TRUCE, CueKind.AGREEMENT) if english else (CueKind.TRUCE,)
    return next((cue for kind in kinds if (cue := sentence.cues.ending(kind, word))), None)


def _fares(sentence: Sentence, clause: Clause) -> bool:
    """«الهدنة التي أعلنت أمس انهارت»: behind what the relative clause says stands the main verb."""
    told = sentence.cues_in(clause, CueKind.STATUS)
    known = bool(told) and (told[0].value in REACHED or told[0].first > clause.first + 1)  # not «الذي انهار …»
    if not known or not hangs_on_truce(sentence, clause):
        return False
    status = find_status(sentence, clause)
    return status is not None and status.value in FARES


def tells_of_denied(claim: Claim, claims: Sequence[Claim]) -> bool:
    """«نفى المتحدث أنباء عن هدنة في دوما. وتوقف القصف»: what a clause without a truce and a place tells is nothing where the
    truce named last is one whose report somebody denied."""
    if claim.areas or _names_own(claim):
        return False
    before = [other for other in claims if other.clause.first < claim.clause.first and _names_own(other)]
    return bool(before) and before[-1].modality == "denied"


def reject_baseless(claims: Sequence[Claim], read: ReadText) -> None:
    """«الأنباء عن هدنة في دوما عارية عن الصحة», "reports of a truce were untrue": of a truce that is called made up it is told
    that there is none, and not only that somebody denies it."""
    for claim in claims:
        denials = read.cues.within(claim.clause.first, claim.clause.last, CueKind.DENIAL)
        baseless = [cue for cue in denials if cue.value == "baseless"]
        if claim.modality == "denied" and baseless and _names_own(claim):
            claim.status = baseless[0]._replace(kind=CueKind.STATUS, value="rejected")
            claim.own_status, claim.negated, claim.modality = True, False, "reported"


def leave_to_town(claims: Sequence[Claim], read: ReadText) -> None:
    """«هدنة في صعدة … اتفق الجيش والحوثيون على وقف النار»: takes the country that follows from the name of a group alone from a
    claim, where the truce that was named last, shortly before, was placed in a part of that country."""
    groups = set(read.cues.firsts(CueKind.GROUP))
    for i, claim in enumerate(claims):
        by_group = bool(claim.areas) and all(r.mention.first in groups and not r.candidates for r in claim.areas)
        before = next((c for c in reversed(claims[:i]) if c.areas), None) if by_group else None
        if before and 0 < claim.clause.sentence - before.clause.sentence <= NEARBY_SENTENCES and _says_town(before, read):
            inside = [
                read.gazetteer.lies_in(r.area, claim.areas[0].area) for r in before.areas if r.area and claim.areas[0].area
            ]
            claim.coverage.items = [] if all(inside) else claim.coverage.items


def leave_to_home(claims: Sequence[Claim], read: ReadText) -> None:
    """«اتفاق بين الزعيمين في إثيوبيا»: takes the place of a claim that only names an accord, if it is another country than
    that of the truce that was named before: they agreed there."""
    for i, claim in enumerate(claims):
        named = claim.truce is not None and claim.truce.kind is CueKind.AGREEMENT and claim.status is None
        abroad = (
            named and bool(claim.areas) and all(read.gazetteer.is_country(r.area) and read.is_abroad(r) for r in claim.areas)
        )
        if abroad and any(c.areas and not any(map(read.is_abroad, c.areas)) for c in claims[:i]):
            claim.coverage.items = []


def _says_town(claim: Claim, read: ReadText) -> bool:
    """True for a claim that itself says where its truce is, and that it is no whole country."""
    found = claim.coverage.fought or claim.coverage.guessed or claim.in_spite
    return _names_own(claim) and not found and not any(read.gazetteer.is_country(r.area) for r in claim.areas)


def _names_own(claim: Claim) -> bool:
    return claim.truce is not None and claim.clause.first <= claim.truce.first <= claim.clause.last
