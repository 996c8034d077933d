"""The search for cues in a text."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from operator import attrgetter

from geo.cue.batch import departing_batches
from geo.cue.departure import evacuations
from geo.cue.departure_arabic import arabic_departures
from geo.cue.departure_course import completed_departures, other_evacuations, stalled_departures
from geo.cue.departure_english import arrivals, brought_out, english_evacuations, talked_of_departures
from geo.cue.hits import Hits
from geo.cue.other_truce import other_truces
from geo.cue.record import CueKind, Cues, Hit, Lexicon
from geo.cue.several import ends_of_several
from geo.cue.substitute import substitutes
from geo.cue.town_accord import lifted_sieges, talks_with_towns
from geo.cue.unnamed_truce import (
    agreed_halts,
    called_off,
    demanded_ends,
    ended_fighting,
    ends_of_truces,
    halted_attacks,
    halting_accords,
    lulls_of_storms,
    parted_truces,
    stopped_fire,
)
from geo.span import Span
from geo.text.phrase import Words, new_tuple

_RECONCILIATION = "المصالحه"  # folded
# Kinds that a date expression may look like: "May 22".
_NOT_IN_DATES = (CueKind.OPENER, CueKind.MODALITY)
_NAME = "name"  # value of a name that holds a word for an agreement
_UNNAMED = (
    parted_truces, halted_attacks, agreed_halts, evacuations, english_evacuations, talked_of_departures, arabic_departures,
    lifted_sieges, talks_with_towns, departing_batches,
)  # fmt: skip
_in_order = attrgetter("first")


def find_cues(words: Words, lexicon: Lexicon, dates: Iterable[Span], lengths: Sequence[Hit] = ()) -> Cues:
    """Every cue in a text. Within a family of kinds the matches are leftmost, longest and disjoint.

    `dates` are the source spans of its date expressions, in which «May» opens no clause, `lengths` the cues of how long
    something lasts.
    """
    in_dates = {i for span in dates for i in words.within(span)}
    found: defaultdict[CueKind, list[Hit]] = defaultdict(list)
    free_from: dict[CueKind, int] = {}
    for first, last, written in lexicon.table.everywhere(words):
        dated = first in in_dates
        for kind, family, word in written[2]:
            if free_from.get(family, 0) <= first and not (dated and kind in _NOT_IN_DATES):
                found[kind].append(new_tuple(Hit, (first, last, written, word)))
        for _, family, _ in written[2]:
            if free_from.get(family, 0) <= last:
                free_from[family] = last + 1
    hits = Hits(words, found)
    hits.add(lengths)
    _add_unnamed_truces(words, hits)
    _take_out_others(words, hits, in_dates)
    _take_out_reconcilers(words, hits)
    return Cues(_without_other_matters(hits.by_kind))


def _add_unnamed_truces(words: Words, hits: Hits) -> None:
    """Adds the truces that no word names, and what the words that tell of them say of how they stand."""
    hits.add([*brought_out(words, hits), *arrivals(words, hits)])
    unnamed: dict[int, Hit] = {}
    for find in _UNNAMED:
        for hit in find(words, hits):
            unnamed.setdefault(hit.first, hit)
    stopped = stopped_fire(words, hits)
    hits.add([*unnamed.values(), *stopped])
    if others := other_evacuations(words, hits):
        hits.add(others)
        _add_leaving(hits, others)
    left, completed = completed_departures(words, hits)
    hits.add(left)
    hits.put([*completed, *stalled_departures(words, hits)])
    halted, told_off = called_off(words, hits)
    accords = halting_accords(words, hits)
    demanded = demanded_ends(words, hits)
    hits.add([*halted, *accords, *demanded])
    hits.put(hit.read_as(CueKind.STATUS, "proposed") for hit in demanded)
    done = [hit for hit in stopped if words.is_a("stops", hit.first, hit.written.offset)]
    told_of = [*(hit._replace(last=hit.first) for hit in accords), *done]
    hits.put([*told_off, *(hit.read_as(CueKind.STATUS, "in_force") for hit in told_of)])
    if hits.of(CueKind.TRUCE):
        hits.add(substitutes(words, hits))
        hits.remove(CueKind.TRUCE, lulls_of_storms(words, hits.of(CueKind.TRUCE)))
        hits.put(ends_of_truces(words, hits.of(CueKind.TRUCE)))
        several = ends_of_several(words, hits)
        hits.remove(CueKind.STATUS, {i for hit in several for i in range(hit.first, hit.last + 1)})
        hits.add(several)
        ended = ended_fighting(words, hits)
        hits.put(ended)
        hits.add(hit.read_as(CueKind.CESSATION, "closes") for hit in ended)


def _add_leaving(hits: Hits, evacuations: Sequence[Hit]) -> None:
    """Makes words of leaving of those that take an evacuation up ("that of Barzeh"), which open no clause then."""
    known = set(hits.firsts(CueKind.EVACUATION))
    new = [hit.read_as(CueKind.EVACUATION, "") for hit in evacuations if hit.first not in known]
    hits.add(new)
    hits.remove(CueKind.OPENER, {hit.first for hit in new})


def _take_out_others(words: Words, hits: Hits, in_dates: Container[int]) -> None:
    """Tells the truces of trade, of history and of books apart, from which no zone follows; "accord" in a government's name is
    not even another agreement."""
    hits.remove(CueKind.OTHER_AGREEMENT, set(hits.firsts(CueKind.OTHER_AGREEMENT, values=(_NAME,))))
    if others := other_truces(words, hits, in_dates):
        hits.by_kind[CueKind.TRUCE] = [hit for hit in hits.of(CueKind.TRUCE) if hit not in others]
        hits.by_kind[CueKind.OTHER_TRUCE] = others


def _take_out_reconcilers(words: Words, hits: Hits) -> None:
    """«اغتيال عضو لجنة المصالحة في نوى», «عراب المصالحة»: those who reconcile are no reconciliation."""
    accords = (i for i in hits.firsts(CueKind.AGREEMENT) if i and words.texts[i] == _RECONCILIATION)
    hits.remove(CueKind.AGREEMENT, {i for i in accords if words.is_a("who_reconciles", i - 1)})


def _without_other_matters(hits: Mapping[CueKind, Sequence[Hit]]) -> Mapping[CueKind, Sequence[Hit]]:
    """The hits without the agreements that take up another matter: after «الاتفاق النووي», «الاتفاق» is that one."""
    others, agreements = hits.get(CueKind.OTHER_AGREEMENT), hits.get(CueKind.AGREEMENT)
    if not others or not agreements:
        return hits
    turns = sorted((*hits.get(CueKind.TRUCE, ()), *others), key=_in_order)
    firsts = [hit.first for hit in turns]
    kept = []
    for hit in agreements:
        turn = bisect_left(firsts, hit.first)
        if not turn or turns[turn - 1].word.kind is CueKind.TRUCE:
            kept.append(hit)
    return {**hits, CueKind.AGREEMENT: kept}
