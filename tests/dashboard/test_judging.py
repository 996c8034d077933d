"""The session of a review: what the page sends moves it, asks for something to be kept, or changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboard.choices import apply
from dashboard.edition import Edition
from dashboard.judging import (
    MEANWHILE,
    Act,
    Session,
    areas_named,
    as_known,
    as_seen,
    basis_to_write,
    heard,
    looked_at,
    meanings,
    queue,
    whole_queue,
)
from dashboard.view import Page, View
from geo.evidence.judgement import Standing
from geo.ledger.review import Concern, Reviewed
from geo.message import Message
from tests.dashboard.conftest import make_edition


def reviewing(**said: Any) -> Edition:
    """The test's edition with its queue."""
    edition = make_edition()
    statements = {statement.id: statement for found in edition.statements.values() for statement in found}
    return replace(edition, reviewed=Reviewed(
        articles=edition.articles, statements=statements, names=edition.resolutions, zones=tuple(edition.zones.values()), **said
    ))  # fmt: skip


@pytest.fixture
def edition() -> Edition:
    return reviewing()


def after(edition: Edition, *messages: dict[str, str], session: Session | None = None) -> tuple[Session, Act | None]:
    session, act = session or Session(), None
    for message in messages:
        session, act = heard(message, session, edition)
    return session, act


def item(edition: Edition, session: Session) -> str:
    items, at = looked_at(edition, session)
    return items[at].id


def pressed(edition: Edition, session: Session, act: str, **written: str) -> dict[str, str]:
    """What the page sends that shows a session's item: a button that accepts, or the form of another act."""
    items, at = looked_at(edition, session)
    return {**as_seen(edition, items[at], act), "do": "keep", "act": act, **written}


def test_next_and_previous_go_through_the_list_and_stay_in_it(edition: Edition) -> None:
    ids = [one.id for one in whole_queue(edition)]
    assert len(ids) > 3
    assert item(edition, Session()) == ids[0]
    assert item(edition, after(edition, {"do": "previous"})[0]) == ids[0]
    assert item(edition, after(edition, {"do": "next"}, {"do": "next"}, {"do": "previous"})[0]) == ids[1]
    assert item(edition, after(edition, *[{"do": "next"}] * 99)[0]) == ids[-1]
    assert item(edition, after(edition, {"do": "item", "item": ids[2]})[0]) == ids[2]
    assert item(edition, after(edition, {"do": "item", "item": "none"})[0]) == ids[0]


def test_when_an_item_is_judged_the_next_one_is_looked_at(edition: Edition) -> None:
    session, _ = after(edition, {"do": "next"})
    second, third = [one.id for one in whole_queue(edition)][1:3]
    assert item(edition, session) == second
    span = whole_queue(edition)[1].span
    shorter = reviewing(
        spoken_of={whole_queue(edition)[1].article: frozenset({span})},
    )
    assert item(shorter, session) == third


def test_kinds_and_orders_choose_the_list(edition: Edition) -> None:
    unresolved, _ = after(edition, {"do": "concern", "concern": "unresolved"})
    assert {one.concern for one in looked_at(edition, unresolved)[0]} == {Concern.UNRESOLVED}
    assert after(edition, {"do": "concern", "concern": "nonsense"})[0].concern is None
    assert [one.article for one in queue(edition, None, "article")] == sorted(one.article for one in whole_queue(edition))
    assert queue(edition, None, "newest")[-1].article == "empty.txt", "without a date it is the last"
    assert after(edition, {"do": "order", "order": "nonsense"})[0].order == "concern"


def test_a_form_is_opened_written_and_asks_to_be_kept(edition: Edition) -> None:
    session, act = after(edition, {"do": "concern", "concern": "undated"}, {"do": "form", "form": "correct"})
    assert session.form == "correct" and act is None
    written = pressed(edition, session, "correct", status="ended", editor=" هدى ")
    session, act = after(edition, written, session=session)
    looked = looked_at(edition, session)[0][0]
    assert act and (act.do, act.article, act.statement) == ("correct", looked.article, looked.statement and looked.statement.id)
    assert act.written["status"] == "ended" and act.editor == session.editor == "هدى"
    assert after(edition, {"do": "form", "form": ""}, session=session)[0].form is None
    assert after(edition, {"do": "keep", "act": "nonsense"})[1] is None


def judged(edition: Edition, session: Session) -> Edition:
    """The edition in which somebody has accepted the item of a session: it is no more in the queue."""
    looked = looked_at(edition, session)[0][looked_at(edition, session)[1]]
    if looked.name:
        return reviewing(spoken_of={looked.article: frozenset({looked.name.mention.span})})
    assert looked.statement
    return reviewing(standings={looked.statement.id: Standing(verified=True, edited=False, judgement="b")})


@pytest.mark.parametrize("act", ["accept", "reject", "correct"])
@pytest.mark.parametrize("concern", ["undated", "unresolved"])
def test_what_was_judged_meanwhile_is_refused_and_the_next_item_left_alone(edition: Edition, concern: str, act: str) -> None:
    session, _ = after(edition, {"do": "concern", "concern": concern})
    session, _ = after(edition, {"do": "form", "form": act if act != "accept" else ""}, session=session)
    press = pressed(edition, session, act, reason="قرأت")
    assert after(edition, press, session=session)[1]
    told, nothing = after(judged(edition, session), press, session=session)
    assert nothing is None and told.fault == MEANWHILE and told.form is None


def test_in_an_article_too_only_what_is_shown_is_judged(edition: Edition) -> None:
    session = Session(article="ar.txt", statement="s2")
    press = pressed(edition, session, "accept")
    assert (act := after(edition, press, session=session)[1]) and act.statement == "s2"
    vouched = reviewing(standings={"s2": Standing(verified=True, edited=False, judgement="b")})
    told, nothing = after(vouched, press, session=session)
    assert nothing is None and (told.item, told.fault) == (press["item"], MEANWHILE)
    found = edition.reviewed.statements
    corrected = replace(edition, reviewed=replace(edition.reviewed, statements={**found, "s2": replace(found["s2"], id="s9")}))
    assert after(corrected, press, session=session)[1] is None
    assert after(corrected, {"do": "form", "form": "reject", "item": press["item"]}, session=session)[0].fault == MEANWHILE


def test_the_same_press_once_more_is_no_second_act(edition: Edition) -> None:
    session, _ = after(edition, {"do": "concern", "concern": "undated"})
    press = pressed(edition, session, "accept")
    session, act = after(edition, press, session=session)
    assert act
    kept = replace(session, done=act.written, kept="review.kept.accept")  # as the page's view leaves it
    assert after(judged(edition, session), press, press, session=kept) == (kept, None)
    moved, _ = after(edition, {"do": "next"}, {"do": "previous"}, session=kept)
    assert after(edition, press, session=moved)[1], "who comes back to it may say it again"


def test_what_is_said_of_an_article_outlives_the_item_but_not_other_facts(edition: Edition) -> None:
    session, _ = after(edition, {"do": "concern", "concern": "undated"}, {"do": "form", "form": "add"})
    gone = judged(edition, session)
    added = after(gone, pressed(edition, session, "add", quote="هدنة"), session=session)[1]
    assert added and (added.do, added.article) == ("add", looked_at(edition, session)[0][0].article)
    facts = pressed(edition, session, "facts", title="t")
    assert after(gone, facts, session=session)[1]
    titled = {**edition.articles, added.article: replace(edition.articles[added.article], title="another")}
    told, nothing = after(replace(edition, articles=titled), facts, session=session)
    assert nothing is None and told.fault == MEANWHILE


def test_places_are_named_by_choice_by_name_or_not_at_all(edition: Edition) -> None:
    assert areas_named(edition, "Daraa · sy/daraa; الغوطة الشرقية ؛ SY12") == ("sy/daraa", "sy/eastern-ghouta", "SY12")
    assert areas_named(edition, "") == ()
    assert areas_named(edition, "Daraa; Xanadu") == "Xanadu" and meanings(edition, "Xanadu") == ()
    twin = replace(edition.gazetteer.places["sy/daraa"], id="sy/other")
    both = replace(edition, gazetteer=replace(edition.gazetteer, places={**edition.gazetteer.places, "sy/other": twin}))
    assert areas_named(both, "Daraa") == "Daraa" and meanings(both, "Daraa") == ("sy/daraa", "sy/other")


def test_an_article_is_judged_as_a_whole_with_all_its_statements_and_names(edition: Edition) -> None:
    session = Session(article="ar.txt", statement="s2")
    items, at = looked_at(edition, session)
    assert {one.concern for one in items} == {Concern.CHOSEN} and {one.article for one in items} == {"ar.txt"}
    assert items[0].span is None and [one.statement.id for one in items if one.statement] == ["s1", "s2"]
    assert (looked := items[at].statement) and looked.id == "s2"
    assert sum(one.name is not None for one in items) == len(edition.resolutions["ar.txt"])
    moved, _ = after(edition, {"do": "next"}, session=session)
    assert looked_at(edition, moved)[1] == at + 1
    assert after(edition, {"do": "concern", "concern": "all"}, session=moved)[0].article is None
    assert not [one for one in whole_queue(edition) if one.concern is Concern.CHOSEN]


def test_a_line_and_an_article_lead_to_their_review(edition: Edition) -> None:
    view = apply({"do": "judge", "article": "ar.txt", "statement": "s2"}, View(), edition, None)
    assert (view.page, view.article, view.statement) == (Page.REVIEW, "ar.txt", "s2")
    assert apply({"do": "judge", "article": "none"}, View(), edition, None).article is None


@pytest.mark.parametrize("language", ["en", "ar"])
def test_how_a_date_is_known_that_was_left_alone_is_no_word_of_the_editor(edition: Edition, language: str) -> None:
    """The field shows it in the page's language; sent back untouched it must not stand as what the editor wrote."""
    basis = Message("the feed's entry: {said}", said="2017-07-10")
    held = replace(edition, articles={"a": replace(edition.articles["ar.txt"], published_basis=basis)})
    shown = basis_to_write(basis, language)
    assert (shown == basis) == (language == "en")
    act = Act(do="facts", article="a", written={"basis": shown, "title": "t"})
    assert as_known(act, held).written == {"basis": basis, "title": "t"}
    assert as_known(replace(act, written={"basis": "another"}), held).written == {"basis": "another"}
    assert as_known(replace(act, do="correct"), held).written == act.written
