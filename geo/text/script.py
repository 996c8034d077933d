"""Folding: one spelling for the press's many, with the way back to the source text.

Arabic loses what writers leave out (harakat, tatweel, hamza on alif, the dots of ta marbuta and alif maqsura), Latin loses
case, accents and apostrophes, digits become ASCII. Both directions of the map are made in the same pass: nothing is ever
mapped back by comparing the two texts. A «و» that stands alone is written to the next word, as it should be.

Two implementations give the same answer. `fold` encodes the text through a private single-byte code page and folds with
`bytes.translate`; a text with a character outside the page goes through `fold_slowly`, which looks at one character at a time
and is the oracle of the tests.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from geo.errors import SpanError
from geo.span import Span

_HARAKAT = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670"
_TATWEEL = "\u0640"
_INVISIBLE = "\u0640\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad"
_APOSTROPHES = "'\u2018\u2019\u02bc\u02bb\u02bf\u02be`\u00b4"
_LOST_APOSTROPHE = re.compile(r"(?<=[a-zA-Z]) (?=s\b)|(?<=n) (?=t\b)|(?<=\bShi) (?=ite)")
_DELETED = _HARAKAT + _INVISIBLE + _APOSTROPHES
_SAME_LETTER = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ۀ": "ه", "ک": "ك", "گ": "ك",
    "،": ",", "؛": ";", "؟": "?", "٫": ".", "٬": ",", "«": '"', "»": '"', "“": '"', "”": '"', "„": '"',
    "–": "-", "—": "-", "‑": "-", "−": "-", "‐": "-", "\u00a0": " ", "\u202f": " ", "\t": " ", "\r": " ",
}  # fmt: skip
_DIGITS = {ord(zero) + n: str(n) for zero in "٠۰" for n in range(10)}
_JOINER = "\u200d"
_DETACHED = re.compile(r"(?<![^\W_])(و)( +)(?=[\u0621-\u064a]{2})")  # not the letters of «و ا س», an agency
_ARABIC_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءؤئ"
_LATIN_ACCENTS = "éèêëâáîíôûùüçöäñÉ"
_TOKEN_BREAK = "\x1f"  # what stands for any character that means nothing to a reader of names


def _fold_character(character: str) -> str:
    """The folded form of one character: "" if it is dropped, else one or more characters."""
    if character in _DELETED:
        return ""
    if character == "\n" or (character.isascii() and character not in _SAME_LETTER):
        return character.lower() if character.isprintable() or character == "\n" else _TOKEN_BREAK
    if character in _ARABIC_LETTERS:
        return character
    folded = _SAME_LETTER.get(character) or _DIGITS.get(ord(character))
    if folded:
        return folded
    parts = [c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c)]
    if parts == [character]:
        return _TOKEN_BREAK
    return "".join(_fold_character(c) for c in parts if c != character) or ("" if not parts else _TOKEN_BREAK)


def _code_page() -> str:
    """The 256 characters of the private page: ASCII, then what the Arabic and English press writes."""
    upper = _ARABIC_LETTERS + _HARAKAT + "".join(_SAME_LETTER) + "".join(map(chr, _DIGITS)) + _INVISIBLE + _APOSTROPHES
    upper = "".join(dict.fromkeys(c for c in upper if not c.isascii()))
    room = 128 - len(upper)
    return "".join(map(chr, range(128))) + upper + _LATIN_ACCENTS[:room] + "\ufffe" * max(0, room - len(_LATIN_ACCENTS))


_PAGE = _code_page()
_ENCODING = codecs.charmap_build(_PAGE)
_FOLDED_PAGE = [_fold_character(c) if c != "\ufffe" else _TOKEN_BREAK for c in _PAGE]
_DROPPED = bytes(byte for byte, folded in enumerate(_FOLDED_PAGE) if folded == "")
_FOLDED_BYTE = bytes(_PAGE.index(folded[0]) if folded else 0 for folded in _FOLDED_PAGE)
_IS_DROPPED = re.compile(b"[" + re.escape(_DROPPED) + b"]")
# what folds to no ASCII is a letter; an underscore is none
_APART = bytes(byte if byte > 127 or chr(byte).isalnum() else 32 for byte in range(256))


@dataclass(frozen=True)
class Folded:
    """A folded text: `text` to read, `codes` (one byte a character, same offsets) to match, and the way back.

    `dropped` holds, for each dropped source character in order, its source offset; empty for most texts. `written_on` are
    those of them that are written on the letter before (harakat, tatweel). `sources` is set only by the slow path, where one
    character may fold to several: the source offset of each folded character.
    """

    text: str
    codes: bytes
    dropped: tuple[int, ...] = ()
    written_on: frozenset[int] = frozenset()
    sources: tuple[int, ...] | None = None

    def source(self, span: Span) -> Span:
        """The source span of a folded span; what was dropped inside it and what is written on its last letter come with it.

        Raises SpanError if the span leaves the folded text.
        """
        if span.end > len(self.text):
            raise SpanError(f"the span [{span.start}, {span.end}) leaves a folded text of {len(self.text)} characters")
        if self.sources is None and not self.dropped:
            return span
        if not span:
            return Span(self._offset(span.start), self._offset(span.start))
        end = self._offset(span.end - 1) + 1
        while end in self.written_on:
            end += 1
        return Span(self._offset(span.start), end)

    def folded_offset(self, source: int) -> int:
        """The folded offset of the first character that stands at a source offset or behind it."""
        if self.sources is not None:
            return bisect_left(self.sources, source)
        return source - bisect_left(self.dropped, source) if self.dropped else source

    def source_offsets(self, folded: Sequence[int]) -> tuple[int, ...]:
        """The source offsets of folded characters that are given in their order."""
        if self.sources is not None:
            return tuple(self.sources[offset] for offset in folded)
        if not self.dropped:
            return tuple(folded)
        before, count = 0, len(self.dropped)
        offsets = []
        for offset in folded:
            while before < count and self.dropped[before] <= offset + before:
                before += 1
            offsets.append(offset + before)
        return tuple(offsets)

    def _offset(self, folded: int) -> int:
        """The source offset of a folded character."""
        if self.sources is not None:
            return self.sources[folded] if folded < len(self.sources) else (self.sources[-1] + 1 if self.sources else 0)
        if not self.dropped:
            return folded
        return folded + bisect_right(self._dropped_behind, folded)

    @cached_property
    def _dropped_behind(self) -> list[int]:
        """For each dropped character the folded offset of what follows it."""
        return [offset - before for before, offset in enumerate(self.dropped)]


def fold(text: str) -> Folded:
    """Folds a text; see the module. The result's offsets are code points of the folded text."""
    text = _with_apostrophes(_with_conjunctions_attached(text))
    try:
        page_bytes, _ = codecs.charmap_encode(text, "strict", _ENCODING)
    except UnicodeEncodeError:
        return fold_slowly(text)
    codes = page_bytes.translate(_FOLDED_BYTE, _DROPPED)
    dropped: tuple[int, ...] = ()
    if len(codes) != len(page_bytes):
        dropped = tuple(match.start() for match in _IS_DROPPED.finditer(page_bytes))
    return Folded(codecs.charmap_decode(codes, "strict", _PAGE)[0], codes, dropped, _written_on(text, dropped))


def fold_slowly(text: str) -> Folded:
    """The same as `fold`, one character at a time, for any character of Unicode (presentation forms, ligatures)."""
    text = _with_conjunctions_attached(text)
    folded: list[str] = []
    sources: list[int] = []
    dropped: list[int] = []
    text = _with_apostrophes(text)
    for offset, character in enumerate(text):
        one = _fold_character(character)
        if not one:
            dropped.append(offset)
        folded.append(one)
        sources.extend([offset] * len(one))
    result = "".join(folded)
    codes = codecs.charmap_encode(result, "strict", _ENCODING)[0]
    return Folded(result, codes, tuple(dropped), _written_on(text, tuple(dropped)), tuple(sources))


def _with_conjunctions_attached(text: str) -> str:
    """«الزبداني و كفريا»: the spaces behind a «و» that stands alone become characters that folding drops, as many of them."""
    return _DETACHED.sub(lambda found: found[1] + _JOINER * len(found[2]), text) if " و " in text else text


def _with_apostrophes(text: str) -> str:
    """ "Syria s army", "didn t": with the apostrophe that was lost, in the place of the space that it left."""
    return _LOST_APOSTROPHE.sub("'", text)


def _written_on(text: str, dropped: tuple[int, ...]) -> frozenset[int]:
    return frozenset(offset for offset in dropped if text[offset] in _HARAKAT or text[offset] == _TATWEEL)


def spaced_words(folded: Folded) -> str:
    """The folded text, character by character, with a space for all that is neither letter nor digit."""
    return codecs.charmap_decode(folded.codes.translate(_APART), "strict", _PAGE)[0]


@lru_cache(maxsize=1 << 14)
def fold_digits(written: str) -> str:
    """What somebody wrote, with the digits of Arabic and Persian as 0 to 9."""
    return written.translate(_DIGITS)


def fold_name(name: str) -> str:
    """A name, word or phrase of the reference tables in folded form, single-spaced."""
    return " ".join(fold(name).text.split())


def vowel_signs(text: str) -> list[tuple[int, str]]:
    """The vowel signs of a word, each with the number of the letter that it is written on."""
    marks, letters = [], 0
    for character in text:
        if fold_name(character):
            letters += 1
        else:
            marks.append((letters, character))
    return marks
