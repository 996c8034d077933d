"""The articles page: what was read, what was found, what was not understood."""

from __future__ import annotations

from dashboard.draw.article_list import article_list
from dashboard.draw.markup import join
from dashboard.draw.timeline import timeline
from dashboard.draw.tray import unread_files
from dashboard.edition import Edition
from dashboard.view import View
from dashboard.views.components import panel
from dashboard.views.hearing import heard
from dashboard.views.sieve import block_above, sifted, tray_below


def articles_page(edition: Edition, view: View) -> None:
    """The articles with their counts, as far as search and filters leave them; what cannot be placed or read."""
    left = sifted(edition, view, timeline(edition))
    html = article_list(
        edition, view.language, only=left.articles if left else None, found=left.found if left else None,
        above=join((unread_files(edition, view.opened, view.language), block_above(edition, view, left, "articles"))),
        below=tray_below(edition, view, told_above="unread"),
    )  # fmt: skip
    panel(html, key="article_panel", language=view.language, heard=heard("article_panel"))
