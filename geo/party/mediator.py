"""Mediators: the states and organisations that a text says went between the sides; who sponsors a truce is told apart."""

from __future__ import annotations

from collections.abc import Sequence

from geo.actor import ActorKind, WordKind
from geo.cue import CueKind
from geo.party.actor_names import Naming
from geo.syntax.clause import Clause

_REACH = 6  # words behind «بوساطة» in which the mediators stand
_HYPHENATED_REACH = 3  # words before "-brokered" that are hyphenated to it
_ENDS = (CueKind.LOCATIVE, CueKind.TRUCE, CueKind.AGREEMENT, CueKind.STATUS, CueKind.SPEECH, CueKind.OPENER)


def find_mediators(naming: Naming, clauses: Sequence[Clause]) -> tuple[str, ...]:
    """The ids of those who brokered the truce of some clauses, each once, in the order of the text."""
    found: list[str] = []
    for clause in sorted(clauses, key=lambda clause: clause.first):
        if naming.cues.any_within(clause.first, clause.last, (CueKind.SPONSOR,)):  # every word of mediation is one of sponsors
            found += _of_clause(naming, clause)
    return tuple(dict.fromkeys(found))


def _of_clause(naming: Naming, clause: Clause) -> list[str]:
    found: list[str] = []
    floor, stop = naming.words.sentence(clause.sentence)
    naming.look_at(floor, stop)
    for word, match in naming.named.items():
        mediates = any(row.kind is WordKind.MEDIATES for row in match.values)
        if not mediates or not clause.first <= word <= clause.last:
            continue
        if naming.words.between(word - 1, word).endswith("-"):  # "a US-brokered truce"
            first, last = max(floor, word - _HYPHENATED_REACH), word - 1
        elif naming.words.is_english(match.last) and match.first == match.last:
            continue  # "brokered a truce between …": those behind it are its sides
        else:
            first, last = match.last + 1, min(match.last + _REACH, stop)
            joints = naming.joints_in(first, last)
            ends = (i for i in range(first, last + 1) if i in joints or any(naming.cues.starting(kind, i) for kind in _ENDS))
            last = next(ends, last + 1) - 1
        found += _named(naming, first, last)
    return found


def _named(naming: Naming, first: int, last: int) -> list[str]:
    """The states and organisations that the words [first, last] name, by adjective too («بوساطة مصرية وأممية»)."""
    found = {i: states[0] for i in range(first, last + 1) if (states := naming.read.states(i, i))}
    for i, (end, country) in naming.states.items():
        if first <= i and end <= last:
            found[i] = country
    actors = naming.read.actors.actors
    for i in range(first, last + 1):
        match = naming.named.get(i)
        for row in match.values if match and match.last <= last else ():
            if row.actor in actors and actors[row.actor].kind is ActorKind.ORGANISATION:
                found[i] = row.actor
    return [found[i] for i in sorted(found)]
