"""Several truces: what became of all of them, or of none ("six truces were declared, and none lasted")."""

from __future__ import annotations

from collections.abc import Iterator

from geo.cue.hits import Hits
from geo.cue.record import CueKind, Hit
from geo.text.phrase import Words

_NOT, _ONE = "not", "one"
_OF, _TO = "of", "to"
_VERB_REACH = 3  # words between "none of them" and its verb: "has ever"


def ends_of_several(words: Words, hits: Hits) -> list[Hit]:
    """Statuses of "none of them lasted", "not one held", "all of them collapsed", ended, and of "none of them was broken",
    in_force, where the sentence or the one before names truces in the plural. English only."""
    plural = [hit for hit in hits.of(CueKind.TRUCE) if words.is_a("truces", hit.last)]
    found: dict[int, Hit] = {}
    for hit in plural:
        number = words.sentences[hit.first]
        last = words.sentence(min(number + 1, len(words.sentence_starts) - 1))[1]
        for i in range(hit.last + 1, last + 1):
            if told := _told(words, i, last):
                found[i] = hit.read_as(CueKind.STATUS, told[1])._replace(first=i, last=told[0])
    return list(found.values())


def _told(words: Words, i: int, last: int) -> tuple[int, str] | None:
    """The last word of the phrase that begins with word `i`, and what it says; None for any other word."""
    texts = words.texts
    none = words.is_a("none_of", i) and (texts[i] != _NOT or texts[i + 1 : i + 2] == (_ONE,))
    if not none and not words.is_a("every_one", i):
        return None
    behind = i + 1 + (texts[i] == _NOT)
    if texts[behind : behind + 1] == (_OF,):
        if not words.is_a("of_them", behind + 1):
            return None
        behind += 2
    for verb in _verbs(words, behind, last):
        if none and words.is_a("outlives", verb):
            return verb, "ended"
        if none and words.is_a("is_broken", verb):
            return verb, "in_force"
        if not none and words.is_a("falls_through", verb) and texts[verb + 1 : verb + 2] != (_TO,):
            return verb, "ended"
    return None


def _verbs(words: Words, behind: int, last: int) -> Iterator[int]:
    """The words that may be the verb, with nothing but auxiliaries and adverbs before it."""
    for verb in range(behind, min(behind + _VERB_REACH, last + 1)):
        if not words.joined(verb - 1):
            return
        yield verb
        if not (words.is_a("auxiliary", verb) or words.is_a("passive", verb) or words.is_a("ever", verb)):
            return
