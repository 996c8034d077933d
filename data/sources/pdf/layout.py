"""From glyphs on a page to lines in the order of reading, from lines to paragraphs. Lengths are points, y grows downwards."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from statistics import median

from data.sources.pdf.bidi import is_right_to_left

# all in units of the size of the letters
_SAME_LINE = 0.4  # baselines that are nearer belong to one line: raised figures, other fonts
_SPACE = 0.22  # a gap without a space glyph that is one all the same; the narrowest space of common fonts is 0.25
_DRAWN_SPACE = 0.03  # a space glyph between letters that touch is none: some programs draw one into Arabic words
_GUTTER = 0.8  # the gap between columns, at least; words of a justified line may stand as far apart, but not above each other
_GUTTER_OF_FEW = 1.6  # where there are few lines to see it by
_FEW_LINES = 4
_ACROSS = 0.6  # a line that takes so much of a block's width stands across its columns
_NEW_PARAGRAPH = 1.35  # a distance of lines that is so much larger than the usual one
_SHORT_LINE = 0.8  # a line that leaves so much of the width empty ends a paragraph, where a sentence ends, too
_DIVIDED_SHARE = 0.05  # with more lines that end in a word's first half, words are divided; fewer are words with a stroke
_SENTENCE_ENDS = (".", "!", "?", "؟", ":", "…", "»", '"', "”")


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """A sign on the page: the letters that it means, where it stands, and how large it is."""

    text: str
    left: float
    right: float
    baseline: float
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Signs on one baseline, from left to right; `cells` are their letters, with the spaces between words."""

    glyphs: tuple[Glyph, ...]
    cells: tuple[str, ...] = field(init=False)
    left: float = field(init=False)
    right: float = field(init=False)
    baseline: float = field(init=False)
    size: float = field(init=False)

    def __post_init__(self) -> None:
        first = self.glyphs[0]
        size = median(glyph.size for glyph in self.glyphs)
        facts: dict[str, object] = {
            "cells": tuple(_cells(self.glyphs)),
            "left": first.left,
            "baseline": first.baseline,
            "size": size,
        }
        facts["right"] = max(glyph.right for glyph in self.glyphs)
        for name, value in facts.items():
            object.__setattr__(self, name, value)


def reading_order(glyphs: Sequence[Glyph]) -> list[Line]:
    """The lines of a page in the order of reading: columns one after the other, from the side where its script begins."""
    pieces = [piece for line in _on_baselines(glyphs) for piece in _at_gutters(line)]
    rightward = sum(is_right_to_left(piece.cells) for piece in pieces) * 2 <= len(pieces)
    ordered: list[Line] = []
    waiting = [pieces]
    while waiting:
        block = waiting.pop()
        parts = _columns(block, rightward=rightward) or _bands(block)
        if parts:
            waiting.extend(reversed(parts))
        else:
            ordered.extend(_on_baselines([glyph for piece in block for glyph in piece.glyphs]))
    return ordered


def _on_baselines(glyphs: Sequence[Glyph]) -> list[Line]:
    """Glyphs that share a baseline, from the top."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.baseline, glyph.left)):
        if lines and glyph.baseline - lines[-1][0].baseline < _SAME_LINE * min(glyph.size, lines[-1][0].size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    sorted_lines = (tuple(sorted(line, key=lambda glyph: (glyph.left + glyph.right) / 2)) for line in lines)
    return [Line(glyphs=line) for line in sorted_lines if not all(glyph.text.isspace() for glyph in line)]


def _at_gutters(line: Line) -> Iterator[Line]:
    """A line cut where a gap is as wide as that between columns."""
    drawn = [glyph for glyph in line.glyphs if not glyph.text.isspace()]
    start = 0
    for n, (one, other) in enumerate(pairwise(drawn), start=1):
        if other.left - one.right > _GUTTER * max(one.size, other.size):
            yield Line(glyphs=_between(line, drawn[start], one))
            start = n
    yield Line(glyphs=_between(line, drawn[start], drawn[-1]))


def _between(line: Line, first: Glyph, last: Glyph) -> tuple[Glyph, ...]:
    glyphs = line.glyphs
    begin = next(n for n, glyph in enumerate(glyphs) if glyph is first)
    end = next(n for n, glyph in enumerate(glyphs) if glyph is last)
    return glyphs[begin : end + 1]


def _columns(block: Sequence[Line], *, rightward: bool) -> list[list[Line]]:
    """The block cut along the first upright gap that no line crosses, each side with two lines at least; else nothing."""
    if len(block) < 4:
        return []
    ordered = sorted(block, key=lambda piece: piece.left)
    edge = ordered[0].right
    for n, piece in enumerate(ordered):
        fewer = min(n, len(ordered) - n)
        if fewer >= 2 and piece.left - edge > piece.size * (_GUTTER if fewer >= _FEW_LINES else _GUTTER_OF_FEW):
            sides = [ordered[:n], ordered[n:]]
            if all(_height(side) > _SAME_LINE * piece.size for side in sides):
                return sides if rightward else sides[::-1]
        edge = max(edge, piece.right)
    return []


def _bands(block: Sequence[Line]) -> list[list[Line]]:
    """The block cut where lines across its columns begin or end, else at its widest level gap; nothing where all lines stand
    below each other.
    """
    ordered = sorted(block, key=lambda piece: piece.baseline)
    if all(other.baseline - one.baseline >= _SAME_LINE * min(one.size, other.size) for one, other in pairwise(ordered)):
        return []
    width = max(piece.right for piece in block) - min(piece.left for piece in block)
    runs = [list(run) for _, run in groupby(ordered, key=lambda piece: piece.right - piece.left > _ACROSS * width)]
    if len(runs) > 1:
        return runs
    gaps = [other.baseline - one.baseline for one, other in pairwise(ordered)]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    if gaps[widest] < _SAME_LINE * ordered[widest].size:
        return []
    return [ordered[: widest + 1], ordered[widest + 1 :]]


def _height(block: Sequence[Line]) -> float:
    baselines = [piece.baseline for piece in block]
    return max(baselines) - min(baselines)


def _cells(glyphs: Sequence[Glyph]) -> Iterator[str]:
    """The letters of a line from left to right, with spaces between words."""
    letters = [glyph for glyph in glyphs if not glyph.text.isspace()]
    spaces = [glyph for glyph in glyphs if glyph.text.isspace()]
    for n, letter in enumerate(letters):
        if n:
            before = letters[n - 1]
            gap, size = letter.left - before.right, min(letter.size, before.size)
            drawn = (
                any(before.left <= (s.left + s.right) / 2 <= letter.right for s in spaces)
                if gap > _DRAWN_SPACE * size
                else False
            )
            if drawn or gap > _SPACE * size:
                yield " "
        yield letter.text


def with_marks(drawn: Sequence[Glyph]) -> Iterator[Glyph]:
    """Glyphs in the order in which they are drawn, each vowel sign joined to the letter that it stands on.

    Where it stands does not tell: signs have no width, and fonts place them from either side. Its letter is drawn before it,
    but after it where Arabic is drawn from left to right.
    """
    waiting = ""
    letter: Glyph | None = None
    for n, glyph in enumerate(drawn):
        if not _is_mark(glyph.text):
            if letter:
                yield letter
            letter, waiting = replace(glyph, text=glyph.text + waiting), ""
        elif letter and not _stands_on_next(glyph, letter, drawn[n + 1 : n + 4]):
            letter = replace(letter, text=letter.text + glyph.text)
        else:
            waiting += glyph.text
    if letter:
        yield letter


def _stands_on_next(mark: Glyph, before: Glyph, following: Sequence[Glyph]) -> bool:
    after = next((glyph for glyph in following if not _is_mark(glyph.text)), None)
    if after is None or not is_right_to_left([after.text]) or abs(after.baseline - mark.baseline) > after.size:
        return False
    return after.left > before.left or abs(before.baseline - after.baseline) > _SAME_LINE * after.size


def _is_mark(text: str) -> bool:
    return all(unicodedata.category(character) == "Mn" for character in text)


def paragraphs(lines: Sequence[Line], text_of: Callable[[Line], str]) -> Iterator[str]:
    """The paragraphs of a page: lines that go on in the next one are joined, a word that was divided at a line's end, too."""
    steps = [other.baseline - one.baseline for one, other in pairwise(lines) if other.baseline > one.baseline]
    usual = sorted(steps)[len(steps) // 5] if steps else 0.0  # in a list of headlines most steps are those between paragraphs
    texts = [text_of(line).strip() for line in lines]
    divided = sum(_is_divided(one, other) for one, other in pairwise(texts)) > _DIVIDED_SHARE * len(texts)
    text = ""
    for n, line in enumerate(lines):
        text = _joined(text, texts[n], divided=divided)
        if n + 1 == len(lines) or _ends_paragraph(line, lines[n + 1], text, usual, lines):
            if text:
                yield text
            text = ""


def _ends_paragraph(line: Line, following: Line, text: str, usual: float, lines: Sequence[Line]) -> bool:
    step = following.baseline - line.baseline
    if step <= 0 or step > _NEW_PARAGRAPH * max(usual, line.size) or abs(following.size - line.size) > 0.1 * line.size:
        return not (step <= 0 and not text.endswith(_SENTENCE_ENDS))  # a sentence goes on at the top of the next column
    beside = [other for other in lines if other.left < line.right and line.left < other.right]
    width = max(other.right for other in beside) - min(other.left for other in beside)
    short = line.right - line.left < _SHORT_LINE * width
    return short and text.endswith(_SENTENCE_ENDS)


def _joined(text: str, line: str, *, divided: bool) -> str:
    """Two lines of a paragraph as one. A stroke at the end of the first is a word's own, unless the page divides words."""
    if not text or not line or (text[-1] in "-/" and text[-2:-1].isalnum()):
        return text[:-1] + line if divided and _is_divided(text, line) else text + line
    return f"{text} {line}"


def _is_divided(text: str, line: str) -> bool:
    return text[-1:] == "-" and text[-2:-1].islower() and line[:1].islower()
