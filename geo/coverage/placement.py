"""Placement: the places that a sentence opens with or points back to, and the words that say where one lies."""

from __future__ import annotations

from collections.abc import Sequence

from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence, in_group
from geo.text.cue import Cue, CueKind
from geo.toponym.resolution import Resolution

_POINTER_REACH = 12  # words between a truce and «في هذه المناطق»
_THESE = ("هذه", "تلك", "هاتين")


def pointed_back_to(sentence: Sentence, clause: Clause, truce: Cue, before: Sequence[Resolution]) -> list[Resolution]:
    """«سيطر الجيش على درعا والقنيطرة بعد تسويات في هذه المناطق»: the last list of the places `before` its clause."""
    texts = sentence.words.texts
    reach = range(truce.last + 1, min(truce.last + 1 + _POINTER_REACH, clause.last))
    points = [i for i in reach if texts[i] in _THESE and texts[i + 1].startswith("ال")]
    preposition = sentence.preposition(points[0] - 1) if points and before else None
    inside = preposition is not None and preposition.value == "in" and not sentence.read.is_abroad(before[-1])
    return in_group(before[-1], before) if inside else []


def fronted(sentence: Sentence, truce: Cue) -> list[Resolution]:
    """«وفي الحديدة، لا تزال الهدنة صامدة», "In Taiz, a truce took hold": the place that a sentence of one place starts with;
    not where somebody speaks."""
    first = sentence.places[0] if sentence.places else None
    comma = first is not None and first.mention.last < truce.first and "," in sentence.gap(
        first.mention.last, first.mention.last + 1
    )  # fmt: skip
    if first is None or not comma or sentence.read.is_abroad(first):
        return []
    edge = sentence.edge(first, sentence.first)
    opens = edge == sentence.first and "ب" in first.mention.prefixes
    preposition = sentence.preposition(edge - 1)
    opens = opens or (preposition is not None and preposition.first == sentence.first and preposition.value == "in")
    alone = in_group(first, sentence.places) == sentence.places
    said = sentence.cues.within(first.mention.last + 1, truce.first - 1, CueKind.SPEECH)
    capital = first.area is not None and first.area.place in sentence.read.gazetteer.capital_cities
    return list(sentence.places) if opens and alone and not said and not capital else []


def is_oriented(sentence: Sentence, left: Resolution, right: Resolution) -> bool:
    """«الفوعة شمال إدلب», «كفريا شمالي محافظة إدلب»: a part of a wider place right behind a name, with no «و» to list it, says
    where that lies. Arabic only."""
    first = left.mention.last + 1
    beside = sentence.edge(right, first) == first and not right.mention.prefixes and sentence.words.joined(first - 1)
    part = bool(right.mention.direction) and not sentence.words.texts[first].isascii()
    return beside and part and left.area != right.area


def placed_between(sentence: Sentence, status: Cue, truce: Cue, places: Sequence[Resolution]) -> list[Resolution]:
    """«انتهت في اليمن هدنة»: the places that stand between the verb and the truce, with nothing else; or those that are calm
    («توقفت المعارك في درعا مع بدء الهدنة»)."""
    between = [r for r in places if status.last < r.mention.first and r.mention.last < truce.first]
    linked = between and sentence.cues.within(between[-1].mention.last + 1, truce.first - 1, CueKind.BACKDROP)
    if not between or (truce.first - between[-1].mention.last > 1 and not linked):
        return []
    edge = sentence.edge(between[0], status.last + 1)
    preposition = sentence.preposition(edge - 1)
    if linked and status.value == "in_force" and preposition is not None and preposition.value == "in":
        return between
    beside = edge - 1 == status.last + 1 and preposition is not None and preposition.value == "in"
    return between if beside or ("ب" in between[0].mention.prefixes and edge == status.last + 1) else []
