"""The articles page: what was read, what was found, what was not understood."""

from __future__ import annotations

from dashboard.draw.article_list import article_list
from dashboard.edition import Edition
from dashboard.state import View
from dashboard.views.components import panel
from dashboard.views.hearing import heard


def articles_page(edition: Edition, view: View) -> None:
    """Every article with its counts, and the files that could not be read."""
    panel(article_list(edition, view.language), key="article_panel", language=view.language, heard=heard("article_panel"))
