"""The search for cues in a text."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from geo.span import Span
from geo.text.batch import departing_batches
from geo.text.cue import CueKind, Cues, Hit, Lexicon
from geo.text.departure import (
    arabic_departures,
    arrivals,
    brought_out,
    english_evacuations,
    evacuations,
    other_evacuations,
    talked_of_departures,
)
from geo.text.departure_course import completed_departures, stalled_departures
from geo.text.other_truce import other_truces
from geo.text.phrase import Words
from geo.text.substitute import substitutes
from geo.text.town_accord import lifted_sieges, talks_with_towns
from geo.text.unnamed_truce import (
    agreed_halts,
    called_off,
    demanded_ends,
    ended_fighting,
    ends_of_truces,
    halted_attacks,
    halting_accords,
    parted_truces,
    stopped_fire,
    without_lulls,
)

_RECONCILIATION = "المصالحه"  # folded
# Kinds that a date expression may look like: "May 22".
_NOT_IN_DATES = (CueKind.OPENER, CueKind.MODALITY)
_NAME = "name"  # value of a name that holds a word for an agreement
_UNNAMED = (
    parted_truces, halted_attacks, agreed_halts, evacuations, english_evacuations, talked_of_departures, arabic_departures,
    lifted_sieges, talks_with_towns, departing_batches,
)  # fmt: skip


def find_cues(words: Words, lexicon: Lexicon, dates: Iterable[Span], lengths: Sequence[Hit] = ()) -> Cues:
    """Every cue in a text. Within a family of kinds the matches are leftmost, longest and disjoint.

    `dates` are the source spans of its date expressions, in which «May» opens no clause, `lengths` the cues of how long
    something lasts.
    """
    in_dates = {i for span in dates for i in words.within(span)}
    hits: defaultdict[CueKind, list[Hit]] = defaultdict(list)
    free_from: dict[CueKind, int] = {}
    for first, last, written in lexicon.table.everywhere(words):
        dated = first in in_dates
        for kind, family, word in written[2]:
            if free_from.get(family, 0) <= first and not (dated and kind in _NOT_IN_DATES):
                hits[kind].append((first, last, written, word))
        for _, family, _ in written[2]:
            if free_from.get(family, 0) <= last:
                free_from[family] = last + 1
    if lengths:
        hits[CueKind.DURATION] = list(lengths)
    _add_unnamed_truces(words, hits)
    _take_out_others(words, hits, in_dates)
    _take_out_reconcilers(words, hits)
    return Cues(_without_other_matters(hits))


def _add_unnamed_truces(words: Words, hits: dict[CueKind, list[Hit]]) -> None:
    """Adds the truces that no word names, and what the words that tell of them say of how they stand."""
    if out := [*brought_out(words, hits), *arrivals(words, hits)]:
        hits[CueKind.EVACUATION] = sorted([*hits.get(CueKind.EVACUATION, ()), *out], key=itemgetter(0))
    unnamed: dict[int, Hit] = {}
    for find in _UNNAMED:
        for hit in find(words, hits):
            unnamed.setdefault(hit[0], hit)
    stopped = stopped_fire(words, hits)
    _add_truces(hits, [*unnamed.values(), *stopped])
    if others := other_evacuations(words, hits):
        _add_truces(hits, others)
        _put_leaving(hits, others)
    left, completed = completed_departures(words, hits)
    _add_truces(hits, left)
    _put(hits, [*completed, *stalled_departures(words, hits)])
    halted, told_off = called_off(words, hits)
    accords = halting_accords(words, hits)
    demanded = demanded_ends(words, hits)
    _add_truces(hits, [*halted, *accords, *demanded])
    _put(hits, [(*hit[:3], replace(hit[3], kind=CueKind.STATUS, value="proposed")) for hit in demanded])
    done = [hit for hit in stopped if words.is_a("stops", hit[0], hit[2].offset)]
    told_of = [(first, first, written, word) for first, _, written, word in accords] + done
    _put(hits, [*told_off, *((*hit[:3], replace(hit[3], kind=CueKind.STATUS, value="in_force")) for hit in told_of)])
    if CueKind.TRUCE in hits:
        for other in substitutes(words, hits):
            hits[other[3].kind] = sorted([*hits[other[3].kind], other], key=itemgetter(0))
        hits[CueKind.TRUCE] = without_lulls(words, hits[CueKind.TRUCE])
        _put(hits, ends_of_truces(words, hits[CueKind.TRUCE]))
        ended = ended_fighting(words, hits)
        _put(hits, ended)
        closed = [(*hit[:3], replace(hit[3], kind=CueKind.CESSATION, value="closes")) for hit in ended]
        hits[CueKind.CESSATION] = sorted([*hits.get(CueKind.CESSATION, ()), *closed], key=itemgetter(0))


def _take_out_others(words: Words, hits: dict[CueKind, list[Hit]], in_dates: Container[int]) -> None:
    """Tells the truces of trade, of history and of books apart, from which no zone follows; "accord" in a government's name is
    not even another agreement."""
    if CueKind.OTHER_AGREEMENT in hits:
        agreements = [hit for hit in hits.pop(CueKind.OTHER_AGREEMENT) if hit[-1].value != _NAME]
        hits.update({CueKind.OTHER_AGREEMENT: agreements} if agreements else {})
    if others := other_truces(words, hits, in_dates) if CueKind.TRUCE in hits else []:
        hits[CueKind.TRUCE] = [hit for hit in hits[CueKind.TRUCE] if hit not in others]
        hits[CueKind.OTHER_TRUCE] = others


def _take_out_reconcilers(words: Words, hits: dict[CueKind, list[Hit]]) -> None:
    """«اغتيال عضو لجنة المصالحة في نوى», «عراب المصالحة»: those who reconcile are no reconciliation."""
    if CueKind.AGREEMENT in hits:
        hits[CueKind.AGREEMENT] = [
            hit for hit in hits[CueKind.AGREEMENT]
            if not (words.texts[hit[0]] == _RECONCILIATION and hit[0] and words.is_a("who_reconciles", hit[0] - 1))
        ]  # fmt: skip


def _put_leaving(hits: dict[CueKind, list[Hit]], evacuations: Sequence[Hit]) -> None:
    """Makes words of leaving of those that take an evacuation up ("that of Barzeh"), which open no clause then."""
    known = {hit[0] for hit in hits.get(CueKind.EVACUATION, ())}
    new = [(*hit[:3], replace(hit[3], kind=CueKind.EVACUATION, value="")) for hit in evacuations if hit[0] not in known]
    firsts = {hit[0] for hit in new}
    hits[CueKind.EVACUATION] = sorted([*hits.get(CueKind.EVACUATION, ()), *new], key=itemgetter(0))
    hits[CueKind.OPENER] = [hit for hit in hits.get(CueKind.OPENER, ()) if hit[0] not in firsts]


def _add_truces(hits: dict[CueKind, list[Hit]], truces: Sequence[Hit]) -> None:
    if truces:
        hits[CueKind.TRUCE] = sorted([*hits.get(CueKind.TRUCE, ()), *truces], key=itemgetter(0))


def _put(hits: dict[CueKind, list[Hit]], statuses: Sequence[Hit]) -> None:
    """Puts words of status in the place of those that start with the same words."""
    if not statuses:
        return
    firsts = {hit[0] for hit in statuses}
    others = [hit for hit in hits.get(CueKind.STATUS, ()) if hit[0] not in firsts]
    hits[CueKind.STATUS] = sorted([*others, *statuses], key=itemgetter(0))


def _without_other_matters(hits: Mapping[CueKind, list[Hit]]) -> Mapping[CueKind, Sequence[Hit]]:
    """The hits without the agreements that take up another matter: after «الاتفاق النووي», «الاتفاق» is that one."""
    if not (CueKind.OTHER_AGREEMENT in hits and CueKind.AGREEMENT in hits):
        return hits
    turns = sorted((*hits.get(CueKind.TRUCE, ()), *hits[CueKind.OTHER_AGREEMENT]), key=itemgetter(0))
    firsts = [hit[0] for hit in turns]
    kept = []
    for hit in hits[CueKind.AGREEMENT]:
        turn = bisect_left(firsts, hit[0])
        if not turn or turns[turn - 1][-1].kind is CueKind.TRUCE:
            kept.append(hit)
    return {**hits, CueKind.AGREEMENT: kept}
