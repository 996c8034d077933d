"""Whose lines the map shows, and how far they may be trusted: in its legend and at its foot."""

from __future__ import annotations

from dashboard.edition import Edition, once_an_edition
from dashboard.strings import percent, text
from geo.footprint import Source


def attribution(edition: Edition, language: str) -> str:
    """The sources of the map; where official lines are drawn, also what their publisher asks to be said."""
    named = text("map.attribution", language)
    return f"{named} · {edition.notices[language]}" if _drawn_with(edition, Source.OFFICIAL) else named


def boundaries_note(edition: Edition, language: str) -> str:
    """The legend's line on which boundaries drew the zones, and how well the built-in ones agree with official ones."""
    notes = []
    if _drawn_with(edition, Source.OFFICIAL):
        notes.append(text("map.official", language))
    if _drawn_with(edition, Source.CELLS):
        share = edition.cells_agreement
        notes.append(
            text("map.cells_unmeasured", language)
            if share is None
            else text("map.cells", language, share=percent(share, language))
        )
    return " · ".join(notes)


@once_an_edition
def _drawn_with(edition: Edition, source: Source) -> bool:
    return any(source in footprint.sources for footprint in edition.footprints.values())
