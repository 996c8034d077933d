"""From bytes to text: as a byte order mark or the format says, else UTF-8 where they are that, else by the letters."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from data.sources.document import Refused

# UTF-32 first: its little-endian mark begins with that of UTF-16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,30})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,30})""", re.I
)
_PRESCAN_BYTES = 4096  # HTML asks for the declaration within 1,024, which long pages overrun
_GUESSED_FROM_BYTES = 200_000
_LETTERS_A_FAULT = 20  # with fewer letters outside ASCII for each byte at fault, a page is hardly UTF-8
# Python's names for what is none of a page's encodings, some of which take forever
_NO_ENCODINGS = {"idna", "punycode", "raw_unicode_escape", "undefined", "unicode_escape", "utf-7", "utf7", "utf_7"}
# what pages call Latin-1 has been this for browsers since the nineties (WHATWG, Encoding)
_MEANT = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252"}


def decoded(content: bytes, declared: str | None = None) -> str:
    """The text of some bytes: as their mark or else the server says, else UTF-8 where they are that, else windows-1256.

    Raises Refused if they are none of these: a text that may be damaged is not guessed at.
    """
    encoding = marked(content)
    if not encoding and declared and (said := _decoded_as(declared, content)) is not None:
        return said
    encoding = encoding or "utf-8"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as fault:
        text = content.decode("windows-1256")  # a meaning for each byte: never fails, so the letters must tell
        if encoding == "utf-8" and _is_windows_1256(text, content):
            return text
        shown = encoding.upper().removesuffix("-SIG")
        if encoding != "utf-8":
            raise Refused(
                "is not a text in {encoding} (at byte {byte}): save it as UTF-8", encoding=shown, byte=fault.start
            ) from fault
        raise Refused(
            "is not a text in UTF-8 (at byte {byte}) and not windows-1256 either: save it as UTF-8", byte=fault.start
        ) from fault


def marked(content: bytes) -> str | None:
    """The encoding that a byte order mark names, None without one."""
    return next((name for mark, name in _MARKS if content.startswith(mark)), None)


def decoded_page(content: bytes, declared: str | None = None) -> str:
    """The text of a page or a table: by its mark, the server's word, UTF-8, the page's own word, then by the letters.

    A byte that has no meaning in what was declared and in UTF-8 is shown as U+FFFD: a page is not lost for one bad byte.
    """
    inside = _DECLARED.search(content[:_PRESCAN_BYTES])
    said = (inside[1] or inside[2]).decode("ascii", "replace") if inside else None
    for encoding in (marked(content), declared, "utf-8", said):
        if encoding and (page := _decoded_as(encoding, content)) is not None:
            return page
    text = content.decode("utf-8", "replace")
    if text.count("\ufffd") * _LETTERS_A_FAULT < sum(not character.isascii() for character in text):
        return text
    guess = from_bytes(content[:_GUESSED_FROM_BYTES]).best()
    return content.decode(guess.encoding, "replace") if guess else text


def _decoded_as(encoding: str, content: bytes) -> str | None:
    """The text in an encoding that somebody named; None where there is none of that name, or the bytes have none in it."""
    try:
        if encoding.lower() not in _NO_ENCODINGS:
            return content.decode(_MEANT.get(encoding.lower(), encoding))
    except (UnicodeError, LookupError):
        pass
    return None


def _is_windows_1256(text: str, content: bytes) -> bool:
    """True if bytes that are not UTF-8 are a text in windows-1256; `text` is what they are in it.

    Told apart from an Arabic text in it: a damaged UTF-8 file (skipping its faults still yields Arabic), ISO 8859-6 (its
    و ي ه become accented Latin letters) and Western European text (Latin letters prevail). An English text with no
    letter outside ASCII is one too: the Windows code pages agree on quotation marks and dashes.
    """
    arabic = sum(map(_is_arabic, text))
    latin = [letter for letter in text if letter.isalpha() and not _is_arabic(letter)]
    accented = sum(not letter.isascii() for letter in latin)
    if not arabic and not accented:
        return "\0" not in text and len(latin) > sum(not character.isascii() for character in text)
    left_in_utf8 = sum(map(_is_arabic, content.decode("utf-8", "ignore")))
    return arabic > len(latin) and accented * 50 < arabic and left_in_utf8 * 10 < arabic


def _is_arabic(character: str) -> bool:
    return "\u0621" <= character <= "\u06d3"
