"""Target and origin of fire: an air base that is fired on, and the place that shells come from, which no truce covers."""

from __future__ import annotations

from geo.cue import CueKind, Cues
from geo.gazetteer import Gazetteer, Kind
from geo.text.phrase import Words
from geo.toponym.resolution import Resolution

_FIRE_REACH = 5  # words from «بإطلاق» to «من»: «عشر قذائف هاون ثقيلة»
_HEAD_REACH = 3  # words from «من» to a name: «حي», "the town of"
_TARGET_REACH = 5  # words from an attack to the base: "a drone attack on the Russian base at Hmeimim"


def is_struck_base(words: Words, cues: Cues, resolution: Resolution, gazetteer: Gazetteer) -> bool:
    """«اتهمهم بعدم الالتزام بالهدنة واستهداف قاعدة حميميم», "an attack on Hama air base": what was hit lies behind the lines,
    where no truce is. Not where a truce stands between («غارات رغم هدنة في مطار منغ»)."""
    area, first = resolution.area, resolution.mention.first
    if area is None or gazetteer.places[area.place].kind is not Kind.BASE:
        return False
    start = max(first - _TARGET_REACH, words.sentence(words.sentences[first])[0])
    before = cues.within(start, first - 1, CueKind.CONFLICT, CueKind.TRUCE, CueKind.AGREEMENT)
    if not before or before[-1].value != "attack" or not all(map(words.joined, range(before[-1].last, first))):
        return False
    between = cues.within(before[-1].last + 1, first - 1, CueKind.LOCATIVE)
    return all(cue.value != "from" for cue in between)  # «مدفعية من وادي سيدنا»


def is_fired_from(words: Words, cues: Cues, resolution: Resolution) -> bool:
    """«خرق الهدنة بإطلاق قذائف من جوبر», "violated the truce by firing shells from Jobar": where the fire comes from that is
    told as the breach of a truce named before; "rockets fired from Madaya in breach of the truce" say where that holds."""
    first = resolution.mention.first
    heads = range(first - 1, max(first - 1 - _HEAD_REACH, -1), -1)
    preposition = next((cue for word in heads if (cue := cues.ending(CueKind.LOCATIVE, word))), None)
    if preposition is None or preposition.value != "from":
        return False
    start, _ = words.sentence(words.sentences[first])
    firing = words.of_class("by_firing", max(preposition.first - _FIRE_REACH, start), preposition.first - 1)
    if not firing or not all(map(words.joined, range(firing[-1], first))):
        return False
    return bool(cues.within(start, firing[-1] - 1, CueKind.TRUCE, CueKind.AGREEMENT))
