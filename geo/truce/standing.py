"""How the truce of a claim stands on the day of publication: by its status word, the claim's dates and its doubt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from geo.agreement import AgreementType
from geo.claim import Claim, is_old
from geo.edtf import Edtf
from geo.status import Status, status_of
from geo.text.phrase import Words

EXISTING = (Status.AGREED, Status.IN_FORCE, Status.VIOLATED, Status.SUSPENDED, Status.EXTENDED, Status.ENDED)
_NEGATED = {
    Status.AGREED: Status.REJECTED, Status.IN_FORCE: Status.AGREED, Status.VIOLATED: Status.IN_FORCE,
    Status.ENDED: Status.IN_FORCE, Status.NEGOTIATING: Status.REJECTED, Status.PROPOSED: Status.UNKNOWN,
    Status.EXTENDED: Status.ENDED, Status.REJECTED: Status.UNKNOWN, Status.SUSPENDED: Status.IN_FORCE,
    Status.UNKNOWN: Status.UNKNOWN,
}  # fmt: skip
BACKGROUND = ("concession", "time", "apposition")  # relations of clauses that tell what was known before
_MONTH_DAYS = 30
_HISTORY_DAYS = 366  # a truce that a text dates further back is the story's background, not its matter


def claim_status(claim: Claim, published: Edtf | None) -> Status | None:
    """The status that a claim gives; None where it gives none. A start that lies ahead is agreed, not in force."""
    if not claim.status or claim.under_agreement:
        told = (claim.type is AgreementType.EVACUATION_SETTLEMENT or claim.evacuated) and claim.told_as_fact
        gone = [dated for dated in claim.dates if dated[1] is None] if told and claim.areas else []  # not when it was signed
        if gone and is_old(replace(claim, dates=gone), published):
            return Status.ENDED  # «خرجوا من حرستا في آذار»
    if not claim.status:  # «تشهد المنطقة وقفا لإطلاق النار منذ تموز»
        told = claim.truce is not None and claim.told_as_fact
        if claim.presupposed and claim.told_to_be and ends_later(claim, published):
            return Status.IN_FORCE  # "the truce will end on 12 July", «تنتهي الهدنة اعتبارا من الجمعة»
        if not told or not claim.areas or is_over(claim, published):
            return None
        if lies_ahead(claim, published):  # «هدنة في دوما اعتبارا من الغد»
            return Status.AGREED
        return Status.IN_FORCE if _has_begun(claim, published) else None
    status = status_of(claim.status.value)
    if claim.in_spite and not claim.truce and is_old(claim, published):
        return None  # «الهجوم على درعا، الذي بدأ قبل أسبوعين»: the fighting that led to the truce
    if (
        claim.negated
        and status is Status.EXTENDED
        and claim.modality in ("future", "possible")
        and not is_over(claim, published)
    ):
        return Status.IN_FORCE  # "will not be extended": it is there until it ends
    if claim.negated:
        return Status.VIOLATED if claim.status.value == "keeps" else _NEGATED[status]
    ahead = claim.modality == "future" and not is_over(claim, published)
    if status is Status.SUSPENDED and ahead:
        return Status.IN_FORCE  # «ستعلق الهدنة اعتبارا من الخميس»
    if status is Status.ENDED and (ahead or (_ends_ahead(claim, published) and not claim.evacuated)):
        return Status.IN_FORCE  # «قبل ساعات من انقضاء الهدنة»
    if status is Status.EXTENDED and claim.modality != "asserted" and not is_over(claim, published):
        return Status.IN_FORCE  # «قد تمدد الهدنة»: longer or not, it is there
    if claim.modality in ("possible", "conditional") and status in (Status.VIOLATED, Status.ENDED, Status.SUSPENDED):
        return None  # what would be if it were broken
    if claim.modality == "conditional" and status is Status.IN_FORCE and claim.presupposed:
        return None  # «إذا صمدت الهدنة»: whether it will last is open, that it is there is not
    if claim.modality in ("possible", "conditional") and status in EXISTING:
        if claim.under_agreement:
            return None  # «ينتظر أن يخرجوا بموجب الاتفاق»: of that it says nothing
        return Status.PROPOSED  # what may come about is not there yet
    if status is Status.EXTENDED:
        status = Status.IN_FORCE  # its new end is the statement's `until`
    over = status in (Status.AGREED, Status.IN_FORCE) or (status is Status.VIOLATED and claim.in_spite)
    to_be = status is Status.AGREED and claim.truce is not None and claim.truce.first == claim.status.first
    if over and not claim.stands and not to_be and is_over(claim, published):  # "army to pause operations on Friday"
        return Status.ENDED
    if status is Status.AGREED and claim.modality != "future" and _has_begun(claim, published, since=1):
        return Status.IN_FORCE
    if status is Status.IN_FORCE and (claim.modality == "future" or lies_ahead(claim, published)):
        return Status.AGREED
    return status


def first_days(claim: Claim) -> list[date]:
    """The first days that the claim's dates give for the start of its truce."""
    return [timex.first_day for timex, dates in claim.dates if dates == "effective" and timex.first_day]


def starts_with(begun: Claim, ahead: Claim, words: Words) -> bool:
    """«تسري الهدنة، التي اتفق عليها الطرفان، اعتبارا من الثلاثاء المقبل», "the truce, which both accepted, takes effect on
    Tuesday": the day of the start stands in a clause behind the one that has its verb."""
    interrupts = ahead.clause.relation == "relative" and ahead.clause.sentence == begun.clause.sentence
    if begun.status is None or first_days(begun) or not (interrupts or ahead.status is begun.status):
        return False
    return any(words.is_a("comes_into_force", i) for i in range(begun.clause.first, begun.status.last + 1))


def is_over(claim: Claim, published: Edtf | None) -> bool:
    """«هدنة حتى 17 يونيو», «هدنة ثلاثة أيام في يونيو», told in July: the last day that the claim gives its truce is past."""
    today = published.earliest if published else None
    last = [timex.last_day for timex, dates in claim.dates if dates == "until" and timex.last_day]
    last += [claim.last_day] if claim.last_day else []
    return bool(today and last and max(last) < today)


def counted_end(claims: Iterable[Claim]) -> Edtf | None:
    """The last day of a truce that a claim says to last so long from its start, which alone the claim dates; approximate where
    it lasts for months, which are counted as thirty days."""
    for claim in claims:
        if claim.last_day and claim.told_to_be and {dates for _, dates in claim.dates} == {"effective"}:
            start = max(timex.last_day or claim.last_day for timex, _ in claim.dates)
            return Edtf.day(claim.last_day, approximate=(claim.last_day - start).days >= _MONTH_DAYS)
    return None


def ends_later(claim: Claim, published: Edtf | None) -> bool:
    """True if a claim gives its truce a last day that is that of publication or later: "the truce ends on Sunday", told on
    that Sunday."""
    today = published.earliest if published else None
    last = [timex.last_day for timex, dates in claim.dates if dates == "until" and timex.last_day]
    return bool(today and last and not claim.negated and max(last) >= today)


def has_days_left(claim: Claim, told: Iterable[Claim], published: Edtf | None) -> bool:
    """True for the claim that a truce was not extended whose last day, by what is told of it, is that of publication or later:
    "a truce expires on Friday … there was no order to extend it"."""
    today = published.earliest if published else None
    if not claim.negated or claim.status is None or status_of(claim.status.value) is not Status.EXTENDED:
        return False
    last = [timex.last_day for other in told for timex, dates in other.dates if dates == "until" and timex.last_day]
    return bool(today and last and max(last) >= today)


def is_before(ended: Claim, begun: Claim) -> bool:
    """True if all that a claim dates lies before the start that another gives: what ended was an earlier truce."""
    days, starts = [timex.last_day for timex, _ in ended.dates if timex.last_day], first_days(begun)
    return bool(days and starts) and max(days) < min(starts)


def is_in_passing(refusal: Claim, talks: Claim) -> bool:
    """«عادوا إلى التفاوض على هدنة بعد رفضهم لها»: what a background clause says was refused is talked about again."""
    return refusal.clause.relation in BACKGROUND and talks.clause.relation not in (*BACKGROUND, "relative")


def goes_without_saying(status: Status, claim: Claim, breach: Claim, *, english: bool) -> bool:
    """«رغم دخول الهدنة حيز التنفيذ، قُصفت …»: of a truce that fighting breaks, the agreement and its start go without saying;
    where breaches are only spoken of, a start that a main clause tells is news of its own, but not in English copy, which
    tells it last."""
    told_in_passing = breach.in_spite or claim.clause.relation in (*BACKGROUND, "relative") or english
    return status is Status.AGREED or (status is Status.IN_FORCE and told_in_passing)


def may_be_extended(claim: Claim) -> bool:
    """«يمكن تمديد الهدنة»: beside the news that it was agreed on, that says not that it has begun."""
    extended = claim.status is not None and status_of(claim.status.value) is Status.EXTENDED
    return extended and claim.modality in ("possible", "conditional")


def lies_ahead(claim: Claim, published: Edtf | None) -> bool:
    """True if the start that a claim gives its truce lies behind the day of publication."""
    today = published.latest if published else None
    return bool(today and first_days(claim) and min(first_days(claim)) > today)


def _ends_ahead(claim: Claim, published: Edtf | None) -> bool:
    """«تنتهي الهدنة غدا»: the day of the end lies ahead; in "the truce that was to start on Friday collapsed" that of
    the start does."""
    today = published.latest if published else None
    days = [timex.first_day for timex, _ in claim.dates if timex is claim.onset and timex.first_day]
    return bool(today and days) and all(day > today for day in days if today)


def _has_begun(claim: Claim, published: Edtf | None, *, since: int = 0) -> bool:
    """True if its truce has begun, `since` so many days: one that was agreed "from today" has yet to."""
    today = published.earliest if published else None
    return bool(today and first_days(claim) and (today - min(first_days(claim))).days >= since)


def is_history(claim: Claim, published: Edtf | None) -> bool:
    """True if a claim dates its truce more than a year before the day of publication."""
    today = published.earliest if published else None
    days = [timex.last_day for timex, _ in claim.dates if timex.last_day]
    return bool(today and any((today - day).days > _HISTORY_DAYS for day in days))
