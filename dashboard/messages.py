"""What the program says of what it could not read, keep or show, in the page's language: messages.toml, one row a sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dashboard.strings import isolated
from geo.message import Message

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")  # ends of lines and of directions
TABLE = Path(__file__).with_name("messages.toml")


@cache
def table() -> Mapping[str, str]:
    """The Arabic template of each English one."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def said(words: str, language: str) -> str:
    """A sentence of the program in a language. Words without a row stay as they are: those of others, and of other programs."""
    if language == "en":
        return str(words)
    if isinstance(words, Message):
        if words.ar is not None:
            return words.ar
        if template := table().get(words.template):
            return words.filled(template, lambda value: _word(value, language))
    return str(table().get(words, words))


def _word(value: str, language: str) -> str:
    """What fills a field: others' words keep their own direction, and neither end the sentence nor turn it."""
    if isinstance(value, Message) and (words := said(value, language)) != value:
        return words
    return isolated(_STEERING.sub(lambda sign: ascii(sign[0])[1:-1], value))
