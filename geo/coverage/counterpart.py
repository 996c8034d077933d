"""Counterparts: towns with which a government makes an accord, or talks about one with those who speak for them."""

from __future__ import annotations

from collections.abc import Sequence

from geo.coverage.listing import with_added
from geo.cue import CueKind
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution

_WITH = ("with", "مع")
_OF = "of"
_THE = "the"


def counterpart_towns(sentence: Sentence, floor: int, places: Sequence[Resolution]) -> list[Resolution]:
    """The towns of "a settlement agreement with the town of Tafas", "talks with the notables of Tafas and Muzayrib", «اتفاق
    تسوية مع وجهاء طفس», behind word `floor`; not "a deal with Damascus", where a name alone is that of a side."""
    for resolution in places:
        if resolution.mention.first > floor and _is_counterpart(sentence, floor, resolution):
            return with_added(sentence, resolution, places)
    return []


def _is_counterpart(sentence: Sentence, floor: int, resolution: Resolution) -> bool:
    words, texts = sentence.words, sentence.words.texts
    edge = sentence.edge(resolution, floor + 1)
    before = edge - 1 - (texts[edge - 1] == _OF)
    people = before > floor and (words.is_a("local_side", before) or words.is_a("taken_out", before))
    who = before if people else edge
    named_town = any(words.is_a("town_noun", i) for i in range(edge, resolution.mention.first))
    article = texts[who - 1] == _THE
    beside = texts[who - 1 - article] in _WITH and sentence.cues.ending(CueKind.PARTY, who - 1 - article) is not None
    return beside and (people or named_town)
