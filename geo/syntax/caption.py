"""Captions: the lines of an English text that only say what a picture shows, and who made it."""

from __future__ import annotations

import re

from geo.span import Span

_CAPTION = 600  # characters of a line that a picture's credit makes a caption
_LINE = re.compile(r"[^\n]+")
_CREDIT = re.compile(  # who made a picture
    r"\bPhoto(?:graph)?s?: |\bPhoto(?:graph)? by |\b(?:AP|AFP|EPA|Reuters) (?:[Pp]hoto|pic)\b|Getty Images|\bREUTERS/"
    r"|\[(?:Getty|AFP|AP|Reuters|EPA|Anadolu)(?:/Getty)?\]|via (?:Getty|AFP|AP|Reuters|REUTERS)\b|\bFILE (?:PHOTO|[-–—])"
    r"|© ?(?:AFP|Reuters|AP)|handout via"
)
_OF_CREDITS = ("hoto", " pic", "Getty", "REUTERS/", "[", "via", "FILE ", "©")  # one of them is in each credit


def find_captions(text: str) -> list[Span]:
    """The spans of the lines that a picture's credit makes captions, in order."""
    if not any(mark in text for mark in _OF_CREDITS):
        return []
    lines = (line for line in _LINE.finditer(text) if len(line.group()) <= _CAPTION)
    return [Span(line.start(), line.end()) for line in lines if _CREDIT.search(line.group())]
