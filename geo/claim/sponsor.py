"""Sponsors: the states that a clause names behind a truce, those that vouch for it, and those that talk about it."""

from __future__ import annotations

from dataclasses import dataclass

from geo.claim.record import Claim
from geo.cue import Cue, CueKind
from geo.status.finding import find_status
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.toponym.resolution import Resolution, Role

_NEGOTIATOR_REACH = 4  # words around «محادثات» in which those who talk are named
_SPONSOR_REACH = 6  # words behind «برعاية» in which the states stand
_MADE_REACH = 8  # words from "agreed" to the town: "agreed at the G20 summit in"
_BY_REACH = 4  # words from "brokered" to "by": "last year by"
_BEHIND = ("by", "with")
_HYPHENATED_REACH = 3  # words before "-brokered" that are hyphenated to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Sponsors:
    """Ids of countries, in the order of the text; `last` is the last word that names one, -1 where none does."""

    sponsors: tuple[str, ...]
    guarantors: tuple[str, ...]
    last: int


def find_sponsors(sentence: Sentence, clause: Clause, status: Cue | None) -> Sponsors:
    """Who stands behind the truce of a clause; where it is only talked about or proposed, those who talk."""
    read, last = sentence.read, -1
    known: dict[bool, list[str]] = {False: [], True: []}
    for cue in sentence.cues_in(clause, CueKind.SPONSOR):
        first, end = cue.last + 1, min(cue.last + _SPONSOR_REACH, clause.last)
        if sentence.words.between(cue.first - 1, cue.first).endswith("-"):  # "a U.S.-Russian-brokered truce in Yemen"
            first, end = max(sentence.first, cue.first - _HYPHENATED_REACH), cue.first - 1
        elif _is_active(sentence, cue):
            first, end = max(sentence.first, cue.first - _SPONSOR_REACH), cue.first - 1
        vouching = known[cue.value == "guarantors"]
        vouching += [state for state in read.states(first, end) if state not in vouching]
        last = max([last, *(i for i in range(first, end + 1) if read.states(i, i))])
    sponsors = known[False]
    if not sponsors and status and status.value in ("negotiating", "proposed"):
        sponsors = _negotiators(sentence, clause)
    return Sponsors(sponsors=tuple(sponsors), guarantors=tuple(known[True]), last=last)


def _is_active(sentence: Sentence, cue: Cue) -> bool:
    """ "The truce that Russia and Turkey brokered in Idlib", "France brokered a truce": who did so stands before; in "brokered
    last year by France", "brokered with Turkey" behind. English only."""
    words = sentence.words
    behind = range(cue.last + 1, min(cue.last + 1 + _BY_REACH, sentence.last + 1))
    by = any(words.texts[i] in _BEHIND for i in behind)
    return words.is_a("brokers", cue.first) and cue.first == cue.last and not by and bool(
        sentence.read.states(max(sentence.first, cue.first - _SPONSOR_REACH), cue.first - 1)
    )  # fmt: skip


def _negotiators(sentence: Sentence, clause: Clause) -> list[str]:
    """The states named beside the talks («محادثات أميركية روسية»), the country that they are about aside."""
    governing = [c for c in sentence.clauses if c.first <= clause.first]
    told = (find_status(sentence, c) for c in reversed(governing))
    talks = next((status for status in told if status and status.value == "negotiating"), None)
    if talks is None:
        return []
    first, last = max(sentence.first, talks.first - _NEGOTIATOR_REACH), talks.last
    while last < min(sentence.last, talks.last + _NEGOTIATOR_REACH) and not sentence.cues.starting(CueKind.LOCATIVE, last + 1):
        last += 1
    return [state for state in sentence.read.states(first, last) if state != sentence.read.home]


def find_states(sentence: Sentence, claim: Claim) -> None:
    """Sponsors and guarantors, and the places that name the agreement."""
    behind = find_sponsors(sentence, claim.clause, claim.status)
    claim.sponsors += [state for state in behind.sponsors if state not in claim.sponsors]
    claim.guarantors += [state for state in behind.guarantors if state not in claim.guarantors]
    claim.last = max(claim.last, behind.last)
    here = [r for r in sentence.read.resolutions if r.area and sentence.first <= r.mention.first <= sentence.last]
    named = [r for r in here if r.mention.first in sentence.read.event_names]
    claim.events = [r.area.place for r in here if r.area and (r in named or _is_made_in(sentence, r))]
    claim.called_by = [r.area.place for r in named if r.area and _calls_accord(sentence, r)]
    claim.states = sentence.read.states(sentence.first, sentence.last)


def _calls_accord(sentence: Sentence, event: Resolution) -> bool:
    """ "The Sochi agreement", «اتفاق سوتشي»: not "the Astana talks"."""
    first, last = event.mention.first, event.mention.last
    return bool(sentence.cues.ending(CueKind.AGREEMENT, first - 1) or sentence.cues.starting(CueKind.AGREEMENT, last + 1))


def _is_made_in(sentence: Sentence, place: Resolution) -> bool:
    """ "Agreed in Sochi on a zone", "a truce negotiated in Amman", «اتفقا في هامبورغ»: where a truce was made."""
    if place.role is not Role.VENUE:
        return False
    first = max(place.mention.first - _MADE_REACH, sentence.first)
    done = sentence.cues.within(first, place.mention.first - 1, CueKind.STATUS)
    return any(cue.value == "agreed" for cue in done) or bool(
        sentence.words.of_class("makes_accord", first, place.mention.first - 1)
    )
