"""Refusals: an announced truce that those who live or fight in its place refuse, and one that a single side accepts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from geo.claim.record import Claim
from geo.cue import CueKind
from geo.status.naming import is_named_before
from geo.syntax.read_text import ReadText

_HAD, _HAD_REACH = "had", 2  # words from it to the refusal
_THE = "the"
_AND, _IT = "and", "it"
_PRONOUNS = ("ها", "ه")
_REFUSER_REACH = 4  # words between a refusal and who refuses


def take_refusals(claims: Sequence[Claim], read: ReadText) -> None:
    """ "A ceasefire was announced in Tafas. Rebels in the town rejected it", «أعلنت هدنة في طفس. ورفضتها فصائل البلدة»: what
    was announced over their heads is refused; not what two sides announced, nor what others refuse. "Hamas accepted a truce;
    Israel rejected it", «قبلت حماس هدنة، ورفضتها إسرائيل»: so is what one side alone accepts and the other does not."""
    for told, refused in pairwise(claims):
        if not _is_refused(refused, read):
            continue
        by_locals = _is_announced(told, read) and _is_theirs(told, refused, read)
        if by_locals or (_is_accepted(told, read) and _is_answer(told, refused, read)):
            told.status, told.modality = refused.status, refused.modality


def _is_announced(claim: Claim, read: ReadText) -> bool:
    told = claim.status is not None and claim.status.value == "announced" and claim.told_as_fact and not claim.negated
    if not told or not claim.areas or claim.earlier:
        return False
    first, last = claim.clause.first, claim.clause.last
    sides = [cue for cue in read.cues.within(first, last, CueKind.CONFLICT, CueKind.GROUP) if not cue.value]
    return len(sides) < 2 and not read.cues.within(first, last, CueKind.SIDES)


def _is_accepted(claim: Claim, read: ReadText) -> bool:
    """True for a truce in a place that one side accepts; not for one that both do."""
    status, words = claim.status, read.words
    if status is None or status.value != "agreed" or not claim.told_as_fact or claim.negated or claim.earlier:
        return False
    first, truce = claim.clause.first, claim.truce
    if truce is None or not claim.areas or truce.first < status.first or read.cues.within(first, truce.first, CueKind.SIDES):
        return False
    if words.is_english(status.first):
        before = words.texts[first : status.first]
        one = words.is_a("accepts", status.first) or bool(read.cues.ending(CueKind.GROUP, status.first - 1))
        return one and bool(before) and _AND not in before and not words.of_class("both", first, status.first)
    sides = [cue for cue in read.cues.within(first + 1, truce.first - 1, CueKind.CONFLICT, CueKind.GROUP) if not cue.value]
    who = [cue.prefixes for cue in sides]
    who += [r.mention.prefixes for r in read.resolutions if first < r.mention.first < truce.first]
    return words.is_a("accepts", status.first, status.offset) and not any("و" in prefixes for prefixes in who)


def _is_answer(accepted: Claim, refused: Claim, read: ReadText) -> bool:
    """True for a refusal right behind an acceptance, of "it" or of the truce by its name, by more than some of a side; not for
    that of another town ("rebels in Homs accepted a truce, those in Hama rejected it")."""
    if refused.status is None or refused.clause.sentence - accepted.clause.sentence > 1:
        return False
    if not {r.area for r in refused.areas} <= {r.area for r in accepted.areas}:
        return False  # «وافقت داعل على المصالحة ورفضتها طفس»: each town answers for itself
    words, status = read.words, refused.status
    last = words.sentence(refused.clause.sentence)[1]
    it = words.texts[status.first].endswith(_PRONOUNS) if not words.is_english(status.first) else (
        _IT in words.texts[status.first : min(status.last + 1, last) + 1]
    )  # fmt: skip
    near = range(max(refused.clause.first, status.first - _REFUSER_REACH), min(status.last + _REFUSER_REACH, last) + 1)
    return (it or refused.truce is not None) and not any(words.is_a("some_of_a_side", i) for i in near)


def _is_refused(claim: Claim, read: ReadText) -> bool:
    """True for a refusal of "it", «الهدنة», "the deal"; not for one that came before."""
    status, words = claim.status, read.words
    if status is None or status.value != "rejected" or claim.negated or not claim.told_as_fact or claim.earlier:
        return False
    first = words.sentence(claim.clause.sentence)[0]
    had = words.is_a("had", first) or _HAD in words.texts[max(first, status.first - _HAD_REACH) : status.first]
    return not had and not claim.lacks_agreement and (claim.truce is None or is_named_before(words, claim.truce))


def _is_theirs(announced: Claim, refused: Claim, read: ReadText) -> bool:
    """True where the next sentence tells that it is refused "in the district", or in a place of the truce and in no other."""
    if refused.clause.sentence != announced.clause.sentence + 1:
        return False
    first, last = read.words.sentence(refused.clause.sentence)
    areas = [r.area for r in announced.areas if r.area]
    here = [r.area for r in read.places if first <= r.mention.first <= last and r.area]
    if here:
        return all(any(read.gazetteer.lies_in(place, area) for area in areas) for place in here)
    nouns = (i for i in range(first + 2, last + 1) if read.words.is_a("settlement", i))
    return any(read.words.texts[i - 1] == _THE and read.cues.ending(CueKind.LOCATIVE, i - 2) for i in nouns)
