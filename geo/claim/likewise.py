"""Likewise: truces that stand in other places beside the one that a text tells of, which it only counts or lists."""

from __future__ import annotations

from collections.abc import Iterator

from geo.claim.record import ToldOfPlaces
from geo.coverage import Coverage
from geo.coverage.container import without_containers
from geo.coverage.listing import with_added
from geo.cue import Cue, CueKind
from geo.status.naming import ZONES, is_plural
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution

_TRUCES = (CueKind.TRUCE, CueKind.AGREEMENT)
_SERIES_REACH = 3  # words from "a series of" to the truces: "of local ceasefires"
_BEHIND_REACH = 4  # words from the truces to "following"
_THOSE_REACH = 4  # words from "following" to the place: "those in the town of"
_NOUN_REACH = 4  # words from "there" to the truces: "are similar"
_COUNT_REACH = 2  # words from a number to the zones: "three more"
_MADE = ("agreed", "announced", "in_force")  # values of what those before are said to be: "those agreed in"
_AREAS, _THERE = "areas", "there"
_LIST_REACH = 8  # words from either to the first place: "already exist in Syria: in Homs"
_SAYS_ELSE = (CueKind.STATUS, CueKind.CONFLICT, CueKind.SPEECH, CueKind.EVACUATION, CueKind.OPENER)


def find_likewise(sentence: Sentence) -> list[ToldOfPlaces]:
    """ "The latest in a series of local ceasefires, following those in Qudsaya and Yalda", «وهناك هدن مماثلة في ببيلا ويلدا»,
    "three more zones already exist in Syria: in Homs, in Eastern Ghouta and in Daraa": the truces that a sentence says are
    there, too."""
    found: list[ToldOfPlaces] = []
    for truce, places in (*_followed(sentence), *_existing(sentence)):
        status = truce._replace(kind=CueKind.STATUS, value="in_force")
        found.append(ToldOfPlaces(coverage=Coverage(items=[places], likewise=True), status=status, truce=truce))
    return found[:1]


def _followed(sentence: Sentence) -> Iterator[tuple[Cue, list[Resolution]]]:
    """ "A series of local ceasefires, following those in Qudsaya", «سلسلة هدن محلية، بعد قدسيا»: those before the last."""
    words = sentence.words
    for truce in sentence.cues.within(sentence.first, sentence.last, *_TRUCES):
        before = range(max(truce.first - _SERIES_REACH, sentence.first), truce.first)
        if not is_plural(sentence, truce) or not any(words.is_a("series", i) for i in before):
            continue
        behind = range(truce.last + 1, min(truce.last + 1 + _BEHIND_REACH, sentence.last))
        after = next((i for i in behind if words.is_a("after", i)), None)
        if after is not None and (places := _listed_behind(sentence, after)):
            yield truce, places


def _listed_behind(sentence: Sentence, after: int) -> list[Resolution]:
    """The list behind "following", as names alone that end their part of the sentence, or behind "those in", «هدن»."""
    places = [r for r in without_containers(sentence, sentence.places) if r.mention.first > after]
    if not places or sentence.read.is_abroad(places[0]):
        return []
    listed, edge = with_added(sentence, places[0], places), sentence.edge(places[0], after + 1)
    between, last = range(after + 1, edge), listed[-1].mention.last
    those = len(between) > 0 and sentence.words.is_a("like_ones", after + 1)
    those = those or bool(sentence.cues.within(after + 1, edge - 1, *_TRUCES))
    told = sentence.cues.within(after + 1, edge - 1, *_SAYS_ELSE)
    told = [cue for cue in told if not those or (cue.value not in _MADE and cue.kind is not CueKind.OPENER)]
    if len(between) > _THOSE_REACH or told:
        return []
    closed = last == sentence.last or bool(sentence.gap(last, last + 1).strip())
    return listed if those or (not between and closed) else []


def _existing(sentence: Sentence) -> Iterator[tuple[Cue, list[Resolution]]]:
    """ "Three more zones already exist in …", «وتوجد ثلاث مناطق أخرى في …»: zones or truces beside those that the text has told
    of, and the places behind both words, or behind a colon."""
    further = sentence.words.of_class("more_of_them", sentence.first, sentence.last)
    for noun in range(sentence.first, sentence.last) if further else ():
        named = _truces_or_zones(sentence, noun)
        last = _further(sentence, named) if named else None
        if named is None or last is None or sentence.cues.within(sentence.first, named.first, CueKind.NEGATION):
            continue
        told = _told_to_exist(sentence, named, last)
        if told is not None and (places := _list_behind(sentence, told)):
            yield named._replace(kind=CueKind.TRUCE), places


def _truces_or_zones(sentence: Sentence, noun: int) -> Cue | None:
    """The truces that end with a word, or the zones that are counted, in a text that has told of one that is a truce's."""
    words, cues = sentence.words, sentence.cues
    truce = next((cue for kind in _TRUCES if (cue := cues.ending(kind, noun)) and is_plural(sentence, cue)), None)
    zone = cues.ending(CueKind.ZONES, noun) if truce is None and words.is_a("zones", noun) else None
    if zone is None or words.texts[noun] == _AREAS:
        return truce
    told = any(cue.value in ZONES for cue in cues.within(0, sentence.first - 1, CueKind.TRUCE))
    before = range(max(noun - _COUNT_REACH, sentence.first), noun)
    counted = zone.first < zone.last or any(words.is_a("count", i) or words.texts[i].isdigit() for i in before)
    return zone if told and counted else None


def _further(sentence: Sentence, named: Cue) -> int | None:
    """The last word of zones or truces that a word beside calls further ones: "more zones", «مناطق أخرى»; None for others."""
    words, behind = sentence.words, named.last + 1
    if words.is_english(named.last):
        before = range(max(named.first - 2, sentence.first), named.last)
        return named.last if any(words.is_a("more_of_them", i) for i in before) else None
    return behind if behind < sentence.last and words.is_a("more_of_them", behind) else None


def _told_to_exist(sentence: Sentence, named: Cue, last: int) -> int | None:
    """The last word of "there are similar truces", "more zones already exist", «وتوجد مناطق أخرى»; None for other words."""
    words = sentence.words
    if not words.is_english(last):
        return last if words.is_a("exists", named.first - 1) else None
    before = range(max(named.first - _NOUN_REACH, sentence.first), named.first)
    if any(words.is_a("exists", i) and words.is_a("lie_in", i + 1) for i in before):
        return last
    behind = range(last + 1, min(last + 3, sentence.last))
    return next((i for i in behind if words.is_a("exists", i) and words.texts[i] != _THERE), None)


def _list_behind(sentence: Sentence, word: int) -> list[Resolution]:
    """The places behind a word that a preposition opens, or a colon, as far as the sentence says nothing else."""
    words, read = sentence.words, sentence.read
    behind = range(word, min(word + _LIST_REACH, sentence.last))
    colon = next((i for i in behind if ":" in sentence.gap(i, i + 1)), None)
    found: list[Resolution] = []
    for place in without_containers(sentence, [r for r in sentence.places if r.mention.first > (colon or word)]):
        last = found[-1].mention.last if found else word
        edge = sentence.edge(place, last + 1)
        if sentence.cues.within(last + 1, edge - 1, *_SAYS_ELSE) or read.is_abroad(place):
            break
        preposition = sentence.preposition(edge - 1)
        located = (preposition is not None and preposition.value == "in") or "ب" in place.mention.prefixes
        if not found and not (located or (colon is not None and edge == colon + 1) or words.is_a("and", edge - 1)):
            return []
        found.append(place)
    last = found[-1].mention.last if found else sentence.last
    return [] if sentence.cues.within(last + 1, sentence.last, CueKind.CONFLICT) else found
