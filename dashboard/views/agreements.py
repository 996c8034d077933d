"""The agreements page: each truce with what is known of it and the zones that it covers."""

from __future__ import annotations

from dashboard.draw.agreement_list import agreement_list
from dashboard.draw.timeline import timeline
from dashboard.edition import Edition
from dashboard.view import View
from dashboard.views.components import panel
from dashboard.views.hearing import heard


def agreements_page(edition: Edition, view: View) -> None:
    """Every agreement as it stands at the view's moment."""
    html = agreement_list(edition, view.moment(timeline(edition)), view.language)
    panel(html, key="agreement_panel", language=view.language, heard=heard("agreement_panel"), styles=("pages.css",))
