"""Place names in a text: each at its exact span, with what precedes it and what cuts a part out of it."""

from __future__ import annotations

from geo.mention.anaphor import TOLD_OF
from geo.mention.listing import group_lists
from geo.mention.parts import further_parts
from geo.mention.surroundings import Surroundings
from geo.mention.tables import Draft, Mention, MentionTables, Named, PlaceWord
from geo.mention.unknown import unknown_names
from geo.text.phrase import Match, Words

__all__ = ["Mention", "MentionTables", "PlaceWord", "find_mentions"]

_TANWIN = "\u064b"  # «ـً», which ends adjectives and adverbs


def find_mentions(text: str, words: Words, tables: MentionTables) -> tuple[Mention, ...]:
    """The place names in a text, in order and disjoint; those behind a head word that no table knows are among them.

    `words` are those of the folded `text`. A name inside a mask (an organisation, an operation) is none.
    """
    around = Surroundings(text, words, tables)
    found: list[Draft] = []
    occupied: set[int] = set()
    for outer in tables.names.find(words):
        inner = around.behind_direction(outer.first) or around.behind_distance(outer)
        match = outer if inner is None else tables.names.at(words, inner)
        if match is None:
            continue
        match = around.before_countryside(match) or around.mask_behind_article(match) or match
        named = match.values[0]
        if named.masked or around.names_another(match) or around.is_acronym(match):
            occupied.update(range(match.first, match.last + 1))  # a mask: the place inside it disappears
        elif "س" not in match.prefixes and _is_written_as_name(text, words, match):
            draft = around.extend(match, named, found[-1] if found else None)
            if not around.names_time(draft) and not around.means_two_villages(draft):
                found.append(draft)
    found = around.join_roads(found)
    occupied.update(i for draft in found for i in range(draft.first, draft.last + 1))
    for find_more in (*TOLD_OF, unknown_names):
        more = find_more(around, found, occupied)
        occupied.update(i for draft in more for i in range(draft.first, draft.last + 1))
        found += more
    found += further_parts(around, found, occupied)
    drafts = sorted(found, key=lambda draft: draft.span)
    group_lists(drafts, around)
    return tuple(draft.mention() for draft in drafts)


def _is_written_as_name(text: str, words: Words, match: Match[Named]) -> bool:
    """A Latin name has a capital somewhere, initials have nothing else; an Arabic name has no tanwin, as «150 سورياً», «دعماً
    روسياً» and «دوماً» have."""
    written = match.span(words).of(text)
    if not words.is_english(match.first):
        return _TANWIN not in written
    if match.values[0].initials:
        return written.removesuffix("s").rstrip("'’").isupper()
    return any(c.isupper() for c in written)
