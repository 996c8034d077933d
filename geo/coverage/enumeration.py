"""Enumeration: the zones that a text counts off for the truce that it named before, each with its places.

«المنطقة الأولى: محافظة إدلب …», «وتضم الثانية ريف حمص الشمالي», "the third covers …", or a numbered line for each.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from geo.coverage.container import without_containers
from geo.coverage.listing import with_added
from geo.coverage.record import Coverage
from geo.cue import Cue, CueKind
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution

_HEAD_REACH = 4  # words between «المنطقة الأولى» and its first place: «هي», «فتشمل»
_OF_THEM = "ها"
_SAYS_ELSE = (CueKind.STATUS, CueKind.CONFLICT, CueKind.SPEECH, CueKind.EVACUATION, CueKind.NEGATION, CueKind.DEPLOYMENT)


def count_zones(sentence: Sentence) -> Coverage | None:
    """The zones that a sentence counts off, each an item of its own; None where it counts none. The coverage's verb is what
    the first is counted with."""
    heads = sentence.zone_heads
    if not heads:
        return None
    items = [
        (head, zone)
        for head, behind in pairwise((*heads, sentence.last + 1))
        if (zone := _places_of(sentence, head, behind - 1))
    ]
    if len(items) == 1 and (more := _rest_of_list(sentence, *items[0])):
        items += more
    if not items or (items[0][0] != heads[0] and not sentence.counting):
        return None
    starts = [max(_start(sentence, head), sentence.first) for head, _ in items]
    counted = Cue(kind=CueKind.ORDINAL, value="", first=starts[0], last=max(items[0][0], starts[0]), prefixes=(), offset=0)
    return Coverage(items=[zone for _, zone in items], heads=starts, verb=counted, several=True)


def _start(sentence: Sentence, head: int) -> int:
    """The first of the words that count a zone off: «تضم المنطقة» before «الأولى», "the" before "second zone"."""
    cues = sentence.cues
    ordinal = cues.ending(CueKind.ORDINAL, head) or cues.ending(CueKind.ORDINAL, head - 1)
    start = ordinal.first if ordinal else head
    for kind in (CueKind.ZONES, CueKind.COVERAGE) if ordinal else ():
        before = cues.ending(kind, start - 1) if sentence.words.joined(start - 1) else None
        start = before.first if before and before.first >= sentence.first else start
    return start


def _places_of(sentence: Sentence, head: int, last: int) -> list[Resolution]:
    """The list that begins right behind a head, up to a word."""
    places = [r for r in without_containers(sentence, sentence.places) if head < r.mention.first and r.mention.last <= last]
    if len(places) > 1 and _opens(sentence, places[0], places[1]):
        places = places[1:]
    if not places:
        return []
    edge, start = sentence.edge(places[0], head + 1), _start(sentence, head)
    listed = _opens_list(sentence, head)
    goes_on = sentence.cues.ending(CueKind.ORDINAL, head)  # «أكبرها», «والثانية»
    alone = goes_on is not None and (goes_on.prefixes[:1] == ("و",) or sentence.words.texts[head].endswith(_OF_THEM))
    floor = head + 1 if listed or alone else _stretch(sentence, start)
    if edge - head - 1 > _HEAD_REACH or sentence.cues.within(floor, edge - 1, *_SAYS_ELSE):
        return []
    if (not listed and sentence.preposition(start - 1)) or any(c.first > head and c.last < edge for c in sentence.clauses):
        return []  # «قتل ثلاثة في المنطقة الثانية بحلب», «المنطقة الأولى التي دخلها الجيش»
    return with_added(sentence, places[0], places)


def _opens_list(sentence: Sentence, head: int) -> bool:
    """True for the last word of "four areas are listed: …", of "the zones are in …" and «تقع المناطق في …»."""
    colon = head < sentence.last and ":" in sentence.gap(head, head + 1)
    return colon or sentence.words.is_a("lie_in", head) or sentence.words.is_a("lie_in", sentence.first)


def _rest_of_list(sentence: Sentence, head: int, zone: Sequence[Resolution]) -> list[tuple[int, list[Resolution]]]:
    """In "four zones: Idlib province with parts of Hama, the north of Homs, Eastern Ghouta and parts of Daraa" what commas part
    from the first of the zones."""
    if not _opens_list(sentence, head):
        return []
    found: list[tuple[int, list[Resolution]]] = []
    for resolution in without_containers(sentence, sentence.places):
        last = (found[-1][1] if found else zone)[-1].mention.last
        if resolution.mention.first <= last:
            continue
        said = sentence.cues.within(last + 1, resolution.mention.first - 1, *_SAYS_ELSE)
        if said or sentence.read.is_abroad(resolution):  # «جنوب سوريا على الحدود مع الأردن»
            break
        found.append((last, with_added(sentence, resolution, sentence.places)))
    return found


def _opens(sentence: Sentence, wide: Resolution, inner: Resolution) -> bool:
    """In "in the country's south, parts of Daraa and Quneitra" the first only says where the others lie."""
    located = sentence.preposition(sentence.edge(wide, sentence.first) - 1)
    comma = located is not None and located.value == "in" and "," in sentence.gap(wide.mention.last, wide.mention.last + 1)
    return comma and bool(wide.area and inner.area and sentence.read.gazetteer.lies_in(inner.area, wide.area))


def _stretch(sentence: Sentence, word: int) -> int:
    """The first word of a word's clause, or of its part of that between commas or behind a colon."""
    first = next((c.first for c in sentence.clauses if c.first <= word <= c.last), sentence.first)
    while word > first and not {",", ":"} & {*sentence.gap(word - 1, word)}:
        word -= 1
    return word
