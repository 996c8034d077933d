"""Small files of each kind, made here: what they hold is known to the letter."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from gzip import compress

from data.sources.document import Limits

LIMITS = Limits(article_bytes=2_000_000, document_bytes=30_000_000, archive_bytes=100_000_000)
ARABIC = "بدأت الهدنة في مدينة الرستن صباح الأحد، وقال شهود إن الهدوء يسود المدينة منذ ذلك الحين وإن الأهالي عادوا إلى بيوتهم."
ENGLISH = "A truce took effect in Rastan on Sunday morning, witnesses said, and calm has held in the town since then."

Placed = tuple[str, float, float]


def pdf(pages: Iterable[Sequence[Placed]], *, title: str = "", made: str = "", size: int = 12, advance: int = 500) -> bytes:
    """A PDF whose glyphs stand where they are placed: (letters, x, y from the bottom), in the order in which they are drawn.

    Each glyph is as wide as `advance` thousandths of the size; a vowel sign has no width.
    """
    drawn = [list(page) for page in pages]
    letters = sorted({text for page in drawn for text, _, _ in page})
    codes = {text: number for number, text in enumerate(letters, start=1)}
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(drawn)))
    widths = " ".join(f"{codes[text]} [{0 if all(0x64B <= ord(c) <= 0x652 for c in text) else advance}]" for text in letters)
    descriptor = "/Type /FontDescriptor /FontName /F /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 900 /Descent -200"
    system = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    meanings = "\n".join(f"<{codes[text]:04x}> <{text.encode('utf-16-be').hex()}>" for text in letters)
    mapping = f"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n{len(letters)} beginbfchar\n{meanings}\nendbfchar"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(drawn)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F {system} /DW {advance} /W [{widths}]"
        f" /FontDescriptor << {descriptor} /ItalicAngle 0 /CapHeight 700 /StemV 80 >> >>".encode(),
        _stream(f"begincmap\n{mapping}\nendcmap".encode()),
    ]
    for number, page in enumerate(drawn):
        resources = f"/Resources << /Font << /F 3 0 R >> >> /Contents {7 + 2 * number} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] {resources} >>".encode())
        shown = "\n".join(f"1 0 0 1 {x:g} {y:g} Tm <{codes[text]:04x}> Tj" for text, x, y in page)
        objects.append(_stream(f"BT /F {size} Tf\n{shown}\nET".encode()))
    heading = (b"\xfe\xff" + title.encode("utf-16-be")).hex()
    objects.append(f"<< /Title <{heading}> /CreationDate (D:{made}) >>".encode())
    return _numbered(objects)


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _numbered(objects: Sequence[bytes]) -> bytes:
    body = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\nstartxref\n{len(body)}\n%%EOF\n".encode()
    return bytes(body) + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


def line_from_left(text: str, y: float, *, left: float = 50, step: float = 6) -> list[Placed]:
    """The glyphs of a line that is read from the left."""
    return [(letter, left + step * n, y) for n, letter in enumerate(text) if letter != " "]


def line_from_right(
    letters: Sequence[str], y: float, *, right: float = 550, step: float = 6, logical: bool = False
) -> list[Placed]:
    """The glyphs of a line that is read from the right, drawn from the left as most programs do, or in their order."""
    placed: list[Placed] = []
    x = right
    for letter in letters:
        if 0x64B <= ord(letter[0]) <= 0x652:
            placed.append((letter, x + 1, y))
            continue
        x -= step
        if letter != " ":
            placed.append((letter, x, y))
    return placed if logical else placed[::-1]


def docx(body: str, *, core: str = "") -> bytes:
    """A Word file with some XML in its body."""
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    other = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    parts = {"word/document.xml": f'<w:document xmlns:w="{name}" xmlns:mc="{other}"><w:body>{body}</w:body></w:document>'}
    if core:
        parts["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
            f"{core}</cp:coreProperties>"
        )
    return zipped({name: part.encode() for name, part in parts.items()})


def zipped(members: Mapping[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of some members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def warc(pages: Iterable[tuple[str, bytes, str]], *, gzip: bool = True, status: str = "200 OK") -> bytes:
    """A web archive of some answers: (address, content, kind)."""
    records = []
    for url, content, kind in pages:
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2018-05-09T10:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        records.append(head.encode() + answer + b"\r\n\r\n")
    return b"".join(map(compress, records)) if gzip else b"".join(records)


def page(*paragraphs: str, head: str = "", language: str = "ar") -> bytes:
    """A page as a news site makes it, with a menu, a box of other news and a footer around the paragraphs."""
    words = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    menu = "".join(f"<li><a href='/{n}'>{name}</a></li>" for n, name in enumerate(("MENUHOME", "MENUSPORT", "MENUVIDEO")))
    return (
        f"<!doctype html><html lang={language}><head><meta charset=utf-8>{head}</head><body><nav><ul>{menu}</ul></nav>"
        f"<article>{words}</article><aside><h2>BOXTITLE</h2><ul><li><a href=/9>BOXNEWS</a></li></ul></aside>"
        "<section id=comments><p>COMMENT of a reader</p></section><footer>FOOTER</footer></body></html>"
    ).encode()
