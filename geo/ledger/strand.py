"""Strands: truces of one zone that bind different armed groups, and may hold at one time."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias

from geo.ledger.zone import LedgerLine
from geo.statement import SAID_TO_BE, Statement

Groups: TypeAlias = frozenset[str]  # the ids of armed groups


def may_be_one(one: Groups, other: Groups) -> bool:
    """True for groups of one truce: one text names all, another some of them, a third none."""
    return one <= other or other <= one


def strands(
    lines: Sequence[LedgerLine], statements: Mapping[str, Statement], armed: Collection[str]
) -> tuple[tuple[Groups, tuple[LedgerLine, ...]], ...]:
    """The lines of a zone by the groups that their truce binds, which `armed` are, in the order of the first line of each. All
    are one strand without groups where texts name the same ones, or more of the same.

    A statement that names the groups of several strands tells of each; one that names none tells of the strand that was told of
    last before it, of the first where none was.
    """
    bound = {line.statement: _armed_of(statements[line.statement], armed) for line in lines}
    named = {groups for groups in bound.values() if groups}
    told_apart = [groups for groups in named if not any(other < groups for other in named)]
    if len(told_apart) < 2:
        return ((frozenset(), tuple(lines)),)
    own = [line for line in lines if line.status is statements[line.statement].status]
    first_named = next(bound[line.statement] for line in own if bound[line.statement])
    last = [groups for groups in told_apart if groups <= first_named][:1]
    strands_of: dict[str, list[Groups]] = {}
    for line in own:
        last = [groups for groups in told_apart if groups <= bound[line.statement]] or last[-1:]
        strands_of[line.statement] = last
    found: dict[Groups, list[LedgerLine]] = {}
    for line in lines:
        for groups in strands_of[line.statement]:
            found.setdefault(groups, []).append(line)
    return tuple((groups, tuple(held)) for groups, held in found.items())


def _armed_of(statement: Statement, armed: Collection[str]) -> Groups:
    binds = statement.parties if statement.modality in SAID_TO_BE else ()
    return frozenset(party.actor for party in binds if party.actor in armed)
