"""Linked Places format 1.1: each zone as a place with dated statuses, and geometry with dates and certainty."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from data.export.about import about
from data.export.dossier import Selection
from data.export.geojson import geometry
from data.export.plain import urn, web_address
from data.export.words import word
from geo.article import Article
from geo.footprint import Footprint, Source
from geo.gazetteer import Area
from geo.ledger.zone import LedgerLine, Period, Zone, shown_status

CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
_SURVEYED = {Source.OFFICIAL, Source.OUTLINE}


def write(selection: Selection) -> bytes:
    """A FeatureCollection, zones in their order. A zone that cannot be drawn has a collection of no geometries."""
    collection = {
        "type": "FeatureCollection", "@context": CONTEXT, "about": about(selection),
        "features": [_feature(selection, zone) for zone in selection.zones],
    }  # fmt: skip
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode()


def _feature(selection: Selection, zone: Zone) -> dict[str, Any]:
    gazetteer = selection.dossier.gazetteer
    area = Area.parse(zone.area)
    place = gazetteer.places[area.place]
    articles = [selection.articles[id] for id in dict.fromkeys(line.article for line in _told(zone))]
    spans = [_timespan(zone, period) for period in selection.periods[zone.id]]
    feature: dict[str, Any] = {
        "@id": urn("zone", zone.id), "type": "Feature",
        "properties": {
            "title": f"{gazetteer.name(area, 'en')} · {selection.agreements[zone.agreement].name_en}",
            "ccodes": [place.country] if place.country else [], "zone": zone.id, "partial": zone.partial,
        },
    }  # fmt: skip
    if spans:
        feature["when"] = {"timespans": spans}
    citations = [_citation(article) for article in articles]
    return {
        **feature,
        "names": [{"toponym": gazetteer.name(area, lang), "lang": lang, "citations": citations} for lang in ("en", "ar")],
        "types": list(_types(selection, zone)),
        "geometry": {"type": "GeometryCollection", "geometries": _geometries(selection.footprints.get(zone.id), spans)},
        "links": list(_links(selection, area, articles)),
        "relations": [
            {
                "relationType": "gvp:broaderPartitive",
                "relationTo": urn("place", above),
                "label": gazetteer.places[above].name_en,
            }
            for above in list(gazetteer.ancestors(area.place))[:1]
        ],
        "descriptions": list(_descriptions(selection, zone)),
    }


def _told(zone: Zone) -> list[LedgerLine]:
    """What articles still say: the format has no word for what was withdrawn."""
    return [line for line in zone.ledger if line.withdrawn_on is None]


def _citation(article: Article) -> dict[str, Any]:
    citation = {"label": article.headline, "@id": web_address(article.url) or urn("article", article.id)}
    return (
        {**citation, "year": article.published.earliest.year} if article.published and article.published.earliest else citation
    )


def _timespan(zone: Zone, period: Period) -> dict[str, Any]:
    """A period. A span without an end would mean its first day alone, so an open one ends on the day of the last report, or
    later."""
    if period.last_day:
        return {"start": {"in": period.start.isoformat()}, "end": {"in": period.last_day.isoformat()}}
    last = max([period.start, *(line.reported_on for line in _told(zone) if line.reported_on)])
    return {"start": {"in": period.start.isoformat()}, "end": {"earliest": last.isoformat()}}


def _types(selection: Selection, zone: Zone) -> Iterator[dict[str, Any]]:
    """What sort of truce, and each status with its dates."""
    kind = selection.agreements[zone.agreement].type
    yield _type("agreement_type", kind, f"type.{kind}")
    for period in selection.periods[zone.id]:
        status = shown_status(period)
        yield {**_type("status", status, f"status.{status}"), "when": {"timespans": [_timespan(zone, period)]}}


def _type(family: str, value: str, key: str) -> dict[str, Any]:
    label = {"label": word(key, "ar"), "lang": "ar"}
    return {"identifier": urn(family, value), "label": word(key, "en"), "sourceLabels": [label]}


def _geometries(footprint: Footprint | None, spans: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The core and what lies beyond it. Certain is a core from surveyed lines, less certain one from cells, circles or
    courses; an extent that only some reading allows is uncertain."""
    if footprint is None:
        return []
    certainty = "certain" if set(footprint.sources) <= _SURVEYED else "less-certain"
    found = [] if footprint.core is None else [(footprint.core, certainty)]
    if footprint.core is None or not footprint.core.equals(footprint.possible):
        found.append((footprint.possible, "uncertain"))
    when = {"when": {"timespans": spans}} if spans else {}
    return [{**(geometry(shape) or {}), **when, "certainty": certainty} for shape, certainty in found]


def _links(selection: Selection, area: Area, articles: list[Article]) -> Iterator[dict[str, str]]:
    place = selection.dossier.gazetteer.places[area.place]
    if area.key == place.id:  # a part of a place is not that place
        if place.wikidata:
            yield {"type": "closeMatch", "identifier": f"http://www.wikidata.org/entity/{place.wikidata}"}
        if place.geonames:
            yield {"type": "closeMatch", "identifier": f"https://sws.geonames.org/{place.geonames}/"}
    for address in dict.fromkeys(web_address(article.url) for article in articles):
        if address:
            yield {"type": "subjectOf", "identifier": address}


def _descriptions(selection: Selection, zone: Zone) -> Iterator[dict[str, str]]:
    """How it is drawn, in both languages, and the words of the articles."""
    footprint = selection.footprints.get(zone.id)
    if footprint:
        yield {"@id": urn("recipe", f"{zone.id}/en"), "value": footprint.recipe_en, "lang": "en"}
        yield {"@id": urn("recipe", f"{zone.id}/ar"), "value": footprint.recipe_ar, "lang": "ar"}
    for id, article in dict.fromkeys((line.statement, line.article) for line in _told(zone)):
        quote = next(line.evidence[0].quote for line in zone.ledger if line.statement == id)
        yield {"@id": urn("statement", id), "value": quote, "lang": str(selection.articles[article].language)}
