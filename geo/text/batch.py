"""Batches: people who leave a place for another one batch after the other, as they do under an accord that nobody may name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.text.cue import CueKind, CueWord, Hit
from geo.text.phrase import Words

_BATCH_REACH = 4  # words from «خرجت» to «الدفعة»: a date
_FROM_REACH = 3  # words from «الدفعة» to «من»: «الأولى», «الثانية عشرة»


def departing_batches(words: Words, hits: Mapping[CueKind, Sequence[Hit]]) -> list[Hit]:
    """«خرجت الدفعة الأخيرة من حي الوعر إلى إدلب», «خرجت أول دفعة من المقاتلين … إلى إدلب» in a text of fighting: a batch of
    fighters, or of those who leave a town or a district, that goes to another place. Arabic only."""
    if not any(word.value == "attack" for *_, word in hits.get(CueKind.CONFLICT, ())):
        return []
    batches = {first: last for first, last, *_ in hits.get(CueKind.DEPLOYMENT, ()) if words.is_a("batch", first)}
    away = {first: last for first, last, _, word in hits.get(CueKind.LOCATIVE, ()) if word.value == "from"}
    towards = [first for first, *_, word in hits.get(CueKind.LOCATIVE, ()) if word.value == "destination"]
    left = {first for kind in (CueKind.EVACUEES, CueKind.ZONES) for first, *_ in hits.get(kind, ())}
    taken = {i for first, last, *_ in hits.get(CueKind.TRUCE, ()) for i in range(first, last + 1)}
    found: list[Hit] = []
    for first, last, written, word in hits.get(CueKind.EVACUATION, ()) if batches else ():
        end = words.sentence(words.sentences[first])[1]
        gone = words.is_a("has_left", first, written.offset) and first not in taken and word.language == "ar"
        batch = next((i for i in range(last + 1, min(last + _BATCH_REACH, end) + 1) if i in batches), None)
        if not gone or batch is None:
            continue
        behind = range(batch + 1, min(batch + _FROM_REACH, end) + 1)
        who = next((away[i] + 1 for i in behind if i in away), end + 1)
        goal = next((i for i in towards if who < i < end and not words.is_a("battlefield", i + 1)), None)
        troops = goal is not None and any(words.is_a("state_force", i) for i in range(first, goal))
        if who in left and goal is not None and not troops:
            truce = CueWord(text=word.text, language=word.language, kind=CueKind.TRUCE, value="evacuation_settlement")
            found.append((first, last, written, truce))
    return found
