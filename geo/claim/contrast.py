"""Contrast: how a truce fares in a further place, in a clause that does not name it again («… في دوما في حين انهارت في
القابون»)."""

from __future__ import annotations

from collections.abc import Sequence

from geo.claim.record import Claim
from geo.coverage.container import without_containers
from geo.coverage.elsewhere import placed_behind
from geo.coverage.listing import with_added
from geo.coverage.placement import before_phrase, is_gone_to
from geo.cue import CueKind
from geo.status.anaphora import takes_up
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution

_SIDE_REACH = 2  # words from those who agree or refuse to the preposition of where they stand
_THOSE = "those"
_THEIR = "their"
_SAYING = (CueKind.STATUS, CueKind.TRUCE, CueKind.AGREEMENT, CueKind.SPEECH, CueKind.CONFLICT, CueKind.COVERAGE)
_ANSWERS = ("agreed", "rejected", "in_force", "violated")


def tell_places_apart(sentence: Sentence, found: Sequence[Claim], before: Sequence[Claim]) -> None:
    """ "A truce held in Douma but collapsed in Qaboun", "rebels in Rastan accepted it, those in Talbiseh refused": gives a
    claim that goes on with the truce of one before it the place of its own clause, where that lies apart from those of the ones
    before, in the same sentence or in the last."""
    last = [claim for claim in before if claim.clause.sentence == sentence.number - 1]
    for i, claim in enumerate(found):
        told = found[:i] or last
        others = [r for c in told for r in c.areas]
        if not others or not _goes_on(claim):
            continue
        places = _places(sentence, claim.clause.first, claim.clause.last)
        said = _opens_with(sentence, claim) or _stand_in(sentence, claim, told, places)
        said = said or _owned_in(sentence, claim, places)
        if not said and claim.status and found[:i] and (_is_taken_up(sentence, claim) or _failed_talks(sentence, claim)):
            said = placed_behind(sentence, claim.status, places)
        if said and all(_is_apart(sentence, r, other) for r in said for other in others):
            claim.coverage.items = [said]


def _goes_on(claim: Claim) -> bool:
    """True for a claim without places that says how a truce stands, or what is answered to it."""
    placed = claim.areas or claim.coverage.excluded
    return claim.own_status and not (placed or claim.in_spite or claim.under_agreement)


def _is_taken_up(sentence: Sentence, claim: Claim) -> bool:
    """True for a status of a truce that is named before its clause."""
    if claim.truce:
        return claim.truce.first < claim.clause.first
    return claim.status is not None and claim.status.value in _ANSWERS and takes_up(sentence, claim.status)


def _failed_talks(sentence: Sentence, claim: Claim) -> bool:
    """«بينما انهارت المفاوضات في الوعر», "while talks collapsed in Waer"."""
    status = claim.status
    failed = status is not None and status.value == "rejected" and claim.clause.relation == "contrast"
    return failed and bool(sentence.cues_in(claim.clause, CueKind.MEETING)) and claim.truce is None


def _opens_with(sentence: Sentence, claim: Claim) -> list[Resolution]:
    """«أما في القابون فانهارت», "while in Aleppo it collapsed", "but in Zabadani a ceasefire took hold": where the clause, or
    what stands alone before it, begins by saying that it is so."""
    status, clause = claim.status, claim.clause
    if status is None or not (claim.truce or takes_up(sentence, status)):
        return []
    first = _start(sentence, clause)
    places = _places(sentence, first, status.first - 1)
    for resolution in places[:1]:
        edge = sentence.edge(resolution, first)
        prepositions = [p for word in before_phrase(sentence, edge, first) if (p := sentence.preposition(word))]
        opens = any(p.value == "in" and p.first == first for p in prepositions)
        if opens or ("ب" in resolution.mention.prefixes and edge == first):
            return with_added(sentence, resolution, places)
    return []


def _start(sentence: Sentence, clause: Clause) -> int:
    """The first word of a clause behind what opens it; of the one before, where that says nothing («أما في تلبيسة | فرفضتها»,
    "in Talbiseh, | however, it …")."""
    before = next((c for c in sentence.clauses if c.last + 1 == clause.first), None)
    if before and before.relation in ("", "contrast") and not sentence.cues_in(before, *_SAYING):
        clause = before
    return clause.opener.last + 1 if clause.opener else clause.first


def _places(sentence: Sentence, first: int, last: int) -> list[Resolution]:
    """The places in the words [first, last] of a sentence that the country of the text holds."""
    named = [r for r in sentence.places if first <= r.mention.first and r.mention.last <= last]
    return [
        r for r in without_containers(sentence, named)
        if not sentence.read.is_abroad(r) and not is_gone_to(sentence, r)
    ]  # fmt: skip


def _stand_in(
    sentence: Sentence, claim: Claim, before: Sequence[Claim], places: Sequence[Resolution]
) -> list[Resolution]:  # fmt: skip
    """«قبلت فصائل الرستن الهدنة، بينما رفضتها فصائل تلبيسة», "those in Talbiseh refused": where those stand who answer
    otherwise than the ones before, who are told of in the same way."""
    if not any(_stands(sentence, c, r) for c in before for r in c.areas[:1]):
        return []
    return next((with_added(sentence, r, places) for r in places[:1] if _stands(sentence, claim, r)), [])


def _owned_in(sentence: Sentence, claim: Claim, places: Sequence[Resolution]) -> list[Resolution]:
    """ "Rebels in Quneitra said their truce was over": where those stand whose truce it is. English only."""
    owned = (
        claim.truce is not None and claim.truce.first > sentence.first and sentence.words.texts[claim.truce.first - 1] == _THEIR
    )
    before = [r for r in places if claim.truce and r.mention.last < claim.truce.first]
    return with_added(sentence, before[-1], before) if owned and before and _stand_at(sentence, claim, before[-1]) else []


def _stands(sentence: Sentence, claim: Claim, resolution: Resolution) -> bool:
    """True for the place of those who answer: «فصائل تلبيسة», "rebels in Talbiseh"."""
    sentence, status = Sentence(sentence.read, claim.clause.sentence, continues=False), claim.status
    return status is not None and status.value in _ANSWERS and _stand_at(sentence, claim, resolution)


def _stand_at(sentence: Sentence, claim: Claim, resolution: Resolution) -> bool:
    edge = sentence.edge(resolution, claim.clause.first)
    preposition = sentence.preposition(edge - 1)
    if preposition and preposition.value != "in":
        return False  # "fighters who go to Idlib"
    last = preposition.first - 1 if preposition else edge - 1
    reach = max(claim.clause.first, last - _SIDE_REACH) if preposition else last
    sides = sentence.cues.within(reach, last, CueKind.CONFLICT, CueKind.OFFICE)
    people = (i for i in range(reach, last + 1) if sentence.words.is_a("local_side", i))
    return bool(sides) or sentence.words.texts[last] == _THOSE or next(people, None) is not None


def _is_apart(sentence: Sentence, one: Resolution, other: Resolution) -> bool:
    lies_in, areas = sentence.read.gazetteer.lies_in, (one.area, other.area)
    return all(areas) and not any(a and b and lies_in(a, b) for a, b in (areas, areas[::-1]))
