"""The words that exports say by themselves, in both languages: words.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "ar")
TABLE = Path(__file__).with_name("words.toml")


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Every text by its key and language."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def word(key: str, language: str = "en", **values: object) -> str:
    """A text in a language; {names} in it are filled in."""
    return words()[key][language].format(**values)
