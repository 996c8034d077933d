"""What an article that changes said, and when: nothing is known before it was seen, nothing counts after it was taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from geo.article import Article
from geo.edtf import Edtf
from geo.evidence import testimony
from geo.evidence.attestation import Attestation, Version, attest
from geo.evidence.judgement import Judgement, Verdict
from geo.ledger.zone import accounts, fold_zones, last_report, periods
from geo.statement import Modality, Statement, statement_id
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
    current, former, now = versions(START)
    assert attest(now, current, former) == ((), {})


def test_what_is_added_became_known_when_it_was_seen() -> None:
    current, former, now = versions(START, f"{START}\n{END}")
    gone, attested = attest(now, current, former)
    (added,) = [s for s in current if s.status is Status.ENDED]
    assert gone == () and attested == {added.id: Attestation(known_on=date(2017, 8, 10))}


def test_what_is_taken_back_counts_until_then() -> None:
    current, former, now = versions(f"{START}\n{END}", START)
    gone, attested = attest(now, current, former)
    (taken_back,) = gone
    assert taken_back.status is Status.ENDED
    assert attested == {taken_back.id: Attestation(withdrawn_on=date(2017, 8, 10), said_in=former[0].article)}
    (zone,) = [z for z in fold_zones((*current, *gone), {"a": now}, attested) if z.area == taken_back.areas[0].area]
    assert periods(zone) == ()
    assert [p.status for p in periods(zone, known_on=date(2017, 8, 9))] == [Status.ENDED]
    assert periods(zone, known_on=date(2017, 8, 10)) == ()
    assert [account.known_from for account in accounts(zone)] == [date(2017, 8, 7), date(2017, 8, 10)]
    assert [line.withdrawn_on for line in zone.ledger] == [date(2017, 8, 10)], "the ledger still lists what was said"


def test_what_came_and_went_between_was_known_for_those_days() -> None:
    current, former, now = versions(START, f"{START}\n{END}", START)
    gone, attested = attest(now, current, former)
    assert attested == {
        gone[0].id: Attestation(known_on=date(2017, 8, 10), withdrawn_on=date(2017, 8, 12), said_in=former[1].article)
    }


def test_what_is_said_again_counts_as_said_all_the_while() -> None:
    current, former, now = versions(f"{START}\n{END}", START, f"{START}\n{END}")
    assert attest(now, current, former) == ((), {})


def test_the_same_in_other_words_is_still_said() -> None:
    current, former, now = versions(START, START.replace("ظهر الأحد", "مساء الأحد"))
    gone, _ = attest(now, current, former)
    assert gone == ()


@pytest.mark.parametrize("changed", [
    {"effective": Edtf.parse("2017-08-05")}, {"effective": None}, {"until": Edtf.parse("2017-08-25")},
    {"modality": Modality.FUTURE}, {"excluded": ("sy/talbiseh",)},
])  # fmt: skip
def test_a_correction_is_not_known_before_it_was_made(changed: dict[str, Any]) -> None:
    """What the page said until then counts until then, and what it says now from then on."""
    (was,), former, now = versions(START, f"تصحيح. {START}")
    corrected = replace(was, **changed)
    corrected = replace(corrected, id=statement_id(corrected))
    gone, attested = attest(now, [corrected], former)
    seen = date(2017, 8, 10)
    assert [attested[statement.id] for statement in gone] == [Attestation(withdrawn_on=seen, said_in=former[0].article)]
    assert attested[corrected.id] == Attestation(known_on=seen)
    told = fold_zones((corrected, *gone), {"a": now}, attested)[0]
    (alone,) = fold_zones(former[0].statements, {"a": former[0].article})
    assert periods(told, known_on=date(2017, 8, 9)) == periods(alone)


def test_a_claim_keeps_the_day_that_its_page_bore_when_it_first_said_so() -> None:
    """A page that is published anew does not move what it said before to its new day."""
    first = article(START, "2017-08-07", "a")
    now = article(END, "2017-08-20", "a")
    read = [tuple(replace(s, agreement="x") for s in reader().read(a).statements) for a in (first, now)]
    former = (Version(article=first, number=1, since=SEEN[0], until=SEEN[1], statements=read[0]),)
    gone, attested = attest(now, read[1], former)
    (zone,) = [z for z in fold_zones((*read[1], *gone), {"a": now}, attested) if z.area == "sy/rastan"]
    assert [(line.true_from, line.known_on) for line in zone.ledger] == [(date(2017, 8, 6), date(2017, 8, 7))]


def test_what_a_later_version_says_fades_from_the_day_that_it_bears() -> None:
    """It became known when it was seen, years later perhaps; nobody vouched for the truce on that day."""
    first, now = article("طقس حار في مدينة حمص.", "2017-08-01", "a"), article(START, "2017-08-07", "a")
    (said,) = reader().read(now).statements
    seen = datetime(2026, 11, 28, 9, tzinfo=UTC)
    gone, attested = attest(now, (said,), [Version(article=first, number=1, since=SEEN[0], until=seen, statements=())])
    (zone,) = fold_zones((said, *gone), {"a": now}, attested)
    (line,) = zone.ledger
    assert (line.reported_on, line.known_on) == (date(2017, 8, 7), date(2026, 11, 28))
    (alone,) = fold_zones((said,), {"a": now})
    assert periods(zone, fades_after_days=90) == periods(alone, fades_after_days=90)
    assert last_report(zone, date(2025, 1, 1)) == date(2017, 8, 7)
    assert not periods(zone, known_on=date(2026, 11, 27))


def test_of_two_reports_on_one_day_the_one_published_last_rules_whenever_it_was_seen() -> None:
    first, now = article("طقس حار.", "2017-08-01", "a"), article(START, "2017-08-07", "a")
    other = article(START, "2017-08-09", "b")
    (said,), (later,) = reader().read(now).statements, reader().read(other).statements
    later = replace(later, id="b", agreement=said.agreement, status=Status.SUSPENDED, since=said.effective, effective=None)
    version = Version(article=first, number=1, since=SEEN[0], until=datetime(2026, 11, 28, tzinfo=UTC), statements=())
    _, attested = attest(now, (said,), [version])
    (zone,) = fold_zones((said, later), {"a": now, "b": other}, attested)
    assert [period.status for period in periods(zone)] == [Status.SUSPENDED]


def judged(verdict: Verdict, told: Statement, text: Article, outcome: Statement | None = None) -> Judgement:
    return Judgement(
        id="j", article="a", sha256=text.sha256, verdict=verdict, subject=told, outcome=outcome, undoes=None, editor="e",
        judged_at=SEEN[2], reason="r",
    )  # fmt: skip


def test_what_an_editor_rejected_does_not_come_back_by_a_former_version() -> None:
    """Two edits above a paragraph, then the paragraph goes: the editor's word counts in every version that has it."""
    texts = (f"{START}\n{END}", f"خبر عاجل.\n{START}\n{END}", f"تحديث.\n{START}\n{END}", START)
    articles = [article(text, "2017-08-07", "a") for text in texts]
    read = [reader().read(a).statements for a in articles]
    (wrong,) = [s for s in read[0] if s.status is Status.ENDED]
    seen = [*SEEN, datetime(2017, 8, 14, 9, tzinfo=UTC)]
    former = [
        Version(article=a, number=n + 1, since=seen[n], until=seen[n + 1], statements=read[n])
        for n, a in enumerate(articles[:3])
    ]
    rejection = judged(Verdict.REJECTED, wrong, articles[0])
    told = testimony.testify(articles[2], read[2], [rejection], former[:2])
    assert not [s for s in told.statements if s.status is Status.ENDED]
    assert not [s for s in testimony.testify(articles[3], read[3], [rejection], former).statements if s.status is Status.ENDED]


def test_what_an_editor_corrected_is_as_old_as_its_words() -> None:
    first, now = article(START, "2017-08-07", "a"), article(f"{START}\nيتبع.", "2017-08-07", "a")
    (wrong,), (read,) = reader().read(first).statements, reader().read(now).statements
    meant = replace(wrong, status=Status.AGREED)
    meant = replace(meant, id=statement_id(meant))
    former = [Version(article=first, number=1, since=SEEN[0], until=SEEN[1], statements=(wrong,))]
    told = testimony.testify(now, [read], [judged(Verdict.CORRECTED, wrong, first, meant)], former)
    assert [s.status for s in told.statements] == [Status.AGREED] and told.attested == {}
