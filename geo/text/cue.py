"""Cues: words that speak of a truce, its status, its area, of negation, doubt and who says so. Rows of a table, not code."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import NamedTuple

from geo.span import Span
from geo.text.phrase import PhraseTable, Words, Written


class CueKind(StrEnum):
    """What a cue says. The values of each kind stand in data/reference/cues.csv."""

    TRUCE = "truce"
    AGREEMENT = "agreement"
    ZONES = "zones"
    COVERAGE = "coverage"
    EXCLUSION = "exclusion"
    STATUS = "status_verb"
    LIGHT_VERB = "light_verb"
    OPENER = "opener"
    NEGATION = "negation"
    DENIAL = "denial"
    MODALITY = "modality"
    SPEECH = "speech"
    ATTRIBUTION = "attribution"
    SPONSOR = "sponsor"
    MEETING = "meeting"
    EVENT_HEAD = "event_head"
    PARTY = "party"
    LOCATIVE = "locative"
    ABOUT = "about"
    CONFLICT = "conflict"
    FIGURATIVE = "figurative"
    EVACUATION = "evacuation"
    CAPITAL = "capital"
    OFFICE = "office"
    IMPLEMENTING = "implementing"
    DATE_RELATION = "date_relation"
    OTHER_AGREEMENT = "other_agreement"
    PERFECT = "perfect"
    CONTINUATION = "continuation"
    COUNTRY = "country"
    PART_OF_COUNTRY = "part_of_country"
    EARLIER = "earlier"
    EXCHANGE = "exchange"
    ADDRESS = "address"
    EXPERIENCE = "experience"
    HOSTS = "hosts"
    VISIT = "visit"
    DEVOTED = "devoted"
    BACKDROP = "backdrop"
    CESSATION = "cessation"
    PROSPECT = "prospect"
    DEPLOYMENT = "deployment"
    ADHERENCE = "adherence"
    DECISION = "decision"
    EVACUEES = "evacuees"
    LAND = "land"
    DURATION = "duration"
    PLEDGE = "pledge"
    RESUMPTION = "resumption"
    OUTCOME = "outcome"
    GROUP = "group"
    ADDITION = "addition"
    CARRYING_OUT = "carrying_out"
    ORDINAL = "ordinal"
    OBSERVATION = "observation"
    SIDES = "sides"


# Kinds of one family share the words of a text: the longest phrase wins. Kinds of different families may overlap.
_FAMILY = {
    CueKind.AGREEMENT: CueKind.TRUCE, CueKind.OTHER_AGREEMENT: CueKind.TRUCE,
    CueKind.DENIAL: CueKind.NEGATION, CueKind.CONTINUATION: CueKind.NEGATION,
}  # fmt: skip
SETTLEMENT = "settlement"  # the value of «تسوية»
_EVACUATION = "evacuation_settlement"
_EVACUEES_REACH = 6  # words between «خروج» and those who leave
_EVACUEES_FAR_REACH = 8  # the same, with no mark between them
_ANSWERS = ("agreed", "rejected", "proposed")
_ANSWER_REACH = 7  # words between «وافق» and «الخروج»
_ANSWER_REACH_ARABIC = 11  # the same, where the sides that agreed stand between
_BUSES_REACH = 7  # words behind «غادرت» in which buses are named
_SUBJECT_REACH = 3  # words between those who leave and «خرجوا»
_LEFT_REACH = 8  # words between «خروج» and the «من» of what is left
_HALTED_REACH = 4  # words between "suspend" and the attack
_ON = "علي"  # folded
_HALT_REACH = 6  # words from «اتفاق», or the sides, to «وقف الغارات»
_PARTED_REACH = 3  # words between the halves of a truce's name: «وقف عاجل وشامل لإطلاق النار»
# Kinds that a date expression may look like: "May 22".
_NOT_IN_DATES = (CueKind.OPENER, CueKind.MODALITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWord:
    """A row of the lexicon."""

    text: str
    language: str
    kind: CueKind
    value: str


class Cue(NamedTuple):
    """A cue in a text, at the words [first, last], both included, behind `prefixes`. A tuple, since a text has hundreds."""

    kind: CueKind
    value: str
    first: int
    last: int
    prefixes: tuple[str, ...]
    offset: int

    def span(self, words: Words) -> Span:
        """The source span without the letters written to it, half-open in code points."""
        return words.source(self.first, self.last, self.offset)


@dataclass(frozen=True)
class Lexicon:
    """The cue words, ready to be matched."""

    words: tuple[CueWord, ...]

    @cached_property
    def table(self) -> PhraseTable[tuple[CueKind, CueKind, CueWord]]:
        """The words, each behind its kind and the family of that."""
        return PhraseTable((word.text, (word.kind, _FAMILY.get(word.kind, word.kind), word)) for word in self.words)


# A row of the lexicon at the words [first, last] of a text: what a `Cue` is made from when somebody asks for it.
Hit = tuple[int, int, Written[tuple[CueKind, CueKind, CueWord]], CueWord]


def _cue(hit: Hit) -> Cue:
    first, last, (prefixes, offset, _), word = hit
    return _new(Cue, (word.kind, word.value, first, last, prefixes, offset))


_in_text = attrgetter("first", "last")
_new = tuple.__new__  # half of the time that the `__new__` of a NamedTuple takes


class Cues:
    """The cues of one text, by kind and by place; each list is in the order of the text.

    Most hits are never asked for: a `Cue` is made when it is, and the look-ups of a kind when they are needed.
    """

    def __init__(self, hits: Mapping[CueKind, Sequence[Hit]]) -> None:
        self._hits = hits
        self._made: dict[CueKind, list[Cue | None]] = {kind: [None] * len(of_kind) for kind, of_kind in hits.items()}
        self._firsts = {kind: [hit[0] for hit in of_kind] for kind, of_kind in hits.items()}
        self._lasts: dict[CueKind, dict[int, int]] = {}
        self._starts: dict[CueKind, dict[int, int]] = {}

    def of(self, kind: CueKind) -> Sequence[Cue]:
        """All cues of a kind, in the order of the text."""
        return [cue or self._make(kind, number) for number, cue in enumerate(self._made.get(kind, ()))]

    def firsts(self, kind: CueKind) -> Sequence[int]:
        """The first words of all cues of a kind, in order."""
        return self._firsts.get(kind, ())

    def within(self, first: int, last: int, *kinds: CueKind) -> list[Cue]:
        """The cues of some kinds that lie in the words [first, last], in the order of the text."""
        found: list[Cue] = []
        for kind in kinds:
            firsts = self._firsts.get(kind)
            if firsts is None:
                continue
            number, count = bisect_left(firsts, first), len(firsts)
            while number < count and firsts[number] <= last:
                cue = self._made[kind][number] or self._make(kind, number)
                if cue.last <= last:
                    found.append(cue)
                number += 1
        if len(found) > 1 and len(kinds) > 1:
            found.sort(key=_in_text)
        return found

    def any_within(self, first: int, last: int, kinds: Iterable[CueKind]) -> bool:
        """True if a cue of one of the kinds starts in the words [first, last]: cheaper than `within`, for a first look."""
        for kind in kinds:
            firsts = self._firsts.get(kind)
            if firsts is not None and bisect_left(firsts, first) < bisect_right(firsts, last):
                return True
        return False

    def starting(self, kind: CueKind, word: int) -> Cue | None:
        """The cue of a kind that starts with a word."""
        starts = self._starts.get(kind)
        if starts is None:
            starts = self._starts[kind] = {first: number for number, first in enumerate(self.firsts(kind))}
        number = starts.get(word)
        return None if number is None else self._made[kind][number] or self._make(kind, number)

    def ending(self, kind: CueKind, word: int) -> Cue | None:
        """The cue of a kind that ends with a word."""
        lasts = self._lasts.get(kind)
        if lasts is None:
            lasts = self._lasts[kind] = {hit[1]: number for number, hit in enumerate(self._hits.get(kind, ()))}
        number = lasts.get(word)
        return None if number is None else self._made[kind][number] or self._make(kind, number)

    def _make(self, kind: CueKind, number: int) -> Cue:
        cue = self._made[kind][number] = _cue(self._hits[kind][number])
        return cue


def find_cues(words: Words, lexicon: Lexicon, dates: Iterable[Span]) -> Cues:
    """Every cue in a text. Within a family of kinds the matches are leftmost, longest and disjoint.

    `dates` are the source spans of its date expressions, in which «May» opens no clause.
    """
    in_dates = {i for span in dates for i in words.within(span)}
    hits: defaultdict[CueKind, list[Hit]] = defaultdict(list)
    free_from: dict[CueKind, int] = {}
    for first, last, written in lexicon.table.everywhere(words):
        dated = first in in_dates
        for kind, family, word in written[2]:
            if free_from.get(family, 0) <= first and not (dated and kind in _NOT_IN_DATES):
                hits[kind].append((first, last, written, word))
        for _, family, _ in written[2]:
            if free_from.get(family, 0) <= last:
                free_from[family] = last + 1
    unnamed = [
        *_parted_truces(words, hits),
        *_halted_attacks(words, hits),
        *_agreed_halts(words, hits),
        *_evacuations(words, hits),
    ]
    stopped = _stopped_fire(words, hits)
    unnamed += stopped
    if unnamed:
        hits[CueKind.TRUCE] = sorted([*hits[CueKind.TRUCE], *unnamed], key=itemgetter(0))
    if done := [hit for hit in stopped if words.is_a("stops", hit[0], hit[2].offset)]:
        told = [(*hit[:3], replace(hit[3], kind=CueKind.STATUS, value="in_force")) for hit in done]
        verbs = {hit[0] for hit in done}
        others = [hit for hit in hits[CueKind.STATUS] if hit[0] not in verbs]
        hits[CueKind.STATUS] = sorted([*others, *told], key=itemgetter(0))
    return Cues(_without_other_matters(hits))


def _parted_truces(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """«وقف عاجل وشامل لإطلاق النار»: adjectives part the two halves of a truce's name."""
    stops = [hit for hit in hits.get(CueKind.CESSATION, ()) if hit[-1].value == "stop"]
    return _with_fire(words, hits, stops, prefix="ل")


def _stopped_fire(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """«أوقف الجيش السوري إطلاق النار», «أن يوقف الطرفان القتال»: the subject stands between the verb and what is stopped."""
    suspended = [hit for hit in hits.get(CueKind.STATUS, ()) if hit[-1].value == "suspended"]  # «علق الجيش عملياته القتالية»
    verbs = (*hits.get(CueKind.CESSATION, ()), *suspended)
    stops = [hit for hit in verbs if words.is_a("stops_fire", hit[0], hit[2].offset)]
    stops = [hit for hit in stops if _ON not in words.texts[hit[1] + 1 : hit[1] + 1 + _PARTED_REACH]]  # «علق الوزير على»
    return _with_fire(words, hits, stops, prefix="")


def _with_fire(words: Words, hits: Mapping[CueKind, Sequence[Hit]], stops: Sequence[Hit], *, prefix: str) -> list[Hit]:
    """A truce for each stop that the fire it stops follows, behind one to three words, with a prefix or without any."""
    fires = {
        first: last for first, last, written, word in hits.get(CueKind.CONFLICT, ())
        if word.value == "fire" and (prefix in written.prefixes if prefix else not written.prefixes)
    }  # fmt: skip
    taken = {i for first, last, *_ in hits.get(CueKind.TRUCE, ()) for i in range(first, last + 1)}
    found: list[Hit] = []
    for first, last, written, word in stops if fires else ():
        fire = next((f for f in range(last + 2, last + 2 + _PARTED_REACH) if f in fires), None)
        if fire is not None and first not in taken and fire not in taken and all(map(words.joined, range(first, fire))):
            found.append((first, fires[fire], written, replace(word, kind=CueKind.TRUCE, value="ceasefire")))
    return found


def _halted_attacks(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """ "a deal to suspend a Russian military offensive", "agreed to stop all attacks": an attack that those who fight agree to
    halt is a truce without its name. English only."""
    halting = [hit for hit in hits.get(CueKind.CESSATION, ()) if hit[-1].language == "en"]
    if not halting:
        return []
    fights = {
        first: last for first, last, _, word in hits.get(CueKind.CONFLICT, ())
        if word.value or words.is_a("halted_fighting", first)
    }  # fmt: skip
    agreed = [hit for hit in hits.get(CueKind.STATUS, ()) if hit[-1].value == "agreed"]
    deals = {last for _, last, *_ in (*hits.get(CueKind.AGREEMENT, ()), *agreed)}
    planned = {last for _, last, _, word in hits.get(CueKind.STATUS, ()) if word.value == "proposed"}  # "plan to"
    taken = {i for first, last, *_ in hits.get(CueKind.TRUCE, ()) for i in range(first, last + 1)}
    found: list[Hit] = []
    for first, last, written, word in halting:
        to = first - 2 if words.texts[first - 1].endswith("ly") else first - 1  # "to permanently stop"
        agreed_on = to > 0 and words.texts[to] == "to" and (to - 1 in deals or (to in planned and words.is_a("halt", first)))
        noun = words.is_a("halt", last) and last + 1 < len(words) and words.is_a("of_halt", last + 1)
        if not (agreed_on or noun):  # "a pause in Chad's offensive"
            continue
        fight = next((f for f in range(last + 1, last + 2 + _HALTED_REACH) if f in fights), None)
        if fight is not None and not taken & {first, fight} and all(map(words.joined, range(first, fight))):
            truce = CueWord(text=word.text, language=word.language, kind=CueKind.TRUCE, value="ceasefire")
            found.append((first, fights[fight], written, truce))
    return found


def _agreed_halts(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """«اتفق الطرفان على وقف الغارات», «اتفاق على وقف القصف»: attacks that are halted by agreement, in Arabic."""
    taken = {i for first, last, *_ in hits.get(CueKind.TRUCE, ()) for i in range(first, last + 1)}
    stops = [hit for hit in hits.get(CueKind.CESSATION, ()) if hit[-1].value == "stop" and hit[0] not in taken]
    stops = [hit for hit in stops if hit[0] and words.texts[hit[0] - 1] == _ON]
    if not stops:
        return []
    fights = {first: last for first, last, _, word in hits.get(CueKind.CONFLICT, ()) if word.value == "attack"}
    made = {first for first, *_ in (*hits.get(CueKind.SIDES, ()), *hits.get(CueKind.AGREEMENT, ()))}
    found: list[Hit] = []
    for first, _, written, word in stops:
        agreed = any(i in made and words.sentences[i] == words.sentences[first] for i in range(first - _HALT_REACH, first))
        if agreed and first + 1 in fights:
            truce = CueWord(text=word.text, language=word.language, kind=CueKind.TRUCE, value="ceasefire")
            found.append((first, fights[first + 1], written, truce))
    return found


def _evacuations(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """«خروج دفعة من المسلحين من حرستا»: fighters leave a place under the settlement or evacuation that the text speaks of, on
    buses that are sent for them in a text of a truce, in exchange for others, or as they agreed or refused to («وافق المسلحون
    على الخروج من …»)."""
    settled = any(word.value == SETTLEMENT for *_, word in hits.get(CueKind.AGREEMENT, ()))
    settled = settled or any(word.value == _EVACUATION for *_, word in hits.get(CueKind.TRUCE, ()))
    dealt = bool(hits.get(CueKind.TRUCE) or hits.get(CueKind.AGREEMENT))
    settled = settled or (dealt and any(word.value == "evacuees" for *_, word in hits.get(CueKind.DEPLOYMENT, ())))
    exchanged = {words.sentences[first] for first, *_ in hits.get(CueKind.EXCHANGE, ())}
    answers = {
        last for _, last, _, word in hits.get(CueKind.STATUS, ())
        if word.value in _ANSWERS or (word.value == "negotiating" and word.language == "en")
    }  # fmt: skip
    taken = {i for first, last, *_ in hits.get(CueKind.TRUCE, ()) for i in range(first, last + 1)}
    evacuees = {
        first for first, *_, word in hits.get(CueKind.EVACUEES, ()) if not word.value or _is_counted(words, first)
    }  # fmt: skip
    fight = {first for first, *_, word in hits.get(CueKind.CONFLICT, ()) if not word.value}
    armed = evacuees | {i for i in fight if not words.is_a("state_force", i)}
    buses = {first for first, *_, word in hits.get(CueKind.DEPLOYMENT, ()) if word.value == "evacuees"}
    away = {first for first, *_, word in hits.get(CueKind.LOCATIVE, ()) if word.value == "from"}
    found: list[Hit] = []
    for first, last, written, word in hits.get(CueKind.EVACUATION, ()):
        near = any(i in evacuees for i in range(first - _SUBJECT_REACH, last + 1 + _EVACUEES_REACH))
        far = range(last + 1, min(last + 1 + _EVACUEES_FAR_REACH, len(words)))
        near = near or any(i in evacuees and all(map(words.joined, range(last, i))) for i in far)
        near = near or (word.value == "leaves" and any(i in buses for i in range(last + 1, last + 1 + _BUSES_REACH)))
        behind = range(last + 1, min(last + 1 + _LEFT_REACH, len(words)))
        left = word.value == "leaves" or any(i in away or words.is_a("from_there", i) for i in behind)
        told = settled or words.sentences[first] in exchanged
        reach = _ANSWER_REACH if words.texts[first].isascii() else _ANSWER_REACH_ARABIC
        asked = next((i for i in range(first - 1, first - 1 - reach, -1) if i in answers), None)
        if asked is not None and words.sentences[asked] == words.sentences[first]:
            answered = any(i in armed for i in range(asked + 1, first)) or (near and words.texts[first].isascii())
            told, near = told or answered, near or answered
        if told and near and left and word.value != "withdraws" and first not in taken and _in_one_sentence(words, first, last):
            truce = CueWord(text=word.text, language=word.language, kind=CueKind.TRUCE, value=_EVACUATION)
            found.append((first, last, written, truce))
    return found


def _is_counted(words: Words, noun: int) -> bool:
    """«3200 مسلح», «أكثر من مئة مقاتل»: many, and not one man."""
    before = words.texts[noun - 1] if noun else ""
    return before.isdigit() or before.removeprefix("و") in words.classes["hundreds"]


def _in_one_sentence(words: Words, first: int, last: int) -> bool:
    return words.sentences[first] == words.sentences[min(last + 1, len(words) - 1)]


def _without_other_matters(hits: Mapping[CueKind, list[Hit]]) -> Mapping[CueKind, Sequence[Hit]]:
    """The hits without the agreements that take up another matter: after «الاتفاق النووي», «الاتفاق» is that one."""
    if not (CueKind.OTHER_AGREEMENT in hits and CueKind.AGREEMENT in hits):
        return hits
    turns = sorted((*hits.get(CueKind.TRUCE, ()), *hits[CueKind.OTHER_AGREEMENT]), key=itemgetter(0))
    firsts = [hit[0] for hit in turns]
    kept = []
    for hit in hits[CueKind.AGREEMENT]:
        turn = bisect_left(firsts, hit[0])
        if not turn or turns[turn - 1][-1].kind is CueKind.TRUCE:
            kept.append(hit)
    return {**hits, CueKind.AGREEMENT: kept}
