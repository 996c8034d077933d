"""Word files (.docx): the words of each paragraph, in boxes, tables and insertions too, without what was struck out."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from data.sources.dates import as_edtf
from data.sources.document import Document, Items, Limits, Refused, checked_text, short
from geo.message import Message

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same box a second time, for older programs
)
_TERMS = "{http://purl.org/dc/terms/}"
_ELEMENTS = "{http://purl.org/dc/elements/1.1/}"
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", _FALLBACK})
_MOST_PARTS = 10_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_docx(content: bytes, limits: Limits) -> Items:
    """The article in a Word file, a line for each paragraph. Its date is left open: a file says only when it was written."""
    if content.startswith(_OLE):
        raise Refused("is a Word file of the old kind, or locked with a password: save it as .docx without one")
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if len(archive.infolist()) > _MOST_PARTS:
                raise Refused("has more than {most:,} parts: it is no Word file", most=_MOST_PARTS)
            body = _part(archive, "word/document.xml", limits)
            core = _part(archive, "docProps/core.xml", limits) if "docProps/core.xml" in archive.namelist() else None
    except (zipfile.BadZipFile, KeyError, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as fault:
        raise Refused("is no Word file, or a broken one: open and save it again") from fault
    text = "\n".join(_paragraphs(body))
    changed = as_edtf(_fact(core, f"{_TERMS}modified") or _fact(core, f"{_TERMS}created") or "")
    basis = Message("not known: the file says only that it was last changed on {day}", day=changed) if changed else None
    yield Document(text=checked_text(text, limits), title=_fact(core, f"{_ELEMENTS}title"), published_basis=basis)


def _part(archive: zipfile.ZipFile, name: str, limits: Limits) -> etree._Element:
    """The root of one part. Entities are not expanded and nothing outside is asked for, so that it cannot grow."""
    with archive.open(name) as part:
        content = part.read(limits.document_bytes + 1)
    if len(content) > limits.document_bytes:
        raise Refused(
            "unpacks to more than the {most:,} bytes that HUDNA_MAX_DOCUMENT_BYTES allows", most=limits.document_bytes
        )
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Refused("defines XML entities, which no Word file does: it is not read")
    try:
        return etree.fromstring(
            content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        )
    except etree.XMLSyntaxError as fault:
        raise Refused("is broken ({fault}): open and save it again", fault=short(fault)) from fault


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """The paragraphs in the order of the file; the words of a box come where the box is anchored."""
    pieces: list[str] = []
    skipping: etree._Element | None = None
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if skipping is None and node.tag in _LEFT_OUT:
                skipping = node
            elif skipping is None and node.tag == f"{_W}p" and pieces:
                yield from _line(pieces)
            elif skipping is None:
                pieces.append(_words(node))
        elif node is skipping:
            skipping = None
        elif skipping is None and node.tag == f"{_W}p":
            yield from _line(pieces)
    yield from _line(pieces)


def _words(node: etree._Element) -> str:
    if node.tag == f"{_W}t":
        return node.text or ""
    if node.tag in (f"{_W}br", f"{_W}cr"):
        return "\n"
    return {f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}.get(node.tag, "")


def _line(pieces: list[str]) -> Iterator[str]:
    text = "".join(pieces)
    pieces.clear()
    if text.strip():
        yield text


def _fact(core: etree._Element | None, tag: str) -> str | None:
    found = core.find(tag) if core is not None else None
    return found.text.strip() or None if found is not None and found.text else None
