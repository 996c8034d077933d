"""PDF files: glyphs with their places (playa) become lines (`layout`), and lines text in the order of reading (`bidi`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

import playa
from playa.exceptions import PDFEncryptionError, PDFException, PDFPasswordIncorrect
from playa.page import Page

from data.sources.dates import as_edtf
from data.sources.document import Document, Items, Limits, Refused, checked_text, short
from data.sources.pdf.bidi import is_right_to_left, logical, mirrored_is_better, plain_letters
from data.sources.pdf.layout import Glyph, Line, paragraphs, reading_order, with_marks
from geo.message import Message

_MOST_PAGES = 300
_MOST_GLYPHS_A_PAGE = 60_000
_HEAD_BYTES = 1024
# of the letters on the pages, how many may have no meaning before the text is none: fonts without a table of characters
_MOST_UNKNOWN_SHARE = 0.2


def read_pdf(content: bytes, limits: Limits) -> Items:
    """The text of a PDF file: a line for each paragraph, an empty line between pages.

    The date of publication is left open: a file says when it was made, which `published_basis` tells.
    """
    if b"%PDF-" not in content[:_HEAD_BYTES]:
        raise Refused("is no PDF file, whatever its name says")
    try:
        with playa.parse(content) as document:
            if len(document.pages) > _MOST_PAGES:
                raise Refused(
                    "has {pages:,} pages: more than the {most} that are read of an article", pages=len(document.pages),
                    most=_MOST_PAGES,
                )  # fmt: skip
            pages = [reading_order(list(with_marks(list(_glyphs(page))))) for page in document.pages]
            info = playa.resolve(document.trailer.get("Info"))
            facts = {key: playa.resolve(value) for key, value in info.items()} if isinstance(info, dict) else {}
    except PDFPasswordIncorrect as fault:
        raise Refused("is locked with a password: save a copy without one") from fault
    except PDFEncryptionError as fault:
        raise Refused(
            "is encrypted in a way that is not read ({fault}): save a copy without encryption", fault=short(fault)
        ) from fault
    except PDFException as fault:
        raise Refused("is broken ({fault}): open and save it again in another program", fault=short(fault)) from fault
    yield _document(pages, facts, limits)


def _glyphs(page: Page) -> Iterator[Glyph]:
    """The glyphs of a page in the order in which it draws them, with their places in points from the top left."""
    for glyph in islice(page.glyphs, _MOST_GLYPHS_A_PAGE):
        x, y = glyph.origin
        width, rise = glyph.displacement
        if abs(rise) <= abs(width):  # text that stands upright is a margin's or a watermark's
            text = plain_letters(glyph.text) if glyph.text is not None else "\ufffd"
            if text:
                yield Glyph(text=text, left=min(x, x + width), right=max(x, x + width), baseline=y, size=abs(glyph.size) or 1.0)


def _document(pages: list[list[Line]], facts: Mapping[str, object], limits: Limits) -> Document:
    lines = [line for page in pages for line in page]
    drawn = [glyph.text for line in lines for glyph in line.glyphs if not glyph.text.isspace()]
    if not drawn:
        raise Refused("holds pictures of pages, but no text: it must be read by a program that recognises letters (OCR) first")
    if sum("\ufffd" in text for text in drawn) > _MOST_UNKNOWN_SHARE * len(drawn):
        raise Refused("does not say which letters its signs are: copy the text from a viewer, or use the publisher's page")
    mirror = mirrored_is_better([line.cells for line in lines])
    rightward = not is_right_to_left([cell for line in lines for cell in line.cells])
    texts = [
        "\n".join(paragraphs(page, lambda line: logical(line.cells, rightward=rightward, mirror=mirror))) for page in pages
    ]
    made = next(
        (day for key in ("ModDate", "CreationDate") if (day := as_edtf(_string(facts.get(key)).removeprefix("D:")[:8]))), None
    )
    title = " ".join(_string(facts.get("Title")).split())
    return Document(
        text=checked_text("\n\n".join(text for text in texts if text), limits),
        title=title if _is_title(title) else None,
        published_basis=Message("not known: the file says only that it was made on {day}", day=made) if made else None,
    )


def _string(value: object) -> str:
    """A string of a PDF: UTF-16 or UTF-8 with a mark, else PDFDocEncoding, whose letters are those of Latin-1."""
    if not isinstance(value, bytes):
        return value if isinstance(value, str) else ""
    for mark, encoding in ((b"\xfe\xff", "utf-16"), (b"\xff\xfe", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if value.startswith(mark):
            return value.decode(encoding, "replace")
    return value.decode("latin-1")


def _is_title(title: str) -> bool:
    """True for a title that a person wrote: no file's name, no program's."""
    return (
        bool(title)
        and not title.lower().startswith(("microsoft word", "untitled", "about:blank", "http:", "https:"))
        and (" " in title and not title.lower().endswith((".doc", ".docx", ".pdf", ".indd", ".html")))
    )
