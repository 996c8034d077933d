"""What leaves Hudna: a selection of the store in the formats that the next person uses. docs/exports.md describes each.

    content = export("geojson", selection)            # bytes; FORMATS["geojson"] has the file's name and media type

The same store, filter, tables and program give the same bytes: no clock is read, and archives carry no times.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from data.export.dossier import Selection
from geo.errors import ExportError


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: what `--format` calls it, the name that its file gets, its media type, and what it is, in a few words.

    `writer` is the module of this package, and after a colon its function, that makes the bytes of a selection; it is imported
    when it is asked for.
    """

    name: str
    file_name: str
    media_type: str
    title: str
    writer: str

    def write(self, selection: Selection) -> bytes:
        """The file of a selection."""
        module, _, function = self.writer.partition(":")
        write: Callable[[Selection], bytes] = getattr(import_module(f"data.export.{module}"), function)
        return write(selection)


_ALL = (
    Format(name="geojson", file_name="zones.geojson", media_type="application/geo+json", writer="geojson:write",
           title="zones for any map (GeoJSON, RFC 7946)"),
    Format(name="gpkg", file_name="hudna.gpkg", media_type="application/geopackage+sqlite3", writer="geopackage:write",
           title="zones, statements and articles for QGIS, styled by status (GeoPackage)"),
    Format(name="kml", file_name="zones.kml", media_type="application/vnd.google-earth.kml+xml", writer="kml:write",
           title="zones with their dates for Google Earth (KML)"),
    Format(name="csv", file_name="tables.zip", media_type="application/zip", writer="spreadsheet:write",
           title="tables of zones, periods, statements and articles for a spreadsheet (CSV, zipped)"),
    Format(name="csv-zones", file_name="zones.csv", media_type="text/csv", writer="spreadsheet:write_zones",
           title="the table of zones alone (CSV)"),
    Format(name="csv-statements", file_name="statements.csv", media_type="text/csv", writer="spreadsheet:write_statements",
           title="the table of statements alone (CSV)"),
    Format(name="csv-articles", file_name="articles.csv", media_type="text/csv", writer="spreadsheet:write_articles",
           title="the table of articles alone (CSV)"),
    Format(name="parquet", file_name="zones.parquet", media_type="application/vnd.apache.parquet", writer="geoparquet:write",
           title="zones for data frames (GeoParquet)"),
    Format(name="webannotation", file_name="annotations.jsonld", media_type="application/ld+json",
           writer="annotation:write", title="statements as annotations of the articles (W3C Web Annotation)"),
    Format(name="linkedplaces", file_name="places.jsonld", media_type="application/ld+json", writer="linked_places:write",
           title="zones as places with dated, more or less certain geometry (Linked Places)"),
    Format(name="paxlocal", file_name="agreements-pax.csv", media_type="text/csv", writer="pax_local:write",
           title="agreements in the core columns of PA-X Local (CSV)"),
    Format(name="ethprio", file_name="ceasefires-cf.csv", media_type="text/csv", writer="eth_prio:write",
           title="agreements in the columns of the ETH/PRIO ceasefire data (CSV)"),
    Format(name="ucdpged", file_name="reports-ged.csv", media_type="text/csv", writer="ucdp_ged:write",
           title="reports in the columns of UCDP GED (CSV)"),
    Format(name="bibtex", file_name="sources.bib", media_type="application/x-bibtex", writer="bibliography:write_bibtex",
           title="the articles as references (BibTeX)"),
    Format(name="ris", file_name="sources.ris", media_type="application/x-research-info-systems",
           writer="bibliography:write_ris", title="the articles as references (RIS)"),
    Format(name="pack", file_name="evidence-pack.zip", media_type="application/zip", writer="pack:write",
           title="all of these, the texts of the articles and a page that opens without a network (zip)"),
)  # fmt: skip
FORMATS: Mapping[str, Format] = {one.name: one for one in _ALL}


def export(format: str, selection: Selection) -> bytes:
    """The file of a selection in one of `FORMATS`. Raises ExportError for another format."""
    if format not in FORMATS:
        raise ExportError("there is no format {format!r}: choose from {choices}", format=format, choices=", ".join(FORMATS))
    return FORMATS[format].write(selection)
