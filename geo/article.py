"""The article: frozen text and what is known about it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

from geo.edtf import Edtf
from geo.errors import ArticleError

_ARABIC = re.compile("[\u0600-\u06ff\ufb50-\ufefc]+")
_LATIN = re.compile("[A-Za-z]+")


class Language(StrEnum):
    """The languages that the reader knows, by their ISO 639-1 codes."""

    ARABIC = "ar"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One version of one article. `text` is exactly what was published: never cleaned, never cut.

    `published` is an EDTF date or None where nobody knows; `published_basis` says in words how it is known.
    Raises ArticleError without text, EdtfError for a wrong date.
    """

    id: str
    text: str
    language: Language
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: Edtf | None = None
    published_basis: str | None = None

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ArticleError("the article {id!r} has no text", id=self.id)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, in hexadecimal: the identity of this version."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def headline(self) -> str:
        """The title where one is known, else the first line that holds text."""
        return self.title or next(line.strip() for line in self.text.splitlines() if line.strip())

    @property
    def headline_language(self) -> Language:
        """The article's, unless its headline has none of that language's letters but the other's: a title from elsewhere."""
        letters, others = (_ARABIC, _LATIN) if self.language is Language.ARABIC else (_LATIN, _ARABIC)
        if letters.search(self.headline) or not others.search(self.headline):
            return self.language
        return Language.ENGLISH if self.language is Language.ARABIC else Language.ARABIC


def detect_language(text: str) -> Language:
    """Arabic if Arabic letters outnumber Latin ones, else English."""
    arabic = sum(map(len, _ARABIC.findall(text)))
    latin = sum(map(len, _LATIN.findall(text)))
    return Language.ARABIC if arabic > latin else Language.ENGLISH
