"""The review page without a browser: both languages, who may judge, what is kept and what is told when it is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.draw.review_page import KEYS, acts, review
from dashboard.edition import Edition
from dashboard.judging import MEANWHILE, Act, Session, looked_at, queue, whole_queue
from dashboard.reviewing import Editing, find_editing
from dashboard.strings import percent, text
from dashboard.views.review import keep
from data.intake.ingest import ingest
from data.store import open_reader, open_writer
from geo.evidence.judgement import Verdict
from geo.ledger.review import Concern
from geo.statement import Basis, Grounds, Statement
from tests.dashboard.conftest import ARABIC, IN_FORCE
from tests.dashboard.mounted import mounted
from tests.dashboard.test_judging import reviewing
from tests.data.sample_records import NOON, judgement_of
from tests.reading import article, reader

APP = Path(__file__).parents[2] / "dashboard" / "app.py"
TEXT = "دخل وقف إطلاق النار في مدينة الرستن حيز التنفيذ ظهر الأحد."
HERE = {"Host": "127.0.0.1:8501"}


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The page on the test's edition, not yet run."""
    edition = reviewing()
    for module in ("frame", "hearing", "review"):
        monkeypatch.setattr(f"dashboard.views.{module}.current_edition", lambda: edition)
    tested = AppTest.from_file(str(APP), default_timeout=30)
    tested.query_params["page"] = "review"
    yield tested
    queries.st.cache_resource.clear()


def shown(page: AppTest) -> dict[str, Any]:
    return mounted(page, "review")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_shows_the_queue_in_both_languages(page: AppTest, language: str) -> None:
    page.query_params["lang"] = language
    page.run()
    assert not page.exception
    html = shown(page)["html"]
    assert text("review.heading", language) in html and text("review.kind.undated", language) in html
    assert text("review.closed", language) in html, "a session without a Host is not known to be on this machine"


def test_a_link_leads_to_an_item_in_its_queue(page: AppTest) -> None:
    items = queue(reviewing(), None, "article")
    for name, value in {"order": "article", "item": items[1].id}.items():
        page.query_params[name] = value
    page.run()
    assert f'data-item="{items[1].id}"' in shown(page)["html"] and len(items) > 2
    assert text("review.position", "en", number="2", count=str(len(items))) in shown(page)["html"]


def drawn(edition: Edition, session: Session | None = None, *, may_judge: bool = True, language: str = "en") -> str:
    return review(edition, session or Session(), language, may_judge=may_judge)


def test_an_item_stands_in_its_paragraph_in_its_direction() -> None:
    edition = reviewing()
    html = drawn(edition, Session(concern=Concern.UNDATED))
    assert 'dir="rtl"' in html and f"<mark>{IN_FORCE.evidence[0].quote}</mark>" in html
    assert "Talks on a truce" not in html.split("<article")[1]


@pytest.mark.parametrize(("language", "basis"), [("en", "no word for it"), ("ar", "لا لفظ يدل عليها")])
def test_a_doubtful_status_says_what_it_rests_on(language: str, basis: str) -> None:
    edition = reviewing()
    doubted = replace(IN_FORCE, grounds=Grounds(basis=Basis.INFERRED, likelihood=0.07))
    queued = replace(edition.reviewed, statements={**edition.reviewed.statements, IN_FORCE.id: doubted})
    html = drawn(replace(edition, reviewed=queued), Session(concern=Concern.DOUBTFUL_STATUS), language=language)
    assert basis in html and text("review.why.doubtful_status", language) in html
    assert percent(0.07, language) in html


def test_a_part_that_is_covered_by_a_wider_name_is_marked_and_the_name_explained_once() -> None:
    edition = reviewing()
    name = replace(IN_FORCE.areas[0], mention=edition.resolutions["ar.txt"][0].mention.span)
    doubted = replace(IN_FORCE, grounds=Grounds(basis=Basis.INFERRED, likelihood=0.07), areas=(name,))
    reaching = replace(doubted, areas=(name, replace(name, area="sy/daraa", said_of="SY12")))

    def html(statement: Statement, language: str) -> str:
        queued = replace(edition.reviewed, statements={**edition.reviewed.statements, IN_FORCE.id: statement})
        return drawn(replace(edition, reviewed=queued), Session(concern=Concern.DOUBTFUL_STATUS), language=language)

    for language in ("en", "ar"):
        mark = text("line.said_of", language, area="").strip()
        assert mark in html(reaching, language) and mark not in html(doubted, language)
        why = text("why.of", language, name="").strip()
        assert html(reaching, language).count(why) == html(doubted, language).count(why) > 0


def test_who_may_not_judge_has_no_buttons_for_it() -> None:
    edition = reviewing()
    assert 'data-key="KeyA"' in drawn(edition)
    closed = drawn(edition, may_judge=False)
    assert 'data-key="KeyA"' not in closed and 'name="editor"' not in closed and 'data-key="KeyJ"' in closed


@pytest.mark.parametrize("form", ["reject", "correct", "add", "facts", "undo"])
@pytest.mark.parametrize("concern", [Concern.UNDATED, Concern.UNRESOLVED])
def test_every_form_opens_with_its_first_field_to_write_in(form: str, concern: Concern) -> None:
    html = drawn(reviewing(), Session(concern=concern, form=form, written={"reason": "<b>because"}))
    assert html.count("data-first") == 1
    assert 'value="&lt;b&gt;because"' in html


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_statement_is_added_by_choice_with_the_text_before_ones_eyes(language: str) -> None:
    edition = reviewing()
    html = drawn(edition, Session(article="empty.txt", form="add"), language=language)
    assert html.count("data-source") == html.count("data-first") == 1
    assert edition.articles["empty.txt"].text in html.split("data-source")[1]
    assert '<option value="" selected' in html and 'value="unnamed-ceasefire"' in html
    own = drawn(edition, Session(article="ar.txt", form="add"), language=language)
    assert f'<option value="{IN_FORCE.agreement}" selected>' in own
    withdrawn = replace(edition, reviewed=replace(edition.reviewed, statements={}))
    assert f'<option value="{IN_FORCE.agreement}" selected>' not in drawn(withdrawn, Session(article="ar.txt", form="add"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_part_of_an_article_is_shown(language: str) -> None:
    edition = reviewing()
    count = len(looked_at(edition, Session(article="ar.txt"))[0])
    for at in range(count):
        html = drawn(edition, Session(article="ar.txt", at=at), language=language)
        assert text("review.kind.chosen", language) in html and 'data-concern="chosen"' in html
    whole = drawn(edition, Session(article="ar.txt"))
    assert 'data-key="KeyA"' not in whole and 'data-key="KeyF"' in whole


def test_keys_are_not_taken_twice_and_an_orphan_is_only_let_go() -> None:
    assert len(set(KEYS.values())) == len(KEYS)
    edition = reviewing()
    orphan = replace(whole_queue(edition)[0], concern=Concern.ORPHANED)
    assert "accept" not in acts(orphan) and "undo" in acts(orphan)


def test_the_history_of_an_article_tells_who_when_and_why_with_a_way_back() -> None:
    judgement = judgement_of(
        reviewing().articles["ar.txt"], verdict=Verdict.REJECTED, subject=IN_FORCE, editor="<i>هدى", reason="لا يقول ذلك"
    )
    html = drawn(reviewing(judgements=(judgement,)), Session(concern=Concern.UNDATED))
    assert "Rejected" in html and "&lt;i&gt;هدى" in html and "لا يقول ذلك" in html and "2 January 2026" in html
    assert 'data-hold="undo-j"' in html
    undone = judgement_of(reviewing().articles["ar.txt"], verdict=Verdict.UNDONE, undoes="j", id="k")
    html = drawn(reviewing(judgements=(judgement, undone)), Session(concern=Concern.UNDATED))
    assert "no longer counts" in html and "Taken back" in html and 'data-hold="undo-j"' not in html
    html = drawn(reviewing(judgements=(judgement,)), Session(concern=Concern.UNDATED, form="undo", undoes="j"))
    assert html.split("<form")[1].count("لا يقول ذلك") >= 1, "the form says what it takes back"


# --- keeping -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def editing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editing:
    """The door to a store of its own with one article."""
    monkeypatch.setenv("HUDNA_STORE", str(tmp_path / "hudna.sqlite"))
    monkeypatch.setenv("HUDNA_GAZETTEER", str(tmp_path / "none"))
    with open_writer(tmp_path / "hudna.sqlite") as store:
        ingest([article(TEXT, "2017-08-07", "a")], store, reader(), lambda: NOON, whole_folder=False)
    door = find_editing("127.0.0.1", HERE)
    assert door
    return door


def told(editing: Editing, seen: int | None = None, **act: Any) -> tuple[Session, tuple[Verdict, ...]]:
    """What comes of an act on a page that showed so many judgements, None for all."""
    with open_reader(editing.settings.store) as store:
        shown = store.judgements()[:seen]
    edition = replace(reviewing(judgements=shown), gazetteer=reader().reference.gazetteer)
    session = keep(Act(article="a", **act), Session(form="correct", editor="هدى"), edition, "en", editing)
    with open_reader(editing.settings.store) as store:
        return session, tuple(judgement.verdict for judgement in store.judgements())


def test_what_an_editor_keeps_is_in_the_store(editing: Editing) -> None:
    with open_reader(editing.settings.store) as store:
        (statement,) = store.statements()
    by = {"statement": statement.id, "editor": "هدى"}
    session, verdicts = told(editing, do="accept", **by)
    assert (verdicts, session.form, session.kept, session.fault) == ((Verdict.ACCEPTED,), None, "review.kept.accept", None)
    written = {
        "areas": "تلبيسة · sy/talbiseh",
        "partial": "whole",
        "status": "ended",
        "reason": "قرأت",
        "quote": "وقف إطلاق النار",
    }
    session, verdicts = told(editing, do="correct", written=written, **by)
    assert verdicts == (Verdict.ACCEPTED, Verdict.CORRECTED)
    session, verdicts = told(
        editing, do="facts", written={"publisher": "صحيفة", "published": "2017-08-07", "reason": "قرأت"}, editor="هدى"
    )
    assert len(verdicts) == 3
    with open_reader(editing.settings.store) as store:
        last, stored = store.judgements()[1], store.article("a")
    assert stored and stored.publisher == "صحيفة"
    session, verdicts = told(editing, do="undo", judgement=last.id, written={"reason": "سهو"}, editor="هدى")
    assert verdicts[-1] is Verdict.UNDONE


@pytest.mark.parametrize(
    ("act", "fault"),
    [
        ({"do": "accept", "editor": ""}, "Write your name"),
        ({"do": "reject", "editor": "هدى"}, "why?"),
        ({"do": "correct", "editor": "هدى", "written": {"areas": "Xanadu", "reason": "x"}}, "Xanadu"),
        ({"do": "correct", "editor": "هدى", "written": {"areas": "sy/rastan", "signed": "then", "reason": "x"}}, "not a date"),
    ],
)
def test_what_is_not_kept_is_told_and_what_was_written_stays(editing: Editing, act: dict[str, Any], fault: str) -> None:
    with open_reader(editing.settings.store) as store:
        (statement,) = store.statements()
    session, verdicts = told(editing, statement=statement.id, **act)
    assert fault in (session.fault or "") and session.form == "correct" and verdicts == ()


def test_who_judges_what_somebody_judged_in_the_same_moment_is_told(editing: Editing) -> None:
    with open_reader(editing.settings.store) as store:
        span = next(name.mention.span for name in store.resolutions("a") if name.area)
    told(editing, do="accept", span=span, editor="هدى")
    session, verdicts = told(editing, seen=0, do="reject", span=span, editor="سليم", written={"reason": "قرأت"})
    assert verdicts == (Verdict.ACCEPTED,) and (session.fault, session.form) == (MEANWHILE, "correct")
    session, verdicts = told(editing, do="reject", span=span, editor="سليم", written={"reason": "قرأت"})
    assert verdicts == (Verdict.ACCEPTED, Verdict.REJECTED) and session.fault is None


def test_a_name_is_not_corrected_to_two_places(editing: Editing) -> None:
    with open_reader(editing.settings.store) as store:
        span = next(name.mention.span for name in store.resolutions("a") if name.area)
    written = {"areas": "sy/talbiseh; sy/idlib", "role": "covered", "reason": "قرأت"}
    session, verdicts = told(editing, do="correct", span=span, editor="هدى", written=written)
    assert "one place" in (session.fault or "") and verdicts == ()
    session, verdicts = told(editing, do="correct", span=span, editor="هدى", written={**written, "areas": "sy/talbiseh"})
    assert verdicts == (Verdict.CORRECTED,)


def test_a_setting_or_another_machine_closes_the_door(editing: Editing, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_editing("0.0.0.0", HERE) is None
    monkeypatch.setenv("HUDNA_REVIEW", "off")
    assert find_editing("127.0.0.1", HERE) is None
    monkeypatch.setenv("HUDNA_REVIEW", "on")
    assert find_editing("0.0.0.0", {"Host": "news.example"})
    session = keep(Act(do="accept", article="a", editor="هدى"), Session(), reviewing(), "en", None)
    assert "HUDNA_REVIEW" in (session.fault or "")


def test_article_text_is_never_markup() -> None:
    edition = reviewing()
    hostile = replace(edition.articles["ar.txt"], text=ARABIC.replace("مصدر مطلع", "<script>x</script>"))
    html = drawn(replace(edition, articles={**edition.articles, "ar.txt": hostile}), Session(concern=Concern.UNRESOLVED))
    assert "<script>" not in html
