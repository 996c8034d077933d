"""On an Arabic page nothing that the program says itself is English: neither what is seen nor what is read aloud."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from tests.browser.conftest import ROOT, Watched, come_to_rest, ingest, serving

pytestmark = pytest.mark.browser
Open = Callable[..., Watched]

ZONE = "southwest-2017@SY13"
# Each cannot be read for another reason.
BAD_FILES = {
    "scan.pdf": b"%PDF-1.4 broken", "empty.txt": b"  ", "old.doc": b"x", "rows.jsonl": b'{"id": 1}\nnot json\n',
    "report.docx": b"PK no zip", "locked.zip": b"PK", "table.csv": b"a,b\n1,2\n", "feed.xml": b"<html></html>",
    "latin.txt": "déjà vu, naïve café".encode("latin-1"), "nul.md": b"a\0b", "none.html": b"<html><body></body></html>",
}  # fmt: skip
PAGES = (
    ("", ".zone-item"), (f"zone={ZONE}", ".ledger li"), (f"zone={ZONE}&known=2017-08-01", ".ledger li"),
    ("page=articles", ".articles li"), ("page=articles&q=Daraa", ".articles mark"), ("page=timeline", ".bar-of-days"),
    ("page=agreements", ".agreements li"), ("page=about", ".about table"), ("page=review", ".review-item"),
    ("page=add", ".st-key-add_way"), ("compare=2017-05-05", ".change-group"), ("frame=map", ".map-only"),
)  # fmt: skip
# Every piece of text, and of what stands in for text, with the language of its element; not what names files and settings.
PIECES = """() => {
  const pieces = []
  const walk = (node, language) => {
    if (node.nodeType === Node.TEXT_NODE) pieces.push([node.textContent, language])
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (["SCRIPT", "NOSCRIPT", "STYLE", "CODE"].includes(node.tagName) || getComputedStyle(node).display === "none") return
      language = node.getAttribute("lang") || language
      for (const name of ["aria-label", "title", "placeholder", "value", "alt"])
        if (node.hasAttribute(name)) pieces.push([node.getAttribute(name), language])
    }
    for (const child of [...node.childNodes, ...(node.shadowRoot ? node.shadowRoot.childNodes : [])]) walk(child, language)
  }
  walk(document.body, "")
  return pieces.filter(([text]) => text.trim())
}"""
ENGLISH = re.compile(r"[A-Za-z]{2,}(?:[ ,;:]+[A-Za-z]{2,}){2,}")  # three words in a row: no name of a file or a setting
ISOLATED = re.compile("\u2068[^\u2068\u2069]*\u2069")  # within the page's words those of others: a library's of a fault


@pytest.fixture(scope="module")
def with_bad_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that shows the seeds, and files beside them that cannot be read."""
    folder = tmp_path_factory.mktemp("bad")
    articles = folder / "articles"
    articles.mkdir()
    contents = {file.name: file.read_bytes() for file in (ROOT / "seeds").iterdir()} | BAD_FILES
    for name, content in contents.items():
        (articles / name).write_bytes(content)
    ingest(articles, folder / "hudna.sqlite")
    with serving(folder / "hudna.sqlite", folder / "server.log") as address:
        yield address


@pytest.mark.parametrize(("query", "ready"), PAGES)
def test_an_arabic_page_says_nothing_in_english(with_bad_files: str, open_page: Open, query: str, ready: str) -> None:
    page = open_page(f"{with_bad_files}?lang=ar&{query}", ready=ready).page
    come_to_rest(page)
    if query == "page=articles":
        page.locator(".notice .unfold").click()
        page.wait_for_selector(".notice li")
        assert page.locator(".notice li").count() == len(BAD_FILES) + 1  # two lines of rows.jsonl
    pieces = page.evaluate(PIECES)
    assert sum(bool(re.search("[ء-ي]{3}", text)) for text, _ in pieces) > 10, "the page is there"
    own = [ISOLATED.sub("", text) for text, language in pieces if language != "en"]
    assert not [text for text in own if ENGLISH.search(text)]
    assert not page.locator("[lang=en]:not(.other-name, .about bdi)").count(), "no other English is excused"
