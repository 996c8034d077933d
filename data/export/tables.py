"""The rows of every exported table: zones, their periods, statements, articles. A column means the same everywhere."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias

import shapely

from data.export.dossier import Selection
from data.export.governorates import governorate
from data.export.truces import state_names
from geo.edtf import Edtf
from geo.evidence.attestation import Attestation
from geo.footprint import Footprint
from geo.footprint.crs import COORDINATE_DECIMALS
from geo.gazetteer import Area
from geo.ledger.contest import disagreements, entries, is_contested
from geo.ledger.zone import LedgerLine, Zone, shown_status
from geo.span import Span
from geo.statement import Statement

Cell: TypeAlias = str | int | float | bool | None
Row: TypeAlias = Mapping[str, Cell]
Columns: TypeAlias = Mapping[str, type]

AND = "; "  # between the values of a cell that holds several

# A cell of the type `date` is ISO 8601 text here. A column whose name ends in _edtf holds a date as vaguely as it is known.
ZONE_COLUMNS: Columns = {
    "zone": str, "agreement": str, "agreement_name_en": str, "agreement_name_ar": str, "agreement_type": str,
    "agreement_known": bool, "agreements": str, "area": str, "area_name_en": str, "area_name_ar": str, "country": str,
    "country_en": str, "governorate_en": str, "pcode": str, "partial": bool, "status": str, "violated": bool,
    "shown_status": str, "status_from": date, "status_until": date, "history": str, "statements": int, "articles": str,
    "contested": str, "quote": str, "quote_article": str, "method": str, "recipe_en": str, "recipe_ar": str,
    "drawn_with": str, "where_prec": int, "geo_precision": int, "area_km2": float, "has_core": bool, "cells_iou": float,
    "cells_iou_area": str, "disputed": str, "lon": float, "lat": float, "undrawn": str,
}  # fmt: skip
PERIOD_COLUMNS: Columns = {
    "zone": str, "agreement": str, "area": str, "area_name_en": str, "area_name_ar": str, "start": date, "end": date,
    "status": str, "violated": bool, "shown_status": str,
}  # fmt: skip
STATEMENT_COLUMNS: Columns = {
    "statement": str, "article": str, "agreement": str, "agreement_name_en": str, "agreement_name_ar": str, "type": str,
    "zones": str, "areas": str, "area_names_en": str, "area_names_ar": str, "partial": str, "excluded": str, "status": str,
    "status_basis": str, "status_likelihood": float, "modality": str, "attributed_to": str, "signed_edtf": str,
    "effective_edtf": str, "since_edtf": str, "until_edtf": str, "expected_edtf": str,
    "sponsors": str, "guarantors": str, "mediators": str,
    "parties": str, "party_words": str, "quote": str, "quote_start": int, "quote_end": int,
    "evidence": str, "sha256": str, "withdrawn_on": date, "verified": bool, "edited": bool, "origin": str, "known_on": date,
    "article_title": str, "publisher": str, "url": str,
}  # fmt: skip
ARTICLE_COLUMNS: Columns = {
    "article": str, "headline": str, "title": str, "publisher": str, "language": str, "url": str, "published_edtf": str,
    "published_basis": str, "origin": str, "sha256": str, "characters": int, "statements": int, "names": int,
    "unresolved_names": int,
    "dates": int, "reader": str,
}  # fmt: skip


def zone_rows(selection: Selection) -> list[Row]:
    """A row for each zone, drawn or not, in the order of the selection. `status` is that of the filter's day, else the last
    that is known; `unknown` where nothing is."""
    return [_zone_row(selection, zone) for zone in selection.zones]


def _zone_row(selection: Selection, zone: Zone) -> Row:
    gazetteer = selection.dossier.gazetteer
    agreement = selection.agreements[zone.agreement]
    area = Area.parse(zone.area)
    place = gazetteer.places[area.place]
    period = selection.period_of(zone.id)
    line = ruling_line(selection, zone)
    articles = sorted({line.article for line in zone.ledger})
    return {
        "zone": zone.id, "agreement": zone.agreement, "agreement_name_en": agreement.name_en,
        "agreement_name_ar": agreement.name_ar, "agreement_type": str(agreement.type), "agreement_known": agreement.known,
        "agreements": AND.join(zone.agreements),
        "area": zone.area, "area_name_en": gazetteer.name(area, "en"), "area_name_ar": gazetteer.name(area, "ar"),
        "country": place.country, "country_en": next(state_names(selection, (place.country,))) if place.country else None,
        "governorate_en": governorate(selection, area),
        "pcode": place.pcode if area.key == place.id else None, "partial": zone.partial,
        "status": str(period.status) if period else "unknown", "violated": bool(period and period.violated),
        "shown_status": str(shown_status(period)), "status_from": period.start.isoformat() if period else None,
        "status_until": _day(period.end) if period else None, "history": _history(selection, zone),
        "statements": len({line.statement for line in zone.ledger}), "articles": AND.join(articles),
        "contested": AND.join(contested_statements(selection, zone)) or None,
        "quote": line.evidence[0].quote if line.withdrawn_on is None else None,
        "quote_article": line.article if line.withdrawn_on is None else None,
        **_drawing(selection.footprints.get(zone.id)), "undrawn": selection.undrawn.get(zone.id),
    }  # fmt: skip


def ruling_line(selection: Selection, zone: Zone) -> LedgerLine:
    """The line of a zone's ledger that its shown status comes from, the latest of several; its first line where none does. What
    its article withdrew comes in only where nothing else is left."""
    period = selection.period_of(zone.id)
    told = [line for line in zone.ledger if line.withdrawn_on is None] or zone.ledger
    fitting = [line for line in told if line.status is shown_status(period)]
    if period:
        fitting = [line for line in fitting if line.true_from and line.true_from <= period.start]
    return fitting[-1] if fitting else told[0]


def contested_statements(selection: Selection, zone: Zone) -> list[str]:
    """The statements of a zone that disagree with each other, in the order of its ledger; what was withdrawn is out of it."""
    told = replace(zone, ledger=tuple(line for line in zone.ledger if line.withdrawn_on is None))
    found = entries(told, selection.articles, selection.dossier.origins)
    contested = (entry for group in disagreements(found) if is_contested(group) for entry in group)
    return list(dict.fromkeys(entry.line.statement for entry in contested))


def _history(selection: Selection, zone: Zone) -> str:
    """The periods in a cell: "2017-05-04/2017-06-10 agreed; 2017-06-10/.. in_force, violated"; the second day is outside."""
    return AND.join(
        f"{p.start.isoformat()}/{_day(p.end) or '..'} {p.status}{', violated' if p.violated and p.status != 'violated' else ''}"
        for p in selection.periods[zone.id]
    )


def _drawing(footprint: Footprint | None) -> Row:
    if footprint is None:
        return dict.fromkeys((
            "method", "recipe_en", "recipe_ar", "drawn_with", "where_prec", "geo_precision", "area_km2", "has_core",
            "cells_iou", "cells_iou_area", "disputed", "lon", "lat",
        ))  # fmt: skip
    lon, lat = point_in(footprint)
    agreement = footprint.agreement
    return {
        "method": str(footprint.method), "recipe_en": footprint.recipe_en, "recipe_ar": footprint.recipe_ar,
        "drawn_with": AND.join(footprint.sources), "where_prec": footprint.where_prec,
        "geo_precision": footprint.geo_precision, "area_km2": round(footprint.area_km2, 1),
        "has_core": footprint.core is not None, "cells_iou": agreement.iou if agreement else None,
        "cells_iou_area": agreement.area if agreement else None, "disputed": AND.join(footprint.disputed),
        "lon": lon, "lat": lat,
    }  # fmt: skip


def point_in(footprint: Footprint) -> tuple[float, float]:
    """A point (lon, lat) that is sure to lie in the footprint: in its core where it has one."""
    inside = shapely.point_on_surface(footprint.possible if footprint.core is None else footprint.core)
    return round(inside.x, COORDINATE_DECIMALS), round(inside.y, COORDINATE_DECIMALS)


def period_rows(selection: Selection) -> list[Row]:
    """A row for each period of each zone, in order. `start` is inside the period, `end` (None: open) is not."""
    gazetteer = selection.dossier.gazetteer
    return [
        {
            "zone": zone.id, "agreement": zone.agreement, "area": zone.area,
            "area_name_en": gazetteer.name(Area.parse(zone.area), "en"),
            "area_name_ar": gazetteer.name(Area.parse(zone.area), "ar"), "start": period.start.isoformat(),
            "end": _day(period.end), "status": str(period.status), "violated": period.violated,
            "shown_status": str(shown_status(period)),
        }
        for zone in selection.zones for period in selection.periods[zone.id]
    ]  # fmt: skip


def statement_rows(selection: Selection) -> list[Row]:
    """A row for each statement, in the order of the selection. `evidence` is JSON: every quote with its span and aspect."""
    zones_of: dict[str, list[str]] = {}
    for zone in selection.zones:
        for id in dict.fromkeys(line.statement for line in zone.ledger):
            zones_of.setdefault(id, []).append(zone.id)
    return [_statement_row(selection, statement, zones_of.get(statement.id, [])) for statement in selection.statements]


def _statement_row(selection: Selection, statement: Statement, zones: list[str]) -> Row:
    gazetteer = selection.dossier.gazetteer
    article = selection.dossier.text_of(statement.id, statement.article)
    agreement = selection.agreements[statement.agreement]
    first = statement.evidence[0]
    areas = [Area.parse(covered.area) for covered in statement.areas]
    return {
        "statement": statement.id, "article": statement.article, "agreement": statement.agreement,
        "agreement_name_en": agreement.name_en, "agreement_name_ar": agreement.name_ar, "type": str(statement.type),
        "zones": AND.join(zones), "areas": AND.join(area.key for area in areas),
        "area_names_en": AND.join(gazetteer.name(area, "en") for area in areas),
        "area_names_ar": AND.join(gazetteer.name(area, "ar") for area in areas),
        "partial": AND.join(covered.area for covered in statement.areas if covered.partial),
        "excluded": AND.join(statement.excluded), "status": str(statement.status),
        "status_basis": str(statement.grounds.basis) if statement.grounds else None,
        "status_likelihood": statement.grounds.likelihood if statement.grounds else None,
        "modality": str(statement.modality),
        "attributed_to": _words(statement.attribution, article.text), "signed_edtf": _edtf(statement.signed),
        "effective_edtf": _edtf(statement.effective), "since_edtf": _edtf(statement.since),
        "until_edtf": _edtf(statement.until),
        "expected_edtf": _edtf(statement.expected), "sponsors": AND.join(statement.sponsors),
        "guarantors": AND.join(statement.guarantors), "mediators": AND.join(statement.mediators),
        "parties": AND.join(party.actor for party in statement.parties),
        "party_words": AND.join(party.span.of(article.text) for party in statement.parties),
        "quote": first.quote, "quote_start": first.span.start,
        "quote_end": first.span.end, "evidence": _evidence(statement), "sha256": article.sha256,
        **_vouched(selection, statement), "article_title": article.title,
        "publisher": article.publisher, "url": article.url,
    }  # fmt: skip


def _vouched(selection: Selection, statement: Statement) -> Row:
    """How far a statement is vouched for: since when, taken back, judged by an editor, told by one text in several articles."""
    dossier = selection.dossier
    when, standing = selection.attested.get(statement.id, Attestation()), dossier.standings.get(statement.id)
    return {
        "known_on": _day(when.known_from(dossier.articles[statement.article])), "withdrawn_on": _day(when.withdrawn_on),
        "verified": bool(standing and standing.verified), "edited": bool(standing and standing.edited),
        "origin": dossier.origins.get(statement.article, statement.article),
    }  # fmt: skip


def _evidence(statement: Statement) -> str:
    quotes = [{"aspect": str(e.aspect), "start": e.span.start, "end": e.span.end, "quote": e.quote} for e in statement.evidence]
    return json.dumps(quotes, ensure_ascii=False)


def article_rows(selection: Selection) -> list[Row]:
    """A row for each article, in order; the text itself is not in it. No count is known of an article that was not read."""
    told: dict[str, int] = {}
    for statement in selection.statements:
        told[statement.article] = told.get(statement.article, 0) + 1
    rows: list[Row] = []
    for article in selection.articles.values():
        reading = selection.dossier.readings.get(article.id)
        if reading and reading.sha256 != article.sha256:  # it tells of another version
            reading = None
        rows.append({
            "article": article.id, "headline": article.headline, "title": article.title, "publisher": article.publisher,
            "language": str(article.language), "url": article.url, "published_edtf": _edtf(article.published),
            "published_basis": article.published_basis,
            "origin": selection.dossier.origins.get(article.id, article.id), "sha256": article.sha256,
            "characters": len(article.text), "statements": told.get(article.id, 0),
            "names": reading.mentions if reading else None,
            "unresolved_names": reading.unresolved if reading else None, "dates": reading.timexes if reading else None,
            "reader": reading.reader if reading else None,
        })  # fmt: skip
    return rows


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _edtf(value: Edtf | None) -> str | None:
    return value.text if value else None


def _words(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None
