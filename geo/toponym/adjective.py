"""Adjectives: names of countries that are adjectives, too ("US officials", «وفدا روسيا»)."""

from __future__ import annotations

from collections.abc import Collection

from geo.cue import CueKind, Cues
from geo.mention import Mention
from geo.text.phrase import PhraseTable, Words

_NISBA, _TANWIN = "يا", "ا"  # how an accusative adjective of a country ends, and the noun before it
_CONJUNCTIONS = ("and", "or")
_BEHIND_A_COUNTRY = (  # what may follow the name of a country
    CueKind.SPEECH, CueKind.MODALITY, CueKind.NEGATION, CueKind.OPENER, CueKind.LOCATIVE, CueKind.ABOUT,
)  # fmt: skip


def is_english_adjective(
    mention: Mention, words: Words, cues: Cues, demonyms: PhraseTable[str], named: Collection[int]
) -> bool:  # fmt: skip
    """A name that is an adjective too, behind "a", before a noun or listed with another adjective: "US officials", "a US
    brokered truce", "U.S. and Russian envoys". `named` are the first words of all names."""
    behind = mention.last + 1
    adjective = demonyms.at(words, mention.first) if words.is_english(mention.first) else None
    if not adjective or adjective.last != mention.last or behind >= len(words) or not mention.candidates:
        return False
    gap = words.between(mention.last, behind).strip(".")
    if gap == ", ":
        return behind not in named and demonyms.at(words, behind) is not None
    if gap != " " and not gap.startswith("-"):
        return False
    if gap.startswith("-") or (mention.first and words.texts[mention.first - 1] == "a"):
        return True
    if words.texts[behind] in _CONJUNCTIONS:
        return behind + 1 not in named and demonyms.at(words, behind + 1) is not None
    does = words.is_a("state_does", behind) and words.texts[mention.first - 1] == "the"  # "after the US imposed sanctions"
    return not does and not any(cues.starting(kind, behind) for kind in _BEHIND_A_COUNTRY)


def is_accusative_adjective(mention: Mention, words: Words) -> bool:
    """«قتل 15 عسكريا روسيا», «قدم مقترحا سوريا»: behind an indefinite object the name of the country is its adjective; not in
    «اتهم مجددا روسيا», which is said of the country."""
    name, noun = mention.first, mention.first - 1
    bare = mention.first == mention.last and not mention.prefixes and not mention.head and words.texts[name].endswith(_NISBA)
    if not bare or noun < 0 or not words.joined(noun) or not words.texts[noun].endswith(_TANWIN):
        return False
    counted = noun > 0 and words.joined(noun - 1) and words.texts[noun - 1].isdigit()
    return counted or words.is_a("has_a_country", noun)
