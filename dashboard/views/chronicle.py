"""The timeline page: the date control, and below it every zone's history on one axis."""

from __future__ import annotations

from dashboard.draw.ledger_chart import ledger_chart
from dashboard.draw.timeline import timeline
from dashboard.edition import Edition
from dashboard.view import View
from dashboard.views.clocks import clocks
from dashboard.views.components import panel, time_control
from dashboard.views.hearing import heard


def chronicle_page(edition: Edition, view: View) -> None:
    """Both clocks above, the chart below; a bar opens its zone on the map."""
    moment, times = view.moment(timeline(edition)), view.times(timeline(edition))
    if control := clocks(edition, view):
        time_control(control, language=view.language, heard=heard("time_control"))
    chart = ledger_chart(edition, moment, times, view.language)
    panel(chart, key="chart_panel", language=view.language, heard=heard("chart_panel"), styles=("chart.css",))
