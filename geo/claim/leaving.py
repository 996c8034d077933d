"""Leaving: what the sentences before say of the place of an accord under which somebody leaves, or shall leave."""

from __future__ import annotations

from collections.abc import Sequence

from geo.claim.record import Claim
from geo.coverage import Coverage
from geo.coverage.evacuation import evacuates
from geo.coverage.listing import with_added
from geo.cue import Cue, CueKind
from geo.gazetteer import Kind
from geo.status.scene import lies_inside
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution

_FROM_REACH = 2  # words between those who left and "from": "people displaced from"
_FROM = "من"
_BACK = 2  # sentences from an accord back to those who left, or from its term to the fighting
_NEAR = 2  # sentences behind a departure that tell what is left
_EMPTY_REACH = 2  # words from «باتت» to «خالية»
_MOVES = (CueKind.EVACUATION, CueKind.DEPLOYMENT)


def place_departures(told: Sequence[Sentence], claims: Sequence[Claim]) -> None:
    """«وصلت دفعة من مهجري عربين وزملكا. ويأتي خروجهم ضمن اتفاق», "People displaced from Arbin arrived in Idlib. They left under
    a deal": gives the accord the places that those who left it are from."""
    for claim in claims:
        number = claim.clause.sentence
        left = claim.under_agreement and told[number].cues_in(claim.clause, CueKind.EVACUATION)
        if left and not claim.areas and not told[number].places:
            before = reversed(told[max(number - _BACK, 0) : number])
            homes = next((found for sentence in before if (found := _homes_of_leavers(sentence))), [])
            claim.coverage.items = [homes] if homes else []


def complete_departures(told: Sequence[Sentence], claims: Sequence[Claim]) -> list[Claim]:
    """«خرجت الحافلات من الفوعة وكفريا بموجب اتفاق. … البلدتين باتتا خاليتين تماما»: the claims that an accord under which all
    have left a town has run its course. Arabic only."""
    found: list[Claim] = []
    for claim in claims:
        number, areas = claim.clause.sentence, claim.areas
        for sentence in told[number : number + 1 + _NEAR] if claim.evacuated and areas and claim.told_as_fact else ():
            empty = _emptied(sentence)
            clause = sentence.clause_at(empty.first) if empty else None
            if empty and clause and all(lies_inside(sentence, r, areas) for r in sentence.places_in(clause)):
                found.append(Claim(
                    clause=clause, first=empty.first, last=empty.last, coverage=Coverage(items=claim.coverage.items),
                    truce=None, type=claim.type, status=empty, own_status=True,
                ))  # fmt: skip
                break
    return found


def _emptied(sentence: Sentence) -> Cue | None:
    """The words that tell that a town has become empty, of all or of fighters: «باتت خالية», «أصبح الحي خاليا من السلاح»."""
    words, last = sentence.words, sentence.last
    for word in range(sentence.first, last):
        reach = range(word + 1, min(word + 1 + _EMPTY_REACH, last) + 1)
        empty = next((i for i in reach if words.is_a("has_become", word) and words.is_a("empty", i)), None)
        if empty is None or sentence.cues_in(sentence.clause_at(word), CueKind.MODALITY, CueKind.NEGATION):
            continue
        behind = range(empty + 1, min(empty + 1 + _EMPTY_REACH, last) + 1)
        of_fighters = sentence.cues.any_within(behind.start, behind.stop - 1, (CueKind.EVACUEES,))
        of_fighters = of_fighters or any(words.is_a("arms", i) for i in range(empty, behind.stop))
        if of_fighters or empty == last or words.texts[empty + 1] != _FROM:
            return Cue(CueKind.STATUS, "ended", word, empty, (), 0)
    return None


def widen_terms(told: Sequence[Sentence], claims: Sequence[Claim]) -> None:
    """«اشتباكات في وادي بردى. … وكان الاتفاق يقضي بانسحاب القوات من بسيمة»: where an army shall withdraw from is a part of the
    area that the text has told of fighting in just before, and that area is the accord's."""
    for claim in claims:
        sentence, number = told[claim.clause.sentence], claim.clause.sentence
        leaving = sentence.cues.within(claim.clause.first, sentence.last, CueKind.EVACUATION)
        withdrawn = [cue.first for cue in leaving if cue.value == "withdraws" and not evacuates(sentence.read, cue)]
        if withdrawn and claim.areas and min(r.mention.first for r in claim.areas) > withdrawn[0]:
            before = reversed(told[max(number - _BACK, 0) : number])
            wider = next((r for one in before if (r := _fought_around(one, claim.areas))), None)
            claim.coverage.items = [[wider]] if wider else claim.coverage.items


def _fought_around(sentence: Sentence, places: Sequence[Resolution]) -> Resolution | None:
    """The first place, smaller than a country, that a sentence of fighting names and in which some places lie."""
    gazetteer = sentence.read.gazetteer
    if not sentence.cues.any_within(sentence.first, sentence.last, (CueKind.CONFLICT,)):
        return None
    for around in sentence.places:
        area = around.area
        inside = area is not None and all(r.area and r.area != area and gazetteer.lies_in(r.area, area) for r in places)
        if area and inside and gazetteer.places[area.place].kind is not Kind.COUNTRY:
            return around
    return None


def _homes_of_leavers(sentence: Sentence) -> list[Resolution]:
    """The places of which a sentence that tells of a journey says that those who made it are from them."""
    moved = sentence.cues.any_within(sentence.first, sentence.last, _MOVES)
    moved = moved or bool(sentence.words.of_class("arrives", sentence.first, sentence.last))
    homes = (r for r in sentence.places if moved and not sentence.read.is_abroad(r) and _is_home(sentence, r))
    return next((with_added(sentence, r, sentence.places) for r in homes), [])


def _is_home(sentence: Sentence, place: Resolution) -> bool:
    """«مهجري عربين», «مقاتلي حي القدم», "rebels from Qadam"."""
    edge = sentence.edge(place, sentence.first)
    preposition = sentence.preposition(edge - 1)
    before = range(edge - 1, edge)
    if preposition is not None:
        before = range(max(preposition.first - 1 - _FROM_REACH, sentence.first), preposition.first)
    people = any(sentence.cues.ending(CueKind.EVACUEES, i) or sentence.words.is_a("taken_out", i) for i in before)
    people = people or (preposition is not None and any(sentence.words.texts[i].isdigit() for i in before))  # «6749 شخصا من»
    return people and (preposition is None or preposition.value == "from")
