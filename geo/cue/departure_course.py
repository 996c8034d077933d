"""The course of departures under an accord: complete when the last, or all, of those who leave have left, or stalled; and
another one beside it."""

from __future__ import annotations

from collections.abc import Mapping

from geo.cue.departure import EVACUATION_SETTLEMENT, as_evacuation, is_another
from geo.cue.hits import Hits
from geo.cue.record import CueKind, Hit
from geo.text.phrase import Words, Written

_PHRASE_REACH = 3  # words from "last" to those who leave: "the last of the Kurdish fighters"
_VERB_REACH = 10  # words from those who leave to the verb: "residents of Foua and Kefraya had been evacuated"
_VERB_REACH_ARABIC = 4  # words from «أجلي» to «جميع»
_LEFT_REACH = 4  # words from "left" to what is no town: "the ruling coalition"
_DEALS = (CueKind.AGREEMENT, CueKind.EXCHANGE)
_BARRED = (CueKind.CONFLICT, CueKind.NEGATION, CueKind.MODALITY)  # what parts those who leave from another's verb
_FARES = ("suspended", "completed", "over", "ended")
_OF_OR_FROM = ("of", "from")


def completed_departures(words: Words, hits: Hits) -> tuple[list[Hit], list[Hit]]:
    """ "The last Kurdish fighters left Sheikh Maqsoud", "all residents of Foua had been evacuated", «أجلي جميع سكان كفريا»,
    «خرجت آخر حافلة من داريا», in a text of an accord, an evacuation or buses: the departure, where its sentence names no
    accord, and the words that say that it is complete. No retreat, nor a rescue from a flood or illness."""
    leaving = {hit.first: hit for hit in hits.of(CueKind.EVACUATION)}
    closed = _phrases(words, hits) if leaving else []
    armed = set(hits.lasts(CueKind.EVACUEES))
    named = hits.sentences(CueKind.TRUCE, *_DEALS)
    truces: list[Hit] = []
    statuses: list[Hit] = []
    for first, last in closed:
        verb = _verb(words, hits, leaving, first, last)
        if verb is None or not _is_agreed(words, hits, verb, armed=last in armed):
            continue
        if words.sentences[verb.first] not in named:
            truces.append(as_evacuation(verb))
        over = verb.read_as(CueKind.STATUS, "ended")
        statuses.append(Hit(first, last, Written((), 0, ()), over.word))
    return truces, statuses


def stalled_departures(words: Words, hits: Hits) -> list[Hit]:
    """ "The evacuation of the rebels stalled on Wednesday", «تعثر إجلاء المقاتلين»: what says of talks that they failed says
    of a departure, beside its noun, that it is suspended."""
    nouns = hits.ends(CueKind.TRUCE, values=(EVACUATION_SETTLEMENT,))
    others = set(hits.firsts(*_DEALS, CueKind.MEETING))
    found: list[Hit] = []
    for hit in hits.of(CueKind.STATUS) if nouns else ():
        if not words.is_a("stalls", hit.first, hit.written.offset):
            continue
        start, _ = words.sentence(words.sentences[hit.first])
        ends = nouns.values() if hit.is_english else ()
        noun = next((i for i in range(hit.first - 1, max(start, hit.first - _VERB_REACH) - 1, -1) if i in ends), None)
        talks = any(i in others for i in range(start, hit.first))  # "talks on the evacuation stalled"
        behind = not hit.is_english and hit.last + 1 in nouns and words.joined(hit.last)
        before = noun is not None and not talks and not any("," in words.between(i, i + 1) for i in range(noun, hit.first))
        if behind or before:
            found.append(hit.read_as(CueKind.STATUS, "suspended"))
    return found


def other_evacuations(words: Words, hits: Hits) -> list[Hit]:
    """ "The evacuation of Waer was completed, while that of Barzeh was suspended", «اكتمل خروج المقاتلين من الوعر، فيما توقف
    إخلاء برزة»: another evacuation beside the one under an accord that the sentence tells of."""
    told = hits.sentences(CueKind.TRUCE, values=(EVACUATION_SETTLEMENT,))
    dealt = told | hits.sentences(CueKind.AGREEMENT)
    if not dealt:
        return []
    taken, fares = hits.in_truces(), set(hits.lasts(CueKind.STATUS, values=_FARES))
    found: dict[int, Hit] = {}
    for hit in hits.of(CueKind.EVACUATION):
        first, number = hit.first, words.sentences[hit.first]
        if not hit.is_english:
            beside = number in told and first not in taken and first - 1 in fares and words.joined(first - 1)
            if beside and hit.value == "leaves" and not is_another(words, hit):
                found[first] = as_evacuation(hit)
        elif words.is_a("leaving", first) and (first in taken or number in dealt):
            pronouns = (i for i in range(hit.last + 1, words.sentence(number)[1]) if words.is_a("that_of", i))
            that = (i for i in pronouns if words.texts[i + 1] in _OF_OR_FROM)
            found |= {i: as_evacuation(hit)._replace(first=i, last=i) for i in that}
    return list(found.values())


def _phrases(words: Words, hits: Hits) -> list[tuple[int, int]]:
    """The first and last words of "the last Kurdish fighters", "all residents", «آخر حافلة»."""
    armed = hits.ends(CueKind.EVACUEES, values=("",))
    buses = hits.ends(CueKind.DEPLOYMENT, values=("evacuees",))
    found = []
    finals = words.of_class("last_of", 0, len(words) - 1)
    for i in sorted({*finals, *words.of_class("everybody_of", 0, len(words) - 1)}):
        final = i in finals
        for noun in range(i + 1, min(i + _PHRASE_REACH, len(words) - 1) + 1):
            if not words.joined(noun - 1):
                break
            if noun in armed or (final and noun in buses) or words.is_a("townspeople", noun):
                found.append((i, max(armed.get(noun, noun), buses.get(noun, noun) if final else noun)))
                break
    return found


def _verb(words: Words, hits: Hits, leaving: Mapping[int, Hit], first: int, last: int) -> Hit | None:
    """The verb that says that they have left: behind them in English, around them in Arabic; not "the last rebels left
    inside", "all residents must leave"."""
    start, end = words.sentence(words.sentences[first])
    before = range(first - 1, max(start, first - _VERB_REACH_ARABIC) - 1, -1)
    behind = range(last + 1, min(last + _VERB_REACH, end) + 1)
    barred = set(hits.firsts(*_BARRED))
    for i in behind if words.is_english(first) else (*before, *behind):
        verb = leaving.get(i)
        if verb is None or verb.value == "withdraws" or not words.is_a("has_left", i, verb.written.offset):
            continue
        between = range(min(i, last) + 1, max(i, first))
        told = not any(n in barred or words.is_a("not_yet_left", n) for n in between) and not words.texts[i].endswith("ing")
        remains = i < end and words.is_a("left_over", i + 1)
        remains = remains or any(words.is_a("other_leaving", n) for n in range(i + 1, min(i + _LEFT_REACH, end) + 1))
        return verb if told and not remains else None
    return None


def _is_agreed(words: Words, hits: Hits, verb: Hit, *, armed: bool) -> bool:
    """True where they leave under an accord that the sentence, or one beside it, names; `armed` men also in buses, or in what
    the text calls an evacuation."""
    here = words.sentences[verb.first]
    beside = hits.sentences(*_DEALS) | hits.sentences(CueKind.TRUCE, values=(EVACUATION_SETTLEMENT,))
    if armed:
        beside |= hits.sentences(CueKind.DEPLOYMENT, values=("evacuees",))
        beside |= {words.sentences[i] for i in hits.firsts(CueKind.EVACUATION) if words.is_a("evacuation", i)}
    under = here in hits.sentences(CueKind.TRUCE) and here in hits.sentences(CueKind.IMPLEMENTING)
    return under or not beside.isdisjoint({here - 1, here, here + 1})
