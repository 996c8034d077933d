"""Web Annotation and Linked Places: the shape that the specifications ask for, and what stands in it beside the records."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jsonschema
import pyogrio
import pytest
import shapely

from data.export import FORMATS, export
from data.export.dossier import Dossier, Filter, Selection, select
from data.export.plain import web_address
from geo.statement import CoveredArea
from tests.data.export.sample_dossier import BIDI, FORMULA, dossier

SCHEMAS = Path(__file__).parent


def hold(document: dict[str, Any], schema: str) -> None:
    """Raises if a document has not the shape that a schema beside this file asks for."""
    asked = json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(asked)
    jsonschema.validate(document, asked, cls=jsonschema.Draft202012Validator)


@pytest.fixture(scope="module")
def annotations(selection: Selection) -> dict[str, Any]:
    return json.loads(export("webannotation", selection))


@pytest.fixture(scope="module")
def places(selection: Selection) -> dict[str, Any]:
    return json.loads(export("linkedplaces", selection))


# --- Web Annotation


def test_annotations_have_the_shape_of_the_standard(annotations: dict[str, Any]) -> None:
    hold(annotations, "annotations")
    assert annotations["total"] == len(annotations["first"]["items"]) == 5


def test_both_selectors_lead_to_the_quote(annotations: dict[str, Any], selection: Selection) -> None:
    items = annotations["first"]["items"]
    for item, statement in zip(items, selection.statements, strict=True):
        assert item["id"] == f"urn:hudna:statement:{statement.id}"
        for target, evidence in zip(item["target"], statement.evidence, strict=True):
            article = next(a for a in selection.articles.values() if a.sha256 == target["source"]["hudna:sha256"])
            quote, position = target["selector"]
            assert article.text[position["start"] : position["end"]] == quote["exact"] == evidence.quote
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert article.text.count(around) == 1 and around in article.text
            assert article.text.index(around) + len(quote["prefix"]) == position["start"]


def test_quotes_keep_what_they_are_made_of(annotations: dict[str, Any]) -> None:
    exact = [t["selector"][0]["exact"] for item in annotations["first"]["items"] for t in item["target"]]
    assert {FORMULA, BIDI} <= set(exact) and "𝒢" in BIDI and "\u202e" in BIDI


def test_annotations_say_what_is_said(annotations: dict[str, Any], selection: Selection) -> None:
    for item, statement in zip(annotations["first"]["items"], selection.statements, strict=True):
        status, *areas = item["body"]
        assert status["value"] == statement.status and item["hudna:modality"] == statement.modality
        assert [body["hudna:area"] for body in areas] == [covered.area for covered in statement.areas]
        assert item["hudna:effective"] == (statement.effective.text if statement.effective else None)
    assert annotations["hudna:about"]["program"] == "Hudna 1+0123456789ab"


def test_an_area_that_is_covered_by_a_wider_name_says_whose_it_is() -> None:
    sample = dossier()
    first, *rest = sample.statements
    wide = replace(first, areas=(CoveredArea(area="QQ"), CoveredArea(area="QQ01", said_of="QQ")))
    told = json.loads(export("webannotation", select(replace(sample, statements=(wide, *rest)))))
    hold(told, "annotations")
    _, *areas = told["first"]["items"][0]["body"]
    assert [body.get("hudna:saidOf") for body in areas] == [None, "QQ"]


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://news.example/a?b=1&c=%D8%A7#<x>", "https://news.example/a?b=1&c=%D8%A7#%3Cx%3E"),
        ("https://news.example/هدنة", "https://news.example/%D9%87%D8%AF%D9%86%D8%A9"),
        (' HTTP://news.example/"a b"\n', "http://news.example/%22a%20b%22"),
        ("javascript:alert(1)", None), ("JaVaScRiPt:alert(1)", None), ("data:text/html,x", None), ("//news.example", None),
        ("https:", None), ("http://[", None), ("file:///etc/passwd", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_addresses(url: str | None, address: str | None) -> None:
    assert web_address(url) == address


# --- Linked Places


def test_places_have_the_shape_of_the_format(places: dict[str, Any]) -> None:
    hold(places, "places")


def test_places_are_the_zones(places: dict[str, Any], selection: Selection) -> None:
    for feature, zone in zip(places["features"], selection.zones, strict=True):
        assert feature["properties"]["zone"] == zone.id
        assert urlsplit(feature["@id"]).scheme == "urn"
        footprint = selection.footprints.get(zone.id)
        shapes = [shapely.from_geojson(json.dumps(g)) for g in feature["geometry"]["geometries"]]
        assert bool(shapes) == (footprint is not None)
        if footprint:
            assert footprint.core is not None and shapes[0].equals(footprint.core)
            assert shapes[-1].equals(footprint.possible)
        starts = [span["start"]["in"] for span in feature.get("when", {"timespans": []})["timespans"]]
        assert starts == [period.start.isoformat() for period in selection.periods[zone.id]]
        statuses = [kind["identifier"].rpartition(":")[2] for kind in feature["types"][1:]]
        assert statuses == [("violated" if p.violated else p.status) for p in selection.periods[zone.id]]
        quotes = {d["value"] for d in feature["descriptions"]}
        assert {line.evidence[0].quote for line in zone.ledger if line.status != "agreed"} <= quotes


def test_certainty_follows_what_drew_the_land(places: dict[str, Any]) -> None:
    found = {f["properties"]["zone"]: [g["certainty"] for g in f["geometry"]["geometries"]] for f in places["features"]}
    assert found == {
        "described-1@qq/a": ["less-certain"], "described-1@qq/nowhere": [], "known-2017@QQ01": ["certain"],
        "known-2017@QQ02": ["certain"],
    }  # fmt: skip


def test_an_open_period_ends_on_the_day_of_the_last_report_or_later(places: dict[str, Any]) -> None:
    feature = next(f for f in places["features"] if f["properties"]["zone"] == "known-2017@QQ01")
    first, *_, last = feature["when"]["timespans"]
    assert first == {"start": {"in": "2017-07-07"}, "end": {"in": "2017-07-08"}}
    assert last == {"start": {"in": "2017-07-10"}, "end": {"earliest": "2017-07-10"}}


def test_places_are_geojson_for_gdal(tmp_path: Path, dossier: Dossier) -> None:
    chosen = select(dossier, Filter(day=date(2017, 7, 9)))
    path = tmp_path / "places.geojson"
    path.write_bytes(export("linkedplaces", chosen))
    assert len(pyogrio.read_dataframe(path)) == len(chosen.zones)
    assert FORMATS["linkedplaces"].media_type == "application/ld+json"
