"""Extension: the day on which a truce would have ended, told beside that it was made longer, is its last day no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from geo.claim.length import days_of
from geo.claim.record import Claim
from geo.cue import Cue, CueKind
from geo.edtf import Edtf
from geo.status.talks import TALK
from geo.syntax.clause import Clause
from geo.syntax.sentence import Sentence
from geo.timex import Timex

_UNTIL, _FROM = "until", "effective"  # relations of dates
_EXTENDED = "extended"
_MADE = ("agreed", "announced")
_TO, _NOW = "to", "now"
_THAT, _ON = "ان", "علي"  # folded: «على أن تنتهي» says what will be
_MONTH_DAYS = 30
_DONE = ("asserted", "reported", "future")  # modalities
_Dates = Sequence[tuple[Timex, str | None]]


def leave_old_ends(sentence: Sentence, claims: Sequence[Claim]) -> None:
    """ "The truce, due to expire on Sunday, was extended until 18 March", «مددوا الهدنة التي تنتهي الأحد أسبوعا»: takes from
    the claims of a sentence that tells of an extension the last day that its words of ending give, and the day from which it is
    made longer as its first one. If it says for how long, its new last day is counted from there."""
    longer = next((claim for claim in claims if is_prolonged(sentence, claim)), None)
    if longer is None:
        return
    left: list[Timex] = []
    for claim in claims:
        left += [timex for timex, dates in claim.dates if _is_old(sentence, timex, dates)]
        claim.dates = [(timex, None if any(timex is old for old in left) else dates) for timex, dates in claim.dates]
    days = [(timex.last_day, timex) for timex in left if timex.last_day]
    length = _length(sentence, longer) if days else 0
    if length and not any(dates == _UNTIL for _, dates in longer.dates):
        day, timex = max(days, key=lambda found: found[0])
        last = Edtf.day(day + timedelta(days=length), approximate=length >= _MONTH_DAYS)
        longer.dates.append((replace(timex, value=last, part=None), _UNTIL))


def _length(sentence: Sentence, longer: Claim) -> int:
    """The days by which a truce is made longer: "extended by a week", «مددت ثلاثة أيام»; 0 where the text does not say."""
    clause = sentence.clause_at(longer.status.first) if longer.status else longer.clause
    when = {i for _, timex in sentence.dates for i in sentence.words.within(timex.span)}
    lengths = [cue for cue in sentence.cues_in(clause, CueKind.DURATION) if cue.first not in when]
    behind = [cue for cue in lengths if longer.status and cue.first > longer.status.last]
    return days_of(behind[0]) if behind else 0


def without_old_ends(sentence: Sentence, clause: Clause, claim: Claim, days: _Dates) -> _Dates:
    """The last days that a clause gives the truce of a claim before it, without that on which it would have ended if the claim
    prolongs it: "extended the truce, which was due to expire on Sunday", "It had been due to expire on Sunday"."""
    if claim.status is None or claim.status.value != _EXTENDED:
        return days
    if claim.clause.sentence == clause.sentence:
        return [day for day in days if not (is_prolonged(sentence, claim) and _is_old(sentence, *day))]
    words = sentence.words
    past = words.of_class("past", clause.first, clause.last) or words.of_class("had", clause.first, clause.last)
    return [day for day in days if not (past and _is_old(sentence, *day))]


def is_prolonged(sentence: Sentence, claim: Claim) -> bool:
    """True for a claim that its truce is made longer: "was extended", "agreed to extend", «تمديد الهدنة» in a headline; not for
    "hope to extend", «يسعون إلى تمديد», "may be extended", "the extended truce"."""
    status = claim.status
    if status is None or status.value != _EXTENDED or claim.negated or claim.modality not in _DONE:
        return False
    if not sentence.first <= status.first <= sentence.last:
        return False
    words, clause = sentence.words, sentence.clause_at(status.first)
    before = sentence.cues.within(sentence.first, status.first - 1, CueKind.STATUS)
    if words.is_a("was_extended", status.first, status.offset) and not _is_attribute(sentence, status):
        return True
    behind = sentence.cues.within(status.last + 1, clause.last, CueKind.STATUS)
    sought = any(cue.value in TALK for cue in before)
    made = any(cue.value in _MADE for cue in (*before, *(behind if words.is_english(status.first) else ())))
    return not sought and (made or (status.first == sentence.first and not words.is_english(status.first)))


def _is_attribute(sentence: Sentence, status: Cue) -> bool:
    """ "The extended truce (is due to expire)", "the truce, extended last week, (expires)", "(asked for it) to be extended"."""
    words, before = sentence.words, status.first - 1
    if before < sentence.first or not words.is_english(status.first):
        return False
    parted = "," in sentence.gap(before, status.first)
    return parted or words.is_a("determiner", before) or words.texts[before - 1] == _TO


def _is_old(sentence: Sentence, timex: Timex, dates: str | None) -> bool:
    """True for a date behind a verb of ending, "due to expire on Sunday", «التي تنتهي الأحد», and for "extended from Sunday";
    not for "extended it to expire on Sunday", "it now ends on Sunday", «على أن تنتهي الأحد»."""
    words, at = sentence.words, sentence.words.within(timex.span).start
    relation = next(reversed(sentence.cues.within(sentence.first, at - 1, CueKind.DATE_RELATION)), None)
    if relation is None or relation.value != dates:
        return False
    if dates == _FROM:
        return words.is_a("from_day", relation.last) or words.is_a("comes_into_force", relation.first)
    verb, before = relation.last, relation.first - 1
    ends = words.is_a("lasts_no_longer", verb) or words.is_a("is_to_end", relation.first)
    if dates != _UNTIL or not ends or before < sentence.first:
        return False
    if not words.is_english(verb):
        aim = words.texts[before] == _THAT and words.texts[before - 1] == _ON
        return not aim and (words.is_a("leads_to_lasts", before) or words.is_a("had", before))
    foretold = words.is_a("foretold", before) or words.is_a("passive", before)
    return words.texts[before] != _NOW and (words.texts[relation.first] != _TO or foretold)
