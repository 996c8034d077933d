"""Length: how long a clause says that its truce lasts."""

from __future__ import annotations

from geo.cue import Cue, CueKind
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.text.phrase import Words

_FOR = "for"
_OF = ("of", "من")
_BESIDE_REACH = 4  # words between a truce and how long it lasts
_OF_REACH = 3  # words from "two days of" to the fighting
_DAY_HOURS = 24


def days_of(length: Cue) -> int:
    """The days that a length counts, the last one begun."""
    return -(-int(length.value) // _DAY_HOURS)


def length_of(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """«هدنة لثلاثة أيام», "a three-day truce", "a truce in Homs for a period of 90 days": the length that the clause of a truce
    gives it. None for what is counted from or before something else («منذ ثلاثة أشهر», "in the 48 hours before")."""
    when = {i for _, timex in sentence.dates for i in sentence.words.within(timex.span)}  # «انتهت الهدنة قبل أسبوع»
    lengths = [
        cue for cue in sentence.cues_in(clause, CueKind.DURATION)
        if cue.first not in when and not truce.first <= cue.last <= truce.last
        and (_is_attribute(sentence, cue, truce) or _may_be_of_truce(sentence, cue))
    ]  # fmt: skip
    beside = (
        cue for cue in lengths
        if truce.first - 1 - _BESIDE_REACH <= cue.first and cue.last <= truce.last + 1 + _BESIDE_REACH
        and not sentence.comma_between(cue, truce)
    )  # fmt: skip
    told = (cue for cue in lengths if cue.first > truce.last and _tells_length(sentence, cue, truce))
    return next(beside, None) or next(told, None)


def length_behind(sentence: Sentence, clause: Clause, verb: int) -> Cue | None:
    """The length right behind a verb of lasting: "to last five days", «تستمر لمدة شهرين»."""
    lengths = sentence.cues.within(verb + 1, clause.last, CueKind.DURATION)
    return next((cue for cue in lengths[:1] if not _is_daily(sentence, cue) and _measured_from(sentence, cue) == verb), None)


def is_lasting(words: Words, verb: int) -> bool:
    """True for «تستمر», "is to last"; "the last two days" are no verb."""
    return words.is_a("lasts", verb) and not words.is_a("before_an_adjective", verb - 1)


def _is_attribute(sentence: Sentence, length: Cue, truce: Cue) -> bool:
    """ "Within a 72-hour truce": an English unit in the singular before the truce, counted by more than an article."""
    texts = sentence.words.texts
    singular = sentence.words.is_english(length.last) and not texts[length.last].endswith("s")
    counted = length.first < length.last and not sentence.words.is_a("article", length.first)
    return length.last < truce.first and singular and counted and not _is_daily(sentence, length)


def _may_be_of_truce(sentence: Sentence, length: Cue) -> bool:
    """False for «بعد يومين», "within 24 hours", "two months of fighting", "two weeks ago", «بيومين»."""
    words, behind = sentence.words, length.last + 1
    before = length.first - 1
    while words.is_a("measures", before):
        before -= 1
    if words.is_a("counts_time", before) or words.is_a("counted_time", behind) or "ب" in length.prefixes:
        return False
    fought = words.texts[behind : behind + 1] and words.texts[behind] in _OF
    if fought and sentence.cues.within(behind, behind + _OF_REACH, CueKind.CONFLICT):
        return False
    return not _is_daily(sentence, length)


def _is_daily(sentence: Sentence, length: Cue) -> bool:
    """ "A five-hour daily pause", "every day for five hours": how long it lasts each day, where it is some hours."""
    words = sentence.words
    if int(length.value) >= _DAY_HOURS:
        return False
    return any(
        words.is_a("daily", i) or (words.is_a("each", i) and words.is_a("day_word", i + 1))
        for i in range(sentence.first, sentence.last + 1)
    )


def _measured_from(sentence: Sentence, length: Cue) -> int:
    """The word before a length, without "for a period of"."""
    words, before = sentence.words, length.first - 1
    while before > sentence.first and (_is_for(words, before) or words.is_a("measures", before)):
        before -= 1
    return before


def _is_for(words: Words, word: int) -> bool:
    return words.texts[word] == _FOR or words.is_a("for_so_long", word)


def _tells_length(sentence: Sentence, length: Cue, truce: Cue) -> bool:
    """«هدنة في حمص لمدة خمسة أيام», "a truce in Homs for five days"; «ومدتها أسبوع» may stand behind a comma. "Has held for
    five days" tells how long it has been there, and "besieged for five days" nothing of it."""
    before, words = _measured_from(sentence, length), sentence.words
    if is_lasting(words, before) or words.is_a("its_length", length.first - 1):
        return True
    so_long = any(_is_for(words, i) for i in range(before + 1, length.first))
    if not (so_long or "ل" in length.prefixes) or sentence.comma_between(length, truce):
        return False
    told = sentence.cues.within(truce.last + 1, length.first - 1, CueKind.STATUS, CueKind.CONFLICT)
    if told and told[-1].kind is CueKind.CONFLICT:
        return False
    stands = any(cue.kind is CueKind.STATUS and cue.value == "in_force" for cue in told)
    been = stands and "been" in words.texts[truce.last + 1 : length.first]
    return not been and not words.of_class("has_endured", truce.last + 1, length.first)
