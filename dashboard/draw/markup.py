"""HTML that is safe by the way it is made: text is always escaped, and only `tag` makes a tag."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape

Child = str | None | Iterable["Child"]
VOID = ("input",)  # elements that hold nothing and have no end tag


class Markup(str):
    """Finished HTML. Nothing but `tag` and `join` makes one, so text from an article never becomes one by accident."""

    __slots__ = ()


def tag(name: str, /, *children: Child, **attributes: str | bool | None) -> Markup:
    """An element. Children are escaped unless they are Markup; None is left out, lists are laid flat.

    `class_` is written class, other underscores become hyphens. An attribute that is True stands without a value, one that is
    None or False is left out.
    """
    written = "".join(
        f" {_attribute_name(key)}" if value is True else f' {_attribute_name(key)}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Markup(f"<{name}{written}>" if name in VOID else f"<{name}{written}>{join(children)}</{name}>")


def join(children: Iterable[Child]) -> Markup:
    """Children one after the other, each escaped unless it is Markup."""
    return Markup("".join(_written(child) for child in children))


def button(*children: Child, send: Mapping[str, str], **attributes: str | bool | None) -> Markup:
    """A button that tells Python `send` when it is pressed (see static/page/panel.js)."""
    return tag("button", *children, type="button", data_send=json.dumps(send, ensure_ascii=False), **attributes)


def _attribute_name(key: str) -> str:
    return key.removesuffix("_").replace("_", "-")


def _written(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Markup):
        return child
    if isinstance(child, str):
        return escape(child)
    return join(child)
