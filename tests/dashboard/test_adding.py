"""The page that takes articles in, in a session without a browser and with a store of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import published
from dashboard.draft import Candidate, Draft, after
from dashboard.view import Page
from data.intake.by_hand import keep
from data.store import open_reader, open_writer
from data.store.sqlite import store_error
from geo.article import Article, Language
from geo.edtf import Edtf
from tests.dashboard.conftest import forget_the_store
from tests.dashboard.mounted import all_mounted
from tests.data.sample_records import NOON, FakeReader
from tests.data.sources.sample_files import docx

APP = Path(__file__).parents[2] / "dashboard" / "app.py"
TRUCE = "The ceasefire in Daraa took effect on Thursday, a source said. Calm held in the city of Daraa."
LANGUAGES = pytest.mark.parametrize("language", ["en", "ar"])
HOSTILE = "<script>window.ran=1</script>"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty store, which the page may write to."""
    path = tmp_path / "hudna.sqlite"
    open_writer(path).close()
    monkeypatch.setenv("HUDNA_STORE", str(path))
    monkeypatch.setenv("HUDNA_DATA_FOLDER", str(tmp_path))
    monkeypatch.setenv("HUDNA_INTAKE", "on")
    monkeypatch.setattr(published, "STATIC_FOLDER", tmp_path)
    return path


@pytest.fixture
def page(store: Path) -> Iterator[AppTest]:
    yield AppTest.from_file(str(APP), default_timeout=60)
    forget_the_store()


def opened(page: AppTest, language: str, way: str = "paste") -> AppTest:
    page.query_params.update({"lang": language, "page": "add"})
    page.run()
    if way != "paste":
        page.segmented_control(key="add_way").set_value(way).run()
    assert not page.exception
    return page


def panels(page: AppTest) -> str:
    """The HTML of all panels."""
    return " ".join(told["html"] for name, told in all_mounted(page) if name == "panel")


def said(page: AppTest) -> str:
    """What stands outside of panels."""
    return " ".join(block.proto.body for block in page.main.get("html"))


def paste(page: AppTest, **fields: str) -> AppTest:
    page.text_area(key="paste_text").set_value(fields.pop("text", TRUCE))
    for name, written in fields.items():
        page.text_input(key=f"paste_{name}").set_value(written)
    form = next(button for button in page.button if button.form_id == "paste")
    form.click().run()
    assert not page.exception
    return page


@LANGUAGES
def test_a_paste_is_checked_corrected_kept_and_shown(page: AppTest, store: Path, language: str) -> None:
    paste(opened(page, language), publisher="The Exmple", date="2018-05-04")
    checked = panels(page)
    assert 'data-part="draft"' in checked and "Calm held in the city of Daraa." in checked
    assert {"en": "not in the store yet", "ar": "ليس في المخزن بعد"}[language] in checked
    with open_reader(store) as reader:
        assert reader.articles() == (), "nothing is kept before it was seen"
    page.text_input(key="draft_publisher_1_0").set_value("The Example").run()
    page.text_input(key="draft_date_1_0").set_value("2018-05-03").run()
    assert "The Example" in panels(page)
    page.button(key="draft_keep").click().run()
    assert not page.exception
    kept = panels(page)
    assert {"en": "1 article was read and kept.", "ar": "قُرئ مقال واحد وحُفظ."}[language] in kept
    assert "&quot;do&quot;: &quot;zone&quot;" in kept, "the new zone is there without a restart"
    with open_reader(store) as reader:
        (article,) = reader.articles()
        assert reader.statements()
    assert (article.publisher, article.published, article.id[:6]) == ("The Example", Edtf.parse("2018-05-03"), "paste/")
    page.segmented_control(key="page_switch").set_value(Page.MAP).run()
    assert {"en": "Daraa", "ar": "درعا"}[language] in panels(page)


@LANGUAGES
def test_a_second_paste_of_the_same_words_is_told_and_counts_once(page: AppTest, store: Path, language: str) -> None:
    for _ in range(2):
        paste(opened(page, language), publisher="P")
        last = panels(page)
        page.button(key="draft_keep").click().run()
    assert {"en": "exactly this article is in the store already", "ar": "هذا المقال بعينه في المخزن من قبل"}[language] in last
    assert {"en": "was there already, word for word", "ar": "كان موجوداً كلمةً بكلمة"}[language] in panels(page)
    with open_reader(store) as reader:
        assert len(reader.articles()) == 1


@LANGUAGES
@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"text": "  "}, {"en": "There is no text", "ar": "لا نص هنا"}),
        ({"date": "2 May"}, {"en": "The date is not understood", "ar": "التاريخ غير مفهوم"}),
        ({"url": "javascript:alert(1)"}, {"en": "no address of a page", "ar": "ليس رابط صفحة"}),
    ],
)
def test_a_fault_of_the_form_is_a_sentence(
    page: AppTest, language: str, fields: dict[str, str], complaint: dict[str, str]
) -> None:
    paste(opened(page, language), **fields)
    assert complaint[language] in said(page)
    assert 'data-part="draft"' not in panels(page)


@pytest.mark.parametrize("written", ["٢٠١٧-٠٧-٢٢", "۲۰۱۷-۰۷-۲۲"])
def test_a_date_is_taken_in_the_digits_of_arabic_and_persian(page: AppTest, written: str) -> None:
    paste(opened(page, "ar"), date=written)
    assert str(page.session_state.draft.candidates[0].article.published) == "2017-07-22"


def test_a_wrong_date_in_the_draft_keeps_nothing_until_it_is_right(page: AppTest) -> None:
    paste(opened(page, "en"))
    page.text_input(key="draft_date_1_0").set_value("yesterday").run()
    assert "The date is not understood" in said(page)
    assert page.button(key="draft_keep").disabled
    page.text_input(key="draft_date_1_0").set_value("2018-05").run()
    assert not page.button(key="draft_keep").disabled
    assert "given by an editor" in panels(page)


def test_going_back_keeps_nothing_and_what_was_pasted_stands_there(page: AppTest, store: Path) -> None:
    paste(opened(page, "en"), title="A title")
    page.button(key="draft_discard").click().run()
    assert page.text_area(key="paste_text").value == TRUCE
    assert page.text_input(key="paste_title").value == "A title"
    with open_reader(store) as reader:
        assert reader.articles() == ()


@LANGUAGES
def test_files_are_uploaded_checked_and_kept_and_a_bad_one_is_told(page: AppTest, store: Path, language: str) -> None:
    opened(page, language, "upload")
    assert {"en": "Each up to 30\u00a0MB", "ar": "30\u00a0ميغابايت"}[language] in said(page)
    assert page.button(key="upload_check").disabled
    word = docx(f"<w:p><w:r><w:t>{TRUCE}</w:t></w:r></w:p>")
    files = [("report.docx", word, ""), ("<b>.pdf", b"x", ""), ("rows.csv", b"text,id\none,1\ntwo,2\n", "")]
    page.file_uploader[0].set_value(files).run()
    page.button(key="upload_check").click().run()
    assert not page.exception
    checked = panels(page)
    assert "&lt;b&gt;.pdf" in checked and "<b>.pdf" not in checked
    assert {"en": "is no PDF file, whatever its name says", "ar": "ليس ملف PDF وإن دل اسمه على ذلك"}[language] in checked
    assert checked.count('class="leave"') == 3
    page.button(key="draft_keep").click().run()
    with open_reader(store) as reader:
        assert [article.id for article in reader.articles()] == ["upload/report", "upload/rows/1", "upload/rows/2"]
    assert panels(page).count("Read; nothing about a truce was found.") == (2 if language == "en" else 0)


@LANGUAGES
def test_an_address_of_this_machine_is_refused_in_a_sentence(page: AppTest, language: str) -> None:
    opened(page, language, "address")
    for written in ("http://127.0.0.1:1/", "/etc/passwd"):
        page.text_input(key="address_written").set_value(written)
        next(button for button in page.button if button.form_id == "address").click().run()
        assert not page.exception
        if written.startswith("http"):
            not_public = {"en": "leads to an address that is not public", "ar": "يقود إلى عنوان شبكة غير عام"}
            assert not_public[language] in panels(page)
            page.button(key="draft_discard").click().run()
            page.segmented_control(key="add_way").set_value("address").run()
    assert {"en": "no address of a page", "ar": "ليس رابط صفحة"}[language] in said(page)


def test_hostile_text_title_and_name_are_only_words(page: AppTest, store: Path) -> None:
    paste(opened(page, "en"), text=f"{HOSTILE} {TRUCE}", title=HOSTILE, publisher=HOSTILE, url="https://example.org/<script>")
    page.button(key="draft_keep").click().run()
    assert not page.exception
    assert "&lt;script&gt;" in panels(page)
    page.segmented_control(key="add_way").set_value("upload").run()
    page.file_uploader[0].set_value([(f"{HOSTILE}.txt", f"{HOSTILE} {TRUCE}".encode(), "text/html")]).run()
    page.button(key="upload_check").click().run()
    assert not page.exception
    assert "<script" not in (panels(page) + said(page)).lower()


@LANGUAGES
def test_a_locked_store_is_a_sentence_and_the_draft_stays(
    page: AppTest, store: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    paste(opened(page, language))

    def locked(path: Path) -> None:
        raise store_error(store, sqlite3.OperationalError("database is locked"))

    with monkeypatch.context() as patched:
        patched.setattr("dashboard.intake.open_writer", locked)
        page.button(key="draft_keep").click().run()
    cannot = {"en": f"the store {str(store)!r} cannot be used (database is locked)", "ar": "لا يمكن استعماله"}
    assert cannot[language] in unescape(said(page))
    page.button(key="draft_keep").click().run()
    assert {"en": "1 article was read and kept.", "ar": "قُرئ مقال واحد وحُفظ"}[language] in panels(page)


@LANGUAGES
def test_what_another_editor_kept_meanwhile_leads_back_to_the_draft(page: AppTest, store: Path, language: str) -> None:
    paste(opened(page, language), url="https://example.org/truce")
    with open_writer(store) as other:
        (meant,) = page.session_state.draft.wanted
        keep([replace(meant, text="The ceasefire in Idlib ended on Friday.")], other, FakeReader(), lambda: NOON)
    page.button(key="draft_keep").click().run()
    assert not page.exception
    told = {"en": "nothing was kept: see above what keeping would do now", "ar": "تغيّر المخزن بعد هذا الفحص ولم يُحفظ شيء"}
    assert told[language] in said(page)
    replaces = {"en": "another text of this name is in the store", "ar": "في المخزن نص آخر بهذا الاسم"}
    assert replaces[language] in panels(page)
    page.button(key="draft_keep").click().run()
    with open_reader(store) as reader:
        assert [article.text for article in reader.articles()] == [TRUCE] and len(reader.versions()) == 1


@LANGUAGES
def test_where_it_is_off_the_page_says_so_offers_nothing_and_writes_nothing(
    page: AppTest, store: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    paste(opened(page, language))
    for setting in ("off", "local"):  # a session without a request is on no known machine
        monkeypatch.setenv("HUDNA_INTAKE", setting)
        page.button(key="draft_keep").click().run() if setting == "off" else page.run()
        assert not page.exception
        assert {"en": "does not take articles in here", "ar": "لا تستقبل المقالات هنا"}[language] in panels(page)
        assert not page.text_area and not page.file_uploader and not page.text_input
    page.segmented_control(key="page_switch").set_value(Page.MAP).run()
    assert Page.ADD not in page.segmented_control(key="page_switch").options
    with open_reader(store) as reader:
        assert reader.articles() == ()


def test_buttons_of_a_drafts_list_choose_and_leave_out() -> None:
    found = Article(id="a", text="one", language=Language.ENGLISH)
    one = Candidate(found=found, article=found, outlook="new")
    draft = Draft(candidates=(one, one), faults=())
    assert after({"do": "look", "number": "1", "at": 5}, draft, 0) == (draft, 1)
    left, at = after({"do": "leave", "number": "0"}, draft, 1)
    assert ([candidate.wanted for candidate in left.candidates], len(left.wanted), at) == ([False, True], 1, 1)
    assert after({"do": "leave", "number": "0"}, left, 1) == (draft, 1)
    for nonsense in (
        {"do": "look", "number": "2"},
        {"do": "look", "number": "-1"},
        {"do": "keep", "number": "1"},
        {"number": 1},
        {},
    ):
        assert after(nonsense, draft, 0) == (draft, 0)
