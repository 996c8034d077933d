"""HTML as a tree, so that text is escaped by the way it is written; words of our own in both languages beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias
from xml.etree.ElementTree import Element, tostring

from data.export.plain import plain
from data.export.words import LANGUAGES, word
from geo.edtf import Edtf

Child: TypeAlias = "str | Element | Sequence[Child] | None"
DIRECTIONS = {"en": "ltr", "ar": "rtl"}
_ISOLATE, _END = "\u2068", "\u2069"  # first strong isolate, pop directional isolate


def tag(name: str, /, *children: Child, **attributes: str | None) -> Element:
    """An element. Strings are text, None is left out, lists are laid flat; `class_` is written class, other underscores
    become hyphens, an attribute that is None is left out."""
    written = {key.removesuffix("_").replace("_", "-"): plain(value) for key, value in attributes.items() if value is not None}
    element = Element(name, written)
    _append(element, children)
    return element


def _append(parent: Element, children: Sequence[Child]) -> None:
    for child in children:
        if isinstance(child, str):
            if len(parent):
                parent[-1].tail = (parent[-1].tail or "") + plain(child)
            else:
                parent.text = (parent.text or "") + plain(child)
        elif isinstance(child, Element):
            parent.append(child)
        elif child is not None:
            _append(parent, child)


def both(texts: Mapping[str, str]) -> Sequence[Child]:
    """A text in each language; the page shows the one that its reader chose, and both where no script runs."""
    return [tag("span", texts[language], class_="w", lang=language, dir=DIRECTIONS[language]) for language in LANGUAGES]


def words(key: str, **values: object) -> Sequence[Child]:
    """The same for one of our own words."""
    return both({language: said(key, language, **values) for language in LANGUAGES})


def said(key: str, language: str, **values: object) -> str:
    """One of our words with its values isolated: within Arabic, 2017-07-09 would otherwise be shown as 09-07-2017."""
    return word(key, language, **{name: f"{_ISOLATE}{value}{_END}" for name, value in values.items()})


def date_words(value: Edtf | None) -> Sequence[Child]:
    """A date in figures, as vague as it is: "about 2017-07-19"."""
    if value is None:
        return words("date.unknown")
    return both({language: date_said(value, language) for language in LANGUAGES})


def date_said(value: Edtf, language: str) -> str:
    """The same in one language."""

    def say(what: str, **parts: str) -> str:
        return said(f"date.{what}", language, **parts)

    return value.in_words(say, str, comma=word("comma", language))


def written(root: Element) -> bytes:
    """The page."""
    return f"<!DOCTYPE html>\n{tostring(root, encoding='unicode', method='html')}\n".encode()
