"""Loads the reference tables of data/reference/ into the records of `geo`; reports every fault of a table at once."""

from __future__ import annotations

import csv
import gc
import hashlib
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import Any, TypeVar

from data.likelihood_table import LIKELIHOOD_TABLE, load_likelihood
from geo.actor import Actor, ActorKind, Actors, ActorWord, WordKind
from geo.agreement import Agreement, AgreementType
from geo.edtf import Edtf
from geo.errors import EdtfError, ReferenceTableError
from geo.gazetteer import STRETCHED, Demonym, Gazetteer, Kind, Mask, NameClass, Place, PlaceName, Region, StandingTruce, Strip
from geo.mention import PlaceWord
from geo.pipeline import Reader, Reference
from geo.status.likelihood import StatusLikelihood
from geo.text.cue import CueKind, CueWord, Lexicon
from geo.text.word_class import ClassWord, WordClasses
from geo.timex import Calendar, CalendarWord

REFERENCE_FOLDER = Path(__file__).parent / "reference"
RULES_FOLDER = Path(__file__).parents[1] / "geo"
T = TypeVar("T")


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """The rows of a CSV table as dicts of strings. Raises ReferenceTableError if it is not there, or has another header."""
    try:
        lines = path.open(encoding="utf-8", newline="")
    except OSError as fault:
        raise ReferenceTableError(f"{path.name}: cannot be opened in {path.parent}: {fault.strerror}") from fault
    with lines:
        rows = csv.reader(lines)
        header = next(rows, None)
        if tuple(header or ()) != columns:
            raise ReferenceTableError(f"{path.name}: the header must be {','.join(columns)!r}; got {header!r}")
        yield from (dict(zip_longest(columns, cells)) for cells in rows if cells)


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML table. Raises ReferenceTableError if it is not there, else with the line where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise ReferenceTableError(f"{path.name}: cannot be opened in {path.parent}: {fault.strerror}") from fault
    except tomllib.TOMLDecodeError as fault:
        raise ReferenceTableError(f"{path.name}: {fault}") from fault


def records(path: Path, columns: tuple[str, ...], make: Callable[[dict[str, str]], T], faults: list[str]) -> list[T]:
    """The records that `make` reads from the rows of a CSV table, in order; what cannot be read is added to `faults`.

    `make` raises ValueError for a cell that it cannot read. A fault names the table, the row (the header is row 1) and the
    cell.
    """
    found: list[T] = []
    try:
        for number, row in enumerate(read_rows(path, columns), start=2):
            if None in row or None in row.values():
                faults.append(f"{path.name}, row {number}: it must have {len(columns)} cells, as the header has")
                continue
            try:
                found.append(make(row))
            except ValueError as fault:
                faults.append(f"{path.name}, row {number}: {fault}")
    except ReferenceTableError as fault:
        faults.append(str(fault))
    return found


def load_sources(folder: Path = REFERENCE_FOLDER) -> dict[str, dict[str, Any]]:
    """What sources.toml says about each source (title, publisher, licence, url, note; of those that place things, how far off
    they may be), by its key."""
    return read_toml(folder / "sources.toml")


UNKNOWN_ERROR = "unknown"


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

    Raises ReferenceTableError with every row that cannot be read, and every id that two rows share. Whether the tables agree
    with each other is asked by `data.check`.
    """
    gazetteer, faults = gazetteer_and_faults(folder)
    if added is not None:
        gazetteer = _with_added(gazetteer, added, _errors_of(folder, faults), faults)
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
    """The user's own tables of places, those that there are."""
    return tuple(path for name in ("places.csv", "names.csv") if added is not None and (path := added / name).is_file())


def _with_added(gazetteer: Gazetteer, added: Path, sources: Mapping[str, Mapping[str, Any]], faults: list[str]) -> Gazetteer:
    """The gazetteer with the user's rows behind it. The project's own place wins where both have an id."""
    tables = {path.name: path for path in added_tables(added)}
    wrong: list[str] = []
    read = partial(_place, sources=sources)
    places = records(tables["places.csv"], PLACE_COLUMNS, read, wrong) if "places.csv" in tables else []
    names = records(tables["names.csv"], NAME_COLUMNS, _name, wrong) if "names.csv" in tables else []
    faults += [f"{added}: {fault}" for fault in wrong]
    both = {**{place.id: place for place in places}, **gazetteer.places}
    known = {(name.text, name.language, name.place) for name in gazetteer.names}
    more = [n for n in names if n.place in both and (n.text, n.language, n.place) not in known]
    # the project's places first: their order says which meaning the press uses most
    ordered = {**gazetteer.places, **{id: place for id, place in both.items() if id not in gazetteer.places}}
    return replace(gazetteer, places=ordered, names=(*gazetteer.names, *more))


PLACE_COLUMNS = (
    "id", "kind", "country", "parent", "name_en", "name_ar", "lon", "lat", "seat", "pcode", "geonames", "wikidata",
    "population", "source",
)  # fmt: skip
NAME_COLUMNS = ("text", "language", "place", "class", "kind", "source")
MASK_COLUMNS = ("text", "language", "kind", "source")
HOST_COLUMNS = ("place", "source")
STANDING_COLUMNS = ("type", "states", "areas", "close", "source")
DEMONYM_COLUMNS = ("text", "language", "place", "source")


def _standing(row: dict[str, str]) -> StandingTruce:
    return StandingTruce(
        type=AgreementType(row["type"]), states=frozenset(row["states"].split("|")), areas=tuple(row["areas"].split("|")),
        close=row["close"] == "yes", source=row["source"],
    )  # fmt: skip


def _place(row: dict[str, str], sources: Mapping[str, Mapping[str, Any]]) -> Place:
    kind = Kind(row["kind"])
    located = bool(row["lon"] and row["lat"]) and kind not in STRETCHED
    return Place(
        id=row["id"], kind=kind, country=row["country"] or None, parent=row["parent"] or None,
        name_en=row["name_en"], name_ar=row["name_ar"],
        lon=float(row["lon"]) if row["lon"] else None, lat=float(row["lat"]) if row["lat"] else None,
        seat=row["seat"] or None, pcode=row["pcode"] or None, geonames=row["geonames"] or None,
        wikidata=row["wikidata"] or None, population=int(row["population"] or 0), source=row["source"],
        position_error_km=position_error_km(row["source"], sources) if located else None,
    )  # fmt: skip


def _name(row: dict[str, str]) -> PlaceName:
    return PlaceName(
        text=row["text"], language=row["language"], place=row["place"], name_class=NameClass(row["class"]),
        source=row["source"],
    )  # fmt: skip


def _mask(row: dict[str, str]) -> Mask:
    return Mask(text=row["text"], language=row["language"], kind=row["kind"], source=row["source"])


def _demonym(row: dict[str, str]) -> Demonym:
    return Demonym(text=row["text"], language=row["language"], place=row["place"], source=row["source"])


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


PLACE_WORD_COLUMNS = ("text", "language", "kind", "value", "number", "source")
CUE_COLUMNS = ("text", "language", "kind", "value", "source")


def load_place_words(folder: Path = REFERENCE_FOLDER) -> tuple[PlaceWord, ...]:
    """The words around place names, of place_words.csv."""
    return tuple(
        PlaceWord(text=row["text"], language=row["language"], kind=row["kind"], value=row["value"], number=row["number"])
        for row in read_rows(folder / "place_words.csv", PLACE_WORD_COLUMNS)
    )


CALENDAR_COLUMNS = ("word", "language", "kind", "value", "source")


def load_calendar(folder: Path = REFERENCE_FOLDER) -> Calendar:
    """The words of dates of calendar.csv."""
    return Calendar(tuple(
        CalendarWord(text=row["word"], language=row["language"], kind=row["kind"], value=row["value"])
        for row in read_rows(folder / "calendar.csv", CALENDAR_COLUMNS)
    ))  # fmt: skip


def load_lexicon(folder: Path = REFERENCE_FOLDER) -> Lexicon:
    """The cue words of cues.csv."""
    return Lexicon(tuple(
        CueWord(text=row["text"], language=row["language"], kind=CueKind(row["kind"]), value=row["value"])
        for row in read_rows(folder / "cues.csv", CUE_COLUMNS)
    ))  # fmt: skip


CLASS_COLUMNS = ("class", "text", "language", "note", "source")


def load_word_classes(folder: Path = REFERENCE_FOLDER) -> WordClasses:
    """The words that rules treat alike, of word_classes.csv."""
    return WordClasses(
        ClassWord(word_class=row["class"], text=row["text"]) for row in read_rows(folder / "word_classes.csv", CLASS_COLUMNS)
    )


ACTOR_COLUMNS = ("id", "name_en", "name_ar", "countries", "kind", "source")
ACTOR_WORD_COLUMNS = ("text", "language", "kind", "actor", "country", "source")


def load_actors(folder: Path = REFERENCE_FOLDER) -> Actors:
    """The actors of actors.csv and the words for them of actor_words.csv. Raises ReferenceTableError with every row that cannot
    be read."""
    faults: list[str] = []
    actors = records(folder / "actors.csv", ACTOR_COLUMNS, _actor, faults)
    words = records(folder / "actor_words.csv", ACTOR_WORD_COLUMNS, _actor_word, faults)
    if faults:
        raise ReferenceTableError("\n".join(faults))
    return Actors(actors={actor.id: actor for actor in actors}, words=tuple(words))


def _actor(row: dict[str, str]) -> Actor:
    return Actor(
        id=row["id"], name_en=row["name_en"], name_ar=row["name_ar"], kind=ActorKind(row["kind"]), source=row["source"],
        countries=tuple(row["countries"].split("|")) if row["countries"] else (),
    )  # fmt: skip


def _actor_word(row: dict[str, str]) -> ActorWord:
    return ActorWord(
        text=row["text"], language=row["language"], kind=WordKind(row["kind"]), actor=row["actor"], country=row["country"]
    )


def load_agreements(folder: Path = REFERENCE_FOLDER) -> tuple[Agreement, ...]:
    """The known agreements of agreements.toml. Raises ReferenceTableError with every one that cannot be read."""
    found, faults = agreements_and_faults(folder)
    if faults:
        raise ReferenceTableError("\n".join(faults))
    return found


def agreements_and_faults(folder: Path = REFERENCE_FOLDER) -> tuple[tuple[Agreement, ...], list[str]]:
    """The agreements that can be read, in order, and a sentence for each that cannot, or that has another's id."""
    found: list[Agreement] = []
    faults: list[str] = []
    try:
        rows = read_toml(folder / "agreements.toml").get("agreement", [])
    except ReferenceTableError as fault:
        return (), [str(fault)]
    for number, row in enumerate(rows, start=1):
        where = f"agreements.toml, agreement {number} ({row.get('id', 'no id')!r})"
        try:
            found.append(_agreement(row))
        except KeyError as key:
            faults.append(f"{where}: {key} is missing")
        except (ValueError, EdtfError) as fault:
            faults.append(f"{where}: {fault}")
    ids = Counter(agreement.id for agreement in found)
    faults += [f"agreements.toml: two agreements have the id {id!r}" for id, count in ids.items() if count > 1]
    return tuple(found), faults


def _agreement(row: dict[str, Any]) -> Agreement:
    return Agreement(
        id=row["id"], name_en=row["name_en"], name_ar=row["name_ar"], type=AgreementType(row["type"]), known=True,
        signed=_date(row, "signed"), in_force=_date(row, "in_force"), ended=_date(row, "ended"),
        sponsors=tuple(row["sponsors"]), guarantors=tuple(row["guarantors"]), mediators=tuple(row["mediators"]),
        event_places=tuple(row["event_places"]), areas=tuple(row["areas"]), sources=tuple(row["sources"]),
        parties=tuple(row.get("parties", ())),
    )  # fmt: skip


def _date(row: dict[str, Any], column: str) -> Edtf | None:
    return Edtf.parse(row[column]) if column in row else None


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
