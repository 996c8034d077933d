"""Closing: an end that is declared by a noun, with its day or an adjective between the noun and the truce."""

from __future__ import annotations

from geo.cue import Cue, CueKind
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence

_END, _TO, _OVER = "end", "to", "over"
_PLACE_REACH = 6  # words from a truce, with its place, to "over"
_ADJECTIVES = 3  # words from "declared" to "end": "an immediate"
_DAY_REACH = 5  # words between the noun and "to", the noun and «للهدنة»: "late on Saturday"
_TRUCE_REACH = 5  # words from "to" to the truce: "their fragile two-year"
_LIMIT = ("حد", "حدا")  # «وضع حدا للهدنة»
_ASKED = ("الي", "علي")  # «دعا إلى وضع حد», folded
_SUBJECT_REACH = 4  # words between «وضع» and «حدا»: «الجيش السوري أمس»
_TO_IT = "ل"  # what is written to the truce in «إنهاءها أمس للهدنة»
_ASIDE = (CueKind.CONFLICT, CueKind.MEETING, CueKind.AGREEMENT, CueKind.OPENER, CueKind.SPEECH, CueKind.NEGATION)


def declared_over(sentence: Sentence, clause: Clause, truce: Cue | None) -> Cue | None:
    """The words of "declared an end on Saturday to the two-year truce", «إنهاءها اعتبارا من أمس للهدنة»; not of "called for an
    end to the truce", "an end to truce talks", "an end to fighting under a truce"."""
    if truce is None or sentence.cues.starting(CueKind.MEETING, truce.last + 1):
        return None
    if sentence.words.is_english(truce.first):
        return _by_noun(sentence, clause, truce) or _by_adverb(sentence, clause, truce)
    return _by_verbal_noun(sentence, clause, truce) or _by_limit(sentence, clause, truce)


def _by_noun(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    words, texts = sentence.words, sentence.words.texts
    to = next(
        (i for i in range(truce.first - 1, max(clause.first, truce.first - _TRUCE_REACH) - 1, -1) if texts[i] == _TO), None
    )
    end = next((i for i in range(to - 1, max(clause.first, to - 2 - _DAY_REACH), -1) if texts[i] == _END), None) if to else None
    if to is None or end is None or not _parts_nothing(sentence, end, to, truce):
        return None
    first = max(clause.first, end - 1 - _ADJECTIVES)
    verb = next((i for i in range(end - 2, first - 1, -1) if words.is_a("declares", i)), None)
    return None if verb is None else truce._replace(kind=CueKind.STATUS, value="ended", first=verb, last=to)


def _by_adverb(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """ "Declared the week-long truce in Aleppo over"; not "declared a truce over Christmas", "a truce across Aleppo over the
    weekend"."""
    words = sentence.words
    verbs = words.of_class("declares", max(clause.first, truce.first - 1 - _TRUCE_REACH), truce.first - 1)
    behind = range(truce.last + 1, min(truce.last + _PLACE_REACH, clause.last) + 1)
    over = next((i for i in behind if words.texts[i] == _OVER), None)
    if not verbs or over is None or sentence.cues.within(verbs[-1] + 1, over - 1, *_ASIDE, CueKind.STATUS):
        return None
    dated = any(at in (over + 1, over + 2) and words.texts[over + 1] != "the" for at, _ in sentence.dates)
    closes = over == clause.last or not words.joined(over) or words.is_a("behind_over", over + 1) or dated
    return truce._replace(kind=CueKind.STATUS, value="ended", first=verbs[-1], last=over) if closes else None


def _by_verbal_noun(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    words = sentence.words
    nouns = words.of_class("his_ending", max(clause.first, truce.first - 1 - _DAY_REACH), truce.first - 1)
    if (
        not nouns
        or not words.texts[truce.first].startswith(_TO_IT)
        or not _parts_nothing(sentence, nouns[-1], truce.first, truce)
    ):
        return None
    return truce._replace(kind=CueKind.STATUS, value="ended", first=nouns[-1], last=nouns[-1])


def _by_limit(sentence: Sentence, clause: Clause, truce: Cue) -> Cue | None:
    """«وضع الجيش حدا أمس للهدنة»; not «وضعت الهدنة حدا للقتال», «دعا إلى وضع حد للهدنة»."""
    words, texts = sentence.words, sentence.words.texts
    start = max(clause.first, truce.first - 1 - _DAY_REACH)
    limit = next((i for i in range(truce.first - 1, start - 1, -1) if texts[i] in _LIMIT), None)
    if limit is None or not texts[truce.first].startswith(_TO_IT) or not _parts_nothing(sentence, limit, truce.first, truce):
        return None
    puts = words.of_class("puts", max(clause.first, limit - 1 - _SUBJECT_REACH), limit - 1)
    if not puts or sentence.cues.within(puts[-1] + 1, limit - 1, CueKind.TRUCE, CueKind.OPENER, CueKind.NEGATION):
        return None
    asked = puts[-1] > sentence.first and words.texts[puts[-1] - 1] in _ASKED
    return None if asked else truce._replace(kind=CueKind.STATUS, value="ended", first=puts[-1], last=limit)


def _parts_nothing(sentence: Sentence, noun: int, to: int, truce: Cue) -> bool:
    """True if nothing but the day of the end stands between its noun and what ends, and only adjectives before the truce."""
    if "," in sentence.gap(noun, truce.first) or sentence.cues.within(noun + 1, truce.first - 1, *_ASIDE):
        return False
    return to == noun + 1 or any(noun < at < to for at, _ in sentence.dates)
