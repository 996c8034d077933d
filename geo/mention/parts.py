"""Further parts of a place that is named once: «ريف حلب الغربي والجنوبي», «شرق حلب وغربها», "northern and eastern Homs"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.mention.surroundings import Surroundings
from geo.mention.tables import Draft, PlaceWord
from geo.text.phrase import Match, phrase_words

_AND = ("و",)
_ADJECTIVE = ("ern", "central")  # of English directions: "the north and eastern Homs" names two places


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
        own = around.by_first.get(mention.first)  # no «الغوطة الشرقية», whose direction is a part of its name
        if own and (_is(own, "direction") or _is(own, "direction_of")):
            before = [match for match in _before(around, mention) if match.first not in occupied]
            drafts = [_part(around, mention, m) if mention.direction else _other_name(around, mention, own, m) for m in before]
            parts += [draft for draft in drafts if draft]
    return parts


def _before(around: Surroundings, mention: Draft) -> Iterator[Match[PlaceWord]]:
    """The directions before that of a mention: «شمال وشرق حلب», "northern, central and eastern Homs"."""
    words, last = around.words, mention.first - 1
    if mention.prefixes == _AND and words.joined(last):
        before = around.by_last.get(last)
        if before and _is(before, "direction"):
            yield before
    if last < 1 or words.texts[last] != "and":
        return
    if words.is_a("compass_point", mention.first) and words.is_a("compass_point", last - 1):
        yield from filter(None, (around.by_last.get(last - 1),))  # "the north and northeast of Syria"
    if not words.texts[mention.first].endswith(_ADJECTIVE):
        return
    while (
        (before := around.by_last.get(last - 1)) and _is(before, "direction") and words.texts[before.last].endswith(_ADJECTIVE)
    ):
        yield before
        last = before.first
        if not last or words.between(last - 1, last).strip() != ",":
            return


def _behind(around: Surroundings, mention: Draft) -> Match[PlaceWord] | None:
    """The direction that «و» joins to a mention: an adjective to an adjective, «وغربها» to any; "Syria's north and east"."""
    words, behind = around.words, mention.last + 2
    if behind < len(words) and words.texts[behind - 1] == "and" and words.is_a("compass_point", mention.last):
        possessed = around.possessed_part(behind - 1) if words.joined(behind - 2) else None
        return possessed if possessed and possessed.first == behind else None
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


def _other_name(
    around: Surroundings, mention: Draft, own: Match[PlaceWord], match: Match[PlaceWord]
) -> Draft | None:  # fmt: skip
    """ "Northern and eastern Homs countryside": the same before a name that starts with its `own` direction."""
    name = phrase_words(mention.name.of(around.text))
    rest = name[own.last - own.first + 1 :]
    named = around.tables.names.values_of((*phrase_words(match.values[0].text), *rest))
    if named:
        return replace(_part(around, mention, match), direction="", candidates=named[0].places)
    whole = around.tables.names.values_of(rest)  # «شرق وجنوب حلب»
    return replace(_part(around, mention, match), candidates=whole[0].places) if whole else None
