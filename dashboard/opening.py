"""What a browser shows until the page is there: in both languages, that it is on its way."""

from __future__ import annotations

import re

from dashboard.draw.markup import Markup, join, tag
from dashboard.strings import LANGUAGES, direction, text

_NO_SCRIPT = re.compile("<noscript>.*?</noscript>", re.DOTALL)
# until Streamlit paints its own: the page's two grounds, and no font that is still on its way
_GROUND = tag(
    "style",
    ":root{color-scheme:light dark}body{margin:0;background:light-dark(#fbfaf7,#15181b);color:light-dark(#1d1d1f,#eceae4)}",
)
_LINES = tag(
    "style",
    ".opening{position:fixed;inset:18vh 1rem auto;font:600 1.1rem sans-serif;text-align:center}"
    ".stMain .opening p,.opening p{margin:0 0 .6rem;font:inherit;text-align:center}",
)
_NO_LINE = tag("style", "#root{display:none}")


def opening_lines(asked: str) -> Markup:
    """The line in both languages, that of the link first."""
    return join((_LINES, _lines("page.opening", _language(asked))))


def first_page(shell: str, asked: str) -> str:
    """Streamlit's empty page in the language of a link, with the line in both; what Streamlit paints replaces it. A browser
    without scripts is told that it needs them, and nothing of a page that would come."""
    language = _language(asked)
    said = {
        '<html lang="en">': f'<html lang="{language}" dir="{direction(language)}">',
        "<title>Streamlit</title>": "<title>Hudna · هدنة</title>",
        '<div id="root"></div>': tag("div", _GROUND, opening_lines(asked), id="root"),
    }
    for ours, other in said.items():
        shell = shell.replace(ours, other)
    bare = tag("noscript", _NO_LINE, _LINES, _lines("page.no_script", language))
    return _NO_SCRIPT.sub(lambda _: bare, shell, count=1)


def _lines(key: str, language: str) -> Markup:
    """A string in both languages, that of the page first."""
    languages = sorted(LANGUAGES, key=lambda one: one != language)
    return tag("div", (tag("p", text(key, one), lang=one, dir=direction(one)) for one in languages), class_="opening")


def _language(asked: str) -> str:
    return asked if asked in LANGUAGES else LANGUAGES[0]
