"""Zip files and web archives: members are read as if they stood alone; no path, size or nesting of them leads anywhere."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator

import pytest

from data.sources.archive import Begun
from data.sources.document import Document, Item, Limits, Refusal, Refused, page_id
from data.sources.families import family_of, family_of_answer, read_stream
from tests.data.sources.sample_files import ARABIC, ENGLISH, LIMITS, page, warc, zipped

SMALL = Limits(article_bytes=1_000, document_bytes=50_000, archive_bytes=100_000)


def items(content: bytes, name: str, limits: Limits = LIMITS, skip: int = 0) -> Iterator[Item]:
    found = read_stream(io.BytesIO(content), name, family_of(name), limits, skip=skip)
    return (item for item in found if not isinstance(item, Begun))


def test_members_of_each_kind_are_read_and_named_by_their_paths() -> None:
    inner = zipped({"deep/d.txt": ENGLISH.encode()})
    content = zipped({
        "a.txt": ARABIC.encode(), "folder/b.html": page(ARABIC), "rows.jsonl": b'{"text": "one"}\n{"text": "two", "id": "x"}',
        "c.zip": inner, "folder/": b"", "__MACOSX/a.txt": b"x", ".DS_Store": b"x", "e.exe": b"MZ",
    })  # fmt: skip
    found = list(items(content, "news.zip"))
    assert [item.id if isinstance(item, Document) else item.where for item in found if not isinstance(item, type(None))] == [
        "news/a", "news/folder/b", "news/rows/1", "news/rows/x", "news/c/deep/d", "e.exe",
    ]  # fmt: skip
    assert isinstance(found[-1], Refusal) and found[-1].reason.startswith("is not read")


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "..\\evil.txt", "C:/evil.txt"])
def test_a_path_that_leads_out_is_refused_by_name(name: str) -> None:
    refusal, good = items(zipped({name: b"x", "good.txt": b"good"}), "a.zip")
    assert isinstance(refusal, Refusal) and "leads out of the archive" in refusal.reason
    assert isinstance(good, Document)


def test_a_link_in_an_archive_is_not_followed() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    (refusal,) = items(target.getvalue(), "a.zip")
    assert isinstance(refusal, Refusal) and "is a link" in refusal.reason


def test_a_member_that_unpacks_to_more_than_a_document_costs_only_itself() -> None:
    bomb, good = items(zipped({"bomb.html": b"\0" * 60_000, "good.txt": b"good"}), "a.zip", SMALL)
    assert isinstance(bomb, Refusal) and "HUDNA_MAX_DOCUMENT_BYTES" in bomb.reason
    assert isinstance(good, Document)


def test_an_archive_that_unpacks_to_more_than_its_budget_ends_with_what_was_read() -> None:
    members = {f"{n}.html": page(*[f"{n} {ENGLISH}"] * 200) for n in range(9)}
    with pytest.raises(Refused, match="HUDNA_MAX_ARCHIVE_BYTES"):
        list(items(zipped(members), "a.zip", SMALL))


def test_nested_archives_share_one_budget_and_are_nested_only_so_deep() -> None:
    inner = zipped({f"{n}.txt": b"x" * 900 for n in range(40)})
    with pytest.raises(Refused, match="HUDNA_MAX_ARCHIVE_BYTES"):
        list(items(zipped({f"{n}.zip": inner for n in range(4)}), "a.zip", SMALL))
    matryoshka = b"text"
    for n in range(8):
        matryoshka = zipped({"inside.zip" if n else "a.txt": matryoshka})
    (refusal,) = items(matryoshka, "a.zip")
    assert isinstance(refusal, Refusal) and "archives deep" in refusal.reason


def test_a_locked_or_damaged_member_costs_only_itself() -> None:
    content = bytearray(zipped({"locked.txt": b"secret " * 50, "damaged.txt": ENGLISH.encode() * 9, "good.txt": b"good"}))
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = content.index(signature)
        (flags,) = struct.unpack_from("<H", content, place + offset)
        struct.pack_into("<H", content, place + offset, flags | 1)
    middle = content.index(b"damaged.txt") + 40
    content[middle : middle + 8] = b"\xff" * 8
    locked, damaged, good = items(bytes(content), "a.zip")
    assert isinstance(locked, Refusal) and "locked with a password" in locked.reason
    assert isinstance(damaged, Refusal) and "is broken" in damaged.reason
    assert isinstance(good, Document)


def test_members_that_were_dealt_with_are_passed_over() -> None:
    content = zipped({"a.txt": b"a", "b.txt": b"b", "c.txt": b"c"})
    assert [item.id for item in items(content, "z.zip", skip=2) if isinstance(item, Document)] == ["z/c"]


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x05\x06" + b"\0" * 10, b"no zip" * 100])
def test_what_is_no_zip_file_is_refused(content: bytes) -> None:
    with pytest.raises(Refused, match="is no zip file"):
        list(items(content, "a.zip"))


# --- WARC ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.warc"])
def test_pages_and_texts_of_a_web_archive(name: str) -> None:
    dated = page(ARABIC, head='<meta property="article:published_time" content="2018-05-02">')
    content = warc([
        ("https://example.org/1", dated, "text/html; charset=utf-8"), ("https://example.org/2", ENGLISH.encode(), "text/plain"),
        ("https://example.org/i.png", b"\x89PNG", "image/png"), ("https://example.org/robots.txt", b"no", "text/plain"),
        ("https://example.org/3", "<p>نص".encode("windows-1256") * 30, "text/html; charset=windows-1256"),
    ], gzip=name.endswith("gz"))  # fmt: skip
    first, second, third = items(content, name)
    assert isinstance(first, Document) and isinstance(second, Document) and isinstance(third, Document)
    assert (first.id, first.published) == (page_id("https://example.org/1"), "2018-05-02")
    assert (second.text, second.published_basis) == (ENGLISH, "not known: the page was captured on 2018-05-09")
    assert third.text.startswith("نص")


def test_a_text_of_a_web_archive_is_in_the_encoding_that_its_server_named() -> None:
    content = warc([("https://example.org/1", ARABIC.encode("iso-8859-6", "ignore"), "text/plain; charset=iso-8859-6")])
    (text,) = items(content, "a.warc.gz")
    assert isinstance(text, Document) and text.text == ARABIC.encode("iso-8859-6", "ignore").decode("iso-8859-6")


def test_answers_that_were_no_pages_are_passed_over() -> None:
    assert list(items(warc([("https://example.org/1", page(ARABIC), "text/html")], status="404 Not Found"), "a.warc")) == []


def test_a_page_that_cannot_be_read_costs_only_itself() -> None:
    content = warc(
        [("https://example.org/1", b"<div>" * 9_000, "text/html"), ("https://example.org/2", page(ARABIC), "text/html")]
    )
    refusal, good = items(content, "a.warc.gz")
    assert isinstance(refusal, Refusal) and refusal.where == "https://example.org/1" and "nested" in refusal.reason
    assert isinstance(good, Document)


def test_a_broken_web_archive_keeps_what_came_before() -> None:
    content = warc([(f"https://example.org/{n}", page(ARABIC), "text/html") for n in range(5)], gzip=False)
    found: list[Item] = []
    with pytest.raises(Refused, match="is broken"):
        for item in items(content[: content.rindex(b"WARC/1.0")] + b"nonsense\r\n" * 9, "a.warc"):
            found.append(item)
    assert len(found) >= 3
    with pytest.raises(Refused, match="is no web archive"):
        list(items(b"nonsense", "a.warc"))


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.warc"])
def test_a_web_archive_that_was_cut_off_keeps_its_whole_pages_and_says_so(name: str) -> None:
    """Cut at any byte: no page is read in part, and a cut that loses a page is told."""
    pages = [(f"https://example.org/{n}", page(*[f"{n} {ARABIC}"] * 3), "text/html") for n in range(2)]
    content, first = (warc(some, gzip=name.endswith("gz")) for some in (pages, pages[:1]))
    whole = [item.text for item in items(content, name) if isinstance(item, Document)]
    said = set()
    for cut in range(len(first) + 1, len(content)):
        read: list[str] = []
        try:
            read += (item.text for item in items(content[:cut], name) if isinstance(item, Document))
        except Refused as refusal:
            said.add(str(refusal))
        else:
            assert read == whole
        assert read in (whole, whole[:1])
    assert "is broken at record 2: the rest is not read" in said
    assert all(reason.startswith(("is broken at record 2", "is broken after record")) for reason in said)


def test_a_record_after_the_pages_that_was_cut_off_is_told() -> None:
    """What stood behind it nobody knows."""
    answers = [
        ("https://example.org/1", page(ARABIC), "text/html"),
        ("https://example.org/i.png", bytes(range(256)), "image/png"),
    ]
    for gzip, name in ((True, "a.warc.gz"), (False, "a.warc")):
        with pytest.raises(Refused, match="is broken at record 2: the rest is not read"):
            list(items(warc(answers, gzip=gzip)[:-40], name))


# --- families ------------------------------------------------------------------------------------------------------------


def test_what_is_not_read_says_what_would_be() -> None:
    for name, advice in (("a.doc", "save it as .docx"), ("a.json", ".jsonl"), ("a.rar", "pack it as .zip"), ("a", "Markdown")):
        with pytest.raises(Refused, match=advice):
            family_of(name)
    assert (family_of("A.WARC.GZ"), family_of("a.HTM"), family_of("x.y.md")) == ("warc", "page", "markdown")


@pytest.mark.parametrize(
    ("kind", "url", "head", "family"),
    [
        ("text/html; charset=x", "https://e.org/", b"<!doctype html>", "page"),
        ("text/html", "https://e.org/", b'<?xml version="1.0"?><rss version="2.0">', "feed"),
        ("application/xml", "https://e.org/", b"", "feed"),
        ("application/octet-stream", "https://e.org/a.pdf?x=1", b"", "pdf"),
        ("text/html", "https://e.org/a.pdf", b"%PDF-1.7", "pdf"),
    ],
)
def test_what_the_web_sends_is_read_as_what_it_is(kind: str, url: str, head: bytes, family: str) -> None:
    assert family_of_answer(kind, url, head) == family


@pytest.mark.parametrize("family", ["text", "markdown", "page"])
def test_what_the_web_sends_is_in_the_encoding_that_its_server_names(family: str) -> None:
    sent = f"<p>{ARABIC}" * 3 if family == "page" else ARABIC
    sent = sent.encode("iso-8859-6", "ignore").decode("iso-8859-6")
    for encoding in ("iso-8859-6", "utf-16-le"):
        (text,) = read_stream(io.BytesIO(sent.encode(encoding)), "a", family, LIMITS, charset=encoding)
        assert isinstance(text, Document) and sent.removeprefix("<p>").partition("<p>")[0] in text.text


def test_what_the_web_sends_and_is_not_read() -> None:
    with pytest.raises(Refused, match="'image/png'"):
        family_of_answer("image/png", "https://e.org/a.pdf", b"\x89PNG")
