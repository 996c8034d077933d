"""Inroad: an army that comes into the zone between the sides of a past war, out of which it has to stay."""

from __future__ import annotations

from geo.cue import Cue, CueKind
from geo.gazetteer import StandingTruce
from geo.syntax.sentence import NEGATION_REACH, Sentence

_VERB_REACH = 9  # words from «توغلت», with who does so and when, to the zone
_SUBJECT_REACH = 6  # words from who comes in to the verb
_INTO_REACH = 5  # words from "into" to the zone: "the UN-monitored"
_TO = "to"
_IN_ORDER_TO = "ل"


def is_inroad(sentence: Sentence, zone: Cue) -> bool:
    """«توغلت القوات الإسرائيلية في المنطقة العازلة في الجولان», "Israeli tanks crossed into the buffer zone with Syria": one of
    the two states that a zone parts, or its forces, comes in; not one that may or did not, and not those who keep the peace."""
    words, first = sentence.words, max(zone.first - _VERB_REACH, sentence.first)
    rows = [row for row in sentence.read.gazetteer.standing if row.type == zone.value] if zone.kind is CueKind.TRUCE else []
    beside = words.of_class("beside_a_zone", max(zone.first - _INTO_REACH, first), zone.first - 1)
    if not rows or first == zone.first or beside:
        return False
    verbs = [*words.of_class("takes_ground", first, zone.first - 1)]
    if words.of_class("leads_into", max(zone.first - _INTO_REACH, first), zone.first - 1):
        verbs += words.of_class("advances", first, zone.first - 1)
    come = [state for verb in verbs if not _is_open(sentence, verb) for state in _who_comes(sentence, verb, zone)]
    return bool(come) and any(_parts(sentence, row, zone, come[0]) for row in rows)


def _is_open(sentence: Sentence, verb: int) -> bool:
    """True for what did not happen, or is only meant to."""
    near = sentence.cues.within(max(verb - 1 - NEGATION_REACH, sentence.first), verb - 1, CueKind.NEGATION, CueKind.MODALITY)
    denied = sentence.cues.any_within(sentence.first, verb - 1, (CueKind.DENIAL,))
    return denied or bool(near) or sentence.words.texts[verb - 1] == _TO or sentence.words.texts[verb].startswith(_IN_ORDER_TO)


def _who_comes(sentence: Sentence, verb: int, zone: Cue) -> list[str]:
    """The state whose forces, or which itself, come into a zone: the nearest before an English verb, the first behind an Arabic
    one, or else the nearest before it."""
    first, last = max(verb - _SUBJECT_REACH, sentence.first), zone.first - 1
    before, behind = sentence.read.states(first, verb - 1)[-1:], sentence.read.states(verb + 1, last)[:1]
    come = before if sentence.words.is_english(verb) else behind or before
    itself = any(first <= word <= last and [state] == come for word, (_, state) in sentence.read.named_states.items())
    armed = sentence.words.of_class("own_force", first, last) or sentence.words.of_class("force_on_the_move", first, last)
    return come if itself or armed else []


def _parts(sentence: Sentence, row: StandingTruce, zone: Cue, state: str) -> bool:
    """True if a truce of a past war parts the state whose army comes in from the one that the sentence names beside it."""
    places = sentence.read.gazetteer.places
    here = {places[r.area.place].country for r in sentence.places_in(sentence.clause_at(zone.first)) if r.area}
    named = {*sentence.read.states(sentence.first, sentence.last), *here, *sentence.read.countries_of(row.areas)}
    return state in row.states and row.states.issuperset(here) and row.states.issubset(named)
