"""The queue: each doubt is in it once with its words, in an order that stays, and leaves it when it is judged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from geo.article import Article
from geo.evidence.correction import facts_of, reading_of_name
from geo.evidence.judgement import Judgement, Verdict, judge_names, judge_statements, said_of_names
from geo.ledger.contest import count_origins, entries
from geo.ledger.review import Concern, Reviewed, ReviewItem, doubt_of, is_weak, review_queue
from geo.ledger.zone import fold_zones
from geo.pipeline import Reading
from geo.statement import Basis, Doubt, Grounds, Statement, statement_id
from geo.status import Status
from geo.toponym.resolution import Candidate, Resolution, Role
from tests.data.sample_records import judgement_of
from tests.reading import article, reader

ONE = article("دخل وقف إطلاق النار في مدينة الرستن حيز التنفيذ.", "2017-08-07", "a")
OTHER = article("انهار وقف إطلاق النار في مدينة الرستن وانتهت الهدنة.", "2017-08-07", "b")
DOUBT = article("ووصلت قافلة إلى بلدة كفرسوسل قرب مدينة الرستن.", "2017-08-07", "c")
READ = {one.id: reader().read(one) for one in (ONE, OTHER, DOUBT)}


def queue(
    *judgements: Judgement,
    articles: Iterable[Article] = (ONE, OTHER, DOUBT),
    names: dict[str, tuple[Resolution, ...]] | None = None,
    origins: dict[str, str] | None = None,
    readings: dict[str, Reading] | None = None,
) -> tuple[ReviewItem, ...]:
    held: list[Statement] = []
    standings, orphaned, spoken, shown = {}, [], {}, {}
    for one in articles:
        said = [judgement for judgement in judgements if judgement.article == one.id]
        judged = judge_statements(one, (readings or {}).get(one.id, READ[one.id]).statements, said, {})
        held += judged.statements
        standings |= judged.standings
        orphaned += judged.orphaned
        read = (names or {}).get(one.id, READ[one.id].resolutions)
        shown[one.id], gone = judge_names(one, read, said, {})
        orphaned += gone
        spoken[one.id] = frozenset(said_of_names(one, said, {})[0])
    by_id = {one.id: one for one in articles}
    # one agreement, so that the articles speak of one zone
    return review_queue(Reviewed(
        articles=by_id, statements={s.id: s for s in held}, standings=standings, names=shown, spoken_of=spoken,
        zones=fold_zones([replace(s, agreement="one") for s in held], by_id), judgements=judgements, orphaned=orphaned,
        origins=origins or {},
    ))  # fmt: skip


def of(concern: Concern, items: Iterable[ReviewItem]) -> list[ReviewItem]:
    return [item for item in items if item.concern is concern]


def said(verdict: Verdict, subject: Any, outcome: Any = None, *, about: Article = ONE, **more: Any) -> Judgement:
    return judgement_of(about, verdict=verdict, subject=subject, outcome=outcome, **more)


RASTAN = READ["a"].statements[0]


def test_every_item_has_its_words_and_the_order_is_that_of_concern_article_and_text() -> None:
    items = queue()
    assert items and all(item.span is None or item.quote == item.span.of({"a": ONE, "b": OTHER, "c": DOUBT}[item.article].text)
                         for item in items)  # fmt: skip
    assert len({item.id for item in items}) == len(items)
    assert items == queue()
    assert [item.concern for item in items] == sorted((item.concern for item in items), key=list(Concern).index)


def test_statements_that_disagree_are_told_against_each_other_until_they_are_verified() -> None:
    first, second = of(Concern.CONTESTED, queue())
    assert first.statement == RASTAN and second.statement
    assert (first.others, second.others) == ((second.statement.id,), (RASTAN.id,))
    after = of(Concern.CONTESTED, queue(said(Verdict.ACCEPTED, RASTAN)))
    assert [item.article for item in after] == ["b"]
    assert not of(Concern.CONTESTED, queue(said(Verdict.REJECTED, RASTAN))), "nobody contradicts the other any more"


def test_copies_of_one_text_do_not_contest_each_other_twice_and_count_once() -> None:
    zone = fold_zones([RASTAN, replace(RASTAN, article="b", id="copied")], {"a": ONE, "b": OTHER})[0]
    (entry,) = entries(zone, {"a": ONE, "b": OTHER}, {"a": "a", "b": "a"})
    assert {entry.line.article, *(line.article for line in entry.copies)} == {"a", "b"}
    assert len(entries(zone, {"a": ONE, "b": OTHER}, {})) == 2
    assert count_origins(["a", "b", "c"], {"a": "a", "b": "a"}) == 2


def test_undated_statements_leave_when_they_are_judged() -> None:
    assert {item.article for item in of(Concern.UNDATED, queue())} == {"a", "b"}
    assert {item.article for item in of(Concern.UNDATED, queue(said(Verdict.ACCEPTED, RASTAN)))} == {"b"}


def test_a_doubtful_status_leaves_when_its_statement_is_judged() -> None:
    assert not of(Concern.DOUBTFUL_STATUS, queue())
    unlikely = replace(RASTAN, grounds=Grounds(basis=Basis.CUE, likelihood=0.02))
    doubted = replace(READ["a"], statements=(unlikely,))
    (item,) = of(Concern.DOUBTFUL_STATUS, queue(readings={"a": doubted}))
    assert (item.statement, item.quote) == (unlikely, RASTAN.evidence[0].quote)
    assert doubt_of(unlikely, None) is Doubt.UNLIKELY
    assert not of(Concern.DOUBTFUL_STATUS, queue(said(Verdict.ACCEPTED, unlikely), readings={"a": doubted}))


def test_what_is_edited_waits_for_a_second_look() -> None:
    new = replace(RASTAN, status=Status.SUSPENDED)
    new = replace(new, id=statement_id(new))
    (item,) = of(Concern.EDITED, queue(said(Verdict.CORRECTED, RASTAN, new)))
    assert item.statement == new
    assert not of(Concern.EDITED, queue(said(Verdict.CORRECTED, RASTAN, new, id="1"), said(Verdict.ACCEPTED, new, id="2")))


def test_names_without_a_place_and_weak_ones_leave_when_they_are_judged() -> None:
    (name,) = (name for name in READ["a"].resolutions if name.area and name.area.key == "sy/rastan")
    near = replace(name, role=Role.COVERED, candidates=(
        Candidate(place="sy/rastan", evidence=5, reasons=()), Candidate(place="sy/talbiseh", evidence=4, reasons=())
    ))  # fmt: skip
    assert is_weak(near) and not is_weak(replace(near, candidates=near.candidates[:1]))
    assert is_weak(replace(near, candidates=(Candidate(place="sy/rastan", evidence=2, reasons=()),)))
    (item,) = of(Concern.LOW_EVIDENCE, queue(names={"a": (near,)}))
    assert (item.quote, item.others) == (name.mention.span.of(ONE.text), ("sy/rastan", "sy/talbiseh"))
    lost = replace(near, area=None)
    (item,) = of(Concern.UNRESOLVED, queue(articles=(ONE,), names={"a": (lost,)}))
    assert item.others == ("sy/rastan", "sy/talbiseh")
    judgement = said(Verdict.ACCEPTED, reading_of_name(ONE, lost))
    assert not of(Concern.UNRESOLVED, queue(judgement, articles=(ONE,), names={"a": (lost,)}))


def test_an_orphan_stays_until_it_is_taken_back() -> None:
    gone = replace(said(Verdict.ACCEPTED, RASTAN), sha256="of a version that nobody has")
    (item,) = of(Concern.ORPHANED, queue(gone))
    assert (item.judgement, item.span, item.quote) == (gone, None, RASTAN.evidence[0].quote)
    assert not of(Concern.ORPHANED, queue(gone, said(Verdict.UNDONE, None, undoes=gone.id, id="2")))


def test_a_copy_leaves_when_an_editor_has_looked_at_the_article() -> None:
    origins = {"a": "a", "b": "a"}
    (item,) = of(Concern.COPY, queue(origins=origins))
    assert (item.article, item.others) == ("b", ("a",))
    assert not of(Concern.COPY, queue(said(Verdict.ACCEPTED, facts_of(OTHER), about=OTHER), origins=origins))
