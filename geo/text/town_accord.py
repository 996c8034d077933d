"""Accords with a town that no word calls a truce: a siege that they end, talks with those who speak for the town."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geo.text.cue import CueKind, CueWord, Hit
from geo.text.departure import EVACUATION_SETTLEMENT
from geo.text.phrase import Words

_TO_REACH = 5  # words from an accord to "to end": "a deal on Saturday to end"
_SIEGE_REACH = 4  # words from "end" to "siege": "a month-long"
_TALKS_REACH = 8  # words from talks to those with whom they are held
_MATTER_REACH = 6  # words from those to what the talks are about


def lifted_sieges(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """ "A deal to end a month-long siege", «اتفاق يقضي برفع الحصار عن درعا البلد»: an accord on a siege, in a text of attacks,
    is a truce. No embargo on a state, and no siege that an army breaks."""
    if not _is_fought(hits):
        return []
    accords = [last for _, last, *_ in hits.get(CueKind.AGREEMENT, ())]
    taken = {i for first, last, *_ in hits.get(CueKind.TRUCE, ()) for i in range(first, last + 1)}
    found: list[Hit] = []
    for siege, last, written, word in hits.get(CueKind.CONFLICT, ()) if accords else ():
        if not words.is_a("siege", siege, written.offset) or siege in taken:
            continue
        start, _ = words.sentence(words.sentences[siege])
        verb = next((i for i in range(siege - 1, max(start, siege - 1 - _SIEGE_REACH) - 1, -1) if words.is_a("lifts", i)), None)
        near = range(max(start, verb - _TO_REACH), verb) if verb is not None else ()
        accord = next((i for i in reversed(near) if i in accords), None)
        if verb is None or accord is None:
            continue
        aim = words.texts[verb - 1] == "to" or not words.is_english(verb)
        if aim and all(map(words.joined, range(accord, siege))):
            truce = CueWord(text=word.text, language=word.language, kind=CueKind.TRUCE, value="ceasefire")
            found.append((verb, last, written, truce))
    return found


def talks_with_towns(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """ "Negotiations are under way with the notables of Tafas", «تستمر المفاوضات بين النظام ووجهاء كناكر»: what those who speak
    for a town that is attacked talk about is a settlement; where no other matter is named."""
    if not _is_fought(hits):
        return []
    talks = [hit for hit in hits.get(CueKind.STATUS, ()) if hit[3].value == "negotiating"]
    named = {words.sentences[hit[0]] for kind in (CueKind.TRUCE, CueKind.AGREEMENT) for hit in hits.get(kind, ())}
    about = {first: last for first, last, *_ in hits.get(CueKind.ABOUT, ()) if words.is_a("about_whom", first)}
    found: list[Hit] = []
    for _, last, written, word in talks:
        _, end = words.sentence(words.sentences[last])
        reach = range(last + 1, min(last + _TALKS_REACH, end) + 1)
        who = next((i for i in reach if words.is_a("speaks_for_town", i) and _is_with(words, i)), None)
        if who is None or words.sentences[last] in named or any("," in words.between(i, i + 1) for i in range(last, who)):
            continue
        matter = next((about[i] + 1 for i in range(who + 1, min(who + _MATTER_REACH, end)) if i in about), None)
        if matter is None or words.is_a("fate_of_town", matter + words.is_a("determiner", matter)):
            found.append((who, who, written, replace(word, kind=CueKind.TRUCE, value=EVACUATION_SETTLEMENT)))
    return found


def _is_with(words: Words, who: int) -> bool:
    """ "With the notables", «مع وجهاء», «بين الحكومة ووجهاء»."""
    article = words.texts[who - 1] == "the"
    return words.texts[who - 1 - article] in ("with", "مع") or words.texts[who].startswith("و")


def _is_fought(hits: Mapping[CueKind, Sequence[Hit]]) -> bool:
    return any(word.value == "attack" for *_, word in hits.get(CueKind.CONFLICT, ()))
