"""From what a user names to articles: files of each kind, folders of them, addresses and feeds; and what the command says."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from data.intake.ingest import ingest, survey
from data.settings import Settings, load_settings
from data.sources.document import Refused, page_id
from data.sources.gather import MOST_FAULTS, Gatherer, local_bytes
from data.sources.seeds import Fault
from data.sources.web import Answer, Fetcher
from data.store import open_reader, open_writer
from geo.article import Article, Language
from geo.edtf import Edtf
from geo.errors import ArticleError
from tests.data.command import run
from tests.data.sample_records import NOON, FakeReader
from tests.data.sources.sample_files import ARABIC, ENGLISH, docx, line_from_left, page, pdf, zipped

ROOT = Path(__file__).resolve().parents[3]
DATED = '<meta property="article:published_time" content="2018-05-02T10:00:00Z"><meta property="og:site_name" content="A site">'


class Web(Fetcher):
    """A web of some pages: from address to (content, kind)."""

    def __init__(self, pages: Mapping[str, tuple[bytes, str]]) -> None:
        self.pages = pages
        self.asked: list[str] = []

    def fetch(self, url: str) -> Answer:
        self.asked.append(url)
        if url not in self.pages:
            raise Refused("cannot be fetched: it answers 404 Not Found")
        content, kind = self.pages[url]
        return Answer(url=url, content=content, kind=kind, charset="utf-8")


@pytest.fixture(scope="module")
def settings() -> Settings:
    return load_settings({})


@pytest.fixture(scope="module")
def gatherer(settings: Settings) -> Iterator[Gatherer]:
    with Gatherer(settings, fetcher=Web({})) as gatherer:
        yield gatherer


def gathered(gatherer: Gatherer, *named: object) -> tuple[dict[str, Article], list[Fault]]:
    items = [item for one in named for item in gatherer.gather(str(one))]
    return {item.id: item for item in items if isinstance(item, Article)}, [item for item in items if isinstance(item, Fault)]


def test_a_file_of_each_kind_is_an_article_named_by_its_file(gatherer: Gatherer, tmp_path: Path) -> None:
    files = {
        "a.txt": ARABIC.encode(), "b.md": f"# T\n\n{ENGLISH}".encode(), "c.html": page(ARABIC, head=DATED),
        "d.pdf": pdf([line_from_left(ENGLISH, 700)]), "e.docx": docx(f"<w:p><w:r><w:t>{ARABIC}</w:t></w:r></w:p>"),
        "f.jsonl": b'{"text": "one", "id": "x"}', "g.csv": b"text,published\ntwo,2018\n", "h.zip": zipped({"i.txt": b"three"}),
    }  # fmt: skip
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    one_by_one = gathered(gatherer, *sorted(tmp_path.iterdir()))
    articles, faults = one_by_one
    assert (sorted(articles), faults) == (["a", "b", "c", "d", "e", "f/x", "g/2", "h/i"], [])
    assert one_by_one == gathered(gatherer, tmp_path)
    assert (articles["a"].language, articles["b"].language) == (Language.ARABIC, Language.ENGLISH)
    assert (articles["c"].published, articles["c"].publisher) == (Edtf.parse("2018-05-02"), "A site")
    assert articles["c"].published_basis == "the page's metadata: article:published_time 2018-05-02T10:00:00Z"


def test_what_an_editor_says_of_a_file_counts_more_than_what_it_says_itself(gatherer: Gatherer, tmp_path: Path) -> None:
    (tmp_path / "c.html").write_bytes(page(ARABIC, head=DATED))
    (tmp_path / "t.txt").write_text(ENGLISH, encoding="utf-8")
    entries = '["c.html"]\npublished = "2018-05-01"\npublished_basis = "the printed issue"\n["t.txt"]\npublisher = "P"\n'
    (tmp_path / "articles.toml").write_text(entries, encoding="utf-8")
    for named in ((tmp_path,), (tmp_path / "c.html", tmp_path / "t.txt")):
        articles, faults = gathered(gatherer, *named)
        assert faults == []
        assert (articles["c"].published, articles["c"].published_basis) == (Edtf.parse("2018-05-01"), "the printed issue")
        assert (articles["c"].publisher, articles["t"].publisher) == ("A site", "P")


def test_what_cannot_be_read_is_told_with_its_file_and_place(gatherer: Gatherer, tmp_path: Path) -> None:
    (tmp_path / "a.exe").write_bytes(b"MZ")
    (tmp_path / "b.pdf").write_bytes(b"no pdf")
    (tmp_path / "c.jsonl").write_bytes(b'{"text": "one"}\n{')
    (tmp_path / "d.zip").write_bytes(zipped({"x/e.docx": b"PK"}))
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "e.pdf")
    articles, faults = gathered(gatherer, tmp_path)
    told = {fault.file: fault for fault in faults}
    assert list(articles) == ["c/1"]
    assert "is not read" in told["a.exe"].reason and told["a.exe"].articles == ("a",)
    assert "is no PDF file" in told["b.pdf"].reason and told["b.pdf"].articles == ("b",)
    assert told["c.jsonl line 2"].reason.startswith("is not JSON")
    assert "is no Word file" in told["d.zip x/e.docx"].reason
    assert all("\n" not in fault.file + fault.reason for fault in faults)
    with pytest.raises(ArticleError, match=r"no folder or file '.*nowhere"):
        gathered(gatherer, tmp_path / "nowhere")


def test_the_bytes_that_are_read_count_up_to_those_that_there_are(gatherer: Gatherer, tmp_path: Path) -> None:
    """The bar of a long run comes to its end, whatever kinds of file a folder holds."""
    (tmp_path / "a.txt").write_text(ARABIC, encoding="utf-8")
    (tmp_path / "B.TXT").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "c.docx").write_bytes(docx("<w:p><w:r><w:t>Words.</w:t></w:r></w:p>"))
    before = gatherer.taken
    taken = [gatherer.taken - before for _ in gatherer.gather(str(tmp_path))]
    assert taken == sorted(taken) and taken[0] > 0
    assert gatherer.taken - before == local_bytes(str(tmp_path))


def test_a_folder_that_nobody_may_look_at_is_told(gatherer: Gatherer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's refusal is played: these tests may run as a user to whom nothing is refused."""

    def refusing(path: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refusing)
    assert local_bytes(str(tmp_path)) == 0
    with pytest.raises(ArticleError, match=r"the folder .* cannot be read \(Permission denied\)"):
        gathered(gatherer, tmp_path)


def test_links_do_not_lead_out_of_a_folder(gatherer: Gatherer, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "secret.html").write_bytes(page(ARABIC))
    (folder / "a.html").symlink_to(tmp_path / "secret.html")
    articles, (fault,) = gathered(gatherer, folder)
    assert articles == {} and "link out of the folder" in fault.reason


def test_a_table_of_faults_does_not_fill_the_screen(gatherer: Gatherer, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"{\n" * 5_000 + b'{"text": "one"}')
    articles, faults = gathered(gatherer, tmp_path / "a.jsonl")
    assert (list(articles), len(faults)) == (["a/5001"], MOST_FAULTS + 1)
    assert faults[-1].reason == "has 4,900 more parts that are not read"


# --- the web -------------------------------------------------------------------------------------------------------------


def feed(*entries: str) -> tuple[bytes, str]:
    items = "".join(f"<item>{entry}</item>" for entry in entries)
    return f"<rss version='2.0'><channel><title>An agency</title>{items}</channel></rss>".encode(), "application/rss+xml"


def test_a_page_is_named_by_its_address(settings: Settings) -> None:
    url = "https://example.org/truce"
    with Gatherer(settings, fetcher=Web({url: (page(ARABIC, head=DATED), "text/html")})) as gatherer:
        articles, faults = gathered(gatherer, url, "https://example.org/gone", "ftp://example.org/x")
    assert list(articles) == [page_id(url)]
    assert articles[page_id(url)].url == url
    assert [(fault.file, "404" in fault.reason) for fault in faults] == [
        ("https://example.org/gone", True),
        ("ftp://example.org/x", True),
    ]


def test_the_pages_of_a_feed_are_fetched_and_know_what_the_feed_knows(settings: Settings) -> None:
    first, second, third = (f"https://example.org/{n}" for n in (1, 2, 3))
    entries = [f"<link>{url}</link><pubDate>Thu, 03 May 2018 00:30:00 +0300</pubDate>" for url in (first, second, third)]
    web = Web({
        "https://example.org/feed": feed(*entries),
        first: (page(ARABIC), "text/html"), second: (page(ENGLISH, head=DATED), "text/html"),
    })  # fmt: skip
    with Gatherer(settings, fetcher=web) as gatherer:
        articles, (fault,) = gathered(gatherer, "https://example.org/feed")
    by_feed, by_page = articles[page_id(first)], articles[page_id(second)]
    assert (str(by_feed.published), by_feed.publisher) == ("2018-05-03", "example.org")
    assert by_feed.published_basis == "the feed's entry: Thu, 03 May 2018 00:30:00 +0300"
    assert (str(by_page.published), by_page.publisher) == ("2018-05-02", "A site")
    assert (fault.file, "404" in fault.reason) == (third, True)


def test_a_feed_names_no_more_pages_than_the_setting(settings: Settings) -> None:
    web = Web({"https://example.org/feed": feed(*(f"<link>https://example.org/{n}</link>" for n in range(9)))})
    with Gatherer(replace(settings, feed_entries=3), fetcher=web) as gatherer:
        _, faults = gathered(gatherer, "https://example.org/feed")
    assert len(web.asked) == 4
    assert "6 pages beyond the 3 that HUDNA_FEED_ENTRIES allows" in faults[-1].reason


def test_a_feed_in_a_file_causes_no_request(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(feed("<link>https://example.org/1</link>")[0])
    web = Web({})
    with Gatherer(settings, fetcher=web) as gatherer:
        articles, (fault,) = gathered(gatherer, tmp_path / "feed.xml")
    assert (articles, web.asked) == ({}, [])
    assert fault.file == "https://example.org/1" and "name the feed's address" in fault.reason


# --- what comes twice ----------------------------------------------------------------------------------------------------


def article(id: str, text: str, publisher: str | None = None) -> Article:
    return Article(id=id, text=text, language=Language.ARABIC, publisher=publisher)


def test_the_same_words_under_another_name_are_not_kept_again(tmp_path: Path) -> None:
    items = [article("a", "هدنة في الرستن"), article("b", "هُدنة، في الرستن!"), article("c", "هدنة أخرى")]
    with open_writer(tmp_path / "store") as store:
        summary = ingest(items, store, FakeReader(), lambda: NOON, whole_folder=False)
        assert [reading.article for reading in summary.read] == ["a", "c"]
        again = ingest([replace(items[0], id="d"), *items], store, FakeReader(), lambda: NOON, whole_folder=False)
        assert [(repeat.article, repeat.of) for repeat in again.repeated] == [("b", "a"), ("d", "a")]
        assert again.unchanged == ("a", "c") and [one.id for one in store.articles()] == ["a", "c"]
    (line,) = [line for line in summary.lines() if "not kept again" in line]
    assert line == "1 article not kept again, word for word the same as others: b (a)"


@pytest.mark.parametrize("names", ["abc", "abd", "bac", "cab"])
def test_a_text_whose_article_gets_other_words_in_the_same_run_is_kept_under_its_new_names(tmp_path: Path, names: str) -> None:
    """«b» was the text that «a» and «c» are now: whichever comes first, one of these is kept."""
    texts = {"a": "هدنة في الرستن", "b": "هدنة أخرى", "c": "هدنة في الرستن", "d": "طقس معتدل"}
    with open_writer(tmp_path / "store") as store:
        ingest([article("b", "هدنة في الرستن")], store, FakeReader(), lambda: NOON, whole_folder=False)
        items = [article(name, texts[name]) for name in names]
        foreseen = survey(items, store, "reader 1")
        summary = ingest(items, store, FakeReader(), lambda: NOON, whole_folder=False)
        assert sorted(foreseen.pending) == sorted(reading.article for reading in summary.read)
        assert foreseen.repeated == summary.repeated
        kept = {one.id: one.text for one in store.articles()}
        assert sorted(kept.values()) == sorted({texts[name] for name in names})
        assert not ingest(items, store, FakeReader(), lambda: NOON, whole_folder=False).read


def test_the_same_words_of_two_publishers_are_two_articles(tmp_path: Path) -> None:
    items = [
        article("a", "هدنة في الرستن", "One"),
        article("b", "هدنة في الرستن", "Two"),
        article("c", "هدنة في الرستن", "Two"),
    ]
    with open_writer(tmp_path / "store") as store:
        summary = ingest(items, store, FakeReader(), lambda: NOON, whole_folder=False)
        assert [reading.article for reading in summary.read] == ["a", "b"]
        assert [(repeat.article, repeat.of) for repeat in summary.repeated] == [("c", "b")]


def test_another_text_under_a_name_of_the_same_run_is_told(tmp_path: Path) -> None:
    with open_writer(tmp_path / "store") as store:
        summary = ingest(
            [article("a", "هدنة"), article("a", "حرب"), article("a", "هدنة")],
            store,
            FakeReader(),
            lambda: NOON,
            whole_folder=False,
        )
        assert [one.text for one in store.articles()] == ["هدنة"]
    assert [fault.reason[:37] for fault in summary.skipped] == ["has the name of another article of thi"[:37]]
    assert [(repeat.article, repeat.of) for repeat in summary.repeated] == [("a", "a")]


def test_a_dry_run_reads_and_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "store"
    items = [article("a", "هدنة"), article("b", "حرب"), Fault(file="x.pdf", reason="is no PDF file")]
    assert survey(items, None, "reader 1").pending == ("a", "b")
    with open_writer(path) as store:
        ingest(items[:1], store, FakeReader(), lambda: NOON, whole_folder=False)
    before = path.read_bytes()
    with open_reader(path) as reader:
        summary = survey(items, reader, "reader 1")
    assert (summary.pending, summary.unchanged) == (("b",), ("a",))
    assert list(summary.lines()) == [
        "1 article would be read: b", "1 article unchanged since the last reading", "not read: x.pdf is no PDF file",
    ]  # fmt: skip
    assert path.read_bytes() == before


# --- the command ---------------------------------------------------------------------------------------------------------


def test_the_command_takes_several_things_of_any_kind(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page(ARABIC))
    (tmp_path / "b.pdf").write_bytes(b"no pdf")
    (tmp_path / "c.txt").write_text(ARABIC, encoding="utf-8")
    store = tmp_path / "store.sqlite"
    named = (tmp_path / "a.html", tmp_path / "b.pdf", tmp_path / "c.txt", "http://127.0.0.1:9/", "--store", store)
    dry = run("ingest", *named, "--dry-run")
    assert dry.returncode == 0, dry.stderr
    assert "1 article would be read: a" in dry.stdout and "nothing was stored" in dry.stdout and not store.exists()
    ended = run("ingest", *named)
    assert ended.returncode == 0, ended.stderr
    for line in (
        "1 article read", "1 article not kept again, word for word the same as others: c (a)", "not read: b.pdf is no PDF file",
        "not read: http://127.0.0.1:9/ leads to an address that is not public",
    ):  # fmt: skip
        assert line in ended.stdout
    assert run("ingest", tmp_path / "a.html", "--store", store).stdout.startswith("1 article unchanged")


def test_the_command_tells_what_is_not_there(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "data", "ingest", str(tmp_path / "nowhere.pdf")]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert ended.returncode == 1 and "no folder or file" in ended.stderr and "Traceback" not in ended.stderr


@pytest.mark.parametrize("bad", ["nowhere.pdf", "", "n" * 300, "a.txt/below"])
def test_one_path_of_several_that_cannot_be_read_costs_itself_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bad: str
) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ARABIC, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    told = run("ingest", "a.txt", bad, "b.txt", "--store", "store.sqlite")
    assert told.returncode == 0
    (line,) = (line for line in told.stdout.splitlines() if line.startswith("not read: "))
    assert line.startswith(f"not read: {bad or repr(bad)} cannot be read (")
    with open_reader(tmp_path / "store.sqlite") as store:
        assert {article.id for article in store.articles()} == {"a", "b"}
    again = run("ingest", bad, "elsewhere", "--store", "other.sqlite")
    assert again.returncode == 1 and len(again.stderr.splitlines()) == 2
    assert not (tmp_path / "other.sqlite").exists()


def test_a_folder_that_cannot_be_listed_costs_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "locked").mkdir()
    listed = Path.iterdir

    def locked(path: Path) -> Iterator[Path]:
        if path.name == "locked":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", locked)
    monkeypatch.chdir(tmp_path)
    told = run("ingest", "locked", "a.txt", "--store", "store.sqlite")
    assert told.returncode == 0 and "1 article read" in told.stdout
    assert "not read: locked the folder 'locked' cannot be read (Permission denied)" in told.stdout
    alone = run("ingest", "locked", "--store", "store.sqlite")
    assert alone.returncode == 1 and "kept in the store, but not" not in alone.stdout


def test_a_member_s_name_neither_steers_a_terminal_nor_breaks_a_line(gatherer: Gatherer, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({"a\x1b[31m\u202eevil\n.pdf": b"x", "in.zip": zipped({"b\u2066.pdf": b"y"})}))
    _, faults = gathered(gatherer, tmp_path / "x.zip")
    assert [fault.file for fault in faults] == ["x.zip a\\x1b[31m\\u202eevil\\n.pdf", "x.zip in.zip: b\\u2066.pdf"]


def test_a_file_that_is_not_read_takes_no_name_from_one_that_is(gatherer: Gatherer, tmp_path: Path) -> None:
    """Whoever follows "save it as .docx", or has a picture or a table beside a text, loses no article."""
    (tmp_path / "report.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "report.docx").write_bytes(docx(f"<w:p><w:r><w:t>{ARABIC}</w:t></w:r></w:p>"))
    (tmp_path / "truce.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "truce.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "list.csv").write_text("text\nOther words of a truce in Homs.\n", encoding="utf-8")
    (tmp_path / "list.txt").write_text("Words of a list.", encoding="utf-8")
    (tmp_path / "twice.html").write_bytes(page(ENGLISH))
    (tmp_path / "twice.txt").write_text("The same name.", encoding="utf-8")
    articles, faults = gathered(gatherer, tmp_path)
    assert set(articles) == {"report", "truce", "list/2", "list", "twice"}
    assert [(fault.file, str(fault.reason)) for fault in faults] == [
        ("report.doc", "is not read: save it as .docx"),
        ("truce.jpg", "is not read: text, Markdown, pages, PDF, Word, tables, feeds and archives are"),
        ("twice.txt", "is the same article as twice.html: give one of them another name"),
    ]


def test_what_is_new_of_an_article_counts_beside_a_file_of_its_name_that_is_not_read(
    tmp_path: Path, settings: Settings
) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "truce.jpg").write_bytes(b"\xff\xd8")
    (folder / "truce.txt").write_text(ENGLISH, encoding="utf-8")
    reader = FakeReader()
    with open_writer(tmp_path / "store.sqlite") as store, Gatherer(settings, fetcher=Web({})) as gatherer:
        ingest(gatherer.gather(str(folder)), store, reader, lambda: NOON, whole_folder=True)
        (folder / "articles.toml").write_text('["truce.txt"]\ntitle = "A title"\n', encoding="utf-8")
        ingest(gatherer.gather(str(folder)), store, reader, lambda: NOON, whole_folder=True)
        assert [article.title for article in store.articles()] == ["A title"]


@pytest.mark.parametrize("url", ["https://me:secret@news.example/a?b=@c", "ftp://me:secret@news.example/a"])
def test_a_password_in_an_address_is_in_no_line_that_is_kept(settings: Settings, url: str) -> None:
    with Gatherer(settings) as gatherer:
        (fault,) = gatherer.gather(url)
    assert isinstance(fault, Fault)
    assert fault.file == url.replace("me:secret@", "…@")
    assert "is not fetched" in str(fault.reason)


@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_name_is_not_the_folder_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A variable that a script never set must not bring in whatever lies there."""
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ran = run("ingest", name, "--store", tmp_path / "store.sqlite")
    assert ran.returncode == 1 and "is empty: write . for the folder where you are" in ran.stderr
    assert not (tmp_path / "store.sqlite").exists()


def test_ids_of_a_hostile_table_neither_steer_the_terminal_nor_forge_a_line(tmp_path: Path) -> None:
    """Whoever reads what a command says must be able to trust each line of it."""
    names, table, store = ("one", "two", "three"), tmp_path / "table.jsonl", tmp_path / "store.sqlite"
    truces = "A ceasefire took effect in Rastan on May 2, 2018. Douma's truce was rejected."
    texts = [truces, truces, "Rain."]
    rows = [{"id": f"{name}\x1b[2J\nthe store is /etc/{name}", "text": text} for name, text in zip(names, texts, strict=True)]
    table.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    said = [run("ingest", table, "--store", store, *more).stdout for more in ([], ["--dry-run"])]
    said.append(run("review", "--store", store).stdout)
    (zone,) = (line.split()[1] for line in run("zones", "--store", store).stdout.splitlines() if "@sy/rastan" in line)
    said.append(run("zones", zone, "--store", store).stdout)
    for told in said:
        assert "table/one�[2J the store is" in told
        assert all(line.isprintable() and not line.startswith("the store is /etc") for line in told.splitlines())
    assert "table/two�[2J the store is /etc/two (table/one" in said[0] and "table/three�" in said[0]
