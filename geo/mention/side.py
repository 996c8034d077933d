"""Sides of a town that have a name of their own, told in other words: «الأحياء الشرقية المحاصرة في حلب», "Aleppo's rebel-held
east", «جنوبي العاصمة السورية»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.mention.surroundings import Surroundings
from geo.mention.tables import Draft, PlaceWord
from geo.text.phrase import Match

_ADJECTIVES = 2  # words between a direction and its noun, or behind both
_WRITTEN_TO = ("ل", "ب")  # prefixes that join a part to its town
_IN = ("ب",)


def name_sides(around: Surroundings, found: Sequence[Draft], occupied: set[int]) -> list[Draft]:
    """The sides of the towns in `found`: a mention that its direction belongs to becomes one of the side itself; where the
    direction stands apart, the side is a mention of its own beside that of the town."""
    apart: list[Draft] = []
    for draft in found:
        towns = [place for place in draft.candidates if any(place == town for town, _ in around.tables.sides)]
        if not towns or draft.setting == "countryside":
            continue
        if draft.direction:
            side = around.tables.sides.get((towns[0], draft.direction))
            if side and _is_of_town(around, draft):
                draft.candidates, draft.direction, draft.head = (side,), "", None
            continue
        match = _english(around, draft) if around.words.is_english(draft.first) else _arabic(around, draft)
        side = around.tables.sides.get((towns[0], match.values[0].value)) if match else None
        if match and side and match.first not in occupied:
            first, offset = _with_noun(around, match)
            span = around.words.source(first, match.last, offset)
            apart.append(replace(
                draft, span=span, name=span, first=first, last=match.last, candidates=(side,), head=None,
                prefixes=_IN[:offset] if first < match.first else match.prefixes, setting="", anaphor=True,
            ))  # fmt: skip
    return apart + _told_again(around, found, apart, occupied)


def _told_again(
    around: Surroundings, found: Sequence[Draft], apart: Sequence[Draft], occupied: set[int]
) -> list[Draft]:  # fmt: skip
    """«الأحياء الجنوبية», with no town behind it: the side that the text has told of before. Arabic only."""
    taken = {*occupied, *(i for draft in apart for i in range(draft.first, draft.last + 1))}
    again: list[Draft] = []
    for match in around.of_kind.get("direction_adjective", ()):
        first, offset = _with_noun(around, match)
        if first < 0 or match.first in taken or not around.words.is_a("part_of_town", first, offset):
            continue
        told = [
            draft for draft in (*found, *apart)
            if draft.last < first and any(
                side in draft.candidates and direction == match.values[0].value
                for (_, direction), side in around.tables.sides.items()
            )
        ]  # fmt: skip
        if told and around.words.joined(first):
            named = max(told, key=lambda draft: draft.first)
            span = around.words.source(first, match.last, offset)
            again.append(replace(
                named, span=span, name=span, first=first, last=match.last, head=None, prefixes=_IN[:offset], setting="",
                anaphor=True,
            ))  # fmt: skip
    return again


def _is_of_town(around: Surroundings, draft: Draft) -> bool:
    """A direction of districts, a part or a half, or one that the town possesses; «شرق حلب» may be that of the governorate."""
    words = range(draft.first, draft.last + 1)
    return any(around.words.is_a("part_of_town", i) for i in words) or draft.name.end < draft.span.end


def _edge(around: Surroundings, draft: Draft) -> tuple[int, tuple[str, ...]]:
    """The first word of a name with its head («مدينة حلب», "the city of Aleppo", "the Syrian capital"), and what is written to
    that."""
    if draft.anaphor and around.words.texts[draft.first - 1] == "the":
        return draft.first - 1, ()
    head = around.by_last.get(draft.first - 1)
    if head is None or head.values[0].kind != "head":
        return draft.first, draft.prefixes
    return head.first, head.prefixes or draft.prefixes


def _with_noun(around: Surroundings, match: Match[PlaceWord]) -> tuple[int, int]:
    """The first word of a side, with the noun before its adjective («بالقسم الشرقي»), and the letters written to it."""
    noun = match.first - 1
    if match.values[0].kind != "direction_adjective":
        return match.first, match.offset
    return noun, int(around.words.texts[noun].startswith(_IN))


def _arabic(around: Surroundings, draft: Draft) -> Match[PlaceWord] | None:
    words = around.words
    edge, prefixes = _edge(around, draft)
    last = edge - 1
    direct = around.by_last.get(last)
    if draft.anaphor and not prefixes and direct and direct.values[0].kind == "direction":
        placed = around.by_last.get(direct.first - 1)  # «في جنوب العاصمة السورية», «بلدات جنوب العاصمة»
        preposition = placed is not None and "preposition" in (placed.values[0].kind, placed.values[0].value)
        part = direct.first > 0 and words.is_a("part_of_town", direct.first - 1)
        return direct if direct.prefixes or preposition or part else None
    headed = edge < draft.first and not prefixes and direct is not None and direct.values[0].kind == "direction"
    if headed and direct and words.is_a("truce_on_a_side", direct.first - 1) and words.joined(direct.first - 1):
        return direct  # «دخلت الهدنة حيز التنفيذ جنوبي مدينة دمشق»
    if not set(prefixes) & set(_WRITTEN_TO):
        if not words.is_a("of_a_whole", last):
            return None
        last -= 1
    for i in range(last, max(last - 1 - _ADJECTIVES, 0), -1):
        match = around.by_last.get(i)
        if match and match.values[0].kind == "direction_adjective":
            noun = match.first - 1
            parts = words.is_a("part_of_town", noun, int(words.texts[noun].startswith(_IN)))
            return match if parts and words.joined(noun) else None
        if not words.joined(i) or not words.texts[i].startswith("ال"):
            return None
    return None


def _english(around: Surroundings, draft: Draft) -> Match[PlaceWord] | None:
    words = around.words
    edge, _ = _edge(around, draft)
    if around.is_possessive(draft):
        return around.possessed_part(draft.last)
    whole = around.by_last.get(edge - 1)
    if whole and whole.values[0].kind == "direction_of":  # "the southern districts of", "suburbs south of", "a truce south of"
        parts = range(whole.first - 1, whole.last)
        told = whole.first > 0 and words.joined(whole.first - 1) and words.is_a("truce_on_a_side", whole.first - 1)
        return whole if told or any(i >= 0 and words.is_a("part_of_town", i) for i in parts) else None
    noun = edge - 2 if words.is_a("of_a_whole", edge - 1) else edge - 1
    if noun < 1 or not words.is_a("part_of_town", noun):
        return None
    for i in range(noun - 1, max(noun - 2 - _ADJECTIVES, -1), -1):
        match = around.by_last.get(i)
        if match and match.values[0].kind == "direction":
            return match
        if not words.joined(i):
            return None
    return None
