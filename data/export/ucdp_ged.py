"""Reports of a status at a place in the columns of UCDP GED, a row for each line of a zone's ledger; see docs/exports.md."""

from __future__ import annotations

import hashlib
import math
from datetime import date

from data.export.country_codes import country_codes
from data.export.dossier import Selection
from data.export.governorates import district, governorate
from data.export.plain import web_address
from data.export.spreadsheet import dataset_table
from data.export.tables import Row, point_in
from data.export.truces import state_names
from geo.gazetteer import Area
from geo.ledger.zone import LedgerLine, Zone
from geo.statement import SAID_TO_BE, Statement

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id",
    "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude",
    "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
    "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
OURS = (
    "hudna_zone", "hudna_agreement", "hudna_statement", "hudna_article", "hudna_status", "hudna_modality", "hudna_dated_by",
    "hudna_withdrawn_on", "hudna_quote",
)  # fmt: skip
_ID_BITS = 52  # as many as a spreadsheet's and R's numbers hold exactly
_LONGEST_DAYS = ((1, 1), (6, 2), (7, 3), (31, 4))  # UCDP's date_prec up to so many days; 5 beyond


def write(selection: Selection) -> bytes:
    """The table, zones in their order, each with its ledger's. It holds statuses, not events, and no deaths: those columns are
    empty, never 0."""
    statements = {statement.id: statement for statement in selection.statements}
    rows = [
        _row(selection, zone, line, statements[line.statement])
        for zone in selection.zones for line in zone.ledger if line.modality in SAID_TO_BE
    ]  # fmt: skip
    return dataset_table(selection, [*COLUMNS, *OURS], rows)


def _row(selection: Selection, zone: Zone, line: LedgerLine, statement: Statement) -> Row:
    gazetteer = selection.dossier.gazetteer
    area = Area.parse(zone.area)
    place = gazetteer.places[area.place]
    article = selection.dossier.text_of(line.statement, line.article)
    codes = country_codes().get(place.country or "")
    relid = f"{zone.id}|{line.statement}|{line.status}"
    return {
        "id": int(hashlib.sha256(relid.encode()).hexdigest(), 16) % 2**_ID_BITS, "relid": relid,
        "conflict_name": selection.agreements[statement.agreement].name_en, "number_of_sources": 1,
        "source_article": web_address(article.url) or article.id, "source_office": article.publisher,
        "source_date": article.published.text if article.published else None, "source_headline": article.headline,
        "source_original": statement.attribution.of(article.text) if statement.attribution else None,
        **_place(selection, zone, area),
        "country": next(state_names(selection, (place.country,))) if place.country else None,
        "country_id": codes.gwno if codes else None, **_time(line),
        "hudna_zone": zone.id, "hudna_agreement": statement.agreement, "hudna_statement": line.statement,
        "hudna_article": line.article, "hudna_status": str(line.status), "hudna_modality": str(line.modality),
        "hudna_withdrawn_on": line.withdrawn_on.isoformat() if line.withdrawn_on else None,
        "hudna_quote": line.evidence[0].quote,
    }  # fmt: skip


def _place(selection: Selection, zone: Zone, area: Area) -> Row:
    gazetteer = selection.dossier.gazetteer
    names: Row = {
        "where_coordinates": gazetteer.name(area, "en"), "adm_1": governorate(selection, area),
        "adm_2": district(selection, area),
    }  # fmt: skip
    footprint = selection.footprints.get(zone.id)
    if footprint is None:
        return names
    lon, lat = point_in(footprint)
    return {
        **names, "where_prec": footprint.where_prec, "where_description": footprint.recipe_en, "latitude": lat,
        "longitude": lon, "geom_wkt": f"POINT ({lon} {lat})", "priogrid_gid": priogrid_gid(lon, lat),
    }  # fmt: skip


def priogrid_gid(lon: float, lat: float) -> int:
    """The number of the cell of PRIO-GRID: half degrees, 720 a row, from 1 in the south-west corner of the world."""
    row, column = math.floor((lat + 90) * 2), math.floor((lon + 180) * 2)
    return row * 720 + column + 1


def _time(line: LedgerLine) -> Row:
    """When: as the text dates it, with UCDP's precision; a line that only its publication dates gives that day, and none."""
    first, last = (line.dated.earliest, line.dated.latest) if line.dated else (line.true_from, line.reported_on)
    if not first:
        return {"hudna_dated_by": "nothing"}
    return {
        "year": first.year, "date_start": first.isoformat(), "date_end": (last or first).isoformat(),
        "date_prec": _precision(first, last) if line.dated else None, "hudna_dated_by": "text" if line.dated else "publication",
    }  # fmt: skip


def _precision(first: date, last: date | None) -> int:
    days = ((last or date.max) - first).days + 1
    return next((code for longest, code in _LONGEST_DAYS if days <= longest), 5)
