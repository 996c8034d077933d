"""Failing: talks of those who fight that come to nothing, where no word of the text names the truce that they were about."""

from __future__ import annotations

from collections.abc import Sequence

from geo.claim.record import Claim
from geo.coverage import Coverage
from geo.coverage.container import without_containers
from geo.coverage.listing import with_added
from geo.cue import Cue, CueKind
from geo.gazetteer import Kind
from geo.status.finding import find_status
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution

_TOLD = ("", "complement")  # relations of clauses that tell of what happened
_OPEN = (CueKind.NEGATION, CueKind.DENIAL, CueKind.MODALITY, CueKind.OTHER_AGREEMENT, CueKind.FIGURATIVE)
_FOR = ("عن", "for")
_BODY_REACH = 2  # words from «هيئة» to «عن»: «هيئة التفاوض عن ريف حمص»


def failed_talks(told: Sequence[Sentence]) -> tuple[Claim, ...]:
    """«انهارت المفاوضات بين اللجنة المركزية ووفد النظام في درعا البلد», "talks between rebels and Russian officers in Douma
    collapsed" in a text of attacks: no truce is agreed on there; the first such sentence's claim, or ()."""
    if not told or not any(cue.value == "attack" for cue in told[0].read.cues.of(CueKind.CONFLICT)):
        return ()
    for sentence in told:
        talks = sentence.cues.any_within(sentence.first, sentence.last, (CueKind.MEETING, CueKind.STATUS))
        for clause in sentence.clauses if talks and not (sentence.asks or sentence.figurative) else ():
            if claim := _claim(sentence, clause):
                return (claim,)
    return ()


def _claim(sentence: Sentence, clause: Clause) -> Claim | None:
    talks = _talks(sentence, clause)
    status = find_status(sentence, clause) if talks else None
    if talks is None or status is None or status.value != "rejected" or sentence.is_negated(status):
        return None
    within = [cue for cue in sentence.cues_in(clause, *_OPEN) if not status.first <= cue.first <= status.last]
    other = sentence.words.of_class("of_another_accord", sentence.first, sentence.last)
    places = [] if within or other else _of_side(sentence, clause) or _talked_in(sentence, clause, talks)
    if not places:
        return None
    return Claim(
        clause=clause, first=min(talks.first, status.first), last=max(talks.last, status.last),
        coverage=Coverage(items=[places]), truce=None, type=None, status=status, own_status=True,
    )  # fmt: skip


def _talks(sentence: Sentence, clause: Clause) -> Cue | None:
    """The talks that a clause tells of as its news."""
    if clause.relation not in _TOLD:
        return None
    named = sentence.cues_in(clause, CueKind.MEETING, CueKind.STATUS)
    return next((cue for cue in named if cue.kind is CueKind.MEETING or cue.value == "negotiating"), None)


def _of_side(sentence: Sentence, clause: Clause) -> list[Resolution]:
    """«اجتماع هيئة التفاوض عن ريف حمص الشمالي»: the place that negotiators speak for."""
    for resolution in sentence.places_in(clause):
        at = sentence.edge(resolution, clause.first) - 1
        body = range(max(at - _BODY_REACH, clause.first), at)
        if at > clause.first and sentence.words.texts[at] in _FOR and any(sentence.words.is_a("negotiators", i) for i in body):
            return with_added(sentence, resolution, sentence.places_in(clause))
    return []


def _talked_in(sentence: Sentence, clause: Clause, talks: Cue) -> list[Resolution]:
    """«المفاوضات بين الفصائل والروس في درعا», «… حول درعا»: the part of the country in which those stand who talk, one of them
    armed, or about which they do."""
    parties = sentence.cues.within(talks.last + 1, clause.last, CueKind.PARTY)
    sides = [cue for cue in parties if sentence.words.is_a("between", cue.last)]
    if not sides or not _are_armed(sentence, sides[0].last + 1, clause.last):
        return []
    gazetteer = sentence.read.gazetteer
    for resolution in without_containers(sentence, sentence.places_in(clause)):
        before = sentence.edge(resolution, clause.first) - 1
        preposition = sentence.preposition(before)
        inside = "ب" in resolution.mention.prefixes or (preposition is not None and preposition.value == "in")
        inside = inside or sentence.words.is_a("about_whom", before)
        area = resolution.area
        if not inside or area is None or resolution.mention.first < sides[0].first or sentence.read.is_abroad(resolution):
            continue
        if gazetteer.places[area.place].kind is not Kind.COUNTRY and area.place not in gazetteer.capital_cities:
            return with_added(sentence, resolution, sentence.places_in(clause))
    return []


def _are_armed(sentence: Sentence, first: int, last: int) -> bool:
    armed = any(not cue.value for cue in sentence.cues.within(first, last, CueKind.CONFLICT))
    return armed or sentence.cues.any_within(first, last, (CueKind.GROUP, CueKind.EVACUEES))
