"""What an article that changes said, and when: nothing is known before it was seen, nothing counts after it was taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from geo.article import Article
from geo.evidence.attestation import Attestation, Version, attest
from geo.ledger.zone import accounts, fold_zones, periods
from geo.statement import Statement
from geo.status import Status
from tests.reading import article, reader

START = "دخل وقف إطلاق النار في مدينة الرستن حيز التنفيذ ظهر الأحد."
END = "انهارت الهدنة في بلدة تلبيسة وتجددت الاشتباكات."
SEEN = [datetime(2017, 8, day, 9, tzinfo=UTC) for day in (7, 10, 12)]


def versions(*texts: str) -> tuple[tuple[Statement, ...], tuple[Version, ...], Article]:
    """The statements of the last text, the former versions, and the article as it is; each seen on a day of `SEEN`."""
    articles = [article(text, "2017-08-07", "a") for text in texts]
    read = [tuple(replace(s, agreement="x") for s in reader().read(a).statements) for a in articles]
    former = tuple(
        Version(article=a, number=n + 1, since=SEEN[n], until=SEEN[n + 1], statements=read[n])
        for n, a in enumerate(articles[:-1])
    )
    return read[-1], former, articles[-1]


def test_an_article_that_never_changed_has_said_it_all_along() -> None:
    current, former, _ = versions(START)
    assert attest(current, former) == ((), {})


def test_what_is_added_became_known_when_it_was_seen() -> None:
    current, former, _ = versions(START, f"{START}\n{END}")
    gone, attested = attest(current, former)
    (added,) = [s for s in current if s.status is Status.ENDED]
    assert gone == () and attested == {added.id: Attestation(known_on=date(2017, 8, 10))}


def test_what_is_taken_back_counts_until_then() -> None:
    current, former, now = versions(f"{START}\n{END}", START)
    gone, attested = attest(current, former)
    (taken_back,) = gone
    assert taken_back.status is Status.ENDED
    assert attested == {taken_back.id: Attestation(withdrawn_on=date(2017, 8, 10))}
    (zone,) = [z for z in fold_zones((*current, *gone), {"a": now}, attested) if z.area == taken_back.areas[0].area]
    assert periods(zone) == ()
    assert [p.status for p in periods(zone, known_on=date(2017, 8, 9))] == [Status.ENDED]
    assert periods(zone, known_on=date(2017, 8, 10)) == ()
    assert [account.known_from for account in accounts(zone)] == [date(2017, 8, 7), date(2017, 8, 10)]
    assert [line.withdrawn_on for line in zone.ledger] == [date(2017, 8, 10)], "the ledger still lists what was said"


def test_what_came_and_went_between_was_known_for_those_days() -> None:
    current, former, _ = versions(START, f"{START}\n{END}", START)
    gone, attested = attest(current, former)
    assert attested == {gone[0].id: Attestation(known_on=date(2017, 8, 10), withdrawn_on=date(2017, 8, 12))}


def test_what_is_said_again_counts_as_said_all_the_while() -> None:
    current, former, _ = versions(f"{START}\n{END}", START, f"{START}\n{END}")
    assert attest(current, former) == ((), {})


def test_the_same_in_other_words_is_still_said() -> None:
    current, former, _ = versions(START, START.replace("ظهر الأحد", "عند الظهر"))
    gone, _ = attest(current, former)
    assert gone == ()
