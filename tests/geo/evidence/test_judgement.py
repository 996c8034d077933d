"""Judgements outlive the reading that they speak of, and never move to words that nobody judged."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.actor import Party
from geo.article import Article
from geo.edtf import Edtf
from geo.evidence.judgement import (
    Facts,
    Judged,
    Judgement,
    NameReading,
    Verdict,
    in_force,
    judge_article,
    judge_names,
    judge_statements,
)
from geo.span import Span
from geo.statement import CoveredArea, Statement, statement_id
from geo.status import Status
from geo.toponym.resolution import Role
from tests.data.sample_records import judgement_of
from tests.reading import article, reader

FIRST = "دخل وقف إطلاق النار في مدينة الرستن حيز التنفيذ ظهر الأحد."
SECOND = "انهارت الهدنة في بلدة تلبيسة وتجددت الاشتباكات."
TEXT = f"{FIRST}\n{SECOND}\n"
ARTICLE = article(TEXT, "2017-08-07", "a")
RASTAN, TALBISEH = reader().read(ARTICLE).statements


def said(verdict: Verdict, subject: Any = None, outcome: Any = None, *, of: Article = ARTICLE, **more: Any) -> Judgement:
    return judgement_of(of, verdict=verdict, subject=subject, outcome=outcome, **more)


def judged(*judgements: Judgement, read: tuple[Statement, ...] = (RASTAN, TALBISEH), of: Article = ARTICLE) -> Judged:
    texts = {ARTICLE.sha256: TEXT}
    return judge_statements(of, read, judgements, {} if of is ARTICLE else texts)


def changed(statement: Statement, **fields: Any) -> Statement:
    new = replace(statement, **fields)
    return replace(new, id=statement_id(new))


ENDED = changed(RASTAN, status=Status.ENDED)
NEWER = changed(RASTAN, signed=Edtf.parse("2017-08"), evidence=RASTAN.evidence[:1])


def test_without_judgements_the_reader_rules() -> None:
    assert judged().statements == (RASTAN, TALBISEH)
    assert judged().standings == {} and judged().rejected == () and judged().orphaned == ()


def test_what_is_accepted_stands_verified() -> None:
    result = judged(said(Verdict.ACCEPTED, RASTAN))
    assert result.statements == (RASTAN, TALBISEH)
    assert result.standings[RASTAN.id].verified and not result.standings[RASTAN.id].edited
    assert TALBISEH.id not in result.standings


def test_what_is_rejected_does_not_count_and_is_still_told() -> None:
    result = judged(said(Verdict.REJECTED, RASTAN))
    assert (result.statements, result.rejected) == ((TALBISEH,), (RASTAN,))


def test_what_is_corrected_takes_the_place_of_what_was_read() -> None:
    result = judged(said(Verdict.CORRECTED, RASTAN, ENDED))
    assert set(result.statements) == {ENDED, TALBISEH}
    assert result.standings[ENDED.id].edited and not result.standings[ENDED.id].verified


def test_an_edit_takes_the_verification_away_until_it_is_given_again() -> None:
    steps = [
        said(Verdict.ACCEPTED, RASTAN, id="1"),
        said(Verdict.CORRECTED, RASTAN, ENDED, id="2"),
        said(Verdict.ACCEPTED, ENDED, id="3"),
    ]
    seen = [judged(*steps[: n + 1]).standings for n in range(3)]
    assert [next(iter(standings.values())).verified for standings in seen] == [True, False, True]
    assert seen[2][ENDED.id].edited and seen[2][ENDED.id].judgement == "3"


def test_a_rejected_claim_may_be_accepted_later() -> None:
    result = judged(said(Verdict.REJECTED, RASTAN, id="1"), said(Verdict.ACCEPTED, RASTAN, id="2"))
    assert result.statements == (RASTAN, TALBISEH) and result.rejected == ()


def test_what_is_added_by_hand_stands_beside_what_was_read() -> None:
    added = changed(TALBISEH, areas=(CoveredArea(area="sy/rastan"),))
    result = judged(said(Verdict.ADDED, None, added))
    assert set(result.statements) == {RASTAN, TALBISEH, added}
    assert judged(said(Verdict.ADDED, None, RASTAN)).statements.count(RASTAN) == 1


# --- undoing -------------------------------------------------------------------------------------------------------------


def test_an_undoing_takes_back_and_is_taken_back() -> None:
    rejected = said(Verdict.REJECTED, RASTAN, id="1")
    undone = said(Verdict.UNDONE, undoes="1", id="2")
    redone = said(Verdict.UNDONE, undoes="2", id="3")
    assert judged(rejected, undone).statements == (RASTAN, TALBISEH)
    assert judged(rejected, undone, redone).statements == (TALBISEH,)
    assert in_force([rejected, undone, redone]) == (rejected,)


@given(st.lists(st.integers(min_value=-1, max_value=7), max_size=8))
def test_undoings_are_what_going_through_them_from_the_last_gives(targets: list[int]) -> None:
    """Each judgement undoes an earlier one or none; the last word about a word decides."""
    chain = [
        said(Verdict.UNDONE, undoes=str(target), id=str(n)) if 0 <= target < n else said(Verdict.ACCEPTED, RASTAN, id=str(n))
        for n, target in enumerate(targets)
    ]

    def stands(judgement: Judgement) -> bool:
        return not any(stands(later) for later in chain if later.undoes == judgement.id)

    assert in_force(chain) == tuple(j for j in chain if stands(j) and j.verdict is not Verdict.UNDONE)


# --- a newer reader ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("again", [RASTAN, NEWER], ids=["the same", "with more to it"])
def test_a_newer_reading_of_the_same_words_does_not_undo_the_editor(again: Statement) -> None:
    assert judged(said(Verdict.REJECTED, RASTAN), read=(again, TALBISEH)).statements == (TALBISEH,)
    assert set(judged(said(Verdict.CORRECTED, RASTAN, ENDED), read=(again, TALBISEH)).statements) == {ENDED, TALBISEH}
    assert judged(said(Verdict.ACCEPTED, RASTAN), read=(again, TALBISEH)).statements == (RASTAN, TALBISEH)


def test_the_editor_s_word_stands_where_a_newer_reader_finds_nothing() -> None:
    assert judged(said(Verdict.ACCEPTED, RASTAN), read=(TALBISEH,)).statements == (RASTAN, TALBISEH)
    assert judged(said(Verdict.REJECTED, RASTAN), read=(TALBISEH,)).rejected == ()


@pytest.mark.parametrize(
    "other",
    [
        changed(RASTAN, status=Status.VIOLATED),
        changed(RASTAN, areas=(CoveredArea(area="sy/talbiseh"),)),
        changed(RASTAN, evidence=TALBISEH.evidence),
    ],
    ids=["another status", "another place", "other words"],
)
def test_a_newer_reader_s_other_claim_is_not_judged_yet(other: Statement) -> None:
    assert other in judged(said(Verdict.REJECTED, RASTAN), read=(other, TALBISEH)).statements


PROVINCE = (
    "A ceasefire took effect in Taiz province on Sunday.",
    CoveredArea(area="ye/taiz", mention=Span(27, 40)), CoveredArea(area="ye/taiz-province", mention=Span(27, 40)),
)  # fmt: skip


@pytest.fixture
def renamed() -> tuple[Article, Statement, Statement]:
    """A text, and what a reader of before and a newer one read in it: the town, and the unit that bears its name."""
    text, town, province = PROVINCE
    read = article(text, "2017-08-07", "a")
    (now,) = reader().read(read).statements
    assert text[27:40] == "Taiz province"
    return read, changed(now, areas=(town,)), changed(now, areas=(province,))


def test_what_is_accepted_or_corrected_stands_where_its_name_is_read_as_another_place(
    renamed: tuple[Article, Statement, Statement],
) -> None:  # fmt: skip
    text, before, now = renamed
    ended = changed(before, status=Status.ENDED)
    for judgement, held in ((said(Verdict.ACCEPTED, before, of=text), before),
                            (said(Verdict.CORRECTED, before, ended, of=text), ended)):  # fmt: skip
        result = judge_statements(text, [now], [judgement], {})
        assert result.statements == (held,) and held.id in result.standings and result.orphaned == ()
    both = [said(Verdict.ACCEPTED, before, of=text, id="1"), said(Verdict.ACCEPTED, now, of=text, id="2")]
    for judgements in (both, both[::-1]):
        result = judge_statements(text, [now], judgements, {})
        assert set(result.statements) == {before, now}, "who vouches for both says so"
    other = changed(now, status=Status.VIOLATED)
    assert other in judge_statements(text, [other], [said(Verdict.ACCEPTED, before, of=text)], {}).statements


def test_what_is_rejected_of_a_name_that_is_read_as_another_place_is_orphaned(
    renamed: tuple[Article, Statement, Statement],
) -> None:  # fmt: skip
    text, before, now = renamed
    judgement = said(Verdict.REJECTED, before, of=text, id="1")
    result = judge_statements(text, [now], [judgement], {})
    assert (result.statements, result.rejected, result.orphaned) == ((now,), (), (judgement,))
    assert judge_statements(text, [before], [judgement], {}).orphaned == ()
    assert judge_statements(text, [], [judgement], {}).orphaned == ()
    again = said(Verdict.REJECTED, now, of=text, id="2")
    result = judge_statements(text, [now], [judgement, again], {})
    assert (result.statements, result.rejected, result.orphaned) == ((), (now,), ())
    undone = said(Verdict.UNDONE, undoes="1", of=text, id="2")
    assert judge_statements(text, [now], [judgement, undone], {}).orphaned == ()


# --- an article that changed ---------------------------------------------------------------------------------------------


def moved(text: str) -> Article:
    return article(text, "2017-08-07", "a")


def test_a_judgement_moves_with_its_paragraph() -> None:
    now = moved(f"قال مصدر إن الخبر حُدّث.\n{TEXT}")
    read = reader().read(now).statements
    result = judged(said(Verdict.CORRECTED, RASTAN, ENDED), read=read, of=now)
    (edited,) = [s for s in result.statements if s.id in result.standings]
    assert edited.status is Status.ENDED and result.orphaned == ()
    assert all(e.span.of(now.text) == e.quote for e in edited.evidence)
    assert len(result.statements) == len(read)


def test_parties_move_with_a_judgement_and_go_with_their_paragraph() -> None:
    near, far = (Party(actor=actor, span=Span(TEXT.index(word), TEXT.index(word) + len(word)))
                 for actor, word in (("SY", "الرستن"), ("RU", "تلبيسة")))  # fmt: skip
    bound = changed(RASTAN, parties=(near, far))
    text = f"مقدمة.\n{FIRST}\n"
    (kept,) = judged(said(Verdict.ADDED, None, bound), read=(), of=moved(text)).statements
    assert [(party.actor, party.span.of(text)) for party in kept.parties] == [("SY", "الرستن")]


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("ظهر الأحد", "ظهر الاثنين"),
        TEXT.replace("الرستن", "الرستن "),
        f"{SECOND}\n",
        f"{FIRST}\n{FIRST}\n{SECOND}\n",
        TEXT.replace(f"{FIRST}\n", f"{FIRST} "),
    ],
    ids=["another day", "another space", "gone", "twice", "another paragraph"],
)
def test_a_judgement_whose_words_are_gone_is_orphaned(text: str) -> None:
    now, judgement = moved(text), said(Verdict.CORRECTED, RASTAN, ENDED)
    read = reader().read(now).statements
    result = judged(judgement, read=read, of=now)
    assert result.orphaned == (judgement,)
    assert result.statements == read and result.standings == {}


def test_a_judgement_of_a_version_that_nobody_knows_is_orphaned() -> None:
    judgement = said(Verdict.ACCEPTED, RASTAN, of=moved("نص قديم لم يعد عند أحد"))
    assert judged(judgement).orphaned == (judgement,)


# --- names and facts -----------------------------------------------------------------------------------------------------


def test_an_editor_says_what_a_name_means() -> None:
    read = reader().read(ARTICLE).resolutions
    (name,) = [r for r in read if r.area and r.area.key == "sy/rastan"]
    shown = NameReading(span=name.mention.span, surface=name.mention.span.of(TEXT), area="sy/rastan", role=name.role)
    for judgement, area, role in (
        (said(Verdict.ACCEPTED, shown), "sy/rastan", name.role),
        (said(Verdict.REJECTED, shown), None, name.role),
        (said(Verdict.CORRECTED, shown, replace(shown, area="sy/talbiseh", role=Role.VENUE)), "sy/talbiseh", Role.VENUE),
    ):
        names, orphaned = judge_names(ARTICLE, read, [judgement], {})
        (now,) = [r for r in names if r.mention.span == shown.span]
        assert (now.area.key if now.area else None, now.role) == (area, role)
        assert [r for r in names if r.mention.span != shown.span] == [r for r in read if r.mention.span != shown.span]
        assert orphaned == ()


def test_a_name_whose_paragraph_changed_is_orphaned() -> None:
    shown = NameReading(span=Span(29, 35), surface="الرستن", area="sy/rastan", role=Role.COVERED)
    judgement = said(Verdict.REJECTED, shown)
    now = moved(TEXT.replace("ظهر", "صباح"))
    assert judge_names(now, (), [judgement], {ARTICLE.sha256: TEXT}) == ((), (judgement,))


def test_an_editor_knows_the_date_of_an_article() -> None:
    found = Facts(title=None, publisher=None, published=ARTICLE.published, published_basis=None)
    right = Facts(title="عنوان", publisher="وكالة", published=Edtf.parse("2017-08-09"), published_basis="the page in print")
    correction = said(Verdict.CORRECTED, found, right, id="1")
    corrected = judge_article(ARTICLE, [correction])
    assert (corrected.title, corrected.publisher, corrected.published) == ("عنوان", "وكالة", right.published)
    assert corrected.text == TEXT
    assert judge_article(ARTICLE, [correction, said(Verdict.UNDONE, undoes="1", id="2")]) == ARTICLE


# --- a name that means another place -------------------------------------------------------------------------------------

NAMED = NameReading(span=RASTAN.areas[0].mention or Span(0, 0), surface="الرستن", area="sy/rastan", role=Role.COVERED)
ELSEWHERE = replace(NAMED, area="sy/talbiseh")


def test_a_statement_follows_its_name_and_is_no_longer_verified() -> None:
    result = judged(said(Verdict.ACCEPTED, RASTAN, id="1"), said(Verdict.CORRECTED, NAMED, ELSEWHERE, id="2"))
    (moved,) = (s for s in result.statements if s.evidence == RASTAN.evidence)
    assert [covered.area for covered in moved.areas] == ["sy/talbiseh"] and moved.id == statement_id(moved)
    assert result.standings[moved.id].edited and not result.standings[moved.id].verified
    again = judged(
        said(Verdict.ACCEPTED, RASTAN, id="1"), said(Verdict.CORRECTED, NAMED, ELSEWHERE, id="2"),
        said(Verdict.ACCEPTED, moved, id="3"),
    )  # fmt: skip
    assert again.statements == result.statements and again.standings[moved.id].verified


def test_a_statement_goes_back_with_its_name() -> None:
    renamed = said(Verdict.CORRECTED, NAMED, ELSEWHERE, id="1")
    assert judged(renamed).standings and RASTAN not in judged(renamed).statements
    assert judged(renamed, said(Verdict.UNDONE, undoes="1", id="2")) == judged()


def test_what_rests_on_a_name_that_is_no_place_does_not_count() -> None:
    result = judged(said(Verdict.REJECTED, NAMED))
    assert (result.statements, result.rejected) == ((TALBISEH,), (RASTAN,))
    by_hand = changed(RASTAN, areas=(CoveredArea(area="sy/talbiseh"),))
    assert by_hand in judged(said(Verdict.CORRECTED, RASTAN, by_hand, id="1"), said(Verdict.REJECTED, NAMED, id="2")).statements


@pytest.mark.parametrize("role", [Role.CONTEXT, Role.VENUE, Role.ACTOR])
def test_what_rests_on_a_name_that_is_not_covered_does_not_count(role: Role) -> None:
    beside, other = replace(NAMED, role=role), Role.ACTOR if role is Role.VENUE else Role.VENUE
    correction = said(Verdict.CORRECTED, NAMED, beside, id="1")
    result = judged(said(Verdict.ACCEPTED, RASTAN, id="0"), correction)
    assert (result.statements, result.rejected) == ((TALBISEH,), (RASTAN,))
    assert judged(correction, said(Verdict.ACCEPTED, beside, id="2")).statements == (TALBISEH,)
    assert judged(correction, said(Verdict.CORRECTED, beside, replace(ELSEWHERE, role=role), id="2")).statements == (TALBISEH,)
    assert judged(correction, said(Verdict.UNDONE, undoes="1", id="2")) == judged()
    assert RASTAN in judged(correction, said(Verdict.CORRECTED, beside, NAMED, id="2")).statements, "covered after all"
    assert RASTAN in judged(said(Verdict.REJECTED, NAMED, id="1"),
                            said(Verdict.CORRECTED, replace(NAMED, area=None), NAMED, id="2")).statements  # fmt: skip
    both = changed(RASTAN, areas=(*RASTAN.areas, *TALBISEH.areas))
    (left,) = (s for s in judged(correction, read=(both,)).statements)
    assert [covered.area for covered in left.areas] == ["sy/talbiseh"]
    by_hand = changed(RASTAN, status=Status.SUSPENDED)
    added = said(Verdict.ADDED, None, by_hand, id="2")
    for later in (said(Verdict.ACCEPTED, beside, id="3"), said(Verdict.CORRECTED, beside, replace(beside, role=other), id="3")):
        assert by_hand in judged(correction, added, later).statements, "it was made with that in view"
    assert judged(said(Verdict.ACCEPTED, beside)) == judged(), "the reader's role is no editor's word against the statement"


def test_an_accepted_name_changes_nothing() -> None:
    assert judged(said(Verdict.ACCEPTED, NAMED)) == judged()
