"""What an editor hands over: gathered within limits, named so that nothing counts twice, corrected, and kept."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest

from data.intake.by_hand import EDITOR, Outlook, collect, corrected, keep, named_by_words, outlooks, pasted, with_what_is_known
from data.intake.ingest import ingest
from data.intake.summary import Summary
from data.settings import load_settings
from data.sources.document import Refused, page_id
from data.sources.gather import Gatherer
from data.sources.seeds import Fault
from data.store import StoreWriter, open_reader, open_writer
from geo.article import Article, Language
from geo.edtf import Edtf
from geo.errors import StoreError
from geo.evidence.correction import facts_of
from geo.evidence.judgement import Facts, Verdict
from geo.pipeline import Reading
from tests.data.sample_records import NOON, FakeReader, judgement_of
from tests.data.sources.sample_files import ARABIC, ENGLISH, LIMITS, docx, line_from_left, pdf, zipped

OTHER = f"{ENGLISH} Shelling was heard at night."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[StoreWriter]:
    with open_writer(tmp_path / "hudna.sqlite") as store:
        yield store


@pytest.fixture(scope="module")
def gatherer() -> Iterator[Gatherer]:
    with Gatherer(load_settings({})) as gatherer:
        yield gatherer


def article(id: str, text: str = ENGLISH, **known: object) -> Article:
    return Article(id=id, text=text, language=Language.ENGLISH, **known)  # type: ignore[arg-type]


def kept(store: StoreWriter, *articles: Article) -> list[str]:
    return [reading.article for reading in keep(articles, store, FakeReader(), lambda: NOON).read]


# --- uploads -----------------------------------------------------------------------------------------------------------


def test_uploaded_files_of_each_kind_are_articles_under_names_of_their_own(gatherer: Gatherer) -> None:
    files = {
        "a.txt": ARABIC.encode(), "d.pdf": pdf([line_from_left(ENGLISH, 700)]), "f.jsonl": b'{"text": "one", "id": "x"}',
        "e.docx": docx(f"<w:p><w:r><w:t>{ARABIC}</w:t></w:r></w:p>"), "h.zip": zipped({"i.txt": b"three"}),
    }  # fmt: skip
    batch = collect(
        (item for name, content in files.items() for item in gatherer.gather_upload(name, content)),
        most_articles=9, most_bytes=10_000,
    )  # fmt: skip
    assert batch.faults == ()
    assert [one.id for one in batch.articles] == ["upload/a", "upload/d", "upload/f/x", "upload/e", "upload/h/i"]


@pytest.mark.parametrize(
    ("name", "file", "reason"),
    [
        ("a.exe", "a.exe", "is not read"),
        ("", "", "is not read"),
        ("..", "..", "is not read"),
        ("../../etc/passwd", "passwd", "is not read"),
        ("C:\\secret\\b.docx", "b.docx", "is no Word file"),
        ("<img src=x onerror=alert(1)>.pdf", "<img src=x onerror=alert(1)>.pdf", "is no PDF file"),
        ("a\u202etxt.exe", "a\\u202etxt.exe", "is not read"),
        ("x" * 300 + ".txt", "x" * 200, "has a name of more than 200 characters"),
        ("half\ud800.txt", "half\\ud800.txt", "has a name that is not UTF-8"),
        ("empty.txt", "empty.txt", "is empty"),
    ],
)
def test_a_hostile_name_opens_nothing_and_is_told_in_a_line(gatherer: Gatherer, name: str, file: str, reason: str) -> None:
    (fault,) = gatherer.gather_upload(name, b"")
    assert isinstance(fault, Fault)
    assert fault.file == file and reason in fault.reason and fault.reason.isprintable()


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    with Gatherer(load_settings({"HUDNA_MAX_ARTICLE_BYTES": "10", "HUDNA_MAX_DOCUMENT_BYTES": "20"})) as gatherer:
        (text,) = gatherer.gather_upload("a.txt", b"x" * 11)
        (page,) = gatherer.gather_upload("a.pdf", b"x" * 21)
    assert isinstance(text, Fault) and "HUDNA_MAX_ARTICLE_BYTES" in text.reason
    assert isinstance(page, Fault) and "HUDNA_MAX_DOCUMENT_BYTES" in page.reason


# --- collecting --------------------------------------------------------------------------------------------------------


def test_what_is_gathered_is_bounded_and_what_is_beyond_is_told() -> None:
    taken: list[int] = []

    def endless() -> Iterator[Article | Fault]:
        yield Fault(file="bad", reason="is bad")
        for number in range(1_000_000):
            taken.append(number)
            yield article(f"a{number}", f"text {number}")

    heard: list[int] = []
    few = collect(endless(), most_articles=3, most_bytes=1_000, told=heard.append)
    assert [one.id for one in few.articles] == ["a0", "a1", "a2"] and heard == [1, 2, 3]
    assert [fault.file for fault in few.faults] == ["bad", "a3"] and "HUDNA_INTAKE_ARTICLES" in few.faults[1].reason
    assert len(taken) == 4, "nothing more is asked for"
    small = collect(endless(), most_articles=1_000, most_bytes=20)  # a text and its name have 8
    assert len(small.articles) == 2 and "HUDNA_MAX_DOCUMENT_BYTES" in small.faults[1].reason


def test_one_name_twice_halves_of_characters_and_endless_titles_are_told() -> None:
    items = [
        article("a"),
        article("a", OTHER),
        article("b", "half \ud800"),
        article("c", title="half \udc00"),
        article("d", title="x" * 3_000),
    ]
    batch = collect(items, most_articles=9, most_bytes=10_000)
    assert [one.id for one in batch.articles] == ["a"]
    assert [fault.file for fault in batch.faults] == ["a", "b", "c", "d"]
    assert "more than 2,000 characters" in batch.faults[3].reason


# --- pastes ------------------------------------------------------------------------------------------------------------


def test_a_paste_is_named_by_its_words_so_that_twice_is_once(store: StoreWriter) -> None:
    one = pasted(ENGLISH, LIMITS, store)
    again = pasted(f"  {ENGLISH.upper()}\r\n", LIMITS, store)
    assert one.id == again.id and one.id.startswith("paste/")
    assert pasted(OTHER, LIMITS, store).id != one.id
    assert kept(store, one) == [one.id]
    assert outlooks([pasted(ENGLISH, LIMITS, store)], store, "reader 1") == ((Outlook.UNCHANGED, ""),)
    assert kept(store, pasted(ENGLISH, LIMITS, store)) == []


def test_pastes_in_any_script_are_named_by_their_words(store: StoreWriter) -> None:
    texts = ("Перемирие вступило в силу.", "Бои продолжаются.", "停火协议生效。", "战斗仍在继续。", "🔥", "🕊")
    pastes = [pasted(text, LIMITS, store) for text in texts]
    assert kept(store, *pastes) == [paste.id for paste in pastes]
    assert len({paste.id for paste in pastes}) == len(texts)


def test_a_paste_with_an_address_is_the_page_at_that_address(store: StoreWriter) -> None:
    url = "https://example.org/2018/truce"
    assert pasted(ENGLISH, LIMITS, store, url=url).id == page_id(url)


def test_the_same_words_of_two_publishers_are_two_articles_and_each_stays_one(store: StoreWriter) -> None:
    first = pasted(ENGLISH, LIMITS, store, publisher="One")
    assert kept(store, first) == [first.id]
    second = pasted(ENGLISH, LIMITS, store, publisher="Two")
    assert second.id != first.id
    assert kept(store, second) == [second.id]
    for publisher, id in (("One", first.id), ("Two", second.id)):
        again = pasted(ENGLISH, LIMITS, store, publisher=publisher)
        assert again.id == id
        assert outlooks([again], store, "reader 1") == ((Outlook.UNCHANGED, ""),)


def test_a_publisher_that_is_corrected_names_the_paste_anew(store: StoreWriter) -> None:
    kept(store, pasted(ENGLISH, LIMITS, store, publisher="One"))
    typed = pasted(ENGLISH, LIMITS, store, publisher="One")
    two = named_by_words(corrected(typed, title=None, publisher="Two", published=None), store)
    assert two.id != typed.id
    uploaded = article("upload/a")
    assert named_by_words(uploaded, store) is uploaded


@pytest.mark.parametrize("text", ["", " \n ", "a\0b", "x" * (LIMITS.article_bytes + 1)])
def test_what_is_no_text_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        pasted(text, LIMITS, None)


# --- what is known, and corrected ---------------------------------------------------------------------------------------


def test_what_an_editor_has_corrected_is_not_unlearned_by_the_same_text(store: StoreWriter) -> None:
    edited = article("url-1", title="T", publisher="P", published=Edtf.parse("2018-05-01"), published_basis=EDITOR)
    kept(store, edited)
    fetched = article("url-1", title="other", published=Edtf.parse("2018-05-02"), published_basis="the page's metadata")
    assert with_what_is_known(fetched, store, newer_counts=False) == edited
    typed = with_what_is_known(article("url-1", publisher="Q"), store, newer_counts=True)
    assert (typed.title, typed.publisher, typed.published, typed.published_basis) == ("T", "Q", edited.published, EDITOR)
    changed = article("url-1", OTHER)
    assert with_what_is_known(changed, store, newer_counts=False) == changed


def test_what_is_written_where_articles_are_added_is_newer_than_what_editors_said(store: StoreWriter) -> None:
    bare = article("url-1", title="T")
    kept(store, bare)
    facts = Facts(title="E", publisher="P", published=Edtf.parse("2018-01-09"), published_basis="the page")
    store.judge(judgement_of(bare, verdict=Verdict.CORRECTED, subject=facts_of(bare), outcome=facts))

    shown = with_what_is_known(article("url-1", OTHER, title="found"), store, newer_counts=False)
    assert shown.text == OTHER and facts_of(shown) == facts, "the check shows what it would be read with"
    typed = article("url-1", OTHER, title="typed", published=Edtf.parse("2018-02"), published_basis=EDITOR)
    filled = with_what_is_known(typed, store, newer_counts=True)
    assert filled == replace(typed, publisher="P")
    kept(store, shown)
    assert store.article("url-1") == shown and len(store.judgements()) == 1, "what is left alone is no new word"

    changed = corrected(shown, title="E", publisher=None, published=Edtf.parse("2018-02"))
    assert outlooks([changed], store, "reader 1") == ((Outlook.AGAIN, ""),)
    kept(store, changed)
    assert store.article("url-1") == changed
    assert outlooks([changed], store, "reader 1") == ((Outlook.UNCHANGED, ""),)
    ingest([article("url-1", OTHER)], store, FakeReader(), lambda: NOON, whole_folder=False)
    assert store.article("url-1") == changed, "what comes in by itself does not unlearn it"
    said = store.judgements()
    assert [(one.editor, one.outcome) for one in said[1:]] == [("an editor", facts_of(changed))]

    older = replace(shown, text=f"{ENGLISH} It was so.", published=Edtf.parse("2017-01-01"))
    kept(store, older)
    assert store.article("url-1") == changed and store.judgements() == said, "a former version's facts are its own"


class Doubling(FakeReader):
    """Gives every statement twice, which no store takes."""

    def read(self, article: Article) -> Reading:
        reading = super().read(article)
        return replace(reading, statements=reading.statements * 2)


class Killed(FakeReader):
    """Is ended while it reads."""

    def read(self, article: Article) -> Reading:
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    "broken", [FakeReader(breaks_on=("upload/a",)), Doubling(), Killed()], ids=lambda one: type(one).__name__
)
def test_facts_are_kept_with_their_article_or_not_at_all(store: StoreWriter, broken: FakeReader) -> None:
    bare, changed = article("upload/a"), article("upload/a", f"{OTHER} هدنة", title="N")
    kept(store, bare)
    facts = Facts(title="E", publisher="P", published=None, published_basis=None)
    store.judge(judgement_of(bare, verdict=Verdict.CORRECTED, subject=facts_of(bare), outcome=facts))
    with suppress(KeyboardInterrupt):
        keep([changed], store, broken, lambda: NOON)
    assert [one.id for one in store.judgements()] == ["j"] and store.article("upload/a") == bare
    kept(store, changed)
    assert [one.outcome for one in store.judgements()] == [facts, facts_of(changed)] and store.article("upload/a") == changed
    assert outlooks([changed], store, "reader 1") == ((Outlook.UNCHANGED, ""),)


def test_facts_that_an_editor_set_while_an_article_was_added_stand(store: StoreWriter) -> None:
    """What was written where it was added is the older word: it was written before."""
    bare, added = article("upload/a"), article("upload/a", OTHER, title="N")
    kept(store, bare)
    first, then = (Facts(title=title, publisher=None, published=None, published_basis=None) for title in "EF")
    store.judge(judgement_of(bare, verdict=Verdict.CORRECTED, subject=facts_of(bare), outcome=first))

    class Overtaken(FakeReader):
        def read(self, article: Article) -> Reading:
            if not self.has_read:
                store.judge(judgement_of(bare, id="k", verdict=Verdict.CORRECTED, subject=first, outcome=then))
            return super().read(article)

    keep([added], store, Overtaken(), lambda: NOON)
    assert store.article("upload/a") == replace(added, title="F") and [one.id for one in store.judgements()] == ["j", "k"]


def test_a_corrected_date_says_so_and_what_was_found() -> None:
    found = article("a", published=Edtf.parse("2018-05-02"), published_basis="the page's metadata")
    same = corrected(found, title="T", publisher="P", published=found.published)
    assert (same.title, same.published_basis) == ("T", "the page's metadata")
    other = corrected(found, title=None, publisher=None, published=Edtf.parse("2018-05-01"))
    assert other.published_basis == "given by an editor, instead of 2018-05-02 (the page's metadata)"
    assert corrected(article("a"), title=None, publisher=None, published=Edtf.parse("2018")).published_basis == EDITOR


def test_the_outlook_tells_what_keeping_would_do(store: StoreWriter) -> None:
    kept(store, article("same"), article("other", OTHER), article("old", f"{OTHER} It was old."))
    looked_at = [
        article("same"), article("other", OTHER, publisher="P"), article("old", ARABIC), article("copy"),
        article("new", "new text"),
    ]  # fmt: skip
    assert outlooks(looked_at, store, "reader 1") == (
        (Outlook.UNCHANGED, ""), (Outlook.AGAIN, ""), (Outlook.REPLACES, ""), (Outlook.REPEATS, "same"), (Outlook.NEW, ""),
    )  # fmt: skip
    assert outlooks([article("a")], None, "reader 1") == ((Outlook.NEW, ""),)


# --- keeping -----------------------------------------------------------------------------------------------------------


def test_keeping_leaves_what_the_last_ingest_could_not_read_told(store: StoreWriter) -> None:
    before = (
        Fault(file="bad.pdf", reason="is bad", articles=("bad",)),
        Fault(file="x", reason="is bad", articles=("upload/x",)),
    )
    store.replace_faults(before)
    summary = keep([article("upload/x"), article("paste/1", OTHER)], store, FakeReader(breaks_on=("paste/1",)), lambda: NOON)
    assert [reading.article for reading in summary.read] == ["upload/x"]
    assert summary.skipped == () and [fault.file for fault in summary.failed] == ["paste/1"]
    assert [fault.file for fault in store.faults()] == ["bad.pdf", "paste/1"]


def test_what_was_handed_over_is_not_told_as_gone_from_a_folder(
    store: StoreWriter, tmp_path: Path, gatherer: Gatherer
) -> None:  # fmt: skip
    kept(
        store,
        article("upload/report"),
        pasted(OTHER, LIMITS, store),
        pasted(ARABIC, LIMITS, store, url="https://example.org/a"),
    )
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "report.txt").write_text("Other words.", encoding="utf-8")
    assert ingest(gatherer.gather(str(folder)), store, FakeReader(), lambda: NOON, whole_folder=True).gone == ()
    assert len(store.articles()) == 4, "a file of the same name replaces nothing"


def test_two_keep_at_once_and_both_are_stored_while_others_read(tmp_path: Path) -> None:
    path = tmp_path / "hudna.sqlite"
    open_writer(path).close()

    def keep_some(writer: int) -> int:
        with open_writer(path) as store:
            return len(kept(store, *(article(f"upload/{writer}-{n}", f"text {writer} {n}") for n in range(25))))

    def look(_: int) -> int:
        with open_reader(path) as store:
            return len(store.articles())

    with ThreadPoolExecutor(6) as pool:
        written, seen = pool.map(keep_some, range(3)), pool.map(look, range(30))
        assert [*written] == [25, 25, 25]
        assert all(0 <= count <= 75 for count in seen)
    with open_reader(path) as store:
        assert len(store.articles()) == len(store.readings()) == 75


def test_two_keep_the_same_texts_at_once_and_each_is_one_article(tmp_path: Path) -> None:
    """Both look before either keeps: what the other one kept meanwhile is seen in the transaction that would keep it again."""
    path, both_have_read = tmp_path / "hudna.sqlite", Barrier(2)
    open_writer(path).close()

    class Waiting(FakeReader):
        def read(self, article: Article) -> Reading:
            if article.text == "text 9":
                both_have_read.wait(timeout=20)
            return super().read(article)

    def keep_all(writer: str) -> Summary:
        articles = [article(f"upload/{writer}{n}", f"text {n}") for n in range(10)]
        with open_writer(path) as store:
            return keep(articles, store, Waiting(), lambda: NOON)

    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(keep_all, "xy")
    with open_reader(path) as reader:
        assert sorted(kept.text for kept in reader.articles()) == [f"text {n}" for n in range(10)]
        assert {*one.repeated, *other.repeated} == {*reader.repeats()} and len(reader.repeats()) == 10
    assert len(one.read) + len(other.read) == 10


def test_a_store_that_somebody_else_writes_to_is_a_sentence_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "hudna.sqlite"
    with open_writer(path) as other, other._writing.begin(), open_writer(path, wait_s=0.1) as store:
        with pytest.raises(StoreError, match="is locked: another program is writing to it"):
            keep([article("a")], store, FakeReader(), lambda: NOON)
        with open_reader(path, wait_s=0.1) as reader:
            assert reader.articles() == (), "who reads is not kept waiting"
    with open_writer(path) as store:
        assert kept(store, article("a")) == ["a"]
