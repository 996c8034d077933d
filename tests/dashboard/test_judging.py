"""The session of a review: what the page sends moves it, asks for something to be kept, or changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboard.choices import apply
from dashboard.edition import Edition
from dashboard.judging import (
    Act,
    Session,
    areas_named,
    as_known,
    basis_to_write,
    heard,
    looked_at,
    meanings,
    queue,
    whole_queue,
)
from dashboard.view import Page, View
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
    session, act = after(edition, {"do": "keep", "act": "correct", "status": "ended", "editor": " هدى "}, session=session)
    looked = looked_at(edition, session)[0][0]
    assert act and (act.do, act.article, act.statement) == ("correct", looked.article, looked.statement and looked.statement.id)
    assert act.written["status"] == "ended" and act.editor == session.editor == "هدى"
    assert after(edition, {"do": "form", "form": ""}, session=session)[0].form is None
    assert after(edition, {"do": "keep", "act": "nonsense"})[1] is None


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
