"""The page's own words, in both languages: strings.toml, one row a string."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "ar")
TABLE = Path(__file__).with_name("strings.toml")
_ISOLATES = {"ltr": "\u2066", "rtl": "\u2067", None: "\u2068"}
_SMALL = {1: "one", 2: "two"}


@cache
def table() -> Mapping[str, Mapping[str, str]]:
    """Every string by its key, then by its language."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def text(key: str, language: str, **values: object) -> str:
    """The string of a key in a language, with `{name}` filled in from `values`.

    Raises KeyError for a key or a language that the table lacks: a page never shows half of itself in another language.
    """
    return table()[key][language].format(**values)


def counted(key: str, count: int, language: str) -> str:
    """A string that counts: the row `key.one`, `key.two`, `key.few`, `key.many` or `key.other`, by the language's own rule.

    Arabic has a dual, a plural for 3 to 10, a singular in the accusative for 11 to 99 (many) and in the genitive for whole
    hundreds (other, where it is another word than in many); English knows one and many, written in every row.
    """
    row = f"{key}.{plural_form(count)}"
    return text(row if row in table() else f"{key}.many", language, count=number(count))


def plural_form(count: int) -> str:
    """The form that Arabic has for a count, by CLDR's categories: one, two, few, many or other, which is that of none, too."""
    if count in _SMALL:
        return _SMALL[count]
    last = count % 100
    return "few" if 3 <= last <= 10 else "many" if last > 10 else "other"


def number(value: float) -> str:
    """A whole number as both languages write it here: digits 0 to 9, a comma between thousands (docs/pages.md says why)."""
    return f"{value:,.0f}"


def percent(share: float, language: str) -> str:
    """A share of 0 to 1 in per cent. Behind Arabic letters the sign would change sides: marks hold it, as CLDR writes it."""
    return f"{share:.0%}" if language == "en" else f"{100 * share:.0f}\u200e%\u200e"


def isolated(words: str, language: str | None = None) -> str:
    """Words inside a sentence, so that they do not move the sentence's own marks: in the direction of their language, or of
    their first letter where it is not known."""
    return f"{_ISOLATES[language and direction(language)]}{words}\u2069"


def direction(language: str) -> str:
    """The way a language runs: "rtl" or "ltr"."""
    return "rtl" if language == "ar" else "ltr"
