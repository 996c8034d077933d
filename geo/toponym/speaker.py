"""Speakers: where somebody says something, and whose minister or singer he is: neither says where a truce is."""

from __future__ import annotations

from geo.cue import CueKind, Cues
from geo.gazetteer import Gazetteer, Kind
from geo.text.phrase import PhraseTable, Words
from geo.toponym.resolution import Resolution

_AUDIENCE_REACH = 6  # words of "told a news conference", «لوكالة فرانس برس»
_SPEECH_REACH = 8  # words from «قال» and who says it to the preposition
_OFFICE_REACH = 4  # words from "Turkey's" to "ministry"
_VERB_REACH = 8  # words from a minister and his name to what he says
_IN, _FROM = "in", "from"  # values of prepositions
_TO = "ل"
_THAT = "that"
_WITH = "with"
_WISHED = "proposed"  # the status of what one calls for


def is_spoken_in(
    words: Words, cues: Cues, place: Resolution, before: int, preposition: str, gazetteer: Gazetteer
) -> bool:  # fmt: skip
    """ "Said in Tunis that", "told reporters in Benghazi", «للصحفيين في بنغازي», "a speech at the base": where somebody speaks.
    `before` is the last word before the name's preposition."""
    if preposition not in (_IN, _FROM) or before < 0 or not words.joined(before):
        return False
    if words.is_english(place.mention.first):
        return _in_english(words, place, before, preposition)
    if preposition == _IN:
        first = _audience(words, before)
        return words.is_a("addresses", first - 1) or (first <= before and words.texts[first].startswith(_TO))
    return _is_said_from(words, cues, place, before, gazetteer)


def _in_english(words: Words, place: Resolution, before: int, preposition: str) -> bool:
    last = place.mention.last
    ends = not words.joined(last) or words.texts[last + 1] == _THAT
    passive = before > 0 and words.is_a("passive", before - 1)
    if words.is_a("speaks", before):
        return ends and not passive
    if words.is_a("official", before) and before > 0 and not words.joined(before - 1) and words.joined(last):
        return words.is_a("speaks", last + 1)  # "agreed to a truce, officials in Dubai said"
    if preposition == _IN and words.is_a("addresses", before):
        return True
    first = _audience(words, before)
    return first <= before and words.is_a("speaks", first - 1)


def _audience(words: Words, last: int) -> int:
    """The first of the words up to `last` that name who is told something, `last` + 1 if that is none of them."""
    first = last + 1
    while last - first < _AUDIENCE_REACH and words.is_a("audience", first - 1) and words.joined(first - 2):
        first -= 1
    return first


def _is_said_from(words: Words, cues: Cues, place: Resolution, before: int, gazetteer: Gazetteer) -> bool:
    """«قال المبعوث من تونس إن», «أفادت سانا من دمشق بأن»; in «قال ناشط من دمشق إن» it is where he is at home."""
    area, first = place.area, words.sentence(words.sentences[place.mention.first])[0]
    if area is None or not (gazetteer.places[area.place].kind is Kind.COUNTRY or area.place in gazetteer.capital_cities
                            or area.place in gazetteer.host_cities):  # fmt: skip
        return False
    says = cues.within(max(before - _SPEECH_REACH, first), before, CueKind.SPEECH)
    behind = place.mention.last + 1
    reported = behind < len(words) and words.joined(behind - 1) and words.is_a("reports", behind)
    return bool(says) and reported and not words.is_a("at_home", before)


def states_of_speakers(words: Words, cues: Cues, demonyms: PhraseTable[str], owners: dict[int, int]) -> frozenset[int]:
    """The first words of the names and adjectives of states that only say whose somebody is who speaks of a truce, or who leads
    those who do: "Turkey's defence ministry said", "a French lawmaker called for", "the Saudi-led coalition". `owners` are the
    last words of the text's countries by their first. English only."""
    named = {**{first: match.last for first, match in demonyms.by_first(words).items()}, **owners}
    return frozenset(first for first, last in named.items() if words.is_english(first) and _is_of_speaker(words, cues, last))


def _is_of_speaker(words: Words, cues: Cues, last: int) -> bool:
    if last + 1 < len(words) and words.between(last, last + 1) == "-":
        return True  # "Saudi-led", "Russian-brokered"
    end = words.sentence(words.sentences[last])[1]
    for word in range(last + 1, min(last + _OFFICE_REACH, end) + 1):
        if not words.joined(word - 1) or any(cues.ending(kind, word) for kind in (CueKind.CONFLICT, CueKind.LOCATIVE)):
            return False
        if words.is_a("performer", word):
            return True
        if words.is_a("ruler", word) or words.is_a("official", word) or words.is_a("office_holder", word):
            return _only_says(words, cues, word + 1, end)
    return False


def _only_says(words: Words, cues: Cues, first: int, end: int) -> bool:
    """True if the first verb is one of saying or wishing: "said the truce was violated", "called for a truce"; who agreed on a
    truce, refuses one or speaks of "the truce with the rebels" is a side of it."""
    for truce in cues.within(first, end, CueKind.TRUCE):
        if (
            truce.last + 1 < end
            and words.texts[truce.last + 1] == _WITH
            and not cues.starting(CueKind.CONFLICT, truce.last + 2)
        ):
            return False
    end = min(end, first + _VERB_REACH)
    speaks = next((i for i in range(first, end + 1) if words.is_a("speaks", i)), None)
    told = next(iter(cues.within(first, end, CueKind.STATUS)), None)
    if told is not None and (speaks is None or told.first < speaks):
        return told.value == _WISHED
    return speaks is not None
