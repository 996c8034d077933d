"""What a browser shows until the page is there: Streamlit's empty page, with a line that the page is on its way."""

from __future__ import annotations

import re

from dashboard.draw.markup import Markup, join, tag
from dashboard.strings import LANGUAGES, direction, text

_NO_SCRIPT = re.compile("<noscript>.*?</noscript>", re.DOTALL)
# until Streamlit paints its own: the page's two grounds, and no font that is still on its way
_STYLE = tag(
    "style",
    ":root{color-scheme:light dark}"
    "body{margin:0;background:light-dark(#fbfaf7,#15181b);color:light-dark(#1d1d1f,#eceae4)}"
    ".opening{margin:0;padding:18vh 1rem 0;font:600 1.1rem sans-serif;text-align:center}.opening+.opening{padding-top:.6rem}",
)
_NO_LINE = tag("style", "#root{display:none}")


def first_page(shell: str, language: str) -> str:
    """The empty page in a language, with the line in both; what Streamlit paints replaces it. A browser without scripts is told
    that it needs them, and nothing of a page that would come."""
    said = {
        '<html lang="en">': f'<html lang="{language}" dir="{direction(language)}">',
        "<title>Streamlit</title>": "<title>Hudna · هدنة</title>",
        '<div id="root"></div>': tag("div", _STYLE, _lines("page.opening", language), id="root"),
    }
    for ours, other in said.items():
        shell = shell.replace(ours, other)
    bare = tag("noscript", _NO_LINE, _lines("page.no_script", language))
    return _NO_SCRIPT.sub(lambda _: bare, shell, count=1)


def _lines(key: str, language: str) -> Markup:
    """A string in both languages, that of the page first."""
    languages = sorted(LANGUAGES, key=lambda one: one != language)
    return join(tag("p", text(key, one), class_="opening", lang=one, dir=direction(one)) for one in languages)
