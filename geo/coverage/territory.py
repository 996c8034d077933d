"""Territory: whether an agreement that a text calls no truce is one about who holds which towns, and what is no agreement."""

from __future__ import annotations

from collections.abc import Sequence

from geo.agreement import AgreementType
from geo.coverage.record import Coverage
from geo.cue import Cue, CueKind
from geo.gazetteer import Kind
from geo.status.naming import is_definite
from geo.syntax.clause import Clause
from geo.syntax.read_text import ReadText
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution

_SIDES_REACH = 8  # words behind an accord that name those between whom it is


def settles_towns(read: ReadText, settlements: Sequence[Coverage]) -> bool:
    """«قبلت فصائل داريا التسوية»: in a text of fighting, the settlement of a town is one with those who fight there."""
    return bool(read.cues.of(CueKind.CONFLICT)) and any(coverage.items for coverage in settlements)


def covers_territory(read: ReadText, coverages: Sequence[Coverage]) -> bool:
    """«الاتفاق يشمل محافظات درعا والقنيطرة»: an agreement said to cover or leave out districts and towns is one about
    territory, even where the text calls it no truce. A trade deal covers countries or goods, and has a name of its own."""
    if read.cues.of(CueKind.OTHER_AGREEMENT) or read.cues.of(CueKind.FIGURATIVE):
        return False
    covering = [coverage for coverage in coverages if coverage.verb]
    named = [r for coverage in covering for r in (*(r for item in coverage.items for r in item), *coverage.excluded)]
    return any(r.area and read.gazetteer.places[r.area.place].kind is not Kind.COUNTRY for r in named)


def parts_fighters(read: ReadText, accord: Cue, areas: Sequence[Resolution]) -> bool:
    """ "The army and rebel groups were close to a deal on Rastan": an accord of two armed sides, named in its sentence, on a
    part of a country is a truce under another name, unless it is one on captives or of another kind. One that is acted on
    («دخلت الورش إلى داريا تنفيذا لاتفاق بين الحكومة والفصائل») must name both itself, in a text of attacks."""
    places = read.gazetteer.places
    parts = [r for r in areas if r.area and (places[r.area.place].kind is not Kind.COUNTRY or r.area.direction)]
    if accord.kind is not CueKind.AGREEMENT or not parts:
        return False
    words = read.words
    first, last = words.sentence(words.sentences[accord.first])
    start, end = first, last
    if read.cues.any_within(first, last, (CueKind.IMPLEMENTING,)):
        between = read.cues.starting(CueKind.PARTY, accord.last + 1)
        fought = any(cue.value == "attack" for cue in read.cues.of(CueKind.CONFLICT))
        if between is None or not words.is_a("between", between.last) or not fought:
            return False
        first, last = between.last + 1, min(between.last + _SIDES_REACH, last)
    armed = [cue for cue in read.cues.within(first, last, CueKind.CONFLICT) if not cue.value]
    rebels = [cue for cue in armed if not words.is_a("state_side", cue.first)] or read.cues.within(first, last, CueKind.GROUP)
    state = bool(words.of_class("state_side", first, last))
    kinds = (CueKind.EXCHANGE, CueKind.OTHER_AGREEMENT, CueKind.FIGURATIVE)
    other = read.cues.within(start, end, *kinds) or any(words.is_a("of_another_accord", i) for i in range(start, end + 1))
    return bool(rebels) and state and not other


def is_declared_safe(sentence: Sentence, clause: Clause, truce: Cue, status: Cue | None) -> bool:
    """«دمشق وما حولها مناطق آمنة بالكامل», «أعلن الجيش المدينة وريفها مناطق آمنة»: what an army says of the land that it has
    taken is no agreement."""
    told = status is not None and status.value == "announced" and any(
        r.mention.last < truce.first for r in sentence.places_in(clause)
    )  # fmt: skip
    new = not is_definite(sentence.words, sentence.cues, truce)
    return truce.value == AgreementType.SAFE_ZONE and new and (status is None or told)
