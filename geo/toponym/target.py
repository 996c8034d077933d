"""Target: an air base that is fired on, which is no place that a truce covers."""

from __future__ import annotations

from geo.gazetteer import Gazetteer, Kind
from geo.text.cue import CueKind, Cues
from geo.text.phrase import Words
from geo.toponym.resolution import Resolution

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
