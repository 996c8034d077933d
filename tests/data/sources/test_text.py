"""Plain text, Markdown, JSON lines and CSV."""

from __future__ import annotations

import json
from io import BytesIO

import pytest

from data.sources.dates import as_edtf
from data.sources.document import Document, Limits, Refusal, Refused, page_id
from data.sources.encoding import decoded_page
from data.sources.rows import read_csv, read_json_lines
from data.sources.text import read_markdown, read_plain
from tests.data.sources.sample_files import ARABIC, ENGLISH, LIMITS

SMALL = Limits(article_bytes=1_000, document_bytes=10_000, archive_bytes=10_000)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
def test_plain_text_stays_as_it_is(encoding: str) -> None:
    (document,) = read_plain(f"{ARABIC}\r\n".encode(encoding), LIMITS)
    assert document == Document(text=f"{ARABIC}\r\n")


@pytest.mark.parametrize("wrong", ["utf-8", "punycode", "no-encoding"])
def test_a_server_that_is_wrong_about_a_text_costs_nothing(wrong: str) -> None:
    content = f"{ARABIC}!".encode("windows-1256")
    assert list(read_plain(content, LIMITS, charset=wrong)) == list(read_plain(content, LIMITS))


def test_the_mark_of_a_text_counts_more_than_its_server() -> None:
    assert list(read_plain(ARABIC.encode("utf-8-sig"), LIMITS, charset="windows-1256")) == [Document(text=ARABIC)]


def test_markdown_loses_its_marks_and_keeps_its_words() -> None:
    source = f"""---
title: "Truce in Rastan"
date: 2018-05-02
publisher: An agency
url: https://example.org/1
---
# Heading

A truce in **Rastan** and [Talbiseh](https://example.org/x), *they say*.
Second line.

- one
- two <b>bold</b>

| town | state |
|---|---|
| Rastan | calm |

{ARABIC}
"""
    (document,) = read_markdown(source.encode(), LIMITS)
    assert isinstance(document, Document)
    blocks = ["Heading", "A truce in Rastan and Talbiseh, they say.\nSecond line.", "one", "two bold"]
    assert document.text.split("\n\n") == [*blocks, "town", "state", "Rastan", "calm", ARABIC]
    assert (document.title, document.publisher, document.url) == ("Truce in Rastan", "An agency", "https://example.org/1")
    assert (document.published, document.published_basis) == ("2018-05-02", "the file's front matter: date: 2018-05-02")


def test_front_matter_from_windows_says_the_same() -> None:
    source = "---\ntitle: 'Truce'\npublisher: An agency \nurl: https://example.org/1\ndate: 2018-05-02\n---\nIt holds."
    (document,) = read_markdown(source.encode(), LIMITS)
    assert isinstance(document, Document) and document.publisher == "An agency"
    assert list(read_markdown(source.replace("\n", "\r\n").encode(), LIMITS)) == [document]


@pytest.mark.parametrize("mark", [">", ">-", "|", "|2+ "])
def test_a_title_may_stand_below_its_key(mark: str) -> None:
    (document,) = read_markdown(f"---\ntitle: {mark}\n  A truce:\n  it holds\ndate: 2018\n---\nText.\n".encode(), LIMITS)
    assert isinstance(document, Document)
    assert (document.title, document.published) == ("A truce: it holds", "2018")
    (document,) = read_markdown(f"---\ndate: 2018\ntitle: {mark}\n---\n# Heading\n".encode(), LIMITS)
    assert isinstance(document, Document) and document.title == "Heading"


def test_markdown_without_front_matter_takes_its_heading_for_the_title() -> None:
    (document,) = read_markdown(b"# Truce in Rastan\n\nIt holds.\n\n---\n\nmore\n", LIMITS)
    assert isinstance(document, Document)
    assert (document.title, document.published, document.published_basis) == ("Truce in Rastan", None, None)


def test_front_matter_with_an_impossible_date_says_so() -> None:
    (document,) = read_markdown(b"---\ntitle: Truce\ndate: 2018-02-30\n---\nIt holds.\n", LIMITS)
    assert isinstance(document, Document)
    basis = "not known: the file's front matter says '2018-02-30'; write it like 2018-05-02"
    assert (document.published, document.published_basis) == (None, basis)


def test_a_date_of_front_matter_is_the_first_that_is_one() -> None:
    (document,) = read_markdown(b"---\npublished: soon\ndate: 2018-05-02\n---\nIt holds.\n", LIMITS)
    assert isinstance(document, Document)
    assert (document.published, document.published_basis) == ("2018-05-02", "the file's front matter: date: 2018-05-02")


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2018-05-02T23:30:00+03:00", "2018-05-02"),
        ("2018-05-02T23:30:00-08:00", "2018-05-02"),
        ("20180502", "2018-05-02"),
        ("2018/05/02", "2018-05-02"),
        ("Wed, 02 May 2018 23:30:00 +0300", "2018-05-02"),
        ("2 May 2018", "2018-05-02"),
        ("2018-05", "2018-05"),
        ("2018-05-02~", "2018-05-02~"),
        ("٢٠١٨-٠٥-٠٢", "2018-05-02"),
        ("۲۰۱۸/۰۵/۰۲", "2018-05-02"),
        ("02/05/2018", None),
        ("2018-02-30", None),
        ("0001-01-01", None),
        ("soon", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_a_date_is_the_day_that_its_publisher_meant(said: str, date: str | None) -> None:
    assert as_edtf(said) == date


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "utf-8"])
def test_a_page_that_does_not_say_its_encoding_is_read_by_its_letters(encoding: str) -> None:
    assert decoded_page((ARABIC * 3).encode(encoding, "ignore")) == (ARABIC * 3).encode(encoding, "ignore").decode(encoding)


def test_what_says_its_encoding_is_believed_unless_it_cannot_be_true() -> None:
    page = f'<meta charset="windows-1256"><p>{ARABIC}'
    assert decoded_page(page.encode("windows-1256")) == page
    assert decoded_page(page.encode()) == page  # UTF-8 that says otherwise: its bytes would be another text by chance only
    assert decoded_page(ARABIC.encode("windows-1256"), "windows-1256") == ARABIC
    assert decoded_page(ARABIC.encode(), "punycode") == ARABIC
    assert decoded_page(ARABIC.encode() + b"\xff") == ARABIC + "\ufffd"


# --- tables --------------------------------------------------------------------------------------------------------------


def test_json_lines_are_articles() -> None:
    rows = [
        {"text": ARABIC, "id": 7, "date": "2018-05-02", "outlet": "An agency", "lang": "ar"},
        {"body": ENGLISH, "headline": "T", "link": "https://www.example.org/a/?utm_source=x#top"},
        {"Content": "third"},
    ]
    first, second, third = read_json_lines(BytesIO(b"\n".join(json.dumps(row).encode() for row in rows)), "dump", LIMITS)
    assert first == Document(
        id="dump/7",
        text=ARABIC,
        publisher="An agency",
        published="2018-05-02",
        published_basis="the table's own column",
        language="ar",
    )
    assert isinstance(second, Document) and isinstance(third, Document)
    assert (second.id, second.title) == (page_id("https://example.org/a"), "T")
    assert third.id == "dump/3"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "is not JSON"),
        (b"[1]", "not a JSON object"),
        (b"{}", "is empty"),
        (b'{"text": ["a"]}', "has a text that is no string"),
        (b"[" * 11_000, "nested too deeply"),
        (b'{"text": "\xff"}', "is not JSON"),
        (b'{"text": "%s"}' % (b"x" * 1_001), "HUDNA_MAX_ARTICLE_BYTES"),
        (b"\0" * 20_000, "HUDNA_MAX_ARTICLE_BYTES"),
    ],
)
def test_a_line_that_is_wrong_costs_no_other(line: bytes, reason: str) -> None:
    wrong, right = read_json_lines(BytesIO(line + b'\n{"text": "right"}\n'), "dump", SMALL)
    assert isinstance(wrong, Refusal) and wrong.where == "line 1" and reason in wrong.reason
    assert isinstance(right, Document) and right.id == "dump/2"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
def test_tables_are_read_in_the_usual_encodings_and_shapes(delimiter: str, encoding: str) -> None:
    rows = [
        ["title", "text", "date"],
        ["عنوان", f'"{ARABIC}\nسطر ثان، ثم؛ انتهى"', "2018-05"],
        ["", "", ""],
        ["x", "نص", "02/05/2018"],
    ]
    table = "\r\n".join(delimiter.join(row) for row in rows)
    first, second = read_csv(BytesIO(table.encode(encoding)), "t", LIMITS)
    assert isinstance(first, Document) and isinstance(second, Document)
    assert (first.title, first.text, first.published) == ("عنوان", f"{ARABIC}\nسطر ثان، ثم؛ انتهى", "2018-05")
    assert second.published is None
    assert second.published_basis == "not known: the table says '02/05/2018'; write it like 2018-05-02"


def test_a_table_without_texts_says_which_column_it_needs() -> None:
    with pytest.raises(Refused, match="no column of texts: name one text"):
        list(read_csv(BytesIO(b"a,b\n1,2\n"), "t", LIMITS))


@pytest.mark.parametrize(("header", "column"), [(b"text,title,Text", "text"), (b"date,text,date", "date")])
def test_a_table_with_two_columns_of_a_name_does_not_guess(header: bytes, column: str) -> None:
    with pytest.raises(Refused, match=f"more than one column '{column}'"):
        list(read_csv(BytesIO(header + b"\n1,2,3\n"), "t", LIMITS))


def test_a_column_that_nobody_reads_may_stand_twice() -> None:
    (document,) = read_csv(BytesIO(b"text,note,note\nIt holds.,a,b\n"), "t", LIMITS)
    assert isinstance(document, Document) and document.text == "It holds."


@pytest.mark.parametrize("field", [b'"' + b"x\n" * 5_000, b"x" * 50_000], ids=["a field without end", "a line without end"])
def test_a_field_without_end_ends_the_table_and_keeps_what_was_before(field: bytes) -> None:
    first, refusal = read_csv(BytesIO(b"text\nfirst\n" + field), "t", SMALL)
    assert isinstance(first, Document) and isinstance(refusal, Refusal)
    assert "the rest is not read" in refusal.reason


@pytest.mark.parametrize(
    ("table", "texts", "line", "reason"),
    [
        (b'text,date\n"one.",2018\n"two,2018\nthree,2018\n', ["one."], 3, "has no end: the rest is not read"),
        (b'text,date\n"one.",2018\n"two,2018', ["one."], 3, "has no end: the rest is not read"),
        (b'text,date\n"one.",2018\n"two,2018\n"three",2018\n"four",2018\n', ["one.", "four"], 3, "may hold several rows"),
        (b'text,"date\none,2018\n', [], 1, "has no end: the rest is not read"),
    ],
    ids=["before rows without quotes", "in the last row", "before rows with quotes", "in the first row"],
)
def test_a_quote_without_end_takes_no_other_row_for_its_text(table: bytes, texts: list[str], line: int, reason: str) -> None:
    found = list(read_csv(BytesIO(table), "t", LIMITS))
    assert [item.text for item in found if isinstance(item, Document)] == texts
    (refusal,) = (item for item in found if isinstance(item, Refusal))
    assert refusal.where == f"line {line}" and reason in refusal.reason


def test_quotation_marks_within_a_line_are_taken_as_they_are() -> None:
    """Few programs that write tables double them."""
    found = read_csv(
        BytesIO(b'text,date\na "truce" holds,2018\n"a "truce" in Homs",2018\n"a ""truce"" in\nIdlib",2018'), "t", LIMITS
    )
    assert [item.text for item in found if isinstance(item, Document)] == [
        'a "truce" holds', 'a truce" in Homs"', 'a "truce" in\nIdlib',
    ]  # fmt: skip


# --- names ---------------------------------------------------------------------------------------------------------------


def test_an_address_is_the_same_however_a_link_to_it_is_written() -> None:
    same = [
        "https://example.org/a/b", "http://www.EXAMPLE.org:80/a/b/", "https://example.org/a/b?utm_source=feed&fbclid=1#top",
        " https://example.org:443/a/b ",
    ]  # fmt: skip
    assert len({page_id(url) for url in same}) == 1
    other = ["https://example.org/a", "https://example.org/a/b?id=2", "https://example.org/A/b", "https://example.org:8080/a/b"]
    assert len({page_id(url) for url in (*other, same[0])}) == 5
    # ids are public: a change of the rule would make each page another article
    assert page_id(same[0]) == "url-e2e781c7b9e8ec1d"
