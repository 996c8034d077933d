"""Former truces: those that a text says came before the one that it tells of, most of them to say that they did not last."""

from __future__ import annotations

from geo.cue import Cue, CueKind
from geo.edtf import Granularity
from geo.status.naming import is_definite, is_plural
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.text.phrase import Words

_THAT_BEFORE = ("ل", "ان")  # behind «سبق»: «سبق لهم», «سبق أن»
_CALLED_EARLIER = "سابق"  # «السابقة», «سابقتين» too
MANY = "many"  # the value of "repeated", "often": said of truces, and of breaches of one
_ADJECTIVES = 2  # words between a truce and «سابقة»: «هدنة روسية سابقة»
_ATTEMPT_REACH = 6  # words from "previous attempts" to the truce that they were at
_TIME_REACH = 2  # words of «وفي وقت سابق»
_FROM = "من"
_OVER = ("ended", "rejected")  # «فشلت محاولات سابقة»
_DONE = "قد"
_HABIT_REACH = 2  # words between «غالبا» and «تنهار»


def is_earlier(sentence: Sentence, clause: Clause, truce: Cue | None, *, called: bool = False) -> bool:
    """«an earlier truce collapsed after they failed …», «هدن سابقة»: another truce than the one that the text tells of;
    `called` if it must be called earlier, since «أول هدنة» may be the one of today."""
    if not sentence.cues.firsts(CueKind.EARLIER):
        return False
    named = [truce] if truce else sentence.cues.within(sentence.first, clause.first - 1, CueKind.TRUCE, CueKind.AGREEMENT)
    before = [sentence.cues.ending(CueKind.EARLIER, cue.first - 1) for cue in named]
    beside = [*before, *(sentence.cues.starting(CueKind.EARLIER, cue.last + 1) for cue in named)]
    return any(
        word is not None and word.value != MANY and (not called or _CALLED_EARLIER in sentence.words.texts[word.first])
        for word in beside
    )


def is_renewed(words: Words, truce: Cue) -> bool:
    """ "A new truce", «هدنة إنسانية جديدة»: one that comes behind another."""
    if words.is_english(truce.first):
        return words.is_a("next_one", truce.first) or any(
            words.is_a("renewed", i) for i in range(max(truce.first - _ADJECTIVES, 0), truce.first)
        )
    behind = range(truce.last + 1, min(truce.last + 2 + _ADJECTIVES, len(words)))
    return any(words.is_a("renewed", i) and all(map(words.joined, range(truce.last, i))) for i in behind)


def is_told_of_before(sentence: Sentence, clause: Clause, truce: Cue | None) -> bool:
    """«وسبق لدمشق أن تخلت عن هدنة», «وفي وقت سابق من الشهر أعلنت هدنة»: one of before, that the clause names. Arabic only."""
    named = truce or next(iter(sentence.cues.within(sentence.first, clause.first - 1, CueKind.TRUCE)), None)
    time = sentence.cues.within(sentence.first, min(sentence.first + _TIME_REACH, sentence.last), CueKind.EARLIER)
    if named and time and time[0].last < named.first - 1 and sentence.words.texts[time[0].last + 1] == _FROM:
        return not is_definite(sentence.words, sentence.cues, named)
    if truce is None or truce.first < clause.first or not sentence.words.is_a("preceded", sentence.first):
        return False
    if sentence.first == sentence.last:
        return False
    that = sentence.words.texts[sentence.first + 1].startswith(_THAT_BEFORE)
    return that and not is_definite(sentence.words, sentence.cues, truce)


def is_over_since(sentence: Sentence, clause: Clause, truce: Cue | None, status: Cue | None) -> bool:
    """«انهارت هدنات سابقة», "earlier attempts at a ceasefire failed", «وكانت هدنة روسية قد انقضت»: one or more truces of before
    that did not last."""
    if truce is None or status is None or status.value not in _OVER or not clause.first <= truce.first <= clause.last:
        return False
    beside = range(max(status.first - _HABIT_REACH, clause.first), min(status.last + _HABIT_REACH, clause.last) + 1)
    if any(sentence.words.is_a("habit", i) for i in beside):
        return False  # «غالبا ما تنهار الهدن»
    failed = status.value == "ended" or sentence.words.is_a("fails", status.first)
    if failed and is_plural(sentence, truce):
        similar = sentence.cues.starting(CueKind.EARLIER, truce.last + 1)  # «أخفقت اتفاقات مشابهة في مناطق أخرى»
        if similar is None:
            known = is_definite(sentence.words, sentence.cues, truce)  # "the truces in Homs collapsed" are today's
            named = bool(sentence.places_in(clause)) or _earlier_of(sentence, clause, truce) is not None
            return not known and named  # "numerous truces have failed during the war" tells of no place
        return sentence.words.is_a("former", similar.first, similar.offset)
    earlier = _earlier_of(sentence, clause, truce)
    if earlier is None:
        return status.value == "ended" and (_was_over(sentence, truce, status) or _is_called_by_month(sentence, truce))
    return failed or _is_attempt(sentence, earlier)


def tells_of_predecessors(sentence: Sentence, clause: Clause, status: Cue | None) -> bool:
    """«وهذه ثالث هدنة هذا العام، وانهارت سابقتاها»: what became of those before the one that is named. Arabic only."""
    over = status is not None and status.value in _OVER and status.last < clause.last
    return over and status is not None and sentence.words.is_a("predecessors", status.last + 1)


def _earlier_of(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """The word that calls a truce, or the attempts at one, earlier."""
    words, english = sentence.words, sentence.words.is_english(truce.first)
    before = sentence.cues.within(max(truce.first - _ATTEMPT_REACH, clause.first), truce.first - 1, CueKind.EARLIER)
    near = [c for c in before if c.value != MANY and all(map(words.joined, range(c.last, truce.first)))]
    attempts = [c for c in near if _is_attempt(sentence, c)]
    if attempts:
        return attempts[-1]
    if english:
        return next((c for c in near if truce.first - c.last - 1 <= _ADJECTIVES and words.is_a("former", c.last)), None)
    for first in range(truce.last + 1, min(truce.last + 2 + _ADJECTIVES, clause.last + 1)):
        cue = sentence.cues.starting(CueKind.EARLIER, first)
        if cue:
            return cue if words.is_a("former", cue.first, cue.offset) else None
        if not words.joined(first - 1) or not words.texts[first].endswith(("ه", "ي")):
            return None
    return None


def _is_attempt(sentence: Sentence, earlier: Cue) -> bool:
    """ "previous attempts at", «محاولتان سابقتان ل»: the noun stands behind the word in English, before it in Arabic."""
    noun = earlier.last + 1 if sentence.words.is_english(earlier.first) else earlier.first - 1
    return sentence.first <= noun <= sentence.last and sentence.words.is_a("attempts", noun)


def _is_called_by_month(sentence: Sentence, truce: Cue) -> bool:
    """«هدنة فبراير», "the February truce"."""
    for first, timex in sentence.dates:
        behind = sentence.words.within(timex.span).stop
        arabic = first == truce.last + 1 and sentence.words.joined(truce.last)
        if timex.value is not None and timex.value.granularity is Granularity.MONTH and (arabic or behind == truce.first):
            return True
    return False


def _was_over(sentence: Sentence, truce: Cue, status: Cue) -> bool:
    """«وكانت هدنة … قد انقضت»: what «كان» puts before the text's own matter. Arabic only."""
    had = sentence.words.is_a("had", sentence.first) and not sentence.words.is_english(sentence.first)
    done = sentence.words.texts[status.first - 1] == _DONE
    return had and done and truce.last < status.first and not is_definite(sentence.words, sentence.cues, truce)
