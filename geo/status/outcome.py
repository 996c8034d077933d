"""Outcome: what became of a truce that was open when its name was said, told behind it."""

from __future__ import annotations

from collections.abc import Sequence

from geo.status.anaphora import takes_up
from geo.status.talks import TALK
from geo.syntax.sentence import Sentence
from geo.text.cue import Cue, CueKind

SAID_TO_BE = ("agreed", "announced")
OPEN = (*TALK, *SAID_TO_BE, "in_force", "begun")  # what may have become of such a truce is told behind it
FARES = ("in_force", "begun", "violated", "ended", "extended", "suspended")
_WITH_THE = "ب"


def outcome(sentence: Sentence, found: Sequence[Cue], truce: Cue) -> Cue | None:
    """«قابلوا عرض الهدنة بالرفض», «اقترح هدنة رفضها الجيش», «اتفقوا على هدنة، ولا تزال صامدة»: what became of a truce is told
    behind its name."""
    texts = sentence.words.texts
    later = [cue for cue in found[1:] if cue.first > truce.last]
    behind = [cue for cue in later if not texts[cue.first].isascii()]
    refused = [c for c in behind if c.value == "rejected" and found[0].value in TALK and texts[c.first].startswith(_WITH_THE)]
    refused += [c for c in later if c.value == "rejected" and found[0].value in TALK and _is_turned_down(sentence, c)]
    told = next((c for c in found if c.value not in OPEN), None)  # «أعلنوا إنهاء الهدنة واتهموه بخرقها»
    news = (*FARES, "agreed", "rejected") if found[0].value in (*TALK, *SAID_TO_BE) else ("violated", "ended", "suspended")
    taken_up = [c for c in later if c.value in news and takes_up(sentence, c)]
    taken_up = [c for c in taken_up if told is None or told in taken_up]
    going_on = [
        c for c in behind
        if found[0].value not in TALK and c.value in FARES and c.value != "violated" and sentence.comma_between(truce, c)
        and any("و" in cue.prefixes for cue in (c, sentence.cues.ending(CueKind.CONTINUATION, c.first - 1)) if cue)
    ]  # fmt: skip
    put_off = later if _is_start(sentence, found[0]) and all(c.value == "suspended" for c in later) else []
    passive = [c for c in put_off if any(sentence.words.is_a("passive", i) for i in (c.first - 1, c.first))]
    put_off = [c for c in put_off if not texts[c.first].isascii() or c in passive]
    return next(iter((*refused, *put_off[:1], *taken_up[-1:], *going_on[-1:])), None)


def _is_start(sentence: Sentence, status: Cue) -> bool:
    """ "The start of the truce in Idlib was postponed", «قال إن بدء الهدنة تأجل»: a start that what follows is said of."""
    words, first = sentence.words, status.first
    first -= first > sentence.first and words.texts[first - 1] == "the"
    opens = first == sentence.first or words.is_a("reports", first - 1)
    return opens and words.is_a("beginning", status.first, status.offset)


def _is_turned_down(sentence: Sentence, refusal: Cue) -> bool:
    """ "Calls for a truce fell on deaf ears", "the proposed truce is unacceptable", "an offer rejected by rebels", «طلب الهدنة
    قوبل بالرفض»: in words that say it of what stands before."""
    by = sentence.words.texts[refusal.last + 1 : refusal.last + 2] == ("by",)
    return refusal.last > refusal.first or by
