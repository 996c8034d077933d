"""Batches: people who leave a place for another one batch after the other, as they do under an accord that nobody may name."""

from __future__ import annotations

from geo.cue.departure import as_evacuation
from geo.cue.hits import Hits
from geo.cue.record import CueKind, Hit
from geo.text.phrase import Words

_BATCH_REACH = 4  # words from «خرجت» to «الدفعة»: a date
_FROM_REACH = 3  # words from «الدفعة» to «من»: «الأولى», «الثانية عشرة»


def departing_batches(words: Words, hits: Hits) -> list[Hit]:
    """«خرجت الدفعة الأخيرة من حي الوعر إلى إدلب», «خرجت أول دفعة من المقاتلين … إلى إدلب» in a text of fighting: a batch of
    fighters, or of those who leave a town or a district, that goes to another place. Arabic only."""
    if not hits.of(CueKind.CONFLICT, values=("attack",)):
        return []
    batches = {i for i in hits.firsts(CueKind.DEPLOYMENT) if words.is_a("batch", i)}
    away = hits.ends(CueKind.LOCATIVE, values=("from",))
    towards = hits.firsts(CueKind.LOCATIVE, values=("destination",))
    left = set(hits.firsts(CueKind.EVACUEES, CueKind.ZONES))
    taken = hits.in_truces()
    found: list[Hit] = []
    for hit in hits.of(CueKind.EVACUATION) if batches else ():
        first, end = hit.first, words.sentence(words.sentences[hit.first])[1]
        gone = words.is_a("has_left", first, hit.written.offset) and first not in taken and not hit.is_english
        batch = next((i for i in range(hit.last + 1, min(hit.last + _BATCH_REACH, end) + 1) if i in batches), None)
        if not gone or batch is None:
            continue
        behind = range(batch + 1, min(batch + _FROM_REACH, end) + 1)
        who = next((away[i] + 1 for i in behind if i in away), end + 1)
        goal = next((i for i in towards if who < i < end and not words.is_a("battlefield", i + 1)), None)
        troops = goal is not None and any(words.is_a("state_force", i) for i in range(first, goal))
        if who in left and goal is not None and not troops:
            found.append(as_evacuation(hit))
    return found
