"""Accords with a town that no word calls a truce: a siege that they end, talks with those who speak for the town."""

from __future__ import annotations

from geo.cue.departure import EVACUATION_SETTLEMENT
from geo.cue.hits import Hits
from geo.cue.record import CueKind, Hit
from geo.text.phrase import Words

_TO_REACH = 5  # words from an accord to "to end": "a deal on Saturday to end"
_SIEGE_REACH = 4  # words from "end" to "siege": "a month-long"
_TALKS_REACH = 8  # words from talks to those with whom they are held
_MATTER_REACH = 6  # words from those to what the talks are about


def lifted_sieges(words: Words, hits: Hits) -> list[Hit]:
    """ "A deal to end a month-long siege", «اتفاق يقضي برفع الحصار عن درعا البلد»: an accord on a siege, in a text of attacks,
    is a truce. No embargo on a state, and no siege that an army breaks."""
    if not _is_fought(hits):
        return []
    accords, taken = hits.lasts(CueKind.AGREEMENT), hits.in_truces()
    found: list[Hit] = []
    for hit in hits.of(CueKind.CONFLICT) if accords else ():
        siege = hit.first
        if not words.is_a("siege", siege, hit.written.offset) or siege in taken:
            continue
        start, _ = words.sentence(words.sentences[siege])
        verb = next((i for i in range(siege - 1, max(start, siege - 1 - _SIEGE_REACH) - 1, -1) if words.is_a("lifts", i)), None)
        near = range(max(start, verb - _TO_REACH), verb) if verb is not None else ()
        accord = next((i for i in reversed(near) if i in accords), None)
        if verb is None or accord is None:
            continue
        aim = words.texts[verb - 1] == "to" or not words.is_english(verb)
        if aim and all(map(words.joined, range(accord, siege))):
            found.append(hit.read_as(CueKind.TRUCE, "ceasefire")._replace(first=verb))
    return found


def talks_with_towns(words: Words, hits: Hits) -> list[Hit]:
    """ "Negotiations are under way with the notables of Tafas", «تستمر المفاوضات بين النظام ووجهاء كناكر»: what those who speak
    for a town that is attacked talk about is a settlement; where no other matter is named."""
    if not _is_fought(hits):
        return []
    named = hits.sentences(CueKind.TRUCE, CueKind.AGREEMENT)
    about = {hit.first: hit.last for hit in hits.of(CueKind.ABOUT) if words.is_a("about_whom", hit.first)}
    found: list[Hit] = []
    for talks in hits.of(CueKind.STATUS, values=("negotiating",)):
        last, (_, end) = talks.last, words.sentence(words.sentences[talks.last])
        reach = range(last + 1, min(last + _TALKS_REACH, end) + 1)
        who = next((i for i in reach if words.is_a("speaks_for_town", i) and _is_with(words, i)), None)
        if who is None or words.sentences[last] in named or any("," in words.between(i, i + 1) for i in range(last, who)):
            continue
        matter = next((about[i] + 1 for i in range(who + 1, min(who + _MATTER_REACH, end)) if i in about), None)
        if matter is None or words.is_a("fate_of_town", matter + words.is_a("determiner", matter)):
            found.append(talks.read_as(CueKind.TRUCE, EVACUATION_SETTLEMENT)._replace(first=who, last=who))
    return found


def _is_with(words: Words, who: int) -> bool:
    """ "With the notables", «مع وجهاء», «بين الحكومة ووجهاء»."""
    article = words.texts[who - 1] == "the"
    return words.texts[who - 1 - article] in ("with", "مع") or words.texts[who].startswith("و")


def _is_fought(hits: Hits) -> bool:
    return bool(hits.of(CueKind.CONFLICT, values=("attack",)))
