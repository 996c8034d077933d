"""GeoJSON, GeoPackage, KML and GeoParquet, each read back with another library and compared with the records."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import geopandas
import pyarrow.parquet
import pyogrio
import pytest
import shapely
from lxml import etree, html

from data.export import FORMATS, export
from data.export.appearance import appearances
from data.export.dossier import Dossier, Filter, Selection, select
from data.export.plain import plain
from data.export.tables import STATEMENT_COLUMNS, ZONE_COLUMNS, article_rows, period_rows, statement_rows, zone_rows
from geo.footprint import Source
from tests.data.export.sample_dossier import FORMULA, MARKUP

KML = "{http://www.opengis.net/kml/2.2}"


def saved(tmp_path: Path, format: str, selection: Selection) -> Path:
    """The export as a file."""
    path = tmp_path / FORMATS[format].file_name
    path.write_bytes(export(format, selection))
    return path


def same(a: shapely.Geometry, b: shapely.Geometry) -> bool:
    """The same corners, however rings and parts are begun or grouped."""
    return bool(shapely.normalize(shapely.multipolygons([*shapely.get_parts(a)])).equals_exact(
        shapely.normalize(shapely.multipolygons([*shapely.get_parts(b)])), tolerance=0.0))  # fmt: skip


# --- GeoJSON


def test_geojson_is_read_back_by_gdal_with_the_zones_as_they_are(tmp_path: Path, selection: Selection) -> None:
    frame = pyogrio.read_dataframe(saved(tmp_path, "geojson", selection), datetime_as_string=True)
    assert frame.crs == "EPSG:4326"
    for row in zone_rows(selection):
        found = frame[frame["zone"] == row["zone"]].set_index("part")
        footprint = selection.footprints.get(str(row["zone"]))
        if footprint is None:
            assert found.geometry.isna().all() and len(found) == 1
            continue
        assert same(found.geometry["possible"], footprint.possible)
        assert footprint.core is not None and same(found.geometry["core"], footprint.core)
        assert found["quote"].iloc[0] == row["quote"]
        assert found["area_km2"].iloc[0] == row["area_km2"]


def test_geojson_holds_to_rfc_7946(selection: Selection) -> None:
    collection = json.loads(export("geojson", selection))
    assert "crs" not in collection and collection["bbox"] == [10.0, 40.0, 12.0, 42.0]
    drawn = [feature for feature in collection["features"] if feature["geometry"]]
    for feature in drawn:
        shape = shapely.from_geojson(json.dumps(feature["geometry"]))
        assert shape.is_valid and feature["bbox"] == pytest.approx(shape.bounds)
        for polygon in shapely.get_parts(shape):
            assert polygon.exterior.is_ccw and not any(hole.is_ccw for hole in polygon.interiors)
        numbers = shapely.get_coordinates(shape).ravel().tolist()
        assert numbers == [round(number, 7) for number in numbers]
    assert any(feature["geometry"]["coordinates"][1:] for feature in drawn), "no polygon of the sample has its hole"
    ids = [feature["id"] for feature in collection["features"]]
    assert len(ids) == len(set(ids))


def test_geojson_says_where_it_comes_from(selection: Selection) -> None:
    told = json.loads(export("geojson", selection))["about"]
    assert told["program"] == "Hudna 1+0123456789ab" and told["reference_sha256"] == selection.dossier.reference_sha256
    assert told["boundaries"][0].startswith("Official boundaries") and "Circles" in told["boundaries"][1]
    assert "Quadria, by its publisher. No side is taken." in told["attribution"] and "The Corner" in told["attribution"]
    assert told["zones_without_polygon"] == 1 and told["reference_tables"][0]["title"] == "Quadria <b>"


def test_attribution_of_official_boundaries_is_only_said_of_what_they_drew(dossier: Dossier) -> None:
    town = select(dossier, Filter(zones=("described-1@qq/a",)))
    assert {source for f in town.footprints.values() for source in f.sources} == {Source.CIRCLE}
    assert "by its publisher" not in json.loads(export("geojson", town))["about"]["attribution"]


# --- GeoPackage


def test_geopackage_is_read_back_with_every_layer(tmp_path: Path, selection: Selection) -> None:
    path = saved(tmp_path, "gpkg", selection)
    zones = geopandas.read_file(path, layer="zones").set_index("zone")
    assert zones.crs == "EPSG:4326" and list(zones.index) == [zone.id for zone in selection.zones]
    for row in zone_rows(selection):
        stored = zones.loc[row["zone"]]
        footprint = selection.footprints.get(str(row["zone"]))
        assert (stored.geometry is None) == (footprint is None)
        assert footprint is None or same(stored.geometry, footprint.possible)
        for column, kind in ZONE_COLUMNS.items():
            if column == "zone":
                continue
            if row[column] is None:
                assert geopandas.pd.isna(stored[column]), column
            elif kind is date:
                assert stored[column].date().isoformat() == row[column]
            else:
                assert stored[column] == (plain(str(row[column])) if kind is str else row[column]), column
    cores = geopandas.read_file(path, layer="cores").set_index("zone")
    assert all(same(cores.geometry[id], f.core) for id, f in selection.footprints.items() if f.core is not None)
    periods = pyogrio.read_dataframe(path, layer="periods", read_geometry=False)
    assert [str(start.date()) for start in periods["start"]] == [row["start"] for row in period_rows(selection)]
    statements = pyogrio.read_dataframe(path, layer="statements")
    assert list(statements["quote"]) == [plain(str(row["quote"])) for row in statement_rows(selection)]
    assert list(statements.columns) == list(STATEMENT_COLUMNS)
    articles = pyogrio.read_dataframe(path, layer="articles")
    assert list(articles["sha256"]) == [row["sha256"] for row in article_rows(selection)]
    told = pyogrio.read_dataframe(path, layer="about").set_index("name")["value"]
    assert told["program"] == "Hudna 1+0123456789ab" and "by its publisher" in told["attribution"]


def test_geopackage_carries_the_styles_that_qgis_asks_for(tmp_path: Path, selection: Selection) -> None:
    """The query is QGIS's own: a column that it names and the table lacks, and no style is found."""
    path = saved(tmp_path, "gpkg", selection)
    with sqlite3.connect(path) as database:
        for layer in ("zones", "cores", "periods"):
            found = database.execute(
                "SELECT styleQML FROM layer_styles WHERE f_table_schema='' AND f_table_name=? AND f_geometry_column='geom'"
                " ORDER BY CASE WHEN useAsDefault THEN 1 ELSE 2 END, update_time DESC LIMIT 1",
                (layer,),
            ).fetchone()
            style = etree.fromstring(found[0])
            renderer = style.find("renderer-v2")
            assert renderer.get("attr") == "shown_status" and renderer.get("type") == "categorizedSymbol"
            assert [c.get("value") for c in renderer.iter("category")] == [str(status) for status in appearances()]
            names = {symbol.get("name") for symbol in renderer.iter("symbol")}
            assert {c.get("symbol") for c in renderer.iter("category")} == names
        integrity = database.execute("PRAGMA integrity_check").fetchone()[0]
        keys = database.execute("PRAGMA foreign_key_check").fetchall()
        application = database.execute("PRAGMA application_id").fetchone()[0]
    database.close()
    assert integrity == "ok" and not keys and application.to_bytes(4, "big") == b"GPKG"


# --- KML


def test_kml_is_read_back_with_dates_styles_and_shapes(selection: Selection) -> None:
    root = etree.fromstring(export("kml", selection))
    styles = {style.get("id") for style in root.iter(f"{KML}Style")}
    extents = root.find(f"{KML}Document").findall(f"{KML}Folder")[0].findall(f"{KML}Placemark")
    data = [{d.get("name"): d.findtext(f"{KML}value") for d in placemark.iter(f"{KML}Data")} for placemark in extents]
    periods = [(zone.id, p) for zone in selection.zones for p in selection.periods[zone.id] or (None,)]
    assert [values["zone"] for values in data] == [zone for zone, _ in periods]
    for placemark, values, (zone, period) in zip(extents, data, periods, strict=True):
        assert placemark.findtext(f"{KML}styleUrl").removeprefix("#") in styles
        assert placemark.findtext(f"{KML}TimeSpan/{KML}begin") == (period.start.isoformat() if period else None)
        end = placemark.findtext(f"{KML}TimeSpan/{KML}end")
        assert (end is None) == (period is None or period.end is None)
        assert not end or date.fromisoformat(end).toordinal() + 1 == period.end.toordinal()
        footprint = selection.footprints.get(zone)
        rings = [ring.text for ring in placemark.iter(f"{KML}coordinates")]
        assert bool(rings) == (footprint is not None)
        if footprint:
            corners = [tuple(map(float, corner.split(","))) for ring in rings for corner in ring.split()]
            assert corners == [tuple(corner) for corner in shapely.get_coordinates(footprint.possible).tolist()]
        row = next(row for row in zone_rows(selection) if row["zone"] == zone)
        assert values["quote"] == plain(str(row["quote"])).replace("\r\n", "\n").replace("\r", "\n")
    assert "Hudna 1+0123456789ab" in root.findtext(f"{KML}Document/{KML}description")


def test_what_google_earth_takes_for_html_holds_no_markup_of_an_article(selection: Selection) -> None:
    """It shows descriptions as HTML, and, without a text of the style's own, a table of all values."""
    root = etree.fromstring(export("kml", selection))
    told = [html.fragment_fromstring(d.text, create_parent="div") for d in root.iter(f"{KML}description")]
    assert {element.tag for description in told for element in description.iter()} == {"div", "br"}
    assert any(MARKUP in description.text_content() for description in told)
    texts = [style.findtext(f"{KML}BalloonStyle/{KML}text") for style in root.iter(f"{KML}Style")]
    assert texts == ["$[description]"] * len(appearances())


def test_kml_is_read_by_gdal(tmp_path: Path, selection: Selection) -> None:
    path = saved(tmp_path, "kml", selection)
    drawn = [len(selection.periods[id]) for id in selection.footprints]
    frame = pyogrio.read_dataframe(path, layer=0)
    assert frame.geometry.notna().sum() == sum(drawn)


def test_kml_of_a_day_holds_that_day_alone(dossier: Dossier) -> None:
    root = etree.fromstring(export("kml", select(dossier, Filter(day=date(2017, 7, 8), agreements=("known-2017",)))))
    assert [span.findtext(f"{KML}begin") for span in root.iter(f"{KML}TimeSpan")] == ["2017-07-07"] * 2


# --- GeoParquet


def test_geoparquet_is_read_back_by_geopandas(tmp_path: Path, selection: Selection) -> None:
    path = saved(tmp_path, "parquet", selection)
    frame = geopandas.read_parquet(path).set_index("zone")
    assert frame.crs == "OGC:CRS84" and frame.geometry.name == "geometry"
    for row in zone_rows(selection):
        stored = frame.loc[row["zone"]]
        footprint = selection.footprints.get(str(row["zone"]))
        assert (stored.geometry is None) == (footprint is None)
        assert footprint is None or (same(stored.geometry, footprint.possible) and same(stored["core"], footprint.core))
    table = pyarrow.parquet.read_table(path)
    for column, kind in ZONE_COLUMNS.items():
        cells = [c.isoformat() if isinstance(c, date) else c for c in table[column].to_pylist()]
        assert cells == [row[column] for row in zone_rows(selection)], (column, kind)
    metadata = table.schema.metadata
    assert json.loads(metadata[b"geo"])["columns"]["geometry"]["bbox"] == [10.0, 40.0, 12.0, 42.0]
    assert json.loads(metadata[b"hudna"])["reference_sha256"] == selection.dossier.reference_sha256


# --- all of them


@pytest.mark.parametrize("format", ["geojson", "gpkg", "kml", "parquet"])
def test_a_dossier_without_zones_gives_a_file_that_can_be_read(tmp_path: Path, dossier: Dossier, format: str) -> None:
    empty = select(replace(dossier, statements=(), articles={}))
    path = saved(tmp_path, format, empty)
    if format == "parquet":
        assert geopandas.read_parquet(path).empty
    elif format == "kml":
        assert not list(etree.fromstring(path.read_bytes()).iter(f"{KML}Placemark"))
    else:
        assert pyogrio.read_dataframe(path, layer=0).empty


def test_hostile_words_stay_words(tmp_path: Path, selection: Selection) -> None:
    quotes = {row["quote"] for row in zone_rows(selection)}
    assert MARKUP in quotes and FORMULA in {row["quote"] for row in statement_rows(selection)}
    assert MARKUP in set(pyogrio.read_dataframe(saved(tmp_path, "gpkg", selection), layer="zones")["quote"])
    root = etree.fromstring(export("kml", selection))
    assert not root.findall(".//script") and not root.findall(f".//{KML}script")
    assert MARKUP in {value.text for value in root.iter(f"{KML}value")}
