"""Standing: the truces of past wars, which texts name without saying where they are: the line or zone between two states."""

from __future__ import annotations

from collections.abc import Sequence

from geo.coverage.inroad import is_inroad
from geo.cue import Cue, CueKind
from geo.gazetteer import Area, StandingTruce
from geo.mention import Mention
from geo.status.naming import DRAWN
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution

_FARES = ("violated", "in_force", "calm", "ended", "suspended")
_THE = "the"
_CROSSED_REACH = 3  # words from «تجاوزت» to the line


def find_standing(sentence: Sentence, truce: Cue, own: Sequence[Resolution]) -> list[Resolution]:
    """«الهدنة القائمة بين الجارين», «خط الهدنة السوري الإسرائيلي»: what a truce of a past war covers, which is
    known by the states that it parts; [] for any other truce, such as one that its clause places elsewhere (`own`)."""
    row = None if is_whereabouts(sentence, truce) else _standing(sentence, truce, own)
    if row is None:
        return []
    span = truce.span(sentence.words)
    mention = Mention(
        span=span, name=span, first=truce.first, last=truce.last, candidates=(), prefixes=truce.prefixes,
        group=-1 - truce.first, partial=row.partial,
    )  # fmt: skip
    return [Resolution(mention=mention, area=Area.parse(key), candidates=()) for key in row.areas]


def _standing(sentence: Sentence, truce: Cue, own: Sequence[Resolution]) -> StandingTruce | None:
    read = sentence.read
    for row in read.gazetteer.standing if truce.kind is CueKind.TRUCE else ():
        inside = all(r.area and any(read.gazetteer.key_lies_in(r.area.key, key) for key in row.areas) for r in own)
        if row.type != truce.value or (row.close and not inside) or row.states.isdisjoint(read.countries):
            continue
        if not row.states.issuperset(read.gazetteer.places[r.area.place].country for r in own if r.area):
            continue
        named = read.states(sentence.first, sentence.last) if row.close else read.states_named
        if row.states.issubset({*named, *read.countries_of(row.areas)}):
            return row
    return None


def is_whereabouts(sentence: Sentence, truce: Cue) -> bool:
    """«قمة في المنطقة المنزوعة السلاح», «تجاوزت الطائرة خط فض الاشتباك»: a zone or a line of a past war that only says where
    something is, in a clause that does not tell how it fares, nor of an army that comes in."""
    if truce.value not in DRAWN or _standing(sentence, truce, ()) is None:
        return False
    clause = sentence.clause_at(truce.first)
    fares = any(cue.value in _FARES for cue in sentence.cues_in(clause, CueKind.STATUS))
    article = sentence.words.texts[truce.first - 1] == _THE if truce.first else False
    preposition = sentence.preposition(truce.first - 1 - article)
    gone_to = preposition is not None and preposition.value == "destination"  # who is on a visit to a zone is asked about it
    located = "ب" in truce.prefixes or (preposition is not None and not (gone_to and truce.value == "demilitarised"))
    before = range(max(truce.first - _CROSSED_REACH, clause.first), truce.first)
    passed = located or any(sentence.words.is_a("crosses", i) for i in before)
    return passed and not fares and not is_inroad(sentence, truce)
