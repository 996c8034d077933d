"""The course of departures under an accord: complete when the last, or all, of those who leave have left, or stalled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geo.text.cue import CueKind, CueWord, Hit
from geo.text.departure import EVACUATION_SETTLEMENT
from geo.text.phrase import Words, Written

_PHRASE_REACH = 3  # words from "last" to those who leave: "the last of the Kurdish fighters"
_VERB_REACH = 10  # words from those who leave to the verb: "residents of Foua and Kefraya had been evacuated"
_VERB_REACH_ARABIC = 4  # words from «أجلي» to «جميع»
_LEFT_REACH = 4  # words from "left" to what is no town: "the ruling coalition"
_DEALS = (CueKind.AGREEMENT, CueKind.EXCHANGE)
_BARRED = (CueKind.CONFLICT, CueKind.NEGATION, CueKind.MODALITY)  # what parts those who leave from another's verb


def completed_departures(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> tuple[list[Hit], list[Hit]]:
    """ "The last Kurdish fighters left Sheikh Maqsoud", "all residents of Foua had been evacuated", «أجلي جميع سكان كفريا»,
    «خرجت آخر حافلة من داريا», in a text of an accord, an evacuation or buses: the departure, where its sentence names no
    accord, and the words that say that it is complete. No retreat, nor a rescue from a flood or illness."""
    leaving = {hit[0]: hit for hit in hits.get(CueKind.EVACUATION, ())}
    closed = _phrases(words, hits) if leaving else []
    armed = {last for _, last, *_ in hits.get(CueKind.EVACUEES, ())}
    truces: list[Hit] = []
    statuses: list[Hit] = []
    named = {words.sentences[first] for kind in (CueKind.TRUCE, *_DEALS) for first, *_ in hits.get(kind, ())}
    for first, last in closed:
        verb = _verb(words, hits, leaving, first, last)
        if verb is None or not _is_agreed(words, hits, verb, armed=last in armed):
            continue
        word = CueWord(text=verb[3].text, language=verb[3].language, kind=CueKind.TRUCE, value=EVACUATION_SETTLEMENT)
        if words.sentences[verb[0]] not in named:
            truces.append((*verb[:3], word))
        over = CueWord(text=word.text, language=word.language, kind=CueKind.STATUS, value="ended")
        statuses.append((first, last, Written((), 0, ()), over))
    return truces, statuses


def stalled_departures(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """ "The evacuation of the rebels stalled on Wednesday", «تعثر إجلاء المقاتلين»: what says of talks that they failed says
    of a departure, beside its noun, that it is suspended."""
    nouns = {first: last for first, last, _, word in hits.get(CueKind.TRUCE, ()) if word.value == EVACUATION_SETTLEMENT}
    others = {hit[0] for kind in (*_DEALS, CueKind.MEETING) for hit in hits.get(kind, ())}
    found: list[Hit] = []
    for first, last, written, word in hits.get(CueKind.STATUS, ()) if nouns else ():
        if not words.is_a("stalls", first, written.offset):
            continue
        start, _ = words.sentence(words.sentences[first])
        ends = nouns.values() if word.language == "en" else ()
        noun = next((i for i in range(first - 1, max(start, first - _VERB_REACH) - 1, -1) if i in ends), None)
        talks = any(i in others for i in range(start, first))  # "talks on the evacuation stalled"
        behind = word.language == "ar" and last + 1 in nouns and words.joined(last)
        before = noun is not None and not talks and not any("," in words.between(i, i + 1) for i in range(noun, first))
        if behind or before:
            found.append((first, last, written, replace(word, value="suspended")))
    return found


def _phrases(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[tuple[int, int]]:
    """The first and last words of "the last Kurdish fighters", "all residents", «آخر حافلة»."""
    armed = {first: last for first, last, _, word in hits.get(CueKind.EVACUEES, ()) if not word.value}
    buses = {first: last for first, last, _, word in hits.get(CueKind.DEPLOYMENT, ()) if word.value == "evacuees"}
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


def _verb(
    words: Words, hits: Mapping[CueKind, Sequence[Hit]], leaving: Mapping[int, Hit], first: int, last: int
) -> Hit | None:  # fmt: skip
    """The verb that says that they have left: behind them in English, around them in Arabic; not "the last rebels left
    inside", "all residents must leave"."""
    start, end = words.sentence(words.sentences[first])
    before = range(first - 1, max(start, first - _VERB_REACH_ARABIC) - 1, -1)
    behind = range(last + 1, min(last + _VERB_REACH, end) + 1)
    barred = {hit[0] for kind in _BARRED for hit in hits.get(kind, ())}
    for i in behind if words.is_english(first) else (*before, *behind):
        verb = leaving.get(i)
        if verb is None or verb[3].value == "withdraws" or not words.is_a("has_left", i, verb[2].offset):
            continue
        between = range(min(i, last) + 1, max(i, first))
        told = not any(n in barred or words.is_a("not_yet_left", n) for n in between) and not words.texts[i].endswith("ing")
        remains = i < end and words.is_a("left_over", i + 1)
        remains = remains or any(words.is_a("other_leaving", n) for n in range(i + 1, min(i + _LEFT_REACH, end) + 1))
        return verb if told and not remains else None
    return None


def _is_agreed(words: Words, hits: Mapping[CueKind, Sequence[Hit]], verb: Hit, *, armed: bool) -> bool:
    """True where they leave under an accord that the sentence, or one beside it, names; `armed` men also in buses, or in what
    the text calls an evacuation."""
    here = words.sentences[verb[0]]
    beside = {words.sentences[hit[0]] for kind in _DEALS for hit in hits.get(kind, ())}
    beside |= {words.sentences[hit[0]] for hit in hits.get(CueKind.TRUCE, ()) if hit[3].value == EVACUATION_SETTLEMENT}
    if armed:
        beside |= {words.sentences[hit[0]] for hit in hits.get(CueKind.DEPLOYMENT, ()) if hit[3].value == "evacuees"}
        beside |= {words.sentences[hit[0]] for hit in hits.get(CueKind.EVACUATION, ()) if words.is_a("evacuation", hit[0])}
    under = any(words.sentences[hit[0]] == here for hit in hits.get(CueKind.TRUCE, ()))
    under = under and any(words.sentences[hit[0]] == here for hit in hits.get(CueKind.IMPLEMENTING, ()))
    return under or not beside.isdisjoint({here - 1, here, here + 1})
