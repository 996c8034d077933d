"""The page about the data: sources, boundaries, licences, what it cannot know, and how well it reads."""

from __future__ import annotations

from dashboard.draw.about import about
from dashboard.edition import Edition
from dashboard.view import View
from dashboard.views.components import panel
from dashboard.views.hearing import heard


def about_page(edition: Edition, view: View) -> None:
    """One text; nothing on it changes the view."""
    html = about(edition, view.language)
    panel(html, key="about_panel", language=view.language, heard=heard("about_panel"), styles=("pages.css",))
