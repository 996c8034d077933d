"""Further parts of a place that is named once: «ريف حلب الغربي والجنوبي», «شرق حلب وغربها», «شمال وشرق حلب»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.mention.surroundings import Surroundings
from geo.mention.tables import Draft, PlaceWord
from geo.text.phrase import Match, phrase_words

_AND = ("و",)


def further_parts(around: Surroundings, found: Sequence[Draft], occupied: set[int]) -> list[Draft]:
    """The parts behind and before the mentions `found` that only a direction names, each a mention of the same place."""
    parts: list[Draft] = []
    for mention in found:
        last = mention
        while (match := _behind(around, last)) and match.first not in occupied:
            part = _part(around, mention, match) if mention.direction else _namesake(around, mention, match)
            if part is None:
                break
            last = part
            parts.append(part)
        if not mention.direction:
            continue
        before = around.by_last.get(mention.first - 1)
        joined = mention.prefixes == _AND and around.words.joined(mention.first - 1)
        own = around.by_first.get(mention.first)  # no «الغوطة الشرقية», whose direction is a part of its name
        if joined and before and _is(before, "direction") and own and _is(own, "direction") and before.first not in occupied:
            parts.append(_part(around, mention, before))
    return parts


def _behind(around: Surroundings, mention: Draft) -> Match[PlaceWord] | None:
    """The direction that «و» joins to a mention: an adjective to an adjective, «وغربها» to any."""
    match = around.by_first.get(mention.last + 1)
    if match is None or match.prefixes != _AND or not around.words.joined(mention.last):
        return None
    ends = around.by_last.get(mention.last)
    adjectives = _is(match, "direction_adjective") and ends is not None and _is(ends, "direction_adjective")
    return match if adjectives or _is(match, "anaphor_direction") else None


def _is(match: Match[PlaceWord], kind: str) -> bool:
    return match.values[0].kind == kind


def _part(around: Surroundings, mention: Draft, match: Match[PlaceWord]) -> Draft:
    span = match.span(around.words)
    return replace(
        mention, span=span, name=span, first=match.first, last=match.last, prefixes=match.prefixes,
        direction=match.values[0].value, anaphor=True,
    )  # fmt: skip


def _namesake(around: Surroundings, mention: Draft, match: Match[PlaceWord]) -> Draft | None:
    """«القلمون الشرقي والغربي»: a direction that is a part of the name gives way to another."""
    own = around.by_last.get(mention.last)
    name = phrase_words(mention.name.of(around.text))
    if own is None or own.first <= mention.first:
        return None
    named = around.tables.names.values_of((*name[: own.first - own.last - 1], *phrase_words(match.values[0].text)))
    return replace(_part(around, mention, match), direction="", candidates=named[0].places) if named else None
