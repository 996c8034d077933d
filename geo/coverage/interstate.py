"""Interstate truces: where two states fight each other, a truce between them is one in both. English only."""

from __future__ import annotations

from itertools import pairwise

from geo.gazetteer import Area, Kind
from geo.mention import Mention
from geo.syntax.sentence import Sentence
from geo.text.cue import Cue, CueKind
from geo.toponym.resolution import Resolution, Role

_BETWEEN = "between"
_BY = "by"
_BETWEEN_REACH = 8  # words between a truce and "between": "a truce that took effect on Monday between …"
_TALKS_REACH = 3  # words from those who talk to the truce: "on a"
_OPENING_REACH = 3  # words that a sentence may have before its subject
_OWN_DEEDS = (
    "agreed",
    "in_force",
    "extended",
    "violated",
)  # what one does with a truce of one's own; talks may be about another's
_FORCES_REACH = 2  # words from "Chilean" to "troops"
_LISTED_REACH = 2  # words from one adjective to the next
_ACCUSES = "accus"


def at_war(sentence: Sentence, truce: Cue) -> list[Resolution]:
    """In "Peru and Chile agreed to a truce", "a truce between Peru and Chile" the two states; [] where a third is named with
    them, or where the text is about a country that neither of them is: then they talk about somebody else's truce."""
    read = sentence.read
    attacks = any(cue.value == "attack" for cue in read.cues.of(CueKind.CONFLICT))
    if not attacks or read.cues.of(CueKind.FIGURATIVE):  # a truce in a trade war
        return []
    named = [r for r in read.resolutions if sentence.first <= r.mention.first <= sentence.last and _is_state(sentence, r)]
    for first in named:
        pair = [r for r in named if r.mention.group == first.mention.group]
        states = {r.area for r in pair}
        home = read.home is None or Area(read.home) in states
        if first is pair[0] and len(states) == 2 and home and _fight(sentence, truce, pair):
            return pair
    return _accusing(sentence, truce, named) or _armies(sentence, truce)


def _armies(sentence: Sentence, truce: Cue) -> list[Resolution]:
    """In "Peruvian and Chilean troops traded fire, breaching the truce", "a truce between Peruvian and Chilean forces" the two
    states whose forces are told of."""
    read, words = sentence.read, sentence.words
    named = [
        (first, match.last, match.values[0]) for first, match in read.demonyms.by_first(words).items()
        if (sentence.first <= first and match.last < truce.first) or (truce.last < first <= sentence.last)
    ]  # fmt: skip
    for (first, last, one), (behind, end, other) in pairwise(sorted(named)):
        forces = sentence.cues.within(end + 1, end + _FORCES_REACH, CueKind.CONFLICT)
        armed = bool(forces) and not forces[0].value
        home = read.home in (None, one, other)
        if first > truce.last and (words.texts[first - 1] != _BETWEEN or first > truce.last + 1 + _BETWEEN_REACH):
            continue
        if one != other and behind - last <= _LISTED_REACH and (armed or _agree(sentence, truce, end + 1)) and home:
            return [_of_adjective(sentence, i, j, country) for i, j, country in ((first, last, one), (behind, end, other))]
    return []


def _agree(sentence: Sentence, truce: Cue, who: int) -> bool:
    """ "Peruvian and Chilean leaders met in Quito and agreed a ceasefire", in a sentence that names no third state."""
    titled = sentence.words.is_a("ruler", who) or sentence.words.is_a("official", who)
    done = sentence.cues.within(who, truce.first - 1, CueKind.STATUS) if titled else []
    abroad = {
        r.area for r in sentence.read.resolutions if sentence.first <= r.mention.first < truce.first and _acts(sentence, r)
    }
    return not abroad and any(cue.value == "agreed" for cue in done)


def _acts(sentence: Sentence, resolution: Resolution) -> bool:
    return _is_state(sentence, resolution) and resolution.mention.first not in sentence.read.whereabouts


def _of_adjective(sentence: Sentence, first: int, last: int, country: str) -> Resolution:
    span = sentence.words.source(first, last)
    mention = Mention(span=span, name=span, first=first, last=last, candidates=(), prefixes=(), group=-1 - first)
    return Resolution(mention=mention, area=Area(country), candidates=())


def _accusing(sentence: Sentence, truce: Cue, named: list[Resolution]) -> list[Resolution]:
    """In "Peru accused Chile of breaking the truce" each is a side of it."""
    texts = sentence.words.texts
    for one, other in pairwise(named):
        between = texts[one.mention.last + 1 : other.mention.first]
        breach = sentence.cues.within(other.mention.last + 1, truce.first - 1, CueKind.STATUS)
        accused = any(word.startswith(_ACCUSES) for word in between) and texts[
            other.mention.last + 1 : other.mention.last + 2
        ] == ("of",)
        if accused and one.area != other.area and any(cue.value == "violated" for cue in breach):
            return [one, other]
    return []


def _is_state(sentence: Sentence, resolution: Resolution) -> bool:
    area = resolution.area
    if area is None or area.direction or resolution.role is Role.VENUE:
        return False
    return sentence.read.gazetteer.places[area.place].kind is Kind.COUNTRY


def _fight(sentence: Sentence, truce: Cue, pair: list[Resolution]) -> bool:
    texts, first, last = sentence.words.texts, pair[0].mention.first, pair[-1].mention.last
    if texts[first - 1] == _BETWEEN and truce.last < first <= truce.last + 1 + _BETWEEN_REACH:
        return True
    if texts[first - 1] == _BETWEEN and 0 < truce.first - last <= _TALKS_REACH:  # "talks between Peru and Chile on a truce"
        return True
    if texts[first - 1] == _BY and truce.last < first:  # "a ceasefire agreed by Peru and Chile"
        return sentence.words.is_a("made_by_sides", first - 2) and _tells_of_either(sentence, pair)
    opens = first - sentence.first <= _OPENING_REACH or sentence.words.is_a("reports", first - 1)
    done = sentence.cues.within(last + 1, truce.first - 1, CueKind.STATUS) if opens else []
    return any(cue.value in _OWN_DEEDS and not sentence.cues.starting(CueKind.SPONSOR, cue.first) for cue in done)


def _tells_of_either(sentence: Sentence, pair: list[Resolution]) -> bool:
    """True if the text names a place inside of one of the states: two that agree may be the patrons of somebody's truce."""
    states = {r.area.place for r in pair if r.area}
    named = [sentence.read.gazetteer.places[r.area.place] for r in sentence.read.resolutions if r.area]
    return any(place.kind is not Kind.COUNTRY and place.country in states for place in named)
