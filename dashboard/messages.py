"""What the program says of what it could not read, keep or show, in the page's language: messages.toml, one row a sentence."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dashboard.strings import isolated
from geo.message import Message

TABLE = Path(__file__).with_name("messages.toml")


@cache
def table() -> Mapping[str, str]:
    """The Arabic template of each English one."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def said(words: str, language: str) -> str:
    """A sentence of the program in a language; others' words, and what has no row, as they are."""
    if language == "en":
        return str(words)
    if isinstance(words, Message):
        if words.ar is not None:
            return words.ar
        if template := table().get(words.template):
            return words.filled(template, lambda value: _word(value, language))
    return str(table().get(words, words))


def _word(value: str, language: str) -> str:
    """What fills a field: others' words keep their own direction."""
    words = said(value, language)
    return words if isinstance(value, Message) and words != value else isolated(words)
