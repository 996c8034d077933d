"""From the order of a line on paper to the order of reading: the Unicode bidirectional algorithm (UAX #9), backwards.

A PDF says where each glyph stands, and which letters it means; some programs draw Arabic from its end. Here the glyphs of a
line come sorted from left to right, whoever drew them, and leave in the order in which they are read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_OPENING, _CLOSING = "([{«‹", ")]}»›"
# what stays inside of a number that stands among Arabic letters (UAX #9, W4: common separators)
_SEPARATORS = frozenset(".,/:٫٬")
# what stays inside of a Latin name or address
_INNER = frozenset("-_.,/:'’@&+#=?%~ ")


def plain_letters(text: str) -> str:
    """The letters that a glyph means: shaped forms and ligatures as the letters that they are made of."""
    if any("\ufb00" <= c <= "\ufdff" or "\ufe70" <= c <= "\ufefc" for c in text):
        text = unicodedata.normalize("NFKC", text).strip()
    text = "".join(character for character in text if character >= " ")
    # one glyph for both is lām-alif; no font has one for alif and lām
    return text[::-1] if len(text) == 2 and text[0] in "اأإآ" and text[1] == "ل" else text


def logical(cells: Sequence[str], *, rightward: bool, mirror: bool) -> str:
    """The text of a line whose cells, glyphs or spaces, come from left to right.

    `rightward` says that the file is in a script that runs so, as a line with letters of both then does; `mirror` that
    the file writes the shapes of brackets, so that those of a line from right to left are turned round.
    """
    if not any(map(_is_arabic, cells)) or (rightward and any(map(_is_latin, cells))):
        return "".join(_with_arabic_runs(cells))
    turned = [cell.translate(_MIRRORED) if mirror and len(cell) == 1 else cell for cell in cells]
    return "".join(_with_other_runs(turned))


def is_right_to_left(cells: Sequence[str]) -> bool:
    """True for a line with at least as many Arabic letters as others."""
    arabic = sum(map(_is_arabic, cells))
    return arabic > 0 and arabic >= sum(map(_is_latin, cells))


def mirrored_is_better(lines: Sequence[Sequence[str]]) -> bool:
    """True if the brackets of the right-to-left lines pair better when turned round: one file writes them all one way."""
    brackets = [
        cell
        for cells in lines
        if is_right_to_left(cells)
        for cell in reversed(cells)
        if len(cell) == 1 and cell in _OPENING + _CLOSING
    ]
    return _pairs([bracket.translate(_MIRRORED) for bracket in brackets]) > _pairs(brackets)


def _pairs(brackets: Sequence[str]) -> int:
    """How many brackets are closed after they were opened."""
    open_ones: list[str] = []
    pairs = 0
    for bracket in brackets:
        if bracket in _OPENING:
            open_ones.append(bracket)
        elif open_ones and open_ones[-1] == _OPENING[_CLOSING.index(bracket)]:
            open_ones.pop()
            pairs += 1
    return pairs


def _with_other_runs(cells: Sequence[str]) -> list[str]:
    """A line from right to left: all turned round but the runs of Latin letters and the numbers in it."""
    result: list[str] = []
    end = len(cells)
    while end > 0:
        start = _run_start(cells, end)
        result.extend(cells[start:end])
        end = start
    return result


def _run_start(cells: Sequence[str], end: int) -> int:
    """Where the run begins that ends before `end`: cells that stay in their order, or one cell alone."""
    start = end - 1
    if not (_is_latin(cells[start]) or _is_digit(cells[start])):
        return start
    latin = _is_latin(cells[start])
    while start > 0:
        reach = start
        while reach > 0 and cells[reach - 1] in _INNER:
            reach -= 1
        further = cells[reach - 1] if reach > 0 else ""
        if not _joins(further, cells[reach:start], latin=latin):
            return start
        latin = latin or _is_latin(further)
        start = reach - 1
    return start


def _joins(further: str, between: Sequence[str], *, latin: bool) -> bool:
    """True if a cell belongs to the run on its right, which holds Latin letters or is a number, with what stands between."""
    if _is_latin(further):
        return latin or " " not in between
    if not _is_digit(further):
        return False
    return " " not in between if latin else not between or (len(between) == 1 and between[0] in _SEPARATORS)


def _with_arabic_runs(cells: Sequence[str]) -> list[str]:
    """A line from left to right: only the runs of Arabic in it are turned round."""
    result: list[str] = []
    start = 0
    while start < len(cells):
        end = start + 1
        if _is_arabic(cells[start]):
            while end < len(cells) and (
                _is_arabic(cells[end]) or (cells[end] == " " and end + 1 < len(cells) and _is_arabic(cells[end + 1]))
            ):
                end += 1
        result.extend(reversed(cells[start:end]))
        start = end
    return result


def _is_arabic(cell: str) -> bool:
    return any("\u0620" <= c <= "\u065f" or "\u066e" <= c <= "\u06d5" or "\u06ee" <= c <= "\u06ff" for c in cell)


def _is_latin(cell: str) -> bool:
    return bool(cell) and cell[0].isalpha() and cell[0] < "\u0590"


def _is_digit(cell: str) -> bool:
    return bool(cell) and cell[0].isdigit()
