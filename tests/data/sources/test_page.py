"""Pages, feeds and Word files: the article's words, and what is known about it and how."""

from __future__ import annotations

import json

import pytest

from data.sources.document import Document, Link, Refusal, Refused, page_id
from data.sources.docx import read_docx
from data.sources.feed import read_feed
from data.sources.html import fragment_text, read_page
from tests.data.sources.sample_files import ARABIC, ENGLISH, LIMITS, docx, page

URL = "https://news.example.org/2018/05/02/truce"


def read(content: bytes, **known: str) -> Document:
    (document,) = read_page(content, LIMITS, **known)
    assert isinstance(document, Document)
    return document


def test_the_article_is_read_without_what_stands_around_it() -> None:
    document = read(page(ARABIC, ARABIC.replace("الرستن", "تلبيسة"), "وهذه فقرة قصيرة."), url=URL)
    assert document.text.split("\n") == [ARABIC, ARABIC.replace("الرستن", "تلبيسة"), "وهذه فقرة قصيرة."]


def test_a_headline_of_the_metadata_belongs_to_the_text() -> None:
    document = read(page(ARABIC, head='<meta property="og:title" content="هدنة في الرستن"><title>هدنة - موقع</title>'))
    assert (document.title, document.text) == ("هدنة في الرستن", f"هدنة في الرستن\n{ARABIC}")
    assert read(page(ENGLISH, head="<title>T | Site</title>")).text == ENGLISH


LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "no", "datePublished": "2001-01-01"},
        {
            "@type": ["NewsArticle"],
            "datePublished": "2018-05-02T00:30:00+03:00",
            "publisher": {"@type": "Organization", "name": "An agency"},
        },
    ],
}


@pytest.mark.parametrize(
    ("head", "published", "basis"),
    [
        (f'<script type="application/ld+json">{json.dumps(LD)}</script><meta name="date" content="2018-05-09">', "2018-05-02",
         "the page's JSON-LD: datePublished 2018-05-02T00:30:00+03:00"),
        ('<meta property="article:published_time" content="2018-05-02T23:30:00Z">'
         '<meta property="article:modified_time" content="2018-06-01T00:00:00Z">', "2018-05-02",
         "the page's metadata: article:published_time 2018-05-02T23:30:00Z"),
        ('<meta itemprop="datePublished" content="2018-05-02">', "2018-05-02", "the page's metadata: datepublished 2018-05-02"),
        ('<meta name="DC.date.issued" content="2018-05">', "2018-05", "the page's metadata: dc.date.issued 2018-05"),
        ('<script type="application/ld+json">{broken</script>', "2018-05-02", "the page's address: 2018/05/02"),
        ('<meta property="article:published_time" content="yesterday">', "2018-05-02", "the page's address: 2018/05/02"),
    ],
)  # fmt: skip
def test_the_date_of_publication_and_how_it_is_known(head: str, published: str, basis: str) -> None:
    document = read(page(ARABIC, ARABIC, head=head), url=URL)
    assert (document.published, document.published_basis) == (published, basis)


def test_a_time_element_and_what_htmldate_finds() -> None:
    timed = read(page('<time datetime="2018-05-02T10:00">2 May</time>' + ENGLISH, ENGLISH), url="https://example.org/x")
    assert (timed.published, timed.published_basis) == ("2018-05-02", "the page's first time element: 2018-05-02T10:00")
    found = read(page(ENGLISH, ENGLISH, "Published on 2018-05-02."), url="https://example.org/x")
    assert found.published in (None, "2018-05-02~")
    assert read(page(ENGLISH), url="https://example.org/x").published is None


def test_the_publisher_is_named_by_the_page_else_by_its_host() -> None:
    assert (
        read(page(ARABIC, head=f'<script type="application/ld+json">{json.dumps(LD)}</script>'), url=URL).publisher
        == "An agency"
    )
    assert read(page(ARABIC, head='<meta property="og:site_name" content=" A  site ">'), url=URL).publisher == "A site"
    assert read(page(ARABIC), url="https://www.example.org/a").publisher == "example.org"
    assert read(page(ARABIC)).publisher is None


def test_a_page_is_named_by_its_canonical_address_on_its_own_host_only() -> None:
    own = read(page(ARABIC, head='<link rel="canonical" href="/truce">'), url="https://example.org/truce?page=1")
    assert (own.url, own.id) == ("https://example.org/truce", page_id("https://example.org/truce"))
    strange = read(
        page(ARABIC, head='<link rel="canonical" href="https://other.example/known-article">'), url="https://example.org/a"
    )
    assert (strange.url, strange.id) == ("https://example.org/a", page_id("https://example.org/a"))
    saved = read(page(ARABIC, head='<link rel="canonical" href="https://example.org/truce">'))
    assert (saved.url, saved.id) == ("https://example.org/truce", "")


def test_a_table_that_lays_the_page_out_is_not_shown_as_one() -> None:
    rows = f"<table><tr><td><div>HEAD</div><div>{ARABIC}<br><br>{ENGLISH}</div></td></tr></table>"
    text = read(f"<html><body>{rows}</body></html>".encode()).text
    assert text.split("\n")[-2:] == [ARABIC, ENGLISH] and "|" not in text


def test_a_page_without_an_article_says_so() -> None:
    with pytest.raises(Refused, match="holds no article"):
        read(b"<html><head><title>T</title></head><body><img src=a.jpg><script>x()</script></body></html>")


def test_a_page_that_is_nested_without_end_is_refused_before_a_tree_is_made_of_it() -> None:
    for markup in (b"<div>" * 100_000 + b"x", b"<b><i>" * 5_000 + b"x"):
        with pytest.raises(Refused, match="nested more than"):
            read(markup)
    assert "x" * 50 in read(page(*["x" * 50 + "."] * 400)).text  # paragraphs that are not closed do not nest


def test_a_fragment_is_a_line_for_each_block() -> None:
    assert (
        fragment_text("<p>One <b>two</b><br>three</p><script>no()</script><ul><li>four<li>five</ul>")
        == "One two\nthree\nfour\nfive"
    )
    assert fragment_text("plain") == "plain"


# --- feeds ---------------------------------------------------------------------------------------------------------------


def feed(entries: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>An agency</title><link>https://example.org/</link>{entries}</channel></rss>"
    ).encode()


def test_an_entry_with_its_whole_text_is_an_article_and_a_teaser_is_a_link() -> None:
    whole = f"<p>{ARABIC * 4}</p><p>{ARABIC}</p>"
    entries = (
        "<item><title>عنوان</title><link>https://example.org/1</link><pubDate>Wed, 02 May 2018 00:30:00 +0300</pubDate>"
        f"<description>x</description><content:encoded><![CDATA[{whole}]]></content:encoded></item>"
        "<item><title>T</title><link>https://example.org/2</link><pubDate>Thu, 03 May 2018 10:00:00 GMT</pubDate>"
        f"<description>{ARABIC}</description></item>"
        f"<item><title>cut</title><link>https://example.org/3</link><content:encoded>{ARABIC * 5} […]</content:encoded></item>"
        "<item><title>nothing</title></item>"
    )
    first, second, third, fourth = read_feed(feed(entries), LIMITS, name="feed")
    assert first == Document(
        id=page_id("https://example.org/1"), text=f"{ARABIC * 4}\n{ARABIC}", title="عنوان", publisher="An agency",
        url="https://example.org/1", published="2018-05-02",
        published_basis="the feed's entry: Wed, 02 May 2018 00:30:00 +0300",
    )  # fmt: skip
    assert second == Link(
        url="https://example.org/2", title="T", publisher="An agency", published="2018-05-03",
        published_basis="the feed's entry: Thu, 03 May 2018 10:00:00 GMT",
    )  # fmt: skip
    assert isinstance(third, Link) and third.published is None
    assert isinstance(fourth, Refusal) and fourth.where == "entry 4"


def test_an_atom_feed() -> None:
    content = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>A site</title><entry><title>T</title>
        <link href="https://example.org/1"/><published>2018-05-02T23:30:00+03:00</published>
        <content type="html">&lt;p&gt;{ENGLISH * 5}&lt;/p&gt;</content></entry></feed>""".encode()
    (document,) = read_feed(content, LIMITS, name="feed")
    assert isinstance(document, Document)
    assert (document.text, document.published, document.publisher) == (ENGLISH * 5, "2018-05-02", "A site")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<html><body>no feed</body></html>", "is no feed"),
        (feed(""), "holds no entry"),
        (
            b'<!DOCTYPE r [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]>' + feed("<item><title>&b;</title></item>"),
            "defines XML entities",
        ),
        (
            b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + feed("<item><title>&a;</title></item>"),
            "defines XML entities",
        ),
    ],
)
def test_what_is_no_feed_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        list(read_feed(content, LIMITS, name="feed"))


# --- Word ----------------------------------------------------------------------------------------------------------------


def test_a_word_file_gives_all_that_is_read_in_it() -> None:
    body = f"""
        <w:p><w:r><w:t>{ARABIC[:20]}</w:t></w:r>
             <w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{ARABIC[20:]}</w:t></w:r></w:p>
        <w:p><w:ins><w:r><w:t>inserted</w:t></w:r></w:ins><w:del><w:r><w:delText>struck out</w:delText></w:r></w:del>
             <w:r><w:tab/><w:t>after</w:t><w:br/><w:t>next line</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">
             <w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent>
             </mc:Choice><mc:Fallback><w:p><w:r><w:t>in a box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>
        <w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"""
    core = "<dc:title>Statement</dc:title><dcterms:modified>2018-05-02T10:00:00Z</dcterms:modified>"
    (document,) = read_docx(docx(body, core=core), LIMITS)
    assert isinstance(document, Document)
    assert document.text.split("\n") == [ARABIC, "inserted\tafter", "next line", "cell", "in a box"]
    assert (document.title, document.published) == ("Statement", None)
    assert document.published_basis == "not known: the file says only that it was last changed on 2018-05-02"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK", "is no Word file"),
        (docx("")[:-30], "is no Word file"),
        (docx("<w:p>"), "is broken"),
        (docx("<w:p/>"), "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "of the old kind, or locked"),
        (docx("").replace(b"word/document.xml", b"word/documenu.xml"), "is no Word file"),
    ],
)
def test_a_word_file_that_cannot_be_read(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        list(read_docx(content, LIMITS))
