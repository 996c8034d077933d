"""Markup escapes by construction."""

from __future__ import annotations

import json
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from dashboard.draw.markup import Markup, button, join, tag


class Parsed(HTMLParser):
    """What a browser would make of it: tags, attributes and text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


HOSTILE = st.text() | st.sampled_from(
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</p>", "&lt;", "' onclick='"]
)


@given(HOSTILE, HOSTILE)
def test_text_never_becomes_a_tag_or_an_attribute(words: str, value: str) -> None:
    parsed = Parsed(tag("p", words, title=value))
    assert parsed.tags == ["p"]
    assert [name for name, _ in parsed.attributes] == ["title"]
    # a parser reads line ends and NUL in its own way; every other character comes back
    same = [c for c in words if c not in "\r\0"]
    assert [c for c in parsed.text if c not in "\r\0"] == same


@given(HOSTILE)
def test_what_a_button_sends_comes_back_whole(words: str) -> None:
    parsed = Parsed(button("go", send={"zone": words}))
    sent = dict(parsed.attributes)["data-send"]
    assert sent is not None
    assert json.loads(sent) == {"zone": words}


def test_children_may_be_nested_missing_or_finished() -> None:
    assert tag("ul", [tag("li", "a & b"), None, ["<"]]) == "<ul><li>a &amp; b</li>&lt;</ul>"
    assert isinstance(join(["x"]), Markup)


def test_attributes_are_written_as_html_names_them() -> None:
    assert tag("i", class_="swatch", data_zone="z", hidden=True, lang=None) == '<i class="swatch" data-zone="z" hidden></i>'
