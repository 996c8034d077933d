"""Abroad: how the truce of a country fares that the text is not about, told of it by the way."""

from __future__ import annotations

from collections.abc import Sequence

from geo.coverage.placement import leads_to, opens_sentence
from geo.cue import Cue, CueKind
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution, Role

_FARES = ("in_force", "begun", "violated", "ended")  # how a truce fares, and not what is done about it
_OWNED_REACH = 2  # words from "Libya's" to its truce: "fragile"
_ACTS_REACH = 2  # words from who acts to the verb: "Israel has again"
_WITH = ("with", "against", "between")
_FORCES = (CueKind.CONFLICT, CueKind.GROUP)


def fares_abroad(sentence: Sentence, status: Cue, truce: Cue, places: Sequence[Resolution]) -> list[Resolution]:
    """In "In Libya, the ceasefire has held", "Libya's ceasefire has held", «وفي لبنان خرقت إسرائيل الهدنة»
    the country, or a place in it; [] where it is only signed there, and for a country that acts elsewhere in the text,
    which may be a side of the other's truce."""
    if status.value not in _FARES or sentence.read.home is None:
        return []
    before = [r for r in places if r.mention.last < truce.first]
    first = before[0] if before and opens_sentence(sentence, before[0]) else None
    first = first if first and _is_told_there(sentence, first, status, truce) else _owner(sentence, status, truce)
    if first is None or first.area is None or not sentence.read.is_abroad(first) or _is_side(sentence, first):
        return []
    return [] if first.area.place in sentence.read.gazetteer.capital_cities else [first]


def _is_told_there(sentence: Sentence, place: Resolution, status: Cue, truce: Cue) -> bool:
    """True where the truce follows the place as what the sentence is about, or as what somebody broke."""
    if leads_to(sentence, place, truce):
        return True
    if status.value != "violated" or not place.mention.last < status.first < truce.first:
        return False
    words, read = sentence.words, sentence.read
    states = {last for last, _ in read.named_states.values()} | {match.last for match in read.demonyms.find(words)}
    forces = {cue.last for cue in sentence.cues.within(place.mention.last + 1, truce.first - 1, *_FORCES)}
    english = words.is_english(truce.first)
    if english and words.texts[status.last].endswith("ing") and not words.is_a("passive", status.first - 1):
        return False  # "marched against Israel violating the ceasefire"
    near = range(max(status.first - 1 - _ACTS_REACH, place.mention.last + 1), status.first)
    near = near if english else range(status.last + 1, min(status.last + 2 + _ACTS_REACH, truce.first))
    between = sentence.cues.within(place.mention.last + 1, status.first - 1, CueKind.SPEECH, CueKind.STATUS)
    between = [cue for cue in between if not words.is_a("auxiliary", cue.first)]  # "has violated"
    return not between and any(i in states or i in forces for i in near)


def _owner(sentence: Sentence, status: Cue, truce: Cue) -> Resolution | None:
    """The country of "Libya's (fragile) ceasefire has held"; not of "Israel's ceasefire with Hamas". English only."""
    words = sentence.words
    told = sentence.cues.any_within(0, sentence.first - 1, (CueKind.TRUCE,))  # beside the truce of another country
    if not told or not words.is_english(truce.first) or status.first < truce.last:
        return None
    if any(word in _WITH for word in words.texts[truce.last + 1 : status.first]):
        return None
    reach = range(max(truce.first - 1 - _OWNED_REACH, sentence.first), truce.first)
    named = [r for r in sentence.read.resolutions if r.mention.last in reach and sentence.read.gazetteer.is_country(r.area)]
    owner = next((r for r in named if words.source(r.mention.last, r.mention.last).end > r.mention.span.end), None)
    between = owner and sentence.cues.any_within(owner.mention.last + 1, truce.first - 1, (*_FORCES, CueKind.OFFICE))
    return None if between else owner


def _is_side(sentence: Sentence, place: Resolution) -> bool:
    """True if the country of a place acts in another sentence."""
    country = place.area and sentence.read.gazetteer.places[place.area.place].country
    return any(
        r.role is Role.ACTOR and r.area and sentence.read.gazetteer.places[r.area.place].country == country
        and not sentence.first <= r.mention.first <= sentence.last
        for r in sentence.read.resolutions
    )  # fmt: skip
