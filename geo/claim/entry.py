"""Entries of a chronicle: what a line that its date opens tells of that day, in the present tense too."""

from __future__ import annotations

from geo.claim.record import Claim
from geo.edtf import Edtf
from geo.syntax.sentence import Sentence


def date_by_entry(sentence: Sentence, claim: Claim, published: Edtf | None) -> None:
    """«12 يناير 2020: هدنة تدخل حيز التنفيذ», "July 19: A truce takes effect": the day of an entry is that of a start that it
    tells and dates in no other way, and what it tells as to come has come where all that it dates is past."""
    today = published.earliest if published else None
    entry = sentence.entry
    if entry is None or not today or not entry.last_day or entry.last_day >= today:
        return
    dated = [timex.last_day for timex, dates in claim.dates if timex.last_day and dates != "until"]
    if claim.modality == "future" and all(day <= today for day in dated):
        claim.modality = "asserted"
    if _begins(sentence, claim) and not any(dates in ("effective", "expected") for _, dates in claim.dates):
        others = [(timex, dates) for timex, dates in claim.dates if timex is not entry]
        claim.dates = [(entry, "effective"), *others]


def _begins(sentence: Sentence, claim: Claim) -> bool:
    """True for a claim that a truce takes or took effect."""
    status = claim.status
    if status is None or status.value not in ("in_force", "begun") or claim.negated or claim.in_spite or claim.earlier:
        return False
    words = (i for i in range(status.first, status.last + 1))
    told = any(sentence.words.is_a("comes_into_force", i) or sentence.words.is_a("has_started", i) for i in words)
    return told and claim.told_as_fact and claim.own_status
