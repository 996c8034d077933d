"""Text that stays text wherever it goes: what formats cannot hold is replaced, what programs would obey is disarmed."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

REPLACEMENT = "\ufffd"
# what XML 1.0 cannot hold, halves of characters among it; C programs end a text at the first of them
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# what makes a spreadsheet take a cell for a formula; the fullwidth forms do in East Asian versions
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_ESCAPED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")


def plain(text: str) -> str:
    """The text with U+FFFD for each control character and half of a character."""
    return _NOT_IN_XML.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """The same on one line: every run of white space is a space, so that no line of a text begins a record of a format."""
    return " ".join(plain(text).split())


def neutral(cell: str) -> str:
    """The text of a cell with an apostrophe before it where a spreadsheet would take it for a formula; see `original`."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def original(cell: str) -> str:
    """The text that `neutral` was given."""
    return cell[1:] if _ESCAPED.match(cell) else cell


_IRI_SAFE = "!#$%&'()*+,-./:;=?@_~[]"  # what stays as it is in an address; "%" because addresses come escaped


def web_address(url: str | None) -> str | None:
    """The address of a page on the web with all that may not stand in one escaped; None for anything else (`javascript:`)."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    return quote(parts.geturl(), safe=_IRI_SAFE)


def urn(kind: str, id: str) -> str:
    """A name for a thing of the store that serves as an IRI: `urn:hudna:zone:southwest-2017%40SY12`."""
    return f"urn:hudna:{kind}:{quote(id, safe='')}"
