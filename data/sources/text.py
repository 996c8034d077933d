"""Plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from data.sources.dates import as_edtf
from data.sources.document import Document, Items, Limits, Refused, checked_text, is_web_address
from data.sources.encoding import decoded
from geo.message import Message

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.S)
_FRONT_LINE = re.compile(r"""([A-Za-z_]+):[ \t]*["']?(.*?)["']?[ \t]*$""", re.M)
# a value that YAML lets stand on the lines below its key
_FRONT_BLOCK = re.compile(r"^([A-Za-z_]+:)[ \t]*[>|][-+0-9]*[ \t]*(?:\n|\Z)((?:[ \t]+\S.*(?:\n|\Z))*)", re.M)
_MOST_FRONT_CHARACTERS = 10_000
_DATE_KEYS = ("published", "date", "pubdate")
_PUBLISHER_KEYS = ("publisher", "source", "site", "outlet")


def read_plain(content: bytes, limits: Limits, *, charset: str | None = None) -> Items:
    """The text of a .txt file, as it stands there but for the byte order mark. `charset` is what the server says of it."""
    yield Document(text=checked_text(_without_nul(decoded(content, charset)), limits))


def read_markdown(content: bytes, limits: Limits, *, charset: str | None = None) -> Items:
    """The words of a Markdown file without its marks, and what its front matter says of title, date, url and publisher."""
    text = _without_nul(decoded(content, charset))
    front = _FRONT_MATTER.match(text[:_MOST_FRONT_CHARACTERS])
    facts = _facts(front[1]) if front else {}
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text[front.end() :] if front else text)
    words = "\n\n".join(block for token in tokens if (block := _words(token)).strip())
    published, basis = _published(facts)
    yield Document(
        text=checked_text(words, limits),
        title=facts.get("title") or _first_heading(tokens),
        publisher=_first(facts, _PUBLISHER_KEYS),
        url=facts["url"] if is_web_address(facts.get("url", "")) else None,
        published=published,
        published_basis=basis,
    )


def _facts(front: str) -> dict[str, str]:
    """What front matter says, by its keys in small letters."""
    lines = _FRONT_BLOCK.sub(lambda block: f"{block[1]} {' '.join(block[2].split())}\n", front.replace("\r\n", "\n"))
    return {key.lower(): value for key, value in _FRONT_LINE.findall(lines)}


def _published(facts: Mapping[str, str]) -> tuple[str | None, Message | None]:
    """The day of publication that front matter names, and where it stands; or what stands there and is no day."""
    said = {key: facts[key] for key in _DATE_KEYS if facts.get(key)}
    for key, words in said.items():
        if published := as_edtf(words):
            return published, Message("the file's front matter: {key}: {said}", key=key, said=words)
    if not said:
        return None, None
    words = next(iter(said.values()))
    return None, Message("not known: the file's front matter says {said!r}; write it like 2018-05-02", said=words)


def _words(token: Token) -> str:
    """The words of a block: those of its parts, or of a block of code; HTML inside of Markdown is passed over."""
    if token.type in ("fence", "code_block"):
        return token.content.rstrip("\n")
    return "".join(
        "\n" if part.type in ("softbreak", "hardbreak") else part.content
        for part in token.children or ()
        if part.type not in ("html_inline", "image")
    )


def _first_heading(tokens: Sequence[Token]) -> str | None:
    headings = (tokens[n + 1] for n, token in enumerate(tokens[:-1]) if token.type == "heading_open" and token.tag == "h1")
    return next((words.strip() for heading in headings if (words := _words(heading)).strip()), None)


def _first(facts: Mapping[str, str], keys: Sequence[str]) -> str | None:
    return next((facts[key] for key in keys if facts.get(key)), None)


def _without_nul(text: str) -> str:
    if "\0" in text:
        raise Refused("holds NUL characters: it is no text file, or UTF-16 without a byte order mark. Save it as UTF-8")
    return text
