"""A sentence of the program that remembers what it was made of, so that each language can say it in its own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Self, TypeAlias, Union

Value: TypeAlias = Union[str, int, "Message"]

_FIELD = re.compile(r"\{(\w+)(!r|:,)?\}")


class Message(str):
    """A sentence in English. `template` has a `{field}` for each of `values`: `{field!r}` quotes, `{field:,}` groups digits.

    `ar` is the same in Arabic where whoever wrote the sentence gave both; else a language finds its words by the template
    (dashboard/messages.toml). A template is never read from what others wrote: their words are values.
    """

    __slots__ = ("ar", "template", "values")

    template: str
    values: Mapping[str, Value]
    ar: str | None

    def __new__(cls, template: str, /, **values: Value) -> Self:
        """The sentence that a template gives with what fills it; without values it stands as it is."""
        return cls._made(template, values, None)

    @classmethod
    def in_both(cls, en: str, ar: str) -> Self:
        """A sentence that somebody wrote in English and in Arabic."""
        return cls._made(en, {}, ar)

    @classmethod
    def parse(cls, plain: str | Mapping[str, Any]) -> Self:
        """The inverse of `plain`."""
        if isinstance(plain, str):
            return cls(plain)
        values = {name: cls.parse(value) if isinstance(value, Mapping) else value for name, value in plain["values"].items()}
        return cls._made(plain["template"], values, plain["ar"])

    def plain(self) -> str | dict[str, Any]:
        """The sentence as JSON can hold it; one that is made of nothing is its words."""
        return self._parts() if self.values or self.ar is not None else str(self)

    def _parts(self) -> dict[str, Any]:
        values = {name: value._parts() if isinstance(value, Message) else value for name, value in self.values.items()}
        return {"template": self.template, "values": values, "ar": self.ar}

    def filled(self, template: str, word: Callable[[str], str]) -> str:
        """Another language's template, filled with `word` of each value that is no number."""
        return _FIELD.sub(lambda field: _filled(field, self.values, word), template)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).parse, (self.plain(),)

    @classmethod
    def _made(cls, template: str, values: Mapping[str, Value], ar: str | None) -> Self:
        values = {name: value if isinstance(value, (int, Message)) else _sound(value) for name, value in values.items()}
        self = super().__new__(cls, _FIELD.sub(lambda field: _filled(field, values, str), template))
        self.template, self.values, self.ar = template, values, ar
        return self


def same_in_every_language(one: str | None, other: str | None) -> bool:
    """True for words that are equal in English and made of the same: equal messages may differ in Arabic."""
    return _plain(one) == _plain(other)


def _plain(words: str | None) -> object:
    return words.plain() if isinstance(words, Message) else words


def message_of(words: str) -> Message:
    """The words as a message, which they may be already."""
    return words if isinstance(words, Message) else Message(words)


def _sound(words: str) -> str:
    """Others' words without halves of characters, which neither a store nor a page can hold."""
    return words.encode("utf-8", "backslashreplace").decode()


def _filled(field: re.Match[str], values: Mapping[str, Value], word: Callable[[str], str]) -> str:
    if field[1] not in values:
        return field[0]
    value = values[field[1]]
    if isinstance(value, int):
        return f"{value:,}" if field[2] else str(value)
    return repr(str(value)) if field[2] == "!r" else word(value)
