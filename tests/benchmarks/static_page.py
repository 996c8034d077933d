"""The limit of what a page can do: Leaflet, the same polygons and days, a list of styles; no session, no words, no language."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree

import shapely

from dashboard.draw.appearance import appearances, shown_status
from dashboard.draw.base_map import ground_extent
from data.drawing.atlas import load_atlas
from data.drawing.outlines import draw_base_map
from data.settings import load_settings
from data.store import open_reader
from data.tables.reference import load_gazetteer
from geo.errors import FootprintError
from geo.gazetteer import Area
from geo.ledger.zone import Period, fold_zones, periods
from tests.browser.conftest import ROOT

TOLERANCE_DEGREES = 0.0007  # what our page draws with at the zoom that the map opens at or closer

PAGE = """<!doctype html><meta charset="utf-8"><title>static</title>
<link rel="stylesheet" href="vendor/leaflet/leaflet.css"><script src="vendor/leaflet/leaflet.js"></script>
<style>html,body,#map{height:100%;margin:0}#text{position:fixed;top:0;left:60px;z-index:9999;background:#fff}</style>
<div id="map"></div><p id="text"></p>
<script>
const map = L.map('map', {zoomSnap: .25})
const painted = text => requestAnimationFrame(() => requestAnimationFrame(() => {
  if (!document.body.dataset.painted) performance.mark('hudna:painted')
  document.body.dataset.painted = text
}))
Promise.all(['zones.json', 'base.json'].map(path => fetch(path).then(answer => answer.json()))).then(([zones, base]) => {
  L.geoJSON(base, {interactive: false, style: {color: '#b3ad9f', weight: 1, fillOpacity: .1}}).addTo(map)
  const layers = L.geoJSON(zones).getLayers()
  const shown = new Map()
  map.fitBounds(L.featureGroup(layers).getBounds())
  const show = day => {
    for (const layer of layers) {
      const {periods} = layer.feature.properties
      const status = periods.find(([start, end]) => start <= day && (end === null || day < end))?.[2]
      if (status === shown.get(layer)) continue
      shown.set(layer, status)
      if (!status) { layer.remove(); continue }
      layer.setStyle({color: zones.colours[status], weight: 1.8, fillOpacity: .45})
      if (!map.hasLayer(layer)) layer.addTo(map)
    }
    painted(day)
  }
  let at = zones.days.length - 1
  window.step = way => { at = Math.max(0, Math.min(zones.days.length - 1, at + way)); show(zones.days[at]) }
  window.jump = share => { at = Math.round(share * (zones.days.length - 1)); show(zones.days[at]) }
  window.pick = number => { document.getElementById('text').textContent = layers[number].feature.properties.quote }
  show(zones.days[at])
})
</script>"""


def write_static_page(folder: Path, store: Path) -> None:
    """Writes the page with a store's zones into a folder: index.html and what it loads."""
    settings, gazetteer, reader = load_settings(), load_gazetteer(), open_reader(store)
    outlines = settings.assets / "world-atlas" / "countries-10m.json"
    atlas = load_atlas(gazetteer, outlines)
    features, days = [], set()
    for zone in fold_zones(reader.statements(), {article.id: article for article in reader.articles()}):
        beside = tuple(Area.parse(key) for key in zone.beside)
        try:
            shape = atlas.footprint(Area.parse(zone.area), partial=zone.partial, beside=beside)
        except FootprintError:
            continue
        told = periods(zone, fades_after_days=settings.fades_after_days)
        days |= {period.start.isoformat() for period in told}
        properties = {"id": zone.id, "quote": zone.ledger[0].evidence[0].quote, "periods": [_period(p) for p in told]}
        doubt = shape.possible if shape.core is None else shape.possible.difference(shape.core)
        for part in (doubt, shape.core):
            if part is not None and not part.is_empty:
                features.append({"type": "Feature", "geometry": _geometry(part), "properties": properties})
    zones = {
        "type": "FeatureCollection", "features": features, "days": sorted(days),
        "colours": {str(status): look.light for status, look in appearances().items()},
    }  # fmt: skip
    (folder / "zones.json").write_text(json.dumps(zones, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    (folder / "base.json").write_text(draw_base_map(outlines, [ground_extent()]), encoding="utf-8")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    copytree(ROOT / "dashboard" / "static" / "vendor" / "leaflet", folder / "vendor" / "leaflet")


def _period(period: Period) -> list[str | None]:
    return [period.start.isoformat(), period.end and period.end.isoformat(), str(shown_status(period))]


def _geometry(shape: shapely.Geometry) -> object:
    few = shapely.set_precision(shapely.simplify(shape, TOLERANCE_DEGREES), 1e-4)
    return json.loads(shapely.to_geojson(few if not few.is_empty else shape))
