"""The pages' one door to the store: everything is read here, once per generation of the store, and kept."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Timer
from time import time

import shapely
import streamlit as st

from dashboard.draw.base_map import country_middles, ground_windows, has_far_zone, opening_window, tells_of_home
from dashboard.draw.shapes import distinct_shapes, shape_levels, zone_shapes
from dashboard.draw.tray import LeftOver, left_over
from dashboard.edition import BadFile, Bounds, Edition, QualityScore, ReadBy
from dashboard.facets import Facts, facts
from dashboard.published import publish
from dashboard.search import Index, make_index
from data.drawing.atlas import Official, find_official, land_digest, load_atlas, mean_agreement, official_land
from data.drawing.drawn import find_drawn, keep_drawn
from data.drawing.kept import Drawings, find_drawings
from data.drawing.outlines import draw_base_map, load_disputed
from data.evaluate.quality import load_quality
from data.export import FORMATS, export
from data.export.dossier import Filter, load_dossier, select, used_sources
from data.review.queue import reviewed
from data.settings import Settings, load_settings
from data.store import StoreReader, Where, open_reader
from data.store.evidence import read_evidence
from data.tables.agreements import load_agreements
from data.tables.reference import added_tables, load_gazetteer, load_reference
from data.tables.rows import REFERENCE_FOLDER
from data.tables.words import load_actors
from geo.errors import FootprintError
from geo.footprint import Atlas, Footprint
from geo.gazetteer import ADMINISTRATIVE, Area, Gazetteer
from geo.ledger.zone import Zone, accounts, fold_zones, periods
from geo.pipeline import Reader
from geo.statement import Statement
from geo.toponym.resolution import Resolution

SETTLED_S = 1.0
MOST_INDEXED_AT_ONCE = 500  # articles, a fifth of a second
INDEXED_AFTER_S = 5.0  # once the first visitor has the page


def current_edition() -> Edition:
    """The edition of the store as it is now. Raises StoreError where there is no store, or none that can be read.

    The store is asked only when its files, the boundaries, a setting or the day have changed: a rerun wants its edition twice.
    """
    settings = load_settings()
    state, kept = _state(settings), _kept_edition()
    if state in kept:
        return kept[state]
    edition = _edition_of(settings)
    if state:
        kept.clear()
        kept[state] = edition
    return edition


def tile_address() -> str | None:
    """The address of background tiles if a setting asks for them, else None: then no request leaves the machine."""
    return load_settings().tile_url


def export_formats() -> tuple[tuple[str, str, str], ...]:
    """Every format that the data can be taken along in: its name, the name of the file and the media type."""
    return tuple((name, format.file_name, format.media_type) for name, format in FORMATS.items())


def exported(format: str, *, zones: tuple[str, ...], known_on: date | None) -> bytes:
    """The file of some zones (none named: of everything), as known on a day; drawn when it is asked for."""
    settings = load_settings()
    dossier = load_dossier(settings, article_reader(settings.gazetteer).reference)
    return export(format, select(dossier, Filter(zones=zones, known_on=known_on)))


def article_reader(added: Path) -> Reader:
    """The reader of articles, with the tables as they are now and the user's own of the folder `added`. It is made when it is
    first asked for, once for all that need it: what is taken in, what editors judge, and exports, which use its tables."""
    tables = (*sorted(REFERENCE_FOLDER.iterdir()), *added_tables(added))
    return _article_reader(added, tuple(map(_mark, tables)))


def search_index(edition: Edition) -> Index:
    """The index of an edition's texts, made when something is searched for the first time, or a little after the edition was
    loaded where it takes long (4 s for 10,000 articles): whoever searches meanwhile waits for the same one."""
    return _search_index(edition, edition.generation)


def edition_facts(edition: Edition) -> Facts:
    """What an edition can be filtered by, made when it is first asked for."""
    return _facts(edition, edition.generation)


def edition_left_over(edition: Edition) -> LeftOver:
    """What an edition cannot place, found when it is first asked for."""
    return _left_over(edition, edition.generation)


@st.cache_resource(max_entries=2, show_spinner=False)
def _search_index(_edition: Edition, generation: str) -> Index:
    return make_index(_edition)


@st.cache_resource(max_entries=2, show_spinner=False)
def _facts(_edition: Edition, generation: str) -> Facts:
    return facts(_edition)


@st.cache_resource(max_entries=2, show_spinner=False)
def _left_over(_edition: Edition, generation: str) -> LeftOver:
    return left_over(_edition)


@st.cache_resource(show_spinner=False)
def _store(where: Where) -> StoreReader:
    return open_reader(where)


Mark = tuple[int, int, int]


@st.cache_resource(max_entries=1, show_spinner=False)
def _article_reader(added: Path, tables: tuple[Mark, ...]) -> Reader:
    """The reader; the marks of its tables are what the cache tells readers apart by."""
    return Reader(load_reference(added=added))


def _mark(path: Path) -> Mark:
    """What tells two states of a file or a folder apart without opening it; zeros where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return 0, 0, 0
    return found.st_mtime_ns, found.st_size, found.st_ino


State = tuple[Settings, date, tuple[Mark, ...]]


def _state(settings: Settings) -> State | None:
    """What an edition depends on, without opening a file; None where that does not tell it: for a database, and for a store
    whose files have just changed, since two changes within a tick of the clock may leave one mark."""
    store = settings.store_home
    if not isinstance(store, Path):
        return None
    of_store = _mark(store), _mark(store.with_name(f"{store.name}-wal"))
    if of_store[0] == (0, 0, 0) or time() - max(changed for changed, _, _ in of_store) / 1e9 < SETTLED_S:
        return None
    return settings, date.today(), (*of_store, _mark(settings.data_folder / "boundaries"))


@st.cache_resource(show_spinner=False)
def _kept_edition() -> dict[State | None, Edition]:
    """The last edition that was asked for, by what it depends on."""
    return {}


def _edition_of(settings: Settings) -> Edition:
    _drawings(settings.assets, settings.data_folder, settings.gazetteer)  # before the tables are read
    home = settings.store_home
    store = _store(home)
    official = _official(settings.data_folder, _mark(settings.data_folder / "boundaries"))
    return _edition(
        store, official, settings.assets, settings.data_folder, settings.gazetteer, str(home), store.generation(),
        official.digest, settings.fades_after_days, date.today(),
    )  # fmt: skip


@st.cache_resource(max_entries=2, show_spinner=False)
def _official(data_folder: Path, mark: Mark) -> Official:
    """The published boundaries in force; their folder's `mark` changes with every note that is put into it."""
    return find_official(data_folder, _gazetteer())


def _outlines(assets: Path) -> Path:
    return assets / "world-atlas" / "countries-10m.json"


@st.cache_resource(max_entries=2, show_spinner=False)
def _drawings(assets: Path, data_folder: Path, added: Path) -> Drawings:
    """What an earlier start has drawn from the tables as they are when this one begins."""
    return find_drawings(data_folder, _outlines(assets), added)


@st.cache_resource(show_spinner=False)
def _gazetteer() -> Gazetteer:
    return load_gazetteer(added=load_settings().gazetteer)


@st.cache_resource(max_entries=2, show_spinner=False)
def _atlas(
    _official: Official, _drawings: Drawings, outlines: Path, data_folder: Path, boundaries: str, store: str
) -> tuple[Atlas, str]:  # fmt: skip
    """The atlas, and what it is drawn with; `boundaries` is the digest of the official ones, by which the cache tells them
    apart."""
    land = official_land(data_folder, _official)
    drawn_with = land_digest(_official, land)
    drawn = find_drawn(_drawings, drawn_with, store)
    return load_atlas(_gazetteer(), outlines, official=land, drawings=_drawings, drawn=drawn), drawn_with


@st.cache_resource(max_entries=2, show_spinner=False)
def _base_map(_drawings: Drawings, outlines: Path, windows: Sequence[Bounds], *, far: bool) -> str:
    def draw() -> str:
        return draw_base_map(outlines, windows, drawings=_drawings, far=far)

    return _kept_text(_drawings, "base-map", repr((windows, far)), draw)


def _levels(drawings: Drawings, edition: Edition) -> str:
    """The shapes of an edition's zones in all their levels."""
    shapes = distinct_shapes(edition)
    digest = hashlib.sha256(b"".join(shape.wkb for shape in shapes)).hexdigest()
    return _kept_text(drawings, "levels", digest, lambda: shape_levels(shapes))


def _kept_text(drawings: Drawings, name: str, of: str, draw: Callable[[], str]) -> str:
    """A text that an earlier start has drawn, else what `draw` draws now."""
    found = drawings.find(name, of, lambda note, _: note if isinstance(note, str) else None)
    if found is not None:
        return found
    text = draw()
    drawings.keep(name, of, text)
    return text


@st.cache_resource(max_entries=2, show_spinner=False)
def _edition(
    _store: StoreReader, _official: Official, assets: Path, data_folder: Path, added: Path, path: str, generation: str,
    boundaries: str, fades_after_days: int, made_on: date,
) -> Edition:  # fmt: skip
    """Reads the whole store; `path`, `generation` and what follows them are what the cache tells editions apart by."""
    outlines, drawings = _outlines(assets), _drawings(assets, data_folder, added)
    gazetteer, evidence = _gazetteer(), read_evidence(_store, load_agreements())
    atlas, drawn_with = _atlas(_official, drawings, outlines, data_folder, boundaries, path)
    drawn_before, articles = atlas.drawn_anew, evidence.articles
    zones = {zone.id: zone for zone in fold_zones(evidence.statements, articles, evidence.attested)}
    footprints = _footprints(atlas, zones.values())
    windows = ground_windows(footprints.values())
    opening = opening_window(footprints.values(), home=tells_of_home(zones.values(), gazetteer))
    base_map = _base_map(drawings, outlines, windows, far=has_far_zone(footprints.values()))
    named, dated = _store.resolutions_by_article(), _store.timexes_by_article()
    seen = reviewed(evidence, {article: named.get(article, ()) for article in articles}, tuple(zones.values()))
    resolutions = {article: tuple(names) for article, names in seen.names.items()}
    edition = Edition(
        generation=f"{path} {generation} {boundaries} {fades_after_days} {made_on}",
        gazetteer=gazetteer,
        actors=load_actors(),
        articles=articles,
        statements=_said(evidence.statements, articles),
        resolutions=resolutions,
        timexes={article: dated.get(article, ()) for article in articles},
        readings={r.article: ReadBy(reader=r.reader, read_at=r.read_at) for r in _store.readings()},
        named=_named(resolutions),
        agreements=evidence.agreements,
        zones=zones,
        periods={zone.id: periods(zone, fades_after_days=fades_after_days) for zone in zones.values()},
        accounts={zone.id: accounts(zone, fades_after_days=fades_after_days) for zone in zones.values()},
        footprints=footprints,
        extents=_extents(atlas, gazetteer, windows, {r.area for found in resolutions.values() for r in found if r.area}),
        ground_windows=windows,
        country_middles=country_middles(base_map, (opening, *windows), gazetteer),
        bad_files=tuple(BadFile(file=fault.file, reason=fault.reason) for fault in _store.faults()),
        notices=_notices(_official),
        disputed={part.id: {"en": part.name_en, "ar": part.name_ar} for part in load_disputed(outlines, drawings=drawings)},
        cells_agreement=mean_agreement(gazetteer),
        quality=tuple(
            QualityScore(set=score.set, texts=score.texts, measure=score.measure, value=score.value) for score in load_quality()
        ),
        sources=used_sources(gazetteer),
        fades_after_days=fades_after_days,
        made_on=made_on,
        base_map=publish("base-map", base_map),
        zone_shapes="",
        known_agreements={agreement.id: agreement for agreement in load_agreements()},
        reviewed=seen,
        versions=evidence.versions,
        repeats=_repeats(_store),
    )
    edition = replace(edition, zone_shapes=publish("zones", zone_shapes(edition, _levels(drawings, edition))))
    if atlas.drawn_anew > drawn_before:
        keep_drawn(drawings, drawn_with, path, atlas.drawn)
    _set_apart()
    if len(articles) > MOST_INDEXED_AT_ONCE:
        _index_later(edition)
    return edition


def _said(statements: Iterable[Statement], articles: Iterable[str]) -> Mapping[str, tuple[Statement, ...]]:
    """The statements of each article, given by its id, in their order."""
    said: dict[str, list[Statement]] = {article: [] for article in articles}
    for statement in statements:
        said[statement.article].append(statement)
    return {article: tuple(found) for article, found in said.items()}


def _index_later(edition: Edition) -> None:
    later = Timer(INDEXED_AFTER_S, search_index, (edition,))
    later.daemon = True
    later.start()


def _set_apart() -> None:
    """Takes all that is loaded out of the collector's full rounds: all viewers waited 85 ms for one at 300 zones, 120 at 3,000.

    What an earlier edition has left behind is collected first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _named(resolutions: Mapping[str, tuple[Resolution, ...]]) -> Mapping[str, tuple[str, ...]]:
    """By the key of an area, the ids of the articles that name it, in their order."""
    named: dict[str, dict[str, None]] = {}
    for article, found in resolutions.items():
        for resolution in found:
            if resolution.area:
                named.setdefault(resolution.area.key, {})[article] = None
    return {area: tuple(articles) for area, articles in named.items()}


def _repeats(store: StoreReader) -> Mapping[str, tuple[str, ...]]:
    """By article, the ids of what came again with the same words."""
    found: dict[str, tuple[str, ...]] = {}
    for repeat in store.repeats():
        found[repeat.of] = (*found.get(repeat.of, ()), repeat.article)
    return found


def _notices(official: Official) -> Mapping[str, str]:
    """By language, what the publishers of official boundaries ask to be said beside them; "" where there are none."""
    sets = official.sets.values()
    return {
        "en": " ".join(f"{s.attribution_en}. {s.disclaimer_en}" for s in sets),
        "ar": " ".join(f"{s.attribution_ar}. {s.disclaimer_ar}" for s in sets),
    }


def _footprints(atlas: Atlas, zones: Iterable[Zone]) -> Mapping[str, Footprint]:
    """The polygon of every zone that has one; the list names the others as not on the map."""
    drawn = {}
    for zone in zones:
        beside = tuple(Area.parse(key) for key in zone.beside)
        without = tuple(Area.parse(key) for key in zone.without)
        try:
            drawn[zone.id] = atlas.footprint(Area.parse(zone.area), partial=zone.partial, beside=beside, without=without)
        except FootprintError:
            continue
    return drawn


def _extents(
    atlas: Atlas, gazetteer: Gazetteer, windows: Iterable[Bounds], areas: Iterable[Area]
) -> Mapping[str, Bounds]:  # fmt: skip
    """Where to look for each area that a text names; one outside of all windows is left out, for there is nothing to see."""
    ground = shapely.union_all([shapely.box(*window) for window in windows])
    found = {area.key: bounds for area in areas if (bounds := _extent(atlas, gazetteer, area))}
    return {key: bounds for key, bounds in found.items() if ground.intersects(shapely.box(*bounds).centroid)}


def _extent(atlas: Atlas, gazetteer: Gazetteer, area: Area) -> Bounds | None:
    """The point of a settlement and the like, else the bounds of the area's polygon; None where it has neither."""
    place = gazetteer.places[area.place]
    whole_point = place.kind not in ADMINISTRATIVE and not area.setting and not area.direction
    if whole_point and place.lon is not None and place.lat is not None:
        return place.lon, place.lat, place.lon, place.lat
    try:
        west, south, east, north = atlas.footprint(area).possible.bounds
    except FootprintError:
        return None
    return west, south, east, north
