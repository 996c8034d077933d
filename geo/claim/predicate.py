"""Predicate: the words of a clause that a quote of what it says of a truce must hold."""

from __future__ import annotations

from geo.coverage import Coverage
from geo.cue import Cue, CueKind
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence

_COMPLEMENT_REACH = 3  # words between the nouns of one complement: «اتفاق مناطق خفض التصعيد»
_HANGING_REACH = 8  # words of a clause before a status that hangs on them


def find_predicate(
    sentence: Sentence, clause: Clause, coverage: Coverage, status: Cue | None, truce: Cue | None
) -> tuple[int, int]:
    """The first and the last word that a quote of the claim must hold, its places aside."""
    starts: list[int] = []
    ends: list[int] = []
    for verb in (coverage.verb, coverage.passive):
        if verb:
            starts.append(verb.first)
            ends.append(verb.last)
    if status:
        light = sentence.light_verb(clause, status)
        starts.append(light.first if light else status.first)
        ends += [status.last, *_complement(sentence, clause, status)]
    elif truce:
        starts.append(truce.first)
        ends.append(truce.last)
    if clause.relation in ("aim", "concession") or coverage.implementing:
        starts.append(clause.first)
    if not starts:
        named = [r.mention for item in (*coverage.items, coverage.excluded) for r in item]
        starts, ends = [mention.first for mention in named], [mention.last for mention in named]
    first = min(starts)
    if status and first == status.first and {"ب", "ل"} & set(status.prefixes) and first - clause.first <= _HANGING_REACH:
        first = clause.first  # «فشلت القمة بالتوصل …»: no quote starts with a word that hangs on the one before it
    floor = clause.first if first >= clause.first else sentence.first
    while first > floor and _is_particle(sentence, first - 1):
        first -= 1
    return first, max(ends, default=first)


def _complement(sentence: Sentence, clause: Clause, status: Cue) -> list[int]:
    """The last words of the truce nouns behind a status word: what was signed, broken or talked about; a comma ends them."""
    ends: list[int] = []
    for cue in sentence.cues.within(status.last + 1, clause.last, CueKind.TRUCE, CueKind.AGREEMENT):
        if ends and (cue.first - ends[-1] > _COMPLEMENT_REACH or "," in sentence.gap(ends[-1], cue.first)):
            break
        ends.append(cue.last)
    return ends


def _is_particle(sentence: Sentence, word: int) -> bool:
    particle = any(sentence.cues.ending(kind, word) for kind in (CueKind.MODALITY, CueKind.NEGATION))
    return particle and sentence.words.joined(word)
