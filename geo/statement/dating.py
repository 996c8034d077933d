"""When a truce was signed, starts, ends, is expected, or was ended or broken, by the claims that speak of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geo.claim import Claim
from geo.edtf import Edtf, Granularity
from geo.timex import Timex


def dated(claims: Sequence[Claim], relation: str, published: Edtf | None, *, begun: bool) -> Edtf | None:
    """The date that the claims give for the signing, start, end or expected announcement of their truce. The day of an end
    that has come is none of them (see `turned`; that of one told to come is, also on the day itself), nor is one behind the
    day of publication on which it is said to have been signed, or on which one would start that has `begun`."""
    for claim in claims:
        for timex, dates in claim.dates:
            ahead = _lies_ahead(timex, published)
            told = claim.negated or timex is not claim.onset or (relation == "until" and ahead)
            told = told or (relation == "until" and claim.modality == "future")
            told = told and not (relation == "signed" and ahead and claim.told_as_fact) and not (begun and ahead)
            if timex.narrowest and dates == relation and told:
                return _doubtful(timex.narrowest) if claim.modality == "possible" else timex.narrowest
    return None


def turned(claims: Iterable[Claim], published: Edtf | None) -> Edtf | None:
    """The first day that claims give for an end, breach, suspension or refusal; never one behind the day of publication."""
    onsets = (claim.onset for claim in claims if claim.onset)
    return next((onset.narrowest for onset in onsets if onset.narrowest and not _lies_ahead(onset, published)), None)


def _lies_ahead(timex: Timex, published: Edtf | None) -> bool:
    today = published.latest if published else None
    return bool(today and timex.first_day and timex.first_day > today)


def _doubtful(value: Edtf) -> Edtf:
    """A single date that the text itself doubts («ربما في أغسطس»), marked approximate; sets and intervals stay as they are."""
    simple = value.granularity in (Granularity.DAY, Granularity.MONTH, Granularity.YEAR) and not value.approximate
    return Edtf.parse(f"{value.text}~") if simple else value
