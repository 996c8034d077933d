"""Departures in English: a noun for leaving beside those who leave, those who shall leave, are brought out or arrive."""

from __future__ import annotations

from geo.cue.departure import (
    ANSWERS,
    EVACUEES_REACH,
    LEFT_REACH,
    SUBJECT_REACH,
    as_evacuation,
    is_another,
    is_before_court,
    is_own_answer,
)
from geo.cue.hits import Hits
from geo.cue.record import CueKind, CueWord, Hit
from geo.text.phrase import Words, Written

_DEALS = (CueKind.TRUCE, CueKind.AGREEMENT, CueKind.EXCHANGE)
_FARES = ("suspended", "completed")
_SPOKEN_OF = ("agreed", "rejected", "negotiating")
_BROUGHT_REACH = 7  # words from "bring" to "out of"
_LEAVERS_REACH = 18  # words from what is said of it to "to leave"
_LEAVERS_NEAR = 3  # words from those who shall leave to "to leave"
_FROM_REACH = 4  # words from those who left to "from": "fighters and their families from"
_OF_REBELS_REACH = 3  # words from "evacuation" to "rebel": "of the rebel districts"
_PART_REACH = 3  # words from "is part of" to the accord
_TWO_REACH = 5  # words from "to" to "and leave": "lay down their arms"
_TALKED_REACH = 6  # words from "to leave" to "have been discussed"
_HANDED_REACH = 2  # words from "hand over" to "weapons"


def english_evacuations(words: Words, hits: Hits) -> list[Hit]:
    """ "The evacuation of Daraya was completed when the last fighters boarded buses", "the withdrawal of militants was
    suspended": a noun for leaving beside those who leave, under a deal or on buses of which the sentence tells; of armed men
    also where it is told of as an evacuation, as suspended or taken up again; an evacuation by itself in a text of rebels or a
    siege and a deal ("the evacuation of Daraya was put on hold", "came to an end"). No army's retreat, no transfer of power."""
    nouns = [hit for hit in hits.of(CueKind.EVACUATION) if words.is_a("leaving", hit.first)]
    if not nouns or not hits.of(CueKind.CONFLICT):
        return []
    evacuation, taken = _Evacuation(words, hits), hits.in_truces()
    return [as_evacuation(hit) for hit in nouns if hit.first not in taken and evacuation.is_told_of(hit)]


class _Evacuation:
    """What the sentences of a text tell of deals, buses, and how an evacuation goes on; each by the number of its sentence."""

    def __init__(self, words: Words, hits: Hits) -> None:
        self._words, self._hits = words, hits
        self._deals = hits.sentences(*_DEALS)
        self._buses = hits.sentences(CueKind.DEPLOYMENT, values=("evacuees",))
        stalled = {words.sentences[i] for i in hits.firsts(CueKind.STATUS) if words.is_a("stalls", i)}
        self._goes_on = hits.sentences(CueKind.STATUS, values=_FARES) | hits.sentences(CueKind.RESUMPTION) | stalled
        self._begun = hits.sentences(CueKind.STATUS, values=("begun",))
        self._over = hits.sentences(CueKind.STATUS, values=("ended",)) - self._deals
        self._spoken_of = hits.sentences(CueKind.STATUS, values=_SPOKEN_OF)
        self._left = hits.sentences(CueKind.EVACUATION, values=("leaves",))
        self._armed = hits.firsts(CueKind.EVACUEES)
        self._is_besieged = bool(self._armed or words.of_class("under_siege", 0, len(words) - 1))
        self._halts = set(hits.lasts(CueKind.CESSATION))

    def is_told_of(self, hit: Hit) -> bool:
        """True for a noun for leaving that names an evacuation under an accord."""
        words, number = self._words, self._words.sentences[hit.first]
        start, end = words.sentence(number)
        halted = hit.first > start and hit.first - 1 in self._halts  # "the army stopped transfers"
        if halted or any(words.is_a("other_leaving", i) for i in range(hit.first, min(end, hit.last + LEFT_REACH) + 1)):
            return False
        near = range(max(start, hit.first - SUBJECT_REACH), min(end, hit.last + EVACUEES_REACH) + 1)
        fighters = self._is_of_fighters(hit, near)
        if (number in self._buses or number in self._deals) and (fighters or any(words.is_a("taken_out", i) for i in near)):
            return True
        is_evacuation = words.is_a("evacuation", hit.first)
        if fighters and (number in self._goes_on or is_evacuation):
            return True
        return is_evacuation and self._is_told_by_itself(number)

    def _is_of_fighters(self, hit: Hit, near: range) -> bool:
        """ "The evacuation of rebel-held Homs", "… was completed when the last rebels left": armed men beside the noun; under a
        deal or on buses, or as the evacuation goes on, anywhere in its sentence or text."""
        words, number, armed = self._words, self._words.sentences[hit.first], self._armed
        start, end = words.sentence(number)
        of_rebels = (hit.first - 1, *range(hit.last + 1, min(hit.last + _OF_REBELS_REACH, end) + 1))
        if any(i in near for i in armed) or any(i >= start and words.is_a("of_fighters", i) for i in of_rebels):
            return True
        if armed and number in self._left and number in self._goes_on and words.is_a("evacuation", hit.first):
            return True
        return (number in self._buses or number in self._deals) and any(start <= i <= end for i in armed)

    def _is_told_by_itself(self, number: int) -> bool:
        """An evacuation of which the sentence says how it goes on, in a text of rebels or a siege and of a deal."""
        part = self._is_part_of_deal(number)
        spoken = number in self._goes_on or number in self._spoken_of or (part and number in self._begun)
        return (spoken or number in self._over) and (part or (self._is_besieged and bool(self._deals or self._buses)))

    def _is_part_of_deal(self, number: int) -> bool:
        """ "(The evacuation of Foua resumed.) The exchange is part of an agreement struck last month": what the next sentence
        puts the evacuation under."""
        deals = [i for i in self._hits.firsts(CueKind.AGREEMENT) if self._words.sentences[i] == number + 1]
        under = self._hits.lasts(CueKind.IMPLEMENTING) if deals else ()
        return any(0 < deal - last <= _PART_REACH for deal in deals for last in under)


def brought_out(words: Words, hits: Hits) -> list[Hit]:
    """ "A deal to bring rebels and civilians out of Daraya": words for leaving whose verb stands before those who leave."""
    people = set(hits.firsts(CueKind.EVACUEES))
    found: list[Hit] = []
    for of in (i for i in range(2, len(words)) if words.texts[i] == "of" and words.texts[i - 1] == "out"):
        before = range(max(of - 2 - _BROUGHT_REACH, 0), of - 1)
        verb = next((i for i in before if words.is_a("brings_out", i)), None)
        led = verb is not None and any(i in people or words.is_a("taken_out", i) for i in range(verb + 1, of - 1))
        if led and verb is not None and all(map(words.joined, range(verb, of))):
            found.append(_leaves(of - 1, of, "out of"))
    return found


def arrivals(words: Words, hits: Hits) -> list[Hit]:
    """ "Fighters from Douma arrived in Jarablus under a deal": the word before what those have left who arrive elsewhere under
    an accord."""
    people = hits.lasts(CueKind.EVACUEES)
    deals = hits.sentences(*_DEALS) if people else set()
    found: list[Hit] = []
    for hit in hits.of(CueKind.LOCATIVE, values=("from",)) if deals else ():
        number = words.sentences[hit.first]
        start, end = words.sentence(number)
        if not hit.is_english or number not in deals:
            continue
        beside = any(start <= i and 0 < hit.first - i <= _FROM_REACH for i in people)
        if beside and any(words.is_a("arrives", i) for i in range(hit.first + 1, end + 1)):
            found.append(_leaves(hit.first, hit.last, "from"))
    return found


def _leaves(first: int, last: int, text: str) -> Hit:
    word = CueWord(text=text, language="en", kind=CueKind.EVACUATION, value="leaves")
    return Hit(first, last, Written((), 0, ()), word)


def talked_of_departures(words: Words, hits: Hits) -> list[Hit]:
    """ "Plans for rebels to leave Madaya have been discussed", "rebels agreed on Monday to leave", "a deal to bring them out":
    armed men who shall leave, by a deal, or by what is said of it before, or right behind as talked about."""
    plan = _Plan(words, hits)
    if not plan.is_any:
        return []
    taken = hits.in_truces()
    return [
        as_evacuation(hit) for hit in hits.of(CueKind.EVACUATION)
        if hit.is_english and hit.first not in taken and plan.is_for(hit)
    ]  # fmt: skip


class _Plan:
    """What a text says of armed men who shall leave: deals, demands, answers and talks."""

    def __init__(self, words: Words, hits: Hits) -> None:
        self._words = words
        self._deals = hits.firsts(CueKind.AGREEMENT)
        self._said = hits.firsts(CueKind.STATUS, values=(*ANSWERS, "negotiating"))
        self._agreed = set(hits.firsts(CueKind.STATUS, values=("agreed",)))
        self._armed = hits.lasts(CueKind.EVACUEES)
        self._inside = hits.firsts(CueKind.LOCATIVE, values=("in",))
        self._named = hits.sentences(CueKind.TRUCE)
        self.is_any = bool(self._armed and (self._deals or self._said))

    def is_for(self, hit: Hit) -> bool:
        """True for words of leaving that tell of such men."""
        words, first = self._words, hit.first
        start, end = words.sentence(words.sentences[first])
        dealt = any(start <= i <= end for i in self._deals)
        before = range(max(start, first - _LEAVERS_REACH), first)
        said = [i for i in self._said if i in before]
        talked = any(first < i <= min(hit.last + _TALKED_REACH, end) for i in self._said)
        if not (dealt or said or talked) or not (dealt or not is_another(words, hit)):
            return False
        if not said and hit.last + 1 < len(words) and words.is_a("goes_to", hit.last + 1):  # "will leave for Idlib"
            return False
        leavers = next((i for i in reversed(self._armed) if i in before), None)
        if not (hit.value in ("leaves", "taken") or self._gives_up(hit, leavers, said, dealt=dealt)):
            return False
        if words.texts[first] == "out":
            return any(i in before for i in self._armed)
        shall = first > start and (words.texts[first - 1] == "to" or _is_second_of_two(words, first))
        return shall and leavers is not None and self._is_their_plan(leavers, said, first)

    def _is_their_plan(self, leavers: int, said: list[int], leaving: int) -> bool:
        """True where those who shall leave stand right before that, or gave the answer themselves."""
        if leavers >= leaving - _LEAVERS_NEAR:
            return True
        return bool(said) and leavers < said[-1] and is_own_answer(self._words, leavers, said[-1], leaving)

    def _gives_up(self, hit: Hit, leavers: int | None, said: list[int], *, dealt: bool) -> bool:
        """ "Agreed to surrender", "hand over their heavy weapons": what a settlement asks for; without a deal only heavy
        arms, or those of the men in a town."""
        words = self._words
        if any(i in self._agreed for i in said) and words.is_a("gives_up", hit.first) and not is_before_court(words, hit):
            return True
        handed = range(hit.first, min(hit.last + 1 + _HANDED_REACH, len(words)))
        if not any(words.is_a("arms", i) for i in handed):
            return False
        if dealt:
            return True
        if not said or words.sentences[hit.first] in self._named:
            return False
        stands = leavers is not None and any(leavers < i < said[-1] for i in self._inside)
        return stands or any(words.is_a("heavy", i) for i in handed)


def _is_second_of_two(words: Words, verb: int) -> bool:
    """ "To surrender and leave", "to lay down their arms and leave": the infinitive behind another one."""
    before = range(verb - 2, max(verb - 2 - _TWO_REACH, 0), -1) if words.texts[verb - 1] == "and" else ()
    return any(words.texts[i] == "to" for i in before)
