"""Loads the reference tables of data/reference/ into the records of `geo`; reports every fault of a table at once."""

from __future__ import annotations

import gc
import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from data.tables.agreements import load_agreements
from data.tables.likelihood import LIKELIHOOD_TABLE, load_likelihood
from data.tables.place_checks import boxes_and_faults, loose_names, loose_places, misplaced
from data.tables.rows import REFERENCE_FOLDER, decimal, language, member, read_toml, records
from data.tables.words import load_actors, load_calendar, load_lexicon, load_place_words, load_word_classes
from geo.agreement import AgreementType
from geo.errors import ReferenceTableError
from geo.gazetteer import (
    STRETCHED,
    Demonym,
    Gazetteer,
    Kind,
    Mask,
    MaskKind,
    NameClass,
    Place,
    PlaceName,
    Region,
    StandingTruce,
    Strip,
)
from geo.pipeline import Reader, Reference
from geo.status.likelihood import StatusLikelihood

RULES_FOLDER = Path(__file__).parents[2] / "geo"


def load_sources(folder: Path = REFERENCE_FOLDER) -> dict[str, dict[str, Any]]:
    """What sources.toml says about each source (title, publisher, licence, url, note; of those that place things, how far off
    they may be), by its key."""
    return read_toml(folder / "sources.toml")


UNKNOWN_ERROR = "unknown"
OWN_SOURCE = "own-table"  # of a place that the user added from a table of which no publisher is known


def position_error_km(source: str, sources: Mapping[str, Mapping[str, Any]]) -> float | None:
    """How far a position of these sources (keys joined by "|") may be off: the least sure of them that has a figure counts, for
    a match of two is no better than either. None where none has one."""
    stated = [sources.get(key, {}).get("position_error_km") for key in source.split("|")]
    return max((float(error) for error in stated if isinstance(error, int | float)), default=None)


def _errors_of(folder: Path, faults: list[str]) -> Mapping[str, Mapping[str, Any]]:
    try:
        return load_sources(folder)
    except ReferenceTableError as fault:
        faults.append(str(fault))
        return {}


def load_gazetteer(folder: Path = REFERENCE_FOLDER, added: Path | None = None) -> Gazetteer:
    """The gazetteer of places.csv, names.csv, regions.toml, masks.csv, demonyms.csv, host_cities.csv, seats_of_rule.csv and
    standing_truces.csv, and behind their rows those of the user's own places.csv and names.csv in the folder `added`, if any
    (`data.gazetteer`).

    Raises ReferenceTableError with every row that cannot be read, every id that two rows share, and every place or name that
    hangs on none; of the user's own also with every place outside of its country. Whether the tables agree with each other in
    all else is asked by `data.tables.check`.
    """
    gazetteer, faults = gazetteer_and_faults(folder)
    if not faults:  # a row that cannot be read leaves others that hang on it
        faults += [*loose_places(gazetteer, gazetteer.places.values()), *loose_names(gazetteer, gazetteer.names)]
    if added is not None:
        gazetteer, wrong = joined_and_faults(gazetteer, folder, added)
        faults += wrong
    if faults:
        raise ReferenceTableError("\n".join(faults))
    return gazetteer


def gazetteer_and_faults(folder: Path = REFERENCE_FOLDER) -> tuple[Gazetteer, list[str]]:
    """The gazetteer of the rows that can be read, and a sentence for each that cannot; of rows with one id the last counts."""
    faults: list[str] = []
    sources = _errors_of(folder, faults)
    places = records(folder / "places.csv", PLACE_COLUMNS, partial(_place, sources=sources), faults)
    names = records(folder / "names.csv", NAME_COLUMNS, _name, faults)
    masks = records(folder / "masks.csv", MASK_COLUMNS, _mask, faults)
    demonyms = records(folder / "demonyms.csv", DEMONYM_COLUMNS, _demonym, faults)
    hosts = records(folder / "host_cities.csv", HOST_COLUMNS, lambda row: row["place"], faults)
    seats = records(folder / "seats_of_rule.csv", HOST_COLUMNS, lambda row: row["place"], faults)
    standing = records(folder / "standing_truces.csv", STANDING_COLUMNS, _standing, faults)
    regions, courses = _regions(folder / "regions.toml", faults)
    for kind, ids in (("places.csv", [p.id for p in places]), ("regions.toml", [r.place for r in regions])):
        faults += [f"{kind}: two rows have the id {id!r}" for id, count in Counter(ids).items() if count > 1]
    gazetteer = Gazetteer(
        places={p.id: p for p in places}, names=tuple(names), regions={r.place: r for r in regions},
        masks=tuple(masks), demonyms=tuple(demonyms), host_cities=frozenset(hosts), courses=courses,
        standing=tuple(standing), seats_of_rule=frozenset(seats),
    )  # fmt: skip
    return gazetteer, faults


def added_tables(added: Path | None) -> tuple[Path, ...]:
    """The user's own tables of places, those that there are. Raises ReferenceTableError where that cannot be looked up."""
    try:
        return tuple(path for name in ("places.csv", "names.csv") if added is not None and (path := added / name).is_file())
    except OSError as fault:
        raise ReferenceTableError(
            "the folder {folder!r} of your own places cannot be read ({why}): name another one with HUDNA_GAZETTEER",
            folder=str(added),
            why=fault.strerror or type(fault).__name__,
        ) from fault


def joined_and_faults(gazetteer: Gazetteer, folder: Path, added: Path) -> tuple[Gazetteer, list[str]]:
    """The gazetteer of a folder's tables with the user's rows behind it, and a sentence, which names their folder, for each of
    these that cannot be used. The project's own place wins where both have an id."""
    tables, faults = {path.name: path for path in added_tables(added)}, list[str]()
    if not tables:
        return gazetteer, faults
    boxes, wrong = boxes_and_faults(folder)
    read = partial(_place, sources=_errors_of(folder, wrong))
    places = records(tables["places.csv"], PLACE_COLUMNS, read, faults) if "places.csv" in tables else []
    names = records(tables["names.csv"], NAME_COLUMNS, _name, faults) if "names.csv" in tables else []
    ids = Counter(place.id for place in places)
    faults += [f"places.csv: two rows have the id {id!r}" for id, count in ids.items() if count > 1]
    more = {place.id: place for place in places if place.id not in gazetteer.places}
    known = {(name.text, name.language, name.place) for name in gazetteer.names}
    # the project's places first: their order says which meaning the press uses most
    joined = replace(
        gazetteer, places={**gazetteer.places, **more},
        names=(*gazetteer.names, *(name for name in names if (name.text, name.language, name.place) not in known)),
    )  # fmt: skip
    if not faults:
        faults += [*loose_places(joined, more.values()), *misplaced(more.values(), boxes), *loose_names(joined, names)]
    return joined, [*wrong, *(f"{added}: {fault}" for fault in faults)]


PLACE_COLUMNS = (
    "id", "kind", "country", "parent", "name_en", "name_ar", "lon", "lat", "seat", "pcode", "geonames", "wikidata",
    "population", "source",
)  # fmt: skip
NAME_COLUMNS = ("text", "language", "place", "class", "kind", "source")
MASK_COLUMNS = ("text", "language", "kind", "source")
HOST_COLUMNS = ("place", "source")
STANDING_COLUMNS = ("type", "states", "areas", "close", "partial", "source")
DEMONYM_COLUMNS = ("text", "language", "place", "source")


def _standing(row: dict[str, str]) -> StandingTruce:
    return StandingTruce(
        type=member(row, "type", AgreementType), states=frozenset(row["states"].split("|")),
        areas=tuple(row["areas"].split("|")), close=row["close"] == "yes", partial=row["partial"] == "yes",
        source=row["source"],
    )  # fmt: skip


def _place(row: dict[str, str], sources: Mapping[str, Mapping[str, Any]]) -> Place:
    kind = member(row, "kind", Kind)
    located = bool(row["lon"] and row["lat"]) and kind not in STRETCHED
    return Place(
        id=row["id"], kind=kind, country=row["country"] or None, parent=row["parent"] or None,
        name_en=row["name_en"], name_ar=row["name_ar"],
        lon=decimal(row, "lon") if row["lon"] else None, lat=decimal(row, "lat") if row["lat"] else None,
        seat=row["seat"] or None, pcode=row["pcode"] or None, geonames=row["geonames"] or None,
        wikidata=row["wikidata"] or None, population=_population(row), source=row["source"],
        position_error_km=position_error_km(row["source"], sources) if located else None,
    )  # fmt: skip


def _population(row: dict[str, str]) -> int:
    if row["population"] and not row["population"].isdecimal():
        raise ValueError(f"population must be a whole number; got {row['population']!r}")
    return int(row["population"] or 0)


def _name(row: dict[str, str]) -> PlaceName:
    return PlaceName(
        text=row["text"], language=language(row), place=row["place"], name_class=member(row, "class", NameClass),
        source=row["source"],
    )  # fmt: skip


def _mask(row: dict[str, str]) -> Mask:
    return Mask(text=row["text"], language=language(row), kind=member(row, "kind", MaskKind), source=row["source"])


def _demonym(row: dict[str, str]) -> Demonym:
    return Demonym(text=row["text"], language=language(row), place=row["place"], source=row["source"])


def _regions(path: Path, faults: list[str]) -> tuple[list[Region], dict[str, tuple[str, ...]]]:
    """The regions of a TOML table, in order, and its courses; what lacks something is added to `faults`."""
    found: list[Region] = []
    try:
        table = read_toml(path)
    except ReferenceTableError as fault:
        faults.append(str(fault))
        return found, {}
    for number, row in enumerate(table.get("region", []), start=1):
        missing = [key for key in ("place", "core", "definition", "source") if key not in row]
        if missing:
            faults.append(f"{path.name}, region {number} ({row.get('place', 'no place')!r}): {', '.join(missing)} is missing")
            continue
        found.append(Region(
            place=row["place"], core=tuple(row["core"]), possible=tuple(row.get("possible", ())),
            also=tuple(row.get("also", ())), contains=tuple(row.get("contains", ())), source=row["source"],
            strip=_strip(path, row, faults), without=tuple(row.get("without", ())),
        ))  # fmt: skip
    courses = {}
    for number, row in enumerate(table.get("course", []), start=1):
        if len(row.get("through", ())) < 2 or not row.get("place") or not row.get("source"):
            faults.append(f"{path.name}, course {number}: it needs a place, a source, and two places to run through")
            continue
        courses[row["place"]] = tuple(row["through"])
    return found, courses


def _strip(path: Path, row: dict[str, Any], faults: list[str]) -> Strip | None:
    """The strip of a region's row, None where it has none."""
    if "strip" not in row:
        return None
    try:
        strip = Strip(**row["strip"])
    except TypeError as fault:
        faults.append(f"{path.name}, {row['place']!r}: its strip cannot be read ({fault})")
        return None
    if (
        (strip.reach_km > 0) == bool(strip.bank)
        or strip.bank not in ("", "left", "right")
        or bool(strip.start) != bool(strip.end)
        or (strip.at_most and bool(strip.bank))
    ):
        faults.append(
            f"{path.name}, {row['place']!r}: a strip has a reach (or at_most one) or a bank (left, right), both ends or none"
        )
    return strip


def load_reference(
    folder: Path = REFERENCE_FOLDER, rules: Path = RULES_FOLDER, added: Path | None = None,
    likelihood: StatusLikelihood | None = None,
) -> Reference:  # fmt: skip
    """All reference tables, with the user's own of the folder `added`, and the hash of their files and of the rules' source: a
    changed rule or an added place reads an article anew, too. A `likelihood` is used instead of the table that was learnt.
    Raises ReferenceTableError for a table that is wrong."""
    digest = hashlib.sha256()
    for path in (*sorted(folder.iterdir()), *sorted(rules.rglob("*.py")), *added_tables(added)):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return Reference(
        gazetteer=load_gazetteer(folder, added), place_words=load_place_words(folder), calendar=load_calendar(folder),
        lexicon=load_lexicon(folder), word_classes=load_word_classes(folder), agreements=load_agreements(folder),
        actors=load_actors(folder), likelihood=likelihood or load_likelihood(folder / LIKELIHOOD_TABLE),
        sha256=digest.hexdigest(),
    )  # fmt: skip


def load_reader(added: Path | None = None) -> Reader:
    """A reader for many articles, whose tables stay as long as the process. The garbage collector rests while they are made
    and passes them over from then on: it would look at all their rows again every few thousand new ones, and every few dozen
    articles. Raises ReferenceTableError as above."""
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        reader = Reader(load_reference(added=added))
        reader.compile_tables()
        gc.freeze()
    finally:
        if was_collecting:
            gc.enable()
    return reader
