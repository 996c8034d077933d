"""What every export says of itself: program, reference, boundaries, whose data it rests on, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from data.export.dossier import Filter, Selection
from data.export.words import word
from geo.footprint import Source

PROGRAM = "Hudna"


def about(selection: Selection) -> dict[str, Any]:
    """The same for every format, as JSON values in a fixed order. Texts are English; `Selection` says what is counted."""
    dossier = selection.dossier
    readers = {dossier.readings[id].reader for id in selection.articles if id in dossier.readings}
    return {
        "program": f"{PROGRAM} {dossier.version}",
        "reference_sha256": dossier.reference_sha256,
        "readers": sorted(readers),
        "filter": filter_words(selection.filter),
        "zones": len(selection.zones),
        "zones_left_out": selection.zones_in_all - len(selection.zones),
        "zones_without_polygon": len(selection.undrawn),
        "statements": len(selection.statements),
        "articles": len(selection.articles),
        "boundaries": boundary_notes(selection, "en"),
        "attribution": attribution(selection, "en"),
        "licence": word("licence", "en"),
        "silence": word("silence", "en"),
        "reference_tables": [
            {"title": row["title"], "publisher": row["publisher"], "licence": row["licence"], "url": row["url"]}
            for _, row in sorted(dossier.sources.items())
        ],
    }


def about_lines(selection: Selection) -> Iterator[str]:
    """The same as lines of text, for a file beside tables or a comment at the head of one."""
    for key, value in about(selection).items():
        if key == "reference_tables":
            for row in value:
                yield f"reference table: {row['title']} ({row['publisher']}; {row['licence']}) {row['url']}".rstrip()
        elif isinstance(value, dict):
            yield f"{key}: " + ("; ".join(f"{name} {content}" for name, content in value.items()) or "none")
        elif isinstance(value, list):
            yield f"{key}: " + " ".join(value)
        else:
            yield f"{key.replace('_', ' ')}: {value}"


def about_columns(selection: Selection) -> Mapping[str, str]:
    """What stands in every row of a table that is one file, where no other place is for it."""
    whole = about(selection)
    return {
        "program": whole["program"],
        "reference_sha256": whole["reference_sha256"],
        "boundary_source": " ".join(whole["boundaries"]),
        "attribution": whole["attribution"],
        "licence": whole["licence"],
    }


def filter_words(filter: Filter) -> dict[str, str]:
    """The filter's fields that narrow something, as they were asked for."""
    said = {
        "zones": ", ".join(filter.zones),
        "agreements": ", ".join(filter.agreements),
        "statuses": ", ".join(filter.statuses),
        "day": filter.day.isoformat() if filter.day else "",
        "known_on": filter.known_on.isoformat() if filter.known_on else "",
        "articles": ", ".join(filter.articles),
    }
    return {name: value for name, value in said.items() if value}


def boundary_notes(selection: Selection, language: str) -> list[str]:
    """What drew the polygons, a sentence for each source that drew one, in the order of `Source`."""
    used = {source for footprint in selection.footprints.values() for source in footprint.sources}
    return [word(f"boundaries.{source}", language) for source in Source if source in used]


def attribution(selection: Selection, language: str) -> str:
    """Whose data the polygons and names rest on; where official lines are drawn, also what their publisher asks to be said."""
    notes = [word("attribution", language)]
    if any(Source.OFFICIAL in footprint.sources for footprint in selection.footprints.values()):
        for published in selection.dossier.boundaries.values():
            notes += (
                [published.attribution_ar, published.disclaimer_ar] if language == "ar"
                else [published.attribution_en, published.disclaimer_en]
            )  # fmt: skip
    disputed = sorted({id for footprint in selection.footprints.values() for id in footprint.disputed})
    parts = [selection.dossier.disputed[id] for id in disputed if id in selection.dossier.disputed]
    names = [part.name_ar if language == "ar" else part.name_en for part in parts]
    if names:
        notes.append(word("disputed", language, names=word("comma", language).join(names)))
    return " ".join(note if note.endswith(".") else f"{note}." for note in notes)
