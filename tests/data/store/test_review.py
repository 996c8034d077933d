"""The editors' desk on both databases: what is said is kept, stands over newer readings, and can be taken back."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from threading import Barrier

import pytest

from data.evaluate import evaluate
from data.evaluate.gold import load_cases
from data.evaluate.score import Scorer
from data.intake.ingest import ingest
from data.review import desk as desk_module
from data.review.cases import as_lines, correction_cases
from data.review.command import main
from data.review.desk import Desk
from data.review.queue import read_queue
from data.store import StoreWriter, Where, open_writer
from data.store.evidence import Evidence, read_evidence
from geo.article import Article
from geo.edtf import Edtf
from geo.errors import ExportError, JudgementError
from geo.evidence.correction import Wording
from geo.evidence.judgement import Verdict
from geo.ledger.review import Concern
from geo.ledger.zone import fold_zones
from geo.message import Message
from geo.pipeline import Reading
from geo.span import Span
from geo.statement import Statement, statement_id
from geo.status import Status
from geo.toponym.resolution import Role
from tests.data.sample_records import NOON, FakeReader, is_read
from tests.reading import article, reader

TEXT = "دخل وقف إطلاق النار في مدينة الرستن حيز التنفيذ ظهر الأحد.\nانهارت الهدنة في بلدة تلبيسة وتجددت الاشتباكات.\n"
ARTICLE = article(TEXT, "2017-08-07", "a")
AGREEMENTS = reader().reference.agreements
BY = {"editor": "هدى", "reason": "قرأت الخبر"}


class NewerReader:
    """The project's reader under another version; `changes` is what it reads differently."""

    def __init__(self, version: str, changes: Callable[[Reading], Reading] = lambda reading: reading) -> None:
        self.version = version
        self.changes = changes

    def read(self, article: Article) -> Reading:
        return self.changes(replace(reader().read(article), reader=self.version))


@pytest.fixture
def desk(store: StoreWriter) -> Desk:
    """A desk on a store with one article of two statements."""
    ids = count(1)
    ingest([ARTICLE], store, reader(), lambda: NOON, whole_folder=False)
    return Desk(
        store=store, reader=reader(), gazetteer=reader().reference.gazetteer, agreements=AGREEMENTS, clock=lambda: NOON,
        new_id=lambda: f"j{next(ids)}",
    )  # fmt: skip


def evidence(desk: Desk) -> Evidence:
    return read_evidence(desk.store, AGREEMENTS)


def statements(desk: Desk) -> tuple[Statement, ...]:
    return evidence(desk).statements


def name_of(desk: Desk, area: str) -> Span:
    return next(r.mention.span for r in desk.store.resolutions("a") if r.area and r.area.key == area)


def concerns(desk: Desk) -> list[Concern]:
    return [item.concern for item in read_queue(desk.store, AGREEMENTS)]


def test_each_word_of_an_editor_is_kept_with_who_when_and_why(desk: Desk) -> None:
    first, second = statements(desk)
    before = desk.store.generation()
    desk.accept("a", first.id, editor=" هدى ")
    desk.reject("a", second.id, **BY)
    accepted, rejected = desk.store.judgements("a")
    assert (accepted.editor, accepted.reason, accepted.judged_at, accepted.sha256) == ("هدى", "", NOON, ARTICLE.sha256)
    assert (rejected.verdict, rejected.subject, rejected.reason) == (Verdict.REJECTED, second, BY["reason"])
    assert statements(desk) == (first,) and evidence(desk).standings[first.id].verified
    assert desk.store.generation() != before


def test_zones_are_the_fold_of_statements_and_judgements(desk: Desk) -> None:
    first, second = statements(desk)
    desk.reject("a", second.id, **BY)
    desk.correct("a", first.id, Wording(areas=("sy/talbiseh",), status="ended"), **BY)
    shown = evidence(desk)
    (corrected,) = shown.statements
    assert fold_zones(shown.statements, shown.articles) == fold_zones([corrected], {"a": ARTICLE})
    (zone,) = fold_zones([corrected], {"a": ARTICLE})
    assert (zone.area, zone.ledger[-1].status) == ("sy/talbiseh", Status.ENDED)


def test_a_statement_is_added_by_hand(desk: Desk) -> None:
    first, _ = statements(desk)
    wording = Wording(quote="وتجددت الاشتباكات", areas=("sy/talbiseh",), status="violated", agreement=first.agreement)
    desk.add("a", wording, **BY)
    (new,) = (s for s in statements(desk) if s.status is Status.VIOLATED)
    assert new.evidence[0].quote == "وتجددت الاشتباكات" and evidence(desk).standings[new.id].edited
    with pytest.raises(JudgementError, match="says this already"):
        desk.add("a", wording, **BY)


def test_a_corrected_name_moves_the_zone_and_its_undoing_moves_it_back(desk: Desk) -> None:
    before = statements(desk)
    desk.correct_name("a", name_of(desk, "sy/rastan"), area="sy/douma", role="covered", **BY)
    assert "sy/douma" in {covered.area for s in statements(desk) for covered in s.areas}
    desk.undo("j1", **BY)
    assert statements(desk) == before


def test_facts_and_their_undoing_read_the_article_again_at_once(desk: Desk) -> None:
    before = statements(desk)
    desk.set_facts("a", title="", publisher="صحيفة", published="2018-01-09", basis="the page of the outlet", **BY)
    stored = desk.store.article("a")
    assert stored and (stored.publisher, str(stored.published)) == ("صحيفة", "2018-01-09")
    assert is_read(desk.store, stored, reader().version)
    assert statements(desk) == reader().read(stored).statements != before
    assert len(desk.store.readings_of("a")) == 2
    desk.undo("j1", **BY)
    assert desk.store.article("a") == ARTICLE and statements(desk) == before
    desk.undo("j2", **BY)
    assert desk.store.article("a") == stored, "the undoing is taken back"
    assert not ingest([ARTICLE], desk.store, reader(), lambda: NOON, whole_folder=False).read, "the editor knows better"


SAID_AT_ONCE: dict[str, Callable[[Desk, Span, str], object]] = {
    "accept a name": lambda desk, name, _: desk.accept_name("a", name, **BY),
    "correct a name": lambda desk, name, _: desk.correct_name("a", name, area="sy/douma", role="covered", **BY),
    "reject a statement": lambda desk, _, statement: desk.reject("a", statement, **BY),
    "accept the facts": lambda desk, *_: desk.accept_facts("a", **BY),
    "set the facts": lambda desk, *_: desk.set_facts("a", title="عنوان", publisher="", published="", basis="", **BY),
}


@pytest.mark.parametrize("act", SAID_AT_ONCE)
def test_of_two_who_judge_at_once_the_second_is_told(desk: Desk, where: Where, act: str) -> None:
    """Both have looked before either keeps what he says: the store lets one after the other write, and knows what each saw."""
    name, statement = name_of(desk, "sy/rastan"), statements(desk)[0].id
    both_have_looked = Barrier(2)

    def clock() -> datetime:
        both_have_looked.wait(timeout=20)
        return NOON

    def judge(editor: str) -> str:
        with open_writer(where) as store:
            own = replace(desk, store=store, clock=clock, new_id=lambda: editor)
            try:
                SAID_AT_ONCE[act](own, name, statement)
            except JudgementError as fault:
                return str(fault)
        return "kept"

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(judge, ("huda", "salim")))
    assert answers == ["kept", "this was judged or read again meanwhile: look again"]
    assert len(desk.store.judgements()) == 1


def test_what_an_editor_had_not_seen_keeps_his_word_out(desk: Desk) -> None:
    """As the page shows it: somebody judged between what it showed and what was pressed."""
    name = name_of(desk, "sy/rastan")
    before = replace(desk, seen=frozenset())
    desk.accept_name("a", name, **BY)
    with pytest.raises(JudgementError, match="judged or read again meanwhile"):
        before.reject_name("a", name, **BY)
    with pytest.raises(JudgementError, match="judged or read again meanwhile"):
        before.set_facts("a", title="عنوان", publisher="", published="", basis="", **BY)
    assert len(desk.store.judgements()) == 1 and desk.store.article("a") == ARTICLE
    replace(desk, seen=frozenset({"j1"})).reject_name("a", name, **BY)
    assert len(desk.store.judgements()) == 2


def test_a_rejection_of_a_place_that_a_newer_reader_takes_for_another_is_listed(desk: Desk) -> None:
    first, second = statements(desk)
    desk.reject("a", first.id, **BY)

    def province(reading: Reading) -> Reading:
        moved = replace(first, areas=tuple(replace(covered, area="SY04") for covered in first.areas))
        return replace(reading, statements=(replace(moved, id=statement_id(moved)), second))

    ingest([ARTICLE], desk.store, NewerReader("2", province), lambda: NOON, whole_folder=False)
    assert {covered.area for s in statements(desk) for covered in s.areas} == {"SY04", *(a.area for a in second.areas)}
    (orphan,) = (item for item in read_queue(desk.store, AGREEMENTS) if item.concern is Concern.ORPHANED)
    assert orphan.judgement and orphan.judgement.id == "j1" and orphan.quote == first.evidence[0].quote
    desk.undo("j1", **BY)
    assert Concern.ORPHANED not in concerns(desk)


class Overtaken(NewerReader):
    """A newer reader during whose first reading an editor says something."""

    def __init__(self, *said: Callable[[], object]) -> None:
        super().__init__("2")
        self.said = list(said)

    def read(self, article: Article) -> Reading:
        while self.said:
            self.said.pop()()
        return super().read(article)


@pytest.mark.parametrize("text", [TEXT, f"{TEXT}خبر ثالث.\n"], ids=["the same text", "another text"])
def test_what_an_editor_sets_while_an_ingest_reads_stands(desk: Desk, where: Where, text: str) -> None:
    """The judgement is kept after ingest has looked at the article, and before it keeps what it read."""
    came = replace(ARTICLE, text=text)
    facts = {"title": "", "publisher": "صحيفة", "published": "2018-01-09", "basis": "the page of the outlet"}
    with open_writer(where) as other:
        editor = replace(desk, store=other)
        said = Overtaken(lambda: editor.set_facts("a", **facts, **BY))
        summary = ingest([came], desk.store, said, lambda: NOON, whole_folder=False)
        stored = desk.store.article("a")
        assert stored and (stored.text, stored.publisher, str(stored.published)) == (text, "صحيفة", "2018-01-09")
        assert [read.article for read in summary.read] == ["a"] and is_read(desk.store, stored, "2")
        assert desk.store.statements("a") == reader().read(stored).statements

        undoing = Overtaken(lambda: editor.undo("j1", **BY))
        undoing.version = "3"
        ingest([came], desk.store, undoing, lambda: NOON, whole_folder=False)
        assert desk.store.article("a") == came and is_read(desk.store, came, "3")
        assert not ingest([came], desk.store, undoing, lambda: NOON, whole_folder=False).read


def test_undone_facts_leave_what_was_known_when_an_editor_set_them(desk: Desk) -> None:
    """Not what was known before the first facts that any editor ever set: these were taken back, and the sources say more."""
    facts = {"title": "", "publisher": "صحيفة", "published": "2018-01-09", "basis": "the page"}
    bare, dated = replace(ARTICLE, published=None), replace(ARTICLE, published=Edtf.parse("2017-08-09"), publisher="وكالة")
    ingest([bare], desk.store, reader(), lambda: NOON, whole_folder=False)
    desk.set_facts("a", **facts, **BY)
    desk.undo("j1", **BY)
    assert desk.store.article("a") == bare
    ingest([dated], desk.store, reader(), lambda: NOON, whole_folder=False)
    first = desk.set_facts("a", **facts, **BY)
    desk.set_facts("a", **{**facts, "title": "عنوان"}, **BY)
    desk.undo(first.id, **BY)
    desk.undo("j4", **BY)
    assert desk.store.article("a") == dated
    assert not ingest([dated], desk.store, reader(), lambda: NOON, whole_folder=False).read


def test_an_undoing_that_is_taken_back_leaves_what_came_in_since_alone(desk: Desk) -> None:
    desk.set_facts("a", title="", publisher="صحيفة", published="2018-01-09", basis="the page", **BY)
    desk.undo("j1", **BY)
    titled = replace(ARTICLE, title="عنوان")
    ingest([titled], desk.store, reader(), lambda: NOON, whole_folder=False)
    desk.accept_facts("a", editor="هدى")
    desk.undo("j2", **BY)
    desk.undo("j4", **BY)
    assert desk.store.article("a") == titled


def test_how_a_date_is_known_comes_back_in_both_languages_when_facts_are_undone(desk: Desk) -> None:
    told = replace(ARTICLE, published_basis=Message.in_both("as it says", "كما يقول"))
    ingest([told], desk.store, reader(), lambda: NOON, whole_folder=False)
    desk.set_facts("a", title="", publisher="صحيفة", published="2018-01-09", basis="the page of the outlet", **BY)
    desk.undo("j1", **BY)
    back = desk.store.article("a")
    assert back and isinstance(back.published_basis, Message) and back.published_basis.ar == "كما يقول"


def test_neither_facts_nor_reading_are_kept_where_the_other_cannot_be(desk: Desk) -> None:
    broken = replace(desk, reader=NewerReader("2", lambda reading: replace(reading, statements=reading.statements * 2)))
    with pytest.raises(JudgementError, match=r"(?i)breaks the reader .*unique"):
        broken.set_facts("a", title="عنوان", publisher="", published="2017-08-07", basis="", **BY)
    assert desk.store.judgements() == () and desk.store.article("a") == ARTICLE


def test_a_reader_that_breaks_on_an_article_is_a_sentence_and_nothing_is_kept(desk: Desk) -> None:
    facts = {"title": "عنوان", "publisher": "", "published": "2017-08-07", "basis": ""}
    broken = replace(desk, reader=FakeReader(breaks_on=("a",)))
    with pytest.raises(JudgementError, match=r"breaks the reader \(ValueError: an unforeseen slip\), and nothing was kept"):
        broken.set_facts("a", **facts, **BY)
    assert desk.store.judgements() == () and desk.store.article("a") == ARTICLE
    desk.set_facts("a", **facts, **BY)
    with pytest.raises(JudgementError, match="breaks the reader"):
        broken.undo(desk.store.judgements()[0].id, **BY)
    assert len(desk.store.judgements()) == 1


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda d, s: d.accept("a", s, editor=" "), "Write your name"),
        (lambda d, s: d.reject("a", s, editor="هدى", reason=""), "why?"),
        (lambda d, s: d.accept("b", s, editor="هدى"), "no article 'b'"),
        (lambda d, s: d.accept("a", "x", editor="هدى"), "no longer stands like that"),
        (lambda d, s: d.accept_name("a", Span(0, 1), editor="هدى"), "no name was read at 0 to 1"),
        (lambda d, s: d.undo("x", **BY), "no judgement 'x'"),
        (lambda d, s: d.correct("a", s, Wording(quote="كلام آخر"), **BY), "does not say"),
    ],
)
def test_nothing_is_kept_of_what_is_wrong(desk: Desk, act: Callable[[Desk, str], object], said: str) -> None:
    with pytest.raises(JudgementError, match=said):
        act(desk, statements(desk)[0].id)
    assert desk.store.judgements() == ()


def test_an_undoing_is_refused_where_it_would_leave_half(desk: Desk) -> None:
    first = statements(desk)[0]
    desk.correct("a", first.id, Wording(status="ended"), **BY)
    (new,) = (s for s in statements(desk) if s.status is Status.ENDED and s.evidence == first.evidence)
    desk.accept("a", new.id, editor="سامي")
    with pytest.raises(JudgementError, match="سامي judged what came of this later"):
        desk.undo("j1", **BY)
    desk.undo("j2", **BY)
    desk.undo("j1", **BY)
    assert first in statements(desk)
    with pytest.raises(JudgementError, match="taken back already"):
        desk.undo("j1", **BY)


def test_a_newer_reader_replaces_its_statements_and_keeps_every_judgement(desk: Desk) -> None:
    first, second = statements(desk)
    desk.accept("a", first.id, editor="هدى")
    desk.correct("a", second.id, Wording(status="suspended"), **BY)
    desk.correct_name("a", name_of(desk, "sy/talbiseh"), area="sy/talbiseh", role="context", **BY)
    shown, said = evidence(desk), desk.store.judgements()

    blind = NewerReader("2", lambda reading: replace(reading, statements=()))
    assert ingest([ARTICLE], desk.store, blind, lambda: NOON, whole_folder=False).read
    assert desk.store.judgements() == said
    assert desk.store.statements("a") == () and evidence(desk).statements == shown.statements
    assert evidence(desk).standings == shown.standings
    assert set(shown.agreements) == set(evidence(desk).agreements), "their agreements can still be named"

    more = NewerReader(
        "3", lambda r: replace(r, statements=tuple(replace(s, id=f"{s.id}x", sponsors=("RU",)) for s in r.statements))
    )
    ingest([ARTICLE], desk.store, more, lambda: NOON, whole_folder=False)
    assert evidence(desk).statements == shown.statements
    names = {r.mention.span: r.role for r in evidence(desk).names("a", desk.store.resolutions("a"))[0]}
    assert names[name_of(desk, "sy/talbiseh")] is Role.CONTEXT
    assert [past.reader for past in desk.store.readings_of("a")[:-1]] == [reader().version, "2"]


def test_a_judgement_whose_words_are_gone_is_orphaned_and_can_be_let_go(desk: Desk) -> None:
    desk.accept("a", statements(desk)[0].id, editor="هدى")
    changed = replace(ARTICLE, text=TEXT.replace("ظهر الأحد", "مساء الأحد"))
    ingest([changed], desk.store, reader(), lambda: NOON, whole_folder=False)
    assert Concern.ORPHANED in concerns(desk)
    desk.undo("j1", **BY)
    assert Concern.ORPHANED not in concerns(desk)


def test_a_copy_is_in_the_queue_until_somebody_has_looked(desk: Desk) -> None:
    sentence = (
        "قال مصدر في المعارضة إن الهدنة في بلدة تلبيسة صامدة حتى مساء اليوم رغم خروق متفرقة سجلها ناشطون في الريف الشمالي"
    )
    both = [
        article(f"{sentence} {sentence[::-1]}{end}", "2017-08-0" + day, id)
        for id, day, end in (("x", "2", ""), ("y", "3", " ثم"))
    ]
    ingest(both, desk.store, reader(), lambda: NOON, whole_folder=False)
    assert evidence(desk).origins == {"x": "x", "y": "x"}
    assert concerns(desk).count(Concern.COPY) == 1
    desk.accept_facts("y", editor="هدى")
    assert Concern.COPY not in concerns(desk)


# --- cases ---------------------------------------------------------------------------------------------------------------


def test_the_example_at_the_head_of_the_desk_runs(desk: Desk) -> None:
    example = "\n".join(line for line in (desk_module.__doc__ or "").splitlines() if line.startswith("    "))
    names = {"Desk": Desk, "store": desk.store, "reader": reader(), "datetime": datetime, "UTC": UTC}
    exec(textwrap.dedent(example), {**names, "statement_id": statements(desk)[0].id})
    (judgement,) = desk.store.judgements()
    assert (judgement.verdict, judgement.editor) == (Verdict.ACCEPTED, "هدى")


def test_a_correction_becomes_a_case_that_is_scored(desk: Desk, tmp_path: Path) -> None:
    first = statements(desk)[0]
    assert list(correction_cases(evidence(desk), desk.store)) == []
    desk.accept("a", first.id, editor="هدى")
    assert list(correction_cases(evidence(desk), desk.store)) == [], "what the reader reads rightly is no correction"
    file = tmp_path / "cases.jsonl"
    desk.correct("a", first.id, Wording(status="ended"), **BY)
    desk.reject_name("a", name_of(desk, "sy/talbiseh"), **BY)
    file.write_text(as_lines(correction_cases(evidence(desk), desk.store)), encoding="utf-8")
    corpus = load_cases(file)
    (case,) = corpus.texts
    assert case.article == ARTICLE and case.phenomena == ("corrected-statement", "rejected-name")
    assert [(zone.place.name, zone.status) for zone in case.zones] == [("sy/rastan", "ended")]
    tally = evaluate(corpus, reader(), Scorer(reader().reference.gazetteer))["", "all"]
    assert tally.rate("zone_pairs").right == 0 and tally.rate("zone_places").right == 1
    assert tally.counts["traps_avoided", "right"] == 0 and tally.share("place") == 1
    perfect = NewerReader("2", lambda reading: replace(
        reading, statements=tuple(replace(s, status=Status.ENDED) for s in reading.statements[:1]),
    ))  # fmt: skip
    assert evaluate(corpus, perfect, Scorer(reader().reference.gazetteer))["", "all"].rate("zone_pairs").f1 == 1  # type: ignore[arg-type]


def test_a_name_that_no_statement_is_about_any_more_is_doubtful_in_a_case(desk: Desk, tmp_path: Path) -> None:
    desk.correct("a", statements(desk)[0].id, Wording(areas=("sy/homs",)), **BY)
    file = tmp_path / "cases.jsonl"
    file.write_text(as_lines(correction_cases(evidence(desk), desk.store)), encoding="utf-8")
    corpus = load_cases(file)
    (case,) = corpus.texts
    assert {zone.place.name for zone in case.zones} == {"sy/homs", "sy/talbiseh"}
    assert [(mention.place.name, mention.role) for mention in case.mentions] == [("sy/talbiseh", "covered")]
    assert [span.of(TEXT) for span in case.unjudged] == ["الرستن"]
    tally = evaluate(corpus, reader(), Scorer(reader().reference.gazetteer))["", "all"]
    assert tally.rate("covered").f1 == tally.rate("mention_exact").f1 == 1


def test_the_roles_and_the_zones_of_a_case_say_the_same(desk: Desk) -> None:
    desk.correct_name("a", name_of(desk, "sy/rastan"), area="sy/rastan", role="context", **BY)
    (case,) = correction_cases(evidence(desk), desk.store)
    assert [zone["places"] for zone in case["zones"]] == [["sy/talbiseh"]]
    roles = {name["place"]: name["role"] for name in case["mentions"]}
    assert roles == {"sy/rastan": "context", "sy/talbiseh": "covered"}
    wording = Wording(quote="مدينة الرستن", areas=("sy/rastan",), status="suspended", agreement="unnamed-ceasefire")
    desk.add("a", wording, **BY)
    (case,) = correction_cases(evidence(desk), desk.store)
    assert {"places": ["sy/rastan"], "status": "suspended"} in case["zones"]
    assert [name["role"] for name in case["mentions"]] == ["covered", "covered"] and case["doubtful"] == []


def test_a_file_without_a_case_is_told(tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(ExportError, match="holds no cases: no correction stood in the store"):
        load_cases(tmp_path / "cases.jsonl")


def test_a_case_without_a_date_of_publication_is_one_too(desk: Desk, tmp_path: Path) -> None:
    ingest([replace(ARTICLE, published=None)], desk.store, reader(), lambda: NOON, whole_folder=False)
    desk.reject("a", statements(desk)[0].id, **BY)
    (case,) = correction_cases(evidence(desk), desk.store)
    (tmp_path / "cases.jsonl").write_text(as_lines([case]), encoding="utf-8")
    assert load_cases(tmp_path / "cases.jsonl").texts[0].article.published is None
    with pytest.raises(ExportError, match="holds no cases"):
        load_cases(tmp_path / "none.jsonl")


# --- the command ---------------------------------------------------------------------------------------------------------


def test_the_command_counts_lists_and_writes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hudna.sqlite"
    with open_writer(path) as store:
        ingest([ARTICLE], store, reader(), lambda: NOON, whole_folder=False)
        items = read_queue(store, AGREEMENTS)
    assert main(["--store", str(path)]) == 0
    listed = capsys.readouterr().out
    assert "1  undated" in listed and "انهارت" in listed
    assert main(["--store", str(path), "--json", "--kind", "undated"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == [item.id for item in items if item.concern is Concern.UNDATED]
    assert all(TEXT[row["start"] : row["end"]] == row["quote"] for row in rows)
    assert main(["--store", str(path), "--cases", str(tmp_path / "cases.jsonl")]) == 0
    assert (tmp_path / "cases.jsonl").read_text(encoding="utf-8") == ""
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()
    monkeypatch.setattr("data.review.command.correction_cases", lambda *_: [{"id": "a", "text": TEXT}])
    assert main(["--store", str(path), "--cases", "-"]) == 0
    assert json.loads(capsys.readouterr().out) == {"id": "a", "text": TEXT} and not Path("-").exists()
    with pytest.raises(ExportError, match="cannot be written"):
        main(["--store", str(path), "--cases", str(tmp_path / "no" / "cases.jsonl")])


def test_a_date_that_an_editor_sets_is_one_of_edtf(desk: Desk) -> None:
    first = statements(desk)[0]
    desk.correct("a", first.id, Wording(signed="2017-08~"), **BY)
    assert Edtf.parse("2017-08~") in {s.signed for s in statements(desk)}
