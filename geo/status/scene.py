"""Scene: whether the fighting that a sentence tells of is in the area of a truce, or in another place that it names."""

from __future__ import annotations

from collections.abc import Sequence

from geo.cue import Cue, CueKind
from geo.gazetteer import Area, Kind
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution

_ACCORDS = (CueKind.TRUCE, CueKind.AGREEMENT)
_ELSEWHERE = "elsewhere"
_OTHERS_REACH = 6  # words from fighting to "other areas"
_AHEAD_REACH = 3  # words from «قبل» to the truce: «قبل أن تدخل الهدنة»
_ARTICLES = ("the", "a")
_OF_PLACE = ("where", "relative")


def lies_inside(sentence: Sentence, place: Resolution, areas: Sequence[Resolution]) -> bool:
    """True if a place lies in one of some areas."""
    lies_in = sentence.read.gazetteer.lies_in
    return place.area is not None and any(lies_in(place.area, r.area) for r in areas if r.area)


def held_places(sentence: Sentence, clause: Clause, truce: Cue) -> list[Resolution]:
    """The places that a clause names right behind its truce, and those in a list with them."""
    behind = [r for r in sentence.places_in(clause) if r.mention.first > truce.last]
    near = {r.mention.group for r in behind if "," not in sentence.gap(truce.last, r.mention.first)}
    return [r for r in behind if r.mention.group in near]


def is_fought_elsewhere(sentence: Sentence, fighting: Cue, areas: Sequence[Resolution]) -> bool:
    """ "Although a truce was reached in Barzeh, clashes continued in Jobar", «رغم سريان الهدنة في غزة، تواصل القصف على لبنان»,
    "shelling went on in other areas": fighting of which it is told where, which is in no area of a truce."""
    clause, own = sentence.clause_at(fighting.first), {r.mention.group for r in areas}
    fought = _fought_places(sentence, clause)
    if not areas or any(r.mention.group in own for r in fought):
        return False
    told = [r for r in fought if r.mention.first > fighting.last or not sentence.cues_in(clause, CueKind.TRUCE)]
    return not any(_meets(sentence, r, areas) for r in told) if told else _is_in_others(sentence, clause, fighting)


def is_fought_before(sentence: Sentence) -> bool:
    """«سقط قتلى في دوما قبل الهدنة بيوم», "shells hit Douma hours before a truce was to begin": fighting that breaks none."""
    for clause in sentence.clauses:
        opener = clause.opener
        if opener and sentence.words.is_a("before", opener.first, opener.offset):
            reach = min(opener.last + 1 + _AHEAD_REACH, clause.last)
            if sentence.cues.within(opener.last + 1, reach, CueKind.TRUCE):
                return True
    return any(leads_up_to(sentence, cue) for cue in sentence.cues.within(sentence.first, sentence.last, CueKind.TRUCE))


def leads_up_to(sentence: Sentence, truce: Cue) -> bool:
    """ "In the hours leading up to the truce", "ahead of a ceasefire", "prior to the truce". English only."""
    texts = sentence.words.texts
    last = truce.first - 1 - (texts[truce.first - 1] in _ARTICLES)
    ahead = sentence.words.classes["leads_up_to"]
    return any(" ".join(texts[max(last - n, sentence.first) : last + 1]) in ahead for n in (1, 2))


def _is_in_others(sentence: Sentence, clause: Clause, fighting: Cue) -> bool:
    """ "Shelling went on elsewhere", "on other fronts", «في مناطق أخرى»."""
    for i in range(fighting.last + 1, min(fighting.last + _OTHERS_REACH, clause.last) + 1):
        if sentence.words.is_a("elsewhere", i):
            english = sentence.words.is_english(i)
            before = i - 1 if english else i - 2
            return sentence.words.texts[i] == _ELSEWHERE or sentence.words.is_a("on_or_in", before)
    return False


def _meets(sentence: Sentence, place: Resolution, areas: Sequence[Resolution]) -> bool:
    """True if a place lies in one of some areas or around it, as the countryside of a city does, or is the town or province
    that one of them lies in."""
    gazetteer = sentence.read.gazetteer
    if place.area is None:
        return False
    one, others = Area(place.area.place), [Area(r.area.place) for r in areas if r.area]
    country = gazetteer.places[one.place].kind is Kind.COUNTRY
    return any(gazetteer.lies_in(one, other) or (not country and gazetteer.lies_in(other, one)) for other in others)


def _fought_places(sentence: Sentence, clause: Clause) -> list[Resolution]:
    """The places of the clause of some fighting, without those of a truce in it, or the place that it is a clause of."""
    held = {r.mention.group for truce in sentence.cues_in(clause, *_ACCORDS) for r in held_places(sentence, clause, truce)}
    places = [r for r in sentence.places_in(clause) if r.mention.group not in held]
    if not places and not held and clause.relation in _OF_PLACE:
        return [r for r in sentence.places if r.mention.last == clause.first - 1]
    return places
